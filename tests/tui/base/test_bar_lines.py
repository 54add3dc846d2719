"""How the status line shares out its width."""

from __future__ import annotations

import pytest

from tui.base.bar_lines import NOTICE, Hint, beside_keys, fitting, status

HINTS = (Hint("enter", "read"), Hint("o", "open"), Hint("?", "help"))
LONG = "Took “Harbour reopens” off the list; U puts it back."


def words(left: str, names: tuple[str, ...], width: int) -> str:
    return "".join(text for text, _ in status([(left, names)], HINTS, "50 %", width))


@pytest.mark.parametrize("width", [60, 64, 70, 80])
def test_a_notice_that_would_fit_is_not_cut_for_the_sake_of_hints(width: int) -> None:
    line = words(LONG, NOTICE, width)
    assert line.startswith(LONG)
    assert line.endswith(" 50 %")
    assert ("? help" in line) == (width >= 70)


def test_what_the_place_is_on_leaves_help_in_sight() -> None:
    line = words("Ingrid Solheim · person · found · ✎ a note of many words on her", ("status--detail",), 60)
    assert "… " in line
    assert "? help" in line


def test_words_about_the_cursor_leave_keys_room() -> None:
    assert "enter read  o open  ? help" in words(beside_keys(LONG * 2, 60), ("status--detail",), 60)


def test_of_hints_that_do_not_fit_the_way_out_stays() -> None:
    keys = (Hint("enter", "goes there"), Hint("up", ""), Hint("down", "moves"), Hint("escape", "closes"))
    assert [hint.does for hint in fitting(keys, " · ", 41)] == ["goes there", "", "moves", "closes"]
    assert [hint.does for hint in fitting(keys, " · ", 34)] == ["goes there", "closes"]
    assert [hint.does for hint in fitting(keys, " · ", 3)] == ["closes"]
