"""Entries of the gazetteer from the values that a file or a command line has."""

from __future__ import annotations

from typing import TYPE_CHECKING, Any

from newsreader.annotations.corrections.model import Verdict
from newsreader.annotations.gazetteer import QUOTING, Entry
from newsreader.entity import Category
from newsreader.exports.format import FormatError

if TYPE_CHECKING:
    from collections.abc import Iterable, Iterator, Mapping

HEAD = ("verdict", "forms", "category", "name", "quote")
BETWEEN = "|"
"""What stands between the forms of an entry where they are one text."""


def entry_of(
    verdict: Any, category: Any, name: object, forms: Iterable[object], quote: object = "", *, where: str
) -> Entry:
    """Return the entry of these values; raises `FormatError`, which names it by `where`, for what is none."""
    clean = tuple(text for form in forms if (text := " ".join(str(form).split())))
    try:
        kind = Category(category) if category else None
        made = Entry(Verdict(verdict), clean, kind, str(name) if name else None, str(quote or ""))
    except ValueError as error:
        raise FormatError(f"{where} cannot be read: {error}") from error
    if made.verdict is Verdict.IS_DATED:
        raise FormatError(f"{where} says when something was, which holds in its own article only")
    missing = _missing(made)
    if missing:
        raise FormatError(f"{where} has no {missing}")
    return made


def entries_of(records: Iterable[Mapping[str, Any]], where: str) -> Iterator[Entry]:
    """Yield the entries of records with the fields of `HEAD`; their forms are a list or one text."""
    for number, record in enumerate(records, 1):
        forms = record.get("forms")
        forms = forms.split(BETWEEN) if isinstance(forms, str) else forms if isinstance(forms, list) else ()
        said = (record.get("verdict"), record.get("category"), record.get("name"), forms, record.get("quote"))
        yield entry_of(*said, where=f"Entry {number} of {where}")


def _missing(entry: Entry) -> str | None:
    """What an entry of its verdict lacks, None if it is whole."""
    if not entry.forms:
        return "form"
    if entry.category is None and entry.verdict in (Verdict.IS_A, Verdict.MISSED):
        return "category"
    if not entry.name and entry.verdict in (Verdict.IS_NAMED, Verdict.SAME_AS, Verdict.BOUNDARY):
        return "name"
    return "quote" if not entry.quote and entry.verdict in QUOTING else None
