"""Articles from books (EPUB 2 and 3): each chapter of the table of contents is one, in the order of reading.

What is encrypted is refused. A document that cannot be read is left out, and said when all others have come.
"""

from __future__ import annotations

import re
from dataclasses import dataclass, field, replace
from typing import TYPE_CHECKING

from newsreader.article import ParagraphKind
from newsreader.counting import counted
from newsreader.sources.archives import MemberError, ZipArchive
from newsreader.sources.errors import SourceError
from newsreader.sources.formats.format import Format
from newsreader.sources.paragraphs.blocks import block_article

if TYPE_CHECKING:
    from collections.abc import Iterator

    from newsreader.article import Article
    from newsreader.sources.formats.epub_package import Book, Chapter
    from newsreader.sources.formats.format import Given
    from newsreader.sources.formats.page_lines import Line

_READ = re.compile(r"\.(?:x?html?|xml|opf|ncx)\Z", re.IGNORECASE)
_BYTES_FOR_A_MARK = 100
"""Of a book's documents: tags and attributes are seldom closer together."""

_TOP = 3
"""Lines in which the heading of a chapter stands."""


@dataclass(slots=True)
class _Piece:
    """A chapter as it grows: a part of a document, or of several."""

    name: str
    title: str | None
    lines: list[Line] = field(default_factory=list)


def _read(data: bytes, given: Given) -> Iterator[Article]:
    from newsreader.sources.formats.epub_package import book_in

    archive = ZipArchive(data, given.called)
    book = book_in(archive, given.called)
    unread: list[str] = []
    for piece in _whole(_pieces(archive, book, unread)):
        title = piece.title or _heading(piece.lines)
        blocks = (line.block for line in piece.lines)
        yield block_article(blocks, replace(book.known, title=title), given.part(piece.name))
    if unread:
        count = counted(len(unread), "document")
        raise SourceError(f"{count} of {given.called} cannot be read: {', '.join(unread[:3])}.")


def _pieces(archive: ZipArchive, book: Book, unread: list[str]) -> Iterator[_Piece]:
    """Yield the documents, divided where chapters begin in them; names of what cannot be read are put into `unread`."""
    from newsreader.sources.formats.epub_document import lines_of, page_of, tree_of
    from newsreader.sources.formats.epub_package import MOST_BYTES

    chapters: dict[str, list[Chapter]] = {}
    for each in book.chapters:
        chapters.setdefault(each.document, []).append(each)
    for name in book.documents:
        try:
            data = archive.read(name, MOST_BYTES)
        except MemberError:
            unread.append(name)
            continue
        try:
            page = page_of(data, name)
            tree = tree_of(page, name)
        except SourceError:
            continue  # it is empty
        yield from _divided(_short(name, book.folder), tree, lines_of(page, tree), chapters.get(name, []))


def _short(name: str, folder: str) -> str:
    return name.removeprefix(f"{folder}/") if folder else name


def _divided(name: str, tree: object, lines: list[Line], chapters: list[Chapter]) -> Iterator[_Piece]:
    """Yield what stands before the first chapter of a document, and each of its chapters."""
    from newsreader.sources.formats.epub_document import beginnings

    found = beginnings(tree, lines, [each.fragment for each in chapters if each.fragment])
    starts: dict[int, _Piece] = {0: _Piece(name, None)}
    for each in chapters:
        start = found.get(each.fragment, 0)
        part = f"{name}:{each.fragment}" if start else name
        starts[start] = _Piece(part, each.title)
    places = sorted(starts)
    for start, end in zip(places, [*places[1:], len(lines)], strict=True):
        starts[start].lines += lines[start:end]
        yield starts[start]


def _whole(pieces: Iterator[_Piece]) -> Iterator[_Piece]:
    """Yield the chapters, each with the documents in which it goes on: those without a heading and without an entry."""
    last: _Piece | None = None
    for piece in pieces:
        goes_on = last is not None and last.title and not piece.title and not _heading(piece.lines)
        if last is not None and goes_on:
            last.lines += piece.lines
            continue
        if last is not None:
            yield last
        last = piece
    if last is not None:
        yield last


def _heading(lines: list[Line]) -> str | None:
    """Return the heading that a chapter has for itself."""
    headings = (line.block.text for line in lines[:_TOP] if line.block.kind is ParagraphKind.HEADING)
    return next(headings, None)


def _size(data: bytes) -> int:
    """Return how many bytes of documents there are, unpacked; of a book that cannot be read none."""
    try:
        archive = ZipArchive(data, "")
    except SourceError:
        return 0
    return sum(archive.size(name) for name in archive if _READ.search(name))


def _marks(data: bytes) -> int:
    return _size(data) // _BYTES_FOR_A_MARK


def _is_book(head: bytes) -> bool:
    return head.startswith(b"PK\x03\x04") and (
        b"application/epub+zip" in head[:200] or b"META-INF/container.xml" in head
    )


FORMAT = Format(
    "EPUB",
    _read,
    marks=_marks,
    size=_size,
    suffixes=frozenset({".epub"}),
    types=frozenset({"application/epub+zip"}),
    magic=_is_book,
)
