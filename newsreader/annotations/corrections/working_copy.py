"""The working copy of an analysis while corrections are laid over it: only what one touches is ever copied.

It knows its entities by id, form and place; each index is made when it is first needed.
"""

from __future__ import annotations

from bisect import bisect_left, insort
from collections import Counter
from dataclasses import dataclass, field, replace
from typing import TYPE_CHECKING

from newsreader import languages
from newsreader.entity import LABEL_OF, Category, Entity, Mention
from newsreader.languages.groups import Group

if TYPE_CHECKING:
    from collections.abc import Iterable, Sequence

    from newsreader.annotations.corrections.model import Subject
    from newsreader.entity import Analysis
    from newsreader.languages.record import Names

_FEW = 100
"""Up to so many places are put into the sorted list, or taken out, one by one."""


@dataclass(slots=True, eq=False)
class EntityDraft:
    """An entity that changes; `mentions` by their starts."""

    id: str
    category: Category
    name: str
    aliases: tuple[str, ...]
    mentions: dict[int, Mention]
    reasons: list[str]
    given_name: bool = False
    """Whether the name is the person's, and stays even if the text does not have it."""
    by: dict[str, None] = field(default_factory=dict)
    """The ids of the corrections that made it what it is, in order."""

    @classmethod
    def of(cls, entity: Entity) -> EntityDraft:
        """A copy of `entity` to change."""
        mentions = {mention.start: mention for mention in entity.mentions}
        return cls(entity.id, entity.category, entity.name, entity.aliases, mentions, list(entity.reasons))

    def finished(self, text: str, names: Names) -> Entity:
        """The entity, with its other names as the text, in whose language `names` are, has them now."""
        mentions = tuple(sorted(self.mentions.values(), key=lambda mention: mention.start))
        raw = [text[mention.start : mention.end] for mention in mentions]
        shown = {each: names.display(each) for each in set(raw)}
        forms = [shown[each] for each in raw]
        name = self.name
        if not self.given_name and name not in forms and names.key(name) not in set(map(names.key, set(forms))):
            name = names.preferred(Group(self.category, "", forms, list(mentions)))
        aliases = tuple(form for form, _ in Counter(forms).most_common() if form != name)
        return Entity(self.id, self.category, name, aliases, mentions, tuple(self.reasons))


def recategorised(mention: Mention, category: Category) -> Mention:
    """The mention in another category, on the person's word."""
    if mention.category is category:
        return mention
    return Mention(mention.start, mention.end, LABEL_OF[category], category)


class WorkingCopy:
    """The entities of `analysis` while they change. Mentions never overlap."""

    def __init__(self, analysis: Analysis, text: str) -> None:
        self.text = text
        self.names = languages.of_text(text).names()
        """How names are written in the language of the text."""
        self.entities: dict[str, Entity | EntityDraft] = {entity.id: entity for entity in analysis.entities}
        self.merged: dict[str, str] = {}
        self.mentions: dict[int, dict[str, None]] = {}
        """The corrections behind single mentions, by their starts."""
        self._machine_ids = frozenset(self.entities)
        self._by_form: dict[str, dict[str, None]] | None = None
        self._owners: dict[int, str] | None = None
        self._starts: list[int] = []

    def draft(self, entity_id: str) -> EntityDraft:
        """The entity, from now on to change."""
        entity = self.entities[entity_id]
        if not isinstance(entity, EntityDraft):
            entity = self.entities[entity_id] = EntityDraft.of(entity)
        return entity

    def with_form(self, form: str) -> list[Entity | EntityDraft]:
        """The entities that have this name among theirs, in order."""
        if self._by_form is None:
            self._by_form = {}
            for entity in self.entities.values():
                self._index(entity.id, (entity.name, *entity.aliases))
        return [self.entities[each] for each in self._by_form.get(self.names.key(form), ()) if each in self.entities]

    def _index(self, entity_id: str, forms: Iterable[str]) -> None:
        if self._by_form is not None:
            for form in forms:
                self._by_form.setdefault(self.names.key(form), {})[entity_id] = None

    def named(self, name: str, category: Category | None) -> Entity | EntityDraft | None:
        """The entity whose name this is, in the category if there is one."""
        key = self.names.key(name)
        found = (each for each in self.with_form(name) if self.names.key(each.name) == key)
        return next((each for each in found if category in (None, each.category)), None)

    def subject(self, subject: Subject) -> Entity | EntityDraft | None:
        """The entity of this article that the subject means: by its id if a form agrees, else by most forms."""
        entity = self.entities.get(self.merged.get(subject.entity or "", subject.entity or ""))
        forms = (subject.name, *subject.forms)
        shared = [each for form in dict.fromkeys(map(self.names.key, forms)) for each in self.with_form(form)]
        if entity is not None and any(each is entity for each in shared):
            return entity
        alike = [each for each in shared if each.category is subject.category] or shared
        return max(alike, key=lambda each: sum(each is other for other in alike), default=None)

    def overlapping(self, start: int, end: int) -> list[tuple[Entity | EntityDraft, int]]:
        """The entities with a mention that shares a code point with the span, and where that mention starts."""
        owners = self._places()
        index = max(0, bisect_left(self._starts, start) - 1)
        until = bisect_left(self._starts, end)
        found = [at for at in self._starts[index:until] if self._end(owners[at], at) > start]
        return [(self.entities[owners[at]], at) for at in found]

    def _end(self, entity_id: str, start: int) -> int:
        entity = self.entities[entity_id]
        if isinstance(entity, EntityDraft):
            return entity.mentions[start].end
        return entity.mentions[bisect_left(entity.mentions, start, key=lambda mention: mention.start)].end

    def _places(self) -> dict[int, str]:
        if self._owners is None:
            self._owners = {start: entity.id for entity in self.entities.values() for start in _starts(entity)}
            self._starts = sorted(self._owners)
        return self._owners

    def take(self, draft: EntityDraft, starts: Iterable[int]) -> list[Mention]:
        """Take mentions away from an entity; one without any is gone."""
        taken = [draft.mentions.pop(start) for start in list(starts)]
        if self._owners is not None:
            for mention in taken:
                del self._owners[mention.start]
            if len(taken) > _FEW:
                self._starts = [start for start in self._starts if start in self._owners]
            else:
                for mention in taken:
                    del self._starts[bisect_left(self._starts, mention.start)]
        if not draft.mentions:
            self.entities.pop(draft.id, None)
        return taken

    def give(self, draft: EntityDraft, mentions: Sequence[Mention], correction: str | None = None) -> None:
        """Give mentions to an entity, in its category; `correction` is what says so of each of them."""
        new = []
        for mention in mentions:
            draft.mentions[mention.start] = recategorised(mention, draft.category)
            if correction:
                draft.mentions[mention.start] = replace(draft.mentions[mention.start], doubt="")
                self.mentions.setdefault(mention.start, {})[correction] = None
            if self._owners is not None:
                if mention.start not in self._owners:
                    new.append(mention.start)
                self._owners[mention.start] = draft.id
        self._add_starts(new)
        self._index(draft.id, {self.text[mention.start : mention.end] for mention in mentions})
        self.entities[draft.id] = draft

    def _add_starts(self, new: list[int]) -> None:
        if len(new) > _FEW:
            # Two sorted stretches are merged in one go.
            self._starts = sorted([*self._starts, *sorted(new)])
        else:
            for start in new:
                insort(self._starts, start)

    def new(self, category: Category, name: str) -> EntityDraft:
        """An entity without mentions, under an id that nothing else has or had."""
        base = number = f"{category.value}:{self.names.slug(name)}"
        count = 1
        while number in self.entities or number in self._machine_ids:
            count += 1
            number = f"{base}-{count}"
        draft = self.entities[number] = EntityDraft(number, category, name, (), {}, [])
        self._index(number, (name,))
        return draft

    def rename(self, draft: EntityDraft, name: str) -> None:
        """Give an entity a name of the person's."""
        draft.name, draft.given_name = name, True
        self._index(draft.id, (name,))

    def absorb(self, owner: EntityDraft, other: EntityDraft) -> None:
        """Merge `other` into `owner`, which takes over what it has and is."""
        self.give(owner, list(other.mentions.values()))
        owner.reasons += [why for why in other.reasons if why not in owner.reasons]
        owner.by |= other.by
        self._index(owner.id, (other.name, *other.aliases))
        self.entities.pop(other.id, None)
        self.merged[other.id] = owner.id
        for gone, into in list(self.merged.items()):
            if into == other.id:
                self.merged[gone] = owner.id


def _starts(entity: Entity | EntityDraft) -> list[int]:
    if isinstance(entity, EntityDraft):
        return list(entity.mentions)
    return [mention.start for mention in entity.mentions]
