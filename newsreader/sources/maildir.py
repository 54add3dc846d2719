"""Mail as most servers keep it: a folder (maildir) with each message in a file, whose name changes as it is read.

An article is therefore known by the folder and the message's own id. Messages that are marked as deleted or as drafts
are left out, and so is what has not yet been delivered.
"""

from __future__ import annotations

import os
from typing import TYPE_CHECKING

from newsreader.counting import counted
from newsreader.sources.errors import SourceError
from newsreader.sources.formats.mail import MOST_BYTES, articles_of

if TYPE_CHECKING:
    from collections.abc import Iterator
    from pathlib import Path

    from newsreader.article import Article
    from newsreader.sources.formats.format import Given

_DELIVERED = ("cur", "new")
_FLAGS = ":2,"
_LEFT_OUT = frozenset("TD")
"""Flags of a message in the trash, and of one that is still written."""


def is_maildir(path: Path) -> bool:
    """Whether a folder has the three folders of a maildir."""
    return all(os.path.isdir(path / name) for name in (*_DELIVERED, "tmp"))


def moment_of(folder: Path) -> int:
    """Return when something was last delivered, read or removed, in nanoseconds. Raises `OSError`."""
    return max((folder / name).stat().st_mtime_ns for name in _DELIVERED)


def articles(folder: Path, given: Given, since: int = 0) -> Iterator[Article]:
    """Yield the articles in the messages of a maildir; of those that cannot be read the number is said at the end.

    `since` is a moment in nanoseconds: what was delivered, or marked, before it is left out. Raises `SourceError`.
    """
    unread: list[str] = []
    yield from articles_of(_messages(folder, unread, since), given)
    if unread:
        raise SourceError(f"{counted(len(unread), 'message')} of {given.called} cannot be read: check the permissions.")


def _messages(folder: Path, unread: list[str], since: int) -> Iterator[bytes]:
    """Yield the messages in the order in which they came, since their names begin with that moment."""
    for name, path in sorted((path.name, path) for each in _DELIVERED for path in _files(folder / each, unread)):
        if _LEFT_OUT & {*name.partition(_FLAGS)[2]}:
            continue
        try:
            if path.stat().st_ctime_ns < since:
                continue
            with path.open("rb") as stream:
                yield stream.read(MOST_BYTES)
        except OSError:
            unread.append(name)


def _files(folder: Path, unread: list[str]) -> list[Path]:
    try:
        return [each for each in folder.iterdir() if not each.name.startswith(".") and each.is_file()]
    except OSError:
        unread.append(folder.name)
        return []
