"""`newsreader compare`: where people, places and organisations meet, and where each is alone."""

from __future__ import annotations

from typing import TYPE_CHECKING

from newsreader.cli import arguments, things
from newsreader.exports import registry

if TYPE_CHECKING:
    import argparse


def add_parser(subparsers: argparse._SubParsersAction[argparse.ArgumentParser]) -> None:
    """Add `compare`."""
    parser = subparsers.add_parser(
        "compare",
        help="print where two or more people, places or organisations meet in the library",
        description="Print in which articles and paragraphs of the library two or more people, places or organisations "
        "meet, under any of their names, with the dates there, and in which articles only one of them stands. Quote a "
        "name of several words. “id:12” is the one with that number, as “names --format json” has it.",
        allow_abbrev=False,
    )
    parser.add_argument("names", nargs="+", metavar="NAME", help="two or more of them, by any name")
    parser.add_argument("--query", default="", metavar="QUERY", help="only in articles that a query finds")
    parser.add_argument("--format", choices=registry.COMPARISON.names, default="markdown", help="default: markdown")
    arguments.add_settings(parser, "config")


def run(args: argparse.Namespace) -> int:
    """Print it."""
    from newsreader.cli import indexed, printing, problems
    from newsreader.cli.progress import Progress
    from newsreader.dossier.comparing import compare

    query = indexed.query(args.query)
    with indexed.opened(check=False) as (library, index):
        found = [things.only(index, each, None) for each in args.names]
        if len({each.id for each in found}) < 2:
            problems.complain("Name two or more, each by a name of its own; quote a name of several words.")
            return 2
        distinct = list({each.id: each for each in found}.values())
        with Progress("articles") as progress:
            comparison = compare(library, index, distinct, query.condition, args.query, progress.reached)
        printing.write_utf8()
        printing.stream(iter([registry.COMPARISON[args.format].write(comparison)]))
        indexed.tell_unnamed(index)
    return 1 if query.mistakes else 0
