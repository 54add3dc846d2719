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
MOST = 20
"""So many of those that have a short form are looked at, those that are called so most; of the others none is meant."""
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


@dataclass(frozen=True, slots=True)
class Owners:
    """What is called by a name."""

    uses: Mapping[Name, Use]
    """The `MOST` that are called so in most articles, of those of as many by the alphabet."""
    articles: int
    """In how many articles anything is called so, those of each summed up."""
    count: int


class Archive(Protocol):
    """What is known of names over all articles."""

    def articles(self, name: Name) -> int:
        """How many have it as the full name of something."""

    def owners(self, name: Name) -> Owners:
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
    likely = _likely(name, owners, archive) if owners.count else None
    if likely is not None:
        reason = _reason(archive.shown(name), archive.shown(likely), owners.uses[likely])
        yield Link(name, likely, reason, sure=owners.count == 1)


def _reason(short: str, full: str, use: Use) -> str:
    if not use.articles:
        return f"“{short}” is likely short for {full}, as nobody else in the archive would be called so."
    articles = "an article calls" if use.articles == 1 else f"{use.articles} articles call"
    return f"“{short}” is another name of {full}: {articles} it both."


def _likely(name: Name, owners: Owners, archive: Archive) -> Name | None:
    """Return the one that a short form means, if it is clear enough; spellings of one name count together."""
    weights = {owner: use.articles if owners.articles else 1 for owner, use in owners.uses.items()}
    together: Counter[Name] = Counter()
    for owner, weight in weights.items():
        together[min(archive.alike(owner), default=owner)] += weight
    best = min(together, key=lambda first: (-together[first], first))
    if best == min(archive.alike(name), default=name):
        return None
    if together[best] < LIKELY * (owners.articles or owners.count):
        return None
    if archive.articles(name) > OWN.get(name[0], math.inf) * together[best]:
        return None
    group = [each for each in weights if each in {best, *archive.alike(best)}]
    if name[0] is Category.PERSON and sum(owners.uses[each].claimed for each in group) < SEEN:
        return None
    return min(group, key=lambda owner: (-weights[owner], owner))


def head(articles: Mapping[Name, int]) -> Name:
    """Return the name of several that a reader is shown.

    That is a full name before a single word, then that of most articles, then the one of most words. Only people
    have family names and first names alone; of other things the most frequent name is the usual one.
    """

    def rank(name: Name) -> tuple[bool, int, int, Name]:
        return name[0] is Category.PERSON and " " not in name[1], -articles[name], -name[1].count(" "), name

    return min(articles, key=rank)
