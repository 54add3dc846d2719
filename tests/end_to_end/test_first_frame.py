"""The first screenful is there before Textual is, and stays as it is when Textual takes over."""

from __future__ import annotations

import os
import signal
from typing import TYPE_CHECKING

import pytest

if TYPE_CHECKING:
    from collections.abc import Sequence
    from pathlib import Path

    from conftest import Start
    from pseudo_terminal import PseudoTerminal

TAKEN_OVER = b"\x1b[?1004h"
"""What Textual asks for before it draws anything."""
DRAWN = "People"
"""Stands in the panels, which only Textual draws."""

PLAIN = "Council votes\n\n" + "\n\n".join(
    f"Paragraph {number}: the council spoke about the bridge and heard what it would cost, and voted in the end."
    for number in range(1, 80)
)
WIDE = "橋の議会\n\n" + "\n\n".join(
    f"第{number}段落、市議会は橋について話し合い、👩‍🚀と🇫🇷の代表が cafe\u0301 で投票した。" * 3
    for number in range(1, 60)
)


def opened(start: Start, text: str, folder: Path, columns: int, lines: int, **environ: str) -> PseudoTerminal:
    path = folder / "bridge.txt"
    path.write_text(text, encoding="utf-8")
    return start("--model", "none_there", str(path), columns=columns, lines=lines, **environ)


def cells(terminal: PseudoTerminal, rows: Sequence[int], columns: int) -> list[list[tuple[object, ...]]]:
    """What each cell shows and how."""
    looks = ("data", "fg", "bg", "bold", "italics", "underscore", "reverse")
    buffer = terminal.screen.buffer
    return [[tuple(getattr(buffer[row][x], look) for look in looks) for x in range(columns)] for row in rows]


def body(columns: int, lines: int) -> tuple[list[int], int]:
    """The rows and the columns of the article, of which there is more than fits."""
    if columns >= 100:
        return list(range(1, lines - 1)), columns - min(46, max(28, columns * 28 // 100))
    room = lines - 2
    return list(range(1, 1 + room - (max(5, room * 28 // 100) if columns >= 60 else 0))), columns


@pytest.mark.parametrize("size", [(80, 24), (120, 40), (60, 20), (200, 60), (40, 12)])
@pytest.mark.parametrize(
    ("text", "environ"),
    [
        (PLAIN, {}),
        (PLAIN, {"COLORTERM": "truecolor"}),
        (PLAIN, {"NO_COLOR": "1"}),
        (PLAIN, {"NEWSREADER_THEME": "ansi"}),
        (PLAIN, {"NEWSREADER_THEME": "light", "COLORTERM": "truecolor"}),
        (WIDE, {}),
    ],
    ids=["plain", "truecolor", "nocolor", "ansi", "light", "wide"],
)
def test_nothing_moves_when_textual_takes_over(
    size: tuple[int, int], text: str, environ: dict[str, str], start: Start, tmp_path: Path
) -> None:
    terminal = opened(start, text, tmp_path, *size, **environ)
    rows, columns = body(*size)
    terminal.wait_for(lambda _: TAKEN_OVER in terminal.raw)
    first = cells(terminal, rows, columns)
    assert any(cell[0].strip() for row in first for cell in row if isinstance(cell[0], str))
    seen: list[bool] = []

    def unchanged(shown: str) -> bool:
        seen.append(cells(terminal, rows, columns) == first)
        return DRAWN in shown if size[0] >= 60 else b"\x1b[?2048$p" in terminal.raw and len(seen) > 3

    terminal.wait_for(unchanged)
    assert all(seen)
    assert terminal.raw.count(b"\x1b[?1049h") == 1


def test_the_place_where_reading_stopped_is_there_at_once(start: Start, tmp_path: Path) -> None:
    terminal = opened(start, PLAIN, tmp_path, 120, 40)
    terminal.wait_for(DRAWN)
    terminal.press(" ", " ")
    terminal.wait_for(lambda text: "Paragraph 37:" in text)
    rows, columns = body(120, 40)
    left = cells(terminal, rows, columns)
    terminal.press("Q")
    terminal.wait()
    again = opened(start, PLAIN, tmp_path, 120, 40)
    again.wait_for(lambda _: TAKEN_OVER in again.raw)
    assert cells(again, rows, columns) == left


def test_keys_typed_before_textual_is_there_are_not_lost(start: Start, tmp_path: Path) -> None:
    terminal = opened(start, PLAIN, tmp_path, 120, 40)
    terminal.wait_for("Paragraph 1:")
    assert TAKEN_OVER not in terminal.raw
    terminal.press("G", "/")
    terminal.send("graph 7:")
    terminal.wait_for(lambda text: "Paragraph 7:" in text and "/graph 7:" in text)


@pytest.mark.parametrize("end", [signal.SIGTERM, signal.SIGHUP, signal.SIGINT])
def test_a_signal_before_textual_is_there_restores_the_terminal(
    end: signal.Signals, start: Start, tmp_path: Path
) -> None:
    terminal = opened(start, PLAIN, tmp_path, 120, 40)
    before = terminal.mode()
    terminal.wait_for("Paragraph 1:")
    assert TAKEN_OVER not in terminal.raw
    os.kill(terminal.process.pid, end)
    terminal.wait()
    assert terminal.mode() == before
    assert terminal.raw.rfind(b"\x1b[?1049l") > terminal.raw.rfind(b"\x1b[?1049h")
    assert terminal.raw.rfind(b"\x1b[?25h") > terminal.raw.rfind(b"\x1b[?25l")


def test_the_terminal_is_left_as_it_was_found(start: Start, tmp_path: Path) -> None:
    terminal = opened(start, PLAIN, tmp_path, 120, 40)
    before = terminal.mode()
    terminal.wait_for(DRAWN)
    terminal.press("Q")
    assert terminal.wait() == 0
    assert terminal.mode() == before
