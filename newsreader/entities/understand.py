"""The document pass: what the recogniser found paragraph by paragraph becomes the analysis of an article.

Pure Python over mentions and text, no spaCy; the same input gives the same output. A caller that gets its paragraphs
one after the other calls `understand` again with all it has so far.
"""

from __future__ import annotations

from dataclasses import replace
from typing import TYPE_CHECKING

from newsreader.article import ParagraphKind
from newsreader.entities.excerpt import Excerpt
from newsreader.entities.resolve import resolve
from newsreader.entities.timeline import date_entities, time_mentions
from newsreader.entity import Analysis, Mention
from newsreader.languages.english.passes.evidence import vote
from newsreader.languages.english.passes.full_names import with_full_names
from newsreader.languages.english.passes.headings import without_shouts
from newsreader.languages.english.passes.mentions import Named, all_named
from newsreader.languages.english.passes.parties import with_parties
from newsreader.languages.english.passes.propagation import propagate, without_openers
from newsreader.languages.english.passes.sport import with_teams

if TYPE_CHECKING:
    from collections.abc import Mapping, Sequence

    from newsreader.article import Article
    from newsreader.entity import Entity


def understand(article: Article, found: Mapping[int, Sequence[Mention]], *, model: str) -> Analysis:
    """Return the analysis of `article`.

    `found` maps the index of each paragraph that has been recognised to its mentions, with offsets relative to the
    start of that paragraph. `model` is the name and version of the pipeline. As long as paragraphs are missing, only
    those that were found are looked at, so that it costs no more than they do.
    """
    total = sum(paragraph.kind is not ParagraphKind.FURNITURE for paragraph in article.paragraphs)
    return Analysis(
        text_sha256=article.sha256,
        model=model,
        entities=tuple(_entities(article, found) if len(found) >= total else _entities_of_some(article, found)),
        paragraphs_done=len(found),
        paragraphs_total=total,
    )


def _entities_of_some(article: Article, found: Mapping[int, Sequence[Mention]]) -> list[Entity]:
    indices = sorted(found)
    excerpt = Excerpt(article, indices)
    entities = _entities(excerpt.article, {place: found[index] for place, index in enumerate(indices)})
    return [excerpt.put_back(entity) for entity in entities]


def _entities(article: Article, found: Mapping[int, Sequence[Mention]]) -> list[Entity]:
    """Return the entities in order of their first mention."""
    text = article.text
    mentions = _in_article(article, found)
    spans = [(article.paragraphs[index].start, article.paragraphs[index].end) for index in sorted(found)]
    names = with_full_names(text, without_shouts(text, all_named(text, mentions)))
    times = time_mentions(text, spans, article.metadata.published, [(name.start, name.end) for name in names])
    names = _outside(names, times)
    names = with_teams(text, names, spans, times)
    names = vote(text, without_openers(text, names))
    names = with_full_names(text, propagate(text, names, spans, times))
    names = with_parties(text, names, spans, times)
    entities = [*resolve(text, [name.mention() for name in names]), *date_entities(text, times)]
    return sorted(entities, key=lambda entity: entity.mentions[0].start)


def _in_article(article: Article, found: Mapping[int, Sequence[Mention]]) -> list[Mention]:
    """Return all mentions with offsets into the article's text, in order."""
    return [
        replace(mention, start=mention.start + paragraph.start, end=mention.end + paragraph.start)
        for index, paragraph in enumerate(article.paragraphs)
        for mention in found.get(index, ())
    ]


def _outside(names: Sequence[Named], times: Sequence[Mention]) -> list[Named]:
    """Return the names that are not part of a time expression, as the model takes `Wednesday` for one at times."""
    taken = {offset for time in times for offset in range(time.start, time.end)}
    return [name for name in names if name.start not in taken]
