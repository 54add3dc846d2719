"""What a web page says about its article: JSON-LD, OpenGraph and meta tags, the headline and byline on it.

A date counts only if the page calls it the date of publication; none is ever derived from copyright lines, file
times or the present day, as date finders for crawlers do.
"""

from __future__ import annotations

import html
import json
import re
from typing import TYPE_CHECKING, Any

from newsreader.article import Metadata
from newsreader.languages.english.press.bylines import byline
from newsreader.languages.english.press.days import parse_day
from newsreader.languages.english.press.published import day_in_url, stated_day
from newsreader.sanitise import printable

if TYPE_CHECKING:
    from collections.abc import Iterator
    from datetime import date

    from lxml.html import HtmlElement  # type: ignore[import-untyped]

_ARTICLE_TYPE = re.compile(r"(?:\w*Article|BlogPosting|LiveBlogPosting|Report|Report\w*|Review)")
_TITLES = ("og:title", "headline", "citation_title", "parsely-title", "sailthru.title", "dc.title", "twitter:title")
_AUTHORS = ("author", "article:author", "byl", "dc.creator", "parsely-author", "sailthru.author", "citation_author")
_SITES = ("og:site_name", "application-name", "dc.publisher", "publisher", "twitter:site")
_DATES = (
    "article:published_time",
    "og:article:published_time",
    "article:published",
    "datepublished",
    "date.published",
    "pubdate",
    "publishdate",
    "publish-date",
    "publish_date",
    "parsely-pub-date",
    "sailthru.date",
    "dc.date.issued",
    "dcterms.issued",
    "dcterms.created",
    "dc.date",
    "citation_publication_date",
    "citation_date",
    "date",
)
"""Names of meta tags that give the date of publication; those of a change are not among them."""

_TITLE_PARTS = re.compile(r"\s+[|–—·»:-]\s+|\s*\|\s*")
_LONGEST_LINE = 160
_MOST_CHILDREN = 3
_VISIBLE = ("p", "span", "div", "time", "li", "small")


def page_metadata(tree: HtmlElement, address: str | None) -> Metadata:
    """Return what the page says about its article. `address` is where it came from, if it came from the web."""
    data = _article_data(tree)
    meta = _meta_tags(tree)
    site = _name(data.get("publisher")) or _first(meta, _SITES)
    published, published_from = _published(tree, data, meta, address)
    return Metadata(
        title=_title(tree, data, meta, site),
        byline=_byline(tree, data, meta),
        source=site.lstrip("@") if site else None,
        published=published,
        published_from=published_from,
        url=address or _canonical(tree, meta),
        language=tree.get("lang") or None,
    )


def _article_data(tree: HtmlElement) -> dict[str, Any]:
    """Return the first JSON-LD object of the page that describes an article, or an empty one."""
    for script in tree.iter("script"):
        if "ld+json" in (script.get("type") or "") and (data := _article_in(script.text_content())):
            return data
    return {}


def _article_in(script: str) -> dict[str, Any] | None:
    """Return the article that a JSON-LD document describes; None if it is broken, nested without end or of others."""
    try:
        things = _things(json.loads(script, strict=False))
        return next((thing for thing in things if _ARTICLE_TYPE.fullmatch(_type(thing))), None)
    except (ValueError, RecursionError):
        return None


def _things(data: Any) -> Iterator[dict[str, Any]]:
    """Return the objects of a JSON-LD document: itself, those of a list, those of its graph and its main entity."""
    if isinstance(data, list):
        for item in data:
            yield from _things(item)
    elif isinstance(data, dict):
        yield data
        for key in ("@graph", "mainEntity", "mainEntityOfPage"):
            yield from _things(data.get(key))


def _type(thing: dict[str, Any]) -> str:
    kind = thing.get("@type")
    return str(kind[0] if isinstance(kind, list) and kind else kind)


def _canonical(tree: HtmlElement, meta: dict[str, str]) -> str | None:
    """Return the address that the page gives as its own."""
    links = (link.get("href") for link in tree.iter("link") if link.get("rel") == "canonical")
    address = next(filter(None, links), None) or meta.get("og:url")
    return address if address and address.startswith(("http://", "https://")) else None


def _name(value: Any) -> str | None:
    """Return the name or names in a JSON-LD value: a string, an object with a name, or a list of them."""
    if isinstance(value, str):
        return None if value.startswith(("http://", "https://")) else _clean(value)
    if isinstance(value, dict):
        return _name(value.get("name"))
    if isinstance(value, list):
        return ", ".join(filter(None, map(_name, value))) or None
    return None


def _meta_tags(tree: HtmlElement) -> dict[str, str]:
    """Return the contents of the meta tags by lower-case name, the first of each."""
    tags: dict[str, str] = {}
    for element in tree.iter("meta"):
        name = element.get("property") or element.get("name") or element.get("itemprop")
        content = _clean(element.get("content") or "")
        if name and content:
            tags.setdefault(name.lower(), content)
    return tags


def _first(meta: dict[str, str], names: tuple[str, ...]) -> str | None:
    return next((meta[name] for name in names if name in meta), None)


def _clean(text: str) -> str | None:
    return printable(html.unescape(re.sub(r"<[^<>]*>", "", text))) or None


def _title(tree: HtmlElement, data: dict[str, Any], meta: dict[str, str], site: str | None) -> str | None:
    """Return the headline: the page's heading if one begins with the other, else what the page states."""
    headings = [line for element in tree.iter("h1") if (line := _clean(element.text_content()))]
    stated = _name(data.get("headline")) or _first(meta, _TITLES) or _title_element(tree)
    if stated is None:
        return headings[0] if len(headings) == 1 else None
    agreeing = (
        line
        for line in headings
        if line.startswith(stated) or (stated.startswith(line) and len(line) > len(stated) // 3)
    )
    return next(agreeing, None) or _without_site(stated, site)


def _title_element(tree: HtmlElement) -> str | None:
    element = tree.find(".//title")
    return _clean(element.text_content()) if element is not None else None


def _without_site(title: str, site: str | None) -> str:
    """Return a title without the site's name that follows a bar or dash: `Tram line agreed | The Daily`."""
    parts = [(match.start(), match.end()) for match in _TITLE_PARTS.finditer(title)]
    for start, end in parts:
        if site and title[end:].casefold() == site.casefold():
            return title[:start]
    if parts and "|" in title[slice(*parts[-1])] and " " in title[: parts[-1][0]]:
        return title[: parts[-1][0]]
    return title


def _byline(tree: HtmlElement, data: dict[str, Any], meta: dict[str, str]) -> str | None:
    """Return the authors: as the data say, or as a line of the page does."""
    stated = _name(data.get("author")) or _first(meta, _AUTHORS)
    if stated and not stated.startswith("http"):
        return byline(stated) or stated
    for element in tree.iter("a", "address", *_VISIBLE):
        marks = f"{element.get('rel')} {element.get('class')} {element.get('itemprop')}".lower()
        if "author" in marks or "byline" in marks:
            line = printable(element.text_content())
            if (names := byline(line)) or (element.get("rel") == "author" and 0 < len(line) < 60):
                return names or line
    return None


def _published(
    tree: HtmlElement, data: dict[str, Any], meta: dict[str, str], address: str | None
) -> tuple[date | None, str | None]:
    """Return the date of publication and where it was found: the data of the page, its address, its visible lines."""
    if day := parse_day(str(data.get("datePublished") or "")):
        return day, "the page’s data (datePublished)"
    for name in _DATES:
        if name in meta and (day := parse_day(meta[name])):
            return day, f"the page’s data ({name})"
    if day := _marked_day(tree):
        return day, "the page’s data (a time marked as published)"
    if address and (day := day_in_url(address)):
        return day, "the address of the page"
    return _visible_day(tree)


def _marked_day(tree: HtmlElement) -> date | None:
    """Return the day of the elements that the page marks as publication time, if there is exactly one."""
    days = set()
    for element in tree.iter():
        if not isinstance(element.tag, str):
            continue
        marks = f"{element.get('itemprop')} {element.get('class')}".lower()
        if (
            "datepublished" in marks
            or element.get("pubdate") is not None
            or (element.tag == "time" and re.search(r"\bpublish", marks))
        ):
            days.add(parse_day(element.get("datetime") or element.get("content") or element.text_content()))
    days.discard(None)
    return days.pop() if len(days) == 1 else None


def _visible_day(tree: HtmlElement) -> tuple[date | None, str | None]:
    """Return the day of the first line of the page that states one: the innermost element that holds it."""
    small = [element for element in tree.iter(*_VISIBLE) if len(element) <= _MOST_CHILDREN]
    for element in sorted(small, key=lambda element: len(element) > 0):
        line = printable(element.text_content())[: _LONGEST_LINE + 1]
        if (stated := stated_day(line)) and not stated.updated:
            return stated.date, f"the line “{line}”"
    return None, None
