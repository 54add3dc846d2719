"""`newsreader entities`: what the panels show, without the reader."""

from __future__ import annotations

from itertools import chain, islice
from typing import TYPE_CHECKING

from newsreader.cli import analysed, arguments

if TYPE_CHECKING:
    import argparse
    from collections.abc import Iterable, Iterator

    from newsreader.cli.inputs import Input
    from newsreader.exports.entities.formats import Writer

FORMATS = ("table", "json", "jsonl", "csv", "pairs")

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
    parser.add_argument("--format", choices=FORMATS, help=FORMAT_HELP)
    parser.add_argument(
        "--from",
        dest="source",
        choices=("article", "jsonl"),
        default="article",
        help="what the files are: articles (default), or lines of JSON objects with “id”, “text” and perhaps “title” "
        "and “published”; each is answered in its turn, as soon as it has been read",
    )
    analysed.add_arguments(parser)


def run(args: argparse.Namespace) -> int:
    """Print them."""
    from newsreader.cli import inputs, problems

    locations = inputs.locations(args.locations)
    if not locations:
        problems.complain("Name an article to analyse, or send one to standard input.")
        return 2
    lines = args.source == "jsonl"
    failures: list[str] = []
    items = _records(locations) if lines else inputs.articles(locations, failures)
    first = list(islice(items, 0 if lines or len(locations) > 1 else 2))
    several = lines or len(locations) > 1 or len(first) > 1
    writer = _writer(args.format or ("jsonl" if lines else "table"), several=several)
    for result in analysed.results(args, chain(first, items)):
        writer.write(result)
    writer.close()
    return 1 if failures else 0


def _records(locations: Iterable[str]) -> Iterator[Input]:
    """All records of all files; the first bad line ends it."""
    from newsreader.cli import inputs

    for location in locations:
        yield from inputs.records(location)


def _writer(form: str, *, several: bool) -> Writer:
    from newsreader.exports.entities import formats

    if form != "table":
        formats.write_utf8()
    if form == "json":
        return formats.Json(several=several)
    if form == "csv":
        return formats.Csv()
    if form == "pairs":
        return formats.Pairs()
    return formats.JsonLines() if form == "jsonl" else formats.Table()
