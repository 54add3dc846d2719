"""What a query finds."""

from __future__ import annotations

from datetime import date

import pytest
from hypothesis import given
from hypothesis import strategies as st

from newsreader.query.days import Days, day_of_age, days_in
from newsreader.query.matching import Findable, holds
from newsreader.query.parser import parse
from newsreader.query.wording import words

TODAY = date(2024, 7, 31)
THING = Findable(
    texts=("The Łódź café closes: “no more fish”, says Ålesund.", "東京で会う"),
    values={"tag": ("defence-treaty", "boats"), "name": ("Kim Jong Un", "person:kim-jong-un"), "kind": ("note",)},
    days={"published": Days.of(date(2024, 6, 19)), "on": (Days(date(2024, 6, 1), date(2024, 6, 30)),)},
)


@pytest.mark.parametrize(
    "query",
    [
        "",
        "lodz CAFÉ",
        '"cafe closes"',
        '"no more fish"',
        "more-fish",
        "clos*",
        '"more fi"*',
        "東京",
        "aalesund OR alesund",
        "-quay",
        "fish -(quay OR pier)",
        "tag:boats",
        "tag:nothing,boats",
        "tag:defence-treaty",
        "tag:defence*",
        "name:kim",
        'name:=kim-jong-un OR name:="Kim Jong Un"',
        'name:"jong un"',
        "published:2024",
        "published:2024-06",
        "published:2024-06-19",
        "published:2024-06..",
        "published:..2024-06-19",
        "on:2024-06-19",
        "on:=2024-06",
        "on:=2024-06-01..2024-06-30",
        "newer:2m",
        "newer:2024-06",
        "older:1w",
        "-newer:1w",
    ],
)
def test_found(query: str) -> None:
    assert holds(parse(query).condition, THING, TODAY)


@pytest.mark.parametrize(
    "query",
    [
        "on:=2024-06-19",
        "on:=2024",
        "clos",
        '"closes cafe"',
        '"fish says alesund closes"',
        "fish quay",
        "tag:defence",
        "tag:boat",
        "name:=kim",
        "kind:bookmark",
        "published:2023",
        "published:2024-06-20..",
        "newer:1w",
        "older:3m",
        "title:fish",
        '"alesund 東"',
    ],
)
def test_not_found(query: str) -> None:
    assert not holds(parse(query).condition, THING, TODAY)


def test_nothing_is_published_that_has_no_day() -> None:
    undated = Findable(("a",))
    assert not any(
        holds(parse(query).condition, undated, TODAY) for query in ("published:2024", "newer:1y", "older:1y")
    )


@pytest.mark.parametrize(
    ("text", "first", "last"),
    [
        ("2024", date(2024, 1, 1), date(2024, 12, 31)),
        ("2024-2", date(2024, 2, 1), date(2024, 2, 29)),
        ("2024-02..2024-03-05", date(2024, 2, 1), date(2024, 3, 5)),
        ("today", TODAY, TODAY),
        ("yesterday..", date(2024, 7, 30), None),
    ],
)
def test_spans_of_days(text: str, first: date | None, last: date | None) -> None:
    assert days_in(text, TODAY) == Days(first, last)


@pytest.mark.parametrize("text", ["", "..", "2024-13", "2024-02-30", "0000", "soon", "2024..soon", "2024-06-19-1"])
def test_no_span_of_days(text: str) -> None:
    assert days_in(text, TODAY) is None


@pytest.mark.parametrize(
    ("text", "day"),
    [
        ("10d", date(2024, 7, 21)),
        ("2 weeks", date(2024, 7, 17)),
        ("1 month", date(2024, 6, 30)),
        ("5m", date(2024, 2, 29)),
        ("1y", date(2023, 7, 31)),
        ("9999y", date.min),
        ("2024-06", date(2024, 6, 1)),
    ],
)
def test_ages(text: str, day: date) -> None:
    assert day_of_age(text, TODAY) == day


@pytest.mark.parametrize(
    ("text", "found"),
    [
        ("It’s Straße, ﬁne", ["it", "s", "strasse", "fine"]),
        ("नरेन्द्र मोदी की", ["नरेन्द्र", "मोदी", "की"]),
        ("تَمَّ", ["تم"]),
        ("under_score", ["under", "score"]),
    ],
)
def test_words_are_those_of_every_script(text: str, found: list[str]) -> None:
    assert words(text) == found


@given(st.text(max_size=40))
def test_a_text_is_found_by_itself_in_quotes(text: str) -> None:
    quoted = '"' + text.replace('"', '""') + '"'
    assert holds(parse(quoted).condition, Findable((text,)), TODAY)
