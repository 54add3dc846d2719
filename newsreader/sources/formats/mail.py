"""Articles from mails: a message in a file of its own (`.eml`), or one or more in a mailbox (mbox).

What the head says is known about the article; its text is the plain part of the message, or else that in HTML, which
has the limits of a page. The head and the parts of a message take the time of their length.
"""

from __future__ import annotations

import re
from dataclasses import replace
from itertools import islice
from typing import TYPE_CHECKING

from newsreader.article import Metadata, ParagraphKind
from newsreader.sanitise import printable
from newsreader.sources import apart
from newsreader.sources.decode import decode
from newsreader.sources.errors import SourceError
from newsreader.sources.formats import html
from newsreader.sources.formats.format import Format
from newsreader.sources.formats.plain import plain_article
from newsreader.sources.metadata.precedence import over

if TYPE_CHECKING:
    from collections.abc import Iterator
    from datetime import date
    from email.message import Message

    from newsreader.article import Article, Paragraph
    from newsreader.sources.formats.format import Given

_FIELD = rb"[A-Za-z][A-Za-z0-9-]{1,40}:[^\n]{0,2000}\n(?:[ \t]+[^\n]{0,2000}\n){0,100}"
_HEAD = re.compile(rb"\s{0,20}(?P<envelope>From [^\n]{3,200}\n)?(?P<fields>(?:" + _FIELD + rb"){2,80})\r?\n")
_NAME = re.compile(rb"^([A-Za-z][A-Za-z0-9-]+):", re.MULTILINE)
_TECHNICAL = frozenset({b"message-id", b"mime-version", b"received", b"return-path", b"content-transfer-encoding"})
"""Fields that no person writes above a text."""

_ENVELOPE_LINE = re.compile(rb"\A\s*From [^\n]*\n")
_FLOWING = re.compile(r"(?<!\n--) \r?\n(?![>\s])")
"""The end of a line that goes on in the next one, in a message that says it is written so (RFC 3676)."""

_SURNAME_FIRST = re.compile(r"^([^\W\d_][\w'’-]+), ([^\W\d_][\w'’ -]*[a-z])$")
"""How offices write names; not what has letters after it (`Trams, Inc.`, `Ana Ruiz, MD`)."""

_SIGNATURE = re.compile(r"^-- ?$", re.MULTILINE)
_MOST_PARTS = 1000
_ENVELOPE = re.compile(rb"(?:\A|\n\r?\n)From [^\n]{3,200}\d{4}\r?\n")
_MOST_MESSAGES = 10_000

FROM = "the head of the mail"
"""What `Metadata.published_from` says of a date from here."""


def _is_mail(head: bytes) -> bool:
    """Whether it begins with the head of a mail as programs write it: text that people write may name a sender, too."""
    match = _HEAD.match(head)
    names = {name.lower() for name in _NAME.findall(match["fields"])} if match else set()
    if b"from" not in names or not names & {b"subject", b"date"}:
        return False
    return bool(names & _TECHNICAL) or {b"subject", b"date"} <= names or bool(match and match["envelope"])


def _read(data: bytes, given: Given) -> Iterator[Article]:
    starts = [found.start() + found[0].index(b"From ") for found in _ENVELOPE.finditer(data)][:_MOST_MESSAGES] or [0]
    several = len(starts) > 1
    for number, (start, end) in enumerate(zip(starts, [*starts[1:], len(data)], strict=True), 1):
        message = _message(data[start:end])
        origin = given.part(_part(message, number)) if several else given.origin
        try:
            yield _article(message, replace(given, origin=origin))
        except SourceError:
            if not several:
                raise


def _message(data: bytes) -> Message:
    from email import message_from_bytes

    try:
        return message_from_bytes(_ENVELOPE_LINE.sub(b"", data, count=1).lstrip())
    except RecursionError as error:
        raise SourceError("A mail has mails in it without end: save its text as a .txt file and open that.") from error


def _part(message: Message, number: int) -> str:
    """Return what a message is called in its mailbox: by its own id, which stays when others come and go."""
    return _field(message, "Message-ID").strip("<>") or str(number)


def _article(message: Message, given: Given) -> Article:
    """Return the article in a message. Raises `SourceError` if it has no text."""
    known, (part, is_html) = _known(message), _body(message, given)
    data = part.get_payload(decode=True)
    data = data if isinstance(data, bytes) else b""
    if is_html:
        page = replace(given, content_type="text/html", charset=part.get_content_charset(), url=None)
        whole = data if b"<html" in data.lower() else b"<html><body>%b</body></html>" % data
        article = next(iter(apart.read(html.FORMAT, whole, page)))
        return replace(article, metadata=over(known, article.metadata))
    text = decode(data, name=given.called, declared=part.get_content_charset())
    if str(part.get_param("format", "")).lower() == "flowed":
        text = _FLOWING.sub(" ", text)
    article = plain_article(f"{known.title}\n\n{text}" if known.title else text, known, given.origin)
    return replace(article, paragraphs=_with_signature(article))


def _known(message: Message) -> Metadata:
    """Return what the head of a message says: who wrote it, on which day where they were, and about what."""
    from email.utils import parseaddr

    name, address = parseaddr(_field(message, "From"))
    day = _day(_field(message, "Date"))
    return Metadata(
        title=_field(message, "Subject") or None,
        byline=_SURNAME_FIRST.sub(r"\2 \1", name) or address or None,
        published=day,
        published_from=FROM if day else None,
    )


def _day(written: str) -> date | None:
    from email.utils import parsedate_to_datetime

    try:
        return parsedate_to_datetime(written).date()
    except (ValueError, TypeError, IndexError, OverflowError):
        return None


def _field(message: Message, name: str) -> str:
    """Return a field of the head as one safe line, decoded; empty where it is missing."""
    from email.errors import HeaderParseError
    from email.header import decode_header, make_header

    written = str(message.get(name) or "")
    try:
        return printable(str(make_header(decode_header(written))))
    except (HeaderParseError, LookupError, ValueError):
        return printable(written)


def _body(message: Message, given: Given) -> tuple[Message, bool]:
    """Return the part that is to be read, and whether it is HTML. Raises `SourceError` if there is none."""
    parts = [part for part in islice(message.walk(), _MOST_PARTS) if part.get_content_disposition() != "attachment"]
    for wanted in ("text/plain", "text/html"):
        for part in parts:
            if part.get_content_type() == wanted and part.get_payload(decode=True):
                return part, wanted == "text/html"
    raise SourceError(f"{given.called} is a mail without a text: open what is attached to it.")


def _with_signature(article: Article) -> tuple[Paragraph, ...]:
    """Return the paragraphs with those behind the last line of `-- ` as furniture: who wrote it, and the list."""
    found = list(_SIGNATURE.finditer(article.text))
    start = found[-1].start() if found else len(article.text)
    return tuple(
        replace(each, kind=ParagraphKind.FURNITURE) if each.start >= start else each for each in article.paragraphs
    )


FORMAT = Format(
    "mail",
    _read,
    suffixes=frozenset({".eml", ".mbox"}),
    types=frozenset({"message/rfc822", "application/mbox"}),
    magic=_is_mail,
)
