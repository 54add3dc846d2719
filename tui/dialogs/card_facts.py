"""What the card of an entity says above its mentions, each line with the components it is drawn in."""

from __future__ import annotations

from itertools import islice
from typing import TYPE_CHECKING

from newsreader.entity import MARK, doubt_of
from newsreader.languages.english.time_words import days_spelled, readable, spelled
from tui.base.cell_text import one_line
from tui.panels.entity_rows import SIGNS

if TYPE_CHECKING:
    from collections.abc import Iterable, Iterator, Sequence

    from newsreader.article import Article
    from newsreader.entity import Entity, Mention
    from tui.base.style_book import Piece

COMPANIONS = 6
"""So many of those that it appears with are named; `c` lists all."""
DATES = 6
"""So many dates of its sentences are named."""


def facts(
    entity: Entity, notes: Sequence[str], whose: str = "", beside: Sequence[str] = (), elsewhere: Sequence[str] = ()
) -> Iterator[Piece]:
    """What is known about `entity`; `whose` says whose word it is, `beside` with whom and when it appears.

    `elsewhere` says in how many other articles it is, and what is known of it from elsewhere.
    """
    sign = SIGNS[entity.category]
    yield f"{sign} {one_line(entity.name)}", ("panel--heading", f"panel--{entity.category}")
    yield _kind(entity), ("panel--quiet",)
    for line in filter(None, elsewhere):
        yield line, ("panel--quiet",)
    if whose:
        yield whose, ()
    if entity.aliases:
        yield "also " + ", ".join(f"“{one_line(alias)}”" for alias in entity.aliases), ()
    yield from _why(entity)
    for line in beside:
        yield line, ()
    for note in notes:
        yield f"✎ {one_line(note)}", ()
    yield "", ()


def _why(entity: Entity) -> Iterator[Piece]:
    """What a date stands for, why names were taken as one, and what is a guess: each value and each reason once."""
    doubts = dict.fromkeys(_sentence(doubt) for mention in entity.mentions if (doubt := doubt_of(mention)))
    said = {*doubts}
    for value, reasons in _values(entity).items():
        fresh = [reason for reason in reasons if reason not in said]
        said.update(fresh)
        yield " – ".join(filter(None, (value, "; ".join(fresh)))), ()
    for reason in map(_sentence, entity.reasons):
        if reason not in said:
            yield reason, ("panel--quiet",)
    for doubt in doubts:
        yield f"{MARK} {doubt}", ()


def _values(entity: Entity) -> dict[str, dict[str, None]]:
    """The values of a date, a guess with its mark, and the reasons of each."""
    found: dict[str, dict[str, None]] = {}
    for mention in entity.mentions:
        if mention.time is not None:
            reasons = found.setdefault(f"{spelled(mention.time)}{_mark(mention)}", {})
            reasons |= {_sentence(mention.time.reason): None} if mention.time.reason else {}
    return found


def _mark(mention: Mention) -> str:
    return MARK if doubt_of(mention) else ""


def _sentence(text: str) -> str:
    return days_spelled(one_line(text))


def company_and_dates(article: Article, entity: Entity, entities: Sequence[Entity]) -> Iterator[str]:
    """With whom `entity` shares paragraphs, with the number of these, and the dates in its sentences."""
    from newsreader.entities.cooccurrence import company_of, dates_beside, presence

    names = {each.id: one_line(each.name) for each in entities}
    company = company_of(entity.id, presence(entities, article.paragraphs))
    if company:
        shown = (f"{names[pair.other]} {len(pair.paragraphs)}" for pair in company[:COMPANIONS])
        yield f"with {', '.join(shown)}{', …' if len(company) > COMPANIONS else ''}"
    dates = (
        f"{readable(each.time)}{_mark(each)}"
        if each.time and each.time.start
        else one_line(article.text[each.start : each.end])
        for each in dates_beside(article, entity, entities)
    )
    values = list(islice(_once(dates), DATES + 1))
    if values:
        yield f"when {', '.join(values[:DATES])}{', …' if len(values) > DATES else ''}"


def _once(words: Iterable[str]) -> Iterator[str]:
    """The same words once."""
    known: set[str] = set()
    for each in words:
        if each not in known:
            known.add(each)
            yield each


def _kind(entity: Entity) -> str:
    """Its category, how often it is named, and how sure the machine is where it is not quite."""
    count = len(entity.mentions)
    least, most = (round(100 * pick(each.confidence for each in entity.mentions)) for pick in (min, max))
    sure = "" if least == 100 else f" · confidence {f'{least}–{most}' if least < most else least} %"
    return f"{entity.category} · {count} mention{'' if count == 1 else 's'}{sure}"
