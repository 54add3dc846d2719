"""Carrying single offsets over an edit."""

from __future__ import annotations

from hypothesis import given
from hypothesis import strategies as st

from newsreader.alignment.offsets import MOST, OffsetCarrier, common_beginning, common_end

TEXTS = st.text("ab \n", max_size=30)
SENTENCES = ("One day.\n", "Two boats sank.\n", "Three men, a dog.\n", "\n")
LINES = st.lists(st.sampled_from(SENTENCES), max_size=6).map("".join)


@given(TEXTS, TEXTS)
def test_the_common_beginning_is_the_longest(one: str, other: str) -> None:
    length = common_beginning(one, other)
    assert one[:length] == other[:length]
    assert length == min(len(one), len(other)) or one[length] != other[length]


@given(TEXTS, TEXTS)
def test_the_common_end_is_the_longest_up_to_its_bound(one: str, other: str) -> None:
    most = min(len(one), len(other))
    assert common_end(one, other, most) == common_beginning(one[::-1], other[::-1])
    assert common_end(one, other, most // 2) == min(common_end(one, other, most), most // 2)


@given(LINES, LINES, LINES, LINES)
def test_what_stands_before_and_behind_the_lines_that_changed_keeps_its_place(
    head: str, old: str, new: str, tail: str
) -> None:
    before, after = f"{head}{old}.\n{tail}", f"{head}{new}!\n{tail}"
    carried = OffsetCarrier(before, after)
    assert [carried.offset(offset) for offset in range(len(head))] == [*range(len(head))]
    assert [len(after) - carried.offset(len(before) - left) for left in range(len(tail))] == [*range(len(tail))]


@given(TEXTS, TEXTS, TEXTS, TEXTS)
def test_every_offset_lands_in_the_new_text(head: str, old: str, new: str, tail: str) -> None:
    before, after = head + old + tail, head + new + tail
    carried = OffsetCarrier(before, after)
    assert all(0 <= carried.offset(offset) <= len(after) for offset in range(len(before) + 1))
    assert carried.offset(0) == 0 or not head


def test_an_insertion_moves_what_follows() -> None:
    carried = OffsetCarrier("One. Two. Three.", "One. New. Two. Three.")
    assert carried.offset(0) == 0
    assert carried.offset(10) == 15
    assert carried.offset(16) == 21


def test_a_mark_goes_with_its_paragraph() -> None:
    first, second, third = "The ferry sank off the coast.", "Divers found it on Monday.", "The captain was rescued."
    before, after = f"{first}\n\n{second}\n\n{third}", f"{second}\n\n{third}\n\n{first}"
    carried = OffsetCarrier(before, after)
    for each in (second, third, "ferry sank"):
        assert carried.offset(before.index(each)) == after.index(each)


def test_the_top_stays_the_top() -> None:
    carried = OffsetCarrier(
        "The ferry sank.\n\nDivers found it.", "Updated on Monday.\n\nThe ferry sank.\n\nDivers found it."
    )
    assert (carried.offset(0), carried.offset(17)) == (0, 37)


def test_what_is_gone_gives_way_to_what_follows() -> None:
    before = "The ferry sank. Divers found it on a cold Monday. The captain was rescued by a fisherman."
    after = before.replace("Divers found it on a cold Monday. ", "")
    assert OffsetCarrier(before, after).offset(before.index("The captain")) == after.index("The captain")
    assert OffsetCarrier(before, after).offset(before.index("Monday")) in (
        after.index("The captain"),
        after.index("sank.") + 5,
    )


def test_edits_all_over_a_long_text_are_carried_in_proportion() -> None:
    before = "".join(f"Line {number} of a long text.\n" for number in range(MOST // 20))
    after = f"New.\n{before}The end.\n"[: len(before) * 2].replace("Line 7 ", "Line seven ")
    carried = OffsetCarrier(before, after)
    offsets = [carried.offset(offset) for offset in range(0, len(before) + 1, 100)]
    assert offsets == sorted(offsets)
    assert abs(carried.offset(len(before) // 2) - len(after) // 2) < 200


def test_identical_texts_change_nothing() -> None:
    carried = OffsetCarrier("abc", "abc")
    assert [carried.offset(offset) for offset in range(4)] == [0, 1, 2, 3]
