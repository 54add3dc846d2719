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
    from newsreader.query.days import day_of_age
    from newsreader.store.records import LAST_VISIT

    if since is None:
        return _known(library.setting(LAST_VISIT)) or "0001-01-01T00:00:00"
    day = day_of_age(since, date.today())
    if day is None:
        raise CommandError("Say since when as a day such as 2024-06-19 or an age such as 2d.")
    return f"{day}T00:00:00"


def _known(moment: str | None) -> str | None:
    """The moment, if it is one: a damaged setting is as none."""
    from datetime import date

    try:
        return moment and f"{date.fromisoformat(moment[:10])}{moment[10:]}"
    except ValueError:
        return None


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
            {**_record(each.counted), "expected": round(each.expected, 2), "chance": each.chance}
            for each in found.risen[:limit]
        ],
        "watched": [_record(each) for each in found.watched[:limit]],
        "grown": [asdict(each) for each in found.grown[:limit]],
    }
    return f"{text.dumps(record, indent=1)}\n"


def _record(counted: Counted) -> dict[str, object]:
    thing = counted.thing
    return {"id": thing.id, "category": thing.category.value, "name": thing.name, "articles": counted.articles}


def _sections(found: News, limit: int) -> list[tuple[str, list[tuple[str, str]]]]:
    """What is new in words: headings, and for each a list of what and how much."""
    sections = [
        ("Watched", [(each.thing.name, _articles(each.articles)) for each in found.watched[:limit]]),
        (
            "Risen",
            [
                (each.counted.thing.name, f"{_articles(each.counted.articles)}, usually {each.expected:.1f}")
                for each in found.risen[:limit]
            ],
        ),
        ("New names", [(each.thing.name, _articles(each.articles)) for each in found.new[:limit]]),
        ("Stories that grew", [(each.title, f"{each.new} of {each.articles} new") for each in found.grown[:limit]]),
    ]
    return [each for each in sections if each[1]]


def _articles(count: int) -> str:
    return "1 article" if count == 1 else f"{count} articles"


def _head(found: News) -> str:
    since = "" if found.since < "0002" else f" since {found.since[:10]}"
    return f"{_articles(found.articles)} came in{since}."


def _table(found: News, limit: int) -> Iterator[str]:
    from newsreader.cli.printing import aligned
    from newsreader.sanitise import printable

    yield f"{_head(found)}\n"
    for heading, rows in _sections(found, limit):
        yield "\n" + "\n".join(aligned([(heading, ""), *((printable(what), much) for what, much in rows)])) + "\n"


def _markdown(found: News, limit: int) -> Iterator[str]:
    from newsreader.exports.dossier.markdown import plain

    yield f"{_head(found)}\n"
    for heading, rows in _sections(found, limit):
        yield f"\n## {heading}\n\n"
        yield from (f"- {plain(what)}: {much}\n" for what, much in rows)
