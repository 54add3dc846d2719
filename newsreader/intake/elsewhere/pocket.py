"""Pocket: the tables of its export (a zip, or the CSV files in it), and the page `ril_export.html` of earlier years."""

from __future__ import annotations

import json
import re
from html.parser import HTMLParser
from typing import TYPE_CHECKING, Any

from newsreader.exports.annotations.imported import ImportedAnnotation
from newsreader.intake.elsewhere.items import NO_ADDRESS, LeftOut, SavedArticle, labels, line, web_address
from newsreader.intake.elsewhere.moments import moment, stamp
from newsreader.intake.elsewhere.program import Program
from newsreader.intake.elsewhere.tables import heading, rows
from newsreader.sources.decode import beginning
from newsreader.sources.errors import SourceError

if TYPE_CHECKING:
    from collections.abc import Iterator

    from newsreader.intake.elsewhere.bundle import Bundle
    from newsreader.intake.elsewhere.items import Item

_COLUMNS = frozenset(("title", "url", "time_added", "status"))
_PAGE = re.compile(r"<title>\s*Pocket Export\s*</title>", re.IGNORECASE)
_READ = frozenset(("archive", "archived", "read"))
_DAMAGED = "file of highlights that cannot be read", "files of highlights that cannot be read"


def _read(bundle: Bundle) -> Iterator[Item]:
    if bundle.is_single and _PAGE.search(beginning(bundle.head)):
        yield from _page(bundle.text())
        return
    if bundle.is_single:
        yield from _table(bundle, "", {})
        return
    tables = bundle.ending(".csv")
    if not tables:
        raise SourceError(f"{bundle.called} has no table of Pocket in it.")
    highlights: dict[str, tuple[ImportedAnnotation, ...]] = {}
    for name in (each for each in bundle.ending(".json") if "annotations/" in each):
        try:
            highlights |= _highlights(json.loads(bundle.text(name)))
        except (ValueError, RecursionError):
            yield LeftOut(*_DAMAGED)
    for name in tables:
        yield from _table(bundle, name, highlights)


def _table(bundle: Bundle, name: str, highlights: dict[str, tuple[ImportedAnnotation, ...]]) -> Iterator[Item]:
    for row in rows(bundle, name):
        tags = re.split(r"[|]", row.get("tags", ""))
        status = row.get("status", "").casefold()
        found = _saved(row.get("url", ""), row.get("title", ""), row.get("time_added", ""), tags, status in _READ)
        if isinstance(found, SavedArticle) and found.address in highlights:
            yield SavedArticle(**{**_values(found), "annotations": highlights[found.address]})
        else:
            yield found


def _values(article: SavedArticle) -> dict[str, Any]:
    return {name: getattr(article, name) for name in SavedArticle.__slots__}


def _saved(address: str, title: str, added: str, tags: list[str], read: bool) -> Item:
    found = web_address(address)
    if found is None:
        return LeftOut(*NO_ADDRESS)
    named = line(title) or ""
    return SavedArticle(
        address=found,
        title="" if named == found else named,  # Pocket has the address where it knows no title
        added=moment(added),
        tags=labels(tags),
        read=read,
    )


def _highlights(document: Any) -> dict[str, tuple[ImportedAnnotation, ...]]:
    """By the address of the article: `[{"url": …, "highlights": [{"quote": …, "created_at": …}]}]`."""
    found: dict[str, tuple[ImportedAnnotation, ...]] = {}
    for each in document if isinstance(document, list) else [document]:
        address = web_address(each.get("url")) if isinstance(each, dict) else None
        listed = each.get("highlights") if address else None
        if address and isinstance(listed, list):
            quotes = [one for one in listed if isinstance(one, dict) and isinstance(one.get("quote"), str)]
            found[address] = tuple(_highlight(address, one) for one in quotes)
    return found


def _highlight(address: str, one: dict[str, Any]) -> ImportedAnnotation:
    return ImportedAnnotation(
        f"pocket:{address}:{one['quote']}", quote=one["quote"], written=stamp(one.get("created_at")), colour="yellow"
    )


class _Links(HTMLParser):
    """The links of the page, each under its heading."""

    def __init__(self) -> None:
        super().__init__()
        self.found: list[Item] = []
        self._heading: str | None = None
        self._is_read = False
        self._open: dict[str, str] | None = None
        self._text: list[str] = []

    def handle_starttag(self, tag: str, attrs: list[tuple[str, str | None]]) -> None:
        if tag == "h1":
            self._heading = ""
        elif tag == "a":
            self._open = {name: value or "" for name, value in attrs}
            self._text = []

    def handle_data(self, data: str) -> None:
        if self._heading is not None:
            self._heading += data
        elif self._open is not None:
            self._text.append(data)

    def handle_endtag(self, tag: str) -> None:
        if tag == "h1" and self._heading is not None:
            self._is_read = "archive" in self._heading.casefold()
            self._heading = None
        elif tag == "a" and self._open is not None:
            of, self._open = self._open, None
            tags = of.get("tags", "").split(",")
            self.found.append(
                _saved(of.get("href", ""), "".join(self._text), of.get("time_added", ""), tags, self._is_read)
            )


def _page(text: str) -> Iterator[Item]:
    links = _Links()
    links.feed(text)
    links.close()
    yield from links.found


def _is_pocket(bundle: Bundle) -> bool:
    if bundle.is_single:
        return (heading(bundle.head)[:8] and set(heading(bundle.head)) >= _COLUMNS) or bool(
            _PAGE.search(beginning(bundle.head))
        )
    return bool(bundle.ending(".csv", beginning="part_"))


PROGRAM = Program("pocket", "an export of Pocket", _is_pocket, _read)
