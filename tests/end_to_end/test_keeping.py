"""What the reader wrote is there again: after quitting, after a kill, after the terminal was closed."""

from __future__ import annotations

import os
import signal
import subprocess
from typing import TYPE_CHECKING

import pytest
from pseudo_terminal import python

if TYPE_CHECKING:
    from pathlib import Path

    from conftest import Start
    from pseudo_terminal import PseudoTerminal

ARTICLE = "Council votes for a new bridge\n\n" + "\n\n".join(
    f"Paragraph {number}: the council of Lyon spoke about span {number} of the bridge and heard Angela Merkel."
    for number in range(1, 61)
)


@pytest.fixture
def article(tmp_path: Path) -> str:
    """A long article, as a path."""
    path = tmp_path / "bridge.txt"
    path.write_text(ARTICLE + "\n", encoding="utf-8")
    return str(path)


def annotate(terminal: PseudoTerminal) -> None:
    """Highlight a sentence, and write a note."""
    terminal.wait_for(lambda text: "Paragraph 3:" in text and "Dates" in text)
    terminal.click("council of Lyon spoke about span 3")
    terminal.press("H")
    terminal.wait_for("Highlighted")
    terminal.press("a")
    terminal.wait_for("ctrl+s")
    terminal.send("Ask the mayor")
    terminal.wait_for("Ask the mayor")
    terminal.press("ctrl+s")
    terminal.wait_until_gone("ctrl+s")


def kept(cwd: Path, *arguments: str) -> str:
    """What `newsreader annotations` says."""
    command = [python(), "-m", "newsreader", "annotations", *arguments]
    return subprocess.run(command, cwd=cwd, check=True, capture_output=True, text=True, encoding="utf-8").stdout


@pytest.mark.parametrize("end", ["quit", signal.SIGKILL, signal.SIGTERM, signal.SIGHUP])
def test_note_and_highlight_survive(end: str | signal.Signals, article: str, start: Start, tmp_path: Path) -> None:
    terminal = start(article)
    annotate(terminal)
    if isinstance(end, signal.Signals):
        os.kill(terminal.process.pid, end)
    else:
        terminal.press("Q")
    terminal.wait()
    listed = kept(tmp_path, "list", article)
    assert "yellow" in listed
    assert "Paragraph 3" in listed
    assert "Ask the mayor" in listed
    again = start(article)
    again.wait_for("Notes")
    again.press("5")
    again.wait_for("Ask the mayor")


@pytest.mark.parametrize("end", [signal.SIGTERM, signal.SIGHUP])
def test_signal_gives_the_terminal_back(end: signal.Signals, article: str, start: Start) -> None:
    terminal = start(article)
    before = terminal.mode()
    terminal.wait_for("Paragraph 3:")
    os.kill(terminal.process.pid, end)
    assert terminal.wait() == 128 + end
    assert terminal.mode() == before
    assert terminal.raw.rfind(b"\x1b[?1049l") > terminal.raw.rfind(b"\x1b[?1049h")
    assert terminal.raw.rfind(b"\x1b[?1003l") > terminal.raw.rfind(b"\x1b[?1003h")
    assert terminal.raw.rfind(b"\x1b[?25h") > terminal.raw.rfind(b"\x1b[?25l")


@pytest.mark.parametrize("end", ["quit", signal.SIGTERM, signal.SIGHUP])
def test_opens_again_where_it_was_left(end: str | signal.Signals, article: str, start: Start) -> None:
    terminal = start(article)
    terminal.wait_for("Paragraph 3:")
    terminal.press(" ", " ", " ")
    terminal.wait_for(lambda text: "Paragraph 45:" in text and "Paragraph 3:" not in text)
    top = next(line for line in terminal.text().splitlines()[1:] if "Paragraph" in line)
    if isinstance(end, signal.Signals):
        os.kill(terminal.process.pid, end)
    else:
        terminal.press("Q")
    terminal.wait()
    again = start(article)
    again.wait_for(top.strip()[:20])
    assert "Paragraph 3:" not in again.text()


def test_library_that_cannot_be_opened_is_said_and_the_article_opens(
    article: str, start: Start, tmp_path: Path
) -> None:
    folder = tmp_path / "not-a-folder"
    folder.write_text("", encoding="utf-8")
    terminal = start(article, NEWSREADER_DATA_DIR=str(folder))
    terminal.wait_for("Paragraph 3:")
    terminal.wait_for("will not be kept")


def test_what_came_in_since_the_library_was_left_is_new(article: str, start: Start, tmp_path: Path) -> None:
    def found() -> str:
        command = [python(), "-m", "newsreader", "search", "is:new", "--format", "ids"]
        return subprocess.run(command, cwd=tmp_path, check=True, capture_output=True, text=True).stdout

    def add(path: str) -> None:
        subprocess.run([python(), "-m", "newsreader", "add", path], cwd=tmp_path, check=True, capture_output=True)

    add(article)
    assert found() == "library:1\n"
    for given in ((article,), ()):
        terminal = start(*given)
        terminal.wait_for("Council votes")
        terminal.press("Q")
        assert terminal.wait() == 0
        assert found() == ("library:1\n" if given else ""), "reading one article is no visit to the library"
    (tmp_path / "new.txt").write_text("New bridge\n\nIt was built.\n")
    add(str(tmp_path / "new.txt"))
    assert found() == "library:2\n"
