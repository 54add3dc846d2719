"""The article as a page of HTML with its entities and annotations marked: what is between the tags is the text."""

from __future__ import annotations

from html import escape
from itertools import pairwise
from typing import TYPE_CHECKING

from newsreader.exports.annotations.losses import only, written
from newsreader.exports.format import AnnotationFormat, Lack

if TYPE_CHECKING:
    from collections.abc import Sequence

    from newsreader.exports.annotations.annotated_article import AnnotatedArticle
    from newsreader.exports.format import Written

_STYLE = (
    "article{white-space:pre-wrap;max-width:42em;margin:2em auto;font:1em/1.5 serif}"
    ".person{border-bottom:2px solid #3b82f6}.place{border-bottom:2px solid #16a34a}"
    ".organisation{border-bottom:2px solid #d97706}.date{border-bottom:2px dotted #9333ea}"
    ".yellow{background:#fff3a3}.green{background:#bbf7d0}.blue{background:#bfdbfe}"
    ".pink{background:#fbcfe8}.orange{background:#fed7aa}.purple{background:#e9d5ff}"
    ".note,.bookmark{outline:1px dashed #666}"
)


def export(document: AnnotatedArticle) -> str:
    """The page, without a newline at its end; nothing in it is fetched, and nothing in the text becomes markup."""
    title = escape(document.article.metadata.title or "Article")
    head = f'<meta charset="utf-8"><title>{title}</title><style>{_STYLE}</style>'
    return f"<!DOCTYPE html>\n<html><head>{head}</head><body><article>{_marked(document)}</article></body></html>"


def _marked(document: AnnotatedArticle) -> str:
    """The text, with an element for each stretch that has the same marks all through."""
    marks = [(span.start, span.end, span.category.value, f"{span.name} ({span.by})") for span in document.spans]
    for each in document.annotations:
        if each.start is not None and each.end is not None:
            marks.append((each.start, each.end, f"{each.kind} {each.colour or ''}".strip(), each.text))
    text = document.article.text
    opening: dict[int, list[tuple[int, int, str, str]]] = {}
    for mark in marks:
        opening.setdefault(mark[0], []).append(mark)
    cuts = sorted({0, len(text), *(offset for mark in marks for offset in mark[:2])})
    parts, active = [], list[tuple[int, int, str, str]]()
    for start, end in pairwise(cuts):
        active = [mark for mark in active if mark[1] > start] + opening.get(start, [])
        parts.append(_stretch(text[start:end], active))
    return "".join(parts)


def _stretch(text: str, active: list[tuple[int, int, str, str]]) -> str:
    # A carriage return, if written as it is, would be read as a newline.
    shown = escape(text, quote=False).replace("\r", "&#13;")
    if not active:
        return shown
    classes = " ".join(dict.fromkeys(name for mark in active for name in mark[2].split()))
    title = escape("; ".join(mark[3] for mark in active if mark[3]))
    return f'<mark class="{classes}"{f" title={chr(34)}{title}{chr(34)}" if title else ""}>{shown}</mark>'


def _write(documents: Sequence[AnnotatedArticle]) -> Written:
    return written(FORMAT, documents, export(only(FORMAT, documents)))


FORMAT = AnnotationFormat(
    name="html",
    about="the article with all marks, to read",
    suffix=".html",
    lacks=(Lack.UNPLACED, Lack.SUBJECT, Lack.MOMENTS),
    write=_write,
)
