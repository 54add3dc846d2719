"""Imports spaCy without its command line, which no pipeline needs and which takes a third of the time.

spaCy's top module imports `spacy.cli` for one function, `spacy.info`, and with it an HTTP client, a template engine and
more. A stand-in takes that place while spaCy is imported and is gone afterwards: whoever asks for `spacy.cli` later
gets the real one. If spaCy stops importing it, nothing happens here.
"""

from __future__ import annotations

import sys
from types import ModuleType
from typing import Any


def import_spacy() -> None:
    """Import spaCy, unless that has been done. Raises `ImportError`."""
    if "spacy" in sys.modules:
        return
    stand_ins = {name: ModuleType(name) for name in ("spacy.cli", "spacy.cli.info")}
    stand_ins["spacy.cli.info"].__dict__["info"] = _info
    sys.modules.update(stand_ins)
    try:
        import spacy  # noqa: F401
    finally:
        for name, stand_in in stand_ins.items():
            if sys.modules.get(name) is stand_in:
                del sys.modules[name]


def _info(*arguments: Any, **named: Any) -> Any:
    """Do what `spacy.info` does."""
    from spacy.cli.info import info

    return info(*arguments, **named)
