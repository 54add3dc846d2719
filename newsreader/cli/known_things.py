"""Files of known things, as `newsreader gazetteer` takes them in, lists them and forgets them."""

from __future__ import annotations

import sys
from typing import IO, TYPE_CHECKING

from newsreader.counting import counted

if TYPE_CHECKING:
    from collections.abc import Iterator

    from newsreader.intake.known.taking import TakenIn
    from newsreader.store.known import KnownThing
    from newsreader.store.library import Library

FORMATS = ("known-csv", "known-jsonl", "ftm")
"""Those of `intake.known.reading`, which the help does not load."""
_AT_ONCE = 1000


def source_name(location: str) -> str:
    """What the file at a location is called from then on."""
    from pathlib import Path

    from newsreader.sanitise import printable

    return "standard input" if location == "-" else printable(Path(location).name)


def recognised(file: IO[bytes]) -> str:
    """The format of a file, which is at its start again afterwards."""
    from newsreader.intake.known import reading

    form = reading.recognised(file)
    file.seek(0)
    return form


def take(library: Library, name: str, file: IO[bytes], form: str) -> TakenIn:
    """Take in a file under a name."""
    from newsreader.cli.progress import Progress
    from newsreader.intake.known import taking

    with Progress("records read") as progress:
        return taking.take(library, name, file, form, progress.advance)


def tell(taken: TakenIn) -> int:
    """Say what came of a file, and return the exit code for it."""
    from newsreader.cli.problems import complain

    name = taken.source.name
    if taken.source.whole:
        _say(f"{counted(taken.things, 'thing')} of {name} are known already.")
        return 0
    since = f", from record {taken.source.records + 1} on" if taken.source.records else ""
    others = f"; {counted(taken.passed_over, 'record')} of other kinds passed over" if taken.passed_over else ""
    _say(f"{counted(taken.things, 'thing')} known from {name}{since}{others}.")
    if not taken.damaged:
        return 0
    shown = "; ".join(f"record {each.number} {each.reason}" for each in taken.first)
    return complain(f"{counted(taken.damaged, 'record')} of {name} cannot be read: {shown}.")


def remove(library: Library, name: str) -> int:
    """Forget what is known from the file of a name."""
    from newsreader.cli.problems import complain
    from newsreader.intake.known import taking
    from newsreader.sanitise import printable

    if not taking.remove(library, name):
        return complain(f"Nothing is known from {printable(name)}.")
    _say(f"Nothing is known from {name} any more.")
    return 0


def print_sources(library: Library) -> int:
    """Print the files, each with how many things are known from it, and whether it has been read to its end."""
    from newsreader.cli.printing import aligned, stream
    from newsreader.sanitise import printable

    with library.reading() as unit:
        sources = unit.known.sources()
    parts = (
        (each.name, f"{each.things:,}", f"{each.records:,}", each.taken[:10], "" if each.whole else "in part")
        for each in sources
    )
    rows = [(printable(name), *rest) for name, *rest in parts]
    stream(f"{line}\n" for line in aligned([("File", "Things", "Records", "Taken", ""), *rows]))
    return 0


def print_things(library: Library, name: str) -> int:
    """Print the things that are known from the file of a name."""
    from newsreader.cli.printing import stream
    from newsreader.cli.problems import complain
    from newsreader.sanitise import printable

    with library.reading() as unit:
        sources = [each.id for each in unit.known.sources() if each.name == name]
    if not sources:
        return complain(f"Nothing is known from {printable(name)}.")
    stream(f"{_line(each)}\n" for each in _things(library, sources[0]))
    return 0


def _things(library: Library, source: int) -> Iterator[KnownThing]:
    after = ""
    while True:
        with library.reading() as unit:
            found = unit.known.of_source(source, after, _AT_ONCE)
        if not found:
            return
        yield from found
        after = found[-1].id


def _line(thing: KnownThing) -> str:
    from newsreader.sanitise import printable

    parts = (thing.id, thing.category.value, thing.name, ", ".join(thing.aliases), ", ".join(thing.countries))
    return "  ".join(map(printable, filter(None, (*parts, thing.birth, thing.note, thing.address))))


def _say(sentence: str) -> None:
    print(sentence, file=sys.stderr)
