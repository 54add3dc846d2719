"""Articles from web pages: the main text by trafilatura, what the page says about itself by `page_metadata`."""

from __future__ import annotations

import logging
import re
import sys
from typing import TYPE_CHECKING

from newsreader.article import Article, Origin, ParagraphKind
from newsreader.sanitise import sanitise
from newsreader.sources.decode import BEFORE_TAG, beginning, decode
from newsreader.sources.errors import SourceError
from newsreader.sources.formats.format import Format
from newsreader.sources.formats.plain_paragraphs import plain_paragraphs
from newsreader.sources.paragraphs.blocks import Block, block_article

if TYPE_CHECKING:
    from lxml.html import HtmlElement  # type: ignore[import-untyped]

    from newsreader.sources.formats.format import Given

_LOG = logging.getLogger(__name__)
for _library in ("trafilatura", "htmldate", "courlan"):
    logging.getLogger(_library).addHandler(logging.NullHandler())  # else their warnings end up on the screen

_START = re.compile(rf"{BEFORE_TAG}<(?:!doctype\s+html|html|head|body)\b", re.IGNORECASE | re.DOTALL)

_REFERENCE = re.compile(r"&#(?:x([0-9a-f]{1,8})|(\d{1,9}));?", re.IGNORECASE)
"""A numeric character reference. Those to C1 stand for Windows-1252 (HTML standard, “numeric character references”)."""

_LONG_TAG = re.compile(rb"<[^<>]{1000,}")

_DEPTH = 64
_DEEP = "boolean(" + "/*" * _DEPTH + ")"
"""The XPath for whether elements are nested so deep as no real page has them; parsers drop what is deeper than 252."""

_MOST_MARKS = 10_000
"""Tags or attributes of a piece of a page whose form is looked at."""

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


def html_article(page: str, url: str | None, origin: Origin, name: str) -> Article:
    """Return the article in the text of an HTML page; raises `SourceError` if it has none.

    `url` is where it came from, if from the web; `name` is what the sentence of the error calls the page.
    """
    # Most articles are no pages, and their text is not to wait for what reads some.
    from newsreader.sources.formats.page_blocks import page_blocks
    from newsreader.sources.formats.page_walls import LONGEST, wall
    from newsreader.sources.metadata.page import page_metadata

    page = safe_page(page)
    tree = _tree(page)
    if tree is None:
        raise _no_text(name)
    known = page_metadata(tree, url)
    deep = is_deep(tree)
    article = block_article(blocks_of_any_depth(page) if deep else page_blocks(tree, url, known.title), known, origin)
    body = [each for each in article.paragraphs if each.kind is ParagraphKind.BODY]
    size = sum(each.end - each.start for each in body)
    if size < LONGEST and not deep and (why := wall(tree, url, size)):
        raise SourceError(f"{name} {why}")
    if not body:
        raise _no_text(name)
    return article


def fragment_blocks(fragment: str, url: str | None) -> list[Block]:
    """Return the blocks of a piece of HTML that is an article and nothing else, as in feeds; links lead from `url`.

    What is deeper or has more marks than any article is read without its form.
    """
    safe = safe_page(fragment)
    plain = plain_paragraphs(safe)
    return parsed_blocks(safe, url) if plain is None else plain


def parsed_blocks(safe: str, url: str | None) -> list[Block]:
    """Return the blocks of safe HTML that is not empty, as `fragment_blocks` does, whatever is in it."""
    from lxml.etree import ParserError  # type: ignore[import-untyped]
    from lxml.html import document_fromstring

    from newsreader.sources.formats.page_lines import page_lines

    if max(safe.count("<"), safe.count("=")) > _MOST_MARKS:
        return blocks_of_any_depth(safe)
    try:
        tree = document_fromstring(f"<html><body>{safe}</body></html>")
    except (ParserError, ValueError):
        return blocks_of_any_depth(safe)
    if safe.count("<") > _DEPTH and is_deep(tree):
        return blocks_of_any_depth(safe)
    return [line.block for line in page_lines(tree, url, None)]


def safe_page(page: str) -> str:
    """Return the page without unsafe characters, those written as `&#27;` included: trafilatura gives up on them."""
    safe = sanitise(page).text
    return _REFERENCE.sub(_safe_reference, safe) if "&#" in safe else safe


def _safe_reference(match: re.Match[str]) -> str:
    point = int(match[1], 16) if match[1] else int(match[2])
    if 0x80 <= point < 0xA0:
        return bytes([point]).decode("cp1252", "replace")
    character = chr(point) if point <= sys.maxunicode else "\x00"
    safe = sanitise(character).text
    return match[0] if safe == character else safe


def is_deep(tree: HtmlElement) -> bool:
    """Whether elements are nested deeper than those of real pages are."""
    return bool(tree.getroottree().xpath(_DEEP))


def _no_text(name: str) -> SourceError:
    return SourceError(f"No article text was found at {name}: save the text of the page as a file and open that.")


def _tree(page: str) -> HtmlElement | None:
    from trafilatura.utils import load_html

    tree: HtmlElement | None = load_html(page)
    return tree


def blocks_of_any_depth(page: str) -> list[Block]:
    """Return all that is written in a page, whatever it is nested in: parsers leave out what is beyond their depth."""
    lines = _LINE_TAG.sub("\n", _UNWRITTEN.sub("", page).replace("\n", " "))
    import html

    return [Block(html.unescape(line)) for line in _ANY_TAG.sub("", lines).split("\n")]


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
