"""The journal: append-only, in order, one article apart from another."""

from __future__ import annotations

from typing import TYPE_CHECKING

import pytest

from newsreader.article import Article, Metadata, Origin, OriginKind, Paragraph
from newsreader.store import journal
from newsreader.store.errors import LibraryError
from newsreader.store.journal import Entry
from newsreader.store.library import Library

if TYPE_CHECKING:
    from collections.abc import Iterator


def entry(name: str, at: str = "2024-06-19T10:00:00.000+00:00") -> Entry:
    return Entry(name, "created", "{}", at, "person", "0.1.0")


@pytest.fixture
def library() -> Iterator[Library]:
    with Library.in_memory() as opened:
        for name in ("one", "two"):
            opened.remember(Article(name, (Paragraph(0, 3),), Metadata(), Origin(OriginKind.FILE, f"/{name}")))
        yield opened


def append(library: Library, article_id: int, *entries: Entry) -> list[int]:
    with library.database.write() as connection:
        return [journal.append(connection, article_id, each) for each in entries]


def after(library: Library, article_id: int, seq: int = 0) -> list[tuple[int, Entry]]:
    with library.database.read() as connection:
        return journal.after(connection, article_id, seq)


def test_events_come_back_in_the_order_they_came_whatever_the_clock_said(library: Library) -> None:
    entries = [entry("a", "2030-01-01T00:00:00.000+00:00"), entry("b", "2020-01-01T00:00:00.000+00:00")]
    numbers = append(library, 1, *entries)
    assert after(library, 1) == list(zip(numbers, entries, strict=True))
    assert numbers == sorted(numbers)


def test_only_what_came_since_is_read(library: Library) -> None:
    first, second = append(library, 1, entry("a"), entry("b"))
    assert [number for number, _ in after(library, 1, first)] == [second]
    assert after(library, 1, second) == []


def test_each_article_has_its_own_events(library: Library) -> None:
    append(library, 1, entry("a"))
    append(library, 2, entry("b"))
    assert [each.id for _, each in after(library, 1)] == ["a"]
    assert [each.id for _, each in after(library, 2)] == ["b"]


@pytest.mark.parametrize(
    "statement",
    [
        "UPDATE event SET body = '{\"x\":1}'",
        "DELETE FROM event",
        "INSERT OR REPLACE INTO event SELECT * FROM event",
        "REPLACE INTO event (id, article_id, kind, body, at, author, app) VALUES ('a', 1, 'deleted', '', '', '', '')",
        "DELETE FROM article",
    ],
)
def test_what_is_written_cannot_be_changed_or_removed(library: Library, statement: str) -> None:
    append(library, 1, entry("a"))

    def attack() -> None:
        with library.database.write() as connection:
            connection.execute(statement)

    with pytest.raises(LibraryError):
        attack()
    assert [each for _, each in after(library, 1)] == [entry("a")]


def test_the_same_event_is_never_written_twice(library: Library) -> None:
    append(library, 1, entry("a"))
    with pytest.raises(LibraryError):
        append(library, 1, entry("a"))
    assert len(after(library, 1)) == 1


def test_an_event_needs_an_article(library: Library) -> None:
    with pytest.raises(LibraryError):
        append(library, 99, entry("a"))
