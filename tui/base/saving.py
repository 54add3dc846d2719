"""Writing a file where the reader said: `~` is understood, and nothing is overwritten unless that was asked for."""

from __future__ import annotations

import os
from contextlib import suppress
from pathlib import Path
from typing import TYPE_CHECKING

from newsreader.exports.saving import write_whole

if TYPE_CHECKING:
    from collections.abc import Mapping


class SaveError(Exception):
    """The file could not be written; the message is one sentence for the reader."""


def path_of(typed: str) -> Path:
    """The path that was typed; `~` stands for the home folder. Raises SaveError if it is none."""
    try:
        return Path(typed).expanduser().absolute()
    except (RuntimeError, OSError) as error:
        raise SaveError(f"There is no home folder for {typed}.") from error


def short(path: Path) -> str:
    """The path as a reader would write it."""
    with suppress(ValueError, RuntimeError):
        return f"~{os.sep}{path.relative_to(Path.home())}"
    return str(path)


def save(files: Mapping[Path, bytes], *, overwrite: bool = False) -> None:
    """Write the files, all of them or none; raises SaveError, and FileExistsError unless `overwrite`."""
    try:
        write_whole(files, overwrite=overwrite)
    except FileExistsError:
        raise
    except OSError as error:
        raise SaveError(f"{short(next(iter(files)))} cannot be written: {error.strerror or error}.") from error
