"""Whether something is what a query asks for."""

from __future__ import annotations

from dataclasses import dataclass, field
from datetime import date, timedelta
from functools import cached_property, lru_cache
from typing import TYPE_CHECKING

from newsreader.query.conditions import And, Condition, Field, Near, Not, Or, Saved, Term, Words
from newsreader.query.days import Days, day_of_age, days_in
from newsreader.query.fields import FIELDS, Takes
from newsreader.query.wording import words

if TYPE_CHECKING:
    from collections.abc import Iterable, Mapping, Sequence


@dataclass(frozen=True)
class Findable:
    """Something that can be found: texts that may have the words, and the values of its fields."""

    texts: tuple[str, ...]
    values: Mapping[str, Iterable[str]] = field(default_factory=dict)
    """By the name of the field; one that is missing has none."""
    days: Mapping[str, Iterable[Days]] = field(default_factory=dict)
    """The days of fields that take days."""
    paragraphs: Sequence[Findable] = ()
    """Its paragraphs, if it has any."""

    @cached_property
    def words(self) -> tuple[list[str], ...]:
        """The words of each text."""
        return tuple(map(words, self.texts))


def holds(condition: Condition | None, thing: Findable, today: date) -> bool:
    """Whether a thing is what is asked for; ages count from `today`."""
    match condition:
        case None:
            return True
        case Near(part):
            return any(holds(part, each, today) for each in thing.paragraphs)
        case Saved(_, part):
            return holds(part, thing, today)
        case Words(term):
            return any(_has(text, term) for text in thing.words)
        case Field(name, terms):
            return any(_field_has(name, term, thing, today) for term in terms)
        case Not(part):
            return not holds(part, thing, today)
        case And(parts):
            return all(holds(part, thing, today) for part in parts)
        case Or(parts):
            return any(holds(part, thing, today) for part in parts)


def _field_has(name: str, term: Term, thing: Findable, today: date) -> bool:
    kind = FIELDS[name]
    if kind.takes in (Takes.DAYS, Takes.AGE):
        span = span_of(name, term, today)
        just = term.whole and kind.asks == "on"
        return span is not None and any(span == x if just else span.meets(x) for x in thing.days.get(kind.asks, ()))
    whole = term.whole or kind.takes is not Takes.WORDS
    return any(_has(words(value), term, whole=whole) for value in thing.values.get(name, ()))


def span_of(name: str, term: Term, today: date) -> Days | None:
    """The days that a value of a field asks for; None if it names none."""
    if FIELDS[name].takes is Takes.DAYS:
        return days_in(term.text, today)
    day = day_of_age(term.text, today)
    if day is None:
        return None
    return Days(day, None) if name == "newer" else Days(None, day - timedelta(days=1) if day > date.min else day)


def _has(text: Sequence[str], term: Term, *, whole: bool = False) -> bool:
    """Whether the words of a term stand in a text one behind the other; as a `whole`, from its beginning to its end."""
    *before, last = _words_of(term)
    if not whole and not before:
        return any(word.startswith(last) for word in text) if term.begins else last in text
    size = len(before)
    for at in range(1 if whole else len(text) - size):
        here = text[at : at + size + 1]
        if len(here) > size and list(here[:size]) == before:
            ends = here[size].startswith(last) if term.begins else here[size] == last
            if ends and (not whole or term.begins or len(text) == size + 1):
                return True
    return False


@lru_cache(maxsize=512)
def _words_of(term: Term) -> tuple[str, ...]:
    return tuple(words(term.text))
