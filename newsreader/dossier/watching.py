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

SETTING = "watched names"


def watched(library: Library) -> list[NameKnown]:
    """The names that are watched, in the order in which they were added; what cannot be read is left out."""
    try:
        rows = json.loads(library.setting(SETTING) or "[]")
        return [NameKnown(Category(each.pop("category")), **each) for each in rows]
    except (ValueError, TypeError, KeyError, AttributeError):
        return []


def watch(library: Library, name: NameKnown) -> bool:
    """Watch a name; whether it was not watched before."""
    known = watched(library)
    if name in known:
        return False
    _keep(library, [*known, name])
    return True


def unwatch(library: Library, names: Iterable[NameKnown]) -> bool:
    """Watch none of these names any more; whether one was."""
    known, gone = watched(library), {*names}
    kept = [each for each in known if each not in gone]
    _keep(library, kept)
    return len(kept) < len(known)


def things_watched(library: Library, index: Index) -> list[Thing]:
    """What the watched names are names of now, each once; a name that is in no article any more is left out."""
    found = (index.things.named(each) for each in watched(library))
    return [*{each.id: each for each in found if each}.values()]


def out_of_sight(library: Library, index: Index) -> list[NameKnown]:
    """The watched names that are in no article now, or in none that was read for names."""
    return [each for each in watched(library) if index.things.named(each) is None]


def _keep(library: Library, names: Iterable[NameKnown]) -> None:
    library.keep_setting(SETTING, json.dumps([asdict(each) for each in names], ensure_ascii=False))
