"""Opening the library file: what is made, what is refused, and that nothing is ever overwritten."""

from __future__ import annotations

import os
import sqlite3
import stat
import subprocess
import sys
import threading
from contextlib import closing
from typing import TYPE_CHECKING

import pytest
import sql

from newsreader import paths
from newsreader.store.errors import LibraryError
from newsreader.store.library import Library
from newsreader.store.sqlite import database, opening
from newsreader.store.sqlite.errors import explained

if TYPE_CHECKING:
    from pathlib import Path

AS_ROOT = hasattr(os, "geteuid") and os.geteuid() == 0


def refusal(path: Path) -> str:
    with pytest.raises(LibraryError) as caught:
        Library.open(path)
    return caught.value.sentence


def one_sentence(text: str) -> bool:
    return "\n" not in text and text.endswith(".") and str(text) == text


@pytest.fixture
def file(tmp_path: Path) -> Path:
    """A library file with nothing in it."""
    path = tmp_path / "library.db"
    Library.open(path).close()
    return path


def test_opens_in_the_data_folder_by_default() -> None:
    with Library.open() as library:
        assert library.lasting
    assert (paths.data_dir() / "library.db").is_file()


@pytest.mark.skipif(os.name == "nt", reason="Windows has other permissions")
def test_file_and_folder_are_for_their_owner_alone(tmp_path: Path) -> None:
    path = tmp_path / "new" / "library.db"
    with Library.open(path) as library:
        library.recent()
        modes = {name.name: stat.S_IMODE(name.stat().st_mode) for name in [path.parent, *path.parent.iterdir()]}
    assert modes["new"] == 0o700
    assert {mode for name, mode in modes.items() if name != "new"} == {0o600}


def test_the_file_uses_a_write_ahead_log_and_enforces_references(file: Path) -> None:
    with Library.open(file) as library, sql.reading(library) as connection:
        assert connection.execute("PRAGMA journal_mode").fetchone() == ("wal",)
        assert connection.execute("PRAGMA foreign_keys").fetchone() == (1,)


def test_durable_writes_wait_for_the_disk(file: Path) -> None:
    with Library.open(file) as library:
        with sql.writing(library, durable=True) as connection:
            assert connection.execute("PRAGMA synchronous").fetchone() == (2,)
        with sql.writing(library) as connection:
            assert connection.execute("PRAGMA synchronous").fetchone() == (1,)


def test_a_failed_write_leaves_nothing_behind(file: Path) -> None:
    with Library.open(file) as library:

        def insert(*statements: str) -> None:
            with sql.writing(library) as connection:
                for statement in statements:
                    connection.execute(statement)

        with pytest.raises(LibraryError):
            insert("INSERT INTO text VALUES ('x', 'y')", "INSERT INTO nowhere VALUES (1)")
        assert library.text("x") is None
        insert("INSERT INTO text VALUES ('x', 'y')")
        assert library.text("x") == "y"


def test_a_library_in_memory_works_and_says_that_it_does_not_last() -> None:
    with Library.in_memory() as library:
        assert library.recent() == []
        assert not library.lasting


def test_a_library_that_was_closed_says_so() -> None:
    library = Library.in_memory()
    library.close()
    library.close()
    with pytest.raises(LibraryError, match="could not be used"):
        library.recent()


@pytest.mark.parametrize("content", [b"not a database at all, but a text\n" * 50, os.urandom(8192)])
def test_a_file_that_is_no_database_is_refused_and_left_alone(tmp_path: Path, content: bytes) -> None:
    path = tmp_path / "library.db"
    path.write_bytes(content)
    sentence = refusal(path)
    assert "damaged" in sentence
    assert one_sentence(sentence)
    assert path.read_bytes() == content


def test_damage_inside_is_reported_when_it_is_met(file: Path) -> None:
    content = bytearray(file.read_bytes())
    content[4096:] = b"\xff" * (len(content) - 4096)
    file.write_bytes(content)
    with pytest.raises(LibraryError, match="damaged"), Library.open(file) as library:
        library.recent()
    assert file.read_bytes() == content


def test_another_programs_database_is_refused_and_left_alone(tmp_path: Path) -> None:
    path = tmp_path / "library.db"
    with closing(sqlite3.connect(path)) as other, other:
        other.execute("CREATE TABLE theirs (x)")
    before = path.read_bytes()
    assert "another program" in refusal(path)
    assert path.read_bytes() == before
    assert [name.name for name in tmp_path.iterdir()] == ["library.db"]


def test_a_library_of_a_newer_version_is_refused_and_left_alone(file: Path) -> None:
    with closing(sqlite3.connect(file)) as newer, newer:
        newer.execute("PRAGMA user_version = 99")
    before = file.read_bytes()
    sentence = refusal(file)
    assert "newer version" in sentence
    assert one_sentence(sentence)
    assert file.read_bytes() == before


def test_an_old_sqlite_is_refused(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(sqlite3, "sqlite_version_info", (3, 36, 0))
    assert "SQLite 3.37" in refusal(tmp_path / "library.db")


def test_a_locked_library_can_be_read_until_it_is_checked(file: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(opening, "BUSY_SECONDS", 0.01)
    Library.open(file).close()
    with closing(sqlite3.connect(file, isolation_level=None)) as other:
        other.execute("BEGIN IMMEDIATE")
        with Library.open(file, check=False) as library:
            assert library.recent() == []
            with pytest.raises(LibraryError):
                library.check_writable()
            other.execute("ROLLBACK")
            library.check_writable()


def test_a_locked_library_is_refused(file: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(opening, "BUSY_SECONDS", 0.01)
    with closing(sqlite3.connect(file, isolation_level=None)) as other:
        other.execute("BEGIN IMMEDIATE")
        assert "Another program is holding" in refusal(file)


def test_a_folder_in_place_of_the_file_is_refused(tmp_path: Path) -> None:
    path = tmp_path / "library.db"
    path.mkdir()
    sentence = refusal(path)
    assert str(path) in sentence
    assert one_sentence(sentence)


def test_a_file_in_place_of_the_folder_is_refused(tmp_path: Path) -> None:
    (tmp_path / "folder").write_text("a file")
    assert one_sentence(refusal(tmp_path / "folder" / "library.db"))


@pytest.mark.skipif(AS_ROOT, reason="root may write everywhere")
def test_a_file_or_folder_without_permission_is_refused(file: Path) -> None:
    file.chmod(0o400)
    assert "Permission denied" in refusal(file)
    file.parent.chmod(0o500)
    assert "Permission denied" in refusal(file.parent / "new.db")
    file.parent.chmod(0o700)


def test_a_read_only_database_is_explained(file: Path) -> None:
    with closing(sqlite3.connect(f"{file.as_uri()}?mode=ro", uri=True, isolation_level=None)) as connection:
        with pytest.raises(sqlite3.OperationalError) as caught:
            database.check_writable(connection)
        assert "cannot be written" in explained(caught.value, "It").sentence


@pytest.mark.parametrize("data_folder", ["~", "~/newsreader"])
def test_no_home_folder_is_explained(monkeypatch: pytest.MonkeyPatch, data_folder: str) -> None:
    def no_home(path: str) -> str:
        return path

    monkeypatch.setenv("NEWSREADER_DATA_DIR", data_folder)
    monkeypatch.setattr(os.path, "expanduser", no_home)
    with pytest.raises(LibraryError, match="no home folder"):
        Library.open()


def test_a_platform_folder_without_home_is_explained(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.chdir(tmp_path)
    monkeypatch.setenv("NEWSREADER_DATA_DIR", "")
    monkeypatch.setattr(paths, "data_dir", lambda: tmp_path.__class__("~/.local/share/newsreader"))
    with pytest.raises(LibraryError, match="no home folder"):
        Library.open()
    assert list(tmp_path.glob("~*")) == []


def test_hostile_names_do_not_reach_the_terminal(tmp_path: Path) -> None:
    path = tmp_path / "evil\x1b]52;c;x\x07"
    path.mkdir()
    assert refusal(path).isprintable()


def test_many_may_open_a_new_library_at_once(tmp_path: Path) -> None:
    path = tmp_path / "library.db"
    together = threading.Barrier(8)
    failures: list[Exception] = []

    def open_it() -> None:
        together.wait()
        try:
            Library.open(path).close()
        except Exception as error:
            failures.append(error)

    threads = [threading.Thread(target=open_it) for _ in range(8)]
    for thread in threads:
        thread.start()
    for thread in threads:
        thread.join()
    assert failures == []


def test_opening_loads_neither_textual_nor_spacy_nor_rich() -> None:
    script = (
        "import sys; from newsreader.annotations import notebook; from newsreader.store.library import Library; "
        "Library.in_memory(); sys.exit(any(name in sys.modules for name in ('textual', 'spacy', 'rich', 'tui')))"
    )
    assert subprocess.run([sys.executable, "-c", script], check=False).returncode == 0
