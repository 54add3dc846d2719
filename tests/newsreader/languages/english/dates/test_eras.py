"""Time expressions of the news, third part: eras, fiscal years, days counted from weekdays."""

from __future__ import annotations

from datetime import date

import pytest

from newsreader.languages.english.dates import find_times

DCT = date(2024, 6, 19)
"""A Wednesday."""


def read(text: str, dct: date | None = DCT) -> list[tuple[str, str]]:
    return [(text[each.start : each.end], each.value.value) for each in find_times(text, [(0, len(text))], dct)]


@pytest.mark.parametrize(
    ("text", "expected"),
    [
        ("The wall was built around 480 BC.", [("around 480 BC", "BC0480")]),
        ("The harbour silted up in AD 79 or in 31 B.C. at last.", [("AD 79", "0079"), ("31 B.C.", "BC0031")]),
        ("The last ruler died in 476 AD.", [("476 AD", "0476")]),
        ("The coins are of the late second century BC.", [("the late second century BC", "BC01")]),
        ("The coins are of the third century CE.", [("the third century CE", "02")]),
        ("There was no year AD 0.", []),
    ],
)
def test_years_and_centuries_have_their_era(text: str, expected: list[tuple[str, str]]) -> None:
    assert read(text) == expected


def test_only_what_is_after_christ_has_a_place_on_the_calendar() -> None:
    text = "It stood from 480 BC to AD 79."
    assert [each.value.start for each in find_times(text, [(0, len(text))], DCT)] == [None, "0079-01-01"]


@pytest.mark.parametrize(
    ("text", "expected"),
    [
        ("Profit for fiscal 2024 rose.", [("fiscal 2024", "FY2024")]),
        (
            "In early FY24 and the 2022-23 financial year it fell.",
            [("early FY24", "FY2024"), ("the 2022-23 financial year", "FY2023")],
        ),
        ("Sales fell in the third quarter of fiscal 2023.", [("the third quarter of fiscal 2023", "FY2023-Q3")]),
        ("Sales in its fiscal first half were weak.", [("fiscal first half", "FYXXXX-H1")]),
        ("The second fiscal quarter of 2022 was good.", [("The second fiscal quarter of 2022", "FY2022-Q2")]),
        ("In fiscal 2023's fourth quarter it shrank.", [("fiscal 2023's fourth quarter", "FY2023-Q4")]),
        ("The third quarter of 2023 was good.", [("The third quarter of 2023", "2023-Q3")]),
        ("Prices doubled in the first half of the year.", [("the first half of the year", "2024-H1")]),
    ],
)
def test_fiscal_periods_are_not_taken_for_calendar_ones(text: str, expected: list[tuple[str, str]]) -> None:
    assert read(text) == expected
    fiscal = [each for each in find_times(text, [(0, len(text))], DCT) if each.value.value.startswith("FY")]
    assert all(each.value.start is None for each in fiscal)


@pytest.mark.parametrize(
    ("text", "expected"),
    [
        ("The vote is due a week from Friday.", [("a week from Friday", "2024-06-28")]),
        ("The trial opens two weeks from Tuesday.", [("two weeks from Tuesday", "2024-07-09")]),
        ("The lease ends two months from yesterday.", [("two months from yesterday", "2024-08-18")]),
        ("She will speak on Tuesday week.", [("Tuesday week", "2024-07-02")]),
        ("The fair is on the second Sunday in May.", [("the second Sunday in May", "2024-05-12")]),
        ("It closed on the last Friday of November 2019.", [("the last Friday of November 2019", "2019-11-29")]),
        ("They meet on the first Monday of each month.", [("the first Monday of each month", "XXXX-WXX-1")]),
        ("The fifth Friday in April never came.", [("Friday", "2024-06-14"), ("April", "2024-04")]),
        ("They met on Friday the 14th.", [("Friday the 14th", "2024-06-14")]),
        ("They met on Friday the 13th.", [("Friday the 13th", "2024-09-13")]),
        (
            "It is open on weekdays, not on weekends.",
            [("weekdays", "XXXX-WXX-1/XXXX-WXX-5"), ("weekends", "XXXX-WXX-WE")],
        ),
    ],
)
def test_days_that_weekdays_lead_to(text: str, expected: list[tuple[str, str]]) -> None:
    assert read(text) == expected


@pytest.mark.parametrize(
    ("text", "expected"),
    [
        ("The fair ran from May 13 to 17 of last year.", [("May 13 to 17 of last year", "2023-05-13")]),
        ("The fair ran on June 13 to 17, 2022.", [("June 13 to 17, 2022", "2022-06-13")]),
        ("He spoke on 3 March last year.", [("3 March last year", "2023-03-03")]),
        ("The road was shut during March-May 2021.", [("March", "2021-03"), ("May 2021", "2021-05")]),
    ],
)
def test_the_year_that_is_said_after_a_day_holds_for_it(text: str, expected: list[tuple[str, str]]) -> None:
    assert read(text) == expected


def test_without_the_articles_date_what_is_counted_from_it_stays_open() -> None:
    text = "A week from Friday, on Friday the 14th, on the second Sunday in May, on the last Friday of May 2019."
    assert [value for _, value in read(text, None)] == ["XXXX-XX-XX", "XXXX-XX-14", "XXXX-05-XX", "2019-05-31"]
