"""What a web page says about its article: its data (JSON-LD), its tags, the headline, byline and dated lines on it.

A date counts only if the page calls it the date of publication; none is ever derived from copyright lines, file
times or the present day, as date finders for crawlers do.
"""

from __future__ import annotations

import html
import json
import re
from dataclasses import dataclass
from typing import TYPE_CHECKING, Any

from newsreader import languages
from newsreader.article import Metadata
from newsreader.sanitise import printable
from newsreader.sources.metadata.precedence import Said

if TYPE_CHECKING:
    from collections.abc import Callable, Iterator

    from lxml.html import HtmlElement  # type: ignore[import-untyped]

    from newsreader.languages import Press

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


@dataclass(frozen=True, slots=True)
class _Page:
    """A page taken apart: what its data and tags say, where it came from, and how lines in its language are read."""

    tree: HtmlElement
    data: dict[str, Any]
    tags: dict[str, str]
    address: str | None
    press: Press


def page_metadata(tree: HtmlElement, address: str | None) -> Metadata:
    """Return what the page says about its article. `address` is where it came from, if it came from the web."""
    language = tree.get("lang") or None
    page = _Page(tree, _article_data(tree), _meta_tags(tree), address, languages.press_of(language))
    site = _name(page.data.get("publisher")) or _first(page.tags, _SITES)
    said = next(filter(None, (who(page) for who in _PUBLISHED)), None)
    return Metadata(
        title=_title(page, site),
        byline=_byline(page),
        source=site.lstrip("@") if site else None,
        published=said.day if said else None,
        published_from=said.by if said else None,
        url=address or _canonical(page),
        language=language,
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


def _canonical(page: _Page) -> str | None:
    """Return the address that the page gives as its own."""
    links = (link.get("href") for link in page.tree.iter("link") if link.get("rel") == "canonical")
    address = next(filter(None, links), None) or page.tags.get("og:url")
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


def _first(tags: dict[str, str], names: tuple[str, ...]) -> str | None:
    return next((tags[name] for name in names if name in tags), None)


def _clean(text: str) -> str | None:
    return printable(html.unescape(re.sub(r"<[^<>]*>", "", text))) or None


def _title(page: _Page, site: str | None) -> str | None:
    """Return the headline: the page's heading if one begins with the other, else what the page states."""
    headings = [line for element in page.tree.iter("h1") if (line := _clean(element.text_content()))]
    stated = _name(page.data.get("headline")) or _first(page.tags, _TITLES) or _title_element(page.tree)
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


def _byline(page: _Page) -> str | None:
    """Return the authors: as the data say, or as a line of the page does."""
    stated = _name(page.data.get("author")) or _first(page.tags, _AUTHORS)
    if stated and not stated.startswith("http"):
        return page.press.byline(stated) or stated
    for element in page.tree.iter("a", "address", *_VISIBLE):
        marks = f"{element.get('rel')} {element.get('class')} {element.get('itemprop')}".lower()
        if "author" in marks or "byline" in marks:
            line = printable(element.text_content())
            if (names := page.press.byline(line)) or (element.get("rel") == "author" and 0 < len(line) < 60):
                return names or line
    return None


def _data_day(page: _Page) -> Said | None:
    day = page.press.day(str(page.data.get("datePublished") or ""))
    return Said(day, "the page’s data (datePublished)") if day else None


def _tag_day(page: _Page) -> Said | None:
    days = ((name, page.press.day(page.tags[name])) for name in _DATES if name in page.tags)
    return next((Said(day, f"the page’s data ({name})") for name, day in days if day), None)


def _marked_day(page: _Page) -> Said | None:
    """Return the day of the elements that the page marks as publication time, if there is exactly one."""
    days = {
        page.press.day(element.get("datetime") or element.get("content") or element.text_content())
        for element in page.tree.iter()
        if isinstance(element.tag, str) and _is_publication_time(element)
    }
    days.discard(None)
    day = days.pop() if len(days) == 1 else None
    return Said(day, "the page’s data (a time marked as published)") if day else None


def _is_publication_time(element: HtmlElement) -> bool:
    marks = f"{element.get('itemprop')} {element.get('class')}".lower()
    return bool(
        "datepublished" in marks
        or element.get("pubdate") is not None
        or (element.tag == "time" and re.search(r"\bpublish", marks))
    )


def _address_day(page: _Page) -> Said | None:
    day = page.press.day_in_address(page.address) if page.address else None
    return Said(day, "the address of the page") if day else None


def _visible_day(page: _Page) -> Said | None:
    """Return the day of the first line of the page that states one: the innermost element that holds it."""
    small = [element for element in page.tree.iter(*_VISIBLE) if len(element) <= _MOST_CHILDREN]
    for element in sorted(small, key=lambda element: len(element) > 0):
        line = printable(element.text_content())[: _LONGEST_LINE + 1]
        if (stated := page.press.stated_day(line)) and not stated.updated:
            return Said(stated.date, f"the line “{line}”")
    return None


_PUBLISHED: tuple[Callable[[_Page], Said | None], ...] = (
    _data_day,
    _tag_day,
    _marked_day,
    _address_day,
    _visible_day,
)
"""Who on a page may say when its article was published, in order."""
