"""What of an article stands in its row, and what identifies it."""

from __future__ import annotations

import os
from dataclasses import fields
from datetime import date
from typing import TYPE_CHECKING, Any

from newsreader.addresses import without_password
from newsreader.article import Article, Metadata, Origin, OriginKind
from newsreader.store.sql.kept_values import Key, day_of, storable

if TYPE_CHECKING:
    from collections.abc import Sequence

METADATA = tuple(field.name for field in fields(Metadata))
COLUMNS = ("kind", "location", *METADATA)
"""What `row_of` has, in this order."""


def identify(article: Article) -> Key:
    """An article is its file (symbolic links followed) or its URL (without fragment) and its part, else its text."""
    origin = article.origin
    if origin.kind in (OriginKind.FILE, OriginKind.URL) and origin.location:
        return key_of(origin)
    return f"text:{article.sha256}"


def key_of(origin: Origin) -> Key:
    """What identifies the article at a path or URL."""
    if origin.kind is OriginKind.FILE:
        return storable(f"file:{os.path.realpath(origin.location)}", origin.part)
    return storable(f"url:{origin.location.partition('#')[0]}", origin.part)


def row_of(article: Article) -> tuple[str | bytes | None, ...]:
    """What is known of an article, as it is kept."""
    where = storable(article.origin.location, article.origin.part)
    return (article.origin.kind, where, *(_plain(getattr(article.metadata, name)) for name in METADATA))


def _plain(value: str | date | None) -> str | None:
    """A value of the metadata as text that a database takes."""
    if isinstance(value, date):
        return value.isoformat()
    return value and value.encode("utf-8", "replace").decode("utf-8")


def metadata_of(row: Sequence[Any]) -> Metadata:
    """The metadata from its columns."""
    values = dict(zip(METADATA, row, strict=True))
    published = values.pop("published")
    values["url"] = values["url"] and without_password(values["url"])
    return Metadata(published=day_of(published), **values)
