"""What is one thing in the index is what it is over all articles at once, in whatever order they come and go."""

from __future__ import annotations

import random
from datetime import date
from typing import TYPE_CHECKING

import pytest
from identified import identified
from named import named

from newsreader.annotations import identifying
from newsreader.article import Origin, OriginKind
from newsreader.index.index import Index
from newsreader.sources import from_text
from newsreader.store.library import Library

if TYPE_CHECKING:
    from collections.abc import Iterator
    from pathlib import Path

    from newsreader.article import Article
    from newsreader.entity import Analysis
    from newsreader.index.appearing import Thing

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


@pytest.mark.parametrize("seed", range(3))
def test_what_a_thing_is_called_does_not_depend_on_the_order(tmp_path: Path, seed: int) -> None:
    chance = random.Random(seed)
    news = [made_up(chance, f"r{number}") for number in range(12)]
    orders = []
    for turn in ("one", "other"):
        (tmp_path / turn).mkdir()
        shelf = Shelf(tmp_path / turn)
        chance.shuffle(news)
        for each in news:
            shelf.add(*each)
        orders.append(
            {
                (article.text, start): thing.name
                for number, (article, _) in shelf.articles.items()
                for thing, here in shelf.index.things.in_article(number)
                for start, _, _ in here.places
            }
        )
        shelf.index.close()
        shelf.library.close()
    assert orders[0] == orders[1]


def test_a_thing_is_called_as_most_articles_call_it(shelf: Shelf) -> None:
    numbers = [
        shelf.add(*named(f"The {{place: {name}}} on day {day}.")) for day, name in enumerate(("U.S.", "United States"))
    ]
    ((thing, _),) = shelf.index.things.in_article(numbers[0])
    assert thing.name == "United States"
    shelf.add(*named("In the {place: U.S.} today."))
    ((thing, _),) = shelf.index.things.in_article(numbers[0])
    assert thing.name == "U.S."


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


def of(shelf: Shelf, name: str) -> Thing:
    """The only thing of that name."""
    (found,) = shelf.index.things.called(name, 5)
    return found


def test_what_the_person_says_to_be_one_is_one(shelf: Shelf) -> None:
    first = shelf.add(*named("{organisation: Norrfors Quay Board} met."))
    second = shelf.add(*named("{organisation: Hafenamt} met."))
    before = shelf.things()
    names = [of(shelf, each) for each in ("Norrfors Quay Board", "Hafenamt")]
    done = identifying.merge(shelf.library, [shelf.index.things.names(each.id)[0] for each in names])
    assert done == "said that “Norrfors Quay Board” and “Hafenamt” are one"
    shelf.index.follow(shelf.library)
    assert len(shelf.things()) == 1
    assert of(shelf, "Hafenamt").articles == 2
    (reason,) = shelf.index.things.reasons(of(shelf, "Hafenamt").id)
    assert reason.text == "It was said that “Hafenamt” and “Norrfors Quay Board” are one."
    third = shelf.add(*named("The {organisation: Hafenamt} again."))
    assert [each.article for each in shelf.index.things.appearances(of(shelf, "Hafenamt").id)] == [third, second, first]
    assert identifying.undo(shelf.library) == f"undo: {done}"
    shelf.take_out(third)
    assert shelf.things() == before
    assert identifying.redo(shelf.library) == f"redo: {done}"
    shelf.index.follow(shelf.library)
    assert len(shelf.things()) == 1


def test_bearers_that_the_person_says_to_be_one_are_one(shelf: Shelf) -> None:
    shelf.add(*named("Actor {person: Rolf Knowles} of Sweden."))
    shelf.add(*named("The Irish minister {person: Rolf Knowles} resigned."))
    both = shelf.index.things.called("Rolf Knowles", 5)
    identifying.merge(shelf.library, [shelf.index.things.names(each.id)[0] for each in both])
    shelf.index.follow(shelf.library)
    assert of(shelf, "Rolf Knowles").articles == 2
    (reason,) = shelf.index.things.reasons(of(shelf, "Rolf Knowles").id)
    assert reason.text == "It was said that those who are called “Rolf Knowles” are one."


def test_in_some_articles_it_is_another_one(shelf: Shelf) -> None:
    numbers = [shelf.add(*named(f"{{person: Rolf Knowles}} rows, {each}.")) for each in "one two three".split()]
    identifying.split(shelf.library, shelf.index.things.names(of(shelf, "Rolf Knowles").id), numbers[:1])
    shelf.index.follow(shelf.library)
    one, other = shelf.index.things.called("Rolf Knowles", 5)
    assert (one.articles, other.articles) == (2, 1)
    assert [each.article for each in shelf.index.things.appearances(other.id)] == numbers[:1]
    article, analysis = shelf.articles[numbers[0]]
    shelf.add(article, analysis)
    assert len(shelf.index.things.called("Rolf Knowles", 5)) == 2
    identifying.undo(shelf.library)
    shelf.index.follow(shelf.library)
    assert of(shelf, "Rolf Knowles").articles == 3


def test_what_it_is_called_and_that_it_is_no_name(shelf: Shelf) -> None:
    shelf.add(*named("{person: Rolf Knowles} and {place: Norrfors}."))
    (name,) = shelf.index.things.names(of(shelf, "Rolf Knowles").id)
    identifying.rename(shelf.library, name, "Rolf  Knowles (rower)")
    identifying.reject(shelf.library, shelf.index.things.names(of(shelf, "Norrfors").id))
    shelf.index.follow(shelf.library)
    assert [each.name for each in shelf.index.search.names(None, 10)] == ["Rolf Knowles (rower)"]
    assert shelf.index.things.called("Norrfors", 5) == []
    shelf.add(*named("{person: Rolf Knowles} in {place: Norrfors} again."))
    assert [(each.name, each.articles) for each in shelf.index.search.names(None, 10)] == [("Rolf Knowles (rower)", 2)]
    assert [words for _, words in identifying.acts(shelf.library)] == [
        "named “Rolf Knowles” “Rolf Knowles (rower)” in all articles",
        "said that “Norrfors” is no name",
    ]
    identifying.undo(shelf.library)
    identifying.undo(shelf.library)
    shelf.index.follow(shelf.library)
    assert {each.name for each in shelf.index.search.names(None, 10)} == {"Rolf Knowles", "Norrfors"}
    with pytest.raises(identifying.NothingToUndoError):
        identifying.undo(shelf.library)


def test_what_was_said_holds_for_an_index_that_is_made_anew(shelf: Shelf, tmp_path: Path) -> None:
    for text in ("{organisation: Norrfors Quay Board} met.", "{organisation: Hafenamt} met."):
        shelf.add(*named(text))
    names = [shelf.index.things.names(of(shelf, each).id)[0] for each in ("Norrfors Quay Board", "Hafenamt")]
    identifying.merge(shelf.library, names)
    with Index.open(tmp_path / "library.db", tmp_path / "again", date(2024, 7, 31)) as index:
        index.follow(shelf.library)
        for number, (article, analysis) in shelf.articles.items():
            record = shelf.library.latest(number)
            assert record is not None
            index.name(record, article, analysis, RULES)
        assert [each.articles for each in index.things.called("Hafenamt", 5)] == [2]


def test_other_forms_are_those_but_the_one_that_is_shown_now(shelf: Shelf) -> None:
    numbers = [shelf.add(*named(f"{{organisation: NQB}} met, {each}.")) for each in "one two".split()]
    full = "{organisation: Norrfors Quay Board} ({organisation: NQB = Norrfors Quay Board}) met %s."
    shelf.add(*named(full % "here"))
    assert [(each.name, each.forms) for each in shelf.index.search.names(None, 5)] == [
        ("NQB", ("Norrfors Quay Board",))
    ]
    for place in ("there", "again"):
        shelf.add(*named(full % place))
    assert [(each.name, each.forms) for each in shelf.index.search.names(None, 5)] == [
        ("Norrfors Quay Board", ("NQB",))
    ]
    for number in numbers:
        shelf.take_out(number)
    (found,) = shelf.index.search.names(None, 5)
    assert (found.name, found.forms, found.articles) == ("Norrfors Quay Board", ("NQB",), 3)
