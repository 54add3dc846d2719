"""Shows on a terminal how far long work is, at which rate, and for how long; in a pipe nothing."""

from __future__ import annotations

import sys
import time
from typing import Self

EVERY = 0.2
"""Seconds between two looks of the line."""
AT_FIRST = 0.5
"""Seconds before it is shown at all, so that short work stays quiet."""
_CLEAR = "\r\x1b[K"
_MINUTE = 60


class Progress:
    """A line on standard error that is gone when the work is done."""

    def __init__(self, what: str, total: int | None = None) -> None:
        """Count `what`, of which there will be `total` if that is known."""
        self._what = what
        self._total = total
        self._done = 0
        self._begun = self._shown = time.monotonic()
        self._wanted = sys.stderr.isatty()

    def __enter__(self) -> Self:
        return self

    def __exit__(self, *_: object) -> None:
        if self._wanted and self._shown > self._begun:
            print(_CLEAR, end="", file=sys.stderr, flush=True)

    def advance(self, count: int = 1) -> None:
        """Count some more as done."""
        self._done += count
        now = time.monotonic()
        if self._wanted and now - self._begun > AT_FIRST and now - self._shown > EVERY:
            self._shown = now
            print(f"{_CLEAR}{self._line(now - self._begun)}", end="", file=sys.stderr, flush=True)

    def reached(self, done: int, total: int) -> None:
        """So many are done now, of as many as are known to come."""
        self._total = total
        self.advance(done - self._done)

    def _line(self, seconds: float) -> str:
        rate = self._done / seconds
        if self._total is None:
            return f"{self._done} {self._what} · {rate:.0f}/s"
        left = _spoken((self._total - self._done) / rate) if rate else "?"
        return f"{self._done} of {self._total} {self._what} · {rate:.1f}/s · {left} left"


def _spoken(seconds: float) -> str:
    minutes, rest = divmod(round(seconds), _MINUTE)
    hours, minutes = divmod(minutes, _MINUTE)
    return f"{hours} h {minutes} min" if hours else f"{minutes} min {rest} s" if minutes else f"{rest} s"
