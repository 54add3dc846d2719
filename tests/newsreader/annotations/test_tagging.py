"""Tags are words of the note: put in, taken out, and never anything else with them."""

from __future__ import annotations

import pytest

from newsreader.annotations.model import COLOURS
from newsreader.annotations.notebook import Notebook
from newsreader.annotations.tagging import as_tag, bare, with_tags
from newsreader.article import Article, Metadata, Origin, OriginKind, Paragraph
from newsreader.store.library import Library


@pytest.mark.parametrize(
    ("text", "wanted", "then"),
    [
        ("", ["Treaty", "#a-b"], "#treaty #a-b"),
        ("Ask again", ["treaty"], "Ask again\n#treaty"),
        ("Ask again\n#a", ["a", "b"], "Ask again\n#a #b"),
        ("Ask again #x #y", ["y"], "Ask again #y"),
        ("The #treaty, it says #x", [], "The treaty, it says"),
        ("#x\nAsk", [], "Ask"),
        ("#x", [], ""),
        ("see page#part and #1", ["z"], "see page#part and #1\n#z"),
        ("a  b", ["2024", "two words", ""], "a  b"),
    ],
)
def test_a_note_gets_just_the_tags_that_are_wanted(text: str, wanted: list[str], then: str) -> None:
    assert with_tags(text, wanted) == then


def test_what_can_be_a_tag() -> None:
    assert as_tag("#Straße") == "strasse"
    assert [as_tag(word) for word in ("", "#", "12", "two words", "end.")] == [None] * 5


def test_a_note_without_its_tags_is_what_was_written() -> None:
    assert bare("Who says so?\nAsk. #x\n#y #z") == "Who says so?\nAsk."


def test_undoing_says_that_the_tags_were_changed() -> None:
    text = "The ferry was late again."
    article = Article(text, (Paragraph(0, len(text)),), Metadata(), Origin(OriginKind.RECORD))
    with Library.in_memory() as library:
        notebook = Notebook(library, library.remember(article), article)
        made = notebook.highlight(4, 9, COLOURS[0])
        notebook.edit(made.id, with_tags(made.text, ["boats"]))
        assert notebook.annotations[0].tags == ("boats",)
        assert notebook.undo() == "undo: changed the tags of highlight “ferry”"
        assert notebook.redo() == "redo: changed the tags of highlight “ferry”"
