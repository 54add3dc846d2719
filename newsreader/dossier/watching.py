"""The names that the person watches, kept with the library."""

from __future__ import annotations

import json
from dataclasses import asdict
from typing import TYPE_CHECKING

from newsreader.annotations.events import NameKnown
from newsreader.entity import Category

if TYPE_CHECKING:
    from collections.abc import Iterable

    from newsreader.index.appearing import Thing
    from newsreader.index.index import Index
    from newsreader.store.library import Library
    from newsreader.store.protocols import Unit

SETTING = "watched names"


def watched(library: Library) -> list[NameKnown]:
    """The names that are watched, in the order in which they were added; what cannot be read is left out."""
    return _read(library.setting(SETTING))


def watch(library: Library, name: NameKnown) -> bool:
    """Watch a name; whether it was not watched before."""
    if name in watched(library):  # rules ask again and again for the same ones, and nobody has to wait for that
        return False
    with library.writing() as unit:
        known = _read(unit.settings.find(SETTING))
        if name not in known:
            _keep(unit, [*known, name])
    return name not in known


def unwatch(library: Library, names: Iterable[NameKnown]) -> bool:
    """Watch none of these names any more; whether one was."""
    gone = {*names}
    with library.writing() as unit:
        known = _read(unit.settings.find(SETTING))
        kept = [each for each in known if each not in gone]
        if kept != known:
            _keep(unit, kept)
    return kept != known


def things_watched(library: Library, index: Index) -> list[Thing]:
    """What the watched names are names of now, each once; a name that is in no article any more is left out."""
    found = (index.things.named(each) for each in watched(library))
    return [*{each.id: each for each in found if each}.values()]


def out_of_sight(library: Library, index: Index) -> list[NameKnown]:
    """The watched names that are in no article now, or in none that was read for names."""
    return [each for each in watched(library) if index.things.named(each) is None]


def _read(kept: str | None) -> list[NameKnown]:
    try:
        return [NameKnown(Category(each.pop("category")), **each) for each in json.loads(kept or "[]")]
    except (ValueError, TypeError, KeyError, AttributeError):
        return []


def _keep(unit: Unit, names: Iterable[NameKnown]) -> None:
    """Keep the names as they are to be, in the unit in which they were read: nobody else changes them in between."""
    unit.settings.put(SETTING, json.dumps([asdict(each) for each in names], ensure_ascii=False))
