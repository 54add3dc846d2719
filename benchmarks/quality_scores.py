"""What the engine found in annotated documents against what is annotated: spans, documents, scores.

The format is described in `quality.py`, which prints the figures.
"""

from __future__ import annotations

import json
from collections import Counter
from dataclasses import dataclass
from datetime import date
from typing import TYPE_CHECKING, Any

from newsreader.entity import Category
from newsreader.sources import from_text

if TYPE_CHECKING:
    from collections.abc import Callable, Iterable
    from pathlib import Path

    from newsreader.article import Article
    from newsreader.entity import Analysis

TYPES = {Category.PERSON: "PER", Category.PLACE: "LOC", Category.ORGANISATION: "ORG"}


@dataclass(frozen=True, slots=True)
class Span:
    """A name or a time, annotated or found: `kind` is its category, `value` its entity or its TIMEX3 value."""

    start: int
    end: int
    kind: str
    value: str | None
    confidence: float = 1.0
    """How sure the engine is of a name that it found."""

    def overlaps(self, other: Span) -> bool:
        """Whether both share a code point."""
        return self.start < other.end and other.start < self.end


@dataclass(frozen=True, slots=True)
class Document:
    """One annotated document and what the engine found in it."""

    id: str
    text: str
    gold_names: tuple[Span, ...]
    gold_times: tuple[Span, ...]
    names: tuple[Span, ...]
    times: tuple[Span, ...]


@dataclass(slots=True)
class Score:
    """Hits against what was found and what was annotated."""

    hits: float = 0
    found: float = 0
    gold: float = 0

    def add(self, hits: float, found: float, gold: float) -> None:
        """Add the counts of one document."""
        self.hits, self.found, self.gold = self.hits + hits, self.found + found, self.gold + gold

    @property
    def precision(self) -> float:
        """The part of what was found that is right."""
        return self.hits / max(self.found, 1e-9)

    @property
    def recall(self) -> float:
        """The part of what is annotated that was found."""
        return self.hits / max(self.gold, 1e-9)

    @property
    def f1(self) -> float:
        """The harmonic mean of both, in per cent."""
        return 100 * 2 * self.hits / max(self.found + self.gold, 1e-9)

    def __str__(self) -> str:
        """Return F1 with precision and recall behind it, in per cent."""
        return f"{self.f1:5.1f} ({100 * self.precision:.1f}/{100 * self.recall:.1f})"


@dataclass(slots=True)
class Cubed(Score):
    """B-cubed: precision and recall are means over mentions, so that each has hits of its own."""

    recalled: float = 0

    def add_group(self, count: int, found: int, gold: int) -> None:
        """Add `count` mentions that one entity of `found` mentions and one of `gold` share."""
        self.hits += count * count / found
        self.recalled += count * count / gold
        self.found, self.gold = self.found + count, self.gold + count

    @property
    def recall(self) -> float:
        """The mean part of a mention's annotated entity that is found with it."""
        return self.recalled / max(self.gold, 1e-9)

    @property
    def f1(self) -> float:
        """The harmonic mean of both means, in per cent."""
        return 100 * 2 * self.precision * self.recall / max(self.precision + self.recall, 1e-9)


def read(path: Path) -> list[dict[str, Any]]:
    """Return the annotated documents of a file, as they stand there."""
    with path.open(encoding="utf-8") as lines:
        return [json.loads(line) for line in lines if line.strip()]


def in_capitals(fields: dict[str, Any]) -> dict[str, Any]:
    """Return an annotated document in capitals; letters that have no single one of these stay as they are."""
    return fields | {key: "".join(map(_capital, fields.get(key) or "")) for key in ("text", "title")}


def _capital(letter: str) -> str:
    return letter.upper() if len(letter.upper()) == 1 else letter


def article_of(fields: dict[str, Any]) -> Article:
    """Return the article of an annotated document."""
    return from_text(fields["text"], title=fields.get("title"), published=published(fields.get("published")))


def compared(fields: dict[str, Any], article: Article, analysis: Analysis) -> Document:
    """Return an annotated document with what the engine found in it."""
    text = fields["text"]
    names, times = [], []
    for entity in analysis.entities:
        for mention in entity.mentions:
            start, end = article.original.span_to_original(mention.start, mention.end)
            if end > fields.get("limit", len(text)):
                continue
            if entity.category in TYPES:
                names.append(Span(start, end, TYPES[entity.category], entity.id, mention.confidence))
            else:
                times.append(Span(start, end, "time", mention.time.value if mention.time else None))
    gold_names = [Span(n["start"], n["end"], n["type"], n.get("entity")) for n in fields.get("names", ())]
    gold_times = [Span(t["start"], t["end"], "time", t["value"]) for t in fields.get("times", ())]
    return Document(
        id=str(fields.get("id", "")),
        text=text,
        gold_names=tuple(ordered(span for span in gold_names if span.kind in TYPES.values())),
        gold_times=tuple(ordered(gold_times)),
        names=tuple(ordered(names)),
        times=tuple(ordered(times)),
    )


def published(value: str | None) -> date | None:
    """Return the date of an ISO 8601 date or time; None for what is neither."""
    try:
        return date.fromisoformat((value or "")[:10])
    except ValueError:
        return None


def ordered(spans: Iterable[Span]) -> list[Span]:
    """Return the spans by position."""
    return sorted(spans, key=lambda span: (span.start, span.end, span.kind))


def matched(found: Iterable[Span], gold: Iterable[Span], fits: Callable[[Span, Span], bool]) -> list[tuple[Span, Span]]:
    """Return pairs of a found and an annotated span that fit, each used once, the same spans before the others."""
    pairs: list[tuple[Span, Span]] = []
    left, right = list(found), list(gold)
    for exact in (True, False):
        for span in list(left):
            partner = next((g for g in right if fits(span, g) and (not exact or same(span, g))), None)
            if partner:
                pairs.append((span, partner))
                left.remove(span)
                right.remove(partner)
    return pairs


def closest(found: Iterable[Span], gold: Iterable[Span]) -> list[tuple[Span, Span]]:
    """Return for each annotated span in turn the found one, unused so far, that covers it best."""
    pairs: list[tuple[Span, Span]] = []
    left = list(found)
    for span in gold:
        candidates = [f for f in left if f.overlaps(span)]
        if candidates:
            best = max(candidates, key=lambda f: (same(f, span), min(f.end, span.end) - max(f.start, span.start)))
            left.remove(best)
            pairs.append((best, span))
    return pairs


def same(a: Span, b: Span) -> bool:
    """Whether both are the same stretch of text."""
    return (a.start, a.end) == (b.start, b.end)


def same_kind(a: Span, b: Span) -> bool:
    """Whether both overlap and are of one category."""
    return a.kind == b.kind and a.overlaps(b)


def scores(documents: list[Document]) -> dict[str, Score]:
    """Return the scores of a file by their names; those are missing for which nothing is annotated."""
    found = {**name_scores(documents), **entity_scores(documents), **time_scores(documents)}
    return {name: score for name, score in found.items() if score.gold}


def name_scores(documents: list[Document]) -> dict[str, Score]:
    """Return how well names are found: span and category, and overlap with the same category."""
    strict, overlap = Score(), Score()
    for document in documents:
        pairs = matched(document.names, document.gold_names, same_kind)
        for score, hits in ((strict, sum(same(a, b) for a, b in pairs)), (overlap, len(pairs))):
            score.add(hits, len(document.names), len(document.gold_names))
    return {"names, strict": strict, "names, overlap": overlap}


def entity_scores(documents: list[Document]) -> dict[str, Score]:
    """Return how well names are grouped into entities: B-cubed, of which each mention is a part, and pairs."""
    cubed, pairs = Cubed(), Score()
    for document in documents:
        gold = [span for span in document.gold_names if span.value]
        items = [(g.value, s.value) for s, g in closest(document.names, gold)]
        by_gold, by_found, both = Counter(g for g, _ in items), Counter(s for _, s in items), Counter(items)
        for (g, s), count in both.items():
            cubed.add_group(count, by_found[s], by_gold[g])
        pairs.add(couples(both), couples(by_found), couples(by_gold))
    return {"entities, B-cubed": cubed, "entities, pairs": pairs}


def couples(counts: Counter[Any]) -> int:
    """Return how many pairs the groups of these sizes hold."""
    return sum(count * (count - 1) // 2 for count in counts.values())


def time_scores(documents: list[Document]) -> dict[str, Score]:
    """Return how well time expressions are found, and found with the right value."""
    relaxed, value = Score(), Score()
    for document in documents:
        pairs = matched(document.times, document.gold_times, Span.overlaps)
        right = sum(found.value == gold.value for found, gold in pairs)
        relaxed.add(len(pairs), len(document.times), len(document.gold_times))
        value.add(right, len(document.times), len(document.gold_times))
    return {"times, relaxed": relaxed, "times, value": value}
