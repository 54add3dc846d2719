"""Nothing unsafe passes the gate, and every offset behind it leads back to the right character."""

from __future__ import annotations

import unicodedata

import pytest
from hypothesis import given
from hypothesis import strategies as st

from newsreader.sanitise import REPLACEMENT, OffsetMap, printable, sanitise

ANY_TEXT = st.text(st.characters(codec=None, exclude_categories=()), max_size=60)
HOSTILE_TEXT = st.text(
    st.sampled_from(
        "ab \n\r\t\x00\x1b\x07\x7f\x85\x9b\u2028\u2029"
        "\u202e\u2066\u200f\u061c\ufeff\ud800\udfff\uffff\u200d\ufe0f😀\U0001fffe"
    ),
    max_size=60,
)
BIDI_CONTROLS = set("\u061c\u200e\u200f\u202a\u202b\u202c\u202d\u202e\u2066\u2067\u2068\u2069")


def is_unsafe(character: str) -> bool:
    point = ord(character)
    return (
        (unicodedata.category(character) == "Cc" and character != "\n")
        or unicodedata.category(character) in {"Cs", "Zl", "Zp"}
        or character in BIDI_CONTROLS
        or character == "\ufeff"
        or point & 0xFFFE == 0xFFFE
        or 0xFDD0 <= point <= 0xFDEF
    )


@given(st.one_of(ANY_TEXT, HOSTILE_TEXT))
def test_nothing_unsafe_survives(text: str) -> None:
    assert not [character for character in sanitise(text).text if is_unsafe(character)]


@given(st.one_of(ANY_TEXT, HOSTILE_TEXT))
def test_every_kept_character_maps_back_to_itself_and_forth_again(text: str) -> None:
    sanitised = sanitise(text)
    for offset, character in enumerate(sanitised.text):
        original = sanitised.offsets.to_original(offset)
        given_character = text[original]
        assert character == given_character or character in f"\n {REPLACEMENT}"
        assert is_unsafe(given_character) or given_character == "\t" or given_character == character
        assert sanitised.offsets.to_sanitised(original) == offset


@given(st.one_of(ANY_TEXT, HOSTILE_TEXT), st.data())
def test_a_span_maps_back_to_the_text_it_came_from(text: str, data: st.DataObject) -> None:
    sanitised = sanitise(text)
    start = data.draw(st.integers(0, len(sanitised.text)))
    end = data.draw(st.integers(start, len(sanitised.text)))
    first, last = sanitised.offsets.span_to_original(start, end)
    again = sanitise(text[first:last]).text
    assert again == sanitised.text[start:end]


@given(HOSTILE_TEXT)
def test_sanitising_again_changes_nothing(text: str) -> None:
    once = sanitise(text).text
    assert sanitise(once) == type(sanitise(once))(once, OffsetMap())


@given(HOSTILE_TEXT, st.data())
def test_the_map_of_a_rest_leads_to_the_same_originals(text: str, data: st.DataObject) -> None:
    sanitised = sanitise(text)
    cut = data.draw(st.integers(0, len(sanitised.text)))
    rest = sanitised.offsets.from_offset(cut)
    for offset in range(len(sanitised.text) - cut + 1):
        assert rest.to_original(offset) == sanitised.offsets.to_original(offset + cut)


@pytest.mark.parametrize("text", ["", "Plain.\n\nText", "Kim Jong Un – “pact” 北朝鮮 👩‍👩‍👧 é", "क्‍ष"])
def test_clean_text_keeps_its_offsets(text: str) -> None:
    assert sanitise(text).text is text
    assert sanitise(text).offsets == OffsetMap()


@pytest.mark.parametrize("end", ["\r", "\r\n", "\v", "\f", "\x85", "\u2028", "\u2029"])
def test_every_line_end_becomes_a_newline(end: str) -> None:
    assert sanitise(f"one{end}two").text == "one\ntwo"


def test_escape_sequences_are_shown_and_not_obeyed() -> None:
    assert sanitise("\x1b[31mred\x9b0m \x1b]52;c;eA==\x07").text == "\ufffd[31mred\ufffd0m \ufffd]52;c;eA==\ufffd"


def test_a_tab_is_one_space_and_invisible_marks_go() -> None:
    assert sanitise("a\tb").text == "a b"
    assert sanitise("\ufeffPu\u00adtin\u202e and\u200b Kim").text == "Putin and Kim"


def test_offsets_behind_what_was_left_out_are_shifted() -> None:
    sanitised = sanitise("\ufeffone\r\ntwo\u202e three")
    assert sanitised.text == "one\ntwo three"
    assert sanitised.offsets.span_to_original(4, 7) == (6, 9)
    assert sanitised.offsets.to_sanitised(0) == 0
    assert sanitised.offsets.to_sanitised(9) == 7


def test_printable_is_one_safe_line() -> None:
    assert printable(" a\x1b]0;title\x07\n\tb\u202e\udc80 ") == "a\ufffd]0;title\ufffd b\ufffd"
