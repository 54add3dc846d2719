"""Saved searches, orders and paragraphs in a query."""

from __future__ import annotations

import re
from datetime import date

import pytest

from newsreader.query.conditions import And, Condition, Field, Near, Not, Or, Query, Saved, Term, Words, fields_of
from newsreader.query.explaining import explain
from newsreader.query.fields import ARTICLES, NOTES
from newsreader.query.matching import Findable, holds
from newsreader.query.parser import parse
from newsreader.query.saved import MOST

SEARCHES = {"Quay": "quay -election", "Both": "search:quay tag:a", "Round": "search:round2", "round2": "search:Round a"}


def word(text: str) -> Words:
    return Words(Term(text))


def test_a_saved_search_is_what_it_asks_for() -> None:
    quay = Saved("Quay", And((word("quay"), Not(word("election")))))
    assert parse("search:quay", searches=SEARCHES).condition == quay
    assert parse("-search:Quay fish", searches=SEARCHES).condition == And((Not(quay), word("fish")))
    both = parse('search:Both,"quay"', searches=SEARCHES).condition
    assert isinstance(both, Or)
    assert fields_of(both) == {"tag"}


def test_none_of_that_name_is_a_mistake_that_says_what_there_is() -> None:
    (mistake,) = parse("a search:pier b", searches=SEARCHES).mistakes
    assert (mistake.start, mistake.end) == (2, 13)
    assert "no saved search “pier”, but “Quay”" in mistake.sentence
    assert not parse("search:qu", searches=SEARCHES, typing=True).mistakes
    assert parse("search:pier").mistakes


def test_one_that_asks_for_itself_ends() -> None:
    read = parse("search:Round", searches=SEARCHES)
    assert read.condition == Saved("Round", Saved("round2", word("a")))


def test_they_cannot_grow_beyond_measure() -> None:
    many = {f"s{number}": " ".join(f"search:s{other}" for other in range(200)) for number in range(200)}
    read = parse("search:s0 search:s1", searches=many)
    assert "at most" in read.mistakes[0].sentence
    condition, found = read.condition, 0

    def count(each: Condition | None) -> int:
        match each:
            case Saved(_, part):
                return 1 + count(part)
            case And(parts):
                return sum(map(count, parts))
            case _:
                return 0

    found = count(condition)
    assert 0 < found <= MOST


@pytest.mark.parametrize(
    ("query", "order", "condition"),
    [
        ("sort:oldest quay", "oldest", word("quay")),
        ("quay sort:rel", "relevance", word("quay")),
        ("sort:title sort:added", "added", None),
        ("a OR (b sort:title)", "title", Or((word("a"), word("b")))),
        ("sort: quay", None, word("quay")),
    ],
)
def test_an_order_is_no_condition(query: str, order: str | None, condition: Condition | None) -> None:
    read = parse(query)
    assert (read.order, read.condition, read.mistakes) == (order, condition, ())


def test_no_such_order() -> None:
    assert "newest, oldest" in parse("sort:size").mistakes[0].sentence


@pytest.mark.parametrize(
    ("query", "found"),
    [
        ("near:(fish quay)", True),
        ("near:(quay fish)", True),
        ("near:(quay board)", False),
        ("near:(quay OR none)", True),
        ("near:(quay -fish)", False),
        ("near:(board -fish)", True),
        ("near:(person:ahlstrom quay)", True),
        ("near:(person:ahlstrom board)", False),
        ("near:quay -near:(fish board)", True),
        ('near:"the fish"', True),
        ('near:"quay the"', False),
    ],
)
def test_near_is_in_one_paragraph(query: str, found: bool) -> None:
    first = Findable(("The fish quay.",), {"person": ("Karin Ahlström",), "name": ("Karin Ahlström",)})
    thing = Findable(("The fish quay. The board.",), paragraphs=(first, Findable(("The board.",))))
    read = parse(query, ARTICLES)
    assert (read.mistakes, holds(read.condition, thing, date.today())) == ((), found)


@pytest.mark.parametrize("query", ["near:", "near:(", "near:()", "near: quay", 'near:"', "near:—"])
def test_near_that_is_half_typed_asks_for_nothing(query: str) -> None:
    read = parse(query, typing=True)
    assert (read.mistakes, read.condition) in (((), None), ((), word("quay")), ((), Words(Term("quay", begins=True))))


@pytest.mark.parametrize("query", ["near:()", 'near:"" quay', "search:"])
def test_a_field_without_a_value_is_a_mistake_once_it_is_not_typed_any_more(query: str) -> None:
    (mistake,) = parse(query, ARTICLES).mistakes
    assert "asks for nothing" in mistake.sentence


def test_a_paragraph_has_no_day_of_publication() -> None:
    read = parse("near:(quay published:2024) published:2024")
    assert "cannot be asked for here" in read.mistakes[0].sentence
    assert fields_of(read.condition) == {"published"}
    assert isinstance(parse("near:(quay published:2024)").condition, Near)


@pytest.mark.parametrize(
    ("query", "said"),
    [
        (
            "near:(ahlstrom quay) sort:oldest",
            "Articles with a paragraph (with “ahlstrom” and with “quay”), the oldest first.",
        ),
        ("search:Quay", "Articles that the saved search “Quay” finds (with “quay” and without “election”)."),
        ("sort:title", "All articles, by title."),
        ("-is:read has:correction", "Articles that are not “read” and with a “correction”."),
        ("-person:kim,lee -is:story", "Articles without the person “kim” or “lee” and that no others tell."),
        ("person:=Kim", "Articles in which the person “Kim” (in full) stands."),
        ("-(quay -pier)", "Articles without “quay” or with “pier”."),
        ("-(quay OR feed:ferry)", "Articles without “quay” and not from the feed “ferry”."),
        ("quay -(a OR -(b c))", "Articles with “quay” and (without “a” and (with “b” and with “c”))."),
        ("-search:Quay", "Articles that the saved search “Quay” does not find (with “quay” and without “election”)."),
    ],
)
def test_in_words(query: str, said: str) -> None:
    assert explain(parse(query, ARTICLES, searches=SEARCHES)) == said


def test_notes_in_words() -> None:
    assert explain(parse("#treaty colour:green", NOTES), "notes") == "Notes with the tag “treaty” and in “green”."


@pytest.mark.parametrize("name", sorted({*ARTICLES, *NOTES} - {"near", "search", "sort"}))
def test_no_field_is_denied_before_its_that_or_with(name: str) -> None:
    said = explain(Query(Not(Field(name, (Term("x"),)))))
    assert not re.search(r"\bnot (that|with|in which)\b", said)
