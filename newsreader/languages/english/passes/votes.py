"""Votes: how much speaks for each category that a name may be of, as clues and the vote share them."""

from __future__ import annotations

from newsreader.entity import Category

THING = None
"""What a vote for no person, place or organisation is for: a ship, a product, a work."""

Votes = dict[Category | None, float]
"""How much speaks for each category."""
