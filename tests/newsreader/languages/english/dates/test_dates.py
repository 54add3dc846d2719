"""Time expressions: what is found, and what it resolves to in an article of Wednesday, 19 June 2024."""

from __future__ import annotations

import itertools
from datetime import date
from typing import TYPE_CHECKING

import pytest
from hypothesis import given
from hypothesis import strategies as st

from newsreader.languages.english.dates import find_times

if TYPE_CHECKING:
    from newsreader.languages.record import TimeMention

DCT = date(2024, 6, 19)


def times(text: str, dct: date | None = DCT) -> list[TimeMention]:
    return find_times(text, [(0, len(text))], dct)


def values(text: str, dct: date | None = DCT) -> list[tuple[str, str]]:
    return [(text[time.start : time.end], time.value.value) for time in times(text, dct)]


@pytest.mark.parametrize(
    ("text", "expected"),
    [
        ("The two met on Monday.", [("Monday", "2024-06-17")]),
        ("They signed it on Wednesday.", [("Wednesday", "2024-06-19")]),
        ("They will meet on Friday.", [("Friday", "2024-06-21")]),
        ("He said on Friday that he will resign.", [("Friday", "2024-06-14")]),
        ("The talks are expected to resume on Monday.", [("Monday", "2024-06-24")]),
        ("The vote was postponed until Saturday.", [("Saturday", "2024-06-22")]),
        ("Work is to begin in March.", [("March", "2025-03")]),
        ("The results are due in late August.", [("late August", "2024-08")]),
        ("On Thursday, the court will rule.", [("Thursday", "2024-06-20")]),
        ("Police arrested him last Wednesday.", [("last Wednesday", "2024-06-12")]),
        ("It rained on Tuesday night.", [("Tuesday night", "2024-06-18TNI")]),
        ("Shops stay shut on Sundays.", [("Sundays", "XXXX-WXX-7")]),
    ],
)
def test_weekdays_are_the_latest_unless_the_sentence_looks_ahead(text: str, expected: list[tuple[str, str]]) -> None:
    assert values(text) == expected


@pytest.mark.parametrize(
    ("text", "expected"),
    [
        ("Yesterday it was quiet.", [("Yesterday", "2024-06-18")]),
        ("He spoke yesterday morning.", [("yesterday morning", "2024-06-18TMO")]),
        ("Rain is likely tonight and tomorrow.", [("tonight", "2024-06-19TNI"), ("tomorrow", "2024-06-20")]),
        ("She arrived the day before yesterday.", [("the day before yesterday", "2024-06-17")]),
        ("Sales fell last week.", [("last week", "2024-W24")]),
        ("Sales rose last month.", [("last month", "2024-05")]),
        ("She retires next year.", [("next year", "2025")]),
        ("Earlier this year, it closed.", [("Earlier this year", "2024")]),
        ("The company has now recovered.", [("now", "PRESENT_REF")]),
        ("It was recently renovated.", [("recently", "PAST_REF")]),
        ("Prices doubled in recent years.", [("recent years", "PAST_REF")]),
        ("It opened two years ago.", [("two years ago", "2022")]),
        ("A month ago, nobody knew.", [("A month ago", "2024-05")]),
        ("He died three days ago.", [("three days ago", "2024-06-16")]),
    ],
)
def test_what_is_told_from_the_article_is_counted_from_its_date(text: str, expected: list[tuple[str, str]]) -> None:
    assert values(text) == expected


@pytest.mark.parametrize(
    ("text", "expected"),
    [
        ("It began on March 3, 2019.", [("March 3, 2019", "2019-03-03")]),
        ("It began on 3 March 2019.", [("3 March 2019", "2019-03-03")]),
        ("It began on the 3rd of March, 2019.", [("the 3rd of March, 2019", "2019-03-03")]),
        ("It began on 2019-03-03.", [("2019-03-03", "2019-03-03")]),
        ("The fair opens on July 3.", [("July 3", "2024-07-03")]),
        ("The fair opened on Dec. 30.", [("Dec. 30", "2023-12-30")]),
        ("He left in October.", [("October", "2023-10")]),
        ("The rules will change in March.", [("March", "2025-03")]),
        ("Elected in October 2016, he served.", [("October 2016", "2016-10")]),
        ("It was built in the late 1990s.", [("the late 1990s", "199")]),
        ("A novel of the 19th century.", [("the 19th century", "18")]),
        ("The 2016 election was close.", [("2016", "2016")]),
        ("Profit rose in the third quarter of 2023.", [("the third quarter of 2023", "2023-Q3")]),
        ("First-quarter profit rose.", [("First-quarter", "2024-Q1")]),
        ("In the summer of 2018, they met.", [("the summer of 2018", "2018-SU")]),
        ("They met at Christmas.", [("Christmas", "2023-12-25")]),
        ("After the 9/11 attacks, it closed.", [("9/11", "2001-09-11")]),
        ("In early March, it closed.", [("early March", "2024-03")]),
    ],
)
def test_dates_months_years_and_periods(text: str, expected: list[tuple[str, str]]) -> None:
    assert values(text) == expected


@pytest.mark.parametrize(
    ("text", "expected"),
    [
        ("The war lasted six years.", [("six years", "P6Y")]),
        ("It took more than two hours.", [("more than two hours", "PT2H")]),
        ("A three-year deal was signed.", [("three-year", "P3Y")]),
        ("He waited for a few weeks.", [("a few weeks", "PXW")]),
        ("They had feuded for decades.", [("decades", "PXY")]),
        ("It lasted two and a half years.", [("two and a half years", "P2.5Y")]),
        ("The paper appears daily.", [("daily", "P1D")]),
        ("They meet every two weeks.", [("every two weeks", "P2W")]),
        ("She won in 2:14:04.", [("2:14:04", "PT2H14M4S")]),
    ],
)
def test_durations_and_sets(text: str, expected: list[tuple[str, str]]) -> None:
    assert values(text) == expected


@pytest.mark.parametrize(
    ("text", "expected"),
    [
        ("The quake struck at 4:53 a.m. on Monday.", [("4:53 a.m.", "2024-06-17T04:53"), ("Monday", "2024-06-17")]),
        ("It struck at 5 p.m. local time.", [("5 p.m. local time", "2024-06-19T17:00")]),
        ("It was launched at 2100 UTC.", [("2100 UTC", "2024-06-19T21:00Z")]),
        ("They met at noon.", [("noon", "2024-06-19T12:00")]),
    ],
)
def test_times_of_day_belong_to_the_day_that_is_spoken_of(text: str, expected: list[tuple[str, str]]) -> None:
    assert values(text) == expected


def test_a_time_of_day_does_not_belong_to_a_day_long_ago() -> None:
    assert values("The last one was on 31 August 1932. It ended at 3:34 p.m.")[1] == ("3:34 p.m.", "2024-06-19T15:34")


@pytest.mark.parametrize(
    "text",
    [
        "The 35-year-old singer is 35 years old and was aged 34.",
        "He may march with 2000 people.",
        "The Sunday Times and USA Today reported it.",
        "He finished second and will soon follow.",
        "They booked room 2019 on flight 1984.",
        "Spain won Euro 2024.",
        "A quarter of the voters stayed away.",
        "They have a mid-40s share, and he is in his 40s.",
    ],
)
def test_ages_numbers_and_names_are_no_times(text: str) -> None:
    assert values(text) == []


def test_the_same_day_looks_back_at_the_day_named_last() -> None:
    assert values("He was born on 4 May 1950. The same day, the war began.")[1] == ("The same day", "1950-05-04")


def test_a_year_told_of_holds_for_the_months_of_its_paragraph() -> None:
    assert values("In 1998 he resigned. In March he had been ill.")[1] == ("March", "1998-03")


def test_a_year_named_in_passing_holds_for_its_own_sentence_alone() -> None:
    text = "It has not won so many since it was founded in 1988. The leader took over only in May."
    assert values(text)[1] == ("May", "2024-05")


def test_without_the_article_s_date_relative_dates_stay_symbolic_and_say_why() -> None:
    (monday, june) = times("On Monday, as on June 3, it rained.", None)

    assert (monday.value.value, june.value.value) == ("XXXX-WXX-1", "XXXX-06-03")
    assert monday.value.start is None
    assert "article’s date" in monday.value.reason


def test_a_value_says_where_it_comes_from() -> None:
    (wednesday,) = times("They signed it on Wednesday.")

    assert wednesday.value.anchor == "dct"
    assert wednesday.value.reason == "the latest Wednesday seen from the article’s date, 2024-06-19"
    assert (wednesday.value.start, wednesday.value.end) == ("2024-06-19", "2024-06-20")


def test_a_weekday_that_disagrees_with_its_date_lowers_the_confidence() -> None:
    (right,) = times("It began on Sunday, March 3, 2019.")
    (wrong,) = times("It began on Monday, March 3, 2019.")

    assert right.value.confidence == 1
    assert wrong.value.confidence <= 0.5
    assert "not a Monday" in wrong.value.reason


def test_an_ambiguous_numeric_date_keeps_both_readings() -> None:
    (ambiguous,) = times("It is dated 03/04/2020.")

    assert ambiguous.value.confidence < 0.5
    assert ambiguous.value.alternatives == ("2020-03-04",)


@pytest.mark.parametrize(
    "text", ["on 31 February", "in year 0", "by 99999", "February 30, 2021", "99/99/2020", "0000-00-00"]
)
def test_impossible_dates_do_no_harm(text: str) -> None:
    for time in times(f"It happened {text}, they said."):
        assert time.value.start is None or time.value.start < "2100"


WORDS = (
    "Monday monday May march June 31 30 29 1 first second third last next this the of in on at by until "
    "will said ago earlier later before after two several a few half and weeks day years quarter century "
    "decade 1990s 2024 9999 0001 12:00 p.m. UTC noon midnight yesterday tomorrow every each Christmas "
    "Easter summer fiscal Q3 – - , ."
).split()


@given(
    st.lists(st.sampled_from(WORDS), max_size=14).map(" ".join),
    st.dates() | st.none(),
)
def test_any_mixture_of_time_words_is_read_in_order_without_overlap(text: str, dct: date | None) -> None:
    found = times(text, dct)

    assert found == times(text, dct)
    assert all(first.end <= second.start for first, second in itertools.pairwise(found))
    assert all(
        time.value.start is None or time.value.end is None or time.value.start < time.value.end for time in found
    )
    assert all(text[time.start : time.end].strip() == text[time.start : time.end] != "" for time in found)


@pytest.mark.parametrize(
    ("text", "expected"),
    [
        ("He came on Frıday.", [("Frıday", "2024-06-14")]),
        ("It took ten ſeconds.", [("ten ſeconds", "PT10S")]),
        ("It took ten mİnutes.", [("ten mİnutes", "PT10M")]),
        ("The ſixties were loud.", [("The ſixties", "196")]),
    ],
)
def test_letters_that_are_another_case_of_ours_are_read_as_ours(text: str, expected: list[tuple[str, str]]) -> None:
    assert values(text) == expected
