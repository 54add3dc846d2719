"""`check` and `restore` know a library that is not as it should be, and nothing empty or foreign becomes one."""

from __future__ import annotations

import hashlib
import os
import shutil
import sqlite3
from contextlib import closing
from typing import TYPE_CHECKING

import pytest
import sql

from newsreader import cli, paths
from newsreader.annotations.notebook import Notebook
from newsreader.sources import load
from newsreader.store.errors import LibraryError
from newsreader.store.library import FILE_NAME, Library
from newsreader.store.sqlite import copies, safety

if TYPE_CHECKING:
    from pathlib import Path

TEXT = "The ferry sank.\n"
HARMS = {
    "DROP TRIGGER event_no_update": "its trigger event_no_update is gone",
    "DROP TRIGGER event_no_delete": "its trigger event_no_delete is gone",
    "DROP INDEX event_stream": "its index event_stream is gone",
    "DROP TABLE draft": "its table draft is gone",
    "DROP TRIGGER event_no_update; CREATE TRIGGER event_no_update BEFORE UPDATE ON event BEGIN SELECT 1; END": (
        "its trigger event_no_update is not as newsreader made it"
    ),
    "CREATE TRIGGER spy AFTER INSERT ON event BEGIN DELETE FROM draft; END": "its trigger spy is not of newsreader",
    "CREATE TABLE theirs (x)": "its table theirs is not of newsreader",
    "CREATE VIEW theirs AS SELECT * FROM event": "its view theirs is not of newsreader",
    "ALTER TABLE article ADD COLUMN more TEXT": "its table article is not as newsreader made it",
    "UPDATE text SET content = 'Another text'": "the text 335ffdd91f65",
    "UPDATE text SET content = CAST(x'ff' AS TEXT)": "the text 335ffdd91f65",
}


@pytest.fixture
def library() -> Path:
    """The library of the data folder, with a text in it."""
    with Library.open() as opened, sql.writing(opened) as connection:
        connection.execute("INSERT INTO text VALUES (?, ?)", (hashlib.sha256(TEXT.encode()).hexdigest(), TEXT))
    assert safety.check(paths.data_dir() / FILE_NAME) == []
    return paths.data_dir() / FILE_NAME


@pytest.mark.parametrize("statements", HARMS)
def test_what_is_not_as_it_should_be_is_said_and_not_restored(
    statements: str, library: Path, tmp_path: Path, capsys: pytest.CaptureFixture[str]
) -> None:
    copy = safety.backup(library, tmp_path / "copy.db")
    for file in (library, copy):
        with closing(sqlite3.connect(file)) as opened:
            opened.executescript(statements)
    assert any(HARMS[statements] in problem for problem in safety.check(library))
    assert cli.main(["annotations", "check"]) == 1
    assert HARMS[statements] in capsys.readouterr().err
    before = library.read_bytes()
    with pytest.raises(LibraryError, match="was not restored"):
        safety.restore(library, copy)
    assert library.read_bytes() == before


def test_looking_leaves_nothing_beside(library: Path) -> None:
    safety.check(library)
    assert [each.name for each in library.parent.iterdir()] == [FILE_NAME]


def empty(path: Path) -> None:
    path.write_bytes(b"")


def empty_database(path: Path) -> None:
    with closing(sqlite3.connect(path)) as opened:
        opened.executescript("CREATE TABLE x (y); DROP TABLE x; VACUUM")


def foreign(path: Path) -> None:
    with closing(sqlite3.connect(path)) as opened:
        opened.execute("CREATE TABLE theirs (x)")


@pytest.mark.parametrize("make", [empty, empty_database, foreign])
def test_an_empty_or_foreign_file_never_becomes_a_library(
    make: object, tmp_path: Path, capsys: pytest.CaptureFixture[str]
) -> None:
    assert callable(make)
    file = paths.data_dir() / FILE_NAME
    file.parent.mkdir()
    make(file)
    before = file.read_bytes()
    for check in (True, False):
        with pytest.raises(LibraryError, match=r"empty file|another program") as caught:
            Library.open(file, check=check)
        assert caught.value.sentence.count("\n") == 0
    for action in ("list", "check", "backup"):
        assert cli.main(["annotations", action]) == 1
        assert capsys.readouterr().err.count("\n") == 1
    assert file.read_bytes() == before
    assert [each.name for each in file.parent.iterdir()] == [FILE_NAME]


@pytest.mark.parametrize("make", [empty, empty_database, foreign])
def test_an_empty_or_foreign_file_never_takes_the_place_of_a_library(
    make: object, library: Path, tmp_path: Path
) -> None:
    assert callable(make)
    make(tmp_path / "copy.db")
    before = library.read_bytes()
    with pytest.raises(LibraryError, match="was not restored"):
        safety.restore(library, tmp_path / "copy.db")
    assert library.read_bytes() == before
    assert [each.name for each in library.parent.iterdir()] == [FILE_NAME]


def test_a_copy_that_is_emptied_while_it_is_restored_changes_nothing(
    library: Path, tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    copy = safety.backup(library, tmp_path / "copy.db")
    before = library.read_bytes()
    looked_at = copies.copy

    def emptied_first(source: Path, target: Path) -> None:
        os.truncate(source, 0)
        looked_at(source, target)

    monkeypatch.setattr(safety, "copy", emptied_first)
    with pytest.raises(LibraryError, match="was not restored"):
        safety.restore(library, copy)
    assert library.read_bytes() == before
    assert not [*library.parent.glob("*.part*")]


def test_a_copy_is_restored_onto_an_empty_file(library: Path, tmp_path: Path) -> None:
    copy = safety.backup(library, tmp_path / "copy.db")
    library.write_bytes(b"")
    safety.restore(library, copy)
    assert safety.check(library) == []


def test_a_new_library_is_there_whole_or_not_at_all(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    file = tmp_path / "data" / FILE_NAME

    def killed(*_: object) -> None:
        raise KeyboardInterrupt

    with monkeypatch.context() as patched:
        patched.setattr(copies, "publish", killed)
        with pytest.raises(KeyboardInterrupt):
            Library.open(file)
    assert [*file.parent.iterdir()] == []
    left = file.with_name(f"{FILE_NAME}.1234.part")
    shutil.copy(__file__, left)
    os.utime(left, (1, 1))
    Library.open(file).close()
    assert [each.name for each in file.parent.iterdir()] == [FILE_NAME]


VALUES = {
    "UPDATE article SET title = 'a' || char(27) || '[31m'": "what is known of article 1 has what a terminal would obey",
    "UPDATE article SET url = 'a' || char(8238)": "what is known of article 1 has what a terminal would obey",
    "UPDATE article SET published = 'soon'": "the day of article 1 is none",
    "UPDATE article SET kind = 'letter'": "article 1 is of no kind",
    "UPDATE version SET paragraphs = 'none'": "the paragraphs of article 1 are none",
    f"UPDATE version SET paragraphs = '{'[' * 50_000}'": "the paragraphs of article 1 are none",
    "UPDATE version SET paragraphs = '[[0,99999,\"body\"]]'": "the paragraphs of article 1 are none",
    "UPDATE version SET paragraphs = '[[0,5,\"song\"]]'": "the paragraphs of article 1 are none",
    "UPDATE version SET links = '[[0,5]]'": "the links of article 1 are none",
    "UPDATE version SET links = '[[0,5,7]]'": "the links of article 1 are none",
    "UPDATE version SET links = 'x'": "the links of article 1 are none",
    "UPDATE article SET location = x'2f6100ff'": None,
    "INSERT INTO joined VALUES (1, 1)": "articles are part of others",
}


@pytest.mark.parametrize("statement", VALUES)
def test_a_value_of_an_article_that_cannot_be_is_said_and_hides_nothing(
    statement: str, tmp_path: Path, capsys: pytest.CaptureFixture[str]
) -> None:
    (tmp_path / "a.txt").write_text(TEXT)
    article = load(str(tmp_path / "a.txt"))
    with Library.open() as opened:
        record = opened.remember(article)
        Notebook(opened, record, article).note("Mine.")
    with closing(sqlite3.connect(paths.data_dir() / FILE_NAME)) as connection, connection:
        connection.execute(statement)
    with Library.open() as opened:
        assert opened.stored(record).text == article.text
        assert opened.remember(article).id == record.id
    assert cli.main(["search", "ferry"]) == 0
    assert cli.main(["show", str(tmp_path / "a.txt")]) == 0
    capsys.readouterr()
    said = VALUES[statement]
    with closing(sqlite3.connect(paths.data_dir() / FILE_NAME)) as connection, connection:
        connection.execute(statement.replace("INSERT", "INSERT OR REPLACE"))
    assert cli.main(["annotations", "check"]) == (said is not None)
    assert said is None or said in capsys.readouterr().err


def test_a_text_that_is_missing_is_said(tmp_path: Path) -> None:
    (tmp_path / "a.txt").write_text(TEXT)
    with Library.open() as opened:
        record = opened.remember(load(str(tmp_path / "a.txt")))
    with closing(sqlite3.connect(paths.data_dir() / FILE_NAME)) as connection, connection:
        connection.execute("DELETE FROM text")
    with Library.open() as opened, pytest.raises(LibraryError, match="the text of article 1 is missing"):
        opened.stored(record)


def test_a_text_that_a_terminal_would_obey_is_not_restored(library: Path, tmp_path: Path) -> None:
    copy = safety.backup(library, tmp_path / "copy.db")
    for obeyed in ("\x1b]0;mine\x07", "\x9b31m", "\u202e"):
        text = f"The ferry {obeyed} sank.\n"
        with closing(sqlite3.connect(copy)) as opened, opened:
            opened.execute(
                "UPDATE text SET (sha256, content) = (?, ?)", (hashlib.sha256(text.encode()).hexdigest(), text)
            )
        with pytest.raises(LibraryError, match="what a terminal would obey"):
            safety.restore(library, copy)
