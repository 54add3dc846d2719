"""`newsreader library export`, `import` and `stats`."""

from __future__ import annotations

import json
import os
import random
import zipfile
from pathlib import Path

import pytest
from limits import no_room, only_read

from newsreader import paths
from newsreader.annotations.notebook import Notebook
from newsreader.cli import parser
from newsreader.cli.problems import CommandError
from newsreader.sources import load
from newsreader.store.library import FILE_NAME, Library
from newsreader.store.records import ReadingPlace
from newsreader.store.sqlite import archive, safety

ARTICLE = "Quay to close\n\nThe mayor will close the old fish quay. She said it is unsafe.\n"


def command(*words: str) -> int:
    run, args = parser.parse(["library", *words])
    return run(args)


@pytest.fixture
def full(tmp_path: Path) -> Path:
    """A library with one article that was read and annotated, one that was added, and one with a part of a path."""
    file = tmp_path / "quay.txt"
    file.write_text(ARTICLE)
    (tmp_path / "other.txt").write_text("Another one\n\nIt has – “more” – to say: Łódź.\n")
    article = load(str(file))
    with Library.open() as library:
        record = library.remember(article)
        notebook = Notebook(library, record, article)
        notebook.highlight(20, 25, "green")
        notebook.note("Why? #quay")
        notebook.undo()
        notebook.note("Who? #quay")
        library.save_place(record, ReadingPlace(10, 12))
        library.set_mark(record, "a", 5)
        library.save_draft("somewhere", "half a")
        with library.writing() as unit:
            other = unit.articles.remember(load(str(tmp_path / "other.txt")))
            unit.states.star([record.id], True)
            unit.states.tag([record.id], "quay")
            unit.states.mark([other.id], False)
            unit.states.take_out([other.id])
            unit.searches.save("Quay", "quay -election")
    return paths.data_dir() / FILE_NAME


def rows(library: Path) -> dict[str, list[archive.Row]]:
    with archive.dumped(library) as dump:
        return {table: [*dump.rows(table)] for table in dump.tables}


def test_a_round_trip_gives_the_same_library(full: Path, tmp_path: Path, capsys: pytest.CaptureFixture[str]) -> None:
    before = rows(full)
    assert command("export", str(tmp_path / "all.zip")) == 0
    assert "2 articles are in" in capsys.readouterr().err
    full.unlink()
    assert command("import", str(tmp_path / "all.zip")) == 0
    assert rows(full) == before
    assert not safety.check(full)
    assert not [*full.parent.glob("*.part*")]


def test_what_was_there_is_kept(full: Path, tmp_path: Path, capsys: pytest.CaptureFixture[str]) -> None:
    assert command("export", str(tmp_path / "all.zip")) == 0
    assert command("import", str(tmp_path / "all.zip")) == 0
    assert "The library as it was is now" in capsys.readouterr().err


def test_people_can_read_it(full: Path, tmp_path: Path) -> None:
    assert command("export", str(tmp_path / "all.zip")) == 0
    with zipfile.ZipFile(tmp_path / "all.zip") as packed:
        text = packed.read("articles/1-quay-to-close.md").decode()
        events = [json.loads(line) for line in packed.read("tables/event.jsonl").splitlines()]
    assert "Who?" in text
    assert "> fish" not in text.partition("---")[2]
    assert text.endswith(f"---\n\n{load(str(tmp_path / 'quay.txt')).text}\n")
    assert len(events) == 4


def test_nothing_is_overwritten(full: Path, tmp_path: Path) -> None:
    (tmp_path / "all.zip").touch()
    with pytest.raises(CommandError, match="exists already"):
        command("export", str(tmp_path / "all.zip"))
    with pytest.raises(CommandError, match="Name the file"):
        command("export")


def pack(target: Path, files: dict[str, str | bytes], method: int = zipfile.ZIP_DEFLATED) -> Path:
    """An archive of these files, and of the tables of a library without a row unless they are among them."""
    empty = {f"tables/{table}.jsonl": "" for table in archive_tables()} if "about.json" in files else {}
    with zipfile.ZipFile(target, "w", method) as packed:
        for name, content in {**empty, **files}.items():
            packed.writestr(name, content)
    return target


def archive_tables() -> tuple[str, ...]:
    return tuple(rows(paths.data_dir() / FILE_NAME))


@pytest.mark.parametrize(
    ("files", "said"),
    [
        ({}, "no archive"),
        ({"about.json": "{}"}, "no archive"),
        ({"about.json": '{"form": 99}'}, "newer version"),
        ({"about.json": '{"form": 6}', "tables/article.jsonl": "no json"}, "cannot be read"),
        ({"about.json": '{"form": 6}', "tables/article.jsonl": "[1]"}, "cannot be read"),
        ({"about.json": '{"form": 6}', "tables/article.jsonl": '{"x); DROP TABLE article; --": 1}'}, "of no library"),
        ({"about.json": '{"form": 6}', "tables/other.jsonl": '{"a": 1}'}, "of no library"),
        ({"about.json": '{"form": 6}', "tables/text.jsonl": '{"sha256": "../a"}'}, "a text is missing"),
        (
            {"about.json": '{"form": 6}', "tables/text.jsonl": '{"sha256": "ab"}', "texts/ab.txt": "another"},
            "not the one that was kept",
        ),
        (
            {
                "about.json": '{"form": 6}',
                "tables/identity.jsonl": '{"key": {"bytes": "00zz"}, "article_id": 1}',
            },
            "of no library",
        ),
        ({"about.json": '{"form": 6}', "tables/identity.jsonl": '{"key": "a", "article_id": 1}'}, "points nowhere"),
        ({"about.json": '{"form": 6}', "texts/bomb.txt": "a" * 30_000_000}, "far too much"),
        ({"about.json": '{"form": 0}'}, "no archive"),
        ({"about.json": "[" * 100_000}, "no archive"),
        ({"about.json": '{"form": 6}', "tables/article.jsonl": '{"id": 99999999999999999999}'}, "of no library"),
        ({"about.json": '{"form": 6}', "tables/article.jsonl": '{"kind": "\\ud800"}'}, "of no library"),
        ({"about.json": '{"form": 6}', "tables/article.jsonl": '{"id": [1]}'}, "of no library"),
        ({"about.json": '{"form": 6}', "tables/article.jsonl": "{}"}, "of no library"),
        ({"about.json": '{"form": 6}', "tables/../article.jsonl": "{}"}, "of no library"),
    ],
)
def test_what_is_no_archive_leaves_the_library_as_it_was(
    files: dict[str, str | bytes], said: str, full: Path, tmp_path: Path
) -> None:
    before = rows(full)
    with pytest.raises(CommandError, match=said):
        command("import", str(pack(tmp_path / "bad.zip", files)))
    assert rows(full) == before
    assert not [*full.parent.glob("*.part*")]


def test_a_table_that_is_missing_is_said(full: Path, tmp_path: Path) -> None:
    command("export", str(tmp_path / "all.zip"))
    with zipfile.ZipFile(tmp_path / "all.zip") as packed, zipfile.ZipFile(tmp_path / "part.zip", "w") as part:
        for name in packed.namelist():
            if name != "tables/event.jsonl":
                part.writestr(name, packed.read(name))
    before = rows(full)
    with pytest.raises(CommandError, match="the table event is missing"):
        command("import", str(tmp_path / "part.zip"))
    assert rows(full) == before


def test_bytes_that_are_damaged_anywhere_are_said(full: Path, tmp_path: Path) -> None:
    command("export", str(tmp_path / "all.zip"))
    whole = (tmp_path / "all.zip").read_bytes()
    before, bad, chance = rows(full), tmp_path / "bad.zip", random.Random(11)
    said = []
    for _ in range(60):
        data = bytearray(whole)
        start = chance.randrange(len(data))
        data[start : start + 20] = chance.randbytes(20)
        bad.write_bytes(data)
        try:
            command("import", str(bad))
        except CommandError as error:
            said.append(str(error))
        assert rows(full) == before
    assert len(said) > 20
    assert all("was not imported" in each for each in said)


@pytest.mark.parametrize("method", [zipfile.ZIP_BZIP2, zipfile.ZIP_LZMA])
def test_what_is_packed_otherwise_is_refused(method: int, full: Path, tmp_path: Path) -> None:
    with pytest.raises(CommandError, match="packed otherwise"):
        command("import", str(pack(tmp_path / "bad.zip", {"about.json": '{"form": 6}'}, method)))


def test_a_pipe_or_device_is_no_archive(full: Path, tmp_path: Path) -> None:
    os.mkfifo(tmp_path / "pipe.zip")
    for bad in (tmp_path / "pipe.zip", Path("/dev/zero")):
        with pytest.raises(CommandError, match="a pipe or a device"):
            command("import", str(bad))


@pytest.mark.parametrize("content", [b"", b"PK\x03\x04 no zip", b"text"])
def test_what_is_no_zip(content: bytes, tmp_path: Path) -> None:
    (tmp_path / "bad.zip").write_bytes(content)
    with pytest.raises(CommandError, match="was not imported"):
        command("import", str(tmp_path / "bad.zip"))


def test_what_there_is(full: Path, capsys: pytest.CaptureFixture[str]) -> None:
    assert command("stats") == 0
    said = {
        what: int(count) for count, what in (line.split(maxsplit=1) for line in capsys.readouterr().out.splitlines())
    }
    assert (said["articles"], said["articles with annotations"]) == (1, 1), "one was taken out"


def test_what_can_only_be_read_is_exported(full: Path, tmp_path: Path, capsys: pytest.CaptureFixture[str]) -> None:
    before = rows(full)
    with only_read(full.parent):
        assert command("export", str(tmp_path / "all.zip")) == 0
    assert command("import", str(tmp_path / "all.zip")) == 0
    assert rows(full) == before


@pytest.mark.parametrize("room", [10_000, 100_000])
def test_a_full_disk_is_not_blamed_on_the_archive(full: Path, tmp_path: Path, room: int) -> None:
    command("export", str(tmp_path / "all.zip"))
    before = rows(full)
    with no_room(room), pytest.raises(CommandError, match="was not imported") as failed:
        command("import", str(tmp_path / "all.zip"))
    assert "no library" not in str(failed.value)
    assert rows(full) == before
