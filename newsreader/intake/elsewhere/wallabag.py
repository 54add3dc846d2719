"""Wallabag: the JSON of its export, with the texts of its articles and notes on them."""

from __future__ import annotations

import json
import re
from typing import TYPE_CHECKING, Any

from newsreader.exports.annotations.imported import ImportedAnnotation
from newsreader.intake.elsewhere.items import NO_ADDRESS, LeftOut, SavedArticle, labels, line, web_address
from newsreader.intake.elsewhere.moments import day, moment, stamp
from newsreader.intake.elsewhere.program import Program
from newsreader.sources.decode import beginning
from newsreader.sources.errors import SourceError

if TYPE_CHECKING:
    from collections.abc import Iterator

    from newsreader.intake.elsewhere.bundle import Bundle
    from newsreader.intake.elsewhere.items import Item

_START = re.compile(r'\s*\[\s*\{.{0,60000}?"is_archived"\s*:', re.DOTALL)
_OPENED, _BETWEEN, _CLOSED = re.compile(r"\s*\["), re.compile(r"[\s,]*"), re.compile(r"\s*\]")
_NO_ENTRY = "entry that is none of Wallabag", "entries that are none of Wallabag"


def _read(bundle: Bundle) -> Iterator[Item]:
    return map(_item, _entries(bundle))


def _entries(bundle: Bundle) -> Iterator[Any]:
    """The elements of the list that the file is, one by one: all of them at once would take gigabytes."""
    text = bundle.text()
    at = _OPENED.match(text)
    if at is None:
        raise SourceError(f"{bundle.called} is no export of Wallabag.")
    place, decoder = at.end(), json.JSONDecoder()
    while not _CLOSED.match(text, place):
        try:
            entry, place = decoder.raw_decode(text, _BETWEEN.match(text, place).end())  # type: ignore[union-attr]
        except (ValueError, RecursionError) as error:
            raise SourceError(f"{bundle.called} is cut or damaged: {error}. What stands before is taken.") from error
        yield entry


def _item(entry: Any) -> Item:
    if not isinstance(entry, dict):
        return LeftOut(*_NO_ENTRY)
    address = web_address(entry.get("url")) or web_address(entry.get("given_url"))
    if address is None:
        return LeftOut(*NO_ADDRESS)
    content = entry.get("content")
    authors = entry.get("published_by")
    return SavedArticle(
        address=address,
        title=line(entry.get("title")) or "",
        byline=", ".join(labels(authors)) or None if isinstance(authors, list) else None,
        html=content if isinstance(content, str) else "",
        published=day(entry.get("published_at")),
        added=moment(entry.get("created_at")),
        read=_is_set(entry.get("is_archived")),
        starred=_is_set(entry.get("is_starred")),
        tags=labels(_tags(entry.get("tags"))),
        annotations=tuple(_notes(entry.get("annotations"), address)),
    )


def _is_set(value: object) -> bool:
    """Older exports have numbers, newer ones truth values."""
    return value in (True, 1, "1")


def _tags(given: object) -> Iterator[object]:
    """Words, or objects with a label."""
    for each in given if isinstance(given, list) else ():
        yield each.get("label") if isinstance(each, dict) else each


def _notes(given: object, address: str) -> Iterator[ImportedAnnotation]:
    for each in given if isinstance(given, list) else ():
        if isinstance(each, dict) and (each.get("quote") or each.get("text")):
            quote, text = (each.get(name) if isinstance(each.get(name), str) else "" for name in ("quote", "text"))
            yield ImportedAnnotation(
                f"wallabag:{address}:{each.get('id')}:{quote}",
                text=text or "",
                quote=quote or "",
                colour="yellow",
                written=stamp(each.get("created_at")),
                changed=stamp(each.get("updated_at")),
            )


def _is_wallabag(bundle: Bundle) -> bool:
    return bundle.is_single and _START.match(beginning(bundle.head)) is not None


PROGRAM = Program("wallabag", "an export of Wallabag", _is_wallabag, _read)
