"""What a rule of the grammar is, and what it may look at to read an expression."""

from __future__ import annotations

import re
from collections.abc import Callable
from dataclasses import dataclass, replace
from datetime import date
from functools import lru_cache

from newsreader.entity import TimeValue
from newsreader.languages.english.sentences import sentence_at

UNKNOWN_DATE = "the article’s date is not known"


@dataclass(frozen=True, slots=True)
class Context:
    """Where an expression stands.

    `text` is the paragraph, `start` and `end` the expression in it in code points. `dct` is the article's date.
    `history` are the last values before it in the article that have a place on the calendar, latest last, and
    `spoken_year` is the year in which what the paragraph tells of here took place, if it said so in figures.
    """

    text: str
    start: int
    end: int
    dct: date | None
    history: tuple[TimeValue, ...] = ()
    spoken_year: int | None = None

    def before(self, length: int = 40) -> str:
        """The text that precedes the expression in its sentence, at most `length` code points."""
        start = max(0, self.start - length, sentence_start(self.text, self.start))
        return self.text[start : self.start]

    def after(self, length: int = 40) -> str:
        """The text that follows the expression, at most `length` code points, up to a stop before a capital."""
        end = min(len(self.text), self.end + length)
        stop = _STOP.search(self.text, self.end, end)
        return self.text[self.end : stop.start() if stop else end]

    @property
    def previous(self) -> TimeValue | None:
        """The last value before the expression that has a place on the calendar."""
        return self.history[-1] if self.history else None

    def last_of(self, unit: str) -> date | None:
        """The first day of the last value that is no longer than `unit`, else the article's own day."""
        limit = _ORDER.index(unit) if unit in _ORDER else 0
        for value in reversed(self.history):
            if value.start and value.granularity in _ORDER and _ORDER.index(value.granularity) <= limit:
                return date.fromisoformat(value.start[:10])
        return self.dct

    @property
    def spoken_day(self) -> date | None:
        """The day that the news tells of: the last one named within a month of the article, else the article's own."""
        day = self.last_of("day")
        near = day and self.dct and abs((day - self.dct).days) <= _A_MONTH
        return day if near or self.dct is None else self.dct

    @property
    def quoted(self) -> bool:
        """Whether the expression stands inside quotation marks that were opened before it in the paragraph."""
        before = self.text[: self.start]
        return before.count("“") > before.count("”") or before.count('"') % 2 == 1


_A_MONTH = 31
_ORDER = ("second", "minute", "hour", "part", "day", "weekend", "week", "month", "quarter", "half", "season", "year")
"""Granularities that can be told from one another, shortest first."""

_STOP = re.compile(r"[.!?][\"”’')\]]*\s+(?=[\"“‘(\[]?[A-Z])")
"""What ends a sentence or an abbreviation; what is said behind it counts for too little to ask which."""


@lru_cache(maxsize=32)
def sentence_start(text: str, offset: int) -> int:
    """The offset at which the sentence that holds `offset` begins; of a very long one, somewhere in it."""
    return sentence_at(text, offset, max(0, offset - _FAR), len(text))[0]


_FAR = 600
"""Code points before an expression in which what its sentence says of it is looked for."""


Reader = Callable[["re.Match[str]", Context], TimeValue | None]
"""Gives the value of a match, or None when it is no time expression after all."""


@dataclass(frozen=True, slots=True)
class Rule:
    """One class of time expression: how it looks and how it is read."""

    name: str
    pattern: re.Pattern[str]
    read: Reader
    needs: tuple[str, ...] = ()
    """Pieces in lower case one of which every match has; looking for them is many times quicker than for a pattern."""


def rule(name: str, pattern: str, read: Reader, *, needs: str = "") -> Rule:
    """Compile a rule: a blank in `pattern` stands for any white space, ` ?` for none or any.

    Case does not matter but where a fragment says so, and a match neither starts nor ends inside a word. `needs` are
    the pieces that `Rule.needs` has, with blanks between them.
    """
    spaced = pattern.replace(" ?", r"\s*").replace(" ", r"\s+")
    return Rule(name, re.compile(rf"(?<![\w$€£])(?:{spaced})(?!\w)", re.IGNORECASE), read, tuple(needs.split()))


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
