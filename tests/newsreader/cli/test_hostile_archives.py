"""Archives whose members nobody would make: one sentence, and nothing outside of the library is touched."""

from __future__ import annotations

import json
import stat
import warnings
import zipfile
from typing import TYPE_CHECKING

import pytest
from fuzzing import unsafe

from newsreader import cli, paths
from newsreader.store.library import FILE_NAME, Library
from newsreader.store.sqlite import safety
from newsreader.store.sqlite.archive import dumped
from newsreader.store.sqlite.schema import MIGRATIONS

if TYPE_CHECKING:
    from pathlib import Path

ABOUT = json.dumps({"form": len(MIGRATIONS)})
ROW = {"id": 1, "kind": "file", "location": "/a", "annotation_count": 0}


def row(**changed: object) -> str:
    return json.dumps({**ROW, **changed})


REFUSED: dict[str, dict[str, str]] = {
    "nothing in it": {},
    "no form": {"about.json": "{}"},
    "a form that is none": {"about.json": '{"form": true}'},
    "a form without end": {"about.json": "[" * 100_000},
    "no table of ours": {"about.json": ABOUT, "tables/../../evil.jsonl": row()},
    "another table": {"about.json": ABOUT, "tables/sqlite_schema.jsonl": row()},
    "a column of nobody": {"about.json": ABOUT, "tables/article.jsonl": row(**{"id) VALUES (1); --": 1})},
    "no row": {"about.json": ABOUT, "tables/article.jsonl": "[]"},
    "a row without end": {"about.json": ABOUT, "tables/article.jsonl": "[" * 100_000},
    "a number too large": {"about.json": ABOUT, "tables/article.jsonl": row(id=2**80)},
    "half a character": {"about.json": ABOUT, "tables/article.jsonl": '{"id": 1, "kind": "\\ud800", "location": "/a"}'},
    "a list": {"about.json": ABOUT, "tables/article.jsonl": row(location=[1])},
    "an object": {"about.json": ABOUT, "tables/article.jsonl": row(location={"bytes": "zz"})},
    "a text from elsewhere": {"about.json": ABOUT, "tables/text.jsonl": '{"sha256": "../../../etc/passwd"}'},
    "a text that is another": {
        "about.json": ABOUT,
        "tables/text.jsonl": '{"sha256": "00"}',
        "texts/00.txt": "not of that digest",
    },
}
IGNORED = ("../evil.txt", "/etc/evil", "texts/../../evil", "articles/\x1b]52;c;eA==\x07.md", "tables", "CON", "a" * 300)


def pack(path: Path, members: dict[str, str]) -> str:
    with zipfile.ZipFile(path, "w", zipfile.ZIP_DEFLATED) as packed:
        for name, content in members.items():
            packed.writestr(name, content)
    return str(path)


@pytest.mark.parametrize("what", REFUSED)
def test_what_is_no_archive_is_refused_in_one_sentence(
    what: str, tmp_path: Path, capsys: pytest.CaptureFixture[str]
) -> None:
    library = paths.data_dir() / FILE_NAME
    Library.open(library).close()
    before = library.read_bytes()
    assert cli.main(["library", "import", pack(tmp_path / "a.zip", REFUSED[what])]) == 1
    said = capsys.readouterr().err
    assert "was not imported" in said
    assert (said.count("\n"), unsafe([said], lines=True)) == (1, [])
    assert library.read_bytes() == before
    assert [each.name for each in library.parent.iterdir()] == [FILE_NAME]


def tables_of(library: Path) -> tuple[str, ...]:
    Library.open(library).close()
    with dumped(library) as dump:
        return dump.tables


def test_members_of_other_names_are_no_files(tmp_path: Path, tmp_path_factory: pytest.TempPathFactory) -> None:
    archive = tmp_path / "a.zip"
    names = tables_of(tmp_path_factory.mktemp("another") / FILE_NAME)
    tables = {f"tables/{table}.jsonl": "" for table in names} | {"tables/article.jsonl": row() + "\n"}
    pack(archive, {"about.json": ABOUT, **dict.fromkeys(IGNORED, "evil"), **tables})
    with zipfile.ZipFile(archive, "a") as packed:
        link = zipfile.ZipInfo("texts/link.txt")
        link.external_attr = (stat.S_IFLNK | 0o777) << 16
        packed.writestr(link, "/etc/passwd")
    assert cli.main(["library", "import", str(archive)]) == 0
    outside = [each for each in tmp_path.iterdir() if each not in (paths.data_dir(), paths.cache_dir())]
    assert outside == [archive]
    assert [each.name for each in paths.data_dir().iterdir()] == [FILE_NAME]
    assert safety.check(paths.data_dir() / FILE_NAME) == []


def test_a_member_that_is_there_twice_is_refused(tmp_path: Path, capsys: pytest.CaptureFixture[str]) -> None:
    archive = tmp_path / "a.zip"
    with warnings.catch_warnings(), zipfile.ZipFile(archive, "w") as packed:
        warnings.simplefilter("ignore")
        packed.writestr("about.json", ABOUT)
        for _ in range(2):
            packed.writestr("tables/article.jsonl", row() + "\n")
    assert cli.main(["library", "import", str(archive)]) == 1
    assert capsys.readouterr().err.count("\n") == 1


def test_what_unpacks_without_end_is_refused(tmp_path: Path, capsys: pytest.CaptureFixture[str]) -> None:
    archive = pack(tmp_path / "a.zip", {"about.json": ABOUT, "tables/article.jsonl": " " * 30_000_000})
    assert cli.main(["library", "import", archive]) == 1
    assert "far too much is packed" in capsys.readouterr().err
