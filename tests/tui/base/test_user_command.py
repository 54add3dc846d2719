"""A word of an article stays a word in a command of the reader's own."""

from __future__ import annotations

import subprocess
import sys
from typing import TYPE_CHECKING

import pytest
from hypothesis import given
from hypothesis import strategies as st

from tui.base.user_command import UserCommandError, arguments

if TYPE_CHECKING:
    from pathlib import Path

HOSTILE = (
    "Alpha&touch pwned",
    "a; touch pwned",
    "$(touch pwned)",
    "`touch pwned`",
    "'; touch pwned; '",
    '"; touch pwned; "',
    "a | touch pwned",
    "a\ntouch pwned",
    "> pwned",
    "--exec=touch pwned",
    "%0a touch pwned",
    "{}",
)


@pytest.mark.parametrize(
    ("command", "expected"),
    [
        ("dict", ["dict", "a b; c"]),
        ("dict {}", ["dict", "a b; c"]),
        ("dict -d wn {} --raw", ["dict", "-d", "wn", "a b; c", "--raw"]),
        ("dict '{}'", ["dict", "a b; c"]),
        ('dict "{}"', ["dict", "a b; c"]),
        ("dict --word={}", ["dict", "--word=a b; c"]),
        ("xdg-open 'https://example.org/?q={}&x=1'", ["xdg-open", "https://example.org/?q=a%20b%3B%20c&x=1"]),
        ("""sh -c 'dict "$1" | less'""", ["sh", "-c", 'dict "$1" | less', "newsreader", "a b; c"]),
        ("""/bin/bash -lc 'dict "$1"'""", ["/bin/bash", "-lc", 'dict "$1"', "newsreader", "a b; c"]),
        ("""sh -c 'dict "$2"' zero one {}""", ["sh", "-c", 'dict "$2"', "zero", "one", "a b; c"]),
    ],
)
def test_the_word_is_one_argument(command: str, expected: list[str]) -> None:
    assert arguments(command, "a b; c") == expected


@pytest.mark.parametrize(
    ("command", "says"),
    [
        ("dict {} | less", "“|” needs a shell"),
        ("dict {} > file", "“>” needs a shell"),
        ("dict {}; less", "“;” needs a shell"),
        ("dict {} && less", "“&&” needs a shell"),
        ("sh -c 'dict {}'", 'as "\\$1", not as {}'),
        ("bash -c 'dict \"{}\"'", 'as "\\$1", not as {}'),
        ("tmux popup 'dict {}'", "an argument of its own"),
        ("python3 -c 'print(\"{}\")'", "an argument of its own"),
        ("dict '{}", "cannot be read"),
        ("", "is empty"),
    ],
)
def test_what_could_run_a_word_is_refused(command: str, says: str) -> None:
    with pytest.raises(UserCommandError, match=says.replace("|", r"\|")):
        arguments(command, "word")


@pytest.mark.parametrize("word", HOSTILE)
@pytest.mark.parametrize(
    "command",
    [
        "{python} {echo}",
        "{python} {echo} {{}}",
        "{python} {echo} '{{}}'",
        '{python} {echo} "{{}}"',
        "{python} {echo} https://example.org/{{}}",
        "sh -c '{python} {echo} \"$1\"'",
    ],
)
@pytest.mark.skipif(sys.platform == "win32", reason="there is no sh")
def test_no_word_runs_a_command(command: str, word: str, tmp_path: Path) -> None:
    echo = tmp_path / "echo.py"
    echo.write_text("import sys\nprint(len(sys.argv))\n")
    words = arguments(command.format(python=sys.executable, echo=echo), word)
    done = subprocess.run(words, cwd=tmp_path, capture_output=True, text=True, check=True)
    assert done.stdout == "2\n"
    assert [path.name for path in tmp_path.iterdir()] == ["echo.py"]


@given(st.text(), st.text())
def test_any_command_and_word_give_arguments_or_a_sentence(command: str, word: str) -> None:
    said = ""
    try:
        arguments(command, word)
    except UserCommandError as error:
        said = str(error)
    assert said == "" or said.endswith(".")


def test_what_is_piped_to_is_split_as_well() -> None:
    assert arguments("less -R") == ["less", "-R"]
    assert arguments("tee 'my file'") == ["tee", "my file"]
