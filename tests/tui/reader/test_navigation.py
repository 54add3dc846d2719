"""Moving about: lines, pages, jumps, marks, headings, articles, and coming back tomorrow."""

from __future__ import annotations

import pytest
from textual.widgets import OptionList

from newsreader.sources import SourceError


async def test_letters_and_named_keys_move_alike(app):
    async with app.run_test(size=(80, 20)) as pilot:
        await pilot.pause()
        view = app.screen.context.view
        for one, other in (("j", "down"), ("space", "pagedown"), ("G", "end")):
            await pilot.press("g", one)
            by_letter = app.screen.context.here
            await pilot.press("home", other)
            assert app.screen.context.here == by_letter
            assert by_letter.cursor > 0
        await pilot.press("k", "b", "u", "up", "pageup", "g")
        assert view.viewport.visible_range()[0] == 0


async def test_paragraphs_are_stepped_over(app, article):
    async with app.run_test(size=(80, 20)) as pilot:
        await pilot.press("}", "}")
        assert app.screen.context.view.viewport.cursor == article.paragraphs[2].start
        await pilot.press("{")
        assert app.screen.context.view.viewport.cursor == article.paragraphs[1].start


@pytest.mark.parametrize("back", ["ctrl+o", "backspace", "alt+left"])
async def test_the_ends_of_the_article_can_be_come_back_from(app, back):
    async with app.run_test(size=(80, 20)) as pilot:
        await pilot.press("d")
        here = app.screen.context.here
        await pilot.press("G", back)
        assert app.screen.context.here == here


async def test_going_back_at_the_first_place_is_said(app):
    async with app.run_test(size=(80, 20)) as pilot:
        await pilot.press("ctrl+o")
        assert "nowhere to go back" in app.screen.context.status.notice
        await pilot.press("alt+right")
        assert "nowhere to go forward" in app.screen.context.status.notice


async def test_a_mark_is_kept_in_the_library_and_gone_to(app, library):
    async with app.run_test(size=(80, 20)) as pilot:
        await pilot.press("space", "m", "a")
        viewport = app.screen.context.view.viewport
        marked = viewport.cursor
        assert marked > viewport.top_offset
        assert library.marks(app.screen.context.notebook.record) == {"a": marked}
        await pilot.press("g", "'", "a")
        assert viewport.cursor == marked
        await pilot.press("'", "'")
        assert viewport.cursor == 0
        await pilot.press("'", "'")
        assert viewport.cursor == marked


async def test_a_letter_after_m_runs_no_command(app):
    async with app.run_test(size=(80, 20)) as pilot:
        await pilot.press("m", "q")
        assert app.is_running
        assert "Mark q" in app.screen.context.status.notice
        await pilot.press("'", "x")
        assert "no mark x" in app.screen.context.status.notice


async def test_a_heading_is_chosen_from_a_list(app, article, picture):
    async with app.run_test(size=(80, 20)) as pilot:
        await pilot.press("t")
        await pilot.pause()
        assert all(words in picture(app) for words in ("Headings", "enter goes there · esc closes"))
        await pilot.press("j", "enter")
        await pilot.pause()
        assert app.screen.context.view.viewport.top_offset == article.text.index("What comes next")
        await pilot.press("t")
        await pilot.pause()
        assert app.screen.query_one(OptionList).highlighted == 1


async def test_each_of_several_articles_keeps_its_own_place_and_matches(app_with, article, make_article):
    other = make_article("Another title", *(f"Paragraph {number} says little." for number in range(60)))
    app = app_with(locations=("a", "b"), load=lambda index: (article, other)[index])
    async with app.run_test(size=(80, 20)) as pilot:
        await pilot.press("1", "enter", "n", "n", "n")
        await pilot.pause()
        here, current = app.screen.context.here, app.screen.context.reading.current
        await pilot.press("J")
        await app.workers.wait_for_complete()
        await pilot.pause()
        assert app.screen.context.header.headline == "Another title"
        assert app.screen.context.status.headline == ""
        assert app.screen.context.status.position.startswith("2 of 2")
        await pilot.press("space", "J")
        assert "the last article" in app.screen.context.status.notice
        there = app.screen.context.here
        await pilot.press("K")
        await pilot.pause()
        assert (app.screen.context.here, app.screen.context.reading.current) == (here, current)
        await pilot.press("J")
        await pilot.pause()
        assert app.screen.context.here == there


async def test_an_article_that_cannot_be_opened_is_said_and_reading_goes_on(app_with, article):
    def load(index: int):
        if index:
            raise SourceError("There is no file b.")
        return article

    app = app_with(locations=("a", "b"), load=load)
    async with app.run_test(size=(80, 20)) as pilot:
        await pilot.press("J")
        await app.workers.wait_for_complete()
        await pilot.pause()
        assert app.screen.context.status.notice == "There is no file b."
        assert app.screen.context.reading.article is article


async def test_the_place_is_there_again_tomorrow(app_with):
    app = app_with()
    async with app.run_test(size=(80, 20)) as pilot:
        await pilot.press("space", "space")
        await pilot.pause()
        here = app.screen.context.here
        await pilot.press("q")
    app = app_with()
    async with app.run_test(size=(80, 20)) as pilot:
        await pilot.pause()
        assert app.screen.context.here == here
        assert here.top > 0


async def test_quitting_at_once_after_a_jump_keeps_the_place(app_with, library):
    app = app_with()
    async with app.run_test(size=(80, 20)) as pilot:
        await pilot.press("G", "Q")
    assert library.recent()[0].progress > 0.9


async def test_reading_needs_no_library(app_with):
    app = app_with(library=None, notice="The library is damaged.")
    async with app.run_test(size=(80, 20)) as pilot:
        await pilot.press("space", "H")
        assert "no library" in app.screen.context.status.notice
        await pilot.press("m", "a")
        assert "library" in app.screen.context.status.notice


async def test_the_place_is_in_sight_again_whatever_the_size_of_the_screen(app_with):
    app = app_with()
    async with app.run_test(size=(80, 40)) as pilot:
        await pilot.press("d", "]")
        await pilot.pause()
        viewport = app.screen.context.view.viewport
        viewport.go_to(viewport.visible_range()[1] - 5)
        await pilot.press("k", "q")
        place = viewport.cursor
    app = app_with()
    async with app.run_test(size=(80, 10)) as pilot:
        await pilot.pause()
        viewport = app.screen.context.view.viewport
        assert viewport.cursor == place
        assert viewport.top <= viewport.row < viewport.top + viewport.height


async def test_keys_that_move_the_place_move_the_end_of_the_selection(app, article):
    async with app.run_test(size=(80, 20)) as pilot:
        view = app.screen.context.view
        await pilot.press("j", "v", "space")
        start, end = view.selecting.span
        assert (start, end - 1) == (article.paragraphs[1].start, view.viewport.cursor)
        await pilot.press("G")
        assert view.selecting.span == (start, view.viewport.cursor + 1)
        await pilot.press("escape")
        assert view.selecting.span is None


async def test_the_wheel_leaves_the_selection_alone_and_keeps_the_place_in_sight(app):
    async with app.run_test(size=(80, 20)) as pilot:
        view = app.screen.context.view
        await pilot.press("j", "v", "e")
        span = view.selecting.span
        view.viewport.scroll_lines(12)
        await pilot.pause()
        assert view.selecting.span == span
        assert view.viewport.row >= view.viewport.top
        await pilot.press("l")
        assert view.selecting.span == (span[0], span[1] + 1)


async def test_the_status_line_follows_the_place_without_any_scrolling(app, article):
    async with app.run_test(size=(120, 40)) as pilot:
        await pilot.pause()
        context = app.screen.context
        await pilot.press("j")
        assert context.status.detail == "Ingrid Solheim · person in this line · found"
        await pilot.press("k")
        assert context.status.detail == ""
        assert context.view.viewport.top == 0


async def test_a_click_in_the_gutter_is_come_back_from_to_just_the_same_screen(app):
    async with app.run_test(size=(80, 20)) as pilot:
        await pilot.press("space", "j")
        here = app.screen.context.here
        view = app.screen.context.view
        await pilot.click(view, offset=(view.size.width - 1, view.size.height - 1))
        assert app.screen.context.here != here
        await pilot.press("ctrl+o")
        assert app.screen.context.here == here
