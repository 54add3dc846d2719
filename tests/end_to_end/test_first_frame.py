"""The first screenful is there before Textual is, and stays as it is when Textual takes over."""

from __future__ import annotations

import os
import re
import signal
from typing import TYPE_CHECKING

import pytest
from endings import assert_given_back
from pseudo_terminal import REST, JoiningScreen
from pyte import ByteStream
from read_before import read_before
from sidebar_app import day, entity

from newsreader.annotations.notebook import Notebook
from newsreader.entity import Category, Entity
from newsreader.store.library import Library
from newsreader.store.records import ReadingPlace

if TYPE_CHECKING:
    from collections.abc import Callable, Iterator, Sequence
    from pathlib import Path

    from conftest import Patched, Start
    from pseudo_terminal import PseudoTerminal
    from pyte import Screen

HELD = """
import os, sys, time
from newsreader.cli import terminal

draw = terminal.{draws}

def held(frame):
    before = draw(frame)
    while not os.path.exists(sys.argv[2]):
        time.sleep(0.01)
    return before

terminal.{draws} = held
"""
"""Waits behind a frame until there is a file: however slow the machine, it can be looked at before Textual is there."""
NOT_YET = """
import os, sys, time

print("about to start", flush=True)
while not os.path.exists(sys.argv[2]):
    time.sleep(0.01)
"""
"""Waits for a file while the terminal is as the shell left it: it hands on lines, and ends them in its own way."""
NO_TEXTUAL = """
import importlib.abc, os, sys, time

class Late(importlib.abc.MetaPathFinder):
    def find_spec(self, name, path, target=None):
        while name == "textual.app" and not os.path.exists(sys.argv[2]):
            time.sleep(0.01)

sys.meta_path.insert(0, Late())
"""
"""Waits for a file before Textual is imported."""
TAKEN_OVER = b"\x1b[?1004h"
"""What Textual asks for before it draws anything."""
DRAWN = "People"
"""Stands in the panels, which only Textual draws."""

SIZES = [(80, 24), (120, 40), (60, 20), (200, 60), (40, 12)]
TWO_LAYOUTS = [(120, 40), (60, 20)]
"""With the panels beside the text, and below it: how it looks is tried in both, for looks and sizes are independent."""
LOOKS = {
    "plain": {},
    "truecolor": {"COLORTERM": "truecolor"},
    "nocolor": {"NO_COLOR": "1"},
    "ansi": {"NEWSREADER_THEME": "ansi"},
    "light": {"NEWSREADER_THEME": "light", "COLORTERM": "truecolor"},
}

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
    """What each cell shows and how; the ink of a blank shows nowhere."""
    return [row_of(terminal.screen, row, columns) for row in rows]


def row_of(screen: Screen, row: int, columns: int) -> list[tuple[object, ...]]:
    """What each cell of one row shows and how."""
    looks = ("data", "fg", "bg", "bold", "italics", "underscore", "reverse")
    shown = [tuple(getattr(screen.buffer[row][x], look) for look in looks) for x in range(columns)]
    return [(" ", None, cell[2]) if cell[0] == " " and not any(cell[5:]) else cell for cell in shown]


def written(before: bytes, after: bytes, size: tuple[int, int]) -> Iterator[tuple[Screen, int | None]]:
    """The screen after what was written before, and after each thing behind it that has a place, with its row.

    What is read of a terminal at once may end anywhere, also within a row; whoever looks at it sees rows.
    """
    screen = JoiningScreen(*size)
    stream = ByteStream(screen)
    for part in (before, *re.split(rb"(?=\x1b\[\d+;\d+H)", after)):
        stream.feed(part)
        place = re.match(rb"\x1b\[(\d+);\d+H", part)
        yield screen, int(place[1]) - 1 if place else None


def settling(terminal: PseudoTerminal, lines: int, columns: int) -> Iterator[list[list[tuple[object, ...]]]]:
    """The cells after each thing the program writes, until it has come to rest."""
    rest = False
    while not rest:
        before = len(terminal.raw)
        terminal.pump(REST)
        rest = len(terminal.raw) == before
        yield cells(terminal, range(lines), columns)


def differences(
    first: list[list[tuple[object, ...]]], now: list[list[tuple[object, ...]]]
) -> list[tuple[int, int, tuple[object, ...], tuple[object, ...]]]:
    """Row, column, and what was and is there, of every cell that is not as it was."""
    return [
        (row, column, before, cell)
        for row, (old, new) in enumerate(zip(first, now, strict=True))
        for column, (before, cell) in enumerate(zip(old, new, strict=True))
        if before != cell
    ]


def assert_alike(one: PseudoTerminal, other: PseudoTerminal) -> None:
    """Both come to show the same part of the article, and stay with it."""
    rows, columns = body(120, 40)

    def unlike() -> list[object]:
        other.pump(0)
        return [*differences(cells(one, rows, columns), cells(other, rows, columns))]

    one.wait_for(lambda _: not unlike())
    for each in (one, other):
        list(settling(each, 40, 120))
    assert unlike() == []


def body(columns: int, lines: int) -> tuple[list[int], int]:
    """The rows and the columns of the article, of which there is more than fits."""
    if columns >= 100:
        return list(range(1, lines - 1)), columns - min(46, max(28, columns * 28 // 100))
    room = lines - 2
    return list(range(1, 1 + room - (max(5, room * 28 // 100) if columns >= 60 else 0))), columns


@pytest.mark.parametrize(
    ("size", "text", "look"),
    [
        *((size, text, "plain") for size in SIZES for text in ("plain", "wide")),
        *((size, "plain", look) for size in TWO_LAYOUTS for look in LOOKS if look != "plain"),
    ],
)
def test_nothing_moves_when_textual_takes_over(
    size: tuple[int, int], text: str, look: str, start: Start, tmp_path: Path
) -> None:
    terminal = opened(start, {"plain": PLAIN, "wide": WIDE}[text], tmp_path, *size, **LOOKS[look])
    rows, columns = body(*size)
    in_last_row = f"\x1b[{rows[-1] + 1};1H".encode()
    terminal.wait_for(lambda _: in_last_row in terminal.raw.partition(TAKEN_OVER)[2])
    *_, last = settling(terminal, size[1], columns)
    before, after = bytes(terminal.raw).split(TAKEN_OVER)
    screen, _ = next(written(before, after, size))
    first = {row: row_of(screen, row, columns) for row in rows}
    assert any(cell[0].strip() for row in first.values() for cell in row if isinstance(cell[0], str))
    assert {row: last[row] for row in rows} == first
    drawn = [(row, row_of(screen, row, columns)) for screen, row in written(before, after, size) if row in first]
    assert [(row, now) for row, now in drawn if now != first[row]] == []
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


def test_where_reading_stopped_in_another_version_is_there_before_textual_is(
    start: Start, patched: Patched, tmp_path: Path
) -> None:
    terminal = opened(start, PLAIN, tmp_path, 120, 40)
    terminal.wait_for(DRAWN)
    terminal.press(" ", " ")
    terminal.wait_for(lambda text: "Paragraph 37:" in text)
    terminal.press("Q")
    terminal.wait()
    path = tmp_path / "bridge.txt"
    path.write_text(PLAIN.replace("Paragraph 40:", "In paragraph 40"), encoding="utf-8")
    code = HELD.format(draws="draw_again")
    again = patched(code, str(path), str(tmp_path / "go"), NEWSREADER_MODEL="none_there")
    again.wait_for("Paragraph 37:")
    *_, first = settling(again, 40, 120)
    assert TAKEN_OVER not in again.raw
    (tmp_path / "go").touch()
    again.wait_for(DRAWN)
    rows, columns = body(120, 40)
    assert cells(again, rows, columns) == [first[row][:columns] for row in rows]


@pytest.fixture
def held(patched: Patched, tmp_path: Path) -> PseudoTerminal:
    """The plain article, of which only the first frame is there."""
    path = tmp_path / "bridge.txt"
    path.write_text(PLAIN, encoding="utf-8")
    terminal = patched(HELD.format(draws="draw"), str(path), str(tmp_path / "go"), NEWSREADER_MODEL="none_there")
    terminal.wait_for("Paragraph 1:")
    assert TAKEN_OVER not in terminal.raw
    return terminal


def test_keys_typed_before_textual_is_there_are_not_lost(held: PseudoTerminal, tmp_path: Path) -> None:
    held.press("G", "/")
    held.send("graph 7:")
    (tmp_path / "go").touch()
    held.wait_for(lambda text: "Paragraph 7:" in text and "/graph 7:" in text)


@pytest.fixture
def typed(patched: Patched, tmp_path: Path) -> Callable[[bytes], PseudoTerminal]:
    """Start with the plain article; keys are there with the first frame, Textual comes when there is a file."""
    (tmp_path / "bridge.txt").write_text(PLAIN, encoding="utf-8")

    def start(keys: bytes, **environ: str) -> PseudoTerminal:
        command = NOT_YET.replace("argv[2]", "argv[3]") + NO_TEXTUAL
        files = [str(tmp_path / name) for name in ("bridge.txt", "textual", "begin")]
        terminal = patched(command, *files, NEWSREADER_MODEL="none_there", **environ)
        terminal.wait_for("about to start")
        terminal.send(keys.decode())
        (tmp_path / "begin").touch()
        return terminal

    return start


def test_keys_that_move_are_answered_before_textual_is_there(
    typed: Callable[[bytes], PseudoTerminal], tmp_path: Path
) -> None:
    terminal = typed(b"G")
    terminal.wait_for("Paragraph 79:")
    *_, first = settling(terminal, 40, 120)
    assert TAKEN_OVER not in terminal.raw
    (tmp_path / "textual").touch()
    terminal.wait_for(DRAWN)
    rows, columns = body(120, 40)
    assert cells(terminal, rows, columns) == [first[row][:columns] for row in rows]
    terminal.press("ctrl+o")
    terminal.wait_for("Paragraph 1:")


@pytest.mark.parametrize(
    ("keys", "early"),
    [
        (b"jj   k", "jj   k"),
        (b"G\x1b[5~\x1b[A}u", "Gbk}u"),
        (b"d/graph 60:\n", "d"),
        (b" 1jjj", " "),
        (b"j\x1b]11;rgb:dddd/dddd/dddd\x1b\\j", "j"),
        (b"d\x1b[200~jjj\x1b[201~", "d"),
        ("dé G".encode(), "d"),
    ],
)
def test_keys_do_the_same_before_and_after_textual_is_there(
    keys: bytes, early: str, typed: Callable[[bytes], PseudoTerminal], start: Start, tmp_path: Path
) -> None:
    """What is behind a key that only the interface knows is left to it, and nothing is lost or done twice."""
    path = str(tmp_path / "bridge.txt")

    def late(sent: str, data: str) -> PseudoTerminal:
        """A reader in whose interface the keys are pressed, with a library of its own."""
        other = start("--model", "none_there", path, NEWSREADER_DATA_DIR=str(tmp_path / data))
        other.wait_for(DRAWN)
        other.send(sent)
        return other

    terminal = typed(keys)
    terminal.wait_for("Paragraph")
    assert_alike(terminal, late(early, "early"))
    assert TAKEN_OVER not in terminal.raw
    (tmp_path / "textual").touch()
    terminal.wait_for(DRAWN)
    assert_alike(terminal, late(keys.decode().replace("\n", "\r"), "all"))


def test_enter_typed_before_the_first_frame_is_enter(patched: Patched, tmp_path: Path) -> None:
    path = tmp_path / "bridge.txt"
    path.write_text(PLAIN, encoding="utf-8")
    terminal = patched(NOT_YET, str(path), str(tmp_path / "go"), NEWSREADER_MODEL="none_there")
    terminal.wait_for("about to start")
    terminal.send("/graph 7:")
    terminal.press("enter")
    (tmp_path / "go").touch()
    terminal.wait_for(lambda text: "/graph 7: 1/1" in text and "give up" not in text)


@pytest.mark.parametrize("end", [signal.SIGTERM, signal.SIGHUP, signal.SIGINT])
def test_a_signal_before_textual_is_there_restores_the_terminal(end: signal.Signals, held: PseudoTerminal) -> None:
    os.kill(held.process.pid, end)
    assert held.wait() == 128 + end
    assert_given_back(held)


NAMES = "Bridge over the Rhône\n\n" + "\n\n".join(
    f"Paragraph {number}: Angela Merkel and Emmanuel Macron came to Lyon on Monday, said Reuters; Merkel left in 2024."
    for number in range(1, 60)
)


def found() -> tuple[Entity, ...]:
    """What there is to find in `NAMES`: more than the panels have room for, and something doubtful."""
    people = [
        entity(name, text=NAMES) for name in ("Emmanuel Macron", *(f"Paragraph {each}:" for each in range(5, 50)))
    ]
    return (
        entity("Angela Merkel", names=("Merkel",), text=NAMES),
        *people,
        entity("Rhône", text=NAMES, confidence=0.2),
        entity("Lyon", Category.PLACE, text=NAMES),
        entity("Reuters", Category.ORGANISATION, text=NAMES),
        entity("Monday", Category.DATE, text=NAMES),
        entity("2024", Category.DATE, text=NAMES, time=day("2024", "2024-01-01")),
    )


@pytest.fixture
def known(tmp_path: Path) -> str:
    """The path of an article that was read, annotated and left in its midst, with the cursor on a name."""
    path = tmp_path / "rhone.txt"
    article = read_before(path, NAMES, *found())
    with Library.open() as library:
        record = library.remember(article)
        notebook = Notebook(library, record, article)
        here = NAMES.index("Paragraph 12:")
        merkel = NAMES.index("Merkel", here)
        notebook.highlight(here, here + 9, "green")
        notebook.note("What did *she* say? #later", start=merkel + 20, end=merkel + 35)
        notebook.bookmark(NAMES.index("Lyon", here), NAMES.index("Lyon", here) + 4)
        notebook.date_article(None)
        library.save_place(record, ReadingPlace(NAMES.index("Paragraph 10:"), merkel, 0.2))
    return str(path)


@pytest.mark.parametrize(
    ("size", "look"),
    [
        *((size, "plain") for size in (*SIZES, (120, 16))),
        *((size, look) for size in TWO_LAYOUTS for look in LOOKS if look != "plain"),
    ],
)
def test_what_was_found_before_is_there_at_once_and_stays(
    size: tuple[int, int], look: str, known: str, patched: Patched, tmp_path: Path
) -> None:
    columns, lines = size
    go = tmp_path / "go"
    terminal = patched(HELD.format(draws="draw_again"), known, str(go), columns=columns, lines=lines, **LOOKS[look])
    terminal.wait_for("Angela Merkel · person" if columns >= 60 else "· person")
    *_, first = settling(terminal, lines, columns)
    assert TAKEN_OVER not in terminal.raw
    shown = terminal.text()
    assert columns < 60 or ("1 ● People" in shown and "Emmanuel Macron   " in shown) or "1 People" in shown
    drawn = len(terminal.raw)
    go.touch()
    terminal.wait_for(lambda _: terminal.raw.count(b"came to", drawn) > 0)
    for now in settling(terminal, lines, columns):
        assert differences(first, now) == [], terminal.text()


def test_what_does_not_stand_out_is_plain_at_once(known: str, patched: Patched, tmp_path: Path) -> None:
    with Library.open() as library:
        library.keep_setting("plain categories", "person")
    go = tmp_path / "go"
    terminal = patched(HELD.format(draws="draw_again"), known, str(go), columns=120, lines=40, COLORTERM="truecolor")
    terminal.wait_for("Angela Merkel · person")
    *_, first = settling(terminal, 40, 120)
    assert TAKEN_OVER not in terminal.raw
    drawn = len(terminal.raw)
    row = next(y for y, line in enumerate(terminal.text().splitlines()) if "Paragraph 11:" in line)
    line = terminal.text().splitlines()[row]
    name, place = line.index("Angela"), line.index("Lyon")
    assert first[row][name][1:] == first[row][line.index("came to")][1:] != first[row][place][1:]
    go.touch()
    terminal.wait_for(lambda _: terminal.raw.count(b"came to", drawn) > 0)
    for now in settling(terminal, 40, 120):
        assert differences(first, now) == [], terminal.text()


def test_the_terminal_is_left_as_it_was_found(start: Start, tmp_path: Path) -> None:
    terminal = opened(start, PLAIN, tmp_path, 120, 40)
    before = terminal.mode()
    terminal.wait_for(DRAWN)
    terminal.press("Q")
    assert terminal.wait() == 0
    assert terminal.mode() == before
