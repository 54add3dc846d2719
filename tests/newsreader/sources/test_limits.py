"""What is large or strange is an article or one sentence, after bounded work; and no word is lost in its depths."""

from __future__ import annotations

import subprocess
import sys
from typing import TYPE_CHECKING

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from newsreader.article import Origin, OriginKind
from newsreader.sources import SourceError, apart, from_bytes, reading_process
from newsreader.sources.formats import html, markdown

if TYPE_CHECKING:
    from collections.abc import Callable

MARKS = 2_000
"""More than is ordinary in these tests, which try many."""

PAGES = {
    "attributes": "<p " + " ".join(f"a{number}=1" for number in range(MARKS)) + ">word</p>",
    "attributes without values": "<p " + " ".join(f"a{number}" for number in range(MARKS)) + ">word</p>",
    "spans": "<p>" + "<span>word </span>" * MARKS + "</p>",
    "spans that stay open": "<p>" + "<span>word " * MARKS,
    "nested divs": "<div>" * MARKS + "word",
    "nested tables": "<table><tr><td>word" * MARKS,
    "nested lists": "<ul><li>word" * MARKS,
    "comments": "<!-- -->" * MARKS + "<p>word</p>",
    "comments that stay open": "<p>word</p>" + "<!-- " * MARKS,
    "a long list": "<ul>" + "<li>word</li>" * MARKS + "</ul>",
    "lone brackets": "<p>word " + "< " * MARKS + "</p>",
    "metadata": "<meta name=a content=b>" * MARKS + "<p>word</p>",
}
TEXTS = {
    "brackets": "[" * MARKS + "word" + "]" * MARKS,
    "links that stay open": "[word](" * MARKS,
    "pictures that stay open": "![word" * MARKS,
    "emphasis": "*word **word _word " * MARKS,
    "stars": "*" * MARKS + "word",
    "quotations": ">" * MARKS + " word",
    "lists": "* " * MARKS + "word",
    "backticks": "".join("`" * (number % 100 + 1) + " word" for number in range(MARKS // 20)),
    "a wide table": "|word" * 400 + "|\n" + "|-" * 400 + "|\n" + "|word\n" * MARKS,
    "tags that stay open": "<a b='word " * MARKS,
}


@pytest.fixture(autouse=True)
def little_is_ordinary(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(apart, "ORDINARY_MARKS", 400)


class Read:
    """Counts what is read here, and what in a process of its own."""

    def __init__(self, monkeypatch: pytest.MonkeyPatch) -> None:
        self.apart = 0
        answer = reading_process._answer

        def counted(*args: object) -> object:
            self.apart += 1
            return answer(*args)  # type: ignore[arg-type]

        monkeypatch.setattr(reading_process, "_answer", counted)


@pytest.fixture
def read(monkeypatch: pytest.MonkeyPatch) -> Read:
    return Read(monkeypatch)


def page(body: str) -> bytes:
    return f"<html><head><title>Trams</title></head><body><p>The first word of all.</p>{body}</body></html>".encode()


def refused(data: bytes, name: str = "page.html") -> str:
    with pytest.raises(SourceError) as caught:
        from_bytes(data, name=name)
    return str(caught.value)


def test_an_ordinary_page_is_read_without_another_process(read: Read) -> None:
    from_bytes(page("<p class=a>word</p>" * 100), name="page.html")
    assert read.apart == 0


@pytest.mark.parametrize("body", PAGES.values(), ids=PAGES)
def test_a_strange_page_is_read_in_a_process_of_its_own(body: str, read: Read) -> None:
    assert "word" in from_bytes(page(body), name="page.html").text
    assert read.apart == 1


@pytest.mark.parametrize("text", TEXTS.values(), ids=TEXTS)
def test_strange_markdown_is_read_in_a_process_of_its_own(text: str, read: Read) -> None:
    assert "word" in from_bytes(text.encode(), name="text.md").text
    assert read.apart == 1


@pytest.mark.parametrize("repeated", ["<div>", "<p a=1>", "<!-- -->", "<ul><li>", "<span>word"])
def test_more_than_any_page_has_is_refused_before_it_is_parsed(repeated: str, read: Read) -> None:
    assert "more in it than any page of news" in refused(page(repeated * (apart.MOST_MARKS + 1)))
    assert read.apart == 0


@pytest.mark.parametrize(
    "body", ["<p a='" + "x" * apart.MOST_BYTES + "'>", "&amp;" * (apart.MOST_BYTES // 5)], ids=["attribute", "entities"]
)
def test_a_page_of_too_many_bytes_is_refused_before_it_is_parsed(body: str, read: Read) -> None:
    assert "more in it than any page of news" in refused(page(body))
    assert read.apart == 0


def test_plain_text_is_under_no_limit_of_a_parser(read: Read) -> None:
    text = "<" * (apart.MOST_MARKS + 1)
    assert from_bytes(text.encode(), name="text.txt").text == text
    assert read.apart == 0


def test_what_a_process_of_its_own_reads_is_what_is_read_here(monkeypatch: pytest.MonkeyPatch) -> None:
    body = "<time itemprop=datePublished datetime=2024-06-19></time><h2>Lines</h2>" + "<p>The tram was late.</p>" * 9
    here = from_bytes(page(body), name="page.html", url="https://example.org/tram")
    monkeypatch.setattr(apart, "ORDINARY_MARKS", 1)
    assert from_bytes(page(body), name="page.html", url="https://example.org/tram") == here


def test_what_is_refused_apart_is_refused_with_the_same_sentence(monkeypatch: pytest.MonkeyPatch) -> None:
    here = refused(b"<html><body></body></html>")
    monkeypatch.setattr(apart, "ORDINARY_MARKS", 1)
    assert refused(b"<html><body></body></html>") == here


@pytest.mark.parametrize("program", ["while True: pass", "raise SystemExit(1)", "print('{')", "print('[' * 10)"])
def test_a_process_that_does_not_answer_in_time_is_ended(program: str, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(reading_process, "PATIENCE", 0.5)
    monkeypatch.setattr(reading_process, "_READER", (sys.executable, "-c", program))
    started: list[subprocess.Popen[bytes]] = []
    monkeypatch.setattr(subprocess, "Popen", noting(subprocess.Popen, started))
    assert "more in it than any page of news" in refused(page(PAGES["spans"]))
    assert started[0].returncode is not None


def test_ctrl_c_ends_the_process_at_once(monkeypatch: pytest.MonkeyPatch) -> None:
    started: list[subprocess.Popen[bytes]] = []

    def interrupted(process: subprocess.Popen[bytes], *_: object) -> None:
        started.append(process)
        raise KeyboardInterrupt

    monkeypatch.setattr(subprocess.Popen, "communicate", interrupted)
    with pytest.raises(KeyboardInterrupt):
        from_bytes(page(PAGES["spans"]), name="page.html")
    assert started[0].returncode is not None


def noting(
    popen: Callable[..., subprocess.Popen[bytes]], started: list[subprocess.Popen[bytes]]
) -> Callable[..., subprocess.Popen[bytes]]:
    def start(*args: object, **options: object) -> subprocess.Popen[bytes]:
        started.append(popen(*args, **options))
        return started[-1]

    return start


def test_more_text_than_any_article_has_is_refused(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(reading_process, "MOST_TEXT", 10)
    origin = {"kind": "stdin", "location": "", "part": ""}
    said = reading_process._answered({"format": "Markdown", "name": "-", "origin": origin}, b"Twelve words")
    assert "more in it than any page of news" in said["refused"]


SHAPES = ("<div>", "<b>", "<ul><li>", "<ol><li>", "<table><tr><td>", "<blockquote>", "<p><span>", "<section>")


@settings(max_examples=40)
@given(st.sampled_from(SHAPES), st.integers(1, 2_000))
def test_no_word_of_a_page_is_lost_however_deep_it_is(shape: str, depth: int) -> None:
    body = "".join(f"{shape}word{number} " for number in range(depth))
    article = html.html_article(page(body).decode(), None, Origin(OriginKind.STDIN), "page")
    assert {f"word{number}" for number in range(depth)} <= {*article.text.split()}


def nested_list(depth: int) -> str:
    return "".join(f"{'  ' * number}- word{number}\n" for number in range(depth))


def nested_quotation(depth: int) -> str:
    return "".join(f"{'>' * (number + 1)} word{number}\n\n" for number in range(depth))


def quoted_list(depth: int) -> str:
    return "".join(f"{'> - ' * (number + 1)}word{number}\n\n" for number in range(depth))


@settings(max_examples=30)
@given(st.sampled_from([nested_list, nested_quotation, quoted_list]), st.integers(1, 120))
def test_no_word_of_markdown_is_lost_however_deep_it_is(nested: Callable[[int], str], depth: int) -> None:
    article = markdown.markdown_article(
        nested(depth), from_bytes(b"x", name="x").metadata, from_bytes(b"x", name="x").origin
    )
    assert {f"word{number}" for number in range(depth)} <= {*article.text.split()}
