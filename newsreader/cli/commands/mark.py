"""`newsreader mark`: stars, tags, what is read and what is taken out, of all articles that a query finds."""

from __future__ import annotations

import re
from typing import TYPE_CHECKING, Any

from newsreader.cli.problems import CommandError
from newsreader.counting import counted

if TYPE_CHECKING:
    import argparse
    from collections.abc import Iterable, Iterator, Sequence

    from newsreader.store.protocols import ArticleStates, Unit

Act = tuple[str, Any]
"""What is done, by the name of the method of `ArticleStates`, and what it takes besides the articles."""

_ARTICLE = re.compile(r"library:(\d+)")
_LAST = "last mark"
"""The setting with what the last `mark` is undone by."""

_FLAGS: tuple[dict[str, tuple[Act, str]], ...] = (
    {"star": (("star", True), "give them a star"), "unstar": (("star", False), "take their star away")},
    {"read": (("mark", True), "mark them as read"), "unread": (("mark", False), "mark them as unread")},
    {"take-out": (("take_out", None), "take them out"), "bring-back": (("bring_back", None), "bring them back")},
)
"""The options that take nothing, those of which only one can be meant together."""

_SAID = {
    ("star", True): "starred",
    ("star", False): "without a star",
    ("mark", True): "read",
    ("mark", False): "unread",
    ("take_out", None): "taken out",
    ("bring_back", None): "back",
}


def add_parser(subparsers: argparse._SubParsersAction[argparse.ArgumentParser]) -> None:
    """Add `mark`."""
    parser = subparsers.add_parser(
        "mark",
        help="star, tag, mark as read or take out what a query finds",
        description="Star, tag, mark as read or take out all articles that a query finds, or those that are named "
        "(library:137). Nothing is asked; “--undo” undoes what was done last. What is taken out is in no list and no "
        "query finds it, but its text and all you wrote on it are kept; name it to bring it back.",
        allow_abbrev=False,
    )
    parser.add_argument("query", nargs="*", metavar="QUERY", help="which articles; several words are one query")
    for pair in _FLAGS:
        either = parser.add_mutually_exclusive_group()
        for name, (_, what) in pair.items():
            either.add_argument(f"--{name}", action="store_true", help=what)
    parser.add_argument("--tag", action="append", default=[], metavar="TAG", help="give them a tag")
    parser.add_argument("--untag", action="append", default=[], metavar="TAG", help="take a tag from them")
    parser.add_argument("--undo", action="store_true", help="undo what was done last")


def run(args: argparse.Namespace) -> int:
    """Do it, and say of how many articles."""
    acts = [*_acts(args)]
    if args.undo:
        if acts or args.query:
            raise CommandError("“--undo” goes by itself.")
        return _undo()
    if not acts:
        raise CommandError("Say what is to be done: --star, --read, --tag TAG, --take-out and so on.")
    if not args.query:
        raise CommandError("Name a query or articles; '' are all articles.")
    return _mark(args.query, acts)


def _acts(args: argparse.Namespace) -> Iterator[Act]:
    flags = {name: act for pair in _FLAGS for name, (act, _) in pair.items()}
    yield from (act for name, act in flags.items() if getattr(args, name.replace("-", "_")))
    yield from (("tag", tag) for tag in args.tag)
    yield from (("untag", tag) for tag in args.untag)


def _mark(words: Sequence[str], acts: Sequence[Act]) -> int:
    import json

    from newsreader.cli import indexed
    from newsreader.store.library import Library

    articles = _wanted(words)
    with Library.open() as library, library.writing(durable=True) as unit:
        done = [(act, *_carried_out(unit, act, articles)) for act in acts]
        back = [each for _, _, undoing in reversed(done) for each in undoing]
        if back:
            unit.settings.put(_LAST, json.dumps(back, separators=(",", ":")))
    indexed.told(
        f"Of {counted(len(articles), 'article')}: {'; '.join(_sentence(act, count) for act, count, _ in done)}."
    )
    if back:
        indexed.told("“newsreader mark --undo” undoes it.")
    return 0


def _wanted(words: Sequence[str]) -> list[int]:
    """The articles that are named or found. Raises `CommandError` for a query that cannot be meant as it is."""
    from newsreader.cli import indexed
    from newsreader.index.found import Order
    from newsreader.query.conditions import fields_of

    named = [_ARTICLE.fullmatch(word) for word in words]
    if all(named):
        return _named([int(each[1]) for each in named if each])
    query = indexed.query(" ".join(words))
    if query.mistakes:
        raise CommandError("Nothing was done.")
    if query.condition is None and any(words):
        raise CommandError("The query asks for nothing; '' are all articles.")
    # An index that is made in memory knows no names, and would find more than is meant.
    lasting = bool(fields_of(query.condition) & indexed.OF_NAMES)
    with indexed.opened(lasting=lasting) as (_, index):
        return [*index.search.ids(query.condition, Order.NEWEST)]


def _named(articles: Iterable[int]) -> list[int]:
    from newsreader.store.library import Library

    wanted = [*dict.fromkeys(articles)]
    with Library.open() as library, library.reading() as unit:
        known = unit.states.of(wanted)
    if missing := [each for each in wanted if each not in known]:
        raise CommandError(f"There is no article library:{missing[0]}.")
    return wanted


def _carried_out(unit: Unit, act: Act, articles: Sequence[int]) -> tuple[int, list[list[Any]]]:
    """Do it, and return of how many articles it was, and by which acts it is undone."""
    name, value = act
    before = unit.states.of(articles) if name == "mark" else {}
    changed = _do(unit.states, name, value, articles)
    if not changed:
        return 0, []
    match name:
        case "star":
            return len(changed), [["star", not value, changed]]
        case "mark":
            reads = {each: before[each].read for each in changed}
            back = [["mark", read, [each for each in changed if reads[each] is read]] for read in (True, False, None)]
            return len(changed), [each for each in back if each[2]]
        case "tag" | "untag":
            return len(changed), [["untag" if name == "tag" else "tag", value, changed]]
        case _:
            return len(changed), [["bring_back" if name == "take_out" else "take_out", None, changed]]


def _do(states: ArticleStates, name: str, value: Any, articles: Iterable[int]) -> list[int]:
    match name:
        case "star":
            return states.star(articles, value)
        case "mark":
            return states.mark(articles, value)
        case "tag":
            return states.tag(articles, value)
        case "untag":
            return states.untag(articles, value)
        case "take_out":
            return states.take_out(articles)
        case _:
            return states.bring_back(articles)


def _undo() -> int:
    import json

    from newsreader.cli import indexed
    from newsreader.store.library import Library

    with Library.open() as library, library.writing(durable=True) as unit:
        try:
            acts = json.loads(unit.settings.find(_LAST) or "[]")
            if not acts:
                raise CommandError("There is nothing to undo.")
            changed = {each for name, value, articles in acts for each in _do(unit.states, name, value, articles)}
        except (ValueError, TypeError) as error:
            raise CommandError("What was done last cannot be undone: the library is damaged.") from error
        unit.settings.put(_LAST, "[]")
    indexed.told(f"{counted(len(changed), 'article is', 'articles are')} as before.")
    return 0


def _sentence(act: Act, count: int) -> str:
    from newsreader.sanitise import printable

    name, value = act
    if name in ("tag", "untag"):
        return f"{count:,} now {'with' if name == 'tag' else 'without'} the tag “{printable(value)}”"
    return f"{count:,} now {_SAID[name, value]}"
