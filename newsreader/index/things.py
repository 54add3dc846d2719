"""Which bearers of names are one thing, kept up to date in the index as articles come and go.

What hangs together by links is one thing, a row of `name`; whoever is kept apart from the others of a name is one too.
Rows keep their number as long as most of what they stood for stays together.
"""

from __future__ import annotations

from collections import Counter, defaultdict
from typing import TYPE_CHECKING

from newsreader.entity import Category
from newsreader.identities.bearers import bearers
from newsreader.identities.linking import head, links
from newsreader.index import claims
from newsreader.index.claims import Known
from newsreader.index.numbering import CODES
from newsreader.index.said import Said
from newsreader.index.schema import LINK_OTHER

if TYPE_CHECKING:
    import sqlite3
    from collections.abc import Sequence

    from newsreader.identities.claims import Name
    from newsreader.index.claims import Bearer, Touched


UNSURE, SURE, SAID = range(3)
"""How sure a link is; `SAID` is one that the person made."""

Heading = tuple[Category, str, str]

_NEXT_NAME = f"""
INSERT INTO name SELECT (coalesce(max(id), 0) / {len(CODES)} + 1) * {len(CODES)} + ?1, ?2, ?3, ?4, ?4, 0, 0 FROM name
"""


def resolve(index: sqlite3.Connection, touched: Touched) -> set[int]:
    """Work out anew what becomes of what was touched, and return the documents for which that is something else now."""
    return _Round(index).resolve(touched)


class _Round:
    """One time that things are worked out, while nothing else changes."""

    def __init__(self, index: sqlite3.Connection) -> None:
        self._index = index
        self._known = Known(index)
        self._said = Said.read(index)
        self._moved: set[int] = set()

    def resolve(self, touched: Touched) -> set[int]:
        """See `resolve`."""
        affected = sorted(claims.affected(self._index, self._known, touched))
        changed = {*affected}.union(*[self._relink(name) for name in affected])
        parted = [self._part(name) for name in affected]
        if any(parted):
            self._known = Known(self._index)
        groups: list[list[Bearer]] = []
        done: set[Name] = set()
        for name in sorted(changed):
            if name not in done:
                together = self._together(name)
                done |= together
                groups += self._groups(together)
        self._settle(groups)
        return self._moved

    def _relink(self, name: Name) -> set[Name]:
        """Keep the links of a name as they are now, and return the names at the other ends of those that changed."""
        here = (name[0].value, name[1])
        sql = "SELECT other, reason, sure FROM link WHERE category = ? AND one = ?"
        before = {other: (reason, sure) for other, reason, sure in self._index.execute(sql, here)}
        now = self._links(name)
        for other in before.keys() - now.keys():
            self._index.execute("DELETE FROM link WHERE category = ? AND one = ? AND other = ?", (*here, other))
        for other, link in now.items():
            if link != before.get(other):
                self._index.execute("INSERT OR REPLACE INTO link VALUES (?, ?, ?, ?, ?)", (*here, other, *link))
        return {(name[0], other) for other in before.keys() ^ now.keys()}

    def _links(self, name: Name) -> dict[str, tuple[str, int]]:
        """The names that one is linked with, each with the reason, and how sure that is."""
        if not self._known.articles(name):
            return {}
        found = {link.other[1]: (link.reason, int(link.sure)) for link in links(name, self._known)}
        for _, other, _ in self._said.one.get(name, ()):
            if other != name and self._known.articles(other):
                found.setdefault(other[1], ("", SAID))
        return found

    def _part(self, name: Name) -> bool:
        """Keep who of the bearers of a name is apart from the others, and return whether that changed."""
        there = self._known.bearers(name)
        kept = {each.mark: each.articles for each in there if each.articles}
        parted = bearers(kept) if len(kept) > 1 else dict.fromkeys(kept, "")
        differing = [(parted.get(each.mark), each.number) for each in there if parted.get(each.mark) != each.apart]
        self._index.executemany("UPDATE bearer SET apart = ? WHERE id = ?", differing)
        return bool(differing)

    def _together(self, name: Name, most: int = SAID) -> set[Name]:
        """The names that hang together with one, itself among them, by links that are no surer than `most`."""
        found, left = {name}, [name]
        while left:
            category, key = left.pop()
            here = (category.value, key, most)
            rows = self._index.execute(
                "SELECT other FROM link WHERE category = ? AND one = ? AND sure <= ? UNION ALL "
                f"SELECT one FROM link {LINK_OTHER} WHERE category = ? AND other = ? AND sure <= ?",
                here + here,
            )
            fresh = {(category, other) for (other,) in rows} - found
            found |= fresh
            left += fresh
        return found

    def _groups(self, together: set[Name]) -> list[list[Bearer]]:
        """The bearers of names that hang together, by who of them is apart; what the person said comes last."""
        groups: dict[tuple[Name, str], list[Bearer]] = defaultdict(list)
        roots: dict[Name, Name] = {}
        for name in sorted(together):
            if name not in roots:
                roots.update(dict.fromkeys(self._together(name, SURE), name))
            for bearer in self._known.bearers(name):
                if bearer.articles and name not in self._said.no_name:
                    groups[roots[name], bearer.apart or ""].append(bearer)
                elif bearer.name is not None:
                    self._release(bearer)
        return self._merged([*groups.values()])

    def _merged(self, groups: list[list[Bearer]]) -> list[list[Bearer]]:
        """The groups with those put together that the person said are one."""
        at = {(each.key, each.mark): group for group in groups for each in group}
        for name in {each.key for group in groups for each in group} & self._said.one.keys():
            for mark, other, other_mark in self._said.one[name]:
                mine, theirs = at.get((name, mark)), at.get((other, other_mark))
                if mine is None or theirs is None or mine is theirs:
                    continue
                mine += theirs
                at.update(dict.fromkeys([(each.key, each.mark) for each in theirs], mine))
                groups = [group for group in groups if group is not theirs]
        return groups

    def _release(self, bearer: Bearer) -> None:
        """Have a bearer stand for nothing."""
        self._index.execute("UPDATE bearer SET name = NULL WHERE id = ?", (bearer.number,))
        self._moved |= _documents(self._index, bearer.number)

    def _settle(self, groups: list[list[Bearer]]) -> None:
        """Give groups of bearers the rows of what they are, the largest first."""
        taken: set[int] = set()
        for group in sorted(groups, key=lambda each: (-sum(one.articles for one in each), min(o.number for o in each))):
            heading = _heading(group, self._said)
            thing = _thing_of(self._index, group, heading, taken)
            taken.add(thing)
            self._moved |= _move(self._index, group, heading, thing)


def _thing_of(index: sqlite3.Connection, group: Sequence[Bearer], heading: Heading, taken: set[int]) -> int:
    """The row that most of a group had so far and nobody else has taken, or else a new one."""
    had: Counter[int] = Counter()
    for each in group:
        if each.name is not None and each.name not in taken:
            had[each.name] += each.articles
    if had:
        return min(had, key=lambda thing: (-had[thing], thing))
    category, key, shown = heading
    made = index.execute(_NEXT_NAME, (CODES[category], category.value, key, shown))
    assert made.lastrowid is not None
    return made.lastrowid


def _heading(group: Sequence[Bearer], said: Said) -> Heading:
    """Category and key of what a group is shown by, and how it is written."""
    articles: Counter[Name] = Counter()
    for each in group:
        articles[each.key] += each.articles
    category, key = head(articles)
    own = [each for each in group if each.key == (category, key)]
    shown = min(own, key=lambda each: (-each.articles, each.shown)).shown
    given = [said.named[each.key, each.mark] for each in group if (each.key, each.mark) in said.named]
    return category, key, min(given, default=shown)


def _move(index: sqlite3.Connection, group: Sequence[Bearer], heading: Heading, thing: int) -> set[int]:
    """Have a row stand for a group, and return the documents for which it did not, or which count other forms."""
    _, key, shown = heading
    index.execute("UPDATE name SET (key, name) = (?, ?) WHERE id = ?", (key, shown, thing))
    known = {each.shown for each in group}
    (base,) = index.execute("SELECT base FROM name WHERE id = ?", (thing,)).fetchone()
    is_left = base not in known and base != shown and not claims.is_written(index, [one.number for one in group], base)
    if is_left:
        index.execute("UPDATE name SET base = ? WHERE id = ?", (shown, thing))
    wanted = [each.number for each in group if is_left or each.name != thing]
    index.executemany("UPDATE bearer SET name = ? WHERE id = ?", [(thing, number) for number in wanted])
    return {document for number in wanted for document in _documents(index, number)}


def _documents(index: sqlite3.Connection, bearer: int) -> set[int]:
    return {document for (document,) in index.execute("SELECT document FROM claim WHERE bearer = ?", (bearer,))}
