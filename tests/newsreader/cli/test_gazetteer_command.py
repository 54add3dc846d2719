"""`newsreader gazetteer`, and corrections in `newsreader entities`."""

from __future__ import annotations

from typing import TYPE_CHECKING, Any

import pytest

from newsreader import paths
from newsreader.annotations import gazetteer
from newsreader.annotations.corrections import Scope, Verdict
from newsreader.annotations.gazetteer import Entry
from newsreader.annotations.notebook import Notebook, overlay_of
from newsreader.cli import inputs, parser
from newsreader.cli.analysed import _library, _result
from newsreader.cli.inputs import Input
from newsreader.cli.problems import CommandError
from newsreader.entity import Analysis, Category, Entity, Mention
from newsreader.sources import from_text
from newsreader.store.library import FILE_NAME, Library

if TYPE_CHECKING:
    from pathlib import Path

TEXT = "Mayor Smith saw Zed Corp fall.\n\nLater Zed Corp rose."
ENTRIES = [
    Entry(Verdict.MISSED, ("Zed Corp", "ZC"), Category.ORGANISATION, "Zed Corporation"),
    Entry(Verdict.NOT_AN_ENTITY, ('Mayor, the "old" | one',)),
    Entry(Verdict.IS_NAMED, ("Smith",), Category.PERSON, "Ann Smith"),
    Entry(Verdict.BOUNDARY, ("Zed",), Category.ORGANISATION, "Zed Corp", quote="Zed"),
]


def command(*words: str) -> int:
    run, args = parser.parse(["gazetteer", *words])
    return run(args)


def known() -> list[tuple[Any, ...]]:
    with Library.open() as library:
        return [(each.verdict, each.forms, each.category, each.name) for each in gazetteer.entries(library)]


def analysis() -> Analysis:
    start = TEXT.index("Smith")
    smith = Mention(start, start + 5, "PERSON", Category.PERSON)
    return Analysis("0" * 64, "test 1", (Entity("person:smith", Category.PERSON, "Smith", (), (smith,)),), 1, 1)


def test_entries_are_added_listed_and_removed(capsys: pytest.CaptureFixture[str]) -> None:
    assert command("add", "Zed Corp", "ZC", "--category", "organisation", "--name", "Zed Corporation") == 0
    assert command("add", "Monday", "--not") == 0
    assert command("add", "Monday", "--not") == 0
    assert capsys.readouterr().err.splitlines() == ["1 entry added.", "1 entry added.", "0 entries added."]
    assert command("list") == 0
    listed = capsys.readouterr().out
    assert "missed  organisation  Zed Corp, ZC  → Zed Corporation\n" in listed
    assert command("remove", "ZC") == 0
    assert known() == [(Verdict.NOT_AN_ENTITY, ("Monday",), None, None)]
    assert command("remove", "nothing") == 1


@pytest.mark.parametrize("form", ["csv", "jsonl"])
def test_what_is_exported_can_be_imported(
    form: str, tmp_path: Path, capsys: pytest.CaptureFixture[str], monkeypatch: pytest.MonkeyPatch
) -> None:
    with Library.open() as library:
        gazetteer.add(library, [ENTRIES[0], *ENTRIES[2:]])
    before = known()
    assert command("export", "--format", form) == 0
    first = capsys.readouterr().out
    (tmp_path / "names").write_text(first, encoding="utf-8")
    monkeypatch.setenv("NEWSREADER_DATA_DIR", str(tmp_path / "another"))
    assert command("import", str(tmp_path / "names"), "--format", form) == 0
    assert known() == before
    capsys.readouterr()
    assert command("export", "--format", form) == 0
    assert capsys.readouterr().out == first


def test_what_is_no_entry_is_refused(tmp_path: Path) -> None:
    (tmp_path / "bad.csv").write_text("verdict,forms,category,name\nmaybe,Zed,,\n")
    with pytest.raises(CommandError, match=r"Entry 1 of .*maybe"):
        command("import", str(tmp_path / "bad.csv"))
    for line, lack in (
        ("boundary,Zed,,Zed Corp,", "quote"),
        ("is-named,Zed,,,", "name"),
        ("missed,Zed,,Z,", "category"),
    ):
        (tmp_path / "bad.csv").write_text(f"verdict,forms,category,name,quote\n{line}\n")
        with pytest.raises(CommandError, match=f"Entry 1 of .* has no {lack}"):
            command("import", str(tmp_path / "bad.csv"))
    (tmp_path / "bad.csv").write_text("verdict,forms,category,name\nis-dated,Tuesday,date,2024-06-18\n")
    with pytest.raises(CommandError, match=r"Entry 1 of .* says when something was, which holds in its own article"):
        command("import", str(tmp_path / "bad.csv"))
    with pytest.raises(CommandError, match="--category, --name or --not"):
        command("add", "Zed")
    with pytest.raises(CommandError, match="Say what to remove"):
        command("remove")


def test_an_entry_made_on_an_article_is_removed_in_its_journal() -> None:
    article = from_text(TEXT)
    with Library.open() as library:
        notebook = Notebook(library, library.remember(article), article)
        notebook.corrections.rename(analysis().entities[0], "Ann Smith", scope=Scope.EVERYWHERE)
        (entry,) = gazetteer.entries(library)
        assert gazetteer.remove(library, [entry.id[:8]]) == [entry]
        notebook.refresh()
        assert notebook.corrections.all == ()
        assert notebook.undo() == "undo: put back: named Smith Ann Smith everywhere"
        assert gazetteer.entries(library) == [entry]


def test_the_gazetteer_reaches_articles_that_were_never_opened_and_is_marked() -> None:
    article = from_text(TEXT)
    with Library.open() as library:
        gazetteer.add(library, ENTRIES)
        result = _result(Input("x", article), analysis(), library, [])
        assert library.find(article) is None
    record = result.record()
    assert [(each["name"], each.get("by")) for each in record["entities"]] == [
        ("Ann Smith", "gazetteer"),
        ("Zed Corporation", "gazetteer"),
    ]
    assert "by" not in record["entities"][0]["mentions"][0]
    assert [each["by"] for each in record["entities"][1]["mentions"]] == ["gazetteer", "gazetteer"]


def test_corrections_of_a_known_article_are_the_persons_word() -> None:
    article = from_text(TEXT)
    with Library.open() as library:
        Notebook(library, library.remember(article), article).corrections.add(16, 24, Category.ORGANISATION)
        record = _result(Input("x", article), analysis(), library, []).record()
        assert len(overlay_of(library, article).corrections) == 1
    assert [each.get("by") for each in record["entities"]] == [None, "person"]


def test_no_library_is_made_only_to_look_for_corrections() -> None:
    with _library([], wanted=True) as library:
        assert library is None
    assert not (paths.data_dir() / FILE_NAME).exists()
    with Library.open():
        pass
    with _library([], wanted=False) as library:
        assert library is None
    with _library([], wanted=True) as library:
        assert library is not None


@pytest.mark.parametrize("form", ["csv", "jsonl"])
def test_what_has_no_end_is_not_imported(form: str, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(inputs, "MOST_IMPORTED", 1_000_000)
    with pytest.raises(CommandError, match="larger than 100 MB"):
        command("import", "/dev/zero", "--format", form)


def test_deeply_nested_and_very_long_values_are_refused_in_a_sentence(tmp_path: Path) -> None:
    deep, long = tmp_path / "deep.jsonl", tmp_path / "long.csv"
    deep.write_text("[" * 100_000, encoding="utf-8")
    long.write_text("verdict,forms\n" + "x" * 200_000, encoding="utf-8")
    with pytest.raises(CommandError, match="is not JSON"):
        command("import", str(deep), "--format", "jsonl")
    with pytest.raises(CommandError, match="is not CSV"):
        command("import", str(long), "--format", "csv")
