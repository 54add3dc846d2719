"""The regions that the first frame goes by are those that the style sheet gives the reader."""

from __future__ import annotations

import pytest

from tui.reader.regions import Regions

WIDTHS = (20, 40, 59, 60, 61, 80, 99, 100, 101, 110, 120, 133, 163, 165, 200, 300)


@pytest.mark.parametrize("height", [7, 12, 24, 45, 60])
async def test_the_article_has_the_same_room_in_both(app, height):
    async with app.run_test(size=(WIDTHS[0], height)) as pilot:
        for width in WIDTHS:
            await pilot.resize_terminal(width, height)
            await pilot.pause()
            regions = Regions.fit(width, height)
            assert (regions.article_width, regions.article_height) == app.screen.context.view.size, width
            assert (regions.panels != "hidden") == app.screen.context.sidebar.display
