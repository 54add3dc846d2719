"""What is made from the parser and the commands: completions, the manual page, the list of keys."""

from __future__ import annotations

import os
import re
import shutil
import subprocess
import sys
from typing import TYPE_CHECKING

import pytest

from newsreader import cli, paths
from newsreader.article import Origin, OriginKind
from newsreader.cli import parser
from newsreader.cli.commands import completions
from newsreader.sources import from_text
from newsreader.store.library import Library, library_file
from tui.base.commands import COMMANDS

if TYPE_CHECKING:
    from pathlib import Path


def printed(capsys: pytest.CaptureFixture[str], *words: str) -> str:
    """Run a command that succeeds and return what it prints."""
    assert cli.main(words) == 0
    return capsys.readouterr().out


@pytest.mark.parametrize("shell", completions.SHELLS)
def test_every_shell_gets_a_script_with_all_commands(shell: str, capsys: pytest.CaptureFixture[str]) -> None:
    script = printed(capsys, "completions", shell)
    assert all(command in script for command in parser.COMMANDS)


@pytest.mark.parametrize("shell", ["bash", "zsh", "fish"])
def test_shells_can_read_their_script(shell: str, capsys: pytest.CaptureFixture[str]) -> None:
    if not shutil.which(shell):
        pytest.skip(f"{shell} is not installed")
    subprocess.run([shell, "-n"], input=printed(capsys, "completions", shell), text=True, check=True)


def test_bash_completes_commands_options_and_files(capsys: pytest.CaptureFixture[str]) -> None:
    if not shutil.which("bash"):
        pytest.skip("bash is not installed")
    script = printed(capsys, "completions", "bash")
    assert "_shtab_newsreader_entities_pos_0_COMPGEN=_shtab_compgen_files" in script
    words = "COMP_WORDS=(newsreader ent); COMP_CWORD=1"
    asking = f"{script}\n{words}; _shtab_newsreader newsreader ent; echo ${{COMPREPLY[@]}}"
    result = subprocess.run(["bash", "--norc"], input=asking, text=True, check=True, capture_output=True)
    assert result.stdout.split() == ["entry", "entities"]


def test_bash_completes_queries_tags_and_saved_searches(
    capsys: pytest.CaptureFixture[str], tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    if not shutil.which("bash"):
        pytest.skip("bash is not installed")
    with Library.open() as library, library.writing() as unit:
        article = unit.articles.remember(from_text("A quay.", origin=Origin(OriginKind.RECORD, "one")))
        unit.states.tag([article.id], "treaty")
        unit.states.tag([article.id], "to do")
        unit.searches.save("Quay", "quay")
    program = tmp_path / "newsreader"
    program.write_text(f'#!/bin/sh\nexec {sys.executable} -m newsreader "$@"\n')
    program.chmod(0o755)
    monkeypatch.setenv("PATH", f"{tmp_path}:{os.environ['PATH']}")
    script = printed(capsys, "completions", "bash")

    def completed(*words: str) -> list[str]:
        """What is offered for the last word; bash divides words at colons."""
        line = " ".join(words)
        split = " ".join(f"'{each}'" for word in words for each in (re.split("(:)", word) if ":" in word else [word]))
        asking = f"{script}\nCOMP_LINE='{line}'; COMP_POINT={len(line)}; COMP_WORDS=({split})\n"
        asking += "COMP_CWORD=$((${#COMP_WORDS[@]} - 1)); _shtab_newsreader; echo ${COMPREPLY[@]}"
        done = subprocess.run(["bash", "--norc"], input=asking, text=True, check=True, capture_output=True)
        return done.stdout.split()

    assert completed("newsreader", "search", "is:st") == ["starred", "story"]
    assert completed("newsreader", "search", "quay", "-ti") == []
    assert completed("newsreader", "search", "quay", "ti") == ["title:"]
    assert completed("newsreader", "search", "search:") == ["Quay"]
    assert completed("newsreader", "names", "tag:t") == ["treaty"]
    assert completed("newsreader", "mark", "quay", "--tag", "") == ["treaty"]
    assert completed("newsreader", "searches", "remove", "") == ["Quay"]


def test_without_a_library_fields_and_their_values_are_completed_and_none_is_made(
    capsys: pytest.CaptureFixture[str],
) -> None:
    assert printed(capsys, "completions", "query", "is:re").split() == ["is:read"]
    assert printed(capsys, "completions", "tags") == printed(capsys, "completions", "searches") == ""
    assert not library_file().exists()


def test_manual_page_has_every_command_and_option(capsys: pytest.CaptureFixture[str]) -> None:
    page = printed(capsys, "man")
    assert page.startswith(".TH NEWSREADER 1")
    for command in parser.COMMANDS:
        assert f".SS newsreader {command}\n" in page
    for option in ("theme", "model", "measure", "config", "format", "from", "version"):
        assert f"\\-\\-{option}" in page
    assert ".SH EXIT STATUS" in page


def test_manual_page_is_clean_roff(capsys: pytest.CaptureFixture[str]) -> None:
    if not shutil.which("groff"):
        pytest.skip("groff is not installed")
    result = subprocess.run(
        ["groff", "-man", "-Kutf8", "-Tutf8", "-ww", "-z"],
        input=printed(capsys, "man"),
        text=True,
        encoding="utf-8",
        check=True,
        capture_output=True,
    )
    assert result.stderr == ""


def test_keys_list_every_command(capsys: pytest.CaptureFixture[str]) -> None:
    lines = printed(capsys, "keys").splitlines()
    for command in COMMANDS:
        assert any(command.id in line and command.title in line and command.help in line for line in lines)


def test_keys_are_those_of_the_configuration(capsys: pytest.CaptureFixture[str]) -> None:
    paths.config_file().parent.mkdir(parents=True)
    paths.config_file().write_text('[keys]\n"article.line_down" = ["ctrl+n", "f9"]\n', encoding="utf-8")
    (line,) = [line for line in printed(capsys, "keys").splitlines() if "article.line_down" in line]
    assert line.startswith("ctrl+n F9 ")


def test_keys_as_markdown_keep_the_bar_inside_its_cell(capsys: pytest.CaptureFixture[str]) -> None:
    out = printed(capsys, "keys", "--format", "markdown")
    rows = [line for line in out.splitlines() if line.startswith("|") and "---" not in line]
    assert all(line.replace("\\|", "").count("|") == 5 for line in rows)
    assert "| `\\|` |" in out
