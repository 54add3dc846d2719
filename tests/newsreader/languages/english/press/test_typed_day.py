"""The day that a person types."""

from __future__ import annotations

from contextlib import suppress
from datetime import date

import pytest
from hypothesis import given
from hypothesis import strategies as st

from newsreader.languages.english.press.typed_day import NoDayError, typed_day

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
    with pytest.raises(NoDayError) as raised:
        typed_day(typed, TODAY)
    assert str(raised.value) == sentence


@given(st.text(max_size=40))
def test_anything_else_is_refused_too(typed: str) -> None:
    with suppress(NoDayError):
        assert isinstance(typed_day(typed, TODAY), date)
