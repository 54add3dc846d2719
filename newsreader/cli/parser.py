"""The parser of the whole command line, from which help, completions and the manual page come."""

from __future__ import annotations

import argparse
import sys
from typing import TYPE_CHECKING, Protocol

from newsreader.cli import arguments
from newsreader.cli.commands import (
    add,
    completions,
    entities,
    feeds,
    gazetteer,
    importing,
    index,
    keys,
    library,
    man,
    mark,
    names,
    paths,
    read,
    refresh,
    rules,
    search,
    searches,
    serve,
    show,
    timeline,
)
from newsreader.cli.commands import annotations as annotations_command

if TYPE_CHECKING:
    from collections.abc import Callable, Sequence


class Subcommand(Protocol):
    """What each module of `commands` offers."""

    def add_parser(self, subparsers: argparse._SubParsersAction[argparse.ArgumentParser]) -> object:
        """Add the command's parser."""

    def run(self, args: argparse.Namespace) -> int:
        """Do it and return the exit code."""


COMMANDS: dict[str, Subcommand] = {
    "read": read,
    "add": add,
    "import": importing,
    "feeds": feeds,
    "refresh": refresh,
    "search": search,
    "searches": searches,
    "mark": mark,
    "names": names,
    "index": index,
    "rules": rules,
    "library": library,
    "entities": entities,
    "timeline": timeline,
    "annotations": annotations_command,
    "gazetteer": gazetteer,
    "show": show,
    "serve": serve,
    "keys": keys,
    "paths": paths,
    "completions": completions,
    "man": man,
}
"""The commands in the order of the help."""

DESCRIPTION = "Read the news in the terminal with its people, places, organisations and dates beside the text."

EPILOG = """\
Without a command, newsreader opens the articles it is given, or the library. An article whose name is that of a
command is opened with “newsreader read NAME”.
"""


class _Version(argparse.Action):
    """Prints the version; it is looked up only then."""

    def __call__(self, parser: argparse.ArgumentParser, *_: object) -> None:
        from newsreader import __version__

        print(f"{parser.prog} {__version__}")
        parser.exit()


def build() -> argparse.ArgumentParser:
    """The parser of everything."""
    parser = argparse.ArgumentParser(
        "newsreader",
        usage="%(prog)s [OPTION]… [FILE|URL|-]…\n       %(prog)s COMMAND [OPTION]… [ARGUMENT]…",
        description=DESCRIPTION,
        epilog=EPILOG,
        allow_abbrev=False,
    )
    parser.add_argument("--version", action=_Version, nargs=0, help="show the version and exit")
    arguments.add_settings(parser, "model", "theme", "measure", "config", default=None)
    subparsers = parser.add_subparsers(dest="command", metavar="COMMAND", title="commands", prog="newsreader")
    for command in COMMANDS.values():
        command.add_parser(subparsers)
    return parser


def parse(argv: Sequence[str] | None = None) -> tuple[Callable[[argparse.Namespace], int], argparse.Namespace]:
    """What is to be run, and with which arguments. Raises `SystemExit` as argparse does."""
    parser = build()
    args, rest = parser.parse_known_args(with_command(sys.argv[1:] if argv is None else argv))
    if rest and not _take_locations(args, rest):
        from newsreader.addresses import without_passwords
        from newsreader.sanitise import printable

        parser.error(f"unrecognised arguments: {printable(without_passwords(' '.join(rest)))}")
    return COMMANDS[args.command].run, args


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


def _take_locations(args: argparse.Namespace, rest: Sequence[str]) -> bool:
    """Give the articles that stand behind an option, which argparse leaves over, to the command."""
    if not hasattr(args, "locations") or any(word.startswith("-") and word != "-" for word in rest):
        return False
    args.locations = [*args.locations, *rest]
    return True
