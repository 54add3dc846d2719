"""spaCy components that correct what a statistical recogniser gets wrong in news, one paragraph at a time.

Importing this package registers them, and so does spaCy itself by entry point; each works on the entities of a Doc
alone, without tagger or parser, and can stand in any pipeline that recognises names.
"""

from __future__ import annotations

from newsreader.entities.refine.acronyms import acronyms
from newsreader.entities.refine.boundaries import boundaries
from newsreader.entities.refine.datelines import datelines
from newsreader.entities.refine.extents import extents
from newsreader.entities.refine.junk import junk
from newsreader.entities.refine.organisations import organisations
from newsreader.entities.refine.people import people
from newsreader.entities.refine.places import places
from newsreader.entities.refine.rescue import rescue
from newsreader.entities.refine.results import results

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
