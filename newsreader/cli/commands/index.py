"""`newsreader index`: reads the articles of the library for the names and days in them."""

from __future__ import annotations

from typing import TYPE_CHECKING

from newsreader.cli import INTERRUPTED, arguments
from newsreader.counting import counted

if TYPE_CHECKING:
    import argparse

    from newsreader.cli.name_reader import NameReader
    from newsreader.index.index import Index
    from newsreader.store.library import Library


def add_parser(subparsers: argparse._SubParsersAction[argparse.ArgumentParser]) -> None:
    """Add `index`."""
    parser = subparsers.add_parser(
        "index",
        help="read the articles of the library for names and days",
        description="Read all articles of the library that have not been read for the names and days in them, the "
        "newest first. It can be stopped at any time and goes on where it was. The index is made of the library alone "
        "and may be deleted.",
        allow_abbrev=False,
    )
    parser.add_argument("--rebuild", action="store_true", help="begin anew, with an empty index")
    arguments.add_hands(parser)
    arguments.add_settings(parser, "model", "config")


def run(args: argparse.Namespace) -> int:
    """Read them."""
    from newsreader.cli.name_reader import NameReader
    from newsreader.index import file
    from newsreader.store.library import library_place

    with NameReader(arguments.config_of(args).model, arguments.hands_of(args)) as reader:
        if args.rebuild:
            reader.meet_others()  # what cannot be read anew is not dropped
            file.drop(library_place())
        return _read(args, reader)


def _read(args: argparse.Namespace, reader: NameReader) -> int:
    from newsreader.cli import indexed, ruled

    with indexed.opened() as (library, index):
        total = index.count_unnamed(reader.rules)
        done = 0
        try:
            _fold(library, index)
            done = reader.read_all(library, index, total)
            index.packing.do()
            ruled.apply(library, index, args)
        except KeyboardInterrupt:
            left = index.count_unnamed(reader.rules)
            indexed.told(f"Stopped with {left:,} of {total:,} articles left: the same command goes on with them.")
            return INTERRUPTED
    indexed.told(f"{counted(done, 'article was', 'articles were')} read for names.")
    return 0


def _fold(library: Library, index: Index) -> None:
    """Find out which articles tell the same story."""
    from newsreader.cli.progress import Progress

    with Progress("articles compared", index.count_unfolded()) as progress:
        index.fold(library, progress.advance)
