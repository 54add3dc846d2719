"""What a web page says about its article: its data (JSON-LD), its tags, the headline, byline and dated lines on it."""

from __future__ import annotations

from typing import TYPE_CHECKING, Any

from newsreader import languages
from newsreader.article import Metadata
from newsreader.sources.metadata.page_byline import authors
from newsreader.sources.metadata.page_day import Dated, published
from newsreader.sources.metadata.page_text import clean, shown
from newsreader.sources.metadata.page_title import agrees, headings_of, headline
from newsreader.sources.metadata.structured_data import article_data, names_in

if TYPE_CHECKING:
    from lxml.html import HtmlElement  # type: ignore[import-untyped]

_TITLES = (
    "og:title",
    "headline",
    "citation_title",
    "parsely-title",
    "sailthru.title",
    "dc.title",
    "dc:title",
    "twitter:title",
)
_AUTHORS = (
    "author",
    "article:author",
    "article:author_name",
    "byl",
    "dc.creator",
    "dc:creator",
    "parsely-author",
    "sailthru.author",
    "citation_author",
)
_SITES = ("og:site_name", "application-name", "dc.publisher", "publisher", "twitter:site")


def page_metadata(tree: HtmlElement, address: str | None) -> Metadata:
    """Return what the page says about its article. `address` is where it came from, if it came from the web."""
    language = tree.get("lang") or None
    press = languages.press_of(language)
    tags = _meta_tags(tree)
    data = article_data(tree, lambda line: agrees(line, _on_the_page(tree, tags)))
    sites = [*names_in(data.get("publisher")), *(tags[name] for name in _SITES if name in tags)]
    elements = shown(tree)
    own = _canonical(tree, tags)
    addresses = tuple(filter(None, (address, own)))
    said = published(Dated(elements, data, tags, addresses, press))
    return Metadata(
        title=headline(tree, _stated_title(tree, data, tags), sites),
        byline=authors(elements, _stated_authors(data, tags), sites, press),
        source=sites[0].lstrip("@") if sites else None,
        published=said.day if said else None,
        published_from=said.by if said else None,
        url=address or own,
        language=language,
    )


def _on_the_page(tree: HtmlElement, tags: dict[str, str]) -> list[str]:
    """Return what the page calls itself, apart from its data."""
    stated = (_title_element(tree), *(tags.get(name) for name in _TITLES))
    return [*headings_of(tree, "h1"), *filter(None, stated)]


def _stated_title(tree: HtmlElement, data: dict[str, Any], tags: dict[str, str]) -> str | None:
    """Return the title that is stated; a headline in the data that nothing on the page agrees with describes it."""
    on_the_page = _on_the_page(tree, tags)
    told = next(iter(names_in(data.get("headline"))), None)
    if told and (agrees(told, on_the_page) or not on_the_page):
        return told
    return next((tags[name] for name in _TITLES if name in tags), None) or _title_element(tree) or None


def _stated_authors(data: dict[str, Any], tags: dict[str, str]) -> list[list[str]]:
    """Return what is named as author in the data, then in each tag; addresses of profiles are no names."""
    tagged = ([tags[name]] for name in _AUTHORS if name in tags and not tags[name].startswith("http"))
    return [*filter(None, (names_in(data.get("author")), names_in(data.get("creator")))), *tagged]


def _canonical(tree: HtmlElement, tags: dict[str, str]) -> str | None:
    """Return the address that the page gives as its own."""
    links = (link.get("href") for link in tree.iter("link") if link.get("rel") == "canonical")
    address = next(filter(None, links), None) or tags.get("og:url")
    return address if address and address.startswith(("http://", "https://")) else None


def _meta_tags(tree: HtmlElement) -> dict[str, str]:
    """Return the contents of the meta tags by lower-case name, the first of each."""
    tags: dict[str, str] = {}
    for element in tree.iter("meta"):
        name = element.get("property") or element.get("name") or element.get("itemprop")
        content = clean(element.get("content") or "")
        for each in name.lower().split() if name and content else ():
            tags.setdefault(each, content or "")
    return tags


def _title_element(tree: HtmlElement) -> str | None:
    element = tree.find(".//title")
    return clean(element.text_content()) if element is not None else None
