"""`newsreader identity`, `entry`, `dossier` and `names --mentions`."""

from __future__ import annotations

import csv
import io
import json
from typing import TYPE_CHECKING

import pytest
from named import named

from newsreader.article import Origin, OriginKind
from newsreader.cli import parser
from newsreader.cli.problems import CommandError
from newsreader.index.index import Index
from newsreader.sources import from_text
from newsreader.store.library import Library, library_file

if TYPE_CHECKING:
    from pathlib import Path

WRITTEN = (
    "{person: Karin Ahlström} rows in {place: Norrfors}.",
    "{person: K. Ahlstroem} wins in {place: Oslo}.",
    "{person: Karin Ahlström} rests.",
)
Capture = pytest.CaptureFixture[str]


def command(*words: str) -> int:
    run, args = parser.parse(words)
    return run(args)


@pytest.fixture
def library() -> None:
    with Library.open() as library, Index.open(library_file()) as index:
        for number, written in enumerate(WRITTEN):
            plain, analysis = named(written)
            article = from_text(plain.text, origin=Origin(OriginKind.RECORD, f"r{number}"))
            with library.writing() as unit:
                record = unit.articles.remember(article)
            index.follow(library)
            assert index.name(record, article, analysis, "rules")


def people(capsys: Capture) -> list[tuple[str, int]]:
    capsys.readouterr()
    assert command("names", "--category", "person", "--format", "json") == 0
    return [(each["name"], each["articles"]) for each in json.loads(capsys.readouterr().out)]


@pytest.mark.usefixtures("library")
def test_what_is_said_holds_until_it_is_undone(capsys: Capture) -> None:
    apart = [("Karin Ahlström", 2), ("K. Ahlstroem", 1)]
    assert people(capsys) == apart
    assert command("identity", "merge", "Karin Ahlström", "K. Ahlstroem") == 0
    assert capsys.readouterr().err == "Said that “Karin Ahlström” and “K. Ahlstroem” are one.\n"
    assert people(capsys) == [("Karin Ahlström", 3)]
    assert command("identity", "rename", "Karin Ahlström", "Karin A.") == 0
    assert people(capsys) == [("Karin A.", 3)]
    assert command("search", "person:ahlstroem", "--format", "ids") == 0
    assert capsys.readouterr().out.split() == ["library:3", "library:2", "library:1"]
    assert command("identity", "reject", "K. Ahlstroem") == 0
    assert people(capsys) == []
    capsys.readouterr()
    assert command("identity", "list") == 0
    assert len(capsys.readouterr().out.splitlines()) == 4
    for _ in range(3):
        assert command("identity", "undo") == 0
    assert people(capsys) == apart
    assert command("identity", "redo") == 0
    assert people(capsys) == [("Karin Ahlström", 3)]


@pytest.mark.usefixtures("library")
def test_in_one_article_it_is_another_one(capsys: Capture) -> None:
    assert command("identity", "split", "Karin Ahlström", "--in", "library:3") == 0
    assert people(capsys) == [("K. Ahlstroem", 1), ("Karin Ahlström", 1), ("Karin Ahlström", 1)]
    with pytest.raises(CommandError, match="several of that name: id:"):
        command("identity", "reject", "Karin Ahlström")


@pytest.mark.usefixtures("library")
@pytest.mark.parametrize(
    ("words", "sentence"),
    [
        (("merge", "Karin Ahlström", "Nobody"), "There is no “Nobody”"),
        (("merge", "Karin Ahlström", "Karin Ahlström"), "one thing already"),
        (("merge", "Karin Ahlström", "Oslo"), "different categories"),
        (("split", "Karin Ahlström", "--in", "library:3", "2", "999"), "not in library:2, library:999"),
        (("undo",), "nothing to undo"),
        (("redo",), "nothing to do again"),
    ],
)
def test_what_cannot_be_said(words: tuple[str, ...], sentence: str) -> None:
    with pytest.raises(CommandError, match=sentence):
        command("identity", *words)


@pytest.mark.usefixtures("library")
def test_mentions_in_their_sentences(capsys: Capture) -> None:
    assert command("names", "--mentions", "--category", "person", "--format", "jsonl", "--limit", "1") == 0
    found = [json.loads(line) for line in capsys.readouterr().out.splitlines()]
    assert [(each["article"], each["text"], each["sentence"]) for each in found] == [
        (3, "Karin Ahlström", "Karin Ahlström rests."),
        (1, "Karin Ahlström", "Karin Ahlström rows in Norrfors."),
    ]
    assert command("names", "--mentions", "oslo", "--format", "csv") == 0
    rows = [*csv.DictReader(io.StringIO(capsys.readouterr().out))]
    assert {each["name"] for each in rows} == {"K. Ahlstroem", "Oslo"}
    assert command("names", "--mentions", "oslo", "--format", "json") == 0
    assert len(json.loads(capsys.readouterr().out)) == 2
    assert command("names", "--mentions", "oslo") == 0
    assert "Oslo: K. Ahlstroem wins in Oslo." in capsys.readouterr().out


@pytest.mark.usefixtures("library")
def test_a_dossier(capsys: Capture) -> None:
    assert command("dossier", "Karin", "Ahlström") == 0
    assert capsys.readouterr().out.startswith("# Karin Ahlström\n\n- What: person\n- Articles: 2, with 2 mentions\n")
    assert command("dossier", "ahlström", "--format", "json", "--query", "rests") == 0
    dossier = json.loads(capsys.readouterr().out)
    assert [each["text"] for each in dossier["mentions"]] == ["Karin Ahlström rests."]
    assert command("dossier", f"id:{dossier['id']}", "--format", "csv", "--limit", "1") == 0
    assert len(capsys.readouterr().out.splitlines()) == 2
    with pytest.raises(CommandError, match="There is no “Nobody”"):
        command("dossier", "Nobody")
    with pytest.raises(CommandError, match=r"did you mean “Karin Ahlström”\?"):
        command("dossier", "karen ahlstrom")
    with pytest.raises(CommandError, match="There is no “id:999”"):
        command("dossier", "id:999")


@pytest.mark.usefixtures("library")
@pytest.mark.parametrize("called", ["", " ", "\x1b", "…"])
def test_nothing_can_be_called_by_no_letter(called: str, capsys: Capture) -> None:
    with pytest.raises(CommandError, match="at least one letter"):
        command("identity", "rename", "Karin Ahlström", called)
    assert ("Karin Ahlström", 2) in people(capsys)


@pytest.mark.usefixtures("library")
def test_names_say_what_is_known_from_elsewhere(tmp_path: Path, capsys: Capture) -> None:
    (tmp_path / "mine.csv").write_text("id,name,category\nq1,Karin Ahlstrom,person\n")
    assert command("gazetteer", "import", str(tmp_path / "mine.csv")) == 0
    capsys.readouterr()
    assert command("names", "--category", "person", "--format", "jsonl") == 0
    known = {each["name"]: each["known"] for each in map(json.loads, capsys.readouterr().out.splitlines())}
    assert known["Karin Ahlström"] == [{"source": "mine.csv", "id": "q1", "doubt": ""}]
    assert known["K. Ahlstroem"] == []


@pytest.mark.usefixtures("library")
def test_what_is_confirmed_is_all_that_a_dossier_prints_if_that_is_wanted(capsys: Capture) -> None:
    def printed() -> list[str]:
        capsys.readouterr()
        assert command("dossier", "Karin Ahlström", "--confirmed", "--format", "json") == 0
        record = json.loads(capsys.readouterr().out)
        assert record["confirmed"]
        return [each["text"] for each in record["mentions"]]

    assert printed() == []
    assert command("identity", "confirm", "Karin Ahlström", "--in", "library:3") == 0
    assert capsys.readouterr().err == "Confirmed “Karin Ahlström” in 1 article.\n"
    assert printed() == ["Karin Ahlström rests."]
    with pytest.raises(CommandError, match="not in library:2"):
        command("identity", "confirm", "Karin Ahlström", "--in", "library:2")
    assert command("identity", "undo") == 0
    assert printed() == []


@pytest.mark.usefixtures("library")
def test_only_so_many_of_what_was_confirmed(capsys: Capture) -> None:
    assert command("identity", "confirm", "Karin Ahlström", "--in", "library:1") == 0
    capsys.readouterr()
    assert command("dossier", "Karin Ahlström", "--confirmed", "--limit", "1", "--format", "json") == 0
    record = json.loads(capsys.readouterr().out)
    assert [each["text"] for each in record["mentions"]] == ["Karin Ahlström rows in Norrfors."]


def entries(capsys: Capture, *words: str) -> list[dict[str, str]]:
    capsys.readouterr()
    assert command("entry", "list", *words, "--format", "json") == 0
    found: list[dict[str, str]] = json.loads(capsys.readouterr().out)
    return found


@pytest.mark.usefixtures("library")
def test_entries_are_written_changed_removed_and_all_of_it_undone(capsys: Capture) -> None:
    assert command("entry", "add", "karin ahlström", "19 June 2024 ?", "She", "resigned.") == 0
    assert capsys.readouterr().err == "Wrote the entry of 2024-06-19 “She resigned.”.\n"
    assert command("entry", "add", "Oslo", "may 2024", "A race.") == 0
    (race, resigned) = entries(capsys)
    assert (race["first"], race["last"], race["name"], race["text"]) == ("2024-05-01", "2024-05-31", "Oslo", "A race.")
    assert resigned["doubt"]
    assert entries(capsys, "Oslo") == entries(capsys, "--category", "place") == [race]
    assert command("entry", "change", resigned["id"][:8], "--when", "2024-06-20") == 0
    assert [(each["first"], each["text"], each["doubt"]) for each in entries(capsys, "Karin Ahlström")] == [
        ("2024-06-20", "She resigned.", "")
    ]
    assert command("entry", "change", resigned["id"], "--text", "She left.") == 0
    assert command("entry", "list") == 0
    assert capsys.readouterr().out.splitlines() == [
        "Id        When                      Name            What",
        f"{race['id'][:8]}  2024-05-01 to 2024-05-31  Oslo            A race.",
        f"{resigned['id'][:8]}  2024-06-20                Karin Ahlström  She left.",
    ]
    assert command("entry", "remove", race["id"]) == 0
    assert [each["text"] for each in entries(capsys)] == ["She left."]
    assert command("entry", "undo") == command("entry", "undo") == 0
    assert [each["text"] for each in entries(capsys)] == ["A race.", "She resigned."]
    assert command("entry", "redo") == 0
    assert [each["text"] for each in entries(capsys)] == ["A race.", "She left."]
    assert command("dossier", "Oslo", "--format", "timeline") == 0
    assert "A race." in capsys.readouterr().out


@pytest.mark.usefixtures("library")
@pytest.mark.parametrize(
    ("words", "sentence"),
    [
        (("add", "Nobody", "2024", "He came."), "There is no “Nobody”"),
        (("add", "Oslo", "soon", "He came."), "Type a date"),
        (("add", "Oslo", "2024", " "), "Say what was then"),
        (("change", "ab", "--text", "He came."), "no entry “ab”"),
        (("remove", ""), "no entry"),
        (("undo",), "nothing to undo"),
    ],
)
def test_what_is_no_entry(words: tuple[str, ...], sentence: str) -> None:
    with pytest.raises(CommandError, match=sentence):
        command("entry", *words)
