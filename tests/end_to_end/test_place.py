"""The place in the text can be seen in a terminal of any size and with any colours, and never leaves the screen."""

from __future__ import annotations

import re
from typing import TYPE_CHECKING

import pytest

if TYPE_CHECKING:
    from pathlib import Path

    from conftest import Start
    from pseudo_terminal import PseudoTerminal

TEXT = "Council votes\n\n" + "\n\n".join(
    f"Paragraph {number}: the council spoke about the bridge and heard what it would cost, and voted in the end."
    for number in range(1, 80)
)
BAR = re.compile(r"^ *▌", re.MULTILINE)
LOOKS = {
    "truecolor": {"COLORTERM": "truecolor"},
    "plain": {},
    "nocolor": {"NO_COLOR": "1"},
    "ansi": {"NEWSREADER_THEME": "ansi"},
    "light": {"NEWSREADER_THEME": "light"},
}
"""Each is tried in the largest and in the smallest terminal, for looks and sizes are independent."""
WHEEL_DOWN, WHEEL_UP = "\x1b[<65;10;4M", "\x1b[<64;10;4M"


def place(terminal: PseudoTerminal) -> tuple[int, int, str]:
    """Line and column of the caret, and what stands in its line, which has the bar; there is one of each."""
    shown = terminal.text()
    (bar,) = BAR.finditer(shown)
    row = shown.count("\n", 0, bar.start())
    left = bar.end() - bar.start()
    cells = [terminal.screen.buffer[row][x] for x in range(left, terminal.screen.columns - 1)]
    looks = [(cell.bg, cell.reverse) for cell in cells]
    (caret,) = [x for x, look in enumerate(looks, left) if look != looks[-1]]
    return row, caret, shown.splitlines()[row].partition("┃")[0].strip(" ▌▏")


@pytest.mark.parametrize(
    ("size", "look"),
    [
        *((size, "truecolor") for size in [(80, 24), (120, 40), (60, 20), (40, 12)]),
        *((size, look) for size in [(120, 40), (40, 12)] for look in LOOKS if look != "truecolor"),
    ],
)
def test_the_place_is_always_seen(size: tuple[int, int], look: str, start: Start, tmp_path: Path) -> None:
    columns, lines = size
    path = tmp_path / "bridge.txt"
    path.write_text(TEXT, encoding="utf-8")
    terminal = start("--model", "none_there", str(path), columns=columns, lines=lines, **LOOKS[look])
    terminal.wait_for(lambda _: b"\x1b[?2048$p" in terminal.raw and "0 %" in terminal.text())
    assert place(terminal)[::2] == (1, "Council votes")
    for keys in ("j", "j", "l", " ", "d", "}", "u", "k", WHEEL_DOWN, WHEEL_DOWN, WHEEL_UP, "G", "b", "z", " ", "{"):
        before = terminal.text(), place(terminal)
        terminal.send(keys)
        terminal.wait_for(lambda shown, last=before: BAR.search(shown) is not None and _settled(terminal, last))
        row, _, words = place(terminal)
        assert 0 <= row < lines - 1
        assert words


def _settled(terminal: PseudoTerminal, before: tuple[str, tuple[int, int, str]]) -> bool:
    """Whether the screen shows something else than before, with one place in it."""
    shown = terminal.text()
    return len(BAR.findall(shown)) == 1 and (shown, place(terminal)) != before


def test_keys_that_move_the_caret_in_its_line_work_in_a_terminal(start: Start, tmp_path: Path) -> None:
    path = tmp_path / "bridge.txt"
    path.write_text(TEXT, encoding="utf-8")
    terminal = start("--model", "none_there", str(path), columns=80, lines=24)
    terminal.wait_for(lambda _: b"\x1b[?2048$p" in terminal.raw and "0 %" in terminal.text())
    row, column, _ = place(terminal)
    for sent, moved in (
        ("l", 1),
        ("\x1b[C", 2),
        ("\x1bOC", 3),
        ("h", 2),
        ("\x1b[D", 1),
        ("\x1b[1;5C", 8),
        ("\x1b[1;5D", 0),
    ):
        terminal.send(sent)
        terminal.wait_for(lambda _, wanted=column + moved: place(terminal)[:2] == (row, wanted))


def test_a_category_is_switched_by_its_keys_in_a_terminal(start: Start, tmp_path: Path) -> None:
    path = tmp_path / "bridge.txt"
    path.write_text(TEXT, encoding="utf-8")
    terminal = start("--model", "none_there", str(path), columns=80, lines=24)
    terminal.wait_for(lambda _: b"\x1b[?2048$p" in terminal.raw and "0 %" in terminal.text())
    for number, letter, what in (
        ("1", "p", "People"),
        ("2", "l", "Places"),
        ("3", "o", "Organisations"),
        ("4", "d", "Dates"),
    ):
        terminal.press(",")
        terminal.wait_for(f"✓ {number} {what.lower()}")
        terminal.press(number)
        terminal.wait_for(f"{what} no longer stand out")
        terminal.send(f"\x1b{letter}")
        terminal.wait_for(f"{what} stand out again")
