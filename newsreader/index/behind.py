"""Reads articles of a library for names, behind everything else on the machine: a process that `background` starts.

Run as `python -m newsreader.index.behind LIBRARY CACHE [MODEL]`; an empty LIBRARY is that of the settings. On standard
input it is told to `pause` and to `go`, and it ends with the pipe, at once; for every article it prints how many are
left. It ends by itself when none is.
"""

from __future__ import annotations

import os
import signal
import sys
import threading
import time
from contextlib import suppress
from itertools import count
from pathlib import Path
from typing import TYPE_CHECKING

from newsreader import system

if TYPE_CHECKING:
    from collections.abc import Callable

    from newsreader.analysis.in_process import Analyser
    from newsreader.article import Article
    from newsreader.entity import Analysis
    from newsreader.index.index import Index
    from newsreader.store.library import Library

NICENESS = 19
LOCK = "index.lock"
"""In the cache folder: of several readers of one library one has the names read."""
ROUND = 20
"""Articles whose numbers are asked for at once; others may have come in meanwhile, and the newest go first."""
PACKED_EACH = 50
"""Rounds after which what was read is packed."""
SECONDS_BEFORE = 1.0
"""Until something heavy is done, so that the reader is there first."""


class Orders:
    """What the reader said last; when it is gone, this process ends."""

    def __init__(self) -> None:
        self._go = threading.Event()
        self._go.set()
        threading.Thread(target=self._listen, daemon=True).start()

    def wait(self) -> None:
        """Return as soon as it may go on."""
        self._go.wait()

    def _listen(self) -> None:
        for line in sys.stdin:
            if line == "pause\n":
                self._go.clear()
            else:
                self._go.set()
        # Whatever is half done is done anew the next time.
        os._exit(0)


class Reading:
    """Reads one article after the other, by the pipeline or from what was found before."""

    def __init__(self, library: Library, index: Index, cache: Path, model: str | None) -> None:
        """Load nothing yet. Raises `ModelError` if there is no such pipeline."""
        from newsreader.analysis.cache import AnalysisCache
        from newsreader.entities import pipeline
        from newsreader.index.background import rules_of

        self._library = library
        self._index = index
        self._model = model
        self._pipeline = pipeline.find(model).key
        self._cache = AnalysisCache(cache)
        self._analyser: Analyser | None = None
        self.rules = rules_of(model)

    def read_all(self, wait: Callable[[], object], tell: Callable[[int], object]) -> None:
        """Read what is unread, each as soon as `wait` returns; `tell` how many are left, before the first one, too."""
        tell(left := self._index.count_unnamed(self.rules))
        self._index.packing.do()
        self._index.fold(self._library, lambda _: wait())
        for turn in count(1):
            if not (numbers := self._index.unnamed(self.rules, ROUND)):
                break
            if turn % PACKED_EACH == 0:
                self._index.packing.do()
            for number in numbers:
                wait()
                if not self._read(number):
                    self._index.follow(self._library)  # it came in anew, meanwhile, with another text
                left = max(left - 1, 0)
                tell(left)
        self._index.packing.do()

    def _read(self, number: int) -> bool:
        from newsreader.annotations.notebook import overlay_of

        record = self._library.latest(number)
        if record is None:
            return False
        article = self._library.stored(record)
        found = overlay_of(self._library, article).over(self._analysis(article), article).analysis
        return self._index.name(record, article, found, self.rules)

    def _analysis(self, article: Article) -> Analysis:
        from newsreader.analysis.in_process import Analyser
        from newsreader.analysis.shared import known, share

        if (found := known(self._library, self._cache, article, self._pipeline)) is not None:
            return found
        if self._analyser is None:
            self._analyser = Analyser(self._model)
        found = self._analyser.analyse(article)
        share(self._library, article, self._pipeline, found)
        return found


def _wait_for_the_turn(cache: Path) -> None:
    """Wait until no other process of this kind is at work; the turn is over with this one."""
    with suppress(OSError):
        system.lock(os.open(cache / LOCK, os.O_CREAT | os.O_WRONLY, 0o600), wait=True)


def main(library: str, cache: str, model: str | None = None) -> None:
    """Read what is unread until there is nothing left."""
    signal.signal(signal.SIGINT, signal.SIG_IGN)
    system.step_back(NICENESS)
    orders = Orders()
    _wait_for_the_turn(Path(cache))
    time.sleep(SECONDS_BEFORE)
    from newsreader.index.index import Index
    from newsreader.store.library import Library as Opened
    from newsreader.store.library import library_place

    place = Path(library) if library else library_place()
    with Opened.open(place, check=False) as opened, Index.open(place, Path(cache)) as index:
        Reading(opened, index, Path(cache), model).read_all(orders.wait, lambda left: print(left, flush=True))


if __name__ == "__main__":
    main(*sys.argv[1:])
    # Not `sys.exit`: a thread is reading standard input, which the interpreter would wait for or trip over.
    os._exit(0)
