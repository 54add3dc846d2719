"""`newsreader feeds`: the feeds that articles come from."""

from __future__ import annotations

import argparse
import sys
from typing import TYPE_CHECKING

from newsreader.cli.problems import CommandError, complain
from newsreader.counting import counted

if TYPE_CHECKING:
    from collections.abc import Callable

    from newsreader.store.feeds import Feed
    from newsreader.store.library import Library


def add_parser(subparsers: argparse._SubParsersAction[argparse.ArgumentParser]) -> None:
    """Add `feeds`."""
    parser = subparsers.add_parser(
        "feeds",
        help="list, add, remove, rename, set, import or export feeds",
        description="List, add, remove, rename, set, import or export the feeds that articles come from. “add” takes "
        "addresses of feeds or of sites that have one. A feed is named by its number, its address, or how its name "
        "begins. “set” changes what is decided about feeds, “import” takes OPML or newsboat’s urls, “export” writes "
        "OPML.",
        allow_abbrev=False,
    )
    parser.add_argument("action", nargs="?", choices=tuple(ACTIONS), default="list", help="what to do; default: list")
    parser.add_argument("words", nargs="*", metavar="ADDRESS|FEED|FILE", help="what to do it with")
    parser.add_argument("--name", metavar="NAME", help="what to call it; without, what it calls itself")
    parser.add_argument("--folder", metavar="FOLDER", help="the folder that it is in")
    parser.add_argument("--tags", metavar="TAG,…", help="its tags")
    parser.add_argument(
        "--full-article",
        choices=("auto", "always", "never"),
        help="whether the page of an article is fetched: where the feed has only a teaser (auto), always, never",
    )
    parser.add_argument("--interval", metavar="MINUTES", help="how long to wait between two fetches; default: 60")
    parser.add_argument("--keep", metavar="all|N|Nd", help="how many articles, or days of them, stay in the lists")
    parser.add_argument("--muted", choices=("yes", "no"), help="whether it is fetched only when it is named")


def run(args: argparse.Namespace) -> int:
    """Do it."""
    from newsreader.intake.feeds.choosing import ChoiceError
    from newsreader.store.library import Library

    if args.action == "import":
        return _import(args)
    if args.action not in ("list", "export") and not args.words:
        raise CommandError(f"Say what to {args.action}.")
    with Library.open(check=args.action not in ("list", "export")) as library:
        try:
            return ACTIONS[args.action](args, library)
        except ChoiceError as error:
            raise CommandError(str(error)) from error


def _list(args: argparse.Namespace, library: Library) -> int:
    from newsreader.sanitise import printable

    feeds = _all(library) if not args.words else _chosen(library, args.words)
    if not feeds:
        print("No feeds: “newsreader feeds add ADDRESS” follows one.", file=sys.stderr)
    for each in feeds:
        settings, state = each.settings, each.state
        state_of = "gone" if state.gone else "muted" if settings.muted else ""
        cells = (each.id, each.called, each.address, settings.folder, ",".join(settings.tags), state_of, state.problem)
        print("\t".join(printable(str(cell)) for cell in cells))
    return 0


def _add(args: argparse.Namespace, library: Library) -> int:
    from newsreader.cli import indexed, inputs, ruled
    from newsreader.intake.feeds.adding import add_feed
    from newsreader.intake.feeds.choosing import decided
    from newsreader.sources.errors import SourceError
    from newsreader.store.feeds import FeedSettings

    settings = decided(FeedSettings(), _given(args))
    ruled.begin(library)
    code = 0
    for address in args.words:
        try:
            outcome = add_feed(library, inputs.public(address), settings)
        except SourceError as error:
            code = complain(str(error))
            continue
        if outcome is None:
            indexed.told(f"{inputs.name(address)} is one of your feeds already.")
        else:
            indexed.told(f"{outcome.feed.called}: {counted(len(outcome.new), 'new article')}.")
    with indexed.opened() as (_, index):
        ruled.apply(library, index, args)
        return code


def _remove(args: argparse.Namespace, library: Library) -> int:
    from newsreader.cli import indexed

    feeds = _chosen(library, args.words)
    with library.writing(durable=True) as unit:
        for each in feeds:
            unit.feeds.remove(each.id)
    for each in feeds:
        indexed.told(f"{each.called} is no feed of yours any more; its articles stay in the library.")
    return 0


def _rename(args: argparse.Namespace, library: Library) -> int:
    if len(args.words) != 2:
        raise CommandError("Name the feed and then its new name: newsreader feeds rename FEED NAME.")
    args.words, args.name = args.words[:1], args.words[1]
    return _set(args, library)


def _set(args: argparse.Namespace, library: Library) -> int:
    from newsreader.intake.feeds.choosing import decided
    from newsreader.intake.feeds.taking import take_out_old

    given = _given(args)
    if not given:
        raise CommandError("Say what to set, such as --name, --tags or --interval.")
    feeds = [(each, decided(each.settings, given)) for each in _chosen(library, args.words)]
    with library.writing(durable=True) as unit:
        for feed, settings in feeds:
            unit.feeds.change(feed.id, settings)
            if (changed := unit.feeds.find(feed.id)) and "keep" in given:
                take_out_old(unit, changed)
    return 0


def _export(args: argparse.Namespace, library: Library) -> int:
    import sys

    from newsreader.exports.saving import new_file
    from newsreader.intake.feed_lists import as_opml

    document, _ = as_opml(library)
    if not args.words:
        sys.stdout.write(document)
        return 0
    from pathlib import Path

    target = Path(args.words[0])
    try:
        with new_file(target) as file:
            file.write(document.encode())
    except OSError as error:
        raise CommandError(f"{target} cannot be written: {error.strerror or error}.") from error
    return 0


def _import(args: argparse.Namespace) -> int:
    from newsreader.cli.commands import importing

    if not args.words:
        raise CommandError("Name a file of OPML, or newsboat’s urls.")
    return importing.run(argparse.Namespace(files=args.words, program=None, fetch=None))


def _all(library: Library) -> list[Feed]:
    with library.reading() as unit:
        return unit.feeds.all()


def _chosen(library: Library, words: list[str]) -> list[Feed]:
    from newsreader.intake.feeds.choosing import chosen

    feeds = _all(library)
    return list({each.id: each for each in (chosen(feeds, word) for word in words)}.values())


def _given(args: argparse.Namespace) -> dict[str, str]:
    names = ("name", "folder", "tags", "full_article", "interval", "keep", "muted")
    return {name: getattr(args, name) for name in names if getattr(args, name) is not None}


ACTIONS: dict[str, Callable[[argparse.Namespace, Library], int]] = {
    "list": _list,
    "add": _add,
    "remove": _remove,
    "rename": _rename,
    "set": _set,
    "import": lambda args, _: _import(args),
    "export": _export,
}
"""What `newsreader feeds` can do."""
