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
    from newsreader.stories.sketch import Sketch

DAYS = 3
"""So many days may lie between two articles that tell the same."""
REPRINT_DAYS = 14
"""And so many between two that are the same almost word for word."""
REPRINT = 0.8
"""The share of phrases and of facts from which on it is the same almost word for word."""
UNDATED = (0.6, 0.8)
"""Where a day is not known, these shares of phrases and of facts have to be in common: what came months later may have
half of the words of what came before."""
LESS_THAN_PHRASES = 0.15
"""By no more than this may the share of facts be below that of phrases. Whoever rewrites a report changes its words and
leaves the names and numbers; where it is the other way round, it is a report of another event of the kind."""

LESS_OF_BOTH = 0.3
"""And by no more than this, where both are shares of the article that has more."""


@dataclass(frozen=True, slots=True)
class Enough:
    """What two articles have in common at least if they tell the same."""

    facts: int
    fact_share: float
    phrases: int
    phrase_share: float


ENOUGH = (
    Enough(10, 0.85, 2, 0.05),
    Enough(10, 0.66, 4, 0.1),
    Enough(5, 0.8, 4, 0.2),
    Enough(5, 0.66, 4, 0.3),
    Enough(0, 0.66, 4, 0.6),
)
"""One of these has to hold. Of articles about different events within three days, the most alike have 0.64 of the facts
in common, and where few facts are, the words have to say it. Fewer phrases may be chance, or what everybody writes."""


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
    ceiling = min(one.ceiling, other.ceiling)
    here, there = one.below(ceiling), other.below(ceiling)
    phrases, facts = len(here & there), len(one.facts & other.facts)
    fewest = min(len(here), len(there))
    if not phrases:
        return None
    found = Likeness(phrases / fewest, _share(facts, min(len(one.facts), len(other.facts))), days)
    if _share(facts, max(len(one.facts), len(other.facts))) < phrases / max(len(here), len(there)) - LESS_OF_BOTH:
        return None
    return found if _is_same(found, phrases, facts, fewest) else None


def _is_same(found: Likeness, phrases: int, facts: int, fewest: int) -> bool:
    if found.days is None:
        return found.phrases >= UNDATED[0] and found.facts >= UNDATED[1]
    if found.days > DAYS:
        return found.phrases >= REPRINT and found.facts >= REPRINT
    return found.facts >= found.phrases - LESS_THAN_PHRASES and any(
        facts >= each.facts
        and found.facts >= each.fact_share
        and phrases >= min(each.phrases, fewest)
        and found.phrases >= each.phrase_share
        for each in ENOUGH
    )


def _share(common: int, of: int) -> float:
    """The share that is in common; of nothing, all is."""
    return common / of if of else 1.0
