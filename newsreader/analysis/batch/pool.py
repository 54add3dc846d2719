"""Processes of this machine that analyse articles, each with a pipeline of its own."""

from __future__ import annotations

import pickle
import subprocess
import sys
from concurrent.futures import Future, ThreadPoolExecutor
from queue import SimpleQueue
from typing import TYPE_CHECKING, Self

from newsreader import system
from newsreader.analysis.batch.dispatch import WorkerLostError, analyses
from newsreader.entities import pipeline

if TYPE_CHECKING:
    from collections.abc import Iterable, Iterator, Sequence

    from newsreader.analysis.batch.chunks import Chunk
    from newsreader.article import Article
    from newsreader.entity import Analysis

WORKER = (sys.executable, "-P", "-m", "newsreader.analysis.batch.worker")
"""The command of a process. `-P` keeps modules that lie in the current folder from being run."""


class Pool:
    """So many processes; `analyse_all` gives the same as an `Analyser` does alone."""

    def __init__(self, model: str | None, jobs: int) -> None:
        """Start them. Raises `ModelError` if there is no such pipeline."""
        pipeline.find(model)
        self._model = model
        self.count = jobs
        self._processes: list[_Process] = []
        self._idle: SimpleQueue[_Process] = SimpleQueue()
        self._is_open = True
        for _ in range(jobs):
            self._idle.put(self._started())
        # A thread waits for each process; what is to be done is done there.
        self._threads = ThreadPoolExecutor(jobs, thread_name_prefix="newsreader-pool")

    @property
    def processes(self) -> list[int]:
        """Their process ids, also of those that are gone and were replaced."""
        return [each.pid for each in self._processes]

    def analyse_all(self, articles: Iterable[Article]) -> Iterator[Analysis]:
        """Yield the analysis of each article, in order. Raises `BatchError`."""
        return analyses(articles, self)

    def submit(self, chunk: Chunk) -> Future[Sequence[Analysis]]:
        """Have a lot analysed by the first process that is idle."""
        return self._threads.submit(self._analyse, chunk)

    def close(self) -> None:
        """End the processes; what they are at is given up. Safe to call twice."""
        self._is_open = False
        self._threads.shutdown(wait=False, cancel_futures=True)
        for each in self._processes:
            each.end()

    def _started(self) -> _Process:
        process = _Process(self._model)
        self._processes.append(process)
        return process

    def _analyse(self, chunk: Chunk) -> Sequence[Analysis]:
        process = self._idle.get()
        try:
            return process.analyse(chunk)
        except (EOFError, OSError, pickle.UnpicklingError) as error:
            process.end()
            if self._is_open:
                process = self._started()
            raise WorkerLostError(f"{type(error).__name__}: {error}") from error
        finally:
            self._idle.put(process)

    def __enter__(self) -> Self:
        return self

    def __exit__(self, *_: object) -> None:
        self.close()


class _Process:
    """One process, and the pipes to it."""

    def __init__(self, model: str | None) -> None:
        # Away from the terminal, for ctrl+c reaches all of its processes at once.
        self._process = subprocess.Popen(
            [*WORKER, *([model] if model else [])],
            stdin=subprocess.PIPE,
            stdout=subprocess.PIPE,
            stderr=subprocess.DEVNULL,
            **system.away_from_terminal(),
        )

    @property
    def pid(self) -> int:
        """Its process id."""
        return self._process.pid

    def analyse(self, chunk: Chunk) -> Sequence[Analysis]:
        """The analyses of a lot. Raises `EOFError`, `OSError` or `UnpicklingError` if the process is gone."""
        assert self._process.stdin is not None
        assert self._process.stdout is not None
        pickle.dump(chunk.articles, self._process.stdin)
        self._process.stdin.flush()
        found: Sequence[Analysis] = pickle.load(self._process.stdout)
        return found

    def end(self) -> None:
        """End it at once; whoever waits for it gets `EOFError`."""
        self._process.kill()
        self._process.wait()
