"""All that was written in the library, in one list."""

from __future__ import annotations

from datetime import date
from typing import TYPE_CHECKING

import pytest

from newsreader.annotations.notebook import Notebook
from newsreader.annotations.remarks import Remark, remarks
from newsreader.article import Article, Metadata, Origin, OriginKind, Paragraph
from newsreader.entity import Category, Entity, Mention
from newsreader.query.annotations import of_remark
from newsreader.query.fields import NOTES
from newsreader.query.matching import holds
from newsreader.query.parser import parse
from newsreader.store.library import Library

if TYPE_CHECKING:
    from collections.abc import Iterator

TEXT = "The ferry sank off Norrfors. Divers found it on Monday."


@pytest.fixture
def library() -> Iterator[Library]:
    with Library.in_memory() as opened:
        for number in (1, 2, 3):
            text = f"{TEXT} {number}"
            origin = Origin(OriginKind.RECORD, str(number))
            article = Article(text, (Paragraph(0, len(text)),), Metadata(f"Ferry {number}"), origin)
            notebook = Notebook(opened, opened.remember(article), article)
            if number < 3:
                notebook.highlight(4, 9, "green")
                notebook.note(f"Who says so, {number}? #check")
            if number == 1:
                place = Entity(
                    "place:norrfors", Category.PLACE, "Norrfors", (), (Mention(19, 27, "GPE", Category.PLACE),)
                )
                notebook.corrections.reject(place, place.mentions[0])
                notebook.date_article(date(2024, 2, 1))
        yield opened


def said(found: Iterator[Remark]) -> list[tuple[int, str, str]]:
    return [(each.article, each.kind, each.text) for each in found]


def test_all_of_it_the_article_written_on_last_first(library: Library) -> None:
    assert said(remarks(library)) == [
        (2, "note", "Who says so, 2? #check"),
        (2, "highlight", ""),
        (1, "note", "Who says so, 1? #check"),
        (1, "highlight", ""),
        (1, "correction", "took Norrfors off the entities"),
    ]


def test_each_says_where_it_is_and_of_which_article(library: Library) -> None:
    *_, highlight, correction = remarks(library)
    assert (highlight.address, correction.address) == ((1, 4), (1, 19))
    assert (highlight.title, highlight.published) == ("Ferry 1", date(2024, 2, 1))
    assert highlight.at <= correction.at


def test_what_was_taken_out_is_not_in_it(library: Library) -> None:
    with library.writing() as unit:
        unit.states.take_out([2])
    assert {article for article, *_ in said(remarks(library))} == {1}


@pytest.mark.parametrize(
    ("query", "found"),
    [
        ("kind:correction", [(1, "correction")]),
        ("name:norrfors", [(1, "correction")]),
        ("#check 2", [(2, "note")]),
        ("-kind:highlight 1", [(1, "note"), (1, "correction")]),
        ("colour:green", [(2, "highlight"), (1, "highlight")]),
        ("from:person kind:note", [(2, "note"), (1, "note")]),
    ],
)
def test_they_are_found_by_queries(library: Library, query: str, found: list[tuple[int, str]]) -> None:
    condition = parse(query, NOTES).condition
    wanted = (each for each in remarks(library) if holds(condition, of_remark(each), date.today()))
    assert [(each.article, each.kind) for each in wanted] == found
