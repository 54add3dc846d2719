"""What a file of another program has in it, one thing at a time, as plain data; the library is not known here."""

from __future__ import annotations

import re
from dataclasses import dataclass
from typing import TYPE_CHECKING

from newsreader.addresses import without_password
from newsreader.sanitise import printable

if TYPE_CHECKING:
    from collections.abc import Iterable
    from datetime import date, datetime

    from newsreader.exports.annotations.imported import ImportedAnnotation

_WEB = re.compile(r"https?://[^\s/]", re.IGNORECASE)

LONGEST_ADDRESS = 4_000
"""Characters of an address; what is longer is a picture or a program written as one."""

NO_ADDRESS = "address that is none of the web", "addresses that are none of the web"


@dataclass(frozen=True, slots=True)
class Subscription:
    """A feed that is followed."""

    address: str
    title: str | None = None
    """What the person, or else the feed, calls it."""
    site: str | None = None
    """The address of the site that the feed is of."""
    folder: str = ""
    """The folder it is in; one within another is `News/Local`."""
    tags: tuple[str, ...] = ()


@dataclass(frozen=True, slots=True)
class Search:
    """A search that was kept under a name, in our own query language."""

    name: str
    query: str


@dataclass(frozen=True, slots=True, kw_only=True)
class SavedArticle:
    """An article that was kept, with or without its text."""

    address: str = ""
    """Empty where the file does not say it; then the title is all that the article is known by."""
    title: str = ""
    byline: str | None = None
    source: str | None = None
    """The publication; None has it be the site of the address."""
    html: str = ""
    """Its text as HTML; empty where the file has none."""
    feed: str | None = None
    """The address of the feed that it came from."""
    guid: str | None = None
    """What that feed calls it."""
    published: date | None = None
    added: datetime | None = None
    """When it was saved there, in UTC."""
    read: bool | None = None
    """None where the file does not say."""
    starred: bool = False
    tags: tuple[str, ...] = ()
    annotations: tuple[ImportedAnnotation, ...] = ()


@dataclass(frozen=True, slots=True)
class LeftOut:
    """Something in the file that is not taken, as one and as several of it are called."""

    one: str
    several: str
    count: int = 1


Item = Subscription | Search | SavedArticle | LeftOut


def web_address(given: object) -> str | None:
    """An address of the web without its password; None for what is none."""
    if not isinstance(given, str) or len(given) > LONGEST_ADDRESS:
        return None
    address = without_password(given.strip())
    return address if _WEB.match(address) and address.isprintable() and " " not in address else None


def line(given: object) -> str | None:
    """A text on one line that is safe to show; None for what is no text or says nothing."""
    return " ".join(printable(given).split()) or None if isinstance(given, str) else None


def labels(given: Iterable[object]) -> tuple[str, ...]:
    """Tags or folders, each once, in their order."""
    return tuple(dict.fromkeys(said for each in given if (said := line(each))))
