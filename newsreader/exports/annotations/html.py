"""The article as a page to hand on: heading, names and highlights in the text, and notes beside their passages.

Nothing in the page is fetched or run, and nothing of the text or of a note becomes markup. What stands in `article` but
in no `aside` is the text, to the last blank.
"""

from __future__ import annotations

import re
from collections import defaultdict
from html import escape
from typing import TYPE_CHECKING

from newsreader.article import ParagraphKind
from newsreader.entities.doubts import GIVEN_AWAY
from newsreader.entity import MARK, Category
from newsreader.exports import about
from newsreader.exports.annotations.html_marks import Marked
from newsreader.exports.annotations.html_notes import Note, notes_of
from newsreader.exports.annotations.html_style import STYLE
from newsreader.exports.annotations.losses import only, written
from newsreader.exports.format import AnnotationFormat
from newsreader.languages.english.time_words import days_spelled
from newsreader.sanitise import printable

if TYPE_CHECKING:
    from collections.abc import Iterator, Sequence

    from newsreader.article import Article, Paragraph
    from newsreader.exports.annotations.annotated_article import AnnotatedArticle
    from newsreader.exports.format import Written

_TAGS = {ParagraphKind.TITLE: "h1", ParagraphKind.HEADING: "h2"}
_COLUMNS = re.compile(r"\S {2,}\S")
"""What tells the row of a table, or a line of code, of which the blanks count."""

_NAMES = {
    Category.PERSON: "people",
    Category.PLACE: "places",
    Category.ORGANISATION: "organisations",
    Category.DATE: "dates",
}


def export(document: AnnotatedArticle) -> str:
    """The page, without a newline at its end."""
    article = document.article
    title = escape(printable(article.called))
    return (
        f'<!DOCTYPE html>\n<html lang="{escape(article.metadata.language or "en")}"><head><meta charset="utf-8">'
        '<meta name="viewport" content="width=device-width, initial-scale=1">'
        "<meta http-equiv=\"Content-Security-Policy\" content=\"default-src 'none'; style-src 'unsafe-inline'\">"
        f"<title>{title}</title>\n<style>{STYLE}</style></head>\n<body>"
        f"<article>{''.join(_body(document, title))}</article>{_end(document)}</body></html>"
    )


def _body(document: AnnotatedArticle, title: str) -> Iterator[str]:
    """The paragraphs with what stands between them; what is known of the article comes below its headline."""
    article, marked = document.article, Marked(document)
    beside = defaultdict[int, list[Note]](list)
    for note in notes_of(document):
        if note.paragraph is not None:
            beside[note.paragraph.start].append(note)
    headline = next((each for each in article.paragraphs if each.kind is ParagraphKind.TITLE), None)
    if headline is None:
        yield f'<aside class="head"><h1>{title}</h1></aside>{_about(article)}'
    at = 0
    for paragraph, columns in zip(article.paragraphs, _in_columns(article), strict=True):
        yield _plain(article.text[at : paragraph.start])
        yield _passage(article, paragraph, marked, beside.get(paragraph.start, ()), columns=columns)
        if paragraph is headline:
            yield _about(article)
        at = paragraph.end
    yield _plain(article.text[at:])


def _in_columns(article: Article) -> Iterator[bool]:
    """Of each paragraph, whether it is a row of a table or a line of code: one of those that stand together tells."""
    together: list[Paragraph] = []
    for paragraph in article.paragraphs:
        if together and not paragraph.tight:
            yield from _shown(article, together)
            together = []
        together.append(paragraph)
    yield from _shown(article, together)


def _shown(article: Article, together: Sequence[Paragraph]) -> list[bool]:
    return [any(_COLUMNS.search(article.text, each.start, each.end) for each in together)] * len(together)


def _passage(article: Article, paragraph: Paragraph, marked: Marked, notes: Sequence[Note], *, columns: bool) -> str:
    """A paragraph, and beside it the notes on passages that end in it."""
    tag = _TAGS.get(paragraph.kind, "p")
    classes = [str(paragraph.kind)] if tag == "p" and paragraph.kind is not ParagraphKind.BODY else []
    classes += ["tight"] if paragraph.tight else []
    classes += ["columns"] if columns else []
    named = f' class="{" ".join(classes)}"' if classes else ""
    indent = f' style="margin-left:{paragraph.indent}ch"' if paragraph.indent else ""
    references = defaultdict[int, list[int]](list)
    for note in notes:
        references[note.end].append(note.number)
    inside = marked.inline(paragraph.start, paragraph.end, references)
    block = f"<{tag}{named}{indent}>{inside}</{tag}>"
    if not notes:
        return block
    return f'<div class="passage"><aside class="notes">{"".join(note.html() for note in notes)}</aside>{block}</div>'


def _about(article: Article) -> str:
    """Who wrote it, where and when, and where it can be read."""
    known = article.metadata
    parts = [escape(part) for part in about.origin(known)]
    if known.published:
        why = f' title="{escape(known.published_doubt)}"' if known.published_doubt else ""
        parts.append(f'<time datetime="{known.published}"{why}>{about.day(known)}</time>')
    lines = [" · ".join(parts)] if parts else []
    if address := about.address(article):
        shown = escape(address)
        link = f'<a href="{shown}" rel="noreferrer">{shown}</a>' if about.is_web(address) else shown
        lines.append(f'<span class="address">{link}</span>')
    return f'<aside class="about">{"<br>".join(lines)}</aside>' if lines else ""


def _end(document: AnnotatedArticle) -> str:
    """The notes that have no place in the text, what the lines below names say, and why what is a guess is one."""
    rest = "".join(note.html() for note in notes_of(document) if note.paragraph is None)
    section = f'<section class="notes rest"><h2>Notes on the article</h2>{rest}</section>' if rest else ""
    spans = document.spans
    there = [category for category in Category if any(span.category is category for span in spans)]
    key = [f'<span class="{category}">{_NAMES[category]}</span>' for category in there]
    lines = [f"Underlined: {' · '.join(key)}"] * bool(key) + [escape(each) for each in _guesses(document)]
    return f"{section}<footer>{'<br>'.join(lines)}</footer>" if lines else section


def _guesses(document: AnnotatedArticle) -> Iterator[str]:
    """Why what has the mark of a guess is one, each reason once."""
    known = document.article.metadata
    if known.published and known.published_doubt:
        yield f"{about.day(known)} is {known.published_doubt}; what is counted from it is one, too."
    for doubt in dict.fromkeys(span.doubt for span in document.spans if span.doubt):
        if not known.published_doubt or (known.published_doubt not in doubt and doubt != GIVEN_AWAY):
            yield f"{MARK} {days_spelled(doubt)}"


def _plain(text: str) -> str:
    # A carriage return, if written as it is, would be read as a newline.
    return escape(text, quote=False).replace("\r", "&#13;")


def _write(documents: Sequence[AnnotatedArticle]) -> Written:
    return written(FORMAT, documents, export(only(FORMAT, documents)))


FORMAT = AnnotationFormat(
    name="html", about="the article with all marks, to read and print", suffix=".html", write=_write
)
