"""What a rule of the grammar is, and what all rules give their values with."""

from __future__ import annotations

import re
from collections.abc import Callable
from dataclasses import dataclass, replace

from newsreader.entity import TimeValue
from newsreader.languages.english.dates.context import Context

STATED = "the text says so"
"""The reason of a value that names its own place on the calendar."""

UNKNOWN_DATE = "the article’s date is not known"

Reader = Callable[["re.Match[str]", Context], TimeValue | None]
"""Gives the value of a match, or None when it is no time expression after all."""


@dataclass(frozen=True, slots=True)
class Rule:
    """One class of time expression: how it looks and how it is read. The docstring of `read` gives its reason."""

    name: str
    example: str
    """A sentence of news that reads otherwise without the rule."""
    pattern: re.Pattern[str]
    read: Reader
    needs: tuple[str, ...] = ()
    """Pieces in lower case one of which every match has; looking for them is many times quicker than for a pattern."""


def rule(name: str, example: str, pattern: str, read: Reader, *, needs: str = "") -> Rule:
    """Compile a rule: a blank in `pattern` stands for any white space, ` ?` for none or any.

    Case does not matter but where a fragment says so, and a match neither starts nor ends inside a word. `needs` are
    the pieces that `Rule.needs` has, with blanks between them.
    """
    spaced = pattern.replace(" ?", r"\s*").replace(" ", r"\s+")
    return Rule(
        name, example, re.compile(rf"(?<![\w$€£])(?:{spaced})(?!\w)", re.IGNORECASE), read, tuple(needs.split())
    )


def explained(value: TimeValue | None, anchor: str, reason: str, confidence: float = 1.0) -> TimeValue | None:
    """The value with what it was resolved from and why."""
    return value and replace(value, anchor=anchor, reason=reason, confidence=confidence)


def from_article(value: TimeValue | None, context: Context, confidence: float = 1.0) -> TimeValue | None:
    """The value as one that was counted from the article’s date."""
    return explained(value, "dct", f"counted from the article’s date, {context.dct}", confidence)


def symbolic(value: str, granularity: str, kind: str = "DATE", reason: str = UNKNOWN_DATE) -> TimeValue:
    """A value that has no place on the calendar: references, and what is relative to an unknown date."""
    return TimeValue(kind, value, granularity=granularity, reason=reason)


MODIFIERS = {
    "early": "START",
    "beginning": "START",
    "start": "START",
    "mid": "MID",
    "middle": "MID",
    "late": "END",
    "end": "END",
    "around": "APPROX",
    "about": "APPROX",
    "roughly": "APPROX",
    "approximately": "APPROX",
    "circa": "APPROX",
    "some": "APPROX",
    "more": "MORE_THAN",
    "over": "MORE_THAN",
    "less": "LESS_THAN",
    "fewer": "LESS_THAN",
    "under": "LESS_THAN",
    "nearly": "LESS_THAN",
    "almost": "LESS_THAN",
    "least": "EQUAL_OR_MORE",
    "most": "EQUAL_OR_LESS",
    "up": "EQUAL_OR_LESS",
}
"""The TIMEX3 `mod` of the words that change a value."""

MOD = (
    r"(?:(?P<mod>(?:the )?(?:very )?(?:end|beginning|start|middle) of|early|mid|late|around|about|roughly|"
    r"approximately|circa)(?: in)?(?:-| ))?"
)
"""An optional modifier before a calendar expression, as the group `mod`."""


def modified(value: TimeValue | None, words: str | None) -> TimeValue | None:
    """The value with the modifier that `words` (`the end of`, `more than`) stand for."""
    found = next((MODIFIERS[word] for word in re.findall(r"[a-z]+", (words or "").lower()) if word in MODIFIERS), None)
    return replace(value, mod=found) if value and found else value
