"""Writes files as a whole or not at all: beside their places first, so that a full disk leaves nothing half done."""

from __future__ import annotations

import errno
import os
import re
import time
import unicodedata
from contextlib import ExitStack, contextmanager, suppress
from pathlib import Path
from typing import IO, TYPE_CHECKING

from newsreader import confinement, system

if TYPE_CHECKING:
    from collections.abc import Iterator, Mapping

LONGEST_NAME = 60
"""Code points of a title that make the name of a file."""

_RESERVED = re.compile(r"con|prn|aux|nul|(com|lpt)\d")
"""What Windows takes for a device, whatever the suffix."""

_END = ".part"
_YOUNG = 5
"""Seconds during which a file that nobody has locked may be one that was just made."""

_AS_IT_IS = getattr(os, "O_NOFOLLOW", 0) | getattr(os, "O_NONBLOCK", 0)
"""How a file is opened that may be a link or a pipe by now; Windows knows neither word, and is not asked."""


def file_name(title: str, suffix: str) -> str:
    """A name for a file that every system takes: `harbour-town-votes.md` for `Harbour town votes!`."""
    plain = "".join(each for each in unicodedata.normalize("NFKD", title) if not unicodedata.combining(each))
    words = re.sub(r"[\W_]+", "-", plain.casefold()).strip("-")
    name = words[:LONGEST_NAME].rstrip("-") or "article"
    return f"{f'{name}-article' if _RESERVED.fullmatch(name) else name}{suffix}"


def write_whole(files: Mapping[Path, bytes], *, overwrite: bool = False) -> None:
    """Write the files, all of them or none, and leave no other; what is there stays if one cannot be written.

    Raises OSError; FileExistsError if one is there already, unless `overwrite`.
    """
    _check_allowed()
    there = next((path for path in files if os.path.lexists(path)), None)
    if there is not None and not overwrite:
        raise FileExistsError(errno.EEXIST, "it exists already", str(there))
    with ExitStack() as held, ExitStack() as cleared:
        written = {}
        for path, data in files.items():
            written[path] = _beside(path, data, held, cleared)
        _let_go(held)
        for path, name in written.items():
            _put(name, path.resolve(), cleared, overwrite=overwrite)
        cleared.pop_all()


@contextmanager
def new_file(path: Path) -> Iterator[IO[bytes]]:
    """A file to write that gets its name when it is whole; if that fails nothing is there. Raises OSError."""
    _check_allowed()
    if os.path.lexists(path):
        raise FileExistsError(errno.EEXIST, "it exists already", str(path))
    with ExitStack() as held, ExitStack() as cleared:
        name = _beside(path, b"", held, cleared)
        with name.open("wb") as file:
            yield file
        _let_go(held)
        _put(name, path.resolve(), cleared, overwrite=False)
        cleared.pop_all()


def _check_allowed() -> None:
    if confinement.is_confined():
        raise PermissionError(errno.EACCES, confinement.WHY)


def _beside(path: Path, data: bytes, held: ExitStack, cleared: ExitStack) -> Path:
    """Write a file beside the one that is meant, which goes if `cleared` is closed; with the rights of that one.

    Until `held` is closed it is locked or, where that does as much, open, so that what a program left that was killed
    can be told from it.
    """
    import tempfile

    if path.is_dir():
        raise IsADirectoryError(errno.EISDIR, "it is a folder", str(path))
    target = path.resolve()
    beginning = f".{target.name[:40]}."
    _clear(target.parent, beginning)
    handle, name = tempfile.mkstemp(_END, beginning, target.parent)
    held.callback(os.close, handle)
    if not system.keeps_open_files():
        system.lock(handle)
    cleared.callback(_remove, Path(name))
    with os.fdopen(os.dup(handle), "wb") as file:
        file.write(data)
    Path(name).chmod(target.stat().st_mode & 0o777 if target.exists() else 0o666 & ~_umask())
    return Path(name)


def _clear(folder: Path, beginning: str) -> None:
    """Remove what is left of files that a program was writing when it was killed: nobody holds them."""
    left = re.compile(rf"{re.escape(beginning)}[a-z0-9_]{{8}}{re.escape(_END)}")
    with suppress(OSError):
        for name in filter(left.fullmatch, os.listdir(folder)):
            _remove_if_left(folder / name)


def _remove_if_left(path: Path) -> None:
    if path.lstat().st_mtime > time.time() - _YOUNG:
        return  # perhaps it is about to be locked
    if system.keeps_open_files():
        _remove(path)
        return
    with suppress(OSError):
        handle = os.open(path, os.O_RDONLY | _AS_IT_IS)
        try:
            if system.lock(handle):
                _remove(path)
        finally:
            os.close(handle)


def _let_go(held: ExitStack) -> None:
    """Close what must not be open to get its name."""
    if system.keeps_open_files():
        held.close()


def _put(written: Path, target: Path, cleared: ExitStack, *, overwrite: bool) -> None:
    """Give a finished file its name, which nothing else may have got meanwhile unless that is to be overwritten."""
    if overwrite:
        written.replace(target)
        return
    try:
        os.link(written, target)
    except FileExistsError:
        raise
    except OSError:
        # A file system without links.
        written.rename(target)
        cleared.callback(_remove, target)
    else:
        cleared.callback(_remove, target)
        _remove(written)


def _remove(path: Path) -> None:
    with suppress(OSError):
        path.unlink()


def _umask() -> int:
    mask = os.umask(0)
    os.umask(mask)
    return mask
