"""How panels share rows."""

from __future__ import annotations

from hypothesis import given
from hypothesis import strategies as st

from tui.panels.sidebar_layout import share


def test_everybody_gets_what_it_needs_and_the_last_the_rest() -> None:
    assert share(20, [3, 4, 2, 3]) == [3, 4, 2, 11]


def test_the_longest_lists_share_what_the_others_leave() -> None:
    assert share(30, [100, 5, 3, 100]) == [11, 5, 3, 11]


def test_those_who_lack_get_the_same_and_the_first_the_odd_row() -> None:
    assert share(22, [100, 100, 100, 100]) == [6, 6, 5, 5]


def test_nobody_is_no_trouble() -> None:
    assert share(10, []) == []


@given(st.integers(0, 200), st.lists(st.integers(1, 300), min_size=1, max_size=6))
def test_all_rows_are_given_and_none_twice(total: int, needs: list[int]) -> None:
    rows = share(total, needs)
    assert sum(rows) == total
    assert min(rows) >= 0


@given(st.integers(0, 200), st.lists(st.integers(1, 300), min_size=1, max_size=6))
def test_whoever_lacks_has_no_less_than_anybody_else_but_the_odd_row(total: int, needs: list[int]) -> None:
    rows = share(total, needs)
    lacking = [each for each, need in zip(rows, needs, strict=True) if each < need]
    if lacking:
        assert max(rows) <= min(lacking) + 1
