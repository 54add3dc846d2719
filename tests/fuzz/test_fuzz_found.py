"""What fuzzing once found, as examples: each of these ended in an error that nobody had declared."""

from __future__ import annotations

import json
from typing import Any

import pytest
from books import book, page
from fuzzing import assert_safe
from sidebar_app import article

from newsreader.analysis.encoding import EncodingError, mentions_from_json
from newsreader.annotations.anchor import Placer
from newsreader.annotations.notebook import Notebook
from newsreader.cli.commands import gazetteer
from newsreader.cli.problems import CommandError
from newsreader.exports.annotations import brat, cas, jsonld, spacy
from newsreader.exports.annotations.annotated_article import AnnotatedArticle
from newsreader.exports.annotations.imported import ImportedAnnotation, as_annotation
from newsreader.exports.annotations.imported_names import ImportedName, as_corrections
from newsreader.exports.format import FormatError
from newsreader.sources import SourceError, from_bytes, from_text
from newsreader.store.library import Library

ARTICLE = article()


def taken_in(read: list[ImportedAnnotation]) -> Notebook:
    with Library.in_memory() as library:
        notebook = Notebook(library, library.remember(ARTICLE), ARTICLE)
        notebook.take_in("file", [as_annotation(each, ARTICLE) for each in read])
        return notebook


def test_a_confidence_beyond_all_floats() -> None:
    with pytest.raises(EncodingError):
        mentions_from_json([[0, 5, "X", "person", 10**400]], length=9)


@pytest.mark.parametrize("entity", ["urn:newsreader:entity:\ud800", "urn:newsreader:entity:\x1b[2J"])
def test_an_entity_that_cannot_be_stored_or_shown(entity: str) -> None:
    body = [{"type": "SpecificResource", "purpose": "identifying", "source": entity}]
    item = {"id": "1", "body": body, "target": {"selector": {"type": "TextQuoteSelector", "exact": "a\ud800\x07"}}}
    (made,) = taken_in(jsonld.read(json.dumps([item]))).orphans
    assert made.entity is not None
    assert made.entity.isprintable()
    assert made.quote.isprintable()


@pytest.mark.parametrize("kind", [{"a": 1}, [None], 5])
def test_a_selector_whose_type_is_no_text(kind: object) -> None:
    item = {"id": "1", "bodyValue": "A note", "target": {"selector": {"type": kind, "exact": "Lyon"}}}
    (made,) = taken_in(jsonld.read(json.dumps([item]))).annotations
    assert made.text == "A note"
    assert not made.quote


@pytest.mark.parametrize("name", ["entity", "created", "modified", "author", "colour"])
@pytest.mark.parametrize("value", [[None], 5, True, {"a": 1}, "\ud800"])
def test_a_line_that_is_no_text(name: str, value: Any) -> None:
    item = {"id": "1", "kind": "note", "text": "A note", name: value}
    (made,) = taken_in(spacy.read(json.dumps({"text": "x", "annotations": [item]}))).annotations
    assert made.text == "A note"


@pytest.mark.parametrize("items", [True, 5, "no", {"a": 1}])
def test_items_that_are_no_list(items: object) -> None:
    line = json.dumps({"text": "x", "annotations": items, "spans": items})
    assert (spacy.read(line), spacy.names(line)) == ([], [])


def test_an_offset_of_more_digits_than_python_takes() -> None:
    line = f"T1\tNote 0 {'9' * 5000}\tx\n"
    assert (brat.read(line), brat.names(line)) == ([], [])


def test_a_cas_without_a_text() -> None:
    pytest.importorskip("cassis")
    with Library.in_memory() as library:
        notebook = Notebook(library, library.remember(ARTICLE), ARTICLE)
        notebook.note("Ask", start=19, end=30)
        document = json.loads(cas.export(AnnotatedArticle(ARTICLE, notebook.annotations)))
    document["%FEATURE_STRUCTURES"][0]["sofaString"] = {}
    with pytest.raises(FormatError):
        cas.read(json.dumps(document))


def test_a_kind_of_name_that_a_terminal_would_obey() -> None:
    names = [ImportedName(0, 5, "\x1b[2J")]
    assert as_corrections(names, ARTICLE, Placer(ARTICLE.text, ARTICLE.sha256, lambda _: None)).left_out.isprintable()


@pytest.mark.parametrize("forms", [True, 5, {"a": 1}])
def test_forms_that_are_no_list(forms: object) -> None:
    line = json.dumps({"verdict": "missed", "forms": forms, "category": "person"})
    with pytest.raises(CommandError, match="has no form"):
        list(gazetteer._read(line, "gazetteer.jsonl", "jsonl"))


def test_a_sentence_that_quotes_what_a_terminal_obeys() -> None:
    assert str(FormatError("it has \x1b]0;owned\x07")).isprintable()


def test_a_line_of_a_wire_that_begins_as_a_head_and_ends_as_a_signature() -> None:
    assert_safe(from_text("^Quay is closed=\n^By ANA RUIZ=\nIt closed on Monday.\n"))


def test_a_mail_whose_subject_is_in_no_charset() -> None:
    mail = "From: a@a\nMessage-ID: <1@a>\nSubject: =?utf-æ?Q?late?=\n\nIt rained.\n"
    assert_safe(from_bytes(mail.encode(), name="a.eml"))


def test_a_sender_with_remarks_in_remarks() -> None:
    mail = f"From: {'(' * 100_000}\nMessage-ID: <1@a>\nSubject: A\n\nIt rained.\n"
    assert_safe(from_bytes(mail.encode(), name="a.eml"))


def test_a_book_with_a_document_without_elements() -> None:
    assert_safe(from_bytes(book({"a.xhtml": "<!doctype html>", "b.xhtml": page("<p>It rained.</p>")}), name="a.epub"))


def test_an_answer_with_nothing_but_a_blank_in_it() -> None:
    mail = "From: a@a\nMessage-ID: <1@a>\nDate: x\nIn-Reply-To: <2@a>\n\n\u205f"
    with pytest.raises(SourceError):
        from_bytes(mail.encode(), name="a.eml")
