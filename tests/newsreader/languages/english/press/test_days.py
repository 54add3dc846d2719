"""Calendar days are read when they are written out in full, and never guessed."""

from __future__ import annotations

from datetime import date

import pytest
from hypothesis import given
from hypothesis import strategies as st

from newsreader.languages.english.press.days import find_days, parse_day

THE_DAY = date(2024, 6, 19)


@pytest.mark.parametrize(
    "written",
    [
        "June 19, 2024",
        "19 June 2024",
        "19th of June, 2024",
        "JUNE 19, 2024",
        "Jun. 19 2024",
        "Wed, 19 Jun 2024 10:00:00 GMT",
        "Wednesday, June 19, 2024\xa0",
        "2024-06-19",
        "2024-06-19T23:30:00-04:00",
        "2024/06/19",
        "2024-06-19 08:00",
        "19/06/2024",
        "6/19/2024",
    ],
)
def test_full_days_are_read_however_they_are_written(written: str) -> None:
    assert parse_day(written) == THE_DAY


@pytest.mark.parametrize(
    "written",
    [
        "03/04/2020",
        "3.4.2020",
        "June 19",
        "Wednesday",
        "June 2024",
        "2024",
        "31 February 2020",
        "29 February 2023",
        "0000-00-00",
        "2024-13-01",
        "May 1, 99999",
        "1 May 0001",
        "Thursday, June 19, 2024",
        "June 19, 2024 and June 20, 2024",
        "19 Aprıl 2024",
        "12024-06-190",
        "",
    ],
)
def test_what_is_no_day_or_could_be_two_is_not_guessed(written: str) -> None:
    assert parse_day(written) is None


def test_days_in_a_line_have_their_places() -> None:
    line = "Published June 19, 2024, updated 20 June 2024"
    assert [line[day.start : day.end] for day in find_days(line)] == ["June 19, 2024", "20 June 2024"]


@given(st.text(st.sampled_from("0123456789-/.,: JuneMayWdsT"), max_size=40))
def test_no_line_breaks_the_reading_of_days(line: str) -> None:
    for day in find_days(line):
        assert 0 <= day.start < day.end <= len(line)
