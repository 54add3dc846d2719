"""The version of our rules: a cached analysis is only good as long as the code that made it is the same.

It is a digest of the sources themselves, so that nobody has to think of raising a number.
"""

from __future__ import annotations

import hashlib
import importlib.util
from functools import cache
from pathlib import Path
from typing import TYPE_CHECKING

if TYPE_CHECKING:
    from collections.abc import Iterator

_ENGINE = Path(__file__).parent.parent
_ROOMS = ("entity.py", "entities", "languages")
"""Where the rules are, and what they say their results with."""


@cache
def rules_version() -> str:
    """Return a short digest of the rooms that rules are in and of spaCy's version. Costs two milliseconds."""
    total = hashlib.sha256()
    for path in sorted(path for room in _ROOMS for path in _files(_ENGINE / room)):
        total.update(path.relative_to(_ENGINE).as_posix().encode())
        total.update(path.read_bytes())
    total.update(_spacy_version())
    return total.hexdigest()[:16]


def _files(room: Path) -> Iterator[Path]:
    """Yield `room` if it is a file, else the files in it, but for what Python compiled."""
    yield from (path for path in (room, *room.rglob("*")) if path.is_file() and path.suffix != ".pyc")


def _spacy_version() -> bytes:
    """Return spaCy's own statement of its version without importing it; empty if there is none."""
    spec = importlib.util.find_spec("spacy")
    try:
        return Path(spec.origin).with_name("about.py").read_bytes() if spec and spec.origin else b""
    except OSError:
        return b""
