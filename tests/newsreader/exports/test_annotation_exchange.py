"""The formats for other programs, each read back by a reader that is not ours, on one hard text."""

from __future__ import annotations

import csv as table
import io
import json
import re
from dataclasses import replace
from datetime import UTC, date, datetime
from html.parser import HTMLParser
from pathlib import Path
from typing import TYPE_CHECKING, Any

import pytest
from hypothesis import given
from hypothesis import strategies as st
from jsonschema import Draft202012Validator

from newsreader.annotations.anchor import Placer
from newsreader.annotations.corrections import Corrected, apply, occurrences
from newsreader.annotations.model import Anchor, Annotation, Kind
from newsreader.annotations.notebook import Notebook
from newsreader.article import Article, Link, Metadata, Origin, OriginKind, Paragraph, ParagraphKind
from newsreader.entities.resolve import resolve
from newsreader.entity import Analysis, Category, Entity, Mention, TimeValue
from newsreader.exports.annotations import brat, cas, conll, csv, docbin, html, jsonld, spacy
from newsreader.exports.annotations.annotated_article import AnnotatedArticle
from newsreader.exports.annotations.imported import ImportedAnnotation, as_annotation
from newsreader.exports.annotations.imported_names import ImportedName, as_corrections
from newsreader.exports.annotations.losses import left_out
from newsreader.exports.format import FormatError
from newsreader.exports.registry import ANNOTATIONS
from newsreader.languages import ENGLISH
from newsreader.store.library import Library

if TYPE_CHECKING:
    from collections.abc import Iterator

# Emoji of several code points, combining accents, CRLF, NBSP, curly quotes, leading white space.
TEXT = (
    "  \t👩‍🚀🇫🇷 “Zoe\u0301 Müller” met Kim Jong\r\nUn in Paris.\r\n\r\n"
    "Müller’s <b>firm</b>, ACME\u00a0GmbH & Co, paid €5. \U0001f600Kim left."
)
NAMES = {"Zoe\u0301 Müller": "PERSON", "Kim Jong Un": "PERSON", "Paris": "GPE", "Müller": "PERSON", "ACME": "ORG"}
CATEGORIES = {"PERSON": Category.PERSON, "GPE": Category.PLACE, "ORG": Category.ORGANISATION}


@pytest.fixture
def article() -> Article:
    middle = TEXT.index("\r\n\r\n")
    paragraphs = (Paragraph(3, middle), Paragraph(middle + 4, len(TEXT)))
    return Article(TEXT, paragraphs, Metadata(title="A <b> “title”"), Origin(OriginKind.URL, "https://example.org/a"))


@pytest.fixture
def library() -> Iterator[Library]:
    with Library.in_memory() as opened:
        yield opened


@pytest.fixture
def notebook(library: Library, article: Article) -> Notebook:
    notebook = Notebook(library, library.remember(article), article)
    notebook.highlight(*occurrences(TEXT, "Paris")[0], "pink")
    notebook.note("back\\slash #Tag\nnew\tline [[Kim]]", start=TEXT.index("👩"), end=TEXT.index(" met"))
    notebook.note("over a wrap", start=TEXT.index("Kim Jong"), end=TEXT.index(" in Paris"))
    notebook.bookmark(TEXT.index("\U0001f600"), TEXT.index("Kim left"))
    return notebook


def corrected() -> Corrected:
    taken: dict[int, Mention] = {}
    for name, label in NAMES.items():
        for start, end in occurrences(TEXT, name):
            if not any(start < each.end and each.start < end for each in taken.values()):
                taken[start] = Mention(start, end, label, CATEGORIES[label])
    analysis = Analysis("0" * 64, "test 1", tuple(resolve(TEXT, taken.values(), ENGLISH)), 1, 1)
    return apply(analysis, (), TEXT)


def document(notebook: Notebook, article: Article) -> AnnotatedArticle:
    return AnnotatedArticle(article, notebook.annotations, corrected())


def again(read: list[ImportedAnnotation], article: Article) -> tuple[Annotation, ...]:
    """The annotations after import into a library that knows nothing."""
    with Library.in_memory() as library:
        notebook = Notebook(library, library.remember(article), article)
        assert notebook.take_in("a file", [as_annotation(each, article) for each in read]) == len(read)
        assert notebook.take_in("a file", [as_annotation(each, article) for each in read]) == 0
        assert notebook.orphans == ()
        return notebook.annotations


def test_json_ld_comes_back_as_it_was(notebook: Notebook, article: Article) -> None:
    notebook.note("on all of it")
    notebook.note("on one of them", entity="person:kim-jong-un")
    first = jsonld.export(article, notebook.annotations)
    assert jsonld.export(article, again(jsonld.read(first), article)) == first


def test_json_ld_keeps_every_must_of_the_model(notebook: Notebook, article: Article) -> None:
    """Section numbers are those of the Web Annotation Data Model."""
    page = json.loads(jsonld.export(article, notebook.annotations))
    assert page["@context"] == "http://www.w3.org/ns/anno.jsonld"  # 3.1
    assert page["type"] == "AnnotationPage"  # 5.2
    assert re.match(r"[a-z]+:\S+$", page["id"])
    for each in page["items"]:
        assert re.match(r"urn:uuid:[0-9a-f]{8}(-[0-9a-f]{4}){3}-[0-9a-f]{12}$", each["id"])  # 3.1: one IRI
        assert each["type"] == "Annotation"
        assert each["motivation"] in {"commenting", "highlighting", "bookmarking"}  # 3.3.5
        assert datetime.fromisoformat(each["created"]).tzinfo is not None  # 3.3.1: with a zone
        for body in each.get("body", []):
            assert body["type"] in {"TextualBody", "SpecificResource"}
            assert isinstance(body.get("value", body.get("source")), str)  # 3.2.4: exactly one value
        assert re.match(r"https?:", each["target"]["source"])  # 4: exactly one source
        for selector in each["target"]["selector"]:
            if selector["type"] == "TextPositionSelector":  # 4.2.5: whole numbers, end exclusive
                assert 0 <= selector["start"] < selector["end"]
                place = selector
            else:  # 4.2.4
                assert selector["exact"] == TEXT[place["start"] : place["end"]]
                assert TEXT[: place["start"]].endswith(selector["prefix"])
                assert TEXT[place["end"] :].startswith(selector["suffix"])


def schema() -> Any:
    """What the Recommendation says with MUST."""
    file = Path(__file__).parents[2] / "support" / "web_annotation.schema.json"
    known = json.loads(file.read_text(encoding="utf-8"))
    Draft202012Validator.check_schema(known)
    return Draft202012Validator(known)


def test_json_ld_is_valid_by_the_schema_of_the_model(notebook: Notebook, article: Article) -> None:
    notebook.note("on all of it #tag")
    notebook.note("on one of them", entity="person:kim-jong-un")
    page = json.loads(jsonld.export(article, notebook.annotations))
    assert [error.message for error in schema().iter_errors(page)] == []


@pytest.mark.parametrize(
    ("path", "value"),
    [
        (("@context",), "https://example.org"),
        (("type",), "Collection"),
        (("items", 0, "id"), "no iri"),
        (("items", 0, "type"), "Note"),
        (("items", 0, "created"), "2024-06-19T08:00:00"),
        (("items", 0, "created"), "2024-06-19T08:00:00+02:00"),
        (("items", 0, "motivation"), "shouting"),
        (("items", 0, "target"), []),
        (("items", 0, "target", "source"), None),
        (("items", 0, "target", "selector", 0, "start"), -1),
        (("items", 0, "target", "selector", 0, "end"), "9"),
        (("items", 0, "target", "selector", 1, "exact"), ""),
        (("items", 0, "body", 0, "value"), 7),
        (("items", 0, "bodyValue"), "beside a body"),
    ],
)
def test_the_schema_of_the_model_finds_what_is_wrong(
    path: tuple[str | int, ...], value: Any, notebook: Notebook, article: Article
) -> None:
    page = json.loads(jsonld.export(article, [each for each in notebook.annotations if each.text]))
    part = page
    for step in path[:-1]:
        part = part[step]
    part[path[-1]] = value
    assert not schema().is_valid(page)


QUOTE = {"type": "TextQuoteSelector", "exact": "Paris", "prefix": "Jong\r\nUn in ", "suffix": ".\r\n\r\nMüller’s"}


def test_an_export_of_hypothesis_is_read(article: Article) -> None:
    rows = [
        {
            "id": "q1w2e3",
            "created": "2024-06-19T08:00:00.000000+00:00",
            "updated": "2024-06-20T08:00:00.000000+00:00",
            "uri": "https://example.org/a",
            "text": "Who?",
            "tags": ["To Check"],
            "target": [
                {
                    "source": "https://example.org/a",
                    "selector": [
                        {"type": "RangeSelector", "startContainer": "/p[1]", "startOffset": 3},
                        {"type": "TextPositionSelector", "start": 900, "end": 905},
                        QUOTE,
                    ],
                }
            ],
        },
        {"id": "page", "text": "On the page", "target": [{"source": "https://example.org/a"}]},
    ]  # fmt: skip
    on_page, on_span = again(jsonld.read(json.dumps({"rows": rows, "total": 2})), article)
    assert (on_page.text, on_page.quote) == ("On the page", "")
    assert (on_span.start, on_span.quote) == (TEXT.index("Paris"), "Paris")
    assert (on_span.text, on_span.tags) == ("Who?\n\n#To-Check", ("to-check",))
    assert (on_span.created, on_span.author) == (datetime(2024, 6, 19, 8, tzinfo=UTC), "import")


def test_brat_is_read_by_bioc(notebook: Notebook, article: Article) -> None:
    from bioc import brat as peer

    read = peer.loads(TEXT, brat.export(document(notebook, article)))
    spans = {each.id: [TEXT[at.begin : at.end] for at in sorted(each.locations)] for each in read.entities}
    for entity in read.entities:
        assert " ".join(spans[entity.id]).replace("\t", " ") == entity.text
    assert sorted(entity.type for entity in read.entities if entity.type in {"Note", "Highlight", "Bookmark"}) == [
        "Bookmark", "Highlight", "Note", "Note",
    ]  # fmt: skip
    assert ["Kim Jong", "Un"] in spans.values()
    assert len(read.notes) == 2


def test_brat_comes_back_as_it_was(notebook: Notebook, article: Article) -> None:
    first = brat.export(AnnotatedArticle(article, notebook.annotations))
    assert brat.export(AnnotatedArticle(article, again(brat.read(first), article))) == first


def test_conll_is_read_by_spacy_with_all_entities(notebook: Notebook, article: Article) -> None:
    from spacy.training.converters import conll_ner_to_docs

    wanted = document(notebook, article)
    (doc,) = conll_ner_to_docs(conll.export(wanted), n_sents=0, no_print=True)
    blank = re.compile(r"\s+")
    assert [blank.sub("", entity.text) for entity in doc.ents] == [
        blank.sub("", TEXT[span.start : span.end]) for span in wanted.spans
    ]
    assert [entity.label_ for entity in doc.ents] == [conll.TYPES[span.category] for span in wanted.spans]
    assert blank.sub("", doc.text) == blank.sub("", TEXT)


def test_conll_is_valid_iob2(notebook: Notebook, article: Article) -> None:
    before = "O"
    for line in conll.export(document(notebook, article)).split("\n"):
        columns = line.split(" ")
        assert len(columns) == 4 or line == ""
        tag = columns[-1] or "O"
        assert not tag.startswith("I-") or before in (f"B-{tag[2:]}", tag)
        before = tag


def test_spacy_json_lines_agree_with_spacys_tokens(notebook: Notebook, article: Article) -> None:
    import spacy as library
    from spacy.training import offsets_to_biluo_tags

    record = json.loads(spacy.export(document(notebook, article)))
    doc = library.blank("en")(record["text"])
    spans = [(span["start"], span["end"], span["label"]) for span in record["spans"]]
    tags = offsets_to_biluo_tags(doc, spans)
    assert sum(tag[0] in "UB" for tag in tags) == len(spans)
    assert "-" not in tags
    assert all(TEXT[start:end].strip() == TEXT[start:end] for start, end, _ in spans)


def test_spacy_json_lines_come_back_as_they_were(notebook: Notebook, article: Article) -> None:
    first = spacy.export(AnnotatedArticle(article, notebook.annotations))
    assert spacy.export(AnnotatedArticle(article, again(spacy.read(first), article))) == first


def test_docbin_is_read_by_spacy(notebook: Notebook, article: Article) -> None:
    import spacy as library
    from spacy.tokens import DocBin

    wanted = document(notebook, article)
    data, lost = docbin.export([wanted])
    (doc,) = DocBin().from_bytes(data).get_docs(library.blank("en").vocab)
    assert doc.text == TEXT
    found = {(entity.start_char, entity.end_char, entity.label_) for entity in doc.ents}
    assert found <= {(span.start, span.end, span.label) for span in wanted.spans}
    assert len(found) + lost == len(wanted.spans)


def test_a_cas_is_read_by_cassis_and_counts_as_uima_does(notebook: Notebook, article: Article) -> None:
    import cassis

    wanted = document(notebook, article)
    written = cas.export(wanted)
    peer = cassis.load_cas_from_json(written)
    assert peer.sofa_string == TEXT
    assert [(each.get_covered_text(), each.value) for each in peer.select(cas.ENTITY)] == [
        (TEXT[span.start : span.end], span.label) for span in wanted.spans
    ]
    in_file = {each["begin"] for each in json.loads(written)["%FEATURE_STRUCTURES"] if each["%TYPE"] == cas.ENTITY}
    assert in_file == {len(TEXT[: span.start].encode("utf-16-le")) // 2 for span in wanted.spans}


def test_a_cas_comes_back_as_it_was(notebook: Notebook, article: Article) -> None:
    first = cas.export(AnnotatedArticle(article, notebook.annotations))
    assert cas.export(AnnotatedArticle(article, again(cas.read(first), article))) == first


def with_names(library: Library, article: Article) -> Notebook:
    """A notebook whose person added names that no machine found."""
    notebook = Notebook(library, library.remember(article), article)
    notebook.corrections.add(*occurrences(TEXT, "Zoe\u0301 Müller")[0], Category.PERSON, name="Zoe\u0301 M. Müller")
    notebook.corrections.add(*occurrences(TEXT, "Kim Jong Un")[0], Category.PERSON)
    notebook.corrections.add(*occurrences(TEXT, "ACME\u00a0GmbH")[0], Category.ORGANISATION)
    notebook.note("\r\nabout 👩‍🚀", start=TEXT.index("👩"), end=TEXT.index(" met"))
    return notebook


NOTHING_FOUND = Analysis("0" * 64, "test 1", (), 1, 1)


@pytest.mark.parametrize("form", [brat, spacy, cas])
def test_names_that_the_person_added_come_back_as_they_were(form: Any, library: Library, article: Article) -> None:
    def exported(notebook: Notebook) -> str:
        found = apply(NOTHING_FOUND, notebook.corrections.all, TEXT)
        return str(form.export(AnnotatedArticle(article, notebook.annotations, found)))

    first = exported(with_names(library, article))
    assert len(form.names(first)) == 3
    found = as_corrections(form.names(first), article, Placer(TEXT, article.sha256, library.text))
    assert found.left_out == ""
    with Library.in_memory() as other:
        notebook = Notebook(other, other.remember(article), article)
        notes = [as_annotation(each, article) for each in form.read(first)]
        assert notebook.take_in("a file", notes, found.corrections) == 4
        assert notebook.take_in("a file", notes, found.corrections) == 0
        assert exported(notebook) == first
        assert exported(Notebook(other, other.remember(article), article)) == first
        assert notebook.undo() == "undo: imported 1 annotation and 3 names from a file"
        assert notebook.corrections.all == ()


def test_what_is_not_taken_over_of_names_is_counted(library: Library, article: Article) -> None:
    start = TEXT.index("Paris")
    names = [
        ImportedName(start, start + 5, "GPE", "Paris", by="machine"),
        ImportedName(start, start + 5, "EVENT", "Paris"),
        ImportedName(start, start + 5, "LAW", "Paris"),
        ImportedName(5, 10, "PERSON", "Nobody"),
        ImportedName(0, 5, "LOC", "Paris", TEXT[:start], TEXT[start + 5 :]),
    ]
    found = as_corrections(names, article, Placer(TEXT, article.sha256, library.text))
    assert [(each.quote, each.anchor and each.anchor.start) for each in found.corrections] == [("Paris", start)]
    assert found.left_out == (
        "Names left out: 1 that were found by a program and are found anew, "
        "2 of kinds that newsreader does not know (EVENT, LAW), 1 without a place in the text."
    )


class Stripped(HTMLParser):
    """The text inside the article element but outside of what stands beside it, and the rest by its classes."""

    def __init__(self) -> None:
        super().__init__()
        self.open: list[tuple[str, str]] = []
        self.text, self.beside, self.marks, self.tags = "", "", [], set[str]()

    def handle_starttag(self, tag: str, attrs: Any) -> None:
        self.tags.add(tag)
        if tag not in ("meta", "br"):
            self.open.append((tag, str(dict(attrs).get("class"))))
        self.marks += [(tag, dict(attrs))] if tag in ("mark", "span", "a") else []

    def handle_endtag(self, tag: str) -> None:
        assert self.open.pop()[0] == tag

    def handle_data(self, data: str) -> None:
        inside = [tag for tag, _ in self.open]
        if "aside" in inside or "section" in inside:
            self.beside += data
        elif "article" in inside:
            self.text += data


def stripped(page: str) -> Stripped:
    reader = Stripped()
    reader.feed(page)
    assert reader.open == []
    return reader


def test_html_without_its_tags_is_the_text(notebook: Notebook, article: Article) -> None:
    notebook.note('"><script>', start=4, end=9)
    page = stripped(html.export(document(notebook, article)))
    assert page.text == TEXT
    classes = {(tag, str(each.get("class"))) for tag, each in page.marks}
    assert {("span", "person"), ("mark", "highlight pink"), ("mark", "note"), ("mark", "bookmark")} <= classes
    assert '"><script>' in page.beside
    assert "script" not in page.tags


def test_html_has_what_is_known_above_the_text_and_every_note_in_sight(notebook: Notebook, article: Article) -> None:
    notebook.note("on all of it #whole")
    notebook.note("who is this?", entity="person:kim-jong-un")
    known = Metadata(
        "A <b> “title”",
        "By Ann & Bo",
        "The <i>Paper",
        "Reuters",
        "Seoul",
        date(2024, 6, 19),
        url="https://a.example/?b&c",
    )
    wanted = document(notebook, replace(article, metadata=known))
    page = html.export(wanted)
    read = stripped(page)
    assert read.text == TEXT
    above, _, below = read.beside.partition("19 June 2024")
    assert above == "A <b> “title”By Ann & Bo · The <i>Paper · Reuters · Seoul · "
    assert below.startswith("https://a.example/?b&c")
    assert ("a", {"href": "https://a.example/?b&c", "rel": "noreferrer"}) in read.marks
    for words in ("back\\slash", "over a wrap", "on all of it", "whole", "who is this?", "on Kim Jong Un"):
        assert words in read.beside
    references = {each["href"]: each["data-number"] for tag, each in read.marks if each.get("class") == "ref"}
    assert references == {"#n1": "1", "#n2": "2", "#n3": "3"}
    assert all(f'id="n{number}"' in page for number in range(1, 6))


def test_html_says_what_is_a_guess_and_draws_no_date_without_a_place(article: Article) -> None:
    known = replace(article.metadata, published=date(2024, 6, 19), published_from="a guess from “June 19”")
    times = (TimeValue("DATE", "2024", "2024-01-01", "2025-01-01", "year"), TimeValue("DURATION", "P2Y"))
    mentions = [
        Mention(at, at + 3, "DATE", Category.DATE, time=time, doubt=doubt)
        for at, time, doubt in ((4, times[0], "counted"), (30, times[1], ""))
    ]
    dates = tuple(Entity(f"date:{each.start}", Category.DATE, "x", (), (each,)) for each in mentions)
    found = apply(Analysis("0" * 64, "test 1", dates, 1, 1), (), TEXT)
    page = html.export(AnnotatedArticle(replace(article, metadata=known), (), found))
    assert 'title="a guess from “June 19”">19 June 2024?</time>' in page
    marks = [each for tag, each in stripped(page).marks if tag == "span" and "title" in each]
    assert [(each["class"], each["title"]) for each in marks] == [("date guess", "2024? counted"), ("vague", "2 years")]
    why = "19 June 2024? is a guess from “June 19”; what is counted from it is one, too."
    assert f"{why}<br>? counted</footer>" in page


def test_html_keeps_the_form_of_headings_lists_and_columns() -> None:
    text = "Head\n\nFirst\nSecond\n\nname\na   1\n\nEnd"
    body = ParagraphKind.BODY
    kinds = (ParagraphKind.TITLE, ParagraphKind.HEADING, body, body, body, ParagraphKind.CAPTION)
    spans = [
        (text.index(each), text.index(each) + len(each)) for each in ("Head", "First", "Second", "name", "a   1", "End")
    ]
    forms = [(0, False), (0, False), (2, True), (0, False), (0, True), (0, False)]
    paragraphs = tuple(Paragraph(*span, kind, *form) for span, kind, form in zip(spans, kinds, forms, strict=True))
    page = html.export(AnnotatedArticle(Article(text, paragraphs, Metadata(title="Head"), Origin(OriginKind.FILE)), ()))
    assert stripped(page).text == text
    assert page.count("<h1>") == 1
    for block in (
        "<h1>Head</h1>",
        "<h2>First</h2>",
        '<p class="tight" style="margin-left:2ch">Second</p>',
        '<p class="columns">name</p>',
        '<p class="tight columns">a   1</p>',
        '<p class="caption">End</p>',
    ):
        assert block in page


def test_html_runs_and_fetches_nothing(notebook: Notebook, article: Article) -> None:
    links = (Link(4, 9, "javascript:alert(1)"), Link(10, 14, "https://example.org/?a&b"))
    page = html.export(document(notebook, replace(article, links=links)))
    assert "default-src 'none'; style-src 'unsafe-inline'" in page
    assert not stripped(page).tags & {"script", "img", "link", "iframe", "object", "form"}
    addresses = [str(each["href"]) for tag, each in stripped(page).marks if tag == "a"]
    assert all(each.startswith(("#", "https://example.org/")) for each in addresses)
    assert "https://example.org/?a&b" in addresses
    assert "url(" not in page
    assert "@import" not in page


@given(
    st.lists(
        st.tuples(st.integers(0, 39), st.integers(1, 40), st.sampled_from(["note", "highlight", "name"])), max_size=8
    )
)
def test_html_is_the_text_whatever_is_marked(spans: list[tuple[int, int, str]]) -> None:
    text = "One <two> three.\n\nFour & five\nsix, seven."
    middle = text.index("\n\n")
    paragraphs = (Paragraph(0, middle), Paragraph(middle + 2, len(text)))
    article = Article(text, paragraphs, Metadata(title="T"), Origin(OriginKind.FILE))
    moment = datetime(2024, 6, 19, tzinfo=UTC)
    notes, names, taken = [], [], 0
    for start, length, kind in sorted(spans):
        end = min(len(text), start + length)
        if kind != "name":
            anchor = Anchor(start, end, text[start:end], "", "", "")
            colour, words = ("green", "") if kind == "highlight" else (None, "note <b>")
            notes.append(
                Annotation(
                    f"{start}-{end}", Kind(kind), anchor, colour, words, None, moment, moment, start=start, end=end
                )
            )
        elif start >= taken:
            names.append(Mention(start, end, "PERSON", Category.PERSON))
            taken = end
    entities = tuple(Entity(f"person:{each.start}", Category.PERSON, "A", (), (each,)) for each in names)
    found = apply(Analysis("0" * 64, "test 1", entities, 1, 1), (), text)
    page = html.export(AnnotatedArticle(article, tuple(notes), found))
    assert stripped(page).text == text
    numbers = sum(each.kind is Kind.NOTE for each in notes)
    assert page.count('class="ref"') == page.count('<div class="note') == numbers


def test_csv_has_a_row_for_each(notebook: Notebook, article: Article) -> None:
    wanted = document(notebook, article)
    rows = list(table.DictReader(io.StringIO(csv.export([wanted]))))
    assert len(rows) == len(wanted.annotations) + len(wanted.spans)
    assert next(row["note"] for row in rows if row["kind"] == "note").startswith("back\\slash #Tag\nnew")
    assert all(TEXT[int(row["start"]) : int(row["end"])].split() == row["quote"].split() for row in rows)


def test_what_a_format_leaves_out_is_said(notebook: Notebook, article: Article) -> None:
    notebook.note("on the article")
    wanted = document(notebook, article)
    assert left_out(ANNOTATIONS["cas"], [wanted]) == (
        "1 of 5 annotations are left out: the format has none without a place in the text.",
    )
    assert left_out(ANNOTATIONS["conll"], [wanted])[0] == (
        "5 of 5 annotations are left out: the format has none of any kind."
    )


@pytest.mark.parametrize(
    ("form", "said"),
    [
        ("brat", ["without a place", "which entity a note is about: 1 do", "by whom 5", "only the category of 5"]),
        ("html", []),
        ("cas", ["without a place"]),
        ("conll", ["of any kind", "only the category of 5"]),
        ("docbin", ["tokens lie across", "of any kind", "only the category of 5"]),
        ("csv", []),
        ("spacy", []),
        ("jsonld", []),
    ],
)
def test_each_format_says_with_counts_what_it_has_no_place_for(
    form: str, said: list[str], notebook: Notebook, article: Article
) -> None:
    notebook.note("on the article")
    notebook.note("on who it is", start=4, end=9, entity="person:kim-jong-un")
    wanted = document(notebook, article)
    sentences = ANNOTATIONS[form].write([wanted]).left_out
    assert len(sentences) in (len(said), len(said) - (form == "docbin"))
    assert all(any(part in sentence for part in said) for sentence in sentences), sentences


@pytest.mark.parametrize(
    ("read", "data"), [(jsonld.read, "{"), (jsonld.read, "3"), (brat.read, "hello"), (spacy.read, "[]")]
)
def test_what_is_not_of_the_format_is_refused(read: Any, data: str) -> None:
    with pytest.raises(FormatError):
        read(data)


def test_an_import_is_one_act(library: Library, article: Article) -> None:
    notebook = Notebook(library, library.remember(article), article)
    notebook.take_in("notes.json", [as_annotation(ImportedAnnotation(name, text=name), article) for name in "abc"])
    assert [each.kind for each in notebook.annotations] == [Kind.NOTE] * 3
    assert notebook.undo() == "undo: imported 3 annotations from notes.json"
    assert notebook.annotations == ()


def test_what_is_imported_without_a_place_waits_and_is_not_lost(library: Library, article: Article) -> None:
    notebook = Notebook(library, library.remember(article), article)
    notebook.take_in(
        "x", [as_annotation(ImportedAnnotation("a", text="n", start=1, end=5, quote="no such words"), article)]
    )
    assert [each.quote for each in notebook.orphans] == ["no such words"]
