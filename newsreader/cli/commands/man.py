"""`newsreader man`: the manual page, made from the parser, in roff."""

from __future__ import annotations

from typing import TYPE_CHECKING

if TYPE_CHECKING:
    import argparse


def add_parser(subparsers: argparse._SubParsersAction[argparse.ArgumentParser]) -> None:
    """Add `man`."""
    subparsers.add_parser(
        "man",
        help="print the manual page",
        description="Print the manual page; to read it: newsreader man | man -l -",
        allow_abbrev=False,
    )


def run(args: argparse.Namespace) -> int:
    """Print it."""
    from newsreader.cli.parser import build
    from newsreader.cli.roff import manual

    print(manual(build()), end="")
    return 0
