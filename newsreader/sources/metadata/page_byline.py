"""Who wrote the article of a page: people named by its data, its tags or a line on it, not the site and not a login."""

from __future__ import annotations

import re
from typing import TYPE_CHECKING

from newsreader.sources.metadata.page_text import line_of, marks_of

if TYPE_CHECKING:
    from collections.abc import Iterable, Iterator, Sequence

    from lxml.html import HtmlElement  # type: ignore[import-untyped]

    from newsreader.languages import Press

_ADDRESS = re.compile(r"\S+@\S+\.\S+|https?://|www\.", re.IGNORECASE)
_MARKED = re.compile(r"author|byline|writer|contributor", re.IGNORECASE)
_ITEM = re.compile(r"\b(?:author|creator)\b")
_LONGEST = 120
_MOST_CHILDREN = 3
_MOST_WORDS = 5
"""Of a name that no “by” stands before."""


def authors(
    elements: Sequence[HtmlElement], stated: Sequence[Sequence[str]], sites: Iterable[str], press: Press
) -> str | None:
    """Return the writers as one line: those `stated` by data and tags, in turn, or those that `elements` name.

    A person on the page is believed before the name of the site, a desk or a login in the data.
    """
    known = {site.casefold().lstrip("@") for site in sites}
    lines = (", ".join(names) for names in stated)
    people = next((found for line in (*lines, *_lines(elements, press)) if (found := _people(line, known, press))), [])
    others = [name for names in stated for each in names for name in _names(each, press) if not _is_login(name)]
    return ", ".join(once(people or others)) or None


def is_person(name: str, sites: set[str], press: Press) -> bool:
    """Whether a name is that of somebody: not the site, an address, a login or a desk."""
    return not (_is_login(name) or name.casefold() in sites or press.is_desk(name))


def once(names: list[str]) -> list[str]:
    """Return each name once: not again in other letters, doubled, or as several that were named run together."""
    kept: list[str] = []
    for name in names:
        words = name.split()
        half = len(words) // 2
        if half and words[:half] == words[half:]:
            name = " ".join(words[:half])
        if not _are_said(name, kept):
            kept.append(name)
    return kept


def _are_said(name: str, kept: list[str]) -> bool:
    """Whether all words of a name are those of names before it, taken whole."""
    rest = name.casefold()
    for each in sorted(kept, key=len, reverse=True):
        rest = rest.replace(each.casefold(), " ")
    return not re.search(r"\w", re.sub(r"\b(?:and|&)\b", " ", rest)) and bool(kept)


def _names(written: str, press: Press) -> list[str]:
    """Return the names in what a page gives as the author."""
    line = press.byline(written) or press.writer(written)
    return [name.strip() for name in re.split(r"\s*[,;]\s+(?=\S+\s)", line) if name.strip()]


def _people(line: str, sites: set[str], press: Press) -> list[str]:
    return [name for name in _names(line, press) if is_person(name, sites, press)]


def _is_login(name: str) -> bool:
    """Whether a name is an address, or one word without a capital, as no person is written."""
    return bool(_ADDRESS.search(name)) or (" " not in name and name == name.lower() and name.isascii())


def _lines(elements: Sequence[HtmlElement], press: Press) -> Iterator[str]:
    """Yield what elements say that are marked as the author, and then lines that only say who wrote something."""
    marked = [each for each in elements if _is_marked(each)]
    stated = [each for each in marked if each.get("rel") == "author" or _ITEM.search(each.get("itemprop") or "")]
    yield from (line for each in stated if _may_be_names(line := _name_of(each)))
    yield from (line for each in marked if press.byline(line := line_of(each)))
    yield from (line for each in marked if not len(each) and _may_be_names(line := line_of(each)))
    small = (each for each in elements if each.tag in ("p", "div", "span") and len(each) < _MOST_CHILDREN)
    yield from (line for each in small if press.byline(line := line_of(each)))


def _is_marked(element: HtmlElement) -> bool:
    return element.tag not in ("link", "body", "html") and _MARKED.search(marks_of(element)) is not None


def _name_of(element: HtmlElement) -> str:
    """Return the name in an element that says it is about the author: a part of it that says so, or the link in it."""
    parts = (each for each in element.iterdescendants() if each.get("itemprop") == "name" or each.tag == "a")
    named = next((line for each in parts if (line := line_of(each))), None)
    return named or line_of(element) or element.get("content") or ""


def _may_be_names(line: str) -> bool:
    words = re.findall(r"[^\W\d_][\w.'’-]*", line)
    return 0 < len(line) <= _LONGEST and 1 <= len(words) <= _MOST_WORDS and words[0][0].isupper()
