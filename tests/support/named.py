"""Articles whose names are written into the text: `{person: Ahlström = Karin Ahlström}` is a mention."""

from __future__ import annotations

import re
from typing import TYPE_CHECKING

from newsreader.entity import LABEL_OF, Analysis, Category, Entity, Mention
from newsreader.languages.names import key
from newsreader.sources import from_text

if TYPE_CHECKING:
    from datetime import date

    from newsreader.article import Article

_NAMED = re.compile(r"\{(person|place|organisation): ([^}]+?)(?:\s*=\s*([^}]+?))?\}")


def named(written: str, published: date | None = None, title: str | None = None) -> tuple[Article, Analysis]:
    """An article and what is found in it; `{person: Ahlström = Karin Ahlström}` is a mention of who is named so."""
    text, spans, end = "", [], 0
    for found in _NAMED.finditer(written):
        text += written[end : found.start()]
        spans.append((Category(found[1]), len(text), found[2], found[3] or found[2]))
        text, end = text + found[2], found.end()
    text += written[end:]
    article = from_text(text, title=title, published=published)
    assert article.text == text
    entities: dict[tuple[Category, str], list[tuple[int, str]]] = {}
    for category, start, form, name in spans:
        entities.setdefault((category, name), []).append((start, form))
    made = tuple(_entity(category, name, places) for (category, name), places in entities.items())
    return article, Analysis(article.sha256, "none", made, len(article.paragraphs), len(article.paragraphs))


def _entity(category: Category, name: str, places: list[tuple[int, str]]) -> Entity:
    mentions = tuple(Mention(start, start + len(form), LABEL_OF[category], category) for start, form in places)
    aliases = tuple(dict.fromkeys(form for _, form in places if form != name))
    return Entity(f"{category}:{key(name).replace(' ', '-')}", category, name, aliases, mentions)
