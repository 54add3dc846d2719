"""What happens when a command fails: one sentence on standard error, the rest in the log."""

from __future__ import annotations

import os
import sys
from contextlib import contextmanager
from io import TextIOWrapper
from typing import TYPE_CHECKING

if TYPE_CHECKING:
    import argparse
    from collections.abc import Callable, Iterator

LOG_SIZE = 1_000_000
"""Bytes after which the log starts anew; one older log is kept."""


class CommandError(Exception):
    """A command cannot do what it was asked; the message is one printable sentence that says why."""


def reported(command: Callable[[argparse.Namespace], int], args: argparse.Namespace) -> int:
    """Run the command and return its exit code: 1, with one sentence and no traceback, for whatever it raises.

    Ctrl+c is 130, as shells have it.
    """
    _start_log()
    _print_anything()
    try:
        code = command(args)
        sys.stdout.flush()
    except KeyboardInterrupt:
        complain("Interrupted.")
        return 130
    except BrokenPipeError:
        return _reader_is_gone()
    except Exception as error:
        return complain(_sentence(error))
    return code


def complain(sentence: str) -> int:
    """Say what could not be done and return the exit code for it."""
    print(f"newsreader: {sentence}", file=sys.stderr)
    return 1


def _sentence(error: Exception) -> str:
    """What to tell the reader of news about an error; an unforeseen one goes to the log."""
    from newsreader.entities.pipeline import ModelError
    from newsreader.paths import NoHomeError
    from newsreader.sources.errors import SourceError
    from newsreader.store.errors import LibraryError

    if isinstance(error, CommandError | SourceError | ModelError | LibraryError | NoHomeError):
        return str(error)
    import logging

    from newsreader import paths
    from newsreader.sanitise import printable

    logging.getLogger("newsreader").exception("Unforeseen error")
    what = printable(f"{type(error).__name__}: {error}")
    return f"Something went wrong that should not have ({what}). The details are in {printable(str(paths.log_file()))}."


def _reader_is_gone() -> int:
    """Be quiet when whoever read our output has left (`newsreader show … | head`), now and at exit."""
    os.dup2(os.open(os.devnull, os.O_WRONLY), sys.stdout.fileno())
    return 1


def _print_anything() -> None:
    """Have characters that the locale does not know printed as question marks, instead of an error."""
    for stream in (sys.stdout, sys.stderr):
        if isinstance(stream, TextIOWrapper):
            stream.reconfigure(errors="replace")


def _start_log() -> None:
    """Send warnings and errors of all libraries to the log, never to the screen."""
    import logging
    from logging.handlers import RotatingFileHandler

    from newsreader import paths

    try:
        paths.log_file().parent.mkdir(parents=True, exist_ok=True)
        handler: logging.Handler = RotatingFileHandler(
            paths.log_file(), maxBytes=LOG_SIZE, backupCount=1, encoding="utf-8", delay=True
        )
    except OSError:
        handler = logging.NullHandler()
    handler.setLevel(logging.WARNING)
    handler.setFormatter(logging.Formatter("%(asctime)s %(process)d %(name)s %(levelname)s %(message)s"))
    logging.getLogger().addHandler(handler)


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
