"""What is written in a mail: which of its parts is read, what is quoted or signs, and what is attached."""

from __future__ import annotations

import re
from dataclasses import replace
from itertools import islice
from typing import TYPE_CHECKING

from newsreader.article import Article, Paragraph, ParagraphKind
from newsreader.sanitise import printable
from newsreader.sources import apart
from newsreader.sources.decode import decode
from newsreader.sources.errors import SourceError
from newsreader.sources.formats import html
from newsreader.sources.formats.mail_head import decoded, is_newsletter
from newsreader.sources.formats.plain import plain_article
from newsreader.sources.metadata.precedence import over

if TYPE_CHECKING:
    from email.message import Message

    from newsreader.article import Metadata
    from newsreader.sources.formats.format import Given

MOST_PARTS = 1000
_MOST_NAMED = 20
"""Attachments that are named."""

_FLOWING = re.compile(r"(?<!\n--) \r?\n(?![>\s])")
"""The end of a line that goes on in the next one, in a message that says it is written so (RFC 3676)."""

_SIGNATURE = re.compile(r"^-- ?$", re.MULTILINE)
_LONGEST_LEAD = 200
"""Code points of the line above what is quoted, which says who wrote it."""

_ANSWERED = re.compile(r"^[ ]*-{4,}[ ]?[^\W\d_][^\n-]{2,60}-{4,}[ ]*$", re.MULTILINE)
"""The line above a message that is answered, as offices have it below the answer: `-----Original Message-----`."""

_ANSWER, _FORWARD = re.compile(r"re ?:", re.IGNORECASE), re.compile(r"fwd? ?:", re.IGNORECASE)
_FEW, _MARKUP = 300, 20
"""Bytes of a plain part that may only say that there is a page, and how many times as long the page is then."""


def mail_article(message: Message, known: Metadata, given: Given) -> Article:
    """Return the article in a message; `known` is what its head says. Raises `SourceError` if it has no text."""
    plain, page = _parts(message)
    if page is not None and (plain is None or is_newsletter(message) or _is_little(plain, page)):
        try:
            article = _page_article(page, known, given)
        except SourceError:
            if plain is None:
                raise
            article = _plain_article(plain, message, known, given)
    elif plain is not None:
        article = _plain_article(plain, message, known, given)
    else:
        raise SourceError(f"{given.called} is a mail without a text: open what is attached to it.")
    return _with_attachments(article, message)


def _parts(message: Message) -> tuple[Message | None, Message | None]:
    """Return the parts that are plain text and HTML, the first of each that is not empty."""
    found: dict[str, Message] = {}
    for part in islice(message.walk(), MOST_PARTS):
        kind = part.get_content_type()
        if kind in ("text/plain", "text/html") and part.get_content_disposition() != "attachment" and _bytes(part):
            found.setdefault(kind, part)
    return found.get("text/plain"), found.get("text/html")


def _is_little(plain: Message, page: Message) -> bool:
    """Whether the plain part may only say that there is a page."""
    size = len(_bytes(plain))
    return size < _FEW and size * _MARKUP < len(_bytes(page))


def _bytes(part: Message) -> bytes:
    data = part.get_payload(decode=True)
    return data if isinstance(data, bytes) else b""


def _page_article(part: Message, known: Metadata, given: Given) -> Article:
    data = _bytes(part)
    whole = data if b"<html" in data.lower() else b"<html><body>%b</body></html>" % data
    page = replace(given, content_type="text/html", charset=part.get_content_charset(), url=None)
    article = next(iter(apart.read(html.FORMAT, whole, page)))
    return _with_title(replace(article, metadata=over(known, article.metadata)))


def _with_title(article: Article) -> Article:
    """Return the article with its title above it, if it has none in its text."""
    title = article.metadata.title
    if not title or any(each.kind is ParagraphKind.TITLE for each in article.paragraphs):
        return article
    shift = len(title) + 2
    moved = (replace(each, start=each.start + shift, end=each.end + shift) for each in article.paragraphs)
    links = (replace(each, start=each.start + shift, end=each.end + shift) for each in article.links)
    heading = Paragraph(0, len(title), ParagraphKind.TITLE)
    return replace(article, text=f"{title}\n\n{article.text}", paragraphs=(heading, *moved), links=tuple(links))


def _plain_article(part: Message, message: Message, known: Metadata, given: Given) -> Article:
    text = decode(_bytes(part), name=given.called, declared=part.get_content_charset())
    if str(part.get_param("format", "")).lower() == "flowed":
        text = _FLOWING.sub(" ", text)
    article = plain_article(f"{known.title}\n\n{text}" if known.title else text, known, given.origin)
    return replace(article, paragraphs=_with_furniture(article, is_answer=_is_answer(message, known.title or "")))


def _is_answer(message: Message, title: str) -> bool:
    answers = "In-Reply-To" in message or "References" in message or _ANSWER.match(title)
    return bool(answers) and not _FORWARD.match(title)


def _with_furniture(article: Article, *, is_answer: bool) -> tuple[Paragraph, ...]:
    """Return the paragraphs with what is below the signature as furniture, and so with what an answer quotes."""
    text, paragraphs = article.text, article.paragraphs
    end = min(_signature(text), _answered(text) if is_answer else len(text))
    quoted = [is_answer and text.startswith(">", each.start) for each in paragraphs]
    following = [*quoted[1:], False]
    furniture = [
        replace(each, kind=ParagraphKind.FURNITURE)
        if each.start >= end or is_quoted or (leads and _is_lead(text[each.start : each.end]))
        else each
        for each, is_quoted, leads in zip(paragraphs, quoted, following, strict=False)
    ]
    return tuple(furniture) if any(each.kind is ParagraphKind.BODY for each in furniture) else paragraphs


def _is_lead(line: str) -> bool:
    """Whether a line above what is quoted says who wrote that."""
    return len(line) <= _LONGEST_LEAD and line.endswith(":")


def _signature(text: str) -> int:
    """Return where the last line of `-- ` stands, behind which is who wrote it, and the list; else the end."""
    found = list(_SIGNATURE.finditer(text))
    return found[-1].start() if found else len(text)


def _answered(text: str) -> int:
    """Return where the message begins that an answer has below it; else the end."""
    found = _ANSWERED.search(text)
    return found.start() if found else len(text)


def _with_attachments(article: Article, message: Message) -> Article:
    """Return the article with the names of what is attached below it; none of that is read."""
    parts = islice(message.walk(), MOST_PARTS)
    names = [name for part in parts if part.get_content_disposition() == "attachment" and (name := _name(part))]
    if not names:
        return article
    more = ", …" if len(names) > _MOST_NAMED else ""
    line = f"Attached: {', '.join(names[:_MOST_NAMED])}{more}"
    start = len(article.text) + 2
    below = Paragraph(start, start + len(line), ParagraphKind.FURNITURE)
    return replace(article, text=f"{article.text}\n\n{line}", paragraphs=(*article.paragraphs, below))


def _name(part: Message) -> str:
    """Return what a part is called, decoded, without the folders that some programs put before it."""
    try:
        written = part.get_filename("")
    except (LookupError, ValueError, TypeError):
        return ""
    return printable(re.split(r"[/\\]", decoded(written))[-1])[:_LONGEST_LEAD]
