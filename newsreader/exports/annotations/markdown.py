"""Annotations as Markdown, for people: each quotation with its note, under the article's title and source."""

from __future__ import annotations

import re
from html import unescape
from typing import TYPE_CHECKING

from newsreader.annotations.model import OWN, Kind
from newsreader.exports import about
from newsreader.exports.annotations.annotated_article import name_in
from newsreader.exports.annotations.losses import written
from newsreader.exports.format import AnnotationFormat, Lack
from newsreader.sanitise import printable

if TYPE_CHECKING:
    from collections.abc import Iterable, Iterator, Sequence

    from newsreader.annotations.model import Annotation
    from newsreader.article import Article
    from newsreader.exports.annotations.annotated_article import AnnotatedArticle
    from newsreader.exports.format import Written

# What starts something in CommonMark wherever it stands, and what does so at the start of a line.
_ANYWHERE = re.compile(r"[\\`*_\[\]<>&~|]")
_AT_START = re.compile(r"^(\s*)([-+=#]|\d+(?=[.)]))", re.MULTILINE)

_WEB = re.compile(r"https?://", re.IGNORECASE)
_TAG = re.compile(r"<(?!https?://[^\s<>]*>)(?=[A-Za-z/!?])", re.IGNORECASE)
"""What begins a tag, a comment or a link in angle brackets to anywhere but the web."""

_PROGRAM = re.compile(r"(?:javascript|vbscript):|data:[a-z]*[/,;]", re.IGNORECASE)
_INVISIBLE = re.compile(r"[\s\\\x00-\x1f\x7f-\x9f\u200b-\u200f]")


def export(article: Article, annotations: Iterable[Annotation]) -> str:
    """The document, without a newline at its end. Notes are Markdown, but do nothing; all other text is escaped."""
    blocks = [*_head(article)]
    for annotation in annotations:
        blocks.extend(_blocks(annotation))
    return "\n\n".join(blocks)


def _head(article: Article) -> Iterator[str]:
    """Title; then byline, source, agency, place, date and address as far as they are known."""
    known = article.metadata
    yield f"# {_line(article.called)}"
    parts = [_line(part) for part in (*about.origin(known), about.day(known)) if part]
    if address := about.address(article):
        parts.append(f"<{_address(address)}>" if _WEB.match(address) else _line(address))
    if parts:
        yield " · ".join(parts)


def _blocks(annotation: Annotation) -> Iterator[str]:
    if annotation.quote:
        yield _quotation(annotation.quote)
    about = _about(annotation)
    if about:
        yield f"*{about}*"
    if annotation.text.strip():
        yield _inactive(annotation.text.strip())


def _inactive(note: str) -> str:
    """A note without tags, and without links if any of its addresses may be a program; all its words stay."""
    tagless = _TAG.sub("&lt;", note)
    plain = _INVISIBLE.sub("", unescape(unescape(note)))
    return tagless.replace("](", r"]\(").replace("]:", r"]\:") if _PROGRAM.search(plain) else tagless


def _about(annotation: Annotation) -> str:
    """What the quotation and the note do not say by themselves."""
    parts = []
    if annotation.kind is Kind.HIGHLIGHT:
        parts.append(f"highlight, {annotation.colour}")
    if annotation.kind is Kind.BOOKMARK:
        parts.append("bookmark")
    if annotation.entity:
        parts.append(f"on {_line(name_in(annotation.entity))}")
    if not annotation.quote and not annotation.entity:
        parts.append("on the article")
    if not annotation.placed:
        parts.append("no longer in the text")
    if annotation.author not in OWN:
        parts.append(f"by {_line(annotation.author)}")
    return ", ".join(parts)


def _quotation(quote: str) -> str:
    """A block quotation; line wraps of the source are spaces, its paragraphs stay."""
    paragraphs = [" ".join(paragraph.split()) for paragraph in re.split(r"\n\s*\n", quote.strip())]
    return "\n>\n".join(f"> {_escaped(paragraph)}" for paragraph in paragraphs)


def _line(text: str) -> str:
    return _escaped(printable(text).strip())


def _escaped(text: str) -> str:
    """The text so that Markdown shows it as it is."""
    return _AT_START.sub(_escape_at_start, _ANYWHERE.sub(r"\\\g<0>", text))


def _escape_at_start(match: re.Match[str]) -> str:
    blank, sign = match.groups()
    return f"{blank}{sign}\\" if sign.isdigit() else f"{blank}\\{sign}"


def _address(url: str) -> str:
    """The address so that nothing in it ends the link."""
    return printable(url).strip().replace("<", "%3C").replace(">", "%3E").replace(" ", "%20")


def _write(documents: Sequence[AnnotatedArticle]) -> Written:
    return written(FORMAT, documents, "\n\n".join(export(each.article, each.annotations) for each in documents))


FORMAT = AnnotationFormat(
    name="markdown", about="quotations and notes, to read", suffix=".md", lacks=(Lack.MENTIONS,), write=_write
)
