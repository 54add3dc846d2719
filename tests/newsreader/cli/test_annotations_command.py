"""`newsreader annotations`: list and export from the library alone."""

from __future__ import annotations

import argparse
import json
from typing import TYPE_CHECKING

import pytest

from newsreader.annotations.notebook import Notebook
from newsreader.article import Article, Metadata, Origin, OriginKind, Paragraph
from newsreader.cli.commands import annotations
from newsreader.cli.problems import CommandError
from newsreader.store.errors import LibraryError
from newsreader.store.library import Library

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


def test_what_is_listed_cannot_steer_the_terminal(tmp_path: Path, capsys: pytest.CaptureFixture[str]) -> None:
    keep(str(tmp_path / "x\x1b]0;evil\x07.txt"))
    keep("https://example.org/\x1b[2J", "Title\x1b[2J", OriginKind.URL)
    assert command("list") == 0
    assert capsys.readouterr().out.replace("\n", "").isprintable()
