"""Articles from PDF files, in columns or not: the extra `pdf`; without it a sentence says how to get it.

Their parser is no Python, so that a process of its own always runs it.
"""

from __future__ import annotations

import re
from dataclasses import replace
from datetime import date
from itertools import accumulate
from typing import TYPE_CHECKING

from newsreader import languages
from newsreader.article import GUESS, Metadata, ParagraphKind
from newsreader.sources.errors import SourceError
from newsreader.sources.extras import missing
from newsreader.sources.formats.format import Format
from newsreader.sources.metadata.precedence import over
from newsreader.sources.paragraphs.printed import said_by

if TYPE_CHECKING:
    from collections.abc import Iterator, Sequence

    from newsreader.article import Article
    from newsreader.sources.formats.format import Given
    from newsreader.sources.paragraphs.blocks import Block
    from newsreader.sources.pdf.pages import Document
    from newsreader.sources.pdf.paragraphs import Paragraph

FROM = f"{GUESS}the day on which the PDF was made"
"""What `Metadata.published_from` says of a day that nothing else states."""

_BETWEEN = "\n\n"
_MOST_OUTLINE = 5_000
_NO_TITLE = re.compile(
    r"\A(?:microsoft \w{1,20} - |untitled)|\.(?:docx?|odt|rtf|pdf|indd|qxd|qxp|tex|dvi|pages|pptx?|xlsx?|html?|txt)\Z",
    re.I,
)
"""Titles that are the name of the file that the PDF was made of."""

_DAY = re.compile(r"D:(\d{4})(\d\d)(\d\d)")


def _read(data: bytes, given: Given) -> Iterator[Article]:
    from newsreader.sources.paragraphs.blocks import block_article

    document = _document(data, given)
    pages = list(document.pages())
    if any(page.is_picture for page in pages) and not any(page.pieces for page in pages):
        raise SourceError(
            f"{given.called} has pictures of pages and no text: have a program that recognises text (OCR) read them."
        )
    from newsreader.sources.pdf.paragraphs import paragraphs_of

    paragraphs = paragraphs_of(pages)
    _take_headings(paragraphs, document)
    known = _known(document, paragraphs, given)
    article = block_article(_blocks(paragraphs, known), known, given.origin)
    if article.metadata.published is None and (day := _day(document)):
        article = replace(article, metadata=replace(article.metadata, published=day, published_from=FROM))
    yield article


def _document(data: bytes, given: Given) -> Document:
    from newsreader.sources.pdf.pages import Document, PasswordError, PdfError

    try:
        return Document(data)
    except ImportError as error:
        raise missing(f"{given.called} is a PDF", "pypdfium2", "pdf") from error
    except PasswordError as error:
        raise SourceError(f"{given.called} is a PDF that is encrypted: save it without its password.") from error
    except PdfError as error:
        raise SourceError(f"{given.called} is a PDF that is damaged: get it anew.") from error


def _take_headings(paragraphs: Sequence[Paragraph], document: Document) -> None:
    """Have what the outline names be headings, on the pages that it says."""
    named = {(entry.page, _key(entry.title)) for entry in document.outline(_MOST_OUTLINE)}
    for each in paragraphs:
        if each.kind is ParagraphKind.BODY and {(each.page, key) for key in _keys(each)} & named:
            each.kind = ParagraphKind.HEADING


def _keys(paragraph: Paragraph) -> tuple[str, str]:
    """Return what a heading may be called: with its number, or without."""
    key = _key(paragraph.text)
    return key, key.lstrip("0123456789")


def _key(text: str) -> str:
    return "".join(re.findall(r"\w+", text.casefold()))


def _known(document: Document, paragraphs: Sequence[Paragraph], given: Given) -> Metadata:
    """Return what the file says of itself, and as its title else what is set largest on its first page."""
    title, author = document.known("Title"), document.known("Author")
    if not title or _NO_TITLE.search(title):
        first = [each for each in paragraphs if each.page == 0 and each.kind is ParagraphKind.HEADING]
        title = " ".join(max(first, key=lambda each: each.size).text.split()) if first else ""
    byline = author if " " in author or not author.islower() else ""
    known = Metadata(title=title or None, byline=byline or None, url=given.url)
    head = next((each.text for each in paragraphs if each.kind is ParagraphKind.META), "")
    return over(known, said_by(head, languages.press_of(None)))


def _day(document: Document) -> date | None:
    found = _DAY.match(document.known("CreationDate"))
    try:
        return date(*map(int, found.groups())) if found else None
    except ValueError:
        return None


def _blocks(paragraphs: Sequence[Paragraph], known: Metadata) -> Iterator[Block]:
    """Yield the paragraphs without the hyphens at the ends of their lines."""
    from newsreader.sources.paragraphs.blocks import Block
    from newsreader.sources.paragraphs.broken_words import broken_words, without
    from newsreader.sources.repair import repaired

    texts = [repaired(each.text) for each in paragraphs]
    starts = [0, *accumulate(len(each) + len(_BETWEEN) for each in texts)]
    spans = [(start, start + len(each)) for start, each in zip(starts, texts, strict=False)]
    text = _BETWEEN.join(texts)
    text, spans = without(text, spans, broken_words(text, spans, languages.press_of(known.language)))
    for each, (start, end) in zip(paragraphs, spans, strict=True):
        yield Block(text[start:end], each.kind)


FORMAT = Format(
    "PDF",
    _read,
    is_foreign=True,
    suffixes=frozenset({".pdf"}),
    types=frozenset({"application/pdf"}),
    magic=lambda head: head[:1024].lstrip().startswith(b"%PDF-"),
)
