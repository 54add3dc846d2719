"""What a query finds among annotations."""

from __future__ import annotations

from dataclasses import replace
from datetime import date

import pytest
from sidebar_app import annotation

from newsreader.annotations.model import Annotation, Kind
from newsreader.query.annotations import of_annotation
from newsreader.query.fields import NOTES
from newsreader.query.matching import holds
from newsreader.query.parser import parse
from newsreader.query.selection import Selection

PUTIN = annotation("a", text="Again? [[Kim Jong Un]] #Treaty #boats", entity="person:vladimir-putin")
YELLOW = annotation("b", quote="a café", start=3, colour="yellow")
LOST = annotation("c", quote="gone", text="#treaty")


def finds(query: str, annotation: Annotation, subject: str) -> bool:
    return holds(parse(query, NOTES, typing=True).condition, of_annotation(annotation, subject), date.today())


ALL = {"a": (PUTIN, "Vladimir Putin"), "b": (YELLOW, "“a café”"), "c": (LOST, "“gone”")}


@pytest.mark.parametrize(
    ("typed", "left"),
    [
        ("", "abc"),
        ("tag:treaty", "ac"),
        ("#trea", "ac"),
        ("tag:treaty tag:boats", "a"),
        ("colour:yel", "b"),
        ("kind:note", "ac"),
        ("kind:high", "b"),
        ("kind:orphaned", "c"),
        ("color:yel", "b"),
        ("entity:putin", "a"),
        ("entity:kim", "a"),
        ("CAFE", "b"),
        ("kind:note again?", "a"),
        ("kind:note  cafe", ""),
        ("who:me", ""),
        ("tag:", "abc"),
    ],
)
def test_words_and_fields_must_all_hold(typed: str, left: str) -> None:
    assert "".join(key for key, (each, subject) in ALL.items() if finds(typed, each, subject)) == left


def test_a_highlight_with_a_note_on_it_is_a_note_and_one_with_tags_alone_is_none() -> None:
    noted = replace(annotation("d", quote="a café", start=3, text="Which one? #boats"), kind=Kind.HIGHLIGHT)
    tagged = replace(noted, text="#boats")
    assert (noted.kind, finds("kind:note", noted, ""), finds("kind:note", tagged, "")) == (Kind.HIGHLIGHT, True, False)
    assert finds("kind:highlight", noted, "")
    assert finds("note:which -kind:bookmark", noted, "")


def test_what_is_offered_one_by_one_means_the_same() -> None:
    assert Selection(kinds=("note",), tags=("#Treaty",)).of([PUTIN, YELLOW, LOST]) == (PUTIN, LOST)
    assert Selection(entities=("person:vladimir-putin",)).of([PUTIN, YELLOW]) == (PUTIN,)
    assert Selection(entities=("Kim",)).of([PUTIN]) == ()
    assert Selection(query=parse("tag:treaty -tag:boats").condition).of([PUTIN, LOST]) == (LOST,)
