"""Articles from plain text."""

from __future__ import annotations

from typing import TYPE_CHECKING

from newsreader import languages
from newsreader.article import Article, Metadata, Origin
from newsreader.sanitise import sanitise
from newsreader.sources.decode import decode
from newsreader.sources.formats.format import Format
from newsreader.sources.metadata.front_matter import read_front_matter
from newsreader.sources.metadata.precedence import complete, over
from newsreader.sources.paragraphs.broken_words import broken_words, without
from newsreader.sources.paragraphs.kinds import with_kinds
from newsreader.sources.paragraphs.spans import paragraph_spans
from newsreader.sources.repair import without_references

if TYPE_CHECKING:
    from newsreader.sources.formats.format import Given


def plain_article(text: str, given: Metadata, origin: Origin) -> Article:
    """Return the article in `text`; what `given` says goes before front matter, and that before the text itself.

    Front matter is taken off, and so are hyphens and line ends inside words; every other character stays where it is,
    and `Article.original` leads back to `text`.
    """
    sanitised = sanitise(text)
    front, start = read_front_matter(sanitised.text)
    body = sanitised.text[start:]
    known = over(given, front)
    press = languages.press_of(known.language)
    spans = paragraph_spans(body, press)
    cuts = broken_words(body, spans, press)
    body, spans = without(body, spans, cuts)
    paragraphs = with_kinds(body, spans, press, known.title)
    original = sanitised.offsets.from_offset(start).without(cuts)
    before = None if text == body else text
    return Article(body, paragraphs, complete(known, body, paragraphs, press), origin, original, before)


def _read(data: bytes, given: Given) -> list[Article]:
    text = without_references(decode(data, name=given.called, declared=given.charset))
    return [plain_article(text, Metadata(url=given.url), given.origin)]


FORMAT = Format("plain text", _read, suffixes=frozenset({".txt", ".text"}), types=frozenset({"text/plain"}))
