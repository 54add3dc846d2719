"""Whatever is imported: annotations that are safe to show and can be kept, or the one declared error."""

from __future__ import annotations

import json
from typing import Any

import pytest
from fuzzing import assert_printable, fuzzed, mutated, raw, unsafe, values
from hypothesis import given
from hypothesis import strategies as st
from sidebar_app import STORY, article

from newsreader.annotations.anchor import Placer
from newsreader.annotations.notebook import Notebook
from newsreader.cli import inputs
from newsreader.cli.commands import gazetteer
from newsreader.cli.problems import CommandError
from newsreader.exports.annotations import brat, cas, jsonld, spacy
from newsreader.exports.annotations.imported import as_annotation
from newsreader.exports.annotations.imported_names import as_corrections
from newsreader.exports.format import FormatError
from newsreader.store.library import Library

ARTICLE = article()
STANDOFF = (
    "T1\tNote 0 5\tx\n",
    "#1\tAnnotatorNotes T1\t",
    "A1\tColour T1 yellow\n",
    "T9\tNote 9 1;3 2\t",
    "T",
    "\t",
    "\n",
)
CSV = ("verdict,forms,category,name\n", "missed,", "not-an-entity,", "Putin|Mr", "person", ",", '"', "\n", "\r", "\x00")
ENTRY = {"verdict": "missed", "forms": ["Putin"], "category": "person", "name": "Vladimir Putin"}
NAMES = {
    "text": STORY,
    "spans": [
        {"start": 0, "end": 14, "label": "PERSON", "name": "Putin", "by": "person"},
        {"start": 34, "end": 43, "label": "GPE"},
    ],
    "answer": "accept",
}
RECORD = {"id": "1", "text": "A b.", "title": "T", "published": "2024-06-19", "url": "https://e.org", "author": "A"}


def exported(form: str) -> Any:
    """A file with a note, a highlight and a note on the article, as the program writes it."""
    from newsreader.exports.annotations.annotated_article import AnnotatedArticle

    with Library.in_memory() as library:
        notebook = Notebook(library, library.remember(ARTICLE), ARTICLE)
        notebook.highlight(0, 14, "yellow")
        notebook.note("Ask #now", start=19, end=30)
        notebook.note("All of it")
        if form == "jsonld":
            return json.loads(jsonld.export(ARTICLE, notebook.annotations))
        document = AnnotatedArticle(ARTICLE, notebook.annotations)
        return {"spacy": spacy.export, "brat": brat.export, "cas": cas.export}[form](document)


def imported(read: Any, data: str) -> None:
    """Read a file and take it in, as `newsreader annotations import` does."""
    try:
        found = read(data)
    except FormatError as error:
        assert_printable(error)
        return
    with Library.in_memory() as library:
        notebook = Notebook(library, library.remember(ARTICLE), ARTICLE)
        notebook.take_in("file", [as_annotation(each, ARTICLE) for each in found])
        for each in (*notebook.annotations, *notebook.orphans):
            assert not unsafe([each.text, each.quote, each.prefix, each.suffix], lines=True)
            assert not unsafe([each.entity, each.colour, each.author])
            assert each.start is None or 0 <= each.start < (each.end or 0) <= len(STORY)
        again = Notebook(library, library.remember(ARTICLE), ARTICLE)
        assert again.annotations == notebook.annotations
        notebook.undo()


def taken_over(names: Any, data: str) -> None:
    """Take over the names of a file, as the same command does."""
    try:
        found = as_corrections(names(data), ARTICLE, Placer(ARTICLE.text, ARTICLE.sha256, lambda _: None))
    except FormatError as error:
        assert_printable(error)
        return
    assert not unsafe([found.left_out])
    with Library.in_memory() as library:
        notebook = Notebook(library, library.remember(ARTICLE), ARTICLE)
        notebook.take_in("file", [], found.corrections)
        assert not unsafe(each.name for each in found.corrections)
        again = Notebook(library, library.remember(ARTICLE), ARTICLE)
        assert again.corrections.all == notebook.corrections.all


@fuzzed
@given(mutated(exported("jsonld")).map(json.dumps))
def test_web_annotations(data: str) -> None:
    imported(jsonld.read, data)


@fuzzed
@given(mutated(json.loads(exported("spacy"))).map(json.dumps))
def test_json_lines_of_annotations(data: str) -> None:
    imported(spacy.read, data)


@fuzzed
@given(mutated(NAMES).map(json.dumps))
def test_json_lines_of_names(data: str) -> None:
    taken_over(spacy.names, data)


@fuzzed
@given(values.map(json.dumps), st.sampled_from([jsonld.read, spacy.read]))
def test_any_json(data: str, read: Any) -> None:
    imported(read, data)


@fuzzed
@given(
    raw(
        exported("brat"),
        "T1\tNote 0 5\tx\n",
        "#1\tAnnotatorNotes T1\t",
        "A1\tColour T1 yellow\n",
        "T9\tNote 9 1;3 2\t",
        "T2\tPERSON 0 14\tVladimir Putin\n",
        "T3\tGPE 34 43\t",
        "T4\t\x1b[2J 0 5\tx",
        "A2\tBy T2 machine\n",
        "T",
        "\t",
        "\n",
    )
)
def test_standoff(data: bytes) -> None:
    imported(brat.read, data.decode("utf-8", "replace"))
    taken_over(brat.names, data.decode("utf-8", "replace"))


@fuzzed
@given(mutated(json.loads(exported("cas"))).map(json.dumps))
def test_a_cas(data: str) -> None:
    pytest.importorskip("cassis")
    imported(cas.read, data)
    taken_over(cas.names, data)


@fuzzed
@given(
    raw(
        "verdict,forms,category,name\n",
        "missed,",
        "not-an-entity,",
        "is-named,",
        "Putin|Mr",
        "person",
        ",",
        '"',
        "\n",
        "\r",
        "\x00",
    )
)
def test_a_gazetteer_in_csv(tmp_path: Any, data: bytes) -> None:
    entries(tmp_path, data, "csv")


@fuzzed
@given(mutated(ENTRY).map(json.dumps))
def test_a_gazetteer_in_json_lines(tmp_path: Any, data: str) -> None:
    entries(tmp_path, data.encode(), "jsonl")


def entries(folder: Any, data: bytes, form: str) -> None:
    from newsreader.annotations.gazetteer import add
    from newsreader.annotations.gazetteer import entries as kept

    file = folder / "gazetteer"
    file.write_bytes(data)
    try:
        found = list(gazetteer._read(inputs.imported(str(file)), str(file), form))
    except CommandError as error:
        assert_printable(error)
        return
    with Library.in_memory() as library:
        add(library, found)
        assert not unsafe(text for entry in kept(library) for text in (*entry.forms, entry.name))


@fuzzed
@given(mutated(RECORD).map(json.dumps).map(str.encode) | raw('{"text":', '"x"', "}"))
def test_a_record(capsys: Any, line: bytes) -> None:
    try:
        found = inputs._record(line, "Line 1")
    except CommandError as error:
        assert_printable(error)
        return
    assert not unsafe([found.article.text], lines=True)
    assert not unsafe([capsys.readouterr().err], lines=True)
