"""Which of some articles are what a query asks for, and which came in last: for what is done with each article once."""

from __future__ import annotations

import json
from typing import TYPE_CHECKING

from newsreader.index.asking import Asker

if TYPE_CHECKING:
    from collections.abc import Collection
    from datetime import date

    from newsreader.index.rows import Rows
    from newsreader.query.conditions import Condition

_GIVEN = "id IN (SELECT value FROM json_each(?))"


class Arrivals:
    """Asks an index about articles by their numbers. Everything may raise `IndexFileError`, or `Interrupted`."""

    def __init__(self, rows: Rows, today: date) -> None:
        """Take the index; ages in queries count from `today`."""
        self._rows = rows
        self._asker = Asker(today)

    def after(self, number: int, limit: int) -> list[int]:
        """The `limit` articles that came in next after the one with that number."""
        return self._numbers("SELECT id FROM article WHERE id > ? ORDER BY id LIMIT ?", number, limit)

    def last(self, limit: int) -> list[int]:
        """The `limit` articles that came in last, the last one first."""
        return self._numbers("SELECT id FROM article ORDER BY id DESC LIMIT ?", limit)

    def named(self, articles: Collection[int]) -> list[int]:
        """Those of the articles that were read for names."""
        return self._numbers(f"SELECT id FROM article WHERE {_GIVEN} AND rules IS NOT NULL", json.dumps([*articles]))

    def found(self, condition: Condition | None, articles: Collection[int]) -> list[int]:
        """Those of the articles that a condition finds."""
        where = self._asker.asked(condition)
        sql = f"SELECT id FROM article WHERE {_GIVEN} AND ({where.sql}) ORDER BY id"
        return self._numbers(sql, json.dumps([*articles]), *where.parameters)

    def _numbers(self, sql: str, *parameters: object) -> list[int]:
        return [number for (number,) in self._rows.all(sql, parameters)]
