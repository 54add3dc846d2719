"""From mentions to entities: the mentions of one real thing are brought together under its fullest natural name.

What makes two names one is the language's to say.
"""

from __future__ import annotations

from collections import Counter
from typing import TYPE_CHECKING

from newsreader.entity import Category, Entity, Mention
from newsreader.languages.groups import Group

if TYPE_CHECKING:
    from collections.abc import Iterable

    from newsreader.languages import Language
    from newsreader.languages.record import Names


def resolve(text: str, mentions: Iterable[Mention], language: Language) -> tuple[Entity, ...]:
    """Return the entities that `mentions` (offsets into `text`) name, ordered by first mention."""
    names = language.names()
    groups = _by_key(text, mentions, language)
    for group in groups:
        _explain_forms(group, names)
    for rule in language.aliases().rules:
        groups = rule(text, groups)
    return _finish(sorted(groups, key=lambda group: group.start), names)


def _by_key(text: str, mentions: Iterable[Mention], language: Language) -> list[Group]:
    display, key_of = language.names().display, language.aliases().key
    groups: dict[tuple[Category, str], Group] = {}
    for mention in sorted(mentions, key=lambda m: (m.start, m.end)):
        form = display(text[mention.start : mention.end])
        key = key_of(text, mention.start, mention.category, form)
        groups.setdefault((mention.category, key), Group(mention.category, key)).add(form, mention)
    return list(groups.values())


def _explain_forms(group: Group, names: Names) -> None:
    """Add a reason where one key has brought really different names together (`US`, `United States`)."""
    keys = {names.key(form): form for form in group.forms}
    if len(keys) > 1:
        forms = sorted(keys.values(), key=lambda form: (-len(form), form))
        others = ", ".join(f"“{form}”" for form in forms[1:])
        verb = "are other names" if len(forms) > 2 else "is another name"
        group.reasons.append(f"{others} {verb} of {forms[0].rstrip('.')}.")


def _finish(groups: Iterable[Group], names: Names) -> tuple[Entity, ...]:
    seen: Counter[str] = Counter()
    entities = []
    for group in groups:
        name = names.preferred(group)
        identifier = f"{group.category.value}:{names.slug(name)}"
        seen[identifier] += 1
        if seen[identifier] > 1:
            identifier = f"{identifier}-{seen[identifier]}"
        aliases = tuple(form for form, _ in Counter(group.forms).most_common() if form != name)
        entities.append(Entity(identifier, group.category, name, aliases, tuple(group.mentions), tuple(group.reasons)))
    return tuple(entities)
