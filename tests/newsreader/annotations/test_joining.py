"""Two articles that turn out to be one are joined, with notes on both sides, and all of it can be undone."""

from __future__ import annotations

from datetime import date
from typing import TYPE_CHECKING

import pytest

from newsreader.annotations.corrections import Scope
from newsreader.annotations.events import this_moment
from newsreader.annotations.journal_check import check_journals
from newsreader.annotations.model import Annotation, Kind
from newsreader.annotations.notebook import Notebook
from newsreader.article import Article, Metadata, Origin, OriginKind, Paragraph
from newsreader.entity import Category
from newsreader.store.errors import LibraryError

if TYPE_CHECKING:
    from collections.abc import Iterator

    from newsreader.store.library import Library

TEXT = "The ferry was late on Monday, the harbour master said. The mayor promised two boats by spring."


def article(location: str, text: str = TEXT) -> Article:
    return Article(text, (Paragraph(0, len(text)),), Metadata(title="Ferry"), Origin(OriginKind.FILE, location))


OLD, NEW = article("/old.txt"), article("/new.txt", f"Updated. {TEXT}")


@pytest.fixture
def library(each_library: Library) -> Iterator[Library]:
    yield each_library
    assert check_journals(each_library) == []


def opened(library: Library, of: Article = NEW) -> Notebook:
    return Notebook(library, library.remember(of), of)


def quotes(notebook: Notebook) -> list[str]:
    return sorted(each.quote or each.text for each in (*notebook.annotations, *notebook.orphans))


@pytest.fixture
def sides(library: Library) -> tuple[Notebook, Notebook]:
    """Both articles, with notes on each."""
    old, new = opened(library, OLD), opened(library)
    old.highlight(4, 9, "green")
    old.note("On all of it")
    new.bookmark(0, 7)
    return old, new


def joined(sides: tuple[Notebook, Notebook]) -> Notebook:
    old, new = sides
    assert new.join(old.record.id, "Ferry") == "took in “Ferry” with 2 annotations"
    return new


BOTH = ["On all of it", "Updated", "ferry"]


def test_both_sides_have_their_notes_afterwards_and_both_places_lead_to_one_article(
    library: Library, sides: tuple[Notebook, Notebook]
) -> None:
    new = joined(sides)
    assert quotes(new) == BOTH
    assert library.find(OLD) is not None
    assert quotes(opened(library, OLD)) == BOTH
    assert [each.article_id for each in library.recent()] == [new.record.id]
    assert [each.id for each in library.annotated()] == [new.record.id]


def test_a_window_that_had_the_other_one_open_writes_into_the_joined_one(
    library: Library, sides: tuple[Notebook, Notebook]
) -> None:
    old, new = sides
    joined(sides)
    assert old.refresh()
    assert quotes(old) == BOTH
    old.note("From the old window")
    assert new.refresh()
    assert "From the old window" in quotes(new)


def test_it_is_undone_and_done_again_by_name(library: Library, sides: tuple[Notebook, Notebook]) -> None:
    old, new = sides
    joined(sides)
    new = opened(library)
    assert new.undo() == "undo: took in “Ferry” with 2 annotations"
    assert quotes(new) == ["Updated"]
    assert old.refresh() is False
    assert quotes(opened(library, OLD)) == ["On all of it", "ferry"]
    assert len(library.recent()) == 2
    assert new.redo() == "redo: took in “Ferry” with 2 annotations"
    assert quotes(new) == BOTH == quotes(opened(library, OLD))
    assert (new.undo(), new.undo(), new.undo()) == (
        "undo: took in “Ferry” with 2 annotations",
        "undo: set bookmark “Updated”",
        None,
    )


def test_undoing_it_at_the_other_place_goes_on_with_what_was_done_there(
    library: Library, sides: tuple[Notebook, Notebook]
) -> None:
    joined(sides)
    old = opened(library, OLD)
    assert old.undo() == "undo: took in “Ferry” with 2 annotations"
    assert quotes(old) == ["On all of it", "ferry"]
    assert old.undo() == "undo: wrote note “On all of it”"
    assert old.redo() == "redo: wrote note “On all of it”"
    assert old.redo() == "redo: took in “Ferry” with 1 annotation"
    assert quotes(old) == BOTH == quotes(opened(library))


def test_what_was_written_on_the_other_one_since_it_was_undone_comes_along(
    library: Library, sides: tuple[Notebook, Notebook]
) -> None:
    new = joined(sides)
    new.undo()
    opened(library, OLD).note("Later")
    assert new.redo() == "redo: took in “Ferry” with 3 annotations"
    assert quotes(new) == ["Later", *BOTH]


def test_corrections_and_the_date_come_along(library: Library, sides: tuple[Notebook, Notebook]) -> None:
    old, new = sides
    old.corrections.add(4, 9, Category.ORGANISATION)
    old.corrections.add(34, 41, Category.PLACE, scope=Scope.EVERYWHERE)
    old.date_article(date(2024, 6, 19))
    joined(sides)
    new.refresh()
    assert [(each.subject.name, each.here) for each in new.corrections.all] == [("harbour", False), ("ferry", True)]
    assert new.overlay.published == date(2024, 6, 19)
    new.undo()
    assert [each.subject.name for each in new.corrections.all] == ["harbour"]
    assert new.overlay.published is None


def test_marks_come_along(library: Library, sides: tuple[Notebook, Notebook]) -> None:
    old, new = sides
    library.set_mark(old.record, "a", TEXT.index("The mayor"))
    joined(sides)
    assert library.marks(new.record) == {"a": NEW.text.index("The mayor")}


def test_a_third_place_takes_in_both(library: Library, sides: tuple[Notebook, Notebook]) -> None:
    new = joined(sides)
    third = opened(library, article("/third.txt", "A third one."))
    third.join(new.record.id, "Ferry")
    assert quotes(third) == BOTH == quotes(opened(library, OLD))
    third.undo()
    assert quotes(third) == []
    assert quotes(opened(library, OLD)) == BOTH


def test_what_is_part_of_another_article_is_not_taken_in_again(
    library: Library, sides: tuple[Notebook, Notebook]
) -> None:
    old_id = sides[0].record.id
    new = joined(sides)
    assert new.join(old_id, "Ferry") is None
    third = opened(library, article("/third.txt", "A third one."))
    with pytest.raises(LibraryError, match="part of another"):
        third.join(old_id, "Ferry")
    assert third.annotations == ()


def test_the_same_import_on_both_sides_is_there_once_and_twice_if_it_was_edited(library: Library) -> None:
    now = this_moment()
    same = [Annotation(text.lower(), Kind.NOTE, None, None, text, None, now, now) for text in ("Same", "Other")]
    old, new = opened(library, OLD), opened(library)
    old.take_in("a file", same)
    new.take_in("a file", same)
    old.edit("other", "Edited")
    new.join(old.record.id, "Ferry")
    assert quotes(new) == ["Edited", "Other", "Same"]
