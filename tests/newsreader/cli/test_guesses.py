"""What is a guess says so in all that is printed."""

from __future__ import annotations

import csv
import io
import json
from typing import TYPE_CHECKING

import pytest

from newsreader import cli
from newsreader.entities.doubts import GIVEN_AWAY

if TYPE_CHECKING:
    from pathlib import Path

TEXT = """Pact signed in Pyongyang

PYONGYANG: Vladimir Putin met Kim Jong Un and Kim Yo Jong on Wednesday (June 19), on his first visit since July 2000,
24 years ago.

On Thursday Kim thanked Putin for having come.
"""

Capture = pytest.CaptureFixture[str]


@pytest.fixture
def article(tmp_path: Path) -> str:
    path = tmp_path / "pact.txt"
    path.write_text(TEXT, encoding="utf-8")
    return str(path)


def printed(capsys: Capture, *words: str) -> str:
    assert cli.main([*words, "--no-corrections"]) == 0
    return capsys.readouterr().out


def test_in_json_the_day_and_what_hangs_on_it_have_their_reasons(article: str, capsys: Capture) -> None:
    found = json.loads(printed(capsys, "entities", "--format", "json", article))
    assert found["published_doubt"] == found["published_from"] != ""
    doubts = {mention["text"]: mention.get("doubt") for entity in found["entities"] for mention in entity["mentions"]}
    assert doubts["Wednesday (June 19)"] == GIVEN_AWAY
    assert doubts["Thursday"] == f"the article’s date is {found['published_from']}"
    assert doubts["Kim"] == "“Kim” may be Kim Jong Un as well as Kim Yo Jong"
    assert doubts["July 2000"] is doubts["Putin"] is None


def test_in_tables_they_have_the_mark(article: str, capsys: Capture) -> None:
    lines = [line.split() for line in printed(capsys, "entities", article).splitlines()]
    by_name = {" ".join(line[1:4]): line for line in lines if len(line) > 4}
    assert by_name["Wednesday (June 19)"][-1] == "2024-06-19?"
    kim = next(line for line in lines if line[1:4] == ["Kim", "Yo", "Jong"])
    assert kim[4] == "2?"
    when = [line.split("  ")[0] for line in printed(capsys, "timeline", article).splitlines()]
    assert "2024-06-19?" in when
    assert "2000-07" in when


def test_in_csv_they_have_a_column(article: str, capsys: Capture) -> None:
    for command, words in (("entities", "text"), ("timeline", "text")):
        rows = csv.DictReader(io.StringIO(printed(capsys, command, "--format", "csv", article)))
        doubts = {row[words]: row["doubt"] for row in rows}
        assert doubts["Wednesday (June 19)"] == GIVEN_AWAY
        assert doubts["July 2000"] == ""


def test_in_calendars_and_timelines_they_are_tentative(article: str, capsys: Capture) -> None:
    events = printed(capsys, "timeline", "--format", "ics", article).replace("\r\n ", "").split("BEGIN:VEVENT")[1:]
    guessed = [each for each in events if "STATUS:TENTATIVE" in each]
    assert guessed == [each for each in events if "\\n? the article’s date is a guess from" in each]
    assert len(guessed) == 3
    shown = json.loads(printed(capsys, "timeline", "--format", "timelinejs", article))["events"]
    assert [each["display_date"] for each in shown][-1] == "19 June 2024?"
