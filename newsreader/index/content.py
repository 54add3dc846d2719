"""What an article can be found by: its words, and the names and days in it."""

from __future__ import annotations

from dataclasses import dataclass
from datetime import date, timedelta
from typing import TYPE_CHECKING

from newsreader.article import ParagraphKind
from newsreader.entity import Category
from newsreader.query.days import Days
from newsreader.query.wording import searchable

if TYPE_CHECKING:
    from collections.abc import Iterator

    from newsreader.article import Article
    from newsreader.entity import Analysis, Entity, TimeValue

CERTAIN = 0.5
"""An entity all of whose mentions are below this confidence is not indexed, as the panels do not show it at first."""


@dataclass(frozen=True, slots=True)
class Texts:
    """The texts of an article in the columns of the index, as they are searched."""

    title: str
    text: str
    source: str
    author: str
    url: str


@dataclass(frozen=True, slots=True)
class NameIn:
    """A name of an article, with all its forms there."""

    entity: str
    """The id of the entity in the article."""
    category: Category
    name: str
    places: tuple[tuple[int, int], ...]
    """Start and end of each mention, in order."""
    forms: tuple[str, ...]
    """As it stands in the text or is written in full, each once, the name first."""

    @property
    def mentions(self) -> int:
        """How often it stands there."""
        return len(self.places)


def texts_of(article: Article) -> Texts:
    """The searchable texts of an article; what a page has around it is no part of them."""
    data = article.metadata
    body = (each for each in article.paragraphs if each.kind is not ParagraphKind.FURNITURE)
    return Texts(
        title=_searchable(data.title),
        text=_searchable("\n".join(article.text[each.start : each.end] for each in body)),
        source=_searchable(" ".join(filter(None, (data.source, data.agency)))),
        author=_searchable(data.byline),
        url=_searchable(" ".join(filter(None, (article.origin.location, data.url)))),
    )


def names_in(analysis: Analysis, text: str) -> Iterator[NameIn]:
    """The names that were found, with their forms."""
    for entity in analysis.entities:
        if entity.category is not Category.DATE and any(each.confidence >= CERTAIN for each in entity.mentions):
            places = tuple((each.start, each.end) for each in entity.mentions)
            yield NameIn(entity.id, entity.category, entity.name, places, tuple(forms_of(entity, text)))


def days_in(analysis: Analysis) -> set[Days]:
    """The days of which the text speaks, as far as they can be put on a calendar."""
    return {days for entity in analysis.entities for days in days_of(entity)}


def days_of(entity: Entity) -> set[Days]:
    """The days that a date stands for."""
    times = (mention.time for mention in entity.mentions if mention.time)
    return {days for time in times if (days := span_of(time)) is not None}


def _searchable(text: str | None) -> str:
    return searchable(text) if text else ""


def forms_of(entity: Entity, text: str) -> dict[str, None]:
    """A name as it is written in full and as it stands in the text, each form once, the name first."""
    surfaces = (" ".join(text[each.start : each.end].split()) for each in entity.mentions)
    return dict.fromkeys((entity.name, *entity.aliases, *surfaces))


def span_of(time: TimeValue) -> Days | None:
    """The days of an interval, whose end is exclusive."""
    if time.start is None or time.end is None:
        return None
    try:
        first, end = date.fromisoformat(time.start[:10]), date.fromisoformat(time.end[:10])
        whole = len(time.end) == len("2024-06-19")
        return Days(first, max(first, end - timedelta(days=1) if whole else end))
    except (ValueError, OverflowError):
        return None
