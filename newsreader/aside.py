"""Work that nobody waits for when the program ends: a page that does not come, a pipe into which nobody writes."""

from __future__ import annotations

from concurrent.futures import Future
from threading import Thread
from typing import TYPE_CHECKING, TypeVar

if TYPE_CHECKING:
    from collections.abc import Callable

_Result = TypeVar("_Result")


def aside(work: Callable[[], _Result]) -> Future[_Result]:
    """Do `work` in a thread of its own and return what will have its result or its exception.

    Python waits at its end for the threads of an executor, however long they take; for this one it does not.
    """
    future: Future[_Result] = Future()
    future.set_running_or_notify_cancel()

    def run() -> None:
        try:
            future.set_result(work())
        except BaseException as error:
            future.set_exception(error)

    Thread(target=run, name="newsreader-aside", daemon=True).start()
    return future
