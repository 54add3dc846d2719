"""Which values of dates are guesses: those that cannot be told from the text, and those that hang on a guess.

A day of publication that was guessed from dates of the text makes none of them certain: what is counted from it is as
much of a guess as it is.
"""

from __future__ import annotations

from dataclasses import replace
from typing import TYPE_CHECKING

from newsreader.entity import DOUBTFUL

if TYPE_CHECKING:
    from collections.abc import Iterable, Sequence

    from newsreader.entity import Mention, TimeValue

GIVEN_AWAY = "the article’s date is a guess from it, as it is a day of no other year that the text speaks of"
"""Why what the day of publication was guessed from is a guess."""

_NEAR = 8
"""So many values before it are looked at for what an expression was told from, as the grammar remembers no more."""


def with_doubts(text: str, dates: Iterable[Mention], published_doubt: str) -> list[Mention]:
    """The mentions of dates in `text`, given in their order, with why each is a guess, if it is one.

    `published_doubt` says why the day of publication is one, and is empty if it is none.
    """
    known: list[Mention] = []
    for mention in dates:
        words = f"“{text[mention.start : mention.end]}”"
        if mention.time and words in published_doubt:
            known.append(replace(mention, time=replace(mention.time, anchor=None, reason=""), doubt=GIVEN_AWAY))
        else:
            doubt = _doubt(mention.time, known, published_doubt) if mention.time else ""
            known.append(replace(mention, doubt=doubt) if doubt else mention)
    return known


def _doubt(time: TimeValue, before: Sequence[Mention], published_doubt: str) -> str:
    if time.confidence <= DOUBTFUL:
        return time.reason
    if time.anchor == "dct" and published_doubt:
        return f"the article’s date is {published_doubt}"
    base = _told_from(time, before) if time.anchor == "mention" else None
    return base.doubt if base else ""


def _told_from(time: TimeValue, before: Sequence[Mention]) -> Mention | None:
    """The mention that a value was told from: the last one of the day that its reason names, else the last one."""
    placed = [each for each in before[-_NEAR:] if each.time and each.time.start]
    named = [each for each in placed if each.time and (each.time.start or "")[:10] in time.reason]
    return next(iter([*named[-1:], *placed[-1:]]), None)
