"""Opening an article: where one was in it, what one wrote on it, and what has been found in it before."""

from __future__ import annotations

from dataclasses import dataclass
from typing import TYPE_CHECKING

from newsreader.store.errors import LibraryError
from newsreader.store.records import ArticleRecord
from tui.base.captions import excerpt
from tui.reader import plain_categories
from tui.reader.jumps import Place
from tui.reader.reading import Findings, Reading

if TYPE_CHECKING:
    from collections.abc import Sequence

    from newsreader.annotations.anchor import Reanchored
    from newsreader.article import Article
    from newsreader.entity import Analysis, Category
    from newsreader.store.library import Library


@dataclass(frozen=True, slots=True)
class Opened:
    """An article that has been opened, and what there is to say about that."""

    reading: Reading
    troubles: tuple[str, ...] = ()
    """Why nothing will be kept, and what was written before and cannot be read, a sentence each."""
    reanchored: Reanchored | None = None
    """What became of the annotations of the version that was read before, if this one is new."""
    newcomer: bool = False
    """Whether nothing like it was known by its path or address."""
    plain: frozenset[Category] = frozenset()
    """The categories whose names are not to stand out in the text."""


def remember(library: Library | None, article: Article, index: int = 0) -> Opened:
    """Start to read an article: where one was and what one wrote, if the library knows it. Any thread may do it."""
    reading = Reading(index, article)
    if library is None:
        return Opened(reading)
    try:
        known = library.find(article)
        record, trouble = _remember(library, article, known)
        return _opened(library, reading, record, trouble, is_new=known is None)
    except LibraryError as error:
        return Opened(reading, (not_kept(error),))


def look_up(library: Library, article: Article) -> Opened:
    """The same for an article that the library has, without noting that it is opened. Raises `LibraryError`."""
    record = library.find(article)
    return _opened(library, Reading(0, article), record or ArticleRecord.of_nothing(article.sha256))


def _opened(
    library: Library, reading: Reading, record: ArticleRecord, trouble: str = "", *, is_new: bool = False
) -> Opened:
    from newsreader.annotations.notebook import Notebook

    reading.notebook = Notebook(library, record, reading.article)
    with library.reading() as unit:
        place = unit.reading.place(record) if unit.articles.holds(record) else None
        newcomer = not trouble and unit.joined.is_newcomer(record.id)
        unsaved = unit.drafts.beginning(f"{record.id} ") if record.id else []
    if place is not None:
        reading.place = Place(place.offset, place.cursor)
    troubles = (*filter(None, [trouble, _unsaved(unsaved)]), *reading.notebook.unread)
    reanchored = reading.notebook.reanchored if is_new else None
    return Opened(reading, troubles, reanchored, newcomer, plain_categories.kept(library))


def not_kept(error: LibraryError) -> str:
    """What it means that nothing can be written."""
    return f"Notes and places will not be kept: {error}"


def _unsaved(drafts: Sequence[str]) -> str:
    """What there is to say of notes that were begun and not kept, since the reader was killed or the disk was full."""
    if not drafts:
        return ""
    from newsreader.sanitise import printable

    more = f" ({len(drafts) - 1} more.)" if len(drafts) > 1 else ""
    return f"A note was not saved; begin one at its place to go on with it: “{excerpt(printable(drafts[0]))}”{more}"


def _remember(library: Library, article: Article, known: ArticleRecord | None) -> tuple[ArticleRecord, str]:
    """The record of an article, and why it could not be noted that it is opened; what was written can be read then."""
    try:
        return library.remember(article), ""
    except LibraryError as error:
        return known or ArticleRecord.of_nothing(article.sha256), not_kept(error)


def take_in(reading: Reading, analysis: Analysis) -> None:
    """Take in an analysis that is at hand, as the person has it, before anything is shown."""
    reading.correct()
    reading.understand(Findings.of(analysis, reading.overlay, reading.article))
