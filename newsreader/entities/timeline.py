"""The dates of an article as mentions and entities: one entity for each value, whatever words it is said in."""

from __future__ import annotations

from collections import Counter
from datetime import date, timedelta
from typing import TYPE_CHECKING

from newsreader.entity import Category, Entity

if TYPE_CHECKING:
    from collections.abc import Sequence

    from newsreader.entity import Mention, TimeValue
    from newsreader.languages.record import Names


def date_entities(text: str, mentions: Sequence[Mention], names: Names) -> list[Entity]:
    """One entity for each value that `mentions` have, named as the text says it first, in order of first mention."""
    groups: dict[str, list[Mention]] = {}
    for mention in sorted(mentions, key=lambda each: each.start):
        groups.setdefault(_group_key(text, mention, names), []).append(mention)
    return [_entity(text, identifier, group, names) for identifier, group in groups.items()]


def _group_key(text: str, mention: Mention, names: Names) -> str:
    """A value on the calendar names its entity; without one the words do, since `a few weeks` is not one thing."""
    value = mention.time
    if value and value.start:
        return calendar_id(value)
    return f"date:{names.slug(text[mention.start : mention.end])}"


def calendar_id(value: TimeValue) -> str:
    """The id of the entity that stands for a value on the calendar."""
    return f"date:{_days(value) or value.value}"


def _days(value: TimeValue) -> str:
    """The first and the last day of a value that is several, whose TIMEX3 value may be that of the first alone."""
    if value.granularity != "day" or value.start is None or value.end is None:
        return ""
    last = date.fromisoformat(value.end) - timedelta(days=1)
    return f"{value.start}/{last}" if last > date.fromisoformat(value.start) else ""


def _entity(text: str, identifier: str, mentions: Sequence[Mention], names: Names) -> Entity:
    forms = [names.display(text[mention.start : mention.end]) for mention in mentions]
    aliases = tuple(form for form, _ in Counter(forms).most_common() if form != forms[0])
    reasons = tuple(dict.fromkeys(mention.time.reason for mention in mentions if mention.time and mention.time.reason))
    return Entity(identifier, Category.DATE, forms[0], aliases, tuple(mentions), reasons)
