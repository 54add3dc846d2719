"""Commands of the reader's own from `config.toml`, with a word of an article put in so that it stays a word.

The command is split into arguments first, and the word is one of them, so that no shell ever reads it. A shell is only
there where the command names one, and then it gets the word as `$1`.
"""

from __future__ import annotations

import os
import re
import shlex
from pathlib import PurePath
from urllib.parse import quote

PLACE = "{}"
"""Where the word goes."""

_SHELLS = frozenset({"sh", "bash", "dash", "ash", "ksh", "mksh", "zsh", "fish"})
_SCRIPT = re.compile(r"-[a-zA-Z]*c")
"""The option before the script of a shell."""

_NEEDS_SHELL = re.compile(r"[|&;<>()]+")


class UserCommandError(ValueError):
    """The command cannot be run as it is written; the message is a sentence that says how to write it."""


def arguments(command: str, word: str | None = None) -> list[str]:
    """Return the program and its arguments, with `word` in the place of `{}` or else behind them; without one as it is.

    In a web address the word is percent-encoded. Raises `UserCommandError`.
    """
    words = [os.path.expanduser(each) if each.startswith("~/") else each for each in _split(command)]
    if word is None:
        return words
    word = word.replace("\0", "").lstrip("-")  # a word is no option
    if (script := _script(words)) is not None:
        return _with_script(words, script, word)
    if not any(PLACE in each for each in words):
        return [*words, word]
    return [_put(each, word) for each in words]


def _split(command: str) -> list[str]:
    try:
        words = shlex.split(command)
        tokens = list(shlex.shlex(command, posix=True, punctuation_chars="|&;<>()"))
    except ValueError as error:
        raise UserCommandError(
            f"The command “{command}” cannot be read ({error}): close its quotation marks."
        ) from error
    if not words:
        raise UserCommandError("The command is empty.")
    for token in tokens:
        if _NEEDS_SHELL.fullmatch(token):
            raise UserCommandError(
                f"“{token}” needs a shell: write the command as sh -c '…', where the word at hand is \"$1\"."
            )
    return words


def _script(words: list[str]) -> int | None:
    """Return the index of the script if the program is a shell that is given one."""
    if PurePath(words[0]).name not in _SHELLS:
        return None
    options = [index for index, each in enumerate(words[1:-1], 1) if _SCRIPT.fullmatch(each)]
    return options[0] + 1 if options else None


def _with_script(words: list[str], script: int, word: str) -> list[str]:
    if PLACE in words[script]:
        raise UserCommandError('A shell gets the word at hand as "$1", not as {}.')
    before, given = words[: script + 1], words[script + 1 :]
    if any(PLACE in each for each in given):
        return [*before, *(_put(each, word) for each in given)]
    return [*before, *(given or ["newsreader"]), word]


def _put(argument: str, word: str) -> str:
    if PLACE not in argument:
        return argument
    if "://" in argument.partition(PLACE)[0]:
        return argument.replace(PLACE, quote(word, safe=""))
    if re.search(r"[\s'\"`$]", argument):
        raise UserCommandError(
            f"In “{argument}” the word at hand could become a part of a command: let {PLACE} be an argument of its own."
        )
    return argument.replace(PLACE, word)
