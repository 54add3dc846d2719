"""Writing a file where the reader said: `~` is understood, and nothing is overwritten unless that was asked for."""

from __future__ import annotations

import os
import re
import tempfile
import unicodedata
from contextlib import suppress
from pathlib import Path
from typing import TYPE_CHECKING

if TYPE_CHECKING:
    from collections.abc import Mapping

LONGEST_NAME = 60
"""Code points of a title that make the name of a file."""


class SaveError(Exception):
    """The file could not be written; the message is one sentence for the reader."""


def file_name(title: str, suffix: str) -> str:
    """A name for a file that every system takes: `harbour-town-votes.md` for `Harbour town votes!`."""
    plain = "".join(each for each in unicodedata.normalize("NFKD", title) if not unicodedata.combining(each))
    words = re.sub(r"[\W_]+", "-", plain.casefold()).strip("-")
    return f"{words[:LONGEST_NAME].rstrip('-') or 'article'}{suffix}"


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
    """Write the files, each whole or not at all; raises SaveError, and FileExistsError unless `overwrite`."""
    if not overwrite and (there := next((path for path in files if os.path.lexists(path)), None)):
        raise FileExistsError(there)
    for path, data in files.items():
        try:
            _write(path, data)
        except OSError as error:
            raise SaveError(f"{short(path)} cannot be written: {error.strerror or error}.") from error


def _write(path: Path, data: bytes) -> None:
    """Write beside it and put that in its place, so that a full disk leaves the old file as it was."""
    if path.is_dir():
        raise IsADirectoryError(21, "it is a folder")
    target = path.resolve()
    handle, name = tempfile.mkstemp(prefix=f".{target.name[:40]}.", dir=target.parent)
    try:
        with os.fdopen(handle, "wb") as file:
            file.write(data)
        Path(name).chmod(target.stat().st_mode & 0o777 if target.exists() else 0o666 & ~_umask())
        Path(name).replace(target)
    except OSError:
        Path(name).unlink(missing_ok=True)
        raise


def _umask() -> int:
    mask = os.umask(0)
    os.umask(mask)
    return mask
