"""The arguments that several commands share, the settings they stand for, and which arguments a parser has."""

from __future__ import annotations

import argparse
import math
import os
from typing import TYPE_CHECKING, Any

from newsreader import paths

if TYPE_CHECKING:
    from newsreader.analysis.batch.engine import Hands
    from newsreader.config import Config

FILE = "FILE|URL|-"
"""The metavar of an article's location; completion offers files for it."""

LOCATION_HELP = "a file (text, page, mail, book, archive …), a web address, or - for standard input"


def _measure(text: str) -> int:
    from newsreader import config

    try:
        return config.measure(text)
    except config.SettingError as error:
        raise argparse.ArgumentTypeError(str(error)) from error


def limit(text: str) -> int:
    """How much of something to print: no more than any library has. Raises ValueError for what is no number."""
    number = int(text)
    if number < 0:
        raise argparse.ArgumentTypeError("must be 0 or more")
    return min(number, 10**9)


def hours(text: str) -> float:
    """How long ago, in hours: from none to a hundred years. Raises ValueError for what is no number."""
    number = float(text)
    if math.isnan(number):
        raise ValueError(text)
    return min(max(number, 0.0), 24.0 * 36_525)


MOST_JOBS = 256

_OPTIONS: dict[str, dict[str, Any]] = {
    "model": {"metavar": "NAME", "help": "the spaCy pipeline that finds the names: a package or a folder"},
    "theme": {"metavar": "NAME", "help": "the colours of the reader"},
    "measure": {
        "type": _measure,
        "metavar": "COLUMNS",
        "help": "the longest line of the article, from 20 to 200 columns",
    },
    "config": {"metavar": "FILE", "help": "read the settings from this file instead of config.toml"},
}

VALUE_OPTIONS = frozenset(f"--{name}" for name in _OPTIONS)
"""The options before a command that take the next word as their value."""


def add_settings(parser: argparse.ArgumentParser, *names: str, default: object = argparse.SUPPRESS) -> None:
    """Let the command take `--model`, `--theme`, `--measure` and `--config`, or those of them that are named.

    A subcommand keeps the default, so that it does not overwrite what was given before its name.
    """
    for name in names:
        parser.add_argument(f"--{name}", default=default, **_OPTIONS[name])


def add_locations(parser: argparse.ArgumentParser) -> None:
    """Let the command take any number of articles, in `args.locations`."""
    parser.add_argument("locations", nargs="*", metavar=FILE, help=LOCATION_HELP)


def name_config_file(args: argparse.Namespace) -> None:
    """Have the file of `--config` be the one for whatever asks for settings, in the processes that are started, too."""
    if file := getattr(args, "config", None):
        os.environ[paths.CONFIG_FILE] = file


def config_of(args: argparse.Namespace) -> Config:
    """The settings in force under these arguments."""
    from pathlib import Path

    from newsreader import config

    options = {name: getattr(args, name, None) for name in config.SETTINGS}
    file = getattr(args, "config", None)
    return config.load(Path(file) if file else None, options=options)


def _jobs(text: str) -> int:
    jobs = int(text)
    if not 1 <= jobs <= MOST_JOBS:
        raise argparse.ArgumentTypeError(f"must be from 1 to {MOST_JOBS}")
    return jobs


def add_hands(parser: argparse.ArgumentParser) -> None:
    """Let the command take `--jobs` and `--scheduler`."""
    parser.add_argument(
        "--jobs", type=_jobs, default=1, metavar="N", help="read in so many processes, each with 200 MB (default: 1)"
    )
    parser.add_argument(
        "--scheduler", metavar="ADDRESS", help="read on the Dask cluster at this address, such as tcp://10.0.0.1:8786"
    )


def hands_of(args: argparse.Namespace) -> Hands:
    """Who is to read under these arguments."""
    from newsreader.analysis.batch.engine import Hands

    return Hands(getattr(args, "jobs", 1), getattr(args, "scheduler", None))


def given_settings(args: argparse.Namespace) -> list[str]:
    """The settings among these arguments as words of a command line."""
    given = ((name, getattr(args, name, None)) for name in _OPTIONS)
    return [word for name, value in given if value is not None for word in (f"--{name}", str(value))]


def actions(parser: argparse.ArgumentParser) -> list[argparse.Action]:
    """The arguments of a parser. Argparse has no public list of them; shtab reads the same one."""
    return parser._actions


def subcommands(action: argparse.Action) -> dict[str, Any]:
    """The parsers of an argument that is a command, by name; none for any other."""
    return action.choices if isinstance(action, argparse._SubParsersAction) else {}
