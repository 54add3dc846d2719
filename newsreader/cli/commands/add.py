"""`newsreader add`: takes articles into the library, to be found and read later."""

from __future__ import annotations

from itertools import groupby
from typing import TYPE_CHECKING

from newsreader.cli.problems import CommandError, complain

if TYPE_CHECKING:
    import argparse
    from collections.abc import Iterable, Iterator

    from newsreader.cli.inputs import Input
    from newsreader.intake.adding import Added
    from newsreader.store.library import Library

MOST_SAID = 20
"""So many lines that are no records are named one by one."""


def add_parser(subparsers: argparse._SubParsersAction[argparse.ArgumentParser]) -> None:
    """Add `add`."""
    parser = subparsers.add_parser(
        "add",
        help="take articles into the library",
        description="Take articles into the library, to be found with “search” and read later. Of a folder all files "
        "are taken that can be read, and “refresh” looks at it again. What is in already is not taken twice.",
        allow_abbrev=False,
    )
    parser.add_argument("locations", nargs="+", metavar="FILE|FOLDER|URL|-", help="what to take in")
    parser.add_argument(
        "--from",
        dest="source",
        choices=("article", "jsonl"),
        default="article",
        help="what the files are: articles (default), or lines of JSON objects with “id”, “text” and perhaps “title” "
        "and “published”",
    )


def run(args: argparse.Namespace) -> int:
    """Take them in."""
    from newsreader.cli import indexed, ruled
    from newsreader.cli.progress import Progress
    from newsreader.intake.adding import Added
    from newsreader.store.library import Library

    failures: list[str] = []
    with Library.open() as library:
        ruled.begin(library)
        done = Added()
        try:
            with Progress("articles read") as progress:
                for now in _taken(library, args, failures):
                    progress.advance(now.new + now.known - done.new - done.known)
                    done = now
        finally:
            if done != Added() or not failures:
                indexed.told(done.sentence)
    with indexed.opened() as (library, index):
        ruled.apply(library, index, args)
        return 1 if failures else 0


def _taken(library: Library, args: argparse.Namespace, failures: list[str]) -> Iterator[Added]:
    """Take them in, and yield after each batch what is in by then."""
    from newsreader.intake.adding import Added

    done = Added()
    for batches in _batches(library, args, failures):
        now = Added()
        for now in batches:
            yield done + now
        done += now


def _batches(library: Library, args: argparse.Namespace, failures: list[str]) -> Iterator[Iterator[Added]]:
    """Yield what takes in each folder, and what takes in all that is named between folders."""
    from newsreader.intake.adding import is_folder, keep, take_in

    def failed(sentence: str) -> None:
        complain(sentence)
        failures.append(sentence)

    for are_folders, locations in groupby(args.locations, key=is_folder):
        if are_folders:
            yield from (take_in(library, each, failed) for each in locations)
        else:
            yield keep(library, (each.article for each in _inputs(args, locations, failures)))


def _inputs(args: argparse.Namespace, locations: Iterable[str], failures: list[str]) -> Iterator[Input]:
    from pathlib import Path

    from newsreader.cli import inputs
    from newsreader.intake.elsewhere.registry import refuse
    from newsreader.sources.errors import SourceError

    def mistaken(sentence: str) -> None:
        failures.append(sentence)
        if len(failures) <= MOST_SAID:
            complain(sentence)
        elif len(failures) == MOST_SAID + 1:
            complain("More lines are mistaken; they are left out, too.")

    for location in locations:
        try:
            if args.source == "jsonl":
                yield from inputs.records(location, mistaken)
                continue
            if "://" not in location:
                refuse(Path(location))
            yield from inputs.articles([location], failures)
        except (SourceError, CommandError) as error:
            complain(str(error))
            failures.append(location)
