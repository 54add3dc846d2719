"""An analysis as data for other programs: the versioned schema of `newsreader entities`, described in docs/json.md.

Offsets count code points of the text as it was given, before the sanitiser, end exclusive.
"""

from __future__ import annotations

import hashlib
from dataclasses import dataclass
from typing import TYPE_CHECKING, Any, Protocol

from newsreader.entity import doubt_of
from newsreader.exports import about

if TYPE_CHECKING:
    from collections.abc import Iterable, Mapping

    from newsreader.article import Article
    from newsreader.entity import Analysis, Entity, Mention, TimeValue

SCHEMA = 1
"""Rises when a field changes its meaning or goes; new fields do not change it."""


class Provenances(Protocol):
    """Whose word the entities and mentions of an analysis are: `machine`, `person` or `gazetteer`."""

    def provenance(self, entity_id: str) -> str:
        """Who says what the entity is."""

    def mention_provenance(self, start: int) -> str:
        """Who says that the mention that begins there is one of its entity."""


@dataclass(frozen=True, slots=True)
class Result:
    """One article that was analysed."""

    name: object
    """What it is called: its location as it was named, or the record's own id."""
    article: Article
    """Its date is the person's, if the person gave one."""
    analysis: Analysis
    provenances: Provenances | None = None
    """Whose word each part is, where corrections were applied."""
    across: Mapping[str, str] | None = None
    """The identity over all articles of each entity, by its id, where that was asked for; dates have none."""

    def record(self) -> dict[str, Any]:
        """The JSON object of the schema."""
        written = record(self.article, self.analysis, name=self.name, provenances=self.provenances)
        for entity in written["entities"]:
            if self.across and entity["id"] in self.across:
                entity["across"] = self.across[entity["id"]]
        return written


@dataclass(frozen=True, slots=True)
class Results:
    """The results, each as soon as it is there."""

    each: Iterable[Result]
    several: bool
    """Whether there may be more than one, whatever comes in the end."""


def record(
    article: Article, analysis: Analysis, *, name: object = None, provenances: Provenances | None = None
) -> dict[str, Any]:
    """Return the analysis as the JSON object of the schema; `name` is its `id`."""
    text = article.text if article.given is None else article.given
    return {
        "schema": SCHEMA,
        "id": name,
        **about.fields(article.metadata),
        "model": analysis.model,
        "text_sha256": hashlib.sha256(text.encode("utf-8", "surrogatepass")).hexdigest(),
        "entities": [_entity(entity, article, text, provenances) for entity in analysis.entities],
    }


def _entity(entity: Entity, article: Article, text: str, provenances: Provenances | None) -> dict[str, Any]:
    return {
        "id": entity.id,
        "category": entity.category.value,
        "name": entity.name,
        "aliases": list(entity.aliases),
        **_by(provenances.provenance(entity.id) if provenances else None),
        "mentions": [
            {
                **_mention(mention, article, text),
                **_by(provenances.mention_provenance(mention.start) if provenances else None),
            }
            for mention in entity.mentions
        ],
    }


def _by(provenance: str | None) -> dict[str, str]:
    """What tells the person's word from the machine's, which needs no telling."""
    return {} if provenance in (None, "machine") else {"by": str(provenance)}


def _mention(mention: Mention, article: Article, text: str) -> dict[str, Any]:
    start, end = article.original.span_to_original(mention.start, mention.end)
    written: dict[str, Any] = {"start": start, "end": end, "text": text[start:end], "label": mention.label}
    if mention.time:
        written["time"] = _time(mention.time)
    if doubt := doubt_of(mention):
        written["doubt"] = doubt
    return written


def _time(time: TimeValue) -> dict[str, str | None]:
    return {
        "type": time.type,
        "value": time.value,
        "start": time.start,
        "end": time.end,
        "anchor": time.anchor,
    }
