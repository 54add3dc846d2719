"""Puts a query into SQL over the tables of the index."""

from __future__ import annotations

from dataclasses import dataclass, field
from typing import TYPE_CHECKING

from newsreader.index.content import FIELD_OF
from newsreader.query.conditions import And, Condition, Field, Not, Or, Term, Words
from newsreader.query.fields import FIELDS, READ, Takes
from newsreader.query.matching import span_of
from newsreader.query.wording import words

if TYPE_CHECKING:
    from datetime import date

_CATEGORY = {name: category.value for category, name in FIELD_OF.items()}
_TEXTS = {"title": "title", "source": "source", "author": "byline", "url": "location"}
"""The columns of `article` for fields whose words are in columns of the same names as the fields."""
_STATES = {
    "unread": "article.progress <= 0",
    "begun": f"article.progress > 0 AND article.progress < {READ}",
    "read": f"article.progress >= {READ}",
}
_IN_WORDS = "article.document IN (SELECT rowid FROM word WHERE word MATCH ?)"


@dataclass(slots=True)
class Asked:
    """An expression of SQL over a row of `article`, and its parameters in their order."""

    sql: str
    parameters: list[object] = field(default_factory=list)


def asked(condition: Condition | None, today: date) -> Asked:
    """The expression that holds for the articles that a condition finds; ages count from `today`."""
    match condition:
        case None:
            return Asked("1")
        case Words(term):
            return Asked(_IN_WORDS, [match_of(term)])
        case Field(name, terms):
            return _joined("OR", [_value(name, term, today) for term in terms])
        case Not(part):
            inner = asked(part, today)
            return Asked(f"NOT ({inner.sql})", inner.parameters)
        case And(parts) | Or(parts):
            return _joined("AND" if isinstance(condition, And) else "OR", [asked(each, today) for each in parts])


def match_of(term: Term) -> str:
    """The words of a term as the full-text index takes them."""
    return f'"{" ".join(words(term.text))}"{"*" if term.begins else ""}'


def _joined(operator: str, parts: list[Asked]) -> Asked:
    sql = f" {operator} ".join(f"({each.sql})" for each in parts)
    return Asked(sql, [parameter for each in parts for parameter in each.parameters])


def _value(name: str, term: Term, today: date) -> Asked:
    kind = FIELDS[name]
    if kind.takes in (Takes.DAYS, Takes.AGE):
        return _in_days(kind.asks, name, term, today)
    if name in _TEXTS:
        return _in_text(name, term)
    if name == "name" or name in _CATEGORY:
        return _named(term, _CATEGORY.get(name))
    if name == "is":
        return Asked(_STATES[term.text])
    if name == "has":
        return Asked("article.notes > 0")
    return Asked("coalesce(lower(article.language) = ?, 0)", [term.text.lower()])


def _in_text(name: str, term: Term) -> Asked:
    """Words of one column; that they are the whole of it is looked at afterwards, in what little is left."""
    sought = f"{name} : {match_of(term)}"
    if not term.whole:
        return Asked(_IN_WORDS, [sought])
    return Asked(f"{_IN_WORDS} AND is_whole(article.{_TEXTS[name]}, ?)", [sought, " ".join(words(term.text))])


def _named(term: Term, category: str | None) -> Asked:
    """Names one of whose forms, over all articles, has the words."""
    which = "words = ?" if term.whole else "id IN (SELECT rowid FROM form_word WHERE form_word MATCH ?)"
    sought = " ".join(words(term.text)) if term.whole else match_of(term)
    of = "" if category is None else " AND name IN (SELECT id FROM name WHERE category = ?)"
    return Asked(
        f"article.id IN (SELECT article FROM appearance WHERE name IN (SELECT name FROM form WHERE {which}){of})",
        [sought, *([] if category is None else [category])],
    )


def _in_days(asks: str, name: str, term: Term, today: date) -> Asked:
    span = span_of(name, term, today)
    if span is None:
        return Asked("0")
    first, last = str(span.first or "0001-01-01"), str(span.last or "9999-12-31")
    if asks == "on":
        return Asked("article.id IN (SELECT article FROM days WHERE first <= ? AND last >= ?)", [last, first])
    column = "article.published" if asks == "published" else "substr(article.added, 1, 10)"
    return Asked(f"coalesce({column} BETWEEN ? AND ?, 0)", [first, last])
