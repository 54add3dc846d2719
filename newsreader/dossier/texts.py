"""The articles that dossiers are gathered from, with the sentences that were looked for in them."""

from __future__ import annotations

from collections import OrderedDict
from typing import TYPE_CHECKING

from newsreader import languages

if TYPE_CHECKING:
    from collections.abc import Iterable

    from newsreader.article import Article
    from newsreader.store.library import Library
    from newsreader.store.records import ArticleRecord

LONGEST = 500
"""Code points on each side of a place within which its sentence is looked for."""
KEPT = 100
"""So many articles, those that were read last, are at hand for whoever reads another part of the same dossier."""


class Text:
    """An article of the library; each of its sentences is looked for once, and only if somebody asks."""

    def __init__(self, record: ArticleRecord, article: Article) -> None:
        self.record = record
        self.article = article
        self._sentences: dict[tuple[int, int], tuple[int, int]] = {}

    def sentence(self, start: int, end: int) -> tuple[int, int]:
        """The sentence that holds a place, in code points."""
        place = start, end
        if place not in self._sentences:
            self._sentences[place] = bounds(self.article, start, end)
        return self._sentences[place]


class Texts:
    """Reads articles of a library. For one thread."""

    def __init__(self, library: Library) -> None:
        self._library = library
        self._kept: OrderedDict[int, Text | None] = OrderedDict()

    def of(self, number: int) -> Text | None:
        """The newest text of the article of that number; None if the library has none. May raise `LibraryError`."""
        if number in self._kept:
            self._kept.move_to_end(number)
        else:
            self._kept[number] = self._read(number)
            if len(self._kept) > KEPT:
                self._kept.popitem(last=False)
        return self._kept[number]

    def fetch(self, numbers: Iterable[int]) -> None:
        """Read the articles of these numbers, as far as they are not at hand, which is quicker than one by one."""
        with self._library.reading():
            for number in numbers:
                self.of(number)

    def _read(self, number: int) -> Text | None:
        with self._library.reading() as unit:
            record = unit.articles.latest(number)
            return Text(record, unit.articles.stored(record)) if record is not None else None


def bounds(article: Article, start: int, end: int) -> tuple[int, int]:
    """The sentence that holds a place, in code points, within its paragraph."""
    first, last = max(0, start - LONGEST), min(len(article.text), end + LONGEST)
    for paragraph in article.paragraphs:
        if paragraph.start <= start < paragraph.end:
            first, last = max(first, paragraph.start), max(end, min(last, paragraph.end))
            break
    return languages.of_article(article).sentences().at(article.text, start, first, last)
