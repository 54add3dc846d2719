"""The lesson of the first start: five things to do in the reader itself, once."""

from __future__ import annotations

import library_screen
import pytest
from textual.widgets import OptionList

from newsreader.config import Config
from tui.base.keymap import resolve
from tui.library.screen import LibraryScreen
from tui.reader.lesson import OVER, SETTING, STEPS, due
from tui.reader.screen import ReaderScreen


@pytest.fixture
def start(app_with):
    """The start screen."""
    return app_with(locations=())


async def settle(app, pilot) -> None:
    await library_screen.settle(app, pilot)
    if isinstance(app.screen, LibraryScreen):
        await library_screen.until(pilot, lambda: library_screen.titles(app))


def strip(app) -> str:
    """What the lesson says; empty if there is none."""
    return " ".join(str(each.render()) for each in app.screen.query("#lesson"))


async def press(app, pilot, *keys: str) -> None:
    for key in keys:
        await pilot.press(key)
        await settle(app, pilot)


async def test_it_comes_with_the_first_sample_and_never_again_once_it_is_over(start, library):
    async with start.run_test(size=(100, 40)) as pilot:
        await settle(start, pilot)
        assert strip(start) == ""
        await press(start, pilot, "enter")
        assert strip(start).startswith("Lesson, 1 of 5: j and k go by lines, space and b by pages.")
        await press(start, pilot, "X", "q", "G", "enter")
        assert isinstance(start.screen, ReaderScreen)
        assert strip(start) == ""
        assert library.setting(SETTING) == OVER


async def test_it_goes_on_when_the_reader_did_what_it_says(app_with, library):
    app = app_with(lesson=0)
    async with app.run_test(size=(100, 40)) as pilot:
        await settle(app, pilot)
        await press(app, pilot, "slash", "escape")
        assert "1 of 5" in strip(app)
        await press(app, pilot, "space", "b", "n")
        assert "2 of 5: 1 goes to the people: choose one with enter" in strip(app)
        await press(app, pilot, "1", "enter")
        assert "2 of 5" in strip(app)
        await press(app, pilot, "n")
        assert "3 of 5: enter opens the card" in strip(app)
        await press(app, pilot, "enter", "escape")
        assert "4 of 5: H highlights" in strip(app)
        await press(app, pilot, "H")
        assert "5 of 5: q leaves" in strip(app)
        await press(app, pilot, "question_mark", "escape")
        assert strip(app) == ""
        assert "That was the lesson" in app.screen.context.status.notice
        assert library.setting(SETTING) == OVER


@pytest.mark.parametrize("step", range(len(STEPS)))
@pytest.mark.parametrize("where", ["0", "1"])
async def test_one_key_ends_it_at_every_step_for_good(start, library, step: int, where: str):
    library.keep_setting(SETTING, str(step))
    async with start.run_test(size=(100, 40)) as pilot:
        await settle(start, pilot)
        await press(start, pilot, "enter", where)
        assert f"{step + 1} of 5" in strip(start)
        assert "X ends the lesson." in strip(start)
        await press(start, pilot, "X")
        assert strip(start) == ""
    assert library.setting(SETTING) == OVER
    assert due(library, first=True) is None


async def test_it_goes_on_where_it_was_left(start, app_with, library):
    async with start.run_test(size=(100, 40)) as pilot:
        await settle(start, pilot)
        await press(start, pilot, "enter", "j", "q", "enter")
        assert "2 of 5" in strip(start)
        await press(start, pilot, "Q")
    again = app_with(locations=())
    async with again.run_test(size=(100, 40)) as pilot:
        await settle(again, pilot)
        await press(again, pilot, "enter")
        assert "2 of 5" in strip(again)


async def test_leaving_at_the_last_step_is_what_it_asks_for(start, library):
    library.keep_setting(SETTING, str(len(STEPS) - 1))
    async with start.run_test(size=(100, 40)) as pilot:
        await settle(start, pilot)
        await press(start, pilot, "enter", "q")
        assert isinstance(start.screen, LibraryScreen)
    assert library.setting(SETTING) == OVER


async def test_articles_of_the_command_line_come_without_it(app_with, library):
    app = app_with()
    async with app.run_test(size=(100, 40)) as pilot:
        await settle(app, pilot)
        assert strip(app) == ""
    assert library.setting(SETTING) is None


async def test_who_has_read_before_is_not_taught(start, app_with, article, library):
    library.remember(article)
    async with start.run_test(size=(100, 40)) as pilot:
        await settle(start, pilot)
        await press(start, pilot, "G", "enter")
        assert isinstance(start.screen, ReaderScreen)
        assert strip(start) == ""


async def test_it_can_be_begun_again(app_with, library):
    library.keep_setting(SETTING, OVER)
    app = app_with()
    async with app.run_test(size=(100, 40)) as pilot:
        await settle(app, pilot)
        await press(app, pilot, "colon", *"tutorial")
        hits = app.screen.query_one(OptionList)
        while hits.option_count != 1 or hits.highlighted is None:
            await pilot.pause(0.01)
        await pilot.press("enter")
        while not strip(app):
            await pilot.pause(0.01)
        assert "1 of 5" in strip(app)
        await press(app, pilot, "j")
        assert "2 of 5" in strip(app)


@pytest.mark.parametrize("size", [(120, 40), (80, 24), (60, 20), (40, 12)])
@pytest.mark.parametrize("step", range(len(STEPS)))
async def test_all_of_it_is_there_on_every_screen(start, picture, library, size: tuple[int, int], step: int):
    library.keep_setting(SETTING, str(step))
    async with start.run_test(size=size) as pilot:
        await settle(start, pilot)
        top = start.size
        await press(start, pilot, "enter")
        assert " ".join(strip(start).split()) in " ".join(picture(start).split())
        assert start.screen.context.view.size.height >= size[1] // 3
        assert start.size == top


def test_it_names_the_keys_that_are_in_force() -> None:
    keymap = resolve(Config(keys={"article.line_down": ("f5",), "article.highlight": ()}).keys)
    assert STEPS[0].sentence(keymap).startswith("F5 and k ")
    assert STEPS[3].sentence(keymap).startswith("“Highlight” highlights")


def test_without_a_library_there_is_none() -> None:
    assert due(None, first=True) is None
