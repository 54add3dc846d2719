"""Which names are other names of one thing, by how many articles call what how.

A link of a name depends on those that are called so, so that an article changes the links of its own names alone. What
is linked, over any number of steps, is one identity.
"""

from __future__ import annotations

import math
from collections import Counter
from dataclasses import dataclass
from typing import TYPE_CHECKING, Protocol

from newsreader.entity import Category

if TYPE_CHECKING:
    from collections.abc import Iterable, Iterator, Mapping

    from newsreader.identities.claims import Name

LIKELY = 0.66
"""The part of the articles with a short form, beside its full name, in which it means one thing for it to mean that."""
OWN = {Category.ORGANISATION: 2, Category.PLACE: 1}
"""What has a name in more than so many times the articles that call another one so is something else."""
SEEN = 2
"""Articles that must have the full name of a person for the surname to mean that person elsewhere."""


@dataclass(frozen=True, slots=True)
class Use:
    """How a name is a short form of another one."""

    articles: int
    """Articles in which both are names of one thing; 0 if it only might be, by the words."""
    claimed: int
    """Articles with the full name."""


@dataclass(frozen=True, slots=True)
class Link:
    """Two names of one thing, and why they are taken for that; `sure` unless it is what is likely only."""

    one: Name
    other: Name
    reason: str
    sure: bool


class Archive(Protocol):
    """What is known of names over all articles."""

    def articles(self, name: Name) -> int:
        """How many have it as the full name of something."""

    def owners(self, name: Name) -> Mapping[Name, Use]:
        """The other names of what is called so, in the same category."""

    def alike(self, name: Name) -> Iterable[Name]:
        """The names that share a spelling with it, itself among them."""

    def is_vague(self, name: Name) -> bool:
        """Whether it says so little that another article need not mean the same by it."""

    def shown(self, name: Name) -> str:
        """The name as a reader would write it."""


def links(name: Name, archive: Archive) -> Iterator[Link]:
    """Yield the links from a name to the others that it is a spelling or a short form of."""
    first = min(archive.alike(name), default=name)
    if first != name:
        reason = f"“{archive.shown(name)}” is another spelling of {archive.shown(first)}."
        yield Link(name, first, reason, sure=True)
    if archive.is_vague(name):
        return
    owners = archive.owners(name)
    likely = _likely(name, owners, archive)
    if likely is not None:
        reason = _reason(archive.shown(name), archive.shown(likely), owners[likely])
        yield Link(name, likely, reason, sure=len(owners) == 1)


def _reason(short: str, full: str, use: Use) -> str:
    if not use.articles:
        return f"“{short}” is likely short for {full}, as nobody else in the archive would be called so."
    articles = "an article calls" if use.articles == 1 else f"{use.articles} articles call"
    return f"“{short}” is another name of {full}: {articles} it both."


def _likely(name: Name, owners: Mapping[Name, Use], archive: Archive) -> Name | None:
    """Return the one that a short form means, if it is clear enough; spellings of one name count together."""
    seen = {owner: use.articles for owner, use in owners.items() if use.articles}
    weights = seen or {owner: use.claimed for owner, use in owners.items()}
    together: Counter[Name] = Counter()
    for owner, weight in weights.items():
        together[min(archive.alike(owner), default=owner)] += weight
    if not together:
        return None
    best = min(together, key=lambda first: (-together[first], first))
    if best == min(archive.alike(name), default=name) or together[best] < LIKELY * together.total():
        return None
    if archive.articles(name) > OWN.get(name[0], math.inf) * together[best]:
        return None
    group = [each for each in weights if each in {best, *archive.alike(best)}]
    if name[0] is Category.PERSON and sum(owners[each].claimed for each in group) < SEEN:
        return None
    return min(group, key=lambda owner: (-weights[owner], owner))
