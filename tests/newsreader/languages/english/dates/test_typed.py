"""The date that a person types."""

from __future__ import annotations

from contextlib import suppress
from dataclasses import replace
from datetime import date

import pytest
from hypothesis import given
from hypothesis import strategies as st

from newsreader.entities.timeline import calendar_id
from newsreader.languages.english.dates import RULES, Rule, find_times
from newsreader.languages.english.dates.typed import NoDateError, typed_day, typed_time
from newsreader.languages.english.time_words import readable, spelled

TODAY = date(2026, 3, 1)


@pytest.mark.parametrize(
    "typed",
    [
        "2024-06-19",
        " 2024-6-19 ",
        "19 June 2024",
        "19 june 2024",
        "june 19, 2024",
        "JUNE 19 2024",
        "19th of June, 2024",
        "Wed 19.6.2024",
        "wednesday, 19 Jun 2024",
        "19/06/2024",
        "06/19/2024",
        "2024-06-19T08:00:00Z",
    ],
)
def test_a_day_may_be_written_in_many_ways(typed: str) -> None:
    assert typed_day(typed, TODAY) == date(2024, 6, 19)


def test_today_and_yesterday_are_the_days_of_whoever_types() -> None:
    assert typed_day("Today", TODAY) == TODAY
    assert typed_day("yesterday", TODAY) == date(2026, 2, 28)


@pytest.mark.parametrize(
    ("typed", "sentence"),
    [
        ("19 June", "Type a day with its year, such as 19 June 2024 or 2024-06-19."),
        ("soon", "Type a day with its year, such as 19 June 2024 or 2024-06-19."),
        ("03/04/2020", "Day and month of 03/04/2020 could be either; type it as 19 June 2020 or 2020-06-19."),
        ("31 February 2024", "There is no such day; type it as 19 June 2024 or 2024-06-19."),
        ("Monday, 19 June 2024", "There is no such day; type it as 19 June 2024 or 2024-06-19."),
        ("19 June 0999", "The year must lie between 1600 and 2199."),
        ("9999-01-01", "The year must lie between 1600 and 2199."),
        ("19 June 2024 or 20 June 2024", "Type one day only, such as 19 June 2024."),
    ],
)
def test_what_is_no_day_is_answered_with_one_sentence(typed: str, sentence: str) -> None:
    with pytest.raises(NoDateError) as raised:
        typed_day(typed, TODAY)
    assert str(raised.value) == sentence


@given(st.text(max_size=40))
def test_anything_else_is_refused_too(typed: str) -> None:
    with suppress(NoDateError):
        assert isinstance(typed_day(typed, TODAY), date)


PUBLISHED = date(2024, 6, 19)
"""A Wednesday."""


def test_a_weekday_is_the_latest_one_for_whoever_types_a_day_of_publication() -> None:
    assert typed_day("friday", TODAY) == date(2026, 2, 27)
    assert typed_day("-3 days", TODAY) == date(2026, 2, 26)
    for several in ("3-5 June 2024", "June 2024", "2024"):
        with pytest.raises(NoDateError, match="Type one day only"):
            typed_day(several, TODAY)


@pytest.mark.parametrize(
    ("typed", "start", "end", "granularity"),
    [
        ("2024-04-08", "2024-04-08", "2024-04-09", "day"),
        ("tuesday", "2024-06-18", "2024-06-19", "day"),
        ("Next Friday", "2024-06-21", "2024-06-22", "day"),
        ("19 june", "2024-06-19", "2024-06-20", "day"),
        ("the 14th", "2024-06-14", "2024-06-15", "day"),
        ("+3 days", "2024-06-22", "2024-06-23", "day"),
        ("-2 weeks", "2024-06-05", "2024-06-06", "day"),
        ("−1 month", "2024-05-19", "2024-05-20", "day"),
        ("in two days", "2024-06-21", "2024-06-22", "day"),
        ("may", "2024-05-01", "2024-06-01", "month"),
        ("2024-05", "2024-05-01", "2024-06-01", "month"),
        ("1066", "1066-01-01", "1067-01-01", "year"),
        ("q2 2024", "2024-04-01", "2024-07-01", "quarter"),
        ("2023-Q4", "2023-10-01", "2024-01-01", "quarter"),
        ("2024-H2", "2024-07-01", "2025-01-01", "half"),
        ("2024-W25", "2024-06-17", "2024-06-24", "week"),
        ("week of 18 june 2024", "2024-06-17", "2024-06-24", "week"),
        ("2024-W25-WE", "2024-06-22", "2024-06-24", "weekend"),
        ("summer 2023", "2023-06-01", "2023-09-01", "season"),
        ("1990s", "1990-01-01", "2000-01-01", "decade"),
        ("june 3-5, 2024", "2024-06-03", "2024-06-06", "day"),
        ("2024-06-19–21", "2024-06-19", "2024-06-22", "day"),
        ("monday to wednesday", "2024-06-17", "2024-06-20", "day"),
        ("from 30 may to june 2", "2024-05-30", "2024-06-03", "day"),
        ("December to January 2023", "2022-12-01", "2023-02-01", "month"),
        ("2019–2021", "2019-01-01", "2022-01-01", "year"),
        ("9 a.m. tuesday", "2024-06-18T09:00:00", "2024-06-18T10:00:00", "hour"),
        ("2024-06-18 09:30", "2024-06-18T09:30:00", "2024-06-18T09:31:00", "minute"),
    ],
)
def test_what_a_date_stands_for_is_counted_from_the_day_of_its_article(
    typed: str, start: str, end: str, granularity: str
) -> None:
    value = typed_time(typed, PUBLISHED)
    assert (value.start, value.end, value.granularity) == (start, end, granularity)


@pytest.mark.parametrize(
    ("typed", "sentence"),
    [
        ("soon", "Type a date, such as"),
        ("two days", "Type a date, such as"),
        ("monthly", "Type a date, such as"),
        ("+99999 years", "Type a date, such as"),
        ("2024-W53", "Type a date, such as"),
        ("03/04/2020", "could be either"),
        ("Monday, 19 June 2024", "There is no such day"),
        ("19 June 2024 or 20 June 2024", "Type one day only"),
    ],
)
def test_what_has_no_place_on_a_calendar_is_answered_with_one_sentence(typed: str, sentence: str) -> None:
    with pytest.raises(NoDateError, match=sentence):
        typed_time(typed, PUBLISHED)


@pytest.mark.parametrize("typed", ["tuesday", "+3 days", "19 june", "last year"])
def test_without_a_day_of_the_article_nothing_can_be_counted_from_it(typed: str) -> None:
    with pytest.raises(NoDateError, match="The day of the article is not known"):
        typed_time(typed, None)
    assert typed_time("19 June 2024", None).value == "2024-06-19"


@pytest.mark.parametrize("rule", RULES, ids=lambda rule: rule.name)
def test_what_the_panel_and_the_card_write_can_be_typed(rule: Rule) -> None:
    for found in find_times(rule.example, [(0, len(rule.example))], PUBLISHED):
        value = found.value
        if value.start and value.end and value.value[0] != "0":
            for words in (readable(value), spelled(replace(value, mod=None))):
                assert calendar_id(typed_time(words, None)) == calendar_id(value), words


_WORDS = "june 19 2024 - / to +3 days week of q2 monday 14:30 morning".split()


@given(st.text(max_size=40) | st.lists(st.sampled_from(_WORDS)).map(" ".join))
def test_anything_else_is_no_date(typed: str) -> None:
    with suppress(NoDateError):
        value = typed_time(typed, PUBLISHED)
        assert (value.start or "~") < (value.end or "")
