"""What the filter of the notes panel lets through, and how notes with links and tags are drawn."""

from __future__ import annotations

from dataclasses import replace

import pytest
from sidebar_app import annotation
from tui.panels.note_filter import NoteFilter

from newsreader.annotations.model import Kind
from tui.panels.note_text import describe, first_line, note_line, sign_of

PUTIN = annotation("a", text="Again? [[Kim Jong Un]] #Treaty #boats", entity="person:vladimir-putin")
YELLOW = annotation("b", quote="a café", start=3, colour="yellow")
LOST = annotation("c", quote="gone", text="#treaty")
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
    wanted = NoteFilter.of(typed)
    assert "".join(key for key, (each, subject) in ALL.items() if wanted.matches(each, subject)) == left


def test_a_highlight_with_a_note_on_it_is_a_note_and_one_with_tags_alone_is_none() -> None:
    noted = replace(annotation("d", quote="a café", start=3, text="Which one? #boats"), kind=Kind.HIGHLIGHT)
    tagged = replace(noted, text="#boats")
    wanted = NoteFilter.of("kind:note")
    assert (noted.kind, wanted.matches(noted, ""), wanted.matches(tagged, "")) == (Kind.HIGHLIGHT, True, False)
    assert NoteFilter.of("kind:highlight").matches(noted, "")


def test_links_lose_their_brackets_and_tags_below_follow_the_first_line() -> None:
    line = first_line("Ask [[Kim Jong Un]] about #1 and #pacts,\nthen\n#later #2")
    assert line == "Ask [[Kim Jong Un]] about #1 and #pacts, #later"
    assert note_line(line, 80) == [
        ("Ask ", ()),
        ("Kim Jong Un", ("panel--link",)),
        (" about #1 and ", ()),
        ("#pacts", ("panel--tag",)),
        (", ", ()),
        ("#later", ("panel--tag",)),
    ]


def test_pieces_are_cut_to_the_room() -> None:
    assert note_line("Ask [[Kim Jong Un]] again", 9) == [("Ask ", ()), ("Kim…", ("panel--link",))]


def test_kinds_have_their_own_shapes() -> None:
    assert sign_of(annotation("n", text="x")) == "✎"
    assert sign_of(YELLOW) == "▍"
    assert sign_of(annotation("t", quote="x", start=1, colour="blue", text="#tag", kind=Kind.HIGHLIGHT)) == "▍"
    assert sign_of(annotation("m", quote="x", start=1, kind=Kind.BOOKMARK)) == "⚑"


def test_the_status_line_says_what_an_annotation_is() -> None:
    assert describe(YELLOW) == "▍ yellow highlight"
    assert describe(annotation("n", text="Ask\nagain #x")) == "✎ note: Ask again #x"
    assert describe(annotation("m", quote="x", start=1, kind=Kind.BOOKMARK)) == "⚑ bookmark"
