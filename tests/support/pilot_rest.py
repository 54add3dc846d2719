"""Waits until an app under test has done what a key or a click made it do.

Textual's own wait sleeps 20 ms or more and guesses from the use of the processor. Here it is looked whether there is
something to do: that is quicker, and holds on a busy machine, too.
"""

from __future__ import annotations

import asyncio
from time import monotonic
from typing import TYPE_CHECKING, Any

from textual._context import active_app

if TYPE_CHECKING:
    from textual.app import App

STEP = 0.002
"""Seconds between two looks at what other threads do."""
HELD = 0.4
"""Seconds without a step of the interface after which what still works in other threads waits for the test."""


async def until_at_rest(_: float = 0, at_most: float = 10) -> None:
    """Wait until nothing is to be done, drawn or answered, or until whatever works waits for the test."""
    app = active_app.get()
    deadline = monotonic() + at_most
    still = 0.0
    while still < HELD and monotonic() < deadline:
        if await _has_gone_on(app):
            still = 0.0
        elif not is_asked(app):
            return
        else:
            await asyncio.sleep(STEP)
            still += STEP


async def _has_gone_on(app: App[Any]) -> bool:
    """Let the interface do all it has to do, and say whether there was anything."""
    gone_on = await _has_run()
    if app._resize_event is not None:
        # Textual waits a moment for more of them.
        app._check_resize()
    if app.screen_stack:
        app.screen._on_timer_update()
    return await _has_run() or gone_on


async def _has_run() -> bool:
    """Let all run that is ready to; say whether there was anything."""
    ready = asyncio.get_running_loop()._ready  # type: ignore[attr-defined]
    runs = False
    # Twice: what other threads or timers have for the loop is there from its next round on.
    for _ in range(2):
        await asyncio.sleep(0)
        while ready:
            runs = True
            await asyncio.sleep(0)
    return runs


def is_asked(app: App[Any]) -> bool:
    """Whether there is work in other threads whose result the interface waits for."""
    contexts = [getattr(screen, "context", None) for screen in app.screen_stack]
    queries = (getattr(each, name, None) for each in contexts for name in ("queries", "list_queries"))
    library = getattr(getattr(app, "session", None), "library", None)
    return (
        any(not each.is_finished for each in app.workers)
        or any(each.busy for each in queries if each is not None)
        or (library is not None and library.queue.busy)
    )
