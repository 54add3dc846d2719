"""The note editor: saving, closing, drafts."""

from __future__ import annotations

from contextlib import asynccontextmanager
from typing import TYPE_CHECKING, Any

import pytest
from sidebar_app import PanelApp

from tui.dialogs import note_editor
from tui.dialogs.note_editor import NoteEditor
from tui.dialogs.question import Question

if TYPE_CHECKING:
    from collections.abc import AsyncIterator

    from textual.pilot import Pilot

OPEN = "still open"


@asynccontextmanager
async def writing(
    *arguments: Any, size: tuple[int, int] = (80, 24), **options: Any
) -> AsyncIterator[tuple[PanelApp, Pilot[None], list[Any]]]:
    """Open the editor; the list holds what it returned, or `OPEN`."""
    app, results = PanelApp(), [OPEN]

    def returned(result: str | None) -> None:
        results[:] = [result]

    async with app.run_test(size=size) as pilot:
        app.push_screen(NoteEditor(*arguments, **options), returned)
        await pilot.pause()
        yield app, pilot, results


@pytest.mark.parametrize("key", ["ctrl+s", "f2", "ctrl+enter"])
async def test_each_of_the_saving_keys_returns_the_text(key: str) -> None:
    async with writing("Russia") as (_, pilot, results):
        await pilot.press(*"Why", "enter", *"so?", key)
        assert results == ["Why\nso?"]


async def test_it_can_be_saved_with_tab_and_enter() -> None:
    async with writing("Russia") as (_, pilot, results):
        await pilot.press(*"Why", "tab", "enter")
        assert results == ["Why"]


async def test_it_can_be_saved_and_given_up_with_the_mouse() -> None:
    async with writing("Russia", "Why") as (_, pilot, results):
        await pilot.press("!")
        await pilot.click("#note-save")
        assert results == ["Why!"]
    async with writing("Russia", "Why") as (_, pilot, results):
        await pilot.click("#note-cancel")
        assert results == [None]


async def test_the_cursor_starts_behind_the_text() -> None:
    async with writing("Russia", "one\ntwo") as (_, pilot, results):
        await pilot.press("!", "ctrl+s")
        assert results == ["one\ntwo!"]


async def test_saving_what_did_not_change_changes_nothing() -> None:
    async with writing("Russia", "Why") as (_, pilot, results):
        await pilot.press("ctrl+s")
        assert results == [None]


async def test_a_note_that_was_emptied_returns_the_empty_text() -> None:
    async with writing("Russia", "a") as (_, pilot, results):
        await pilot.press("backspace", "f2")
        assert results == [""]


async def test_escape_closes_at_once_when_nothing_was_written() -> None:
    async with writing("Russia", "Why") as (_, pilot, results):
        await pilot.press("escape")
        assert results == [None]


@pytest.mark.parametrize(
    ("keys", "result"), [(("s",), "Why"), (("d",), None), (("w",), OPEN), (("escape",), OPEN), (("tab", "enter"), None)]
)
async def test_escape_asks_when_something_was_written(keys: tuple[str, ...], result: str | None) -> None:
    async with writing("Russia") as (app, pilot, results):
        await pilot.press(*"Why", "escape")
        assert isinstance(app.screen, Question)
        await pilot.press(*keys)
        assert results == [result]


class Kept:
    """Takes drafts, and remembers which were to be there at once."""

    def __init__(self) -> None:
        self.soon: list[str] = []
        self.now: list[str] = []

    def write_soon(self, text: str) -> None:
        self.soon.append(text)

    def write(self, text: str) -> None:
        self.now.append(text)


async def test_a_draft_is_handed_over_in_a_moment_and_never_after_the_end(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(note_editor, "DRAFT_DELAY", 0.001)
    drafts = Kept()
    async with writing("Russia", drafts=drafts) as (_, pilot, _results):
        await pilot.press("W")
        while not drafts.soon:
            await pilot.pause()
        assert drafts.soon == ["W"]
    monkeypatch.setattr(note_editor, "DRAFT_DELAY", 3600)
    drafts = Kept()
    async with writing("Russia", drafts=drafts) as (_, pilot, results):
        await pilot.press("W", "ctrl+s")
        assert (results, drafts.soon, drafts.now) == (["W"], [], [])


async def test_a_draft_waits_for_no_pause_in_the_typing() -> None:
    drafts = Kept()
    async with writing("Russia", drafts=drafts) as (_, pilot, _results):
        while len(drafts.soon) < 2:
            await pilot.press("a")


async def test_a_draft_that_was_taken_back_is_handed_over_too(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(note_editor, "DRAFT_DELAY", 0.001)
    drafts = Kept()
    async with writing("Russia", "Why", drafts=drafts) as (_, pilot, _results):
        await pilot.press("!")
        while "Why!" not in drafts.soon:
            await pilot.pause()
        await pilot.press("backspace")
        while drafts.soon[-1] != "Why":
            await pilot.pause()


async def test_the_end_of_the_application_waits_for_the_draft(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(note_editor, "DRAFT_DELAY", 3600)
    drafts = Kept()
    async with writing("Russia", "Why", drafts=drafts) as (app, pilot, _results):
        editor = app.screen
        assert isinstance(editor, NoteEditor)
        editor.keep()
        assert drafts.now == []
        await pilot.press("!")
        editor.keep()
        assert drafts.now == ["Why!"]


async def test_a_draft_is_gone_on_with_and_counts_as_not_saved(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(note_editor, "DRAFT_DELAY", 0.001)
    drafts = Kept()
    async with writing("Russia", "Why", drafts=drafts) as (app, pilot, results):
        assert isinstance(app.screen, NoteEditor)
        app.screen.go_on_with("Why not")
        await pilot.pause()
        assert drafts.soon == []
        await pilot.press("escape")
        assert isinstance(app.screen, Question)
        await pilot.press("s")
        assert results == ["Why not"]


async def test_a_draft_that_comes_late_stands_before_what_was_written_meanwhile() -> None:
    async with writing("Russia", drafts=Kept()) as (app, pilot, results):
        await pilot.press(*"so?")
        assert isinstance(app.screen, NoteEditor)
        app.screen.go_on_with("Why")
        await pilot.press("!", "ctrl+s")
        assert results == ["Why\n\nso?!"]


async def test_pasted_control_characters_do_not_get_into_the_note() -> None:
    from textual.events import Paste

    async with writing("Russia") as (app, pilot, results):
        assert app.focused is not None
        app.focused.post_message(Paste("a\x1b[31mb\r\nc\u202ed"))
        await pilot.press("ctrl+s")
        (text,) = results
        assert "\x1b" not in text
        assert "\u202e" not in text
        assert text.endswith("b\ncd")


async def test_it_fits_a_small_terminal_and_shows_markup_as_it_is() -> None:
    async with writing("[red]x[/]", quote="“[b]" + "long " * 60, size=(40, 12)) as (app, _, _results):
        for name in ("#note-text", "#note-save", "#note-cancel"):
            region = app.screen.query_one(name).region
            assert region.height >= 1
            assert app.screen.region.contains_region(region)
        assert app.screen.query_one("#note-text").size.height >= 2
        assert str(app.screen.query_one(".dialog--title").render()) == "Note on [red]x[/]"  # type: ignore[attr-defined]
