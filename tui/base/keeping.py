"""Has the library do something for a screen, and tells it what came of that in the thread of the interface."""

from __future__ import annotations

from typing import TYPE_CHECKING, TypeVar

from newsreader.sanitise import printable
from newsreader.store.errors import LibraryError

if TYPE_CHECKING:
    from collections.abc import Callable
    from concurrent.futures import Future

    from textual.screen import Screen

    from newsreader.store.library import Library

_Result = TypeVar("_Result")

ON_SERVER = "Keeping it on the server…"
"""What is said until something is kept."""
PROBLEM_SECONDS = 15
"""How long it stays above another screen that something could not be done."""


class Keeping:
    """In a file it is done at once; no key waits for a server."""

    def __init__(self, screen: Screen[None], library: Library | None, say: Callable[[str], object]) -> None:
        """Take the screen, on which `say` says something; without a library nothing is done."""
        self._screen = screen
        self._library = library
        self._say = say

    def do(
        self,
        work: Callable[[], _Result],
        then: Callable[[_Result], object] = lambda _: None,
        failed: Callable[[LibraryError], object] | None = None,
        *,
        meanwhile: str = "",
        long: bool = False,
    ) -> None:
        """Have something done behind what was asked for before; what is `long` in a file, too, by a thread.

        `then` takes what came of it and `failed` why nothing did, which is said otherwise. If it takes any time, it is
        said what happens `meanwhile`.
        """
        if self._library is None:
            return
        queue = self._library.queue
        if queue.at_once and not long:
            self._settle(queue.do(work), then, failed)
            return
        if meanwhile:
            self._say(meanwhile)
        app = self._screen.app
        # By way of the thread however quick it is, so that all that was done is told in its order.
        queue.later(work, lambda future: app.call_later(self._settle, future, then, failed))

    def complain(self, error: LibraryError) -> None:
        """Say why something could not be done, be it on another screen by now."""
        if self._screen.is_attached:
            self._say(str(error))
        else:
            said = printable(str(error))
            self._screen.app.notify(said, severity="warning", timeout=PROBLEM_SECONDS, markup=False)

    def _settle(
        self,
        future: Future[_Result],
        then: Callable[[_Result], object],
        failed: Callable[[LibraryError], object] | None,
    ) -> None:
        try:
            result = future.result()
        except LibraryError as error:
            (failed or self.complain)(error)
        else:
            then(result)
