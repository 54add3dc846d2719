"""The reader says when the article was published: its dates are counted anew, at once and ever after."""

from __future__ import annotations

import threading
from datetime import date

import pytest
from given_dates import given_dates

from newsreader.analysis.client import Analysed
from newsreader.annotations.corrections import Overlay
from newsreader.annotations.notebook import Notebook
from newsreader.entity import Category
from newsreader.sources import load
from tui.base.captions import published
from tui.dialogs.date_dialog import DateDialog
from tui.reader import reading


async def press(pilot, *keys: str) -> None:
    for key in keys:
        await pilot.press(key)
        await pilot.pause()


async def set_date(pilot, typed: str) -> None:
    await press(pilot, "P", "ctrl+u", *typed, "enter")


def values(app) -> list[str]:
    """What the dates of the article stand for: on Tuesday, by March 2026, on Wednesday, will … on Tuesday."""
    dates = [each for each in app.screen.context.reading.entities if each.category is Category.DATE]
    return [each.mentions[0].time.value for each in dates]


STATED = ["2024-09-17", "2026-03", "2024-09-18"]
GIVEN = ["2020-03-03", "2026-03", "2020-03-04", "2020-03-10"]


@pytest.mark.parametrize("size", [(120, 40), (80, 24), (40, 12)])
async def test_the_date_is_typed_and_everything_moves_and_is_undone_with_one_key(app, size, library, article):
    async with app.run_test(size=size) as pilot:
        await pilot.pause()
        assert values(app) == STATED
        await press(pilot, "P")
        assert isinstance(app.screen, DateDialog)
        assert app.screen.query_one("#article-date").region.bottom <= size[1]
        await press(pilot, "ctrl+u", *"4 march 2020", "enter")
        assert values(app) == GIVEN
        assert app.screen.context.status.notice == "The article is now dated 4 March 2020; U undoes it."
        assert app.screen.context.header.about.endswith("4 March 2020")
        assert Notebook(library, app.screen.context.notebook.record, article).overlay.published == date(2020, 3, 4)
        await press(pilot, "U")
        assert values(app) == STATED
        assert app.screen.context.header.about.endswith("17 September 2024")
        await press(pilot, "ctrl+r")
        assert values(app) == GIVEN


async def test_it_holds_when_the_article_is_opened_again_without_its_being_analysed_otherwise(app_with, analyst):
    app = app_with()
    async with app.run_test(size=(100, 30)) as pilot:
        await set_date(pilot, "2020-03-04")
    app = app_with()
    async with app.run_test(size=(100, 30)) as pilot:
        await pilot.pause()
        assert values(app) == GIVEN
        assert app.screen.context.header.about.endswith("4 March 2020")
        assert app.screen.context.reading.analysis.entities != app.screen.context.reading.entities
    assert [each.metadata.published for each in analyst.opened] == [date(2024, 9, 17)] * 2


async def test_an_empty_line_goes_back_to_what_the_article_says(app, picture):
    async with app.run_test(size=(100, 30)) as pilot:
        await set_date(pilot, "4 Mar 2020")
        await press(pilot, "P", "ctrl+u")
        assert "The article says 17 September 2024." in picture(app)
        await press(pilot, "enter")
        assert values(app) == STATED
        assert app.screen.context.status.notice == "The article has its own date again; U brings yours back."
        await press(pilot, "U")
        assert values(app) == GIVEN


async def test_what_is_no_day_is_said_and_the_dialog_stays(app, picture):
    async with app.run_test(size=(100, 30)) as pilot:
        await press(pilot, "P", "ctrl+u", *"03/04/2020")
        assert "Day and month of 03/04/2020 could be either" in picture(app)
        await press(pilot, "enter")
        assert isinstance(app.screen, DateDialog)
        await press(pilot, "escape")
        assert values(app) == STATED


async def test_enter_on_the_article_in_the_timeline_asks_for_its_date(app, picture):
    async with app.run_test(size=(120, 40)) as pilot:
        await press(pilot, "4")
        assert "◆ this article" in picture(app)
        await press(pilot, "g", "enter")
        assert isinstance(app.screen, DateDialog)
        await press(pilot, "ctrl+u", *"2020-03-04", "enter")
        assert "◆ this article ✓" in picture(app)
        assert app.screen.context.sidebar.front.has_focus


async def test_a_date_given_before_anything_is_found_holds_for_what_comes(app_with, make_analyst, analyse, article):
    analyst = make_analyst(waits=True)
    app = app_with(client=analyst)
    async with app.run_test(size=(100, 30)) as pilot:
        await set_date(pilot, "2020-03-04")
        assert app.screen.context.header.about.endswith("4 March 2020")
        analyst.tell(Analysed(analyse(article)))
        await pilot.pause()
        assert values(app) == GIVEN


async def test_the_dates_of_a_long_article_are_counted_in_a_thread_while_the_reader_goes_on(app, monkeypatch):
    go_on, counted = threading.Event(), Overlay.counted

    def held(*arguments):
        go_on.wait(10)
        return counted(*arguments)

    monkeypatch.setattr(reading, "LONG", 0)
    monkeypatch.setattr(Overlay, "counted", held)
    async with app.run_test(size=(100, 30)) as pilot:
        go_on.set()
        await pilot.pause()
        go_on.clear()
        await set_date(pilot, "2020-03-04")
        assert values(app) == STATED
        await press(pilot, "j")
        go_on.set()
        await app.workers.wait_for_complete()
        assert values(app) == GIVEN
        await press(pilot, "U")
        await app.workers.wait_for_complete()
        assert values(app) == STATED


async def test_a_correction_does_not_count_the_dates_again(app, monkeypatch):
    async with app.run_test(size=(100, 30)) as pilot:
        await set_date(pilot, "2020-03-04")
        monkeypatch.setattr(Overlay, "counted", lambda *_: pytest.fail("counted again"))
        shown = app.screen.context.reading
        app.screen.controllers.annotations.change(
            lambda notebook: notebook.corrections.reject(shown.entities[0]) and ""
        )
        assert values(app) == GIVEN


async def test_another_window_s_date_arrives_by_itself(app, library, article):
    async with app.run_test(size=(100, 30)) as pilot:
        await pilot.pause()
        Notebook(library, app.screen.context.notebook.record, article).date_article(date(2020, 3, 4))
        app.screen.controllers.annotations.look_for_news()
        assert values(app) == GIVEN
        assert app.screen.context.header.about.endswith("4 March 2020")


async def test_without_a_library_there_is_one_sentence(app_with):
    app = app_with(library=None)
    async with app.run_test(size=(100, 30)) as pilot:
        await press(pilot, "P")
        assert app.screen.context.status.notice == "Nothing can be kept: there is no library."


GUESSED = (
    "Pact signed in Pyongyang",
    "It was his first visit in 24 years, since July 2000, and crowds cheered on Wednesday (June 19).",
)


async def test_a_day_that_nothing_states_is_marked_until_the_person_gives_one(app_with, library, picture, tmp_path):
    (tmp_path / "pact.txt").write_text("\n\n".join(GUESSED), encoding="utf-8")
    article = load(str(tmp_path / "pact.txt"))
    app = app_with(load=lambda _: article)
    async with app.run_test(size=(120, 40)) as pilot:
        await pilot.pause()
        assert app.screen.context.header.about.endswith("19 June 2024?")
        await press(pilot, "P")
        said = "The article itself does not say; 19 June 2024? is a guess from “Wednesday (June 19)”"
        await press(pilot, "ctrl+u")
        assert said in " ".join(str(app.screen.query_one("#date-meaning").render()).split())
        await press(pilot, *"2024-06-19", "enter")
        assert app.screen.context.header.about.endswith("19 June 2024")
        await press(pilot, "U")
        assert app.screen.context.header.about.endswith("19 June 2024?")
    (recent,) = given_dates(library)
    assert published(recent) == "19 June 2024?"
