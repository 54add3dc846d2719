"""Entities while corrections are laid over them: only what a correction touches is ever copied."""

from __future__ import annotations

from collections import Counter
from dataclasses import dataclass, field
from typing import TYPE_CHECKING

from newsreader.entity import LABEL_OF, Category, Entity, Mention
from newsreader.languages.groups import Group

if TYPE_CHECKING:
    from newsreader.languages.record import Names


@dataclass(slots=True, eq=False)
class Draft:
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
    def of(cls, entity: Entity) -> Draft:
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
