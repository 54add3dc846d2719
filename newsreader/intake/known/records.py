"""Known things from the records of a file: a table, lines of JSON with the same fields, or FollowTheMoney.

FollowTheMoney is what OpenSanctions and Aleph publish (https://followthemoney.tech/explorer/): an entity has a schema
and properties, of which each is a list.
"""

from __future__ import annotations

import re
from typing import TYPE_CHECKING, Any

from newsreader.entity import Category
from newsreader.sanitise import REPLACEMENT, printable
from newsreader.store.known import KnownThing

if TYPE_CHECKING:
    from collections.abc import Iterable, Iterator, Mapping

BETWEEN = "|"
"""What stands between aliases, and between countries, where they are one text."""
MOST_NAMES = 200
"""Aliases that are kept of one thing."""
LONGEST_NAME, LONGEST_NOTE = 300, 2000
"""Characters."""

_DAY = re.compile(r"\+?(\d{4})((?:-\d\d){0,2})(?:T[\d:.]*Z?)?")
"""A day, a month or a year of ISO 8601, as Wikidata has them, too: `+1962-05-00T00:00:00Z` is a month."""
_CATEGORIES = {
    "person": Category.PERSON,
    "organisation": Category.ORGANISATION,
    "organization": Category.ORGANISATION,
    "company": Category.ORGANISATION,
    "publicbody": Category.ORGANISATION,
    "legalentity": Category.ORGANISATION,
    "place": Category.PLACE,
    "address": Category.PLACE,
    "country": Category.PLACE,
}
"""What categories, and schemas of FollowTheMoney, are called, in lower case."""


class RecordError(ValueError):
    """A record is damaged; the message says what is wrong with it, as the end of a sentence."""


def thing_of(record: Mapping[str, Any], number: int) -> KnownThing:
    """The thing of a record with the fields of docs/dossiers.md; `number` is that of the record.

    Raises `RecordError`.
    """
    category = _CATEGORIES.get("".join(_texts(record.get("category"))).casefold())
    if category is None:
        raise RecordError("has no category")
    name = _texts(record.get("name"))[:1]
    return _made(
        _first(record.get("id")) or str(number),
        category,
        [*name, *_split(record.get("aliases"))] if name else [],
        _split(record.get("country")),
        (_first(record.get("birth")), _first(record.get("note")), _first(record.get("address"))),
    )


def thing_of_entity(entity: Mapping[str, Any], number: int) -> KnownThing | None:
    """The thing of an entity of FollowTheMoney; None if it is neither person, place nor organisation.

    Raises `RecordError`.
    """
    category = _CATEGORIES.get(_first(entity.get("schema")).casefold())
    given = entity.get("properties")
    if not isinstance(given, dict):
        raise RecordError("has no properties")
    if category is None:
        return None

    def said(*names: str) -> list[str]:
        return [text for name in names for text in _texts(given.get(name))]

    shown = _first(entity.get("caption"))
    return _made(
        _first(entity.get("id")) or str(number),
        category,
        sorted(said("name", "full"), key=lambda name: name != shown)
        + said("alias", "weakAlias", "previousName", "abbreviation"),
        said("country", "nationality", "citizenship", "jurisdiction"),
        (
            next(iter(said("birthDate")), ""),
            "; ".join(said("position", "summary", "description", "notes")),
            next(iter(said("sourceUrl", "wikipediaUrl", "website", "address")), ""),
        ),
    )


def _made(
    number: str, category: Category, names: list[str], countries: list[str], rest: tuple[str, str, str]
) -> KnownThing:
    if not names:
        raise RecordError("has no name")
    if any(REPLACEMENT in text for text in (number, *names, *countries, *rest)):
        raise RecordError("is not UTF-8, or has characters that are none")
    if len(number) > LONGEST_NAME or any(len(name) > LONGEST_NAME for name in names):
        raise RecordError("has a name that is too long to be one")
    first, *aliases = dict.fromkeys(names)
    birth, note, address = (text[:LONGEST_NOTE] for text in rest)
    if day := _DAY.fullmatch(birth):
        birth = day[1] + day[2].replace("-00", "")
    return KnownThing(
        number, category, first, tuple(aliases[:MOST_NAMES]), tuple(dict.fromkeys(countries)), birth, note, address
    )


def _texts(value: object) -> list[str]:
    """The texts in a value, each on one line."""
    values: Iterable[object] = value if isinstance(value, list) else (value,)
    texts = (str(each) for each in values if isinstance(each, str | int) and not isinstance(each, bool))
    return [text for each in texts if (text := " ".join(printable(each).split()))]


def _first(value: object) -> str:
    return next(iter(_texts(value)), "")


def _split(value: object) -> list[str]:
    return [*_parts(_texts(value))]


def _parts(texts: Iterable[str]) -> Iterator[str]:
    for text in texts:
        yield from filter(None, (each.strip() for each in text.split(BETWEEN)))
