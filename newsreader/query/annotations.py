"""Annotations and corrections as things that a query can find."""

from __future__ import annotations

from dataclasses import replace
from typing import TYPE_CHECKING

from newsreader.annotations.model import CORRECTION, PERSON, Annotation, Kind
from newsreader.annotations.tagging import bare
from newsreader.annotations.wording import correction_in_words
from newsreader.query.fields import ORPHANED
from newsreader.query.matching import Findable

if TYPE_CHECKING:
    from collections.abc import Iterable

    from newsreader.annotations.corrections.model import Correction
    from newsreader.annotations.remarks import Remark


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
            "from": _from(annotation.author),
        },
    )


def of_correction(correction: Correction) -> Findable:
    """A correction of what was found."""
    other = correction.other.name if correction.other else ""
    subject = correction.subject
    return Findable(
        texts=(correction.quote, correction_in_words(correction), subject.name, correction.name or "", other),
        values={
            "kind": (CORRECTION,),
            "name": tuple(filter(None, (subject.name, *subject.forms, correction.name, other, subject.entity))),
            "from": _from(correction.author),
        },
    )


def of_remark(remark: Remark) -> Findable:
    """A remark on any article, of which the title can be found, too."""
    if isinstance(remark.said, Annotation):
        found = of_annotation(remark.said, remark.said.quote)
    else:
        found = of_correction(remark.said)
    return replace(found, texts=(*found.texts, remark.title))


def _from(author: str) -> tuple[str]:
    return ("person" if author == PERSON else "import",)


def _kinds(annotation: Annotation) -> Iterable[str]:
    """What it is: a highlight with something written on it is a note, too, and so is a bookmark."""
    yield annotation.kind
    if bare(annotation.text):
        yield Kind.NOTE
    if not annotation.placed:
        yield ORPHANED
