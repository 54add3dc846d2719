"""The rules of `config.toml` for the commands that take articles in."""

from __future__ import annotations

from typing import TYPE_CHECKING

from newsreader.cli import arguments, indexed

if TYPE_CHECKING:
    import argparse
    from collections import Counter
    from collections.abc import Sequence

    from newsreader.index.index import Index
    from newsreader.intake.rules import Rule
    from newsreader.store.library import Library

_SAID = {
    "star": "starred",
    "read": "marked as read",
    "unread": "marked as unread",
    "mute": "taken out",
    "watch": "newly watched",
}
"""What was done with an article, or with names, by each act but tagging."""


def begin(library: Library) -> None:
    """Have rules look at what comes in from now on; before anything is taken in."""
    from newsreader.intake import rules

    rules.begin(library)


def apply(library: Library, index: Index, args: argparse.Namespace, *, quiet: bool = False) -> None:
    """Do what the rules say with what came in, and say so unless it is to be `quiet`."""
    from newsreader.intake import rules

    done = rules.apply(library, index, rules_of(library, args))
    if (sentence := said(done)) and not quiet:
        indexed.told(sentence)


def rules_of(library: Library, args: argparse.Namespace) -> Sequence[Rule]:
    """The rules; a mistake in one is complained about, and the others hold."""
    from newsreader.cli.problems import complain
    from newsreader.intake import rules

    config = arguments.config_of(args)
    with library.reading() as unit:
        searches = {each.name: each.query for each in unit.searches.all()} if config.rules else {}
    found, problems = rules.read(config.rules, searches)
    for sentence in (*config.problems, *problems):
        complain(sentence)
    return found


def said(done: Counter[str]) -> str:
    """What the rules did, as one sentence; empty if that is nothing."""
    from newsreader.sanitise import printable

    tagged = {act: f"tagged {printable(act.removeprefix('tag:'))}" for act in done}
    parts = [f"{count} {_SAID.get(act, tagged[act])}" for act, count in done.items() if count]
    return f"By your rules: {', '.join(parts)}." if parts else ""
