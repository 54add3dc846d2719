"""Time expressions of the news, fourth part: so much earlier or later, parts of days, edges of periods, sets."""

from __future__ import annotations

from datetime import date

import pytest

from newsreader.languages.english.dates import find_times

DCT = date(2024, 6, 19)
"""A Wednesday."""


def placed(text: str, dct: date | None = DCT) -> list[tuple[str, str]]:
    return [(text[each.start : each.end], each.value.value) for each in find_times(text, [(0, len(text))], dct)]


@pytest.mark.parametrize(
    ("text", "expected"),
    [
        (
            "The ferry left at 9 a.m. on Monday. An hour later it stopped.",
            [("9 a.m.", "2024-06-17T09:00"), ("Monday", "2024-06-17"), ("An hour later", "2024-06-17T10:00")],
        ),
        (
            "It left at 9 a.m. on Monday and on Tuesday, two hours later, it sank.",
            [
                ("9 a.m.", "2024-06-17T09:00"),
                ("Monday", "2024-06-17"),
                ("Tuesday", "2024-06-18"),
                ("two hours later", "2024-06-18TXX:XX"),
            ],
        ),
        ("The ferry left. An hour later it stopped.", [("An hour later", "2024-06-19TXX:XX")]),
        ("The talks ended an hour earlier than planned.", [("an hour earlier", "PT1H")]),
        ("The talks ended two weeks later than planned.", [("two weeks later", "P2W")]),
        ("The mine closed half a century ago.", [("half a century ago", "1974")]),
        ("The mine closed a decade and a half ago.", [("a decade and a half ago", "2009")]),
        ("It closed about one and a half years ago.", [("about one and a half years ago", "2022-12")]),
        (
            "Years ago it was a mine, and in those days people sang.",
            [("Years ago", "PAST_REF"), ("those days", "PAST_REF")],
        ),
    ],
)
def test_distances_in_time(text: str, expected: list[tuple[str, str]]) -> None:
    assert placed(text) == expected


def test_an_hour_from_a_moment_that_is_not_said_is_on_no_calendar() -> None:
    text = "The ferry left. An hour later it stopped."
    (time,) = find_times(text, [(0, len(text))], DCT)
    assert (time.value.type, time.value.start) == ("TIME", None)
    assert placed(text, None) == [("An hour later", "XXXX-XX-XXTXX:XX")]


@pytest.mark.parametrize(
    ("text", "expected"),
    [
        ("He was seen on the night of June 3.", [("the night of June 3", "2024-06-03TNI")]),
        ("It burned on the early morning of 3 May 2020.", [("the early morning of 3 May 2020", "2020-05-03TMO")]),
        ("A fire broke out in the early hours of Sunday.", [("the early hours of Sunday", "2024-06-16TMO")]),
        ("It fell at 8 in the morning.", [("8 in the morning", "2024-06-19T08:00")]),
        (
            "It fell around three in the afternoon on Monday.",
            [("three in the afternoon", "2024-06-17T15:00"), ("Monday", "2024-06-17")],
        ),
        ("They fought twice, one in the morning.", [("the morning", "2024-06-19TMO")]),
        ("It fell at three o'clock.", [("three o'clock", "2024-06-19T03:00")]),
        ("The hall opens at 1:30pm. Entry is free.", [("1:30pm", "2024-06-19T13:30")]),
        ("Shares fell overnight.", [("overnight", "2024-06-18TNI")]),
        ("Rain will spread overnight.", [("overnight", "2024-06-19TNI")]),
        ("He kept an overnight bag.", []),
        (
            "He came on June 3. The next morning he left.",
            [("June 3", "2024-06-03"), ("The next morning", "2024-06-04TMO")],
        ),
    ],
)
def test_parts_of_days_and_hours(text: str, expected: list[tuple[str, str]]) -> None:
    assert placed(text) == expected


def test_early_hours_are_those_after_midnight() -> None:
    text = "A fire broke out in the early hours of Sunday."
    (time,) = find_times(text, [(0, len(text))], DCT)
    assert (time.value.start, time.value.end) == ("2024-06-16T00:00:00", "2024-06-16T06:00:00")


@pytest.mark.parametrize(
    ("text", "expected"),
    [
        ("At the beginning of the year it rained.", [("the beginning of the year", "2024")]),
        ("They must decide by the end of the month.", [("the end of the month", "2024-06")]),
        ("At the end of the day, votes count.", []),
        ("At the start of the day shares rose.", [("the start of the day", "2024-06-19")]),
        ("It was the end of the year of the tiger.", []),
        ("By year's end it will be done.", [("year's end", "2024")]),
        ("It rained at the weekend.", [("the weekend", "2024-W24-WE")]),
        ("The festival is held each summer, never every May.", [("each summer", "XXXX-SU"), ("every May", "XXXX-05")]),
        ("Today's youth read less than today's paper says.", [("Today", "PRESENT_REF"), ("today", "2024-06-19")]),
        ("The strike lasts a fortnight.", [("a fortnight", "P2W")]),
    ],
)
def test_edges_of_periods_and_what_comes_back(text: str, expected: list[tuple[str, str]]) -> None:
    assert placed(text) == expected
