"""Identities over a stream of articles that are held in memory all at once."""

from __future__ import annotations

from collections import Counter, defaultdict
from typing import TYPE_CHECKING

from newsreader.identities.bearers import bearers
from newsreader.identities.linking import MOST, Owners, Use, head, links

if TYPE_CHECKING:
    from collections.abc import Iterable, Mapping

    from newsreader.entity import Category
    from newsreader.identities.claims import Claim, Name

Bearer = tuple["Name", str]
"""A name and the mark that stands for the one of its bearers that is meant."""


class Stream:
    """What the articles of a stream claim; `linking.Archive`."""

    def __init__(self) -> None:
        self._marks: dict[Name, Counter[str]] = defaultdict(Counter)
        self._shown: dict[Name, Counter[str]] = defaultdict(Counter)
        self._called: dict[Name, Counter[Name]] = defaultdict(Counter)
        self._short: dict[Name, set[Name]] = defaultdict(set)
        self._same: dict[tuple[str, str], set[Name]] = defaultdict(set)
        self._spellings: dict[Name, tuple[str, ...]] = {}
        self._vague: set[Name] = set()

    def add(self, claims: Iterable[Claim]) -> None:
        """Add what one article claims; two of its entities of one name are two only if their marks differ."""
        bearers: set[Bearer] = set()
        called: set[tuple[Category, str, Name, str]] = set()
        for claim in claims:
            category = claim.name[0]
            bearers.add((claim.name, claim.mark))
            called.update((category, form, claim.name, claim.mark) for form in claim.called)
            self._shown[claim.name][claim.shown] += 1
            self._spellings[claim.name] = claim.same
            for form in claim.short:
                self._short[category, form].add(claim.name)
            for spelling in claim.same:
                self._same[category, spelling].add(claim.name)
            if claim.vague:
                self._vague.add(claim.name)
        for name, mark in bearers:
            self._marks[name][mark] += 1
        for category, form, name, _ in called:
            self._called[category, form][name] += 1

    def articles(self, name: Name) -> int:
        """See `linking.Archive`."""
        return self._marks[name].total() if name in self._marks else 0

    def owners(self, name: Name) -> Owners:
        """See `linking.Archive`."""
        called = self._called.get(name, Counter())
        known = sorted({*called, *self._short.get(name, ())} - {name}, key=lambda owner: (-called[owner], owner))
        uses = {owner: Use(called[owner], self.articles(owner)) for owner in known[:MOST]}
        return Owners(uses, sum(called[owner] for owner in known), len(known))

    def alike(self, name: Name) -> Iterable[Name]:
        """See `linking.Archive`."""
        spellings = self._spellings.get(name, ())
        return {name}.union(*(self._same[name[0], each] for each in spellings))

    def is_vague(self, name: Name) -> bool:
        """See `linking.Archive`."""
        return name in self._vague

    def shown(self, name: Name) -> str:
        """See `linking.Archive`."""
        counts = self._shown[name]
        return min(counts, key=lambda form: (-counts[form], -len(form), form))

    def identities(self) -> Identities:
        """Which names are one, as far as the articles go that were added so far."""
        parents: dict[Name, Name] = {}
        for name in sorted(self._marks):
            for link in links(name, self):
                one, other = _root(parents, link.one), _root(parents, link.other)
                if one != other:
                    parents[max(one, other)] = min(one, other)
        members: dict[Name, list[Name]] = defaultdict(list)
        for name in sorted(self._marks):
            members[_root(parents, name)].append(name)
        heads = {root: head({name: self.articles(name) for name in names}) for root, names in members.items()}
        return Identities(
            heads={name: heads[_root(parents, name)] for name in self._marks},
            bearers={name: bearers(marks) for name, marks in self._marks.items()},
            alone={names[0] for names in members.values() if len(names) == 1 and names[0] in self._vague},
        )


class Identities:
    """Which identity each claim has."""

    def __init__(self, heads: Mapping[Name, Name], bearers: Mapping[Name, Mapping[str, str]], alone: set[Name]) -> None:
        self._heads = heads
        self._bearers = bearers
        self._alone = alone

    def of(self, claim: Claim, article: str) -> str:
        """The identity of a claim of an article: the same string for one real thing, the more readable, the better.

        `article`, a digest of its text, is in the identity only where a name says too little to go by.
        """
        category, key = self._heads[claim.name]
        identity = f"{category.value}:{key.replace(' ', '-')}"
        if bearer := self._bearers[claim.name][claim.mark]:
            identity = f"{identity}({bearer.replace(' ', '-')})"
        return f"{identity}@{article[:12]}" if claim.name in self._alone else identity


def _root(parents: Mapping[Name, Name], name: Name) -> Name:
    while name in parents:
        name = parents[name]
    return name
