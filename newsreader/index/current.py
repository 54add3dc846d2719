"""What an index does not know yet: whether the library has more, and which articles were not read for names."""

from __future__ import annotations

from typing import TYPE_CHECKING

if TYPE_CHECKING:
    import sqlite3

    from newsreader.store.standing import Standing

# That it is outdated at all is said as well, for SQLite to use the index of those that are.
_KNOWN = """
SELECT change, said, gazetteer_version, visited, EXISTS (SELECT 1 FROM article WHERE outdated AND outdated = 1)
FROM state
"""

_UNREAD = "rules IS NULL"
# With the plus sign, SQLite does not go through all that were read by these rules.
_BY_OTHERS = ("rules < ?", "rules > ?", "outdated AND +rules = ?")
"""That names are known by other rules, or not as the person corrected them since: each what an index can answer."""


def is_current(index: sqlite3.Connection, standing: Standing) -> bool:
    """Whether `following.follow` would find nothing to do."""
    known = index.execute(_KNOWN).fetchone()
    return bool(known == (standing.change, standing.said, version_of(standing.gazetteer), standing.visited, 0))


def version_of(gazetteer: tuple[int, int]) -> str:
    """How the index keeps which version of the gazetteer it knows."""
    return f"[{gazetteer[0]}, {gazetteer[1]}]"


def unnamed(index: sqlite3.Connection, rules: str, limit: int) -> list[int]:
    """The articles whose names are not known yet, or only by other `rules`, the newest first."""
    found: list[tuple[int]] = []
    for where, parameters in ((_UNREAD, ()), *((each, (rules,)) for each in _BY_OTHERS)):
        order = "outdated DESC, document DESC" if "outdated" in where else "rules DESC, document DESC"
        sql = f"SELECT id FROM article WHERE {where} ORDER BY {order} LIMIT ?"
        found += index.execute(sql, (*parameters, limit - len(found))).fetchall()
    return [number for (number,) in found]


def count_unnamed(index: sqlite3.Connection, rules: str | None) -> int:
    """How many articles `unnamed` would list without a limit; without `rules`, those that were never read."""
    asked = [(_UNREAD, ()), *((each, (rules,)) for each in _BY_OTHERS if rules is not None)]
    counts = (index.execute(f"SELECT count(*) FROM article WHERE {where}", each) for where, each in asked)
    return sum(int(count.fetchone()[0]) for count in counts)
