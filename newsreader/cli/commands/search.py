"""`newsreader search`: finds articles of the library by words, names, days and what is known of them."""

from __future__ import annotations

from contextlib import contextmanager
from typing import TYPE_CHECKING

from newsreader.cli import arguments
from newsreader.cli.problems import quick
from newsreader.counting import counted

if TYPE_CHECKING:
    import argparse
    from collections.abc import Iterator, Sequence

    from newsreader.index.found import FoundArticle
    from newsreader.index.index import Index
    from newsreader.store.library import Library

FORMATS = ("table", "json", "jsonl", "csv", "ids")
ORDERS = ("newest", "oldest", "relevance", "added", "title")


def add_parser(subparsers: argparse._SubParsersAction[argparse.ArgumentParser]) -> None:
    """Add `search`."""
    parser = subparsers.add_parser(
        "search",
        help="find articles of the library",
        description="Find articles of the library. A query has words, “phrases”, OR, - for what is not wanted, and "
        "fields such as person:, on: and published: (docs/queries.md). Without one, all articles are listed.",
        allow_abbrev=False,
    )
    parser.add_argument("query", nargs="*", metavar="QUERY", help="what to find; several words are one query")
    parser.add_argument("--format", choices=FORMATS, default="table", help="default: table")
    parser.add_argument("--sort", choices=ORDERS, help="default: what “sort:” in the query says, else newest")
    parser.add_argument(
        "--limit", type=arguments.limit, default=50, metavar="N", help="at most so many articles; default: 50"
    )
    parser.add_argument("--explain", action="store_true", help="say in words what the query asks for")
    arguments.add_settings(parser, "config")


@quick
def run(args: argparse.Namespace) -> int:
    """Find them."""
    from newsreader.cli import indexed, printing
    from newsreader.index.found import Order
    from newsreader.query.conditions import fields_of

    query = indexed.query(" ".join(args.query))
    if args.explain:
        from newsreader.query.explaining import explain

        indexed.told(explain(query))
    if query.mistakes and query.condition is None:
        return 1  # what was meant is not all articles
    order = Order(args.sort or query.order or Order.NEWEST)
    with _opened(args.format) as (library, index):
        found = index.search.articles(query.condition, order, args.limit)
        if library is not None:
            from newsreader.cli import found_records

            printing.write_utf8()
            printing.stream(found_records.written(args.format, library, found, query.condition))
        elif args.format == "ids":
            printing.write_utf8()
            printing.stream(f"{indexed.name(each)}\n" for each in found)
        else:
            count = index.search.count(query.condition) if len(found) == args.limit else len(found)
            printing.stream(_table(found, count))
        if fields_of(query.condition) & indexed.OF_NAMES:
            indexed.tell_unnamed(index)
    return 1 if query.mistakes else 0


@contextmanager
def _opened(form: str) -> Iterator[tuple[Library | None, Index]]:
    """The index, with the library where the format has more of an article than the index."""
    from newsreader.cli import indexed

    if form in ("table", "ids"):
        with indexed.asked() as index:
            yield None, index
    else:
        with indexed.opened(check=False, lasting=False) as opened:
            yield opened


def _table(found: Sequence[FoundArticle], count: int) -> Iterator[str]:
    from newsreader.cli import indexed
    from newsreader.cli.printing import aligned
    from newsreader.sanitise import printable

    if found:
        rows = [
            (indexed.name(each), each.published or "", printable(each.source or ""), _title(each)) for each in found
        ]
        yield "\n".join(aligned([("Article", "Published", "Source", "Title"), *rows])) + "\n"
    shown = f", {len(found):,} of them shown" if count > len(found) else ""
    yield f"{counted(count, 'article')}{shown}.\n"


def _title(found: FoundArticle) -> str:
    from newsreader.sanitise import printable

    return printable(found.title or found.location or "Untitled")
