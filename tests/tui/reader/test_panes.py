"""The reader fits its screen: panels beside, below or over the article, which always has its room."""

from __future__ import annotations

import os
from pathlib import Path

import pytest

PICTURES = Path(__file__).parent.parent / "pictures"


async def test_panels_stand_beside_the_article_where_there_is_room(app):
    async with app.run_test(size=(120, 40)) as pilot:
        await pilot.pause()
        view, sidebar = app.screen.context.view.region, app.screen.context.sidebar.region
        assert sidebar.x >= view.right
        assert sidebar.y == view.y


async def test_panels_lie_below_the_article_on_a_narrow_screen(app):
    async with app.run_test(size=(80, 24)) as pilot:
        await pilot.pause()
        view, sidebar = app.screen.context.view.region, app.screen.context.sidebar.region
        assert sidebar.y >= view.bottom
        assert view.width >= 78
        assert view.height > sidebar.height


async def test_panels_open_on_demand_over_the_article_on_a_tiny_screen(app):
    async with app.run_test(size=(40, 12)) as pilot:
        await pilot.pause()
        sidebar, view = app.screen.context.sidebar, app.screen.context.view
        before = view.region, view.viewport.visible_range()
        assert not sidebar.display
        await pilot.press("2")
        await pilot.pause()
        assert sidebar.display
        assert sidebar.has_focus_within
        assert (view.region, view.viewport.visible_range()) == before
        await pilot.press("j", "enter")
        await pilot.pause()
        assert not sidebar.display
        assert view.has_focus
        assert app.screen.context.reading.entity_id == "place:norway"


async def test_p_shows_and_hides_the_panels(app):
    async with app.run_test(size=(120, 40)) as pilot:
        await pilot.press("p")
        assert not app.screen.context.sidebar.display
        await pilot.press("1")
        await pilot.pause()
        assert app.screen.context.sidebar.has_focus_within
        await pilot.press("p")
        assert app.screen.context.view.has_focus
        assert not app.screen.context.sidebar.display


async def test_a_screen_that_changes_its_size_is_arranged_anew(app):
    async with app.run_test(size=(120, 40)) as pilot:
        await pilot.press("1")
        await pilot.pause()
        await pilot.resize_terminal(45, 20)
        await pilot.pause()
        assert not app.screen.context.sidebar.display
        assert app.screen.context.view.has_focus
        await pilot.resize_terminal(120, 40)
        await pilot.pause()
        assert app.screen.context.sidebar.display


@pytest.mark.parametrize("size", [(20, 5), (1, 1), (10, 3), (300, 80), (40, 12), (59, 20), (60, 8)])
async def test_no_size_is_too_small_or_too_large(app, size):
    async with app.run_test(size=size) as pilot:
        await pilot.press("j", "1", "space", "escape", "n", "v", "l", "escape", "z", "z", "tab", "tab", "slash", "a")
        await pilot.press("escape", "question_mark", "escape", "G")
        await pilot.pause()
        assert app.is_running


async def test_tab_goes_round_all_panes_and_back(app):
    async with app.run_test(size=(120, 40)) as pilot:
        await pilot.pause()
        seen = []
        for _ in range(6):
            await pilot.press("tab")
            await pilot.pause()
            seen.append(app.focused.id)
        assert seen[:5] == [panel.id for panel in app.screen.context.sidebar.panels]
        assert app.screen.context.view.has_focus
        await pilot.press("shift+tab")
        await pilot.pause()
        assert app.screen.context.sidebar.panels[-1].has_focus


async def test_the_measure_changes_within_bounds_and_the_place_stays(app):
    async with app.run_test(size=(200, 40)) as pilot:
        await pilot.press("d")
        top = app.screen.context.view.viewport.top_offset
        await pilot.press("+", "+", "-")
        assert app.screen.context.view.measure == 76
        assert app.screen.context.view.viewport.visible_range()[0] <= top
        await pilot.press(*["-"] * 40)
        assert app.screen.context.view.measure == 20


async def test_zen_leaves_nothing_but_the_text(app):
    async with app.run_test(size=(120, 40)) as pilot:
        await pilot.press("z")
        await pilot.pause()
        assert not app.screen.context.sidebar.display
        assert not app.screen.context.header.display
        assert app.screen.context.status.hints == ()
        await pilot.press("escape")
        await pilot.pause()
        assert app.screen.context.sidebar.display


async def test_the_footer_offers_what_helps_now(app):
    async with app.run_test(size=(120, 40)) as pilot:
        await pilot.pause()

        def offered() -> list[str]:
            return [f"{hint.key} {hint.does}" for hint in app.screen.context.status.hints]

        assert "/ search" in offered()
        await pilot.press("]")
        assert "n next" in offered()
        await pilot.press("1")
        await pilot.pause()
        assert "s sort" in offered()
        await pilot.press("0", "v")
        await pilot.pause()
        assert "y copy" in offered()
        assert offered()[-1] == "? help"


@pytest.mark.parametrize("size", [(80, 24), (120, 40), (60, 20)], ids=lambda size: f"{size[0]}x{size[1]}")
async def test_the_reader_looks_as_in_its_picture(app, picture, size):
    """Compare with tests/tui/pictures; NEWSREADER_UPDATE_PICTURES=1 draws the pictures anew."""
    file = PICTURES / f"reader_{size[0]}x{size[1]}.txt"
    async with app.run_test(size=size) as pilot:
        await pilot.press("1", "enter", "n")
        await pilot.pause()
        drawn = picture(app)
    if os.environ.get("NEWSREADER_UPDATE_PICTURES"):
        file.write_text(drawn, "utf-8")
    assert drawn == file.read_text("utf-8")
