"""`newsreader entry`: what the person writes into the timelines of people, places and organisations, with undo."""

from __future__ import annotations

from typing import TYPE_CHECKING, Any

from newsreader.cli import arguments, things
from newsreader.cli.problems import CommandError

if TYPE_CHECKING:
    import argparse
    from collections.abc import Iterator, Sequence

    from newsreader.annotations.timeline_entries import Written
    from newsreader.dossier.entering import Days
    from newsreader.index.index import Index
    from newsreader.store.library import Library

SHOWN = 8
"""Characters of an id that the list shows; as few as tell an entry from the others name it."""


def add_parser(subparsers: argparse._SubParsersAction[argparse.ArgumentParser]) -> None:
    """Add `entry`."""
    parser = subparsers.add_parser(
        "entry",
        help="write a day and what was then into the timeline of a person, place or organisation",
        description="Write into timelines: “add” a day and what was then; “change” or “remove” an entry by its id, of "
        "which the beginning is enough; “list” prints them. WHEN is a day, a month or a span as people write it "
        "(“19 June 2024”, “may to june 2023”); with “?” behind it, it is a guess. “undo” and “redo” go through what "
        "was written, and what was said of names by “identity”. “id:12” is the name with that number, as “names "
        "--format json” has it.",
        allow_abbrev=False,
    )
    actions = parser.add_subparsers(dest="action", metavar="ACTION", required=True)
    add = actions.add_parser("add", help="write a new entry", allow_abbrev=False)
    add.add_argument("name", metavar="NAME", help="any of its names, in quotes if it has several words")
    add.add_argument("when", metavar="WHEN", help="the day, in quotes if it has several words")
    add.add_argument("text", nargs="+", metavar="TEXT", help="what was then")
    change = actions.add_parser("change", help="have an entry say something else", allow_abbrev=False)
    change.add_argument("entry", metavar="ID")
    change.add_argument("--when", metavar="WHEN", help="the day from now on")
    change.add_argument("--text", metavar="TEXT", help="what it says from now on")
    remove = actions.add_parser("remove", help="take an entry out", allow_abbrev=False)
    remove.add_argument("entry", metavar="ID")
    listing = actions.add_parser("list", help="print the entries, in order of time", allow_abbrev=False)
    listing.add_argument("name", nargs="?", metavar="NAME", help="only those of this name")
    listing.add_argument("--format", choices=("table", "json"), default="table", help="default: table")
    for each in (add, listing):
        things.add_category(each)
    things.add_undo(actions)
    arguments.add_settings(parser, "config")


def run(args: argparse.Namespace) -> int:
    """Do it."""
    from newsreader.cli import indexed

    with indexed.opened() as (library, index):
        if args.action == "list":
            _list(args, library, index)
            return 0
        things.carry_out(args, library, index, _write)
    return 0


def _write(args: argparse.Namespace, library: Library, index: Index) -> str:
    """Do it, and return what was done in words."""
    from newsreader.annotations import timeline_entries
    from newsreader.dossier.entering import enter

    if args.action == "add":
        thing = things.only(index, args.name, args.category)
        text = _text(" ".join(args.text))
        return enter(library, index.things.names(thing.id)[0], _days(args.when), text)
    if args.action == "change":
        return _change(args, library)
    return timeline_entries.remove(library, _known(library, args.entry).entry.id)


def _change(args: argparse.Namespace, library: Library) -> str:
    from newsreader.dossier.entering import Days, enter

    entry = _known(library, args.entry).entry
    if args.when is None and args.text is None:
        raise CommandError("Say what it is to be: --when WHEN, --text TEXT, or both.")
    days = Days(entry.first, entry.last, entry.doubt) if args.when is None else _days(args.when)
    return enter(library, entry.name, days, entry.text if args.text is None else _text(args.text), entry.id)


def _days(when: str) -> Days:
    from datetime import date

    from newsreader.dossier.entering import typed_days
    from newsreader.languages.english.dates.typed import NoDateError

    try:
        return typed_days(when, date.today())
    except NoDateError as error:
        raise CommandError(str(error)) from error


def _text(text: str) -> str:
    if not text.strip():
        raise CommandError("Say what was then.")
    return text


def _all(library: Library) -> list[Written]:
    from newsreader.annotations import timeline_entries

    with library.reading() as unit:
        return sorted(timeline_entries.entries(unit), key=lambda each: (each.entry.first, each.entry.last))


def _known(library: Library, beginning: str) -> Written:
    """The only entry whose id begins so. Raises `CommandError` if there are none or several."""
    from newsreader.sanitise import printable

    found = [each for each in _all(library) if beginning and each.entry.id.startswith(beginning.casefold())]
    if len(found) != 1:
        there = "Several entries have an id that begins with" if found else "There is no entry"
        raise CommandError(f"{there} “{printable(beginning)}”: “newsreader entry list” has their ids.")
    return found[0]


def _list(args: argparse.Namespace, library: Library, index: Index) -> None:
    from newsreader.cli import indexed, printing
    from newsreader.exports import text

    wanted = things.only(index, args.name, args.category) if args.name is not None else None
    found = []
    for each in _all(library):
        thing, category = index.things.named(each.entry.name), each.entry.name.category.value
        if wanted in (None, thing) and args.category in (None, category):
            found.append((each, thing.name if thing is not None else each.entry.name.shown))
    printing.write_utf8()
    if args.format == "json":
        print(text.dumps([_record(each, name) for each, name in found], indent=1))
    elif found:
        printing.stream(_table(found))
    else:
        indexed.told("No entries in timelines.")


def _record(written: Written, name: str) -> dict[str, Any]:
    entry = written.entry
    return {
        "id": entry.id,
        "category": entry.name.category.value,
        "name": name,
        "first": entry.first,
        "last": entry.last,
        "doubt": entry.doubt,
        "text": entry.text,
        "created": written.created.isoformat(),
        "person": written.person,
    }


def _table(found: Sequence[tuple[Written, str]]) -> Iterator[str]:
    from newsreader.cli.printing import aligned
    from newsreader.exports.dossier.wording import days
    from newsreader.sanitise import printable

    rows = [
        (entry.id[:SHOWN], days(entry), printable(name), printable(entry.text))
        for each, name in found
        for entry in [each.entry]
    ]
    yield "\n".join(aligned([("Id", "When", "Name", "What"), *rows])) + "\n"
