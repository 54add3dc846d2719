"""`newsreader completions`: a script that lets a shell complete the command line."""

from __future__ import annotations

from typing import TYPE_CHECKING

from newsreader.cli.arguments import actions, subcommands

if TYPE_CHECKING:
    import argparse

SHELLS = ("bash", "zsh", "fish", "tcsh", "powershell")


def add_parser(subparsers: argparse._SubParsersAction[argparse.ArgumentParser]) -> None:
    """Add `completions`."""
    parser = subparsers.add_parser(
        "completions",
        help="print a completion script for a shell",
        description="Print a script that lets a shell complete newsreader’s commands, options and files; for bash: "
        "newsreader completions bash > ~/.local/share/bash-completion/completions/newsreader",
        allow_abbrev=False,
    )
    parser.add_argument("shell", choices=SHELLS, help="the shell")


def run(args: argparse.Namespace) -> int:
    """Print it."""
    import shtab

    from newsreader.cli.parser import build

    parser = build()
    _offer_files(parser, shtab.FILE)
    print(shtab.complete(parser, args.shell))
    return 0


def _offer_files(parser: argparse.ArgumentParser, files: object) -> None:
    """Mark every argument that may be a file as one, all commands down; shtab reads the mark."""
    for action in actions(parser):
        if action.metavar is not None and "FILE" in action.metavar:
            action.complete = files  # type: ignore[attr-defined]
        for command in subcommands(action).values():
            _offer_files(command, files)
