"""What the tests of the panels share: a sidebar that knows the made-up story."""

from __future__ import annotations

from contextlib import asynccontextmanager
from typing import TYPE_CHECKING

import pytest
from sidebar_app import PanelApp, analysis, article

from tui.panels.sidebar import Sidebar

if TYPE_CHECKING:
    from collections.abc import AsyncIterator, Callable
    from contextlib import AbstractAsyncContextManager

    from textual.pilot import Pilot

    from newsreader.article import Article
    from newsreader.entity import Analysis


@pytest.fixture
def reading() -> Callable[..., AbstractAsyncContextManager[tuple[PanelApp, Pilot[None]]]]:
    """Run an app with a sidebar: `reading()` knows the story, `reading(found=None)` nothing yet."""

    @asynccontextmanager
    async def run(
        *,
        size: tuple[int, int] = (28, 30),
        story: Article | None = None,
        found: Analysis | None = analysis(),  # noqa: B008
        theme: str = "dark",
    ) -> AsyncIterator[tuple[PanelApp, Pilot[None]]]:
        app = PanelApp(Sidebar(), theme=theme)
        async with app.run_test(size=size) as pilot:
            app.sidebar.set_article(story or article())
            if found is not None:
                app.sidebar.set_analysis(found)
            app.sidebar.focus_panel("1")
            await pilot.pause()
            yield app, pilot

    return run
