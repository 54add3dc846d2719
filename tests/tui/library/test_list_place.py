"""Where one is in a list of which only a stretch is at hand: nothing that one looks at moves by itself."""

from __future__ import annotations

from dataclasses import replace

import pytest

from newsreader.index.found import FoundArticle
from tui.library import listed_run
from tui.library.list_place import ListPlace
from tui.library.listed_run import Run
from tui.library.listing_rows import ListingRows
from tui.library.listings import Listing


def article(number: int) -> FoundArticle:
    blank = FoundArticle(0, "", None, None, "2024-06-19T00:00:00.000+00:00", "", 0, 0.0, "unread", False, (), ())
    return replace(blank, id=number, title=f"Article {number}")


def run_of(*numbers: int, begins: bool = True, ends: bool = True) -> Run:
    return Run(tuple(map(article, numbers)), begins, ends)


def numbers(run: Run) -> list[int]:
    return [each.id for each in run.articles]


@pytest.fixture
def place():
    made = ListPlace()
    made.page = 4
    made.show(run_of(*range(10, 20)), 0)
    return made


def line_of_cursor(place: ListPlace) -> int:
    return place.cursor - place.top


def test_the_cursor_is_brought_into_sight_with_as_little_as_can_be(place):
    place.put(3)
    assert place.top == 0
    place.put(4)
    assert place.top == 1
    place.put(99)
    assert (place.cursor, place.top) == (9, 6)
    place.put(5)
    assert place.top == 5


def test_what_comes_in_above_moves_nothing_in_sight(place):
    place.put(5)
    before = place.chosen, line_of_cursor(place)
    place.renew(run_of(*range(1, 20)))
    assert (place.chosen, line_of_cursor(place)) == before


def test_when_the_article_of_the_cursor_goes_the_next_one_takes_its_line(place):
    place.put(5)
    line = line_of_cursor(place)
    place.renew(run_of(*(each for each in range(10, 20) if each != 15)))
    assert (place.chosen.id, line_of_cursor(place)) == (16, line)
    place.renew(run_of(10, 11))
    assert place.chosen.id == 11
    place.renew(run_of())
    assert place.chosen is None


def test_more_before_it_moves_nothing_in_sight_and_counts_as_before():
    place = ListPlace()
    place.page = 4
    place.show(run_of(*range(100, 110), begins=False), 2)
    place.before, place.total = 50, 60
    place.extend([article(each) for each in range(90, 100)], complete=False, backwards=True)
    assert (place.chosen.id, line_of_cursor(place), place.before, place.number) == (102, 2, 40, 53)


def test_what_is_far_from_the_cursor_is_forgotten(monkeypatch):
    monkeypatch.setattr(listed_run, "MOST", 12)
    place = ListPlace()
    place.page = 4
    place.show(run_of(*range(10), ends=False), 9)
    place.extend([article(each) for each in range(10, 18)], complete=True, backwards=False)
    assert numbers(place.run) == list(range(6, 18))
    assert (place.run.begins, place.run.ends) == (False, True)
    assert (place.chosen.id, place.before) == (9, 6)


def test_an_answer_that_has_what_is_there_already_adds_only_the_rest():
    longer, moved = run_of(1, 2, 3, ends=False).longer([article(3), article(4)], complete=True, backwards=False)
    assert (numbers(longer), moved) == ([1, 2, 3, 4], 0)


def test_what_one_did_something_with_stays_where_it_stood():
    before = run_of(1, 2, 3, 4, 5)
    assert numbers(run_of(2, 4).keeping(before, frozenset({1, 3, 5}))) == [1, 2, 3, 4, 5]
    assert numbers(run_of(0, 2, 4).keeping(before, frozenset({3}))) == [0, 2, 3, 4]
    assert numbers(run_of(9).keeping(before, frozenset())) == [9]


@pytest.mark.parametrize(("top", "lacking"), [(0, [True]), (20, []), (90, [False])])
def test_more_is_wanted_near_an_end_that_is_none(top, lacking):
    place = ListPlace()
    place.page = 4
    place.show(run_of(*range(100), begins=False, ends=False), top)
    place.top = top
    assert [*place.lacking()] == lacking


def test_a_length_that_is_not_known_is_not_made_up():
    place = ListPlace()
    place.show(run_of(1, 2, ends=False), 0)
    assert place.length_said == "…"
    place.total = 1284
    assert place.length_said == "1,284"


def test_a_long_name_of_a_list_stands_apart_from_its_count() -> None:
    listing = Listing("feed", "The news of all ferries of the north")
    (title, _), (count, _) = ListingRows([listing], {"feed": 1234}, "").draw(0, 20)
    assert (title + count).endswith("… 1,234 ")
