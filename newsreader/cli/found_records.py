"""Found articles as records for other programs, with the piece of each that shows what was found."""

from __future__ import annotations

from typing import TYPE_CHECKING

from newsreader.article import OriginKind
from newsreader.cli import indexed
from newsreader.exports import text
from newsreader.query.snippets import snippet
from newsreader.sanitise import printable

if TYPE_CHECKING:
    from collections.abc import Iterable, Iterator

    from newsreader.index.found import FoundArticle
    from newsreader.query.conditions import Condition
    from newsreader.store.library import Library

COLUMNS = ("id", "title", "source", "published", "added", "url", "path", "state", "snippet")


def written(form: str, library: Library, found: Iterable[FoundArticle], condition: Condition | None) -> Iterator[str]:
    """They in `json`, `jsonl` or `csv`, piece by piece."""
    records = (_record(library, each, condition) for each in found)
    match form:
        case "jsonl":
            yield from (text.dumps(each) + "\n" for each in records)
        case "json":
            yield text.dumps(list(records), indent=1) + "\n"
        case _:
            yield text.rows([COLUMNS, *([_cell(each[name]) for name in COLUMNS] for each in records)])


def _cell(value: object) -> object:
    shown = value["text"] if isinstance(value, dict) else value
    return printable(shown) if isinstance(shown, str) else shown


def _record(library: Library, found: FoundArticle, condition: Condition | None) -> dict[str, object]:
    article = library.stored(indexed.known(library, found.id))
    where = article.origin
    shown = snippet(condition, article.text)
    return {
        "id": indexed.name(found),
        "title": found.title,
        "source": found.source,
        "published": found.published,
        "added": found.added,
        "url": article.metadata.url or (where.location if where.kind is OriginKind.URL else None),
        "path": where.name if where.kind is OriginKind.FILE else None,
        "state": found.state,
        "snippet": shown and {"text": shown.text, "start": shown.start, "marks": [*map(list, shown.marks)]},
    }
