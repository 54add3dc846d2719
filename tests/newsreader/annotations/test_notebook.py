"""The notebook: notes and highlights, undo and redo, two windows on one article, an edited article."""

from __future__ import annotations

from typing import TYPE_CHECKING, NamedTuple

import pytest
import sql
from hypothesis import given
from hypothesis import strategies as st

from newsreader import __version__
from newsreader.annotations.editing import Choice
from newsreader.annotations.model import COLOURS, AnnotationError, Kind
from newsreader.annotations.notebook import Notebook
from newsreader.article import Article, Metadata, Origin, OriginKind, Paragraph
from newsreader.store.errors import LibraryError
from newsreader.store.library import Library

if TYPE_CHECKING:
    from collections.abc import Iterator
    from pathlib import Path

TEXT = "SEOUL: The president signed a deal on Wednesday. The minister said that the pledge was a mutual one."


class Open(NamedTuple):
    """An open article."""

    library: Library
    notebook: Notebook

    def again(self, text: str = TEXT) -> Notebook:
        """Another notebook on the same article, perhaps edited."""
        return open_in(self.library, text)


def article(text: str = TEXT) -> Article:
    return Article(text, (Paragraph(0, len(text)),), Metadata(), Origin(OriginKind.FILE, "/news/pact.txt"))


def open_in(library: Library, text: str = TEXT) -> Notebook:
    return Notebook(library, library.remember(article(text)), article(text))


def span(quote: str, text: str = TEXT) -> tuple[int, int]:
    start = text.index(quote)
    return start, start + len(quote)


@pytest.fixture
def reading() -> Iterator[Open]:
    with Library.in_memory() as library:
        yield Open(library, open_in(library))


def test_a_highlight_has_its_quote_and_colour(reading: Open) -> None:
    made = reading.notebook.highlight(*span("president"), "green")
    assert (made.kind, made.quote, made.colour, made.text) == (Kind.HIGHLIGHT, "president", "green", "")
    assert (made.start, made.end) == span("president")
    assert made.prefix.endswith("The ")
    assert made.suffix.startswith(" signed")
    assert reading.notebook.annotations == (made,)
    assert reading.again().annotations == (made,)


def test_a_note_may_be_on_a_span_an_entity_or_the_article(reading: Open) -> None:
    on_span = reading.notebook.note("check", start=0, end=5)
    on_entity = reading.notebook.note("who?", entity="person:the-president")
    on_article = reading.notebook.note("biased? #doubt")
    assert (on_span.quote, on_span.entity) == ("SEOUL", None)
    assert (on_entity.quote, on_entity.start, on_entity.entity) == ("", None, "person:the-president")
    assert (on_article.start, on_article.end, on_article.tags) == (None, None, ("doubt",))
    assert all(annotation.placed for annotation in reading.notebook.annotations)


def test_annotations_are_in_order_with_those_on_the_article_first(reading: Open) -> None:
    for quote in ("pledge", "SEOUL", "deal"):
        reading.notebook.highlight(*span(quote), "blue")
    note = reading.notebook.note("on all of it")
    assert [annotation.quote for annotation in reading.notebook.annotations] == ["", "SEOUL", "deal", "pledge"]
    assert reading.notebook.annotations[0] == note


def test_a_note_can_be_edited_and_a_highlight_recoloured_and_annotated(reading: Open) -> None:
    note = reading.notebook.note("first")
    edited = reading.notebook.edit(note.id, "second")
    assert (edited.id, edited.text, edited.created) == (note.id, "second", note.created)
    assert edited.modified >= note.modified
    highlight = reading.notebook.highlight(0, 5, "yellow")
    assert reading.notebook.recolour(highlight.id, "pink").colour == "pink"
    assert reading.notebook.edit(highlight.id, "why").kind is Kind.HIGHLIGHT
    assert {(each.colour, each.text) for each in reading.again().annotations} == {(None, "second"), ("pink", "why")}


def test_a_deleted_annotation_is_returned_and_gone(reading: Open) -> None:
    note = reading.notebook.note("away")
    assert reading.notebook.delete(note.id) == note
    assert reading.notebook.annotations == ()
    with pytest.raises(AnnotationError, match="deleted"):
        reading.notebook.edit(note.id, "too late")


def test_wrong_arguments_are_refused_and_nothing_is_written(reading: Open) -> None:
    highlight = reading.notebook.highlight(0, 5, "yellow")
    for act in (
        lambda: reading.notebook.highlight(0, 5, "mauve"),
        lambda: reading.notebook.highlight(5, 5, "yellow"),
        lambda: reading.notebook.note("x", start=3, end=9999),
        lambda: reading.notebook.recolour(highlight.id, "mauve"),
    ):
        with pytest.raises(ValueError, match=r"no (colour|span)"):
            act()
    assert reading.again().annotations == (highlight,)


def test_control_characters_never_get_into_a_note(reading: Open) -> None:
    note = reading.notebook.note("a\x1b[31mred\u202e\ud800\nnote")
    assert "\n" in note.text
    assert all(character.isprintable() for character in note.text.replace("\n", ""))
    assert reading.again().annotations == (note,)


def test_the_annotation_at_an_offset_is_the_innermost(reading: Open) -> None:
    outer = reading.notebook.highlight(*span("The president signed a deal"), "yellow")
    inner = reading.notebook.note("who?", start=span("president")[0], end=span("president")[1])
    reading.notebook.note("on the article")
    assert reading.notebook.annotation_at(span("president")[0]) == inner
    assert reading.notebook.annotation_at(span("president")[1] - 1) == inner
    assert reading.notebook.annotation_at(span("president")[1]) == outer
    assert reading.notebook.annotation_at(0) is None


def test_undo_and_redo_name_what_they_did(reading: Open) -> None:
    notebook = reading.notebook
    highlight = notebook.highlight(*span("mutual"), "yellow")
    notebook.recolour(highlight.id, "green")
    note = notebook.note("Check this")
    notebook.edit(note.id, "Check that")
    notebook.delete(note.id)
    undone = [notebook.undo() for _ in range(6)]
    assert undone == [
        "undo: deleted note “Check that”",
        "undo: edited note “Check this”",
        "undo: wrote note “Check this”",
        "undo: coloured highlight green “mutual”",
        "undo: highlighted “mutual”",
        None,
    ]
    assert notebook.annotations == ()
    redone = [notebook.redo() for _ in range(6)]
    assert [str(sentence).removeprefix("redo: ") for sentence in redone] == [
        "highlighted “mutual”",
        "coloured highlight green “mutual”",
        "wrote note “Check this”",
        "edited note “Check that”",
        "deleted note “Check that”",
        "None",
    ]
    assert [(each.quote, each.colour) for each in notebook.annotations] == [("mutual", "green")]


def test_a_long_note_is_named_by_its_beginning(reading: Open) -> None:
    reading.notebook.note("word " * 100)
    sentence = reading.notebook.undo()
    assert sentence is not None
    assert len(sentence) < 70
    assert sentence.endswith("…”")


def test_undo_brings_a_deleted_annotation_back_as_it_was(reading: Open) -> None:
    note = reading.notebook.note("keep", start=0, end=5)
    reading.notebook.delete(note.id)
    reading.notebook.undo()
    assert reading.notebook.annotations == (note,)


def test_nothing_can_be_redone_after_a_new_act(reading: Open) -> None:
    reading.notebook.note("one")
    reading.notebook.undo()
    reading.notebook.note("two")
    assert reading.notebook.redo() is None


def test_undo_works_across_restarts(tmp_path: Path) -> None:
    path = tmp_path / "library.db"
    with Library.open(path) as library:
        note = open_in(library).note("yesterday's")
        open_in(library).delete(note.id)
    with Library.open(path) as library:
        notebook = open_in(library)
        assert notebook.undo() == "undo: deleted note “yesterday's”"
        assert notebook.annotations == (note,)
    with Library.open(path) as library:
        assert open_in(library).redo() == "redo: deleted note “yesterday's”"


def test_undo_is_of_this_article_alone(reading: Open) -> None:
    other = Article("Other.", (Paragraph(0, 6),), Metadata(), Origin(OriginKind.FILE, "/news/other.txt"))
    reading.notebook.note("here")
    notebook = Notebook(reading.library, reading.library.remember(other), other)
    assert notebook.undo() is None
    assert len(reading.again().annotations) == 1


def test_two_windows_see_each_others_notes(tmp_path: Path) -> None:
    path = tmp_path / "library.db"
    with Library.open(path) as one, Library.open(path) as other:
        mine, theirs = open_in(one), open_in(other)
        note = mine.note("from the first")
        assert not mine.refresh()
        assert theirs.annotations == ()
        assert theirs.refresh()
        assert not theirs.refresh()
        assert theirs.annotations == (note,)


def test_a_change_takes_in_what_the_other_window_did(tmp_path: Path) -> None:
    path = tmp_path / "library.db"
    with Library.open(path) as one, Library.open(path) as other:
        mine, theirs = open_in(one), open_in(other)
        mine.note("first")
        theirs.note("second")
        assert {note.text for note in theirs.annotations} == {"first", "second"}
        assert mine.undo() == "undo: wrote note “second”"
        assert [note.text for note in mine.annotations] == ["first"]


def test_an_annotation_that_another_window_deleted_cannot_be_changed(reading: Open) -> None:
    mine, theirs = reading.notebook, reading.again()
    note = mine.note("short-lived")
    theirs.refresh()
    mine.delete(note.id)
    for act in (lambda: theirs.edit(note.id, "x"), lambda: theirs.recolour(note.id, "blue")):
        with pytest.raises(AnnotationError, match="another window"):
            act()
    assert theirs.annotations == ()
    assert mine.undo() == "undo: deleted note “short-lived”"


def test_an_edited_article_keeps_its_annotations(reading: Open) -> None:
    made = reading.notebook.highlight(*span("pledge"), "orange")
    edited = f"Updated. {TEXT.replace('SEOUL', 'Seoul')}"
    (carried,) = reading.again(edited).annotations
    assert (carried.id, carried.start, carried.end) == (made.id, *span("pledge", edited))
    assert reading.again().annotations == (made,)


def test_what_the_text_no_longer_has_is_listed_apart_and_comes_back_with_it(reading: Open) -> None:
    made = reading.notebook.highlight(*span("pledge was a mutual"), "orange")
    reading.notebook.note("on the article")
    notebook = reading.again("Another text altogether.")
    assert [annotation.text for annotation in notebook.annotations] == ["on the article"]
    (orphan,) = notebook.orphans
    assert (orphan.id, orphan.quote, orphan.start, orphan.end) == (made.id, "pledge was a mutual", None, None)
    assert not orphan.placed
    assert notebook.edit(orphan.id, "still editable").text == "still editable"
    restored = reading.again()
    assert restored.orphans == ()
    assert (restored.annotations[1].start, restored.annotations[1].end) == span("pledge was a mutual")


def test_an_orphan_can_be_deleted_and_undone(reading: Open) -> None:
    reading.notebook.highlight(*span("pledge"), "orange")
    notebook = reading.again("Another text altogether.")
    notebook.delete(notebook.orphans[0].id)
    assert notebook.orphans == ()
    notebook.undo()
    assert len(notebook.orphans) == 1


def test_notes_on_different_versions_are_seen_together(reading: Open) -> None:
    edited = TEXT.replace("a deal", "a long-awaited deal")
    reading.notebook.highlight(*span("SEOUL"), "yellow")
    reading.again(edited).highlight(*span("long-awaited", edited), "blue")
    assert [each.quote for each in reading.again(edited).annotations] == ["SEOUL", "long-awaited"]
    back = reading.again()
    assert ([each.quote for each in back.annotations], [each.quote for each in back.orphans]) == (
        ["SEOUL"],
        ["long-awaited"],
    )


def test_events_carry_where_they_come_from_and_the_version_of_the_program(reading: Open) -> None:
    assert reading.notebook.note("mine").author == "person"
    with sql.reading(reading.library) as connection:
        assert connection.execute("SELECT author, app, kind FROM event").fetchall() == [
            ("person", __version__, "created")
        ]


def test_a_full_disk_changes_nothing_and_reading_goes_on(reading: Open) -> None:
    kept = reading.notebook.note("kept")
    with sql.reading(reading.library) as connection:
        pages = connection.execute("PRAGMA page_count").fetchone()[0]
        connection.execute(f"PRAGMA max_page_count = {pages}")
    with pytest.raises(LibraryError, match="disk is full"):
        reading.notebook.note("x" * 100_000)
    assert reading.notebook.annotations == (kept,)
    assert reading.again().annotations == (kept,)
    with sql.reading(reading.library) as connection:
        connection.execute(f"PRAGMA max_page_count = {pages * 100}")
    reading.notebook.note("x" * 100_000)
    assert len(reading.again().annotations) == 2
    assert reading.library.recent()[0].annotation_count == 2


ACTS = st.sampled_from(["highlight", "note", "edit", "recolour", "delete", "undo", "redo"])


@given(st.lists(st.tuples(ACTS, st.integers(0, 1), st.integers(0, 90), st.sampled_from(COLOURS)), max_size=25))
def test_after_any_acts_of_two_windows_all_see_the_same(acts: list[tuple[str, int, int, str]]) -> None:
    with Library.in_memory() as library:
        windows = [open_in(library), open_in(library)]
        for name, window, number, colour in acts:
            act(windows[window], name, number, colour)
        for window in windows:
            window.refresh()
        assert windows[0].annotations == windows[1].annotations == open_in(library).annotations
        assert library.recent()[0].annotation_count == len(windows[0].annotations)


def act(notebook: Notebook, name: str, number: int, colour: str) -> None:
    """Do something to the annotation that `number` picks, if there is any."""
    picked = notebook.annotations[number % len(notebook.annotations)].id if notebook.annotations else None
    try:
        match name, picked:
            case ("highlight", _):
                notebook.highlight(number, number + 5, colour)
            case ("note", _):
                notebook.note(f"note {number}")
            case ("undo" | "redo", _):
                notebook.undo() if name == "undo" else notebook.redo()
            case ("edit", str(picked)):
                notebook.edit(picked, f"edited {number}")
            case ("recolour", str(picked)):
                notebook.recolour(picked, colour)
            case ("delete", str(picked)):
                notebook.delete(picked)
    except AnnotationError as error:
        if error.conflict is not None:
            notebook.settle(error.conflict, list(Choice)[number % len(Choice)])
            return
        # Deleted by the other window, or changed; then it is seen now, and goes the second time.
        notebook.refresh()
        if picked in {annotation.id for annotation in notebook.annotations}:
            act(notebook, name, number, colour)
