"""`newsreader dossier`: one person, place or organisation over all articles of the library."""

from __future__ import annotations

from typing import TYPE_CHECKING

from newsreader.cli import arguments, things
from newsreader.exports import registry

if TYPE_CHECKING:
    import argparse


def add_parser(subparsers: argparse._SubParsersAction[argparse.ArgumentParser]) -> None:
    """Add `dossier`."""
    parser = subparsers.add_parser(
        "dossier",
        help="print all that articles of the library say of a person, place or organisation",
        description="Print a dossier: every mention of a person, place or organisation in its sentence, under any of "
        "its names, the dates in these sentences, who shares paragraphs with it, and what you wrote on it. Names are "
        "found by “index”. “id:12” is the one with that number, as “names --format json” has it.",
        allow_abbrev=False,
    )
    parser.add_argument("name", nargs="+", metavar="NAME", help="any of its names; several words are one name")
    things.add_category(parser)
    parser.add_argument("--query", default="", metavar="QUERY", help="only in articles that a query finds")
    parser.add_argument("--format", choices=registry.DOSSIER.names, default="markdown", help="default: markdown")
    parser.add_argument(
        "--limit", type=arguments.limit, default=-1, metavar="N", help="only in so many of these articles, the newest"
    )
    parser.add_argument(
        "--confirmed",
        action="store_true",
        help="only what you confirmed: articles in which you said that it is this one (“identity confirm”), corrected "
        "it, or wrote on it, and company that you confirmed there, too",
    )
    arguments.add_settings(parser, "config")


def run(args: argparse.Namespace) -> int:
    """Print it."""
    from newsreader.cli import indexed, printing
    from newsreader.cli.progress import Progress
    from newsreader.dossier.gather import Wanted, gather

    query = indexed.query(args.query)
    with indexed.opened(check=False) as (library, index):
        found = things.find(index, " ".join(args.name), args.category)
        if len(found) > 1:
            indexed.told(f"Others of that name: {things.listed(found[1:])}.")
        wanted = Wanted(found[0], query.condition, args.query, args.limit, args.confirmed)
        with Progress("articles") as progress:
            dossier = gather(library, index, wanted, progress.reached)
        printing.write_utf8()
        printing.stream(iter([registry.DOSSIER[args.format].write(dossier)]))
        indexed.tell_unnamed(index)
    return 1 if query.mistakes else 0
