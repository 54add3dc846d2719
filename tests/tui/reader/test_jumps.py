"""The jump list goes back and forward like a browser's history."""

from __future__ import annotations

from tui.reader.jumps import LONGEST, JumpList, Place


def place(offset: int) -> Place:
    return Place(offset, offset)


def test_back_and_forward_return_to_where_each_jump_began():
    jumps = JumpList()
    jumps.push(place(0))
    jumps.push(place(10))
    assert jumps.back(place(20)) == place(10)
    assert jumps.back(place(10)) == place(0)
    assert jumps.back(place(0)) is None
    assert jumps.forward(place(0)) == place(10)
    assert jumps.forward(place(10)) == place(20)
    assert jumps.forward(place(20)) is None


def test_a_new_jump_cuts_what_was_ahead():
    jumps = JumpList()
    jumps.push(place(0))
    assert jumps.back(place(10)) == place(0)
    jumps.push(place(0))
    assert jumps.forward(place(50)) is None


def test_a_jump_that_went_nowhere_is_not_gone_back_to():
    jumps = JumpList()
    jumps.push(place(0))
    jumps.push(place(10))
    assert jumps.back(place(10)) == place(0)


def test_the_same_place_is_remembered_once():
    jumps = JumpList()
    jumps.push(place(5))
    jumps.push(place(5))
    assert jumps.back(place(9)) == place(5)
    assert jumps.back(place(5)) is None


def test_the_place_before_the_last_jump_is_known():
    jumps = JumpList()
    assert jumps.before is None
    jumps.push(place(3))
    assert jumps.before == place(3)


def test_the_oldest_places_are_forgotten():
    jumps = JumpList()
    for offset in range(LONGEST + 50):
        jumps.push(place(offset))
    count = 0
    here = place(-1)
    while (back := jumps.back(here)) is not None:
        here, count = back, count + 1
    assert count == LONGEST
    assert here == place(50)
