"""The exports: JSON that can be read back, Markdown in which nothing of the text is markup."""

from __future__ import annotations

import json
from dataclasses import replace
from datetime import UTC, date, datetime

import pytest
from hypothesis import given
from hypothesis import strategies as st
from markdown_it import MarkdownIt

from newsreader.annotations.model import Anchor, Annotation, Kind
from newsreader.article import Article, Metadata, Origin, OriginKind, Paragraph
from newsreader.exports.annotations import json as json_format
from newsreader.exports.annotations import markdown

TEXT = "Cafe\u0301s in Paris 👩‍👩‍👧 closed.\n\nThe *star* chef said: “1. no, #2 <b>yes</b>”."


def article(metadata: Metadata, location: str = "/news/paris.txt") -> Article:
    return Article(TEXT, (Paragraph(0, len(TEXT)),), metadata, Origin(OriginKind.FILE, location))


PARIS = article(
    Metadata(
        title="Cafés *close* in Paris",
        byline="By A. Reporter",
        source="Example News",
        agency="AFP",
        place="Paris",
        published=date(2024, 6, 9),
        published_from="a line",
        url="https://example.org/paris?a=1&b=2",
    )
)


def annotation(
    start: int | None = None,
    end: int | None = None,
    *,
    kind: Kind = Kind.NOTE,
    quote: str | None = None,
    colour: str | None = None,
    text: str = "",
    entity: str | None = None,
) -> Annotation:
    moment = datetime(2024, 6, 19, 12, tzinfo=UTC)
    quoted = TEXT[start:end] if start is not None else ""
    quoted = quoted if quote is None else quote
    span = Anchor(start or 0, end or 0, quoted, "", "", "") if quoted else None
    return Annotation("a1", kind, span, colour, text, entity, moment, moment, start=start, end=end)


def test_json_has_the_documented_keys() -> None:
    start = TEXT.index("Paris")
    note = annotation(start, start + 5, text="which? #place")
    document = json.loads(json_format.export(PARIS, [note]))
    assert document == {
        "schema": 1,
        "article": {
            "title": "Cafés *close* in Paris",
            "byline": "By A. Reporter",
            "source": "Example News",
            "agency": "AFP",
            "place": "Paris",
            "published": "2024-06-09",
            "published_from": "a line",
            "url": "https://example.org/paris?a=1&b=2",
            "location": "/news/paris.txt",
            "text_sha256": PARIS.sha256,
        },
        "annotations": [
            {
                "id": "a1",
                "kind": "note",
                "start": start,
                "end": start + 5,
                "quote": "Paris",
                "prefix": "",
                "suffix": "",
                "colour": None,
                "text": "which? #place",
                "tags": ["place"],
                "entity": None,
                "created": "2024-06-19T12:00:00.000+00:00",
                "modified": "2024-06-19T12:00:00.000+00:00",
                "author": "person",
                "placed": True,
            }
        ],
    }
    for key in ("schema", *document["article"], *document["annotations"][0]):
        assert f'"{key}"' in (json_format.__doc__ or "")


def test_json_says_what_is_not_placed_and_null_for_what_is_unknown() -> None:
    document = json.loads(json_format.export(article(Metadata(), ""), [annotation(quote="gone"), annotation(text="x")]))
    assert [each["placed"] for each in document["annotations"]] == [False, True]
    assert {document["article"][key] for key in ("title", "published", "location")} == {None}


def test_json_offsets_are_code_points() -> None:
    for quote in ("Cafe\u0301s", "👩‍👩‍👧", "closed"):
        start = TEXT.index(quote)
        (each,) = json.loads(json_format.export(PARIS, [annotation(start, start + len(quote))]))["annotations"]
        assert TEXT[each["start"] : each["end"]] == each["quote"] == quote


def test_markdown_has_title_source_date_address_quotation_and_note() -> None:
    start = TEXT.index("Paris")
    annotations = [
        annotation(text="On the *whole*."),
        annotation(start, start + 5, text="Which one?"),
        annotation(0, len("Cafe\u0301s"), kind=Kind.HIGHLIGHT, colour="green"),
        annotation(text="Who?", entity="person:star-chef"),
        annotation(quote="gone", text="Was here."),
    ]
    assert markdown.export(PARIS, annotations).split("\n\n") == [
        "# Cafés \\*close\\* in Paris",
        "By A. Reporter · Example News · AFP · Paris · 9 June 2024 · <https://example.org/paris?a=1&b=2>",
        "*on the article*",
        "On the *whole*.",
        "> Paris",
        "Which one?",
        "> Cafe\u0301s",
        "*highlight, green*",
        "*on Star Chef*",
        "Who?",
        "> gone",
        "*no longer in the text*",
        "Was here.",
    ]


def test_a_day_that_is_a_guess_is_marked_and_has_its_reason() -> None:
    guessed = article(Metadata(title="T", published=date(2024, 6, 9), published_from="a guess from “Sunday (June 9)”"))
    assert markdown.export(guessed, []) == "# T\n\n9 June 2024?"
    assert json.loads(json_format.export(guessed, []))["article"]["published_doubt"] == "a guess from “Sunday (June 9)”"


def test_markdown_of_an_article_of_which_nothing_is_known() -> None:
    assert markdown.export(article(Metadata(), ""), []) == "# Untitled"
    assert markdown.export(article(Metadata(), "/home/ann/news/paris.txt"), []) == "# paris.txt"


@pytest.mark.parametrize(
    ("origin", "called"),
    [
        (Origin(OriginKind.FILE, "/home/ann/a.mbox", "2/b"), "a.mbox#2/b"),
        (Origin(OriginKind.URL, "https://example.org/a/b"), "https://example.org/a/b"),
        (Origin(OriginKind.RECORD, "lines/7"), "lines/7"),
        (Origin(OriginKind.STDIN), "Untitled"),
    ],
)
def test_what_has_no_title_is_called_by_where_it_is_from_without_the_reader_s_folders(
    origin: Origin, called: str
) -> None:
    assert replace(article(Metadata()), origin=origin).called == called
    assert replace(PARIS, origin=origin).called == PARIS.metadata.title


def test_a_page_without_stated_address_is_cited_by_where_it_came_from() -> None:
    assert "<https://example.org/>" in markdown.export(article(Metadata(title="T"), "https://example.org/"), [])


def test_a_quotation_keeps_its_paragraphs_and_loses_its_line_wraps() -> None:
    quote = "one\ntwo  three\n\n\nfour"
    assert "> one two three\n>\n> four" in markdown.export(PARIS, [annotation(quote=quote)])


@pytest.mark.parametrize(
    "quote", ["# no heading", "- no list", "1. no list", "2) no list", "+ x", "=", "> x", "    no code"]
)
def test_nothing_at_the_start_of_a_quotation_is_markup(quote: str) -> None:
    assert quotations(markdown.export(PARIS, [annotation(quote=quote)])) == [" ".join(quote.split())]


@given(st.text(st.sampled_from("ab1.#*_`[]()<>&;!~|\\-+= \n")).filter(str.strip))
def test_a_quotation_reads_in_markdown_as_it_was(quote: str) -> None:
    paragraphs = [" ".join(part.split()) for part in quote.split("\n\n") if part.strip()]
    assert (
        " ".join(quotations(markdown.export(PARIS, [annotation(quote=quote)]))).split() == " ".join(paragraphs).split()
    )


def quotations(document: str) -> list[str]:
    """The plain text of each paragraph in block quotations; fails if there is any other block or any markup in one."""
    tokens = MarkdownIt().parse(document)
    opened = next(index for index, token in enumerate(tokens) if token.type == "blockquote_open")
    closed = next(index for index, token in enumerate(tokens) if token.type == "blockquote_close")
    inside = tokens[opened + 1 : closed]
    assert {token.type for token in inside} == {"paragraph_open", "inline", "paragraph_close"}
    texts = [token for token in inside if token.type == "inline"]
    assert {child.type for token in texts for child in token.children or []} <= {"text", "text_special"}
    return ["".join(child.content for child in token.children or []) for token in texts]
