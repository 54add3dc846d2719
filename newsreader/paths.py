"""Where the program keeps things: the folders of the platform, or those the environment names.

Nothing here creates a folder; whoever writes a file first does.
"""

from __future__ import annotations

import os
from pathlib import Path

APP = "newsreader"
LIBRARY = "library.db"
"""What the file of the library is called."""

CONFIG_FILE = "NEWSREADER_CONFIG_FILE"
"""The variable by which processes hear of the file of `--config`."""

_DATABASES = (".db", ".db-wal", ".db-shm", ".db-journal")


class NoHomeError(RuntimeError):
    """The library's folder is in the home of somebody whom this machine does not know; the message is a sentence."""


def data_dir() -> Path:
    """What the reader made: the library with its notes, highlights and places (`NEWSREADER_DATA_DIR`).

    Raises `NoHomeError` where that is in the home of somebody unknown: notes must not go anywhere else.
    """
    try:
        return _folder("data")
    except RuntimeError as error:  # pathlib found no home folder
        raise NoHomeError(
            "There is no home folder for the library: name a data folder in NEWSREADER_DATA_DIR."
        ) from error


def cache_dir() -> Path:
    """What can be made again: analyses and the log (`NEWSREADER_CACHE_DIR`)."""
    return _folder("cache")


def config_dir() -> Path:
    """What the reader set: `config.toml` (`NEWSREADER_CONFIG_DIR`)."""
    return _folder("config")


def config_file() -> Path:
    """The configuration file, whether it exists or not; `NEWSREADER_CONFIG_FILE` names another one."""
    named = os.environ.get(CONFIG_FILE)
    return Path(named) if named else config_dir() / "config.toml"


def log_file() -> Path:
    """The log, which holds what a developer needs when something went wrong."""
    return cache_dir() / f"{APP}.log"


def is_homeless(named: str) -> bool:
    """Whether a folder is named by the home of somebody whom this machine does not know (`~nobody-here/news`)."""
    try:
        Path(named).expanduser()
    except RuntimeError:
        return True
    return False


def is_own_database(path: Path) -> bool:
    """Whether a file is one of the databases of the program, which nothing but SQLite may open.

    Closing a file takes the locks of all connections that the process has to it
    (https://www.sqlite.org/howtocorrupt.html, “Posix advisory locks canceled by a separate thread”).
    """
    folder, name = os.path.split(os.path.realpath(path))
    if not name.casefold().endswith(_DATABASES):
        return False
    try:
        return any(_is_same(folder, own) for own in (data_dir(), cache_dir()))
    except NoHomeError:
        return False


def _is_same(folder: str, other: Path) -> bool:
    """Whether two names are of one folder, also where systems make no difference of small letters and capitals."""
    try:
        return os.path.samefile(folder, other)
    except (OSError, ValueError):
        return False


def _folder(kind: str) -> Path:
    """The folder of one kind: from the environment, else from the platform's convention.

    What can be made again goes to the usual folder where the environment names one that cannot be.
    """
    named = os.environ.get(f"NEWSREADER_{kind.upper()}_DIR")
    if named and (kind == "data" or not is_homeless(named)):
        return Path(named).expanduser()
    import platformdirs

    folders = {
        "data": platformdirs.user_data_path,
        "cache": platformdirs.user_cache_path,
        "config": platformdirs.user_config_path,
    }
    return folders[kind](APP, appauthor=False)
