"""What was in articles and notes does nothing in the programs that open our exports, and comes back as it was."""

from __future__ import annotations

import csv
import html
import io
import re
from typing import TYPE_CHECKING

import pytest
from hypothesis import given
from hypothesis import strategies as st
from markdown_it import MarkdownIt

from newsreader.annotations.corrections import Verdict
from newsreader.annotations.gazetteer import Entry
from newsreader.annotations.model import Annotation, Kind
from newsreader.article import Metadata
from newsreader.exports.annotations import markdown
from newsreader.exports.annotations.annotated_article import AnnotatedArticle
from newsreader.exports.annotations.imported import ImportedAnnotation, as_annotation
from newsreader.exports.registry import ANNOTATIONS, GAZETTEER
from newsreader.exports.text import given_cell, rows
from newsreader.sources import from_text

if TYPE_CHECKING:
    from newsreader.article import Article

FORMULAS = ("=1+1", "+1", "-1", "@SUM(1)", "\t=1", "\r=1", "\n=1", "'=1", "''-1", "\uff1d1")
cells = st.text("='+-@\t\r\nab\uff1d ,\"", max_size=6)


@given(st.lists(cells, min_size=2, max_size=4))
def test_no_cell_is_a_formula_and_all_come_back(values: list[str]) -> None:
    (read,) = csv.reader(io.StringIO(rows([values]), newline=""))
    active = [each for each in read if each.startswith(("=", "+", "-", "@", "\t", "\r", "\n", "\uff1d"))]
    assert set(active) <= {"-"}
    assert [given_cell(each) for each in read] == values


def test_numbers_and_cells_of_others_stay_as_they_are() -> None:
    assert rows([[-1, None, "a-b", "'tis"]]) == "-1,,a-b,'tis\n"
    assert given_cell("=1+1") == "=1+1"


def noted(text: str, title: str = "Trams", url: str | None = None) -> AnnotatedArticle:
    article = from_text("A tram.", title=title)
    article = type(article)(article.text, article.paragraphs, Metadata(title=title, url=url), article.origin)
    return AnnotatedArticle(article, (note(text, article),))


def note(text: str, article: Article) -> Annotation:
    return as_annotation(ImportedAnnotation("1", text, author="=me", kind=Kind.NOTE), article)


@pytest.mark.parametrize("formula", FORMULAS)
def test_notes_and_titles_are_no_formulas(formula: str) -> None:
    written = ANNOTATIONS["csv"].write([noted(formula, formula)]).data.decode()
    (row,) = csv.DictReader(io.StringIO(written, newline=""))
    assert not any((value or "").startswith(("=", "+", "-", "@", "\t", "\r", "\n", "\uff1d")) for value in row.values())
    assert given_cell(row["note"]) == note(formula, from_text("A tram.")).text


@given(st.lists(st.text("='+-@ab", min_size=1, max_size=5), min_size=1, max_size=3))
def test_the_gazetteer_comes_back_as_it_was(forms: list[str]) -> None:
    entry = Entry(Verdict.NOT_AN_ENTITY, tuple(forms))
    form = GAZETTEER["csv"]
    assert form.read is not None
    (read,) = form.read(form.write([entry]), "here")
    assert read.forms == entry.forms


PIECES = (
    "<script>alert(1)</script>",
    "<img src=x onerror=alert(1)>",
    "<!-- ",
    " -->",
    "<?php ",
    "\\<b>",
    "`<i>`",
    "```\n",
    "\n\n",
    "[word](javascript:alert(1))",
    "[word](<java\tscript:alert(1)>)",
    "[word](&#106;avascript&colon;alert(1))",
    "![word](data:text/html,x)",
    "[word]: JavaScript:alert(1)\n",
    "[word][word]",
    "<javascript:alert(1)>",
    "<https://example.org/>",
    "word ",
    "\\",
    "[",
    "](",
    "javascript:",
)


@given(st.lists(st.sampled_from(PIECES), min_size=1, max_size=8).map("".join))
def test_nothing_in_a_note_is_active_in_markdown(text: str) -> None:
    reader = MarkdownIt("commonmark", {"html": True})
    reader.validateLink = lambda _: True  # type: ignore[method-assign]
    shown = reader.render(markdown.export(from_text("A tram.", title="T"), [note(text, from_text("A tram."))]))
    assert not re.search(r"<(?:script|img src=.x|b>|i>|!--|\?)", shown)
    addresses = [html.unescape(found) for found in re.findall(r'(?:href|src)="([^"]*)"', shown)]
    assert not [each for each in addresses if re.match(r"\s*(?:java\s*script|vbscript|data)\s*:", each, re.IGNORECASE)]


def test_an_ordinary_note_stays_markdown() -> None:
    text = "See [the paper](https://example.org/a), <https://example.org/b>, 1 < 2, *not* `code`, and the data: all."
    assert markdown.export(from_text("A.", title="T"), [note(text, from_text("A."))]).endswith(text)


@pytest.mark.parametrize("address", ["javascript:alert(1)", "data:text/html,<script>", "JAVASCRIPT:alert(1)"])
@pytest.mark.parametrize("name", ["markdown", "html"])
def test_only_addresses_of_the_web_are_links(address: str, name: str) -> None:
    written = ANNOTATIONS[name].write([noted(f"[x]({address})", url=address)]).data.decode()
    reader = MarkdownIt("commonmark", {"html": True})
    reader.validateLink = lambda _: True  # type: ignore[method-assign]
    shown = reader.render(written) if name == "markdown" else written
    assert "href" not in shown
    assert "<script" not in shown
