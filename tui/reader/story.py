"""The other articles of the library that tell the story of the one that is read, and what this one alone says."""

from __future__ import annotations

from dataclasses import dataclass
from typing import TYPE_CHECKING

from newsreader import languages
from newsreader.article import ParagraphKind
from newsreader.stories.alone import alone

if TYPE_CHECKING:
    from collections.abc import Iterator

    from newsreader.article import Article
    from newsreader.index.index import Index
    from newsreader.languages.record import Stretch
    from newsreader.store.library import Library

MOST = 20
"""So many other articles are looked at, those with most text."""


@dataclass(frozen=True, slots=True)
class Version:
    """Another article that tells the same."""

    article: Article
    why: str
    """What it has in common with the one that is read, in words; empty if only others lie between them."""


@dataclass(frozen=True, slots=True)
class Story:
    """Who else tells it, the fullest first, and the sentences that nobody else has."""

    versions: tuple[Version, ...]
    alone: tuple[Stretch, ...]


def story_of(index: Index, library: Library, article: Article, number: int) -> Story:
    """The story that an article tells; a thread may ask. Raises `IndexFileError`, `LibraryError`."""
    versions = []
    for told in index.told_with(number)[:MOST]:
        record = library.latest(told.article)
        if record is not None:
            versions.append(Version(library.stored(record), told.why.sentence() if told.why else ""))
    spans = [*_sentences(article)]
    others = [[each.article.text[start:end] for start, end in _sentences(each.article)] for each in versions]
    places = alone([article.text[start:end] for start, end in spans], others) if versions else []
    return Story(tuple(versions), tuple(spans[place] for place in places))


def _sentences(article: Article) -> Iterator[Stretch]:
    split = languages.of_article(article).sentences().split
    for each in article.paragraphs:
        if each.kind is ParagraphKind.BODY:
            yield from split(article.text, each.start, each.end)
