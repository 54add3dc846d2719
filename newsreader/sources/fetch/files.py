"""Bytes from the file system and from standard input."""

from __future__ import annotations

import os
import stat
import sys
from contextlib import contextmanager
from typing import TYPE_CHECKING, BinaryIO

from newsreader import paths
from newsreader.sources.decode import refuse_binary
from newsreader.sources.errors import SourceError, shown
from newsreader.sources.formats.registry import signed_format

if TYPE_CHECKING:
    from collections.abc import Iterator
    from pathlib import Path

MAX_BYTES = 100 * 1024 * 1024
"""A text beyond this is no article: a million words are 6 MB."""

_PROBE = 4096


def read_path(path: Path) -> bytes:
    """Return the bytes of the file at `path`; pipes and other things that can be read once work too."""
    with opened(path) as stream:
        return _read(stream, f"“{shown(str(path))}”")


@contextmanager
def opened(path: Path) -> Iterator[BinaryIO]:
    """The file at `path`, while it is read. Raises `SourceError` if it cannot be opened, or not be read inside."""
    name = f"“{shown(str(path))}”"
    try:
        if stat.S_ISDIR(path.stat().st_mode):
            raise SourceError(f"{name} is a folder: name a file in it.")
        if paths.is_own_database(path):
            raise SourceError(f"{name} is a database of newsreader itself: name another file.")
        with path.open("rb") as stream:
            yield stream
    except (OSError, ValueError) as error:
        raise SourceError(_sentence(error, path, name)) from error


def is_large(path: Path) -> bool:
    """Whether there is a file that is too large to be held in memory."""
    try:
        return path.stat().st_size > MAX_BYTES
    except (OSError, ValueError):
        return False


def read_stdin(stream: BinaryIO | None = None) -> bytes:
    """Return all bytes of `stream`, by default standard input."""
    stream = sys.stdin.buffer if stream is None else stream
    if stream.isatty():
        raise SourceError("Nothing is piped into the reader: use it as in `cat article.txt | newsreader -`.")
    try:
        return _read(stream, "Standard input")
    except OSError as error:
        raise SourceError(f"Standard input could not be read ({_reason(error)}).") from error


def _read(stream: BinaryIO, name: str) -> bytes:
    """Return what `stream` has; binary data of no format is refused after its first bytes, whatever would follow."""
    start = stream.read(_PROBE)
    if _has_zeros(start) and signed_format(start) is None:
        refuse_binary(start, name=name)
    data = start + stream.read(MAX_BYTES + 1 - len(start))
    if len(data) > MAX_BYTES:
        raise SourceError(f"{name} is larger than {MAX_BYTES // 1024**2} MB: split it and open a part.")
    return data


def _has_zeros(start: bytes) -> bool:
    wide = start.startswith((b"\xff\xfe", b"\xfe\xff", b"\x00\x00\xfe\xff"))
    return not wide and b"\x00\x00\x00" in start


def _sentence(error: OSError | ValueError, path: Path, name: str) -> str:
    if isinstance(error, FileNotFoundError | NotADirectoryError):
        return f"There is no file {name}: check the name{_hint(path)}."
    if isinstance(error, PermissionError):
        return f"{name} may not be read: check its permissions."
    return f"{name} could not be read ({_reason(error)}): check the name."


def _hint(path: Path) -> str:
    """Return what to say when the missing file has the looks of a web address without its scheme."""
    host = path.parts[0] if path.parts else ""
    looks_like_host = len(path.parts) > 1 and "." in host.strip(".") and not path.is_absolute()
    return ", or begin an address on the web with https://" if looks_like_host or host.startswith("www.") else ""


def _reason(error: OSError | ValueError) -> str:
    if isinstance(error, OSError) and error.errno is not None:
        return os.strerror(error.errno).lower()
    return str(error)
