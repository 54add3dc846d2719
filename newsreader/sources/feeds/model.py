"""What a feed says, as it says it; whatever is HTML in it is HTML still."""

from __future__ import annotations

from dataclasses import dataclass
from hashlib import blake2b
from typing import NamedTuple

MOST_ENTRIES = 20_000
"""Entries of a feed that are read; whole archives of newspapers have fewer."""


class Entry(NamedTuple):
    """One article of a feed; what it does not say is empty."""

    guid: str = ""
    address: str = ""
    """Of its page, absolute."""
    title: str = ""
    """HTML."""
    content: str = ""
    """The whole text, HTML."""
    summary: str = ""
    """HTML."""
    author: str = ""
    published: str = ""
    """As it is written there."""
    language: str = ""
    base: str = ""
    """The address that relative links in it lead from."""

    @property
    def key(self) -> bytes:
        """What the same entry has whenever the feed is read: its own name for it, else its address, else its text."""
        return _digest(self.guid or self.address or f"{self.title}\0{self.content or self.summary}")

    @property
    def digest(self) -> bytes:
        """Something that is another when the article is."""
        return _digest("\0".join((self.title, self.content, self.summary, self.author, self.published, self.address)))

    @property
    def says_anything(self) -> bool:
        """Whether there is anything to read or to open."""
        return bool(self.title or self.content or self.summary or self.address)


@dataclass(frozen=True, slots=True)
class ParsedFeed:
    """A feed as it was sent."""

    title: str
    """One safe line."""
    site: str
    """The address of the pages that it is about, absolute; empty if it does not say."""
    entries: tuple[Entry, ...]
    """In its own order."""
    problem: str = ""
    """What was wrong with it, as one sentence; empty where nothing was."""


def _digest(text: str) -> bytes:
    return blake2b(text.encode("utf-8", "surrogatepass"), digest_size=12).digest()
