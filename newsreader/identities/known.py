"""Which things known from elsewhere are things of the articles: by their names, and by what both say of them.

Nothing follows from it for articles: what is known stands beside what they say.
"""

from __future__ import annotations

import re
from dataclasses import dataclass, replace
from typing import TYPE_CHECKING

from newsreader import languages
from newsreader.entity import Category
from newsreader.identities.claims import same
from newsreader.identities.marks import are_apart, said

if TYPE_CHECKING:
    from collections.abc import Collection, Iterable, Iterator

    from newsreader.identities.claims import Name
    from newsreader.store.known import KnownThing

_YEAR = re.compile(r"\d{4}\b")
_SHORTEST = re.compile(r"\w\w+ ")
"""What a part of the name of a person begins with that is not a surname alone, or one with an initial."""
_FROM, _IN = "from", "in"


@dataclass(frozen=True, slots=True)
class Bearer:
    """What articles say of a thing."""

    names: tuple[Name, ...]
    marks: frozenset[str]
    since: int | None
    """The year of the first article that says when it was published."""


def keys_of(thing: KnownThing) -> frozenset[str]:
    """The keys of a known thing, by which it is found: those of its names, and of their other spellings.

    Lists have people with all of their names, articles with the first and the last one.
    """
    short = languages.ENGLISH.across().short
    names = [*_names(thing)]
    parts = (part for name in names if thing.category is Category.PERSON for part in short(*name))
    return keys_of_names([*names, *((thing.category, part) for part in parts if _SHORTEST.match(part))])


def keys_of_names(names: Iterable[Name]) -> frozenset[str]:
    """The keys by which known things are found that may be what has these names in articles."""
    across = languages.ENGLISH.across()
    return frozenset(
        f"{category.value}:{key}" for category, name in names for key in (name, *same(across, category, name))
    )


def _names(thing: KnownThing) -> Iterator[Name]:
    """The names of a thing that say enough; a body that every country has gets the country of the thing."""
    across = languages.ENGLISH.across()
    country = next(iter(_countries(thing)), "")
    keys = dict.fromkeys(across.key(thing.category, form, country) for form in (thing.name, *thing.aliases))
    return ((thing.category, key) for key in keys if key and not across.is_vague(thing.category, key))


def _countries(thing: KnownThing) -> Iterator[str]:
    """The countries of a thing, as marks have them; those that the language does not know are left out."""
    return filter(None, map(languages.ENGLISH.across().country, thing.countries))


def fits(thing: KnownThing, bearer: Bearer) -> bool:
    """Whether nothing that articles say of a bearer is against its being a known thing that has a name of it.

    Nobody is in the news before they are born, and what `marks.are_apart` says of bearers of one name holds here, too.
    """
    year = _YEAR.match(thing.birth)
    if year and bearer.since is not None and int(year[0]) > bearer.since:
        return False
    marks = [f"{_IN}={country}" for country in _countries(thing)] if thing.category is Category.PLACE else []
    told = [mark for mark in bearer.marks if mark]
    return not (marks and told and all(are_apart(mine, its) for mine in marks for its in told))


def agrees(thing: KnownThing, bearer: Bearer) -> bool | None:
    """Whether both are said to be of one country; None where either does not say."""
    mine = {*_countries(thing)}
    kind = _IN if thing.category is Category.PLACE else _FROM
    its = {value.split("/")[0] for mark in bearer.marks if (value := said(mark).get(kind))} - {"*"}
    return bool(mine & its) if mine and its else None


def is_called_in_full(thing: KnownThing, bearer: Bearer) -> bool:
    """Whether they have a name in common that is more than the surname of a person who has a longer name."""
    is_person = thing.category is Category.PERSON
    full = replace(thing, aliases=tuple(each for each in thing.aliases if " " in each or not is_person))
    return not keys_of_names(_names(full)).isdisjoint(keys_of_names(bearer.names))


def is_rival(other: KnownThing, thing: KnownThing, bearer: Bearer) -> bool:
    """Whether a bearer may as well be another thing that fits it and shares a name with this one.

    What is of its country goes before what is not said to be, and whose name it is before whose alias.
    """
    if keys_of(thing).isdisjoint(keys_of(other)):
        return False
    return _likeness(other, bearer) >= _likeness(thing, bearer)


def _likeness(thing: KnownThing, bearer: Bearer) -> tuple[int, bool]:
    agreed = agrees(thing, bearer)
    is_its_name = not keys_of(replace(thing, aliases=())).isdisjoint(keys_of_names(bearer.names))
    return 0 if agreed is None else 1 if agreed else -1, is_its_name


def doubt(thing: KnownThing, bearer: Bearer, others: Collection[str]) -> str:
    """Why a thing that fits a bearer may be another one, a sentence; empty where nothing says so.

    `others` are what else the bearer may be, and who else the thing.
    """
    if agrees(thing, bearer) is False:
        return "Articles have it from another country."
    if not is_called_in_full(thing, bearer):
        return "Articles have only a part of its name."
    if others:
        return f"Others have the name: {', '.join(others)}."
    return ""
