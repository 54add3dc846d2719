"""Every key that a dialog shows, sent as a terminal sends it: what it promises happens."""

from __future__ import annotations

from typing import TYPE_CHECKING

import pytest
from read_before import read_before
from sidebar_app import day, entity

from newsreader.entity import Category

if TYPE_CHECKING:
    from pathlib import Path

    from conftest import Start
    from pseudo_terminal import PseudoTerminal

ARTICLE = (
    "# Leaders meet in Seoul\n\nSEOUL: (Reuters) Vladimir Putin met Kim Jong Un on Wednesday in Seoul.\n\n"
    + "Kim Jong Un thanked Putin. The talks went on in Moscow.\n\n" * 12
)
ALT_R, F2, F4, CTRL_T = "\x1br", "\x1bOQ", "\x1bOS", "\x14"
FOUND = (
    entity("Vladimir Putin", names=("Putin",), text=ARTICLE),
    entity("Kim Jong Un", text=ARTICLE),
    entity("Seoul", Category.PLACE, text=ARTICLE),
    entity("Moscow", Category.PLACE, text=ARTICLE),
    entity("Reuters", Category.ORGANISATION, text=ARTICLE),
    entity("Wednesday", Category.DATE, text=ARTICLE, time=day("2024-06-19")),
)
OPEN = {"card": "enter goes there", "correction": "this article"}

Step = tuple[str, str]
"""A key by name or as it is sent, and what is on the screen then; `-` stands before what is gone then."""

STEPS: dict[str, list[Step]] = {
    "search, alt+r": [("/", "words"), (ALT_R, "regex "), ("m", "/m"), ("e", "/me"), (ALT_R, "words")],
    "search, other keys": [("/", "words"), (CTRL_T, "regex "), (F4, "words"), ("escape", "-words")],
    "search, enter": [("/", "words"), ("m", "/m"), ("e", "/me"), ("enter", "-words")],
    "card": [("enter", OPEN["card"]), ("r", OPEN["correction"]), ("escape", "-this article")],
    "card, note": [("enter", OPEN["card"]), ("a", "Note on"), ("escape", "-Note on")],
    "card, company": [("enter", OPEN["card"]), ("c", "/ filters"), ("/", "type a name"), ("M", "-type a name")],
    "card, leaving": [("enter", OPEN["card"]), ("escape", f"-{OPEN['card']}")],
    "correction": [("r", OPEN["correction"]), (" ", "everywhere"), (" ", "this mention"), ("escape", "-space for")],
    "correction, name": [("r", "space for"), ("n", "The right name"), ("escape", "-The right name")],
    "correction, other": [("r", "space for"), ("s", "is the same as"), ("down", "same as"), ("escape", "-same as")],
    "correction, extent": [("r", "space for"), ("e", "L start"), ("left", "L start"), ("escape", "-L start")],
    "correction, category": [("r", "space for"), ("o", "organisation")],
    "note, ctrl+s": [("A", "saves"), ("x", "x"), ("ctrl+s", "-saves")],
    "note, F2": [("A", "saves"), ("x", "x"), (F2, "-saves")],
    "note, asked": [("A", "saves"), ("x", "x"), ("escape", "not saved yet"), ("w", "saves")],
    "note, dropped": [("A", "saves"), ("x", "x"), ("escape", "not saved yet"), ("d", "-saves")],
    "date": [("P", "When was"), ("2", "2"), ("escape", "-When was")],
    "export": [("S", "← → change"), ("right", "‹ html"), ("left", "‹ markdown"), ("escape", "-← → change")],
    "export, down": [("S", "← → change"), ("down", "kind     ‹ all"), ("up", "format   ‹"), ("escape", "-← → change")],
    "help": [("?", "j k scroll"), ("j", "j k scroll"), ("escape", "-j k scroll")],
}


def press(terminal: PseudoTerminal, step: Step) -> None:
    key, then = step
    terminal.press(key)
    if then.startswith("-"):
        terminal.wait_until_gone(then[1:])
    else:
        terminal.wait_for(then)


@pytest.mark.parametrize("steps", STEPS.values(), ids=STEPS)
def test_a_key_that_a_dialog_shows_works_in_a_terminal(steps: list[Step], tmp_path: Path, start: Start) -> None:
    file = tmp_path / "leaders.md"
    read_before(file, ARTICLE, *FOUND)
    terminal = start(str(file))
    terminal.wait_for("Kim Jong Un  ")
    terminal.wait_until_gone("reading…")
    for step in steps:
        press(terminal, step)
