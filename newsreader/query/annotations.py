"""Annotations as things that a query can find."""

from __future__ import annotations

from typing import TYPE_CHECKING

from newsreader.annotations.model import PERSON, Annotation, Kind
from newsreader.annotations.tagging import bare
from newsreader.query.fields import ORPHANED
from newsreader.query.matching import Findable

if TYPE_CHECKING:
    from collections.abc import Iterable


def of_annotation(annotation: Annotation, subject: str) -> Findable:
    """An annotation; `subject` is what it is on: the quotation, the name of the entity, or the article."""
    on = (subject, annotation.entity) if annotation.entity else ()
    return Findable(
        texts=(subject, annotation.text, annotation.colour or "", annotation.entity or ""),
        values={
            "tag": annotation.tags,
            "colour": (annotation.colour or "",),
            "kind": tuple(_kinds(annotation)),
            "name": (*annotation.links, *on),
            "note": (bare(annotation.text),),
            "from": ("person" if annotation.author == PERSON else "import",),
        },
    )


def _kinds(annotation: Annotation) -> Iterable[str]:
    """What it is: a highlight with something written on it is a note, too, and so is a bookmark."""
    yield annotation.kind
    if bare(annotation.text):
        yield Kind.NOTE
    if not annotation.placed:
        yield ORPHANED
