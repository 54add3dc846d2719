"""The journal, and the gazetteer, whose rows follow from it."""

from __future__ import annotations

from typing import TYPE_CHECKING, Any

from newsreader.store.records import JournalEntry, Stream, StreamKind

if TYPE_CHECKING:
    from collections.abc import Collection, Mapping

    from newsreader.store.sql.connection import Connection, Engine

_BYTES = ", ".join(f"CAST(event.{name} AS BLOB)" for name in ("id", "kind", "body", "at", "author", "app"))
"""As bytes, since of one event that is damaged Python would make an error for all of them."""
_OF_ONE = f"{_BYTES}, '', FALSE"
"""An event in the library of one person."""
_OF_SEVERAL = f"{_BYTES}, CASE WHEN person = current_user THEN '' ELSE person::text END, private"
"""One in a shared library: what others did has their names."""


class SqlJournal:
    """`protocols.Journal`. A stream gets its row with its first event."""

    def __init__(self, connection: Connection, engine: Engine) -> None:
        self._connection = connection
        self._engine = engine
        self._is_shared = engine.is_shared
        self._entry = _OF_SEVERAL if engine.is_shared else _OF_ONE

    def append(self, stream: Stream, entry: JournalEntry) -> int:
        """See the protocol."""
        number = stream_number(self._connection, stream)
        if number is None:
            number = self._engine.insert(
                "INSERT INTO stream (kind, article_id) VALUES (?, ?)", (stream.kind, stream.article)
            )
        columns = ["id", "stream_id", "kind", "body", "at", "author", "app"]
        values: list[object] = [entry.id, number, entry.kind, entry.body, entry.at, entry.author, entry.app]
        if self._is_shared:
            columns.append("private")
            values.append(entry.private)
        places = ", ".join("?" * len(values))
        return self._engine.insert(f"INSERT INTO event ({', '.join(columns)}) VALUES ({places})", values, "seq")

    def after(self, stream: Stream, number: int = 0) -> list[tuple[int, JournalEntry]]:
        """See the protocol."""
        rows = self._connection.execute(
            f"SELECT seq, {self._entry} FROM event WHERE stream_id = ? AND seq > ? ORDER BY seq",
            (stream_number(self._connection, stream), number),
        )
        return [(found, _entry(*rest)) for found, *rest in rows]

    def last(self, stream: Stream) -> int:
        """See the protocol."""
        row = self._connection.execute(
            "SELECT coalesce(max(seq), 0) FROM event WHERE stream_id = ?", (stream_number(self._connection, stream),)
        ).fetchone()
        return int(row[0])

    def holds(self, number: int, event: str) -> bool:
        """See the protocol."""
        row = self._connection.execute("SELECT CAST(id AS BLOB) FROM event WHERE seq = ?", (number,)).fetchone()
        return row is not None and _text(row[0]) == event

    def stream_of(self, event: str) -> Stream | None:
        """See the protocol."""
        row = self._connection.execute(
            "SELECT stream.kind, article_id FROM event JOIN stream ON stream.id = stream_id WHERE event.id = ?",
            (event,),
        ).fetchone()
        return None if row is None else _stream(*row)

    def streams(self, kinds: Collection[str] = ()) -> list[Stream]:
        """See the protocol."""
        wanted = f"WHERE event.kind IN ({', '.join('?' * len(kinds))})" if kinds else ""
        rows = self._connection.execute(
            f"SELECT kind, article_id FROM stream WHERE id IN (SELECT stream_id FROM event {wanted}) ORDER BY id",
            tuple(kinds),
        )
        return [_stream(*row) for row in rows]


class SqlGazetteer:
    """`protocols.Gazetteer`."""

    def __init__(self, connection: Connection, engine: Engine) -> None:
        self._connection = connection
        self._entry = _OF_SEVERAL if engine.is_shared else _OF_ONE

    def entries(self) -> list[tuple[Stream, JournalEntry]]:
        """See the protocol."""
        rows = self._connection.execute(
            f"""
            SELECT stream.kind, article_id, {self._entry}
            FROM gazetteer JOIN event ON event.id = gazetteer.event_id JOIN stream ON stream.id = event.stream_id
            ORDER BY turn
            """
        )
        return [(_stream(kind, article), _entry(*rest)) for kind, article, *rest in rows]

    def version(self) -> tuple[int, int]:
        """See the protocol."""
        count, newest = self._connection.execute("SELECT count(*), coalesce(max(turn), 0) FROM gazetteer").fetchone()
        return count, newest

    def follow(self, stream: Stream, corrections: Mapping[str, str]) -> None:
        """See the protocol."""
        number = stream_number(self._connection, stream)
        rows = self._connection.execute("SELECT correction FROM gazetteer WHERE stream_id = ?", (number,))
        known = {each for (each,) in rows}
        self._connection.executemany(
            "DELETE FROM gazetteer WHERE correction = ?", [(each,) for each in known - {*corrections}]
        )
        self._connection.executemany(
            "INSERT INTO gazetteer (correction, stream_id, event_id) VALUES (?, ?, ?)",
            [(each, number, event) for each, event in corrections.items() if each not in known],
        )


def stream_number(connection: Connection, stream: Stream) -> int | None:
    """The row of a stream, None if nothing was ever written to it."""
    if stream.article is not None:
        found = connection.execute("SELECT id FROM stream WHERE article_id = ?", (stream.article,))
    else:
        found = connection.execute("SELECT id FROM stream WHERE kind = ? AND article_id IS NULL", (stream.kind,))
    row = found.fetchone()
    return None if row is None else int(row[0])


def _entry(*stored: Any) -> JournalEntry:
    identity, kind, body, at, author, app = map(_text, stored[:-2])
    return JournalEntry(identity, kind, body, at, author, app, person=stored[-2], private=bool(stored[-1]))


def _text(stored: bytes | str) -> str:
    """Text as it is stored; bytes that are not UTF-8 become lone surrogates, from which they can be had again."""
    return stored if isinstance(stored, str) else stored.decode("utf-8", "surrogateescape")


def _stream(kind: str, article: int | None) -> Stream:
    return Stream(StreamKind(kind), article)
