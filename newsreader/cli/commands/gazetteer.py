"""`newsreader gazetteer`: what the person said of names that holds in every article."""

from __future__ import annotations

import sys
from typing import TYPE_CHECKING

from newsreader.exports import registry

if TYPE_CHECKING:
    import argparse
    from collections.abc import Iterable, Iterator

    from newsreader.annotations.gazetteer import Entry
    from newsreader.store.library import Library


def add_parser(subparsers: argparse._SubParsersAction[argparse.ArgumentParser]) -> None:
    """Add `gazetteer`."""
    parser = subparsers.add_parser(
        "gazetteer",
        help="list, add, remove, export or import names that hold in every article",
        description="List, add, remove, export or import what you said of names for all articles: what they are, "
        "what they are called, and what is not a name. “add” takes forms of one name, “remove” forms or ids, "
        "“import” files of “export”; - is standard input.",
        allow_abbrev=False,
    )
    parser.add_argument("action", choices=("list", "add", "remove", "export", "import"), help="what to do")
    parser.add_argument("words", nargs="*", metavar="FORM|ID|FILE", help="what to add, remove or import")
    parser.add_argument("--category", choices=("person", "place", "organisation"), help="add: what it is")
    parser.add_argument("--name", metavar="NAME", help="add: what it is called in full")
    parser.add_argument("--not", dest="reject", action="store_true", help="add: these are no names")
    parser.add_argument(
        "--format", choices=registry.GAZETTEER.names, default="csv", help="of export and import; default: csv"
    )


def run(args: argparse.Namespace) -> int:
    """Do it."""
    from newsreader.cli.problems import CommandError
    from newsreader.store.library import Library

    if args.action in ("add", "remove", "import") and not args.words:
        raise CommandError(f"Say what to {args.action}.")
    with Library.open(check=args.action not in ("list", "export")) as library:
        code = _do(args, library)
        return _complain(library) or code


def _do(args: argparse.Namespace, library: Library) -> int:
    from newsreader.annotations import gazetteer

    if args.action == "add":
        return _say(gazetteer.add(library, [_entry(args)]), "added")
    if args.action == "remove":
        gone = gazetteer.remove(library, args.words)
        return _say(len(gone), "removed") or (0 if gone else 1)
    if args.action == "import":
        return _say(gazetteer.add(library, [each for word in args.words for each in _read(word, args.format)]), "added")
    known = gazetteer.entries(library)
    _print_list(known) if args.action == "list" else _write(known, args.format)
    return 0


def _complain(library: Library) -> int:
    """Say what cannot be read, and return the exit code for it."""
    from newsreader.annotations import gazetteer
    from newsreader.annotations.wording import ALL, unread_in_words
    from newsreader.cli import problems

    with library.reading() as unit:
        said = unread_in_words(gazetteer.unread(unit), ALL)
    return problems.complain(said) if said else 0


def _say(count: int, what: str) -> int:
    print(f"{count} {'entry' if count == 1 else 'entries'} {what}.", file=sys.stderr)
    return 0


def _entry(args: argparse.Namespace) -> Entry:
    from newsreader.cli.problems import CommandError
    from newsreader.exports.format import FormatError
    from newsreader.exports.gazetteer.entries import entry_of

    verdict = "not-an-entity" if args.reject else "missed" if args.category else "is-named"
    if verdict == "is-named" and not args.name:
        raise CommandError("Say what it is: with --category, --name or --not.")
    try:
        return entry_of(verdict, args.category, args.name, args.words, where="The entry")
    except FormatError as error:
        raise CommandError(f"{error}.") from error


def _print_list(known: Iterable[Entry]) -> None:
    from newsreader.sanitise import printable

    for each in known:
        parts = [each.id[:8], each.verdict.value, each.category or "-", ", ".join(each.forms)]
        parts += [f"“{each.quote}”"] if each.quote else []
        print("  ".join(map(printable, [*parts, *([f"→ {each.name}"] if each.name else [])])))


def _write(known: Iterable[Entry], form: str) -> None:
    from newsreader.cli import printing

    printing.write_utf8()
    print(registry.GAZETTEER[form].write(known), end="")


def _read(location: str, form: str) -> Iterator[Entry]:
    from newsreader.cli import inputs
    from newsreader.cli.problems import CommandError
    from newsreader.exports.format import FormatError

    try:
        yield from registry.GAZETTEER[form].read(inputs.imported(location), inputs.name(location))
    except FormatError as error:
        raise CommandError(f"{error}.") from error
