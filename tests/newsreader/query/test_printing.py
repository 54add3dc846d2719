"""A query that is written out is the same query when it is read again."""

from __future__ import annotations

import pytest
from hypothesis import given
from hypothesis import strategies as st

from newsreader.query.conditions import Condition, Field, Near, Not, Query, Saved, Term, Words, either, every
from newsreader.query.fields import FIELDS, IN_PARAGRAPHS, Takes
from newsreader.query.parser import parse
from newsreader.query.printing import printed
from newsreader.query.wording import words

SEARCHES = {"Quay": "quay -election", "my “own” OR": "tag:a"}

pieces = st.sampled_from(
    [
        "quay",
        "ORs",
        "OR",
        "NOT",
        "a b",
        'say "no"',
        "-x",
        "#tag",
        "tag:a",
        "=b",
        "é東京",
        "(",
        "a,b",
        "10:30",
        "e-mail*",
        "—a",
    ]
)
texts = st.lists(pieces, min_size=1, max_size=2).map(" ".join).filter(lambda text: bool(words(text)))
terms = st.builds(Term, texts, st.booleans())
values = st.builds(Term, texts, st.booleans(), st.booleans())


def field(names: tuple[str, ...] | None = None) -> st.SearchStrategy[Field]:
    """A field with values that it takes."""

    def some(name: str) -> st.SearchStrategy[Field]:
        kind = FIELDS[name]
        match kind.takes:
            case Takes.CHOICE:
                wanted: st.SearchStrategy[Term] = st.sampled_from(kind.choices).map(lambda each: Term(str(each)))
            case Takes.DAYS:
                wanted = st.sampled_from(["2024", "2024-06..", "..2024-06-19", "today"]).map(Term)
            case Takes.AGE:
                wanted = st.sampled_from(["2w", "3 months", "2024-06", "yesterday"]).map(Term)
            case _:
                wanted = values
        return st.lists(wanted, min_size=1, max_size=3, unique=True).map(lambda each: Field(name, tuple(each)))

    asking = [name for name in names or FIELDS if name not in ("near", "search", "sort")]
    return st.sampled_from(asking).flatmap(some)


def conditions(leaves: st.SearchStrategy[Condition], depth: int = 3) -> st.SearchStrategy[Condition]:
    """Conditions of the leaves, as deep as they are read."""
    if depth == 0:
        return leaves
    inner = conditions(leaves, depth - 1)
    several = st.lists(inner, min_size=2, max_size=3).map(tuple)
    return st.one_of(leaves, inner.map(Not), several.map(every).filter(bool), several.map(either).filter(bool))  # type: ignore[return-value]


in_paragraphs: st.SearchStrategy[Condition] = conditions(st.one_of(terms.map(Words), field(IN_PARAGRAPHS)), 2)
saved = st.sampled_from([*SEARCHES]).map(lambda name: Saved(name, parse(SEARCHES[name]).condition))
anything: st.SearchStrategy[Condition] = conditions(
    st.one_of(terms.map(Words), field(), in_paragraphs.map(Near), saved)
)


@given(st.builds(Query, st.one_of(st.none(), anything), st.just(()), st.sampled_from([None, "oldest", "title"])))
def test_what_is_written_is_read_as_it_was(query: Query) -> None:
    assert parse(printed(query), searches=SEARCHES) == query


@given(st.text(alphabet=st.sampled_from('ab"()-#*=:,. \n—ÅORNOTtagpublished20é東sortnear\x00'), max_size=60))
def test_what_was_typed_is_written_as_what_it_asks(typed: str) -> None:
    query = parse(typed)
    again = parse(printed(query))
    assert (again.condition, again.order, again.mistakes) == (query.condition, query.order, ())


@pytest.mark.parametrize(
    ("typed", "written"),
    [
        ("fish AND quay", "fish quay"),
        ("(a b) OR c NOT d", "a b OR c -d"),
        ("(a OR b) c", "(a OR b) c"),
        ('#treaty,"to do"', 'tag:treaty,"to do"'),
        ('person:="Karin Ahlstrom"', 'person:="Karin Ahlstrom"'),
        ("near:(ahlstrom quay*) sort:old", "near:(ahlstrom quay*) sort:oldest"),
        ("published:2024-06..2024-08 newer:2w", "published:2024-06..2024-08 newer:2w"),
        ("search:quay", "search:Quay"),
        ("e-mail don't 10:30", 'e-mail don\'t "10:30"'),
        ('"OR"', '"OR"'),
    ],
)
def test_as_little_as_need_be_is_written(typed: str, written: str) -> None:
    query = parse(typed, searches=SEARCHES)
    assert (printed(query), query.mistakes) == (written, ())
