"""An entry of a feed becomes an article with what the feed says of it."""

from __future__ import annotations

from datetime import date

import pytest

from newsreader.article import Origin, OriginKind, ParagraphKind
from newsreader.sources import from_bytes, load_all
from newsreader.sources.feeds.article import entry_article, is_teaser
from newsreader.sources.feeds.days import day_of
from newsreader.sources.feeds.model import Entry

ORIGIN = Origin(OriginKind.URL, "https://news.example/1")
ENTRY = Entry(
    guid="1",
    address="https://news.example/1",
    title="Ferry &amp; <b>tram</b>",
    content="<p>It was <a href='/late'>late</a>.</p><ul><li>Again</li></ul><script>x</script><p>\x1b[31mRed</p>",
    author="Ann Bell",
    published="Sun, 01 Feb 2026 10:00 GMT",
    language="en",
    base="https://news.example/1",
)


def test_an_entry_becomes_its_article() -> None:
    article = entry_article(ENTRY, "Ferry news", ORIGIN)
    assert article.text == "Ferry & tram\n\nIt was late.\n\n• Again\n\n\ufffd[31mRed"
    assert article.paragraphs[0].kind is ParagraphKind.TITLE
    known = article.metadata
    assert (known.title, known.byline, known.source) == ("Ferry & tram", "Ann Bell", "Ferry news")
    assert (known.published, known.published_from) == (date(2026, 2, 1), "the feed")
    assert (known.url, known.language) == ("https://news.example/1", "en")
    assert [each.address for each in article.links] == ["https://news.example/late"]


def test_a_title_alone_can_be_read() -> None:
    assert entry_article(Entry(title="Ferry late"), "", ORIGIN).text == "Ferry late"


def test_nothing_makes_nothing() -> None:
    assert entry_article(Entry(address="https://news.example/1"), "", ORIGIN).paragraphs == ()


@pytest.mark.parametrize("content", ["<div>" * 3000 + "deep", "<b x=1>" * 20_000 + "wide", "<p>" + "a " * 100_000])
def test_strange_markup_keeps_its_words(content: str) -> None:
    article = entry_article(Entry(content=content), "", ORIGIN)
    assert article.text.split()[-1] in ("deep", "wide", "a")


@pytest.mark.parametrize(
    ("entry", "teaser"),
    [
        (Entry(title="Late"), True),
        (Entry(summary="Short."), True),
        (Entry(summary="Word " * 200), False),
        (Entry(summary="Word " * 200 + "[…]"), True),
        (Entry(content="<p>" + "Word " * 200 + "…</p>"), True),
        (Entry(content="<p>Short, and all of it.</p>"), False),
    ],
)
def test_teasers_are_told_from_articles(entry: Entry, teaser: bool) -> None:
    assert is_teaser(entry) is teaser


@pytest.mark.parametrize(
    ("written", "day"),
    [
        ("Sun, 01 Feb 2026 10:00:00 +0100", date(2026, 2, 1)),
        ("1 Feb 26 10:00 GMT", date(2026, 2, 1)),
        ("Sunday, 1 February 2026", date(2026, 2, 1)),
        ("2026-02-01T23:59:59-08:00", date(2026, 2, 1)),
        ("2026-02-01", date(2026, 2, 1)),
        ("20260201", date(2026, 2, 1)),
        ("Sun Feb  1 10:00:00 UTC 2026", date(2026, 2, 1)),
        ("February 1, 2026", date(2026, 2, 1)),
        ("31 Feb 2026", None),
        ("1 Foo 2026", None),
        ("today", None),
        ("", None),
    ],
)
def test_days_of_feeds(written: str, day: date | None) -> None:
    assert day_of(written) == day


def test_a_saved_feed_is_opened_as_its_articles(tmp_path_factory: pytest.TempPathFactory) -> None:
    file = tmp_path_factory.mktemp("feed") / "all.xml"
    item = "<item><title>{0}</title><guid>{0}</guid><description>Text of {0}.</description></item>"
    file.write_text(
        f'<rss version="2.0"><channel><title>Ferry</title>{item.format("One")}{item.format("Two")}</channel></rss>',
        encoding="utf-8",
    )
    articles = list(load_all(str(file)))
    assert [each.metadata.title for each in articles] == ["One", "Two"]
    assert len({each.origin.part for each in articles}) == 2
    assert next(load_all(f"{file}#{articles[1].origin.part}")).text == "Two\n\nText of Two."


def test_the_first_article_of_the_bytes_of_a_json_feed() -> None:
    data = b'{"version": "https://jsonfeed.org/version/1", "items": [{"id": "1", "content_text": "It rained."}]}'
    assert from_bytes(data, name="feed").text == "It rained."
