"""What of a condition the full-text index can answer by itself, in its own language."""

from __future__ import annotations

from typing import TYPE_CHECKING

from newsreader.query.conditions import And, Condition, Field, Near, Not, Or, Saved, Term, Words, either, every
from newsreader.query.wording import words

if TYPE_CHECKING:
    from collections.abc import Iterator, Sequence

TEXTS = {"title": "title", "source": "source", "author": "byline", "url": "location"}
"""The fields whose words have a column in the full-text index, with the columns of `article` that they come from."""

MOST_OPERATORS = 60
"""Of an expression for the full-text index, which takes none that is nested too deeply."""


def match_of(term: Term) -> str:
    """The words of a term as the full-text index takes them."""
    return f'"{" ".join(words(term.text))}"{"*" if term.begins else ""}'


def split(condition: Condition | None) -> tuple[str, Condition | None]:
    """What all found articles have in the full-text index, empty if that is nothing; and what else must hold."""
    parts = condition.parts if isinstance(condition, And) else () if condition is None else (condition,)
    known = [each for each in parts if _matched(each) or (isinstance(each, Not) and _matched(each.part))]
    sought = _all_of(known)
    if not sought or sought.count("(") > MOST_OPERATORS:
        return "", condition
    return sought, every(tuple(each for each in parts if each not in known))


def split_with_paragraphs(condition: Condition | None) -> tuple[str, tuple[Condition, ...]]:
    """The same, with what the index can say of articles with a paragraph that is asked for; and the other parts."""
    parts = condition.parts if isinstance(condition, And) else () if condition is None else (condition,)
    near = [words_needed for each in parts if isinstance(each, Near) if (words_needed := needed(each.part))]
    sought, rest = split(every((*parts, *near)))
    left = rest.parts if isinstance(rest, And) else () if rest is None else (rest,)
    return sought, left


def needed(condition: Condition) -> Condition | None:
    """What an article surely has of which one paragraph is what a condition asks for; None if that is nothing."""
    match condition:
        case Words() | Field():
            return condition
        case And(parts):
            return every(tuple(each for part in parts if (each := needed(part)) is not None))
        case Or(parts):
            all_of = [needed(part) for part in parts]
            return None if None in all_of else either(tuple(filter(None, all_of)))
        case Near() | Saved() | Not():
            return None


def wanted(condition: Condition | None) -> Iterator[str]:
    """The words that make an article fit the better the oftener they stand there."""
    match condition:
        case Words() | Field():
            yield from filter(None, [_matched(condition)])
        case And(parts) | Or(parts):
            for part in parts:
                yield from wanted(part)
        case _:
            pass


def _matched(condition: Condition) -> str:
    """A condition for the full-text index; empty if that cannot answer it."""
    match condition:
        case Words(term):
            return match_of(term)
        case Field(name, terms) if name in TEXTS and not any(each.whole for each in terms):
            return _any_of([f"{name} : {match_of(each)}" for each in terms])
        case Or(parts):
            return _any_of([_matched(each) for each in parts])
        case And(parts):
            return _all_of(parts)
        case _:
            return ""


def _any_of(parts: Sequence[str]) -> str:
    return "" if "" in parts else f"({' OR '.join(parts)})"


def _all_of(parts: Sequence[Condition]) -> str:
    positive = [_matched(each) for each in parts if not isinstance(each, Not)]
    negative = [_matched(each.part) for each in parts if isinstance(each, Not)]
    if not positive or "" in positive or "" in negative:
        return ""
    return f"({' AND '.join(positive)})" + (f" NOT {_any_of(negative)}" if negative else "")
