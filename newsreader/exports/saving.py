"""Writes files as a whole or not at all: beside their places first, so that a full disk leaves nothing half done."""

from __future__ import annotations

import errno
import os
from contextlib import ExitStack, contextmanager, suppress
from pathlib import Path
from typing import IO, TYPE_CHECKING

from newsreader import confinement

if TYPE_CHECKING:
    from collections.abc import Iterator, Mapping


def write_whole(files: Mapping[Path, bytes], *, overwrite: bool = False) -> None:
    """Write the files, all of them or none, and leave no other; what is there stays if one cannot be written.

    Raises OSError; FileExistsError if one is there already, unless `overwrite`.
    """
    _check_allowed()
    there = next((path for path in files if os.path.lexists(path)), None)
    if there is not None and not overwrite:
        raise FileExistsError(errno.EEXIST, "it exists already", str(there))
    with ExitStack() as cleared:
        written = {}
        for path, data in files.items():
            written[path] = _beside(path, data, cleared)
        for path, name in written.items():
            _put(name, path.resolve(), cleared, overwrite=overwrite)
        cleared.pop_all()


@contextmanager
def new_file(path: Path) -> Iterator[IO[bytes]]:
    """A file to write that gets its name when it is whole; if that fails nothing is there. Raises OSError."""
    _check_allowed()
    if os.path.lexists(path):
        raise FileExistsError(errno.EEXIST, "it exists already", str(path))
    with ExitStack() as cleared:
        name = _beside(path, b"", cleared)
        with name.open("wb") as file:
            yield file
        _put(name, path.resolve(), cleared, overwrite=False)
        cleared.pop_all()


def _check_allowed() -> None:
    if confinement.is_confined():
        raise PermissionError(errno.EACCES, confinement.WHY)


def _beside(path: Path, data: bytes, cleared: ExitStack) -> Path:
    """Write a file beside the one that is meant, which goes if `cleared` is closed; with the rights of that one."""
    import tempfile

    if path.is_dir():
        raise IsADirectoryError(errno.EISDIR, "it is a folder", str(path))
    target = path.resolve()
    handle, name = tempfile.mkstemp(prefix=f".{target.name[:40]}.", dir=target.parent)
    cleared.callback(_remove, Path(name))
    with os.fdopen(handle, "wb") as file:
        file.write(data)
    Path(name).chmod(target.stat().st_mode & 0o777 if target.exists() else 0o666 & ~_umask())
    return Path(name)


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
