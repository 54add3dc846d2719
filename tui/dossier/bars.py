"""A line of bars: in how many articles something stands, week by week. Nothing here draws."""

from __future__ import annotations

from datetime import date
from itertools import pairwise
from typing import TYPE_CHECKING

from tui.base.captions import month
from tui.base.cell_text import pad

if TYPE_CHECKING:
    from collections.abc import Sequence

    from tui.base.style_book import Line

BARS = " ▁▂▃▄▅▆▇█"
ROOMY = 60
"""Cells from which on months are written in words."""


def bars(weeks: Sequence[tuple[str, int]], width: int) -> str:
    """The counts of weeks as bars in at most `width` cells, each for as many weeks as need be; none is 0 high."""
    columns = min(len(weeks), max(0, width))
    edges = [column * len(weeks) // columns for column in range(columns + 1)] if columns else []
    counts = [sum(count for _, count in weeks[a:b]) for a, b in pairwise(edges)]
    most = max(counts, default=0)
    return "".join(BARS[-(-count * (len(BARS) - 1) // most)] if most else BARS[0] for count in counts)


def bar_line(weeks: Sequence[tuple[str, int]], days: tuple[str, str], width: int) -> Line:
    """The bars between the months of the first and the last of these `days` (ISO 8601), in exactly `width` cells."""
    if not weeks:
        return [(" " * width, ())]
    ends = map(date.fromisoformat, days)
    first, last = (month(each) if width >= ROOMY else f"{each:%Y-%m}" for each in ends)
    room = width - len(first) - len(last) - 4
    drawn = bars(weeks, room)
    return [
        (f" {first} "[:width], ("panel--count",)),
        (drawn, ("library--mark",)),
        (pad(f" {last}", max(0, width - len(first) - 2 - len(drawn))), ("panel--count",)),
    ]
