"""The notebook of an article that was edited: what it tells, what it offers, and what the reader does about it."""

from __future__ import annotations

import pytest

from newsreader.annotations.anchor import Reanchored
from newsreader.annotations.model import AnnotationError
from newsreader.annotations.notebook import Notebook
from newsreader.article import Article, Metadata, Origin, OriginKind, Paragraph
from newsreader.store.library import Library

FIRST = "Rescuers reached the village of Ardal on Sunday after three days of heavy snow."
SECOND = "The mayor, Ingrid Solberg, thanked the crews for working through the nights."
THIRD = "Power had been restored to most houses by the evening, the network operator reported."
FOURTH = "A spokesman for the railway expected trains to run again from Tuesday morning."
TEXT = "\n\n".join((FIRST, SECOND, THIRD, FOURTH))
EDITED = "\n\n".join((FIRST.replace("heavy snow", "very heavy snowfall"), THIRD, FOURTH, SECOND)).replace(
    "houses", "homes"
)


def open_in(library: Library, text: str) -> Notebook:
    article = Article(text, (Paragraph(0, len(text)),), Metadata(), Origin(OriginKind.FILE, "/news/valley.txt"))
    return Notebook(library, library.remember(article), article)


def highlight(notebook: Notebook, quote: str) -> str:
    start = TEXT.index(quote)
    return notebook.highlight(start, start + len(quote), "yellow").id


def test_the_notebook_tells_what_became_of_the_annotations() -> None:
    with Library.in_memory() as library:
        before = open_in(library, TEXT)
        for quote in ("Ardal", "Ingrid Solberg", "three days of heavy snow", "houses"):
            highlight(before, quote)
        assert not before.reanchored
        assert before.reanchored.sentence == ""
        after = open_in(library, EDITED)
        assert after.reanchored == Reanchored(unchanged=1, moved=1, edited=1, orphaned=1)
        assert after.reanchored.sentence == (
            "The article was edited. Annotations: 1 moved with its text, 1 on text that was edited, 1 without its text."
        )
        quoted = {EDITED[a.start : a.end] for a in after.annotations if a.start is not None}
        assert quoted == {"Ardal", "Ingrid Solberg", "three days of very heavy snowfall"}
        assert [a.quote for a in after.orphans] == ["houses"]


def test_an_orphan_is_put_on_a_candidate_and_taken_off_again() -> None:
    with Library.in_memory() as library:
        orphan = highlight(open_in(library, TEXT), "houses")
        after = open_in(library, EDITED)
        (lost,) = after.orphans
        best = lost.candidates[0]
        attached = after.attach(orphan, best.start, best.end)
        assert (attached.quote, attached.start, attached.placed) == ("homes", EDITED.index("homes"), True)
        assert after.orphans == ()
        assert attached.candidates == ()
        again = open_in(library, EDITED)
        assert [a.quote for a in again.annotations] == ["homes"]
        assert again.undo() == "undo: attached highlight “houses”"
        assert [a.quote for a in again.orphans] == ["houses"]
        assert again.redo() == "redo: attached highlight “homes”"


def test_the_first_version_coming_back_brings_everything_back() -> None:
    with Library.in_memory() as library:
        before = open_in(library, TEXT)
        for quote in ("Ardal", "houses"):
            highlight(before, quote)
        open_in(library, EDITED)
        back = open_in(library, TEXT)
        assert back.annotations == before.annotations
        assert back.orphans == ()


def test_what_was_deleted_elsewhere_cannot_be_attached() -> None:
    with Library.in_memory() as library:
        here = open_in(library, TEXT)
        gone = highlight(here, "Ardal")
        open_in(library, TEXT).delete(gone)
        with pytest.raises(AnnotationError):
            here.attach(gone, 0, 5)
