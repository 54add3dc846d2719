"""A format of articles that only the tests know: several in one file, in bytes that are no text."""

from __future__ import annotations

from typing import TYPE_CHECKING

from newsreader.article import Metadata
from newsreader.sources.errors import SourceError
from newsreader.sources.formats import registry
from newsreader.sources.formats.format import Format
from newsreader.sources.formats.plain import plain_article

if TYPE_CHECKING:
    from collections.abc import Iterator

    import pytest

    from newsreader.article import Article
    from newsreader.sources.formats.format import Given

MAGIC = b"PAPERS\x00\x00\x00"


def _read(data: bytes, given: Given) -> Iterator[Article]:
    for paper in data.removeprefix(MAGIC).split(b"\xff\xff")[:-1]:
        name, _, text = paper.decode("utf-16-le").partition("\x1e")
        if text == "unreadable":
            raise SourceError(f"{given.called} is torn: open another.")
        yield plain_article(text, Metadata(), given.part(name))


FORMAT = Format(
    "papers",
    _read,
    suffixes=frozenset({".papers"}),
    types=frozenset({"application/x-papers"}),
    magic=lambda head: head.startswith(MAGIC),
)


def papers(**articles: str) -> bytes:
    """The file with these articles, by the names of its parts."""
    return MAGIC + b"".join(f"{name}\x1e{text}".encode("utf-16-le") + b"\xff\xff" for name, text in articles.items())


def register(monkeypatch: pytest.MonkeyPatch) -> None:
    """Add the format, by the one line that a format needs."""
    monkeypatch.setattr(registry, "FORMATS", (FORMAT, *registry.FORMATS))


def register_here() -> None:
    """The same for the rest of a process."""
    registry.FORMATS = (FORMAT, *registry.FORMATS)
