"""Which bearers of names are one thing, kept up to date in the index as articles come and go.

What hangs together by links is one thing, a row of `name`; whoever is kept apart from the others of a name is one too.
Rows keep their number as long as most of what they stood for stays together.
"""

from __future__ import annotations

from collections import Counter, defaultdict
from typing import TYPE_CHECKING

from newsreader.entity import Category
from newsreader.identities.bearers import bearers
from newsreader.identities.linking import Link, head, links
from newsreader.index import claims
from newsreader.index.claims import Known

if TYPE_CHECKING:
    import sqlite3
    from collections.abc import Sequence

    from newsreader.identities.claims import Name
    from newsreader.index.claims import Bearer, Touched

SCHEMA = (
    """
    CREATE TABLE link (
        category TEXT NOT NULL,
        one TEXT NOT NULL,
        other TEXT NOT NULL,
        reason TEXT NOT NULL,
        sure INTEGER NOT NULL,
        PRIMARY KEY (category, one, other)
    ) STRICT, WITHOUT ROWID
    """,
    "CREATE INDEX link_other ON link (category, other)",
)
TABLES = ("link",)

CODES: dict[Category, int] = {Category.PERSON: 0, Category.PLACE: 1, Category.ORGANISATION: 2}
"""The category of a name is in its number, which leaves one of these when it is divided by how many there are."""

_NEXT_NAME = f"""
INSERT INTO name SELECT (coalesce(max(id), 0) / {len(CODES)} + 1) * {len(CODES)} + ?, ?, ?, ?, 0, 0 FROM name
"""


def resolve(index: sqlite3.Connection, touched: Touched) -> set[int]:
    """Work out anew what becomes of what was touched, and return the documents for which that is something else now."""
    known = Known(index)
    affected = claims.affected(index, known, touched)
    changed: set[Name] = set()
    for name in affected:
        changed |= _relink(index, known, name)
    parted = {name for name in affected if _part(index, known, name)}
    fresh = Known(index) if parted else known
    groups: list[list[Bearer]] = []
    done: set[Name] = set()
    for name in sorted(changed.union(affected)):
        if name not in done:
            together = _together(index, name)
            done |= together
            groups += _groups(index, fresh, together)
    return _settle(index, groups)


def _relink(index: sqlite3.Connection, known: Known, name: Name) -> set[Name]:
    """Keep the links of a name as they are now, and return the names at both ends of those that changed."""
    here = (name[0].value, name[1])
    rows = index.execute("SELECT other, reason, sure FROM link WHERE category = ? AND one = ?", here).fetchall()
    before = {Link(name, (name[0], other), reason, bool(sure)) for other, reason, sure in rows}
    now = {*links(name, known)} if known.articles(name) else set()
    for link in before - now:
        index.execute("DELETE FROM link WHERE category = ? AND one = ? AND other = ?", (*here, link.other[1]))
    for link in now - before:
        index.execute(
            "INSERT OR REPLACE INTO link VALUES (?, ?, ?, ?, ?)", (*here, link.other[1], link.reason, link.sure)
        )
    ends = {link.other for link in before} ^ {link.other for link in now}
    return {name, *ends} if ends else set()


def _part(index: sqlite3.Connection, known: Known, name: Name) -> bool:
    """Keep who of the bearers of a name is apart from the others, and return whether that changed."""
    kept = {each.mark: each.articles for each in known.bearers(name) if each.articles}
    parted = bearers(kept) if len(kept) > 1 else dict.fromkeys(kept, "")
    differing = [
        (parted.get(each.mark), each.number) for each in known.bearers(name) if parted.get(each.mark) != each.apart
    ]
    index.executemany("UPDATE bearer SET apart = ? WHERE id = ?", differing)
    return bool(differing)


def _together(index: sqlite3.Connection, name: Name) -> set[Name]:
    """The names that hang together with one, itself among them."""
    found, left = {name}, [name]
    while left:
        category, key = left.pop()
        rows = index.execute(
            "SELECT other FROM link WHERE category = ? AND one = ? UNION SELECT one FROM link "
            "WHERE category = ? AND other = ?",
            (category.value, key, category.value, key),
        )
        fresh = {(category, other) for (other,) in rows} - found
        found |= fresh
        left += fresh
    return found


def _groups(index: sqlite3.Connection, known: Known, together: set[Name]) -> list[list[Bearer]]:
    """The bearers of names that hang together, by who of them is apart."""
    groups: dict[str, list[Bearer]] = defaultdict(list)
    for bearer in (each for name in sorted(together) for each in known.bearers(name)):
        if bearer.articles:
            groups[bearer.apart or ""].append(bearer)
        elif bearer.name is not None:
            index.execute("UPDATE bearer SET name = NULL WHERE id = ?", (bearer.number,))
    return [*groups.values()]


def _settle(index: sqlite3.Connection, groups: list[list[Bearer]]) -> set[int]:
    """Give groups of bearers the rows of what they are, the largest first, and return the documents concerned."""
    taken: set[int] = set()
    moved: set[int] = set()
    for group in sorted(groups, key=lambda group: (-sum(each.articles for each in group), group[0].number)):
        thing = _thing_of(index, group, taken)
        taken.add(thing)
        moved |= _move(index, group, thing)
    return moved


def _thing_of(index: sqlite3.Connection, group: Sequence[Bearer], taken: set[int]) -> int:
    """The row that most of a group had so far and nobody else has taken, or else a new one."""
    had: Counter[int] = Counter()
    for each in group:
        if each.name is not None and each.name not in taken:
            had[each.name] += each.articles
    if had:
        return min(had, key=lambda thing: (-had[thing], thing))
    category, key, shown = _heading(group)
    made = index.execute(_NEXT_NAME, (CODES[category], category.value, key, shown))
    assert made.lastrowid is not None
    return made.lastrowid


def _heading(group: Sequence[Bearer]) -> tuple[Category, str, str]:
    """Category and key of what a group is shown by, and how it is written."""
    articles: Counter[Name] = Counter()
    for each in group:
        articles[each.key] += each.articles
    category, key = head(articles)
    own = [each for each in group if each.key == (category, key)]
    return category, key, min(own, key=lambda each: (-each.articles, each.shown)).shown


def _move(index: sqlite3.Connection, group: Sequence[Bearer], thing: int) -> set[int]:
    """Have a row stand for a group, and return the documents for which it did not, or was called otherwise."""
    _, key, shown = _heading(group)
    renamed = index.execute(
        "UPDATE name SET (key, name) = (?, ?) WHERE id = ? AND (key, name) <> (?, ?)", (key, shown, thing, key, shown)
    )
    wanted = [each.number for each in group if renamed.rowcount or each.name != thing]
    index.executemany("UPDATE bearer SET name = ? WHERE id = ?", [(thing, number) for number in wanted])
    rows = (index.execute("SELECT document FROM claim WHERE bearer = ?", (number,)) for number in wanted)
    return {document for each in rows for (document,) in each}
