"""A document of a book, line by line. All that is written in it is read: a book has no furniture around its text."""

from __future__ import annotations

import re
from typing import TYPE_CHECKING

from newsreader.sources.decode import decode
from newsreader.sources.errors import SourceError
from newsreader.sources.formats.html import blocks_of_any_depth, is_deep, safe_page
from newsreader.sources.formats.page_lines import Line, page_lines

if TYPE_CHECKING:
    from collections.abc import Iterable

    from lxml.html import HtmlElement  # type: ignore[import-untyped]

_EMPTY = re.compile(r"<([A-Za-z][\w:.-]*)([^<>]*?)/>")
_VOID = frozenset("area base br col embed hr img input link meta param source track wbr".split())
"""Elements that are empty in HTML; others that end where they begin, as XML allows, would hold all that follows."""

_AROUND = frozenset({"body", "div", "section", "article"})
"""What more than a line stands in."""


def page_of(data: bytes, name: str) -> str:
    """Return the text of a document, safe to parse. Raises `SourceError`, which has its `name`, if it is empty."""
    return _EMPTY.sub(_closed, safe_page(decode(data, name=name)))


def tree_of(page: str, name: str) -> HtmlElement:
    """Return the tree of a document, without the numbers of pages of paper. Raises `SourceError` for no element."""
    from lxml import etree, html  # type: ignore[import-untyped]

    parser = html.HTMLParser(encoding="utf-8", remove_comments=True, remove_pis=True)
    try:
        tree = html.document_fromstring(page.encode(), parser=parser, ensure_head_body=True)
    except etree.ParserError as error:
        raise SourceError(f"{name} is empty.") from error
    for mark in [each for each in tree.iter() if "pagebreak" in each.get("epub:type", "").split()]:
        mark.text = None
    return tree


def lines_of(page: str, tree: HtmlElement) -> list[Line]:
    """Return the lines of a document; of one nested deeper than any real one, as they are written."""
    if is_deep(tree):
        return [Line(block, tree) for block in blocks_of_any_depth(page)]
    return page_lines(tree, None, None)


def _closed(match: re.Match[str]) -> str:
    name, rest = match.groups()
    return match[0] if name.lower() in _VOID else f"<{name}{rest}></{name}>"


def beginnings(tree: HtmlElement, lines: list[Line], fragments: Iterable[str]) -> dict[str, int]:
    """Return at which line each of the elements begins that have these ids; those that are not there are left out."""
    wanted, found = {*fragments}, dict[str, int]()
    if not wanted:
        return found
    order = {element: place for place, element in enumerate(tree.iter())}
    own, first = _first_lines(lines)
    following = 0
    for element, place in order.items():
        while following < len(lines) and order[lines[following].element] <= place:
            following += 1
        for name in _ids(element) & wanted:
            found.setdefault(name, _line_at(element, own, first, following))
    return found


def _ids(element: HtmlElement) -> set[str]:
    return {element.get("id", ""), element.get("name", "") if element.tag == "a" else ""}


def _first_lines(lines: list[Line]) -> tuple[dict[HtmlElement, int], dict[HtmlElement, int]]:
    """Return the number of the first line that is the text of each element, and of the first that stands in it."""
    own: dict[HtmlElement, int] = {}
    first: dict[HtmlElement, int] = {}
    for number, line in enumerate(lines):
        own.setdefault(line.element, number)
        for element in (line.element, *line.element.iterancestors()):
            if element in first:
                break
            first[element] = number
    return own, first


def _line_at(element: HtmlElement, own: dict[HtmlElement, int], first: dict[HtmlElement, int], following: int) -> int:
    """Return the number of the first line in an element; of one without any, that of the line around or behind it."""
    if element in first:
        return first[element]
    around = (each for each in element.iterancestors() if each in own and each.tag not in _AROUND)
    return next((own[each] for each in around), following)
