"""Archives of the web become articles, the newest of each page; what is damaged is left out and counted."""

from __future__ import annotations

import gzip
import sys
from io import BytesIO
from typing import TYPE_CHECKING

import pytest
from books import packed
from warcs import Fetched, raw_record, record, warc

from newsreader.sources import SourceError, load, web_archives
from newsreader.sources.fetch import files
from newsreader.sources.formats.registry import format_of
from newsreader.sources.opening import load_all

if TYPE_CHECKING:
    from pathlib import Path

    from newsreader.article import Article

pytest.importorskip("fastwarc")


def page(name: str, words: str = "was closed") -> bytes:
    text = f"<p>The {name} {words} on Monday, said the harbour master, and it will be open again in a week.</p>" * 2
    return (
        f"<html><head><title>{name}</title></head><body><article><h1>{name}</h1>{text}</article></body></html>".encode()
    )


QUAY = Fetched("https://a.example/quay", page("Quay"))
MILL = Fetched("https://a.example/mill", page("Mill"))


def read(data: bytes) -> list[Article]:
    return list(load_all("-", stdin=BytesIO(data)))


@pytest.mark.parametrize("is_packed", [True, False])
def test_each_page_is_an_article(is_packed: bool) -> None:
    first, second = read(warc(QUAY, MILL, packed=is_packed))
    assert (first.metadata.title, first.metadata.url) == ("Quay", "https://a.example/quay")
    assert [each.origin.part for each in (first, second)] == ["https://a.example/quay", "https://a.example/mill"]


def test_an_archive_that_is_packed_as_a_whole_is_read() -> None:
    assert len(read(gzip.compress(warc(QUAY, MILL, packed=False)))) == 2


def test_of_each_page_the_newest_is_read() -> None:
    newer = Fetched(QUAY.address, page("Quay", "was opened"), "2024-07-01")
    older = Fetched(QUAY.address, page("Quay", "was built"), "2023-07-01")
    (article,) = read(warc(QUAY, newer, older))
    assert "was opened" in article.text


def test_only_pages_are_read_and_only_those_that_were_there() -> None:
    others = (
        Fetched("https://a.example/a.png", b"\x89PNG", content_type="image/png"),
        Fetched("https://a.example/gone", page("Gone"), status="404 Not Found"),
        Fetched("dns:a.example", b"1.2.3.4", content_type="text/dns"),
        raw_record(
            "request", QUAY.address, "2024-06-19", b"GET / HTTP/1.1\r\n\r\n", "application/http; msgtype=request"
        ),
    )
    saved = raw_record("resource", "https://a.example/saved", "2024-06-19", page("Saved"), "text/html; charset=utf-8")
    assert [each.metadata.title for each in read(warc(QUAY, *others, saved))] == ["Quay", "Saved"]


def test_pages_are_unpacked_as_they_were_sent() -> None:
    zipped = QUAY._replace(body=gzip.compress(QUAY.body), more="Content-Encoding: gzip\r\n")
    chunked = MILL._replace(
        body=b"%x\r\n%b\r\n0\r\n\r\n" % (len(MILL.body), MILL.body), more="Transfer-Encoding: chunked\r\n"
    )
    assert [each.metadata.title for each in read(warc(zipped, chunked))] == ["Quay", "Mill"]


@pytest.mark.parametrize("is_packed", [True, False])
def test_a_damaged_record_is_left_out_and_counted(is_packed: bool) -> None:
    before, after = warc(QUAY, packed=is_packed), warc(MILL, packed=is_packed)
    broken = record(Fetched("https://a.example/broken", page("Broken")))
    if is_packed:
        broken = gzip.compress(broken)
        broken = broken[:30] + b"\xff" * 30 + broken[60:]
    else:
        broken = broken.replace(b"WARC/1.0", b"WART/1.0")
    found = load_all("-", stdin=BytesIO(before + broken + after))
    assert [next(found).metadata.title, next(found).metadata.title] == ["Quay", "Mill"]
    with pytest.raises(SourceError, match=r"1 record of Standard input cannot be read"):
        next(found)


def test_an_archive_of_any_size_is_read_from_its_file(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    file = tmp_path / "crawl.warc.gz"
    file.write_bytes(warc(QUAY, MILL))
    monkeypatch.setattr(files, "MAX_BYTES", 100)
    assert len(list(load_all(str(file)))) == 2
    assert load(f"{file}#https://a.example/mill").metadata.title == "Mill"


def test_what_unpacks_without_end_is_cut_off() -> None:
    bomb = QUAY._replace(body=gzip.compress(b"<p>" + b"\0" * 50_000_000), more="Content-Encoding: gzip\r\n")
    assert [each.metadata.title for each in read(warc(bomb, MILL))] == ["Mill"]


def test_beginnings_of_records_without_end_cost_no_more_than_a_number_of_them() -> None:
    data = warc(QUAY) + b"\x1f\x8b\x08\0\0\0\0\0\0\x03\xff\xff" * 50_000
    found = load_all("-", stdin=BytesIO(data))
    assert next(found).metadata.title == "Quay"
    with pytest.raises(SourceError, match=f"{web_archives.MOST_DAMAGED:,} records"):
        next(found)


def test_a_packed_collection_is_read() -> None:
    made = packed(
        {"datapackage.json": "{}", "archive/a.warc.gz": warc(QUAY), "archive/b.warc": warc(MILL, packed=False)}
    )
    assert [each.metadata.title for each in read(made)] == ["Quay", "Mill"]
    with pytest.raises(SourceError, match="has no WARC file in it"):
        read(packed({"datapackage.json": "{}"}))


def test_without_its_package_a_sentence_says_how_to_get_it(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setitem(sys.modules, "fastwarc", None)
    with pytest.raises(SourceError, match=r"is an archive of the web \(WARC\), which needs the package fastwarc"):
        read(warc(QUAY))


def test_other_things_that_gzip_packed_are_no_archive() -> None:
    assert format_of(gzip.compress(b"words")).name == "plain text"
