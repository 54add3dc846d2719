"""The day on which a page says that its article was published.

A date counts only if the page calls it the date of publication, or has no other beside the article; none is ever
derived from copyright lines, file times or the present day, as date finders for crawlers do. A stamp in universal time
gives way to the day that the page itself prints or has in its address, if that is the day before or after.
"""

from __future__ import annotations

import re
from datetime import date, timedelta
from typing import TYPE_CHECKING, Any, NamedTuple

from newsreader.sources.metadata.page_text import line_of
from newsreader.sources.metadata.precedence import Said

if TYPE_CHECKING:
    from collections.abc import Callable, Sequence

    from lxml.html import HtmlElement  # type: ignore[import-untyped]

    from newsreader.languages import Press

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

_UNIVERSAL = re.compile(r"T\d\d:?\d\d(?::?\d\d(?:[.,]\d+)?)?\s?(?:Z|[+-]00:?00)$")
_LONGEST_LINE = 160
_MOST_CHILDREN = 3
_VISIBLE = ("p", "span", "div", "time", "li", "small")


class Dated(NamedTuple):
    """A page, as far as its date goes."""

    elements: Sequence[HtmlElement]
    """Those that are shown and about its article."""
    data: dict[str, Any]
    tags: dict[str, str]
    addresses: tuple[str, ...]
    """Where it came from, and what it gives as its own address."""
    press: Press


def published(page: Dated) -> Said | None:
    """Return the day of publication and who says it; None if nobody does."""
    return next(filter(None, (who(page) for who in _PUBLISHED)), None)


def _data_day(page: Dated) -> Said | None:
    return _stamp(page, str(page.data.get("datePublished") or ""), "datePublished")


def _tag_day(page: Dated) -> Said | None:
    days = (_stamp(page, page.tags[name], name) for name in _DATES if name in page.tags)
    return next(filter(None, days), None)


def _stamp(page: Dated, written: str, name: str) -> Said | None:
    day = page.press.day(written)
    if day is None:
        return None
    own = _own_day(page, day) if _UNIVERSAL.search(written.strip()) else None
    return own or Said(day, f"the page’s data ({name})")


def _own_day(page: Dated, day: date) -> Said | None:
    """Return the day beside that of a stamp in universal time which the page gives in its own."""
    near = {day - timedelta(1), day, day + timedelta(1)}
    said = (who(page) for who in (_address_day, _visible_day))
    return next((each for each in said if each and each.day in near), None)


def _marked_day(page: Dated) -> Said | None:
    return _only_day(page, _is_publication_time, "a time marked as published")


def _lone_day(page: Dated) -> Said | None:
    return _only_day(page, lambda element: element.tag == "time", "the only time on it")


def _only_day(page: Dated, wanted: Callable[[HtmlElement], bool], called: str) -> Said | None:
    """Return the day of the elements that are wanted, if there is exactly one."""
    days = {
        page.press.day(element.get("datetime") or element.get("content") or element.text_content())
        for element in page.elements
        if wanted(element)
    }
    days.discard(None)
    day = days.pop() if len(days) == 1 else None
    return Said(day, f"the page’s data ({called})") if day else None


def _is_publication_time(element: HtmlElement) -> bool:
    marks = f"{element.get('itemprop')} {element.get('class')}".lower()
    return bool(
        "datepublished" in marks
        or element.get("pubdate") is not None
        or (element.tag == "time" and re.search(r"\bpublish", marks))
    )


def _address_day(page: Dated) -> Said | None:
    days = filter(None, (page.press.day_in_address(address) for address in page.addresses))
    return next((Said(day, "the address of the page") for day in days), None)


def _visible_day(page: Dated) -> Said | None:
    """Return the day of the first line of the page that states one: the innermost element that holds it."""
    for element in _lines(page.elements):
        line = line_of(element)[: _LONGEST_LINE + 1]
        if (stated := page.press.stated_day(line)) and not stated.updated:
            return Said(stated.date, f"the line “{line}”")
    return None


def _lines(elements: Sequence[HtmlElement]) -> list[HtmlElement]:
    """Return what may be a line that states a day, innermost first; not the facts of a table with headings."""
    small = [each for each in elements if each.tag in _VISIBLE and len(each) <= _MOST_CHILDREN]
    return sorted((each for each in small if not _is_fact(each)), key=lambda element: len(element) > 0)


def _is_fact(element: HtmlElement) -> bool:
    row = next(element.iterancestors("tr"), None)
    return row is not None and row.find("th") is not None


_PUBLISHED: tuple[Callable[[Dated], Said | None], ...] = (
    _data_day,
    _tag_day,
    _marked_day,
    _address_day,
    _visible_day,
    _lone_day,
)
"""Who on a page may say when its article was published, in order."""
