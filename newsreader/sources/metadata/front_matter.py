"""Reads front matter: `key: value` lines between two lines of `---` at the head of a text or Markdown file."""

from __future__ import annotations

import re

from newsreader import languages
from newsreader.article import Metadata

_BLOCK = re.compile(r"\s*---[ ]*\n(?P<lines>(?:(?!---[ ]*$).*\n){1,60}?)(?:---|\.\.\.)[ ]*(?:\n|\Z)", re.MULTILINE)
_ENTRY = re.compile(r"(?P<key>[A-Za-z][\w -]*?)\s*:(?:\s+(?P<value>.*))?")
_ITEM = re.compile(r"\s*-\s+(?P<value>.+)")
_FIELDS = {
    "title": ("title", "headline"),
    "byline": ("byline", "author", "authors", "by"),
    "source": ("source", "publication", "publisher", "site", "newspaper"),
    "agency": ("agency",),
    "place": ("place", "dateline", "location"),
    "published": ("published", "date", "publication date", "pubdate", "publish date", "datepublished"),
    "url": ("url", "link", "permalink", "canonical", "source url"),
    "language": ("language", "lang"),
}
"""The fields of `Metadata` and the keys that give them, first come first."""

FROM = "the file’s front matter"
"""What `Metadata.published_from` says of a date from here."""


def read_front_matter(text: str) -> tuple[Metadata, int]:
    """Return what the front matter of `text` says and the offset where the text after it begins (0 without any).

    A block without a single key that is known is a part of the text. A date that is none is not taken.
    """
    match = _BLOCK.match(text)
    entries = _entries(match["lines"]) if match else {}
    values = {field: _first(entries, keys) for field, keys in _FIELDS.items()}
    if match is None or not any(values.values()):
        return Metadata(), 0
    published = languages.press_of(values["language"]).day(values.pop("published") or "")
    source = values["source"]
    if source and re.match(r"https?://", source):
        values |= {"source": None, "url": values["url"] or source}
    return Metadata(**values, published=published, published_from=FROM if published else None), match.end()


def _entries(lines: str) -> dict[str, str]:
    """Return the keys in lower case with their values; the items of a list are joined by commas."""
    entries: dict[str, str] = {}
    key = ""
    for line in lines.splitlines():
        if (item := _ITEM.fullmatch(line)) and key:
            entries[key] = ", ".join(filter(None, [entries[key], _unquoted(item["value"])]))
        elif entry := _ENTRY.fullmatch(line.rstrip()):
            key = re.sub(r"[ _-]+", " ", entry["key"].lower())
            entries[key] = _value(entry["value"] or "")
    return entries


def _value(written: str) -> str:
    written = written.strip()
    if written.startswith("[") and written.endswith("]"):
        return ", ".join(_unquoted(part) for part in written[1:-1].split(","))
    return _unquoted(written)


def _unquoted(written: str) -> str:
    written = written.strip()
    return written[1:-1] if len(written) > 1 and written[0] == written[-1] and written[0] in "\"'" else written


def _first(entries: dict[str, str], keys: tuple[str, ...]) -> str | None:
    return next((entries[key] for key in keys if entries.get(key)), None)
