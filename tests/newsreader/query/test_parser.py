"""What a query asks for, half typed, wrong and hostile ones included."""

from __future__ import annotations

import pytest
from hypothesis import given
from hypothesis import strategies as st

from newsreader.query.conditions import And, Condition, Field, Not, Or, Term, Words
from newsreader.query.fields import NOTES
from newsreader.query.parser import LONGEST, parse


def word(text: str, *, begins: bool = False) -> Words:
    return Words(Term(text, begins))


def field(name: str, *values: str) -> Field:
    return Field(name, tuple(map(Term, values)))


@pytest.mark.parametrize(
    ("query", "condition"),
    [
        ("", None),
        ("quay", word("quay")),
        ("fish quay", And((word("fish"), word("quay")))),
        ("fish AND quay", And((word("fish"), word("quay")))),
        ('"fish  quay"', word("fish quay")),
        ("treat*", word("treat", begins=True)),
        ("quay OR pier harbour", Or((word("quay"), And((word("pier"), word("harbour")))))),
        ("(quay OR pier) harbour", And((Or((word("quay"), word("pier"))), word("harbour")))),
        ("a (b (c d))", And((word("a"), word("b"), word("c"), word("d")))),
        ("quay -election", And((word("quay"), Not(word("election"))))),
        ("quay NOT election", And((word("quay"), Not(word("election"))))),
        ("-(a OR b)", Not(Or((word("a"), word("b"))))),
        ("NOT -quay", word("quay")),
        ("e-mail", word("e-mail")),
        ("10:30", word("10:30")),
        ("https://example.org/a", word("https://example.org/a")),
        ("tag:treaty", field("tag", "treaty")),
        ("#treaty", field("tag", "treaty")),
        ("Tag:a,b", field("tag", "a", "b")),
        ('title:"fish quay",pier', field("title", "fish quay", "pier")),
        ("color:yel", field("colour", "yellow")),
        ("-kind:note", Not(field("kind", "note"))),
        ("name:=Kim", Field("name", (Term("Kim", whole=True),))),
        ('name:="Kim Jong Un"', Field("name", (Term("Kim Jong Un", whole=True),))),
        ("published:2024-06..2024-08", field("published", "2024-06..2024-08")),
        ("newer:2w", field("newer", "2w")),
        ('older:"3 months"', field("older", "3 months")),
        ('"say ""no"""', word('say "no"')),
        ("“”", None),
        ("—", None),
    ],
)
def test_what_is_asked_for(query: str, condition: Condition | None) -> None:
    read = parse(query)
    assert read.condition == condition
    assert not read.mistakes


@pytest.mark.parametrize(
    ("query", "condition"),
    [
        ("tag:", None),
        ("quay tag:", word("quay")),
        ("quay OR", word("quay")),
        ("quay -", word("quay")),
        ("(quay", word("quay", begins=True)),
        ('"fish qu', word("fish qu", begins=True)),
        ("quay NOT", word("quay")),
        ("published:20", None),
        ("kind:b", field("kind", "bookmark")),
        ("tre", word("tre", begins=True)),
        ("tre ", word("tre")),
        ("#tre", Field("tag", (Term("tre", begins=True),))),
    ],
)
def test_what_is_half_typed_is_no_mistake(query: str, condition: Condition | None) -> None:
    read = parse(query, typing=True)
    assert read.condition == condition
    assert not read.mistakes


@pytest.mark.parametrize(
    ("query", "place", "words"),
    [
        ("quay titel:pier", (5, 11), "“title:”"),
        ("kind:letter", (0, 11), "note, highlight, bookmark"),
        ("a published:soon", (2, 16), "2024-06"),
        ("published:2024-13", (0, 17), "2024-06"),
        ("newer:whenever", (0, 14), "2w"),
        ("quay)", (4, 5), "closes nothing"),
        ("quay tag:", (5, 9), "“tag:” asks for nothing"),
        ('quay tag:"" pier', (5, 11), "“tag:” asks for nothing"),
        ("quay kind:,", (5, 11), "“kind:” asks for nothing"),
    ],
)
def test_a_mistake_stands_where_it_is_and_says_what_was_meant(query: str, place: tuple[int, int], words: str) -> None:
    (mistake,) = parse(query).mistakes
    assert (mistake.start, mistake.end) == place
    assert words in mistake.sentence


@pytest.mark.parametrize(
    ("query", "condition"),
    [
        ("quay titel:pier", word("quay")),
        ("titel:pier,boat quay", word("quay")),
        ('titel:"fish pier" quay', word("quay")),
        ("quay OR colour:red", word("quay")),
        ("quay -titel:pier", word("quay")),
        ("(titel:pier) quay", word("quay")),
        ("titel: quay", word("quay")),
        ("published:soon quay", word("quay")),
        ("10:30", word("10:30")),
    ],
)
def test_the_rest_of_a_query_with_a_mistake_holds(query: str, condition: Condition) -> None:
    assert parse(query, ("title", "published")).condition == condition


def test_what_cannot_be_asked_for_here_is_said() -> None:
    read = parse("published:2024 tag:a", NOTES)
    assert "cannot be asked for here" in read.mistakes[0].sentence
    assert "tag:" in read.mistakes[0].sentence


@given(
    st.text(alphabet=st.sampled_from('ab"()-#*=:,. \n—ÅORNOTtagpublished20é東\x00\ud800'), max_size=60), st.booleans()
)
def test_anything_is_a_query(query: str, typing: bool) -> None:
    read = parse(query, typing=typing)
    assert all(0 <= each.start < each.end <= len(query) and each.sentence for each in read.mistakes)


def test_deep_and_long_ones_are_queries_too() -> None:
    parse("(" * 100_000)
    parse("-" * 100_000 + "a")
    parse("a OR " * 20_000)
    parse(")" * 10_000)


def test_what_is_behind_a_very_long_query_is_left_out_and_said() -> None:
    read = parse("a OR " * LONGEST)
    (mistake,) = read.mistakes
    assert (mistake.start, mistake.end) == (LONGEST, 5 * LONGEST)
    assert "4,000 characters" in mistake.sentence
