"""Groups: entities while they are put together, and the moves that all kinds of names share."""

from __future__ import annotations

from bisect import bisect_right
from collections import Counter
from dataclasses import dataclass, field, replace
from typing import TYPE_CHECKING

if TYPE_CHECKING:
    from collections.abc import Callable, Iterable, Mapping, Sequence

    from newsreader.entity import Category, Mention

    Fits = Callable[["Group", Mention], bool]


_PROMINENT = 2
"""Times the mentions of any other that make someone the one an article is about."""


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
    _counts: Counter[str] = field(init=False)
    """How often each form is there, by first appearance."""

    def __post_init__(self) -> None:
        self._counts = Counter(self.forms)

    @property
    def words(self) -> list[str]:
        """The words of the key."""
        return self.key.split()

    @property
    def form(self) -> str:
        """The form with the most words, of equals the most frequent, then the first."""
        return max(self._counts, key=lambda form: (form.count(" "), self._counts[form]))

    @property
    def start(self) -> int:
        """Where the group is first mentioned."""
        return self.mentions[0].start

    def add(self, form: str, mention: Mention) -> None:
        """Add one mention; the caller adds in order of position."""
        self.forms.append(form)
        self.mentions.append(mention)
        self._counts[form] += 1

    def absorb(self, other: Group, reason: str) -> None:
        """Take over all mentions of `other`, for a reason that is a sentence."""
        pairs = sorted(
            [*zip(self.forms, self.mentions, strict=True), *zip(other.forms, other.mentions, strict=True)],
            key=lambda pair: pair[1].start,
        )
        self.forms = [form for form, _ in pairs]
        self.mentions = [mention for _, mention in pairs]
        self._counts = Counter(self.forms)
        self.reasons += [why for why in (*other.reasons, reason.replace("..", ".")) if why not in self.reasons]


def parted(groups: Iterable[Group], category: Category) -> tuple[list[Group], list[Group]]:
    """Return the groups of a category and the others, each in order."""
    own: list[Group] = []
    others: list[Group] = []
    for group in groups:
        (own if group.category is category else others).append(group)
    return own, others


def likeliest(owners: Sequence[Group], position: int, given: Mapping[int, Group] | None = None) -> Group:
    """Return the owner that a short name at `position` means: the one the article is about, or else the nearest.

    Who is not named yet is not meant. An article is about an owner with twice as many mentions as any other, those
    that `given` adds by identity of the owner among them. Nearest is who is mentioned last before
    `position`, or else who is mentioned first.
    """
    if len(owners) == 1:
        return owners[0]
    known = _named_before(owners, position)
    if len(known) == 1:
        return known[0]

    def weight(group: Group) -> int:
        part = given.get(id(group)) if given else None
        return len(group.mentions) + (len(part.mentions) if part else 0)

    ranked = sorted(owners, key=lambda group: (-weight(group), group.start))
    if weight(ranked[0]) >= _PROMINENT * weight(ranked[1]):
        return ranked[0]

    def last_before(group: Group) -> int:
        index = bisect_right(group.mentions, position, key=lambda mention: mention.start)
        return group.mentions[index - 1].start if index else -1

    return max(ranked, key=lambda group: (last_before(group), -group.start))


def _named_before(owners: Sequence[Group], position: int) -> Sequence[Group]:
    """Return the owners that were named before `position`, all if none was."""
    return [owner for owner in owners if owner.start < position] or owners


def share_out(group: Group, owners: Sequence[Group], reason: str, fits: Fits = lambda _owner, _mention: True) -> None:
    """Give each mention of `group` to the owner it most likely means, among those it fits, if there are any.

    `reason` has a place for the owner's name.
    """
    parts: dict[int, Group] = {}
    for form, mention in zip(group.forms, group.mentions, strict=True):
        fitting = [owner for owner in owners if fits(owner, mention)] or owners
        owner = likeliest(fitting, mention.start, parts)
        rivals = _named_before(fitting, mention.start)
        if len(rivals) > 1:
            mention = replace(mention, doubt=_doubt(form, owner, rivals))
        part = parts.setdefault(id(owner), Group(group.category, group.key, reasons=[]))
        part.add(form, mention)
    for owner in owners:
        if id(owner) in parts:
            owner.absorb(parts[id(owner)], reason.format(owner.form))


def _doubt(form: str, owner: Group, owners: Sequence[Group]) -> str:
    others = " or ".join(other.form for other in owners if other is not owner)
    return f"“{form}” may be {others} as well as {owner.form}"


def give(group: Group, owners: Sequence[Group], reason: str, fits: Fits = lambda _owner, _mention: True) -> None:
    """Give `group` to its owner, or share it out if there are several. `reason` has a place for the owner's name."""
    if len(owners) == 1:
        owners[0].absorb(group, reason.format(owners[0].form))
    else:
        share_out(group, owners, reason, fits)
