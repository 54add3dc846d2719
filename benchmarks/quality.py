"""Names, entities and times against annotated documents: the figures of the README, and what is still wrong.

Run `python benchmarks/quality.py GOLD.jsonl … [--model PACKAGE] [--errors] [--only CLASS]`. A line of GOLD is
`{"id", "text", "published", "limit"?, "names"?, "times"?}`: names are `{"start", "end", "type": PER|LOC|ORG|other,
"entity"?}`, times `{"start", "end", "type", "value"}` (TIMEX3). Offsets are code points into `text`, end exclusive;
with `limit` only so many code points are annotated.

Printed for each file: names strict (span and category) and overlap (same category), the grouping of names into entities
as B-cubed and as pairs over the mentions both sides have, times relaxed and with the right value; F1 in per cent, and
in brackets precision and recall. `--errors` lists what is wrong, by class, and says how often names of each confidence
are right.
"""

from __future__ import annotations

import argparse
import json
from collections import Counter
from dataclasses import dataclass
from datetime import date
from pathlib import Path
from typing import TYPE_CHECKING, Any

from newsreader.analysis.in_process import Analyser
from newsreader.entity import Category
from newsreader.sources import from_text

if TYPE_CHECKING:
    from collections.abc import Callable, Hashable, Iterable, Iterator

TYPES = {Category.PERSON: "PER", Category.PLACE: "LOC", Category.ORGANISATION: "ORG"}
AROUND = 30
CONFIDENCES = (0.0, 0.4, 0.6, 0.8, 0.9)
"""Where the bands of confidence begin of which the errors mode says how often they are right."""


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

    def __str__(self) -> str:
        precision, recall = self.hits / max(self.found, 1e-9), self.hits / max(self.gold, 1e-9)
        return formatted(precision, recall)


def formatted(precision: float, recall: float) -> str:
    """Return F1 with precision and recall behind it, in per cent."""
    f1 = 2 * precision * recall / (precision + recall) if precision + recall else 0.0
    return f"{100 * f1:5.1f} ({100 * precision:.1f}/{100 * recall:.1f})"


def read(path: Path, analyser: Analyser) -> Iterator[Document]:
    """Yield the documents of a file, each analysed."""
    with path.open(encoding="utf-8") as lines:
        for line in lines:
            if line.strip():
                yield analysed(json.loads(line), analyser)


def analysed(fields: dict[str, Any], analyser: Analyser) -> Document:
    """Return one document with what the engine finds in it."""
    text = fields["text"]
    article = from_text(text, title=fields.get("title"), published=published(fields.get("published")))
    names, times = [], []
    for entity in analyser.analyse(article).entities:
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


def names_table(documents: list[Document]) -> list[str]:
    """Return the lines about the names."""
    strict, overlap = Score(), Score()
    for document in documents:
        exact = sum(same(a, b) for a, b in matched(document.names, document.gold_names, same_kind))
        loose = len(matched(document.names, document.gold_names, same_kind))
        for score, hits in ((strict, exact), (overlap, loose)):
            score.add(hits, len(document.names), len(document.gold_names))
    return [f"names, strict          {strict}", f"names, overlap         {overlap}"]


def entities_table(documents: list[Document]) -> list[str]:
    """Return the lines about the grouping of names; none if no name is annotated with an entity."""
    pairs, precision, recall, mentions = Score(), 0.0, 0.0, 0
    for document in documents:
        gold = [span for span in document.gold_names if span.value]
        items = [(g.value, s.value) for s, g in closest(document.names, gold)]
        by_gold, by_found, both = Counter(g for g, _ in items), Counter(s for _, s in items), Counter(items)
        for (g, s), count in both.items():
            precision += count * count / by_found[s]
            recall += count * count / by_gold[g]
        mentions += len(items)
        pairs.add(couples(both), couples(by_found), couples(by_gold))
    if not mentions:
        return []
    return [
        f"entities, B-cubed      {formatted(precision / mentions, recall / mentions)}",
        f"entities, pairs        {pairs}",
    ]


def couples(counts: Counter[Any]) -> int:
    """Return how many pairs the groups of these sizes hold."""
    return sum(count * (count - 1) // 2 for count in counts.values())


def confidence_table(documents: list[Document]) -> list[str]:
    """Return the lines about how many names of each confidence have the right span and category."""
    right: dict[float, list[bool]] = {limit: [] for limit in CONFIDENCES}
    for document in documents:
        gold = {(span.start, span.end, span.kind) for span in document.gold_names}
        for name in document.names:
            band = max(limit for limit in CONFIDENCES if name.confidence >= limit)
            right[band].append((name.start, name.end, name.kind) in gold)
    return [
        f"confidence from {limit:.2f}   {100 * sum(hits) / len(hits):5.1f} of {len(hits)} names right"
        for limit, hits in right.items()
        if hits
    ]


def times_table(documents: list[Document]) -> list[str]:
    """Return the lines about the time expressions; none if no document has any."""
    relaxed, value = Score(), Score()
    for document in documents:
        pairs = matched(document.times, document.gold_times, Span.overlaps)
        right = sum(found.value == gold.value for found, gold in pairs)
        relaxed.add(len(pairs), len(document.times), len(document.gold_times))
        value.add(right, len(document.times), len(document.gold_times))
    return [f"times, relaxed         {relaxed}", f"times, value           {value}"] if relaxed.gold else []


def errors(document: Document) -> Iterator[tuple[str, str]]:
    """Yield the class of each error and where it is."""
    yield from name_errors(document)
    yield from entity_errors(document)
    for found, gold in matched(document.times, document.gold_times, Span.overlaps):
        if found.value != gold.value:
            yield "time value", f"{gold.value} and not {found.value}: {shown(document, found)}"


def name_errors(document: Document) -> Iterator[tuple[str, str]]:
    """Yield what is wrong with the names: boundary, category, spurious, missed."""
    pairs = matched(document.names, document.gold_names, same_kind)
    found_left = set(document.names) - {found for found, _ in pairs}
    gold_left = set(document.gold_names) - {gold for _, gold in pairs}
    others = matched(ordered(found_left), ordered(gold_left), Span.overlaps)
    for found, gold in pairs:
        if not same(found, gold):
            yield "boundary", f"“{document.text[gold.start : gold.end]}”: {shown(document, found)}"
    for found, gold in others:
        yield f"{found.kind} is {gold.kind}", shown(document, found)
    for found in found_left - {found for found, _ in others}:
        yield f"spurious {found.kind}", shown(document, found)
    for gold in gold_left - {gold for _, gold in others}:
        yield f"missed {gold.kind}", shown(document, gold)


def entity_errors(document: Document) -> Iterator[tuple[str, str]]:
    """Yield entities that were split or run together."""
    pairs = [(found, gold) for found, gold in matched(document.names, document.gold_names, Span.overlaps) if gold.value]
    for label, by, other in (("split entity", 1, 0), ("mixed entity", 0, 1)):
        groups: dict[Hashable, set[str | None]] = {}
        for pair in pairs:
            groups.setdefault(pair[by].value, set()).add(pair[other].value)
        for owner, values in groups.items():
            if len(values) > 1:
                yield label, f"{document.id}: {owner}: {', '.join(sorted(map(str, values)))}"


def shown(document: Document, span: Span) -> str:
    """Return a span in its context, on one line."""
    before, own = document.text[max(0, span.start - AROUND) : span.start], document.text[span.start : span.end]
    passage = f"{before}[{own}]{document.text[span.end : span.end + AROUND]}"
    return f"{document.id}: {' '.join(passage.split())}"


def main() -> None:
    """Print the tables, and the errors if asked to."""
    parser = argparse.ArgumentParser(description=__doc__.splitlines()[0])
    parser.add_argument("gold", nargs="+", type=Path)
    parser.add_argument("--model")
    parser.add_argument("--errors", action="store_true", help="list what is wrong, by class")
    parser.add_argument("--only", metavar="CLASS", help="list only the errors of this class")
    args = parser.parse_args()
    analyser = Analyser(args.model)
    for path in args.gold:
        documents = list(read(path, analyser))
        print(f"\n{path.name}: {len(documents)} documents, {analyser.model}; F1 (precision/recall) in per cent")
        for line in (*names_table(documents), *entities_table(documents), *times_table(documents)):
            print(f"  {line}")
        if args.errors or args.only:
            report(documents, args.only)


def report(documents: list[Document], only: str | None) -> None:
    """Print how many errors each class has, then the errors."""
    for line in confidence_table(documents):
        print(f"  {line}")
    rows = sorted(error for document in documents for error in errors(document))
    for label, count in Counter(label for label, _ in rows).most_common():
        print(f"  {count:5} {label}")
    for label, where in rows:
        if only in (None, label):
            print(f"  {label} ¦ {where}")


if __name__ == "__main__":
    main()
