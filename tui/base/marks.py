"""The marks that stand behind names and dates, and what they say."""

from __future__ import annotations

from newsreader.entity import MARK

YOURS, SUGGESTED = "✓", f"✓{MARK}"

MARKS = (
    (MARK, "A guess: the card says why. Behind a count, some of the mentions are guesses."),
    (YOURS, "What you said."),
    (SUGGESTED, "What follows from what you said in other articles."),
)
"""Each with what it means."""
