"""Articles that tell the same story are put together as they come, in whatever order, and come apart again."""

from __future__ import annotations

import random
from dataclasses import replace
from datetime import date, timedelta
from typing import TYPE_CHECKING

import pytest

from newsreader.article import Origin, OriginKind
from newsreader.index.asking import Once
from newsreader.index.found import Order
from newsreader.index.index import Index
from newsreader.query.fields import ARTICLES
from newsreader.query.parser import parse
from newsreader.sources import from_text
from newsreader.store.library import Library

if TYPE_CHECKING:
    from collections.abc import Iterator
    from pathlib import Path

    from newsreader.article import Article

DAY = date(2024, 3, 15)

QUAY = (
    "The harbour board of Norrfors voted seven to two on Friday to close the old fish quay until the end of March,"
    " after divers found that 41 of its 160 timber piles had rotted through.",
    "Karin Ahlstrom, who has chaired the board since 2019, said the repairs would cost 3.2 million crowns and could not"
    " be done while boats were moored there.",
    "The fishermen's union, which has 212 members in the town, asked for a floating pontoon to be hired from Lulea.",
)
LIBRARY = (
    "A new library opened its doors in Vadso on Monday, nine months late and 14 million kroner over budget.",
    "Henrik Moe, the mayor, called it the finest north of Tromso. It has 62,000 books and a view of the fjord.",
    "Readers who came early found that the lift did not work; an engineer was sent for from Kirkenes.",
)


def article(name: str, paragraphs: tuple[str, ...], day: date = DAY) -> Article:
    # The same text twice would be the same article.
    made = from_text("\n\n".join([*paragraphs, f"Sent by {name}."]))
    origin = Origin(OriginKind.FILE, f"/news/{name}.txt")
    return replace(made, origin=origin, metadata=replace(made.metadata, published=day))


class Told:
    """A library with an index, and the stories that it tells."""

    def __init__(self, folder: Path) -> None:
        self.library = Library.open(folder / "library.db")
        self.index = Index.open(folder / "library.db", folder)
        self.numbers: dict[str, int] = {}

    def add(self, name: str, paragraphs: tuple[str, ...], days: int = 0) -> None:
        with self.library.writing() as unit:
            self.numbers[name] = unit.articles.remember(article(name, paragraphs, DAY + timedelta(days))).id

    def told_with(self, name: str) -> list[str]:
        self.index.follow(self.library)
        self.index.fold(self.library)
        names = {number: name for name, number in self.numbers.items()}
        return [names[each.article] for each in self.index.told_with(self.numbers[name])]

    def listed(self, query: str) -> list[str]:
        names = {number: name for name, number in self.numbers.items()}
        found = self.index.search.articles(Once(parse(query, ARTICLES).condition), Order.NEWEST, 9)
        return [names[each.id] for each in found]

    def close(self) -> None:
        self.index.close()
        self.library.close()


@pytest.fixture
def told(tmp_path: Path) -> Iterator[Told]:
    made = Told(tmp_path)
    yield made
    made.close()


def test_copies_are_one_story_with_the_fullest_first_and_other_articles_are_not(told: Told) -> None:
    told.add("short", QUAY[:2])
    told.add("other", LIBRARY)
    told.add("whole", QUAY, 1)
    told.add("later", QUAY, 40)
    assert told.told_with("short") == ["whole"]
    assert told.told_with("whole") == ["short"]
    assert told.told_with("other") == told.told_with("later") == []
    (found,) = told.index.told_with(told.numbers["short"])
    assert found.why is not None
    assert found.why.phrases > 0.9
    assert found.why.facts == 1
    assert found.why.days == 1


def test_what_is_set_apart_stays_so_and_comes_back(told: Told) -> None:
    told.add("one", QUAY)
    told.add("two", QUAY[:2])
    assert told.told_with("one") == ["two"]
    with told.library.writing() as unit:
        unit.states.set_apart([told.numbers["two"]], True)
    told.add("three", QUAY[1:])
    assert told.told_with("one") == ["three"]
    assert told.told_with("two") == []
    with told.library.writing() as unit:
        unit.states.set_apart([told.numbers["two"]], False)
    assert sorted(told.told_with("two")) == ["one", "three"]


def test_a_story_that_one_article_held_together_falls_apart_without_it(told: Told) -> None:
    between = (*QUAY, *LIBRARY)
    told.add("quay", QUAY)
    told.add("both", between)
    told.add("library", LIBRARY)
    assert told.told_with("quay") == ["both", "library"]
    assert [each.why is None for each in told.index.told_with(told.numbers["quay"])] == [False, True]
    with told.library.writing() as unit:
        unit.states.take_out([told.numbers["both"]])
    assert told.told_with("quay") == told.told_with("library") == []


def test_another_text_or_day_is_looked_at_anew(told: Told) -> None:
    told.add("one", QUAY)
    told.add("two", QUAY)
    assert told.told_with("one") == ["two"]
    told.add("two", LIBRARY)
    assert told.told_with("one") == []
    told.add("two", QUAY, 2)
    assert told.told_with("one") == ["two"]
    told.add("two", QUAY, 30)
    assert told.told_with("one") == []


def test_the_order_of_coming_changes_nothing(tmp_path: Path) -> None:
    chance = random.Random(7)
    articles = [(f"quay{n}", tuple(chance.sample(QUAY, chance.randint(2, 3))), n % 4) for n in range(8)]
    articles += [(f"library{n}", tuple(chance.sample(LIBRARY, 2)), n % 5) for n in range(8)]
    seen = set()
    for turn in range(3):
        (tmp_path / str(turn)).mkdir()
        told = Told(tmp_path / str(turn))
        for each in chance.sample(articles, len(articles)):
            told.add(*each)
            if chance.random() < 0.3:
                told.told_with(each[0])
        seen.add(frozenset(frozenset((name, *told.told_with(name))) for name in told.numbers))
        told.close()
    assert len(seen) == 1


def test_of_a_story_the_fullest_article_that_was_asked_for_is_listed(told: Told) -> None:
    told.add("short", QUAY[:2])
    told.add("other", LIBRARY)
    told.add("whole", QUAY, 1)
    assert told.told_with("short") == ["whole"]
    assert told.listed("") == ["whole", "other"]
    assert told.listed("quay -union") == ["short"]
    assert told.listed("is:story") == ["whole"]
    assert told.listed("-is:story") == ["other"]
    search = told.index.search
    assert search.count(Once(None)) == 2
    assert search.count(Once(parse("quay", ARTICLES).condition)) == 1
    twins = {each.id: [twin.id for twin in each.twins] for each in search.articles(None, Order.NEWEST, 9)}
    story = [told.numbers["whole"], told.numbers["short"]]
    assert twins == {told.numbers["short"]: story, told.numbers["whole"]: story, told.numbers["other"]: []}


def test_days_at_the_ends_of_the_calendar_are_days_like_any_other(told: Told) -> None:
    for name, day in (("first", date.min), ("last", date.max)):
        with told.library.writing() as unit:
            told.numbers[name] = unit.articles.remember(article(name, QUAY, day)).id
    assert told.told_with("first") == told.told_with("last") == []
