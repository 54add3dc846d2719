"""What an article says of the names in it, as far as it matters for what they have to do with those of others."""

from __future__ import annotations

from dataclasses import dataclass
from typing import TYPE_CHECKING

from newsreader import languages
from newsreader.entity import Category
from newsreader.identities import marks
from newsreader.identities.scripts import sound

if TYPE_CHECKING:
    from collections.abc import Iterator

    from newsreader.article import Article
    from newsreader.entity import Analysis, Entity
    from newsreader.languages.record import Across

Name = tuple[Category, str]
"""A category and a key: what the same name of different articles has in common."""


@dataclass(frozen=True, slots=True)
class Claim:
    """An entity of one article."""

    entity: str
    """Its id in the article."""
    name: Name
    shown: str
    """The name as the article has it."""
    mark: str
    """What the article says of it that another bearer of the name would not have said of it; may be empty."""
    called: tuple[str, ...]
    """The other keys by which the article calls it, in order of the alphabet."""
    short: tuple[str, ...]
    """The keys under which it may stand alone in other articles."""
    same: tuple[str, ...]
    """What other spellings of the name have as well."""
    vague: bool
    """Whether the name alone says so little that another article need not mean the same by it."""


def claims_of(article: Article, analysis: Analysis) -> list[Claim]:
    """The claims of an article, in the order of its entities; dates make none."""
    across = languages.of_article(article).across()
    published = article.metadata.published
    year, setting = published.year if published else None, across.setting(article.text)
    return [
        _claim(article.text, entity, across, setting, year)
        for entity in analysis.entities
        if entity.category is not Category.DATE
    ]


def _claim(text: str, entity: Entity, across: Across, setting: str, year: int | None) -> Claim:
    category = entity.category
    key = across.key(category, entity.name, setting)
    called = {across.key(category, form, setting) for form in entity.aliases} - {key}
    return Claim(
        entity=entity.id,
        name=(category, key),
        shown=entity.name,
        mark=marks.written(across.mark(text, entity, setting), year),
        called=tuple(sorted(called)),
        short=tuple(sorted({*across.short(category, key)} - {key})),
        same=tuple(sorted(same(across, category, key))),
        vague=across.is_vague(category, key),
    )


def same(across: Across, category: Category, key: str) -> Iterator[str]:
    """Yield what the key of a name has in common with those of its other spellings."""
    yield from across.same(category, key)
    if heard := sound(key):
        yield heard
