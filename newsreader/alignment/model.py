"""What an alignment of two texts is, and what it says about a span. Offsets are code points, end exclusive."""

from __future__ import annotations

from dataclasses import dataclass
from enum import StrEnum
from typing import TYPE_CHECKING

if TYPE_CHECKING:
    from collections.abc import Mapping, Sequence

    from newsreader.alignment.tokens import Tokens


class SpanChange(StrEnum):
    """What an edit did to a span that it left in the text."""

    UNCHANGED = "unchanged"
    """The same words among the same sentences; white space and the style of quotes do not count."""
    MOVED = "moved"
    """The same words, elsewhere in the order of the text."""
    EDITED = "edited"
    """Some of the words are others, wherever they stand now."""


@dataclass(frozen=True, slots=True)
class Placement:
    """Where a span is in the new text. `confidence` is from 0 to 1; it is 1 where nothing was changed."""

    start: int
    end: int
    change: SpanChange
    confidence: float


@dataclass(frozen=True, slots=True)
class Candidate:
    """A place that an orphan might be meant for; `score` is from 0 to 1."""

    start: int
    end: int
    score: float


@dataclass(frozen=True, slots=True)
class Orphan:
    """A span whose text is gone. Only a person may choose among `candidates`, which are the best first."""

    candidates: tuple[Candidate, ...] = ()


@dataclass(frozen=True, slots=True)
class Alignment:
    """Which tokens of the new text are those of the old one."""

    old: str
    new: str
    old_tokens: Tokens
    new_tokens: Tokens
    matches: Sequence[int]
    """For each token of the old text its index in the new one, -1 where it is gone. No index comes twice."""
    origins: Sequence[int]
    """The reverse: for each token of the new text its index in the old one, -1 where it was added."""
    moved: Sequence[bool]
    """For each token of the old text whether it is matched out of order."""
    places: Mapping[str, Sequence[int]]
    """Where each key stands in the new text."""
