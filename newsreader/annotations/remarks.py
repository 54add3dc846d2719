"""All that the person wrote: the notes, highlights, bookmarks and corrections of all articles in one list."""

from __future__ import annotations

from dataclasses import dataclass
from typing import TYPE_CHECKING

from newsreader.annotations.model import CORRECTION, Annotation
from newsreader.annotations.notebook import Notebook
from newsreader.annotations.wording import correction_in_words
from newsreader.sanitise import printable
from newsreader.store.errors import LibraryError

if TYPE_CHECKING:
    from collections.abc import Iterator
    from datetime import date, datetime

    from newsreader.annotations.corrections.model import Correction
    from newsreader.article import Article
    from newsreader.store.library import Library
    from newsreader.store.records import ArticleRecord


@dataclass(frozen=True, slots=True)
class Remark:
    """An annotation, or a correction of what was found, with the article that it is on."""

    article: int
    """What the library knows the article by."""
    title: str
    """What the article is called; never empty, safe to print on one line."""
    published: date | None
    said: Annotation | Correction

    @property
    def kind(self) -> str:
        """One of `model.Kind`, or `model.CORRECTION`."""
        return self.said.kind.value if isinstance(self.said, Annotation) else CORRECTION

    @property
    def at(self) -> datetime:
        """When it was written last, in UTC."""
        return self.said.modified if isinstance(self.said, Annotation) else self.said.created

    @property
    def text(self) -> str:
        """What was written, or what was corrected in words; empty for a plain highlight or bookmark."""
        return self.said.text if isinstance(self.said, Annotation) else correction_in_words(self.said)

    @property
    def address(self) -> tuple[int, int | None]:
        """Where to jump to: the article, and the code point of its newest text; None for the article as a whole."""
        return self.article, self.said.start


def remarks(library: Library) -> Iterator[Remark]:
    """All of them, the article that was written on last first, and each article’s in the order of its text.

    What cannot be read of an article that is damaged is left out; `journal_check` says which those are.
    """
    with library.reading() as unit:
        records = unit.articles.written_on()
    for record in records:
        try:
            yield from remarks_on(library, record, library.stored(record))
        except LibraryError:
            continue


def remarks_on(library: Library, record: ArticleRecord, article: Article) -> Iterator[Remark]:
    """Those on one article: annotations that have no place any more after the others, corrections last."""
    notebook = Notebook(library, record, article)
    published = notebook.overlay.dated(article).metadata.published
    said: tuple[Annotation | Correction, ...] = (*notebook.annotations, *notebook.orphans, *notebook.corrections.own)
    for each in said:
        yield Remark(record.id, printable(article.called), published, each)
