"""The settings: command line over environment over `config.toml` over defaults.

A mistake in the file or the environment never keeps the program from starting: it becomes a sentence in
`Config.problems`, and what is left counts.
"""

from __future__ import annotations

import errno
import os
import re
import tomllib
from dataclasses import dataclass, field, replace
from typing import TYPE_CHECKING, Any

from newsreader import paths

if TYPE_CHECKING:
    from collections.abc import Callable, Mapping, Sequence
    from pathlib import Path

NARROWEST, WIDEST = 20, 200
"""The bounds of `measure`, in columns."""

LARGEST = 1_000_000
"""Bytes of a configuration file that are read; all settings and keys together take some thousand."""

MOST_PROBLEMS = 20
"""How many mistakes in a file are told one by one."""


ACTS = ("star", "read", "unread", "mute", "watch")
"""What a rule can have done with an article, besides `tag:` and a tag."""


@dataclass(frozen=True, slots=True)
class RuleSetting:
    """A table `[[rules]]`: what to do with articles that come in and that a query finds. The query is not looked at."""

    when: str
    do: tuple[str, ...]
    """Each of `ACTS`, or `tag:` and a tag."""
    place: str = ""
    """Where it stands, for sentences: `config.toml, line 3`."""


@dataclass(frozen=True, slots=True)
class Config:
    """Every setting, with its default."""

    theme: str | None = None
    """A theme's name; None is the reader's own choice for the terminal."""
    measure: int = 72
    """How wide the article's lines are at most, in columns."""
    model: str | None = None
    """A spaCy pipeline: a package name or a folder; None is the one that comes with the program."""
    library: str | None = None
    """Where the library is that several people share, as it was given; None is the file in the data folder."""
    shared_notes: bool = False
    """Whether what is noted in a shared library is seen by all who share it."""
    index_behind: bool = True
    """Whether articles of the library are read for names while the reader is open."""
    lookup_command: str | None = None
    """A command that is given the selection or entity to look up, as an argument."""
    pipe_command: str | None = None
    """A command that is given the article or selection on its standard input."""
    keys: Mapping[str, tuple[str, ...]] = field(default_factory=dict)
    """Keys by command id, from the table `[keys]`; they replace the command's own."""
    rules: tuple[RuleSetting, ...] = ()
    """What is done with articles that come in, in the order of the file."""
    problems: tuple[str, ...] = ()
    """What was wrong in the file or the environment, a printable sentence each."""


class SettingError(ValueError):
    """A value that a setting cannot have; the message says what it must be."""


def measure(value: object) -> int:
    """A measure in columns from a number or its digits. Raises `SettingError`."""
    digits = str(value).strip() if isinstance(value, int | str) and not isinstance(value, bool) else ""
    if not (digits.isascii() and digits.isdigit() and NARROWEST <= int(digits) <= WIDEST):
        raise SettingError(f"must be a number of columns from {NARROWEST} to {WIDEST}")
    return int(digits)


def _truth(value: object) -> bool:
    """Yes or no. Raises `SettingError`."""
    known = {"true": True, "false": False}
    if str(value).lower() not in known:
        raise SettingError("must be true or false")
    return known[str(value).lower()]


def _words(value: object) -> str:
    """A text that says something. Raises `SettingError`."""
    if not isinstance(value, str) or not value.strip():
        raise SettingError("must be a text in quotation marks")
    if not value.isprintable():
        raise SettingError("must be a text on one line, without control characters")
    return value


def _server(value: object) -> str:
    """The address of a database of PostgreSQL. Raises `SettingError`."""
    if not isinstance(value, str) or not value.startswith(("postgresql://", "postgres://")) or not value.isprintable():
        raise SettingError("must be the address of a database, such as postgresql://newsroom.example/news")
    return value


SETTINGS: Mapping[str, Callable[[object], Any]] = {
    "theme": _words,
    "measure": measure,
    "model": _words,
    "library": _server,
    "shared_notes": _truth,
    "index_behind": _truth,
    "lookup_command": _words,
    "pipe_command": _words,
}
"""The settings that a file or the environment may give, each with the function that checks it."""

_KEPT_IF_WRONG = frozenset({"library"})
"""Settings whose mistakes are told by what needs them, too: what is left must not count instead."""
_NAMES_LIBRARY = re.compile(r"^[ \t]*[\"']?library[\"']?[ \t]*=", re.MULTILINE)

TABLES = ("keys", "rules")
"""What a file may have besides."""

_RULE = frozenset(("when", "do"))
_TAGGING = re.compile(r"tag:.*\w.*")


def load(
    file: Path | None = None,
    *,
    options: Mapping[str, object] | None = None,
    environ: Mapping[str, str] | None = None,
) -> Config:
    """The settings in force.

    `file` stands in for `config.toml` in the config folder, and must then exist. `options` are those of the command
    line, already checked; None there means not given.
    """
    in_file = _from_file(file or paths.config_file(), expected=file is not None)
    around = _from_environment(os.environ if environ is None else environ)
    given = {name: value for name, value in (options or {}).items() if value is not None}
    return Config(
        **in_file.values | around.values | given,
        keys=in_file.keys,
        rules=in_file.rules,
        problems=in_file.problems + around.problems,
    )


@dataclass(frozen=True, slots=True)
class _Layer:
    """What one source of settings gave."""

    values: dict[str, Any] = field(default_factory=dict)
    keys: dict[str, tuple[str, ...]] = field(default_factory=dict)
    rules: tuple[RuleSetting, ...] = ()
    problems: tuple[str, ...] = ()


def _from_environment(environ: Mapping[str, str]) -> _Layer:
    values: dict[str, Any] = {}
    problems = []
    for name, check in SETTINGS.items():
        variable = f"NEWSREADER_{name.upper()}"
        if not environ.get(variable):
            continue
        try:
            values[name] = check(environ[variable])
        except SettingError as error:
            problems.append(f"The environment variable {variable} {error}.")
            values |= _wrong(name, environ[variable])
    for variable in ("NEWSREADER_CACHE_DIR", "NEWSREADER_CONFIG_DIR"):
        if paths.is_homeless(environ.get(variable, "")):
            problems.append(f"The folder in {variable} is in the home of somebody unknown; the usual one is used.")
    return _Layer(values, problems=tuple(problems))


def _from_file(file: Path, *, expected: bool) -> _Layer:
    from newsreader.sanitise import printable

    name, text = printable(str(file)), ""
    try:
        text = _text(file)
        layer = _from_table(tomllib.loads(text), _Places(name, text))
    except FileNotFoundError:
        return _Layer(problems=(f"There is no configuration file {name}.",) if expected else ())
    except OSError as error:
        return _Layer(problems=(f"{name} cannot be read ({error.strerror}); it is left aside.",))
    except UnicodeDecodeError:
        return _Layer(problems=(f"{name} is not UTF-8 text; it is left aside.",))
    except tomllib.TOMLDecodeError as error:
        values = _wrong("library", "?") if _NAMES_LIBRARY.search(text) else {}
        return _Layer(values, problems=(f"{name} is not valid TOML and is left aside: {printable(str(error))}.",))
    except RecursionError:
        return _Layer(problems=(f"{name} is nested too deeply and is left aside.",))
    except ValueError as error:  # a path that no file can have
        return _Layer(problems=(f"{name} cannot be read ({printable(str(error))}); it is left aside.",))
    return replace(layer, problems=_told(name, layer.problems))


def _text(file: Path) -> str:
    """The text of a configuration file. Raises OSError, also for what has no end or is too large to be one."""
    with file.open("rb") as stream:
        data = stream.read(LARGEST + 1)
    if len(data) > LARGEST:
        raise OSError(errno.EFBIG, f"it is larger than {LARGEST // 1_000_000} MB")
    return data.decode("utf-8-sig")


def _told(name: str, problems: tuple[str, ...]) -> tuple[str, ...]:
    """The first of very many mistakes, and how many more there are."""
    more = len(problems) - MOST_PROBLEMS
    return problems if more <= 0 else (*problems[:MOST_PROBLEMS], f"{name} has {more} more mistakes.")


class _Places:
    """Where in the file a key stands, for the sentences about it."""

    def __init__(self, name: str, text: str) -> None:
        """Note the first line in each table that seems to set each key."""
        self._name = name
        self._lines: dict[tuple[str, str], int] = {}
        self._tables: dict[str, list[int]] = {}
        here = ""
        for number, line in enumerate(text.splitlines(), 1):
            line = line.strip()
            if line.startswith("["):
                here = line.partition("]")[0].strip("[ ").replace(" ", "")
                self._lines.setdefault(("", here), number)
                self._tables.setdefault(here, []).append(number)
            else:
                self._lines.setdefault((here, line.partition("=")[0].strip().strip("\"'")), number)

    def of(self, key: str, table: str = "") -> str:
        """`config.toml, line 3`; the file alone if no line seems to set the key."""
        return self._line(self._lines.get((table, key)))

    def of_table(self, name: str, index: int) -> str:
        """Where one of several tables of a name begins, by its index among them."""
        lines = self._tables.get(name, [])
        return self._line(lines[index] if index < len(lines) else None)

    def _line(self, number: int | None) -> str:
        return f"{self._name}, line {number}" if number else self._name


def _from_table(table: Mapping[str, Any], places: _Places) -> _Layer:
    values: dict[str, Any] = {}
    problems: list[str] = []
    for name, value in table.items():
        if name in TABLES:
            continue
        if name not in SETTINGS:
            problems.append(_unknown(name, places))
            continue
        try:
            values[name] = SETTINGS[name](value)
        except SettingError as error:
            problems.append(f"{places.of(name)}: “{name}” {error}.")
            values |= _wrong(name, value)
    keys, key_problems = _keys(table.get("keys", {}), places)
    rules, rule_problems = _rules(table.get("rules", []), places)
    return _Layer(values, keys, rules, (*problems, *key_problems, *rule_problems))


def _wrong(name: str, value: object) -> dict[str, Any]:
    """What a setting is that was given a wrong value, if it is anything but its default."""
    return {name: str(value) or "?"} if name in _KEPT_IF_WRONG else {}


def _unknown(name: str, places: _Places) -> str:
    there_is = f"there are {', '.join(SETTINGS)} and the tables [keys] and [[rules]]"
    hint = _meant(name, [*SETTINGS, *TABLES], there_is)
    return f"{places.of(name)}: there is no setting “{_shown(name)}”; {hint}"


def _keys(table: object, places: _Places) -> tuple[dict[str, tuple[str, ...]], list[str]]:
    """The table `[keys]`: a key or a list of keys by command id."""
    from newsreader.sanitise import printable

    if not isinstance(table, dict):
        return {}, [f"{places.of('keys')}: “keys” must be a table, such as [keys]."]
    keys: dict[str, tuple[str, ...]] = {}
    problems = []
    for command, given in _flat(table):
        listed = [given] if isinstance(given, str) else given
        if isinstance(listed, list) and all(isinstance(key, str) and key for key in listed):
            keys[command] = tuple(listed)
        else:
            problems.append(
                f"{places.of(command, 'keys')}: the keys of “{printable(command)}” must be a text or a list of texts."
            )
    return keys, problems


def _rules(tables: object, places: _Places) -> tuple[tuple[RuleSetting, ...], list[str]]:
    """The tables `[[rules]]`, each with a query as `when`, and as `do` an act or a list of those."""
    if not isinstance(tables, list) or not all(isinstance(each, dict) for each in tables):
        return (), [f"{places.of('rules')}: “rules” must be tables, such as [[rules]]."]
    rules: list[RuleSetting] = []
    problems: list[str] = []
    for index, table in enumerate(tables):
        place = places.of_table("rules", index)
        wrong = _wrong_with(table)
        problems += [f"{place}: {each} The rule is left aside." for each in wrong]
        if not wrong:
            rules.append(RuleSetting(table["when"], _acts(table["do"]), place))
    return tuple(rules), problems


def _wrong_with(rule: Mapping[str, Any]) -> list[str]:
    """A sentence for each mistake in a rule."""
    known = "there are “when” and “do”"
    wrong = [f"A rule has no “{_shown(each)}”; {_meant(each, ('when', 'do'), known)}" for each in {*rule} - _RULE]
    when = rule.get("when")
    if not isinstance(when, str) or not when.strip() or not when.isprintable():
        wrong.append("“when” must be a query in quotation marks, on one line.")
    acts = _acts(rule.get("do"))
    if not acts:
        wrong.append("“do” must be what to do, in quotation marks, or a list of those.")
    known = f"there are {', '.join(ACTS)} and tag:NAME"
    unknown = (each for each in acts if each not in ACTS and not _TAGGING.fullmatch(each))
    return [*wrong, *(f"“do” cannot be “{_shown(each)}”; {_meant(each, ACTS, known)}" for each in unknown)]


def _acts(do: object) -> tuple[str, ...]:
    given = [do] if isinstance(do, str) else do
    return tuple(given) if isinstance(given, list) and all(isinstance(each, str) for each in given) else ()


def _meant(name: str, known: Sequence[str], otherwise: str) -> str:
    """The end of a sentence: what was perhaps meant, or else what there is."""
    import difflib

    near = difflib.get_close_matches(name, known, n=1)
    return f"did you mean “{near[0]}”?" if near else f"{otherwise}."


def _shown(name: str) -> str:
    from newsreader.sanitise import printable

    return printable(name)


def _flat(table: Mapping[str, Any], prefix: str = "") -> list[tuple[str, object]]:
    """Entries by dotted name: TOML reads an unquoted `search.next = "n"` as a table within a table."""
    entries: list[tuple[str, object]] = []
    for name, value in table.items():
        if isinstance(value, dict):
            entries += _flat(value, f"{prefix}{name}.")
        else:
            entries.append((prefix + name, value))
    return entries
