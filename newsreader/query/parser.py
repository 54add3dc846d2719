"""Reads a query. Whatever was typed is one: what is only half typed asks for nothing yet, a mistake says what it is."""

from __future__ import annotations

import re
from datetime import date
from typing import TYPE_CHECKING

from newsreader.query import days, saved
from newsreader.query.conditions import Condition, Field, Mistake, Near, Not, Query, Saved, Term, Words, either, every
from newsreader.query.fields import FIELDS, IN_PARAGRAPHS, FieldKind, Takes, field_called, names
from newsreader.query.wording import words

if TYPE_CHECKING:
    from collections.abc import Collection, Mapping

DEEPEST = 10
"""Parentheses within parentheses; beyond them they are read as if they were not there.

SQLite keeps a hundred symbols in mind while it reads an expression, and each parenthesis takes up to five.
"""

LONGEST = 4_000
"""Characters of a query; what is behind them asks for nothing, so that no query is too much for an index."""

_ALIKE = 0.75
"""How much a name must be like that of a field to be taken for a slip (a ratio of `difflib`)."""

_BLANKS = re.compile(r"\s*")
_QUOTED = re.compile(r'"((?:[^"]|"")*)("?)(\*?)')
_WORD = re.compile(r'[^\s()"]+')
_VALUE = re.compile(r'[^\s()",]+')
_NAME = re.compile(r"([^\W\d_]+):")
_OPERATOR = re.compile(r"(AND|OR|NOT)(?![^\s()])")


def parse(
    query: str,
    known: Collection[str] = tuple(FIELDS),
    *,
    typing: bool = False,
    searches: Mapping[str, str] = saved.NONE,
) -> Query:
    """Read a query that may ask for the fields in `known`, and for what the saved `searches` do, by their names.

    While it is being typed, the word at its end may go on: it stands for all that begin so.
    """
    reader = _Reader(query[:LONGEST], known, saved.SavedQueries(searches), typing=typing)
    condition = reader.whole()
    if len(query) > LONGEST:
        sentence = f"A query has at most {LONGEST:,} characters; what is behind them is left out."
        reader.mistakes.append(Mistake(LONGEST, len(query), sentence))
    return Query(condition, tuple(reader.mistakes), reader.order)


class _Reader:
    """Goes through a query from left to right."""

    def __init__(self, query: str, known: Collection[str], searches: saved.SavedQueries, *, typing: bool) -> None:
        self._query = query
        self._known = known
        self._saved = searches
        self._typing = typing
        self._at = 0
        self._depth = 0
        self.mistakes: list[Mistake] = []
        self.order: str | None = None

    def whole(self) -> Condition | None:
        """All of it; a parenthesis that closes nothing divides nothing either."""
        parts = []
        while True:
            parts.append(self._alternatives())
            if self._peek() is None:
                return every(tuple(part for part in parts if part is not None))
            self._wrong(self._at, self._at + 1, "This “)” closes nothing.")
            self._at += 1

    def _alternatives(self) -> Condition | None:
        parts = [self._together()]
        while self._operator("OR"):
            parts.append(self._together())
        return either(tuple(part for part in parts if part is not None))

    def _together(self) -> Condition | None:
        parts = []
        while self._peek() not in (None, ")") and not self._operator("OR", take=False):
            if not self._operator("AND"):
                parts.append(self._perhaps_not())
        return every(tuple(part for part in parts if part is not None))

    def _perhaps_not(self) -> Condition | None:
        wanted = True
        while self._operator("NOT") or self._minus():
            wanted = not wanted
        if self._peek() in (None, ")"):
            return None
        part = self._one()
        return part if wanted or part is None else Not(part)

    def _one(self) -> Condition | None:
        if self._peek() == "(":
            return self._group()
        if found := _NAME.match(self._query, self._at):
            field = field_called(found[1])
            if field is not None and field.name in self._known:
                self._at = found.end()
                return self._field(field, found.start())
            if self._slip(found):
                self._pass_over(found.end())
                return None
        if self._query[self._at] == "#" and "tag" in self._known and self._query[self._at + 1 : self._at + 2].isalpha():
            self._at += 1
            return self._field(FIELDS["tag"], self._at - 1)
        term = self._term(_WORD)
        return Words(term) if words(term.text) else None

    def _group(self) -> Condition | None:
        self._at += 1
        self._depth += 1
        if self._depth > DEEPEST:
            self._depth -= 1
            return None
        inner = self._alternatives()
        self._depth -= 1
        if self._peek() == ")":
            self._at += 1
        return inner

    def _field(self, field: FieldKind, start: int) -> Condition | None:
        """What a field asks for; None while it has no values yet, or only wrong ones."""
        before = len(self.mistakes)
        asked = self._asked(field, start)
        if asked is None and field.name != "sort" and not self._typing and len(self.mistakes) == before:
            # Left out in silence, it would have an act done to more than was meant: tag:"$TAG" without a tag.
            self._wrong(start, self._at, f"“{field.name}:” asks for nothing as it stands here.")
        return asked

    def _asked(self, field: FieldKind, start: int) -> Condition | None:
        if field.takes is Takes.QUERY:
            return self._near()
        terms = self._values(field, start)
        if field.name == "sort":
            self.order = terms[0].text if terms else self.order
            return None
        if field.name == "search":
            return either(tuple(filter(None, (self._search(each, start) for each in terms))))
        return Field(field.name, terms) if terms else None

    def _near(self) -> Condition | None:
        """What a paragraph is to have: a group, or one word or phrase."""
        known, self._known = self._known, IN_PARAGRAPHS
        part: Condition | None = None
        if self._query.startswith("(", self._at):
            part = self._group()
        elif self._query.startswith('"', self._at) or _VALUE.match(self._query, self._at):
            term = self._term(_VALUE)
            part = Words(term) if words(term.text) else None
        self._known = known
        return None if part is None else Near(part)

    def _search(self, term: Term, start: int) -> Condition | None:
        """What a saved search asks for. What is wrong with it was said when it was saved."""
        name = self._saved.name(term.text)
        if name is None:
            if not (term.begins and self._typing and self._saved.has_beginning(term.text)):
                self._wrong(start, self._at, f"There is no saved search “{term.text}”{self._saved.hint()}.")
            return None
        if not self._saved.take():
            self._wrong(start, self._at, f"A query asks for at most {saved.MOST} saved searches.")
            return None
        inner = _Reader(self._saved.queries[name], self._known, self._saved.without(name), typing=False)
        inner._depth = self._depth
        return Saved(name, inner.whole())

    def _values(self, field: FieldKind, start: int) -> tuple[Term, ...]:
        terms = []
        while self._at < len(self._query) and not self._query[self._at].isspace():
            whole = self._query.startswith("=", self._at)
            self._at += whole
            before = self._at
            if self._query.startswith('"', before) or _VALUE.match(self._query, before):
                term = self._term(_VALUE, whole=whole)
                terms += [] if (checked := self._checked(field, term, start)) is None else [checked]
            if not self._query.startswith(",", self._at):
                break
            self._at += 1
        return tuple(dict.fromkeys(terms))

    def _term(self, unquoted: re.Pattern[str], *, whole: bool = False) -> Term:
        if found := _QUOTED.match(self._query, self._at):
            self._at = found.end()
            return Term(
                " ".join(found[1].replace('""', '"').split()), bool(found[3]) or (self._typing and not found[2]), whole
            )
        found = unquoted.match(self._query, self._at)
        assert found is not None
        self._at = found.end()
        begins = found[0].endswith("*") or (self._typing and found.end() == len(self._query))
        return Term(found[0].rstrip("*"), begins and not whole, whole)

    def _checked(self, field: FieldKind, term: Term, start: int) -> Term | None:
        """The value as the field takes it; None, and a mistake, if it does not."""
        if field.takes in (Takes.WORDS, Takes.LABEL):
            return term if words(term.text) else None
        if field.takes is Takes.CHOICE:
            return self._chosen(field, term, start)
        read = days.days_in if field.takes is Takes.DAYS else days.day_of_age
        if read(term.text, date.today()) is not None:
            return Term(term.text, whole=term.whole and field.name == "on")
        if not (term.begins and self._typing):
            example = "2024-06, 2024-06-19 or 2024-06..2024-08" if read is days.days_in else "2w, “3 months” or 2024-06"
            self._wrong(start, self._at, f"“{field.name}:” takes {example}, not “{term.text}”.")
        return None

    def _chosen(self, field: FieldKind, term: Term, start: int) -> Term | None:
        wanted = term.text.casefold()
        fitting = [each for each in field.choices if each.startswith(wanted)]
        exact = [each for each in fitting if each == wanted] or fitting
        if len(exact) == 1:
            return Term(str(exact[0]))
        if not (fitting and self._typing):
            choices = ", ".join(field.choices)
            self._wrong(start, self._at, f"“{field.name}:” is one of {choices}, not “{term.text}”.")
        return None

    def _pass_over(self, at: int) -> None:
        """Leave out the value of what is no field, which stands at that place."""
        self._at = at
        if self._query.startswith('"', at) or _WORD.match(self._query, at):
            self._term(_WORD)

    def _slip(self, found: re.Match[str]) -> bool:
        """Say so if the name before a colon is nearly a field's, or that of a field which is not known here."""
        import difflib  # a slip is rare, and this is loaded with the first panel that is filtered

        name = found[1].casefold()
        if field_called(name) is not None:
            here = ", ".join(f"{each}:" for each in self._known)
            self._wrong(found.start(), found.end(), f"“{found[1]}:” cannot be asked for here, but {here} can.")
        elif near := difflib.get_close_matches(name, names(self._known), n=1, cutoff=_ALIKE):
            self._wrong(found.start(), found.end(), f"There is no “{found[1]}:”; “{near[0]}:” was perhaps meant.")
        else:
            return False
        return True

    def _operator(self, operator: str, *, take: bool = True) -> bool:
        self._peek()
        found = _OPERATOR.match(self._query, self._at)
        if found is None or found[1] != operator:
            return False
        self._at += len(operator) * take
        return True

    def _minus(self) -> bool:
        behind = self._query[self._at + 1 : self._at + 2]
        if self._peek() != "-" or not behind.strip() or behind == ")":
            return False
        self._at += 1
        return True

    def _peek(self) -> str | None:
        """The next sign that is no blank; None at the end."""
        blanks = _BLANKS.match(self._query, self._at)
        assert blanks is not None
        self._at = blanks.end()
        return self._query[self._at] if self._at < len(self._query) else None

    def _wrong(self, start: int, end: int, sentence: str) -> None:
        self.mistakes.append(Mistake(start, end, sentence))
