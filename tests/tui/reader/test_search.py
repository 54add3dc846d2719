"""Searching shows its hits while one types; enter keeps them, escape puts everything back."""

from __future__ import annotations

import asyncio

from tui.article.active_matches import Matches, MatchKind
from tui.article.text_search import search


async def type_text(pilot, text: str) -> None:
    await pilot.press("slash")
    await pilot.press(*(("space" if letter == " " else letter) for letter in text))
    await pilot.pause()


async def test_hits_are_shown_while_typing(app, article):
    async with app.run_test(size=(100, 20)) as pilot:
        await type_text(pilot, "ferr")
        reading = app.screen.context.reading
        assert reading.matches.kind is MatchKind.SEARCH
        assert len(reading.matches) == article.text.casefold().count("ferr")
        assert reading.current == 0
        assert not app.screen.context.view.has_focus


async def test_enter_keeps_the_hits_and_ctrl_o_goes_back(app):
    async with app.run_test(size=(100, 20)) as pilot:
        await type_text(pilot, "the last word")
        await pilot.press("enter")
        await pilot.pause()
        view = app.screen.context.view
        assert view.has_focus
        assert app.screen.context.reading.matches.title == "/the last word"
        assert view.viewport.visible_range()[0] > 0
        await pilot.press("ctrl+o")
        assert view.viewport.visible_range()[0] == 0


async def test_escape_puts_place_and_matches_back(app):
    async with app.run_test(size=(100, 20)) as pilot:
        await pilot.press("2", "enter", "n")
        await pilot.pause()
        reading, here = app.screen.context.reading, app.screen.context.here
        before = reading.entity_id, reading.current
        await type_text(pilot, "the last word")
        assert app.screen.context.here != here
        await pilot.press("escape")
        await pilot.pause()
        assert (reading.entity_id, reading.current) == before
        assert app.screen.context.here == here
        assert app.screen.context.view.has_focus


async def test_a_phrase_is_found_across_line_ends_and_with_any_case(app):
    async with app.run_test(size=(60, 20)) as pilot:
        await type_text(pilot, "between kalvøy and the mainland")
        assert len(app.screen.context.reading.matches) == 1


async def test_capitals_are_taken_at_their_word(app):
    async with app.run_test(size=(100, 20)) as pilot:
        await type_text(pilot, "Ferry")
        assert len(app.screen.context.reading.matches) == 0
        await pilot.press("enter")
        await pilot.pause()
        assert app.screen.context.reading.matches is None
        assert "not in this article" in app.screen.context.status.notice


async def test_a_regular_expression_can_be_given_and_a_bad_one_is_said(app, picture):
    async with app.run_test(size=(100, 20)) as pilot:
        await pilot.press("slash", "alt+r", "[", "0", "-", "9")
        await app.workers.wait_for_complete()
        await pilot.pause()
        assert "not a regular expression" in picture(app)
        await pilot.press("]", "{", "4", "}")
        await app.workers.wait_for_complete()
        await pilot.pause()
        assert [app.screen.context.text[start : start + 4] for start in app.screen.context.reading.matches.starts] == [
            "2019",
            "2026",
        ]


async def test_the_search_keys_do_not_run_commands(app):
    async with app.run_test(size=(100, 20)) as pilot:
        await type_text(pilot, "qzn")
        assert app.is_running
        assert not app.screen.has_class("-zen")


async def test_the_bar_can_be_left_for_the_article_and_gone_back_to(app):
    async with app.run_test(size=(100, 20)) as pilot:
        await type_text(pilot, "ferry")
        app.screen.context.view.focus()
        await pilot.press("slash")
        await pilot.pause()
        assert not app.screen.context.view.has_focus
        await pilot.press("escape")
        await pilot.pause()
        assert app.screen.context.view.has_focus
        assert app.screen.context.reading.matches is None


async def test_while_hits_are_counted_the_status_line_says_so_in_words(app):
    async with app.run_test(size=(100, 20)) as pilot:
        await pilot.pause()
        context, hits = app.screen.context, Matches("/the", [0, 9], [3, 12], MatchKind.SEARCH, counted=False)
        app.screen.controllers.mentions._matches.show(hits, 0)
        assert context.status.headline == "/the counting…"


async def test_a_long_text_is_searched_between_the_keys(app, article, monkeypatch):
    monkeypatch.setattr("tui.reader.controllers.search.AT_ONCE", 0)
    async with app.run_test(size=(100, 20)) as pilot:
        await type_text(pilot, "ferrx")
        await pilot.press("backspace")
        await app.workers.wait_for_complete()
        await pilot.pause()
        assert len(app.screen.context.reading.matches) == article.text.casefold().count("ferr")
        assert app.screen.context.reading.matches.counted
        await pilot.press("enter")
        await pilot.pause()
        assert app.screen.context.reading.matches.title == "/ferr"
        assert app.screen.context.view.has_focus


async def test_enter_does_not_wait_for_the_count(app, monkeypatch):
    """Hits that come later are kept, and so is the way back; that there are none is said when it is known."""
    go_on = asyncio.Event()

    async def slow(text, expression):
        await go_on.wait()
        return next(found for found in search(text, expression, 0) if found is not None and found.counted)

    monkeypatch.setattr("tui.reader.controllers.search.search_expression", slow)
    async with app.run_test(size=(100, 20)) as pilot:
        for words, keys in (("the last word", ("slash", "f4")), ("nowhere", ("slash",))):
            go_on.clear()
            await pilot.press(*keys)
            app.screen.query_one("#search-pattern").value = words
            await pilot.pause()
            await pilot.press("enter")
            assert app.screen.context.view.has_focus
            go_on.set()
            await app.workers.wait_for_complete()
            await pilot.pause()
            if words == "nowhere":
                assert "not in this article" in app.screen.context.status.notice
            else:
                assert app.screen.context.reading.matches.title == "/the last word"
                await pilot.press("ctrl+o", "escape")
                assert app.screen.context.view.viewport.visible_range()[0] == 0


async def test_a_step_brings_the_counter_back_from_behind_what_was_said(app):
    async with app.run_test(size=(100, 20)) as pilot:
        await type_text(pilot, "ferry")
        await pilot.press("enter")
        app.screen.context.say("Something happened.")
        await pilot.press("n")
        assert app.screen.context.status.notice == ""
        assert app.screen.context.status.headline.startswith("/ferry ")


async def test_stepping_goes_on_from_the_place_when_it_was_moved(app):
    async with app.run_test(size=(120, 40)) as pilot:
        await pilot.press("/", *"ferry", "enter")
        await pilot.pause()
        reading, viewport = app.screen.context.reading, app.screen.context.view.viewport
        matches = reading.matches
        assert len(matches) > 3
        viewport.go_to(matches.starts[2] - 1)
        await pilot.press("n")
        assert (reading.current, viewport.cursor) == (2, matches.starts[2])
        viewport.go_to(matches.starts[1] - 1)
        await pilot.press("N")
        assert reading.current == 0
