"""Articles of the library with what was written on them and the names that are known in them, for a file."""

from __future__ import annotations

from dataclasses import dataclass
from typing import TYPE_CHECKING

from newsreader.annotations.model import Annotation
from newsreader.annotations.notebook import overlay_of
from newsreader.annotations.remarks import remarks
from newsreader.exports.annotations.annotated_article import AnnotatedArticle

if TYPE_CHECKING:
    from collections.abc import Callable, Iterable, Sequence

    from newsreader.article import Article
    from newsreader.entity import Analysis
    from newsreader.store.library import Library

MOST = 2000
"""Articles that are written at once: all of them are in memory then."""
NAMELESS = "The names of some articles are not known yet and are not in the file."
"""What to say if an article was `Gathering.nameless`."""


def annotations_of(library: Library, articles: Iterable[int]) -> dict[int, list[Annotation]]:
    """All that was written on articles, in their order; raises LibraryError."""
    found: dict[int, list[Annotation]] = {each: [] for each in articles}
    for each in remarks(library):
        if each.article in found and isinstance(each.said, Annotation):
            found[each.article].append(each.said)
    return found


@dataclass(slots=True)
class Gathering:
    """Gathers articles; `known` finds the names of one without reading it, and is None if none are wanted."""

    library: Library
    known: Callable[[Article], Analysis | None] | None
    provenance: frozenset[str] | None = None
    """Whose names are wanted; None for everybody's."""
    nameless: bool = False
    """Whether names were wanted of an article in which they are not known."""

    def article(self, number: int, annotations: Sequence[Annotation]) -> AnnotatedArticle | None:
        """An article with these annotations; None if the library has it no more. Raises LibraryError."""
        record = self.library.latest(number)
        if record is None:
            return None
        article = self.library.stored(record)
        overlay, corrected = overlay_of(self.library, article), None
        if self.known is not None:
            analysis = self.known(article)
            self.nameless |= analysis is None
            corrected = overlay.over(analysis, article) if analysis is not None else None
        return AnnotatedArticle(overlay.dated(article), tuple(annotations), corrected, self.provenance)
