"""One person, place or organisation of the library, as a command names it."""

from __future__ import annotations

from typing import TYPE_CHECKING

from newsreader.cli.problems import CommandError
from newsreader.counting import counted
from newsreader.query.wording import words
from newsreader.sanitise import printable

if TYPE_CHECKING:
    import argparse
    from collections.abc import Callable

    from newsreader.index.appearing import Thing
    from newsreader.index.index import Index
    from newsreader.store.library import Library

NUMBER = "id:"
"""What stands before the number that the index knows a thing by."""
CATEGORIES = ("person", "place", "organisation")
_MOST = 8
_BEGINNING = 3
_LOOKED_AT = 100
"""Names that are compared for each word, those in most articles."""
_ALIKE = 0.75
"""How much alike a name is to be, as `difflib` measures it."""


def add_category(parser: argparse.ArgumentParser) -> None:
    """Let the command take `--category`."""
    parser.add_argument("--category", choices=CATEGORIES, help="only what is of this category")


def add_undo(actions: argparse._SubParsersAction[argparse.ArgumentParser]) -> None:
    """Let a command on names take `undo` and `redo`."""
    actions.add_parser("undo", help="undo what was done last", allow_abbrev=False)
    actions.add_parser("redo", help="do again what was undone last", allow_abbrev=False)


def carry_out(
    args: argparse.Namespace,
    library: Library,
    index: Index,
    act: Callable[[argparse.Namespace, Library, Index], str],
) -> None:
    """Do what `act` does, or undo or do again what was done last; say what that is, and have the index know of it.

    Raises `CommandError` if there is nothing to undo.
    """
    from newsreader.annotations import identifying
    from newsreader.cli.indexed import told

    steps = {"undo": identifying.undo, "redo": identifying.redo}
    try:
        done = steps[args.action](library) if args.action in steps else act(args, library, index)
    except identifying.NothingToUndoError as error:
        raise CommandError(str(error)) from error
    told(f"{done[:1].upper()}{done[1:]}.")
    index.follow(library)


def find(index: Index, name: str, category: str | None) -> list[Thing]:
    """What has a name, or a number as in `id:12`, that of most articles first. Raises `CommandError` if nothing has."""
    number = name.removeprefix(NUMBER)
    if name != number and number.isdecimal() and len(number) < 18:
        one = index.things.of(int(number))
        found = [one] if one else []
    else:
        found = index.things.called(name, _MOST)
    found = [each for each in found if category in (None, each.category.value)]
    if not found:
        from newsreader.cli.indexed import unnamed_in_words

        near = _near(index, name)
        meant = f": did you mean “{printable(near)}”?" if near else "."
        sentences = (
            f"There is no “{printable(name)}” in the articles that were read for names{meant}",
            unnamed_in_words(index),
        )
        raise CommandError(" ".join(filter(None, sentences)))
    return found


def _near(index: Index, name: str) -> str | None:
    """The name that is spelt most alike, if one is; a beginning of one of its words has to be right."""
    import difflib

    wanted = words(name)
    known = (shown for each in wanted for shown, _ in index.search.values("name", each[:_BEGINNING], _LOOKED_AT))
    spelt = {" ".join(words(each)): each for each in known}
    near = difflib.get_close_matches(" ".join(wanted), spelt, n=1, cutoff=_ALIKE)
    return spelt[near[0]] if near else None


def only(index: Index, name: str, category: str | None) -> Thing:
    """The only thing of a name. Raises `CommandError` if there are none or several."""
    found = find(index, name, category)
    if len(found) > 1:
        raise CommandError(f"There are several of that name: {listed(found)}. Say which by its number.")
    return found[0]


def listed(things: list[Thing]) -> str:
    """Things in a sentence, each with its number."""
    return "; ".join(
        f"{NUMBER}{each.id} {printable(each.name)} ({each.category}, {counted(each.articles, 'article')})"
        for each in things
    )
