"""Another window changes the note that is being edited: both texts are shown, and one of them or both hold."""

from __future__ import annotations

import pytest

from newsreader.annotations.notebook import Notebook
from tui.dialogs.note_editor import NoteEditor
from tui.dialogs.question import Question

MINE, THEIRS = "Ask Ann", "Ask Bob"


def other_window(app, library, article) -> Notebook:
    return Notebook(library, app.screen.context.notebook.record, article)


async def overtaken(app, pilot, library, article, *, deleted: bool = False, theirs: str = THEIRS) -> None:
    """Edit the note on the article here, while another window changes or deletes it."""
    app.screen.context.notebook.note("Ask", start=0, end=4)
    await pilot.press("g", "g", "a")
    await pilot.pause()
    assert isinstance(app.screen, NoteEditor)
    reader = app.screen_stack[-2]
    other = Notebook(library, reader.context.notebook.record, article)
    (note,) = other.annotations
    other.delete(note.id) if deleted else other.edit(note.id, theirs)
    await pilot.press("space", "A", "n", "n", "f2")
    await pilot.pause()


def texts(app, library, article) -> list[str]:
    return [each.text for each in other_window(app, library, article).annotations]


@pytest.mark.parametrize(
    ("key", "kept", "undone"), [("m", MINE, THEIRS), ("t", THEIRS, MINE), ("b", f"{THEIRS}\n\n{MINE}", THEIRS)]
)
async def test_both_texts_are_shown_and_one_is_chosen(app, library, article, key, kept, undone):
    async with app.run_test(size=(100, 24)) as pilot:
        await overtaken(app, pilot, library, article)
        assert isinstance(app.screen, Question)
        shown = " ".join(str(each.content) for each in app.screen.query("Static"))
        assert MINE in shown
        assert THEIRS in shown
        await pilot.press(key)
        await pilot.pause()
        assert texts(app, library, article) == [kept]
        assert library.draft(f"{app.screen.context.notebook.record.id} {note_id(app)}") is None
        await pilot.press("U")
        assert texts(app, library, article) == [undone]


def note_id(app) -> str:
    (note,) = app.screen.context.notebook.annotations
    return note.id


async def test_who_does_not_choose_goes_on_later(app, library, article):
    async with app.run_test(size=(100, 24)) as pilot:
        await overtaken(app, pilot, library, article)
        await pilot.press("escape")
        await pilot.pause()
        assert texts(app, library, article) == [THEIRS]
        await pilot.press("a")
        await pilot.pause()
        assert isinstance(app.screen, NoteEditor)
        assert app.screen.text == MINE
        await pilot.press("f2")
        await pilot.pause()
        assert texts(app, library, article) == [MINE]


@pytest.mark.parametrize(("key", "kept"), [("m", [MINE]), ("escape", [MINE]), ("t", [])])
async def test_a_note_that_was_deleted_meanwhile(app, library, article, key, kept):
    async with app.run_test(size=(100, 24)) as pilot:
        await overtaken(app, pilot, library, article, deleted=True)
        assert isinstance(app.screen, Question)
        await pilot.press(key)
        await pilot.pause()
        assert texts(app, library, article) == kept


async def test_long_texts_fit_and_can_be_scrolled(app, library, article):
    async with app.run_test(size=(40, 12)) as pilot:
        await overtaken(app, pilot, library, article, theirs="Ask Bob\n" * 40)
        for each in app.screen.query("Button"):
            assert each.region.bottom <= 12
            assert each.region.height == 1
        for each in app.screen.query(".question--text"):
            assert each.region.height >= 1
        scrolled = app.screen.query(".question--text").first()
        scrolled.focus()
        await pilot.press("down", "down")
        await pilot.pause()
        assert scrolled.scroll_offset.y == 2


async def test_tags_that_another_window_gave(app, library, article):
    async with app.run_test(size=(100, 24)) as pilot:
        note = app.screen.context.notebook.note("Ask", start=0, end=4)
        await pilot.press("g", "g", "L")
        await pilot.pause()
        Notebook(library, app.screen_stack[-2].context.notebook.record, article).edit(note.id, "Ask #sea")
        await pilot.press("b", "o", "a", "t", "enter")
        await pilot.pause()
        assert isinstance(app.screen, Question)
        await pilot.press("b")
        await pilot.pause()
        (there,) = other_window(app, library, article).annotations
        assert set(there.tags) == {"sea", "boat"}
