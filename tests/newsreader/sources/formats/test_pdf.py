"""PDF files become articles: columns are read down, words are whole, and what stands around the text is furniture."""

from __future__ import annotations

import sys
from datetime import date
from io import BytesIO

import pytest
from pdfs import HEIGHT, Text, column, pdf

from newsreader.article import Article, ParagraphKind
from newsreader.sources import SourceError, from_bytes, reading_process
from newsreader.sources.formats.registry import format_of
from newsreader.sources.opening import load_all

pytest.importorskip("pypdfium2")

LEFT = """The quay at Castellan closed to all ferries on
Monday, and nobody knows for how long it will be.
The harbour master said that the old wall had
moved by four metres in one night and would be
mended as soon as the stones for it have come."""
RIGHT = """Ferries leave from the mill until then, which is
twenty minutes away on foot, said the council of
the town on Tuesday. Those who cannot walk so far
are taken there by bus, which leaves at each full
hour from the market and costs nothing at all."""


def read(data: bytes) -> Article:
    return from_bytes(data, name="paper.pdf")


def texts(article: Article, kind: ParagraphKind = ParagraphKind.BODY) -> list[str]:
    return [article.text[each.start : each.end] for each in article.paragraphs if each.kind is kind]


def joined(lines: str) -> str:
    return " ".join(lines.split())


def test_columns_are_read_one_after_the_other() -> None:
    headline = Text(60, 760, "The quay at Castellan is closed until further notice", 20)
    article = read(pdf([headline, *column(50, 740, LEFT), *column(310, 740, RIGHT)]))
    assert article.metadata.title == headline.text
    assert texts(article) == [joined(LEFT), joined(RIGHT)]


def test_columns_are_columns_whatever_the_order_in_the_file() -> None:
    lines = [each for both in zip(column(50, 740, LEFT), column(310, 740, RIGHT), strict=True) for each in both]
    assert texts(read(pdf(lines))) == [joined(LEFT), joined(RIGHT)]


def test_what_goes_across_columns_parts_them() -> None:
    across = Text(50, 600, "In other news, which goes across both of the columns of this page as they stand here", 14)
    page = [*column(50, 740, LEFT), *column(310, 740, RIGHT), across, *column(50, 580, RIGHT), *column(310, 580, LEFT)]
    assert texts(read(pdf(page))) == [joined(LEFT), joined(RIGHT), joined(RIGHT), joined(LEFT)]


def test_a_table_is_read_by_its_rows() -> None:
    rows = [
        Text(x, 700 - 12 * n, text) for n in range(6) for x, text in ((50, f"Castellan {n}"), (300, f"{n} ferries"))
    ]
    assert "Castellan 2 2 ferries" in read(pdf(rows)).text


def test_paragraphs_end_where_they_are_set_in_or_far_apart_or_short() -> None:
    first = "The quay closed on Monday and nobody at all\nknows for how long that is going to be true.\n"
    lines = (
        f"{first} It rained on Tuesday, and the sea was high,\nwhich kept the ferries in the harbour.\n\nIt was late."
    )
    assert len(texts(read(pdf(column(50, 740, lines))))) == 3


def test_a_paragraph_goes_on_in_the_next_column_and_on_the_next_page() -> None:
    half, rest = LEFT.split("\n"), RIGHT.split("\n")
    one = [*column(50, 740, "\n".join(half)[:-1]), Text(280, 40, "1")]
    two = [*column(50, 780, "\n".join(rest)), Text(280, 40, "2")]
    article = read(pdf(one, two))
    assert texts(article) == [joined(LEFT)[:-1] + " " + joined(RIGHT)]
    assert texts(article, ParagraphKind.FURNITURE) == ["1", "2"]


def test_broken_words_are_whole() -> None:
    text = "The quay was measured by the municipal engi-\nneer on Monday, a well-known per-\nson in the town."
    assert "engineer on Monday, a well-known person" in read(pdf(column(50, 740, text))).text


def test_heads_and_feet_are_furniture_and_the_first_head_says_the_day() -> None:
    head = [Text(50, HEIGHT - 30, "The Courier"), Text(250, HEIGHT - 30, "19 June 2024")]
    pages = [
        [*head, Text(550, HEIGHT - 30, f"{n}"), *column(50, 740, LEFT), Text(280, 30, f"Page {n} of 3")]
        for n in (1, 2, 3)
    ]
    article = read(pdf(*pages))
    assert len(texts(article, ParagraphKind.FURNITURE)) == 5
    assert (article.metadata.source, article.metadata.published) == ("The Courier", date(2024, 6, 19))


def test_a_foot_with_the_number_of_its_page_is_furniture_even_if_it_says_something_else_each_time() -> None:
    feet = ("Scope 7", "Harbour 8", "Ferries 9", "Mill 10")
    article = read(pdf(*([*column(50, 740, LEFT), Text(280, 30, foot)] for foot in feet)))
    assert texts(article, ParagraphKind.FURNITURE) == [*feet]


def test_headings_are_what_is_larger_or_in_the_outline() -> None:
    page = [Text(50, 760, "Castellan", 24), Text(50, 730, "1 Quay", 10), *column(50, 718, f"\n{LEFT}")]
    page += [Text(50, 630, "Ferries", 14), *column(50, 620, RIGHT)]
    plain, outlined = read(pdf(page)), read(pdf(page, outline=[("Quay", 0), ("Elsewhere", 0)]))
    assert texts(plain, ParagraphKind.HEADING) == ["Ferries"]
    assert texts(outlined, ParagraphKind.HEADING) == ["1 Quay", "Ferries"]


def test_what_the_file_says_of_itself() -> None:
    known = {"Title": "The quay", "Author": "Karin Ahlstrom", "CreationDate": "D:20240619120000Z"}
    metadata = read(pdf(column(50, 740, LEFT), known=known)).metadata
    assert (metadata.title, metadata.byline) == ("The quay", "Karin Ahlstrom")
    assert (metadata.published, metadata.published_from) == (
        date(2024, 6, 19),
        "a guess from the day on which the PDF was made",
    )
    bad = {"Title": "Microsoft Word - draft_3.docx", "Author": "admin", "CreationDate": "D:20249999"}
    metadata = read(pdf([Text(50, 760, "Castellan", 24), *column(50, 740, LEFT)], known=bad)).metadata
    assert (metadata.title, metadata.byline, metadata.published) == ("Castellan", None, None)


def test_a_page_that_is_turned_is_read_as_it_is_looked_at() -> None:
    assert texts(read(pdf(column(50, 740, LEFT), turned=180)))  # upside down, and still words
    assert texts(read(pdf(column(50, 740, LEFT), turned=90)))


def test_pictures_of_pages_are_said_to_be_pictures() -> None:
    with pytest.raises(SourceError, match="pictures of pages and no text"):
        read(pdf([], [], pictures=[0, 1]))
    article = read(pdf(column(50, 740, LEFT), [], pictures=[1]))
    assert texts(article, ParagraphKind.FURNITURE) == ["Page 2 is a picture."]


def test_what_cannot_be_read_says_why(monkeypatch: pytest.MonkeyPatch) -> None:
    with pytest.raises(SourceError, match="is encrypted"):
        read(pdf(column(50, 740, LEFT), encrypted=True))
    with pytest.raises(SourceError, match="is a PDF that is damaged"):
        read(b"%PDF-1.4\n")
    with pytest.raises(SourceError, match="no text in it"):
        read(pdf([]))


def test_without_its_package_a_sentence_says_how_to_get_it(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setitem(sys.modules, "pypdfium2", None)
    form = format_of(pdf([]))
    given = {"name": "a.pdf", "origin": {"kind": "stdin", "location": "", "part": ""}, "format": form.name}
    said = reading_process._answered(given, pdf([]))
    assert "is a PDF, which needs the package pypdfium2 (the extra “pdf”): " in said["refused"]


def test_a_parser_that_is_brought_down_is_a_sentence(monkeypatch: pytest.MonkeyPatch) -> None:
    program = "import os, signal; os.kill(os.getpid(), signal.SIGSEGV)"
    monkeypatch.setattr(reading_process, "_READER", (sys.executable, "-c", program))
    with pytest.raises(SourceError):
        list(load_all("-", stdin=BytesIO(pdf(column(50, 740, LEFT)))))
