"""Each way to correct what was found, in a terminal: done by keys, there again after a restart, and undone then."""

from __future__ import annotations

from typing import TYPE_CHECKING

import pytest

if TYPE_CHECKING:
    from pathlib import Path

    from conftest import Start
    from pseudo_terminal import PseudoTerminal

ARTICLE = """Merkel visits Lyon

Angela Merkel came to Lyon on Monday. Merkel met Emmanuel Macron there, and Macron spoke of the lantern rule.

Merkel and Macron went on to Paris, where the lantern rule was signed.
"""


@pytest.fixture
def visit(tmp_path: Path) -> str:
    """An article with two people and a name that no model knows, as a path."""
    path = tmp_path / "visit.txt"
    path.write_text(ARTICLE, encoding="utf-8")
    return str(path)


def opened(start: Start, visit: str, **environ: str) -> PseudoTerminal:
    """The reader once it has found the people."""
    terminal = start(visit, **environ)
    terminal.wait_for(lambda text: "Angela Merkel  " in text and "Emmanuel Macron  " in text)
    return terminal


ASKED = "space for"
"""What the correction dialog says below its answers."""


def people(text: str) -> str:
    """What the panel of people lists, right of the edge beside the article."""
    panels = "\n".join(line.partition("▏")[2] for line in text.splitlines())
    return panels.partition("People")[2].partition("Places")[0]


NAME, PICK, MENTIONS, ENDS = "The right name", "is the same as", "Angela Merkel came", "L start"
FLOWS: dict[str, tuple[tuple[tuple[str, ...], str], ...]] = {
    "category": ((("r",), ASKED), (("o",), "Made Angela Merkel an organisation")),
    "name": (
        (("r",), ASKED),
        (("n",), NAME),
        (("\x15", *"Frau Merkel", "enter"), "Named Angela Merkel Frau Merkel"),
    ),
    "rejection": ((("x",), "Took Angela Merkel off the entities"),),
    "merge": ((("M",), PICK), ((*"macr", "enter"), "Merged Angela Merkel into Emmanuel Macron")),
    "split": (
        (("l",), MENTIONS),
        (("j", "r"), ASKED),
        (("u",), "Split Merkel from Angela Merkel"),
    ),
    "extent": (
        (("l",), MENTIONS),
        (("j", "j", "r"), ASKED),
        (("e",), ENDS),
        (("L", "enter"), "Changed “Angela Merkel” to “Merkel”"),
    ),
}
"""Keys and what they bring to the screen; the last is what was done."""


@pytest.mark.parametrize("flow", FLOWS)
def test_a_correction_holds_after_a_restart_and_is_undone_and_redone_there(flow: str, visit: str, start: Start) -> None:
    terminal = opened(start, visit, NO_COLOR="1")
    before = people(terminal.text())
    terminal.press("1")
    terminal.wait_for("enter go")
    for keys, shown in FLOWS[flow]:
        terminal.press(*keys)
        terminal.wait_for(shown)
    done = FLOWS[flow][-1][1]
    terminal.press("Q")
    terminal.wait()

    again = start(visit, NO_COLOR="1")
    again.wait_for(lambda text: "Emmanuel Macron " in text and "Paris " in text and people(text) != before)
    again.press("R")
    again.wait_for(lambda text: f"✓ {done}" in text and "takes back" in text)
    again.press("escape")
    again.wait_until_gone("takes back")
    again.press("U")
    again.wait_for(f"undo: {done[0].lower()}{done[1:]}")
    again.wait_for(lambda text: people(text) == before)
    again.press("ctrl+r")
    again.wait_for(f"redo: {done[0].lower()}{done[1:]}")


def test_what_was_missed_is_taken_in_with_all_the_same_words_and_back_out(visit: str, start: Start) -> None:
    terminal = opened(start, visit, columns=80, lines=24)
    terminal.press("/")
    terminal.wait_for("regex")
    terminal.press(*"lantern rule was", "enter")
    terminal.wait_for("1/1")
    terminal.press("v", "e", "e", "r")
    terminal.wait_for("Missed: “lantern rule”, 2 times")
    terminal.press("o")
    terminal.wait_for("Added lantern rule as organisation at 2 places")
    terminal.press("Q")
    terminal.wait()
    again = opened(start, visit, columns=80, lines=24)
    again.press("R")
    again.wait_for("✓ Added lantern rule")
    again.press("x")
    again.wait_for("Taken back: added lantern rule")
    again.press("U")
    again.wait_for("undo: put back")


def test_a_note_a_tag_and_an_export_by_keys_alone(visit: str, start: Start, tmp_path: Path) -> None:
    terminal = opened(start, visit, columns=60, lines=20, NO_COLOR="1")
    terminal.press("}", "B")
    terminal.wait_for("Bookmarked")
    terminal.press("L")
    terminal.wait_for("Tags")
    terminal.press(*"lyon", "enter")
    terminal.wait_for("Tagged #lyon")
    terminal.press("S")
    terminal.wait_for("Export 1 of 1 annotations")
    terminal.press("up", "\x15", *str(tmp_path / "out.md"), "enter")
    terminal.wait_for("Wrote ")
    assert "#lyon" in (tmp_path / "out.md").read_text("utf-8")
