"""How notes with links and tags are drawn."""

from __future__ import annotations

from sidebar_app import annotation

from newsreader.annotations.model import Kind
from tui.base.palettes import PALETTES
from tui.base.style_book import StyleBook
from tui.panels.note_text import describe, first_line, note_line, sign_of

DARK = PALETTES[0]
YELLOW = annotation("b", quote="a café", start=3, colour="yellow")


def test_links_lose_their_brackets_and_tags_below_follow_the_first_line() -> None:
    line = first_line("Ask [[Kim Jong Un]] about #1 and #pacts,\nthen\n#later #2")
    assert line == "Ask [[Kim Jong Un]] about #1 and #pacts, #later"
    assert note_line(line, 80) == [
        ("Ask ", ()),
        ("Kim Jong Un", ("panel--link",)),
        (" about #1 and ", ()),
        (" #pacts ", ("panel--tag",)),
        (", ", ()),
        (" #later ", ("panel--tag",)),
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
    assert describe(annotation("n", text="Ask\nagain #x")) == "✎ note: Ask again · #x"
    assert describe(annotation("m", quote="x", start=1, kind=Kind.BOOKMARK)) == "⚑ bookmark"


def test_tags_are_chips_that_no_blank_runs_together() -> None:
    assert note_line("Ask #treaty #pact", 80) == [
        ("Ask ", ()),
        (" #treaty ", ("panel--tag",)),
        (" ", ()),
        (" #pact ", ("panel--tag",)),
    ]
    for sixteen, without_colour in ((False, False), (True, False), (True, True)):
        book = StyleBook(DARK.colours, sixteen=sixteen, without_colour=without_colour)
        plain, chip = book[()], book["panel--tag",]
        assert (plain.bgcolor, plain.reverse) != (chip.bgcolor, chip.reverse)


def test_the_status_line_sets_tags_apart_from_the_words() -> None:
    tagged = annotation("t", quote="x", start=1, colour="blue", text="#b #a", kind=Kind.HIGHLIGHT)
    assert describe(tagged) == "▍ blue highlight · #b #a"
    assert describe(annotation("n", text="So #said he\n#b")) == "✎ note: So said he · #said #b"
