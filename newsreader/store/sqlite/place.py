"""What the place of a library takes: whether files can be made, written and locked there, and if not, why."""

from __future__ import annotations

import errno
import os
import sys
from contextlib import contextmanager, suppress
from typing import TYPE_CHECKING

from newsreader import system

if TYPE_CHECKING:
    from collections.abc import Iterator
    from pathlib import Path

FULL = frozenset({errno.ENOSPC, errno.EDQUOT})
LOCKLESS = frozenset({errno.ENOLCK, errno.ENOSYS, errno.ENOTSUP, errno.EOPNOTSUPP, errno.EINVAL})
"""How locking fails on file systems without locks; two of the words are one on Linux, but not on macOS."""

ROOM = 64 * 1024
"""Bytes that an act needs at least, with what SQLite keeps beside the file while it is open."""

_SENTENCES = {
    errno.EROFS: "The disk may only be read, so nothing was changed in {inside}: remount it, or name another data "
    "folder in NEWSREADER_DATA_DIR.",
    errno.EACCES: "Nothing may be changed ({reason}) in {inside}: check the permissions of the file and its folder.",
    **dict.fromkeys(FULL, "The disk is full, so nothing was changed in {inside}: free some space and try again."),
    **dict.fromkeys(
        LOCKLESS,
        "The file system has no locks, without which two programs would damage {inside}: name a data folder on another "
        "one in NEWSREADER_DATA_DIR.",
    ),
}
_OTHER = "Nothing could be written ({reason}) to {inside}: check the disk, or name another one in NEWSREADER_DATA_DIR."


def trouble(file: Path) -> OSError | None:
    """Why nothing can be changed in a file and beside it, None if all that was tried went well.

    A file is made in the folder, locked and written to; nothing of it stays. The file itself is not opened, since
    closing it would end the locks that SQLite has on it.
    """
    if file.exists() and not os.access(file, os.W_OK, effective_ids=os.access in os.supports_effective_ids):
        return _of(errno.EROFS if _only_read(file) else errno.EACCES)
    try:
        with _new_file(file.parent) as probe:
            system.lock_as_databases_do(probe)
            _fill(probe)
    except OSError as error:
        return error
    return None


def sentence(error: OSError, name: str) -> str:
    """What to tell the reader of news; `name` is what to call the file, safe to print."""
    code = errno.EACCES if error.errno == errno.EPERM else error.errno
    inside = name[:1].lower() + name[1:]
    return _SENTENCES.get(code or 0, _OTHER).format(name=name, inside=inside, reason=error.strerror)


def _of(code: int) -> OSError:
    return OSError(code, os.strerror(code))


def _only_read(file: Path) -> bool:
    return sys.platform != "win32" and bool(os.statvfs(file).f_flag & os.ST_RDONLY)


@contextmanager
def _new_file(folder: Path) -> Iterator[int]:
    """A new file without a name, or where there are none such, with one that goes at the end."""
    name = None
    try:
        opened = _nameless(folder)
    except OSError:
        name = folder / f".probe.{os.urandom(4).hex()}"
        opened = os.open(name, os.O_CREAT | os.O_EXCL | os.O_RDWR, 0o600)
    try:
        yield opened
    finally:
        os.close(opened)
        if name is not None:
            with suppress(OSError):
                name.unlink()


def _nameless(folder: Path) -> int:
    if sys.platform == "linux":
        return os.open(folder, os.O_TMPFILE | os.O_RDWR, 0o600)
    raise _of(errno.EOPNOTSUPP)


def _fill(opened: int) -> None:
    left = ROOM
    while left:
        left -= os.write(opened, bytes(left))
