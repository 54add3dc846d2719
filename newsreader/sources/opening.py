"""Opens what a person names: tells path, standard input and address apart, and text, Markdown and HTML."""

from __future__ import annotations

import os
import re
from pathlib import Path
from typing import TYPE_CHECKING, BinaryIO

from newsreader.article import Article, Metadata, Origin, OriginKind
from newsreader.sources.decode import decode
from newsreader.sources.errors import SourceError, shown
from newsreader.sources.fetch.files import read_path, read_stdin
from newsreader.sources.formats.plain import plain_article

if TYPE_CHECKING:
    from datetime import date

_SCHEME = re.compile(r"([A-Za-z][A-Za-z0-9+.-]+):/?/")
_HTML_SUFFIXES = {".html", ".htm", ".xhtml"}
_MARKDOWN_SUFFIXES = {".md", ".markdown", ".mdown"}
_TEXT_SUFFIXES = {".txt", ".text"}
_BEFORE_TAG = r"\s*+(?:<\?xml[^>]*+>\s*+)?+(?:<!--(?>.*?-->)\s*+)*+"
"""What may stand before the first tag; possessive, or a page of comments would be tried in every combination."""

_HTML_START = re.compile(rf"{_BEFORE_TAG}<(?:!doctype\s+html|html|head|body)\b", re.IGNORECASE | re.DOTALL)
_FEED_START = re.compile(rf"{_BEFORE_TAG}<(?:rss|feed|rdf:RDF)\b", re.DOTALL)
_MARKDOWN_HEADING = re.compile(r"(?:^|\n)\r?\n#{1,4} \S[^\n]*\n\r?\n")
"""A heading between blank lines: what tells Markdown where no suffix does."""
_NO_BLANK = re.compile(r"[^\ufeff\x00 \t\r\n\v\f]")
_HTML_TYPES = {"text/html", "application/xhtml+xml"}


def load(location: str, *, stdin: BinaryIO | None = None) -> Article:
    """Return the article at `location`: a path, `-` for standard input (or `stdin`), or an http or https address.

    Raises `SourceError` for whatever keeps it from being read.
    """
    if location == "-":
        return from_bytes(read_stdin(stdin), name="Standard input", origin=Origin(OriginKind.STDIN))
    if scheme := _SCHEME.match(location):
        return _load_address(location, scheme[1].lower())
    path = Path(os.path.expanduser(location))
    data = read_path(path)
    return from_bytes(data, name=path.name, origin=Origin(OriginKind.FILE, str(path.absolute())))


def from_bytes(
    data: bytes,
    *,
    name: str,
    origin: Origin | None = None,
    content_type: str | None = None,
    charset: str | None = None,
    url: str | None = None,
) -> Article:
    """Return the article in `data`.

    `content_type` (`text/html`) or else the suffix of `name` tells what it is; without either HTML is known by its
    first tag and Markdown by a heading. `charset` is what the HTTP header declares, `url` where the data came from
    after all redirects.
    """
    origin = origin or Origin(OriginKind.FILE, name)
    called = f"“{shown(name)}”" if origin.kind is OriginKind.FILE else shown(name)
    text = decode(data, name=called, declared=charset)
    blank = "has no text but blanks in it" if data else "is empty"
    del data  # or a long text would be held twice while its paragraphs are found
    if _FEED_START.match(text):
        raise SourceError(f"{called} is a feed, not an article: open one of the addresses in it.")
    if not _NO_BLANK.search(text):
        raise SourceError(f"{called} {blank}: open something else.")
    article = _article(text, _suffix(name, content_type), Metadata(url=url), origin, called)
    if not article.paragraphs:
        raise SourceError(f"{called} has no text in it that can be shown: open something else.")
    return article


def from_text(
    text: str,
    *,
    title: str | None = None,
    published: date | None = None,
    origin: Origin | None = None,
) -> Article:
    """Return the article in `text` by the rules of plain text; `title` and `published` are known and not looked for.

    `Article.original` leads from its offsets to those of `text`. An empty text makes an article without paragraphs.
    """
    origin = origin or Origin(OriginKind.RECORD)
    given = Metadata(
        title=title,
        published=published,
        published_from="the record" if published else None,
        url=origin.location if origin.kind is OriginKind.URL else None,
    )
    return plain_article(text, given, origin)


def _load_address(location: str, scheme: str) -> Article:
    if scheme not in {"http", "https"}:
        raise SourceError(
            f"Only http and https addresses can be opened, not {shown(scheme)}: save the text and open its file."
        )
    from newsreader.sources.fetch.web import fetch

    page = fetch(location)
    return from_bytes(
        page.data,
        name=location,
        origin=Origin(OriginKind.URL, location),
        url=page.url,
        content_type=page.content_type,
        charset=page.charset,
    )


def _suffix(name: str, content_type: str | None) -> str:
    """Return the suffix that stands for the kind of text, or nothing if that is to be told from the text."""
    if content_type in _HTML_TYPES:
        return ".html"
    if content_type == "text/markdown":
        return ".md"
    suffix = Path(re.split(r"[?#]", name)[0] if content_type else name).suffix.lower()
    return "" if content_type == "text/plain" and suffix in _HTML_SUFFIXES else suffix


def _article(text: str, suffix: str, given: Metadata, origin: Origin, name: str) -> Article:
    if suffix in _HTML_SUFFIXES or (suffix not in _TEXT_SUFFIXES | _MARKDOWN_SUFFIXES and _HTML_START.match(text)):
        from newsreader.sources.formats.html import html_article

        return html_article(text, given.url, origin, name)
    if suffix in _MARKDOWN_SUFFIXES or (not suffix and _MARKDOWN_HEADING.search(text)):
        from newsreader.sources.formats.markdown import markdown_article

        return markdown_article(text, given, origin)
    return plain_article(text, given, origin)
