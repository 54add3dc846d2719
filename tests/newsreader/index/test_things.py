"""What is one thing in the index is what it is over all articles at once, in whatever order they come and go."""

from __future__ import annotations

import random
from datetime import date
from typing import TYPE_CHECKING

import pytest
from identified import identified
from named import named

from newsreader.article import Origin, OriginKind
from newsreader.index.index import Index
from newsreader.sources import from_text
from newsreader.store.library import Library

if TYPE_CHECKING:
    from collections.abc import Iterator
    from pathlib import Path

    from newsreader.article import Article
    from newsreader.entity import Analysis

RULES = "rules"
NAMES = {
    "person": ("Karin Ahlström", "Rolf Ahlström", "Karin", "Joe Knowles", "Joseph Knowles", "Сергей Шойгу"),
    "place": ("U.S.", "United States", "Springfield", "Kyiv", "Kiev"),
    "organisation": ("Norrfors Motor Company", "Norrfors Motors", "Norrfors", "NMC", "Supreme Court", "Quay Group"),
}
SHORT = {
    "person": ("Ahlström", "Knowles", "Sergei Shoigu", "Shoigu"),
    "place": ("America", "the States"),
    "organisation": ("Norrfors", "NMC", "Quay", "Quay Group"),
}
AROUND = (
    "Actor %s of Sweden.",
    "The Irish minister %s.",
    "%s, Illinois.",
    "%s, Ohio.",
    "In India %s.",
    "Mrs %s.",
    "%s",
)


class Shelf:
    """A library with an index, and what is in it."""

    def __init__(self, folder: Path) -> None:
        self.library = Library.open(folder / "library.db")
        self.index = Index.open(folder / "library.db", folder, date(2024, 7, 31))
        self.articles: dict[int, tuple[Article, Analysis]] = {}

    def add(self, article: Article, analysis: Analysis) -> int:
        """Take in an article, and the names in it."""
        with self.library.writing() as unit:
            record = unit.articles.remember(article)
        self.index.follow(self.library)
        assert self.index.name(record, article, analysis, RULES)
        self.articles[record.id] = (article, analysis)
        return record.id

    def take_out(self, number: int) -> None:
        """Take an article out of the library."""
        with self.library.writing() as unit:
            unit.states.take_out([number])
        self.index.follow(self.library)
        del self.articles[number]

    def things(self) -> set[frozenset[tuple[int, int]]]:
        """The places in all articles (article, start) that are of one thing, for each thing."""
        found: dict[int, set[tuple[int, int]]] = {}
        for number in self.articles:
            for thing, here in self.index.things.in_article(number):
                found.setdefault(thing.id, set()).update((number, start) for start, _, _ in here.places)
        return {frozenset(each) for each in found.values()}


@pytest.fixture
def shelf(tmp_path: Path) -> Iterator[Shelf]:
    made = Shelf(tmp_path)
    yield made
    made.index.close()
    made.library.close()


def made_up(chance: random.Random, part: str) -> tuple[Article, Analysis]:
    sentences = []
    for _ in range(chance.randint(1, 3)):
        kind = chance.choice([*NAMES])
        name = chance.choice(NAMES[kind])
        sentences.append(chance.choice(AROUND) % f"{{{kind}: {name}}}")
        if chance.random() < 0.5:
            sentences.append(f"{{{kind}: {chance.choice(SHORT[kind])} = {name}}}")
    sentences.append(f"This is {part}.")
    article, analysis = named(" ".join(sentences), date(2024, chance.randint(1, 7), 1))
    again = from_text(article.text, published=article.metadata.published, origin=Origin(OriginKind.RECORD, part))
    return again, analysis


def together(shelf: Shelf) -> set[frozenset[tuple[int, int]]]:
    """What is one over all articles at once."""
    found: dict[str, set[tuple[int, int]]] = {}
    for number, here in identified(shelf.articles).items():
        for identity, names in here.items():
            found.setdefault(identity, set()).update((number, start) for each in names for start, _ in each.places)
    return {frozenset(each) for each in found.values()}


@pytest.mark.parametrize("seed", range(6))
def test_what_comes_and_goes_one_by_one_is_what_is_there_at_once(shelf: Shelf, seed: int) -> None:
    chance = random.Random(seed)
    for step in range(60):
        if shelf.articles and chance.random() < 0.2:
            shelf.take_out(chance.choice([*shelf.articles]))
        else:
            shelf.add(*made_up(chance, f"r{step}"))
        if step % 10 == 9:
            assert shelf.things() == together(shelf), step


def test_a_name_that_is_merged_later_moves_its_articles(shelf: Shelf) -> None:
    shelf.add(*named("{organisation: NQB} met."))
    assert [each.name for each in shelf.index.things.called("NQB", 5)] == ["NQB"]
    full = "{organisation: Norrfors Quay Board} ({organisation: NQB = Norrfors Quay Board}) met %s."
    shelf.add(*named(full % "here"))
    (board,) = shelf.index.things.called("NQB", 5)
    assert (board.name, board.articles) == ("Norrfors Quay Board", 2)
    assert [each.text for each in shelf.index.things.reasons(board.id)] == [
        "“NQB” is another name of Norrfors Quay Board: an article calls it both."
    ]
    shelf.add(*named(full % "there"))
    (board,) = shelf.index.things.called("NQB", 5)
    assert (board.name, board.articles) == ("Norrfors Quay Board", 3)
    assert [len(each.places) for each in shelf.index.things.appearances(board.id)] == [2, 2, 1]


def test_bearers_of_one_name_know_of_each_other(shelf: Shelf) -> None:
    shelf.add(*named("Actor {person: Rolf Knowles} of Sweden."))
    shelf.add(*named("The Irish minister {person: Rolf Knowles} resigned."))
    one, other = shelf.index.things.called("rolf knowles", 5)
    assert shelf.index.things.apart(one.id) == [other]
    assert shelf.index.things.of(other.id) == other
    assert shelf.index.things.called("…", 5) == []
