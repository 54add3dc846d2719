"""spaCy components that correct what a statistical recogniser gets wrong in news, one paragraph at a time.

Importing this package registers them, and so does spaCy itself by entry point; each works on the entities of a Doc
alone, without tagger or parser, and can stand in any pipeline that recognises names.
"""

from __future__ import annotations

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

COMPONENTS: tuple[str, ...] = (
    "newsreader_boundaries",
    "newsreader_extents",
    "newsreader_datelines",
    "newsreader_acronyms",
    "newsreader_rescue",
    "newsreader_people",
    "newsreader_organisations",
    "newsreader_places",
    "newsreader_junk",
    "newsreader_results",
)
"""Names of the components to add after the recogniser, in this order."""

__all__ = [
    "COMPONENTS",
    "acronyms",
    "boundaries",
    "datelines",
    "extents",
    "junk",
    "organisations",
    "people",
    "places",
    "rescue",
    "results",
]
