"""All programs whose files are known, and which of them a file is of."""

from __future__ import annotations

from typing import TYPE_CHECKING

from newsreader.intake.elsewhere import (
    instapaper,
    newsboat_cache,
    newsboat_urls,
    omnivore,
    opml,
    pocket,
    readwise,
    wallabag,
    web_annotations,
)
from newsreader.intake.elsewhere.bundle import Bundle
from newsreader.sanitise import printable
from newsreader.sources.errors import SourceError

if TYPE_CHECKING:
    from collections.abc import Iterator
    from pathlib import Path

    from newsreader.intake.elsewhere.items import Item
    from newsreader.intake.elsewhere.program import Program

PROGRAMS: dict[str, Program] = {
    each.PROGRAM.name: each.PROGRAM
    for each in (opml, newsboat_cache, pocket, instapaper, omnivore, readwise, wallabag, web_annotations, newsboat_urls)
}
"""By name, in the order in which a file is tried; that without a signature is the last."""


_SUFFIXES = (".opml", ".xml", ".csv", ".json", ".db", ".zip", ".html")
"""How files of other programs end; only those, and `urls`, are looked into before they are taken for articles."""

_LINES = (".jsonl", ".ndjson")
"""How files end that have a JSON object in each line."""


def recognised(path: Path) -> Program | None:
    """The program that a file is of, rather than an article; None if it is of none, or there is no such file."""
    if path.suffix.lower() not in _SUFFIXES and path.name != "urls":
        return None
    try:
        bundle = Bundle(path)
        return None if bundle.is_folder else next((each for each in PROGRAMS.values() if each.is_of(bundle)), None)
    except SourceError:
        return None


def refuse(path: Path) -> None:
    """Raise `SourceError` for a file that is no article, but one of another program, or of articles line by line."""
    name = printable(path.name)
    if (program := recognised(path)) is not None:
        raise SourceError(f"“{name}” is no article, but {program.about}: “newsreader import” takes it in.")
    if path.suffix.lower() in _LINES and _has_records(path):
        raise SourceError(f"“{name}” has an article in each line: “newsreader add --from jsonl” takes them in.")


def _has_records(path: Path) -> bool:
    """Whether the first line of a file is the beginning of an object with a text; not if it cannot be read."""
    try:
        head = Bundle(path).head
    except SourceError:
        return False
    return head.lstrip().startswith(b"{") and b'"text"' in head


def program_of(bundle: Bundle, named: str | None = None) -> Program:
    """The program that a file is of, or the named one. Raises `SourceError` if it is of none."""
    if named is not None:
        return PROGRAMS[named]
    found = next((each for each in PROGRAMS.values() if each.is_of(bundle)), None)
    if found is None:
        raise SourceError(
            f"{bundle.called} is of no program that is known, or cut: say which with --from; "
            f"there are {', '.join(PROGRAMS)}. Articles are taken in with “newsreader add”."
        )
    return found


def read(bundle: Bundle, named: str | None = None) -> Iterator[Item]:
    """What is in a file. Raises `SourceError` for what is no such file."""
    return program_of(bundle, named).read(bundle)
