"""A manual page from an argparse parser: roff with the macros of man(7)."""

from __future__ import annotations

import argparse
from typing import TYPE_CHECKING

from newsreader import __version__
from newsreader.cli.arguments import actions, subcommands

if TYPE_CHECKING:
    from collections.abc import Iterator

EXIT_STATUS = {"0": "Done.", "1": "It could not be done; one sentence on standard error says why.", "2": "Wrong usage."}

ENVIRONMENT = {
    "NEWSREADER_THEME, NEWSREADER_MEASURE, NEWSREADER_MODEL, NEWSREADER_LOOKUP_COMMAND, NEWSREADER_PIPE_COMMAND": (
        "Stand over the settings of the same name in config.toml, and under the options."
    ),
    "NEWSREADER_LIBRARY": (
        "The library that several people share, such as postgresql://newsroom.example/news, instead of “library” in "
        "config.toml."
    ),
    "NEWSREADER_DATA_DIR, NEWSREADER_CONFIG_DIR, NEWSREADER_CACHE_DIR": (
        "Folders to use instead of those that “newsreader paths” names."
    ),
    "NETRC": (
        "The file with the accounts of hosts that ask for one, instead of ~/.netrc; only you may be able to read it. "
        "User names and passwords in addresses are left out."
    ),
    "http_proxy, https_proxy, no_proxy": "The proxies to use, their addresses with accounts if they ask for one.",
    "NO_COLOR": "If set, no colours.",
}


def manual(parser: argparse.ArgumentParser) -> str:
    """The page of a program with commands."""
    name = parser.prog
    lines = [
        f'.TH {name.upper()} 1 "" "{name} {__version__}" "User Commands"',
        ".SH NAME",
        f"{name} \\- {_text(_first_small(parser.description))}",
        ".SH SYNOPSIS",
        *_synopsis(parser),
        ".SH DESCRIPTION",
        _text(parser.description),
        ".PP",
        _text(parser.epilog),
        ".SH OPTIONS",
        *_arguments(parser),
        ".SH COMMANDS",
    ]
    for action in actions(parser):
        for command in subcommands(action).values():
            lines += _command(command)
    lines += [".SH EXIT STATUS", *_definitions(EXIT_STATUS), ".SH ENVIRONMENT", *_definitions(ENVIRONMENT)]
    return "\n".join(line for line in lines if line) + "\n"


def _command(parser: argparse.ArgumentParser) -> Iterator[str]:
    """One command, and those within it."""
    yield f".SS {_text(parser.prog)}"
    yield _text(parser.description)
    yield from _arguments(parser)
    for action in actions(parser):
        for command in subcommands(action).values():
            yield from _command(command)


def _synopsis(parser: argparse.ArgumentParser) -> list[str]:
    """The lines of the usage, a paragraph each."""
    usage = parser.format_usage().partition(":")[2]
    lines = [line.strip() for line in usage.splitlines() if line.strip()]
    return [part for line in lines for part in (_text(line), ".br")][:-1]


def _arguments(parser: argparse.ArgumentParser) -> Iterator[str]:
    """Positional arguments and options, each with its help."""
    for action in actions(parser):
        if action.help is not argparse.SUPPRESS and not subcommands(action):
            yield from _definitions({_heading(action): action.help or ""})


def _heading(action: argparse.Action) -> str:
    """`--format {table,json}`, or the name of a positional argument."""
    value = "" if action.nargs == 0 else _value(action)
    return ", ".join(f"{option} {value}".strip() for option in action.option_strings) or value


def _value(action: argparse.Action) -> str:
    if action.metavar is not None:
        return action.metavar if isinstance(action.metavar, str) else " ".join(action.metavar)
    return "{" + ",".join(map(str, action.choices)) + "}" if action.choices else action.dest.upper()


def _definitions(entries: dict[str, str]) -> Iterator[str]:
    """Terms in bold, each with its explanation indented below."""
    for term, explanation in entries.items():
        yield from (".TP", f"\\fB{_text(term)}\\fR", _text(explanation))


def _text(text: str | None) -> str:
    """Text in roff: one line, with what roff would read as its own made harmless."""
    flat = " ".join((text or "").split()).replace("\\", "\\e").replace("-", "\\-")
    return f"\\&{flat}" if flat.startswith((".", "'")) else flat


def _first_small(text: str | None) -> str:
    """A sentence as the NAME line has it: small initial, no full stop."""
    text = (text or "").rstrip(".")
    return text[:1].lower() + text[1:]
