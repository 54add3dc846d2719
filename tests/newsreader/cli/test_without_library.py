"""What only prints goes on where the library cannot be read, says why, and prints what the machine finds."""

from __future__ import annotations

import os
import sqlite3
from contextlib import closing
from typing import TYPE_CHECKING

import pytest
from limits import no_locks

from newsreader import cli, paths
from newsreader.annotations import notebook
from newsreader.store.errors import LibraryError
from newsreader.store.library import FILE_NAME, Library

if TYPE_CHECKING:
    from collections.abc import Callable
    from pathlib import Path

Capture = pytest.CaptureFixture[str]
COMMANDS = (("entities",), ("entities", "--format", "json"), ("timeline",))


@pytest.fixture
def article(tmp_path: Path) -> str:
    path = tmp_path / "pact.txt"
    path.write_text("Pact signed\n\nSEOUL, June 19, 2024 — Vladimir Putin met Kim Jong Un on Wednesday.\n", "utf-8")
    return str(path)


def garbage(file: Path) -> None:
    file.write_bytes(b"not a library at all\n" * 500)


def torn(file: Path) -> None:
    with Library.open(file):
        pass
    content = bytearray(file.read_bytes())
    content[4096:] = b"\xa5" * (len(content) - 4096)
    file.write_bytes(content)


def newer(file: Path) -> None:
    with Library.open(file):
        pass
    with closing(sqlite3.connect(file)) as connection:
        connection.execute("PRAGMA user_version = 999")
        connection.commit()


def folder(file: Path) -> None:
    file.mkdir()


def pipe(file: Path) -> None:
    os.mkfifo(file)


@pytest.mark.parametrize("command", COMMANDS, ids=" ".join)
@pytest.mark.parametrize("harm", [garbage, torn, newer, folder, pipe])
def test_a_library_that_cannot_be_read_keeps_nothing_from_being_printed(
    harm: Callable[[Path], None], command: tuple[str, ...], article: str, capsys: Capture
) -> None:
    assert cli.main([*command, article]) == 0
    alone = capsys.readouterr()
    assert alone.err == ""
    paths.data_dir().mkdir(parents=True, exist_ok=True)
    harm(paths.data_dir() / FILE_NAME)
    assert cli.main([*command, article]) == 1
    out, said = capsys.readouterr()
    assert out == alone.out
    assert said.startswith("newsreader: Your corrections are left out. The library ")
    assert said.count("\n") == 1
    assert cli.main([*command, "--no-corrections", article]) == 0
    assert capsys.readouterr() == alone


def test_a_library_that_fails_while_it_is_read_is_said_once(
    article: str, capsys: Capture, monkeypatch: pytest.MonkeyPatch
) -> None:
    with Library.open():
        pass

    def fails(*_: object) -> None:
        raise LibraryError("The library is damaged.")

    monkeypatch.setattr(notebook, "overlay_of", fails)
    assert cli.main(["timeline", article, article]) == 1
    out, said = capsys.readouterr()
    assert out.count("2024-06-19") == 2
    assert said == "newsreader: Your corrections are left out. The library is damaged.\n"


def test_a_library_without_locks_is_read_and_what_would_change_it_says_why(article: str, capsys: Capture) -> None:
    assert cli.main(["gazetteer", "add", "Kim Jong Un", "--not"]) == 0
    with no_locks():
        capsys.readouterr()
        assert cli.main(["entities", article]) == 0
        out, said = capsys.readouterr()
        assert ("Kim Jong Un" in out, said) == (False, "")
        assert cli.main(["gazetteer", "add", "Putin", "--not"]) == 1
        said = capsys.readouterr().err
        assert said.startswith("newsreader: The file system has no locks")
        assert "NEWSREADER_DATA_DIR" in said
