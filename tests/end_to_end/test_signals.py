"""Signals end, stop and continue the reader, and each leaves the terminal as it was found."""

from __future__ import annotations

import os
import shutil
import signal
from typing import TYPE_CHECKING

import pytest
from endings import assert_given_back
from pseudo_terminal import PATIENCE, PseudoTerminal, python

if TYPE_CHECKING:
    from collections.abc import Iterator
    from pathlib import Path

    from conftest import Patched, Start

ARTICLE = "Council votes for a new bridge\n\n" + "\n\n".join(
    f"Paragraph {number}: the council of Lyon spoke about span {number} of the bridge and heard Angela Merkel."
    for number in range(1, 61)
)
ENDING = [signal.SIGTERM, signal.SIGHUP, signal.SIGINT, signal.SIGQUIT]

STUCK = """
import sys, time
from tui.reader.controllers.panes import PaneController

def hang(panes):
    with open(sys.argv[2], "w"):
        while True:
            time.sleep(0.01)

PaneController.toggle_zen = hang
"""
NEVER_LOADS = """
import sys, time
from newsreader.cli.commands import read

def hang(articles, config):
    sys.stderr.write("\\x1b[?1049h\\x1b[?25lloading")
    sys.stderr.flush()
    while True:
        time.sleep(0.01)

read._open_reader = hang
"""


@pytest.fixture
def article(tmp_path: Path) -> str:
    """A long article, as a path."""
    path = tmp_path / "bridge.txt"
    path.write_text(ARTICLE + "\n", encoding="utf-8")
    return str(path)


@pytest.mark.parametrize("sight", ["Paragraph 3:", "People", "Angela Merkel  "])
@pytest.mark.parametrize("end", ENDING)
def test_a_signal_ends_the_reader_in_good_order(end: signal.Signals, sight: str, article: str, start: Start) -> None:
    """Behind the first frame, with the interface around it, and with what was found."""
    terminal = start(article)
    before = terminal.mode()
    terminal.wait_for(sight)
    os.kill(terminal.process.pid, end)
    assert terminal.wait() == 128 + end
    assert_given_back(terminal, before)
    _, _, left = bytes(terminal.raw).rpartition(b"\x1b[?1049l")
    assert f"newsreader: Ended by {end.name}." in left.decode()


def test_signals_while_it_ends_do_no_harm(article: str, start: Start) -> None:
    terminal = start(article)
    before = terminal.mode()
    terminal.wait_for("Paragraph 3:")
    for _ in range(500):
        if terminal.process.poll() is not None:
            break
        os.kill(terminal.process.pid, signal.SIGTERM)
    assert terminal.wait() in (128 + signal.SIGTERM, -signal.SIGTERM)
    assert_given_back(terminal, before)


def test_a_reader_that_hangs_ends_at_the_second_signal(article: str, patched: Patched, tmp_path: Path) -> None:
    stuck = tmp_path / "stuck"
    terminal = patched(STUCK, article, str(stuck))
    before = terminal.mode()
    terminal.wait_for("Paragraph 3:")
    terminal.press("z")
    terminal.until(stuck.exists)
    os.kill(terminal.process.pid, signal.SIGTERM)
    os.kill(terminal.process.pid, signal.SIGTERM)
    assert terminal.wait() == 128 + signal.SIGTERM
    assert_given_back(terminal, before)


@pytest.mark.parametrize("end", ENDING)
def test_a_signal_before_the_interface_is_up(end: signal.Signals, article: str, patched: Patched) -> None:
    terminal = patched(NEVER_LOADS, article)
    before = terminal.mode()
    terminal.wait_for("loading")
    os.kill(terminal.process.pid, end)
    assert terminal.wait() == 128 + end
    assert_given_back(terminal, before)


def test_the_words_typed_a_moment_before_the_signal_are_there_again(article: str, start: Start) -> None:
    terminal = start(article)
    terminal.wait_for("Paragraph 3:")
    terminal.press("A")
    terminal.wait_for("ctrl+s")
    terminal.send("Ask the mayor about the ferry")
    terminal.wait_for("the ferry")
    os.kill(terminal.process.pid, signal.SIGTERM)
    terminal.wait()
    again = start(article)
    again.wait_for("Paragraph 3:")
    again.press("A")
    again.wait_for("the ferry")


def test_a_terminal_that_is_closed_ends_the_reader_and_loses_nothing(article: str, start: Start) -> None:
    terminal = start(article)
    terminal.wait_for("Paragraph 3:")
    terminal.press("A")
    terminal.wait_for("ctrl+s")
    terminal.send("Ask the mayor about the ferry")
    terminal.wait_for("the ferry")
    terminal.hang_up()
    assert terminal.process.wait(PATIENCE) == 128 + signal.SIGHUP
    again = start(article)
    again.wait_for("Paragraph 3:")
    again.press("A")
    again.wait_for("the ferry")


def test_a_terminal_that_is_closed_ends_a_reader_that_does_not_hear_of_it(article: str, tmp_path: Path) -> None:
    command = [python(), "-m", "newsreader", article]
    script = ["sh", "-c", 'trap "" HUP; exec "$@"', "sh", *command]
    with PseudoTerminal(script, cwd=tmp_path) as terminal:
        terminal.wait_for("Paragraph 3:")
        terminal.hang_up()
        assert terminal.process.wait(PATIENCE) == 128 + signal.SIGHUP


@pytest.mark.parametrize("stops", [[signal.SIGCONT], [signal.SIGSTOP, signal.SIGCONT]])
def test_a_stop_that_nobody_announced(stops: list[signal.Signals], article: str, start: Start) -> None:
    terminal = start(article)
    before = terminal.mode()
    terminal.wait_for("People")
    for each in stops:
        os.kill(terminal.process.pid, each)
    terminal.wait_for(lambda _: terminal.raw.count(b"\x1b[?1049h") == 2)
    terminal.press("A")
    terminal.wait_for("ctrl+s")
    terminal.send("every key once")
    terminal.wait_for("every key once")
    terminal.press("ctrl+s")
    terminal.wait_until_gone("ctrl+s")
    terminal.press("Q")
    assert terminal.wait() == 0
    assert_given_back(terminal, before)


@pytest.fixture
def shell(tmp_path: Path) -> Iterator[PseudoTerminal]:
    """A shell with job control in a terminal of its own."""
    if not shutil.which("bash"):
        pytest.skip("bash is not installed")
    prompt = {"PS1": "prompt> ", "PS2": "", "HISTFILE": ""}
    with PseudoTerminal(
        ["bash", "--norc", "--noprofile", "--noediting", "-i"], cwd=tmp_path, environ=prompt
    ) as terminal:
        terminal.wait_for("prompt>")
        yield terminal
        terminal.send("exit\r")


def read_in(shell: PseudoTerminal, article: str) -> None:
    shell.send(f"'{python()}' -m newsreader '{article}'\r")
    shell.wait_for("Paragraph 3:")


def stop(shell: PseudoTerminal) -> None:
    """Press ctrl+z, and see that the shell has a terminal in good order."""
    shell.press("\x1a")
    shell.wait_for("Stopped")
    shell.wait_for("prompt>")
    shell.send("stty -a; echo a$((20 + 22))b\r")
    text = shell.wait_for("a42b")
    assert " icanon" in text
    assert " echo " in text
    assert_given_back(shell)
    # What the reader left there goes, so that what is seen from here on is new.
    shell.send("printf '\\033[2J\\033[H'\r")
    shell.wait_for(lambda text: "prompt>" in text and "a42b" not in text)


def end_suspended(shell: PseudoTerminal) -> None:
    """Kill what is suspended and wait for its end; bash itself would not wait: it takes it for stopped still."""
    shell.send("kill %1; while kill -0 %1 2> /dev/null; do sleep 0.1; done; jobs\r")
    shell.wait_for("Exit 143")


def leave(shell: PseudoTerminal) -> None:
    shell.press("Q")
    shell.wait_for("prompt>")
    shell.send("echo code $?\r")
    shell.wait_for("code 0")


def test_suspended_to_the_shell_and_back_again(shell: PseudoTerminal, article: str) -> None:
    read_in(shell, article)
    stop(shell)
    shell.send("fg\r")
    shell.wait_for("Paragraph 3:")
    shell.press(" ", " ", " ")
    shell.wait_for(lambda text: "Paragraph 45:" in text and "Paragraph 3:" not in text)
    stop(shell)
    shell.send("fg\r")
    shell.wait_for("Paragraph 45:")
    leave(shell)


def test_sent_to_the_background_it_waits_for_the_terminal(shell: PseudoTerminal, article: str) -> None:
    read_in(shell, article)
    stop(shell)
    shell.send("bg; wait %1; echo code $?\r")
    shell.wait_for(f"code {128 + signal.SIGTTOU}")
    shell.send("fg\r")
    shell.wait_for("Paragraph 3:")
    shell.press(" ", " ", " ")
    shell.wait_for(lambda text: "Paragraph 45:" in text and "Paragraph 3:" not in text)
    leave(shell)


def test_another_size_when_it_comes_back(shell: PseudoTerminal, article: str) -> None:
    read_in(shell, article)
    stop(shell)
    shell.resize(60, 20)
    shell.send("fg\r")
    shell.wait_for("Paragraph 3:")
    shell.wait_for(lambda _: "help" in shell.screen.display[-1] and shell.screen.display[-1].rstrip().endswith("%"))
    leave(shell)


def test_a_suspended_reader_is_ended_by_a_signal(shell: PseudoTerminal, article: str) -> None:
    read_in(shell, article)
    stop(shell)
    end_suspended(shell)
    shell.wait_for("Ended by SIGTERM")
    assert_given_back(shell)


def test_where_a_suspended_reader_was_ended_one_reads_on(shell: PseudoTerminal, article: str, start: Start) -> None:
    read_in(shell, article)
    shell.wait_for("People")
    shell.press(" ", " ", " ")
    shell.wait_for(lambda text: "Paragraph 45:" in text and "Paragraph 3:" not in text)
    stop(shell)
    end_suspended(shell)
    again = start(article)
    again.wait_for(lambda text: "Paragraph 45:" in text and "Paragraph 3:" not in text)


def test_ctrl_c_belongs_to_the_command_that_has_the_terminal(article: str, start: Start, tmp_path: Path) -> None:
    config = tmp_path / "pipe.toml"
    waits = "trap 'exit 0' INT; cat > /dev/null; echo ready; while :; do sleep 0.1; done"
    config.write_text(f"pipe_command = '''sh -c \"{waits}\"'''\n")
    terminal = start("--config", str(config), article)
    terminal.wait_for("Paragraph 3:")
    terminal.press("|")
    terminal.wait_for("ready")
    terminal.press("ctrl+c")
    terminal.wait_for("goes back to the article")
    terminal.press("enter")
    terminal.wait_for(lambda _: terminal.raw.count(b"\x1b[?1049h") == 2)
    terminal.press("Q")
    assert terminal.wait() == 0
