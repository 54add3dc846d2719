"""A question that is answered with one line, and one that is answered with a key."""

from __future__ import annotations

from typing import Any

import pytest
from sidebar_app import PanelApp

from tui.dialogs.prompt import Prompt
from tui.dialogs.question import Answer, Question

OPEN = "still open"
ANSWERS = (Answer("yes", "y", "[b]Yes[/b]"), Answer("no", "n", "No"))


async def answered(screen: Any, *keys: str, size: tuple[int, int] = (40, 12)) -> object:
    app = PanelApp()
    results: list[object] = [OPEN]
    async with app.run_test(size=size) as pilot:
        app.push_screen(screen, lambda result: results.__setitem__(0, result))
        await pilot.pause()
        for widget in app.screen.query("*"):
            assert app.screen.region.contains_region(widget.region)
        await pilot.press(*keys)
    return results[0]


@pytest.mark.parametrize(
    ("keys", "result"),
    [
        (("a", "space", "enter"), "a"),
        (("enter",), None),
        (("space", "enter"), None),
        (("a", "escape"), None),
        (("a",), OPEN),
    ],
)
async def test_a_prompt_returns_its_line_or_nothing(keys: tuple[str, ...], result: object) -> None:
    assert await answered(Prompt("Open a [file]"), *keys) == result


async def test_a_line_with_something_wrong_stays_to_be_mended() -> None:
    def prompt() -> Prompt:
        return Prompt("Tags", chips=["#boats", "#treaty"], trouble=lambda line: "No!" if "!" in line else "")

    assert await answered(prompt(), "a", "!", "enter") == OPEN
    assert await answered(prompt(), "a", "!", "enter", "backspace", "enter") == "a"


async def test_a_prompt_can_be_filled_in_already() -> None:
    assert await answered(Prompt("Pipe to", value="wc", words="a command"), "space", "minus", "l", "enter") == "wc -l"


@pytest.mark.parametrize(
    ("keys", "result"),
    [
        (("y",), "yes"),
        (("n",), "no"),
        (("enter",), "yes"),
        (("right", "enter"), "no"),
        (("tab", "enter"), "no"),
        (("escape",), None),
        (("x",), OPEN),
    ],
)
async def test_a_question_is_answered_by_letter_arrows_and_tab(keys: tuple[str, ...], result: object) -> None:
    assert await answered(Question("[red]Really?", ANSWERS), *keys) == result


async def test_a_question_is_answered_with_the_mouse() -> None:
    app = PanelApp()
    results: list[object] = []
    async with app.run_test(size=(40, 12)) as pilot:
        app.push_screen(Question("Really?", ANSWERS), results.append)
        await pilot.pause()
        await pilot.click("#answer-no")
    assert results == ["no"]
