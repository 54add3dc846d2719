"""The pages of a PDF as pieces of text with their places. Only this module knows pypdfium2, the extra `pdf`.

Places are in points from the lower left corner of a page as it is looked at.
"""

from __future__ import annotations

import ctypes
from dataclasses import dataclass
from typing import TYPE_CHECKING, Any, NamedTuple

from newsreader.sanitise import printable

if TYPE_CHECKING:
    from collections.abc import Iterator

_WIDE = 1.2
"""Blanks, in heights of a line, at which another piece begins: columns and cells are further apart, words nearer."""

_SAME_LINE = 0.5
"""The share of the lower of two characters that must be beside the other."""

_HYPHENS = "\x02\ufffe"
"""What PDFium has for the hyphen of a word that goes on in the next line."""

_IMAGE = 3
"""What PDFium calls a picture among the objects of a page."""


class Box(NamedTuple):
    """Where something stands."""

    left: float
    bottom: float
    right: float
    top: float

    @property
    def height(self) -> float:
        """How high it is."""
        return self.top - self.bottom

    @property
    def middle(self) -> float:
        """How far above the lower edge of the page its middle is."""
        return (self.top + self.bottom) / 2

    def beside(self, other: Box) -> bool:
        """Whether it is on one line with another."""
        shared = min(self.top, other.top) - max(self.bottom, other.bottom)
        return shared > _SAME_LINE * min(self.height, other.height)

    def around(self, other: Box) -> Box:
        """The box that holds both."""
        return Box(
            min(self.left, other.left),
            min(self.bottom, other.bottom),
            max(self.right, other.right),
            max(self.top, other.top),
        )


class Piece(NamedTuple):
    """Characters that stand on one line with no more than blanks between them."""

    text: str
    box: Box


@dataclass(frozen=True, slots=True)
class Page:
    """One page: its size in points, and what is written on it, in the order of the file."""

    width: float
    height: float
    pieces: tuple[Piece, ...]
    is_picture: bool
    """Whether there is no text on it, but a picture."""


@dataclass(frozen=True, slots=True)
class Outline:
    """An entry of the outline: its title, and the number of the page that it leads to, from 0."""

    title: str
    page: int


class PdfError(Exception):
    """A file that is no PDF, or a damaged one."""


class PasswordError(PdfError):
    """A PDF that can only be read with a password."""


class Document:
    """A PDF in memory."""

    def __init__(self, data: bytes) -> None:
        """Open it. Raises `ImportError` where pypdfium2 is not installed, `PdfError` for what cannot be opened."""
        import pypdfium2

        try:
            self._document = pypdfium2.PdfDocument(data)
        except pypdfium2.PdfiumError as error:
            raise PasswordError if "password" in str(error).lower() else PdfError from error

    def known(self, name: str) -> str:
        """What the file says of itself under a name such as `Title`; empty for nothing."""
        return printable(self._document.get_metadata_value(name) or "")

    def outline(self, most: int) -> Iterator[Outline]:
        """Yield the first entries of the outline that lead to a page."""
        for _, entry in zip(range(most), self._document.get_toc(), strict=False):
            destination = entry.get_dest()
            page = destination.get_index() if destination is not None else None
            if page is not None:
                yield Outline(printable(entry.get_title() or ""), page)

    def pages(self) -> Iterator[Page]:
        """Yield the pages; one that cannot be read is empty."""
        import pypdfium2

        for number in range(len(self._document)):
            try:
                page = self._document[number]
            except pypdfium2.PdfiumError:
                yield Page(1, 1, (), is_picture=False)
                continue
            yield _page(page)
            page.close()


def _page(page: Any) -> Page:
    import pypdfium2

    width, height = page.get_size()
    try:
        text = page.get_textpage()
    except pypdfium2.PdfiumError:
        return Page(width, height, (), is_picture=False)
    turn = _Turn(page)
    pieces = tuple(piece for piece in _pieces(_characters(text, turn)) if piece.text)
    text.close()
    is_picture = not pieces and next(page.get_objects(filter=[_IMAGE], max_depth=2), None) is not None
    return Page(width, height, pieces, is_picture)


class _Turn:
    """How a page is turned when it is looked at, by which the places in the file are turned, too."""

    def __init__(self, page: Any) -> None:
        self._turned = page.get_rotation()
        self._left, self._bottom, self._right, self._top = page.get_bbox()

    def box(self, left: float, bottom: float, right: float, top: float) -> Box:
        """The box of what stands there."""
        if self._turned == 90:
            return Box(bottom - self._bottom, self._right - right, top - self._bottom, self._right - left)
        if self._turned == 180:
            return Box(self._right - right, self._top - top, self._right - left, self._top - bottom)
        if self._turned == 270:
            return Box(self._top - top, left - self._left, self._top - bottom, right - self._left)
        return Box(left - self._left, bottom - self._bottom, right - self._left, top - self._bottom)


def _characters(text: Any, turn: _Turn) -> Iterator[tuple[str, Box | None]]:
    """Yield the characters with their boxes; None for those that PDFium made of what is between others."""
    import pypdfium2.raw as pdfium

    rectangle = pdfium.FS_RECTF()
    place = ctypes.byref(rectangle)
    for index in range(text.count_chars()):
        character = pdfium.FPDFText_GetUnicode(text, index)
        pdfium.FPDFText_GetLooseCharBox(text, index, place)
        is_made = rectangle.left >= rectangle.right or rectangle.bottom >= rectangle.top
        box = turn.box(rectangle.left, rectangle.bottom, rectangle.right, rectangle.top)
        yield chr(character), None if is_made else box


def _pieces(characters: Iterator[tuple[str, Box | None]]) -> Iterator[Piece]:
    """Yield the pieces that the characters make."""
    written: list[str] = []
    whole: Box | None = None
    last: Box | None = None
    for character, box in characters:
        ends = character in "\r\n" or (box is not None and last is not None and not _follows(box, last))
        if ends and whole is not None:
            yield Piece(_text(written), whole)
        if ends:
            written, whole, last = [], None, None
        if character not in "\r\n":
            written.append("-" if character in _HYPHENS else character)
            if box is not None and not character.isspace():
                whole, last = (box if whole is None else whole.around(box)), box
    if whole is not None:
        yield Piece(_text(written), whole)


def _follows(box: Box, last: Box) -> bool:
    """Whether a character goes on behind the last one."""
    return box.beside(last) and -last.height < box.left - last.right < _WIDE * last.height


def _text(characters: list[str]) -> str:
    """Return the characters as one safe line; those beyond the first plane may come in halves."""
    return printable("".join(characters).encode("utf-16", "surrogatepass").decode("utf-16", "replace"))
