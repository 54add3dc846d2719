"""The journal: append-only, in order, one article apart from another."""

from __future__ import annotations

from typing import TYPE_CHECKING

import pytest
import sql

from newsreader.article import Article, Metadata, Origin, OriginKind, Paragraph
from newsreader.store.errors import LibraryError
from newsreader.store.records import GAZETTEER, JournalEntry, Stream, StreamKind

if TYPE_CHECKING:
    from newsreader.store.library import Library


def entry(name: str, at: str = "2024-06-19T10:00:00.000+00:00") -> JournalEntry:
    return JournalEntry(name, "created", "{}", at, "person", "0.1.0")


@pytest.fixture
def library(each_library: Library) -> Library:
    for name in ("one", "two"):
        each_library.remember(Article(name, (Paragraph(0, 3),), Metadata(), Origin(OriginKind.FILE, f"/{name}")))
    return each_library


ONE, TWO = Stream.of(1), Stream.of(2)


def append(library: Library, stream: Stream, *entries: JournalEntry) -> list[int]:
    with library.writing() as unit:
        return [unit.journal.append(stream, each) for each in entries]


def after(library: Library, stream: Stream, number: int = 0) -> list[tuple[int, JournalEntry]]:
    with library.reading() as unit:
        return unit.journal.after(stream, number)


def test_events_come_back_in_the_order_they_came_whatever_the_clock_said(library: Library) -> None:
    entries = [entry("a", "2030-01-01T00:00:00.000+00:00"), entry("b", "2020-01-01T00:00:00.000+00:00")]
    numbers = append(library, ONE, *entries)
    assert after(library, ONE) == list(zip(numbers, entries, strict=True))
    assert numbers == sorted(numbers)


def test_only_what_came_since_is_read(library: Library) -> None:
    first, second = append(library, ONE, entry("a"), entry("b"))
    assert [number for number, _ in after(library, ONE, first)] == [second]
    assert after(library, ONE, second) == []


def test_each_article_has_its_own_events(library: Library) -> None:
    append(library, ONE, entry("a"))
    append(library, TWO, entry("b"))
    assert [each.id for _, each in after(library, ONE)] == ["a"]
    assert [each.id for _, each in after(library, TWO)] == ["b"]


@pytest.mark.parametrize(
    "statement",
    [
        "UPDATE event SET body = '{\"x\":1}'",
        "DELETE FROM event",
        "INSERT OR REPLACE INTO event SELECT * FROM event",
        "REPLACE INTO event (id, stream_id, kind, body, at, author, app) VALUES ('a', 1, 'deleted', '', '', '', '')",
        "DELETE FROM article",
    ],
)
def test_what_is_written_cannot_be_changed_or_removed(library: Library, statement: str) -> None:
    append(library, ONE, entry("a"))

    def attack() -> None:
        with sql.writing(library) as connection:
            connection.execute(statement)

    with pytest.raises(LibraryError):
        attack()
    assert [each for _, each in after(library, ONE)] == [entry("a")]


def test_the_same_event_is_never_written_twice(library: Library) -> None:
    append(library, ONE, entry("a"))
    with pytest.raises(LibraryError):
        append(library, ONE, entry("a"))
    assert len(after(library, ONE)) == 1


def test_an_event_needs_an_article(library: Library) -> None:
    with pytest.raises(LibraryError):
        append(library, Stream.of(99), entry("a"))


def test_a_stream_needs_no_article(library: Library) -> None:
    whole = Stream(StreamKind.LIBRARY)
    append(library, GAZETTEER, entry("a"), entry("b"))
    append(library, whole, entry("c"))
    append(library, ONE, entry("d"))
    assert [each.id for _, each in after(library, GAZETTEER)] == ["a", "b"]
    assert [each.id for _, each in after(library, whole)] == ["c"]
    with library.reading() as unit:
        assert unit.journal.streams() == [GAZETTEER, whole, ONE]
        assert unit.journal.streams(["dated"]) == []
        assert [unit.journal.stream_of(name) for name in ("b", "c", "d", "e")] == [GAZETTEER, whole, ONE, None]
        assert unit.journal.last(TWO) == 0


def test_a_unit_of_work_that_reads_cannot_write(library: Library) -> None:
    def write() -> None:
        with library.reading() as unit:
            unit.journal.append(ONE, entry("a"))

    with pytest.raises(RuntimeError, match="only reads"):
        write()
    assert after(library, ONE) == []
    append(library, ONE, entry("a"))


def test_a_unit_of_work_happens_as_a_whole(library: Library) -> None:
    def fail() -> None:
        with library.writing() as unit:
            unit.journal.append(ONE, entry("a"))
            unit.drafts.save("key", "text")
            raise ValueError("no")

    with pytest.raises(ValueError, match="no"):
        fail()
    assert after(library, ONE) == []
    assert library.draft("key") is None


def test_reading_inside_a_unit_of_work_is_part_of_it(library: Library) -> None:
    with library.writing() as unit:
        unit.journal.append(ONE, entry("a"))
        assert [each.id for _, each in after(library, ONE)] == ["a"]
    assert len(after(library, ONE)) == 1
