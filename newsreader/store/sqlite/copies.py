"""Copies of a library file: each is there whole, under its name, or not at all."""

from __future__ import annotations

import os
import sqlite3
import time
from contextlib import closing, contextmanager, suppress
from datetime import UTC, datetime
from glob import escape
from typing import TYPE_CHECKING

from newsreader.store.sqlite.errors import UNWRITABLE
from newsreader.store.sqlite.read_only import read_as_it_is

if TYPE_CHECKING:
    from collections.abc import Iterable, Iterator
    from pathlib import Path

KEPT = 10
"""How many of the copies that the program makes by itself are kept: the newest. Those a person asked for all are."""

_PART = ".part"
_LEFT_OVER = 3600
"""Seconds after which the beginnings of a copy that was never finished are nobody's any more."""


def back_up(path: Path, label: str = "copy") -> Path:
    """Copy the library at `path` into the folder `backups` beside it, and return the new file; none is replaced.

    Raises OSError or sqlite3.Error, and then there is no copy.
    """
    folder = _backups(path)
    stem = f"{path.stem}-{label}-{datetime.now(UTC):%Y%m%dT%H%M%SZ}"
    number = 1
    while True:
        target = folder / (f"{stem}{path.suffix}" if number == 1 else f"{stem}-{number}{path.suffix}")
        try:
            copy(path, target)
        except FileExistsError:
            number += 1
        else:
            return target


def back_up_before(path: Path, what: str) -> Path:
    """Copy the library before something is done to it, and let the oldest of such copies go."""
    made = back_up(path, f"before-{what}")
    own = sorted(made.parent.glob(f"{path.stem}-before-*{path.suffix}"), key=lambda one: one.stat().st_mtime_ns)
    old = [one for one in own[:-KEPT] if one != made]
    _clear(made.parent.glob(f"*{_PART}"))
    for each in old:
        # Another instance may have been quicker.
        with suppress(FileNotFoundError):
            each.unlink()
    return made


def copy(source: Path, target: Path) -> None:
    """Copy the library into a new file that only its owner may read; raises FileExistsError if it is not new."""
    if os.path.lexists(target):
        raise FileExistsError(target)
    with part_of(target) as part:
        with closing(sqlite3.connect(part)) as other:
            _read_into(source, other)
            # One file by itself, which also opens where nothing can be written beside it.
            other.execute("PRAGMA journal_mode = DELETE")
        publish(part, target)


def _read_into(source: Path, target: sqlite3.Connection) -> None:
    with closing(sqlite3.connect(source)) as opened:
        try:
            opened.backup(target)
        except sqlite3.OperationalError as error:
            if error.sqlite_errorcode & 0xFF not in UNWRITABLE:
                raise
        else:
            return
    with closing(read_as_it_is(source)) as opened:
        opened.backup(target)


@contextmanager
def part_of(target: Path) -> Iterator[Path]:
    """A new empty file beside `target` that only its owner may read; gone afterwards, unless it got another name."""
    _clear(target.parent.glob(f"{escape(target.name)}.*{_PART}*"))
    part = target.with_name(f"{target.name}.{os.urandom(4).hex()}{_PART}")
    os.close(os.open(part, os.O_CREAT | os.O_EXCL | os.O_RDWR, 0o600))
    try:
        yield part
    finally:
        for end in ("", "-journal"):
            # What stays behind is cleared away later; whether there is a copy does not hang on it.
            with suppress(OSError):
                part.with_name(part.name + end).unlink()


def _clear(parts: Iterable[Path]) -> None:
    """Remove what is left of copies that were killed while they were made."""
    for part in parts:
        # Another instance may have been quicker.
        with suppress(OSError):
            if part.stat().st_mtime < time.time() - _LEFT_OVER:
                part.unlink()


def replace(library: Path, source: Path) -> Path:
    """Put a copy in the place of a file that SQLite cannot read, and return where that file is now.

    A crash leaves the one or the other. What another instance still has open goes on in the old file.
    """
    fresh = library.with_name(f"{library.name}.{os.urandom(4).hex()}{_PART}")
    copy(source, fresh)
    try:
        aside = _set_aside(library)
        for end in ("-wal", "-shm"):
            library.with_name(library.name + end).unlink(missing_ok=True)
        fresh.replace(library)
    finally:
        fresh.unlink(missing_ok=True)
    sync_folder(library.parent)
    return aside


def _set_aside(library: Path) -> Path:
    """Copy the bytes of a damaged file, with its log, into `backups`."""
    folder = _backups(library)
    aside = folder / f"{library.stem}-damaged-{datetime.now(UTC):%Y%m%dT%H%M%S.%fZ}{library.suffix}"
    for end in ("-wal", ""):
        damaged = library.with_name(library.name + end)
        if damaged.exists():
            with open(os.open(f"{aside}{end}", os.O_CREAT | os.O_EXCL | os.O_WRONLY, 0o600), "wb") as file:
                file.write(damaged.read_bytes())
                file.flush()
                os.fsync(file.fileno())
    sync_folder(folder)
    return aside


def _backups(library: Path) -> Path:
    """The folder of the copies, made if there is none."""
    folder = library.parent / "backups"
    folder.mkdir(mode=0o700, exist_ok=True)
    sync_folder(library.parent)
    return folder


def publish(part: Path, target: Path) -> None:
    """Give a finished file its name, which nothing may have."""
    try:
        os.link(part, target)
    except FileExistsError:
        raise
    except OSError:
        # A file system without links: nothing but another copy at the same moment could come between.
        if os.path.lexists(target):
            raise FileExistsError(target) from None
        part.rename(target)
    sync_folder(target.parent)


def sync_folder(folder: Path) -> None:
    """Have the names in a folder on the disk, too, where that can be synced; a power cut may lose them otherwise."""
    with suppress(OSError):
        opened = os.open(folder, os.O_RDONLY)
        try:
            os.fsync(opened)
        finally:
            os.close(opened)
