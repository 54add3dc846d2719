"""What is still wrong in annotated documents, by class, and how often names of each confidence are right."""

from __future__ import annotations

from collections import Counter
from typing import TYPE_CHECKING

from quality_scores import Document, Span, matched, ordered, same, same_kind

if TYPE_CHECKING:
    from collections.abc import Hashable, Iterator

AROUND = 30
CONFIDENCES = (0.0, 0.4, 0.6, 0.8, 0.9)
"""Where the bands of confidence begin of which is said how often they are right."""


def report(documents: list[Document], only: str | None) -> Iterator[str]:
    """Yield how many errors each class has, then the errors, or those of one class."""
    yield from confidence_table(documents)
    rows = sorted(error for document in documents for error in errors(document))
    for label, count in Counter(label for label, _ in rows).most_common():
        yield f"{count:5} {label}"
    for label, where in rows:
        if only in (None, label):
            yield f"{label} ¦ {where}"


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


def errors(document: Document) -> Iterator[tuple[str, str]]:
    """Yield the class of each error and where it is."""
    yield from name_errors(document)
    yield from entity_errors(document)
    yield from time_errors(document)


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


def time_errors(document: Document) -> Iterator[tuple[str, str]]:
    """Yield what is wrong with the times: value, spurious, missed."""
    if not document.gold_times:
        return
    pairs = matched(document.times, document.gold_times, Span.overlaps)
    for found, gold in pairs:
        if found.value != gold.value:
            yield "time value", f"{gold.value} and not {found.value}: {shown(document, found)}"
    for found in set(document.times) - {found for found, _ in pairs}:
        yield "spurious time", f"{found.value}: {shown(document, found)}"
    for gold in set(document.gold_times) - {gold for _, gold in pairs}:
        yield "missed time", f"{gold.value}: {shown(document, gold)}"


def shown(document: Document, span: Span) -> str:
    """Return a span in its context, on one line."""
    before, own = document.text[max(0, span.start - AROUND) : span.start], document.text[span.start : span.end]
    passage = f"{before}[{own}]{document.text[span.end : span.end + AROUND]}"
    return f"{document.id}: {' '.join(passage.split())}"
