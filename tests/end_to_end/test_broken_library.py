"""A library that cannot be used: the article opens, it is said at once, and the file is left as it was."""

from __future__ import annotations

import sqlite3
from contextlib import closing
from typing import TYPE_CHECKING

import pytest

from newsreader.store.library import Library

if TYPE_CHECKING:
    from collections.abc import Callable
    from pathlib import Path

    from conftest import Patched, Start

ARTICLE = "Council votes for a new bridge\n\nThe council of Lyon heard Angela Merkel. THE END\n"

DISK_FULL = """
import resource, signal, sys
from tui.reader.controllers.panes import PaneController

def fill(panes):
    # No file may grow any more: the system says so as it does of a full disk.
    signal.signal(signal.SIGXFSZ, signal.SIG_IGN)
    resource.setrlimit(resource.RLIMIT_FSIZE, (0, resource.RLIM_INFINITY))
    panes._context.say("The disk is full from now on")

def free(panes, _):
    resource.setrlimit(resource.RLIMIT_FSIZE, (resource.RLIM_INFINITY, resource.RLIM_INFINITY))
    panes._context.say("There is room again")

PaneController.toggle_zen = fill
PaneController.widen = free
"""


@pytest.fixture
def article(tmp_path: Path) -> str:
    """A short article, as a path."""
    path = tmp_path / "bridge.txt"
    path.write_text(ARTICLE, encoding="utf-8")
    return str(path)


@pytest.fixture
def library(tmp_path: Path) -> Path:
    """The library file, with nothing in it."""
    path = tmp_path / "newsreader-data" / "library.db"
    Library.open(path).close()
    return path


def newer(file: Path) -> None:
    with closing(sqlite3.connect(file)) as connection, connection:
        connection.execute("PRAGMA user_version = 99")


def garbage(file: Path) -> None:
    file.write_bytes(b"not a library at all\n" * 500)


def truncated(file: Path) -> None:
    file.write_bytes(file.read_bytes()[:5000])


def torn(file: Path) -> None:
    content = bytearray(file.read_bytes())
    content[4096:] = b"\xa5" * (len(content) - 4096)
    file.write_bytes(content)


@pytest.mark.parametrize("harm", [newer, garbage, truncated, torn])
def test_a_library_that_is_no_good(harm: Callable[[Path], None], article: str, library: Path, start: Start) -> None:
    harm(library)
    before = library.read_bytes()
    terminal = start(article)
    terminal.wait_for("THE END")
    terminal.wait_for("will not be kept")
    terminal.press("j", "H")
    terminal.press("Q")
    assert terminal.wait() == 0
    assert library.read_bytes() == before


def test_a_library_that_another_program_holds(article: str, library: Path, start: Start) -> None:
    with closing(sqlite3.connect(library, isolation_level=None)) as other:
        other.execute("BEGIN EXCLUSIVE")
        terminal = start(article)
        # While the lock is waited for, one can read already.
        assert "will not be kept" not in terminal.wait_for("THE END")
        terminal.wait_for("will not be kept")
        terminal.press("Q")
        assert terminal.wait() == 0


def test_a_disk_that_fills_up_loses_no_word(article: str, patched: Patched) -> None:
    terminal = patched(DISK_FULL, article)
    terminal.wait_for("THE END")
    terminal.press("z")
    # Whatever the reader keeps of its own at this moment may be the first to notice.
    terminal.wait_for(lambda text: "full from now on" in text or "Nothing could be written (File too large)" in text)
    terminal.press("H")
    terminal.wait_for("Nothing could be written (File too large)")
    terminal.press("A")
    terminal.wait_for("ctrl+s")
    terminal.send("Ask about the ferry")
    terminal.wait_for("the ferry")
    terminal.press("ctrl+s")
    terminal.wait_for(lambda text: "ctrl+s" not in text and "Nothing could be written (File too large)" in text)
    terminal.press("+")
    terminal.wait_for("There is room again")
    terminal.press("A")
    terminal.wait_for("the ferry")
    terminal.press("ctrl+s")
    terminal.wait_for("The note is kept")
    terminal.press("Q")
    assert terminal.wait() == 0


def test_a_cache_that_is_no_good_is_not_even_mentioned(article: str, tmp_path: Path, start: Start) -> None:
    cache = tmp_path / "newsreader-cache"
    cache.mkdir()
    (cache / "analyses.db").write_bytes(b"junk" * 5000)
    terminal = start(article)
    terminal.wait_for("Angela Merkel  ")
    terminal.press("Q")
    assert terminal.wait() == 0
    again = start(article, NEWSREADER_CACHE_DIR=str(tmp_path / "bridge.txt"))
    again.wait_for("Angela Merkel  ")
    again.press("Q")
    assert again.wait() == 0
