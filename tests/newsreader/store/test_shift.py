"""Carrying offsets over an edit."""

from __future__ import annotations

from hypothesis import given, settings
from hypothesis import strategies as st

from newsreader.store.shift import Shift, common_beginning

TEXTS = st.text("ab \n", max_size=30)


@settings(deadline=None)
@given(TEXTS, TEXTS)
def test_the_common_beginning_is_the_longest(one: str, other: str) -> None:
    length = common_beginning(one, other)
    assert one[:length] == other[:length]
    assert length == min(len(one), len(other)) or one[length] != other[length]


@settings(deadline=None)
@given(TEXTS, TEXTS, TEXTS, TEXTS)
def test_certain_spans_have_the_same_text(head: str, old: str, new: str, tail: str) -> None:
    before, after = head + old + tail, head + new + tail
    shift = Shift(before, after)
    for start in range(len(before)):
        span = shift.span(start, start + 1)
        if span is not None:
            assert after[slice(*span)] == before[start]


@settings(deadline=None)
@given(TEXTS, TEXTS, TEXTS, TEXTS)
def test_every_offset_lands_in_the_new_text_in_the_same_order(head: str, old: str, new: str, tail: str) -> None:
    before, after = head + old + tail, head + new + tail
    shift = Shift(before, after)
    offsets = [shift.offset(offset) for offset in range(len(before) + 1)]
    assert offsets == sorted(offsets)
    assert all(0 <= offset <= len(after) for offset in offsets)


def test_an_insertion_moves_what_follows() -> None:
    shift = Shift("One. Two. Three.", "One. New. Two. Three.")
    assert shift.offset(0) == 0
    assert shift.offset(10) == 15
    assert shift.span(10, 15) == (15, 20)


def test_what_is_near_the_change_is_not_certain_with_a_margin() -> None:
    shift = Shift("One. Two. Three.", "One. New. Two. Three.")
    assert shift.span(0, 3, margin=2) == (0, 3)
    assert shift.span(0, 3, margin=20) is None


def test_identical_texts_change_nothing() -> None:
    shift = Shift("abc", "abc")
    assert [shift.offset(offset) for offset in range(4)] == [0, 1, 2, 3]
