"""Values of time expressions in words."""

from __future__ import annotations

import pytest
from hypothesis import given
from hypothesis import strategies as st

from newsreader.entity import TimeValue
from newsreader.languages.english.dates import RULES, find_times
from newsreader.languages.english.time_words import days_spelled, readable, spelled, with_weekday


@pytest.mark.parametrize(
    ("value", "granularity", "expected"),
    [
        ("2024-06-19", "day", "2024-06-19"),
        ("2024-06-19T14:00", "minute", "2024-06-19 14:00"),
        ("2024-06-19TEV", "day", "2024-06-19 evening"),
        ("2024-W25", "week", "2024-W25"),
        ("199", "decade", "1990s"),
        ("20", "century", "21st century"),
        ("10", "century", "11th century"),
        ("PRESENT_REF", "", "now"),
        ("P24Y", "year", "24 years"),
    ],
)
def test_a_panel_has_values_in_few_cells(value: str, granularity: str, expected: str) -> None:
    assert readable(TimeValue("DATE", value, granularity=granularity)) == expected


@pytest.mark.parametrize(
    ("kind", "value", "mod", "expected"),
    [
        ("DURATION", "P24Y", None, "24 years"),
        ("DURATION", "P1Y", "MORE_THAN", "more than 1 year"),
        ("DURATION", "P1.5Y", None, "1.5 years"),
        ("DURATION", "PXY", None, "years"),
        ("DURATION", "PT2H15M", "APPROX", "about 2 hours 15 minutes"),
        ("DURATION", "P2WE", None, "2 weekends"),
        ("SET", "P1M", None, "every month"),
        ("SET", "P1Q", None, "every quarter"),
        ("SET", "P2Y", None, "every 2 years"),
        ("SET", "XXXX-WXX-5", None, "every Friday"),
        ("SET", "XXXX-WXX-1/XXXX-WXX-5", None, "every weekday"),
        ("SET", "XXXX-SU", None, "every summer"),
        ("DATE", "XXXX-WXX-5", None, "Friday"),
        ("DATE", "XXXX-06-19", None, "19 June"),
        ("DATE", "XXXX-06-XX", None, "June"),
        ("DATE", "XXXX-XX-14", None, "the 14th"),
        ("DATE", "XXXX-Q3", None, "third quarter of a year"),
        ("DATE", "XXXX-XX-XX", None, "a day"),
        ("TIME", "XXXX-XX-XXT17:30", None, "17:30"),
        ("TIME", "XXXX-WXX-5TMO", None, "Friday, morning"),
        ("DATE", "FY2023-Q3", None, "third quarter of fiscal year 2023"),
        ("DATE", "BC0044", None, "44 BC"),
        ("DATE", "BC01", None, "2nd century BC"),
        ("DATE", "FUTURE_REF", None, "in the future"),
    ],
)
def test_what_has_no_place_on_a_calendar_is_said_in_english(
    kind: str, value: str, mod: str | None, expected: str
) -> None:
    assert spelled(TimeValue(kind, value, mod=mod)) == expected


def test_no_value_of_any_rule_is_shown_in_its_notation() -> None:
    from datetime import date

    for published in (date(2024, 6, 19), None):
        for rule in RULES:
            for found in find_times(rule.example, [(0, len(rule.example))], published):
                words = spelled(found.value)
                assert not {"X", "_", "/"} & set(words), words
                assert not words.startswith(("P", "FY", "BC")), words


@pytest.mark.parametrize(
    ("value", "expected"),
    [
        (TimeValue("DATE", "2024-06-19", "2024-06-19", "2024-06-20", "day"), "Wednesday, 19 June 2024"),
        (TimeValue("DATE", "2024-06-19", "2024-06-19", "2024-06-22", "day"), "19 June 2024 – 21 June 2024"),
        (TimeValue("DATE", "2024-06", "2024-06-01", "2024-07-01", "month"), "June 2024"),
        (TimeValue("DATE", "2023-12/2024-01", "2023-12-01", "2024-02-01", "month"), "December 2023 – January 2024"),
        (TimeValue("DATE", "2024-Q2", "2024-04-01", "2024-07-01", "quarter"), "second quarter of 2024"),
        (TimeValue("DATE", "2024-W25-WE", "2024-06-22", "2024-06-24", "weekend"), "weekend of 22 June 2024"),
        (
            TimeValue("TIME", "2024-06-19T14:00", "2024-06-19T14:00:00", "2024-06-19T15:00:00", "hour"),
            "Wednesday, 19 June 2024, 14:00",
        ),
        (TimeValue("DURATION", "P24Y"), "24 years"),
    ],
)
def test_one_day_has_its_day_of_the_week_where_that_helps(value: TimeValue, expected: str) -> None:
    assert with_weekday(value) == expected


def test_the_days_of_a_reason_are_spelled_out() -> None:
    for reason, spelled_out in (
        ("on 2024-06-19, the day that is spoken of", "on 19 June 2024, the day that is spoken of"),
        ("counted from 2024-07-05T12:00, once", "counted from 5 July 2024, 12:00, once"),
        ("told from 2024-07-05T12:00:00 or 2024-02-31", "told from 5 July 2024, 12:00 or 2024-02-31"),
    ):
        assert days_spelled(reason) == spelled_out


@given(
    st.sampled_from(["DATE", "TIME", "DURATION", "SET"]),
    st.text(max_size=12) | st.from_regex(r"[PXFB\d][CYT\dX]{0,4}(-[WQHXS\d]{1,3}){0,2}(T[\dXAM:]{1,5})?"),
    st.sampled_from(["", "day", "week", "month", "quarter", "half", "season", "year", "decade", "century", "part"]),
    st.booleans(),
)
def test_there_are_words_for_anything(kind: str, value: str, granularity: str, placed: bool) -> None:
    start, end = ("2024-04-01", "2024-07-01") if placed else (None, None)
    time = TimeValue(kind, value, start, end, granularity)
    assert isinstance(readable(time) + spelled(time) + with_weekday(time), str)
