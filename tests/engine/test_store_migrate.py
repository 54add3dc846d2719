"""Bringing an old library to the newest form: a copy first, all or nothing."""

from __future__ import annotations

import sqlite3
import stat
from contextlib import closing
from typing import TYPE_CHECKING

import pytest

from newsreader.store import migrate
from newsreader.store.library import Library
from newsreader.store.schema import MIGRATIONS

if TYPE_CHECKING:
    from collections.abc import Iterator
    from pathlib import Path

NEXT = (*MIGRATIONS, ("CREATE TABLE later (x INTEGER) STRICT", "INSERT INTO later VALUES (7)"))
BROKEN = (*MIGRATIONS, ("CREATE TABLE later (x INTEGER) STRICT", "INSERT INTO nowhere VALUES (7)"))


@pytest.fixture
def file(tmp_path: Path) -> Path:
    """A library of the present form with a text in it."""
    path = tmp_path / "library.db"
    with Library.open(path) as library, library.database.write() as connection:
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
    assert copy.name.startswith(f"library-v{len(MIGRATIONS)}-")
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
    made = {migrate.back_up(file, "v1") for _ in range(3)}
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
        migrate.back_up(file, "v1")
    assert backups(file) == []
