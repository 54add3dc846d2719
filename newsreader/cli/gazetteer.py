"""`newsreader gazetteer`: what the person said of names that holds in every article."""

from __future__ import annotations

import sys
from typing import TYPE_CHECKING, Any

if TYPE_CHECKING:
    import argparse
    from collections.abc import Iterable, Iterator

    from newsreader.annotations.gazetteer import Entry
    from newsreader.store.library import Library

HEAD = ("verdict", "forms", "category", "name", "quote")
BETWEEN = "|"
"""What stands between the forms of an entry in CSV."""


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
    parser.add_argument("--format", choices=("csv", "jsonl"), default="csv", help="of export and import; default: csv")


def run(args: argparse.Namespace) -> int:
    """Do it."""
    from newsreader.cli.problems import CommandError
    from newsreader.store.library import Library

    if args.action in ("add", "remove", "import") and not args.words:
        raise CommandError(f"Say what to {args.action}.")
    with Library.open() as library:
        return _do(args, library)


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


def _say(count: int, what: str) -> int:
    print(f"{count} {'entry' if count == 1 else 'entries'} {what}.", file=sys.stderr)
    return 0


def _entry(args: argparse.Namespace) -> Entry:
    from newsreader.cli.problems import CommandError

    verdict = "not-an-entity" if args.reject else "missed" if args.category else "is-named"
    if verdict == "is-named" and not args.name:
        raise CommandError("Say what it is: with --category, --name or --not.")
    return _made(verdict, args.category, args.name, args.words, where="The entry")


def _made(
    verdict: Any, category: Any, name: object, forms: Iterable[object], quote: object = "", *, where: str
) -> Entry:
    """The entry of these values. Raises `CommandError` for what is none."""
    from newsreader.annotations.corrections.model import Verdict
    from newsreader.annotations.gazetteer import Entry
    from newsreader.cli.problems import CommandError
    from newsreader.entity import Category

    clean = tuple(text for form in forms if (text := " ".join(str(form).split())))
    try:
        kind = Category(category) if category else None
        made = Entry(Verdict(verdict), clean, kind, str(name) if name else None, str(quote or ""))
    except ValueError as error:
        raise CommandError(f"{where} cannot be read: {error}.") from error
    missing = _missing(made)
    if missing:
        raise CommandError(f"{where} has no {missing}.")
    return made


def _missing(entry: Entry) -> str | None:
    """What an entry of its verdict lacks, None if it is whole."""
    from newsreader.annotations.corrections.model import Verdict
    from newsreader.annotations.gazetteer import QUOTING

    if not entry.forms:
        return "form"
    if entry.category is None and entry.verdict in (Verdict.IS_A, Verdict.MISSED):
        return "category"
    if not entry.name and entry.verdict in (Verdict.IS_NAMED, Verdict.SAME_AS, Verdict.BOUNDARY):
        return "name"
    return "quote" if not entry.quote and entry.verdict in QUOTING else None


def _print_list(known: Iterable[Entry]) -> None:
    from newsreader.sanitise import printable

    for each in known:
        parts = [each.id[:8], each.verdict.value, each.category or "-", ", ".join(each.forms)]
        parts += [f"“{each.quote}”"] if each.quote else []
        print("  ".join(map(printable, [*parts, *([f"→ {each.name}"] if each.name else [])])))


def _write(known: Iterable[Entry], form: str) -> None:
    import csv

    from newsreader.exports.entities.formats import write_utf8
    from newsreader.exports.entities.output import dumps

    write_utf8()
    if form == "jsonl":
        for each in known:
            values = (each.verdict, list(each.forms), each.category, each.name, each.quote)
            print(dumps(dict(zip(HEAD, values, strict=True))))
        return
    rows = csv.writer(sys.stdout, lineterminator="\n")
    rows.writerow(HEAD)
    rows.writerows([each.verdict, BETWEEN.join(each.forms), each.category, each.name, each.quote] for each in known)


def _read(location: str, form: str) -> Iterator[Entry]:
    import csv
    from pathlib import Path

    from newsreader.cli.problems import CommandError
    from newsreader.sanitise import printable

    where = "standard input" if location == "-" else printable(location)
    try:
        data = sys.stdin.buffer.read() if location == "-" else Path(location).read_bytes()
        lines = data.decode("utf-8-sig").splitlines()
    except OSError as error:
        raise CommandError(f"{where} cannot be read: {error.strerror}.") from error
    except UnicodeDecodeError as error:
        raise CommandError(f"{where} is not UTF-8.") from error
    records: Iterable[dict[str, Any]] = _objects(lines, where) if form == "jsonl" else csv.DictReader(lines)
    for number, record in enumerate(records, 1):
        forms = record.get("forms")
        forms = forms.split(BETWEEN) if isinstance(forms, str) else forms if isinstance(forms, list) else ()
        source = f"Entry {number} of {where}"
        said = (record.get("verdict"), record.get("category"), record.get("name"), forms, record.get("quote"))
        yield _made(*said, where=source)


def _objects(lines: Iterable[str], where: str) -> Iterator[dict[str, Any]]:
    import json

    from newsreader.cli.problems import CommandError

    for number, line in enumerate(lines, 1):
        try:
            record = json.loads(line) if line.strip() else None
        except ValueError as error:
            raise CommandError(f"Line {number} of {where} is not JSON: {error}.") from error
        if isinstance(record, dict):
            yield record
