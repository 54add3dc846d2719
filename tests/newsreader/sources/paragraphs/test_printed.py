"""Page heads and numbers, the marks of wires, what stands around press releases, and manuals with their layout."""

from __future__ import annotations

from datetime import date

from newsreader.article import Article, ParagraphKind
from newsreader.sources import from_bytes, from_text

PAGED = """The Harbour Review                                             19 June 2024

          Council votes to build a tram line to the islands

   The council voted to build a tram line from the harbour to the univer-
sity, and the mayor said that it would open before the winter of the
year after.

                                      - 1 -
The Harbour Review                                             19 June 2024

   Work begins in May.

                                      - 2 -
"""
WIRE = """^BC-Tram-Line,0312<
^Council votes for a tram<
^Eds: UPDATES with mayor's quote.<
     By ANA RUIZ=
     Harbour News Writer=
     OSLO, Norway (AP) _ The council voted on Tuesday to build a tram line, the mayor said.
     ``It is time,'' he said.
     ap-ny-06-19-24 1405EDT<
"""
RELEASE = """FOR IMMEDIATE RELEASE
June 19, 2024

Media contact:
Ana Ruiz, Director of Communications
press@trams.example | +1 555 0100

Harbour Trams, Inc. Names Tom Hara Chief Executive

OSLO, June 19, 2024 -- Harbour Trams, a maker of trams, today said that Tom Hara will lead it.

About Harbour Trams
Founded in 1987, it builds trams in forty towns of the north.

###
"""
MANUAL = """TRAM(1)                     Manual                     TRAM(1)

NAME
       tram - goes to the islands

RESULTS
       Line            Trips
       Harbour            30

           if late:
               wait()

TRAM(1)                   June 2024                    TRAM(1)
"""


def kinds(article: Article) -> list[tuple[str, str]]:
    return [(each.kind.value, article.text[each.start : each.end].split("\n")[0]) for each in article.paragraphs]


def test_heads_and_numbers_of_pages_are_furniture_and_tell_paper_and_day() -> None:
    article = from_text(PAGED)
    known = article.metadata
    assert known.title == "Council votes to build a tram line to the islands"
    assert (known.source, known.published) == ("The Harbour Review", date(2024, 6, 19))
    assert known.published_from == "the head of the page (“The Harbour Review 19 June 2024”)"
    found = kinds(article)
    assert [kind for kind, line in found if "Review" in line] == ["meta", "furniture"]
    assert [kind for kind, line in found if line in ("- 1 -", "- 2 -")] == ["furniture"] * 2
    assert "to the university, and" in article.text


def test_pages_that_say_how_many_there_are_and_a_head_without_a_day() -> None:
    pages = [f"Page {number} of 3\nCITY COUNCIL MINUTES\n\nThe council met again and voted.\n" for number in (1, 2, 3)]
    article = from_text("\n".join(pages))
    assert article.metadata.title == "CITY COUNCIL MINUTES"
    assert [kind for kind, line in kinds(article) if line.startswith("Page")] == ["furniture"] * 3


def test_the_head_of_a_newspapers_page_between_its_lines() -> None:
    text = "The council voted yesterday.\nTHE COURIER,  FRIDAY,  MARCH  14,  1924.            7\nIt was late."
    known = from_text(text).metadata
    assert known.published == date(1924, 3, 14)
    assert [kind for kind, _ in kinds(from_text(text))] == ["body", "meta", "body"]


def test_an_apart_line_in_a_wrapped_text_parts_its_paragraphs() -> None:
    lines = [f"The council of the town voted on Tuesday to build tram {number}, and\nso it did." for number in "ab"]
    article = from_text(f"{lines[0]}\n\n1\n\n{lines[1]}\n\n2\n")
    assert [kind for kind, _ in kinds(article)][1:] == ["furniture", "body", "furniture"]


def test_numbers_that_number_no_pages_stay_in_the_text() -> None:
    text = "Results\n\n12\n\nThe second\n\n7\n\nThe third was late, said the mayor of the harbour town on Tuesday."
    assert ParagraphKind.FURNITURE not in {each.kind for each in from_text(text).paragraphs}


def test_the_marks_of_a_wire_are_left_out_and_its_head_is_read() -> None:
    article = from_text(WIRE)
    assert not any(mark in article.text for mark in "^<=")
    known = article.metadata
    assert (known.title, known.byline) == ("Council votes for a tram", "Ana Ruiz")
    assert (known.agency, known.place) == ("AP", "Oslo, Norway")
    found = [kind for kind, _ in kinds(article)]
    assert found == ["furniture", "title", "furniture", "meta", "meta", "body", "body", "furniture"]
    start = article.text.index("By ANA")
    assert WIRE[article.original.to_original(start) :].startswith("By ANA RUIZ=")


def test_what_stands_around_a_press_release() -> None:
    article = from_text(RELEASE)
    known = article.metadata
    assert known.title == "Harbour Trams, Inc. Names Tom Hara Chief Executive"
    assert (known.published, known.place) == (date(2024, 6, 19), "Oslo")
    furniture = [line for kind, line in kinds(article) if kind == "furniture"]
    assert furniture == [
        "FOR IMMEDIATE RELEASE",
        "Media contact:",
        "Ana Ruiz, Director of Communications",
        "About Harbour Trams",
        "###",
    ]
    assert "furniture" not in dict(kinds(from_text("Trams\n\nAbout Time\n\nIt was about time, said the mayor.")))


def test_manuals_keep_their_layout() -> None:
    article = from_bytes(MANUAL.encode(), name="tram.txt")
    assert article.metadata.title == "tram - goes to the islands"
    assert article.text == MANUAL
    found = {line: (kind, each.indent) for (kind, line), each in zip(kinds(article), article.paragraphs, strict=True)}
    assert found["RESULTS"] == ("heading", 0)
    assert found["wait()"] == ("body", 15)
    assert [kind for kind, line in kinds(article) if "TRAM(1)" in line] == ["furniture"] * 2


def test_rows_of_a_table_that_was_typed_stand_together_as_they_were_set() -> None:
    article = from_text("The table:\n\n  Name      Goals\n  Ana          12\n  Tom           7\n\nIt was late.\n")
    form = [(article.text[each.start : each.end][:4], each.indent, each.tight) for each in article.paragraphs]
    assert form == [
        ("The ", 0, False),
        ("Name", 2, False),
        ("Ana ", 2, True),
        ("Tom ", 2, True),
        ("It w", 0, False),
    ]


def test_two_blanks_behind_a_sentence_make_no_table() -> None:
    article = from_text("It was late.  All sighed.\nIt came.  All went.\nIt left.  All slept.")
    assert not any(each.tight or each.indent for each in article.paragraphs)


def test_a_plain_text_is_not_touched() -> None:
    text = "2 ^ 3 is 8.\n\nx = y =\n\nPage\n\n1924 was late.\n\nTea      7"
    assert from_text(text).text == text
