"""Who appears with whom: from the article and from a card, to the paragraphs where two meet."""

from __future__ import annotations

import pytest

from tui.dialogs.company_dialog import CompanyDialog
from tui.dialogs.entity_card import EntityCard


async def press(pilot, *keys: str) -> None:
    for key in keys:
        await pilot.press(key)
        await pilot.pause()


@pytest.mark.parametrize("size", [(100, 30), (80, 24), (60, 20), (40, 12)])
async def test_the_pairs_of_the_article_lead_to_where_they_meet(app, size, picture):
    async with app.run_test(size=size) as pilot:
        await press(pilot, "C")
        assert isinstance(app.screen, CompanyDialog)
        assert app.screen.query_one("#company").region.bottom <= size[1]
        shown = picture(app)
        assert "Who appears with whom" in shown
        assert "Ingrid" in shown
        await press(pilot, "g", "enter")
        matches = app.screen.context.reading.matches
        assert matches is not None
        assert " & " in matches.title
        assert app.screen.context.text[matches.starts[0] : matches.ends[0]] in matches.title
        assert app.screen.context.reading.current == 0
        await press(pilot, "n")
        assert app.screen.context.reading.current == 1


async def test_a_name_is_typed_to_find_its_pairs(app, picture):
    async with app.run_test(size=(80, 24)) as pilot:
        await press(pilot, "C")
        pairs = app.screen.query_one("#pair-list")
        everybody = len(pairs.rows)
        await press(pilot, "slash", *"DAHL")
        assert 0 < len(pairs.rows) < everybody
        assert all("Dahl" in "".join(text for text, _ in pairs.rows.draw(row, 70)) for row in range(len(pairs.rows)))
        await press(pilot, *"xyz")
        assert "nobody of that name" in picture(app)
        await press(pilot, "enter", "enter")
        assert isinstance(app.screen, CompanyDialog)
        await press(pilot, "escape")
        assert len(pairs.rows) == everybody
        assert pairs.has_focus
        await press(pilot, "slash", *"dahl", "enter", "enter")
        assert "Per Dahl" in app.screen.context.reading.matches.title


async def test_a_card_names_the_company_and_leads_to_all_of_it(app, picture):
    async with app.run_test(size=(80, 24)) as pilot:
        await press(pilot, "]", "enter")
        assert isinstance(app.screen, EntityCard)
        assert "with " in picture(app)
        await press(pilot, "c")
        assert isinstance(app.screen, CompanyDialog)
        assert "appears with, by paragraphs" in picture(app)
        await press(pilot, "j", "escape")
        assert app.screen.context.reading.matches is None or " & " not in app.screen.context.reading.matches.title


async def test_before_anything_is_found_there_is_one_sentence(app_with, make_analyst):
    app = app_with(client=make_analyst(waits=True))
    async with app.run_test(size=(100, 30)) as pilot:
        await press(pilot, "C")
        assert app.screen.context.status.notice == "No names have been found yet."
