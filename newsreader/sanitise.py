"""The one gate for text from outside."""

from __future__ import annotations

from dataclasses import dataclass


@dataclass(frozen=True, slots=True)
class OffsetMap:
    """Maps offsets in sanitised text to offsets in the text as given.

    `positions[i]` is where a run of one-to-one characters starts in the sanitised text and `originals[i]` where that
    run starts in the text as given. An empty map is the identity.
    """

    positions: tuple[int, ...] = ()
    originals: tuple[int, ...] = ()
