"""`newsreader search`: finds articles of the library by words, names, days and what is known of them."""

from __future__ import annotations

from dataclasses import dataclass
from typing import TYPE_CHECKING

from newsreader.cli import arguments

if TYPE_CHECKING:
    import argparse
    from collections.abc import Iterable, Iterator, Sequence

    from newsreader.article import Article
    from newsreader.index.found import FoundArticle
    from newsreader.query.conditions import Condition
    from newsreader.store.library import Library

FORMATS = ("table", "json", "jsonl", "csv", "ids")
ORDERS = ("newest", "oldest", "relevance", "added", "title")
COLUMNS = ("id", "title", "source", "published", "added", "url", "path", "state", "snippet")
AROUND = 70
"""Code points of a snippet on either side of the first word that was found."""


@dataclass(frozen=True, slots=True)
class Snippet:
    """A piece of an article's text with the words that were sought."""

    text: str
    start: int
    """Where it begins in the article's text, in code points."""
    marks: tuple[tuple[int, int], ...]
    """Where the words stand in the article's text, end exclusive."""


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


def run(args: argparse.Namespace) -> int:
    """Find them."""
    from newsreader.cli import indexed, printing
    from newsreader.index.found import Order
    from newsreader.query.conditions import fields_of
    from newsreader.query.explaining import explain

    query = indexed.query(" ".join(args.query))
    if args.explain:
        indexed.told(explain(query))
    with indexed.opened(check=False, lasting=False) as (library, index):
        found = index.search.articles(query.condition, Order(args.sort or query.order or Order.NEWEST), args.limit)
        if args.format == "table":
            count = index.search.count(query.condition) if len(found) == args.limit else len(found)
            printing.stream(_table(found, count))
        else:
            printing.write_utf8()
            printing.stream(_written(args.format, library, found, query.condition))
        if fields_of(query.condition) & indexed.OF_NAMES:
            indexed.tell_unnamed(index)
    return 1 if query.mistakes else 0


def _table(found: Sequence[FoundArticle], count: int) -> Iterator[str]:
    from newsreader.cli.printing import aligned
    from newsreader.sanitise import printable

    if found:
        rows = [(_name(each), each.published or "", printable(each.source or ""), _title(each)) for each in found]
        yield "\n".join(aligned([("Article", "Published", "Source", "Title"), *rows])) + "\n"
    shown = f", {len(found)} of them shown" if count > len(found) else ""
    yield f"{count} {'article' if count == 1 else 'articles'}{shown}.\n"


def _name(found: FoundArticle) -> str:
    """What the article can be opened by."""
    return f"library:{found.id}"


def _title(found: FoundArticle) -> str:
    from newsreader.sanitise import printable

    return printable(found.title or found.location or "Untitled")


def _written(form: str, library: Library, found: Iterable[FoundArticle], condition: Condition | None) -> Iterator[str]:
    from newsreader.exports import text

    if form == "ids":
        yield from (f"{_name(each)}\n" for each in found)
        return
    records = (_record(library, each, condition) for each in found)
    match form:
        case "jsonl":
            yield from (text.dumps(each) + "\n" for each in records)
        case "json":
            yield text.dumps(list(records), indent=1) + "\n"
        case _:
            yield text.rows([COLUMNS, *([_cell(each[name]) for name in COLUMNS] for each in records)])


def _cell(value: object) -> object:
    from newsreader.sanitise import printable

    shown = value["text"] if isinstance(value, dict) else value
    return printable(shown) if isinstance(shown, str) else shown


def _record(library: Library, found: FoundArticle, condition: Condition | None) -> dict[str, object]:
    from newsreader.article import OriginKind
    from newsreader.cli import indexed

    article = library.stored(indexed.known(library, found.id))
    where = article.origin
    snippet = _snippet(article, condition)
    return {
        "id": _name(found),
        "title": found.title,
        "source": found.source,
        "published": found.published,
        "added": found.added,
        "url": article.metadata.url or (where.location if where.kind is OriginKind.URL else None),
        "path": where.name if where.kind is OriginKind.FILE else None,
        "state": found.state,
        "snippet": snippet and {"text": snippet.text, "start": snippet.start, "marks": [*map(list, snippet.marks)]},
    }


def _snippet(article: Article, condition: Condition | None) -> Snippet | None:
    """The surroundings of the first word that was sought; None if the query has no words, or only the title has."""
    from newsreader.query.places import places

    found = [*places(condition, article.text)]
    if not found:
        return None
    start = _at_blank(article.text, max(0, found[0][0] - AROUND), 1)
    end = _at_blank(article.text, min(len(article.text), found[0][1] + AROUND), -1)
    marks = tuple((first, last) for first, last in found if start <= first and last <= end)
    return Snippet(" ".join(article.text[start:end].split("\n")), start, marks)


def _at_blank(text: str, at: int, step: int) -> int:
    """The next place by a blank, within reach."""
    for moved in range(at, at + step * AROUND // 3, step):
        if not 0 < moved < len(text) or text[moved - (step > 0)].isspace():
            return moved
    return at
