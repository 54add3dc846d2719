"""Keeps the index in step while articles come in: in this process, and once they are many, in another one beside it.

So that who takes in does not wait for the index, nor for the one processor that Python uses at a time. What the other
process leaves undone, killed or never started, is done here.

Run as `python -m newsreader.index.beside`, it follows the library of the settings until it is told on its standard
input that no more comes; it ends at once with the pipe.
"""

from __future__ import annotations

import logging
import os
import subprocess
import sys
import threading
from typing import TYPE_CHECKING, Self

if TYPE_CHECKING:
    from collections.abc import Sequence
    from contextlib import AbstractContextManager

    from newsreader.index.index import Index
    from newsreader.store.library import Library

COMMAND = (sys.executable, "-P", "-m", "newsreader.index.beside")
MANY = 1000
"""Articles that came in before a process is started for those behind them: they take as long as it takes to start."""
LOOK = 0.2
"""Seconds between two looks of the process for what came in."""
PATIENCE = 120.0
"""Seconds that are waited for the process to be done with the rest."""
_NO_MORE = b"no more\n"

_log = logging.getLogger(__name__)


class FollowingBeside:
    """The index of the library of the settings, which follows at each `look`, and wholly when the context is left."""

    def __init__(
        self, library: Library, index: Index, turn: AbstractContextManager[object], command: Sequence[str] = COMMAND
    ) -> None:
        """Start nothing yet; `turn` is held while the index follows in this process."""
        self._library = library
        self._index = index
        self._turn = turn
        self._command = command
        self._first = self._last()
        self._has_tried = False
        self._process: subprocess.Popen[bytes] | None = None

    def look(self) -> None:
        """Take in what came, or leave it to the process. Raises `IndexFileError` and LibraryError."""
        if not self._has_tried and self._last() - self._first >= MANY:
            self._start()
        if self._process is None or self._process.poll() is not None:
            with self._turn:
                self._index.follow(self._library)

    def _last(self) -> int:
        """The number of the article that came in last."""
        with self._library.reading() as unit:
            return unit.articles.last()

    def _start(self) -> None:
        from newsreader.analysis.process import spawn

        self._has_tried = True
        try:
            self._process = spawn(self._command)
        except OSError as error:
            _log.error("the index cannot follow beside: %s", error)

    def __enter__(self) -> Self:
        return self

    def __exit__(self, *_: object) -> None:
        if self._process is not None:
            _end(self._process)
        self._index.follow(self._library)


def _end(process: subprocess.Popen[bytes]) -> None:
    """Let the process do the rest, and clear away what is left of it."""
    try:
        process.communicate(_NO_MORE, PATIENCE)
    except (OSError, subprocess.TimeoutExpired) as error:
        _log.error("the index did not follow beside to the end: %s", error)
    finally:
        process.kill()
        process.wait()


def main() -> None:
    """Follow until no more comes in."""
    from newsreader.index.index import Index
    from newsreader.store.library import Library

    is_all = threading.Event()
    threading.Thread(target=_listen, args=(is_all,), daemon=True).start()
    with Library.open(check=False) as library, Index.open_default() as index:
        while not is_all.wait(LOOK):
            index.follow(library)
        index.follow(library)


def _listen(is_all: threading.Event) -> None:
    """Wait to be told that no more comes; without that whoever would have said so is gone."""
    if sys.stdin.buffer.readline() != _NO_MORE:
        os._exit(0)  # a batch that is half done is done anew the next time
    is_all.set()


if __name__ == "__main__":
    main()
