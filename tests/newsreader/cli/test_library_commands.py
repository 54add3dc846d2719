"""`newsreader add`, `search`, `names` and `index`."""

from __future__ import annotations

import csv
import errno
import io
import json
import os
import sqlite3
import subprocess
from contextlib import closing
from pathlib import Path
from typing import TYPE_CHECKING

import pytest

from newsreader import paths
from newsreader.analysis.batch.dispatch import BatchError
from newsreader.cli import parser
from newsreader.cli.problems import CommandError
from newsreader.entities.pipeline import ModelError
from newsreader.index import file
from newsreader.store.library import Library
from newsreader.store.records import LAST_VISIT, LIBRARY, JournalEntry
from newsreader.store.standing import Standing, local_file, standing

if TYPE_CHECKING:
    from collections.abc import Iterator

QUAY = "The mayor, Karin Ahlstrom, will close the old fish quay on 3 March 2024. Ahlstrom said it is unsafe.\n"
VOTE = "The city council of Oslo votes on the budget. Karin Ahlstrom is against it.\n"


def command(*words: str) -> int:
    run, args = parser.parse(words)
    return run(args)


@pytest.fixture
def folder(tmp_path: Path) -> Path:
    """Two articles, one of them in a folder of the folder, and what is none."""
    made = tmp_path / "news"
    (made / "older").mkdir(parents=True)
    (made / ".hidden").mkdir()
    (made / "quay.txt").write_text(f"Quay to close\n\n{QUAY}")
    (made / "older" / "vote.md").write_text(f"---\npublished: 2023-05-01\nsource: Courier\n---\n# A vote\n\n{VOTE}")
    (made / ".hidden" / "secret.txt").write_text("Never read.\n")
    return made


@pytest.fixture
def added(folder: Path, capsys: pytest.CaptureFixture[str]) -> Path:
    assert command("add", str(folder)) == 0
    assert "2 articles are new" in capsys.readouterr().err
    return folder


def titles(capsys: pytest.CaptureFixture[str], *words: str) -> list[str]:
    assert command("search", *words, "--format", "jsonl") == 0
    return [json.loads(line)["title"] for line in capsys.readouterr().out.splitlines()]


def test_what_is_in_is_not_taken_twice(added: Path, capsys: pytest.CaptureFixture[str]) -> None:
    assert command("add", str(added)) == 0
    assert "0 articles are new in the library. 2 were in before." in capsys.readouterr().err


def test_what_was_taken_out_is_not_found_until_it_is_added_again(
    added: Path, capsys: pytest.CaptureFixture[str]
) -> None:
    with Library.open() as library, library.writing() as unit:
        unit.states.star([1, 2], True)
        unit.states.take_out([1])
    assert len(titles(capsys)) == 1
    assert command("add", str(added)) == 0
    assert "0 articles are new in the library. 2 were in before." in capsys.readouterr().err
    assert sorted(titles(capsys)) == ["A vote", "Quay to close"]
    with Library.open() as library, library.reading() as unit:
        assert all(each.starred for each in unit.states.of([1, 2]).values())


def test_what_cannot_be_read_does_not_keep_from_the_rest(folder: Path, capsys: pytest.CaptureFixture[str]) -> None:
    (folder / "a.bin").write_bytes(bytes(range(256)) * 8)
    assert command("add", str(folder), str(folder / "none.txt")) == 1
    said = capsys.readouterr().err
    assert "2 articles are new" in said
    assert "a.bin" in said
    assert "none.txt" in said


def test_lines_of_json(tmp_path: Path, capsys: pytest.CaptureFixture[str]) -> None:
    file = tmp_path / "news.jsonl"
    file.write_text('{"id": "a", "title": "Quay", "text": "It closes.", "published": "2024-02-01"}\nno json\n')
    assert command("add", "--from", "jsonl", str(file)) == 1
    assert "Line 2" in capsys.readouterr().err
    assert titles(capsys, "published:2024-02") == ["Quay"]


def test_what_a_line_of_json_says_of_its_article_is_kept(tmp_path: Path, capsys: pytest.CaptureFixture[str]) -> None:
    said = {
        "text": "It closes.",
        "date": "2024-02-01T08:00:00Z",
        "url": "https://e.org/quay",
        "source": "The Courier",
        "author": "Ann Lee",
    }
    odd = {"text": "It is late.", "date": None, "url": "javascript:x", "source": ["NNA"], "byline": 5}
    file = tmp_path / "news.jsonl"
    file.write_text("".join(json.dumps({"title": "Quay"} | each) + "\n" for each in (said, odd)))
    assert command("add", "--from", "jsonl", str(file)) == 0
    capsys.readouterr()
    assert titles(capsys, "published:2024-02", "source:courier", "author:lee", "url:e.org") == ["Quay"]


def test_found_by_words_and_by_what_is_known(added: Path, capsys: pytest.CaptureFixture[str]) -> None:
    assert titles(capsys, "fish", "quay") == ["Quay to close"]
    assert titles(capsys, "ahlstrom -budget") == ["Quay to close"]
    assert titles(capsys, "source:courier published:2023") == ["A vote"]
    assert titles(capsys, "karin", "--limit", "1") == ["Quay to close"]
    assert titles(capsys, "--sort", "oldest") == ["A vote", "Quay to close"]
    assert titles(capsys, "nothing-like-it") == []


def test_the_order_may_be_in_the_query_and_a_saved_search_too(added: Path, capsys: pytest.CaptureFixture[str]) -> None:
    assert titles(capsys, "sort:oldest") == ["A vote", "Quay to close"]
    assert titles(capsys, "sort:oldest", "--sort", "newest") == ["Quay to close", "A vote"]
    with Library.open() as library, library.writing() as unit:
        unit.searches.save("Fish", "fish quay")
    assert titles(capsys, "search:fish") == ["Quay to close"]
    assert titles(capsys, "near:(fish quay)") == ["Quay to close"]
    assert command("search", "search:nothing") == 1
    assert "no saved search" in capsys.readouterr().err


def test_a_record_says_where_the_words_stand(added: Path, capsys: pytest.CaptureFixture[str]) -> None:
    assert command("search", "fish quay", "--format", "json") == 0
    (record,) = json.loads(capsys.readouterr().out)
    text = (added / "quay.txt").read_text()
    assert (record["path"], record["state"], record["url"]) == (str(added / "quay.txt"), "unread", None)
    assert [text[start:end] for start, end in record["snippet"]["marks"]] == ["Quay", "fish", "quay"]
    assert record["snippet"]["text"].startswith("Quay to close")


def test_tables_cells_and_numbers(added: Path, capsys: pytest.CaptureFixture[str]) -> None:
    assert command("search", "karin") == 0
    table = capsys.readouterr().out
    assert table.splitlines()[0].split() == ["Article", "Published", "Source", "Title"]
    assert table.endswith("2 articles.\n")
    assert command("search", "karin", "--limit", "1") == 0
    assert capsys.readouterr().out.endswith("2 articles, 1 of them shown.\n")
    assert command("search", "karin", "--format", "csv") == 0
    rows = list(csv.DictReader(io.StringIO(capsys.readouterr().out)))
    assert [row["title"] for row in rows] == ["Quay to close", "A vote"]
    assert command("search", "karin", "--format", "ids") == 0
    with Library.open() as library:
        found = [library.latest(int(line.removeprefix("library:"))) for line in capsys.readouterr().out.split()]
    assert all(found)


def test_what_is_found_is_opened_by_its_name(added: Path, capsys: pytest.CaptureFixture[str]) -> None:
    assert command("search", "fish quay", "--format", "ids") == 0
    name = capsys.readouterr().out.strip()
    (added / "quay.txt").unlink()
    assert command("show", name) == 0
    assert "old fish quay" in capsys.readouterr().out
    assert command("show", "library:999") == 1
    assert "There is no article library:999 in the library." in capsys.readouterr().err


def test_a_query_is_explained_and_its_mistakes_are_said(added: Path, capsys: pytest.CaptureFixture[str]) -> None:
    assert command("search", "--explain", 'quay (title:vote OR "the budget") -has:note published:2024') == 0
    assert "with “quay”, (with “vote” in the title or with “the budget”), without a “note”" in capsys.readouterr().err
    assert command("search", "titel:vote") == 1
    assert "“title:” was perhaps meant" in capsys.readouterr().err
    assert command("search", "fish titel:vote", "--format", "ids") == 1
    assert len(capsys.readouterr().out.split()) == 1


def test_names_after_they_were_read_for(added: Path, capsys: pytest.CaptureFixture[str]) -> None:
    assert command("names") == 0
    said = capsys.readouterr()
    assert said.out == "No names.\n"
    assert "2 articles have not been read for names yet" in said.err
    for query, matters in (("person:karin", True), ("quay -on:2024", True), ("fish title:quay", False)):
        assert command("search", query) == 0
        assert ("2 articles have not been read for names yet" in capsys.readouterr().err) == matters
    assert command("index") == 0
    assert "2 articles were read" in capsys.readouterr().err
    assert command("index") == 0
    assert "0 articles were read" in capsys.readouterr().err
    assert command("names", "--format", "jsonl", "--category", "person") == 0
    (record,) = map(json.loads, capsys.readouterr().out.splitlines())
    assert (record["name"], record["articles"], record["mentions"]) == ("Karin Ahlstrom", 2, 3)
    assert record["aliases"] == ["Ahlstrom"]
    assert titles(capsys, "person:=Ahlstrom on:2024-03") == ["Quay to close"]
    assert command("names", "person:ahlstrom budget") == 0
    assert "Oslo" in capsys.readouterr().out
    assert command("names", "--format", "csv") == 0
    assert capsys.readouterr().out.startswith("id,category,name,aliases,articles,mentions,first,last\n")
    assert command("index", "--rebuild") == 0
    assert "2 articles were read" in capsys.readouterr().err


def test_nothing_is_dropped_for_a_cluster_that_does_not_answer(added: Path, capsys: pytest.CaptureFixture[str]) -> None:
    assert command("index") == 0
    for asked in (("--scheduler", "nowhere"), ("--model", "no_such_model")):
        with pytest.raises((BatchError, ModelError)):
            command("index", "--rebuild", *asked)
    capsys.readouterr()
    assert command("search", "person:karin", "--format", "ids") == 0
    assert "not been read for names" not in capsys.readouterr().err


def test_queries_that_a_terminal_would_obey_or_nothing_can_hold(
    added: Path, capsys: pytest.CaptureFixture[str]
) -> None:
    query = "person:\x1b[31mred \u202e \udcff lang:\udcff ))"
    assert command("search", query, "--explain", "--limit", "9" * 30) == 1
    said = capsys.readouterr().err
    assert not {"\x1b", "\u202e", "\udcff"} & {*said}
    assert said.count("newsreader: This “)” closes nothing.") == 1
    assert command("names", "--limit", "9" * 30) == 0


@pytest.mark.parametrize("asked", ["search", "names"])
def test_where_all_of_a_query_is_a_mistake_nothing_is_listed(
    added: Path, capsys: pytest.CaptureFixture[str], asked: str
) -> None:
    assert command(asked, "persn:karin") == 1
    captured = capsys.readouterr()
    assert captured.out == ""
    assert "“person:” was perhaps meant" in captured.err


def test_less_than_nothing_is_no_limit(added: Path, capsys: pytest.CaptureFixture[str]) -> None:
    with pytest.raises(SystemExit):
        command("search", "--limit", "-1")
    assert "argument --limit: must be 0 or more" in capsys.readouterr().err


def test_a_search_that_the_index_can_answer_leaves_the_library_closed(
    added: Path, capsys: pytest.CaptureFixture[str], monkeypatch: pytest.MonkeyPatch
) -> None:
    assert command("search", "quay") == 0
    with monkeypatch.context() as patched:
        patched.setattr(Library, "open", lambda *_, **__: pytest.fail("the library was opened"))
        assert command("search", "quay") == 0
        assert command("search", "quay", "--format", "ids") == 0
    first, second, ids = capsys.readouterr().out.partition("1 article.\n")[2].partition("1 article.\n")
    assert "Quay to close" in first + second
    assert ids.startswith("library:")


def now() -> Standing | None:
    file = local_file()
    return None if file is None else standing(file)


@pytest.mark.parametrize("change", ["add", "mark", "take out", "visit", "gazetteer", "said"])
def test_a_search_knows_what_was_changed_right_before(
    added: Path, capsys: pytest.CaptureFixture[str], change: str
) -> None:
    assert command("search", "quay") == 0
    before = now()
    match change:
        case "add":
            (added / "new.txt").write_text("A new quay\n\nThe quay is new.\n")
            assert command("add", str(added / "new.txt")) == 0
        case "mark":
            assert command("mark", "quay", "--star") == 0
        case "take out":
            assert command("mark", "quay", "--take-out") == 0
        case "visit":
            with Library.open() as library:
                library.keep_setting(LAST_VISIT, "2000-01-01T00:00:00.000Z")
        case "gazetteer" | "said":
            with Library.open() as library, library.writing() as unit:
                unit.journal.append(LIBRARY, JournalEntry("e1", "unknown", "{}", "2024-01-01", "x", "x"))
                if change == "gazetteer":
                    unit.gazetteer.follow(LIBRARY, {"c1": "e1"})
    assert now() != before
    capsys.readouterr()
    queries = {"add": '"new quay"', "mark": "is:starred", "visit": "is:new quay"}
    assert command("search", queries.get(change, "quay")) == 0
    assert ("0 articles" in capsys.readouterr().out) == (change == "take out")


def test_an_index_of_another_library_is_said(added: Path, capsys: pytest.CaptureFixture[str]) -> None:
    assert command("search") == 0
    with closing(sqlite3.connect(paths.cache_dir() / file.FILE)) as index, index:
        index.execute("UPDATE article SET id = id + 100")
    for words in (("search", "--format", "json"), ("index",)):
        with pytest.raises(CommandError, match="of another library"):
            command(*words)


def test_names_that_are_no_folder(capsys: pytest.CaptureFixture[str], tmp_path: Path, monkeypatch) -> None:
    monkeypatch.chdir(tmp_path)
    (tmp_path / "a.txt").write_text(QUAY)
    assert command("add", "", "a" * 5000, "a/" * 3000) == 1
    said = capsys.readouterr().err
    assert "Something went wrong" not in said
    assert "new in the library" not in said


def test_a_folder_that_goes_deep_or_leads_back(capsys: pytest.CaptureFixture[str], tmp_path: Path) -> None:
    folder = tmp_path / "n"
    folder.mkdir()
    (folder / "z.txt").write_text(QUAY)
    (folder / "back").symlink_to("..")
    (folder / "itself").symlink_to("itself")
    os.mkfifo(folder / "pipe.txt")
    deep = folder
    for _ in range(1200):
        deep = deep / "d"
        deep.mkdir()
    (deep / "a.txt").write_text(VOTE)
    try:
        assert command("add", str(folder)) == 0
    finally:
        subprocess.run(["rm", "-rf", str(folder / "d")], check=True)  # which Python cannot, and pytest would
    assert "2 articles are new" in capsys.readouterr().err


def test_a_folder_in_it_that_cannot_be_read_is_said(
    folder: Path, capsys: pytest.CaptureFixture[str], monkeypatch: pytest.MonkeyPatch
) -> None:
    inside = os.scandir

    def refused(path: Path) -> Iterator[os.DirEntry[str]]:
        if Path(path).name == "older":
            raise PermissionError(errno.EACCES, os.strerror(errno.EACCES), str(path))
        return inside(path)

    monkeypatch.setattr(os, "scandir", refused)
    assert command("add", str(folder)) == 1
    said = capsys.readouterr().err
    assert "older cannot be read: Permission denied." in said
    assert "1 article is new" in said


def test_half_of_a_pair_of_surrogates(tmp_path: Path, capsys: pytest.CaptureFixture[str]) -> None:
    (tmp_path / "a.jsonl").write_text('{"id": "\\ud800", "text": "A quay \\udc00.", "title": "\\udfff"}\n')
    assert command("add", "--from", "jsonl", str(tmp_path / "a.jsonl")) == 0
    assert "1 article is new" in capsys.readouterr().err
    assert len(titles(capsys, "quay")) == 1


def test_a_name_of_a_file_that_a_terminal_would_obey(tmp_path: Path, capsys: pytest.CaptureFixture[str]) -> None:
    (tmp_path / "a\x1b[31m.txt").write_text(QUAY)
    assert command("add", str(tmp_path / "a\x1b[31m.txt")) == 0
    for form in ("table", "csv", "json", "jsonl"):
        assert command("search", "--format", form) == 0
    said = capsys.readouterr()
    assert "\x1b" not in said.out + said.err


def test_without_a_place_for_the_index_words_are_found_all_the_same(
    added: Path, capsys: pytest.CaptureFixture[str], monkeypatch: pytest.MonkeyPatch, tmp_path: Path
) -> None:
    capsys.readouterr()
    assert command("search", "quay", "--format", "ids") == 0
    found = capsys.readouterr().out
    assert found
    (tmp_path / "no-folder").touch()
    monkeypatch.setenv("NEWSREADER_CACHE_DIR", str(tmp_path / "no-folder"))
    assert command("search", "quay", "--format", "ids") == 0
    out, said = capsys.readouterr()
    assert out == found
    assert "made in memory this time, and knows no names" in said
    with pytest.raises(CommandError, match="index of the library cannot be used"):
        command("names")
