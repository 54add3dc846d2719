"""Opening an article: where one was in it, what one wrote on it, and what has been found in it before."""

from __future__ import annotations

from dataclasses import dataclass
from typing import TYPE_CHECKING

from newsreader.store.errors import LibraryError
from tui.reader.jumps import Place
from tui.reader.reading import Findings, Reading

if TYPE_CHECKING:
    from newsreader.annotations.anchor import Reanchored
    from newsreader.article import Article
    from newsreader.entity import Analysis
    from newsreader.store.library import Library


@dataclass(frozen=True, slots=True)
class Opened:
    """An article that has been opened, and what there is to say about that."""

    reading: Reading
    trouble: str = ""
    """Why nothing will be kept, or what was written before and cannot be read."""
    reanchored: Reanchored | None = None
    """What became of the annotations of the version that was read before, if this one is new."""
    newcomer: bool = False
    """Whether nothing like it was known by its path or address."""


def remember(library: Library | None, article: Article, index: int = 0) -> Opened:
    """Start to read an article: where one was and what one wrote, if the library knows it."""
    reading = Reading(index, article)
    if library is None:
        return Opened(reading)
    from newsreader.annotations.notebook import Notebook

    try:
        new_text = library.find(article) is None
        record = library.remember(article)
        reading.notebook = Notebook(library, record, article)
        with library.reading() as unit:
            place, newcomer = unit.reading.place(record), unit.joined.is_newcomer(record.id)
    except LibraryError as error:
        return Opened(reading, f"Notes and places will not be kept: {error}")
    if place is not None:
        reading.place = Place(place.offset, place.cursor)
    trouble = " ".join(reading.notebook.unread)
    return Opened(reading, trouble, reading.notebook.reanchored if new_text else None, newcomer)


def take_in(reading: Reading, analysis: Analysis) -> None:
    """Take in an analysis that is at hand, as the person has it, before anything is shown."""
    reading.correct()
    reading.understand(Findings.of(analysis, reading.overlay, reading.article))
