"""`newsreader add`: takes articles into the library, to be found and read later."""

from __future__ import annotations

import os
from typing import TYPE_CHECKING

from newsreader.cli.problems import CommandError, complain

if TYPE_CHECKING:
    import argparse
    from collections.abc import Iterable, Iterator
    from pathlib import Path

    from newsreader.cli.inputs import Input
    from newsreader.store.library import Library

BATCH = 100
"""Articles that are kept together; each batch has reached the disk before the next one begins."""


def add_parser(subparsers: argparse._SubParsersAction[argparse.ArgumentParser]) -> None:
    """Add `add`."""
    parser = subparsers.add_parser(
        "add",
        help="take articles into the library",
        description="Take articles into the library, to be found with “search” and read later. Of a folder all files "
        "are taken that can be read. What is in already is not taken twice.",
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
    from newsreader.store.library import Library

    failures: list[str] = []
    with Library.open() as library:
        ruled.begin(library)
        taken = known = 0
        try:
            for new, batch in _kept(library, _inputs(args, failures)):
                taken, known = taken + new, known + batch - new
        finally:
            if taken or known or not failures:
                indexed.told(_sentence(taken, known))
    with indexed.opened() as (library, index):
        ruled.apply(library, index, args)
        return 1 if failures else 0


def _sentence(taken: int, known: int) -> str:
    articles = "1 article is" if taken == 1 else f"{taken} articles are"
    before = f" {known} {'was' if known == 1 else 'were'} in before." if known else ""
    return f"{articles} new in the library.{before}"


def _kept(library: Library, inputs: Iterable[Input]) -> Iterator[tuple[int, int]]:
    """Keep the articles, and yield after each batch how many of them are new, and how many it had."""
    from newsreader.cli.progress import Progress

    with Progress("articles read") as progress:
        batch: list[Input] = []
        for each in inputs:
            batch.append(each)
            progress.advance()
            if len(batch) == BATCH:
                yield _keep(library, batch), len(batch)
                batch = []
        if batch:
            yield _keep(library, batch), len(batch)


def _keep(library: Library, batch: Iterable[Input]) -> int:
    with library.writing(durable=True) as unit:
        before = unit.articles.count()
        records = [unit.articles.remember(each.article) for each in batch]
        new = unit.articles.count() - before
        unit.states.bring_back(each.id for each in records)
        return new


def _inputs(args: argparse.Namespace, failures: list[str]) -> Iterator[Input]:
    from pathlib import Path

    from newsreader.cli import inputs
    from newsreader.sources.errors import SourceError

    for location in args.locations:
        # `os.path`, because to `Path` an empty name is the current folder, and one that is too long an error.
        if location != "-" and "://" not in location and os.path.isdir(location):
            yield from _in_folder(Path(location), failures)
        elif args.source == "jsonl":
            try:
                yield from inputs.records(location)
            except (SourceError, CommandError) as error:
                complain(str(error))
                failures.append(location)
        else:
            yield from inputs.articles([location], failures)


def _in_folder(folder: Path, failures: list[str]) -> Iterator[Input]:
    """All files of a folder and those in it, but for hidden ones, by their names; a maildir is one place."""
    from newsreader.cli import inputs
    from newsreader.sources.maildir import is_maildir

    waiting = [folder]
    while waiting:
        path = waiting.pop()
        if not os.path.isdir(path):
            if not _is_special(path):
                yield from inputs.articles([str(path)], failures)
        elif is_maildir(path):
            yield from inputs.articles([str(path)], failures)
        elif path is folder or not path.is_symlink():  # which may lead back to where it is
            waiting += _visible(path, failures)


def _visible(folder: Path, failures: list[str]) -> list[Path]:
    """What is in a folder and not hidden, the last name first; a folder that cannot be read is complained about."""
    from newsreader.cli import inputs

    try:
        return sorted((each for each in folder.iterdir() if not each.name.startswith(".")), reverse=True)
    except OSError as error:
        complain(f"The folder {inputs.name(str(folder))} cannot be read: {error.strerror}.")
        failures.append(str(folder))
        return []


def _is_special(path: Path) -> bool:
    """Whether there is no file to read: a pipe, a device, or a link that leads nowhere."""
    try:
        return not path.is_file()
    except OSError:
        return False  # reading it says why not
