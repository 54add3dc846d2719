"""`newsreader watch`: names of which `whatsnew` tells whenever they appear."""

from __future__ import annotations

from typing import TYPE_CHECKING

from newsreader.cli import arguments, things

if TYPE_CHECKING:
    import argparse

    from newsreader.annotations.events import NameKnown
    from newsreader.index.index import Index
    from newsreader.store.library import Library


def add_parser(subparsers: argparse._SubParsersAction[argparse.ArgumentParser]) -> None:
    """Add `watch`."""
    parser = subparsers.add_parser(
        "watch",
        help="watch a person, place or organisation under all of its names",
        description="Watch people, places and organisations: “whatsnew” says in how many new articles they are, under "
        "any of their names. “id:12” is the one with that number, as “names --format json” has it.",
        allow_abbrev=False,
    )
    parser.add_argument("action", choices=("add", "list", "remove"), help="what to do")
    parser.add_argument("names", nargs="*", default=[], metavar="NAME", help="any of its names, in quotes")
    things.add_category(parser)
    arguments.add_settings(parser, "config")


def run(args: argparse.Namespace) -> int:
    """Do it."""
    from newsreader.cli import indexed
    from newsreader.cli.problems import CommandError

    if args.action != "list" and not args.names:
        raise CommandError(f"Say whom to {args.action}.")
    with indexed.opened(check=False) as (library, index):
        if args.action == "list":
            return _list(library, index)
        for name in args.names:
            _do(args, library, index, name)
    return 0


def _list(library: Library, index: Index) -> int:
    from newsreader.dossier.watching import out_of_sight, things_watched
    from newsreader.sanitise import printable

    found = [(each.category.value, each.name, each.articles) for each in things_watched(library, index)]
    found += [(each.category.value, each.shown, 0) for each in out_of_sight(library, index)]
    for category, name, articles in found:
        print(f"{category}\t{printable(name)}\t{articles}")
    if not found:
        print("No names are watched.")
    return 0


def _do(args: argparse.Namespace, library: Library, index: Index, name: str) -> None:
    from newsreader.cli import indexed
    from newsreader.dossier import watching
    from newsreader.sanitise import printable

    if args.action == "remove" and (unseen := _unseen(library, index, name, args.category)):
        watching.unwatch(library, unseen)
        indexed.told(f"{printable(name)} is not watched any more.")
        return
    thing = things.only(index, name, args.category)
    names = index.things.names(thing.id)
    if args.action == "add":
        done = watching.watch(library, names[0])
        indexed.told(f"{printable(thing.name)} is {'watched' if done else 'watched already'}.")
    else:
        done = watching.unwatch(library, names)
        indexed.told(f"{printable(thing.name)} {'is not watched any more' if done else 'was not watched'}.")


def _unseen(library: Library, index: Index, name: str, category: str | None) -> list[NameKnown]:
    """The watched names that are written so, of those that are in no article now."""
    from newsreader.dossier.watching import out_of_sight

    unseen = [each for each in out_of_sight(library, index) if each.shown.casefold() == name.casefold()]
    return [each for each in unseen if category in (None, each.category.value)]
