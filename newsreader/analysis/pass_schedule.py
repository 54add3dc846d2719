"""The document passes over one article in the worker: when the next is due, and that nobody waits for one.

Understanding the whole of a long article takes seconds. Such a pass runs beside the recogniser, in a thread.
"""

from __future__ import annotations

import threading
from contextlib import contextmanager
from time import monotonic
from typing import TYPE_CHECKING

if TYPE_CHECKING:
    from collections.abc import Callable, Iterator

PAUSE = 4
"""A pass is made when the last one's cost has gone by this many times over."""

SHORTEST_PAUSE = 0.3
"""Seconds between passes that nobody waits for."""

SHORT = 0.1
"""Seconds that a pass may take without anybody minding."""

HEARTBEAT = 5.0
"""Seconds between signs of life during long work."""

LONGEST = 60.0
LONGEST_EACH = 0.05
"""Seconds of a pass, and more for each paragraph, after which it is taken as hung and no sign of life is given: about
ten times what the slowest machine we know needs."""


class PassSchedule:
    """The passes over one article, made one after the other. To be used from one thread."""

    def __init__(self, alive: Callable[[], None]) -> None:
        """Expect no cost yet; `alive` is called now and then during a pass, from another thread."""
        self._alive = alive
        self._ended = float("-inf")
        self._cost = 0.0
        self._paragraphs = 1
        self._thread: threading.Thread | None = None

    def is_short(self, paragraphs: int) -> bool:
        """Whether a pass over so many paragraphs would be over before anybody minds."""
        return not self._under_way and self._expected(paragraphs) < SHORT

    def is_due(self, paragraphs: int) -> bool:
        """Whether it is time for a pass that nobody waits for, as it is for the first."""
        pause = max(PAUSE * self._expected(paragraphs), SHORTEST_PAUSE)
        return not self._under_way and monotonic() - self._ended >= pause

    def make(self, work: Callable[[], None], paragraphs: int) -> None:
        """Make a pass over so many paragraphs, at once if it is short, else beside everything else."""
        if self.is_short(paragraphs):
            self._make(work, paragraphs, None)
            return
        self._thread = threading.Thread(target=self._make, args=(work, paragraphs, self._thread), daemon=True)
        self._thread.start()

    @property
    def _under_way(self) -> bool:
        return self._thread is not None and self._thread.is_alive()

    def _expected(self, paragraphs: int) -> float:
        """Seconds that a pass will take, if more paragraphs take longer in proportion."""
        return self._cost * paragraphs / self._paragraphs

    def _make(self, work: Callable[[], None], paragraphs: int, earlier: threading.Thread | None) -> None:
        with self._heartbeat(LONGEST + LONGEST_EACH * paragraphs):
            if earlier is not None:
                earlier.join()
            began = monotonic()
            work()
        self._ended = monotonic()
        self._cost, self._paragraphs = self._ended - began, max(paragraphs, 1)

    @contextmanager
    def _heartbeat(self, seconds: float) -> Iterator[None]:
        """Say that all is well while our own rules go through a long article, but no longer than it may take."""
        done = threading.Event()
        end = monotonic() + seconds

        def beat() -> None:
            while not done.wait(HEARTBEAT) and monotonic() < end:
                self._alive()

        threading.Thread(target=beat, name="newsreader-heartbeat", daemon=True).start()
        try:
            yield
        finally:
            done.set()
