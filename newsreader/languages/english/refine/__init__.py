"""spaCy components that correct what a statistical recogniser gets wrong in English news, one paragraph at a time.

Importing this package registers them, and so does spaCy itself by entry point; each works on the entities of a Doc
alone, without tagger or parser, and can stand in any pipeline that recognises names. `refined` applies them all.
"""

from __future__ import annotations

from typing import TYPE_CHECKING

from newsreader.languages.english.refine.acronyms import acronyms
from newsreader.languages.english.refine.boundaries import boundaries
from newsreader.languages.english.refine.datelines import datelines
from newsreader.languages.english.refine.extents import extents
from newsreader.languages.english.refine.junk import junk
from newsreader.languages.english.refine.organisations import organisations
from newsreader.languages.english.refine.people import people
from newsreader.languages.english.refine.places import places
from newsreader.languages.english.refine.rescue import rescue
from newsreader.languages.english.refine.results import results
from newsreader.languages.english.refine.tokens import Name, Rule, applied, component_name, settled

if TYPE_CHECKING:
    from spacy.tokens import Doc

RULES: tuple[Rule, ...] = (
    boundaries,
    extents,
    datelines,
    acronyms,
    rescue,
    people,
    organisations,
    places,
    junk,
    results,
)
"""The refinements, in order; each looks at what the one before has left."""

COMPONENTS: tuple[str, ...] = tuple(map(component_name, RULES))
"""Names of the components to add after a recogniser, in this order."""


def refine(words: list[str], names: list[Name]) -> list[Name]:
    """Return the names of a paragraph after all refinements, given its words and the names that were recognised."""
    for rule in RULES:
        names = settled(rule(words, list(names)), len(words))
    return names


def refined(doc: Doc) -> Doc:
    """Apply all refinements to a paragraph and return it; its words are read once, not once for each."""
    return applied(refine, doc)
