"""From mentions to entities: the mentions of one real thing are brought together under its fullest name."""

from __future__ import annotations

from collections import Counter
from collections.abc import Iterable, Sequence
from dataclasses import dataclass, field

from newsreader.entities import names
from newsreader.entities.model import Category, Entity, Mention


@dataclass(slots=True)
class _Group:
    """An entity while it is being put together."""

    category: Category
    forms: list[str]
    mentions: list[Mention]
    reasons: list[str] = field(default_factory=list)

    @property
    def name(self) -> str:
        """The longest form; of equals the most frequent, then the first."""
        counts = Counter(self.forms)
        return max(counts, key=lambda form: (len(form), counts[form]))


def resolve(text: str, mentions: Iterable[Mention]) -> tuple[Entity, ...]:
    """Return the entities that `mentions` (offsets into `text`) name, ordered by first mention."""
    groups: dict[tuple[Category, str], _Group] = {}
    for mention in sorted(mentions, key=lambda m: (m.start, m.end)):
        form = names.display(text[mention.start : mention.end])
        group = groups.setdefault((mention.category, names.key(form)), _Group(mention.category, [], []))
        group.forms.append(form)
        group.mentions.append(mention)
    merged = _surnames_to_full_names(list(groups.values()))
    return _finish(sorted(merged, key=lambda group: group.mentions[0].start))


def _surnames_to_full_names(groups: Sequence[_Group]) -> list[_Group]:
    """Give each surname that stands alone to the one person whose full name ends with it."""
    full: dict[str, list[_Group]] = {}
    for group in groups:
        words = names.key(group.name).split()
        if group.category is Category.PERSON and len(words) > 1:
            full.setdefault(words[-1], []).append(group)
    kept = []
    for group in groups:
        owners = full.get(names.key(group.name), []) if group.category is Category.PERSON else []
        if len(owners) == 1:
            _absorb(owners[0], group)
        else:
            kept.append(group)
    return kept


def _absorb(owner: _Group, other: _Group) -> None:
    owner.reasons.append(f"“{other.name}” is the surname of {owner.name}.")
    owner.forms.extend(other.forms)
    owner.mentions = sorted(owner.mentions + other.mentions, key=lambda m: m.start)


def _finish(groups: Sequence[_Group]) -> tuple[Entity, ...]:
    seen: Counter[str] = Counter()
    entities = []
    for group in groups:
        name = group.name
        identifier = f"{group.category.value}:{names.slug(name)}"
        seen[identifier] += 1
        if seen[identifier] > 1:
            identifier = f"{identifier}-{seen[identifier]}"
        aliases = tuple(form for form, _ in Counter(group.forms).most_common() if form != name)
        entities.append(Entity(identifier, group.category, name, aliases, tuple(group.mentions), tuple(group.reasons)))
    return tuple(entities)
