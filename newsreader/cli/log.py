"""The log in the cache folder, for whoever looks into what went wrong."""

from __future__ import annotations

import logging
import os
from contextlib import suppress
from functools import cached_property
from typing import TYPE_CHECKING

if TYPE_CHECKING:
    from pathlib import Path

SIZE = 1_000_000
"""Bytes after which the log starts anew; one older log is kept."""

FORMAT = "%(asctime)s %(process)d %(name)s %(levelname)s %(message)s"


class Log(logging.Handler):
    """Writes what it is told into the log. Its file, and what writes it, are there from the first record on."""

    def __init__(self, file: Path) -> None:
        super().__init__(logging.WARNING)
        self.file = file

    def emit(self, record: logging.LogRecord) -> None:
        """See `logging.Handler`."""
        self._written.handle(record)

    def close(self) -> None:
        """See `logging.Handler`."""
        if "_written" in self.__dict__:
            self._written.close()
        super().close()

    @cached_property
    def _written(self) -> logging.Handler:
        from logging.handlers import RotatingFileHandler

        try:
            self.file.parent.mkdir(parents=True, exist_ok=True)
            rotating = RotatingFileHandler(self.file, maxBytes=SIZE, backupCount=1, encoding="utf-8", delay=True)
            rotating.rotator = _put_by
            handler: logging.Handler = rotating
        except OSError:
            handler = logging.NullHandler()
        handler.setFormatter(logging.Formatter(FORMAT))
        return handler


def _put_by(log: str, older: str) -> None:
    """Rename a log that is long enough; it grows on where that cannot be, as on Windows while others have it open."""
    with suppress(OSError):
        os.replace(log, older)
