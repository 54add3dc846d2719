"""A worker process as the reader holds it: started, spoken to, watched, killed."""

from __future__ import annotations

import contextlib
import logging
import os
import sys
import threading
from collections.abc import Callable
from typing import IO, TYPE_CHECKING, Any

from newsreader import paths, system
from newsreader.analysis.protocol import Message, Ready, decode, encode, read_line

if TYPE_CHECKING:
    import subprocess
    from collections.abc import Mapping, Sequence

WORKER = (sys.executable, "-P", "-m", "newsreader.analysis.worker")
"""The command of the worker. `-P` keeps modules that lie in the current folder from being run."""

Heard = Callable[["WorkerProcess", Message], None]
Ended = Callable[["WorkerProcess"], None]

_log = logging.getLogger(__name__)


class WorkerProcess:
    """One process. `heard` gets its messages and `ended` is called once when it is gone, both from another thread."""

    def __init__(self, command: Sequence[str], heard: Heard, ended: Ended) -> None:
        """Start `command`. Raises `OSError`."""
        self._heard = heard
        self._ended = ended
        self.loaded = False
        """Whether it has said that its pipeline is loaded."""
        self._process = spawn(command)
        self._watchdog = _Watchdog(self.kill)
        threading.Thread(target=self._listen, name="newsreader-worker", daemon=True).start()

    @property
    def pid(self) -> int:
        """Its process id."""
        return self._process.pid

    def send(self, message: Message) -> None:
        """Send `message`; if the process is gone, `ended` says so and nothing happens here."""
        with contextlib.suppress(OSError, ValueError):
            self._in.write(encode(message))
            self._in.flush()

    def expect(self, seconds: float | None) -> None:
        """Kill the process unless it says something within `seconds`, and again after each message; None: never."""
        self._watchdog.watch(seconds)

    def kill(self) -> None:
        """End the process at once."""
        with contextlib.suppress(OSError):
            self._process.kill()

    @property
    def _in(self) -> IO[bytes]:
        assert self._process.stdin is not None
        return self._process.stdin

    def _listen(self) -> None:
        """Pass on what the process says until it is gone, then clear away what is left of it."""
        out: Any = self._process.stdout
        try:
            while line := read_line(out):
                self._watchdog.calm()
                message = decode(line)
                self.loaded = self.loaded or isinstance(message, Ready)
                self._heard(self, message)
        except (OSError, ValueError) as error:
            _log.error("the worker cannot be understood: %s", error)
        self.kill()
        self._watchdog.watch(None, last=True)
        self._process.wait()
        for stream in (out, self._in):
            with contextlib.suppress(OSError):
                stream.close()
        self._ended(self)


class _Watchdog:
    """Calls `bite` when nobody calmed it for as long as it watches. Works while the owner's threads are blocked."""

    def __init__(self, bite: Callable[[], None]) -> None:
        self._bite = bite
        self._changed = threading.Condition()
        self._seconds: float | None = None
        self._calmed = False
        self._over = False
        threading.Thread(target=self._run, name="newsreader-watchdog", daemon=True).start()

    def watch(self, seconds: float | None, *, last: bool = False) -> None:
        with self._changed:
            self._seconds = seconds
            self._calmed = True
            self._over = self._over or last
            self._changed.notify()

    def calm(self) -> None:
        # No notification: a message a millisecond must not wake a thread each time.
        self._calmed = True

    def _run(self) -> None:
        with self._changed:
            while not self._over:
                self._calmed = False
                self._changed.wait(self._seconds)
                if self._seconds is not None and not self._calmed:
                    _log.error("the worker said nothing for %g seconds and is ended", self._seconds)
                    self._bite()
                    return


def spawn(command: Sequence[str], environ: Mapping[str, str] | None = None) -> subprocess.Popen[bytes]:
    """Start `command` away from the terminal, so that neither ctrl+c nor ctrl+z nor a stray print gets through.

    `environ` is added to its environment, in which others do not see it.
    """
    import subprocess

    apart = system.away_from_terminal()
    around = _environment() | dict(environ or {})
    with _log_stream() as log:
        return subprocess.Popen(command, stdin=subprocess.PIPE, stdout=subprocess.PIPE, stderr=log, env=around, **apart)


def _environment() -> dict[str, str]:
    """Ours, without threads for linear algebra: a paragraph is too small for them, and they take the reader's core."""
    single = {"OMP_NUM_THREADS": "1", "OPENBLAS_NUM_THREADS": "1"}
    return single | dict(os.environ)


def _log_stream() -> IO[bytes]:
    """Where the worker's standard error goes: to the end of the log, or nowhere if that cannot be written."""
    file = paths.log_file()
    try:
        file.parent.mkdir(parents=True, exist_ok=True, mode=0o700)
        return open(os.open(file, os.O_WRONLY | os.O_APPEND | os.O_CREAT, 0o600), "ab")
    except OSError:
        return open(os.devnull, "ab")
