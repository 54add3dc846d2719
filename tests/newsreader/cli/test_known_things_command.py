"""`newsreader gazetteer` with files of known things."""

from __future__ import annotations

import io
import json
from typing import TYPE_CHECKING

import pytest

from newsreader.cli import known_things, parser
from newsreader.cli.problems import CommandError
from newsreader.intake.known import reading

if TYPE_CHECKING:
    from pathlib import Path

TABLE = "id,name,aliases,category,country\n1,Karin Ahlström,K. A.,person,se\n,,,person,\n3,Norrfors,,place,\n"
ROLF = {"id": "Q1", "schema": "Person", "properties": {"name": ["Rolf Knowles"]}}
OWNS = {"id": "o", "schema": "Ownership", "properties": {"owner": ["Q1"]}}


def command(*words: str) -> int:
    run, args = parser.parse(["gazetteer", *words])
    return run(args)


@pytest.fixture
def table(tmp_path: Path) -> str:
    (tmp_path / "people.csv").write_text(TABLE)
    return str(tmp_path / "people.csv")


@pytest.fixture
def money(tmp_path: Path) -> str:
    (tmp_path / "some.ftm.json").write_text(f"{json.dumps(ROLF)}\n{json.dumps(OWNS)}\n")
    return str(tmp_path / "some.ftm.json")


def test_the_help_has_the_formats_there_are() -> None:
    assert known_things.FORMATS == reading.FORMATS


def test_files_are_taken_in_listed_and_forgotten(table: str, money: str, capsys: pytest.CaptureFixture[str]) -> None:
    assert command("import", table, money) == 1
    assert capsys.readouterr().err.splitlines() == [
        "2 things known from people.csv.",
        "newsreader: 1 record of people.csv cannot be read: record 2 has no name.",
        "1 thing known from some.ftm.json; 1 record of other kinds passed over.",
    ]
    assert command("import", table) == 0
    assert capsys.readouterr().err == "2 things of people.csv are known already.\n"
    assert command("stats") == 0
    assert [line.split()[:3] for line in capsys.readouterr().out.splitlines()] == [
        ["File", "Things", "Records"],
        ["people.csv", "2", "3"],
        ["some.ftm.json", "1", "2"],
    ]
    assert command("list", "--from", "people.csv") == 0
    assert capsys.readouterr().out == "1  person  Karin Ahlström  K. A.  se\n3  place  Norrfors\n"
    assert command("list") == 0
    assert capsys.readouterr().out == ""
    assert command("remove", "--from", "people.csv") == 0
    assert command("remove", "--from", "people.csv") == 1
    assert command("list", "--from", "people.csv") == 1
    assert capsys.readouterr().err.splitlines() == [
        "Nothing is known from people.csv any more.",
        *["newsreader: Nothing is known from people.csv."] * 2,
    ]


def test_standard_input_is_called_what_one_likes(
    monkeypatch: pytest.MonkeyPatch, capsys: pytest.CaptureFixture[str]
) -> None:
    class Pipe:
        buffer = io.BytesIO(TABLE.encode())

    monkeypatch.setattr("sys.stdin", Pipe)
    assert command("import", "-", "--from", "mine") == 1
    assert command("list", "--from", "mine") == 0
    assert capsys.readouterr().out.splitlines()[1] == "3  place  Norrfors"


def test_entries_of_both_formats_are_told_from_known_things(
    tmp_path: Path, table: str, capsys: pytest.CaptureFixture[str]
) -> None:
    (tmp_path / "csv").write_text("verdict,forms,category,name,quote\nmissed,Zed Corp,organisation,,\n")
    (tmp_path / "jsonl").write_text('{"verdict": "missed", "forms": ["ZC"], "category": "organisation"}\n')
    assert command("import", str(tmp_path / "csv"), table, str(tmp_path / "jsonl")) == 1
    assert "2 entries added." in capsys.readouterr().err


def test_known_things_are_imported_only(table: str) -> None:
    with pytest.raises(CommandError, match="imported only"):
        command("export", "--format", "ftm")
    with pytest.raises(CommandError, match="cannot be read"):
        command("import", f"{table}.gone")
