"""The command line as a whole: which command runs, what it says, and how it fails."""

from __future__ import annotations

import errno
import os
import subprocess
import sys
from typing import TYPE_CHECKING, NoReturn

import pytest
from rich.text import Text

from newsreader import __version__, cli, paths
from newsreader.analysis import analyse
from newsreader.annotations.notebook import Notebook
from newsreader.cli import parser
from newsreader.cli.commands import paths as paths_command
from newsreader.cli.printing import CATEGORIES
from newsreader.sources import load
from newsreader.store.library import Library
from tui.base.widths import cell_len

if TYPE_CHECKING:
    from pathlib import Path

WRAPPED = """Summit ends in Paris

Angela Merkel [red]talked[/red] for an hour and then left the city with
her whole delegation, which had travelled there by train, as Emmanuel
Macron came to the summit by car. Both said that they would meet again
before the end of the month, and that the talks had been of some use.
"""


@pytest.mark.parametrize(
    ("words", "command"),
    [
        ([], ["read"]),
        (["a.txt", "b.txt"], ["read", "a.txt", "b.txt"]),
        (["-"], ["read", "-"]),
        (["--theme", "dark", "a.txt"], ["--theme", "dark", "read", "a.txt"]),
        (["--theme=dark", "a.txt"], ["--theme=dark", "read", "a.txt"]),
        (["--model", "entities"], ["--model", "entities", "read"]),
        (["--model", "x", "entities", "a.txt"], ["--model", "x", "entities", "a.txt"]),
        (["entities", "a.txt"], ["entities", "a.txt"]),
        (["./entities"], ["read", "./entities"]),
        (["--", "-odd.txt"], ["read", "--", "-odd.txt"]),
    ],
)
def test_command_that_is_left_out_is_read(words: list[str], command: list[str]) -> None:
    assert parser.with_command(words) == command


def test_options_may_stand_before_between_and_behind_the_articles() -> None:
    _, args = parser.parse(["--theme", "dark", "a.txt", "--measure", "60", "-", "b.txt"])
    assert (args.theme, args.measure, args.locations) == ("dark", 60, ["a.txt", "-", "b.txt"])


def test_option_behind_the_command_counts_more_than_before_it() -> None:
    _, args = parser.parse(["--model", "one", "entities", "--model", "two"])
    assert args.model == "two"


def test_file_whose_name_begins_with_a_dash() -> None:
    _, args = parser.parse(["--", "-odd.txt"])
    assert args.locations == ["-odd.txt"]


@pytest.mark.parametrize(
    "words",
    [["--colour"], ["a.txt", "--colour"], ["--measure", "wide"], ["--measure", "7"], ["paths", "x"], ["keys", "-x"]],
)
def test_wrong_usage_is_exit_code_2(words: list[str], capsys: pytest.CaptureFixture[str]) -> None:
    with pytest.raises(SystemExit) as raised:
        cli.main(words)
    assert raised.value.code == 2
    assert capsys.readouterr().err.startswith("usage: newsreader")


def test_version(capsys: pytest.CaptureFixture[str]) -> None:
    with pytest.raises(SystemExit) as raised:
        cli.main(["--version"])
    assert raised.value.code == 0
    assert capsys.readouterr().out == f"newsreader {__version__}\n"


def test_help_names_every_command_and_option(capsys: pytest.CaptureFixture[str]) -> None:
    with pytest.raises(SystemExit) as raised:
        cli.main(["--help"])
    assert raised.value.code == 0
    out = capsys.readouterr().out
    assert all(word in out for word in [*parser.COMMANDS, "--theme", "--model", "--measure", "--config"])


def test_paths(capsys: pytest.CaptureFixture[str]) -> None:
    assert cli.main(["paths"]) == 0
    lines = dict(line.split("\t") for line in capsys.readouterr().out.splitlines())
    assert lines["data"] == str(paths.data_dir())
    assert lines["config"] == str(paths.config_file())
    assert lines["samples"].endswith("sample_articles")


@pytest.mark.parametrize(
    ("error", "sentence", "code"),
    [
        (KeyboardInterrupt(), "newsreader: Interrupted.\n", 130),
        (ValueError("\x1b[2Jodd"), "newsreader: Something went wrong", 1),
    ],
)
def test_no_error_shows_a_traceback(
    error: BaseException, sentence: str, code: int, monkeypatch: pytest.MonkeyPatch, capsys: pytest.CaptureFixture[str]
) -> None:
    def fail(_: object) -> NoReturn:
        raise error

    monkeypatch.setattr(paths_command, "run", fail)
    assert cli.main(["paths"]) == code
    err = capsys.readouterr().err
    assert err.startswith(sentence)
    assert "Traceback" not in err
    assert "\x1b" not in err


@pytest.mark.parametrize("at", ["can_print", "start_log", "complain"])
def test_ctrl_c_shows_no_traceback_at_any_moment(
    at: str, monkeypatch: pytest.MonkeyPatch, capsys: pytest.CaptureFixture[str]
) -> None:
    def interrupted(*_: object) -> NoReturn:
        raise KeyboardInterrupt

    monkeypatch.setattr(paths_command, "run", interrupted)
    monkeypatch.setattr(f"newsreader.cli.problems.{at}", interrupted)
    assert cli.main(["paths"]) == 130
    assert capsys.readouterr() == ("", "")


def test_unforeseen_error_is_in_the_log_that_is_named(
    monkeypatch: pytest.MonkeyPatch, capsys: pytest.CaptureFixture[str]
) -> None:
    def fail(_: object) -> NoReturn:
        raise ValueError("the cause")

    monkeypatch.setattr(paths_command, "run", fail)
    cli.main(["paths"])
    assert str(paths.log_file()) in capsys.readouterr().err
    log = paths.log_file().read_text(encoding="utf-8")
    assert "Traceback" in log
    assert "ValueError: the cause" in log


def test_a_log_that_another_program_has_open_grows_on(
    monkeypatch: pytest.MonkeyPatch, capsys: pytest.CaptureFixture[str]
) -> None:
    def fail(_: object) -> NoReturn:
        raise ValueError("the cause")

    def refuse(*_: object) -> NoReturn:
        raise PermissionError(errno.EACCES, "it is open")

    paths.log_file().parent.mkdir(parents=True, exist_ok=True)
    paths.log_file().write_text("an older error\n", encoding="utf-8")
    monkeypatch.setattr("newsreader.cli.log.SIZE", 1)
    monkeypatch.setattr(os, "replace", refuse)
    monkeypatch.setattr(paths_command, "run", fail)
    cli.main(["paths"])
    assert "Traceback" not in capsys.readouterr().err
    log = paths.log_file().read_text(encoding="utf-8")
    assert log.startswith("an older error\n")
    assert "ValueError: the cause" in log


def test_error_of_the_sources_is_one_sentence(tmp_path: Path, capsys: pytest.CaptureFixture[str]) -> None:
    assert cli.main(["show", str(tmp_path / "none.txt")]) == 1
    (line,) = capsys.readouterr().err.splitlines()
    assert line.startswith("newsreader: There is no file")


def test_reader_that_leaves_early_is_no_error_to_speak_of(tmp_path: Path) -> None:
    article = tmp_path / "long.txt"
    article.write_text("A line of news.\n\n" * 20_000, encoding="utf-8")
    command = [sys.executable, "-m", "newsreader", "show", str(article)]
    with subprocess.Popen(command, cwd=tmp_path, stdout=subprocess.PIPE, stderr=subprocess.PIPE) as process:
        assert process.stdout
        assert process.stderr
        process.stdout.readline()
        process.stdout.close()
        assert process.stderr.read() == b""
    assert process.returncode == 1


@pytest.mark.parametrize("arguments", [["article.txt"], ["-"], []])
def test_reader_without_a_terminal_says_what_to_do(tmp_path: Path, arguments: list[str]) -> None:
    (tmp_path / "article.txt").write_text("News.\n", encoding="utf-8")
    command = [sys.executable, "-m", "newsreader", *arguments]
    result = subprocess.run(command, cwd=tmp_path, input="News.\n", capture_output=True, text=True, check=False)
    assert result.returncode == 1
    assert result.stdout == ""
    assert result.stderr == "newsreader: The reader needs a terminal; use “newsreader show” to print an article.\n"


def test_locale_without_the_characters_of_the_text(tmp_path: Path) -> None:
    (tmp_path / "article.txt").write_text("Zürich — 東京\n", encoding="utf-8")
    result = subprocess.run(
        [sys.executable, "-X", "utf8=0", "-m", "newsreader", "show", "article.txt"],
        cwd=tmp_path,
        env={"PYTHONIOENCODING": "ascii", "NEWSREADER_CACHE_DIR": str(tmp_path)},
        capture_output=True,
        check=True,
    )
    assert result.stdout == b"Z?rich ? ??\n"


def test_show_prints_the_plain_text(tmp_path: Path, capsys: pytest.CaptureFixture[str]) -> None:
    article = tmp_path / "article.txt"
    article.write_text("Title\n\nA [bold]line[/bold] with \x1b[31mcolour.\n", encoding="utf-8")
    assert cli.main(["show", str(article)]) == 0
    assert capsys.readouterr().out == "Title\n\nA [bold]line[/bold] with \ufffd[31mcolour.\n"


def test_show_highlights_in_a_terminal(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch, capsys: pytest.CaptureFixture[str]
) -> None:
    monkeypatch.setenv("FORCE_COLOR", "1")
    monkeypatch.setenv("TERM", "xterm-256color")
    article = tmp_path / "article.txt"
    article.write_text(WRAPPED, encoding="utf-8")
    assert cli.main(["show", "--measure", "60", str(article)]) == 0
    out = capsys.readouterr().out
    assert "\x1b[1;36mAngela Merkel\x1b[0m [red]talked[/red]" in out
    assert "4;32mParis\x1b[0m" in out
    assert "Emmanuel Macron" in out
    assert all(cell_len(Text.from_ansi(line).plain) <= 60 for line in out.splitlines())


def test_show_highlights_what_the_person_has_it_unless_only_the_machine_is_asked(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch, capsys: pytest.CaptureFixture[str]
) -> None:
    monkeypatch.setenv("FORCE_COLOR", "1")
    monkeypatch.setenv("TERM", "xterm-256color")
    path = tmp_path / "article.txt"
    path.write_text("Visit\n\nAngela Merkel arrived in Paris on Monday.\n", encoding="utf-8")
    article = load(str(path))
    with Library.open() as library:
        merkel = next(each for each in analyse(article).entities if each.name == "Angela Merkel")
        Notebook(library, library.remember(article), article).corrections.reject(merkel)
    assert cli.main(["show", str(path)]) == 0
    assert "Angela Merkel arrived in" in capsys.readouterr().out
    assert cli.main(["show", "--no-corrections", str(path)]) == 0
    assert "\x1b[1;36mAngela Merkel\x1b[0m arrived in" in capsys.readouterr().out


def test_show_without_a_model_prints_all_the_same(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch, capsys: pytest.CaptureFixture[str]
) -> None:
    monkeypatch.setenv("FORCE_COLOR", "1")
    article = tmp_path / "article.txt"
    article.write_text("Angela Merkel left Paris.\n", encoding="utf-8")
    assert cli.main(["show", "--model", "no_such_model", str(article)]) == 0
    captured = capsys.readouterr()
    assert "Angela Merkel left Paris." in captured.out
    assert "no_such_model" in captured.err


def test_every_category_has_its_own_look() -> None:
    assert len(set(CATEGORIES.values())) == 4


def test_show_lists_the_links_below_the_article_if_asked(tmp_path: Path, capsys: pytest.CaptureFixture[str]) -> None:
    article = tmp_path / "article.md"
    article.write_text("# Late\n\nThe [ferry](https://a.example/x) was late.\n", "utf-8")
    assert cli.main(["show", "--links", str(article)]) == 0
    assert capsys.readouterr().out == "Late\n\nThe ferry was late.\n\n1. ferry: https://a.example/x\n"
    assert cli.main(["show", str(article)]) == 0
    assert capsys.readouterr().out == "Late\n\nThe ferry was late.\n"


def test_show_keeps_the_form_of_an_article_in_a_terminal(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch, capsys: pytest.CaptureFixture[str]
) -> None:
    monkeypatch.setenv("FORCE_COLOR", "1")
    article = tmp_path / "article.md"
    article.write_text("- tea\n- milk\n\n> It was late again and again.\n", encoding="utf-8")
    assert cli.main(["show", "--measure", "24", str(article)]) == 0
    shown = [Text.from_ansi(line).plain.rstrip() for line in capsys.readouterr().out.splitlines()]
    assert shown == ["• tea", "• milk", "", "    It was late again", "    and again.", ""]
