"""Articles from mails: a message in a file of its own (`.eml`), or one or more in a mailbox (mbox).

A message is called by its own id, so that it stays the same when others come and go, and one that is there twice is
one. The head and the parts of a message take the time of their length.
"""

from __future__ import annotations

import re
from dataclasses import replace
from typing import TYPE_CHECKING

from newsreader.sources.errors import SourceError
from newsreader.sources.formats.format import Format

if TYPE_CHECKING:
    from collections.abc import Iterable, Iterator
    from email.message import Message
    from typing import BinaryIO

    from newsreader.article import Article
    from newsreader.sources.formats.format import Given

_FIELD = rb"[A-Za-z][A-Za-z0-9-]{1,40}:[^\n]{0,2000}\n(?:[ \t]+[^\n]{0,2000}\n){0,100}"
_HEAD = re.compile(rb"\s{0,20}(?P<envelope>From [^\n]{3,200}\n)?(?P<fields>(?:" + _FIELD + rb"){2,80})\r?\n")
_NAME = re.compile(rb"^([A-Za-z][A-Za-z0-9-]+):", re.MULTILINE)
_TECHNICAL = frozenset({b"message-id", b"mime-version", b"received", b"return-path", b"content-transfer-encoding"})
"""Fields that no person writes above a text."""

_ENVELOPE = re.compile(rb"From [^\n]{3,200}\d{4}\r?\n\Z")
_ESCAPED = re.compile(rb"^>(>*From )", re.MULTILINE)
"""A line of a message that would be taken for the beginning of another one, as mailboxes have it."""

_MOST_LINE = 1024 * 1024
MOST_BYTES = 100 * 1024 * 1024
"""Of one message, with all that is attached to it."""

MOST_MESSAGES = 500_000
_BOUNDARY = b"\n--"
_MULTIPART = re.compile(rb"multipart/", re.IGNORECASE)
MOST_BOUNDARIES = 20_000
"""Lines of one message that may begin one of its parts."""


def _is_mail(head: bytes) -> bool:
    """Whether it begins with the head of a mail as programs write it: text that people write may name a sender, too."""
    match = _HEAD.match(head)
    names = {name.lower() for name in _NAME.findall(match["fields"])} if match else set()
    if b"from" not in names or not names & {b"subject", b"date"}:
        return False
    return bool(names & _TECHNICAL) or {b"subject", b"date"} <= names or bool(match and match["envelope"])


def _read(data: bytes, given: Given) -> Iterator[Article]:
    import io

    return _read_file(io.BytesIO(data), given)


def _read_file(stream: BinaryIO, given: Given) -> Iterator[Article]:
    """Yield the articles in a mailbox, of any length, or that in a file that is one message."""
    pieces = _messages(stream)
    first, second = next(pieces, b""), next(pieces, None)
    if second is None:
        yield _article(_message(first), given)
    else:
        yield from articles_of(_chain(first, second, pieces), given)


def _chain(first: bytes, second: bytes, rest: Iterator[bytes]) -> Iterator[bytes]:
    yield first
    yield second
    yield from rest


def _messages(stream: BinaryIO) -> Iterator[bytes]:
    """Yield the bytes of each message: each begins behind an empty line, with one that says who sent it and when."""
    lines: list[bytes] = []
    size, is_after_gap, is_box = 0, True, False
    for line in iter(lambda: stream.readline(_MOST_LINE), b""):
        if is_after_gap and _ENVELOPE.match(line):
            if any(map(bytes.strip, lines)):
                yield _unescaped(lines) if is_box else b"".join(lines)
            lines, size, is_box = [], 0, True
        elif size <= MOST_BYTES:
            lines.append(line)
            size += len(line)
        is_after_gap = not line.strip()
    if lines:
        yield _unescaped(lines) if is_box else b"".join(lines)


def _unescaped(lines: list[bytes]) -> bytes:
    return _ESCAPED.sub(rb"\1", b"".join(lines))


def articles_of(messages: Iterable[bytes], given: Given) -> Iterator[Article]:
    """Yield the articles in messages that are kept together, without those that have no text.

    The same message is there once, however often it was delivered: its id, its day and its subject are the same. Where
    `given` wants one, others are not looked into.
    """
    from newsreader.sources.formats.mail_head import field

    seen: dict[str, set[tuple[str, str]]] = {}
    wanted = given.wanted.partition("/")[0].encode("utf-8", "surrogatepass")
    for number, data in enumerate(messages, 1):
        if number > MOST_MESSAGES:
            raise SourceError(f"{given.called} has more than {MOST_MESSAGES:,} messages: split it and open a part.")
        message = _message(data)
        name = field(message, "Message-ID").strip("<>") or str(number)
        if wanted and wanted not in name.encode("utf-8", "surrogatepass"):
            continue
        about = field(message, "Date"), field(message, "Subject")
        same = seen.setdefault(name, set())
        if about in same:
            continue
        same.add(about)
        part = name if len(same) == 1 else f"{name}/{len(same)}"
        try:
            yield _article(message, replace(given, origin=given.part(part)))
        except SourceError:
            continue


def _message(data: bytes) -> Message:
    """Return a message. Raises `SourceError` for one that has more in it than the library is quick with."""
    from email import message_from_bytes

    from newsreader.sources.formats.mail_head import POLICY

    if data.count(_BOUNDARY) > MOST_BOUNDARIES and _MULTIPART.search(data):
        raise SourceError("A mail has more parts in it than any letter: save its text as a .txt file and open that.")
    try:
        return message_from_bytes(data.lstrip(), policy=POLICY)
    except RecursionError as error:
        raise SourceError("A mail has mails in it without end: save its text as a .txt file and open that.") from error


def _article(message: Message, given: Given) -> Article:
    """Return the article in a message. Raises `SourceError` if it has no text."""
    from newsreader.sources.formats.mail_body import mail_article
    from newsreader.sources.formats.mail_head import known_from

    return mail_article(message, known_from(message), given)


FORMAT = Format(
    "mail",
    _read,
    read_file=_read_file,
    suffixes=frozenset({".eml", ".mbox"}),
    types=frozenset({"message/rfc822", "application/mbox"}),
    magic=_is_mail,
)
