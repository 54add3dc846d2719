"""Of a file about several articles, what is about the one that it is imported into is taken, and nothing else."""

from __future__ import annotations

import json
from typing import TYPE_CHECKING

import pytest

from newsreader.annotations.notebook import Notebook
from newsreader.article import Article, Metadata, Origin, OriginKind, Paragraph
from newsreader.exports.annotations import jsonld, spacy
from newsreader.exports.annotations.annotated_article import AnnotatedArticle
from newsreader.exports.format import FormatError
from newsreader.exports.registry import ANNOTATIONS
from newsreader.store.library import Library

if TYPE_CHECKING:
    from types import ModuleType


def article(name: str) -> Article:
    text = f"{name} sank off the coast. Divers found it."
    return Article(text, (Paragraph(0, len(text)),), Metadata(title=name), Origin(OriginKind.FILE, f"/{name}.txt"))


def written(form: str) -> str:
    """Notes on two articles in one file."""
    documents = []
    with Library.in_memory() as library:
        for name in ("One", "Two"):
            notebook = Notebook(library, library.remember(article(name)), article(name))
            notebook.note(f"On {name}", start=0, end=3)
            documents.append(AnnotatedArticle(article(name), notebook.annotations))
    return ANNOTATIONS[form].write(documents).data.decode()


@pytest.mark.parametrize(("form", "module"), [("spacy", spacy), ("jsonld", jsonld)])
def test_only_what_is_about_the_article_is_taken(form: str, module: ModuleType) -> None:
    data = written(form)
    assert [each.text for each in module.read(data)] == ["On One", "On Two"]
    assert [each.text for each in module.read(data, article("Two"))] == ["On Two"]


@pytest.mark.parametrize(
    ("form", "module", "said"),
    [("spacy", spacy, "none of its 2 lines has the text"), ("jsonld", jsonld, "about 2 articles, and none")],
)
def test_a_file_about_other_articles_is_refused(form: str, module: ModuleType, said: str) -> None:
    with pytest.raises(FormatError, match=said):
        module.read(written(form), article("Three"))


def test_lines_of_an_edited_article_are_known_by_its_title() -> None:
    edited = article("Two")
    edited = Article(f"Updated. {edited.text}", edited.paragraphs, edited.metadata, edited.origin)
    assert [each.text for each in spacy.read(written("spacy"), edited)] == ["On Two"]


def test_lines_that_are_parts_of_the_article_are_all_taken() -> None:
    lines = ("One sank off the coast.", "Divers found it.", "Something else.")
    data = "\n".join(
        json.dumps({"text": line, "spans": [{"start": 0, "end": 3, "label": "ORG"}], "annotations": []})
        for line in lines
    )
    assert [each.quote for each in spacy.names(data, article("One"))] == ["One", "Div"]
