"""Web pages become the article on them: its paragraphs, what the page says about it, and nothing around it."""

from __future__ import annotations

import unicodedata
from datetime import date
from pathlib import Path

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from newsreader.article import Article, ParagraphKind
from newsreader.sanitise import OffsetMap
from newsreader.sources import SourceError, from_bytes, load

PIECES = (
    "<p>",
    "</p>",
    "<div>",
    "</div>",
    "<table><tr><td>",
    "</table>",
    "<ul><li>",
    "</ul>",
    "<h1>",
    "</h1>",
    "<br>",
    "<blockquote>",
    "<pre>",
    "<a href='x'>",
    "</a>",
    "<!--",
    "-->",
    "<script>",
    "</script>",
    "&#0;",
    "&#x202e;",
    "\x1b[2J",
    "\x00",
    "\ud800",
    "The ferry was late on Tuesday. ",
    "<meta name='date' content='2024-02-31'>",
    "<time datetime='x' pubdate>",
    "<title>",
)
PAGES = Path(__file__).parents[1] / "pages"


def lines(article: Article, kind: ParagraphKind) -> list[str]:
    return [article.text[p.start : p.end] for p in article.paragraphs if p.kind is kind]


def page(html: str, url: str | None = None) -> Article:
    return from_bytes(html.encode("utf-8", "replace"), name="page.html", url=url)


BODY = "<p>The ferry to the islands was late again on Tuesday, the ninth time this month, and all sighed.</p>" * 3


def test_what_the_page_says_about_the_article() -> None:
    metadata = load(str(PAGES / "tram.html")).metadata
    assert metadata.title == "Council backs new tram line"
    assert metadata.byline == "Ana Ruiz, Tom O'Hara"
    assert (metadata.source, metadata.agency, metadata.place) == ("The Harbour Gazette", "AP", "Bergen")
    assert (metadata.published, metadata.published_from) == (date(2024, 6, 19), "the page’s data (datePublished)")
    assert (metadata.url, metadata.language) == ("https://gazette.example/news/tram-line", "en-GB")


def test_the_body_has_paragraphs_headings_and_list_items_in_order() -> None:
    article = load(str(PAGES / "tram.html"))
    assert lines(article, ParagraphKind.TITLE) == ["Council backs new tram line"]
    assert lines(article, ParagraphKind.HEADING) == ["What happens next"]
    body = lines(article, ParagraphKind.BODY)
    assert body[0].startswith("BERGEN (AP) — The city council")
    assert body[0].endswith("the largest transport project in the city for thirty years.")
    assert "• Phase one: harbour to railway station" in body
    assert "• Phase two: railway station to university" in body
    assert any(line.startswith("“It is about time”") for line in body)


def test_the_title_comes_once_and_nothing_of_what_is_around_comes_in() -> None:
    text = load(str(PAGES / "tram.html")).text
    assert text.count("Council backs new tram line") == 1
    for foreign in ("Sport", "Ferry late", "All rights reserved"):
        assert foreign not in text


def test_the_text_is_safe_and_maps_to_itself() -> None:
    article = load(str(PAGES / "tram.html"))
    assert "\x1b" not in article.text
    assert "\u202e" not in article.text
    assert article.original == OffsetMap()


def test_paragraphs_cover_the_text() -> None:
    article = load(str(PAGES / "tram.html"))
    rest = article.text
    for paragraph in reversed(article.paragraphs):
        rest = rest[: paragraph.start] + rest[paragraph.end :]
    assert not rest.strip()


def test_a_visible_date_of_publication_counts_and_an_update_or_copyright_does_not() -> None:
    metadata = load(str(PAGES / "visible_date.html")).metadata
    assert metadata.published == date(2024, 6, 19)
    assert metadata.published_from == "the line “Published 19 June 2024”"
    assert metadata.byline == "Jane Doe"
    assert metadata.title == "Ferry late again"


def test_a_page_that_states_no_date_has_none() -> None:
    assert load(str(PAGES / "undated.html")).metadata.published is None


@pytest.mark.parametrize(
    "head",
    [
        '<meta property="article:published_time" content="2024-06-19T10:00:00Z">',
        '<meta name="pubdate" content="06/07/2024"><meta name="date" content="19 June 2024">',
        '<script type="application/ld+json">[{"@type": ["NewsArticle"], "datePublished": "2024-06-19"}]</script>',
        '<script type="application/ld+json">{broken</script><meta itemprop="datePublished" content="2024-06-19">',
    ],
)
def test_the_usual_tags_give_the_date(head: str) -> None:
    html = f"<html><head>{head}</head><body>{BODY}</body></html>"
    assert page(html).metadata.published == date(2024, 6, 19)


def test_a_time_element_marked_as_published_gives_the_date() -> None:
    time = '<time class="published" datetime="2024-06-19T10:00">yesterday</time>'
    assert page(f"<html><body>{time}{BODY}</body></html>").metadata.published == date(2024, 6, 19)


def test_ambiguous_and_impossible_dates_in_tags_are_not_taken() -> None:
    for content in ("03/04/2024", "2024-02-31", "99999-01-01", "tomorrow"):
        html = f'<html><head><meta name="date" content="{content}"></head><body>{BODY}</body></html>'
        assert page(html).metadata.published is None


def test_the_address_counts_where_the_page_is_silent() -> None:
    metadata = page(f"<html><body>{BODY}</body></html>", "https://example.org/2024/06/19/ferry").metadata
    assert (metadata.published, metadata.published_from) == (date(2024, 6, 19), "the address of the page")


@pytest.mark.parametrize(
    ("head", "title"),
    [
        ("<title>Ferry late again | Harbour Gazette</title>", "Ferry late again"),
        ('<title>Ferry late - Gazette</title><meta property="og:site_name" content="Gazette">', "Ferry late"),
        ("<title>Rock-bottom - but not out</title>", "Rock-bottom - but not out"),
        ('<meta property="og:title" content="Tea &amp;amp; ferries">', "Tea & ferries"),
    ],
)
def test_the_title_is_the_headline_without_the_name_of_the_site(head: str, title: str) -> None:
    assert page(f"<html><head>{head}</head><body>{BODY}</body></html>").metadata.title == title


def test_a_page_with_line_breaks_for_paragraphs_keeps_its_lines() -> None:
    article = page(
        "<html><body><font><b>Tram line agreed</b><br>By Jane Doe<br><br>The council voted on <i>Tuesday</i> to "
        "build a tram line from the harbour to the university.<br><br>Work begins in May, he said.</font></body></html>"
    )
    assert article.text.split("\n\n") == [
        "Tram line agreed",
        "By Jane Doe",
        "The council voted on Tuesday to build a tram line from the harbour to the university.",
        "Work begins in May, he said.",
    ]


def test_the_heading_of_the_page_is_the_title_where_the_stated_one_is_shorter() -> None:
    head = '<head><meta property="og:title" content="Ferry late"></head>'
    article = page(f"<html>{head}<body><article><h1>Ferry late again on Tuesday</h1>{BODY}</article></body></html>")
    assert article.metadata.title == "Ferry late again on Tuesday"
    assert lines(article, ParagraphKind.HEADING) == []


def test_a_short_page_is_still_read() -> None:
    article = page("<html><body><nav>Menu</nav><p>The ferry was late.</p></body></html>")
    assert lines(article, ParagraphKind.BODY) == ["The ferry was late."]


@pytest.mark.parametrize("html", ["<html><body></body></html>", "<html><script>var a = 1</script></html>", "<html>"])
def test_a_page_without_an_article_is_an_error_of_one_sentence(html: str) -> None:
    with pytest.raises(SourceError, match=r"No article text was found at “page\.html”"):
        page(html)


def test_deeply_nested_and_broken_markup_is_survived() -> None:
    deep = page("<html><body>" + "<div>" * 3000 + "<p>The ferry was late on Tuesday.</p>")
    assert deep.text == "The ferry was late on Tuesday."
    assert "ferry" in page(f"<html><body><p>The <b>ferry<i> was</b> late</i> on <a href='>x</a>Tuesday.{BODY}").text


def test_numeric_references_to_controls_are_shown_and_those_to_windows_1252_are_read() -> None:
    hostile = "a&#27;]0;b&#x7;&#x9B; &#146;c&#x92; &#xD800; &#99999999; &#8217;"
    article = page(f"<html><body>{BODY}<p>{hostile}</p></body></html>")
    assert article.text.endswith("a\ufffd]0;b\ufffd› ’c’ \ufffd \ufffd ’")


@pytest.mark.parametrize("depth", [300, 5000])
def test_endlessly_nested_data_of_a_page_are_passed_over(depth: int) -> None:
    data = '{"@graph": [' * depth + "]}" * depth
    html = f'<html><head><script type="application/ld+json">{data}</script></head><body>{BODY}</body></html>'
    assert page(html).metadata.published is None


@settings(max_examples=40)
@given(st.lists(st.sampled_from(PIECES), max_size=25).map("".join))
def test_no_markup_breaks_the_reader(markup: str) -> None:
    try:
        article = page(f"<html>{markup}")
    except SourceError:
        return
    assert not any(unicodedata.category(character) == "Cc" and character != "\n" for character in article.text)
    assert all(article.text[p.start : p.end].strip() == article.text[p.start : p.end] != "" for p in article.paragraphs)
