"""Headline, byline and source of plain text, and the kinds of its lines."""

from __future__ import annotations

import pytest

from newsreader.article import Article, ParagraphKind
from newsreader.sources import from_text

BODY = "The council voted on Tuesday to build a tram line from the harbour to the university, the mayor said."


def kinds(article: Article) -> list[tuple[ParagraphKind, str]]:
    return [(p.kind, article.text[p.start : p.end]) for p in article.paragraphs]


def test_the_parts_of_an_agency_story() -> None:
    article = from_text(
        "Leaders sign pact\nImage\nBy Jane Doe\nJune 19, 2024\n"
        f"SEOUL: (Reuters) {BODY}\n\nAlso read: Other pacts\n\nWhat it says\n\n{BODY}\n\n"
        "(Reporting by Jane Doe; Editing by John Roe)"
    )
    assert [kind.value for kind, _ in kinds(article)] == [
        "title",
        "furniture",
        "meta",
        "meta",
        "body",
        "furniture",
        "heading",
        "body",
        "meta",
    ]
    metadata = article.metadata
    assert (metadata.title, metadata.byline, metadata.agency) == ("Leaders sign pact", "Jane Doe", "Reuters")


@pytest.mark.parametrize(
    "first",
    [
        "Putin and Kim sign mutual defence pact",
        "‘We will not yield’: minister answers critics",
        "Is this the end of the tram?",
        "7 things to know about the tram line",
        "TRAM LINE AGREED",
    ],
)
def test_a_first_line_that_looks_like_a_headline_is_the_title(first: str) -> None:
    assert from_text(f"{first}\n\n{BODY}").metadata.title == first


@pytest.mark.parametrize(
    "first",
    [
        BODY,
        "Friday, January 4, 2019",
        "By Jane Doe",
        "SEOUL (Reuters) - Leaders met and",
        "and then it rained",
        "Image",
        "- a list item",
    ],
)
def test_other_first_lines_are_not(first: str) -> None:
    assert from_text(f"{first}\n\n{BODY}").metadata.title is None


@pytest.mark.parametrize("above", ["WORLD NEWS", "Politics", "June 19, 2024", "Image\nWorld"])
def test_a_kicker_or_a_dated_line_may_stand_above_the_headline(above: str) -> None:
    article = from_text(f"{above}\nHarbour city agrees to build tram\n\n{BODY}")
    assert article.metadata.title == "Harbour city agrees to build tram"
    assert (ParagraphKind.META, above.splitlines()[-1]) in kinds(article)


def test_a_lonely_line_is_no_title() -> None:
    assert from_text("Putin and Kim sign pact").metadata.title is None


def test_a_known_title_is_found_in_the_text_or_stays_outside() -> None:
    inside = from_text(f"TRAM LINE, AGREED\n\n{BODY}", title="Tram line agreed")
    assert inside.paragraphs[0].kind is ParagraphKind.TITLE
    assert inside.metadata.title == "Tram line agreed"
    outside = from_text(f"Tram line\n\n{BODY}", title="Council votes")
    assert ParagraphKind.TITLE not in {p.kind for p in outside.paragraphs}


def test_who_speaks_in_a_conversation_is_no_place() -> None:
    turns = "INTERVIEWER: What happened?\n\nANA RUIZ: The ferry was late.\n\nINTERVIEWER: And then?"
    assert from_text(turns).metadata.place is None
    assert from_text(f"SEOUL: {BODY}\n\n{BODY}").metadata.place == "Seoul"


def test_the_credit_at_the_end_gives_the_byline() -> None:
    assert from_text(f"{BODY}\n\n(Reporting by Jane Doe; Editing by John Roe)").metadata.byline == "Jane Doe"


def test_a_source_line_names_the_source() -> None:
    assert from_text(f"Tram line agreed\nSource: The Daily\n\n{BODY}").metadata.source == "The Daily"


def test_front_matter_is_taken_off_and_offsets_lead_back() -> None:
    front = "---\ntitle: 'Tram line'\nauthors:\n  - Jane Doe\n  - John Roe\nsource: https://example.org/a\n---\n"
    text = f"{front}\nIt rained.".replace("\n", "\r\n")
    article = from_text(text)
    assert article.text.strip() == "It rained."
    metadata = article.metadata
    assert (metadata.title, metadata.byline, metadata.url) == (
        "Tram line",
        "Jane Doe, John Roe",
        "https://example.org/a",
    )
    start, end = article.original.span_to_original(article.paragraphs[0].start, article.paragraphs[0].end)
    assert text[start:end] == "It rained."


@pytest.mark.parametrize("head", ["---\nIt rained: a lot\n---\n", "---\ntitle: never closed\n", "--- \n---\n"])
def test_rules_that_are_no_front_matter_stay_in_the_text(head: str) -> None:
    assert from_text(head + BODY).text == head + BODY


def test_hostile_metadata_is_made_safe() -> None:
    article = from_text('---\ntitle: "a\x1b]0;b\x07\u202e"\n---\nIt rained.', title=None)
    assert article.metadata.title == "a\ufffd]0;b\ufffd"
