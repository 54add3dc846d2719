"""Three articles in one file, of a format that only the tests know: from the command line to the screen and back."""

from __future__ import annotations

from pathlib import Path
from typing import TYPE_CHECKING

import papers

if TYPE_CHECKING:
    from conftest import Patched, Start
    from pseudo_terminal import PseudoTerminal

REGISTER = f"""
import sys
sys.path.insert(0, {str(Path(papers.__file__).parent)!r})
import papers
papers.register_here()
"""
WORDS = {
    "one": "the council heard the mayor on the new bridge",
    "two": "a captain waited in thick fog",
    "three": "clouds, puddles and umbrellas everywhere",
}
TITLES = {"one": "Mayor opens bridge in Lyon", "two": "Ferry is late in Oslo", "three": "Rain goes on in Rome"}


def long(name: str) -> str:
    """An article of several screens, which has little in common with the others."""
    return f"{TITLES[name]}\n\n" + "".join(f"Line {number}: {WORDS[name]}.\n\n" for number in range(1, 61))


def write_note(terminal: PseudoTerminal, note: str) -> None:
    terminal.press("A")
    terminal.wait_for("ctrl+s")
    terminal.send(note)
    terminal.wait_for(note)
    terminal.press("ctrl+s")
    terminal.wait_until_gone("ctrl+s")


def test_each_has_its_own_notes_and_place_and_is_found_again(patched: Patched, start: Start, tmp_path: Path) -> None:
    file = tmp_path / "week.papers"
    file.write_bytes(papers.papers(**{name: long(name) for name in TITLES}))
    first = patched(REGISTER, str(file))
    first.wait_for(lambda text: TITLES["one"] in text and "1 of 3" in text and "Dates" in text)
    write_note(first, "Ask the mayor")
    first.press("J")
    first.wait_for(lambda text: TITLES["two"] in text and "2 of 3" in text)
    write_note(first, "Ask the captain")
    first.press("G")
    first.wait_for("Line 60")
    first.press("J")
    first.wait_for(lambda text: TITLES["three"] in text and "3 of 3" in text)
    first.press("J")
    first.wait_for("the last article")
    first.press("K")
    first.wait_for(lambda text: "2 of 3" in text and "Line 60" in text)
    first.press("Q")
    first.wait()

    second = patched(REGISTER, str(file))
    second.wait_for(lambda text: "1 of 3" in text and "Line 1:" in text and "Notes" in text)
    second.press("5")
    second.wait_for("Ask the mayor")
    second.press("J")
    second.wait_for(lambda text: "2 of 3" in text and "Line 60" in text and "Ask the captain" in text)
    assert "Ask the mayor" not in second.text()
    second.press("Q")
    second.wait()

    library = start()
    library.wait_for("Library · Continue")
    library.press("]]")
    library.wait_for(lambda text: "Library · Today" in text and all(title in text for title in TITLES.values()))


def test_what_cannot_be_opened_is_passed_over_and_can_be_reached_again(start: Start, tmp_path: Path) -> None:
    empty, first, gone, last = (tmp_path / f"{name}.txt" for name in ("empty", "first", "gone", "last"))
    empty.touch()
    first.write_text("The first council met. END OF first\n", encoding="utf-8")
    last.write_text("The last council met. END OF last\n", encoding="utf-8")
    terminal = start(*map(str, (empty, first, gone, last)))
    terminal.wait_for(lambda text: "END OF first" in text and "2 of 4" in text and "is empty" in text)
    terminal.press("J")
    terminal.wait_for(lambda text: "END OF last" in text and "4 of 4" in text and "There is no file" in text)
    gone.write_text("It is there again. END OF gone\n", encoding="utf-8")
    terminal.press("K")
    terminal.wait_for("END OF gone")
    terminal.press("K")
    terminal.wait_for("END OF first")
    terminal.press("K")
    terminal.wait_for(lambda text: "END OF first" in text and "is empty" in text.splitlines()[-1])
    terminal.press("q")
    assert terminal.wait() == 0
