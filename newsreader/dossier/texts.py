"""The articles that dossiers are gathered from, with the sentences that were looked for in them."""

from __future__ import annotations

from bisect import bisect_right
from collections import OrderedDict
from functools import cached_property
from typing import TYPE_CHECKING

from newsreader import languages

if TYPE_CHECKING:
    from collections.abc import Collection, Iterator

    from newsreader.article import Article
    from newsreader.languages.record import Stretch
    from newsreader.languages.sentences import Sentences
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
        self._starts = [each.start for each in article.paragraphs]
        self._split: dict[int, _Split] = {}

    @cached_property
    def _sentences(self) -> Sentences:
        """How its language ends them, which is told from its words where it does not say."""
        return languages.of_article(self.article).sentences()

    def sentence(self, start: int, end: int) -> tuple[int, int]:
        """The sentence that holds a place, in code points, within its paragraph; of a long one what is around it."""
        text = self.article.text
        nearest, farthest = max(0, start - LONGEST), min(len(text), end + LONGEST)
        number = bisect_right(self._starts, start) - 1
        if number < 0 or self.article.paragraphs[number].end <= start:
            return self._sentences.at(text, start, nearest, farthest)
        if number not in self._split:
            paragraph = self.article.paragraphs[number]
            self._split[number] = _Split(self._sentences.split(text, paragraph.start, paragraph.end))
        first, last = self._split[number].at(start)
        return max(first, nearest), max(end, min(last, farthest))


class _Split:
    """The sentences of a paragraph, one after the other, as far as somebody asked."""

    def __init__(self, sentences: Iterator[Stretch]) -> None:
        self._coming = sentences
        self._found: list[Stretch] = []

    def at(self, offset: int) -> Stretch:
        """The sentence that holds an offset or the blanks before it, else the last."""
        while not self._found or self._found[-1][1] <= offset:
            following = next(self._coming, None)
            if following is None:
                break
            self._found.append(following)
        return next((each for each in self._found if offset < each[1]), self._found[-1])


class Texts:
    """Reads articles of a library. For one thread."""

    def __init__(self, library: Library) -> None:
        self._library = library
        self._kept: OrderedDict[int, Text] = OrderedDict()

    def of(self, numbers: Collection[int]) -> dict[int, Text]:
        """The newest texts of the articles of these numbers, as far as the library has any.

        What is not at hand is read at once. May raise `LibraryError`.
        """
        found = {number: self._kept[number] for number in numbers if number in self._kept}
        missing = [number for number in numbers if number not in found]
        if missing:
            with self._library.reading() as unit:
                read = unit.articles.newest(missing)
            found |= {number: Text(*read[number]) for number in missing if number in read}
        for number, text in found.items():
            self._kept[number] = text
            self._kept.move_to_end(number)
        while len(self._kept) > KEPT:
            self._kept.popitem(last=False)
        return found
