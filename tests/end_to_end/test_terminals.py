"""Poor terminals, small terminals, no terminal: the article is read, or one sentence says how to read it."""

from __future__ import annotations

import os
import shutil
import subprocess
from typing import TYPE_CHECKING

import pytest
from endings import assert_given_back
from pseudo_terminal import PseudoTerminal, python

if TYPE_CHECKING:
    from collections.abc import Iterator
    from pathlib import Path

    from conftest import Start

ARTICLE = (
    "Rat für Brücke\n\nDie Brücke in Łódź: naïve 東京 “Angela Merkel”. START 👩‍👩‍👧\n" + "\nThe council met.\n" * 60
)


@pytest.fixture
def article(tmp_path: Path) -> str:
    """An article in more than ASCII, as a path."""
    path = tmp_path / "brücke.txt"
    path.write_text(ARTICLE, encoding="utf-8")
    return str(path)


@pytest.mark.parametrize(
    "environ",
    [
        {"TERM": ""},
        {"TERM": "a-terminal-nobody-knows"},
        {"TERM": "vt100"},
        {"TERM": "linux", "COLORTERM": ""},
        {"TERM": "xterm-16color"},
        {"TERM": "tmux-256color", "TMUX": "/nowhere,1,0"},
        {"NO_COLOR": "1"},
        {"LC_ALL": "C", "PYTHONUTF8": "0", "PYTHONCOERCECLOCALE": "0"},
        {"LC_ALL": "POSIX", "PYTHONUTF8": "0"},
    ],
    ids=lambda environ: " ".join(f"{name}={value}" for name, value in environ.items()),
)
def test_poor_terminals(environ: dict[str, str], article: str, start: Start) -> None:
    terminal = start(article, **environ)
    before = terminal.mode()
    terminal.wait_for("START")
    terminal.press("/")
    terminal.send("council")
    terminal.wait_for("/60")
    terminal.press("escape")
    terminal.wait_until_gone("regex")
    terminal.press("Q")
    assert terminal.wait() == 0
    assert_given_back(terminal, before)
    if "NO_COLOR" in environ:
        assert b"\x1b[38;2" not in terminal.raw
        assert b"\x1b[48;2" not in terminal.raw


def test_a_dumb_terminal_is_told_how_to_print(article: str, start: Start) -> None:
    terminal = start(article, TERM="dumb")
    assert terminal.wait() == 1
    assert "newsreader show" in terminal.text()
    assert b"\x1b" not in terminal.raw


@pytest.mark.parametrize(("columns", "lines"), [(20, 5), (10, 3), (2, 2), (1, 1)])
def test_small_terminals(columns: int, lines: int, article: str, start: Start) -> None:
    terminal = start(article, columns=columns, lines=lines)
    before = terminal.mode()
    terminal.wait_for(lambda _: b"\x1b[?1049h" in terminal.raw)
    terminal.press("j", "n", "]", "1", "p", "z", "T", "v", "?")
    terminal.resize(80, 24)
    # Only now: with the key after it, escape would be another key, and on one cell nothing shows that it came.
    terminal.wait_for("esc closes")
    terminal.press("escape")
    terminal.wait_until_gone("esc closes")
    terminal.wait_for("START")
    terminal.press("Q")
    assert terminal.wait() == 0
    assert_given_back(terminal, before)


def test_made_as_small_as_can_be_and_large_again(article: str, start: Start) -> None:
    terminal = start(article)
    terminal.wait_for("START")
    for size in [(20, 5), (3, 1), (1, 1), (1, 40), (120, 1), (20, 5)]:
        terminal.resize(*size)
        terminal.press("j", "k")
    terminal.resize(100, 30)
    terminal.wait_for("START")
    terminal.press("a")
    terminal.wait_for("ctrl+s")
    for size in [(20, 5), (1, 1), (100, 30)]:
        terminal.resize(*size)
    terminal.wait_for("ctrl+s")
    terminal.press("escape")
    terminal.wait_until_gone("ctrl+s")
    terminal.press("Q")
    assert terminal.wait() == 0


def test_of_many_sizes_at_once_the_last_one_holds(article: str, start: Start) -> None:
    terminal = start(article)
    terminal.wait_for("START")
    for width in range(60, 100):
        for size in [(20, 5), (1, 40), (30, 9), (120, 1), (40, 7), (width, 24)]:
            terminal.resize(*size)
        terminal.wait_for(lambda text: "START" in text and "council" in text)
    terminal.press("Q")
    assert terminal.wait() == 0


@pytest.fixture
def tmux(tmp_path: Path) -> Iterator[PseudoTerminal]:
    """A terminal with tmux in it and a shell in that; its server is the test's own."""
    if not shutil.which("tmux"):
        pytest.skip("tmux is not installed")
    server = ["tmux", "-S", str(tmp_path / "socket"), "-f", "/dev/null"]
    environ = {"PS1": "prompt> ", "TMUX": "", "SHELL": "/bin/sh", "ENV": ""}
    with PseudoTerminal([*server, "new-session", "sh"], cwd=tmp_path, environ=environ) as terminal:
        terminal.wait_for("prompt>")
        yield terminal
        subprocess.run([*server, "kill-server"], check=False, capture_output=True)


def test_in_tmux(article: str, tmux: PseudoTerminal) -> None:
    tmux.send("echo before; stty -g > modes\r")
    tmux.wait_for(lambda text: text.count("before") == 2)
    tmux.send(f"'{python()}' -m newsreader '{article}'; stty -g | cmp - modes && echo 'the sa''me' $?\r")
    tmux.wait_for("Rat für Brücke")
    tmux.wait_for("People")
    tmux.press("/")
    tmux.send("council")
    tmux.wait_for("/60")
    tmux.press("escape")
    tmux.wait_until_gone("regex")
    tmux.press("Q")
    text = tmux.wait_for("the same 0")
    assert text.count("before") == 2
    assert "Brücke in" not in text


NOT_A_TERMINAL = "The reader needs a terminal"


@pytest.mark.parametrize("redirected", ["stdin", "stdout", "stderr", "all"])
def test_without_a_terminal(redirected: str, article: str, tmp_path: Path) -> None:
    """In a terminal with one of the streams going elsewhere; only standard input can be done without."""
    away = {"stdin": "< /dev/null", "stdout": "> out", "stderr": "2> err", "all": "< /dev/null > out 2> err"}[
        redirected
    ]
    script = f'"$0" -m newsreader "$1" {away}; echo "code $?"'
    with PseudoTerminal(["sh", "-c", script, python(), article], cwd=tmp_path) as terminal:
        if redirected == "stdin":
            terminal.wait_for("START")
            terminal.press("Q")
            terminal.wait_for("code 0")
            return
        terminal.wait_for("code 1")
    said = terminal.text() + "".join(each.read_text() for each in tmp_path.glob("err"))
    assert NOT_A_TERMINAL in said
    assert not (tmp_path / "out").exists() or (tmp_path / "out").read_bytes() == b""


def test_without_any_terminal_at_all(article: str, tmp_path: Path) -> None:
    command = [python(), "-m", "newsreader", article]
    done = subprocess.run(command, cwd=tmp_path, input=b"", capture_output=True, start_new_session=True, check=False)
    assert done.returncode == 1
    assert NOT_A_TERMINAL in done.stderr.decode()
    assert done.stdout == b""


def test_streams_that_are_closed(article: str, tmp_path: Path) -> None:
    command = ["sh", "-c", '"$0" -m newsreader "$1" <&- >&- 2>&-', python(), article]
    assert subprocess.run(command, cwd=tmp_path, start_new_session=True, check=False).returncode == 1


@pytest.mark.parametrize("locale", ["C", "POSIX"])
def test_printed_without_utf8(locale: str, article: str, tmp_path: Path) -> None:
    environ = os.environ | {"LC_ALL": locale, "PYTHONUTF8": "0", "PYTHONCOERCECLOCALE": "0"}
    command = [python(), "-m", "newsreader", "show", article]
    done = subprocess.run(command, cwd=tmp_path, env=environ, capture_output=True, check=False)
    assert done.returncode == 0
    assert b"The council met." in done.stdout
    assert done.stdout.isascii()
