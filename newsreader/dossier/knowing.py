"""What is known of a thing from elsewhere, beside what articles say of it."""

from __future__ import annotations

from typing import TYPE_CHECKING

from newsreader.dossier.model import Known
from newsreader.identities.known import Bearer, agrees, doubt, fits, is_rival, keys_of, keys_of_names

if TYPE_CHECKING:
    from collections.abc import Sequence

    from newsreader.index.appearing import Thing
    from newsreader.index.index import Index
    from newsreader.store.known import KnownSource, KnownThing
    from newsreader.store.library import Library

Found = tuple["KnownSource", "KnownThing"]


def known(library: Library, index: Index, thing: Thing, since: str = "") -> tuple[Known, ...]:
    """What files of known things say of a thing, what is surely of it first.

    `since` is the day of its first article (ISO 8601), empty if that is not looked at. May raise `IndexFileError` and
    `LibraryError`.
    """
    with library.reading() as unit:
        if not unit.known.sources():
            return ()
        bearer = _bearer(index, thing, since)
        found = unit.known.with_keys(keys_of_names(bearer.names))
    fitting = [each for each in found if fits(each[1], bearer)]
    namesakes = [(each.name, _bearer(index, each)) for each in index.things.apart(thing.id)] if fitting else []
    made = [
        Known(source.name, one, doubt(one, bearer, _others(fitting, (source, one), bearer, namesakes)))
        for source, one in fitting
    ]
    return tuple(sorted(made, key=lambda each: (bool(each.doubt), each.source, each.thing.id)))


def _bearer(index: Index, thing: Thing, since: str = "") -> Bearer:
    names = index.things.names(thing.id)
    year = int(since[:4]) if since[:4].isdecimal() else None
    return Bearer(tuple((each.category, each.key) for each in names), frozenset(each.mark for each in names), year)


def _others(fitting: Sequence[Found], one: Found, bearer: Bearer, namesakes: Sequence[tuple[str, Bearer]]) -> list[str]:
    """What else in its file a bearer may be that a known thing fits, and whom else in articles that thing fits."""
    source, thing = one
    keys = keys_of(thing)
    in_file = [
        f"{each.name} ({each.id})"
        for other, each in fitting
        if other == source and each != thing and is_rival(each, thing, bearer)
    ]
    in_articles = [
        f"{name} of other articles"
        for name, namesake in namesakes
        if not agrees(thing, bearer) and fits(thing, namesake) and not keys.isdisjoint(keys_of_names(namesake.names))
    ]
    return in_file + in_articles
