"""The search bar."""

from __future__ import annotations

from contextlib import asynccontextmanager
from typing import TYPE_CHECKING, Any

import pytest
from sidebar_app import PanelApp

from tui.dialogs.search_bar import Pattern, SearchBar

if TYPE_CHECKING:
    from collections.abc import AsyncIterator

    from textual.pilot import Pilot


@asynccontextmanager
async def searching(
    *, size: tuple[int, int] = (80, 12), **options: Any
) -> AsyncIterator[tuple[PanelApp, Pilot[None], SearchBar]]:
    bar = SearchBar(**options)
    app = PanelApp(bar)
    async with app.run_test(size=size) as pilot:
        bar.focus()
        await pilot.pause()
        yield app, pilot, bar


def heard(app: PanelApp) -> list[tuple[Any, ...]]:
    kinds = (SearchBar.Changed, SearchBar.Submitted)
    return [
        (type(each).__name__, each.pattern, each.regex) if isinstance(each, kinds) else (type(each).__name__,)
        for each in app.heard
    ]


async def test_it_tells_of_each_key() -> None:
    async with searching() as (app, pilot, _):
        await pilot.press("p", "a", "backspace")
        assert heard(app) == [("Changed", "p", False), ("Changed", "pa", False), ("Changed", "p", False)]


async def test_enter_keeps_the_hits_and_escape_gives_up() -> None:
    async with searching() as (app, pilot, _):
        await pilot.press("p", "enter", "escape")
        assert heard(app)[1:] == [("Submitted", "p", False), ("Cancelled",)]


async def test_backspace_in_an_empty_line_gives_up() -> None:
    async with searching() as (app, pilot, _):
        await pilot.press("p", "backspace")
        assert ("Cancelled",) not in heard(app)
        await pilot.press("backspace")
        assert heard(app)[-1] == ("Cancelled",)


@pytest.mark.parametrize("key", ["ctrl+t", "alt+r", "f4"])
async def test_a_key_switches_to_regular_expressions_and_back(key: str) -> None:
    async with searching() as (app, pilot, bar):
        await pilot.press("p", key)
        assert heard(app)[-1] == ("Changed", "p", True)
        assert str(bar.query_one("#search-regex").render()) == " regex "  # type: ignore[attr-defined]
        await pilot.press(key, "enter")
        assert heard(app)[-1] == ("Submitted", "p", False)


async def test_a_click_on_its_sign_switches_too() -> None:
    async with searching() as (_, pilot, bar):
        await pilot.click("#search-regex")
        assert bar.regex


async def test_arrows_step_through_earlier_searches() -> None:
    async with searching(history=(Pattern("one"), Pattern("two", regex=True))) as (_, pilot, bar):
        seen = []
        for key in ("up", "up", "up", "down", "down", "down"):
            await pilot.press(key)
            seen.append((bar.pattern, bar.regex))
        one, two, none = ("one", False), ("two", True), ("", False)
        assert seen == [two, one, one, two, none, none]


async def test_enter_in_an_empty_line_repeats_the_latest_search_or_gives_up() -> None:
    async with searching(history=(Pattern("one"), Pattern("two", regex=True))) as (app, pilot, _):
        await pilot.press("enter")
        assert heard(app) == [("Changed", "two", True), ("Submitted", "two", True)]
    async with searching() as (app, pilot, _):
        await pilot.press("enter")
        assert heard(app) == [("Cancelled",)]


async def test_it_shows_a_note_as_it_is_in_one_row() -> None:
    async with searching(size=(40, 12)) as (_, _pilot, bar):
        bar.show_note("[red]missing ), unterminated subpattern at position 0")
        assert str(bar.query_one("#search-note").render()).startswith("[red]missing")  # type: ignore[attr-defined]
        assert bar.size.height == 1
        assert bar.query_one("#search-pattern").size.width >= 10
