"""Text that would command the terminal is shown, never obeyed: in the body, the title, the file name, everywhere."""

from __future__ import annotations

import os
import re
from typing import TYPE_CHECKING

import pytest

if TYPE_CHECKING:
    from pathlib import Path

    from conftest import Start
    from pseudo_terminal import PseudoTerminal

COMMANDS = (
    "\x1b[777;666H",  # moves the cursor
    "\x1b[31;107;9m",  # colours
    "\x1b]0;owned\x07",  # sets the window’s title
    "\x1b]8;;https://hostile.example/\x1b\\click\x1b]8;;\x1b\\",  # a link that is not what it says
    "\x1b]52;c;b3duZWQ=\x07",  # writes to the clipboard
    "\x1bPq#0;2;0;0;0\x1b\\",  # a picture
    "\x1bc",  # resets the terminal
    "\x9b777;666H\x9d0;owned\x9c\x90q\x9c",  # the same by C1 controls
    "\x0e\x07\x08\x7f",  # other character set, bell, backspace, delete
)
INVISIBLE = "\u202e\u2066\u200f\u061c\ufeff\u2028"
MARKUP = "[bold red]Angela[/bold red] [link=https://hostile.example]Merkel[/] [@click=app.bell]x[/]"
HOSTILE = "".join(COMMANDS) + INVISIBLE + MARKUP
FILLER = "The article goes on. " * 100
"""A file that were mostly control characters would be refused as binary."""

ALLOWED = re.compile(
    rb"\x1b\[[?<>=]?[0-9;:]*\$?[A-Za-z]"  # what begins with CSI, as Textual writes it
    rb"|\x1b\]22;[a-z-]+\x07"  # the shape of the mouse pointer
)


def assert_harmless(terminal: PseudoTerminal) -> None:
    """Nothing but Textual’s own commands has come to the terminal, and none that the text asked for."""
    raw = bytes(terminal.raw)
    for command in COMMANDS:
        assert command.encode() not in raw
    text = ALLOWED.sub(b"", raw).decode("utf-8")
    assert "\x1b" not in text
    assert not set(text) & {*map(chr, [*range(8), *range(11, 13), *range(14, 32), *range(127, 160)]), *INVISIBLE}
    assert "owned" not in terminal.screen.title


@pytest.fixture
def article(tmp_path: Path) -> bytes:
    """The path of an article that is hostile throughout."""
    name = os.fsencode(tmp_path) + b"/\x1b]0;owned\x07\xff\xe2\x80\xae\n[red]name.txt"
    body = f"Angela {COMMANDS[0]}Merkel met Emmanuel{COMMANDS[4]} Macron in {INVISIBLE}Paris{COMMANDS[7]}."
    with open(name, "w", encoding="utf-8", newline="") as file:
        file.write(f"Title {HOSTILE}\r\n\r\n{body} THE END {HOSTILE}\n\n[/red] {HOSTILE} LAST\n\n{FILLER}\n")
    return name


def test_article_is_shown_and_not_obeyed(article: bytes, start: Start) -> None:
    terminal = start(os.fsdecode(article))
    terminal.wait_for("THE END")
    terminal.wait_for("LAST")
    text = terminal.wait_for(lambda text: re.search(r"Macron +\d", text))
    assert "[bold red]Angela[/bold red]" in text
    terminal.press("n", "]", "*")
    terminal.wait_for(lambda _: re.search(r" \d/\d", terminal.screen.display[-1]))
    terminal.press("enter")
    terminal.wait_for("goes there")
    terminal.press("escape")
    terminal.wait_until_gone("goes there")
    terminal.press("/")
    terminal.wait_for("regex")
    terminal.send(f"\x1b[200~Macron{COMMANDS[7]}{INVISIBLE}\x1b[201~")
    terminal.wait_for("/Macron")
    terminal.press("escape")
    terminal.wait_until_gone("regex")
    terminal.press("Q")
    assert terminal.wait() == 0
    assert_harmless(terminal)


def test_start_screen_shows_its_title_and_name(article: bytes, start: Start) -> None:
    terminal = start(os.fsdecode(article))
    terminal.wait_for("THE END")
    terminal.press("Q")
    terminal.wait()
    again = start()
    again.wait_for("Title")
    again.press("Q")
    assert again.wait() == 0
    assert_harmless(again)


def test_pasted_note_is_shown_and_not_obeyed(article: bytes, start: Start) -> None:
    terminal = start(os.fsdecode(article))
    terminal.wait_for("LAST")
    terminal.press("a")
    terminal.wait_for("ctrl+s")
    terminal.send(f"\x1b[200~My note {COMMANDS[7]}{INVISIBLE}{MARKUP}\x1b[201~")
    terminal.wait_for("My note")
    terminal.press("ctrl+s")
    terminal.wait_until_gone("ctrl+s")
    terminal.press("5")
    terminal.wait_for("My note")
    terminal.press("Q")
    assert terminal.wait() == 0
    assert_harmless(terminal)


def test_missing_file_with_a_hostile_name(start: Start) -> None:
    terminal = start(f"none{''.join(COMMANDS)}{INVISIBLE}{MARKUP}")
    assert terminal.wait() == 1
    assert "There is no file" in terminal.text()
    assert_harmless(terminal)


def test_settings_are_hostile(article: bytes, start: Start) -> None:
    hostile = COMMANDS[0] + COMMANDS[4] + INVISIBLE + MARKUP
    terminal = start("--theme", hostile, "--model", hostile, "--config", f"none{hostile}", os.fsdecode(article))
    terminal.wait_for("There is no theme")
    terminal.wait_for("THE END")
    terminal.press("Q")
    assert terminal.wait() == 0
    assert_harmless(terminal)
