"""What happens when a command fails: one sentence on standard error, the rest in the log."""

from __future__ import annotations

import errno
import os
import sys
from contextlib import contextmanager, suppress
from io import TextIOWrapper
from typing import TYPE_CHECKING

from newsreader.cli import INTERRUPTED

if TYPE_CHECKING:
    import argparse
    from collections.abc import Callable, Iterable, Iterator

_WRITING = frozenset({errno.ENOSPC, errno.EDQUOT, errno.EFBIG, errno.EBADF, errno.EIO})
"""How standard output fails that takes no more; it has no name, and files are written where errors are explained."""


_quick: set[Callable[[argparse.Namespace], int]] = set()


class CommandError(Exception):
    """A command cannot do what it was asked; the message is one printable sentence that says why."""


def reported(command: Callable[[argparse.Namespace], int], args: argparse.Namespace) -> int:
    """Run the command and return its exit code: 1, with one sentence and no traceback, for whatever it raises.

    Ctrl+c is 130, as shells have it.
    """
    if command not in _quick:
        start_log()
    _print_anything()
    try:
        code = command(args)
        sys.stdout.flush()
    except KeyboardInterrupt:
        complain("Interrupted.")
        return INTERRUPTED
    except BrokenPipeError:
        return _reader_is_gone()
    except Exception as error:
        if isinstance(error, OSError) and error.filename is None and error.errno in _WRITING:
            return _output_failed(error)
        return complain(_sentence(error))
    return code


def complain(sentence: str) -> int:
    """Say what could not be done, on one line that is safe to show, and return the exit code for it."""
    from newsreader.addresses import without_passwords
    from newsreader.sanitise import printable

    print(f"newsreader: {printable(without_passwords(sentence))}", file=sys.stderr)
    return 1


def complain_once(sentences: Iterable[str], said: list[str]) -> None:
    """Complain of what has not been said yet; `said` is what has, and grows."""
    for each in sentences:
        if each not in said:
            said.append(each)
            complain(each)


def can_print() -> bool:
    """Whether standard output is open. What is closed of the three streams leads nowhere from now on.

    Or else the next file that is opened, such as the library, would stand in its place and be written to.
    """
    open_before = sys.stdout is not None
    for number, name in enumerate(("stdin", "stdout", "stderr")):
        if getattr(sys, name) is None:
            with suppress(OSError):
                os.dup2(os.open(os.devnull, os.O_RDWR), number)
            setattr(sys, name, open(os.devnull, "w" if number else "r", encoding="utf-8"))  # noqa: SIM115
    return open_before


@contextmanager
def output_written() -> Iterator[None]:
    """Raise `SystemExit` with 1, and a sentence, if what the block prints cannot be written to standard output."""
    try:
        try:
            yield
        finally:
            sys.stdout.flush()
    except BrokenPipeError:
        raise SystemExit(_reader_is_gone()) from None
    except OSError as error:
        raise SystemExit(_output_failed(error)) from None


def _output_failed(error: OSError) -> int:
    _drop_output()
    return complain(f"Standard output could not be written: {error.strerror}.")


def _sentence(error: Exception) -> str:
    """What to tell the reader of news about an error; an unforeseen one goes to the log."""
    from newsreader.analysis.batch.dispatch import BatchError
    from newsreader.entities.pipeline import ModelError
    from newsreader.paths import NoHomeError
    from newsreader.sources.errors import SourceError
    from newsreader.store.errors import LibraryError

    if isinstance(error, BatchError | CommandError | SourceError | ModelError | LibraryError | NoHomeError):
        return str(error)
    if isinstance(error, MemoryError):
        return "There is too little memory for this: close other programs, or allow more (ulimit -v)."
    import logging

    from newsreader import paths
    from newsreader.sanitise import printable

    start_log()
    logging.getLogger("newsreader").exception("Unforeseen error")
    what = printable(f"{type(error).__name__}: {error}")
    return f"Something went wrong that should not have ({what}). The details are in {printable(str(paths.log_file()))}."


def _reader_is_gone() -> int:
    """Be quiet when whoever read our output has left (`newsreader show … | head`), now and at exit."""
    _drop_output()
    return 1


def _drop_output() -> None:
    os.dup2(os.open(os.devnull, os.O_WRONLY), sys.stdout.fileno())


def _print_anything() -> None:
    """Have characters that the locale does not know printed as question marks, instead of an error."""
    for stream in (sys.stdout, sys.stderr):
        if isinstance(stream, TextIOWrapper):
            stream.reconfigure(errors="replace")


def quick(command: Callable[[argparse.Namespace], int]) -> Callable[[argparse.Namespace], int]:
    """Have a command, which calls `start_log` where more than the index is opened, begin without a log."""
    _quick.add(command)
    return command


def start_log() -> None:
    """Send warnings and errors of all libraries to the log, never to the screen."""
    import logging

    from newsreader import paths
    from newsreader.cli.log import Log

    file, handlers = paths.log_file(), logging.getLogger().handlers
    if not any(isinstance(each, Log) and each.file == file for each in handlers):
        logging.getLogger().addHandler(Log(file))


@contextmanager
def all_logged() -> Iterator[None]:
    """Send errors in threads and destructors, too, to the log for the length of the block: the screen is taken."""
    import logging
    import threading

    log = logging.getLogger("newsreader")

    def in_thread(failed: threading.ExceptHookArgs) -> None:
        log.error("Unforeseen error in a thread", exc_info=failed.exc_value)

    def unraisable(failed: sys.UnraisableHookArgs) -> None:
        log.error("%s: %r", failed.err_msg or "Unforeseen error", failed.object, exc_info=failed.exc_value)

    before = threading.excepthook, sys.unraisablehook
    threading.excepthook, sys.unraisablehook = in_thread, unraisable
    try:
        yield
    finally:
        threading.excepthook, sys.unraisablehook = before
