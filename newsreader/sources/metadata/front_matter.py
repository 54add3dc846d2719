"""Reads front matter at the head of a text or Markdown file, in the three ways in which programs write it.

Between two lines of `---` it is YAML, between `+++` TOML, and an object in braces is JSON. YAML is read by its lines
(`yaml_lines`), as much of it as people write by hand is none.
"""

from __future__ import annotations

import re
from datetime import date
from typing import TYPE_CHECKING, Any

from newsreader import languages
from newsreader.article import Metadata
from newsreader.sources.metadata.yaml_lines import yaml_entries

if TYPE_CHECKING:
    from collections.abc import Callable

_LONGEST = 20_000
"""Code points of front matter; most has a few hundred."""

_YAML = re.compile(r"\s*---[ ]*\n(?P<lines>(?:(?!---[ ]*$).*\n){1,60}?)(?:---|\.\.\.)[ ]*(?:\n|\Z)", re.MULTILINE)
_TOML = re.compile(r"\s*\+\+\+[ ]*\n(?P<lines>(?:(?!\+\+\+[ ]*$).*\n){1,200}?)\+\+\+[ ]*(?:\n|\Z)", re.MULTILINE)
_JSON = re.compile(r"\s*\{\s*\"")
_LINE_END = re.compile(r"[ ]*(?:\n|\Z)")
_WIKI_LINK = re.compile(r"\[\[(?:[^\[\]|]*\|)?([^\[\]|]*)\]\]")
_FIELDS = {
    "title": ("title", "headline"),
    "byline": ("byline", "author", "authors", "by", "creator"),
    "source": ("source", "publication", "publisher", "site", "newspaper"),
    "agency": ("agency",),
    "place": ("place", "dateline", "location"),
    "published": (
        "published",
        "publishdate",
        "date",
        "publication date",
        "pubdate",
        "publish date",
        "datepublished",
        "date published",
    ),
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
    entries, end = next(filter(None, (read(text) for read in _READERS)), ({}, 0))
    flat = {re.sub(r"[ _-]+", " ", key.lower()): _line(value) for key, value in entries.items()}
    values = {field: _first(flat, keys) for field, keys in _FIELDS.items()}
    if not any(values.values()):
        return Metadata(), 0
    published = languages.press_of(values["language"]).day(values.pop("published") or "")
    source = values["source"]
    if source and re.match(r"https?://", source):
        values |= {"source": None, "url": values["url"] or source}
    return Metadata(**values, published=published, published_from=FROM if published else None), end


def _read_yaml(text: str) -> tuple[dict[str, Any], int] | None:
    match = _YAML.match(text)
    return (dict(yaml_entries(match["lines"])), match.end()) if match and match.end() <= _LONGEST else None


def _read_toml(text: str) -> tuple[dict[str, Any], int] | None:
    match = _TOML.match(text)
    if match is None or match.end() > _LONGEST:
        return None
    import tomllib

    try:
        return tomllib.loads(match["lines"]), match.end()
    except (tomllib.TOMLDecodeError, RecursionError):
        return None


def _read_json(text: str) -> tuple[dict[str, Any], int] | None:
    match = _JSON.match(text)
    if match is None:
        return None
    import json

    start = text.index("{")
    try:
        entries, length = json.JSONDecoder(strict=False).raw_decode(text[start : start + _LONGEST])
    except (ValueError, RecursionError):
        return None
    end = _LINE_END.match(text, start + length)
    return (entries, end.end()) if end else None


_READERS: tuple[Callable[[str], tuple[dict[str, Any], int] | None], ...] = (_read_yaml, _read_toml, _read_json)


def _line(value: Any) -> str:
    """Return a value as one line: the items of a list with commas between them, of an object its name."""
    if isinstance(value, list):
        return ", ".join(filter(None, map(_line, value)))
    if isinstance(value, dict):
        return next((_line(value[key]) for key in ("name", "title", "display") if value.get(key)), "")
    if isinstance(value, date):
        return value.isoformat()
    return _WIKI_LINK.sub(r"\1", str(value)).strip() if isinstance(value, str) else ""


def _first(entries: dict[str, str], keys: tuple[str, ...]) -> str | None:
    return next((entries[key] for key in keys if entries.get(key)), None)
