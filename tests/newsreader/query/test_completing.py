"""How a query may go on where the cursor is."""

from __future__ import annotations

from datetime import date
from typing import TYPE_CHECKING

import pytest
from hypothesis import given
from hypothesis import strategies as st

from newsreader.query.completing import complete
from newsreader.query.fields import ARTICLES, FIELDS, NOTES
from newsreader.query.parser import parse

if TYPE_CHECKING:
    from collections.abc import Sequence

TODAY = date(2024, 3, 5)
THERE = {
    "person": {"Karin Ahlstrom": 31, "Karl Quist": 2, 'Kim "Bo" Lee': 1},
    "place": {"Karlstad": 9},
    "tag": {"treaty": 4, "to read": 2, "or": 1},
    "source": {"The Courier": 7},
}


def values(field: str, beginning: str, limit: int) -> Sequence[tuple[str, int]]:
    found = THERE.get(field, {}).items()
    return [(name, count) for name, count in found if name.casefold().startswith(beginning.casefold())][:limit]


def offered(typed: str) -> list[str]:
    """The query with each completion put in; the cursor is where a bar stands, else at the end."""
    cursor = typed.find("|") if "|" in typed else len(typed)
    query = typed.replace("|", "")
    found = complete(query, cursor, ARTICLES, values, ["Quay", "my boats"], TODAY)
    return [query[: each.start] + each.text + query[each.end :] for each in found]


@pytest.mark.parametrize(
    ("typed", "first"),
    [
        ("ti", ["title:"]),
        ("quay -ti", ["quay -title:"]),
        ("(quay OR pub", ["(quay OR published:"]),
        ("kar", ['person:="Karin Ahlstrom"', "place:=Karlstad", 'person:="Karl Quist"']),
        ("person:karin", ['person:="Karin Ahlstrom"']),
        ('person:="kar', ['person:="Karin Ahlstrom"', 'person:="Karl Quist"']),
        ("person:ki", ['person:="Kim ""Bo"" Lee"']),
        ("a person:=Ka| b", ['a person:="Karin Ahlstrom" b', 'a person:="Karl Quist" b']),
        ("person:Ka|rlo b", ['person:="Karin Ahlstrom" b', 'person:="Karl Quist" b']),
        ("tag:t", ["tag:treaty", 'tag:"to read"']),
        ("#tr", ["#treaty"]),
        ("tag:treaty,to", ['tag:treaty,"to read"']),
        ("tag:or", []),
        ("source:the", ['source:"The Courier"']),
        ("is:s", ["is:starred", "is:saved", "is:story"]),
        ("-is:re", ["-is:read"]),
        ("sort:n", ["sort:newest"]),
        ("search:", ["search:Quay", 'search:"my boats"']),
        ("search:MY", ['search:"my boats"']),
        ("published:20", ["published:2024-03", "published:2024-02", "published:2024", "published:2023"]),
        ("newer:2", ["newer:2d", "newer:2w", "newer:2024-03", "newer:2024-02", "newer:2024", "newer:2023"]),
        ("added:y", ["added:yesterday"]),
        ("ti|tl:quay", ["title:quay"]),
        ("near:(kar", ['near:(person:="Karin Ahlstrom"', "near:(place:=Karlstad", 'near:(person:="Karl Quist"']),
        ('"a phrase', []),
        ("https://ex", []),
        ("tag:treaty", []),
        ("k", []),
    ],
)
def test_what_is_offered(typed: str, first: list[str]) -> None:
    assert offered(typed) == first


def test_between_words_all_fields_are_offered() -> None:
    for typed in ("", "quay ", "quay | pier", "("):
        assert len(offered(typed)) == len(ARTICLES)


def test_only_what_is_known_here_is_offered() -> None:
    assert [each.text for each in complete("ti", 2, NOTES)] == []
    assert [each.text for each in complete("kar", 3, NOTES, values)] == []
    assert [each.text for each in complete("col", 3, NOTES)] == ["colour:"]


def test_what_is_offered_says_in_how_many_articles_it_is() -> None:
    assert [each.articles for each in complete("person:kar", 10, ARTICLES, values)] == [31, 2]


@given(st.text(alphabet=st.sampled_from('ab"()-#*=:,. ÅORNOTtagpublished20éki'), max_size=40), st.data())
def test_anywhere_in_anything(query: str, data: st.DataObject) -> None:
    cursor = data.draw(st.integers(0, len(query)))
    for each in complete(query, cursor, tuple(FIELDS), values, ["Quay"], TODAY):
        assert 0 <= each.start <= cursor <= each.end <= len(query)
        assert each.text != query[each.start : each.end]
        before = any(mark in query[: each.start] for mark in '"()')
        if not before and not each.text.endswith(":"):
            assert not parse(query[: each.start] + each.text, searches={"Quay": "a"}).mistakes
