"""`newsreader import`: what is taken and what is not is said, and what came is found."""

from __future__ import annotations

import subprocess
import sys
import time
from pathlib import Path
from typing import Any

import pytest
from documented import assert_program_rows
from others import BODY, INSTAPAPER, OMNIVORE, OPML, POCKET, READWISE, URLS, cache_db, kept, unpacked

from newsreader.cli import parser
from newsreader.cli.commands import importing
from newsreader.intake.elsewhere.registry import PROGRAMS
from newsreader.sources.fetch import web
from newsreader.store.library import Library, library_file


def command(*words: str) -> int:
    run, args = parser.parse(words)
    return run(args)


def test_the_help_knows_all_programs() -> None:
    assert tuple(PROGRAMS) == importing.PROGRAMS


def test_the_documentation_knows_all_programs() -> None:
    assert_program_rows(PROGRAMS, Path(__file__).parents[3].joinpath("docs", "coming.md").read_text(encoding="utf-8"))


def test_newsboat_comes_whole(tmp_path: Path, capsys: pytest.CaptureFixture[str]) -> None:
    urls, cache = kept(tmp_path, URLS, "urls"), cache_db(tmp_path / "cache.db")
    assert command("import", str(urls), str(cache)) == 0
    assert capsys.readouterr().err.splitlines() == [
        "2 feeds are new.",
        "1 saved search is new.",
        "2 articles are new.",
        "1 article has no text yet: --fetch fetches it, “newsreader add” takes it in.",
        "Left out: 1 hidden feed, which is shown here.",
        "Left out: 1 query feed “Loud”, which asks for “enclosure_url”.",
        "Left out: 1 script that makes a feed.",
        "Left out: 1 feed that goes through a script.",
        "Left out: 1 address that is none of the web.",
        "Left out: 1 line of settings or a macro of newsboat.",
        "Left out: 1 article that was deleted in newsboat.",
    ]
    assert command("search", "is:starred", "--format", "ids") == 0
    assert len(capsys.readouterr().out.split()) == 1
    assert command("search", "ahlstrom", "--format", "ids") == 0
    assert len(capsys.readouterr().out.split()) == 1


def test_twice_is_once(tmp_path: Path, capsys: pytest.CaptureFixture[str]) -> None:
    folder = unpacked(tmp_path / "omnivore", OMNIVORE)
    assert command("import", str(folder)) == 0
    said = capsys.readouterr().err
    assert "2 articles are new." in said
    assert "2 highlights and notes are new." in said
    assert command("import", str(folder)) == 0
    said = capsys.readouterr().err
    assert "0 articles are new, 2 were here before." in said
    assert "notes are new" not in said


def test_highlights_without_a_place_are_said_to_wait(tmp_path: Path, capsys: pytest.CaptureFixture[str]) -> None:
    assert command("import", str(kept(tmp_path, INSTAPAPER))) == 0
    said = capsys.readouterr().err
    assert "1 highlight or note is new." in said
    assert "1 has no place in a text yet: it waits among the notes of its article until the text is here." in said


def test_what_has_no_address_is_said_to_be_kept_with_its_title(
    tmp_path: Path, capsys: pytest.CaptureFixture[str]
) -> None:
    assert command("import", str(kept(tmp_path, READWISE))) == 0
    said = capsys.readouterr().err
    assert "1 is known by the title alone, and kept with it." in said
    assert "--fetch" not in said


def test_texts_are_fetched_when_asked(
    tmp_path: Path, capsys: pytest.CaptureFixture[str], monkeypatch: pytest.MonkeyPatch
) -> None:
    def ask(address: str, **_: object) -> web.Page:
        made = f"<html><body><article><h1>Quay</h1>{BODY}</article></body></html>" if "robots" not in address else ""
        return web.Page(made.encode(), address, "text/html", None)

    monkeypatch.setattr(web, "fetch", ask)
    path = kept(tmp_path, POCKET)
    assert command("import", str(path), "--fetch", "1") == 0
    assert "1 more has no text yet" in capsys.readouterr().err
    assert command("import", str(path), "--fetch") == 0
    capsys.readouterr()
    assert command("import", str(path)) == 0
    assert "no text yet" not in capsys.readouterr().err


def test_a_file_of_no_program_fails_and_the_others_come(tmp_path: Path, capsys: pytest.CaptureFixture[str]) -> None:
    assert command("import", str(kept(tmp_path, "Dear diary", "diary")), str(kept(tmp_path, POCKET, "pocket"))) == 1
    said = capsys.readouterr().err
    assert "“diary” is of no program that is known" in said
    assert "2 articles are new." in said
    with Library.open() as library, library.reading() as unit:
        assert unit.articles.count() == 2


def test_how_many_are_fetched_is_a_number(tmp_path: Path) -> None:
    with pytest.raises(SystemExit):
        command("import", str(kept(tmp_path, POCKET)), "--fetch", "all")


def test_being_killed_costs_nothing_and_doubles_nothing(tmp_path: Path, capsys: pytest.CaptureFixture[str]) -> None:
    rows = "".join(f"Title {number},https://x.example/{number},1710835200,harbour,unread\n" for number in range(3000))
    path = kept(tmp_path, f"title,url,time_added,tags,status\n{rows}")
    with Library.open() as library:
        process = subprocess.Popen([sys.executable, "-m", "newsreader", "import", str(path)])
        while not _count(library):
            assert process.poll() is None
            time.sleep(0.001)
        process.kill()
        process.wait()
        assert _count(library) % 100 == 0
        assert command("import", str(path)) == 0
        assert _count(library) == 3000
        with library.reading() as unit:
            assert unit.states.tags() == {"harbour": 3000}


def _count(library: Library) -> int:
    with library.reading() as unit:
        return unit.articles.count()


def test_what_is_added_and_is_of_another_program_is_said_to_be(
    tmp_path: Path, capsys: pytest.CaptureFixture[str]
) -> None:
    path, folder = kept(tmp_path, POCKET, "pocket.csv"), unpacked(tmp_path / "news", {"feeds.opml": OPML["Feedly"]})
    assert command("add", str(path), str(folder)) == 1
    said = capsys.readouterr().err
    assert "“pocket.csv” is no article, but an export of Pocket: “newsreader import” takes it in." in said
    assert "0 articles are new" in said or "are new" not in said
    with Library.open() as library, library.reading() as unit:
        assert unit.articles.count() == 0


def test_what_is_added_and_has_an_article_in_each_line_is_said_to(
    tmp_path: Path, capsys: pytest.CaptureFixture[str]
) -> None:
    news = tmp_path / "news"
    news.mkdir()
    (news / "all.jsonl").write_text('{"id": 1, "text": "Mayor opens bridge"}\n' * 2, "utf-8")
    (news / "log.jsonl").write_text('{"level": 1}\n', "utf-8")
    sentence = "“all.jsonl” has an article in each line: “newsreader add --from jsonl” takes them in."
    assert command("add", str(news), str(news / "all.jsonl")) == 1
    assert capsys.readouterr().err.count(sentence) == 2
    assert command("add", "--from", "jsonl", str(news / "all.jsonl")) == 0
    with Library.open() as library:
        assert _count(library) == 2


def test_two_at_once_take_everything_once(tmp_path: Path) -> None:
    rows = "".join(
        f"https://x.example/{number},Title {number},some words here,Harbour,17108\n" for number in range(300)
    )
    path = kept(tmp_path, f"URL,Title,Selection,Folder,Timestamp\n{rows}")
    command = [sys.executable, "-m", "newsreader", "import", str(path)]
    both = [subprocess.Popen(command) for _ in range(2)]
    assert [each.wait() for each in both] == [0, 0]
    with Library.open() as library:
        assert _count(library) == 300
        with library.reading() as unit:
            assert set(unit.articles.annotation_counts().values()) == {1}


@pytest.mark.parametrize("action", ["add", "import"])
def test_the_library_itself_is_never_opened_besides(
    action: str, capsys: pytest.CaptureFixture[str], monkeypatch: pytest.MonkeyPatch
) -> None:
    file, opened, really = library_file(), [], Path.open

    def noted(path: Path, *args: Any, **named: Any) -> Any:
        opened.append(path)
        return really(path, *args, **named)

    with Library.open():
        monkeypatch.setattr(Path, "open", noted)
        assert command(action, str(file)) == 1
        assert "is a database of newsreader itself" in capsys.readouterr().err
        command("add", str(file.parent))
    assert file not in opened
