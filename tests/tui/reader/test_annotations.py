"""What the reader writes is on disk before the screen shows it, and all of it can be taken back."""

from __future__ import annotations

from typing import TYPE_CHECKING

from newsreader.annotations.model import COLOURS, Kind
from newsreader.annotations.notebook import Notebook
from newsreader.store.errors import LibraryError
from tui.article.active_matches import MatchKind

if TYPE_CHECKING:
    from collections.abc import Callable


def kept(app, library, article) -> tuple:
    """Read the annotations from the library as another window would."""
    return Notebook(library, app.screen.context.notebook.record, article).annotations


async def write(pilot, text: str) -> None:
    await pilot.pause()
    await pilot.press(*(("space" if letter == " " else letter) for letter in text))
    await pilot.press("f2")
    await pilot.pause()


async def until(pilot, so: Callable[[], bool]) -> None:
    for _ in range(200):
        await pilot.pause(0.01)
        if so():
            return
    raise AssertionError("it never came to that")


async def test_a_sentence_is_highlighted_and_coloured_anew_each_time(app, library, article):
    async with app.run_test(size=(100, 24)) as pilot:
        await pilot.press("}")
        colours = []
        for _ in range(len(COLOURS) + 1):
            await pilot.press("H")
            (annotation,) = kept(app, library, article)
            colours.append(annotation.colour)
        assert colours == [*COLOURS, COLOURS[0]]
        assert annotation.quote.startswith("OSLO: Mayor Ingrid Solheim said")
        assert annotation.quote.endswith("ten more years.")


async def test_a_selection_is_made_by_motions_and_highlighted(app, library, article):
    async with app.run_test(size=(100, 24)) as pilot:
        await pilot.press("}", "v", "e", "e", "e")
        assert app.screen.context.selecting
        await pilot.press("H")
        assert not app.screen.context.selecting
        (annotation,) = kept(app, library, article)
        assert annotation.quote == "OSLO: Mayor Ingrid"


async def test_while_selecting_the_same_keys_mean_motions(app):
    async with app.run_test(size=(100, 24)) as pilot:
        await pilot.press("}")
        top = app.screen.context.view.viewport.top_offset
        await pilot.press("v", "l", "j", "w", "b", "$")
        start, end = app.screen.context.view.selecting.span
        assert end - start > 80
        assert app.screen.context.view.viewport.top_offset == top
        await pilot.press("escape")
        assert not app.screen.context.selecting


async def test_whole_sentences_are_selected(app, article):
    async with app.run_test(size=(100, 24)) as pilot:
        await pilot.press("}", "V", ")", ")")
        start, end = app.screen.context.view.selecting.span
        assert article.text[start:end].endswith("nine to four.")


async def test_a_note_is_written_on_the_sentence_shown_in_its_panel_and_changed(app, library, article):
    async with app.run_test(size=(100, 30)) as pilot:
        await pilot.press("}", "}", "}", "a")
        await write(pilot, "Which islands")
        (annotation,) = kept(app, library, article)
        assert (annotation.kind, annotation.text) == (Kind.NOTE, "Which islands")
        assert annotation.quote.startswith("Also read")
        assert app.screen.context.sidebar.panels[4].face.count == "1"
        await pilot.press("a")
        await write(pilot, " indeed")
        assert kept(app, library, article)[0].text == "Which islands indeed"


async def test_a_note_on_a_name_is_on_the_entity(app, library, article):
    async with app.run_test(size=(100, 30)) as pilot:
        await pilot.press("]", "a")
        await write(pilot, "Mayor")
        (annotation,) = kept(app, library, article)
        assert annotation.entity == "person:ingrid-solheim"


async def test_a_note_is_asked_for_in_a_panel(app, library, article):
    async with app.run_test(size=(100, 30)) as pilot:
        await pilot.press("3", "a")
        await write(pilot, "Runs it")
        (annotation,) = kept(app, library, article)
        assert annotation.entity == "organisation:norled"


async def test_a_note_on_the_whole_article(app, library, article):
    async with app.run_test(size=(100, 30)) as pilot:
        await pilot.press("A")
        await write(pilot, "Read again")
        (annotation,) = kept(app, library, article)
        assert (annotation.start, annotation.entity) == (None, None)


async def test_deleting_undoing_and_redoing(app, library, article):
    async with app.run_test(size=(100, 24)) as pilot:
        await pilot.press("}", "H", "D")
        assert kept(app, library, article) == ()
        await pilot.press("U")
        assert len(kept(app, library, article)) == 1
        assert app.screen.context.status.notice.startswith("undo")
        await pilot.press("ctrl+r")
        assert kept(app, library, article) == ()
        await pilot.press("D")
        assert "no annotation here" in app.screen.context.status.notice


async def test_annotations_are_stepped_through_as_matches(app):
    async with app.run_test(size=(100, 24)) as pilot:
        await pilot.press("}", "H", "}", "}", "}", "H", "g", ")")
        assert app.screen.context.reading.matches.kind is MatchKind.ANNOTATION
        assert app.screen.context.reading.current == 0
        await pilot.press("n")
        assert app.screen.context.reading.current == 1
        await pilot.press("(")
        assert app.screen.context.reading.current == 0
        await pilot.press("D")
        assert len(app.screen.context.reading.matches) == 1


async def test_annotations_are_there_again_when_the_article_is_opened_again(app_with):
    app = app_with()
    async with app.run_test(size=(100, 24)) as pilot:
        await pilot.press("}", "H", "q")
    app = app_with()
    async with app.run_test(size=(100, 24)) as pilot:
        await pilot.pause()
        (annotation,) = app.screen.context.notebook.annotations
        assert app.screen.context.view.text_layers.annotation_at(annotation.start) == annotation.id
        await pilot.press("5", "enter")
        await pilot.pause()
        assert app.screen.context.view.viewport.cursor == annotation.start


async def test_another_window_s_annotations_appear(app, library, article):
    async with app.run_test(size=(100, 24)) as pilot:
        await pilot.pause()
        other = Notebook(library, app.screen.context.notebook.record, article)
        other.highlight(40, 60, "green")
        app.screen.controllers.annotations.look_for_news()
        await pilot.pause()
        assert app.screen.context.view.text_layers.annotation_at(45) is not None
        assert app.screen.context.sidebar.panels[4].face.count == "1"


async def test_what_could_not_be_kept_is_said_and_not_shown(app, monkeypatch):
    def fail(*_args: object) -> None:
        raise LibraryError("The disk is full; nothing was kept.")

    async with app.run_test(size=(100, 24)) as pilot:
        await pilot.press("}")
        monkeypatch.setattr(Notebook, "highlight", fail)
        await pilot.press("H")
        assert app.screen.context.status.notice == "The disk is full; nothing was kept."
        assert app.screen.context.notebook.annotations == ()


async def test_the_keys_for_quitting_do_not_throw_away_a_note_that_is_being_written(app):
    async with app.run_test(size=(100, 30)) as pilot:
        await pilot.press("A")
        await pilot.pause()
        await pilot.press("Q", "ctrl+q", "q")
        await pilot.pause()
        assert app.is_running
        assert type(app.screen).__name__ == "NoteEditor"


async def test_what_was_being_written_when_the_reader_died_is_there_again(app_with, library, monkeypatch):
    monkeypatch.setattr("tui.dialogs.note_editor.DRAFT_DELAY", 0.001)
    app = app_with()
    async with app.run_test(size=(100, 30)) as pilot:
        await pilot.press("A")
        await pilot.pause()
        await pilot.press(*"half")
        key = f"{app.screen_stack[-2].context.notebook.record.id} article"
        await until(pilot, lambda: library.draft(key) == "half")

    app = app_with()
    async with app.run_test(size=(100, 30)) as pilot:
        await pilot.press("A")
        await pilot.pause()
        assert app.screen.text == "half"
        await pilot.press("f2")
        await pilot.pause()
        assert [each.text for each in app.screen.context.notebook.annotations] == ["half"]
        assert library.draft(f"{app.screen.context.notebook.record.id} article") is None


async def test_a_draft_that_is_thrown_away_does_not_come_back(app, library, monkeypatch):
    monkeypatch.setattr("tui.dialogs.note_editor.DRAFT_DELAY", 0.001)
    async with app.run_test(size=(100, 30)) as pilot:
        await pilot.press("A")
        await pilot.pause()
        await pilot.press(*"no")
        key = f"{app.screen_stack[-2].context.notebook.record.id} article"
        await until(pilot, lambda: library.draft(key) == "no")
        await pilot.press("escape")
        await pilot.pause()
        await pilot.press("d")
        await pilot.pause()
        assert library.draft(key) is None
        assert app.screen.context.notebook.annotations == ()


async def test_an_edited_article_says_what_became_of_its_notes(app_with, library, make_article):
    before = make_article(
        "Ferry late", "The ferry was late again on Monday.", "The mayor promised more boats by spring."
    )
    after = make_article("Ferry late", "The mayor promised more boats by spring.", "The harbour master said nothing.")
    notebook = Notebook(library, library.remember(before), before)
    start = before.text.index("promised more boats")
    notebook.highlight(start, start + len("promised more boats"), COLOURS[0])
    lost = before.text.index("late again")
    notebook.note("Again?", start=lost, end=lost + len("late again"))

    app = app_with(load=lambda _: after)
    async with app.run_test(size=(100, 24)) as pilot:
        await pilot.pause()
        placed, orphans = app.screen.context.notebook.annotations, app.screen.context.notebook.orphans
        assert [after.text[each.start : each.end] for each in placed] == ["promised more boats"]
        assert [each.text for each in orphans] == ["Again?"]
        assert app.screen.context.status.notice.startswith("The article was edited.")
