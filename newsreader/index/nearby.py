"""Looks at the paragraphs of articles, which the index does not keep: whether one of them is what is asked for.

The index says which few articles may have such a paragraph; their texts are the library's.
"""

from __future__ import annotations

from functools import lru_cache
from typing import TYPE_CHECKING

from newsreader.article import ParagraphKind
from newsreader.entity import Category
from newsreader.index.numbering import numbers_in
from newsreader.query.conditions import And, Condition, Words, fields_of
from newsreader.query.fields import FIELD_OF, IN_PARAGRAPHS
from newsreader.query.matching import Findable, holds
from newsreader.query.parser import parse
from newsreader.query.wording import folded, words

if TYPE_CHECKING:
    import sqlite3
    from collections.abc import Iterator, Sequence
    from datetime import date

    from newsreader.article import Article
    from newsreader.index.stored import StoredArticles

MOST_KEPT = 100_000
"""Answers that are kept, so that what was listed need not be read again to be counted."""

Name = tuple[Category, int, list[str]]
"""Category and number of a name, and the words of the forms that it has in one article."""


class Paragraphs:
    """Answers `has_paragraph` for one index."""

    def __init__(self, index: sqlite3.Connection, stored: StoredArticles, today: date) -> None:
        self._index = index
        self._stored = stored
        self._today = today
        self._known: dict[tuple[int, str], bool] = {}

    def has(self, article: int, document: int, asked: str) -> bool:
        """Whether a paragraph of the article is what `asked` says, as `printing.written` has it."""
        condition = _read(asked)
        if fields_of(condition):
            return self._look(article, document, condition)  # names come and go without the text being another
        if (found := self._known.get((document, asked))) is None:
            if len(self._known) >= MOST_KEPT:
                self._known.clear()
            found = self._known[document, asked] = self._look(article, document, condition)
        return found

    def _look(self, article: int, document: int, condition: Condition | None) -> bool:
        found = self._stored.find(article)
        if found is None:
            return False
        names = self._names(document) if fields_of(condition) else []
        required = _required(condition)
        return any(
            holds(condition, self._paragraph(each, names), self._today)
            for each in texts(found)
            if _may_have(each, required)
        )

    def _paragraph(self, text: str, names: Sequence[Name]) -> Findable:
        padded = f" {_in_words(text)} "
        values: dict[str, list[str]] = {}
        for category, name, here in names:
            if any(f" {form} " in padded for form in here):
                for field in (FIELD_OF[category], "name"):
                    values.setdefault(field, []).extend(self._forms(name))
        return Findable((text,), values)

    def _names(self, document: int) -> list[Name]:
        row = self._index.execute("SELECT names FROM named WHERE document = ?", (document,)).fetchone()
        numbers = [] if row is None else [*numbers_in(row[0])]
        rows = self._index.execute(
            f"""
            SELECT category, id, base, forms FROM name JOIN appearance ON appearance.name = id
            WHERE id IN ({",".join(map(str, numbers))}) AND document = ?
            """,
            (document,),
        )
        return [
            (
                Category(kind),
                number,
                [" ".join(words(form)) for form in (name, *(forms or "").split("\n")) if words(form)],
            )
            for kind, number, name, forms in rows.fetchall()
        ]

    def _forms(self, name: int) -> list[str]:
        return [form for (form,) in self._index.execute("SELECT words FROM form WHERE name = ?", (name,)).fetchall()]


def texts(article: Article) -> Iterator[str]:
    """The texts of the paragraphs in which something can be near something."""
    return (
        article.text[each.start : each.end] for each in article.paragraphs if each.kind is not ParagraphKind.FURNITURE
    )


def _in_words(text: str) -> str:
    return " ".join(words(text))


def _may_have(text: str, required: Sequence[str]) -> bool:
    """Whether a text may have the words; a quick look that spares most paragraphs a closer one."""
    whole = folded(text)
    return all(word in whole for word in required)


@lru_cache(maxsize=64)
def _required(condition: Condition | None) -> tuple[str, ...]:
    """Words that a paragraph surely has of which the condition holds, or that its words begin with."""
    parts = condition.parts if isinstance(condition, And) else (condition,)
    return tuple(word for part in parts if isinstance(part, Words) for word in words(part.term.text))


@lru_cache(maxsize=64)
def _read(asked: str) -> Condition | None:
    return parse(asked, IN_PARAGRAPHS).condition
