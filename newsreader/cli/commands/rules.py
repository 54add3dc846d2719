"""`newsreader rules`: what the rules of `config.toml` would do."""

from __future__ import annotations

from typing import TYPE_CHECKING

from newsreader.cli import arguments

if TYPE_CHECKING:
    import argparse
    from collections.abc import Sequence

    from newsreader.index.index import Index
    from newsreader.intake.rules import Rule
    from newsreader.store.library import Library

LAST = 100
"""Articles that the rules are tried on."""
SHOWN = 10
"""Articles that are listed for each rule."""


def add_parser(subparsers: argparse._SubParsersAction[argparse.ArgumentParser]) -> None:
    """Add `rules`."""
    parser = subparsers.add_parser(
        "rules",
        help="try the rules for articles that come in",
        description="Say what each rule of config.toml would do with the articles that came in last. Nothing is done.",
        allow_abbrev=False,
    )
    parser.add_argument("action", choices=("test",), help="what to do")
    parser.add_argument(
        "--last", type=arguments.limit, default=LAST, metavar="N", help=f"try them on so many articles ({LAST})"
    )
    arguments.add_settings(parser, "config")


def run(args: argparse.Namespace) -> int:
    """Try them."""
    from newsreader.cli import indexed, ruled

    with indexed.opened(check=False) as (library, index):
        rules = ruled.rules_of(library, args)
        if not rules:
            indexed.told("There are no rules: docs/coming.md says how [[rules]] in config.toml are written.")
            return 0
        articles = index.arrivals.last(args.last)
        for rule in rules:
            _try(library, index, rule, articles)
        if any(rule.is_about_names for rule in rules):
            unnamed = len(articles) - len(index.arrivals.named(articles))
            if unnamed:
                indexed.told(f"{unnamed} of the {len(articles)} articles were not read for names yet.")
    return 0


def _try(library: Library, index: Index, rule: Rule, articles: Sequence[int]) -> None:
    from newsreader.sanitise import printable

    found = index.arrivals.found(rule.condition, articles)[::-1]
    print(f"{', '.join(rule.do)}  “{printable(rule.when)}”: {len(found)} of the last {len(articles)} articles")
    for number in found[:SHOWN]:
        record = library.latest(number)
        if record is not None:
            print(f"  library:{number}  {printable(library.stored(record).called)}")
    if len(found) > SHOWN:
        print(f"  … and {len(found) - SHOWN} more")
