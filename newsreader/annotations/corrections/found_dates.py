"""What the dates stand for that the person found: they are read as they would be where a value is typed."""

from __future__ import annotations

from dataclasses import replace
from typing import TYPE_CHECKING

from newsreader import languages
from newsreader.entity import Category

if TYPE_CHECKING:
    from newsreader.article import Metadata
    from newsreader.entity import Entity, Mention


def with_values(entity: Entity, text: str, known: Metadata) -> Entity:
    """`entity` of `text` with values for its dates that have none, as far as they can be read.

    Words are counted from the day of publication in `known`. What is in another language than English is left alone.
    """
    if entity.category is not Category.DATE or all(each.time for each in entity.mentions):
        return entity
    if languages.of_text(text) is not languages.ENGLISH:
        return entity
    # The grammar of dates takes its time to load, and few articles need this.
    from newsreader.entities.doubts import with_doubts

    mentions = [each if each.time else _read(each, text, known) for each in entity.mentions]
    doubted = with_doubts(text, mentions, known.published_doubt)
    return replace(entity, mentions=tuple(doubted))


def _read(mention: Mention, text: str, known: Metadata) -> Mention:
    from newsreader.languages.english.dates.typed import NoDateError, typed_time

    try:
        time = typed_time(text[mention.start : mention.end], known.published)
    except NoDateError:
        return mention
    return replace(mention, time=time, confidence=time.confidence)
