"""Takes a file of known things into the library, in pieces that happen as a whole each.

Whoever is ended in between goes on behind the last piece; a file that is whole already is not read again.
"""

from __future__ import annotations

import hashlib
from dataclasses import dataclass, field
from itertools import islice
from typing import IO, TYPE_CHECKING

from newsreader import __version__
from newsreader.identities.known import keys_of
from newsreader.intake.known.reading import Damaged, read

if TYPE_CHECKING:
    from collections.abc import Callable

    from newsreader.store.known import KnownSource
    from newsreader.store.library import Library

AT_ONCE = 1000
"""Records that are kept together; others wait for the library meanwhile, a tenth of a second."""
_SWEPT = 20_000
"""Rows that are cleared away together."""
_SHOWN = 5
"""Damaged records that are named."""


@dataclass(slots=True)
class TakenIn:
    """What came of a file."""

    source: KnownSource
    """As it was before; whole if there was nothing to do."""
    things: int = 0
    """How many are kept of the file in all."""
    passed_over: int = 0
    """Records of other kinds that were read this time."""
    damaged: int = 0
    """Records that could not be read, this time."""
    first: list[Damaged] = field(default_factory=list)
    """The first of them."""


def take(
    library: Library, name: str, file: IO[bytes], form: str, progress: Callable[[int], object] = lambda _: None
) -> TakenIn:
    """Take a file in that can be read again from its start, and return what came of it. May raise `LibraryError`.

    `progress` is told how many records were read.
    """
    # What is found by which keys may be otherwise in another version, which then takes the file anew.
    digest = hashlib.sha256(f"{form} {__version__}".encode())
    while piece := file.read(1 << 20):
        digest.update(piece)
    file.seek(0)
    with library.writing() as unit:
        source = unit.known.begin(name, digest.hexdigest())
    taken = TakenIn(source, source.things)
    if not source.whole:
        _take(library, taken, file, form, progress)
    while _sweep(library):
        pass
    return taken


def remove(library: Library, name: str) -> bool:
    """Forget what is known from the file of a name, and return whether anything was. May raise `LibraryError`."""
    with library.writing() as unit:
        there = unit.known.give_up(name)
    while _sweep(library):
        pass
    return there


def _take(library: Library, taken: TakenIn, file: IO[bytes], form: str, progress: Callable[[int], object]) -> None:
    source, done = taken.source.id, taken.source.records
    records = islice(read(file, form), done, None)
    while piece := [*islice(records, AT_ONCE)]:
        done += len(piece)
        things = [(each, keys_of(each)) for each in piece if each is not None and not isinstance(each, Damaged)]
        with library.writing() as unit:
            unit.known.add(source, things, done)
        _count(taken, [each for each in piece if isinstance(each, Damaged)], sum(each is None for each in piece))
        progress(len(piece))
    with library.writing(durable=True) as unit:
        unit.known.finish(source)
        taken.things = next(each.things for each in unit.known.sources() if each.id == source)


def _count(taken: TakenIn, damaged: list[Damaged], passed_over: int) -> None:
    taken.passed_over += passed_over
    taken.damaged += len(damaged)
    taken.first += damaged[: _SHOWN - len(taken.first)]


def _sweep(library: Library) -> bool:
    with library.writing() as unit:
        return unit.known.sweep(_SWEPT)
