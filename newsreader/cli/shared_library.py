"""`newsreader library move` and `people`: from one file to a library that several people share."""

from __future__ import annotations

from pathlib import Path
from typing import TYPE_CHECKING

from newsreader.cli.problems import CommandError
from newsreader.counting import counted

if TYPE_CHECKING:
    import argparse

    from newsreader.store.server_address import ServerAddress

NOBODY = "none"
"""What takes somebody's access away."""


def move(args: argparse.Namespace) -> int:
    """Bring the library to a server, or into a file; the one that was there is left as it is."""
    from newsreader import config
    from newsreader.cli import indexed
    from newsreader.cli.progress import Progress
    from newsreader.exports import moving
    from newsreader.store.library import Library, library_exists, library_place
    from newsreader.store.server_address import SCHEMES, ServerAddress

    if args.file is None:
        raise CommandError("Name where to: the address of a database (postgresql://…), or a new file.")
    source = library_place()
    target = ServerAddress.of(args.file) if args.file.startswith(SCHEMES) else Path(args.file).absolute()
    if not library_exists():
        raise CommandError("There is no library to move.")
    Library.open(source, check=False).close()  # brings it to the newest form
    shares_notes = config.load().shared_notes
    with Progress("articles moved") as shown:
        count = moving.move(source, target, shares_notes=shares_notes, progress=shown.advance)
    indexed.told(f"{counted(count, 'article is', 'articles are')} in {_shown(target)}, all as before.")
    if shares_notes and isinstance(target, ServerAddress):
        indexed.told("Your notes in it are seen by all who use it, for shared_notes is true in config.toml.")
    indexed.told(f"{_shown(source)} is left as it was. {_from_now_on(target)}")
    return 0


def _from_now_on(target: Path | ServerAddress) -> str:
    if isinstance(target, Path):
        return "To use the file, take “library” out of config.toml and name its folder in NEWSREADER_DATA_DIR."
    return f'To use the new one, write library = "{target.shown}" into config.toml.'


def people(args: argparse.Namespace) -> int:
    """Say who may use the library, or let somebody read or write it."""
    from newsreader.cli import indexed
    from newsreader.cli.printing import aligned, stream
    from newsreader.sanitise import printable
    from newsreader.store.library import library_place
    from newsreader.store.server_address import ServerAddress

    place = library_place()
    if not isinstance(place, ServerAddress):
        raise CommandError("The library is a file, and yours alone: “newsreader library move” brings it to a server.")
    from newsreader.store.postgres import people as known

    if args.file is None:
        rows = [("Name", "May"), *((printable(each.name), each.role.value) for each in known.people(place))]
        stream(["\n".join(aligned(rows)) + "\n"])
        return 0
    roles = (known.Role.READER, known.Role.WRITER)
    if args.role is None or args.role not in (*roles, NOBODY):
        raise CommandError(f"Say what {printable(args.file)} may be: {', '.join(roles)} or {NOBODY}.")
    if args.role == NOBODY:
        known.dismiss(place, args.file)
        indexed.told(f"{printable(args.file)} may not use the library any more; what this person wrote stays.")
    else:
        known.admit(place, args.file, known.Role(args.role))
        indexed.told(f"{printable(args.file)} is a {args.role} of the library.")
    return 0


def _shown(place: Path | ServerAddress) -> str:
    from newsreader.sanitise import printable

    return printable(str(place))
