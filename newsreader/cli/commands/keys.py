"""`newsreader keys`: the keys of the reader, as the configuration has them."""

from __future__ import annotations

from typing import TYPE_CHECKING

from newsreader.cli import arguments

if TYPE_CHECKING:
    import argparse
    from collections.abc import Sequence

    from tui.base.command import Command
    from tui.base.keymap import KeyMap


def add_parser(subparsers: argparse._SubParsersAction[argparse.ArgumentParser]) -> None:
    """Add `keys`."""
    parser = subparsers.add_parser(
        "keys",
        help="list the keys of the reader",
        description="List every command of the reader: its keys, what it does, and the name by which the table [keys] "
        "of config.toml gives it other keys.",
        allow_abbrev=False,
    )
    parser.add_argument("--format", choices=("text", "markdown"), default="text", help="plain text, or tables")
    arguments.add_settings(parser, "config")


def run(args: argparse.Namespace) -> int:
    """Print them."""
    from tui.base.command import CONTEXTS
    from tui.base.commands import commands_in
    from tui.base.keymap import resolve

    keymap = resolve(arguments.config_of(args).keys)
    section = _markdown if args.format == "markdown" else _text
    sections = [section(title, commands_in(context), keymap) for context, title in CONTEXTS.items()]
    print("\n\n".join(sections))
    return 0


def _text(title: str, commands: Sequence[Command], keymap: KeyMap) -> str:
    """One context as aligned lines: keys, title, id and help."""
    rows = [(_labels(each, keymap), each.title, each.id, each.help) for each in commands]
    widths = [max((len(row[column]) for row in rows), default=0) for column in range(3)]
    lines = ["  ".join([*map(str.ljust, row[:3], widths), row[3]]) for row in rows]
    return "\n".join([title.upper(), *lines])


def _markdown(title: str, commands: Sequence[Command], keymap: KeyMap) -> str:
    """One context as a heading and a table of Markdown."""
    head = [f"## {title}", "", "| keys | command | what it does | id |", "|---|---|---|---|"]
    rows = [f"| {_code(each, keymap)} | {each.title} | {each.help} | `{each.id}` |" for each in commands]
    return "\n".join([*head, *rows])


def _labels(command: Command, keymap: KeyMap, form: str = "{}") -> str:
    """The keys of a command as the reader knows them, each put into `form`."""
    from tui.base.key_names import key_label

    return " ".join(form.format(key_label(key)) for key in keymap.keys(command))


def _code(command: Command, keymap: KeyMap) -> str:
    """The keys as code in a table's cell, where a vertical bar would end the cell."""
    return _labels(command, keymap, "`{}`").replace("|", "\\|")
