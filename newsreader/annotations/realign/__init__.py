"""Carries spans from one version of a text to another by aligning the two."""

from __future__ import annotations

from newsreader.annotations.realign.align import realign
from newsreader.annotations.realign.model import Alignment, Candidate, Change, Orphan, Placement
from newsreader.annotations.realign.place import place
from newsreader.annotations.realign.quotes import QuoteFinder, find_quote
from newsreader.annotations.realign.similar import same_article

__all__ = [
    "Alignment",
    "Candidate",
    "Change",
    "Orphan",
    "Placement",
    "QuoteFinder",
    "find_quote",
    "place",
    "realign",
    "same_article",
]
