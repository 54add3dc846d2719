"""Where the program keeps things: the folders of the platform, or those the environment names.

Nothing here creates a folder; whoever writes a file first does.
"""

from __future__ import annotations

import os
from pathlib import Path

APP = "newsreader"


def data_dir() -> Path:
    """What the reader made: the library with its notes, highlights and places (`NEWSREADER_DATA_DIR`)."""
    return _folder("data")


def cache_dir() -> Path:
    """What can be made again: analyses and the log (`NEWSREADER_CACHE_DIR`)."""
    return _folder("cache")


def config_dir() -> Path:
    """What the reader set: `config.toml` (`NEWSREADER_CONFIG_DIR`)."""
    return _folder("config")


def config_file() -> Path:
    """The configuration file, whether it exists or not."""
    return config_dir() / "config.toml"


def log_file() -> Path:
    """The log, which holds what a developer needs when something went wrong."""
    return cache_dir() / f"{APP}.log"


def _folder(kind: str) -> Path:
    """The folder of one kind: from the environment, else from the platform's convention."""
    named = os.environ.get(f"NEWSREADER_{kind.upper()}_DIR")
    if named:
        return Path(named).expanduser()
    import platformdirs

    folders = {
        "data": platformdirs.user_data_path,
        "cache": platformdirs.user_cache_path,
        "config": platformdirs.user_config_path,
    }
    return folders[kind](APP, appauthor=False)
