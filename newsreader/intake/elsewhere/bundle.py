"""The file of another program, be it a single file, a zip, or a folder that a zip was unpacked into."""

from __future__ import annotations

import os
import struct
import zipfile
import zlib
from contextlib import contextmanager
from functools import cached_property
from pathlib import Path, PurePosixPath
from typing import TYPE_CHECKING

from newsreader import paths
from newsreader.sanitise import printable
from newsreader.sources.decode import decoded
from newsreader.sources.errors import SourceError

if TYPE_CHECKING:
    from collections.abc import Iterator

HEAD = 65_536
"""Bytes by which a file is recognised."""

LARGEST = 200 * 1024 * 1024
"""Bytes of a file, and of one in a zip, that are read; a hundred thousand bookmarks take a tenth of that."""

MOST_FILES = 200_000
"""How many files of a zip or folder are looked at."""

MOST_PACKED = 200
"""How much larger what is in a zip may be than the zip; more is no text."""

_ZIP = b"PK\x03\x04"
_DAMAGED = (zipfile.BadZipFile, zlib.error, NotImplementedError, EOFError, RuntimeError, ValueError, struct.error)
"""What `zipfile` raises for bytes that are no zip, or damaged."""


class Bundle:
    """Files of another program by their names; of a single file, that of the file."""

    def __init__(self, path: Path) -> None:
        """Take the place; raises `SourceError` if nothing there can be read."""
        self.path = path
        self.head = b""
        """The beginning of a single file or zip."""
        with self._explained():
            self.is_folder = path.is_dir()
            if not self.is_folder:
                self._require_file()
                with path.open("rb") as file:
                    self.head = file.read(HEAD)

    @property
    def called(self) -> str:
        """What a sentence calls it."""
        return f"“{printable(self.path.name)}”"

    @property
    def is_single(self) -> bool:
        """Whether it is one file by itself."""
        return not self.is_folder and not self.head.startswith(_ZIP)

    @cached_property
    def names(self) -> tuple[str, ...]:
        """The paths of the files in it, with `/` between; that of a single file is its name. Raises `SourceError`."""
        if self.is_single:
            return (self.path.name,)
        with self._explained():
            return tuple(self._in_folder() if self.is_folder else self._in_zip())

    def ending(self, suffix: str, *, beginning: str = "") -> list[str]:
        """The files whose names, without their folders, begin and end so, in order."""
        names = ((PurePosixPath(each).name, each) for each in self.names)
        return sorted(each for name, each in names if name.endswith(suffix) and name.startswith(beginning))

    def data(self, name: str = "") -> bytes:
        """The bytes of a file in it, by default the only one. Raises `SourceError`, also for what is far too large."""
        with self._explained():
            found = self._unpacked(name) if not self.is_single and not self.is_folder else self._read(name)
        if len(found) > LARGEST:
            raise SourceError(f"{self.called} is larger than {LARGEST // 1024**2} MB: it is no export of articles.")
        return found

    def text(self, name: str = "") -> str:
        """The text of a file in it, in whatever encoding it is. Raises `SourceError`."""
        return decoded(self.data(name), name=self.called)

    def _require_file(self) -> None:
        if paths.is_own_database(self.path):
            raise SourceError(f"{self.called} is a database of newsreader itself.")
        if not self.path.is_file():
            missing = "there is no such file" if not os.path.lexists(self.path) else "it is no file"
            raise SourceError(f"{self.called} cannot be read: {missing}.")

    def _read(self, name: str) -> bytes:
        path = self.path / name if self.is_folder else self.path
        with path.open("rb") as file:
            return file.read(LARGEST + 1)

    def _in_folder(self) -> Iterator[str]:
        found = 0
        for folder, folders, files in os.walk(self.path):
            folders[:] = sorted(each for each in folders if not each.startswith("."))
            for each in sorted(files):
                path = Path(folder, each)
                if path.is_file() and not path.is_symlink():
                    found += 1
                    yield path.relative_to(self.path).as_posix()
                if found >= MOST_FILES:
                    raise SourceError(f"{self.called} has more than {MOST_FILES:,} files: it is no export of articles.")

    def _in_zip(self) -> Iterator[str]:
        with zipfile.ZipFile(self.path) as packed:
            files = [each for each in packed.infolist() if each.filename and not each.filename.endswith("/")]
        unpacked = sum(each.file_size for each in files)
        if len(files) > MOST_FILES or unpacked > MOST_PACKED * (self.path.stat().st_size + 10_000):
            raise SourceError(f"{self.called} is no export of articles: far too much is packed in it.")
        return (each.filename for each in files)

    def _unpacked(self, name: str) -> bytes:
        with zipfile.ZipFile(self.path) as packed, packed.open(name) as file:
            return file.read(LARGEST + 1)

    @contextmanager
    def _explained(self) -> Iterator[None]:
        try:
            yield
        except OSError as error:
            raise SourceError(f"{self.called} cannot be read: {error.strerror or error}.") from error
        except (*_DAMAGED, KeyError) as error:
            raise SourceError(f"{self.called} is damaged: {error}.") from error
