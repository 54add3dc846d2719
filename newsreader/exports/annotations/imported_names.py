"""Names and dates that a file marks in a text, and how they become the person's own in an article: as missed ones."""

from __future__ import annotations

from collections import Counter
from dataclasses import dataclass
from typing import TYPE_CHECKING

from newsreader import languages
from newsreader.annotations.anchor import anchor
from newsreader.annotations.corrections.model import Correction, Scope, Subject, Verdict
from newsreader.annotations.events import this_moment
from newsreader.annotations.model import IMPORT, Anchor
from newsreader.entity import LABELS, Category
from newsreader.exports.annotations.imported import identity, line
from newsreader.sanitise import printable

if TYPE_CHECKING:
    from collections.abc import Iterable

    from newsreader.annotations.anchor import Placer
    from newsreader.article import Article

_CATEGORIES = {**LABELS, "PLACE": Category.PLACE, "LOCATION": Category.PLACE, "ORGANISATION": Category.ORGANISATION,
               "ORGANIZATION": Category.ORGANISATION}  # fmt: skip
"""By the labels of the common schemes, in capitals, and by the words that people write in their place."""


@dataclass(frozen=True, slots=True)
class ImportedName:
    """A mention as a file has it; offsets are code points of the text the file was made on."""

    start: int
    end: int
    label: str
    quote: str = ""
    prefix: str = ""
    suffix: str = ""
    name: str | None = None
    """What the entity is called, if the file says."""
    by: str = ""
    """`machine`, `person` or `gazetteer` in a file of ours; in others it is the person's."""


@dataclass(frozen=True, slots=True)
class ImportedCorrections:
    """What is taken over from a file, and a sentence with the counts of what is not, empty if all is."""

    corrections: tuple[Correction, ...]
    left_out: str


def as_corrections(names: Iterable[ImportedName], article: Article, placer: Placer) -> ImportedCorrections:
    """The names as corrections of one mention each; `placer` finds those whose text has moved."""
    found: dict[str, Correction] = {}
    machine, lost, unknown = 0, 0, Counter[str]()
    for each in names:
        category = _CATEGORIES.get(each.label.upper())
        if each.by == "machine":
            machine += 1
        elif category is None:
            unknown[each.label] += 1
        elif (span := _place(each, article, placer)) is None:
            lost += 1
        else:
            made = _correction(each, span, category, article)
            found[made.id] = made
    kinds = printable(", ".join(sorted(unknown)))
    counts = (
        (machine, "that were found by a program and are found anew"),
        (unknown.total(), f"of kinds that newsreader does not know ({kinds})"),
        (lost, "without a place in the text"),
    )
    said = ", ".join(f"{count} {what}" for count, what in counts if count)
    return ImportedCorrections(tuple(found.values()), f"Names left out: {said}." if said else "")


def _place(name: ImportedName, article: Article, placer: Placer) -> tuple[int, int] | None:
    if 0 <= name.start < name.end <= len(article.text):
        there = article.text[name.start : name.end]
        # Where a file writes a name on one line, its white space says nothing.
        if not name.quote or there.split() == name.quote.split():
            return name.start, name.end
    if not name.quote:
        return None
    return placer.place(Anchor(name.start, name.end, name.quote, name.prefix, name.suffix, ""))


def _correction(name: ImportedName, span: tuple[int, int], category: Category, article: Article) -> Correction:
    where = anchor(article.text, article.sha256, *span)
    form = languages.of_article(article).names().display(where.quote)
    called = line(name.name)
    called = called if called != form else None
    return Correction(
        id=identity(f"name:{article.sha256}:{span[0]}:{span[1]}:{category}:{called}"),
        verdict=Verdict.MISSED,
        scope=Scope.MENTION,
        subject=Subject(None, category, called or form, (form,)),
        created=this_moment(),
        anchor=where,
        quote=where.quote,
        category=category,
        name=called,
        author=IMPORT,
    )
