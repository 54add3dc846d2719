"""Whether two articles tell the same story, and why.

The same words alone do not make it the same: reports of one kind share whole sentences from one day to the next, and
interviews their questions. The same names alone do not either: the next day has them, too. So both are asked for, the
more of one the less there is of the other, and that the articles came out close together. `benchmarks/stories.py` says
what that is worth.
"""

from __future__ import annotations

from dataclasses import dataclass
from typing import TYPE_CHECKING

if TYPE_CHECKING:
    from collections.abc import Iterable

    from newsreader.stories.sketch import Sketch

DAYS = 3
"""So many days may lie between two articles that tell the same."""
REPRINT_DAYS = 14
"""And so many between two that are the same almost word for word."""
REPRINT = 0.8
"""The share of phrases and of facts from which on it is the same almost word for word."""
UNDATED = (0.6, 0.7)
"""Where a day is not known, one of these shares of phrases and of facts has to be in common, too: what came out weeks
later may repeat half of the words of what came before, or two thirds of its names."""
NAMED = 0.6
"""Of the phrases with a name or a number in them so much of the share of all phrases is in common at least. Whoever
rewrites a report changes its words and leaves what is named; where it is the other way round, it is a report of another
event of the kind. One phrase less may be chance."""


@dataclass(frozen=True, slots=True)
class Enough:
    """What two articles have in common at least if they tell the same."""

    facts: int
    fact_share: float
    phrases: int
    phrase_share: float
    named_share: float = 0.0
    """The share of the phrases with a name or a number in them."""


ENOUGH = (
    Enough(10, 0.85, 2, 0.05),
    Enough(10, 0.66, 4, 0.1),
    Enough(5, 0.8, 4, 0.2),
    Enough(4, 0.66, 4, 0.3),
    Enough(0, 0.66, 4, 0.6),
    Enough(5, 0.5, 4, 0.6, 0.6),
)
"""One of these has to hold. Of articles about different events within three days, the most alike have 0.64 of the facts
in common, and where few facts are, the words have to say it. Fewer phrases may be chance, or what everybody writes. The
last is for what was brought up to date, with names and numbers of its own beside most of the text that was there."""


@dataclass(frozen=True, slots=True)
class Likeness:
    """What two articles that tell the same have in common, each as a share of the one that has less."""

    phrases: float
    facts: float
    days: int | None
    """How many days lie between them; None if one has no day."""

    def sentence(self) -> str:
        """Why they are one story, for the reader."""
        apart = {None: "", 0: ", the same day", 1: ", a day apart"}.get(self.days, f", {self.days} days apart")
        return f"shares {self.phrases:.0%} of its phrases and {self.facts:.0%} of its names and numbers{apart}"


def likeness(one: Sketch, other: Sketch) -> Likeness | None:
    """What two articles have in common if they tell the same story; None if they do not."""
    days = abs((one.day - other.day).days) if one.day and other.day else None
    if days is not None and days > REPRINT_DAYS:
        return None
    phrases = _common_phrases(one, other)
    if not phrases.common:
        return None
    facts = _Common(len(one.facts & other.facts), min(len(one.facts), len(other.facts)))
    found = Likeness(phrases.share, facts.share, days)
    return found if _is_same(found, phrases, facts) else None


@dataclass(frozen=True, slots=True)
class _Common:
    """How much of something two articles have in common."""

    common: int
    fewest: int
    """How much the one has that has less of it."""

    @property
    def share(self) -> float:
        """The share that is in common; of nothing, all is."""
        return self.common / self.fewest if self.fewest else 1.0


@dataclass(frozen=True, slots=True)
class _Phrases(_Common):
    """The phrases, and those of them with a name or a number in them."""

    named: _Common


def _common_phrases(one: Sketch, other: Sketch) -> _Phrases:
    ceiling = min(one.ceiling, other.ceiling)
    here, there = one.below(ceiling), other.below(ceiling)
    shared = here & there
    named = _Common(_odd(shared), min(_odd(here), _odd(there)))
    return _Phrases(len(shared), min(len(here), len(there)), named)


def _odd(hashes: Iterable[int]) -> int:
    return sum(each & 1 for each in hashes)


def _is_same(found: Likeness, phrases: _Phrases, facts: _Common) -> bool:
    if phrases.named.common < NAMED * found.phrases * phrases.named.fewest - 1:
        return False
    if found.days is None and found.phrases < UNDATED[0] and found.facts < UNDATED[1]:
        return False
    if found.days is not None and found.days > DAYS:
        return found.phrases >= REPRINT and found.facts >= REPRINT
    return any(
        facts.common >= each.facts
        and found.facts >= each.fact_share
        and phrases.common >= min(each.phrases, phrases.fewest)
        and found.phrases >= each.phrase_share
        and phrases.named.share >= each.named_share
        for each in ENOUGH
    )
