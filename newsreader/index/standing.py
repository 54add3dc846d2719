"""In which articles one thing stands, by the numbers of their documents, which are in the order of time.

So the thousands of articles of a frequent name are at hand before any of them is looked at.
"""

from __future__ import annotations

from typing import TYPE_CHECKING

from newsreader.index.appearing import Appearance
from newsreader.index.asking import Asker
from newsreader.index.claims import places_in
from newsreader.index.counting import listed
from newsreader.index.numbering import article_of, day_of

if TYPE_CHECKING:
    from collections.abc import Sequence
    from datetime import date

    from newsreader.index.rows import Rows
    from newsreader.query.conditions import Condition

_DOCUMENTS = "SELECT appearance.document FROM appearance"
_ARTICLES = f"{_DOCUMENTS} JOIN article ON article.document = appearance.document"
# In one row: for each row SQLite hands over, Python may let another thread go first, and for thousands it does.
_NUMBERS = "SELECT coalesce(group_concat(document, ' '), '') FROM ({} ORDER BY appearance.document DESC)"


class Standings:
    """Asks the index where things stand. Everything may raise `IndexFileError`, or `Interrupted`."""

    def __init__(self, rows: Rows, today: date) -> None:
        """Take the index; ages in queries count from `today`."""
        self._rows = rows
        self._today = today

    def documents(self, thing: int, condition: Condition | None = None) -> Sequence[int]:
        """The numbers of the documents of all articles that a condition finds with a thing, the newest first."""
        parameters: tuple[object, ...]
        if condition is None:
            sql, parameters = f"{_DOCUMENTS} WHERE name = ?", (thing,)
        else:
            where = Asker(self._today).asked(condition)
            sql, parameters = f"{_ARTICLES} WHERE appearance.name = ? AND {where.sql}", (thing, *where.parameters)
        ((numbers,),) = self._rows.all(_NUMBERS.format(sql), parameters)
        return sorted(map(int, numbers.split()), reverse=True)

    def appearances(self, thing: int, documents: Sequence[int]) -> list[Appearance]:
        """Where a thing stands in some documents, the newest first."""
        rows = self._rows.all(
            f"""
            SELECT document, claim.shown, forms, places FROM bearer JOIN claim ON claim.bearer = bearer.id
            WHERE bearer.name = ? AND document IN ({listed(documents)}) ORDER BY document DESC, claim.shown
            """,
            (thing,),
        )
        return [
            Appearance(article_of(document), day_of(document), shown, tuple(forms.split("\n")), places_in(places))
            for document, shown, forms, places in rows
        ]

    def forms(self, thing: int, limit: int) -> tuple[str, ...]:
        """What a thing is called besides its name, what most articles call it first."""
        sql = "SELECT form FROM other_form WHERE name = ? ORDER BY articles DESC, form LIMIT ?"
        return tuple(form for (form,) in self._rows.all(sql, (thing, limit)))
