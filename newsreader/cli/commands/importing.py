"""`newsreader import`: takes in what another program gave out: feeds, searches, articles with their marks."""

from __future__ import annotations

from typing import TYPE_CHECKING

from newsreader.cli import arguments
from newsreader.cli.problems import complain

if TYPE_CHECKING:
    import argparse

    from newsreader.intake.taking import Taken
    from newsreader.store.library import Library

PROGRAMS = (
    "opml",
    "newsboat-cache",
    "pocket",
    "instapaper",
    "omnivore",
    "readwise",
    "wallabag",
    "web-annotations",
    "newsboat-urls",
)
"""Those of `intake.elsewhere.registry`, which is not loaded for the help."""

FETCHED = 100
"""How many texts are fetched if it is not said how many."""


def add_parser(subparsers: argparse._SubParsersAction[argparse.ArgumentParser]) -> None:
    """Add `import`."""
    parser = subparsers.add_parser(
        "import",
        help="take in what another program gave out",
        description="Take in what another program gave out: feeds, saved searches, articles with their tags, stars and "
        "dates, highlights and notes. Which program it was is seen by what is in the file. What is here already is not "
        "taken twice. Annotations in other formats are taken in article by article with “annotations import”, "
        "an archive of newsreader itself with “library import”.",
        allow_abbrev=False,
    )
    parser.add_argument("files", nargs="+", metavar="FILE|FOLDER", help="a file, a zip, or the folder that it was in")
    parser.add_argument("--from", dest="program", choices=PROGRAMS, help="which program it is of")
    parser.add_argument(
        "--fetch",
        nargs="?",
        type=arguments.limit,
        const=FETCHED,
        metavar="N",
        help=f"fetch the texts of articles that come without, at most N ({FETCHED}), no host more than once a second",
    )


def run(args: argparse.Namespace) -> int:
    """Take them in."""
    from newsreader.cli import indexed, ruled
    from newsreader.intake.taken_in_words import sentences
    from newsreader.intake.taking import Taken
    from newsreader.store.library import Library

    failures: list[str] = []
    taken = Taken()
    with Library.open() as library:
        ruled.begin(library)
        try:
            for file in args.files:
                _take(library, file, args.program, taken, failures)
        finally:
            for sentence in sentences(taken):
                indexed.told(sentence)
        if args.fetch:
            _fetch(library, taken, args.fetch, failures)
    with indexed.opened() as (library, index):
        ruled.apply(library, index, args)
        return 1 if failures else 0


def _take(library: Library, file: str, program: str | None, taken: Taken, failures: list[str]) -> None:
    from pathlib import Path

    from newsreader.cli.progress import Progress
    from newsreader.intake.taking import take_file
    from newsreader.sources.errors import SourceError

    try:
        with Progress("things read") as progress:
            take_file(library, Path(file).expanduser(), taken, program, progress.advance)
    except SourceError as error:
        complain(str(error))
        failures.append(file)


def _fetch(library: Library, taken: Taken, most: int, failures: list[str]) -> None:
    from newsreader.cli import indexed
    from newsreader.cli.progress import Progress
    from newsreader.intake.awaited_texts import fetch

    def failed(sentence: str) -> None:
        complain(sentence)
        failures.append(sentence)

    addresses = [each for each in dict.fromkeys(taken.awaited) if each]
    with Progress("articles fetched", min(most, len(addresses))) as progress:
        for _ in fetch(library, addresses[:most], failed):
            progress.advance()
    if (more := len(addresses) - most) > 0:
        indexed.told(
            f"{more} more {'has' if more == 1 else 'have'} no text yet: the same command with --fetch goes on."
        )
