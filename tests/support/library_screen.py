"""What tests of the library screen do: wait for its answers, look what it lists, put articles into the library."""

from __future__ import annotations

import asyncio
from typing import TYPE_CHECKING

from pilot_rest import STEP, is_asked

from newsreader.sources import from_text

if TYPE_CHECKING:
    from collections.abc import Callable

    from textual.pilot import Pilot

    from newsreader.store.library import Library
    from tui.app import NewsreaderApp

SECONDS = 60
"""How long anything may take before a test fails."""


async def until(pilot: Pilot, holds: Callable[[], object]) -> None:
    """Wait until something holds."""
    async with asyncio.timeout(SECONDS):
        while not holds():
            await asyncio.sleep(STEP)
            await pilot.pause()


async def settle(app: NewsreaderApp, pilot: Pilot) -> None:
    """Wait until all that was asked is answered, and shown."""
    await pilot.pause()
    await until(pilot, lambda: not is_asked(app))


def titles(app: NewsreaderApp) -> list[str]:
    """What the articles at hand are called, in their order."""
    return [each.title or "" for each in app.screen.context.articles.run.articles]


def add(library: Library, *titles: str, **said: object) -> list[int]:
    """Put articles of these titles into the library, and give their numbers."""
    with library.writing() as unit:
        made = (from_text(f"{each}\n\nThe text of {each}.", title=each, **said) for each in titles)
        return [unit.articles.remember(each).id for each in made]
