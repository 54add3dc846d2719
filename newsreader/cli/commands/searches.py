"""`newsreader searches`: the queries that have a name."""

from __future__ import annotations

from typing import TYPE_CHECKING

from newsreader.cli.problems import CommandError

if TYPE_CHECKING:
    import argparse
    from collections.abc import Iterator, Sequence

    from newsreader.store.protocols import Unit
    from newsreader.store.records import SavedSearch


def add_parser(subparsers: argparse._SubParsersAction[argparse.ArgumentParser]) -> None:
    """Add `searches`."""
    parser = subparsers.add_parser(
        "searches",
        help="list, save, rename or remove saved searches",
        description="“list” lists the saved searches, with how many articles each finds; “save” keeps a query under a "
        "name, in the place of one of that name; “rename” takes the old and the new name; “remove” a name. A saved "
        "search is part of another query as search:NAME.",
        allow_abbrev=False,
    )
    parser.add_argument("action", choices=tuple(ACTIONS), help="what to do")
    parser.add_argument("name", nargs="?", metavar="NAME", help="the name")
    parser.add_argument("query", nargs="*", default=[], metavar="QUERY", help="the query to save, or the new name")
    parser.add_argument("--format", choices=("table", "json"), default="table", help="of the list; default: table")


def run(args: argparse.Namespace) -> int:
    """Do it."""
    return ACTIONS[args.action](args)


def _list(args: argparse.Namespace) -> int:
    from newsreader.cli import indexed, printing
    from newsreader.exports import text
    from newsreader.query.fields import ARTICLES
    from newsreader.query.parser import parse

    with indexed.opened(check=False) as (library, index):
        with library.reading() as unit:
            searches = unit.searches.all()
        queries = {each.name: each.query for each in searches}
        counts = [index.search.count(parse(each.query, ARTICLES, searches=queries).condition) for each in searches]
    if args.format == "json":
        printing.write_utf8()
        found = zip(searches, counts, strict=True)
        records = [{"name": each.name, "query": each.query, "articles": count} for each, count in found]
        print(text.dumps(records, indent=1))
    else:
        printing.stream(_table(searches, counts))
    return 0


def _table(searches: Sequence[SavedSearch], counts: Sequence[int]) -> Iterator[str]:
    from newsreader.cli.printing import aligned
    from newsreader.sanitise import printable

    if not searches:
        yield "No saved searches.\n"
        return
    rows = [(printable(each.name), f"{n:,}", printable(each.query)) for each, n in zip(searches, counts, strict=True)]
    yield "\n".join(aligned([("Name", "Articles", "Query"), *rows])) + "\n"


def _save(args: argparse.Namespace) -> int:
    from newsreader.cli import indexed
    from newsreader.sanitise import printable
    from newsreader.store.library import Library

    name, text = _name(args), " ".join(args.query)
    if not args.query:
        raise CommandError("Name the query to save.")
    if indexed.query(text).mistakes:
        raise CommandError("The query was not saved.")
    with Library.open() as library, library.writing(durable=True) as unit:
        before = next((each for each in unit.searches.all() if each.name == name), None)
        unit.searches.save(name, text)
    if before is not None and before.query != text:
        indexed.told(f"“{printable(name)}” was before: {printable(before.query)}")
    return 0


def _rename(args: argparse.Namespace) -> int:
    from newsreader.store.library import Library

    if not args.query:
        raise CommandError("Name the old and the new name.")
    with Library.open() as library, library.writing(durable=True) as unit:
        unit.searches.rename(_known(unit, _name(args)).id, " ".join(args.query))
    return 0


def _remove(args: argparse.Namespace) -> int:
    from newsreader import system
    from newsreader.cli import indexed
    from newsreader.sanitise import printable
    from newsreader.store.library import Library

    with Library.open() as library, library.writing(durable=True) as unit:
        gone = _known(unit, _name(args))
        unit.searches.remove(gone.id)
    back = system.command_line(["newsreader", "searches", "save", gone.name, gone.query])
    indexed.told(f"It is back with: {printable(back)}")
    return 0


def _name(args: argparse.Namespace) -> str:
    if args.name is None:
        raise CommandError(f"Name the search to {args.action}.")
    return str(args.name)


def _known(unit: Unit, name: str) -> SavedSearch:
    from newsreader.sanitise import printable

    searches = unit.searches.all()
    found = [each for each in searches if name in (each.name, each.name.casefold())]
    if not found:
        there = f"; there are {', '.join(f'“{printable(each.name)}”' for each in searches)}" if searches else ""
        raise CommandError(f"There is no saved search “{printable(name)}”{there}.")
    return found[0]


ACTIONS = {"list": _list, "save": _save, "rename": _rename, "remove": _remove}
"""What `newsreader searches` can do."""
