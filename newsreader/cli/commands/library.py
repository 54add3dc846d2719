"""`newsreader library`: the library as a whole, out of the program and back."""

from __future__ import annotations

from pathlib import Path
from typing import TYPE_CHECKING

from newsreader.cli.problems import CommandError
from newsreader.counting import counted

if TYPE_CHECKING:
    import argparse


def add_parser(subparsers: argparse._SubParsersAction[argparse.ArgumentParser]) -> None:
    """Add `library`."""
    parser = subparsers.add_parser(
        "library",
        help="export, import, move or share the whole library, or say what is in it",
        description="“export” writes articles, texts, notes, corrections and places into one new zip, which can be "
        "read without newsreader; “import” puts such a file in the place of the library, of which a copy is kept; "
        "“move” brings it to a database of PostgreSQL (postgresql://…), for several people, or from there into a new "
        "file; “people” says who may use it there, and “people NAME reader|writer|none” what somebody may; “stats” "
        "says what there is, “taken-out” lists what was taken out.",
        allow_abbrev=False,
    )
    parser.add_argument("action", choices=tuple(ACTIONS), help="what to do")
    parser.add_argument("file", nargs="?", metavar="WHAT", help="the archive, the place to move to, or a person")
    parser.add_argument("role", nargs="?", metavar="ROLE", help="what a person may: reader, writer or none")


def run(args: argparse.Namespace) -> int:
    """Do it."""
    return ACTIONS[args.action](args)


def _export(args: argparse.Namespace) -> int:
    from newsreader.cli import indexed
    from newsreader.cli.progress import Progress
    from newsreader.exports import archive
    from newsreader.exports.saving import new_file
    from newsreader.sanitise import printable
    from newsreader.store.library import Library, library_place

    target = _file(args)
    place = library_place()
    try:
        with (
            Library.open(place, check=False) as library,
            new_file(target) as file,
            Progress("articles written") as shown,
        ):
            count = archive.write(file, library, place, shown.advance)
    except FileExistsError as error:
        raise CommandError(f"{printable(str(target))} cannot be written: it exists already.") from error
    except OSError as error:
        raise CommandError(f"{printable(str(target))} cannot be written: {error.strerror or error}.") from error
    indexed.told(f"{counted(count, 'article is', 'articles are')} in {printable(str(target))}.")
    return 0


def _import(args: argparse.Namespace) -> int:
    from newsreader.cli import indexed
    from newsreader.exports import archive
    from newsreader.index import file
    from newsreader.sanitise import printable
    from newsreader.store.errors import LibraryError
    from newsreader.store.library import library_file
    from newsreader.store.sqlite import safety
    from newsreader.store.sqlite.copies import part_of

    source, library = _file(args), library_file()
    try:
        library.parent.mkdir(mode=0o700, parents=True, exist_ok=True)
        with part_of(library) as made:
            try:
                archive.read(source, made)
                before = safety.restore(library, made)
            except LibraryError as error:
                said = str(error).replace(printable(str(made)), printable(str(source)))
                raise CommandError(f"{printable(str(source))} was not imported: {said}") from error
    except OSError as error:
        said = f"the library {printable(str(library))} cannot be written: {error.strerror}."
        raise CommandError(f"{printable(str(source))} was not imported: {said}") from error
    file.drop(library)  # it is of the library that was there
    if before:
        indexed.told(f"The library as it was is now {printable(str(before))}.")
    return 0


def _stats(_: argparse.Namespace) -> int:
    from newsreader.cli import indexed

    with indexed.opened(check=False) as (_library, index):
        for what, count in index.search.totals().items():
            print(f"{count:>12,}  {what}")
    return 0


def _taken_out(_: argparse.Namespace) -> int:
    from newsreader.cli.printing import aligned, stream
    from newsreader.sanitise import printable
    from newsreader.store.library import Library

    with Library.open(check=False) as library, library.reading() as unit:
        records = [record for each in unit.states.taken_out() if (record := unit.articles.latest(each))]
        articles = [(f"library:{each.id}", unit.articles.stored(each)) for each in records]
    rows = [(number, printable(each.metadata.title or each.origin.name or "Untitled")) for number, each in articles]
    stream([*("\n".join(aligned([("Article", "Title"), *rows])) + "\n" for _ in rows[:1]), f"{len(rows)} taken out.\n"])
    return 0


def _file(args: argparse.Namespace) -> Path:
    if args.file is None:
        raise CommandError(f"Name the file to {args.action}.")
    return Path(args.file)


def _move(args: argparse.Namespace) -> int:
    from newsreader.cli import shared_library

    return shared_library.move(args)


def _people(args: argparse.Namespace) -> int:
    from newsreader.cli import shared_library

    return shared_library.people(args)


ACTIONS = {
    "export": _export,
    "import": _import,
    "move": _move,
    "people": _people,
    "stats": _stats,
    "taken-out": _taken_out,
}
"""What `newsreader library` can do."""
