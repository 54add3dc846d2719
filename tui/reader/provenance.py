"""Whose word the interface says an entity is: a sign for its row, a sentence for its card. Never colour alone."""

from __future__ import annotations

from typing import TYPE_CHECKING

from newsreader.annotations.corrections.model import Provenance
from tui.base.cell_text import one_line
from tui.base.marks import SUGGESTED, YOURS

if TYPE_CHECKING:
    from newsreader.annotations.corrections import Corrected, Correction

SIGNS = {Provenance.PERSON: YOURS, Provenance.GAZETTEER: SUGGESTED}
"""What stands behind the name of an entity that is not just as the machine has it."""

SENTENCES = {
    Provenance.PERSON: "corrected by you",
    Provenance.GAZETTEER: "suggested by your gazetteer",
}
"""The same in words."""


def signs_of(corrected: Corrected) -> dict[str, str]:
    """The signs of all entities that have one, by their ids."""
    return {each: sign for each in corrected.entities if (sign := SIGNS.get(corrected.provenance(each)))}


def mention_signs(corrected: Corrected | None) -> dict[int, str]:
    """The signs of all mentions that are not just as the machine has them, by their starts."""
    starts = corrected.mentions if corrected else ()
    return {each: sign for each in starts if corrected and (sign := SIGNS.get(corrected.mention_provenance(each)))}


def sign_of(correction: Correction) -> str:
    """The sign of a correction."""
    return SIGNS[Provenance.PERSON if correction.here else Provenance.GAZETTEER]


def about(corrected: Corrected | None, entity_id: str) -> str:
    """The sign and the sentence for an entity; empty for what the machine says."""
    return _said(corrected.provenance(entity_id), corrected.author(entity_id)) if corrected else ""


def about_mention(corrected: Corrected | None, entity_id: str, start: int) -> str:
    """The same for a mention: by itself, else by its entity."""
    said = _said(corrected.mention_provenance(start), corrected.mention_author(start)) if corrected else ""
    return said or about(corrected, entity_id)


def _said(who: Provenance, author: str) -> str:
    """`author` is somebody else's name, if it is not the reader's own word."""
    if who is Provenance.PERSON and author:
        return f"{SIGNS[who]} corrected by {one_line(author)}"
    return f"{SIGNS[who]} {SENTENCES[who]}" if who in SIGNS else ""
