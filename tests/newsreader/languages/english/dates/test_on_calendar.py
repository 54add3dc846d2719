"""Which expressions of time stand on a calendar, and so stand out in a text."""

from __future__ import annotations

from datetime import date

import pytest

from newsreader.languages.english.dates import find_times

TEXT = (
    "On Monday, 3 May 2024, talks of two years began, which happen daily, or monthly, said he now. "
    "In the future, within weeks, by the end of 2025, and every Friday, they go on for some hours. "
    "It was in the 1990s, in June, and in the third quarter of 2019, in 2003. "
    "Last week was like that, recently, and on 3-5 May 2019; yesterday, and the summer of 2020."
)
ON_CALENDAR = {
    "Monday, 3 May 2024",
    "the end of 2025",
    "the 1990s",
    "June",
    "the third quarter of 2019",
    "2003",
    "Last week",
    "3-5 May 2019",
    "yesterday",
    "the summer of 2020",
}


def on_calendar(text: str, dct: date | None) -> dict[str, bool]:
    found = find_times(text, [(0, len(text))], dct)
    return {text[each.start : each.end]: each.value.on_calendar for each in found}


def test_days_months_years_and_their_ranges_are_on_a_calendar_and_lengths_and_habits_are_not() -> None:
    found = on_calendar(TEXT, date(2024, 5, 8))
    assert {words for words, is_on in found.items() if is_on} == ON_CALENDAR
    assert {"two years", "daily", "monthly", "now", "the future", "weeks"} <= set(found)


@pytest.mark.parametrize(
    ("text", "expected"),
    [
        ("They met on Tuesday.", True),
        ("They met on 3 May.", True),
        ("They met on Friday evening.", True),
        ("They met yesterday.", False),
        ("They met at 3 p.m.", False),
        ("They met in summer.", False),
    ],
)
def test_in_an_undated_article_what_is_named_is_on_a_calendar(text: str, expected: bool) -> None:
    assert list(on_calendar(text, None).values()) == [expected]
