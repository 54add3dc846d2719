"""Leads a worker through one article after the other: starts it, asks it, starts another when it is lost.

Everything here runs in one thread, the client's; only `end` and `pid` are for any thread.
"""

from __future__ import annotations

import logging
import threading
from functools import partial
from time import monotonic
from typing import TYPE_CHECKING

from newsreader.analysis.pacing import paced
from newsreader.analysis.process import WorkerProcess
from newsreader.analysis.protocol import Failed, ProtocolError, Ready
from newsreader.analysis.task import Task
from newsreader.entities import pipeline
from newsreader.entities.pipeline import ModelError
from newsreader.entity import Analysis

if TYPE_CHECKING:
    from collections.abc import Callable, Sequence

    from newsreader.analysis.cache import AnalysisCache
    from newsreader.analysis.events import Event, Listener
    from newsreader.analysis.protocol import Message
    from newsreader.article import Article

PATIENCE_WHILE_LOADING = 120.0
"""Seconds that a worker may be silent in addition until its pipeline is loaded, which a cold disk makes slow."""

PATIENCE_WITH_THE_LAST = 1.0
"""Seconds at least that the article before may go on when another one is opened; as long as a new worker takes to load
if that is longer, so that nobody waits more than twice as long as need be."""

_log = logging.getLogger(__name__)


class Conductor:
    """Holds the worker and the article that it works on."""

    def __init__(
        self,
        model: str | None,
        cache: AnalysisCache | None,
        command: Sequence[str],
        patience: float,
        later: Callable[[Callable[[], object]], None],
        is_current: Callable[[int], bool],
    ) -> None:
        """Take what `AnalysisClient` takes; `later` has something done in the one thread that all runs in.

        `is_current` says whether a job is still the newest: the listeners of others are not called.
        """
        self._model = model
        self._cache = cache
        self._command = (
            *command,
            *(("--model", model) if model else ()),
            *(("--cache", str(cache.folder)) if cache else ()),
        )
        self._patience = patience
        self._later = later
        self._is_current = is_current
        self._lock = threading.Lock()
        self._ended = False
        self._process: WorkerProcess | None = None
        self._ready = False
        self._started = self._loading = 0.0
        """When the worker was started, and how many seconds it took to load."""
        self._task: Task | None = None

    @property
    def pid(self) -> int | None:
        """The process id of the worker, if one is running."""
        process = self._process
        return process.pid if process else None

    def end(self) -> None:
        """Kill the worker, also one that is just being started."""
        with self._lock:
            self._ended = True
            process = self._process
        if process:
            process.kill()

    def start(self, article: Article | None) -> None:
        """Start the worker, unless the analysis of `article` is in the cache."""
        try:
            files = pipeline.find(self._model)
        except ModelError:
            return  # Said when an article is opened.
        if not (article and self._cache and self._cache.has(article, files.key)):
            self._ensure_process()

    def open(self, job: int, article: Article, listener: Listener) -> None:
        """Analyse `article` in place of the one before, or take its analysis from the cache."""
        busy = self._ready and self._task is not None and not self._task.over
        task = self._task = Task(job, article, partial(self._tell, job, listener))
        try:
            files = pipeline.find(self._model)
        except ModelError as error:
            task.give_up(str(error))
            return
        if task.empty:
            task.show(Analysis(article.sha256, files.title, (), 0, 0))
        elif known := self._cache and self._cache.get(article, files.key):
            task.show(known)
        elif process := self._ensure_process():
            self._begin(task, process)
            if busy:
                self._wait_for_answer(task, process)

    def look_at(self, job: int, start: int, end: int) -> None:
        """Have these code points of the article analysed next."""
        if self._task and self._task.job == job:
            for message in self._task.look_at(start, end):
                if self._process:
                    self._process.send(message)

    def give_up(self, sentence: str) -> None:
        """Tell the listener that there will be no more."""
        if self._task and not self._task.over:
            self._task.give_up(sentence)

    def _begin(self, task: Task, process: WorkerProcess) -> None:
        self._expect(task, process)
        for message in paced(task.begin()):
            process.send(message)
        if self._ready:
            process.send(task.first())

    def _wait_for_answer(self, task: Task, process: WorkerProcess) -> None:
        """Have another worker take the article up if this one cannot let go of the one before."""

        def replace_if_overdue() -> None:
            if process is self._process and task is self._task and not task.answered:
                self._replace(task, process)

        seconds = max(PATIENCE_WITH_THE_LAST, self._loading)
        timer = threading.Timer(seconds, self._later, (replace_if_overdue,))
        timer.daemon = True
        timer.start()

    def _replace(self, task: Task, process: WorkerProcess) -> None:
        """End a worker that is busy with what nobody wants any more, and go on with a new one."""
        with self._lock:
            self._process = None
        self._ready = False
        process.kill()
        if successor := self._ensure_process():
            self._begin(task, successor)

    def _expect(self, task: Task, process: WorkerProcess) -> None:
        """Have the worker watched as long as it has something to do."""
        loading = 0.0 if process.loaded else PATIENCE_WHILE_LOADING
        process.expect(None if task.over else loading + self._patience)

    def _ensure_process(self) -> WorkerProcess | None:
        """Return the worker, started if there is none. None if it cannot be started, which the listener is told."""
        if self._process is None:
            self._started = monotonic()
            try:
                process = WorkerProcess(
                    self._command,
                    lambda worker, message: self._later(partial(self._hear, worker, message)),
                    lambda worker: self._later(partial(self._lose, worker)),
                )
            except OSError as error:
                _log.error("the worker cannot be started: %s", error)
                self.give_up(f"The analysis could not be started: {error.strerror}.")
                return None
            self._hold(process)
        return self._process

    def _hold(self, process: WorkerProcess) -> None:
        """Keep `process` where `end` finds it; if that was called meanwhile, it ends here."""
        with self._lock:
            self._process = process
            if self._ended:
                process.kill()

    def _hear(self, process: WorkerProcess, message: Message) -> None:
        if process is not self._process:
            return
        if isinstance(message, Ready):
            self._ready, self._loading = True, monotonic() - self._started
        task = self._task
        if task is None or task.over:
            return
        try:
            answers = _answers(task, message)
        except ProtocolError as error:
            _log.error("the worker makes no sense and is ended: %s", error)
            process.kill()
            return
        for answer in answers:
            process.send(answer)
        if task.over or isinstance(message, Ready):
            self._expect(task, process)

    def _lose(self, process: WorkerProcess) -> None:
        """The process is gone; start another if something is left to do."""
        if process is not self._process:
            return
        with self._lock:
            self._process = None
        self._ready = False
        task = self._task
        if task is None or task.over or not task.lose(loaded=process.loaded):
            return
        if successor := self._ensure_process():
            self._begin(task, successor)

    def _tell(self, job: int, listener: Listener, event: Event) -> None:
        """Call the listener, unless another article was opened meanwhile; its own mistakes are its own."""
        if not self._is_current(job):
            return
        try:
            listener(event)
        except Exception:
            _log.exception("a listener of the analysis failed")


def _answers(task: Task, message: Message) -> list[Message]:
    """Return what to say to a worker's message. Raises `ProtocolError` if it makes no sense."""
    if isinstance(message, Ready):
        return [task.first()]
    if isinstance(message, Failed):
        task.give_up(message.sentence)
        return []
    return task.hear(message)
