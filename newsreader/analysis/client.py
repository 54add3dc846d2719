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

from newsreader.analysis.events import Analysed, AnalysisFailed, AnalysisNotice, Event, Listener
from newsreader.analysis.gently import breathing, uncollected
from newsreader.analysis.process import WORKER, WorkerProcess
from newsreader.analysis.protocol import Failed, ProtocolError, Ready
from newsreader.analysis.session import Session
from newsreader.entities import pipeline
from newsreader.entities.pipeline import ModelError
from newsreader.entity import Analysis

if TYPE_CHECKING:
    from collections.abc import Callable, Sequence

    from newsreader.analysis.cache import AnalysisCache
    from newsreader.analysis.protocol import Message
    from newsreader.article import Article

__all__ = ["Analysed", "AnalysisClient", "AnalysisFailed", "AnalysisNotice", "Event", "Listener"]

PATIENCE = 60.0
"""Seconds without a word after which a worker that has something to do is taken as hung."""

PATIENCE_WHILE_LOADING = 120.0
"""More of them until the pipeline is loaded, which a cold disk makes slow."""

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
        self._model = model
        self._cache = cache
        self._command = (
            *command,
            *(("--model", model) if model else ()),
            *(("--cache", str(cache.folder)) if cache else ()),
        )
        self._patience = patience
        self._words: queue.SimpleQueue[Callable[[], object] | None] = queue.SimpleQueue()
        self._lock = threading.Lock()
        self._job = 0
        self._running = False
        self._closed = False
        self._process: WorkerProcess | None = None
        self._ready = False
        self._session: Session | None = None

    def start(self, article: Article | None = None) -> None:
        """Start the worker, so that it loads the pipeline before there is anything to analyse.

        If `article` is given and its analysis is in the cache, nothing is started. Without this call, the first
        article that is not in the cache starts the worker.
        """
        self._leave_word(partial(self._start, article))

    def open(self, article: Article, listener: Listener) -> None:
        """Analyse `article` instead of the one before, from its top; `listener` is called from another thread.

        The listener of the article before is not called again.
        """
        with self._lock:
            self._job += 1
            job = self._job
        self._leave_word(partial(self._open, job, article, listener))

    def look_at(self, start: int, end: int) -> None:
        """Say which code points of the article are visible: they come next, then what is around them."""
        self._leave_word(partial(self._look_at, self._job, start, end))

    @property
    def worker_pid(self) -> int | None:
        """The process id of the worker, if one is running."""
        process = self._process
        return process.pid if process else None

    def close(self) -> None:
        """End everything at once. No listener is called any more; the client cannot be used again."""
        with self._lock:
            self._closed = True
            self._job += 1
            process = self._process
        if process:
            process.kill()
        self._words.put(None)
        atexit.unregister(self.close)

    def _leave_word(self, word: Callable[[], object]) -> None:
        with self._lock:
            if self._closed:
                return
            if not self._running:
                self._running = True
                atexit.register(self.close)
                threading.Thread(target=self._run, name="newsreader-analysis", daemon=True).start()
        self._words.put(word)

    # From here on all runs in the client's own thread.

    def _run(self) -> None:
        while (word := self._words.get()) is not None:
            try:
                with uncollected():
                    word()
            except Exception:
                _log.exception("the analysis client failed")
                self._give_up("The analysis failed; the log says more.")

    def _start(self, article: Article | None) -> None:
        try:
            files = pipeline.find(self._model)
        except ModelError:
            return  # Said when an article is opened.
        if not (article and self._cache and self._cache.has(article, files.key)):
            self._ensure_process()

    def _open(self, job: int, article: Article, listener: Listener) -> None:
        session = self._session = Session(job, article, partial(self._tell, job, listener))
        try:
            files = pipeline.find(self._model)
        except ModelError as error:
            session.give_up(str(error))
            return
        if session.empty:
            session.show(Analysis(article.sha256, files.title, (), 0, 0))
        elif known := self._cache and self._cache.get(article, files.key):
            session.show(known)
        elif process := self._ensure_process():
            self._begin(session, process)

    def _look_at(self, job: int, start: int, end: int) -> None:
        if self._session and self._session.job == job:
            for message in self._session.look_at(start, end):
                if self._process:
                    self._process.send(message)

    def _begin(self, session: Session, process: WorkerProcess) -> None:
        self._expect(session, process)
        for message in breathing(session.begin()):
            process.send(message)
        if self._ready:
            process.send(session.first())

    def _expect(self, session: Session, process: WorkerProcess) -> None:
        """Have the worker watched as long as it has something to do."""
        loading = 0.0 if process.loaded else PATIENCE_WHILE_LOADING
        process.expect(None if session.over else loading + self._patience)

    def _ensure_process(self) -> WorkerProcess | None:
        """Return the worker, started if there is none. None if it cannot be started, which the listener is told."""
        if self._process is None:
            try:
                process = WorkerProcess(self._command, self._put_message, self._put_end)
            except OSError as error:
                _log.error("the worker cannot be started: %s", error)
                self._give_up(f"The analysis could not be started: {error.strerror}.")
                return None
            self._hold(process)
        return self._process

    def _hold(self, process: WorkerProcess) -> None:
        """Keep `process` where `close` finds it; if that was called meanwhile, it ends here."""
        with self._lock:
            self._process = process
            if self._closed:
                process.kill()

    def _put_message(self, process: WorkerProcess, message: Message) -> None:
        self._words.put(partial(self._hear, process, message))

    def _put_end(self, process: WorkerProcess) -> None:
        self._words.put(partial(self._lose, process))

    def _hear(self, process: WorkerProcess, message: Message) -> None:
        if process is not self._process:
            return
        self._ready = self._ready or isinstance(message, Ready)
        session = self._session
        if session is None or session.over:
            return
        try:
            answers = self._answers(session, message)
        except ProtocolError as error:
            _log.error("the worker makes no sense and is ended: %s", error)
            process.kill()
            return
        for answer in answers:
            process.send(answer)
        if session.over or isinstance(message, Ready):
            self._expect(session, process)

    @staticmethod
    def _answers(session: Session, message: Message) -> list[Message]:
        """Return what to say to a worker's message. Raises `ProtocolError` if it makes no sense."""
        if isinstance(message, Ready):
            return [session.first()]
        if isinstance(message, Failed):
            session.give_up(message.sentence)
            return []
        return session.hear(message)

    def _lose(self, process: WorkerProcess) -> None:
        """The process is gone; start another if something is left to do."""
        if process is not self._process:
            return
        with self._lock:
            self._process = None
        self._ready = False
        session = self._session
        if session is None or session.over or not session.lose(loaded=process.loaded):
            return
        if successor := self._ensure_process():
            self._begin(session, successor)

    def _give_up(self, sentence: str) -> None:
        if self._session and not self._session.over:
            self._session.give_up(sentence)

    def _tell(self, job: int, listener: Listener, event: Event) -> None:
        """Call the listener, unless another article was opened meanwhile; its own mistakes are its own."""
        if job != self._job:
            return
        try:
            listener(event)
        except Exception:
            _log.exception("a listener of the analysis failed")
