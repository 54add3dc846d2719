"""An article in a real terminal: it opens, its panels fill, and an entity is walked through by mouse and keys."""

from __future__ import annotations

import re
from typing import TYPE_CHECKING

import pytest

from newsreader.resources import samples

if TYPE_CHECKING:
    from collections.abc import Callable

    from conftest import Start
    from pseudo_terminal import PseudoTerminal

STORY = next(path for path in samples() if path.name == "pyongyang-pact.txt")
PUTINS = STORY.read_text(encoding="utf-8").count("Putin")


def row(name: str, count: int) -> Callable[[str], object]:
    """Whether a panel has a row with a name and its count."""
    return lambda text: re.search(rf"{name} +{count}\b", text)


def status(terminal: PseudoTerminal) -> str:
    """The last line of the screen."""
    return terminal.screen.display[-1]


def at_match(terminal: PseudoTerminal, number: int) -> str:
    """Wait until the status line counts Putin’s mention of that number, and return the screen."""
    return terminal.wait_for(lambda _: f"Vladimir Putin {number}/{PUTINS} " in status(terminal))


def first_person(terminal: PseudoTerminal) -> None:
    """Choose the first person by keys: the panel must have the focus before it can hear the second key."""
    terminal.press("1")
    terminal.wait_for("enter go")
    terminal.press("enter")


@pytest.fixture
def story(start: Start) -> PseudoTerminal:
    """The agency story with its panels filled."""
    terminal = start(str(STORY))
    terminal.wait_for(row("Vladimir Putin", PUTINS))
    return terminal


def test_agency_story_opens_and_its_panels_fill(story: PseudoTerminal) -> None:
    story.wait_for(row("Pyongyang", STORY.read_text(encoding="utf-8").count("Pyongyang")))
    text = story.wait_for(lambda text: "Roscosmos" in text and "July 2000 " in text)
    assert all(panel in text for panel in ("People", "Places", "Organisations", "Dates"))
    assert "19 June 2024" in text


def test_clicking_a_name_in_the_text_makes_it_active_with_its_count(story: PseudoTerminal) -> None:
    story.click("Putin, on his first trip")
    assert "also “Putin”" in at_match(story, 2)


def test_n_walks_and_ctrl_o_returns(story: PseudoTerminal) -> None:
    before = story.text().splitlines()[1:20]
    story.click("Putin, on his first trip")
    for number in range(2, PUTINS + 1):
        at_match(story, number)
        story.press("n")
    at_match(story, 1)
    story.press("N")
    at_match(story, PUTINS)
    for _ in range(PUTINS + 2):
        story.press("ctrl+o")
    story.wait_for(lambda text: [line[7:80] for line in text.splitlines()[1:20]] == [line[7:80] for line in before])
    story.press("escape")
    # The name itself may be there: it is what the cursor stands on again.
    story.wait_for(lambda _: f"/{PUTINS} " not in status(story))


def test_panel_by_keys_walks_a_person_without_the_mouse(story: PseudoTerminal) -> None:
    first_person(story)
    at_match(story, 1)
    story.press("n")
    at_match(story, 2)


def test_search_finds_across_line_ends(story: PseudoTerminal) -> None:
    story.press("/")
    story.wait_for("regex")
    story.send("come to the other's aid if it is attacked\r")
    story.wait_for(lambda _: re.search(r"\b1/1\b", status(story)))


def test_window_may_shrink_and_grow(story: PseudoTerminal) -> None:
    for columns, lines in ((60, 20), (40, 12), (120, 40)):
        story.resize(columns, lines)
        story.wait_for(lambda text: "North Korea" in text)
    story.wait_for(row("Vladimir Putin", PUTINS))


def test_quitting_gives_the_terminal_back(start: Start) -> None:
    terminal = start(str(STORY))
    before = terminal.mode()
    terminal.wait_for(row("Vladimir Putin", PUTINS))
    assert terminal.mode() != before
    terminal.press("Q")
    assert terminal.wait() == 0
    assert terminal.mode() == before
    assert terminal.raw.rstrip().rfind(b"\x1b[?1049l") > terminal.raw.rfind(b"\x1b[?1049h")
    assert terminal.raw.rfind(b"\x1b[?1003l") > terminal.raw.rfind(b"\x1b[?1003h")


def test_article_from_a_pipe_takes_keys_from_the_terminal(start: Start) -> None:
    terminal = start("-", piped=STORY.read_bytes())
    terminal.wait_for(row("Vladimir Putin", PUTINS))
    first_person(terminal)
    at_match(terminal, 1)
    terminal.press("Q")
    assert terminal.wait() == 0


def test_pipe_without_an_argument_is_read_too(start: Start) -> None:
    terminal = start(piped=STORY.read_bytes())
    terminal.wait_for("Russian President Vladimir Putin")


def test_several_articles_are_read_one_after_the_other(start: Start) -> None:
    terminal = start(*(str(path) for path in samples()[:2]))
    titles = [next(line for line in terminal.wait_for("0 %").splitlines() if line.strip())]
    terminal.press("J")
    terminal.wait_for(lambda text: text.splitlines()[0] != titles[0])
    terminal.press("K")
    terminal.wait_for(lambda text: text.splitlines()[0][:40] == titles[0][:40])


def test_start_screen_opens_a_sample_and_remembers_it(start: Start) -> None:
    terminal = start()
    terminal.wait_for("Russia and North Korea sign pact")
    terminal.press("Q")
    assert terminal.wait() == 0


def test_dumb_terminal_is_told_what_to_do(start: Start) -> None:
    terminal = start(str(STORY), TERM="dumb")
    assert terminal.wait() == 1
    assert b"newsreader show" in terminal.raw
    assert b"\x1b" not in terminal.raw


def test_missing_article_leaves_the_terminal_alone(start: Start) -> None:
    terminal = start("none.txt")
    assert terminal.wait() == 1
    assert b"\x1b" not in terminal.raw
    assert "newsreader: There is no file “none.txt”" in terminal.text()


def test_without_a_model_the_article_opens_and_the_panels_say_why(start: Start) -> None:
    terminal = start("--model", "no_such_model", str(STORY))
    terminal.wait_for("Russian President Vladimir Putin")
    terminal.wait_for("no_such_model")
