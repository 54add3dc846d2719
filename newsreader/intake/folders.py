"""What is in a folder: files, and mail that is kept as a folder, however deep; hidden ones are left out."""

from __future__ import annotations

import errno
import os
from pathlib import Path
from typing import TYPE_CHECKING

from newsreader import paths
from newsreader.sanitise import printable
from newsreader.sources.maildir import is_maildir

if TYPE_CHECKING:
    from collections.abc import Callable, Iterator


def places_in(folder: Path, failed: Callable[[str], object]) -> Iterator[Path]:
    """Yield what may hold articles in a folder and those in it, in the order of the names; a maildir is one place.

    Links to folders are not followed, and pipes, devices and our own databases passed over. What cannot be looked into
    is told to `failed`, a sentence each.
    """
    if is_maildir(folder):
        yield folder
        return
    waiting = _visible(folder, failed)
    while waiting:
        entry = waiting.pop()
        path = Path(entry.path)
        if not os.path.isdir(entry):
            if not _is_special(entry) and not paths.is_own_database(path):
                yield path
        elif is_maildir(path):
            yield path
        elif not entry.is_symlink():  # which may lead back to where it is
            waiting += _visible(path, failed)


def _visible(folder: Path, failed: Callable[[str], object]) -> list[os.DirEntry[str]]:
    """What is in a folder and not hidden, the last name first."""
    try:
        with os.scandir(folder) as entries:
            seen = [each for each in entries if not each.name.startswith(".")]
    except OSError as error:
        failed(f"The folder {printable(str(folder))} cannot be read: {error.strerror}.")
        return []
    return sorted(seen, key=lambda each: each.name, reverse=True)


def _is_special(entry: os.DirEntry[str]) -> bool:
    """Whether there is no file to read: a pipe, a device, or a link that leads nowhere."""
    try:
        return not entry.is_file()
    except OSError as error:
        return error.errno == errno.ELOOP  # of another, reading it says why not
