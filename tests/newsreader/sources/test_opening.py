"""Files, standard input and bytes in every encoding become articles; whatever cannot be read says why."""

from __future__ import annotations

import codecs
import io
import os
import subprocess
import sys
import unicodedata
from typing import TYPE_CHECKING

import pytest
from hypothesis import given
from hypothesis import strategies as st

from newsreader.article import OriginKind
from newsreader.sources import SourceError, from_bytes, from_text, load

if TYPE_CHECKING:
    from pathlib import Path

WESTERN = "Café closes – “we are sad”, says Mr Ångström\n\nThe café on the corner of the market will close in May."
PIECES = (
    b"---\n",
    b"title: x\n",
    b"# ",
    b"- ",
    b"| a | b |\n|---|---|\n",
    b"```\n",
    b"\n\n",
    b"<html>",
    b"<p>",
    b"<!--",
    b"-->",
    b"&#27;",
    b"SEOUL, June 19 (Reuters) - ",
    b"By Jane Doe\n",
    b"June 19, 2024\n",
    b"\xff\xfe",
    b"\x00",
    b"\x1b[31m",
    b"\xe2\x80\xae",
    b"text ",
)
RUSSIAN = "Президент подписал договор о взаимной обороне, сообщило агентство во вторник вечером. " * 4
CZECH = "Příliš žluťoučký kůň úpěl ďábelské ódy, řekl ve středu v Brně starosta města Jiří Dvořák. " * 6
JAPANESE = "首相は水曜日、北朝鮮との条約について国会で説明した。野党は強く反対している。" * 6


def sentence(location: str) -> str:
    with pytest.raises(SourceError) as caught:
        load(location)
    text = str(caught.value)
    assert text.isprintable()
    assert text.endswith(".")
    return text


def test_a_file_is_an_article_with_its_absolute_path(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    (tmp_path / "story.txt").write_text(WESTERN, encoding="utf-8")
    monkeypatch.chdir(tmp_path)
    article = load("story.txt")
    assert article.text == WESTERN
    assert article.origin.kind is OriginKind.FILE
    assert article.origin.location == str(tmp_path / "story.txt")
    assert (article.metadata.title, article.metadata.url) == ("Café closes – “we are sad”, says Mr Ångström", None)


@pytest.mark.parametrize(
    ("bom", "encoding"),
    [
        (codecs.BOM_UTF8, "utf-8"),
        (codecs.BOM_UTF16_LE, "utf-16-le"),
        (codecs.BOM_UTF16_BE, "utf-16-be"),
        (codecs.BOM_UTF32_LE, "utf-32-le"),
        (codecs.BOM_UTF32_BE, "utf-32-be"),
        (b"", "utf-8"),
        (b"", "cp1252"),
        (b"", "utf-16-le"),
        (b"", "utf-16-be"),
    ],
)
def test_encodings_of_western_text(bom: bytes, encoding: str) -> None:
    assert from_bytes(bom + WESTERN.encode(encoding), name="a.txt").text == WESTERN


@pytest.mark.parametrize(
    "text",
    [
        "Café",
        "é",
        "Größe",
        "Übergröße",
        "Ça va?",
        "It’s",
        "€5",
        "5°C",
        "«Oui»",
        "São Paulo",
        "Ó Súilleabháin",
        "Île-de-France: l’été à Orléans, où l’on a dîné près de l’école",
    ],
)
def test_a_few_western_words_are_not_taken_for_chinese(text: str) -> None:
    assert from_bytes(text.encode("cp1252"), name="a.txt").text == text


@pytest.mark.parametrize(
    ("text", "encoding"),
    [
        (RUSSIAN, "cp1251"),
        (RUSSIAN, "koi8-r"),
        (JAPANESE, "shift_jis"),
        (JAPANESE, "euc-jp"),
        (JAPANESE, "utf-8"),
        (CZECH, "cp1250"),
    ],
)
def test_encodings_of_other_scripts_are_detected(text: str, encoding: str) -> None:
    assert from_bytes(text.encode(encoding), name="a.txt").text == text


def test_a_declared_charset_is_believed_where_it_fits() -> None:
    data = "Ελληνικά νέα".encode("iso-8859-7")
    assert from_bytes(data, name="a.txt", charset="ISO-8859-7").text == "Ελληνικά νέα"
    page = b"<html><meta charset='iso-8859-7'><p>" + data + b"</p></html>"
    assert "Ελληνικά νέα" in from_bytes(page, name="a.html").text
    assert from_bytes(WESTERN.encode(), name="a.txt", charset="iso-8859-7").text == WESTERN


@pytest.mark.parametrize(
    ("charset", "codec"), [("utf-16", "utf-16-le"), ("UTF-16LE", "utf-16-le"), ("utf-16be", "utf-16-be")]
)
@pytest.mark.parametrize("text", [RUSSIAN, JAPANESE, WESTERN])
def test_a_declared_utf_16_without_a_mark_is_read_as_browsers_do(charset: str, codec: str, text: str) -> None:
    page = f"<html><body><p>{text}</p></body></html>"
    text = " ".join(text.split())
    assert text in from_bytes(page.encode(codec), name="a.html", content_type="text/html", charset=charset).text
    assert text in from_bytes(page.encode(), name="a.html", content_type="text/html", charset=charset).text
    xml = f"<?xml version='1.0' encoding='utf-16'?>{page}"
    assert text in from_bytes(xml.encode(codec), name="a.html", content_type="application/xhtml+xml").text


@pytest.mark.parametrize("charset", ["rot13", "unicode_escape", "zlib", "utf-7", "no-such", "idna", "utf-16"])
def test_codecs_that_are_no_charsets_are_not_used(charset: str) -> None:
    assert from_bytes(WESTERN.encode("cp1252"), name="a.txt", charset=charset).text == WESTERN


def test_a_cut_off_character_does_not_change_the_encoding() -> None:
    data = (WESTERN * 3).encode()[:-1] + "é".encode()[:1]
    assert from_bytes(data, name="a.txt").text.startswith(WESTERN)


def test_html_is_known_by_its_first_tag_and_text_by_its_suffix() -> None:
    page = b"<!DOCTYPE html><html><body><p>It rained on the ferry.</p></body></html>"
    assert from_bytes(page, name="page").text == "It rained on the ferry."
    assert from_bytes(page, name="Standard input").text == "It rained on the ferry."
    assert from_bytes(page, name="page.txt").text == page.decode()
    assert from_bytes(b"It rained <b>a lot</b>.", name="page").text == "It rained <b>a lot</b>."


def test_standard_input_is_read_whatever_it_is() -> None:
    article = load("-", stdin=io.BytesIO(WESTERN.encode()))
    assert article.text == WESTERN
    assert (article.origin.kind, article.origin.location) == (OriginKind.STDIN, "")


def test_empty_input_is_an_error(tmp_path: Path) -> None:
    (tmp_path / "empty.txt").touch()
    (tmp_path / "blank.txt").write_bytes(b"\xef\xbb\xbf \n\t\r\n\xc2\xa0\n")
    assert sentence(str(tmp_path / "empty.txt")) == "“empty.txt” is empty: open something else."
    assert "no text" in sentence(str(tmp_path / "blank.txt"))
    with pytest.raises(SourceError, match="Standard input is empty"):
        load("-", stdin=io.BytesIO())


@pytest.mark.parametrize(
    ("data", "kind"),
    [
        (b"%PDF-1.7\n%\xe2\xe3", "a PDF"),
        (b"PK\x03\x04\x14\x00", "a ZIP archive"),
        (b"\x89PNG\r\n\x1a\n\x00\x00", "a PNG picture"),
        (b"\xff\xd8\xff\xe0\x00\x10JFIF", "a JPEG picture"),
        (b"\x1f\x8b\x08\x00", "a gzip archive"),
        (b"{\\rtf1\\ansi", "a rich text file"),
        (b"\x7fELF\x02\x01\x01\x00", "a program"),
        (b"text and \x00 more \x00\x00 of it", "binary data"),
        (bytes(range(1, 32)) * 10, "binary data"),
        (b"<?xml version='1.0'?><rss version='2.0'></rss>", "a feed"),
    ],
)
def test_what_is_no_text_is_named(tmp_path: Path, data: bytes, kind: str) -> None:
    path = tmp_path / "thing.txt"
    path.write_bytes(data)
    assert kind in sentence(str(path))


def test_endless_binary_data_is_refused_after_its_first_bytes() -> None:
    assert "binary data" in sentence("/dev/zero")


def test_missing_files_folders_and_bad_names(tmp_path: Path) -> None:
    assert sentence(str(tmp_path / "none.txt")).startswith("There is no file “")
    assert "is a folder" in sentence(str(tmp_path))
    assert "https://" in sentence("example.org/2024/story")
    assert "could not be read" in sentence("a\0b")
    assert "could not be read" in sentence("x" * 5000)
    (tmp_path / "file").touch()
    assert "There is no file" in sentence(str(tmp_path / "file" / "deeper"))


@pytest.mark.skipif(os.geteuid() == 0, reason="root may read everything")
def test_a_file_that_may_not_be_read(tmp_path: Path) -> None:
    path = tmp_path / "secret.txt"
    path.write_text("text")
    path.chmod(0)
    assert "may not be read" in sentence(str(path))


@pytest.mark.parametrize("scheme", ["file", "ftp", "javascript", "data"])
def test_other_schemes_are_refused(scheme: str) -> None:
    assert f"not {scheme}" in sentence(f"{scheme}:///etc/passwd")


def test_hostile_file_names_are_made_safe_in_sentences(tmp_path: Path) -> None:
    path = tmp_path / "a\x1b]0;b\x07\u202e\n.txt"
    path.touch()
    assert sentence(str(path)) == "“a\ufffd]0;b\ufffd .txt” is empty: open something else."


def test_offsets_of_a_record_lead_back_to_the_record() -> None:
    text = "\ufeffOne\r\ntwo\x00 three"
    article = from_text(text)
    assert article.text == "One\ntwo\ufffd three"
    assert article.original.span_to_original(8, 13) == (10, 15)
    assert from_text("").paragraphs == ()


def test_plain_text_needs_nothing_but_the_standard_library(tmp_path: Path) -> None:
    path = tmp_path / "story.txt"
    path.write_text(WESTERN, encoding="utf-8")
    code = (
        "import sys; from newsreader.sources import load; load(sys.argv[1]); "
        "print(*{name.partition('.')[0] for name in sys.modules} - set(sys.stdlib_module_names))"
    )
    output = subprocess.run([sys.executable, "-c", code, str(path)], check=True, capture_output=True, text=True).stdout
    third_party = {"charset_normalizer", "trafilatura", "urllib3", "lxml", "markdown_it", "rich", "spacy"}
    assert not set(output.split()) & third_party


@given(st.binary(max_size=400) | st.lists(st.sampled_from(PIECES), max_size=12).map(b"".join))
def test_no_bytes_break_the_reader(data: bytes) -> None:
    for name in ("a.txt", "a.md", "a"):
        try:
            article = from_bytes(data, name=name)
        except SourceError:
            continue
        assert not any(unicodedata.category(character) == "Cc" and character != "\n" for character in article.text)
        end = 0
        for paragraph in article.paragraphs:
            assert not article.text[end : paragraph.start].strip()
            assert paragraph.start < paragraph.end
            end = paragraph.end
        assert not article.text[end:].strip()


def test_a_page_of_comments_is_told_from_html_at_once() -> None:
    text = "<!-- a -->" * 5000 + "text"
    assert from_bytes(text.encode(), name="page").text == text


def test_an_unknown_home_is_a_missing_file() -> None:
    assert "There is no file" in sentence("~nobody-of-this-name/story.txt")


def test_markdown_without_a_suffix_is_known_by_a_heading_between_blank_lines() -> None:
    text = b"---\ntitle: The bridge\n---\n\nIt fell.\n\n## Four minutes\n\nNobody *knew*.\n"

    article = load("-", stdin=io.BytesIO(text))

    assert [article.text[p.start : p.end] for p in article.paragraphs] == [
        "The bridge",
        "It fell.",
        "Four minutes",
        "Nobody knew.",
    ]


def test_a_byte_that_no_encoding_explains_is_marked_and_the_text_is_read() -> None:
    article = load("-", stdin=io.BytesIO(b"The bridge was \x1b[31m closed \x9b31m on Monday.\n"))

    assert "on Monday." in article.text
