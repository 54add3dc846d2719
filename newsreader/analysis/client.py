"""The reader's side of the worker: opens articles, says what is visible, passes on what was found.

Everything happens in a thread of its own, which alone holds the state; the methods only leave word for it and return
at once. An article whose analysis is in the cache needs no worker.
"""

from __future__ import annotations

import atexit
import logging
import queue
import threading
from functools import partial
from typing import TYPE_CHECKING

from newsreader.analysis.conductor import Conductor
from newsreader.analysis.events import Analysed, AnalysisFailed, AnalysisNotice, Event, Listener
from newsreader.analysis.pacing import without_collection
from newsreader.analysis.process import WORKER

if TYPE_CHECKING:
    from collections.abc import Callable, Sequence

    from newsreader.analysis.cache import AnalysisCache
    from newsreader.article import Article

__all__ = ["Analysed", "AnalysisClient", "AnalysisFailed", "AnalysisNotice", "Event", "Listener"]

PATIENCE = 60.0
"""Seconds without a word after which a worker that has something to do is taken as hung."""

_log = logging.getLogger(__name__)


class AnalysisClient:
    """Analyses one article at a time in a worker process. Safe for use from any thread."""

    def __init__(
        self,
        model: str | None = None,
        cache: AnalysisCache | None = None,
        *,
        command: Sequence[str] = WORKER,
        patience: float = PATIENCE,
    ) -> None:
        """Use the pipeline `model` and look into `cache` first.

        `command` starts a worker, and `patience` is how many seconds it may be silent.
        """
        self._words: queue.SimpleQueue[Callable[[], object] | None] = queue.SimpleQueue()
        self._conductor = Conductor(model, cache, command, patience, self._words.put, self._is_current)
        self._lock = threading.Lock()
        self._job = 0
        self._running = False
        self._closed = False

    def start(self, article: Article | None = None) -> None:
        """Start the worker, so that it loads the pipeline before there is anything to analyse.

        If `article` is given and its analysis is in the cache, nothing is started. Without this call, the first
        article that is not in the cache starts the worker.
        """
        self._leave_word(partial(self._conductor.start, article))

    def open(self, article: Article, listener: Listener) -> None:
        """Analyse `article` instead of the one before, from its top; `listener` is called from another thread.

        The listener of the article before is not called again.
        """
        with self._lock:
            self._job += 1
            job = self._job
        self._leave_word(partial(self._conductor.open, job, article, listener))

    def look_at(self, start: int, end: int) -> None:
        """Say which code points of the article are visible: they come next, then what is around them."""
        self._leave_word(partial(self._conductor.look_at, self._job, start, end))

    @property
    def worker_pid(self) -> int | None:
        """The process id of the worker, if one is running."""
        return self._conductor.pid

    def close(self) -> None:
        """End everything at once. No listener is called any more; the client cannot be used again."""
        with self._lock:
            self._closed = True
            self._job += 1
        self._conductor.end()
        self._words.put(None)
        atexit.unregister(self.close)

    def _is_current(self, job: int) -> bool:
        return job == self._job

    def _leave_word(self, word: Callable[[], object]) -> None:
        with self._lock:
            if self._closed:
                return
            if not self._running:
                self._running = True
                atexit.register(self.close)
                threading.Thread(target=self._run, name="newsreader-analysis", daemon=True).start()
        self._words.put(word)

    def _run(self) -> None:
        """Do what there is word of, in the thread that alone does."""
        while (word := self._words.get()) is not None:
            try:
                with without_collection():
                    word()
            except Exception:
                _log.exception("the analysis client failed")
                self._conductor.give_up("The analysis failed; the log says more.")
