"""What wires, live blogs and local papers say of time, in articles of Friday, 18 August 2023."""

from __future__ import annotations

from datetime import date

import pytest

from newsreader.languages.english.dates import find_times

DCT = date(2023, 8, 18)


def found(*paragraphs: str) -> list[tuple[str, str]]:
    text, spans, at = "\n\n".join(paragraphs), [], 0
    for paragraph in paragraphs:
        spans.append((at, at + len(paragraph)))
        at += len(paragraph) + 2
    return [(text[each.start : each.end], each.value.value) for each in find_times(text, spans, DCT)]


@pytest.mark.parametrize(
    ("text", "value"),
    [
        ("The library of Roe lends fishing rods from Monday, its head said.", "2023-08-21"),
        ("Meteorologists predict landfall Saturday morning.", "2023-08-19TMO"),
        ("England need a point against San Marino on Monday.", "2023-08-21"),
        ("Forecasters expect snow on Tuesday.", "2023-08-22"),
        ("People hurt in the crash from Monday’s storm left.", "2023-08-14"),
        ("The board met on Monday.", "2023-08-14"),
        ("The bid, expected to close soon, is 3 percent above Friday’s closing price.", "2023-08-18"),
    ],
)
def test_what_is_foreseen_and_what_begins_lies_ahead(text: str, value: str) -> None:
    assert [each for _, each in found(text)] == [value]


@pytest.mark.parametrize(
    "text",
    [
        "She told the Norrfors Courier, a local daily.",
        "The left-wing weekly Die Woche said so.",
        "He edits a weekly magazine.",
        "He reads the China Daily.",
        "THE  WEEKLY  COURIER, page 7",
        "The Buenos Aires daily Clarín reported it.",
        "The chairman of the 1922 Committee left.",
        "The Summer Olympics are in Paris.",
        "They saw the midnight sun.",
        "He published under a second name.",
    ],
)
def test_a_paper_or_a_name_is_no_time(text: str) -> None:
    assert found(text) == []


@pytest.mark.parametrize(
    ("text", "expected"),
    [
        ("The group meets daily and reports weekly to the board.", [("daily", "P1D"), ("weekly", "P1W")]),
        ("The bank posted its first annual loss.", [("annual", "P1Y")]),
        ("It came 2 1/2 years after that, and took 1½ hours.", [("2 1/2 years", "P2.5Y"), ("1½ hours", "PT1.5H")]),
        ("It took a few hundred years.", [("a few hundred years", "PXY")]),
        ("Twice a week they met.", [("a week", "P1W")]),
        ("In 1998, following ten years of work, she ran.", [("1998", "1998"), ("ten years", "P10Y")]),
        ("He left two to three years ago.", [("two to three years ago", "2021")]),
        ("It shut a quarter-century ago.", [("a quarter-century ago", "1998")]),
        ("It was founded in 1998. A decade later it had shops.", [("1998", "1998"), ("A decade later", "2008")]),
        ("In the decade since, 4,000 died.", [("the decade", "P10Y")]),
        ("Since the winter of 2006–2007 it rains.", [("the winter of 2006–2007", "2006-WI")]),
        ("It sold in the early hours of last Monday.", [("the early hours of last Monday", "2023-08-14TMO")]),
        ("She won the Nov. 8 vote in 2015.", [("Nov. 8", "2015-11-08"), ("2015", "2015")]),
        ("He will be away until the 25th.", [("the 25th", "2023-08-25")]),
        ("In 2019 370 were seized in the same period.", [("2019", "2019"), ("the same period", "2019")]),
        ("It raised its full-year profit forecast.", [("full-year", "2023")]),
        ("Over the weekend it snowed.", [("the weekend", "2023-W32-WE")]),
        (
            "They rose a third straight day Thursday.",
            [("a third straight day", "2023-08-17"), ("Thursday", "2023-08-17")],
        ),
        ("They met on Maundy Thursday.", [("Maundy Thursday", "2023-04-06")]),
    ],
)
def test_expressions_of_newswire(text: str, expected: list[tuple[str, str]]) -> None:
    assert found(text) == expected


@pytest.mark.parametrize(
    "text", ["13.35: The prime minister resigns.", "13:35 Police arrive", "13:35 – Police arrive."]
)
def test_an_entry_of_a_live_blog_begins_with_its_time(text: str) -> None:
    assert found(text)[0][1] == "2023-08-18T13:35"


def test_a_price_or_a_verse_at_the_head_of_a_line_is_no_time() -> None:
    assert found("13.35 euros were paid.", "3.16 million left.") == []


def test_a_year_that_is_told_of_holds_for_the_paragraphs_that_go_on() -> None:
    assert found(
        "In 1921 it had 2,000 men. On August 12 it launched its last liner. The strike went on until Christmas.",
        "By December, most had gone to Glasgow.",
        "The yard was sold the following year. On Sunday, a plaque will be unveiled.",
    ) == [
        ("1921", "1921"),
        ("August 12", "1921-08-12"),
        ("Christmas", "1921-12-25"),
        ("December", "1921-12"),
        ("the following year", "1922"),
        ("Sunday", "2023-08-20"),
    ]


def test_a_year_that_was_only_named_says_nothing_of_the_next_paragraph() -> None:
    assert found("The firm was founded in 1998.", "In March it opened a shop.")[-1] == ("March", "2023-03")
