"""A mention with the words around it, on one line."""

from __future__ import annotations

from hypothesis import given
from hypothesis import strategies as st
from sidebar_app import STORY

from tui.base.widths import cell_len
from tui.panels.snippets import Snippet, fit, snippet


def around(words: str, *, text: str = STORY, reach: int = 40) -> Snippet:
    start = text.index(words)
    return snippet(text, start, start + len(words), reach)


def test_context_ends_at_the_paragraph() -> None:
    assert around("Kim Jong Un") == Snippet("Vladimir Putin met ", "Kim Jong Un", " in Pyongyang on Wednesday.")


def test_context_that_goes_on_is_marked() -> None:
    assert around("Kim Jong Un", reach=10) == Snippet("…Putin met ", "Kim Jong Un", " in Pyongy…")


def test_line_ends_in_the_mention_and_around_it_are_blanks() -> None:
    assert around("North\nKorea", reach=10) == Snippet("…nked Kim. ", "North Korea", " and Russi…")


def test_the_mention_stays_in_sight_when_there_is_little_room() -> None:
    assert fit(around("Kim Jong Un"), 27) == Snippet("…met ", "Kim Jong Un", " in Pyongy…")


def test_context_before_gets_the_room_that_the_context_after_leaves() -> None:
    assert fit(Snippet("He went and met ", "Kim", "."), 18) == Snippet("…went and met ", "Kim", ".")


@given(st.text(max_size=60), st.text(min_size=1, max_size=60), st.text(max_size=60), st.integers(0, 60))
def test_it_always_fits(before: str, mention: str, after: str, width: int) -> None:
    part = fit(snippet(before + mention + after, len(before), len(before) + len(mention)), width)
    assert cell_len(part.before) + cell_len(part.mention) + cell_len(part.after) <= width
