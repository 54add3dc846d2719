"""`newsreader names`: who, where and which organisations are in the articles of the library."""

from __future__ import annotations

from dataclasses import asdict
from typing import TYPE_CHECKING

from newsreader.cli import arguments

if TYPE_CHECKING:
    import argparse
    from collections.abc import Iterator, Sequence

    from newsreader.index.found import FoundName
    from newsreader.index.index import Index
    from newsreader.query.conditions import Condition
    from newsreader.store.library import Library

FORMATS = ("table", "json", "jsonl", "csv")
COLUMNS = ("id", "category", "name", "aliases", "articles", "mentions", "first", "last")
MENTION_COLUMNS = ("id", "category", "name", "article", "title", "day", "start", "end", "text", "sentence")
CATEGORIES = ("person", "place", "organisation")
_MOST_ALIASES = 5


def add_parser(subparsers: argparse._SubParsersAction[argparse.ArgumentParser]) -> None:
    """Add `names`."""
    parser = subparsers.add_parser(
        "names",
        help="list the names in articles of the library",
        description="List the people, places and organisations in the articles of the library that a query finds, "
        "those in most articles first. Names are found by “index”.",
        allow_abbrev=False,
    )
    parser.add_argument("query", nargs="*", metavar="QUERY", help="in which articles; several words are one query")
    parser.add_argument("--category", choices=CATEGORIES, help="only of this category")
    parser.add_argument("--format", choices=FORMATS, default="table", help="default: table")
    parser.add_argument(
        "--limit", type=arguments.limit, default=50, metavar="N", help="at most so many names; default: 50"
    )
    parser.add_argument(
        "--mentions", action="store_true", help="print each mention of these names in its sentence, the newest first"
    )
    arguments.add_settings(parser, "config")


def run(args: argparse.Namespace) -> int:
    """List them."""
    from newsreader.cli import indexed, printing
    from newsreader.entity import Category

    query = indexed.query(" ".join(args.query))
    if query.mistakes and query.condition is None:
        return 1  # what was meant is not all articles
    with indexed.opened(check=False) as (library, index):
        category = Category(args.category) if args.category else None
        found = index.search.names(query.condition, args.limit, category)
        if args.format != "table":
            printing.write_utf8()
        if args.mentions:
            printing.stream(_mentions(args.format, _said(library, index, found, query.condition)))
        else:
            printing.stream(_written(args.format, library, index, found))
        indexed.tell_unnamed(index)
    return 1 if query.mistakes else 0


def _written(form: str, library: Library, index: Index, found: Sequence[FoundName]) -> Iterator[str]:
    from newsreader.exports import text

    match form:
        case "table":
            yield from _table(found)
        case "json":
            yield text.dumps([_record(each) | _known(library, index, each) for each in found], indent=1) + "\n"
        case "jsonl":
            yield from (text.dumps(_record(each) | _known(library, index, each)) + "\n" for each in found)
        case _:
            rows = (_record(each) | {"aliases": "; ".join(each.forms)} for each in found)
            yield text.rows([COLUMNS, *([row[name] for name in COLUMNS] for row in rows)])


def _said(
    library: Library, index: Index, found: Sequence[FoundName], condition: Condition | None
) -> Iterator[dict[str, object]]:
    """The mentions of names as records, name by name."""
    from newsreader.dossier.gather import mentions

    for each in found:
        thing = index.things.of(each.id)
        for mention in mentions(library, index, thing, condition) if thing else ():
            yield {
                "id": each.id,
                "category": each.category.value,
                "name": each.name,
                "article": mention.source.id,
                "title": mention.source.title,
                "day": mention.source.day,
                "start": mention.start,
                "end": mention.end,
                "text": mention.words,
                "sentence": mention.text,
            }


def _mentions(form: str, records: Iterator[dict[str, object]]) -> Iterator[str]:
    from newsreader.exports import text
    from newsreader.sanitise import printable

    match form:
        case "table":
            for each in records:
                yield printable(f"{each['day']}  {each['name']}: {each['sentence']}") + "\n"
        case "json":
            yield text.dumps([*records], indent=1) + "\n"
        case "jsonl":
            yield from (text.dumps(each) + "\n" for each in records)
        case _:
            yield text.rows([MENTION_COLUMNS])
            for each in records:
                yield text.rows([[text.cell(each[name]) for name in MENTION_COLUMNS]])


def _record(found: FoundName) -> dict[str, object]:
    record = asdict(found)
    return {name: record["forms" if name == "aliases" else name] for name in COLUMNS}


def _known(library: Library, index: Index, found: FoundName) -> dict[str, object]:
    """What is known of a name from elsewhere, as a field of its record."""
    from newsreader.dossier.knowing import known

    thing = index.things.of(found.id)
    things = known(library, index, thing, found.first or "") if thing else ()
    return {"known": [{"source": each.source, "id": each.thing.id, "doubt": each.doubt} for each in things]}


def _table(found: Sequence[FoundName]) -> Iterator[str]:
    from newsreader.cli.printing import aligned
    from newsreader.sanitise import printable

    if not found:
        yield "No names.\n"
        return
    rows = [
        (
            each.category.value,
            printable(each.name),
            str(each.articles),
            str(each.mentions),
            each.last or "",
            printable(", ".join(each.forms[:_MOST_ALIASES])),
        )
        for each in found
    ]
    yield "\n".join(aligned([("Category", "Name", "Articles", "Mentions", "Last", "Also"), *rows])) + "\n"
