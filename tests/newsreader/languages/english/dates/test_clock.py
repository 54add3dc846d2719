"""Clock time, weekday and date beside one another; it is Wednesday, 13 March 2024."""

from __future__ import annotations

import re
from datetime import date

import pytest

from newsreader.languages.english.dates import find_times

DCT = date(2024, 3, 13)


def read(text: str) -> list[tuple[str, str]]:
    return [(text[each.start : each.end], each.value.value) for each in find_times(text, [(0, len(text))], DCT)]


@pytest.mark.parametrize(
    ("text", "expected"),
    [
        (
            "It was adjourned until 9:00 a.m., Thursday, March 14, 2024.",
            [("9:00 a.m., Thursday, March 14, 2024", "2024-03-14T09:00")],
        ),
        ("It starts at 9 a.m. Thursday, March 14.", [("9 a.m. Thursday, March 14", "2024-03-14T09:00")]),
        ("It starts at 09:30 on 14 March 2024.", [("09:30", "2024-03-14T09:30"), ("14 March 2024", "2024-03-14")]),
        ("Polls close 8 p.m. Tuesday, Nov. 5.", [("8 p.m. Tuesday, Nov. 5", "2024-11-05T20:00")]),
        ("At noon Tuesday, March 12, bells rang.", [("noon Tuesday, March 12", "2024-03-12T12:00")]),
        (
            "Clocks go forward at 1 a.m. on Sunday, March 31.",
            [("1 a.m.", "2024-03-31T01:00"), ("Sunday, March 31", "2024-03-31")],
        ),
        ("Kick-off is at 7.45pm Saturday 23 March.", [("7.45pm Saturday 23 March", "2024-03-23T19:45")]),
        (
            "The quake struck at 4:12 a.m. Saturday, March 9, and lasted a minute.",
            [("4:12 a.m. Saturday, March 9", "2024-03-09T04:12"), ("a minute", "PT1M")],
        ),
        ("The launch is planned for 3 p.m. ET Sunday, March 17.", [("3 p.m. ET Sunday, March 17", "2024-03-17T15:00")]),
        ("Doors open Friday, March 15, 7 p.m.", [("Friday, March 15, 7 p.m.", "2024-03-15T19:00")]),
        (
            "On Thursday, March 14, at 9 a.m. the court sits.",
            [("Thursday, March 14", "2024-03-14"), ("9 a.m.", "2024-03-14T09:00")],
        ),
        ("On 14 March at 09:30 the court sits.", [("14 March", "2024-03-14"), ("09:30", "2024-03-14T09:30")]),
        ("It sank on 14 April 1912 at 11.40pm.", [("14 April 1912", "1912-04-14"), ("11.40pm", "1912-04-14T23:40")]),
        (
            "The event is on Saturday, March 16, from 10 a.m. to 4 p.m.",
            [("Saturday, March 16", "2024-03-16"), ("10 a.m.", "2024-03-16T10:00"), ("4 p.m.", "2024-03-16T16:00")],
        ),
        (
            "The meeting is Monday, March 18, 2024, at 6:30 p.m. in Room 5.",
            [("Monday, March 18, 2024", "2024-03-18"), ("6:30 p.m.", "2024-03-18T18:30")],
        ),
        (
            "It began at 10 p.m. EST on March 1 (0300 GMT March 2).",
            [("10 p.m. EST", "2024-03-01T22:00"), ("March 1", "2024-03-01"), ("0300 GMT March 2", "2024-03-02T03:00")],
        ),
        ("It opens at 6pm tomorrow.", [("6pm tomorrow", "2024-03-14T18:00")]),
        ("It opened at 6pm yesterday evening.", [("6pm yesterday evening", "2024-03-12T18:00")]),
        (
            "The train left at 11:55 p.m., Friday, March 8, 2024.",
            [("11:55 p.m., Friday, March 8, 2024", "2024-03-08T23:55")],
        ),
        (
            "Tuesday 9 April 2024 at 8pm the film is shown.",
            [("Tuesday 9 April 2024", "2024-04-09"), ("8pm", "2024-04-09T20:00")],
        ),
        (
            "Between 14:00 and 16:30 on 2 March the road was shut.",
            [("14:00", "2024-03-02T14:00"), ("16:30", "2024-03-02T16:30"), ("2 March", "2024-03-02")],
        ),
        ("It runs from 09:00 until 17:00.", [("09:00", "2024-03-13T09:00"), ("17:00", "2024-03-13T17:00")]),
        ("The vote took place at midnight on March 1.", [("midnight", "2024-03-01T24:00"), ("March 1", "2024-03-01")]),
    ],
)
def test_time_weekday_and_date_are_one_in_any_order_and_the_date_decides(
    text: str, expected: list[tuple[str, str]]
) -> None:
    assert read(text) == expected


def by_line(text: str) -> list[str]:
    spans = [(match.start(), match.end()) for match in re.finditer(r"[^\n]+", text)]
    return [each.value.value for each in find_times(text, spans, DCT)]


def test_a_time_of_day_belongs_to_the_day_of_its_entry_and_not_to_one_in_passing() -> None:
    text = """Live: the shadow crosses the land
9:15 a.m.
There has been an emergency since 28 February. It ends at 6 p.m., they say.
12:50 p.m.
It is over."""
    assert by_line(text) == ["2024-03-13T09:15", "2024-02-28", "2024-03-13T18:00", "2024-03-13T12:50"]


def test_the_day_in_a_heading_holds_for_what_stands_below_it() -> None:
    text = """The fire
It burned on 15 April 2019.
The evening of 15 April
At 6:18 p.m. a bell rang.
The work
At noon it stops."""
    assert by_line(text) == ["2019-04-15", "2019-04-15TEV", "2019-04-15T18:18", "2024-03-13T12:00"]


@pytest.mark.parametrize(
    ("text", "value"),
    [
        ("Markets fell at 0800 GMT.", "2024-03-13T08:00Z"),
        ("The launch is set for 14:30 UTC+2.", "2024-03-13T14:30+02:00"),
        ("It landed at 6:40 p.m. (GMT +8) after a flight.", "2024-03-13T18:40+08:00"),
        ("It began at 7 a.m. UTC-03:30.", "2024-03-13T07:00-03:30"),
    ],
)
def test_an_offset_from_utc_is_kept_in_the_value(text: str, value: str) -> None:
    assert read(text)[0][1] == value


def test_a_time_in_brackets_converts_the_one_beside_it_and_keeps_its_own_clock() -> None:
    assert read("It struck at 5:10 p.m. local time (1610 UTC).")[1] == ("1610 UTC", "2024-03-13T16:10")
