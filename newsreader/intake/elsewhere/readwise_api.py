"""Readwise: what its API exports (`/api/v2/export/`), as scripts keep it: JSON with articles and their highlights."""

from __future__ import annotations

import json
from typing import TYPE_CHECKING, Any

from newsreader.annotations.model import COLOURS
from newsreader.exports.annotations.imported import ImportedAnnotation
from newsreader.intake.elsewhere.items import LeftOut, SavedArticle, labels, line, web_address
from newsreader.intake.elsewhere.moments import stamp
from newsreader.sources.errors import SourceError

if TYPE_CHECKING:
    from collections.abc import Iterator

    from newsreader.intake.elsewhere.bundle import Bundle
    from newsreader.intake.elsewhere.items import Item

MARK = '"user_book_id"'
"""What the first entry begins with."""

IN_BOOK = "highlight in a book", "highlights in books"
EMPTY = "row without a title or address", "rows without a title or address"
_NO_ENTRY = "entry that is none of Readwise", "entries that are none of Readwise"
_DELETED = "highlight that was deleted in Readwise", "highlights that were deleted in Readwise"
_NO_WORDS = "highlight without words", "highlights without words"


def read(bundle: Bundle) -> Iterator[Item]:
    """Yield what is in one page of an export, a list of pages, or a list of what is in them. Raises `SourceError`."""
    try:
        given = json.loads(bundle.text())
    except (ValueError, RecursionError) as error:
        raise SourceError(f"{bundle.called} is cut or damaged: {error}.") from error
    for page in given if isinstance(given, list) else [given]:
        entries = page.get("results") if isinstance(page, dict) and "results" in page else [page]
        for entry in entries if isinstance(entries, list) else [entries]:
            yield from _items(entry)


def _items(entry: Any) -> Iterator[Item]:
    if not isinstance(entry, dict):
        yield LeftOut(*_NO_ENTRY)
        return
    given = entry.get("highlights")
    highlights = [each for each in given if isinstance(each, dict)] if isinstance(given, list) else []
    if entry.get("category") == "books":
        yield LeftOut(*IN_BOOK, count=len(highlights))
        return
    kept = [each for each in highlights if not each.get("is_deleted")]
    said = [each for each in kept if line(each.get("text"))]
    for what, count in ((_DELETED, len(highlights) - len(kept)), (_NO_WORDS, len(kept) - len(said))):
        if count:
            yield LeftOut(*what, count=count)
    address, title = web_address(entry.get("source_url")), line(entry.get("title")) or line(entry.get("readable_title"))
    if address is None and title is None:
        yield LeftOut(*EMPTY)
    elif not entry.get("is_deleted"):
        yield _article(entry, address or "", title or "", said)


def _article(entry: dict[str, Any], address: str, title: str, highlights: list[dict[str, Any]]) -> SavedArticle:
    note = entry.get("document_note")
    whole = [ImportedAnnotation(f"readwise:{title}", text=note)] if isinstance(note, str) and note.strip() else []
    return SavedArticle(
        address=address,
        title=title,
        byline=line(entry.get("author")),
        tags=labels(_names(entry.get("book_tags"))),
        annotations=(*whole, *(_annotation(title, each) for each in highlights)),
    )


def _annotation(title: str, highlight: dict[str, Any]) -> ImportedAnnotation:
    note, colour = highlight.get("note"), highlight.get("color")
    return ImportedAnnotation(
        f"readwise:{title}:{highlight['text']}",
        text=note if isinstance(note, str) else "",
        quote=highlight["text"],
        colour=colour if colour in COLOURS else COLOURS[0],
        tags=labels(_names(highlight.get("tags"))),
        written=stamp(highlight.get("highlighted_at")) or stamp(highlight.get("created_at")),
        changed=stamp(highlight.get("updated_at")),
    )


def _names(tags: object) -> Iterator[object]:
    for each in tags if isinstance(tags, list) else ():
        yield each.get("name") if isinstance(each, dict) else each
