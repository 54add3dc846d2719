"""`newsreader paths`: where the program keeps its files."""

from __future__ import annotations

from typing import TYPE_CHECKING

if TYPE_CHECKING:
    import argparse


def add_parser(subparsers: argparse._SubParsersAction[argparse.ArgumentParser]) -> None:
    """Add `paths`."""
    subparsers.add_parser(
        "paths",
        help="say where notes, settings, cache, log and samples are",
        description="Print where the notes and the reading places, the library with all of them, the settings, what "
        "may be deleted at any time, the log and the sample articles are; a line each, the name and the path divided "
        "by a tab.",
        allow_abbrev=False,
    )


def run(args: argparse.Namespace) -> int:
    """Print them."""
    from newsreader import paths, resources

    samples = resources.samples()
    places = {
        "data": paths.data_dir(),
        "library": _library(),
        "config": paths.config_file(),
        "cache": paths.cache_dir(),
        "log": paths.log_file(),
        "samples": samples[0].parent if samples else "",
    }
    for name, place in places.items():
        print(f"{name}\t{place}")
    return 0


def _library() -> str:
    """The file or the server; what is wrong with it, if it is named wrongly."""
    from newsreader.store.errors import LibraryError
    from newsreader.store.library import library_place

    try:
        return str(library_place())
    except LibraryError as error:
        return str(error)
