"""From mentions to entities: the mentions of one real thing are brought together under its fullest natural name."""

from __future__ import annotations

from collections import Counter
from typing import TYPE_CHECKING

from newsreader.entity import Category, Entity, Mention
from newsreader.languages.english import names
from newsreader.languages.english.aliases.introductions import with_introduced
from newsreader.languages.english.aliases.offices import office_key
from newsreader.languages.english.aliases.organisations import merge_organisations, organisation_key
from newsreader.languages.english.aliases.people import merge_people
from newsreader.languages.english.aliases.places import merge_places, place_key
from newsreader.languages.english.aliases.preferred import preferred
from newsreader.languages.groups import Group

if TYPE_CHECKING:
    from collections.abc import Callable, Iterable, Sequence

_KEYS: dict[Category, Callable[[str], str]] = {
    Category.PERSON: names.key,
    Category.PLACE: place_key,
    Category.ORGANISATION: organisation_key,
}
_MERGES: dict[Category, Callable[[Sequence[Group]], list[Group]]] = {
    Category.PLACE: merge_places,
    Category.ORGANISATION: merge_organisations,
}


def resolve(text: str, mentions: Iterable[Mention]) -> tuple[Entity, ...]:
    """Return the entities that `mentions` (offsets into `text`) name, ordered by first mention.

    Mentions without a category of their own rules, such as dates, are grouped by their text alone.
    """
    groups = _by_key(text, mentions)
    groups = with_introduced(text, groups)
    merged: list[Group] = []
    for category in Category:
        own = [group for group in groups if group.category is category]
        merged += merge_people(own, text) if category is Category.PERSON else _MERGES.get(category, list)(own)
    return _finish(sorted(merged, key=lambda group: group.start))


def _by_key(text: str, mentions: Iterable[Mention]) -> list[Group]:
    groups: dict[tuple[Category, str], Group] = {}
    for mention in sorted(mentions, key=lambda m: (m.start, m.end)):
        form = names.display(text[mention.start : mention.end])
        key = _KEYS.get(mention.category, names.key)(form)
        if mention.category is Category.ORGANISATION:
            key = office_key(text, mention.start, key)
        groups.setdefault((mention.category, key), Group(mention.category, key)).add(form, mention)
    for group in groups.values():
        _explain_forms(group)
    return list(groups.values())


def _explain_forms(group: Group) -> None:
    """Add a reason where one key has brought really different names together (`US`, `United States`)."""
    keys = {names.key(form): form for form in group.forms}
    if len(keys) > 1:
        forms = sorted(keys.values(), key=lambda form: (-len(form), form))
        others = ", ".join(f"“{form}”" for form in forms[1:])
        verb = "are other names" if len(forms) > 2 else "is another name"
        group.reasons.append(f"{others} {verb} of {forms[0].rstrip('.')}.")


def _finish(groups: Sequence[Group]) -> tuple[Entity, ...]:
    seen: Counter[str] = Counter()
    entities = []
    for group in groups:
        name = preferred(group)
        identifier = f"{group.category.value}:{names.slug(name)}"
        seen[identifier] += 1
        if seen[identifier] > 1:
            identifier = f"{identifier}-{seen[identifier]}"
        aliases = tuple(form for form, _ in Counter(group.forms).most_common() if form != name)
        entities.append(Entity(identifier, group.category, name, aliases, tuple(group.mentions), tuple(group.reasons)))
    return tuple(entities)
