"""`newsreader annotations`: list and export from the library alone."""

from __future__ import annotations

import argparse
import json
import sqlite3
from contextlib import closing
from typing import TYPE_CHECKING

import pytest

from newsreader.annotations.corrections.model import Scope
from newsreader.annotations.notebook import Notebook
from newsreader.article import Article, Metadata, Origin, OriginKind, Paragraph
from newsreader.cli.commands import annotations
from newsreader.cli.problems import CommandError
from newsreader.entity import Category, Entity, Mention
from newsreader.store.errors import LibraryError
from newsreader.store.library import Library, library_file

if TYPE_CHECKING:
    from pathlib import Path

TEXT = "The ferry sank off the coast. Divers found it on Monday."


def command(*words: str) -> int:
    parser = argparse.ArgumentParser()
    annotations.add_parser(parser.add_subparsers())
    return annotations.run(parser.parse_args(["annotations", *words]))


def keep(location: str, title: str | None = None, kind: OriginKind = OriginKind.FILE) -> None:
    """Open an article and write a highlight and a note, as the reader does."""
    article = Article(TEXT, (Paragraph(0, len(TEXT)),), Metadata(title=title), Origin(kind, location))
    with Library.open() as library:
        notebook = Notebook(library, library.remember(article), article)
        notebook.highlight(4, 9, "green")
        notebook.note("Who\nsays so? #check")


@pytest.fixture
def file(tmp_path: Path) -> str:
    """A file with two annotations."""
    path = tmp_path / "ferry.txt"
    path.write_text(TEXT)
    keep(str(path), "Ferry sinks")
    return str(path)


def test_list_has_a_line_for_each(file: str, capsys: pytest.CaptureFixture[str]) -> None:
    assert command("list", file) == 0
    assert capsys.readouterr().out == "Ferry sinks\n  note  article  Who says so? #check\n  green  4–9  “ferry”\n"


def test_a_query_chooses(file: str, capsys: pytest.CaptureFixture[str]) -> None:
    assert command("list", file, "--query", "kind:note -tag:treaty says") == 0
    assert capsys.readouterr().out == "Ferry sinks\n  note  article  Who says so? #check\n"
    with pytest.raises(CommandError, match="note, highlight, bookmark"):
        command("list", file, "--query", "kind:letter")


def test_export_is_markdown_by_default(file: str, capsys: pytest.CaptureFixture[str]) -> None:
    assert command("export", file) == 0
    assert capsys.readouterr().out.startswith("# Ferry sinks\n\n*on the article*\n\nWho\nsays so? #check\n\n> ferry\n")


def test_export_as_json(file: str, capsys: pytest.CaptureFixture[str]) -> None:
    assert command("export", file, "--format", "json") == 0
    document = json.loads(capsys.readouterr().out)
    assert document["article"]["title"] == "Ferry sinks"
    assert [each["kind"] for each in document["annotations"]] == ["note", "highlight"]


def test_without_a_file_all_annotated_articles_are_exported(file: str, capsys: pytest.CaptureFixture[str]) -> None:
    keep("https://example.org/ferry", "The page", OriginKind.URL)
    assert command("export", "--format", "json") == 0
    documents = json.loads(capsys.readouterr().out)
    assert [document["article"]["title"] for document in documents] == ["The page", "Ferry sinks"]


def test_a_page_is_read_from_the_library_and_never_fetched(capsys: pytest.CaptureFixture[str]) -> None:
    keep("https://unreachable.invalid/ferry", "The page", OriginKind.URL)
    assert command("list", "https://unreachable.invalid/ferry") == 0
    assert "ferry" in capsys.readouterr().out
    with pytest.raises(LibraryError, match="open it in the reader first"):
        command("list", "https://unreachable.invalid/other")


def test_a_file_that_is_gone_still_has_its_annotations(file: str, tmp_path: Path) -> None:
    (tmp_path / "ferry.txt").unlink()
    assert command("list", file) == 0


def test_an_article_that_was_never_opened_has_none(tmp_path: Path, capsys: pytest.CaptureFixture[str]) -> None:
    path = tmp_path / "new.txt"
    path.write_text("Something new.")
    assert command("export", str(path), "--format", "json") == 0
    assert json.loads(capsys.readouterr().out)["annotations"] == []
    with Library.open() as library:
        assert library.recent() == []


def test_a_library_without_annotations_lists_none(capsys: pytest.CaptureFixture[str]) -> None:
    assert command("list") == 0
    assert capsys.readouterr().out == ""


def correct(location: str) -> None:
    """Say that the ferry, which was found as a name, is none."""
    with Library.open() as library:
        record = library.at(location)
        assert record is not None
        mention = Mention(4, 9, "ORG", Category.ORGANISATION)
        ferry = Entity("organisation:ferry", Category.ORGANISATION, "ferry", (), (mention,))
        Notebook(library, record, library.stored(record)).corrections.reject(ferry, mention)


def test_corrections_are_listed_and_found(file: str, capsys: pytest.CaptureFixture[str]) -> None:
    correct(file)
    assert command("list", file) == 0
    assert capsys.readouterr().out.splitlines()[-1] == "  correction  4–9  took ferry off the entities"
    assert command("list", "--query", "kind:correction entity:ferry") == 0
    assert capsys.readouterr().out == "Ferry sinks\n  correction  4–9  took ferry off the entities\n"
    assert command("list", "--kind", "note") == 0
    assert "correction" not in capsys.readouterr().out
    assert command("list", "--kind", "correction", "--format", "json") == 0
    (document,) = json.loads(capsys.readouterr().out)
    (correction,) = document["corrections"]
    assert (correction["verdict"], correction["start"], correction["quote"]) == ("not-an-entity", 4, "ferry")
    assert document["annotations"] == []
    assert document["article"]["id"] == "library:1"


def test_articles_with_nothing_that_is_asked_for_are_not_listed(file: str, capsys: pytest.CaptureFixture[str]) -> None:
    keep("https://example.org/ferry", "The page", OriginKind.URL)
    assert command("list", "--query", "no such words") == 0
    assert capsys.readouterr().out == ""


def test_an_article_with_corrections_alone_is_listed_and_has_nothing_to_export(
    tmp_path: Path, capsys: pytest.CaptureFixture[str]
) -> None:
    article = Article(TEXT, (Paragraph(0, len(TEXT)),), Metadata("Ferry"), Origin(OriginKind.RECORD, "one"))
    with Library.open() as library:
        library.remember(article)
        ferry = Entity("place:ferry", Category.PLACE, "ferry", (), (Mention(4, 9, "GPE", Category.PLACE),))
        Notebook(library, library.remember(article), article).corrections.rename(ferry, "Ferry", scope=Scope.EVERYWHERE)
    assert command("list") == 0
    assert capsys.readouterr().out == "Ferry\n  correction  article  named ferry Ferry everywhere\n"
    assert command("export") == 0
    assert capsys.readouterr().out.strip() == ""


def test_a_title_with_a_damaged_byte_hides_nothing(file: str, capsys: pytest.CaptureFixture[str]) -> None:
    keep("https://example.org/ferry", "The page", OriginKind.URL)
    with closing(sqlite3.connect(library_file())) as damaged, damaged:
        damaged.execute("UPDATE article SET title = CAST(x'466572ff7279' AS TEXT) WHERE title = 'Ferry sinks'")
    assert command("list") == 0
    said = capsys.readouterr().out
    assert "The page" in said
    assert "Fer\ufffdry\n  note  article  Who says so?" in said
    assert command("export", "--format", "json") == 0
    assert len(json.loads(capsys.readouterr().out)) == 2
    with Library.open() as library:
        assert {each.title for each in library.recent()} == {"The page", "Fer\ufffdry"}
    assert command("check") == 1
    assert "what is known of article 1 is no UTF-8" in capsys.readouterr().err


def test_a_text_with_a_damaged_byte_is_said_and_hides_no_other(
    file: str, tmp_path: Path, capsys: pytest.CaptureFixture[str]
) -> None:
    other = Article("Else.", (Paragraph(0, 5),), Metadata("Other"), Origin(OriginKind.FILE, str(tmp_path / "o.txt")))
    with Library.open() as library:
        Notebook(library, library.remember(other), other).note("Mine")
    with closing(sqlite3.connect(library_file())) as damaged, damaged:
        damaged.execute("UPDATE text SET content = CAST(x'61ff' AS TEXT) WHERE content = 'Else.'")
    assert command("list") == 1
    printed = capsys.readouterr()
    assert "Who says so?" in printed.out
    assert printed.err.count("is damaged") == 1


def test_what_is_listed_cannot_steer_the_terminal(tmp_path: Path, capsys: pytest.CaptureFixture[str]) -> None:
    keep(str(tmp_path / "x\x1b]0;evil\x07.txt"))
    keep("https://example.org/\x1b[2J", "Title\x1b[2J", OriginKind.URL)
    assert command("list") == 0
    assert capsys.readouterr().out.replace("\n", "").isprintable()
