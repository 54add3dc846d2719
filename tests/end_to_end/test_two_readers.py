"""Two readers on one library at the same time: what is written in one is seen in the other, and nothing is lost."""

from __future__ import annotations

from typing import TYPE_CHECKING

from newsreader.annotations.notebook import Notebook
from newsreader.sources import load
from newsreader.store.library import Library

if TYPE_CHECKING:
    from pathlib import Path

    from conftest import Start
    from pseudo_terminal import PseudoTerminal


def write(terminal: PseudoTerminal, note: str) -> None:
    """Write a note on the article."""
    terminal.press("A")
    terminal.wait_for("ctrl+s")
    terminal.send(note)
    terminal.wait_for(note)
    terminal.press("ctrl+s")
    terminal.wait_for("The note is kept")


def test_what_is_written_in_one_appears_in_the_other(start: Start, tmp_path: Path) -> None:
    path = tmp_path / "bridge.txt"
    path.write_text("Council votes for a new bridge\n\nThe council of Lyon heard Angela Merkel. THE END\n")
    one, other = start(str(path)), start(str(path))
    for terminal in (one, other):
        terminal.wait_for("People")
        terminal.wait_for("Angela Merkel  ")
    write(one, "Ask the mayor")
    other.wait_for("Ask the mayor")
    write(other, "Ask the ferryman")
    one.wait_for("Ask the ferryman")
    for terminal in (one, other):
        terminal.press("Q")
        assert terminal.wait() == 0
    again = start(str(path))
    again.wait_for(lambda text: "Ask the mayor" in text and "Ask the ferryman" in text)


def test_who_saves_a_note_later_sees_both_texts_and_chooses(start: Start, tmp_path: Path) -> None:
    path = tmp_path / "bridge.txt"
    path.write_text("Council votes for a new bridge\n\nThe council of Lyon heard Angela Merkel. THE END\n")
    one, other = start(str(path)), start(str(path))
    for terminal in (one, other):
        terminal.wait_for("People")
    one.press("g", "g", "a")
    one.wait_for("ctrl+s")
    one.send("Ask")
    one.press("ctrl+s")
    one.wait_for("The note is kept")
    other.wait_for("Ask")
    for terminal in (one, other):
        terminal.press("g", "g", "a")
        terminal.wait_for("ctrl+s")
    for terminal, more in ((one, " Ann"), (other, " Bob")):
        terminal.send(more)
        terminal.wait_for(f"Ask{more}")
    other.press("ctrl+s")
    other.wait_for("The note is changed")
    one.press("ctrl+s")
    one.wait_for(lambda text: "In the other window" in text and "Ask Bob" in text and "Ask Ann" in text)
    one.press("b")
    one.wait_for("Your text is kept")
    for terminal in (one, other):
        terminal.press("Q")
        assert terminal.wait() == 0
    article = load(str(path))
    with Library.open() as library:
        (note,) = Notebook(library, library.remember(article), article).annotations
    assert note.text == "Ask Bob\n\nAsk Ann"
