"""What systems do differently with files and processes, each thing once; `docs/platforms.md` lists the rest.

Modules that a system lacks (`fcntl`, `resource`, `msvcrt`) are imported where they are used, behind a question for the
system: everything here can be imported everywhere, and a type checker knows which half is for whom.
"""

from __future__ import annotations

import errno
import os
import sys
from contextlib import suppress
from typing import TYPE_CHECKING, Any

if TYPE_CHECKING:
    from collections.abc import Sequence


def keeps_open_files() -> bool:
    """Whether a file that is open can be neither removed nor renamed (Windows): whoever means to do so closes it."""
    return sys.platform == "win32"


def lock(handle: int, *, wait: bool = False) -> bool:
    """Lock an open file for as long as it is open; False if another program has, or the file system has no locks.

    On Windows nobody else can write the first byte of a locked file.
    """
    with suppress(OSError):
        if sys.platform == "win32":
            _lock_byte(handle, wait=wait)
        else:
            import fcntl

            fcntl.flock(handle, fcntl.LOCK_EX if wait else fcntl.LOCK_EX | fcntl.LOCK_NB)
        return True
    return False


def lock_as_databases_do(handle: int) -> None:
    """Lock an open file, without waiting, with the kind of lock that SQLite needs. Raises OSError."""
    if sys.platform == "win32":
        _lock_byte(handle, wait=False)
    else:
        import fcntl

        fcntl.lockf(handle, fcntl.LOCK_EX | fcntl.LOCK_NB)


def _lock_byte(handle: int, *, wait: bool) -> None:
    """Lock the first byte of a file on Windows, where waiting ends after ten seconds and has to be begun again."""
    if sys.platform == "win32":
        import msvcrt

        os.lseek(handle, 0, os.SEEK_SET)
        while True:
            try:
                msvcrt.locking(handle, msvcrt.LK_LOCK if wait else msvcrt.LK_NBLCK, 1)
                break
            except OSError as error:
                if not wait or error.errno != errno.EDEADLK:
                    raise


def step_back(niceness: int) -> None:
    """Lower the priority of this process; on Windows whoever starts it does (`away_from_terminal`)."""
    if sys.platform != "win32":
        os.nice(niceness)


def away_from_terminal() -> dict[str, Any]:
    """Options for `subprocess.Popen`: neither ctrl+c nor ctrl+z of the terminal reaches the process, nor has it one."""
    options: dict[str, Any] = {"start_new_session": True}
    if sys.platform == "win32":
        import subprocess

        flags = subprocess.BELOW_NORMAL_PRIORITY_CLASS | subprocess.CREATE_NO_WINDOW
        options = {"creationflags": flags | subprocess.CREATE_NEW_PROCESS_GROUP}
    return options


def limit(seconds: int, memory: int) -> None:
    """Have the system end this process after so much processor time, and refuse it more bytes of memory.

    Windows knows neither, and macOS no limit of memory: there whoever started the process has to watch over it.
    """
    if sys.platform != "win32":
        import resource

        for kind, most in ((resource.RLIMIT_CPU, seconds), (resource.RLIMIT_AS, memory)):
            with suppress(OSError, ValueError):
                resource.setrlimit(kind, (most, most))


def memory_limit() -> int | None:
    """Bytes of memory that the system lets this process have (`ulimit -v`); None where it has no such limit."""
    most: int | None = None
    if sys.platform != "win32":
        import resource

        most, _ = resource.getrlimit(resource.RLIMIT_AS)
        most = None if most == resource.RLIM_INFINITY else most
    return most


def command_line(words: Sequence[str]) -> str:
    """The words as one command for the shell of the system, each as it is."""
    import shlex
    import subprocess

    return subprocess.list2cmdline(words) if sys.platform == "win32" else shlex.join(words)
