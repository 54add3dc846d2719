"""Paragraphs cover the text in order, whether lines are paragraphs or were wrapped."""

from __future__ import annotations

import textwrap

from hypothesis import given
from hypothesis import strategies as st

from newsreader.languages import ENGLISH
from newsreader.sources import from_text
from newsreader.sources.paragraphs.spans import paragraph_spans

LONG = (
    "The council voted on Tuesday to build a tram line from the harbour to the university, the largest transport "
    "project in the city for thirty years, after a debate that had lasted the whole night and half of the morning."
)
LINES = st.lists(
    st.text(st.sampled_from("ab .-•\xa0\u3000A1\n"), max_size=90)
    | st.sampled_from([LONG[:70], LONG[:64], "Image", ""]),
    max_size=12,
)


@given(LINES)
def test_no_character_is_lost_or_moved(lines: list[str]) -> None:
    text = "\n".join(lines)
    end_before = 0
    for start, end in paragraph_spans(text, ENGLISH.press()):
        assert end_before <= start < end <= len(text)
        assert not text[end_before:start].strip()
        assert text[start:end] == text[start:end].strip()
        end_before = end
    assert not text[end_before:].strip()


def paragraphs(text: str) -> list[str]:
    return [" ".join(text[start:end].split()) for start, end in paragraph_spans(text, ENGLISH.press())]


def test_blank_lines_separate() -> None:
    assert paragraphs("  One.\n\n \t\nTwo.  \n\n\n") == ["One.", "Two."]


def test_single_line_breaks_separate_where_lines_are_paragraphs() -> None:
    assert paragraphs(f"{LONG}\n{LONG}\nShort.\n{LONG}") == [LONG, LONG, "Short.", LONG]


def test_wrapped_lines_are_joined() -> None:
    for width in (50, 60, 72, 80):
        text = "\n\n".join(textwrap.fill(LONG, width) for _ in range(3))
        assert paragraphs(text) == [LONG] * 3


def test_wrapped_paragraphs_without_blank_lines_are_told_apart_by_their_last_lines() -> None:
    text = "\n".join(textwrap.fill(LONG, 72) for _ in range(3))
    assert paragraphs(text) == [LONG] * 3


def test_indented_first_lines_begin_paragraphs() -> None:
    text = "\n".join(textwrap.fill(LONG, 72, initial_indent="    ") for _ in range(3))
    assert paragraphs(text) == [LONG] * 3


def test_headline_byline_and_dateline_are_not_glued_into_a_wrapped_body() -> None:
    head = "Council agrees to build the tram line from the harbour to the town\nBy Jane Doe\n"
    text = head + textwrap.fill("OSLO, June 19 (AP) — " + LONG, 68) + "\n\n" + textwrap.fill(LONG, 68)
    assert paragraphs(text) == [*head.splitlines(), "OSLO, June 19 (AP) — " + LONG, LONG]


def test_lists_and_furniture_keep_their_lines_in_wrapped_text() -> None:
    body = textwrap.fill(LONG, 60)
    items = "- one item that is nearly as long as the line of the text is\n- two\n1. three\nImage"
    assert paragraphs(f"{body}\n\n{items}\n\n{body}") == [LONG, *items.splitlines(), LONG]


def test_text_that_is_mostly_lists_is_still_joined_where_it_was_wrapped() -> None:
    body = textwrap.fill(LONG, 70)
    points = "Key points:\n* The mayor is for it\n* The council voted\n* Work begins in March"
    head = "From: Jane\nTo: John\nSubject: Tram"
    assert paragraphs(f"{head}\n\n{body}\n\n{points}") == [*head.splitlines(), LONG, *points.splitlines()]


def test_a_number_or_dash_that_a_wrap_puts_first_is_no_list_item() -> None:
    number = "The dead were aged ten, two of them fourteen, and the others 49 and\n59. At least eight more were hurt."
    dash = (
        "At least eight more people were taken to hospitals in the whole city\n— in all but one case by bus — and died."
    )
    text = "\n\n".join([number, dash, textwrap.fill(LONG, 69)])
    assert paragraphs(text) == [" ".join(number.split()), " ".join(dash.split()), LONG]


def test_short_lines_such_as_verse_stay_lines() -> None:
    verse = "The rain came down,\nThe tram went by,\nAnd nobody asked\nThe driver why."
    assert paragraphs(verse) == verse.splitlines()


def test_two_short_paragraphs_are_not_taken_for_wrapped_text() -> None:
    text = "Council approves new budget for the coming financial year\nThe vote was close."
    assert paragraphs(text) == text.splitlines()


def test_the_text_of_an_article_is_the_text_as_given() -> None:
    text = f"\n {LONG}\n\n{LONG} \n"
    assert from_text(text).text == text
