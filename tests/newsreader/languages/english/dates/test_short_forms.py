"""Days, months and years in figures and short forms, in lists, and numbers that are none; it is 13 March 2024."""

from __future__ import annotations

from datetime import date

import pytest

from newsreader.languages.english.dates import find_times

DCT = date(2024, 3, 13)


def read(text: str) -> list[tuple[str, str]]:
    spans = [(0, len(text))] if "\n" not in text else [(0, text.index("\n")), (text.index("\n") + 1, len(text))]
    return [(text[each.start : each.end], each.value.value) for each in find_times(text, spans, DCT)]


@pytest.mark.parametrize(
    ("text", "expected"),
    [
        ("The plan of sept 3, 2019 is lost.", [("sept 3, 2019", "2019-09-03")]),
        ("It ran on 14-Feb-2019 and 2/May/2018.", [("14-Feb-2019", "2019-02-14"), ("2/May/2018", "2018-05-02")]),
        (
            "Invoices dated 13/02/2021, 03/02/2021 and 4.5.2021 were paid.",
            [("13/02/2021", "2021-02-13"), ("03/02/2021", "2021-02-03"), ("4.5.2021", "2021-05-04")],
        ),
        ("Shipped 02/13/2021, billed 03/02/2021.", [("02/13/2021", "2021-02-13"), ("03/02/2021", "2021-03-02")]),
        ("The 1st day of May 2019 was dry.", [("The 1st day of May 2019", "2019-05-01")]),
        ("Nov '19 was wet, and Feb. ’21 was dry.", [("Nov '19", "2019-11"), ("Feb. ’21", "2021-02")]),
        ("They meet on April 8, 9 and 11.", [("April 8", "2024-04-08"), ("9", "2024-04-09"), ("11", "2024-04-11")]),
        (
            "They met on 3, 4 and 6 February 2024.",
            [("3", "2024-02-03"), ("4", "2024-02-04"), ("6 February 2024", "2024-02-06")],
        ),
        (
            "The vote is on the 20th, 21st or 22nd of March.",
            [("the 20th", "2024-03-20"), ("21st", "2024-03-21"), ("22nd of March", "2024-03-22")],
        ),
        (
            "Guidance for Q2'24, 2H23 and 4Q 2024 stands.",
            [("Q2'24", "2024-Q2"), ("2H23", "2023-H2"), ("4Q 2024", "2024-Q4")],
        ),
        ("It met on Tuesday 5th and on Friday, 8th.", [("Tuesday 5th", "2024-03-05"), ("Friday, 8th", "2024-03-08")]),
        ("Flight 1999, page 2001, bus 2020 and platform 1998.", []),
        ("He paid 1950 for it; she won about 2000 votes.", []),
        (
            "Around 2000, the town grew; about 2010 when it shrank; about 2015 homes were built.",
            [("Around 2000", "2000"), ("2010", "2010")],
        ),
        ("Ref. 2017-2231 and 12-2019 and 555-2001.", []),
        (
            "They met in March and April 2019, and in May and June.",
            [("March", "2019-03"), ("April 2019", "2019-04"), ("May", "2019-05"), ("June", "2019-06")],
        ),
        ("Between 2010 and 2012 it rained.", [("2010", "2010"), ("2012", "2012")]),
        ("In the 2012-13 season, from 1999/2000 on.", [("2012-13", "2012/2013"), ("1999/2000", "1999/2000")]),
        ("He was 21 on May 4.", [("May 4", "2023-05-04")]),
        ("Scores: 4-2, 10/12, 3.5, and 24/7 service.", []),
        ("Version 2.10.2019 of the law, article 12.3.", [("2.10.2019", "2019-10-02")]),
    ],
)
def test_short_forms_and_lists(text: str, expected: list[tuple[str, str]]) -> None:
    assert read(text) == expected


def test_one_order_of_day_and_month_holds_for_the_whole_article() -> None:
    assert read("Paid on 03/02/2021.\nBilled on 02/13/2021.")[0] == ("03/02/2021", "2021-03-02")
    assert read("Paid on 03/02/2021.\nBilled on 13/02/2021.")[0] == ("03/02/2021", "2021-02-03")


def test_a_day_has_the_year_that_the_article_gives_it_elsewhere() -> None:
    text = "It burned on 15 April 2019.\nAfter 15 April it was shut."
    assert read(text) == [("15 April 2019", "2019-04-15"), ("15 April", "2019-04-15")]
    text = "It burned on 15 April 2019.\nThey will gather there on 15 April."
    assert read(text)[1] == ("15 April", "2024-04-15")
