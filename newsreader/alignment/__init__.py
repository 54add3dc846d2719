"""Carries spans from one version of a text to another by aligning the two."""

from __future__ import annotations

from newsreader.alignment.align import realign
from newsreader.alignment.model import Alignment, Candidate, Orphan, Placement, SpanChange
from newsreader.alignment.place import place
from newsreader.alignment.quotes import QuoteFinder, find_quote
from newsreader.alignment.similar import same_article

__all__ = [
    "Alignment",
    "Candidate",
    "Orphan",
    "Placement",
    "QuoteFinder",
    "SpanChange",
    "find_quote",
    "place",
    "realign",
    "same_article",
]
