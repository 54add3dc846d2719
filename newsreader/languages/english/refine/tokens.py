"""What the components share: names as token spans, and how a rule over words becomes a spaCy component.

A rule is a pure function from the words of a paragraph and the names found in it to the names it would have. Rules
see every label the recogniser gave, also those that are not shown (`NORP`, `EVENT`), since these are evidence too.
"""

from __future__ import annotations

from collections.abc import Callable, Iterable
from functools import wraps

from spacy.language import Language
from spacy.tokens import Doc, Span

Name = tuple[int, int, str]
"""First token, token after the last, label."""

Rule = Callable[[list[str], list[Name]], list[Name]]

SHOWN = frozenset({"PERSON", "PER", "ORG", "GPE", "LOC", "FAC"})
"""Labels of people, places and organisations; the rules leave dates and quantities alone."""

PLACE_LABELS = frozenset({"GPE", "LOC", "FAC"})


def names_of(doc: Doc) -> list[Name]:
    """Return the entities of `doc` as plain tuples in order."""
    return [(span.start, span.end, span.label_) for span in doc.ents]


def settled(names: Iterable[Name], length: int) -> list[Name]:
    """Return the names among `length` tokens that hold any, in order; of two that overlap the later is left out."""
    taken = bytearray(length)
    kept = []
    for start, end, label in names:
        if start < end and not any(taken[start:end]):
            taken[start:end] = b"\1" * (end - start)
            kept.append((start, end, label))
    return sorted(kept)


def put_names(doc: Doc, names: Iterable[Name]) -> Doc:
    """Set the entities of `doc`; of two that overlap the later in `names` is left out. Returns `doc`."""
    doc.set_ents([Span(doc, start, end, label=label) for start, end, label in settled(names, len(doc))])
    return doc


def component_name(rule: Rule) -> str:
    """Return the name under which spaCy knows a rule."""
    return f"newsreader_{rule.__name__}"


def component(rule: Rule) -> Rule:
    """Register a rule as a spaCy component, so that `nlp.add_pipe` with its name runs it on every Doc."""

    @wraps(rule)
    def run(doc: Doc) -> Doc:
        return applied(rule, doc)

    name = component_name(rule)
    Language.component(name, func=run, retokenizes=False, assigns=["doc.ents"], requires=["doc.ents"])
    return rule


def applied(rule: Rule, doc: Doc) -> Doc:
    """Apply a rule to the names of a paragraph; returns `doc`."""
    names = names_of(doc)
    refined = rule([token.text for token in doc], list(names))
    return doc if refined == names else put_names(doc, refined)


def free(names: Iterable[Name], length: int) -> list[bool]:
    """Return for each of `length` tokens whether it is outside of every name."""
    outside = [True] * length
    for start, end, _ in names:
        outside[start:end] = [False] * (end - start)
    return outside


def add(names: list[Name], found: Iterable[Name]) -> list[Name]:
    """Return `names` with those of `found` that touch none of them, in order."""
    merged = list(names)
    taken = {index for start, end, _ in names for index in range(start, end)}
    for start, end, label in found:
        if taken.isdisjoint(range(start, end)):
            merged.append((start, end, label))
            taken.update(range(start, end))
    return sorted(merged)
