"""Books become articles, one for each chapter; what is hostile in them costs little, and reaches nothing outside."""

from __future__ import annotations

import zipfile
from datetime import date
from io import BytesIO
from typing import TYPE_CHECKING

import pytest
from books import KNOWN, book, nav, ncx, packed, page

from newsreader.article import Article, ParagraphKind
from newsreader.sources import SourceError, apart, load, load_readable
from newsreader.sources.archives import MOST_MEMBERS
from newsreader.sources.opening import load_all

if TYPE_CHECKING:
    from pathlib import Path

ONE = page("<h1>The quay</h1><p>The quay closed on Monday.</p><p>It was <i>late</i>.</p>")
TWO = page("<h1>The ferry</h1><p>The ferry left at noon.</p>")


def read(data: bytes) -> list[Article]:
    return list(load_all("-", stdin=BytesIO(data)))


def refused(data: bytes) -> str:
    with pytest.raises(SourceError) as caught:
        read(data)
    return str(caught.value)


def test_each_chapter_is_an_article() -> None:
    contents = nav(("one.xhtml", "1. The quay"), ("two.xhtml", "2. The ferry"))
    first, second = read(book({"one.xhtml": ONE, "two.xhtml": TWO}, contents=contents))
    assert (first.origin.part, second.origin.part) == ("one.xhtml", "two.xhtml")
    assert first.metadata.title == "1. The quay"
    assert first.text.endswith("The quay closed on Monday.\n\nIt was late.")
    known = first.metadata
    assert (known.source, known.byline, known.language) == ("Harbours", "Karin Ahlstrom", "en")
    assert (known.published, known.published_from) == (date(2024, 3, 15), "the book’s own description")


def test_the_order_is_that_of_reading_and_not_that_of_the_files() -> None:
    data = book({"z.xhtml": ONE, "a.xhtml": TWO})
    assert [each.metadata.title for each in read(data)] == ["The quay", "The ferry"]


def test_a_book_of_the_second_kind_is_read() -> None:
    contents = ncx(("one.xhtml", "Quay"), ("two.xhtml", "Ferry"))
    assert [each.metadata.title for each in read(book({"one.xhtml": ONE, "two.xhtml": TWO}, contents=contents))] == [
        "Quay",
        "Ferry",
    ]


@pytest.mark.parametrize(
    "mark",
    [
        '<a id="c2"/><h2>{}</h2>',
        '<h2 id="c2">{}</h2>',
        '<div id="c2"><h2>{}</h2></div>',
        '<h2><a name="c2">{}</a></h2>',
    ],
)
def test_several_chapters_in_a_document_are_several(mark: str) -> None:
    both = page("<h2 id='c1'>Quay</h2><p>It closed.</p>" + mark.format("Ferry") + "<p>It left.</p>")
    contents = ncx(("a.xhtml#c1", "Quay"), ("a.xhtml#c2", "Ferry"))
    first, second = read(book({"a.xhtml": both}, contents=contents))
    assert (first.text, second.text) == ("Quay\n\nIt closed.", "Ferry\n\nIt left.")
    assert second.origin.part == "a.xhtml:c2"


@pytest.mark.parametrize("second_kind", [False, True])
def test_sections_of_a_chapter_are_headings_in_it(second_kind: bool) -> None:
    one = page("<h1>Quay</h1><p>It closed.</p><h2 id='s'>Why</h2><p>It was old.</p>")
    if second_kind:
        inner = "<navPoint><navLabel><text>Why</text></navLabel><content src='a.xhtml#s'/></navPoint>"
        contents = ncx(("a.xhtml", "Quay"), ("b.xhtml", "Ferry")).replace("</navPoint>", f"{inner}</navPoint>", 1)
    else:
        contents = nav(("a.xhtml", "Quay"), ("b.xhtml", "Ferry"))
        contents = contents.replace("Quay</a>", "Quay</a><ol><li><a href='a.xhtml#s'>Why</a></li></ol>")
    first, _ = read(book({"a.xhtml": one, "b.xhtml": TWO}, contents=contents))
    assert [first.text[each.start : each.end] for each in first.paragraphs if each.kind is ParagraphKind.HEADING] == [
        "Why"
    ]


def test_chapters_under_parts_are_articles() -> None:
    part = "Part one</a><ol><li><a href='a.xhtml'>Quay</a></li><li><a href='b.xhtml'>Ferry</a></li></ol>"
    contents = nav(("p.xhtml", "Part one")).replace("Part one</a>", part)
    found = read(book({"p.xhtml": page("<p>One</p>"), "a.xhtml": ONE, "b.xhtml": TWO}, contents=contents))
    assert [each.metadata.title for each in found] == ["Part one", "Quay", "Ferry"]


def test_a_chapter_goes_on_in_a_document_without_a_heading() -> None:
    rest = page("<p>And it went on.</p>")
    found = read(book({"a.xhtml": ONE, "b.xhtml": rest, "c.xhtml": TWO}, contents=nav(("a.xhtml", "Quay"))))
    assert [each.metadata.title for each in found] == ["Quay", "The ferry"]
    assert found[0].text.endswith("It was late.\n\nAnd it went on.")


def test_a_chapter_is_opened_by_its_name(tmp_path: Path) -> None:
    file = tmp_path / "harbours.epub"
    file.write_bytes(book({"a.xhtml": ONE, "text/b c.xhtml": TWO}))
    assert load(f"{file}#text/b c.xhtml").metadata.title == "The ferry"


def test_elements_that_close_themselves_hold_nothing() -> None:
    data = book(
        {"a.xhtml": page("<p/><div/><a id='x'/><p>The quay&nbsp;closed.</p><span epub:type='pagebreak'>7</span>")}
    )
    assert read(data)[0].text == "The quay closed."


def test_headings_lists_and_captions_keep_their_forms() -> None:
    body = "<h1>A</h1><p>One.</p><h2>Inside</h2><ul><li>x</li><li>y</li></ul><figcaption>The quay</figcaption>"
    kinds = {read(book({"a.xhtml": page(body)}))[0].paragraphs[n].kind for n in range(6)}
    assert {ParagraphKind.TITLE, ParagraphKind.HEADING, ParagraphKind.CAPTION} < kinds


def test_an_encrypted_book_says_so() -> None:
    encrypted = (
        "<encryption xmlns:e='http://www.w3.org/2001/04/xmlenc#'><e:EncryptedData><e:EncryptionMethod Algorithm='{}'/>"
        "<e:CipherData><e:CipherReference URI='OEBPS/a.xhtml'/></e:CipherData></e:EncryptedData></encryption>"
    )
    aes = {"META-INF/encryption.xml": encrypted.format("http://www.w3.org/2001/04/xmlenc#aes128-cbc")}
    assert "is encrypted" in refused(book({"a.xhtml": ONE}, more=aes))
    fonts = {"META-INF/encryption.xml": encrypted.format("http://www.idpf.org/2008/embedding")}
    assert len(read(book({"a.xhtml": ONE}, more=fonts))) == 1


def test_a_document_that_is_damaged_is_left_out_and_said() -> None:
    data = book({"a.xhtml": ONE, "b.xhtml": TWO})
    with zipfile.ZipFile(BytesIO(data)) as archive:
        place = archive.getinfo("OEBPS/a.xhtml").header_offset + 45
    found = load_all("-", stdin=BytesIO(data[:place] + b"\xff\xff\xff" + data[place + 3 :]))
    assert next(found).metadata.title == "The ferry"
    with pytest.raises(SourceError, match=r"1 document of Standard input cannot be read: OEBPS/a.xhtml"):
        next(found)


def test_what_can_be_read_of_a_damaged_book_is_opened(tmp_path: Path) -> None:
    data = book({"a.xhtml": ONE, "b.xhtml": TWO})
    with zipfile.ZipFile(BytesIO(data)) as archive:
        place = archive.getinfo("OEBPS/b.xhtml").header_offset + 45
    file = tmp_path / "harbours.epub"
    file.write_bytes(data[:place] + b"\xff\xff\xff" + data[place + 3 :])
    assert [each.metadata.title for each in load_readable(str(file))] == ["The quay"]
    with pytest.raises(SourceError, match="There is no file"):
        load_readable(str(tmp_path / "none.epub"))


def test_names_never_lead_out_of_the_book(tmp_path: Path) -> None:
    secret = tmp_path / "secret.xhtml"
    secret.write_text(page("<p>secret</p>"), "utf-8")
    for name in (f"../../..{secret}", str(secret), f"file://{secret}", "../../../../etc/hostname"):
        with pytest.raises(SourceError):
            read(book({name: ONE}, known=KNOWN))


def package_with(entities: str, title: str) -> str:
    return (
        f'<!DOCTYPE package [{entities}]><package xmlns="http://www.idpf.org/2007/opf"><metadata '
        f'xmlns:dc="http://purl.org/dc/elements/1.1/"><dc:title>{title}</dc:title></metadata><manifest>'
        "<item id='a' href='a.xhtml'/></manifest><spine><itemref idref='a'/></spine></package>"
    )


def test_nothing_outside_is_put_into_a_book(tmp_path: Path) -> None:
    secret = tmp_path / "secret.txt"
    secret.write_text("SECRET", "utf-8")
    package = package_with(f'<!ENTITY s SYSTEM "file://{secret}">', "Har&s;bours")
    (article,) = read(book({"a.xhtml": ONE}, more={"OEBPS/book.opf": package}))
    assert "SECRET" not in f"{article.metadata}{article.text}"


def test_entities_do_not_grow() -> None:
    laughs = "".join(f'<!ENTITY l{n + 1} "{f"&l{n};" * 10}">' for n in range(12))
    package = package_with(f'<!ENTITY l0 "ha">{laughs}', "&l12;")
    assert "no text" in refused(book({"a.xhtml": ONE}, more={"OEBPS/book.opf": package}))


def test_what_unpacks_to_too_much_is_refused_before_it_is_unpacked() -> None:
    bomb = page("<p>" + "ha" * (apart.MOST_BYTES // 2) + "</p>")
    assert "more in it than" in refused(book({"a.xhtml": bomb}))


def test_what_unpacks_to_more_than_it_says_is_cut_off() -> None:
    data = bytearray(book({"a.xhtml": page("<p>" + "ha " * 1_000_000 + "</p>"), "b.xhtml": TWO}))
    size = len(page("<p>" + "ha " * 1_000_000 + "</p>")).to_bytes(4, "little")
    lying = bytes(data).replace(size, (500).to_bytes(4, "little"))
    assert next(load_all("-", stdin=BytesIO(lying))).metadata.title == "The ferry"


def test_more_files_than_any_book_has_are_refused() -> None:
    assert "files in it" in refused(packed({"mimetype": "application/epub+zip"}) + b"PK\x01\x02" * (MOST_MEMBERS + 1))


def test_a_book_in_a_book_is_not_opened() -> None:
    inner = book({"a.xhtml": ONE})
    assert [each.metadata.title for each in read(book({"b.xhtml": TWO}, more={"OEBPS/inner.epub": inner}))] == [
        "The ferry"
    ]


def test_many_tiny_chapters_take_the_time_of_their_length() -> None:
    body = "".join(f"<p id='c{n}'>Word {n}.</p>" for n in range(2_000))
    contents = nav(*((f"a.xhtml#c{n}", f"Chapter {n}") for n in range(2_000)))
    assert len(read(book({"a.xhtml": page(body)}, contents=contents))) == 2_000


def test_no_word_is_lost_however_deep_it_is() -> None:
    (article,) = read(book({"a.xhtml": page("".join(f"<div>word{n} " for n in range(1_000)))}))
    assert {f"word{n}" for n in range(1_000)} <= {*article.text.split()}
