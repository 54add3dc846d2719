"""A page without an article says why, if that can be told; one with an article is read whatever stands around it."""

from __future__ import annotations

import pytest

from newsreader.sources import SourceError, from_bytes

ARTICLE = "<p>The ferry to the islands was late again on Tuesday, the ninth time this month, and all sighed.</p>" * 9


def read(body: str, url: str | None = None) -> str:
    return from_bytes(
        f"<html><head><title>Ferry</title></head><body>{body}</body></html>".encode(), name="a.html", url=url
    ).text


@pytest.mark.parametrize(
    "body",
    [
        "<div id='root'></div><script src='/app.js'></script>",
        "<noscript>Switch on JavaScript to read this.</noscript><div id='app'><span></span></div><script>x()</script>",
        "<script>x()</script><noscript><p>You need a newer browser.</p></noscript><footer>Contact us</footer>",
    ],
)
def test_a_page_that_a_script_makes_says_so(body: str) -> None:
    with pytest.raises(SourceError, match="put there by a script: open it in a browser"):
        read(body)


@pytest.mark.parametrize(
    ("body", "url"),
    [
        ("<form action='/consent'><h1>Before you go on</h1><p>We and our 812 partners store things.</p></form>", None),
        (
            "<div class='cmp-layer'><h2>Cookies</h2><p>We would like to know you, and ask.</p></div>",
            None,
        ),
        (
            "<p>Please agree to what we do with what we know, to go on reading.</p>",
            "https://consent.news.example/collect",
        ),
    ],
)
def test_a_page_that_asks_for_consent_says_so(body: str, url: str | None) -> None:
    with pytest.raises(SourceError, match="asks for consent before it shows the article"):
        read(body, url)


def test_an_article_beside_a_banner_and_scripts_is_read() -> None:
    around = "<div id='cookie-consent'><p>We like cookies.</p></div><script>x()</script><noscript>No script!</noscript>"
    assert read(f"{around}<div id='root'><article><h1>Ferry</h1>{ARTICLE}</article></div>").count("late again") == 9
    assert "The ferry was late." in read(
        "<div id='gdpr'>Hi</div><p>The ferry was late.</p><p>All sighed, and went.</p>"
    )
