"""Which rows an entity panel has, and in what order."""

from __future__ import annotations

from dataclasses import replace

import pytest
from sidebar_app import JULY, KIM, NORTH_KOREA, PUTIN, PYONGYANG, RUSSIA, WEDNESDAY, day, entity, invented

from newsreader.entity import Category, TimeValue
from tui.panels.entity_order import Order, calendar_value, is_doubtful, matching, ordered
from tui.panels.entity_rows import EntityRow, EntityRows
from tui.panels.list_rows import Target

PLACES = [PYONGYANG, NORTH_KOREA, RUSSIA]


def test_by_count_the_most_mentioned_comes_first_and_equals_stay() -> None:
    assert ordered(PLACES, Order.COUNT) == [RUSSIA, PYONGYANG, NORTH_KOREA]


def test_by_first_appearance_nothing_changes() -> None:
    assert ordered(PLACES, Order.FIRST) == PLACES


def test_by_name_neither_case_nor_accents_matter() -> None:
    names = [entity(name, text="") for name in ("Zoë", "émile", "Anna", "Emma")]
    assert [each.name for each in ordered(names, Order.NAME)] == ["Anna", "émile", "Emma", "Zoë"]


def test_by_time_what_has_no_place_on_a_calendar_comes_last() -> None:
    weeks = entity("two weeks", Category.DATE, text="two weeks", time=TimeValue("DURATION", "P2W"))
    assert ordered([weeks, WEDNESDAY, JULY], Order.TIME) == [JULY, WEDNESDAY, weeks]


def test_a_filter_finds_names_and_other_names_without_accents() -> None:
    munoz = entity("María Muñoz", text="")
    assert matching([PUTIN, KIM, munoz], "munoz") == [munoz]
    assert matching([PUTIN, KIM, munoz], "mr pu") == [PUTIN]
    assert matching([NORTH_KOREA], "north korea") == [NORTH_KOREA]


def test_rows_of_expanded_entities_stand_below_them() -> None:
    rows = EntityRows([PUTIN, KIM], {PUTIN.id})
    assert [rows.row(number) for number in range(len(rows))] == [
        EntityRow(PUTIN),
        EntityRow(PUTIN, 0),
        EntityRow(PUTIN, 1),
        EntityRow(PUTIN, 2),
        EntityRow(KIM),
    ]


def test_a_row_is_found_by_its_key_and_a_hidden_mention_by_its_entity() -> None:
    rows = EntityRows([PUTIN, KIM], {PUTIN.id})
    assert rows.number(Target("entity", KIM.id)) == 4
    assert rows.number(Target("entity", PUTIN.id, 2)) == 3
    assert rows.number(Target("entity", KIM.id, 1)) == 4
    assert rows.number(Target("entity", "person:nobody")) is None


def test_there_is_no_row_beyond_the_last() -> None:
    with pytest.raises(IndexError):
        EntityRows([KIM]).row(1)
    with pytest.raises(IndexError):
        EntityRows().row(0)


def test_ninety_thousand_mentions_are_rows_that_nobody_stores() -> None:
    (one,) = invented(1, mentions=90_000)
    rows = EntityRows([one], {one.id})
    assert len(rows) == 90_001
    assert rows.row(90_000) == EntityRow(one, 89_999)


def test_an_entity_is_doubtful_when_all_its_mentions_are() -> None:
    assert is_doubtful(entity("Kim", confidence=0.4))
    assert not is_doubtful(KIM)


def test_the_calendar_value_is_that_of_the_first_mention_that_has_one() -> None:
    assert calendar_value(WEDNESDAY) == "2024-06-19"
    assert calendar_value(entity("Kim")) == ""
    assert calendar_value(entity("Wednesday", Category.DATE, time=TimeValue("DATE", "PRESENT_REF"))) == ""
    assert calendar_value(entity("Wednesday", Category.DATE, time=day("2024-W25", "2024-06-17"))) == "2024-W25"
    doubtful = replace(WEDNESDAY, mentions=tuple(replace(each, doubt="a guess") for each in WEDNESDAY.mentions))
    assert calendar_value(doubtful) == "2024-06-19?"


def test_a_count_with_guesses_among_it_has_their_mark() -> None:
    doubtful = replace(RUSSIA, mentions=(*RUSSIA.mentions[:-1], replace(RUSSIA.mentions[-1], doubt="a guess")))
    figures = ["".join(text for text, _ in EntityRows([each]).draw(0, 20)).split()[-1] for each in (RUSSIA, doubtful)]
    assert figures == [str(len(RUSSIA.mentions)), f"{len(RUSSIA.mentions)}?"]
