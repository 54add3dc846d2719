"""What is in a ZIP file, within limits: names are only ever names in it, and what unpacks to too much is not unpacked.

Of the ways to pack, only those are known that books and archives of the web have: none, and deflate.
"""

from __future__ import annotations

import io
import struct
import zipfile
import zlib
from typing import TYPE_CHECKING

from newsreader.sources.errors import SourceError

if TYPE_CHECKING:
    from collections.abc import Iterator

MOST_MEMBERS = 20_000
"""Files in a ZIP file; a book has some hundreds."""

_ENTRY = b"PK\x01\x02"
_ENCRYPTED = 0x1
_PACKED = (zipfile.ZIP_STORED, zipfile.ZIP_DEFLATED)
_DAMAGED = (zipfile.BadZipFile, zlib.error, struct.error, EOFError, OSError, RuntimeError, ValueError)
"""What the library raises for bytes that are not as they should be."""


class MemberError(Exception):
    """A file in an archive that is not there, is damaged or encrypted, or is larger than it may be."""


class ZipArchive:
    """A ZIP file in memory."""

    def __init__(self, data: bytes, called: str) -> None:
        """Read its directory. Raises `SourceError`, which calls it `called`, where that is damaged or too large."""
        if data.count(_ENTRY) > MOST_MEMBERS:
            raise SourceError(f"{called} has more than {MOST_MEMBERS:,} files in it: unpack it and open some of them.")
        try:
            self._file = zipfile.ZipFile(io.BytesIO(data))
        except _DAMAGED as error:
            raise SourceError(f"{called} is damaged: get it anew from where it came from.") from error
        self._members = {each.filename: each for each in self._file.infolist()}

    def __iter__(self) -> Iterator[str]:
        """Yield the names of the files in it."""
        return iter(self._members)

    def size(self, name: str) -> int:
        """How many bytes of a file can be unpacked at the most; 0 for one that is not there."""
        return self._members[name].file_size if name in self._members else 0

    def is_encrypted(self, name: str) -> bool:
        """Whether a file is there that can only be read with a password."""
        return name in self._members and bool(self._members[name].flag_bits & _ENCRYPTED)

    def read(self, name: str, most: int) -> bytes:
        """Return the bytes of a file, of which there are at most so many. Raises `MemberError`."""
        member = self._members.get(name)
        if member is None or member.file_size > most or member.compress_type not in _PACKED:
            raise MemberError(name)
        try:
            with self._file.open(member) as stream:
                return stream.read(member.file_size)  # and not all, which might be more than it says
        except _DAMAGED as error:
            raise MemberError(name) from error
