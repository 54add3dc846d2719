"""What an index does not know yet: whether the library has more, and which articles were not read for names."""

from __future__ import annotations

from typing import TYPE_CHECKING

if TYPE_CHECKING:
    import sqlite3

    from newsreader.store.standing import Standing

_KNOWN = """
SELECT change, said, gazetteer_version, visited, EXISTS (SELECT 1 FROM article WHERE outdated = 1) FROM state
"""

_BY_OTHERS = "(rules IS NOT ? OR outdated)"
"""That names are not known, or by other rules, or not as the person corrected them since."""


def is_current(index: sqlite3.Connection, standing: Standing) -> bool:
    """Whether `following.follow` would find nothing to do."""
    known = index.execute(_KNOWN).fetchone()
    return bool(known == (standing.change, standing.said, version_of(standing.gazetteer), standing.visited, 0))


def version_of(gazetteer: tuple[int, int]) -> str:
    """How the index keeps which version of the gazetteer it knows."""
    return f"[{gazetteer[0]}, {gazetteer[1]}]"


def unnamed(index: sqlite3.Connection, rules: str, limit: int) -> list[int]:
    """The articles whose names are not known yet, or only by other `rules`, the newest first."""
    found = index.execute(
        "SELECT id FROM article WHERE rules IS NULL ORDER BY document DESC LIMIT ?", (limit,)
    ).fetchall()
    if not found:
        found = index.execute(
            f"SELECT id FROM article WHERE {_BY_OTHERS} ORDER BY document DESC LIMIT ?", (rules, limit)
        ).fetchall()
    return [number for (number,) in found]


def count_unnamed(index: sqlite3.Connection, rules: str | None) -> int:
    """How many articles `unnamed` would list without a limit; without `rules`, those that were never read."""
    where = "rules IS NULL" if rules is None else _BY_OTHERS
    row = index.execute(f"SELECT count(*) FROM article WHERE {where}", () if rules is None else (rules,)).fetchone()
    return int(row[0])
