"""JSON Feed, 1.0 and 1.1."""

from __future__ import annotations

import json
from typing import Any

from newsreader.sources.errors import SourceError
from newsreader.sources.feeds.markup import absolute, as_html, plain_title
from newsreader.sources.feeds.model import MOST_ENTRIES, Entry, ParsedFeed


def parse(text: str, called: str, url: str) -> ParsedFeed:
    """Return what a feed says that came from `url`. Raises `SourceError` with a sentence about what is `called` so."""
    try:
        feed = json.loads(text)
    except (ValueError, RecursionError) as error:
        raise SourceError(f"{called} is damaged: it is not JSON ({error}).") from error
    items = feed.get("items") if isinstance(feed, dict) else None
    if not isinstance(items, list):
        raise SourceError(f"{called} is JSON, but no feed: look for the address of the feed on its site.")
    site = absolute(_text(feed, "home_page_url"), url)
    base = site or url
    entries = [_entry(each, base, _text(feed, "language")) for each in items[:MOST_ENTRIES] if isinstance(each, dict)]
    kept = tuple(entry for entry in entries if entry.says_anything)
    lost = len(items) - len(kept)
    problem = f"{lost} of the {len(items)} articles of the feed say nothing, or are damaged." if lost else ""
    return ParsedFeed(plain_title(as_html(_text(feed, "title"))), site, kept, problem)


def _entry(item: dict[str, Any], base: str, language: str) -> Entry:
    address = absolute(_text(item, "url"), base) or absolute(_text(item, "external_url"), base)
    return Entry(
        guid=_text(item, "id"),
        address=address,
        title=as_html(_text(item, "title")),
        content=_text(item, "content_html") or as_html(_text(item, "content_text")),
        summary=as_html(_text(item, "summary")),
        author=_authors(item),
        published=_text(item, "date_published") or _text(item, "date_modified"),
        language=_text(item, "language") or language,
        base=address or base,
    )


def _text(thing: dict[str, Any], name: str) -> str:
    value = thing.get(name)
    if isinstance(value, int | float) and not isinstance(value, bool):
        return str(value)
    return value.strip() if isinstance(value, str) else ""


def _authors(item: dict[str, Any]) -> str:
    several = item.get("authors")
    one = item.get("author")
    found = [each for each in (several if isinstance(several, list) else [one]) if isinstance(each, dict)]
    return ", ".join(filter(None, (_text(each, "name") for each in found[:20])))
