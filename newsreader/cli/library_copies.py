"""Copies of the library, and whether it is sound."""

from __future__ import annotations

import sys
from typing import TYPE_CHECKING

from newsreader.cli.problems import CommandError

if TYPE_CHECKING:
    import argparse
    from pathlib import Path


def backup(args: argparse.Namespace) -> int:
    """Copy the library and say where to."""
    from pathlib import Path

    from newsreader.sanitise import printable
    from newsreader.store.sqlite import safety

    target = Path(args.locations[0]) if args.locations else None
    print(printable(str(safety.backup(_library_file(), target))))
    return 0


def restore(args: argparse.Namespace) -> int:
    """Put a copy in the library's place and say where the library is that was there."""
    from pathlib import Path

    from newsreader.sanitise import printable
    from newsreader.store.sqlite import safety

    if len(args.locations) != 1:
        raise CommandError("Name the copy to restore.")
    before = safety.restore(_library_file(), Path(args.locations[0]))
    if before:
        print(f"The library as it was is now {printable(str(before))}.")
    return 0


def check(_: argparse.Namespace) -> int:
    """Say what is wrong with the library."""
    from newsreader.annotations.journal import check_journals
    from newsreader.store.library import Library
    from newsreader.store.sqlite import safety

    problems = safety.check(_library_file())
    if not problems:
        with Library.open() as library:
            problems = check_journals(library)
    for problem in problems:
        print(f"newsreader: {problem}", file=sys.stderr)
    if not problems:
        print("The library is sound.")
    return 1 if problems else 0


def _library_file() -> Path:
    """Where the library is."""
    from newsreader import paths
    from newsreader.store.library import FILE_NAME

    return paths.data_dir() / FILE_NAME
