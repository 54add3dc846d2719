"""All refinements as one component, for pipelines of our own: the words of a Doc are read once, not ten times."""

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
from newsreader.entities.refine.tokens import Name, component, settled

TOGETHER = "newsreader_refine"
"""The component's name."""

RULES = (
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


@component(TOGETHER)
def refine(words: list[str], names: list[Name]) -> list[Name]:
    """Apply all rules, one after the other, each to what the one before has left."""
    for rule in RULES:
        names = settled(rule(words, list(names)), len(words))
    return names
