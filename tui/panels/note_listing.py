"""What the panel of notes lists and how its rows read, as plain data. Nothing here draws."""

from __future__ import annotations

from dataclasses import dataclass
from enum import StrEnum
from typing import TYPE_CHECKING

from rich.cells import cell_len

from tui.panels.cells import one_line, pad
from tui.panels.note_filter import NoteFilter
from tui.panels.note_text import NOTE, first_line, pieces, sign_of

if TYPE_CHECKING:
    from collections.abc import Iterable, Iterator, Mapping, Sequence

    from newsreader.annotations.model import Annotation
    from tui.panels.listing import Part

LOOK = "5", NOTE, "Notes"
"""Key, shape and title of the panel."""
ORPHANED = "orphaned: enter finds a place"
"""What stands above the annotations whose text is gone."""

_COLOUR_WORDS = 20
"""Cells from which on a row has room for the name of its colour."""


class NoteOrder(StrEnum):
    """How the notes are sorted; the value is what the header says."""

    PLACE = "place"
    LATEST = "latest"
    COLOUR = "colour"


@dataclass(frozen=True, slots=True)
class NoteLine:
    """One row: the first or second line of an annotation, or, without one, the words above the orphans."""

    annotation: Annotation | None
    second: bool = False

    @property
    def heads(self) -> bool:
        """Whether the cursor can stand here: on the first line of an annotation."""
        return self.annotation is not None and not self.second


def listed(
    annotations: Sequence[Annotation], order: NoteOrder, names: Mapping[str, str], wanted: str = ""
) -> list[NoteLine]:
    """The rows for those annotations that `wanted` leaves, in an order; what is not placed stands last.

    `names` has the names of entities by their ids, for notes on an entity.
    """
    filtered = NoteFilter.of(wanted)
    matching = [each for each in annotations if filtered.matches(each, subject(each, names))]
    lines = list(_lines(_sorted([each for each in matching if each.placed], order)))
    orphans = [each for each in matching if not each.placed]
    return [*lines, NoteLine(None), *_lines(orphans)] if orphans else lines


def rows_needed(annotations: Iterable[Annotation]) -> int:
    """How many rows the panel would fill: the heading and all annotations, whatever the filter leaves of them."""
    annotations = list(annotations)
    orphans = any(not each.placed for each in annotations)
    return 1 + orphans + max(1, sum(1 + bool(each.text) for each in annotations))


def subject(annotation: Annotation, names: Mapping[str, str]) -> str:
    """What an annotation is on: its quotation, the entity's name, or the article."""
    if annotation.quote:
        return f"“{one_line(annotation.quote)}”"
    if annotation.entity:
        slug = annotation.entity.partition(":")[2]
        # What was merged or taken off the entities is known by its id alone.
        name = " ".join(word[:1].upper() + word[1:] for word in slug.split("-"))
        return one_line(names.get(annotation.entity, name))
    return "the article"


def note_row(line: NoteLine, names: Mapping[str, str], width: int, *, colour_words: bool = False) -> list[Part]:
    """A line of an annotation: what it is on, or the note itself. `colour_words` names its colour, too."""
    annotation = line.annotation
    if annotation is None:
        return [(pad(f" {ORPHANED}", width), "quiet")]
    if line.second:
        shown = [
            (each.text, "" if each.look == "words" else each.look)
            for each in pieces(first_line(annotation.text), width - 2)
        ]
        used = sum(cell_len(text) for text, _ in shown)
        return [("  ", ""), *shown, (" " * max(0, width - 2 - used), "")]
    colour = f" {annotation.colour}" if annotation.colour and colour_words and width >= _COLOUR_WORDS else ""
    return [
        (f"{sign_of(annotation)} ", annotation.colour or "count"),
        (pad(subject(annotation, names), max(0, width - 2 - cell_len(colour))), "quiet" if annotation.text else ""),
        (colour, "count"),
    ]


def _sorted(annotations: list[Annotation], order: NoteOrder) -> list[Annotation]:
    if order is NoteOrder.LATEST:
        return sorted(annotations, key=lambda each: each.modified, reverse=True)
    if order is NoteOrder.COLOUR:
        return sorted(annotations, key=lambda each: (bool(each.text), each.colour or ""))
    return annotations


def _lines(annotations: Iterable[Annotation]) -> Iterator[NoteLine]:
    for annotation in annotations:
        yield NoteLine(annotation)
        if annotation.text:
            yield NoteLine(annotation, second=True)
