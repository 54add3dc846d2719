"""How far a library has come, at a glance: without opening it, and without loading what reads and writes articles."""

from __future__ import annotations

import os
from typing import TYPE_CHECKING, NamedTuple

from newsreader import paths

if TYPE_CHECKING:
    from pathlib import Path


class Standing(NamedTuple):
    """What is another as soon as anything changed that is found by a query."""

    change: int
    """The last change of an article."""
    said: int
    """The last that the person said of all articles together."""
    gazetteer: tuple[int, int]
    """The version of the gazetteer."""
    visited: str
    """When the person was here last, ISO 8601 in UTC; empty if never."""


def local_file() -> Path | None:
    """The file that the library is in, whether it is there or not; None if it is on a server.

    Raises `paths.NoHomeError`.
    """
    if "NEWSREADER_LIBRARY" in os.environ or paths.config_file().exists():
        from newsreader import config

        if config.load().library is not None:
            return None
    return paths.data_dir() / paths.LIBRARY


def standing(path: Path) -> Standing | None:
    """The standing of the library in a file; None if it has to be opened to know, or to say what is wrong with it."""
    from newsreader.store.sqlite import standing

    found = standing.read(path)
    return None if found is None else Standing(*found)
