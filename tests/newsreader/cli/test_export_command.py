"""`newsreader export`."""

from __future__ import annotations

from typing import TYPE_CHECKING

import pytest

from newsreader import cli
from newsreader.annotations.notebook import Notebook
from newsreader.sources import load
from newsreader.store.library import Library

if TYPE_CHECKING:
    from pathlib import Path


@pytest.fixture
def folder(tmp_path: Path) -> Path:
    """A folder to write into; the library has three articles, two of them with the same title."""
    for name, text in {"a": "Quay to close\n\nThe quay closes.\n", "b": "Ice melts\n\nThe quay is free.\n"}.items():
        (tmp_path / f"{name}.txt").write_text(text, encoding="utf-8")
    (tmp_path / "c.txt").write_text("Quay to close\n\nA ferry comes.\n", encoding="utf-8")
    with Library.open() as library:
        for name in "abc":
            article = load(str(tmp_path / f"{name}.txt"))
            record = library.remember(article)
            if name == "a":
                Notebook(library, record, article).note("Since when?", start=19, end=23)
    return tmp_path


def test_a_folder_has_a_file_for_each_article_that_is_found(folder: Path) -> None:
    out = folder / "out"
    assert cli.main(["export", "quay", "--output", f"{out}/"]) == 0
    assert sorted(each.name for each in out.iterdir()) == [
        "ice-melts.html",
        "quay-to-close-2.html",
        "quay-to-close.html",
    ]
    assert any("Since when?" in each.read_text(encoding="utf-8") for each in out.iterdir())


def test_one_file_has_all_and_its_name_says_the_format(folder: Path, capsys: pytest.CaptureFixture[str]) -> None:
    file = folder / "all.md"
    assert cli.main(["export", "title:quay", "--output", str(file)]) == 0
    assert file.read_text(encoding="utf-8").count("# Quay to close") == 2
    assert "2 articles are in" in capsys.readouterr().err


def test_without_a_file_it_is_printed(folder: Path, capfdbinary: pytest.CaptureFixture[bytes]) -> None:
    assert cli.main(["export", "ferry", "--format", "spacy"]) == 0
    assert b"A ferry comes." in capfdbinary.readouterr().out


def test_nothing_is_overwritten_and_nothing_is_written_of_nothing(
    folder: Path, capsys: pytest.CaptureFixture[str]
) -> None:
    file = folder / "all.md"
    assert cli.main(["export", "zeppelin", "--output", str(file)]) == 1
    assert not file.exists()
    file.write_text("mine", encoding="utf-8")
    assert cli.main(["export", "quay", "--output", str(file)]) == 1
    assert file.read_text(encoding="utf-8") == "mine"
    assert "it exists already" in capsys.readouterr().err


def test_a_query_with_a_mistake_writes_nothing(folder: Path, capsys: pytest.CaptureFixture[str]) -> None:
    assert cli.main(["export", "persn:ferry", "--output", str(folder / "all.md")]) == 1
    assert not (folder / "all.md").exists()
    said = capsys.readouterr().err
    assert "“person:” was perhaps meant" in said
    assert "Nothing was written." in said


def test_a_format_of_one_article_says_how_to_write_several(folder: Path, capsys: pytest.CaptureFixture[str]) -> None:
    assert cli.main(["export", "quay", "--format", "html"]) == 1
    assert "A folder has a file for each: --output NAME/." in capsys.readouterr().err
