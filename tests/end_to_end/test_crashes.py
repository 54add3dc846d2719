"""An error that nobody foresaw, wherever it happens: the terminal is given back, one sentence, the rest in the log."""

from __future__ import annotations

import signal
import sqlite3
from contextlib import closing
from typing import TYPE_CHECKING

import pytest
from endings import assert_given_back

if TYPE_CHECKING:
    from pathlib import Path

    from conftest import Patched, Start

ARTICLE = "Council votes for a new bridge\n\nThe council of Lyon heard Angela Merkel. THE END\n"

CRASH = """
import sys

def crash(*_, **__):
    raise ZeroDivisionError("the cause \\x1b]0;owned\\x07")

"""
IN_A_HANDLER = CRASH + "from tui.reader.controllers.panes import PaneController as P\nP.toggle_zen = crash\n"
WHILE_PAINTING = CRASH + (
    "from tui.article.view import ArticleView as V\nfrom tui.reader.controllers.panes import PaneController as P\n"
    "def zen(panes):\n    V.render_lines = crash\n    panes._context.view.refresh()\nP.toggle_zen = zen\n"
)
IN_A_TIMER = CRASH + (
    "from tui.reader.controllers.panes import PaneController as P\n"
    "P.toggle_zen = lambda panes: panes._context.screen.set_timer(0.01, crash) and None\n"
)
IN_A_WORKER = CRASH + (
    "from tui.reader.controllers.panes import PaneController as P\nasync def fail():\n    crash()\n"
    "P.toggle_zen = lambda panes: panes._context.work(fail(), group='failing') and None\n"
)
IN_A_THREAD = CRASH + (
    "import threading\nfrom tui.reader.controllers.panes import PaneController as P\n"
    "P.toggle_zen = lambda panes: threading.Thread(target=crash).start()\n"
)
IN_THE_LISTENER = CRASH + "from tui.reader.controllers.findings import FindingsController as F\nF.hear = crash\n"
AT_THE_START = CRASH + "from tui.reader.screen import ReaderScreen as R\nR.compose = crash\n"
BEFORE_THE_START = CRASH + "from tui.app import NewsreaderApp as A\nA.__init__ = crash\n"
UNDER_A_NOTE = CRASH + (
    "from tui.dialogs.note_editor import NoteEditor as E\nfrom textual.widgets import TextArea\n"
    "changed = E.on_text_area_changed\n"
    "def failing(editor, event):\n    changed(editor, event)\n    if 'ferry' in event.text_area.text: crash()\n"
    "E.on_text_area_changed = failing\n"
)


@pytest.fixture
def article(tmp_path: Path) -> str:
    """A short article, as a path."""
    path = tmp_path / "bridge.txt"
    path.write_text(ARTICLE, encoding="utf-8")
    return str(path)


def log(tmp_path: Path) -> str:
    file = tmp_path / "newsreader-cache" / "newsreader.log"
    return file.read_text("utf-8") if file.exists() else ""


@pytest.mark.parametrize("code", [IN_A_HANDLER, WHILE_PAINTING, IN_A_TIMER, IN_A_WORKER])
def test_an_error_while_reading(code: str, article: str, patched: Patched, tmp_path: Path) -> None:
    terminal = patched(code, article)
    before = terminal.mode()
    terminal.wait_for("THE END")
    terminal.press("z")
    assert terminal.wait() == 1
    assert_given_back(terminal, before)
    assert "Traceback" not in terminal.text()
    said = "".join(terminal.screen.display)
    assert said.count("Something went wrong that should not have (ZeroDivisionError: the cause") == 1
    assert "newsreader.log" in said
    assert b"\x1b]0;owned" not in terminal.raw
    assert "Traceback" in log(tmp_path)
    assert "ZeroDivisionError" in log(tmp_path)


@pytest.mark.parametrize("code", [AT_THE_START, BEFORE_THE_START])
def test_an_error_at_the_start(code: str, article: str, patched: Patched, tmp_path: Path) -> None:
    terminal = patched(code, article)
    before = terminal.mode()
    assert terminal.wait() == 1
    assert_given_back(terminal, before)
    assert "ZeroDivisionError: the cause" in "".join(terminal.screen.display)
    assert "Traceback" in log(tmp_path)


def test_an_error_in_another_thread_is_logged_and_the_reading_goes_on(
    article: str, patched: Patched, tmp_path: Path
) -> None:
    terminal = patched(IN_A_THREAD, article)
    terminal.wait_for("People")
    terminal.press("z")
    terminal.until(lambda: "ZeroDivisionError" in log(tmp_path))
    terminal.press("Q")
    assert terminal.wait() == 0
    assert "Traceback" not in terminal.text()


def test_an_error_in_the_listener_is_said_and_the_reading_goes_on(
    article: str, patched: Patched, tmp_path: Path
) -> None:
    terminal = patched(IN_THE_LISTENER, article)
    terminal.wait_for("THE END")
    terminal.until(lambda: "ZeroDivisionError" in log(tmp_path))
    terminal.press("a")
    terminal.wait_for("ctrl+s")
    terminal.press("escape")
    terminal.wait_until_gone("ctrl+s")
    terminal.press("Q")
    assert terminal.wait() == 0


def test_a_note_under_the_hands_survives_the_error(article: str, patched: Patched, start: Start) -> None:
    terminal = patched(UNDER_A_NOTE, article)
    terminal.wait_for("THE END")
    terminal.press("A")
    terminal.wait_for("ctrl+s")
    terminal.send("Ask about the ferry")
    assert terminal.wait() == 1
    again = start(article)
    again.wait_for("THE END")
    again.press("A")
    again.wait_for("Ask about the ferry")


def test_a_killed_reader_loses_a_moment_of_the_typing(article: str, start: Start, tmp_path: Path) -> None:
    """Killed in the middle of a word, without a pause before."""
    terminal = start(article)
    terminal.wait_for("THE END")
    terminal.press("A")
    terminal.wait_for("ctrl+s")

    def is_kept() -> bool:
        terminal.send("ferry ")
        with closing(sqlite3.connect(tmp_path / "newsreader-data" / "library.db")) as library:
            return any(text.startswith("ferry ferry") for (text,) in library.execute("SELECT content FROM draft"))

    terminal.until(is_kept)
    terminal.process.kill()
    assert terminal.wait() == -signal.SIGKILL
    again = start(article)
    again.wait_for("THE END")
    again.press("A")
    again.wait_for("ferry ferry")
