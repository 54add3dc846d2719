"""What keeps files from being written, for a block of a test, whoever runs it: rights that are taken, a full disk."""

from __future__ import annotations

import ctypes
import errno
import os
import resource
import signal
import sys
from contextlib import contextmanager
from typing import TYPE_CHECKING

import pytest

if TYPE_CHECKING:
    from collections.abc import Iterator
    from pathlib import Path

_VERSION_3 = 0x20080522
"""Of the capabilities of a thread (capget(2)): two words each of what is effective, permitted and inherited."""
_OVER_FILES = (1 << 1) | (1 << 2) | (1 << 3)
"""CAP_DAC_OVERRIDE, CAP_DAC_READ_SEARCH and CAP_FOWNER, by which root may do everything with every file."""


@contextmanager
def only_read(path: Path) -> Iterator[None]:
    """Let nothing be written to a file, or in a folder and to its files; this thread has no more rights than others."""
    paths = [path, *path.rglob("*")] if path.is_dir() else [path]
    before = [(each, each.stat().st_mode & 0o777) for each in paths]
    with _like_others():
        for each, mode in before:
            each.chmod(mode & 0o555)
        try:
            yield
        finally:
            for each, mode in before:
                each.chmod(mode)


@contextmanager
def no_room(size: int = 0) -> Iterator[None]:
    """Let no file of the process grow beyond so many bytes: the system says so, as it does of a full disk."""
    before, handled = resource.getrlimit(resource.RLIMIT_FSIZE), signal.signal(signal.SIGXFSZ, signal.SIG_IGN)
    resource.setrlimit(resource.RLIMIT_FSIZE, (size, before[1]))
    try:
        yield
    finally:
        resource.setrlimit(resource.RLIMIT_FSIZE, before)
        signal.signal(signal.SIGXFSZ, handled)


@contextmanager
def _like_others() -> Iterator[None]:
    """Take from root what others may not, where there is such a thing."""
    if sys.platform != "linux" or os.geteuid() != 0:
        yield
        return
    libc = ctypes.CDLL(None, use_errno=True)
    header, sets = (ctypes.c_uint32 * 2)(_VERSION_3, 0), (ctypes.c_uint32 * 6)()
    assert libc.capget(header, sets) == 0
    effective = sets[0]
    sets[0] = effective & ~_OVER_FILES
    assert libc.capset(header, sets) == 0
    try:
        yield
    finally:
        sets[0] = effective
        assert libc.capset(header, sets) == 0


@contextmanager
def no_locks() -> Iterator[None]:
    """Let no file be locked, neither by SQLite nor by Python: the system says that there are no locks."""
    import fcntl

    @_FCNTL
    def without_locks(_: int, command: int, argument: int) -> int:
        if command in (fcntl.F_SETLK, fcntl.F_SETLKW):
            ctypes.set_errno(errno.ENOLCK)
            return -1
        # What else SQLite asks, such as for a flag, may be left undone.
        return 0

    def refuse(*_: object) -> None:
        raise OSError(errno.ENOLCK, os.strerror(errno.ENOLCK))

    vfs, lockf = _sqlite_files(), fcntl.lockf
    fcntl.lockf = refuse
    vfs.set_call(ctypes.addressof(vfs), b"fcntl", ctypes.cast(without_locks, ctypes.c_void_p))
    try:
        yield
    finally:
        fcntl.lockf = lockf
        vfs.set_call(ctypes.addressof(vfs), b"fcntl", None)


_FCNTL = ctypes.CFUNCTYPE(ctypes.c_int, ctypes.c_int, ctypes.c_int, ctypes.c_void_p, use_errno=True)


class _Vfs(ctypes.Structure):
    """`struct sqlite3_vfs`, as far as the method that replaces a call to the system."""

    _fields_ = (
        ("version", ctypes.c_int),
        ("sizes", ctypes.c_int * 2),
        ("others", ctypes.c_void_p * 16),
        ("set_call", ctypes.CFUNCTYPE(ctypes.c_int, ctypes.c_void_p, ctypes.c_char_p, ctypes.c_void_p)),
    )


def _sqlite_files() -> _Vfs:
    """How the SQLite of this Python reaches files; skips the test where that cannot be found."""
    try:
        import _sqlite3

        find = ctypes.CDLL(_sqlite3.__file__).sqlite3_vfs_find
    except (ImportError, AttributeError, OSError) as error:
        pytest.skip(f"the calls of SQLite cannot be replaced here: {error}")
    find.restype = ctypes.POINTER(_Vfs)
    return find(None).contents
