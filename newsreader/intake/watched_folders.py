"""Folders that are looked at again: what is new in them or has changed is taken into the library.

A folder is a feed whose articles are in files. What is gone from it stays in the library. Only folders that the person
added are looked at, whatever address a list of feeds from elsewhere may name.
"""

from __future__ import annotations

import base64
import hashlib
import os
import re
import stat
import sys
import time
from dataclasses import dataclass, field, replace
from datetime import UTC, datetime
from pathlib import Path
from typing import TYPE_CHECKING, NamedTuple
from urllib.parse import unquote_to_bytes

from newsreader.intake.elsewhere.registry import refuse
from newsreader.intake.feeds import schedule
from newsreader.intake.feeds.fetching import FeedOutcome
from newsreader.intake.folders import places_in
from newsreader.sources import load_since
from newsreader.sources.errors import SourceError, shown
from newsreader.sources.maildir import moment_of
from newsreader.store.feeds import FeedItem, FeedSettings

if TYPE_CHECKING:
    from collections.abc import Callable, Iterator, Sequence

    from newsreader.article import Article
    from newsreader.store.feeds import Feed
    from newsreader.store.library import Library
    from newsreader.store.protocols import Unit

BATCH = 100
"""Articles that are kept together; each batch has reached the disk before the next one begins."""

_AT_ONCE = 500
"""Places whose state is asked for together."""

_KEY, _SEEN, _STATE = 16, 16, 32
"""Bytes of what a place is known by; of when it was changed and how large it is; and of that with what is in it."""


_TOLERANCE = 60 * 10**9
"""Nanoseconds by which the clock of a file system may be behind ours."""


@dataclass(slots=True)
class Look:
    """What came of looking at a folder so far."""

    new: list[int] = field(default_factory=list)
    """The articles that the library did not have, by their numbers."""
    changed: int = 0
    """Articles that have another text than before."""
    known: int = 0
    """Articles that were read and are as they were."""


class _Found(NamedTuple):
    """A place or an article in it: its key and its state, and the article, if it was read."""

    key: bytes
    state: bytes
    article: Article | None


def watch(library: Library, folder: Path) -> Feed:
    """Have a folder looked at from now on; the feed that stands for it."""
    folder = folder.absolute()
    with library.writing(durable=True) as unit:
        feed = unit.feeds.add(folder.as_uri(), FeedSettings())
        if unit.settings.find(_setting(feed)) is None:
            unit.settings.put(_setting(feed), "")
        unit.feeds.note(feed.id, replace(feed.state, title=folder.name or str(folder)))
        return unit.feeds.find(feed.id) or feed


def is_watched(library: Library, feed: Feed) -> bool:
    """Whether a feed stands for a folder that the person added."""
    with library.reading() as unit:
        return feed.address.startswith("file:") and unit.settings.find(_setting(feed)) is not None


def look_again(library: Library, feed: Feed, stopped: Callable[[], bool] = lambda: False) -> FeedOutcome:
    """Take in what is new in a folder or has changed, and note how it went."""
    look, folder, now = Look(), _folder(feed), datetime.now(UTC)
    if not folder.is_dir():
        state = schedule.after_failure(feed.state, feed.settings, now, f"There is no folder {shown(str(folder))} now.")
    else:
        for _ in look_at(library, feed, look, stopped=stopped):
            pass  # each batch is in by then
        state = schedule.after_success(feed.state, feed.settings, now)
    with library.writing() as unit:
        unit.feeds.note(feed.id, replace(state, due=""))  # to look costs nobody else anything
        after = unit.feeds.find(feed.id) or feed
    return FeedOutcome(after, tuple(look.new), look.changed)


def look_at(
    library: Library,
    feed: Feed,
    look: Look,
    *,
    anew: bool = False,
    failed: Callable[[str], object] = lambda _: None,
    stopped: Callable[[], bool] = lambda: False,
) -> Iterator[int]:
    """Take in what is new in a folder or has changed; yields how many articles were kept, after each batch.

    `anew` has all of it read, and what was taken out of the library brought back. Why something cannot be read is told
    to `failed`, a sentence each. Raises `LibraryError`.
    """
    looking = _Looking(library, feed, look, failed, anew=anew)
    batch: list[_Found] = []
    for found in looking.found():
        batch.append(found)
        if len(batch) == BATCH:
            yield looking.keep(batch)
            batch = []
            if stopped():
                return
    yield looking.keep(batch)
    looking.keep_unread()


class _Looking:
    """One look at one folder."""

    def __init__(
        self, library: Library, feed: Feed, look: Look, failed: Callable[[str], object], *, anew: bool
    ) -> None:
        self._library = library
        self._feed = feed
        self._look = look
        self._failed = failed
        self._anew = anew
        with library.reading() as unit:
            self._unread_before = _parted(unit.settings.find(_setting(feed)) or "")
        self._unread: dict[bytes, bytes] = {}

    def found(self) -> Iterator[_Found]:
        """Yield what was read of places that are new or have changed, and what has only another moment than before."""
        places: list[Path] = []
        for place in places_in(_folder(self._feed), self._failed):
            places.append(place)
            if len(places) == _AT_ONCE:
                yield from self._changed(places)
                places = []
        yield from self._changed(places)

    def _changed(self, places: Sequence[Path]) -> Iterator[_Found]:
        keys = {_key(place): place for place in places}
        with self._library.reading() as unit:
            known = unit.feeds.known(self._feed.id, keys)
        for key, place in keys.items():
            before = known[key].digest if key in known else self._unread_before.get(key, b"")
            seen = _seen(place)
            if seen == before[:_SEEN] and not self._anew:
                if key not in known:
                    self._unread[key] = before
                continue
            state = seen + _content(place)
            is_known = key in known and not self._anew
            if is_known and state[_SEEN:] == before[_SEEN:]:
                yield _Found(key, state, None)
            else:
                yield from self._read(place, key, state, _moment(before) if is_known and place.is_dir() else 0)

    def _read(self, place: Path, key: bytes, state: bytes, since: int) -> Iterator[_Found]:
        """Yield the articles of a place, of a maildir those that came since it was read, in nanoseconds.

        The last has the key and the state of the place, so that these are noted when all are in; where some was read
        before, the article that has the key keeps it.
        """
        last: Article | None = None
        try:
            refuse(place)
            for article in load_since(str(place), since):
                if last is not None:
                    yield _Found(_key(place, last.origin.part), b"", last)
                last = article
        except SourceError as error:
            self._failed(str(error))
        if since and last is not None:
            yield _Found(_key(place, last.origin.part), b"", last)
        if since or last is not None:
            yield _Found(key, state, None if since else last)
        else:
            self._unread[key] = state

    def keep(self, batch: Sequence[_Found]) -> int:
        """Keep articles, and how their places are; returns how many they are."""
        with self._library.writing(durable=True) as unit:
            known = unit.feeds.known(self._feed.id, [found.key for found in batch])
            items = {}
            for found in batch:
                article = known[found.key].article if found.article is None else self._remember(unit, found.article)
                items[found.key] = FeedItem(article, found.state)
            unit.feeds.took(self._feed.id, items)
            if self._anew:
                unit.states.bring_back(item.article for item in items.values())
        return sum(found.article is not None for found in batch)

    def _remember(self, unit: Unit, article: Article) -> int:
        last, before = unit.articles.last(), unit.articles.at(article.origin)
        record = unit.articles.remember(article)
        if record.id > last:
            self._look.new.append(record.id)
        elif before is not None and before.version_id != record.version_id:
            self._look.changed += 1
        else:
            self._look.known += 1
        return record.id

    def keep_unread(self) -> None:
        """Keep what has no article in it, so that it is not read again before it changes."""
        if self._unread != self._unread_before:
            with self._library.writing() as unit:
                unit.settings.put(_setting(self._feed), _joined(self._unread))


def _folder(feed: Feed) -> Path:
    named = os.fsdecode(unquote_to_bytes(feed.address.removeprefix("file:")))
    # On Windows it is of a drive (`///C:/news`) or of another machine (`//machine/news`), which is a path as it stands.
    before = r"///(?=[A-Za-z]:)" if sys.platform == "win32" else "//"
    return Path(re.sub(f"^{before}", "", named))


def _setting(feed: Feed) -> str:
    """The name of the setting that has what is in a folder and has no article in it."""
    return f"folder {feed.id}"


def _key(place: Path, part: str = "") -> bytes:
    name = os.fsencode(place) + b"\0" + part.encode("utf-8", "surrogatepass")
    return hashlib.blake2b(name, digest_size=_KEY).digest()


def _seen(place: Path) -> bytes:
    """When a place was changed, and how large it is, as can be known without reading it."""
    try:
        about = os.stat(place)
        changed, size = about.st_mtime_ns, about.st_size
        if stat.S_ISDIR(about.st_mode):
            changed, size = moment_of(place), 0
    except OSError:
        return bytes(_SEEN)
    return changed.to_bytes(_SEEN // 2, "big", signed=True) + size.to_bytes(_SEEN // 2, "big")


def _content(place: Path) -> bytes:
    """A digest of what is in a file; of a maildir, this moment; of what cannot be read, what is never the same."""
    try:
        if place.is_dir():
            return time.time_ns().to_bytes(_STATE - _SEEN, "big")
        with place.open("rb") as stream:
            return hashlib.file_digest(stream, "sha256").digest()[: _STATE - _SEEN]
    except OSError:
        return os.urandom(_STATE - _SEEN)


def _moment(state: bytes) -> int:
    """When a maildir was looked at, as its state has it."""
    return int.from_bytes(state[_SEEN:], "big") - _TOLERANCE


def _joined(states: dict[bytes, bytes]) -> str:
    return base64.b64encode(b"".join(key + state for key, state in sorted(states.items()))).decode()


def _parted(written: str) -> dict[bytes, bytes]:
    data, size = base64.b64decode(written), _KEY + _STATE
    return {data[at : at + _KEY]: data[at + _KEY : at + size] for at in range(0, len(data), size)}
