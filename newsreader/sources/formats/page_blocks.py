"""The blocks of a page's article: what trafilatura takes for it, in the form that the page gives it."""

from __future__ import annotations

import logging
from copy import deepcopy
from typing import TYPE_CHECKING

from newsreader.article import ParagraphKind
from newsreader.sanitise import printable
from newsreader.sources.formats.page_choice import article_lines
from newsreader.sources.formats.page_lines import page_lines
from newsreader.sources.metadata.page_text import is_hidden
from newsreader.sources.metadata.structured_data import article_body
from newsreader.sources.paragraphs.blocks import Block

if TYPE_CHECKING:
    from collections.abc import Iterator

    from lxml.html import HtmlElement  # type: ignore[import-untyped]

_LOG = logging.getLogger(__name__)

_INLINE = frozenset({"hi", "ref", "del", "span", "graphic"})
"""Elements of trafilatura's tree that are parts of a line."""

_AROUND = ("script", "style", "noscript", "template", "nav", "header", "footer", "aside", "form", "button", "svg")
_SIMPLE = ("p", "h1", "h2", "h3", "h4", "li", "blockquote", "pre", "td")

_TINY, _FEW = 600, 0.25
"""Code points of an extraction that is tried again, if it is less than this share of what is written on the page."""

_BETTER = 1.5
"""How many times as long another answer must be to be taken instead."""

_NO_WORSE = 0.8
"""How long the text in the page's data must be where the extractor's stands nowhere on the page."""


def page_blocks(tree: HtmlElement, url: str | None, title: str | None) -> list[Block]:
    """Return the blocks of the article on a page; `url` is where links of the page lead from. Changes the tree."""
    _without_hidden(tree)
    body = _extracted(tree)
    lines = page_lines(tree, url, title)
    chosen = article_lines(lines, "\n".join(body.itertext()), tree) if body is not None else []
    blocks = [line.block for line in chosen] or (list(_blocks(body)) if body is not None else [])
    stated = article_body(tree)
    if stated and len(stated) > (_BETTER if chosen else _NO_WORSE) * sum(len(block.text) for block in blocks):
        return [Block(line) for line in stated.split("\n")]
    return blocks or _simple_blocks(tree)


def _without_hidden(tree: HtmlElement) -> None:
    """Take out what is not shown, but not one element with most of the page in it, which a script will show."""
    whole = len(tree.text_content())
    for element in [each for each in tree.iter() if isinstance(each.tag, str) and is_hidden(each)]:
        if element.getparent() is not None and len(element.text_content()) * 2 < whole:
            element.drop_tree()


def _extracted(tree: HtmlElement) -> HtmlElement | None:
    """Return what trafilatura takes for the article, a tree of its own; None if it finds none or fails."""
    body = _extraction(tree)
    size = 0 if body is None else len(" ".join(body.itertext()))
    if size < _TINY and size < _FEW * len(printable(tree.text_content())):
        more = _extraction(tree, favor_recall=True)
        if more is not None and len(" ".join(more.itertext())) > _BETTER * size:
            return more
    return body


def _extraction(tree: HtmlElement, *, favor_recall: bool = False) -> HtmlElement | None:
    from trafilatura import bare_extraction

    try:
        document = bare_extraction(
            deepcopy(tree), include_comments=False, include_tables=True, with_metadata=False, favor_recall=favor_recall
        )
    except Exception:  # what a hostile page does to an extractor must not end the reader
        _LOG.exception("The extraction of the article failed")
        return None
    return getattr(document, "body", None)


def _blocks(element: HtmlElement) -> Iterator[Block]:
    """Return the blocks of an element of trafilatura's tree, in order; words between them are paragraphs too."""
    words = element.text or ""
    for child in element:
        if child.tag in _INLINE:
            words += _text(child) + (child.tail or "")
            continue
        yield Block(words)
        yield from _child_blocks(child)
        words = child.tail or ""
    yield Block(words)


def _child_blocks(child: HtmlElement) -> Iterator[Block]:
    """Return the blocks of one child that is no part of a line; a line break only separates."""
    if child.tag == "head":
        yield Block(_text(child), ParagraphKind.HEADING)
    elif child.tag == "list":
        yield from _items(child)
    elif child.tag == "table":
        yield from _rows(child)
    elif child.find("p") is not None or child.find("list") is not None:
        yield from _blocks(child)
    elif child.tag != "lb":
        yield from (Block(line) for line in _lines(child))


def _items(element: HtmlElement) -> Iterator[Block]:
    numbered = element.get("rend") == "ol"
    for number, item in enumerate(element.iter("item"), 1):
        mark = f"{number}. " if numbered else "• "
        own = _own_text(item)
        if own:
            yield Block(mark + own, tight=number > 1)


def _own_text(item: HtmlElement) -> str:
    """Return the text of a list item without that of lists inside it, which are items of their own."""
    parts = [item.text or ""]
    for child in item:
        parts += [" " if child.tag == "list" else _text(child), child.tail or ""]
    return printable(" ".join(parts))


def _rows(table: HtmlElement) -> Iterator[Block]:
    for number, row in enumerate(table.iter("row")):
        cells = [printable(_text(cell)) for cell in row.iter("cell")]
        if any(cells):
            yield Block(" | ".join(cells), tight=number > 0)


def _lines(element: HtmlElement) -> list[str]:
    """Return the text of an element, a line for every line break the page makes in it."""
    for line_break in element.iter("lb"):
        line_break.tail = "\n" + (line_break.tail or "")
    return _text(element).split("\n")


def _text(element: HtmlElement) -> str:
    return "".join(element.itertext())


def _simple_blocks(tree: HtmlElement) -> list[Block]:
    """Return the paragraphs, headings and list items of a page that are not part of what stands around an article."""
    blocks = []
    for element in tree.iter(*_SIMPLE):
        if any(ancestor.tag in (*_AROUND, *_SIMPLE) for ancestor in element.iterancestors()):
            continue
        kind = ParagraphKind.HEADING if element.tag.startswith("h") else ParagraphKind.BODY
        blocks.append(Block(_text(element), kind))
    return blocks
