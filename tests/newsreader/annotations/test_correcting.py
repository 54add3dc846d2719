"""Corrections in the notebook: kept, undone by name, and in the gazetteer for other articles."""

from __future__ import annotations

from typing import TYPE_CHECKING

import pytest

from newsreader.annotations.corrections import Provenance, Scope, apply, occurrences
from newsreader.annotations.model import Kind
from newsreader.annotations.notebook import Notebook
from newsreader.article import Article, Metadata, Origin, OriginKind, Paragraph
from newsreader.entities.resolve import resolve
from newsreader.entity import Analysis, Category, Entity, Mention
from newsreader.languages import ENGLISH
from newsreader.store.library import Library

if TYPE_CHECKING:
    from pathlib import Path

OTHER = "Ann Lee saw Paris again."
TEXT = "Vladimir Putin met Ann Lee. Putin left Paris."


def article(text: str = TEXT, path: str = "/news/pact.txt") -> Article:
    return Article(text, (Paragraph(0, len(text)),), Metadata(), Origin(OriginKind.FILE, path))


def open_in(library: Library, text: str = TEXT, path: str = "/news/pact.txt") -> Notebook:
    return Notebook(library, library.remember(article(text, path)), article(text, path))


def analysis(text: str = TEXT) -> Analysis:
    spans = [span for name in ("Vladimir Putin", "Ann Lee", "Paris") for span in occurrences(text, name)]
    mentions = [Mention(*span, "PERSON", Category.PERSON) for span in spans]
    return Analysis("0" * 64, "test 1", tuple(resolve(text, mentions, ENGLISH)), 1, 1)


def entity(name: str) -> Entity:
    return next(each for each in analysis().entities if each.name == name)


def names(notebook: Notebook, text: str = TEXT) -> list[str]:
    return [each.name for each in apply(analysis(text), notebook.corrections.all, text).analysis.entities]


@pytest.fixture
def library(each_library: Library) -> Library:
    return each_library


def test_a_correction_is_kept_and_undone_by_name(library: Library) -> None:
    notebook = open_in(library)
    notebook.corrections.merge(entity("Ann Lee"), entity("Vladimir Putin"))
    assert names(open_in(library)) == ["Vladimir Putin", "Paris"]
    assert open_in(library).undo() == "undo: merged Ann Lee into Vladimir Putin"
    notebook.refresh()
    assert notebook.corrections.all == ()
    assert notebook.redo() == "redo: merged Ann Lee into Vladimir Putin"


def test_each_step_is_named(library: Library) -> None:
    notebook = open_in(library)
    paris = entity("Paris")
    (mention,) = paris.mentions
    notebook.corrections.recategorise(paris, Category.PLACE)
    notebook.corrections.recategorise(paris, Category.ORGANISATION, mention, scope=Scope.MENTION)
    notebook.corrections.rename(paris, "City of Paris", scope=Scope.EVERYWHERE)
    notebook.corrections.bound(paris, mention, mention.start - 5, mention.end)
    notebook.corrections.split(paris, mention)
    notebook.corrections.add(*occurrences(TEXT, "left")[0], Category.PLACE)
    notebook.corrections.reject(paris)
    notebook.bookmark(0, 8)
    assert [notebook.undo() for _ in range(9)] == [
        "undo: set bookmark “Vladimir”",
        "undo: took Paris off the entities",
        "undo: added left as place",
        "undo: split Paris from Paris",
        "undo: changed “Paris” to “left Paris”",
        "undo: named Paris City of Paris everywhere",
        "undo: made Paris an organisation (this mention)",
        "undo: made Paris a place",
        None,
    ]


def test_back_to_the_machine_is_one_act(library: Library) -> None:
    notebook = open_in(library)
    notebook.corrections.rename(entity("Paris"), "City of Paris")
    notebook.corrections.recategorise(entity("Paris"), Category.PLACE)
    done = apply(analysis(), notebook.corrections.all, TEXT)
    notebook.corrections.back_to_machine(done.touching("person:paris"))
    assert names(notebook) == [each.name for each in analysis().entities]
    assert notebook.undo() == "undo: put back: named Paris City of Paris; made Paris a place"
    assert names(notebook) == ["Vladimir Putin", "Ann Lee", "City of Paris"]


def test_what_holds_everywhere_is_suggested_in_other_articles_and_can_be_declined(library: Library) -> None:
    open_in(library).corrections.rename(entity("Paris"), "City of Paris", scope=Scope.EVERYWHERE)
    other = open_in(library, OTHER, "/news/other.txt")
    (suggested,) = other.corrections.all
    assert not suggested.here
    done = apply(analysis(OTHER), other.corrections.all, OTHER)
    assert done.provenance("person:paris") is Provenance.GAZETTEER
    other.corrections.back_to_machine(done.touching("person:paris"))
    assert other.corrections.all == ()
    assert [each.here for each in open_in(library).corrections.all] == [True]


def test_undoing_takes_a_correction_out_of_the_gazetteer(library: Library) -> None:
    notebook, other = open_in(library), open_in(library, OTHER, "/news/other.txt")
    notebook.corrections.reject(entity("Paris"), scope=Scope.EVERYWHERE)
    assert other.refresh()
    assert "Paris" not in names(other, OTHER)
    notebook.undo()
    assert other.refresh()
    assert "Paris" in names(other, OTHER)
    assert not other.refresh()


def test_a_correction_stays_on_its_mention_when_the_text_is_edited(library: Library) -> None:
    (mention,) = entity("Paris").mentions
    open_in(library).corrections.bound(entity("Paris"), mention, mention.start - 5, mention.end, scope=Scope.MENTION)
    edited = "Yesterday, it seems, " + TEXT
    (moved,) = open_in(library, edited).corrections.all
    assert moved.start == edited.index("Paris")
    assert "left Paris" in names(open_in(library, edited), edited)


def test_corrections_are_no_annotations(library: Library) -> None:
    notebook = open_in(library)
    notebook.corrections.reject(entity("Paris"))
    assert notebook.annotations == ()
    assert [each.annotation_count for each in library.recent()] == [0]


def test_wrong_arguments_are_refused(library: Library) -> None:
    notebook, paris = open_in(library), entity("Paris")
    with pytest.raises(ValueError, match="empty"):
        notebook.corrections.rename(paris, " \n")
    with pytest.raises(ValueError, match="mention"):
        notebook.corrections.reject(paris, scope=Scope.MENTION)
    with pytest.raises(ValueError, match="extent"):
        notebook.corrections.bound(paris, paris.mentions[0], 0, 4)
    assert notebook.corrections.all == ()


def test_a_bookmark_and_the_links_of_a_note(library: Library) -> None:
    notebook = open_in(library)
    assert notebook.bookmark(0, 8).kind is Kind.BOOKMARK
    note = notebook.note("See [[Vladimir  Putin]], [[Ann Lee]] and [[Vladimir Putin]]; not [[]].")
    assert note.links == ("Vladimir Putin", "Ann Lee")


def test_drafts_survive_a_restart(tmp_path: Path) -> None:
    with Library.open(tmp_path / "library.db") as library:
        library.save_draft("note:1", "half a thou")
        library.save_draft("note:1", "half a thought\ud800")
    with Library.open(tmp_path / "library.db") as library:
        assert library.draft("note:1") == "half a thought?"
        library.save_draft("note:1", None)
        assert library.draft("note:1") is None
