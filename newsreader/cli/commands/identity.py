"""`newsreader identity`: what the person says of names over all articles, with undo."""

from __future__ import annotations

from typing import TYPE_CHECKING

from newsreader.cli import arguments, things

if TYPE_CHECKING:
    import argparse

    from newsreader.index.index import Index
    from newsreader.store.library import Library


def add_parser(subparsers: argparse._SubParsersAction[argparse.ArgumentParser]) -> None:
    """Add `identity`."""
    parser = subparsers.add_parser(
        "identity",
        help="say which names are one thing, another one, this one indeed, or no name",
        description="Say who names are in all articles of the library, those that come later, too: “merge” that two or "
        "more names are one; “split” that in some articles (--in) a name is that of another one; “rename” what it is "
        "called; “reject” that it is no name; “confirm” that in some articles it is this one indeed, which changes no "
        "name but is what “dossier --confirmed” goes by. “undo” and “redo” go through what was said; “list” prints it. "
        "“id:12” is the one with that number, as “names --format json” has it.",
        allow_abbrev=False,
    )
    actions = parser.add_subparsers(dest="action", metavar="ACTION", required=True)
    merge = actions.add_parser("merge", help="these names are one thing", allow_abbrev=False)
    merge.add_argument("names", nargs="+", metavar="NAME", help="two names or more")
    split = actions.add_parser("split", help="in some articles it is another one", allow_abbrev=False)
    split.add_argument("name", metavar="NAME")
    confirm = actions.add_parser("confirm", help="in some articles it is this one indeed", allow_abbrev=False)
    confirm.add_argument("name", metavar="NAME")
    for each in (split, confirm):
        each.add_argument(
            "--in", dest="articles", type=_article, nargs="+", required=True, metavar="ARTICLE", help="as “library:12”"
        )
    rename = actions.add_parser("rename", help="what it is called", allow_abbrev=False)
    rename.add_argument("name", metavar="NAME")
    rename.add_argument("called", metavar="CALLED")
    reject = actions.add_parser("reject", help="it is no name", allow_abbrev=False)
    reject.add_argument("name", metavar="NAME")
    for each in (merge, split, rename, reject, confirm):
        things.add_category(each)
    things.add_undo(actions)
    actions.add_parser("list", help="print what was said", allow_abbrev=False)
    arguments.add_settings(parser, "config")


def _article(text: str) -> int:
    """The number of an article, as `newsreader search --format ids` has it or alone. Raises `ValueError`."""
    return int(text.removeprefix("library:"))


def run(args: argparse.Namespace) -> int:
    """Do it."""
    from newsreader.cli import indexed

    with indexed.opened() as (library, index):
        if args.action == "list":
            return _list(library)
        things.carry_out(args, library, index, _say)
    return 0


def _list(library: Library) -> int:
    from newsreader.annotations import identifying
    from newsreader.annotations.model import OWN
    from newsreader.cli.printing import aligned
    from newsreader.sanitise import printable

    rows = [("When (UTC)", "What")]
    for event, words in identifying.acts(library):
        by = "" if event.author in OWN else f"{printable(event.author)}: "
        rows.append((f"{event.at:%Y-%m-%d %H:%M}", f"{by}{words}"))
    print("\n".join(aligned(rows)) if len(rows) > 1 else "Nothing was said of names.")
    return 0


def _say(args: argparse.Namespace, library: Library, index: Index) -> str:
    """Say it, and return what was said in words."""
    from newsreader.annotations import identifying
    from newsreader.cli.problems import CommandError

    if args.action == "merge":
        return _merge(args, library, index)
    thing = things.only(index, args.name, args.category)
    names = index.things.names(thing.id)
    match args.action:
        case "split" | "confirm":
            there = {each.article for each in index.things.appearances(thing.id)}
            if missing := [f"library:{each}" for each in args.articles if each not in there]:
                raise CommandError(f"It is not in {', '.join(missing)}.")
            act = identifying.split if args.action == "split" else identifying.confirm
            return act(library, names, args.articles)
        case "rename":
            if trouble := identifying.trouble_with(args.called):
                raise CommandError(trouble)
            return identifying.rename(library, names[0], args.called)
        case _:
            return identifying.reject(library, names)


def _merge(args: argparse.Namespace, library: Library, index: Index) -> str:
    from newsreader.annotations import identifying
    from newsreader.cli.problems import CommandError

    found = {each.id: each for each in (things.only(index, name, args.category) for name in args.names)}
    if len(found) == 1:
        raise CommandError("That is one thing already.")
    if len({each.category for each in found.values()}) > 1:
        raise CommandError(f"They are of different categories: {things.listed([*found.values()])}.")
    return identifying.merge(library, [index.things.names(number)[0] for number in found])
