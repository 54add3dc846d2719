"""Copies of the library, and whether it is sound."""

from __future__ import annotations

from typing import TYPE_CHECKING

from newsreader.cli.problems import CommandError, complain

if TYPE_CHECKING:
    import argparse
    from collections.abc import Iterable
    from pathlib import Path


def backup(args: argparse.Namespace) -> int:
    """Copy the library and say where to."""
    from pathlib import Path

    from newsreader.sanitise import printable
    from newsreader.store.library import library_file
    from newsreader.store.sqlite import safety

    target = Path(args.locations[0]) if args.locations else None
    copy = safety.backup(library_file(), target)
    print(printable(str(copy)))
    return _complain(safety.check(copy) or _wrong_in_journals(library_file()))


def restore(args: argparse.Namespace) -> int:
    """Put a copy in the library's place and say where the library is that was there."""
    from pathlib import Path

    from newsreader.index import file
    from newsreader.sanitise import printable
    from newsreader.store.library import library_file
    from newsreader.store.sqlite import safety

    if len(args.locations) != 1:
        raise CommandError("Name the copy to restore.")
    before = safety.restore(library_file(), Path(args.locations[0]))
    file.drop(library_file())  # it is of the library that was there
    if before:
        print(f"The library as it was is now {printable(str(before))}.")
    return _complain(_wrong_in_journals(library_file()))


def check(_: argparse.Namespace) -> int:
    """Say what is wrong with the library."""
    from newsreader.store.library import library_file
    from newsreader.store.sqlite import safety

    found = safety.check(library_file()) or _wrong_in_journals(library_file())
    if not found:
        print("The library is sound.")
    return _complain(found)


def _wrong_in_journals(file: Path) -> list[str]:
    from newsreader.annotations.journal_check import check_journals
    from newsreader.store.library import Library

    with Library.open(file, check=False) as library:
        return check_journals(library)


def _complain(problems: Iterable[str]) -> int:
    """Say what is wrong, and return the exit code for it."""
    return max([0, *map(complain, problems)])
