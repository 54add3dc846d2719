"""`newsreader annotations export`, `import`, `backup`, `restore` and `check`."""

from __future__ import annotations

import json
import sqlite3
from contextlib import closing
from typing import TYPE_CHECKING

import pytest

from newsreader import paths
from newsreader.annotations.corrections import Scope
from newsreader.annotations.notebook import Notebook
from newsreader.cli import annotation_files, inputs, parser
from newsreader.cli.problems import CommandError
from newsreader.entity import Category, Entity, Mention
from newsreader.exports import registry
from newsreader.query.selection import Selection
from newsreader.sources import from_text, load
from newsreader.store.errors import LibraryError
from newsreader.store.library import FILE_NAME, Library

if TYPE_CHECKING:
    from pathlib import Path

TEXT = "Ferry sinks\n\nThe ferry sank on Monday. Ann Lee saw it.\n"


def command(*words: str) -> int:
    run, args = parser.parse(["annotations", *words])
    return run(args)


@pytest.fixture
def file(tmp_path: Path) -> str:
    """An annotated article."""
    path = tmp_path / "ferry.txt"
    path.write_text(TEXT, encoding="utf-8")
    article = load(str(path))
    with Library.open() as library:
        notebook = Notebook(library, library.remember(article), article)
        start = article.text.index("Ann Lee")
        notebook.highlight(start, start + 7, "green")
        notebook.note("who? #check [[Ann Lee]]", start=start, end=start + 3)
        notebook.note("on the article")
        lee = Entity(
            "person:ann-lee", Category.PERSON, "Ann Lee", (), (Mention(start, start + 7, "PERSON", Category.PERSON),)
        )
        notebook.corrections.rename(lee, "Ann Lee-Smith", scope=Scope.EVERYWHERE)
    return str(path)


@pytest.mark.parametrize("form", ["jsonld", "brat", "spacy", "cas"])
def test_export_into_another_library_and_out_again(
    form: str, file: str, tmp_path: Path, monkeypatch: pytest.MonkeyPatch, capsys: pytest.CaptureFixture[str]
) -> None:
    one, other = tmp_path / "one", tmp_path / "other"
    export = ("export", file, "--format", form, "--no-entities", "--output")
    assert command(*export, str(one)) == 0
    said = capsys.readouterr().err
    assert ("1 of 3 annotations are left out" in said) == (form in ("brat", "cas"))
    monkeypatch.setenv("NEWSREADER_DATA_DIR", str(tmp_path / "another"))
    for new in (2 if form in ("brat", "cas") else 3, 0):
        assert command("import", file, str(one), "--format", form) == 0
        assert f"{new} of " in capsys.readouterr().err
    assert command(*export, str(other)) == 0
    assert other.read_bytes() == one.read_bytes()


def test_export_by_kind_colour_tag_entity_and_provenance(file: str, capsys: pytest.CaptureFixture[str]) -> None:
    def exported(*words: str) -> list[str]:
        assert command("export", file, "--format", "json", *words) == 0
        return [each["text"] or each["quote"] for each in json.loads(capsys.readouterr().out)["annotations"]]

    assert exported("--kind", "highlight") == ["Ann Lee"]
    assert exported("--colour", "green", "--colour", "blue") == ["Ann Lee"]
    assert exported("--tag", "#Check") == ["who? #check [[Ann Lee]]"]
    assert exported("--entity", "Ann Lee") == ["who? #check [[Ann Lee]]"]
    assert exported("--provenance", "import") == []
    assert exported("--provenance", "machine") == []
    assert len(exported("--provenance", "person")) == 3


def test_brat_gets_its_text_beside_it(file: str, tmp_path: Path) -> None:
    assert command("export", file, "--format", "brat", "--no-entities", "--output", str(tmp_path / "a.ann")) == 0
    text = (tmp_path / "a.txt").read_bytes().decode("utf-8")
    assert text == load(file).text
    spans = [line.split("\t") for line in (tmp_path / "a.ann").read_text("utf-8").splitlines() if line[0] == "T"]
    assert [text[slice(*map(int, about.split()[1:]))] for _, about, _ in spans] == [quote for *_, quote in spans]


def test_an_empty_selection_wants_everything(file: str) -> None:
    article = load(file)
    with Library.open() as library:
        annotations = Notebook(library, library.remember(article), article).annotations
    assert Selection().of(annotations) == annotations


def test_nothing_is_overwritten(file: str, tmp_path: Path) -> None:
    (tmp_path / "there").write_text("mine")
    with pytest.raises(CommandError, match="cannot be written"):
        command("export", file, "--format", "jsonld", "--output", str(tmp_path / "there"))
    with pytest.raises(LibraryError, match="exists already"):
        command("backup", str(tmp_path / "there"))
    assert (tmp_path / "there").read_text() == "mine"


def test_a_file_of_another_format_is_refused_in_a_sentence(file: str) -> None:
    with pytest.raises(CommandError, match="cannot be imported: it is not JSON"):
        command("import", file, file)
    with pytest.raises(CommandError, match="Name the article"):
        command("import", file)


def test_a_backup_is_restored_and_what_was_there_is_kept(
    file: str, tmp_path: Path, capsys: pytest.CaptureFixture[str]
) -> None:
    copy = tmp_path / "copy.db"
    assert command("backup", str(copy)) == 0
    article = load(file)
    with Library.open() as library:
        Notebook(library, library.remember(article), article).note("after the copy")
    assert command("restore", str(copy)) == 0
    with Library.open() as library:
        assert len(Notebook(library, library.remember(article), article).annotations) == 3
    before = next((paths.data_dir() / "backups").iterdir())
    with Library.open(before) as library:
        assert len(Notebook(library, library.remember(article), article).annotations) == 4
    assert str(before) in capsys.readouterr().out


@pytest.mark.parametrize("damage", [b"not a database any more " * 200, b""])
def test_a_copy_is_restored_over_a_damaged_library(file: str, tmp_path: Path, damage: bytes) -> None:
    copy, library_file = tmp_path / "copy.db", paths.data_dir() / FILE_NAME
    command("backup", str(copy))
    library_file.write_bytes(damage)
    assert command("restore", str(copy)) == 0
    assert command("check") == 0
    with Library.open() as library:
        assert len(Notebook(library, library.remember(load(file)), load(file)).annotations) == 3
    (aside,) = (paths.data_dir() / "backups").iterdir()
    assert not damage or aside.read_bytes() == damage


def test_what_is_no_library_is_not_restored(file: str, tmp_path: Path) -> None:
    (tmp_path / "copy.db").write_bytes(b"not a database at all, but long enough to be looked at" * 50)
    with pytest.raises(LibraryError, match="was not restored"):
        command("restore", str(tmp_path / "copy.db"))
    with closing(sqlite3.connect(tmp_path / "other.db")) as other:
        other.execute("CREATE TABLE x (y)")
    with pytest.raises(LibraryError, match="another program"):
        command("restore", str(tmp_path / "other.db"))
    assert command("check") == 0


def test_check_finds_a_count_and_a_gazetteer_that_do_not_follow_from_the_journal(
    file: str, capsys: pytest.CaptureFixture[str]
) -> None:
    assert command("check") == 0
    assert capsys.readouterr().out == "The library is sound.\n"
    with closing(sqlite3.connect(paths.data_dir() / FILE_NAME, isolation_level=None)) as connection:
        connection.execute("UPDATE article SET annotation_count = 9")
        connection.execute("DELETE FROM gazetteer")
    assert command("check") == 1
    assert "has 3 annotations and says 9" in (said := capsys.readouterr().err)
    assert "The gazetteer has 0 entries and the journals 1." in said


@pytest.mark.parametrize(("form", "start"), [("markdown", "# "), ("json", "{"), ("jsonld", "{")])
def test_a_file_is_in_the_format_that_was_asked_for(form: str, start: str, file: str, tmp_path: Path) -> None:
    target = tmp_path / "out"
    assert command("export", file, "--format", form, "--output", str(target)) == 0
    text = target.read_text("utf-8")
    assert text.startswith(start)
    assert ("@context" in text) == (form == "jsonld")


def test_names_of_another_program_become_the_persons_and_what_is_not_carried_is_said(
    file: str, tmp_path: Path, capsys: pytest.CaptureFixture[str]
) -> None:
    text = load(file).text
    words = text.split()[:2]
    place = text.index(words[1])
    (tmp_path / "x.ann").write_text(
        f"T1\tPerson 0 {len(words[0])}\t{words[0]}\nT2\tEvent {place} {place + len(words[1])}\t{words[1]}\n"
        "R1\tKnows Arg1:T1 Arg2:T2\n"
    )
    assert command("import", file, str(tmp_path / "x.ann"), "--format", "brat") == 0
    said = capsys.readouterr().err
    assert "1 of 1 annotations and names are new." in said
    assert "Names left out: 1 of kinds that newsreader does not know (Event)." in said
    assert "Left out: 1 relation." in said
    with Library.open() as library:
        notebook = Notebook(library, library.remember(load(file)), load(file))
        assert [(each.quote, each.category) for each in notebook.corrections.all if each.verdict == "missed"] == [
            (words[0], "person")
        ]


def test_what_has_no_end_is_not_imported(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(inputs, "MOST_IMPORTED", 1_000_000)
    form = registry.ANNOTATIONS["jsonld"]
    with pytest.raises(CommandError, match="larger than 100 MB"):
        annotation_files.read(form, "/dev/zero", from_text("A tram."))


def test_a_record_that_has_no_end_is_refused(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(inputs, "MOST_IMPORTED", 1_000_000)
    with pytest.raises(CommandError, match="no end within 100 MB"):
        list(inputs.records("/dev/zero"))
