"""What is known of another program: what its files look like, and how they are read."""

from __future__ import annotations

from dataclasses import dataclass
from typing import TYPE_CHECKING

if TYPE_CHECKING:
    from collections.abc import Callable, Iterator

    from newsreader.intake.elsewhere.bundle import Bundle
    from newsreader.intake.elsewhere.items import Item


@dataclass(frozen=True, slots=True)
class Program:
    """One kind of files. Its module is imported for every import, so what is heavy is imported by `read`."""

    name: str
    """What it is asked for by."""
    about: str
    """What its files are, for a sentence."""
    is_of: Callable[[Bundle], bool]
    """Whether a file is of this kind, by what is in it."""
    read: Callable[[Bundle], Iterator[Item]]
    """What is in a file, in its order; raises `SourceError` for what is no such file at all."""
