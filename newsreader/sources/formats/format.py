"""What a format of articles is: how its bytes are known, and how they are read. `registry` has all that there are."""

from __future__ import annotations

import re
from dataclasses import dataclass, replace
from pathlib import PurePath
from typing import TYPE_CHECKING

from newsreader.article import OriginKind
from newsreader.sources.errors import shown

if TYPE_CHECKING:
    from collections.abc import Callable, Iterable
    from typing import BinaryIO

    from newsreader.article import Article, Origin


@dataclass(frozen=True, slots=True)
class Given:
    """What is known of some bytes before they are read."""

    name: str
    """A file's name, an address, or `Standard input`."""
    origin: Origin
    content_type: str | None = None
    """What the server says they are, in lower case without parameters."""
    charset: str | None = None
    """What the HTTP header declares."""
    url: str | None = None
    """Where they came from, after all redirects, if from the web."""
    wanted: str = ""
    """The part that alone is asked for; a format may leave out others where that saves time."""

    @property
    def called(self) -> str:
        """What a sentence calls them: `“story.txt”`, an address, `Standard input`."""
        return f"“{shown(self.name)}”" if self.origin.kind is OriginKind.FILE else shown(self.name)

    @property
    def suffix(self) -> str:
        """The suffix of the name, with its dot; of an address that a server answered, that of its path."""
        return PurePath(re.split(r"[?#]", self.name)[0] if self.content_type else self.name).suffix

    def part(self, name: str) -> Origin:
        """The origin of one of several articles, by a name that only it has and that will be the same next time."""
        location = self.origin.location
        if self.origin.kind is OriginKind.URL:
            location = location.partition("#")[0]
        return replace(self.origin, location=location, part=name)


def _no_marks(_data: bytes) -> None:
    return None


def _never(_head: bytes, _suffix: str = "") -> bool:
    return False


@dataclass(frozen=True, slots=True)
class Format:
    """One format. Its module is imported whenever anything is opened, so what is heavy is imported by `read`."""

    name: str
    """What people call it."""
    read: Callable[[bytes, Given], Iterable[Article]]
    """All articles in the bytes; where there may be several, each says in `Origin.part` which it is.

    Raises `SourceError` for what it cannot read; of what is damaged in parts, when all else has come.
    """
    read_file: Callable[[BinaryIO, Given], Iterable[Article]] | None = None
    """The same for a file, which may then be of any size, as its articles are read one after another."""
    marks: Callable[[bytes], int | None] = _no_marks
    """How much a parser has to work through (tags, attributes, brackets), counted cheaply; None if there is no parser.

    By it `newsreader.sources.apart` knows what is large or strange.
    """
    is_foreign: bool = False
    """Whether hostile bytes may bring its parser down or keep it busy, so that a process of its own always runs it."""
    size: Callable[[bytes], int] = len
    """How many bytes a parser has to read: more than there are where they are packed, less where most are pictures."""
    suffixes: frozenset[str] = frozenset()
    """The ends of files' names, in lower case with their dot."""
    types: frozenset[str] = frozenset()
    """The content types of HTTP that may stand for it, in lower case."""
    magic: Callable[[bytes], bool] = _never
    """Whether the first bytes are a signature, which nothing of another format has."""
    looks: Callable[[bytes, str], bool] = _never
    """Whether the first bytes look like it, for what has this suffix, which is of no format; a guess."""
