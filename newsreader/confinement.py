"""Keeps a reader whose screen is in a browser from the files of this machine, whatever is typed there.

It is asked wherever a file is opened that the person named, or written. The library, the cache and the settings are not
named by anybody, and stay as they are.
"""

from __future__ import annotations

from typing import TYPE_CHECKING

if TYPE_CHECKING:
    from collections.abc import Iterable
    from pathlib import Path

WHY = "in the browser only the library and web addresses can be opened, and no file can be written"

_allowed: list[Path] = []
_confined = False


def confine(paths: Iterable[Path]) -> None:
    """Allow nothing but these files, and what is in these folders, to be read, from now on and for good."""
    global _confined
    _allowed[:] = [each.resolve() for each in paths]
    _confined = True


def is_confined() -> bool:
    """Whether files are out of reach."""
    return _confined


def may_read(path: Path) -> bool:
    """Whether a file may be read, wherever links lead."""
    if not _confined:
        return True
    try:
        real = path.resolve()
    except (OSError, ValueError, RuntimeError):
        return False
    return any(real.is_relative_to(each) for each in _allowed)
