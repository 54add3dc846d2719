"""Has the names in what comes into the library read by a process behind the reader, so that no key waits for it.

What is open in the reader goes first: as long as its names are not known, the other process pauses.
"""

from __future__ import annotations

import atexit
import logging
import sys
import threading
import time
from collections import deque
from contextlib import suppress
from dataclasses import dataclass
from functools import cached_property, partial
from typing import TYPE_CHECKING, Any

from newsreader import paths
from newsreader.analysis.events import Analysed, AnalysisFailed
from newsreader.analysis.process import spawn
from newsreader.analysis.rules import rules_version
from newsreader.entities import pipeline
from newsreader.store.server_address import ServerAddress

if TYPE_CHECKING:
    import subprocess
    from collections.abc import Callable, Sequence
    from pathlib import Path

    from newsreader.analysis.client import AnalysisClient
    from newsreader.analysis.events import Event, Listener
    from newsreader.article import Article
    from newsreader.index.index import Index

COMMAND = (sys.executable, "-P", "-m", "newsreader.index.behind")
RECENT = 50
"""Articles over which it is counted how many are read a second."""

_log = logging.getLogger(__name__)


@dataclass(frozen=True, slots=True)
class IndexProgress:
    """How far the names of the library are known."""

    waiting: int
    """Articles that are still to be read for names."""
    per_second: float
    """How many are read a second at present; 0 as long as that is not known."""


def rules_of(model: str | None) -> str:
    """What names depend on besides the text. Raises `ModelError` if there is no such pipeline."""
    return f"{pipeline.find(model).key} {rules_version()}"


class BackgroundIndexing:
    """Starts the process whenever there is something to read, and says how far it is. For any thread."""

    def __init__(
        self,
        library: Path | ServerAddress,
        model: str | None = None,
        cache: Path | None = None,
        *,
        command: Sequence[str] = COMMAND,
    ) -> None:
        """Start nothing yet. `cache` is where the index is, by default the cache folder."""
        self._model = model
        folder = cache or paths.cache_dir()
        # Of a command everybody on the machine can see the arguments, and an address may have a password.
        address = library.url if isinstance(library, ServerAddress) else ""
        self._environ = {"NEWSREADER_LIBRARY": address} if address else {}
        self._command = (*command, "" if address else str(library), str(folder), *((model,) if model else ()))
        self._lock = threading.Lock()
        self._process: subprocess.Popen[bytes] | None = None
        self._paused = self._closed = False
        self._read: deque[tuple[float, int]] = deque(maxlen=RECENT)
        self.progress: IndexProgress | None = None
        """How far it is; None while there is nothing to read."""
        self.listener: Callable[[], object] = lambda: None
        """Called from another thread whenever `progress` is another."""

    @cached_property
    def _rules(self) -> str | None:
        try:
            return rules_of(self._model)
        except pipeline.ModelError:
            return None  # said when an article is opened

    def look(self, index: Index) -> None:
        """Start the process if the index lacks names of an article, or has not packed them. Raises `IndexFileError`."""
        if self._process is not None or self._rules is None:
            return
        if index.unnamed(self._rules, 1) or index.packing.is_due():
            self._start()

    def pause(self) -> None:
        """Let others have the processor from the next article on."""
        self._paused = True
        self._say(b"pause\n")

    def go_on(self) -> None:
        """Go on after `pause`."""
        self._paused = False
        self._say(b"go\n")

    def close(self) -> None:
        """End the process at once; it goes on where it was when there is one again."""
        with self._lock:
            self._closed = True
            process = self._process
        if process is not None:
            process.kill()
        atexit.unregister(self.close)

    def _start(self) -> None:
        with self._lock:
            if self._closed or self._process is not None:
                return
            try:
                self._process = spawn(self._command, self._environ)
            except OSError as error:
                _log.error("names cannot be read behind: %s", error)
                return
        atexit.register(self.close)
        threading.Thread(target=self._listen, args=(self._process,), name="newsreader-behind", daemon=True).start()
        if self._paused:
            self.pause()

    def _say(self, word: bytes) -> None:
        process = self._process
        stdin: Any = process.stdin if process is not None else None
        if stdin is not None:
            with suppress(OSError, ValueError):
                stdin.write(word)
                stdin.flush()

    def _listen(self, process: subprocess.Popen[bytes]) -> None:
        out: Any = process.stdout
        self._read.clear()
        with suppress(OSError, ValueError):
            for line in out:
                self._read.append((time.monotonic(), int(line)))
                self._tell(IndexProgress(int(line), self._per_second()))
        process.kill()
        process.wait()
        for stream in (out, process.stdin):
            with suppress(OSError):
                if stream:
                    stream.close()
        with self._lock:
            self._process = None
        self._tell(None)

    def _per_second(self) -> float:
        (began, before), (now, left) = self._read[0], self._read[-1]
        return (before - left) / (now - began) if now > began else 0.0

    def _tell(self, progress: IndexProgress | None) -> None:
        self.progress = progress
        if not self._closed:
            self.listener()


class GivingWay:
    """The client of the analysis, for which reading behind pauses until all of the article is known that is open."""

    def __init__(self, client: AnalysisClient, behind: BackgroundIndexing) -> None:
        self._client = client
        self._behind = behind

    def open(self, article: Article, listener: Listener) -> None:
        """See `AnalysisClient`."""
        self._behind.pause()
        self._client.open(article, partial(self._hear, listener))

    def look_at(self, start: int, end: int) -> None:
        """See `AnalysisClient`."""
        self._client.look_at(start, end)

    def close(self) -> None:
        """End both."""
        self._behind.close()
        self._client.close()

    def _hear(self, listener: Listener, event: Event) -> None:
        if isinstance(event, AnalysisFailed) or (isinstance(event, Analysed) and event.analysis.complete):
            self._behind.go_on()
        listener(event)
