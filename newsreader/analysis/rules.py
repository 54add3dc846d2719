"""The version of our rules: a cached analysis is only good as long as the code that made it is the same.

It is a digest of the sources themselves, so that nobody has to think of raising a number.
"""

from __future__ import annotations

import hashlib
import importlib.util
from functools import cache
from pathlib import Path

_ENGINE = Path(__file__).parent.parent / "entities"


@cache
def rules_version() -> str:
    """Return a short digest of everything in `newsreader.entities` and of spaCy's version. Costs a millisecond."""
    total = hashlib.sha256()
    for path in sorted(path for path in _ENGINE.rglob("*") if path.is_file() and path.suffix != ".pyc"):
        total.update(path.relative_to(_ENGINE).as_posix().encode())
        total.update(path.read_bytes())
    total.update(_spacy_version())
    return total.hexdigest()[:16]


def _spacy_version() -> bytes:
    """Return spaCy's own statement of its version without importing it; empty if there is none."""
    spec = importlib.util.find_spec("spacy")
    try:
        return Path(spec.origin).with_name("about.py").read_bytes() if spec and spec.origin else b""
    except OSError:
        return b""
