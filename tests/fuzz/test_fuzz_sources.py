"""Whatever bytes are opened: an article that is safe to show, or one sentence that says why there is none."""

from __future__ import annotations

import pytest
from books import book, page
from fuzzing import assert_printable, assert_safe, fuzzed, raw, texts
from hypothesis import given
from hypothesis import strategies as st

from newsreader import sources
from newsreader.addresses import without_password
from newsreader.sources.errors import SourceError

TEXT = (
    "---\n",
    "title: A\n",
    "^BC-A,0312<\n",
    "^",
    "=\n",
    "- 1 -\n",
    "2\n",
    "The Review      19 June 2024      7\n",
    "\f",
    "A(1)    B    A(1)\n",
    "Castel-\n",
    "    lan",
    "FOR IMMEDIATE RELEASE\n",
    "Media contact:\n",
    "About A\n",
    "a\bb",
    "&#039;s &amp;",
    "Ã©â€™",
    "title: >-\n",
    "  b\n",
    "author: [{name: ",
    "[[",
    "]]",
    "}",
    '"',
    "'",
    " # ",
    "+++\n",
    'date = "',
    "[a.b]\n",
    '{"title":',
    "date: 2024-06-19\n",
    "source: https://a.b\n",
    "- x\n",
    "...\n",
    "\n\n",
    "\r\n",
    "\r",
    "By Jane Doe\n",
    "LONDON, June 19 (Reuters) — ",
    "Published June 31, 99999\n",
    "\ufeff",
    "The council met. ",
    b"\xff\xfe",
    b"\xfe\xff",
    b"\x00",
    b"\x80\x92",
    b"%PDF-",
    "Image\n",
    "  ",
    "١٩/06/2024\n",
    "0000-00-00",
    "²",
)
MARKDOWN = (
    "# ",
    "## T\n",
    "* ",
    "1. ",
    "999999999999. ",
    "> ",
    "| a | b |\n|---|---|\n",
    "```\n",
    "~~~\n",
    "[x](y)",
    "![",
    "](",
    "<b>",
    "<!--",
    "-->",
    "`",
    "**",
    "_",
    "\\",
    "&#27;",
    "&amp;",
    "&#xD800;",
    "    ",
    "\t",
    "---\n",
    "===\n",
    "[a]: b\n",
)
HTML = (
    "<!doctype html>",
    "<html>",
    "<head>",
    "</head>",
    "<body>",
    "<p>",
    "</p>",
    "<article>",
    "</article>",
    "<title>",
    "</title>",
    "<script type='application/ld+json'>",
    '{"@type":"NewsArticle","headline":',
    '["a"]',
    '"x"',
    "{",
    "}",
    "]",
    '"datePublished":"2024-06-19T25:61"',
    "</script>",
    "<meta property='og:title' content='",
    "'>",
    "<time datetime='",
    "<table><tr><td>",
    "<ul><li>",
    "<ol>",
    "<br>",
    "&#27;",
    "&#x202e;",
    "&#99999999;",
    "&#xD800;",
    "<!--",
    "-->",
    "<![CDATA[",
    "<?xml version='1.0' encoding='utf-16'?>",
    "<meta charset='",
    "rot13",
    "utf-7",
    "The council met in Lyon today. ",
    "<link rel='canonical' href='",
    "http://[",
    "<base href='",
    "<h1>",
    "</h1>",
    "<svg>",
    "<pre>",
    "</pre>",
    "<blockquote>",
    "<figcaption>",
    "<li value=9>",
    "</li>",
    "<dd>",
    "<th>",
    "</td>",
    "</tr></table>",
    "<a href='http://[x'>",
    "<a href='//b.example/\x1b]8;;'>",
    "</a>",
    "<div hidden>",
    "<p style='display:none'>",
    "</div>",
    "<noscript>",
    '"articleBody":"a\\n\\nb",',
    "&shy;&rlm;",
    "<math>",
    "<template>",
    "\x00",
)


MAIL = (
    "From a@b Wed Jun 19 08:00:00 2024\n",
    "From: A <a@b>\n",
    "Subject: =?utf-8?Q?=E2=80?=\n",
    "Date: Wed, 19 Jun 2024 08:00:00 +9999\n",
    "Message-ID: <1>\n",
    "MIME-Version: 1.0\n",
    "Content-Type: multipart/mixed; boundary=A\n",
    "Content-Type: text/html; charset=utf-7\n",
    "Content-Type: text/plain; format=flowed\n",
    "Content-Type: message/rfc822\n",
    "Content-Transfer-Encoding: base64\n",
    "List-Id: =?utf-8?Q?A?= <a.b>\n",
    "List-Unsubscribe: <https://a.b>\n",
    "List-Post: <mailto:a@b>\n",
    "In-Reply-To: <2>\n",
    "Archived-At: <https://u:p@[a.b>\n",
    'Content-Disposition: attachment; filename="a\x1b.txt"\n',
    "Content-Disposition: attachment; filename*=utf-7''%00%FF\n",
    "> a\n",
    "On Wed A wrote:\n",
    "-----A B-----\n",
    "Content-Transfer-Encoding: quoted-printable\n",
    "\n",
    "--A\n",
    "--A--\n",
    "-- \n",
    "=E2=80",
    "=\n",
    "<p>The council met in Lyon today.",
    "The council met in Lyon today. \n",
    b"\xff",
    b"\x1b[2J",
)
SUBTITLES = (
    "WEBVTT",
    " - A\n",
    "\n\n",
    "1\n",
    "00:00:01,000 --> 00:00:02,000\n",
    "999:99:99.999 --> 00:00.000 x\n",
    "<v A>",
    "<c>",
    "{\\an8}",
    "&#27;",
    "It rained. ",
    "\n",
    b"\x1b[2J",
)

BOOK = (
    "<package><metadata>",
    "<dc:title xmlns:dc='http://purl.org/dc/elements/1.1/'>A\x1b</dc:title>",
    "<dc:date xmlns:dc='http://purl.org/dc/elements/1.1/'>2024-06-31</dc:date>",
    "</metadata><manifest>",
    "<item id='a' href='a.xhtml'/>",
    "<item id='n' href='../../n.xhtml' properties='nav'/>",
    "<item id='x' href='%00%FF#'/>",
    "</manifest><spine toc='a'>",
    "<itemref idref='a'/>",
    "</spine></package>",
    "<!DOCTYPE a [<!ENTITY b 'c'>]>",
    "&b;",
    "<!--",
    "<navMap><navPoint><content src='a.xhtml#c'/>",
)
WARC = (
    "WARC/1.0\r\n",
    "WARC/1.1\n",
    "WARC-Type: response\r\n",
    "WARC-Type: resource\r\n",
    "WARC-Target-URI: https://a.example/\x1b\r\n",
    "WARC-Date: 2024-06-19T10:00:00Z\r\n",
    "Content-Type: application/http\r\n",
    "Content-Type: text/html\r\n",
    "Content-Length: 60\r\n",
    "Content-Length: -1\r\n",
    "Content-Length: 99999999999999999999\r\n",
    "\r\n",
    "HTTP/1.1 200 OK\r\n",
    "Transfer-Encoding: chunked\r\n",
    "Content-Encoding: br\r\n",
    "<html><body><p>The council met in Lyon today.</p></body></html>",
    b"\x1f\x8b\x08",
)

ADDRESSES = (
    "https://",
    "ftp:/",
    "anna",
    ":",
    "@",
    "/",
    "?",
    "#",
    "%40",
    "\\",
    "[::1]",
    "example.org",
    ":80",
    "localhost",
)


def opened(data: bytes, name: str, **more: str | None) -> None:
    try:
        article = sources.from_bytes(data, name=name, **more)
    except SourceError as error:
        assert_printable(error)
        return
    assert_safe(article)


@fuzzed
@given(
    raw(*TEXT),
    st.sampled_from(["a.txt", "a", "\x1b[2J\n.txt"]),
    st.sampled_from([None, "utf-7", "zlib", "\x00", "cp1252", "utf-16", "utf-16be"]),
)
def test_plain_text(data: bytes, name: str, charset: str | None) -> None:
    opened(data, name, charset=charset)


@fuzzed
@given(raw(*TEXT, *MARKDOWN))
def test_markdown(data: bytes) -> None:
    opened(data, "a.md")


@fuzzed
@given(raw(*HTML), st.sampled_from([None, "https://a.example/2024/06/19/x", "http://[", "\x1b"]))
def test_html(data: bytes, url: str | None) -> None:
    opened(data, "a.html", url=url)


@fuzzed
@given(raw(*MAIL), st.sampled_from(["a.eml", "a.txt"]))
def test_mail(data: bytes, name: str) -> None:
    opened(b"From: A <a@b>\nSubject: B\nMessage-ID: <1>\n" + data, name)
    opened(data, name)


@fuzzed
@given(raw(*HTML), raw(*BOOK))
def test_books(document: bytes, package: bytes) -> None:
    opened(book({"a.xhtml": document, "b.xhtml": page("<p>It rained.</p>")}), "a.epub")
    opened(book({"a.xhtml": document}, more={"OEBPS/book.opf": package}), "a.epub")
    opened(book({"a.xhtml": page("<p>It rained.</p>"), "toc.ncx": package}), "a.epub")


@fuzzed
@given(raw(*WARC))
def test_archives_of_the_web(data: bytes) -> None:
    pytest.importorskip("fastwarc")
    opened(data, "a.warc")
    opened(b"WARC/1.0\r\nWARC-Type: response\r\n" + data, "a.warc")


@fuzzed
@given(raw(*SUBTITLES), st.sampled_from(["a.srt", "a.vtt"]))
def test_subtitles(data: bytes, name: str) -> None:
    opened(data, name)


@fuzzed
@given(*(st.lists(st.sampled_from(each), max_size=4) for each in (MARKDOWN, HTML)), st.integers(1, 300))
def test_depths(markdown: list[str], html: list[str], depth: int) -> None:
    opened("".join(markdown * depth).encode(), "a.md")
    opened("".join(html * depth).encode(), "a.html")


@fuzzed
@given(st.lists(st.sampled_from(ADDRESSES) | texts, max_size=9).map("".join))
def test_an_address(address: str) -> None:
    clean = without_password(address)
    assert without_password(clean) == clean
    assert "SECRET" not in without_password(f"https://anna:SECRET{address}@example.org/")


@fuzzed
@given(raw(*TEXT, *MARKDOWN, *HTML), texts, texts)
def test_what_is_fetched(data: bytes, content_type: str, charset: str) -> None:
    opened(data, "https://a.example/x", content_type=content_type, charset=charset)


@fuzzed
@given(texts, st.none() | texts)
def test_text_in_hand(text: str, title: str | None) -> None:
    assert_safe(sources.from_text(text, title=title))
