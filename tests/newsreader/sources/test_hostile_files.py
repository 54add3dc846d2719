"""Files that are made to keep a program busy: articles or one sentence, in the time of their length.

`NEWSREADER_HOSTILE=5000000 pytest tests/newsreader/sources/test_hostile_files.py --durations=0` tries each shape with
five megabytes; the default keeps them within seconds.
"""

from __future__ import annotations

import gzip
import os
import random
from contextlib import suppress
from importlib.util import find_spec
from typing import TYPE_CHECKING

import pytest
from books import book, nav, packed, page
from pdfs import Text, pdf
from processor import processor_seconds
from warcs import Fetched, record, warc

from newsreader.sources import SourceError
from newsreader.sources.opening import load_all

if TYPE_CHECKING:
    from collections.abc import Callable
    from pathlib import Path

SIZE = int(os.environ.get("NEWSREADER_HOSTILE", 200_000))
"""Bytes of each, about, before they are packed."""

LONGEST = 10 + SIZE / 100_000
"""Seconds of the processor, on a slow machine."""

NEEDS = {"warc": "fastwarc", "pdf": "pypdfium2"}
HEAD = b"From: a@a\nMessage-ID: <1@a>\nSubject: x\nDate: Wed, 19 Jun 2024 10:00:00 +0000\nMIME-Version: 1.0\n"
LINE = "<p>The quay closed on Monday, said the harbour master of Castellan.</p>"
ITEM, REF = "<item id='a' href='a.xhtml'/>", "<itemref idref='a'/>"


def anchors(size: int, mark: str) -> bytes:
    """A document with many places, each of them a chapter."""
    number = size // 60
    body = "".join(mark.format(n) for n in range(number))
    return book({"a.xhtml": page(body)}, contents=nav(*((f"a.xhtml#c{n}", f"C{n}") for n in range(number))))


def encrypted(size: int) -> bytes:
    each = "<EncryptedData><CipherData><CipherReference URI='q'/></CipherData></EncryptedData>"
    documents = {f"{n}.xhtml": page(LINE) for n in range(size // 2000)}
    return book(documents, more={"META-INF/encryption.xml": f"<e>{each * (size // 80)}</e>"})


def manifest(size: int) -> bytes:
    package = (
        '<package xmlns="http://www.idpf.org/2007/opf"><metadata xmlns:dc="http://purl.org/dc/elements/1.1/">'
        f"{'<dc:creator>a</dc:creator>' * (size // 90)}</metadata><manifest>{ITEM * (size // 90)}</manifest>"
        f"<spine>{REF * (size // 90)}</spine></package>"
    )
    return book({"a.xhtml": page(LINE)}, more={"OEBPS/book.opf": package})


def nested(size: int) -> bytes:
    """An archive in an archive in an archive, each a book."""
    data = book({"a.xhtml": page(LINE * (size // len(LINE)))})
    for _ in range(20):
        data = book({"a.xhtml": page(LINE)}, more={"OEBPS/inner.epub": data})
    return data


def scattered(size: int) -> bytes:
    chance = random.Random(1)
    return pdf([Text(chance.random() * 590, chance.random() * 840, "ab") for _ in range(size // 60)])


BOOKS: dict[str, Callable[[int], bytes]] = {
    "one document": lambda size: book({"a.xhtml": page(LINE * (size // len(LINE)))}),
    "many documents": lambda size: book({f"{n}.xhtml": page(f"<p>{n}</p>") for n in range(size // 300)}),
    "many chapters": lambda size: anchors(size, "<p id='c{0}'>{0}</p>"),
    "empty chapters": lambda size: anchors(size, "<a id='c{0}'></a>"),
    "chapters in one place": lambda size: anchors(size, "<p id='c0'>{0}</p>"),
    "nested elements": lambda size: book({"a.xhtml": page("<div>" * (size // 5) + "word")}),
    "nested contents": lambda size: book(
        {"a.xhtml": page(LINE)}, contents="<ncx><navMap>" + "<navPoint>" * (size // 10)
    ),
    "elements that close themselves": lambda size: book({"a.xhtml": page("<p/>" * (size // 4) + "word")}),
    "a wide table": lambda size: book({"a.xhtml": page("<table>" + ("<tr>" + "<td>a</td>" * 100) * (size // 1000))}),
    "brackets": lambda size: book({"a.xhtml": page("<a " * (size // 3))}),
    "a long manifest": manifest,
    "much that is encrypted": encrypted,
    "books in books": nested,
    "files without end": lambda size: packed({"mimetype": "application/epub+zip"}) + b"PK\x01\x02" * (size // 4),
}
MAILS: dict[str, Callable[[int], bytes]] = {
    "a long field": lambda size: HEAD + b"X-A: " + b"a" * size + b"\n\nRain.\n",
    "many fields": lambda size: HEAD + b"X-A: a\n" * (size // 7) + b"\nRain.\n",
    "a long subject": lambda size: HEAD.replace(b"x\n", b"=?utf-8?Q?=C3=A9?= " * (size // 18) + b"\n") + b"\nRain.\n",
    "nested remarks": lambda size: HEAD.replace(b"From: a@a", b"From: " + b"(" * size) + b"\nRain.\n",
    "many parts": lambda size: HEAD + b"Content-Type: multipart/mixed; boundary=A\n\n" + b"--A\n\nx\n" * (size // 7),
    "mails in mails": lambda size: HEAD + b"Content-Type: message/rfc822\n\n" * (size // 30),
    "parameters": lambda size: (
        HEAD
        + b"Content-Type: multipart/mixed; boundary=A\n\n--A\n\nx\n--A\nContent-Disposition: attachment; filename="
        + b"a;" * (size // 2)
        + b"\n\nx\n"
    ),
    "quotations": lambda size: HEAD + b"In-Reply-To: <x>\n\nhi\n\n" + b"> a\n" * (size // 4),
    "a deep quotation": lambda size: HEAD + b"In-Reply-To: <x>\n\nhi\n\n" + b">" * size,
    "dashes": lambda size: HEAD + b"In-Reply-To: <x>\n\nhi\n\n" + b"-" * size,
    "lines of dashes": lambda size: HEAD + b"In-Reply-To: <x>\n\nhi\n\n" + b"---- aaaa\n" * (size // 10),
    "many messages": lambda size: b"".join(
        b"From a@a Wed Jun 19 23:58:01 2024\n" + HEAD.replace(b"<1", b"<%d" % n) + b"\nRain.\n\n"
        for n in range(size // 140)
    ),
    "messages of one name": lambda size: b"".join(
        b"From a@a Wed Jun 19 23:58:01 2024\n" + HEAD.replace(b": x", b": %d" % n) + b"\nRain.\n\n"
        for n in range(size // 140)
    ),
    "empty messages": lambda size: b"From a@a Wed Jun 19 23:58:01 2024\n\n" * (size // 35),
}
ARCHIVES: dict[str, Callable[[int], bytes]] = {
    "empty records": lambda size: warc() + record(Fetched("https://a.example/", b"")) * (size // 300),
    "one address": lambda size: (
        warc(packed=False) + record(Fetched("https://a.example/", page(LINE).encode())) * (size // 600)
    ),
    "a page without end": lambda size: warc(
        Fetched("https://a.example/", gzip.compress(b"<p>a" * (size * 4)), more="Content-Encoding: gzip\r\n")
    ),
    "a record without end": lambda size: gzip.compress(
        warc(Fetched("https://a.example/", bytes(size * 20)), packed=False)
    ),
    "a long head": lambda size: b"WARC/1.0\r\n" + b"A: b\r\n" * (size // 6),
    "beginnings of records": lambda size: warc(packed=False) + b"WARC/1." * (size // 7),
}
PAPERS: dict[str, Callable[[int], bytes]] = {
    "scattered letters": scattered,
    "many pages": lambda size: pdf(*[[Text(50, 700, "The quay.")] for _ in range(size // 250)]),
    "lines on lines": lambda size: pdf([Text(50, 700 - n / 1000, "a") for n in range(size // 40)]),
    "a long line": lambda size: pdf([Text(50, 700, "a " * (size // 2))]),
    "a long outline": lambda size: pdf([Text(50, 700, "The quay.")], outline=[("Quay", 0)] * (size // 80)),
    "many columns": lambda size: pdf(
        [Text(n % 40 * 300, n // 40 * 3, "abcdefghijklmnop", 2) for n in range(size // 50)]
    ),
}


@pytest.mark.parametrize(
    ("suffix", "made"),
    [
        pytest.param(suffix, made, id=f"{suffix} {name}")
        for suffix, shapes in (("epub", BOOKS), ("mbox", MAILS), ("warc", ARCHIVES), ("pdf", PAPERS))
        for name, made in shapes.items()
    ],
)
def test_a_hostile_file_takes_the_time_of_its_length(suffix: str, made: Callable[[int], bytes], tmp_path: Path) -> None:
    if suffix in NEEDS and find_spec(NEEDS[suffix]) is None:
        pytest.skip("The extra is not installed.")
    file = tmp_path / f"hostile.{suffix}"
    file.write_bytes(made(SIZE))
    began = processor_seconds()
    with suppress(SourceError):
        for _ in load_all(str(file)):
            pass
    assert processor_seconds() - began < LONGEST
