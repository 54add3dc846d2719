"""Time expressions class by class, in sentences of an article of Wednesday, 19 June 2024, with their intervals."""

from __future__ import annotations

from datetime import date

import pytest

from newsreader.languages.english.dates import find_times

DCT = date(2024, 6, 19)


def found(text: str, dct: date | None = DCT) -> list[tuple[str, str]]:
    return [(text[each.start : each.end], each.value.value) for each in find_times(text, [(0, len(text))], dct)]


def intervals(text: str) -> list[tuple[str | None, str | None]]:
    return [(each.value.start, each.value.end) for each in find_times(text, [(0, len(text))], DCT)]


@pytest.mark.parametrize(
    ("text", "words", "start", "end"),
    [
        ("The fair runs between 3 and 5 May.", "3 and 5 May", "2024-05-03", "2024-05-06"),
        ("The fair ran from 3 to 5 May 2019.", "3 to 5 May 2019", "2019-05-03", "2019-05-06"),
        ("The fair ran from the 3rd to the 5th of May, 2019.", "the 3rd to the 5th of May, 2019", None, None),
        ("They met on 3-5 May 2019.", "3-5 May 2019", "2019-05-03", "2019-05-06"),
        ("They met on May 3–5, 2019.", "May 3–5, 2019", "2019-05-03", "2019-05-06"),
        ("It ran from May 3 to 5.", "May 3 to 5", "2024-05-03", "2024-05-06"),
        ("The war of 1948-1951 was long.", "1948-1951", "1948-01-01", "1952-01-01"),
    ],
)
def test_a_range_of_days_or_years_is_one_interval(text: str, words: str, start: str | None, end: str | None) -> None:
    assert [each for each, _ in found(text)] == [words]
    if start:
        assert intervals(text) == [(start, end)]


@pytest.mark.parametrize(
    ("text", "expected"),
    [
        ("It lasted from March to June 2020.", [("March", "2020-03"), ("June 2020", "2020-06")]),
        ("It lasted from November to June 2020.", [("November", "2019-11"), ("June 2020", "2020-06")]),
        ("It ran from March 3 to June 5, 2020.", [("March 3", "2020-03-03"), ("June 5, 2020", "2020-06-05")]),
        ("It opened in 2003 and as of February had ten shops.", [("2003", "2003"), ("February", "2024-02")]),
    ],
)
def test_the_year_of_a_range_stands_at_its_end(text: str, expected: list[tuple[str, str]]) -> None:
    assert found(text) == expected


@pytest.mark.parametrize(
    ("text", "expected"),
    [
        ("In spring, the snow melted.", [("spring", "2024-SP")]),
        ("In early autumn they left.", [("early autumn", "2023-FA")]),
        ("In the winter, they stayed.", [("the winter", "2023-WI")]),
        ("The bank closed its autumn meetings.", [("autumn", "2023-FA")]),
        ("They fall in love and spring into action.", []),
        ("Prices fall by half.", []),
    ],
)
def test_seasons_are_the_latest_and_verbs_are_none(text: str, expected: list[tuple[str, str]]) -> None:
    assert found(text) == expected


@pytest.mark.parametrize(
    ("text", "expected"),
    [
        ("The last week of March was wet.", [("The last week of March", "2024-W13")]),
        ("It was in the first week of May 2019.", [("the first week of May 2019", "2019-W18")]),
        ("It is held on the last weekend of July 2019.", [("the last weekend of July 2019", "2019-W30-WE")]),
        ("Sales of the 2019 third quarter fell.", [("the 2019 third quarter", "2019-Q3")]),
        ("In the 2023 fiscal year it grew.", [("the 2023 fiscal year", "FY2023")]),
        ("Cars of the 70s and 80s were big.", [("the 70s", "197"), ("80s", "198")]),
        ("He is in his 70s and 80s.", []),
        ("A man in his forties and a woman in her late twenties were held.", []),
        ("Temperatures in the 40s are forecast. The forties were dry.", [("The forties", "194")]),
        ("She was remanded in custody until November.", [("November", "2024-11")]),
        ("It was written around 1970.", [("around 1970", "1970")]),
        ("Friends of John Conway around 1970 agreed.", [("around 1970", "1970")]),
    ],
)
def test_periods_with_names(text: str, expected: list[tuple[str, str]]) -> None:
    assert found(text) == expected


@pytest.mark.parametrize(
    ("text", "expected"),
    [
        ("It rained for the past week.", [("the past week", "P1W")]),
        ("Prices doubled in the past year.", [("the past year", "P1Y")]),
        ("It was decades in the making.", [("decades", "PXY")]),
        ("They meet every first Monday of the month.", [("every first Monday of the month", "XXXX-WXX-1")]),
        ("They meet every other Friday.", [("every other Friday", "XXXX-WXX-5")]),
        ("It is the worst fire in recent memory.", [("recent memory", "PAST_REF")]),
        ("He spoke of the past.", [("the past", "PAST_REF")]),
        ("The now-closed school stood here.", []),
    ],
)
def test_lengths_sets_and_references(text: str, expected: list[tuple[str, str]]) -> None:
    assert found(text) == expected


@pytest.mark.parametrize(
    ("text", "expected"),
    [
        ("They meet on Monday of next week.", [("Monday of next week", "2024-06-24")]),
        ("They met on Friday of last week.", [("Friday of last week", "2024-06-14")]),
        ("Two Sundays ago it rained.", [("Two Sundays ago", "2024-06-09")]),
        ("By year-end it closes.", [("year-end", "2024")]),
        ("In the nine months ended Sept. 30 it grew.", [("nine months", "P9M"), ("Sept. 30", "2023-09-30")]),
    ],
)
def test_days_of_weeks_and_ends_of_periods(text: str, expected: list[tuple[str, str]]) -> None:
    assert found(text) == expected


@pytest.mark.parametrize(
    ("text", "expected"),
    [
        ("A bid for October elections failed.", [("October", "2024-10")]),
        ("They spoke of delaying the vote until July.", [("July", "2024-07")]),
        ("He had asked for money in October.", [("October", "2023-10")]),
    ],
)
def test_what_is_aimed_at_or_put_off_lies_ahead(text: str, expected: list[tuple[str, str]]) -> None:
    assert found(text) == expected


@pytest.mark.parametrize(
    ("text", "expected"),
    [
        (
            "The talk at 16:15 UTC, June 1st, ended.",
            [("16:15 UTC", "2024-06-01T16:15Z"), ("June 1st", "2024-06-01")],
        ),
        ("Shares rose in early morning trading.", [("early morning", "2024-06-19TMO")]),
        ("Shares recovered late in the day after falling.", [("the day", "2024-06-19")]),
        ("She listens to Breakfast in the Morning.", []),
    ],
)
def test_parts_of_a_day_and_clock_times(text: str, expected: list[tuple[str, str]]) -> None:
    assert found(text) == expected


def test_numeric_dates_that_can_be_read_in_two_ways_are_the_nearer_one_and_doubtful() -> None:
    text = "It happened on 7/6/24."
    (time,) = find_times(text, [(0, len(text))], DCT)
    assert (time.value.value, time.value.alternatives) == ("2024-06-07", ("2024-07-06",))
    assert time.value.confidence < 0.5
    assert found("It happened on 25/02/99 and on 2019/02/25.") == [
        ("25/02/99", "1999-02-25"),
        ("2019/02/25", "2019-02-25"),
    ]
    assert found("They won 3/4/2 and 24/7.") == []


def test_holidays_belong_to_the_year_that_is_said_or_the_nearest() -> None:
    text = "On Christmas Eve 2019, on Christmas, last Thanksgiving, next Halloween and on Easter Monday."
    assert [value for _, value in found(text)] == ["2019-12-24", "2023-12-25", "2023-11-23", "2024-10-31", "2024-04-01"]


def test_the_attacks_of_september_have_their_year() -> None:
    assert found("After the September 11th terrorist attacks it closed.")[0][1] == "2001-09-11"


def test_without_the_articles_date_nothing_is_guessed() -> None:
    text = "In spring, in the first week of May and in early morning trading they met on 7/6/24."
    values = [value for _, value in found(text, None)]
    assert values[:3] == ["XXXX-SP", "XXXX-WXX", "XXXX-XX-XXTMO"]
