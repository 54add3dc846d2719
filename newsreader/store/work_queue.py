"""What is to be done with a library by somebody who must not be kept waiting, as a server may."""

from __future__ import annotations

from collections import deque
from concurrent.futures import Future
from threading import Condition, Thread
from typing import TYPE_CHECKING, TypeVar

from newsreader.store.errors import LibraryError

if TYPE_CHECKING:
    from collections.abc import Callable

_Result = TypeVar("_Result")


class WorkQueue:
    """Does what it is given in the order in which it is given; any thread may give it something."""

    def __init__(self, *, at_once: bool) -> None:
        """Do at once what is asked with `do`, since nobody waits for a file; else all is done in a thread."""
        self._at_once = at_once
        self._news = Condition()
        self._waiting: deque[Callable[[], object]] = deque()
        self._works = False
        """Whether there is a thread that does what waits."""
        self._failures: list[LibraryError] = []
        """What could not be done since it was last waited for."""

    def do(self, work: Callable[[], _Result]) -> Future[_Result]:
        """What will have the result of `work`, or the exception that it raised; has it already where it is at once."""
        if not self._at_once:
            return self.later(work)
        future: Future[_Result] = Future()
        _carry_out(work, future)
        return future

    def later(
        self, work: Callable[[], _Result], told: Callable[[Future[_Result]], object] | None = None
    ) -> Future[_Result]:
        """The same for what takes long in a file, too; `told` is called in the thread, in the order of the work."""
        future: Future[_Result] = Future()
        if told is not None:
            future.add_done_callback(told)
        with self._news:
            self._waiting.append(lambda: self._noted(work, future))
            if not self._works:
                self._works = True
                Thread(target=self._run, name="newsreader-store", daemon=True).start()
        return future

    @property
    def at_once(self) -> bool:
        """Whether `do` has done what it is given when it returns."""
        return self._at_once

    @property
    def busy(self) -> bool:
        """Whether something waits or is being done."""
        return self._works

    def finish(self, at_most: float) -> tuple[LibraryError, ...]:
        """Wait until all is done, but no more than so many seconds; returns why some of it could not be."""
        with self._news:
            self._failures.clear()
            self._news.wait_for(lambda: not self._works, at_most)
            return tuple(self._failures)

    def _run(self) -> None:
        while (work := self._next()) is not None:
            work()

    def _next(self) -> Callable[[], object] | None:
        with self._news:
            if self._waiting:
                return self._waiting.popleft()
            self._works = False
            self._news.notify_all()
            return None

    def _noted(self, work: Callable[[], _Result], future: Future[_Result]) -> None:
        _carry_out(work, future)
        error = future.exception()
        if isinstance(error, LibraryError):
            with self._news:
                self._failures.append(error)


def _carry_out(work: Callable[[], _Result], future: Future[_Result]) -> None:
    future.set_running_or_notify_cancel()
    try:
        result = work()
    except Exception as error:
        future.set_exception(error)
    else:
        future.set_result(result)
