"""The dates of an article as mentions and entities: one entity for each value, whatever words it is said in."""

from __future__ import annotations

from collections import Counter
from datetime import date, timedelta
from typing import TYPE_CHECKING

from newsreader.entity import Category, Entity, Mention
from newsreader.languages.english import names
from newsreader.languages.english.dates import find_times

if TYPE_CHECKING:
    from collections.abc import Iterable, Sequence

    from newsreader.entity import TimeValue
    from newsreader.languages.record import TimeMention


def time_mentions(
    text: str, spans: Iterable[tuple[int, int]], published: date | None, named: Sequence[tuple[int, int]]
) -> list[Mention]:
    """The time expressions in `spans` of `text`, without those that are part of a name.

    `named` are the names, in code points. A name that is longer than the expression wins (`Sunday Times`), and so
    does a name of the same extent (`April`, who is a person).
    """
    inside = _Cover(named)
    return [time_mention(time) for time in find_times(text, spans, published) if not inside.covers(time)]


def time_mention(time: TimeMention) -> Mention:
    """A time expression as a mention."""
    return Mention(time.start, time.end, time.value.type, Category.DATE, time.value.confidence, time.value)


class _Cover:
    """Answers whether a span lies inside one of the names."""

    def __init__(self, named: Sequence[tuple[int, int]]) -> None:
        self._ends: dict[int, int] = {}
        for start, end in named:
            for offset in range(start, end):
                self._ends[offset] = max(end, self._ends.get(offset, 0))

    def covers(self, time: TimeMention) -> bool:
        return self._ends.get(time.start, 0) >= time.end


def date_entities(text: str, mentions: Sequence[Mention]) -> list[Entity]:
    """One entity for each value that `mentions` have, named as the text says it first, in order of first mention."""
    groups: dict[str, list[Mention]] = {}
    for mention in sorted(mentions, key=lambda each: each.start):
        groups.setdefault(_group_key(text, mention), []).append(mention)
    return [_entity(text, identifier, group) for identifier, group in groups.items()]


def _group_key(text: str, mention: Mention) -> str:
    """A value on the calendar names its entity; without one the words do, since `a few weeks` is not one thing."""
    value = mention.time
    if value and value.start:
        return f"date:{_days(value) or value.value}"
    return f"date:{names.slug(text[mention.start : mention.end])}"


def _days(value: TimeValue) -> str:
    """The first and the last day of a value that is several, whose TIMEX3 value may be that of the first alone."""
    if value.granularity != "day" or value.start is None or value.end is None:
        return ""
    last = date.fromisoformat(value.end) - timedelta(days=1)
    return f"{value.start}/{last}" if last > date.fromisoformat(value.start) else ""


def _entity(text: str, identifier: str, mentions: Sequence[Mention]) -> Entity:
    forms = [names.display(text[mention.start : mention.end]) for mention in mentions]
    aliases = tuple(form for form, _ in Counter(forms).most_common() if form != forms[0])
    reasons = tuple(dict.fromkeys(mention.time.reason for mention in mentions if mention.time and mention.time.reason))
    return Entity(identifier, Category.DATE, forms[0], aliases, tuple(mentions), reasons)
