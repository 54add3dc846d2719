"""The list of the articles that were opened together."""

from __future__ import annotations

import pytest
from textual.widgets import OptionList

from newsreader.sources import SourceError
from newsreader.store.records import ReadingPlace
from tui.dialogs.open_articles import OpenArticlesDialog

NAMES = ("/articles/ferry.txt", "/articles/gone.txt", "https://example.org/bridge", "/articles/new.txt")


@pytest.fixture
def several(app_with, article, make_article, library):
    """An app with four articles, of which the second cannot be opened and the third was read before."""
    bridge = make_article("The bridge", "It was never built.", location=NAMES[2], source="Island Post")
    library.save_place(library.remember(bridge), ReadingPlace(0, 0, 0.5))
    there = {0: article, 2: bridge, 3: make_article("Something new", "Nobody has read it.", location=NAMES[3])}

    def load(index):
        if index not in there:
            raise SourceError(f"There is no file {NAMES[index]}.")
        return there[index]

    app = app_with(locations=NAMES, load=load)
    app.there = there
    return app


async def settle(app, pilot):
    await app.workers.wait_for_complete()
    await pilot.pause()


async def test_all_are_listed_with_what_is_known_of_them(several, picture):
    async with several.run_test(size=(100, 30)) as pilot:
        await pilot.press("J")
        await settle(several, pilot)
        await pilot.press("I")
        await pilot.pause()
        drawn = picture(several)
        assert "4 open articles" in drawn
        for words in ("Harbour town votes to keep its ferry", "Harbour News · Oslo · 17 September 2024"):
            assert words in drawn
        assert "cannot be opened: There is no file /articles/gone.txt." in drawn
        assert "▌3  The bridge" in drawn
        assert "Island Post" in drawn
        assert several.screen.query_one(OptionList).highlighted == 2


async def test_what_was_read_before_is_known_before_it_is_opened(several, picture):
    async with several.run_test(size=(100, 30)) as pilot:
        await pilot.press("I")
        await pilot.pause()
        assert "━━━━━━────── 50 %" in picture(several)


async def test_one_is_chosen_by_typing(several):
    async with several.run_test(size=(100, 30)) as pilot:
        await pilot.press("I", *"NEW.txt", "enter")
        await settle(several, pilot)
        assert several.screen.context.header.headline == "Something new"
        assert several.screen.context.status.position.startswith("4 of 4")
        await pilot.press("I", "up", "up", "up", "enter")
        await settle(several, pilot)
        assert several.screen.context.header.headline == "Harbour town votes to keep its ferry"


async def test_one_is_chosen_by_a_click(several):
    async with several.run_test(size=(100, 30)) as pilot:
        await pilot.press("I")
        await pilot.pause()
        await pilot.click(OptionList, offset=(6, 5))
        await settle(several, pilot)
        assert several.screen.context.header.headline == "The bridge"


async def test_one_that_cannot_be_opened_says_why_and_is_tried_again(several, make_article, picture):
    async with several.run_test(size=(100, 30)) as pilot:
        await pilot.press("I", "down", "enter")
        await settle(several, pilot)
        assert several.screen.context.status.notice == "There is no file /articles/gone.txt."
        assert several.screen.context.header.headline.startswith("Harbour town")
        several.there[1] = make_article("It is back", "And can be read.")
        await pilot.press("I", "down", "enter")
        await settle(several, pilot)
        assert several.screen.context.header.headline == "It is back"
        await pilot.press("I")
        await pilot.pause()
        assert "cannot be opened" not in picture(several)


async def test_nothing_that_matches_can_be_chosen(several, picture):
    async with several.run_test(size=(100, 30)) as pilot:
        await pilot.press("I", *"zzz")
        await pilot.pause()
        assert "nothing matches" in picture(several)
        await pilot.press("enter")
        await pilot.pause()
        assert isinstance(several.screen, OpenArticlesDialog)
        await pilot.press("escape")
        assert several.screen.context.reading.index == 0


async def test_what_was_open_keeps_its_place_when_one_before_it_turns_out_to_be_several(app_with, make_article):
    names = ["/first.txt", "/week.papers", "/last.txt"]
    there = {name: make_article(name, "Words.") for name in (*names, "/week.papers#one", "/week.papers#two")}

    def load(index):
        if names[index] == "/week.papers":
            names[index : index + 1] = ["/week.papers#one", "/week.papers#two"]
        return there[names[index]]

    app = app_with(locations=names, load=load)
    async with app.run_test(size=(100, 30)) as pilot:
        await pilot.press("I", *"last", "enter")
        await settle(app, pilot)
        assert app.screen.context.status.position.startswith("3 of 3")
        await pilot.press("K")
        await settle(app, pilot)
        assert app.screen.context.header.headline == "/week.papers#one"
        await pilot.press("J", "J")
        await settle(app, pilot)
        assert app.screen.context.header.headline == "/last.txt"
        assert app.screen.context.status.position.startswith("4 of 4")


async def test_of_a_single_article_there_is_no_list(app):
    async with app.run_test(size=(140, 30)) as pilot:
        await pilot.press("I")
        await pilot.pause()
        assert "Only one article" in app.screen.context.status.notice
        assert "articles" not in {hint.does for hint in app.screen.context.status.hints}


async def test_it_is_offered_where_there_are_several(several):
    async with several.run_test(size=(160, 30)) as pilot:
        await pilot.pause()
        assert "articles" in {hint.does for hint in several.screen.context.status.hints}


async def test_it_works_on_a_tiny_screen_and_without_a_library(several, app_with):
    app = app_with(locations=NAMES, load=several.session.load, library=None)
    async with app.run_test(size=(30, 8)) as pilot:
        await pilot.press("I", "down", "pagedown", "pageup", "down", "enter")
        await settle(app, pilot)
        assert app.is_running
