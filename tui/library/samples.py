"""The sample articles that come with the program, as far as they were neither opened nor taken off.

They are no part of the library. They stand in one of their own, in memory, with an index, so that they are listed,
found and looked through by their names like any other articles.
"""

from __future__ import annotations

from dataclasses import dataclass
from datetime import date
from functools import cached_property
from typing import TYPE_CHECKING

from newsreader.index.index import Index
from newsreader.store.errors import LibraryError
from newsreader.store.library import Library

if TYPE_CHECKING:
    from collections.abc import Callable

    from newsreader.article import Article
    from newsreader.entity import Analysis

SETTING = "samples taken off"
"""The names of the sample articles that are not wanted, a line each."""
RULES = "samples"
"""What the index knows their names by, which are forgotten with the program."""


@dataclass(frozen=True, slots=True)
class _Sample:
    key: str
    article: Article


class Samples:
    """The sample articles. Their numbers are of an index of their own, and mean others in that of the library."""

    def __init__(self, library: Library, known: Callable[[Article], Analysis | None]) -> None:
        """Read nothing yet. `known` has what was found in an article before."""
        self._library = library
        self._known = known
        self._all: tuple[_Sample, ...] = ()
        self._found: dict[str, Analysis] = {}
        """What was found in them, by the digests of their texts."""
        self._left: frozenset[str] = frozenset()
        """The keys of those that were neither opened nor taken off, when that was looked at last."""
        self.are_read = False
        """Whether it is known which there are."""

    def read(self) -> None:
        """Read them; a thread may do it."""
        self._all = _read()
        self.are_read = True

    def look(self) -> frozenset[str]:
        """The keys of those of which the text was never opened, from wherever, and that were not taken off.

        Raises `LibraryError`.
        """
        unwanted = self._unwanted()
        with self._library.reading() as unit:
            known = {each.key for each in self._all if unit.articles.text(each.article.sha256) is not None}
        self._left = frozenset(each.key for each in self._all) - known - unwanted
        return self._left

    def next_unnamed(self) -> Article | None:
        """One of those that is to be read for names; None if there is none."""
        left = (each.article for each in self._all if each.key in self._left)
        return next((each for each in left if each.sha256 not in self._found), None)

    def take_in(self, article: Article, analysis: Analysis) -> None:
        """Know what is in one of them; the next `follow` puts it into the index."""
        self._found[article.sha256] = analysis

    def take_off(self, number: int) -> None:
        """Offer one no more. Raises `LibraryError`."""
        self._want_not(self._unwanted() | {self._numbers[number].key})

    def put_back(self, number: int) -> None:
        """Offer it again. Raises `LibraryError`."""
        self._want_not(self._unwanted() - {self._numbers[number].key})

    # The index, for the thread that asks it

    def open_index(self) -> Index:
        """Their index."""
        for each in self._all:
            if (found := self._known(each.article)) is not None:
                self.take_in(each.article, found)
        index = Index.in_memory(self._shelf)
        self.follow(index)
        return index

    def follow(self, index: Index) -> None:
        """Have the index list those that were left when that was looked at, with what was found in them."""
        shown = [number for number, each in self._numbers.items() if each.key in self._left]
        with self._shelf.writing() as unit:
            unit.states.take_out(self._numbers.keys() - {*shown})
            unit.states.bring_back(shown)
        index.follow(self._shelf)
        for number in index.unnamed(RULES, len(self._numbers)):
            article = self._numbers[number].article
            found, record = self._found.get(article.sha256), self._shelf.latest(number)
            if found is not None and record is not None:
                index.name(record, article, self._as_it_is_said(article, found), RULES)

    @cached_property
    def _shelf(self) -> Library:
        """The library that they stand in."""
        return Library.in_memory()

    @cached_property
    def _numbers(self) -> dict[int, _Sample]:
        """The samples by the numbers that they have there."""
        with self._shelf.writing() as unit:
            return {unit.articles.remember(each.article).id: each for each in self._all}

    def _as_it_is_said(self, article: Article, found: Analysis) -> Analysis:
        """What was found, as the person has it everywhere; as it was found where the library does not say."""
        from newsreader.annotations.notebook import overlay_of

        try:
            return overlay_of(self._library, article).over(found, article).analysis
        except LibraryError:
            return found

    def _unwanted(self) -> set[str]:
        return set(filter(None, (self._library.setting(SETTING) or "").split("\n")))

    def _want_not(self, keys: set[str]) -> None:
        self._library.keep_setting(SETTING, "\n".join(sorted(keys)))


def _read() -> tuple[_Sample, ...]:
    """Read them, the newest first, as they are listed; one that cannot be read is left out."""
    from newsreader import resources, sources

    found: list[_Sample] = []
    for path in resources.samples():
        try:
            found.append(_Sample(f"sample-{path.name}", sources.load(str(path))))
        except sources.SourceError:
            continue
    return tuple(sorted(found, key=lambda each: each.article.metadata.published or date.min, reverse=True))
