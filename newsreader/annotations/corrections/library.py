"""What a library has been told about an article, for whoever has no notebook open."""

from __future__ import annotations

from dataclasses import dataclass
from typing import TYPE_CHECKING

from newsreader.annotations.correcting import read_gazetteer
from newsreader.annotations.corrections.apply import apply
from newsreader.annotations.notebook import Notebook
from newsreader.entities.redating import redated

if TYPE_CHECKING:
    from datetime import date

    from newsreader.annotations.corrections.model import Corrected, Correction
    from newsreader.article import Article
    from newsreader.entities.model import Analysis
    from newsreader.store.library import Library


@dataclass(frozen=True, slots=True)
class Said:
    """What the person said of an article: corrections, and the day on which it was published, if anything."""

    corrections: tuple[Correction, ...] = ()
    published: date | None = None

    def over(self, analysis: Analysis, article: Article) -> Corrected:
        """`analysis` of `article` with all of it laid over."""
        counted = redated(analysis, article, self.published) if self.published else analysis
        return apply(counted, self.corrections, article.text)


def said_of(library: Library, article: Article) -> Said:
    """What was said of `article` if the library knows it, and what the gazetteer suggests; notes nothing."""
    record = library.find(article)
    if record is not None:
        notebook = Notebook(library, record, article)
        return Said(notebook.corrections, notebook.published)
    with library.database.read() as connection:
        return Said(tuple(each for _, each in read_gazetteer(connection)))
