"""Quarters and the year before them, fiscal years, years in words, what comes back each season; it is 13 March 2024."""

from __future__ import annotations

from datetime import date

import pytest

from newsreader.languages.english.dates import find_times

DCT = date(2024, 3, 13)


@pytest.mark.parametrize(
    ("text", "expected"),
    [
        (
            "Ford said on Tuesday that first-quarter profit rose to $3 million from $2 million a year ago.",
            [("Tuesday", "2024-03-12"), ("first-quarter", "2024-Q1"), ("a year ago", "2023-Q1")],
        ),
        (
            "In the third quarter of 2023 sales rose to $10 billion, compared with $8 billion a year earlier.",
            [("the third quarter of 2023", "2023-Q3"), ("a year earlier", "2022-Q3")],
        ),
        (
            "In the third quarter of 2023 it grew. In the quarter, it earned $1 million, up from the year-earlier one.",
            [
                ("the third quarter of 2023", "2023-Q3"),
                ("the quarter", "2023-Q3"),
                ("the year-earlier", "2022-Q3"),
            ],
        ),
        (
            "Net income for the quarter ended Dec. 31 was $5 million.",
            [("the quarter", "2023-Q4"), ("Dec. 31", "2023-12-31")],
        ),
        ("In the year-ago period, the company lost $4 million.", [("the year-ago period", "2023-Q1")]),
        ("For the full year, it expects sales of $5 billion.", [("the full year", "2024")]),
        ("Results were better than year-earlier figures.", [("year-earlier", "2023-Q1")]),
        ("The club was founded a year ago.", [("a year ago", "2023")]),
        ("It won a year earlier.", [("a year earlier", "2023")]),
        (
            "The firm expects profit to rise this fiscal year and next fiscal year.",
            [("this fiscal year", "FY2024"), ("next fiscal year", "FY2025")],
        ),
        ("The economy grew 2 percent in the first half.", [("the first half", "2023-H1")]),
        ("He scored twice in the first half.", []),
        ("They play there each season.", [("each season", "P1Y")]),
        (
            "The power failed minutes before the vote, and hours after the storm.",
            [("minutes", "PTXM"), ("hours", "PTXH")],
        ),
        ("On the day before the vote he resigned.", [("the day", "XXXX-XX-XX")]),
        ("They came days later and left months earlier.", [("days later", "FUTURE_REF")]),
        (
            "It opened in nineteen eighty-four and shut in two thousand and one.",
            [("nineteen eighty-four", "1984"), ("two thousand and one", "2001")],
        ),
        ("By twenty twenty-four it was over.", [("twenty twenty-four", "2024")]),
        ("He paid in twenty one-dollar bills.", []),
        (
            "In the past few years and the last few months it rained.",
            [("the past few years", "PXY"), ("the last few months", "PXM")],
        ),
        ("He hopes to return one day.", []),
        ("The ban will last one day.", [("one day", "P1D")]),
        ("Her 11-month daughter slept.", []),
        ("The Sunday trading laws changed.", [("Sunday", "XXXX-WXX-7")]),
        ("I like the man I am today.", [("today", "PRESENT_REF")]),
        (
            "Earnings rose in the second quarter of fiscal 2024 from the first quarter, and fell from a year ago.",
            [
                ("the second quarter of fiscal 2024", "FY2024-Q2"),
                ("the first quarter", "FY2024-Q1"),
                ("a year ago", "FY2023-Q2"),
            ],
        ),
    ],
)
def test_periods_as_the_corpora_of_news_count_them(text: str, expected: list[tuple[str, str]]) -> None:
    found = find_times(text, [(0, len(text))], DCT)
    assert [(text[each.start : each.end], each.value.value) for each in found] == expected


@pytest.mark.parametrize(
    ("text", "expected"),
    [
        ("It lasted five years, two months and 11 days.", [("five years, two months and 11 days", "P5Y2M11D")]),
        ("They ran for three minutes and 20 seconds.", [("three minutes and 20 seconds", "PT3M20S")]),
        ("Stars formed 4.5 billion years ago.", [("4.5 billion years ago", "PAST_REF")]),
        (
            "It was built in the 1970s, in the middle of the decade.",
            [("the 1970s", "197"), ("the middle of the decade", "197")],
        ),
        ("Rain fell as on a usual Monday in an average April.", [("Monday", "XXXX-WXX-1"), ("April", "XXXX-04")]),
        ("The guest, a general of 70 years, served for 40 years.", [("40 years", "P40Y")]),
        ("It arrived hours later than planned.", [("hours", "PTXH")]),
        ("It flew at 460 miles an hour.", []),
        ("The next is due in 2317.", [("2317", "2317")]),
        (
            "He died in 2019. In the autumn of that year it closed.",
            [("2019", "2019"), ("the autumn of that year", "2019-FA")],
        ),
        ("Arches of the 12th and 13th centuries.", [("12th", "11"), ("13th centuries", "12")]),
        ("A pool is dug to cool it in summer.", [("summer", "XXXX-SU")]),
        (
            "Trees fell in January and February of 2021. It stopped in March.",
            [("January", "2021-01"), ("February of 2021", "2021-02"), ("March", "2021-03")],
        ),
        ("The prize follows on Saturday.", [("Saturday", "2024-03-16")]),
        ("Entry is free for the first week.", [("the first week", "P1W")]),
        (
            "They left on Tuesday. It was the longest stop of the day.",
            [("Tuesday", "2024-03-12"), ("the day", "2024-03-12")],
        ),
        (
            "At seven on Saturday evening the door opened.",
            [("seven", "2024-03-09T19:00"), ("Saturday evening", "2024-03-09TEV")],
        ),
        (
            "The alarm rang at 6:18 p.m. on Monday. By half past seven all was lost.",
            [("6:18 p.m.", "2024-03-11T18:18"), ("Monday", "2024-03-11"), ("half past seven", "2024-03-11T19:30")],
        ),
    ],
)
def test_lengths_parts_and_what_is_told_from_them(text: str, expected: list[tuple[str, str]]) -> None:
    found = find_times(text, [(0, len(text))], DCT)
    assert [(text[each.start : each.end], each.value.value) for each in found] == expected


@pytest.mark.parametrize(
    ("text", "expected"),
    [
        ("Profit rose from last year's third quarter.", [("last year's third quarter", "2023-Q3")]),
        ("During the last quarter of 2012 it grew.", [("the last quarter of 2012", "2012-Q4")]),
        ("The fiscal year ends in May.", [("The fiscal year", "FY2024"), ("May", "2024-05")]),
        ("They met the week before last.", [("the week before last", "2024-W09")]),
        ("They meet the month after next.", [("the month after next", "2024-05")]),
        ("The year-end bonus and the mid-month sale fell.", [("year-end", "2024"), ("mid-month", "2024-03")]),
        ("It lasted a year and a half.", [("a year and a half", "P1.5Y")]),
        ("It is open seven days a week.", [("seven days", "P7D"), ("a week", "P1W")]),
        (
            "Prices fell in January for the third straight month.",
            [("January", "2024-01"), ("the third straight month", "2024-01")],
        ),
        ("Futures for December delivery fell.", [("December", "2024-12")]),
        (
            "Inflation was 5.3% in January, down from 5.9% a year earlier.",
            [("January", "2024-01"), ("a year earlier", "2023-01")],
        ),
        (
            "In the first quarter of 2024 it earned $3 million. A year ago, it lost $1 million.",
            [("the first quarter of 2024", "2024-Q1"), ("A year ago", "2023-Q1")],
        ),
        ("Banks will remain closed until at least Tuesday.", [("Tuesday", "2024-03-19")]),
        ("Nearly 40 years later, women hold 20 seats.", [("Nearly 40 years later", "FUTURE_REF")]),
        ("It reports semiannually.", [("semiannually", "P6M")]),
    ],
)
def test_phrases_of_business_news(text: str, expected: list[tuple[str, str]]) -> None:
    found = find_times(text, [(0, len(text))], DCT)
    assert [(text[each.start : each.end], each.value.value) for each in found] == expected
