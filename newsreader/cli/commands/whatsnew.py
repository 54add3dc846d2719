"""`newsreader whatsnew`: names that are new or have risen, watched names, and stories that grew."""

from __future__ import annotations

from typing import TYPE_CHECKING

from newsreader.cli import arguments

if TYPE_CHECKING:
    import argparse
    from collections.abc import Iterator

    from newsreader.dossier.news import News
    from newsreader.index.lately import Counted
    from newsreader.store.library import Library

FORMATS = ("table", "markdown", "json")


def add_parser(subparsers: argparse._SubParsersAction[argparse.ArgumentParser]) -> None:
    """Add `whatsnew`."""
    parser = subparsers.add_parser(
        "whatsnew",
        help="print what is new since the last visit: names, and stories that grew",
        description="Print what is new in the library since the last visit, or since a day: names that no article had "
        "before, names in more articles than usual, the names that you watch, and stories that grew. Names are found "
        "by “index”.",
        allow_abbrev=False,
    )
    parser.add_argument("--since", metavar="DAY", help="a day, or an age such as 2d, in place of the last visit")
    parser.add_argument("--format", choices=FORMATS, default="table", help="default: table")
    parser.add_argument(
        "--limit", type=arguments.limit, default=20, metavar="N", help="at most so many of each; default: 20"
    )
    arguments.add_settings(parser, "config")


def run(args: argparse.Namespace) -> int:
    """Print it."""
    from newsreader.cli import indexed, printing
    from newsreader.dossier.news import news

    with indexed.opened(check=False) as (library, index):
        found = news(library, index, _moment(args.since, library))
        if args.format != "table":
            printing.write_utf8()
        printing.stream(_written(args.format, found, args.limit))
        indexed.tell_unnamed(index)
    return 0


def _moment(since: str | None, library: Library) -> str:
    """The moment from which on all is new. Raises `CommandError` for a day that is none."""
    from datetime import date

    from newsreader.cli.problems import CommandError
    from newsreader.dossier.news import EVER, last_visit
    from newsreader.query.days import day_of_age

    if since is None:
        return last_visit(library) or EVER
    day = day_of_age(since, date.today())
    if day is None:
        raise CommandError("Say since when as a day such as 2024-06-19 or an age such as 2d.")
    return f"{day}T00:00:00"


def _written(form: str, found: News, limit: int) -> Iterator[str]:
    if form == "json":
        yield _json(found, limit)
    else:
        yield from (_markdown if form == "markdown" else _table)(found, limit)


def _json(found: News, limit: int) -> str:
    from dataclasses import asdict

    from newsreader.exports import text

    record = {
        "since": found.since,
        "articles": found.articles,
        "new": [_record(each) for each in found.new[:limit]],
        "risen": [
            {**_record(each.counted), "expected": round(each.rise.expected, 2), "chance": each.rise.chance}
            for each in found.risen[:limit]
        ],
        "searches": [
            {"name": each.search.name, "query": each.search.query, **asdict(each.rise)}
            for each in found.searches[:limit]
        ],
        "watched": [_record(each) for each in found.watched[:limit]],
        "grown": [asdict(each) for each in found.grown[:limit]],
    }
    return f"{text.dumps(record, indent=1)}\n"


def _record(counted: Counted) -> dict[str, object]:
    thing = counted.thing
    return {"id": thing.id, "category": thing.category.value, "name": thing.name, "articles": counted.articles}


def _table(found: News, limit: int) -> Iterator[str]:
    from newsreader.cli.printing import aligned
    from newsreader.dossier.news_words import head, sections
    from newsreader.sanitise import printable

    yield f"{head(found)}\n"
    for each in sections(found, limit):
        rows = [(each.heading, ""), *((printable(item.name), item.much) for item in each.items)]
        yield "\n" + "\n".join(aligned(rows)) + "\n"


def _markdown(found: News, limit: int) -> Iterator[str]:
    from newsreader.dossier.news_words import head, sections
    from newsreader.exports.dossier.markdown import plain

    yield f"{head(found)}\n"
    for each in sections(found, limit):
        yield f"\n## {each.heading}\n\n"
        yield from (f"- {plain(item.name)}: {item.much}\n" for item in each.items)
