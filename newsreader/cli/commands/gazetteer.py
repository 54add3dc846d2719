"""`newsreader gazetteer`: what the person said of names that holds in every article."""

from __future__ import annotations

import sys
from typing import TYPE_CHECKING

from newsreader.cli import known_things
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
        "“import” files of “export”, and files of known things, which are shown in dossiers; - is standard input. "
        "“stats” says of which files things are known; “list” and “remove” work on one of these with --from.",
        allow_abbrev=False,
    )
    parser.add_argument("action", choices=("list", "add", "remove", "export", "import", "stats"), help="what to do")
    parser.add_argument("words", nargs="*", default=[], metavar="FORM|ID|FILE", help="what to add, remove or import")
    parser.add_argument("--category", choices=("person", "place", "organisation"), help="add: what it is")
    parser.add_argument("--name", metavar="NAME", help="add: what it is called in full")
    parser.add_argument("--not", dest="reject", action="store_true", help="add: these are no names")
    parser.add_argument(
        "--format",
        choices=(*registry.GAZETTEER.names, *known_things.FORMATS),
        help="of export, where it is csv by default, and of import, where it is told from the file",
    )
    parser.add_argument(
        "--from", dest="source", metavar="NAME", help="list, remove: the file; import: what to call it from now on"
    )


def run(args: argparse.Namespace) -> int:
    """Do it."""
    from newsreader.cli.problems import CommandError
    from newsreader.store.library import Library

    if args.action in ("add", "remove", "import") and not args.words and not _is_of_source(args):
        raise CommandError(f"Say what to {args.action}.")
    if args.action == "export" and args.format in known_things.FORMATS:
        raise CommandError(f"{args.format} is a format of known things, which are imported only.")
    with Library.open(check=args.action not in ("list", "export", "stats")) as library:
        code = _do(args, library)
        return _complain(library) or code


def _is_of_source(args: argparse.Namespace) -> bool:
    return args.action in ("list", "remove") and args.source is not None


def _do(args: argparse.Namespace, library: Library) -> int:
    from newsreader.annotations import gazetteer

    if args.action == "stats":
        return known_things.print_sources(library)
    if _is_of_source(args):
        return (known_things.print_things if args.action == "list" else known_things.remove)(library, args.source)
    if args.action == "add":
        return _say(gazetteer.add(library, [_entry(args)]), "added")
    if args.action == "remove":
        gone = gazetteer.remove(library, args.words)
        return _say(len(gone), "removed") or (0 if gone else 1)
    if args.action == "import":
        return _import(args, library)
    known = gazetteer.entries(library)
    _print_list(known) if args.action == "list" else _write(known, args.format or "csv")
    if args.action == "list" and not known:
        print("No names hold in every article.", file=sys.stderr)
    return 0


def _import(args: argparse.Namespace, library: Library) -> int:
    """Take in known things file by file, and the entries of all other files at once."""
    from newsreader.annotations import gazetteer
    from newsreader.cli import inputs

    entries: list[Entry] = []
    of_things, code = 0, 0
    for word in args.words:
        with inputs.rereadable(word) as file:
            form = args.format or known_things.recognised(file)
            if form in known_things.FORMATS:
                taken = known_things.take(library, args.source or known_things.source_name(word), file, form)
            else:
                entries += _read(inputs.text_of(file, inputs.name(word)), inputs.name(word), form)
                continue
        of_things += 1
        code = known_things.tell(taken) or code
    if of_things < len(args.words):
        _say(gazetteer.add(library, entries), "added")
    return code


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


def _read(text: str, where: str, form: str) -> Iterator[Entry]:
    from newsreader.cli.problems import CommandError
    from newsreader.exports.format import FormatError

    try:
        yield from registry.GAZETTEER[form].read(text, where)
    except FormatError as error:
        raise CommandError(f"{error}.") from error
