"""What pages say about their articles, as sites really write it: wrapped data, cut titles, logins and foreign dates."""

from __future__ import annotations

from datetime import date
from typing import TYPE_CHECKING

import pytest

from newsreader.sources import from_bytes

if TYPE_CHECKING:
    from newsreader.article import Metadata

BODY = "<p>The ferry to the islands was late again on Tuesday, the ninth time this month, and all sighed.</p>" * 3
THE_DAY = date(2024, 6, 19)
DATA = '{"@type": "NewsArticle", "datePublished": "2024-06-19", "publisher": {"name": "The Gazette"}}'

BOTH = "Ana Ruiz, Tom Hara"
REFERRING = DATA.replace('{"name": "The Gazette"}', '{"@id": "#us"}')


def known(head: str = "", body: str = "", url: str | None = None) -> Metadata:
    page = f"<html><head>{head}</head><body>{body}<article>{BODY}</article></body></html>"
    return from_bytes(page.encode(), name="page.html", url=url).metadata


def data(text: str) -> str:
    return f'<script type="application/ld+json">{text}</script>'


@pytest.mark.parametrize(
    "written",
    [
        f"<![CDATA[{DATA}]]>",
        f"//<![CDATA[\n{DATA}\n//]]>",
        f"/* <![CDATA[ */{DATA}/* ]]> */",
        f"<!--\n{DATA}\n//-->",
        f"{DATA};",
        f'{{"@type": "WebSite"}}\n{DATA}',
        DATA.replace("{", '{"description": "late\nagain", ', 1),
        DATA.replace("}}", "},}"),
        f"/* the story */ {DATA}",
        f'{{"@graph": [{{"@type": "WebSite"}}, {DATA}]}}',
        f'{{"@graph": [{{"@type": "Organization", "@id": "#us", "name": "The Gazette"}}, {REFERRING}]}}',
    ],
)
def test_data_are_read_however_they_are_wrapped(written: str) -> None:
    metadata = known(data(written))
    assert (metadata.published, metadata.source) == (THE_DAY, "The Gazette")


def test_of_several_articles_in_the_data_that_counts_whose_headline_the_page_has() -> None:
    other = '{"@type": "NewsArticle", "headline": "Ferry wins a prize", "datePublished": "2020-01-31"}'
    own = '{"@type": "NewsArticle", "headline": "Ferry late again", "datePublished": "2024-06-19"}'
    metadata = known(data(other) + data(own), "<h1>Ferry late again</h1>")
    assert (metadata.title, metadata.published) == ("Ferry late again", THE_DAY)


def test_a_headline_in_the_data_that_nothing_agrees_with_is_no_title() -> None:
    described = data('{"@type": "Article", "headline": "boat between islands"}')
    assert known(f"<title>The ferry</title>{described}", "<h1>The ferry</h1>").title == "The ferry"


@pytest.mark.parametrize(
    ("head", "body", "title"),
    [
        ("<title>The Gazette | Ferry late again</title>", "<h2>Ferry late again</h2>", "Ferry late again"),
        (
            "<title>Gazette » Archive » Ferry late again</title>",
            "<h1><a href='/'>Gazette</a></h1><h2>Ferry late again</h2>",
            "Ferry late again",
        ),
        (
            "<meta property='og:title' content='Why the ferry’s captain is late and what he...'>",
            "<h1>Why the ferry's captain is late and what he says of it</h1>",
            "Why the ferry's captain is late and what he says of it",
        ),
        (
            "<meta property='og:title' content='Ferry late again'>",
            "<h1><span>Islands</span> <span>Ferry late again</span><small>and all sighed</small></h1>",
            "Ferry late again",
        ),
        (
            "<title>Gazette: Ferry late</title><meta property='og:site_name' content='Gazette'>",
            "",
            "Gazette: Ferry late",
        ),
        ("<title>Ferry late — The Gazette</title>", "<h1>Ferry late<br>again</h1>", "Ferry late again"),
        ("<title>Gazette - Ferry late</title><meta property='og:site_name' content='Gazette'>", "", "Ferry late"),
    ],
)
def test_the_title_is_whole_and_nothing_but_the_headline(head: str, body: str, title: str) -> None:
    assert known(head, body).title == title


@pytest.mark.parametrize(
    ("head", "body", "byline"),
    [
        ("<meta name='author' content='Gazette'><meta property='og:site_name' content='Gazette'>", "", "Ana Ruiz"),
        ("<meta name='author' content='gazetteadmin'>", "", "Ana Ruiz"),
        ("<meta name='author' content='Admin'>", "", "Ana Ruiz"),
        ("<meta name='author' content='desk@gazette.example'>", "", "Ana Ruiz"),
        ("<meta name='author' content='Tom Hara'>", "", "Tom Hara"),
        ("<meta name='author' content='By Tom Hara, Transport Correspondent'>", "", "Tom Hara"),
        ("", "<aside class='related'><a rel='author'>Eve Moss</a></aside>", "Ana Ruiz"),
        ("<meta name='author' content='View all posts by Tom Hara'>", "", "Tom Hara"),
        (
            data('{"@type": "Article", "author": ["Ana Ruiz", "Tom Hara", "Ana Ruiz Tom Hara"]}'),
            "",
            "Ana Ruiz, Tom Hara",
        ),
        (data('{"@type": "Article", "author": {"name": "Ana Ruiz Ana Ruiz"}}'), "", "Ana Ruiz"),
    ],
)
def test_the_byline_is_a_person_where_the_page_has_one(head: str, body: str, byline: str) -> None:
    assert (
        known(head, f"{body}<h1>Ferry late</h1><span class='author'><a rel='author'>Ana Ruiz</a></span>").byline
        == byline
    )


def test_without_a_person_a_name_in_the_data_is_the_byline_and_a_login_is_not() -> None:
    site = "<meta property='og:site_name' content='Gazette'>"
    assert known(f"{site}<meta name='author' content='Gazette'>").byline == "Gazette"
    assert known(f"{site}<meta name='author' content='Ferry Museum'>").byline == "Ferry Museum"
    assert known(f"{site}<meta name='author' content='gazetteadmin'>").byline is None


def test_an_element_that_is_said_to_be_the_author_gives_the_name() -> None:
    item = "<div itemprop='author' itemscope><img><span itemprop='name'>Ana Ruiz</span><p>writes on ferries.</p></div>"
    assert known(body=item).byline == "Ana Ruiz"


@pytest.mark.parametrize(
    "body",
    [
        "<p style='display: none'>Published June 19, 2024</p>",
        "<div hidden><p>June 19, 2024</p></div>",
        "<div class='comment'><span class='date'>June 19, 2024 at 10:25 pm</span></div>",
        "<ul class='related-stories'><li>June 19, 2024</li></ul>",
        "<p>Offer: 21.10.2019 – 27.10.2019</p>",
        "<table><tr><th>Built</th><td><span>June 19, 2024</span></td></tr></table>",
        "<time datetime='2024-06-19'>a</time><time datetime='2024-06-20'>b</time>",
        "<nav><time datetime='2024-06-19'>Fair</time></nav>",
    ],
)
def test_a_day_that_is_not_the_articles_is_not_taken(body: str) -> None:
    assert known(body=body).published is None


def test_the_only_time_beside_the_article_is_its_day() -> None:
    body = "<nav><time datetime='2020-01-01'>Fair</time></nav><p>Desk, <time datetime='2024-06-19'>19 Jun</time></p>"
    assert known(body=body).published == THE_DAY


def test_a_stamp_in_universal_time_gives_way_to_the_day_that_the_page_prints() -> None:
    late = "<meta property='article:published_time' content='2024-06-20T03:35:00Z'>"
    assert known(late, "<p>Published: June 19, 2024 at 10:35 p.m.</p>").published == THE_DAY
    assert known(late, url="https://gazette.example/2024/06/19/ferry").published == THE_DAY
    assert known(late).published == date(2024, 6, 20)
    assert known(late, "<p>Published: June 9, 2024</p>").published == date(2024, 6, 20)
    zoned = late.replace("Z", "+02:00")
    assert known(zoned, "<p>Published: June 19, 2024 at 9:35 p.m.</p>").published == date(2024, 6, 20)
