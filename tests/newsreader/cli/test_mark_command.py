"""`newsreader mark`, `searches` and what was taken out."""

from __future__ import annotations

import json
from typing import TYPE_CHECKING

import pytest

from newsreader.cli import parser
from newsreader.cli.problems import CommandError
from newsreader.store.library import Library
from newsreader.store.records import ArticleState

if TYPE_CHECKING:
    from pathlib import Path

Capture = pytest.CaptureFixture[str]


def command(*words: str) -> int:
    run, args = parser.parse(words)
    return run(args)


@pytest.fixture(autouse=True)
def added(tmp_path: Path, capsys: Capture) -> None:
    for name, text in {"quay": "The fish quay closes.", "vote": "A vote on the quay.", "boat": "A boat."}.items():
        (tmp_path / f"{name}.txt").write_text(f"{name.title()}\n\n{text}\n")
    assert command("add", str(tmp_path / "quay.txt"), str(tmp_path / "vote.txt"), str(tmp_path / "boat.txt")) == 0
    capsys.readouterr()


def states() -> list[ArticleState]:
    with Library.open() as library, library.reading() as unit:
        return [*unit.states.of([1, 2, 3]).values()]


def found(capsys: Capture, query: str) -> set[str]:
    assert command("search", query, "--format", "ids") == 0
    return {*capsys.readouterr().out.split()}


PLAIN = ArticleState()


@pytest.mark.parametrize(
    ("options", "after", "said"),
    [
        (["--star"], ArticleState(starred=True), "2 now starred"),
        (["--read"], ArticleState(read=True), "2 now read"),
        (["--unread"], ArticleState(read=False), "2 now unread"),
        (["--tag", "To Do"], ArticleState(tags=("to do",)), "2 now with the tag “To Do”"),
        (["--take-out"], ArticleState(taken_out=True), "2 now taken out"),
        (
            ["--star", "--read", "--tag", "x", "--tag", "y"],
            ArticleState(True, True, ("x", "y")),
            "2 now starred; 2 now",
        ),
    ],
)
def test_all_that_a_query_finds(options: list[str], after: ArticleState, said: str, capsys: Capture) -> None:
    assert command("mark", "quay", *options) == 0
    err = capsys.readouterr().err
    assert "Of 2 articles: " in err
    assert said in err
    assert states() == [after, after, PLAIN]
    assert command("mark", "--undo") == 0
    assert "2 articles are as before" in capsys.readouterr().err
    assert states() == [PLAIN] * 3


def test_articles_by_their_names_and_all_of_them(capsys: Capture) -> None:
    assert command("mark", "library:3", "library:1", "--star") == 0
    assert found(capsys, "is:starred") == {"library:1", "library:3"}
    assert command("mark", "", "--unstar") == 0
    assert "Of 3 articles: 2 now without a star" in capsys.readouterr().err
    assert found(capsys, "is:starred") == set()


def test_what_was_taken_out_is_listed_and_comes_back_by_its_name(capsys: Capture) -> None:
    assert command("mark", "boat", "--take-out") == 0
    assert found(capsys, "") == {"library:1", "library:2"}
    assert command("library", "taken-out") == 0
    assert "library:3" in (said := capsys.readouterr().out)
    assert "1 taken out" in said
    assert command("mark", "library:3", "--bring-back") == 0
    assert found(capsys, "boat") == {"library:3"}
    assert command("library", "taken-out") == 0
    assert capsys.readouterr().out == "0 taken out.\n"


def test_undoing_puts_back_what_was_marked_and_nothing_else(capsys: Capture) -> None:
    assert command("mark", "library:1", "--unread") == 0
    assert command("mark", "", "--read", "--tag", "quay") == 0
    assert command("mark", "library:2", "--star") == 0
    assert command("mark", "--undo") == 0
    assert [each.starred for each in states()] == [False] * 3
    assert [each.read for each in states()] == [True] * 3
    with pytest.raises(CommandError, match="nothing to undo"):
        command("mark", "--undo")
    assert command("mark", "", "--read", "--untag", "quay") == 0
    capsys.readouterr()
    assert command("mark", "--undo") == 0
    assert [each.tags for each in states()] == [("quay",)] * 3


@pytest.mark.parametrize(
    ("words", "said"),
    [
        (["quay"], "what is to be done"),
        (["--star"], "Name a query"),
        (["titel:quay", "--star"], "Nothing was done"),
        (["tag:", "--take-out"], "Nothing was done"),
        (["quay", 'source:""', "--take-out"], "Nothing was done"),
        (['""', "--take-out"], "asks for nothing"),
        (["*", "--take-out"], "asks for nothing"),
        (["library:9", "--star"], "no article library:9"),
        (["quay", "--undo"], "by itself"),
        (["--undo"], "nothing to undo"),
        (["quay", "--tag", "-"], "at least one letter"),
    ],
)
def test_what_cannot_be_meant_changes_nothing(words: list[str], said: str) -> None:
    with pytest.raises(Exception, match=said):
        command("mark", *words)
    assert states() == [PLAIN] * 3


def test_two_that_cannot_be_meant_together(capsys: Capture) -> None:
    with pytest.raises(SystemExit):
        parser.parse(["mark", "quay", "--read", "--unread"])


def test_searches_are_saved_counted_renamed_and_removed(capsys: Capture) -> None:
    assert command("searches", "list") == 0
    assert "No saved searches" in capsys.readouterr().out
    assert command("searches", "save", "Quay", "fish", "quay") == 0
    assert command("searches", "save", "Boats", "boat OR search:Quay") == 0
    assert command("searches", "list") == 0
    assert [line.split(maxsplit=2) for line in capsys.readouterr().out.splitlines()[1:]] == [
        ["Quay", "1", "fish quay"],
        ["Boats", "2", "boat OR search:Quay"],
    ]
    assert command("searches", "save", "Quay", "quay") == 0
    assert "was before: fish quay" in capsys.readouterr().err
    assert command("searches", "rename", "Boats", "My", "boats") == 0
    assert command("searches", "remove", "Quay") == 0
    assert "newsreader searches save Quay quay" in capsys.readouterr().err
    assert command("searches", "list", "--format", "json") == 0
    assert json.loads(capsys.readouterr().out) == [{"name": "My boats", "query": "boat OR search:Quay", "articles": 1}]


@pytest.mark.parametrize(
    ("words", "said"),
    [
        (["save"], "Name the search"),
        (["save", "Quay"], "Name the query"),
        (["save", "Quay", "titel:a"], "not saved"),
        (["remove", "Quay"], "no saved search “Quay”"),
        (["rename", "Quay"], "old and the new"),
    ],
)
def test_what_cannot_be_done_with_searches(words: list[str], said: str) -> None:
    with pytest.raises(CommandError, match=said):
        command("searches", *words)


@pytest.fixture
def no_index(monkeypatch: pytest.MonkeyPatch, tmp_path: Path) -> None:
    """A cache folder that cannot be: a file stands where it would be."""
    (tmp_path / "blocked").write_text("")
    monkeypatch.setenv("NEWSREADER_CACHE_DIR", str(tmp_path / "blocked" / "cache"))


@pytest.mark.usefixtures("no_index")
def test_articles_are_marked_where_no_index_can_be_kept(capsys: Capture) -> None:
    assert command("mark", "quay", "--star") == 0
    assert "made in memory this time" in capsys.readouterr().err
    assert sum(each.starred for each in states()) == 2


@pytest.mark.usefixtures("no_index")
def test_nothing_is_marked_by_names_that_no_index_knows() -> None:
    with pytest.raises(CommandError):
        command("mark", "-person:ahlstrom", "--star")
    assert not any(each.starred for each in states())


def test_what_is_not_wanted_needs_no_dashes_before_it(capsys: Capture) -> None:
    assert command("mark", "library:2", "--read") == 0
    capsys.readouterr()
    assert command("search", "quay", "-is:read", "--format", "ids") == 0
    assert capsys.readouterr().out.split() == ["library:1"]
    assert command("search", "-quay", "--format", "ids") == 0
    assert capsys.readouterr().out.split() == ["library:3"]
    assert command("search", "--format", "ids", "--", "-quay") == 0
    assert capsys.readouterr().out.split() == ["library:3"]


def test_mistaken_lines_of_records_are_named_and_the_others_come(tmp_path: Path, capsys: Capture) -> None:
    lines = ['{"id": "a", "text": "One."}', "{", '{"id": "b"}', '{"id": "c", "text": "Two."}']
    (tmp_path / "r.jsonl").write_text("\n".join(lines))
    assert command("add", "--from", "jsonl", str(tmp_path / "r.jsonl")) == 1
    said = capsys.readouterr().err
    assert "Line 2 of" in said
    assert "Line 3 of" in said
    assert "2 articles are new" in said
