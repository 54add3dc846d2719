"""All corrections are in one list; each can be gone to and taken back by itself; a mention says whose word it is."""

from __future__ import annotations

import pytest

from tui.dialogs.choice import Choice

MAYOR = "person:ingrid-solheim"
NORLED = "organisation:norled"
DAHL = "person:per-dahl"


def found(app, entity_id: str):
    return app.screen.context.reading.entity(entity_id)


async def press(pilot, *keys: str) -> None:
    for key in keys:
        await pilot.press(key)
        await pilot.pause()


async def test_without_corrections_there_is_no_list(app):
    async with app.run_test(size=(80, 24)) as pilot:
        await press(pilot, "R")
        assert app.screen.context.status.notice.startswith("Nothing has been corrected")


@pytest.mark.parametrize("size", [(100, 30), (80, 24), (60, 20)])
async def test_what_was_rejected_by_mistake_comes_back_though_other_acts_came_after_it(
    app_with, size, picture, monkeypatch
):
    monkeypatch.setenv("NO_COLOR", "1")
    app = app_with()
    async with app.run_test(size=size) as pilot:
        await press(pilot, "3", "x", "1", "r", "l", "0", "}", "H", "q")
    app = app_with()
    async with app.run_test(size=size) as pilot:
        await pilot.pause()
        assert found(app, NORLED) is None
        await press(pilot, "R")
        assert isinstance(app.screen, Choice)
        shown = picture(app)
        assert "17 September 2024" in shown.splitlines()[0]
        assert shown.index("✓ Made Ingrid Solheim a place") < shown.index("✓ Took Norled off the entities")
        reader = app.screen_stack[-2]
        await press(pilot, "j", "x")
        assert reader.context.reading.entity(NORLED) is not None
        assert reader.context.reading.entity(MAYOR).category == "place"
        assert isinstance(app.screen, Choice)
        shown = picture(app)
        assert "Took Norled" not in shown
        assert "Taken back: took Norled off" in shown
        await press(pilot, "escape")
        assert app.screen.context.status.notice.startswith("Taken back: took Norled off the entities")
        await press(pilot, "U")
        assert found(app, NORLED) is None
        assert app.screen.context.status.notice.startswith("undo: put back: took Norled off")


async def test_enter_goes_to_what_the_correction_is_about(app, article):
    async with app.run_test(size=(100, 30)) as pilot:
        await press(pilot, "3", "x", "1", "j", "r", "o")
        await press(pilot, "R", "j", "enter")
        assert app.screen.context.view.viewport.cursor == article.text.index("Norled")
        assert app.screen.context.view.has_focus
        await press(pilot, "R", "enter")
        assert app.screen.context.reading.entity_id == DAHL


async def test_what_holds_everywhere_is_declined_for_this_article_alone(app_with, make_article, picture):
    app = app_with()
    async with app.run_test(size=(100, 30)) as pilot:
        await press(pilot, "3", "r", "space", "l")
    other = make_article("Boats", "Norled bought two boats, and Norled is glad.")
    app = app_with(load=lambda _: other)
    async with app.run_test(size=(100, 30)) as pilot:
        await press(pilot, "R")
        assert "✓? Made Norled a place everywhere (your gazetteer)" in picture(app)
        await press(pilot, "D")
        assert found(app, NORLED).category == "organisation"
        assert "in this article" in app.screen.context.status.notice
    app = app_with()
    async with app.run_test(size=(100, 30)) as pilot:
        await pilot.pause()
        assert found(app, NORLED).category == "place"


async def test_what_holds_everywhere_is_removed_for_good_from_another_article_and_comes_back(
    app_with, make_article, picture
):
    app = app_with()
    async with app.run_test(size=(100, 30)) as pilot:
        await press(pilot, "3", "r", "space", "l")
    other = make_article("Boats", "Norled bought two boats, and Norled is glad.")
    app = app_with(load=lambda _: other)
    async with app.run_test(size=(100, 30)) as pilot:
        await press(pilot, "R")
        assert "X everywhere" in picture(app)
        await press(pilot, "X")
        assert not isinstance(app.screen, Choice)
        assert app.screen.context.status.notice.startswith("Removed for all articles: made Norled a place everywhere")
        assert found(app, NORLED).category == "organisation"
    for key, category, said in (
        ("U", "place", "undo: removed everywhere: made Norled a place"),
        ("ctrl+r", "organisation", "redo: removed everywhere: made Norled a place"),
    ):
        app = app_with(load=lambda _: other)
        async with app.run_test(size=(100, 30)) as pilot:
            await press(pilot, key)
            assert app.screen.context.status.notice.startswith(said)
            assert found(app, NORLED).category == category
        app = app_with()
        async with app.run_test(size=(100, 30)) as pilot:
            await pilot.pause()
            assert found(app, NORLED).category == category


async def test_what_holds_here_alone_is_not_removed_everywhere(app, picture):
    async with app.run_test(size=(100, 30)) as pilot:
        await press(pilot, "3", "x", "R", "X")
        assert "That holds in this article alone" in picture(app)
        assert "Took Norled off the entities" in picture(app)


async def test_the_status_line_reads_out_what_is_under_the_cursor_and_whose_word_it_is(app, article):
    async with app.run_test(size=(120, 30)) as pilot:
        await pilot.pause()
        app.screen.context.view.viewport.go_to(article.text.index("Norled,"))
        app.screen.controllers.status.refresh()
        assert app.screen.context.status.detail == "Norled · organisation · found"
        await press(pilot, "r", "l")
        app.screen.controllers.status.refresh()
        assert app.screen.context.status.detail == "Norled · place · ✓ corrected by you"
        await press(pilot, "H")
        assert app.screen.context.status.detail.endswith("▍ yellow highlight")


async def test_a_mention_that_the_person_gave_is_told_apart_in_panel_card_and_status_line(app, article, picture):
    async with app.run_test(size=(120, 40)) as pilot:
        await pilot.pause()
        app.screen.context.view.viewport.go_to(article.text.index("Harbour News"))
        start = article.text.index("The mayor, Ingrid")
        app.screen.context.view.selecting.between(start, start + 8)
        await press(pilot, "r", "space", "space", "p")
        await press(pilot, "1", "slash", *"The m", "enter")
        name = app.screen.context.reading.matches.title
        assert name == "The mayor"
        assert app.screen.context.status.detail.startswith("✓ corrected by you")
        await press(pilot, "enter")
        assert "✓  The mayor, Ingrid" in picture(app)
        await press(pilot, "escape", "1", "right")
        assert "✓  … The mayor, Ingrid" in picture(app)


async def test_a_card_lists_the_notes_that_link_to_the_entity(app, article, picture):
    async with app.run_test(size=(120, 40)) as pilot:
        await pilot.pause()
        app.screen.context.notebook.note("Ask [[Solheim]] about it")
        app.screen.context.notebook.note("Nobody")
        app.screen.controllers.annotations.show()
        app.screen.controllers.cards.show(found(app, MAYOR))
        await pilot.pause()
        assert "✎ Ask [[Solheim]] about it" in picture(app)
        assert "✎ Nobody" not in picture(app)
