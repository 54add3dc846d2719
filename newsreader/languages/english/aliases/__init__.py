"""Which names in an English article are names of one real thing."""

from __future__ import annotations

from newsreader.entity import Category
from newsreader.languages.english.aliases.introductions import with_introduced
from newsreader.languages.english.aliases.offices import office_key
from newsreader.languages.english.aliases.organisations import merge_organisations, organisation_key
from newsreader.languages.english.aliases.people import merge_people
from newsreader.languages.english.aliases.places import merge_places, place_key
from newsreader.languages.english.names import key
from newsreader.languages.record import Aliases, AliasRule

RULES: tuple[AliasRule, ...] = (with_introduced, merge_people, merge_places, merge_organisations)
"""What brings together names that differ, in order: what the article says itself comes first."""


def _key(text: str, start: int, category: Category, form: str) -> str:
    if category is Category.ORGANISATION:
        return office_key(text, start, organisation_key(form))
    return place_key(form) if category is Category.PLACE else key(form)


ALIASES = Aliases(_key, RULES)
