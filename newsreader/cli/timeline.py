"""`newsreader timeline`: the dates of articles in the order of time, for people and for other programs."""

from __future__ import annotations

import csv
import sys
from typing import TYPE_CHECKING

from newsreader.cli import analysed, arguments

if TYPE_CHECKING:
    import argparse
    from collections.abc import Callable, Sequence

    from newsreader.exports.timeline.chronology import Chronology, Entry

FORMATS = ("table", "csv", "ics", "timelinejs")

CSV_HEAD = (
    *("article", "title", "start", "end", "granularity", "value", "text", "sentence"),
    *("text_start", "text_end", "anchor", "reason", "confidence"),
)


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
    parser.add_argument("--format", choices=FORMATS, default="table", help="default: table")
    analysed.add_arguments(parser)


def run(args: argparse.Namespace) -> int:
    """Print it."""
    from newsreader.cli import inputs, problems
    from newsreader.exports.entities.formats import write_utf8
    from newsreader.exports.timeline.chronology import chronology, together

    locations = inputs.locations(args.locations)
    if not locations:
        problems.complain("Name an article to put on a timeline, or send one to standard input.")
        return 2
    failures: list[str] = []
    results = analysed.results(args, inputs.articles(locations, failures))
    found = together(chronology(each.item.article, each.analysis, each.item.id) for each in results)
    if args.format != "table":
        write_utf8()
    _WRITERS[args.format](found)
    return 1 if failures else 0


def _table(found: Chronology) -> None:
    from newsreader.exports.entities.formats import aligned
    from newsreader.exports.timeline.words import readable

    entries = [*found.placed, *found.unplaced]
    rows = [("When", "In the text", "Sentence")]
    rows += [(readable(entry.time) if entry.placed else "–", entry.words, entry.sentence) for entry in entries]
    print("\n".join(aligned(rows)))


def _csv(found: Chronology) -> None:
    rows = csv.writer(sys.stdout, lineterminator="\n")
    rows.writerow(CSV_HEAD)
    for entry in (*found.placed, *found.unplaced):
        time = entry.time
        when = (time.start, time.end, time.granularity, time.value)
        why = (time.anchor, time.reason, f"{time.confidence:.2f}")
        rows.writerow(
            [entry.article, entry.title, *when, entry.words, entry.sentence, entry.start, entry.end, *why],
        )


def _ics(found: Chronology) -> None:
    from newsreader.exports.timeline.icalendar import icalendar

    # The lines end with CRLF, which no text layer may touch.
    sys.stdout.write(icalendar(found.placed))
    _say_what_is_missing(found.unplaced)


def _timelinejs(found: Chronology) -> None:
    from newsreader.exports.entities.output import dumps
    from newsreader.exports.timeline.timelinejs import timelinejs

    print(dumps(timelinejs(found.placed), indent=2))
    _say_what_is_missing(found.unplaced)


def _say_what_is_missing(entries: Sequence[Entry]) -> None:
    """Name, on standard error, what has no place on a calendar, a line for each article."""
    for article in dict.fromkeys(entry.article for entry in entries):
        words = list(dict.fromkeys(f"“{entry.words}”" for entry in entries if entry.article == article))
        what = "dates have" if len(words) > 1 else "date has"
        sentence = f"{len(words)} {what} no place on a calendar in {article or 'the article'}: {', '.join(words)}."
        print(f"newsreader: {sentence}", file=sys.stderr)


_WRITERS: dict[str, Callable[[Chronology], None]] = {
    "table": _table,
    "csv": _csv,
    "ics": _ics,
    "timelinejs": _timelinejs,
}
