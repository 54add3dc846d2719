"""`newsreader timeline`: the dates of articles in the order of time, for people and for other programs."""

from __future__ import annotations

import sys
from typing import TYPE_CHECKING

from newsreader.cli import analysed, arguments
from newsreader.exports import registry

if TYPE_CHECKING:
    import argparse

    from newsreader.exports.timeline.chronology import Chronology


def add_parser(subparsers: argparse._SubParsersAction[argparse.ArgumentParser]) -> None:
    """Add `timeline`."""
    parser = subparsers.add_parser(
        "timeline",
        help="print the dates of articles in the order of time",
        description="Print the dates of articles as one timeline: a table, CSV, iCalendar or TimelineJS JSON. Without "
        "an article, standard input is read. Dates without a place on a calendar come last in a table and in CSV; the "
        "other formats cannot hold them, and standard error says which they are.",
        allow_abbrev=False,
    )
    arguments.add_locations(parser)
    parser.add_argument("--format", choices=("table", *registry.TIMELINE.names), default="table", help="default: table")
    analysed.add_arguments(parser)


def run(args: argparse.Namespace) -> int:
    """Print it."""
    from newsreader.cli import inputs, problems
    from newsreader.exports.timeline.chronology import chronology, merged

    locations = inputs.locations(args.locations)
    if not locations:
        problems.complain("Name an article to put on a timeline, or send one to standard input.")
        return 2
    failures: list[str] = []
    results = analysed.results(args, inputs.articles(locations, failures), failures)
    found = merged(chronology(each.article, each.analysis, each.name) for each in results)
    if args.format == "table":
        _print_table(found)
    else:
        _write(found, args.format)
    return 1 if failures else 0


def _print_table(found: Chronology) -> None:
    from newsreader.cli.printing import aligned
    from newsreader.languages.english.time_words import readable

    entries = [*found.placed, *found.unplaced]
    rows = [("When", "In the text", "Sentence")]
    rows += [
        (f"{readable(entry.time)}{entry.mark}" if entry.placed else "–", entry.words, entry.sentence)
        for entry in entries
    ]
    print("\n".join(aligned(rows)))


def _write(found: Chronology, form: str) -> None:
    """Write it, and say on standard error what is left out."""
    from newsreader.cli import printing

    written = registry.TIMELINE[form].write(found)
    printing.write(written.data)
    for sentence in written.left_out:
        print(f"newsreader: {sentence}", file=sys.stderr)
