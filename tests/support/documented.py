"""What the documentation must say of a format: the rows of the tables in docs/formats.md and docs/coming.md."""

from __future__ import annotations

from typing import TYPE_CHECKING, Any

from newsreader.sources.formats.format import Format

if TYPE_CHECKING:
    from collections.abc import Iterable

_NOTHING = Format("nothing", lambda data, given: ())


def assert_input_row(form: Format, text: str) -> None:
    """The row of a format of articles."""
    ((suffixes, types, known),) = [row[1:] for row in _rows(text) if row[0] == form.name and len(row) == 4]
    assert (suffixes, types) == (_codes(form.suffixes), _codes(form.types))
    signature, guess = form.magic is not _NOTHING.magic, form.looks is not _NOTHING.looks
    assert known.partition(";")[0] == ("a signature" if signature else "a guess" if guess else "")


def assert_export_row(kind: str, form: Any, text: str) -> None:
    """The row of a format of export: `annotations` and what is imported have a table of their own."""
    lacks = ", ".join(form.lacks) or "nothing"
    if kind == "annotations":
        (row,) = [row[1:] for row in _rows(text) if row[0] == f"`{form.name}`" and len(row) == 6]
        suffix, carries, lacking, _, imported = row
        assert imported == ("no" if form.read is None else "yes")
        assert (f"needs `{form.needs}`" in carries) if form.needs else ("needs" not in carries)
    else:
        ((suffix, _, lacking),) = [row[2:] for row in _rows(text) if row[:2] == [f"`{kind}`", f"`{form.name}`"]]
    assert (suffix, lacking) == (f"`{form.suffix}`", lacks)


def assert_program_rows(names: Iterable[str], text: str) -> None:
    """A row for each program to come from, and none besides."""
    heads = ("`--from`", "---")
    rows = sorted(row[0] for row in _rows(text) if len(row) == 3 and row[0] not in heads)
    assert rows == sorted(f"`{name}`" for name in names)


def _rows(text: str) -> list[list[str]]:
    return [[cell.strip() for cell in line.split("|")[1:-1]] for line in text.splitlines() if line.startswith("|")]


def _codes(words: Iterable[str]) -> str:
    return ", ".join(f"`{word}`" for word in sorted(words))
