"""Omnivore: its export as a zip or the folder that it was unpacked into, with texts and, as Markdown, highlights."""

from __future__ import annotations

import json
import re
from typing import TYPE_CHECKING, Any

from newsreader.exports.annotations.imported import ImportedAnnotation
from newsreader.intake.elsewhere.items import NO_ADDRESS, LeftOut, SavedArticle, labels, line, web_address
from newsreader.intake.elsewhere.moments import day, moment
from newsreader.intake.elsewhere.program import Program
from newsreader.sources.errors import SourceError

if TYPE_CHECKING:
    from collections.abc import Iterator, Mapping

    from newsreader.intake.elsewhere.bundle import Bundle
    from newsreader.intake.elsewhere.items import Item

_LISTS = re.compile(r"metadata_\d+_to_\d+\.json")
_LABEL = re.compile(r"#(\S.*)")
_DONE = 95
"""Per cent from which on Omnivore counts an article as read."""

_DAMAGED = "list of articles that cannot be read", "lists of articles that cannot be read"
_NO_ENTRY = "entry that is none of Omnivore", "entries that are none of Omnivore"
_NO_TEXT = "text that cannot be read", "texts that cannot be read"


def _read(bundle: Bundle) -> Iterator[Item]:
    files = {"/".join(each.split("/")[-2:]): each for each in bundle.names}
    lists = bundle.ending(".json", beginning="metadata_")
    if not lists:
        raise SourceError(f"{bundle.called} has no list of articles of Omnivore in it.")
    for name in lists:
        try:
            entries = json.loads(bundle.text(name))
        except (ValueError, RecursionError):
            yield LeftOut(*_DAMAGED)
            continue
        for entry in entries if isinstance(entries, list) else [entries]:
            yield from _items(entry, bundle, files)


def _items(entry: Any, bundle: Bundle, files: Mapping[str, str]) -> Iterator[Item]:
    if not isinstance(entry, dict):
        yield LeftOut(*_NO_ENTRY)
        return
    address = web_address(entry.get("url"))
    if address is None:
        yield LeftOut(*NO_ADDRESS)
        return
    parts = {}
    for folder, suffix in (("content", "html"), ("highlights", "md")):
        try:
            name = files.get(f"{folder}/{entry.get('slug')}.{suffix}")
            parts[folder] = bundle.text(name) if name else ""
        except SourceError:
            parts[folder] = ""
            yield LeftOut(*_NO_TEXT)
    yield _article(entry, address, parts["content"], tuple(highlights(parts["highlights"], address)))


def _article(entry: dict[str, Any], address: str, html: str, found: tuple[ImportedAnnotation, ...]) -> SavedArticle:
    progress = entry.get("readingProgress")
    is_read = isinstance(progress, int | float) and progress >= _DONE
    given = entry.get("labels")
    return SavedArticle(
        address=address,
        title=line(entry.get("title")) or "",
        byline=line(entry.get("author")),
        html=html,
        published=day(entry.get("publishedAt")),
        added=moment(entry.get("savedAt")),
        read=is_read or str(entry.get("state")).casefold() in ("archived", "read"),
        tags=labels(given if isinstance(given, list) else ()),
        annotations=found,
    )


def highlights(text: str, address: str) -> Iterator[ImportedAnnotation]:
    """The highlights in the Markdown of an article: a quotation, then labels and a note; a note alone before all."""
    quote: list[str] = []
    note: list[str] = []
    for each in [*text.splitlines(), ">"]:
        if not each.startswith(">"):
            note.append(each)
            continue
        if any(map(str.strip, note)):
            yield _highlight(quote, note, address)
            quote, note = [], []
        elif note and quote:
            yield _highlight(quote, [], address)
            quote = []
        note = []
        quote.append(each.removeprefix(">").strip())
    if any(quote):
        yield _highlight(quote, [], address)


def _highlight(quote: list[str], note: list[str], address: str) -> ImportedAnnotation:
    quoted = "\n".join(quote).strip()
    lines = [each.strip() for each in note]
    tagged = [each for each in lines if _LABEL.fullmatch(each)]
    words = "\n".join(each for each in lines if each not in tagged).strip()
    tags = [part.strip() for each in tagged for part in each.split("#")]
    return ImportedAnnotation(
        f"omnivore:{address}:{quoted}:{'' if quoted else words}",
        text=words,
        quote=quoted,
        colour="yellow" if quoted else None,
        tags=labels(tags),
    )


def _is_omnivore(bundle: Bundle) -> bool:
    if bundle.is_single:
        return False
    return any(_LISTS.fullmatch(each.rpartition("/")[2]) for each in bundle.names)


PROGRAM = Program("omnivore", "an export of Omnivore", _is_omnivore, _read)
