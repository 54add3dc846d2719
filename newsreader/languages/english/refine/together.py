"""All refinements as one component, for pipelines of our own: the words of a Doc are read once, not ten times."""

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
from newsreader.languages.english.refine.tokens import Name, component, settled

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
