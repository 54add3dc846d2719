"""Puts a query into SQL over the tables of the index."""

from __future__ import annotations

from dataclasses import dataclass, field, replace
from typing import TYPE_CHECKING

from newsreader.category import Category
from newsreader.index.numbering import CODES, first_document, last_document
from newsreader.index.words_sought import TEXTS, match_of, needed, split, split_with_paragraphs
from newsreader.query.conditions import And, Condition, Field, Near, Not, Or, Saved, Term, Words
from newsreader.query.fields import FIELD_OF, FIELDS, Takes
from newsreader.query.matching import span_of
from newsreader.query.printing import written
from newsreader.query.wording import words

if TYPE_CHECKING:
    from collections.abc import Callable, Iterable
    from datetime import date

HAS_PARAGRAPH = "has_paragraph"
"""A function of SQL: of the number of an article, that of its document, and a query about a paragraph."""

MOST_JOINED = 50
"""Expressions that are joined in one; more are joined in groups, for SQLite takes none that is 1,000 operators deep."""

CATEGORY = {name: category.value for category, name in FIELD_OF.items()}
"""The category of names for each field that asks for them."""
_STATES = ("unread", "begun", "read")
_IN_WORDS = "article.document IN (SELECT rowid FROM word WHERE word MATCH ?)"
_HAS_WORDS = "EXISTS (SELECT 1 FROM word WHERE word MATCH ? AND rowid = article.document)"
"""The same, looked up article by article: quicker where most of those that are looked at first have the words."""

_HAS_PARAGRAPH = f"{HAS_PARAGRAPH}(article.id, article.document, ?)"

# There are far fewer spans of days than articles that have one, so that going through all of them takes no time.
_ON = """
article.document IN (SELECT document FROM dated WHERE span IN (SELECT id FROM span WHERE first <= ? AND last >= ?))
"""
# Few articles do not say their day, and those that do need not be looked at.
_UNDATED = "SELECT document FROM article WHERE published IS NULL AND document BETWEEN ? AND ?"
_BETWEEN = "article.document BETWEEN"
_ON_JUST = _ON.replace("first <= ? AND last >= ?", "first = ? AND last = ?")


@dataclass(frozen=True, slots=True)
class Once:
    """That a part holds, but of the articles of one story only for the fullest of those for which it does."""

    part: Condition | None


_NOTHING: Callable[[Asked], bool] = lambda _: False  # noqa: E731

Listed = Condition | Once | None
"""What a list of articles can be asked for."""


@dataclass(slots=True)
class Asked:
    """An expression of SQL over a row of `article`, and its parameters in their order."""

    sql: str
    parameters: list[object] = field(default_factory=list)


@dataclass(frozen=True, slots=True)
class Asker:
    """Puts conditions into SQL; ages count from `today`.

    `is_common` says of an expression for numbers of documents whether it has so many that it is better looked up
    article by article whether a document is among them.
    """

    today: date
    is_common: Callable[[Asked], bool] = _NOTHING

    def counted(self, condition: Listed) -> tuple[Asked, Asked | None]:
        """What is to be counted in place of what `asked` gives, and what is to be taken off that, if anything is.

        All articles of the stories are counted, which needs no look at any, and then those that `Once` leaves out.
        """
        if not isinstance(condition, Once):
            return self.asked(condition), None
        inner = self.asked(condition.part)
        told = Asked(f"article.story IS NOT NULL AND ({inner.sql})", inner.parameters)
        return inner, _joined("AND", [told, _has_fuller(inner)])

    def asked(self, condition: Listed) -> Asked:
        """The expression that holds for the articles that a condition finds."""
        match condition:
            case None:
                return Asked("1")
            case Once(part):
                inner = self.asked(part)
                return _once(inner, inner)
            case Saved(_, part):
                return self.asked(part)
        sought, rest = split(condition)
        if sought:
            others = [] if rest is None else [self.asked(rest)]
            return _joined("AND", [self._in_words(sought), *others])
        return self._apart_from_words(condition)

    def _apart_from_words(self, condition: Condition) -> Asked:
        match condition:
            case Words(term):
                return self._in_words(match_of(term))
            case Field(name, terms):
                return _joined("OR", [self._value(name, term) for term in terms])
            case Near(part):
                return self._near(part)
            case Not(part):
                # Where most articles have what is not wanted, all would be looked up until there are enough others.
                inner = replace(self, is_common=_NOTHING).asked(part)
                return Asked(f"NOT ({inner.sql})", inner.parameters)
            case Or(parts):
                return _joined("OR", [self.asked(each) for each in parts])
            case And(parts):
                return _joined("AND", [self.asked(each) for each in parts])
            case Saved(_, part):
                return self.asked(part)

    def _near(self, part: Condition) -> Asked:
        """That a paragraph is what is asked for; of no more articles than need be the text is looked at."""
        may = self.asked(needed(part))
        # SQLite is free to ask in any order but for that of a CASE.
        has = f"CASE WHEN ({may.sql}) THEN {_HAS_PARAGRAPH} ELSE 0 END"
        return Asked(f"({may.sql}) AND {has}", [*may.parameters, *may.parameters, _paragraph(part)])

    def beside_words(self, condition: Listed) -> Asked:
        """The same for articles that are `sought_by` the condition in the full-text index."""
        if isinstance(condition, Once):
            return _once(self.beside_words(condition.part), self.asked(condition.part))
        _, parts = split_with_paragraphs(condition)
        near = [Asked(_HAS_PARAGRAPH, [_paragraph(each.part)]) for each in parts if isinstance(each, Near)]
        # Articles whose texts have to be looked at come last.
        others = [self.asked(each) for each in parts if not isinstance(each, Near)]
        # Of days, the full-text index need then give no others.
        others = [replace(each, sql=each.sql.replace(_BETWEEN, "word.rowid BETWEEN")) for each in others]
        return _joined("AND", [*others, *near]) if parts else Asked("1")

    def _in_words(self, sought: str) -> Asked:
        return Asked(_HAS_WORDS if self.is_common(with_words(sought)) else _IN_WORDS, [sought])

    def _value(self, name: str, term: Term) -> Asked:
        if name == "is" and term.text in _STATES:
            many = self.is_common(Asked("SELECT document FROM article WHERE state = ?", [term.text]))
            # With the plus sign, SQLite does not think of the index of states, which would have them put in order.
            return Asked(f"{'+' if many else ''}article.state = ?", [term.text])
        if name == "is" and term.text == "story":
            told = Asked("SELECT document FROM article WHERE story IS NOT NULL")
            return Asked("article.story IS NOT NULL" if self.is_common(told) else f"article.document IN ({told.sql})")
        if name != "name" and name not in CATEGORY:
            return _value(name, term, self.today)
        names = named(term, CATEGORY.get(name))
        documents = Asked(f"SELECT document FROM appearance WHERE name IN ({names.sql})", names.parameters)
        if self.is_common(documents):
            return Asked(f"EXISTS ({documents.sql} AND document = article.document)", names.parameters)
        return Asked(f"article.document IN ({documents.sql})", names.parameters)


def _paragraph(part: Condition) -> str:
    """What is asked of a paragraph, for SQL; what is no UTF-8 is no word either."""
    return written(part).encode("utf-8", "replace").decode()


def with_words(sought: str) -> Asked:
    """The documents that have the words."""
    return Asked("SELECT rowid FROM word WHERE word MATCH ?", [sought])


def among(documents: Iterable[object]) -> Asked:
    """That an article is one of these documents."""
    return Asked(f"article.document IN ({','.join(map(str, documents))})")


def _once(inner: Asked, of_all: Asked) -> Asked:
    """That something holds, and not for a fuller article of the story; `of_all` is what holds, however it is asked."""
    fuller = _has_fuller(of_all)
    return Asked(
        f"({inner.sql}) AND (article.story IS NULL OR NOT {fuller.sql})", [*inner.parameters, *fuller.parameters]
    )


def _has_fuller(asked: Asked) -> Asked:
    """That there is a fuller article of the story of which something holds."""
    return Asked(
        "EXISTS (SELECT 1 FROM article AS twin WHERE twin.story = article.story AND twin.place < article.place "
        f"AND ({asked.sql.replace('article.', 'twin.')}))",
        asked.parameters,
    )


def sought_by(condition: Listed) -> str:
    """What the full-text index can say of all found articles, as it is asked; empty if that is nothing."""
    return split_with_paragraphs(plain(condition))[0]


def plain(condition: Listed) -> Condition | None:
    """The condition, whether of one story one article is listed or all."""
    return plain(condition.part) if isinstance(condition, Once) else condition


def _joined(operator: str, parts: list[Asked]) -> Asked:
    while len(parts) > MOST_JOINED:
        parts = [_joined(operator, parts[at : at + MOST_JOINED]) for at in range(0, len(parts), MOST_JOINED)]
    sql = f" {operator} ".join(f"({each.sql})" for each in parts)
    return Asked(sql, [parameter for each in parts for parameter in each.parameters])


def _value(name: str, term: Term, today: date) -> Asked:
    kind = FIELDS[name]
    if kind.takes in (Takes.DAYS, Takes.AGE):
        return _in_days(kind.asks, name, term, today)
    if name in TEXTS:
        return _in_text(name, term)
    if name == "is" and term.text == "new":
        return Asked("article.added > (SELECT visited FROM state)")
    if name == "note":
        return _in_notes(term)
    if name == "lang":
        return _is_label("lower(replace(article.language, '-', ' '))", term)
    return _labelled(name, term)


def _labelled(name: str, term: Term) -> Asked:
    """What few articles have, with the whole value, or its beginning."""
    is_value = _is_label("value", term)
    return Asked(
        f"article.id IN (SELECT article FROM label WHERE field = ? AND {is_value.sql})", [name, *is_value.parameters]
    )


def _is_label(value: str, term: Term) -> Asked:
    sought = " ".join(words(term.text))
    if term.begins:
        return Asked(f"coalesce({value} BETWEEN ? AND ? || char(1114111), 0)", [sought, sought])
    return Asked(f"coalesce({value} = ?, 0)", [sought])


def _in_notes(term: Term) -> Asked:
    """Words of one note."""
    if term.whole:
        return Asked("article.id IN (SELECT article FROM note WHERE words = ?)", [" ".join(words(term.text))])
    which = "SELECT rowid FROM note_word WHERE note_word MATCH ?"
    return Asked(f"article.id IN (SELECT article FROM note WHERE id IN ({which}))", [match_of(term)])


def _in_text(name: str, term: Term) -> Asked:
    """Words of one column; that they are the whole of it is looked at afterwards, in what little is left."""
    sought = f"{name} : {match_of(term)}"
    if not term.whole:
        return Asked(_IN_WORDS, [sought])
    return Asked(f"{_IN_WORDS} AND is_whole(article.{TEXTS[name]}, ?)", [sought, " ".join(words(term.text))])


def named(term: Term, category: str | None) -> Asked:
    """The numbers of names one of whose forms, over all articles, has the words."""
    which = "words = ?" if term.whole else "id IN (SELECT rowid FROM form_word WHERE form_word MATCH ?)"
    sought = " ".join(words(term.text)) if term.whole else match_of(term)
    of = "" if category is None else f" AND name % {len(CODES)} = ?"
    return Asked(
        f"SELECT name FROM form WHERE {which}{of}", [sought, *([] if category is None else [CODES[Category(category)]])]
    )


def _in_days(asks: str, name: str, term: Term, today: date) -> Asked:
    span = span_of(name, term, today)
    if span is None:
        return Asked("0")
    first, last = str(span.first or "0001-01-01"), str(span.last or "9999-12-31")
    if asks == "on":
        return Asked(_ON_JUST, [first, last]) if term.whole else Asked(_ON, [last, first])
    if asks == "added":
        return Asked("article.added BETWEEN ? AND ? || 'U'", [first, last])
    # Documents are numbered by day, and the day of an article is that of its publication where there is one.
    documents: list[object] = [first_document(first), last_document(last)]
    return Asked(f"{_BETWEEN} ? AND ? AND article.document NOT IN ({_UNDATED})", documents * 2)
