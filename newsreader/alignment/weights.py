"""How much it says that two places share a token: rare and long words much, common words and marks little."""

from __future__ import annotations

import math
from collections import Counter
from typing import TYPE_CHECKING

if TYPE_CHECKING:
    from collections.abc import Sequence

_MARK = 0.1
_LONGEST = 8


def weigh(old: Sequence[str], new: Sequence[str]) -> dict[str, float]:
    """The weight of each key of the two texts, about 0.1 to 8."""
    counts = Counter(old)
    counts.update(new)
    return {key: _weight(key, count) for key, count in counts.items()}


def _weight(key: str, count: int) -> float:
    if not key[0].isalnum():
        return _MARK
    return min(len(key), _LONGEST) / math.sqrt(count)
