"""Any piece of a list is the same as that piece of the whole, and what is counted in it is what a plain look counts."""

from __future__ import annotations

import random
from collections import Counter
from datetime import date
from typing import TYPE_CHECKING

import pytest
from identified import identified

from newsreader.annotations.notebook import Notebook
from newsreader.article import Origin, OriginKind
from newsreader.entity import Analysis
from newsreader.index import lists, naming, packing, searching, tallying
from newsreader.index.content import days_in, names_in
from newsreader.index.errors import Interrupted
from newsreader.index.found import Anchor, Order
from newsreader.index.numbering import TURNS
from newsreader.query.fields import ARTICLES
from newsreader.query.parser import parse
from newsreader.sources import from_text, load
from tests.newsreader.index.test_index import RULES, Shelf, made_up

if TYPE_CHECKING:
    from collections.abc import Iterator
    from pathlib import Path

    from newsreader.query.conditions import Condition

QUERIES = (
    "",
    "quay",
    "the -fish",
    "name:kim",
    "fish OR quay",
    "published:2024-03..",
    "-(the vote)",
    "is:unread",
    "-kim",
)


def asked(query: str) -> Condition | None:
    return parse(query, ARTICLES).condition


@pytest.fixture
def shelf(tmp_path: Path) -> Iterator[Shelf]:
    made = Shelf(tmp_path)
    chance = random.Random(9)
    for number in range(80):
        made.add(*made_up(number, chance))
    made.follow()
    yield made
    made.index.close()
    made.library.close()


@pytest.fixture(params=[(5, 4096), (5, 7), (5000, 4096)])
def many(request: pytest.FixtureRequest, monkeypatch: pytest.MonkeyPatch) -> None:
    """From so many articles on, have them be counted at once, packed so many together."""
    many, packed = request.param
    monkeypatch.setattr(tallying, "MANY", many)
    monkeypatch.setattr(packing, "MANY", many)
    monkeypatch.setattr(packing, "PACKED", packed)


@pytest.mark.parametrize("order", Order)
@pytest.mark.parametrize("common", [3, 3000])
def test_pieces_are_those_of_the_whole(
    shelf: Shelf, monkeypatch: pytest.MonkeyPatch, order: Order, common: int
) -> None:
    monkeypatch.setattr(searching, "COMMON", common)
    monkeypatch.setattr(searching, "PIECE", 7)
    monkeypatch.setattr(lists, "MOST_RANKED", 12)
    search = shelf.index.search
    for query in QUERIES:
        condition = asked(query)
        whole = search.articles(condition, order, 1000)
        assert [*search.ids(condition, order)] == [each.id for each in whole]
        assert search.window(condition, order, None, 5, backwards=True) == whole[-5:]
        for place, each in enumerate(whole):
            anchor = each.anchor(order)
            assert search.window(condition, order, anchor, 6) == whole[place + 1 : place + 7], query
            assert search.window(condition, order, anchor, 6, backwards=True) == whole[max(0, place - 6) : place]
            assert search.rank(condition, order, anchor) == place


def test_a_list_goes_on_behind_an_article_that_is_gone(shelf: Shelf) -> None:
    whole = shelf.index.search.articles(None, Order.NEWEST, 1000)
    gone = whole[10]
    with shelf.library.writing() as unit:
        unit.states.take_out([gone.id])
    shelf.index.follow(shelf.library)
    found = shelf.index.search.window(None, Order.NEWEST, gone.anchor(Order.NEWEST), 3)
    assert found == whole[11:14]
    assert shelf.index.search.window(None, Order.NEWEST, Anchor("0001-01-01", 0), 3) == []


def check_counts(shelf: Shelf) -> None:
    everywhere = identified(shelf.articles)
    for query in QUERIES:
        listed = {number: shelf.articles[number] for number in shelf.found(query)}
        days = Counter((str(day.first), str(day.last)) for _, found in listed.values() for day in days_in(found))
        articles: Counter[str] = Counter()
        mentions: Counter[str] = Counter()
        published: dict[str, list[str]] = {}
        for number, (article, _) in listed.items():
            for identity, here in everywhere[number].items():
                articles[identity] += 1
                mentions[identity] += sum(name.mentions for name in here)
                known = published.setdefault(identity, [])
                known += [str(article.metadata.published)] if article.metadata.published else []
        expected = sorted(
            (articles[identity], mentions[identity], min(at, default=""), max(at, default=""))
            for identity, at in published.items()
        )
        search = shelf.index.search
        found_names = search.names(asked(query), 100)
        counted = [(each.articles, each.mentions, each.first or "", each.last or "") for each in found_names]
        assert sorted(counted) == expected
        assert search.names(asked(query), 2) == found_names[:2]
        assert {(each.first, each.last): each.articles for each in search.days(asked(query), 1000)} == days
        assert search.days(asked(query), 2) == search.days(asked(query), 1000)[:2]
        panels = search.panels(asked(query), 100)
        assert panels == search.panels(asked(query), 100, newest=len(listed))
        assert panels.days == tuple(search.days(asked(query), 100))
        shown = {each.id: each.articles for found in panels.names.values() for each in found}
        assert shown == {each.id: each.articles for each in found_names}
        assert search.panels(asked(query), 2, newest=1).whole == (len(listed) <= 1)


@pytest.mark.usefixtures("many")
def test_counts_are_those_of_a_plain_look(shelf: Shelf) -> None:
    check_counts(shelf)
    shelf.index.packing.do()
    assert not shelf.index.packing.is_due()
    check_counts(shelf)


@pytest.mark.usefixtures("many")
def test_counts_follow_what_changes(shelf: Shelf) -> None:
    shelf.index.packing.do()
    chance = random.Random(4)
    for number in chance.sample(sorted(shelf.articles), 20):
        record = shelf.library.latest(number)
        assert record is not None
        article, analysis = made_up(number, chance)
        article = from_text(article.text, title="Changed", origin=Origin(OriginKind.RECORD, f"again {number}"))
        gone = chance.random() < 0.5
        if gone:
            with shelf.library.writing() as unit:
                unit.states.take_out([number])
            del shelf.articles[number]
        else:
            shelf.index.name(record, shelf.articles[number][0], Analysis("", "", (), 1, 1), RULES)
            shelf.articles[number] = (shelf.articles[number][0], Analysis("", "", (), 1, 1))
        shelf.add(article, analysis)
    shelf.follow()
    check_counts(shelf)
    shelf.index.packing.do()
    check_counts(shelf)


def test_what_is_packed_is_of_the_names_that_there_are(shelf: Shelf, monkeypatch: pytest.MonkeyPatch) -> None:
    """Whatever one article loses outdates its block alone."""
    monkeypatch.setattr(packing, "MANY", 5)
    monkeypatch.setattr(packing, "PACKED", 7)
    blocks = "SELECT block FROM packed"
    assert shelf.index.packing.is_due()
    shelf.index.packing.do()
    before = {*shelf.index._connection.execute(blocks)}
    record = shelf.library.latest(30)
    assert record is not None
    shelf.index.name(record, shelf.articles[30][0], Analysis("", "", (), 1, 1), RULES)
    assert before - {*shelf.index._connection.execute(blocks)} == {(30 // 7,)}


def test_an_article_shows_its_strongest_names(shelf: Shelf) -> None:
    for each in shelf.index.search.articles(None, Order.NEWEST, 100):
        article, analysis = shelf.articles[each.id]
        found = sorted(names_in(analysis, article.text), key=lambda name: (-name.mentions, name.places))
        assert each.names == tuple((name.category, name.name) for name in found[: naming.STRONGEST])


def test_a_question_ends_when_nobody_wants_the_answer(shelf: Shelf, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr("newsreader.index.index.STEPS", 1)
    wanted = [True]
    shelf.index.stop_when(lambda: not wanted[0])
    assert shelf.index.search.names(None, 5)
    wanted[0] = False
    for ask in (shelf.index.search.names, shelf.index.search.days):
        with pytest.raises(Interrupted):
            ask(asked("quay"), 5)


def test_an_article_may_have_any_number_of_texts(shelf: Shelf) -> None:
    path = shelf.folder / "live.txt"
    for number in range(TURNS + 3):
        path.write_text(f"Live page\n\nUpdate number{number} of it.\n")
        with shelf.library.writing() as unit:
            record = unit.articles.remember(load(str(path)))
        shelf.index.follow(shelf.library)
        assert shelf.found(f"number{number}") == [record.id]
    assert shelf.found("number0") == []


def test_an_article_moves_to_the_day_that_it_is_given(shelf: Shelf) -> None:
    number = shelf.found("")[-1]
    article, analysis = shelf.articles[number]
    record = shelf.library.latest(number)
    assert record is not None
    Notebook(shelf.library, record, article).date_article(date(2199, 9, 9))
    shelf.index.follow(shelf.library)
    shelf.index.name(record, article, analysis, RULES)
    assert shelf.found("")[0] == number
    assert {each.name for each in shelf.index.search.names(asked("published:2199"), 9)} == {
        name.name for name in names_in(analysis, article.text)
    }
