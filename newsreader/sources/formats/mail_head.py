"""What the head of a mail says: who wrote it, when and about what, and which list or newsletter it came from."""

from __future__ import annotations

import re
from email.policy import Compat32
from typing import TYPE_CHECKING

from newsreader.addresses import without_password
from newsreader.article import Metadata
from newsreader.sanitise import printable

if TYPE_CHECKING:
    from datetime import date
    from email.message import Message

_MOST_FIELD = 4_000
"""Code points of a field that are read: the library takes the square of the length for some."""


class _Policy(Compat32):
    """Reads what programs write, with an end to each field."""

    def header_source_parse(self, sourcelines: list[str]) -> tuple[str, str]:
        name, value = super().header_source_parse(sourcelines)
        return name, value[:_MOST_FIELD]


POLICY = _Policy()
"""How heads are parsed, those of the parts of a message, too."""

FROM = "the head of the mail"
"""What `Metadata.published_from` says of a date from here."""

_SURNAME_FIRST = re.compile(r"^([^\W\d_][\w'’-]+), ([^\W\d_][\w'’ -]*[a-z])$")
"""How offices write names; not what has letters after it (`Trams, Inc.`, `Ana Ruiz, MD`)."""

_LIST = re.compile(r"^(?P<name>[^<]*)<(?P<id>[^<>]*)>|^(?P<bare>\S+)$")
"""`Ferry news <ferry.example.org>` (RFC 2919)."""

_ADDRESS = re.compile(r"https?://[^\s<>]{1,2000}")


def known_from(message: Message) -> Metadata:
    """Return what the head says: who wrote it, on which day where they were, about what, and which list sent it."""
    day = _day(field(message, "Date"))
    sender = _sender(message)
    newsletter = is_newsletter(message)
    return Metadata(
        title=field(message, "Subject") or None,
        byline=None if newsletter else sender,
        source=_list(message) or (sender if newsletter else None),
        published=day,
        published_from=FROM if day else None,
        url=_archived_at(message),
    )


def is_newsletter(message: Message) -> bool:
    """Whether it was sent to many who only read: it can be subscribed to, and is no list that its readers write to."""
    subscribed = any(name in message for name in ("List-Unsubscribe", "List-Id"))
    return subscribed and "List-Post" not in message and "In-Reply-To" not in message


def field(message: Message, name: str) -> str:
    """Return a field of the head as one safe line, decoded; empty where it is missing."""
    return decoded(next((_text(value) for key, value in message.raw_items() if key.lower() == name.lower()), ""))


def decoded(written: str) -> str:
    """Return what stands in a head as one safe line, with what was encoded for it as it is read."""
    from email.errors import MessageError
    from email.header import decode_header, make_header

    try:
        return printable(str(make_header(decode_header(written))))
    except (MessageError, LookupError, ValueError):
        return printable(written)


def _text(value: object) -> str:
    """Return a field as it was written; programs write UTF-8 or Windows-1252 where only ASCII should be."""
    data = str(value).encode("utf-8", "surrogateescape")
    try:
        return data.decode("utf-8")
    except UnicodeDecodeError:
        return data.decode("cp1252", "replace")


def _sender(message: Message) -> str | None:
    from email.utils import parseaddr

    try:
        name, address = parseaddr(field(message, "From"))
    except RecursionError:  # remarks in remarks without end
        return None
    return _SURNAME_FIRST.sub(r"\2 \1", name) or address or None


def _list(message: Message) -> str | None:
    """Return what the list calls itself, if not only by its id."""
    found = _LIST.match(field(message, "List-Id"))
    return found["name"].strip(" \"'") or None if found and found["name"] else None


def _archived_at(message: Message) -> str | None:
    """Return where the message is on the web (RFC 5064)."""
    found = _ADDRESS.search(field(message, "Archived-At") or field(message, "X-Archived-At"))
    return without_password(found[0]) if found else None


def _day(written: str) -> date | None:
    from email.utils import parsedate_to_datetime

    try:
        return parsedate_to_datetime(written).date()
    except (ValueError, TypeError, IndexError, OverflowError):
        return None
