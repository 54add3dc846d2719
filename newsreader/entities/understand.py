"""What the recogniser found paragraph by paragraph becomes the analysis of an article, by the rules of its language.

Pure Python over mentions and text, no spaCy; the same input gives the same output. A caller that gets its paragraphs
one after the other calls `understand` again with all it has so far.
"""

from __future__ import annotations

from dataclasses import replace
from typing import TYPE_CHECKING

from newsreader import languages
from newsreader.article import ParagraphKind
from newsreader.entities.doubts import with_doubts
from newsreader.entities.excerpt import Excerpt
from newsreader.entities.resolve import resolve
from newsreader.entities.timeline import date_entities
from newsreader.entity import Analysis, Mention
from newsreader.languages.document import Document
from newsreader.languages.spoken import spoken

if TYPE_CHECKING:
    from collections.abc import Mapping, Sequence

    from newsreader.article import Article
    from newsreader.entity import Entity
    from newsreader.languages import Language


def understand(
    article: Article, found: Mapping[int, Sequence[Mention]], *, model: str, otherwise: str = "en"
) -> Analysis:
    """Return the analysis of `article`.

    `found` maps the index of each paragraph that has been recognised to its mentions, with offsets relative to the
    start of that paragraph. `model` is the name and version of the pipeline, `otherwise` the code of its language, for
    an article that neither says nor shows in which one it is. As long as paragraphs are missing, only those that were
    found are looked at, so that it costs no more than they do.
    """
    language = languages.of(languages.code_of(article, otherwise))
    total = sum(paragraph.kind is not ParagraphKind.FURNITURE for paragraph in article.paragraphs)
    look = _entities if len(found) >= total else _entities_of_some
    return Analysis(
        text_sha256=article.sha256,
        model=model,
        entities=tuple(look(article, found, language)),
        paragraphs_done=len(found),
        paragraphs_total=total,
    )


def _entities_of_some(article: Article, found: Mapping[int, Sequence[Mention]], language: Language) -> list[Entity]:
    indices = sorted(found)
    excerpt = Excerpt(article, indices)
    entities = _entities(excerpt.article, {place: found[index] for place, index in enumerate(indices)}, language)
    return [excerpt.put_back(entity) for entity in entities]


def _entities(article: Article, found: Mapping[int, Sequence[Mention]], language: Language) -> list[Entity]:
    """Return the entities in order of their first mention."""
    text = article.text
    document = Document.of(
        language.printed()(text),
        _in_language(article, found, language),
        _in_article(article, found),
        article.metadata.published,
    )
    for look in language.passes():
        document = look(document)
    names = resolve(text, [name.mention() for name in document.names], language)
    times = with_doubts(text, document.times, article.metadata.published_doubt)
    dates = date_entities(text, times, language.names())
    return sorted((*names, *dates), key=lambda entity: entity.mentions[0].start)


def _in_language(article: Article, found: Mapping[int, Sequence[Mention]], language: Language) -> list[tuple[int, int]]:
    """Return the paragraphs that were found but for those, such as quotations, that show another language."""
    spans = [(article.paragraphs[index].start, article.paragraphs[index].end) for index in sorted(found)]
    return [(start, end) for start, end in spans if spoken(article.text[start:end]) in (None, language.code)]


def _in_article(article: Article, found: Mapping[int, Sequence[Mention]]) -> list[Mention]:
    """Return all mentions with offsets into the article's text, in order."""
    return [
        replace(mention, start=mention.start + paragraph.start, end=mention.end + paragraph.start)
        for index, paragraph in enumerate(article.paragraphs)
        for mention in found.get(index, ())
    ]
