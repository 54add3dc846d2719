"""The keys that dialogs show below can be clicked, and then do what the key does."""

from __future__ import annotations

import pytest
from textual.widgets import Input

from tui.base.bars import HintLine
from tui.dialogs.company_dialog import CompanyDialog
from tui.dialogs.correction import CorrectionDialog
from tui.dialogs.entity_card import EntityCard
from tui.dialogs.export_dialog import ExportDialog
from tui.reader.screen import ReaderScreen

DIALOGS = {
    "card": ("1", "enter", "enter"),
    "company": ("C",),
    "correction": ("1", "enter", "r"),
    "corrections": ("1", "x", "0", "R"),
    "date": ("P",),
    "export": ("}", "H", "S"),
    "help": ("question_mark",),
    "links": ("1", "enter", "r", "s"),
    "note": ("A",),
    "tags": ("}", "H", "L"),
}


async def opened(app, pilot, *keys):
    await pilot.press(*keys)
    await pilot.pause()
    return app.screen


async def click(app, pilot, does):
    bar = app.screen.query_one(HintLine)
    left = bar.content_region.x - bar.region.x
    await pilot.click(bar, offset=(left + bar.render().plain.index(does), 0))
    await pilot.pause()


@pytest.mark.parametrize("keys", DIALOGS.values(), ids=DIALOGS)
async def test_a_click_on_the_way_out_leaves(app, keys):
    async with app.run_test(size=(120, 40)) as pilot:
        dialog = await opened(app, pilot, *keys)
        assert not isinstance(dialog, ReaderScreen)
        await click(app, pilot, "esc")
        assert app.screen is not dialog


@pytest.mark.parametrize("keys", DIALOGS.values(), ids=DIALOGS)
async def test_in_a_narrow_terminal_the_way_out_is_whole(app, keys):
    async with app.run_test(size=(60, 20)) as pilot:
        dialog = await opened(app, pilot, *keys)
        bar = dialog.query_one(HintLine)
        drawn = bar.render().plain
        assert f"esc {bar.hints[-1].does}" in drawn
        await click(app, pilot, "esc")
        assert app.screen is not dialog


async def test_a_click_on_any_other_key_does_what_it_says(app):
    async with app.run_test(size=(120, 40)) as pilot:
        assert isinstance(await opened(app, pilot, "1", "enter", "enter"), EntityCard)
        await click(app, pilot, "company")
        assert isinstance(app.screen, CompanyDialog)
        await click(app, pilot, "filters")
        assert app.screen.query_one(Input).has_focus
        await click(app, pilot, "closes")
        await click(app, pilot, "closes")
        assert isinstance(app.screen, ReaderScreen)
        dialog = await opened(app, pilot, "r")
        assert isinstance(dialog, CorrectionDialog)
        before = dialog.scope
        await click(app, pilot, "space")
        assert dialog.scope != before
        await click(app, pilot, "gives up")
        dialog = await opened(app, pilot, "}", "H", "S")
        assert isinstance(dialog, ExportDialog)
        before = dialog.format
        await click(app, pilot, "change")
        assert dialog.format is not before
        await click(app, pilot, "←")
        assert dialog.format is before


async def test_what_is_wrong_with_a_line_goes_when_it_is_mended(app):
    async with app.run_test(size=(120, 40)) as pilot:
        prompt = await opened(app, pilot, "}", "H", "L", *"1!", "enter")
        assert "can be no tag" in str(prompt.query_one(HintLine).render())
        await pilot.press("backspace")
        assert "takes it" in str(prompt.query_one(HintLine).render())
