"""Two windows change one annotation: the later one is told, sees both texts, and chooses; nothing vanishes."""

from __future__ import annotations

from typing import TYPE_CHECKING

import pytest

from newsreader.annotations.editing import Choice
from newsreader.annotations.model import AnnotationError
from newsreader.annotations.notebook import Notebook
from newsreader.article import Article, Metadata, Origin, OriginKind, Paragraph
from newsreader.store.library import Library

if TYPE_CHECKING:
    from collections.abc import Callable, Iterator
    from pathlib import Path

    from newsreader.annotations.model import Annotation, EditConflict

TEXT = "The ferry sank off the coast. Divers found it on Monday."
ARTICLE = Article(TEXT, (Paragraph(0, len(TEXT)),), Metadata(), Origin(OriginKind.FILE, "/news/ferry.txt"))


@pytest.fixture
def windows(tmp_path: Path) -> Iterator[tuple[Notebook, Notebook, Annotation]]:
    """Two notebooks on one article, each with a library of its own, and a note that both show."""
    with Library.open(tmp_path / "library.db") as one, Library.open(tmp_path / "library.db") as other:
        record = one.remember(ARTICLE)
        first = Notebook(one, record, ARTICLE)
        note = first.note("Ask", start=4, end=9)
        yield first, Notebook(other, record, ARTICLE), note


def texts(*notebooks: Notebook) -> list[list[str]]:
    for each in notebooks:
        each.refresh()
    return [[annotation.text for annotation in each.annotations] for each in notebooks]


def conflict_of(act: Callable[[], object]) -> EditConflict:
    with pytest.raises(AnnotationError, match="in another window") as caught:
        act()
    assert caught.value.conflict is not None
    return caught.value.conflict


@pytest.mark.parametrize(
    ("choice", "kept", "undone"),
    [
        (Choice.MINE, "Ask Ann", "Ask Bob"),
        (Choice.THEIRS, "Ask Bob", "Ask Ann"),
        (Choice.BOTH, "Ask Bob\n\nAsk Ann", "Ask Bob"),
    ],
)
def test_the_later_one_sees_both_and_chooses(
    windows: tuple[Notebook, Notebook, Annotation], choice: Choice, kept: str, undone: str
) -> None:
    first, second, note = windows
    second.edit(note.id, "Ask Bob")
    conflict = conflict_of(lambda: first.edit(note.id, "Ask Ann"))
    assert (conflict.seen.text, conflict.mine) == ("Ask", "Ask Ann")
    assert conflict.theirs is not None
    assert conflict.theirs.text == "Ask Bob"
    assert texts(first, second) == [["Ask Bob"], ["Ask Bob"]]
    first.settle(conflict, choice)
    assert texts(first, second) == [[kept], [kept]]
    first.undo()
    assert texts(first, second) == [[undone], [undone]]


def test_what_was_seen_when_the_editor_opened_counts_and_not_what_came_since(
    windows: tuple[Notebook, Notebook, Annotation],
) -> None:
    first, second, note = windows
    second.edit(note.id, "Ask Bob")
    first.refresh()
    conflict_of(lambda: first.edit(note.id, "Ask Ann", seen=note))
    first.edit(note.id, "Ask Ann")
    assert texts(second) == [["Ask Ann"]]


def test_who_is_overtaken_while_choosing_is_asked_again(windows: tuple[Notebook, Notebook, Annotation]) -> None:
    first, second, note = windows
    second.edit(note.id, "Ask Bob")
    conflict = conflict_of(lambda: first.edit(note.id, "Ask Ann"))
    second.edit(note.id, "Ask Cleo")
    for choice in Choice:
        again = conflict_of(lambda choice=choice: first.settle(conflict, choice))
        assert again.theirs is not None
        assert again.theirs.text == "Ask Cleo"
    first.settle(again, Choice.BOTH)
    assert "Ask Cleo" in texts(second)[0][0]


def test_the_same_text_is_no_conflict_nor_is_another_colour(windows: tuple[Notebook, Notebook, Annotation]) -> None:
    first, second, note = windows
    second.edit(note.id, "Ask Bob")
    second.recolour(note.id, "green")
    assert first.edit(note.id, "Ask Bob").text == "Ask Bob"
    assert texts(first, second) == [["Ask Bob"], ["Ask Bob"]]


@pytest.mark.parametrize(("choice", "kept"), [(Choice.MINE, ["Ask Ann"]), (Choice.THEIRS, [])])
def test_a_note_that_was_deleted_meanwhile_can_be_kept(
    windows: tuple[Notebook, Notebook, Annotation], choice: Choice, kept: list[str]
) -> None:
    first, second, note = windows
    second.delete(note.id)
    conflict = conflict_of(lambda: first.edit(note.id, "Ask Ann"))
    assert conflict.theirs is None
    first.settle(conflict, choice)
    assert texts(first, second) == [kept, kept]
    if choice is Choice.THEIRS:
        first.undo()
        assert texts(second) == [["Ask Ann"]]
    (there,) = second.annotations
    assert (there.start, there.end, there.quote) == (4, 9, "ferry")


def test_tags_of_both_windows_can_be_kept(windows: tuple[Notebook, Notebook, Annotation]) -> None:
    first, second, note = windows
    second.edit(note.id, "Ask Bob")
    assert first.retag(note.id, ["sea"]).text == "Ask Bob\n#sea"
    second.refresh()
    second.retag(note.id, ["sea", "coast"])
    conflict = conflict_of(lambda: first.retag(note.id, ["boats"]))
    assert conflict.theirs is not None
    assert (conflict.theirs.tags, conflict.mine) == (("sea", "coast"), "Ask Bob\n#boats")
    first.settle(conflict, Choice.BOTH)
    assert set(second.annotations[0].tags) == {"sea", "coast"}
    second.refresh()
    assert set(second.annotations[0].tags) == {"sea", "coast", "boats"}
    second.delete(note.id)
    assert conflict_of(lambda: first.retag(note.id, ["x"])).theirs is None


def test_colour_place_and_deletion_never_go_over_what_was_not_seen(
    windows: tuple[Notebook, Notebook, Annotation],
) -> None:
    first, second, note = windows
    second.recolour(note.id, "green")
    with pytest.raises(AnnotationError, match="changed in another window"):
        first.recolour(note.id, "pink")
    assert first.annotations[0].colour == "green"
    assert first.recolour(note.id, "pink").colour == "pink"
    second.refresh()
    second.attach(note.id, 30, 36)
    with pytest.raises(AnnotationError, match="changed in another window"):
        first.attach(note.id, 0, 3)
    second.edit(note.id, "Ask Bob")
    with pytest.raises(AnnotationError, match="changed in another window"):
        first.delete(note.id)
    assert texts(first) == [["Ask Bob"]]
    first.delete(note.id)
    assert texts(second) == [[]]
