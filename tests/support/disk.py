"""What a disk may hold after the power went: what was synced, and of later writes any, whole or torn.

Follows the database and its write-ahead log, which are written at offsets and never renamed. That a name or a length
is lost is not simulated.
"""

from __future__ import annotations

from typing import TYPE_CHECKING

from tracing import SYNCS

if TYPE_CHECKING:
    import random
    from pathlib import Path

    from tracing import Call

SECTOR = 512
"""A sector is written whole or not at all."""

Write = tuple[int, bytes | None]
"""Where and what; without bytes, the file is cut off there."""


class Disk:
    """The files of one library; to begin with they are safe."""

    def __init__(self, library: Path) -> None:
        self._files = [library, library.with_name(f"{library.name}-wal"), library.with_name(f"{library.name}-journal")]
        self._safe = {str(path): path.read_bytes() for path in self._files if path.exists()}
        self._pending: dict[str, list[Write]] = {}

    def follow(self, call: Call) -> None:
        """Take in a call that has just been made."""
        if call.path not in map(str, self._files):
            return
        waiting = self._pending.setdefault(call.path, [])
        if call.name in SYNCS:
            self._safe[call.path] = _after(self._safe.get(call.path, b""), waiting)
            waiting.clear()
        elif call.name == "unlink":
            self._safe.pop(call.path, None)
            waiting.clear()
        elif call.name == "ftruncate":
            waiting.append((call.offset, None))
        elif call.name == "pwrite":
            with open(call.path, "rb") as file:
                file.seek(call.offset)
                waiting.append((call.offset, file.read(call.size)))

    def lose_power(self, library: Path, chance: random.Random) -> None:
        """Write what may be left as the files of another library."""
        for path in self._files:
            waiting = self._pending.get(str(path), [])
            if str(path) in self._safe or waiting:
                kept = [left for write in waiting if (left := _left(write, chance))]
                target = library.with_name(path.name.replace(self._files[0].name, library.name))
                target.write_bytes(_after(self._safe.get(str(path), b""), kept))


def _left(write: Write, chance: random.Random) -> Write | None:
    """The write, nothing of it, or some of its sectors from the front."""
    offset, data = write
    fate = chance.choice(("whole", "nothing", "torn"))
    if fate == "nothing":
        return None
    if data is None or fate == "whole":
        return write
    return offset, data[: SECTOR * chance.randint(0, len(data) // SECTOR)]


def _after(content: bytes, writes: list[Write]) -> bytes:
    file = bytearray(content)
    for offset, data in writes:
        if data is None:
            del file[offset:]
            continue
        file.extend(bytes(max(0, offset - len(file))))
        file[offset : offset + len(data)] = data
    return bytes(file)
