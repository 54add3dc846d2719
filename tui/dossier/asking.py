"""Asks for another person, place or organisation of the library by a name; of several that have it, which is meant."""

from __future__ import annotations

import asyncio
from functools import partial
from typing import TYPE_CHECKING

from newsreader.aside import aside
from newsreader.index.errors import IndexFileError
from tui.base.cell_text import one_line
from tui.panels.entity_rows import SIGNS

if TYPE_CHECKING:
    from collections.abc import Callable, Sequence

    from textual.screen import Screen

    from newsreader.index.appearing import Thing
    from newsreader.index.index import Index

MOST_ALIKE = 50
"""So many things of a name are offered at most."""


def ask_for_thing(
    screen: Screen[None],
    opened: Callable[[], Index],
    title: str,
    *,
    fits: Callable[[Thing], bool],
    chosen: Callable[[Thing], object],
    failed: Callable[[str], object],
) -> None:
    """Ask under a title; `opened` opens the index, in whatever thread.

    Of the things of the name only those that fit are meant. `failed` is told why there is none.
    """
    from tui.dialogs.prompt import Prompt

    def settle(name: str | None) -> None:
        if name:
            screen.run_worker(find(name), group="asking")

    async def find(name: str) -> None:
        try:
            called = await asyncio.wrap_future(aside(partial(_called, opened, name)))
        except IndexFileError as error:
            failed(str(error))
            return
        found = [each for each in called if fits(each)]
        if len(found) > 1:
            _ask_which(screen, found, chosen)
        elif found:
            chosen(found[0])
        else:
            failed(f"No other that could be meant is called “{one_line(name)}”.")

    screen.app.push_screen(Prompt(title), settle)


def _ask_which(screen: Screen[None], found: Sequence[Thing], chosen: Callable[[Thing], object]) -> None:
    from tui.dialogs.choice import Choice

    def settle(row: int | None) -> None:
        if row is not None:
            chosen(found[row])

    rows = [f"{SIGNS[each.category]} {one_line(each.name)} · {each.articles:,}" for each in found]
    screen.app.push_screen(Choice("Which of them?", rows), settle)


def _called(opened: Callable[[], Index], name: str) -> list[Thing]:
    with opened() as index:
        return index.things.called(name, MOST_ALIKE)
