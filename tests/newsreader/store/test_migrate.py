"""Bringing an old library to the newest form: a copy first, all or nothing."""

from __future__ import annotations

import errno
import os
import sqlite3
import stat
import time
from contextlib import closing
from typing import TYPE_CHECKING

import pytest
import sql

from newsreader.store.errors import LibraryError
from newsreader.store.library import Library
from newsreader.store.records import GAZETTEER, JournalEntry, Stream
from newsreader.store.sqlite import copies, migrate, safety
from newsreader.store.sqlite.schema import MIGRATIONS

if TYPE_CHECKING:
    from collections.abc import Iterator
    from pathlib import Path

NEXT = (*MIGRATIONS, ("CREATE TABLE later (x INTEGER) STRICT", "INSERT INTO later VALUES (7)"))
BROKEN = (*MIGRATIONS, ("CREATE TABLE later (x INTEGER) STRICT", "INSERT INTO nowhere VALUES (7)"))


@pytest.fixture
def file(tmp_path: Path) -> Path:
    """A library of the present form with a text in it."""
    path = tmp_path / "library.db"
    with Library.open(path) as library, sql.writing(library) as connection:
        connection.execute("INSERT INTO text VALUES ('digest', 'kept')")
    return path


@pytest.fixture
def connection(file: Path) -> Iterator[sqlite3.Connection]:
    with closing(sqlite3.connect(file, isolation_level=None)) as opened:
        yield opened


def backups(file: Path) -> list[Path]:
    return sorted((file.parent / "backups").glob("*"))


def value(path: Path, statement: str) -> object:
    with closing(sqlite3.connect(path)) as opened:
        return opened.execute(statement).fetchone()[0]


def test_a_new_library_needs_no_backup(file: Path) -> None:
    assert backups(file) == []
    assert value(file, "PRAGMA user_version") == len(MIGRATIONS)


def test_a_migration_keeps_the_data_and_a_copy_of_the_old_form(file: Path, connection: sqlite3.Connection) -> None:
    migrate.migrate(connection, file, "it", NEXT)
    assert connection.execute("SELECT x FROM later").fetchone() == (7,)
    assert connection.execute("SELECT content FROM text").fetchone() == ("kept",)
    (copy,) = backups(file)
    assert copy.name.startswith(f"library-before-update-from-v{len(MIGRATIONS)}-")
    assert stat.S_IMODE(copy.stat().st_mode) == 0o600
    assert value(copy, "PRAGMA user_version") == len(MIGRATIONS)
    assert value(copy, "SELECT content FROM text") == "kept"


def test_a_backup_is_a_library_that_opens(file: Path, connection: sqlite3.Connection) -> None:
    migrate.migrate(connection, file, "it", NEXT)
    (copy,) = backups(file)
    with Library.open(copy) as library:
        assert library.text("digest") == "kept"


def test_migrating_again_does_nothing(file: Path, connection: sqlite3.Connection) -> None:
    migrate.migrate(connection, file, "it", NEXT)
    migrate.migrate(connection, file, "it", NEXT)
    assert len(backups(file)) == 1


def test_a_migration_that_fails_leaves_the_old_form(file: Path, connection: sqlite3.Connection) -> None:
    with pytest.raises(sqlite3.OperationalError):
        migrate.migrate(connection, file, "it", BROKEN)
    assert value(file, "PRAGMA user_version") == len(MIGRATIONS)
    assert value(file, "SELECT count(*) FROM sqlite_schema WHERE name = 'later'") == 0
    with Library.open(file) as library:
        assert library.text("digest") == "kept"


def test_no_backup_replaces_another(file: Path) -> None:
    made = {copies.back_up(file) for _ in range(3)}
    assert len(made) == 3
    assert sorted(made) == backups(file)


def test_without_a_backup_there_is_no_migration(file: Path, connection: sqlite3.Connection) -> None:
    (file.parent / "backups").write_text("a file in the way")
    with pytest.raises(FileExistsError):
        migrate.migrate(connection, file, "it", NEXT)
    assert value(file, "PRAGMA user_version") == len(MIGRATIONS)


def test_a_backup_that_fails_leaves_no_half_a_copy(file: Path) -> None:
    file.write_bytes(b"no database" * 1000)
    with pytest.raises(sqlite3.DatabaseError):
        copies.back_up(file)
    assert backups(file) == []


def test_the_oldest_copies_of_the_program_go_and_those_of_the_person_stay(file: Path) -> None:
    asked_for = copies.back_up(file)
    own = [copies.back_up_before(file, "restore") for _ in range(copies.KEPT + 3)]
    assert backups(file) == sorted([asked_for, *own[3:]])


def test_what_is_left_of_a_copy_that_was_killed_goes_after_a_while(file: Path) -> None:
    folder = copies.back_up(file).parent
    old, new = folder / "library-copy.db.1234.part", folder / "library-copy.db.5678.part"
    for part, seconds in ((old, 7200), (new, 60)):
        part.touch()
        os.utime(part, (time.time() - seconds,) * 2)
    copies.back_up_before(file, "restore")
    assert (old.exists(), new.exists()) == (False, True)


def test_a_copy_is_one_file_that_opens_where_nothing_can_be_written(file: Path) -> None:
    copy = copies.back_up(file)
    with closing(sqlite3.connect(f"{copy.as_uri()}?mode=ro&immutable=1", uri=True)) as opened:
        assert opened.execute("PRAGMA journal_mode").fetchone() == ("delete",)
        assert opened.execute("SELECT content FROM text").fetchone() == ("kept",)


def test_a_copy_where_there_are_no_links_replaces_nothing_either(file: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    def no_links(*_: object) -> None:
        raise OSError(errno.EPERM, "no links")

    monkeypatch.setattr(os, "link", no_links)
    target = file.with_name("copy.db")
    copies.copy(file, target)
    with pytest.raises(FileExistsError):
        copies.copy(file, target)
    assert value(target, "SELECT content FROM text") == "kept"
    assert not [*file.parent.glob("*.part")]


INSERT = "INSERT INTO gazetteer (correction, article_id, event_id) VALUES (?, ?, ?)"


def early(path: Path, steps: int) -> Path:
    """A library of an early form: an article with an event, and from the second form on a gazetteer with its own."""
    with closing(sqlite3.connect(path, isolation_level=None)) as opened:
        migrate.migrate(opened, None, "it", MIGRATIONS[:steps])
        opened.execute("INSERT INTO article (id, kind, location) VALUES (1, 'file', '/news/a.txt')")
        event(opened, "one", 1)
        if steps > 1:
            opened.execute("INSERT INTO article (id, kind, location) VALUES (2, 'record', '')")
            opened.execute("INSERT INTO identity VALUES ('gazetteer:', 2)")
            event(opened, "two", 2)
            for correction, article in (("a", 1), ("b", 2), ("gone", 2)):
                opened.execute(INSERT, (correction, article, "one" if article == 1 else "two"))
            opened.execute("DELETE FROM gazetteer WHERE correction = 'gone'")
    return path


def event(opened: sqlite3.Connection, name: str, article: int) -> None:
    opened.execute(
        "INSERT INTO event (id, article_id, kind, body, at, author, app) VALUES (?, ?, 'x', '{}', '', 'person', '1')",
        (name, article),
    )


@pytest.mark.parametrize("steps", range(1, 4))
def test_journals_hang_on_streams_whatever_form_the_library_had(tmp_path: Path, steps: int) -> None:
    path = early(tmp_path / "library.db", steps)
    with Library.open(path) as library, library.writing() as unit:
        found = [each.id for _, each in unit.journal.after(Stream.of(1))]
        own = [each.id for _, each in unit.journal.after(GAZETTEER)]
        assert (found, own) == (["one"], ["two"] if steps > 1 else [])
        assert [(stream, entry.id) for stream, entry in unit.gazetteer.entries()] == [
            (Stream.of(1), "one"),
            (GAZETTEER, "two"),
        ][: 2 * (steps > 1)]
        assert unit.articles.annotation_counts() == {1: 0}
        # No number is given out twice.
        assert unit.journal.append(Stream.of(1), JournalEntry("three", "x", "{}", "", "person", "2")) == (
            3 if steps > 1 else 2
        )
        unit.gazetteer.follow(Stream.of(1), {"a": "one", "c": "three"})
        assert unit.gazetteer.version()[1] == (4 if steps > 1 else 2)
    assert safety.check(path) == []
    (copy,) = backups(path)
    assert value(copy, "PRAGMA user_version") == steps


def test_a_form_that_is_newer_is_refused_and_left_as_it_is(file: Path) -> None:
    with closing(sqlite3.connect(file)) as opened:
        migrate.migrate(opened, None, "it", NEXT)
    before = file.read_bytes()
    with pytest.raises(LibraryError, match="newer version of newsreader: update newsreader to use it"):
        Library.open(file)
    assert file.read_bytes() == before
