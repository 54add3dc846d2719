"""The sample articles that come with the program, as far as they were neither opened nor taken off."""

from __future__ import annotations

from dataclasses import dataclass
from datetime import date
from typing import TYPE_CHECKING

from newsreader.index.found import FoundArticle
from newsreader.query.days import Days
from newsreader.query.matching import Findable

if TYPE_CHECKING:
    from newsreader.store.library import Library

SETTING = "samples taken off"
"""The names of the sample articles that are not wanted, a line each."""


@dataclass(frozen=True, slots=True)
class _Sample:
    key: str
    sha256: str
    """The digest of its text."""
    article: FoundArticle


class Samples:
    """The sample articles, as the list of articles takes them; their numbers are negative."""

    def __init__(self, library: Library) -> None:
        self._library = library
        self._all: tuple[_Sample, ...] = ()
        self.are_read = False
        """Whether it is known which there are."""

    def read(self) -> None:
        """Read them for their titles; a thread may do it."""
        self._all = _read()
        self.are_read = True

    def left(self) -> tuple[FoundArticle, ...]:
        """Those of which the text was never opened, from wherever, and that were not taken off.

        Raises `LibraryError`.
        """
        unwanted = self._unwanted()
        with self._library.reading() as unit:
            return tuple(
                each.article
                for each in self._all
                if each.key not in unwanted and unit.articles.text(each.sha256) is None
            )

    def take_off(self, article: int) -> None:
        """Offer one no more. Raises `LibraryError`."""
        self._want_not(self._unwanted() | {self._key(article)})

    def put_back(self, article: int) -> None:
        """Offer it again. Raises `LibraryError`."""
        self._want_not(self._unwanted() - {self._key(article)})

    def _key(self, article: int) -> str:
        return next(each.key for each in self._all if each.article.id == article)

    def _unwanted(self) -> set[str]:
        return set(filter(None, (self._library.setting(SETTING) or "").split("\n")))

    def _want_not(self, keys: set[str]) -> None:
        self._library.keep_setting(SETTING, "\n".join(sorted(keys)))


def findable(article: FoundArticle) -> Findable:
    """What a query can find an article by that is in no index."""
    source = article.source or ""
    return Findable(
        texts=(article.title or "", source, article.location),
        values={
            "title": (article.title or "",),
            "source": (source,),
            "url": (article.location,),
            "is": (article.state,),
        },
        days={"published": Days.of(date.fromisoformat(article.published) if article.published else None)},
    )


def _read() -> tuple[_Sample, ...]:
    """Read them; one that cannot be read is left out."""
    from newsreader import resources, sources
    from newsreader.store.clock import now
    from tui.base.captions import headline

    found: list[_Sample] = []
    for path in resources.samples():
        try:
            article = sources.load(str(path))
        except sources.SourceError:
            continue
        data = article.metadata
        published = data.published.isoformat() if data.published else None
        where = data.source or data.agency
        row = FoundArticle(
            -len(found) - 1, headline(article), where, published, now(), str(path), 0, 0.0, "unread", False, (), ()
        )
        found.append(_Sample(f"sample-{path.name}", article.sha256, row))
    return tuple(found)
