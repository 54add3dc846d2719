"""Whose word the interface says an entity is: a sign for its row, a sentence for its card. Never colour alone."""

from __future__ import annotations

from typing import TYPE_CHECKING

from newsreader.annotations.corrections.model import Provenance

if TYPE_CHECKING:
    from newsreader.annotations.corrections import Corrected

SIGNS = {Provenance.PERSON: "✓", Provenance.GAZETTEER: "✓?"}
"""What stands behind the name of an entity that is not just as the machine has it."""

SENTENCES = {
    Provenance.PERSON: "corrected by you",
    Provenance.GAZETTEER: "suggested by your gazetteer",
}
"""The same in words."""


def signs_of(corrected: Corrected) -> dict[str, str]:
    """The signs of all entities that have one, by their ids."""
    return {each: sign for each in corrected.entities if (sign := SIGNS.get(corrected.provenance(each)))}


def about(corrected: Corrected | None, entity_id: str) -> str:
    """The sign and the sentence for an entity; empty for what the machine says."""
    who = corrected.provenance(entity_id) if corrected else Provenance.MACHINE
    return f"{SIGNS[who]} {SENTENCES[who]}" if who in SIGNS else ""
