"""`newsreader entities`: what the panels show, without the reader."""

from __future__ import annotations

from itertools import chain, islice
from typing import TYPE_CHECKING

from newsreader.cli import analysed, arguments
from newsreader.exports import registry

if TYPE_CHECKING:
    import argparse
    from collections.abc import Iterable, Iterator

    from newsreader.cli.inputs import Input
    from newsreader.exports.entities.record import Results

FORMAT_HELP = "default: table; for --from jsonl: jsonl. “pairs” is CSV of who shares how many paragraphs with whom"


def add_parser(subparsers: argparse._SubParsersAction[argparse.ArgumentParser]) -> None:
    """Add `entities`."""
    parser = subparsers.add_parser(
        "entities",
        help="print the people, places, organisations and dates of articles",
        description="Print the people, places, organisations and dates of articles. Without an article, standard "
        "input is read. Offsets in JSON and CSV are code points of the text as given, end exclusive.",
        allow_abbrev=False,
    )
    arguments.add_locations(parser)
    parser.add_argument("--format", choices=("table", *registry.ENTITIES.names), help=FORMAT_HELP)
    parser.add_argument(
        "--from",
        dest="source",
        choices=("article", "jsonl"),
        default="article",
        help="what the files are: articles (default), or lines of JSON objects with “id”, “text” and perhaps “title” "
        "and “published”; each is answered in its turn, as soon as it has been read",
    )
    parser.add_argument(
        "--across",
        action="store_true",
        help="give each person, place and organisation an identity over all of the articles, “across” in JSON; nothing "
        "is printed before the last one has been read",
    )
    arguments.add_hands(parser)
    analysed.add_arguments(parser)


def run(args: argparse.Namespace) -> int:
    """Print them."""
    from newsreader.cli import inputs, printing, problems
    from newsreader.exports.entities.record import Results

    locations = inputs.locations(args.locations)
    if not locations:
        problems.complain("Name an article to analyse, or send one to standard input.")
        return 2
    lines = args.source == "jsonl"
    failures: list[str] = []
    items = _records(locations) if lines else inputs.articles(locations, failures)
    first = list(islice(items, 0 if lines or len(locations) > 1 else 2))
    several = lines or len(locations) > 1 or len(first) > 1
    each = analysed.results(args, chain(first, items), failures)
    results = Results(analysed.identified(each) if args.across else each, several)
    printing.stream(_written(args.format or ("jsonl" if lines else "table"), results))
    return 1 if failures else 0


def _records(locations: Iterable[str]) -> Iterator[Input]:
    """All records of all files; the first bad line ends it."""
    from newsreader.cli import inputs

    for location in locations:
        yield from inputs.records(location)


def _written(form: str, results: Results) -> Iterator[str]:
    from newsreader.cli import printing

    if form == "table":
        return printing.entity_tables(results)
    printing.write_utf8()
    return registry.ENTITIES[form].write(results)
