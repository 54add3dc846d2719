"""One file that holds several articles, in every command that takes a location."""

from __future__ import annotations

import json
import sys
from typing import TYPE_CHECKING

import papers
import pytest

from newsreader import cli
from newsreader.annotations.notebook import Notebook
from newsreader.cli.commands.read import NamedArticles
from newsreader.sources import load_all
from newsreader.sources.errors import SourceError
from newsreader.store.library import Library

if TYPE_CHECKING:
    from pathlib import Path

Capture = pytest.CaptureFixture[str]


@pytest.fixture
def file(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> str:
    """Three articles in one file, of a format that only the tests know."""
    papers.register(monkeypatch)
    path = tmp_path / "week.papers"
    path.write_bytes(
        papers.papers(
            one="Mayor opens bridge in Lyon\n\nAngela Merkel opened a bridge on 19 June 2024.\n",
            two="Ferry is late in Oslo\n\nEmmanuel Macron waited in Oslo on 20 June 2024.\n",
            three="Rain goes on in Rome\n\nIt rained in Rome on 21 June 2024.\n",
        )
    )
    return str(path)


def annotate(file: str) -> None:
    """Write a note on the second and on the third article."""
    with Library.open() as library:
        for number, article in enumerate(load_all(file)):
            if number:
                Notebook(library, library.remember(article), article).note(f"Note {number}")


def test_entities_of_all_of_them_each_by_its_name(file: str, capsys: Capture) -> None:
    assert cli.main(["entities", "--format", "jsonl", file]) == 0
    found = [json.loads(line) for line in capsys.readouterr().out.splitlines()]
    assert [each["id"] for each in found] == [f"{file}#one", f"{file}#two", f"{file}#three"]
    names = [[entity["name"] for entity in each["entities"] if entity["category"] == "place"] for each in found]
    assert names == [["Lyon"], ["Oslo"], ["Rome"]]


def test_several_are_an_array_in_json_and_one_of_them_is_an_object(file: str, capsys: Capture) -> None:
    assert cli.main(["entities", "--format", "json", file]) == 0
    assert len(json.loads(capsys.readouterr().out)) == 3
    assert cli.main(["entities", "--format", "json", f"{file}#two"]) == 0
    assert json.loads(capsys.readouterr().out)["id"] == f"{file}#two"


def test_all_of_them_are_printed(file: str, capsys: Capture) -> None:
    assert cli.main(["show", file]) == 0
    out = capsys.readouterr().out
    assert out.index("Mayor opens") < out.index("Ferry is late") < out.index("Rain goes on")


def test_their_dates_are_one_timeline(file: str, capsys: Capture) -> None:
    assert cli.main(["timeline", "--format", "csv", file]) == 0
    rows = capsys.readouterr().out.splitlines()[1:]
    assert [row.partition(",")[0] for row in rows] == [f"{file}#one", f"{file}#two", f"{file}#three"]


def test_what_can_be_had_comes_before_the_complaint(file: str, tmp_path: Path, capsys: Capture) -> None:
    torn = tmp_path / "torn.papers"
    torn.write_bytes(papers.papers(one="It rained.\n", two="unreadable"))
    assert cli.main(["show", str(torn), f"{file}#two"]) == 1
    out, errors = capsys.readouterr()
    assert "It rained." in out
    assert "Ferry is late" in out
    assert "is torn" in errors


def test_annotations_are_each_articles_own(file: str, capsys: Capture) -> None:
    annotate(file)
    assert cli.main(["annotations", "list", f"{file}#two"]) == 0
    out = capsys.readouterr().out
    assert "Note 1" in out
    assert "Note 2" not in out
    assert cli.main(["annotations", "export", file, "--format", "json"]) == 0
    documents = json.loads(capsys.readouterr().out)
    assert [[each["text"] for each in one["annotations"]] for one in documents] == [[], ["Note 1"], ["Note 2"]]
    assert [each["article"]["location"] for each in documents] == [f"{file}#{name}" for name in ("one", "two", "three")]


def test_annotations_are_imported_into_one_that_is_named(file: str, tmp_path: Path, capsys: Capture) -> None:
    annotate(file)
    assert cli.main(["annotations", "export", f"{file}#two", "--format", "jsonld"]) == 0
    exported = tmp_path / "notes.jsonld"
    exported.write_text(capsys.readouterr().out, encoding="utf-8")
    assert cli.main(["annotations", "import", file, str(exported)]) == 1
    assert f"has 3 articles: name one of them, such as {file}#one" in capsys.readouterr().err
    assert cli.main(["annotations", "import", f"{file}#three", str(exported)]) == 0
    assert "1 of 1 annotations are new" in capsys.readouterr().err


def test_the_reader_walks_them_one_by_one(file: str, tmp_path: Path) -> None:
    other = tmp_path / "other.txt"
    other.write_text("Another one\n\nIt snowed.\n", encoding="utf-8")
    articles = NamedArticles([str(other), file, str(other)])
    assert articles.locations == [str(other), file, str(other)]
    assert articles.load(0).metadata.title == "Another one"
    assert articles.load(1).metadata.title == "Mayor opens bridge in Lyon"
    assert articles.locations == [str(other), f"{file}#one", f"{file}#two", f"{file}#three", str(other)]
    assert [articles.load(index).origin.part for index in range(5)] == ["", "one", "two", "three", ""]
    assert articles.load(2) is articles.load(2)


def test_the_first_ones_are_known_before_the_reader_opens(file: str, monkeypatch: pytest.MonkeyPatch) -> None:
    assert NamedArticles([file]).locations == [f"{file}#one", f"{file}#two", f"{file}#three"]
    with open(file, encoding="latin-1") as stream:
        monkeypatch.setattr(sys, "stdin", stream)
        assert NamedArticles([f"{file}#two", "-"]).locations == [f"{file}#two", "-#one", "-#two", "-#three"]


def test_what_cannot_be_opened_is_passed_over_at_the_start(file: str, tmp_path: Path, capsys: Capture) -> None:
    empty, gone = tmp_path / "empty.txt", tmp_path / "gone.txt"
    empty.touch()
    articles = NamedArticles([str(empty), str(gone), file])
    assert (articles.first, articles.load(articles.first).origin.part) == (2, "one")
    assert "is empty" in articles.unreadable[str(empty)]
    assert "There is no file" in articles.unreadable[str(gone)]
    empty.write_text("There is something now.\n", encoding="utf-8")
    assert "something" in articles.load(0).text
    empty.write_text("", encoding="utf-8")
    with pytest.raises(SourceError, match="There is no file"):
        NamedArticles([str(empty), str(gone)])
    assert "is empty" in capsys.readouterr().err
