"""What is made from the parser and the commands: completions, the manual page, the list of keys."""

from __future__ import annotations

import shutil
import subprocess

import pytest

from newsreader import cli, paths
from newsreader.cli import parser
from newsreader.cli.commands import completions
from tui.base.commands import COMMANDS


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
    asking = (
        f"{script}\nCOMP_WORDS=(newsreader en); COMP_CWORD=1; _shtab_newsreader newsreader en; echo ${{COMPREPLY[@]}}"
    )
    result = subprocess.run(["bash", "--norc"], input=asking, text=True, check=True, capture_output=True)
    assert result.stdout.split() == ["entities"]


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
