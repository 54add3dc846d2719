"""The articles of the library that tell the story of the one that is read, and what this one alone says."""

from __future__ import annotations

from dataclasses import dataclass
from typing import TYPE_CHECKING

from newsreader import languages
from newsreader.article import ParagraphKind
from newsreader.stories.alone import alone

if TYPE_CHECKING:
    from collections.abc import Iterable, Iterator, Sequence

    from newsreader.article import Article
    from newsreader.index.stories import Told
    from newsreader.languages.record import Stretch
    from newsreader.store.library import Library
    from tui.article.mention_index import Pace

MOST = 20
"""So many other articles are looked at, those with most text."""


@dataclass(frozen=True, slots=True)
class Tellings:
    """The articles of one story by their numbers, in the order in which one goes through them."""

    articles: tuple[int, ...]
    """The one that stands for all in a list, or from which one began; then the others, the fullest first."""

    def beside(self, article: int, direction: int) -> int | None:
        """The next article after one of them, or the one before; None at the ends."""
        if article not in self.articles:
            return None
        at = self.articles.index(article) + direction
        return self.articles[at] if 0 <= at < len(self.articles) else None

    def without(self, article: int) -> Tellings:
        """The story without one of its articles."""
        return Tellings(tuple(each for each in self.articles if each != article))

    def counter(self, article: int) -> str:
        """`2 of 3 tellings`; empty for a story that is told once."""
        if len(self.articles) < 2 or article not in self.articles:
            return ""
        return f"{self.articles.index(article) + 1} of {len(self.articles)} tellings"


@dataclass(frozen=True, slots=True)
class Version:
    """Another article that tells the same."""

    article: Article
    why: str
    """What it has in common with the one that is read, in words; empty if only others lie between them."""


@dataclass(frozen=True, slots=True)
class Story:
    """Who else tells it, the fullest first, and the passages that nobody else has, in order of position."""

    versions: tuple[Version, ...] = ()
    alone: tuple[Stretch, ...] = ()


def story_of(library: Library, article: Article, told: Sequence[Told], pace: Pace) -> Story:
    """The story of an article that others tell, too; a thread may find it, at its `pace`. Raises `LibraryError`."""
    versions = []
    for each in pace(told[:MOST]):
        record = library.latest(each.article)
        if record is not None:
            versions.append(Version(library.stored(record), each.why.sentence() if each.why else ""))
    spans = [*_sentences(article)]
    others = [[each.article.text[start:end] for start, end in _sentences(each.article)] for each in pace(versions)]
    places = alone(pace([article.text[start:end] for start, end in spans]), others) if versions else []
    return Story(tuple(versions), tuple(_passages(article.text, [spans[place] for place in places])))


def _sentences(article: Article) -> Iterator[Stretch]:
    split = languages.of_article(article).sentences().split
    for each in article.paragraphs:
        if each.kind is ParagraphKind.BODY:
            yield from split(article.text, each.start, each.end)


def _passages(text: str, sentences: Iterable[Stretch]) -> Iterator[Stretch]:
    """The sentences, those that follow each other in one paragraph as one."""
    start = end = -1
    for first, last in sentences:
        between = text[end:first] if end >= 0 else "\n"
        if between.strip() or "\n\n" in between or end < 0:
            if end >= 0:
                yield start, end
            start = first
        end = last
    if end >= 0:
        yield start, end
