"""Groups: entities while they are put together, and the moves that all kinds of names share."""

from __future__ import annotations

from bisect import bisect_right
from collections import Counter
from dataclasses import dataclass, field
from typing import TYPE_CHECKING

if TYPE_CHECKING:
    from collections.abc import Iterable, Sequence

    from newsreader.entities.model import Category, Mention


_PROMINENT = 2


@dataclass(slots=True, eq=False)
class Group:
    """The mentions that are taken for one real thing so far."""

    category: Category
    key: str
    """What the names of the group have in common."""
    forms: list[str] = field(default_factory=list)
    """The name as written at each mention, in step with `mentions`."""
    mentions: list[Mention] = field(default_factory=list)
    reasons: list[str] = field(default_factory=list)

    @property
    def words(self) -> list[str]:
        """The words of the key."""
        return self.key.split()

    @property
    def form(self) -> str:
        """The most frequent form, of equals the longest, then the first."""
        counts = Counter(self.forms)
        return max(counts, key=lambda form: (counts[form], len(form)))

    @property
    def start(self) -> int:
        """Where the group is first mentioned."""
        return self.mentions[0].start

    def add(self, form: str, mention: Mention) -> None:
        """Add one mention; the caller adds in order of position."""
        self.forms.append(form)
        self.mentions.append(mention)

    def absorb(self, other: Group, reason: str) -> None:
        """Take over all mentions of `other`, for a reason that is a sentence."""
        pairs = sorted(
            [*zip(self.forms, self.mentions, strict=True), *zip(other.forms, other.mentions, strict=True)],
            key=lambda pair: pair[1].start,
        )
        self.forms = [form for form, _ in pairs]
        self.mentions = [mention for _, mention in pairs]
        self.reasons += [why for why in (*other.reasons, reason) if why not in self.reasons]


def likeliest(owners: Sequence[Group], position: int) -> Group:
    """Return the owner that a short name at `position` means: the one the article is about, or else the nearest.

    An article is about an owner with twice as many mentions as any other. Nearest is who is mentioned last before
    `position`, or else who is mentioned first.
    """
    ranked = sorted(owners, key=lambda group: (-len(group.mentions), group.start))
    if len(ranked[0].mentions) >= _PROMINENT * len(ranked[1].mentions):
        return ranked[0]

    def last_before(group: Group) -> int:
        starts = [mention.start for mention in group.mentions]
        index = bisect_right(starts, position)
        return starts[index - 1] if index else -1

    return max(ranked, key=lambda group: (last_before(group), -group.start))


def share_out(group: Group, owners: Sequence[Group], reason: str) -> None:
    """Give each mention of `group` to the owner it most likely means. `reason` has a place for the owner's name."""
    parts: dict[int, Group] = {}
    for form, mention in zip(group.forms, group.mentions, strict=True):
        owner = likeliest(owners, mention.start)
        part = parts.setdefault(id(owner), Group(group.category, group.key, reasons=[]))
        part.add(form, mention)
    for owner in owners:
        if id(owner) in parts:
            owner.absorb(parts[id(owner)], reason.format(owner.form))


def merge(groups: Iterable[Group], owners: dict[int, tuple[list[Group], str]]) -> list[Group]:
    """Return the groups that remain when each one in `owners` (by `id`) has gone to its owners."""
    remaining = []
    for group in groups:
        found = owners.get(id(group))
        if not found:
            remaining.append(group)
            continue
        candidates, reason = found
        if len(candidates) == 1:
            candidates[0].absorb(group, reason.format(candidates[0].form))
        else:
            share_out(group, candidates, reason)
    return remaining
