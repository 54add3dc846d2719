"""Articles from web pages: the main text by trafilatura, what the page says about itself by `page_metadata`."""

from __future__ import annotations

import logging
import re
import sys
from typing import TYPE_CHECKING

from newsreader.article import Article, Origin, ParagraphKind
from newsreader.sanitise import printable, sanitise
from newsreader.sources.decode import beginning, decode
from newsreader.sources.errors import SourceError
from newsreader.sources.formats.format import Format
from newsreader.sources.paragraphs.blocks import Block, block_article

if TYPE_CHECKING:
    from collections.abc import Iterator

    from lxml.html import HtmlElement  # type: ignore[import-untyped]

    from newsreader.sources.formats.format import Given

_LOG = logging.getLogger(__name__)
for _library in ("trafilatura", "htmldate", "courlan"):
    logging.getLogger(_library).addHandler(logging.NullHandler())  # else their warnings end up on the screen

BEFORE_TAG = r"\s*+(?:<\?xml[^>]*+>\s*+)?+(?:<!--(?>.*?-->)\s*+)*+"
"""What may stand before the first tag; possessive, or a page of comments would be tried in every combination."""

_START = re.compile(rf"{BEFORE_TAG}<(?:!doctype\s+html|html|head|body)\b", re.IGNORECASE | re.DOTALL)

_REFERENCE = re.compile(r"&#(?:x([0-9a-f]{1,8})|(\d{1,9}));?", re.IGNORECASE)
"""A numeric character reference. Those to C1 stand for Windows-1252 (HTML standard, “numeric character references”)."""

_LONG_TAG = re.compile(rb"<[^<>]{1000,}")

_INLINE = frozenset({"hi", "ref", "del", "span", "graphic"})
"""Elements of trafilatura's tree that are parts of a line."""

_DEEP = "boolean(" + "/*" * 64 + ")"
"""The XPath for whether elements are nested so deep as no real page has them; parsers drop what is deeper than 252."""

_UNWRITTEN = re.compile(
    r"<!--.*?(?:-->|\Z)|<(title|script|style|noscript|template|svg)\b(?>.*?(?:</\1\b|\Z))[^<>]*+>?",
    re.IGNORECASE | re.DOTALL,
)
_LINE_TAG = re.compile(
    r"</?(?:address|article|aside|blockquote|br|body|caption|center|dd|details|div|dl|dt|fieldset|figcaption|figure|footer"
    r"|form|h[1-6]|header|hr|html|li|main|menu|nav|ol|p|pre|section|summary|table|tbody|td|tfoot|th|thead|tr|ul)\b[^<>]*+>?",
    re.IGNORECASE,
)
_ANY_TAG = re.compile(r"</?[a-z!?][^<>]*+>?", re.IGNORECASE)

_AROUND = ("script", "style", "noscript", "template", "nav", "header", "footer", "aside", "form", "button", "svg")
_SIMPLE = ("p", "h1", "h2", "h3", "h4", "li", "blockquote", "pre", "td")


def html_article(page: str, url: str | None, origin: Origin, name: str) -> Article:
    """Return the article in the text of an HTML page; raises `SourceError` if it has none.

    `url` is where it came from, if from the web; `name` is what the sentence of the error calls the page.
    """
    from newsreader.sources.metadata.page import page_metadata

    page = _safe(page)
    tree = _tree(page)
    if tree is None:
        raise _no_text(name)
    known = page_metadata(tree, url)
    blocks = _all_blocks(page) if tree.getroottree().xpath(_DEEP) else _main_blocks(page) or _simple_blocks(tree)
    article = block_article(blocks, known, origin)
    if not any(paragraph.kind is ParagraphKind.BODY for paragraph in article.paragraphs):
        raise _no_text(name)
    return article


def _safe(page: str) -> str:
    """Return the page without unsafe characters, those written as `&#27;` included: trafilatura gives up on them."""
    return _REFERENCE.sub(_safe_reference, sanitise(page).text)


def _safe_reference(match: re.Match[str]) -> str:
    point = int(match[1], 16) if match[1] else int(match[2])
    if 0x80 <= point < 0xA0:
        return bytes([point]).decode("cp1252", "replace")
    character = chr(point) if point <= sys.maxunicode else "\x00"
    safe = sanitise(character).text
    return match[0] if safe == character else safe


def _no_text(name: str) -> SourceError:
    return SourceError(f"No article text was found at {name}: save the text of the page as a file and open that.")


def _tree(page: str) -> HtmlElement | None:
    from trafilatura.utils import load_html

    tree: HtmlElement | None = load_html(page)
    return tree


def _main_blocks(page: str) -> list[Block]:
    """Return what trafilatura takes for the article; nothing if it finds none or fails."""
    from trafilatura import bare_extraction

    try:
        document = bare_extraction(page, include_comments=False, include_tables=True, with_metadata=False)
    except Exception:  # what a hostile page does to an extractor must not end the reader
        _LOG.exception("The extraction of the article failed")
        return []
    body = getattr(document, "body", None)
    return list(_blocks(body)) if body is not None else []


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


def _all_blocks(page: str) -> list[Block]:
    """Return all that is written in a page, whatever it is nested in: parsers leave out what is beyond their depth."""
    lines = _LINE_TAG.sub("\n", _UNWRITTEN.sub("", page).replace("\n", " "))
    import html

    return [Block(html.unescape(line)) for line in _ANY_TAG.sub("", lines).split("\n")]


def _simple_blocks(tree: HtmlElement) -> list[Block]:
    """Return the paragraphs, headings and list items of a page that are not part of what stands around an article."""
    blocks = []
    for element in tree.iter(*_SIMPLE):
        if any(ancestor.tag in (*_AROUND, *_SIMPLE) for ancestor in element.iterancestors()):
            continue
        kind = ParagraphKind.HEADING if element.tag.startswith("h") else ParagraphKind.BODY
        blocks.append(Block(_text(element), kind))
    return blocks


def _looks(head: bytes, _suffix: str) -> bool:
    return _START.match(beginning(head)) is not None


def _read(data: bytes, given: Given) -> list[Article]:
    page = decode(data, name=given.called, declared=given.charset)
    return [html_article(page, given.url, given.origin, given.called)]


def _marks(data: bytes) -> int:
    """Return how many tags or attributes there may be, whichever are more; blanks in long tags may part attributes."""
    bare = sum(len(tag) - len(tag.translate(None, b" \t\r\n\f/")) for tag in _LONG_TAG.findall(data))
    return max(data.count(b"<"), data.count(b"="), bare)


FORMAT = Format(
    "HTML",
    _read,
    marks=_marks,
    suffixes=frozenset({".html", ".htm", ".xhtml"}),
    types=frozenset({"text/html", "application/xhtml+xml"}),
    looks=_looks,
)
