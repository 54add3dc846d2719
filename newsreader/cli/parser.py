"""The parser of the whole command line, from which help, completions and the manual page come."""

from __future__ import annotations

import argparse
import os
import sys
from contextlib import suppress
from importlib import import_module
from typing import TYPE_CHECKING, Any, Protocol, cast

from newsreader.cli import arguments

if TYPE_CHECKING:
    from collections.abc import Callable, Sequence


class Subcommand(Protocol):
    """What each module of `commands` offers."""

    def add_parser(self, subparsers: argparse._SubParsersAction[argparse.ArgumentParser]) -> object:
        """Add the command's parser."""

    def run(self, args: argparse.Namespace) -> int:
        """Do it and return the exit code."""


COMMANDS: dict[str, str] = {
    "read": "read",
    "add": "add",
    "import": "importing",
    "feeds": "feeds",
    "refresh": "refresh",
    "search": "search",
    "searches": "searches",
    "export": "export",
    "mark": "mark",
    "names": "names",
    "dossier": "dossier",
    "compare": "compare",
    "identity": "identity",
    "entry": "entry",
    "whatsnew": "whatsnew",
    "watch": "watch",
    "index": "index",
    "rules": "rules",
    "library": "library",
    "entities": "entities",
    "timeline": "timeline",
    "annotations": "annotations",
    "gazetteer": "gazetteer",
    "show": "show",
    "serve": "serve",
    "keys": "keys",
    "paths": "paths",
    "completions": "completions",
    "man": "man",
}
"""The commands in the order of the help, each with its module in `commands`, which is imported when it is needed."""

QUERIED = frozenset({"search", "export", "names", "mark"})
"""The commands whose arguments are a query."""

DESCRIPTION = "Read the news in the terminal with its people, places, organisations and dates beside the text."

EPILOG = """\
Without a command, newsreader opens the articles it is given, or the library. An article whose name is that of a
command is opened with “newsreader read NAME”.
"""


class _Formatter(argparse.HelpFormatter):
    """The usual one, which is made for every argument that is declared.

    The usual way to ask for the width of a terminal loads what packs files, too, which takes longer than most answers.
    """

    def __init__(self, prog: str) -> None:
        super().__init__(prog, width=_columns() - 2)


def _columns() -> int:
    """How wide the help may be, as `shutil.get_terminal_size` has it."""
    with suppress(ValueError):
        if (given := int(os.environ.get("COLUMNS", ""))) > 0:
            return given
    with suppress(AttributeError, ValueError, OSError):
        return os.get_terminal_size(sys.__stdout__.fileno()).columns or 80  # type: ignore[union-attr]
    return 80


class _Parser(argparse.ArgumentParser):
    """One with this formatter, unless another one is asked for."""

    def __init__(self, *args: Any, **options: Any) -> None:
        super().__init__(*args, **{"formatter_class": _Formatter} | options)


class _Version(argparse.Action):
    """Prints the version; it is looked up only then."""

    def __call__(self, parser: argparse.ArgumentParser, *_: object) -> None:
        from newsreader import __version__

        print(f"{parser.prog} {__version__}")
        parser.exit()


def build(only: str | None = None) -> argparse.ArgumentParser:
    """The parser of everything, or of one command."""
    parser: argparse.ArgumentParser = _Parser(
        "newsreader",
        usage="%(prog)s [OPTION]… [FILE|URL|-]…\n       %(prog)s COMMAND [OPTION]… [ARGUMENT]…",
        description=DESCRIPTION,
        epilog=EPILOG,
        allow_abbrev=False,
    )
    parser.add_argument("--version", action=_Version, nargs=0, help="show the version and exit")
    arguments.add_settings(parser, "model", "theme", "measure", "config", default=None)
    subparsers = parser.add_subparsers(dest="command", metavar="COMMAND", title="commands", prog="newsreader")
    for name in COMMANDS if only is None else (only,):
        _module(name).add_parser(subparsers)
    return parser


def _module(command: str) -> Subcommand:
    return cast("Subcommand", import_module(f"newsreader.cli.commands.{COMMANDS[command]}"))


def parse(argv: Sequence[str] | None = None) -> tuple[Callable[[argparse.Namespace], int], argparse.Namespace]:
    """What is to be run, and with which arguments; the file of `--config` is in force from now on.

    Raises `SystemExit` as argparse does.
    """
    words = with_command(sys.argv[1:] if argv is None else argv)
    # What stands before the command may ask for the help of everything.
    parser = build(words[0] if words[0] in COMMANDS else None)
    args, rest = parser.parse_known_args(_with_unwanted(words))
    if rest and not _take_locations(args, rest):
        from newsreader.addresses import without_passwords
        from newsreader.sanitise import printable

        parser.error(f"unrecognised arguments: {printable(without_passwords(' '.join(rest)))}")
    arguments.name_config_file(args)
    return _module(args.command).run, args


def with_command(argv: Sequence[str]) -> list[str]:
    """The words with the command put in that is left out when it is `read`."""
    words = list(argv)
    place = _first_word(words)
    if place < len(words) and words[place] in COMMANDS:
        return words
    return [*words[:place], "read", *words[place:]]


def _first_word(words: Sequence[str]) -> int:
    """The index of the first word that is neither an option nor the value of one."""
    place = 0
    while place < len(words) and words[place].startswith("-") and words[place] not in {"-", "--"}:
        place += 2 if words[place] in arguments.VALUE_OPTIONS else 1
    return min(place, len(words))


def _with_unwanted(words: list[str]) -> list[str]:
    """The words with `NOT quay` for `-quay` where a query is expected: no option has one dash and several letters."""
    if words[0] not in QUERIED:
        return words
    end = words.index("--") if "--" in words else len(words)
    unwanted = (len(each) > 2 and each[0] == "-" and each[1] != "-" for each in words[:end])
    return [f"NOT {each[1:]}" if no else each for each, no in zip(words[:end], unwanted, strict=True)] + words[end:]


def _take_locations(args: argparse.Namespace, rest: Sequence[str]) -> bool:
    """Give the articles that stand behind an option, which argparse leaves over, to the command."""
    if not hasattr(args, "locations") or any(word.startswith("-") and word != "-" for word in rest):
        return False
    args.locations = [*args.locations, *rest]
    return True
