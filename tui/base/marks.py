"""The marks that stand behind names and dates and in the gutter, and what they say."""

from __future__ import annotations

from newsreader.entity import MARK

ALONE = "+"
YOURS, SUGGESTED = "✓", f"✓{MARK}"

MARKS = (
    (MARK, "A guess: the card says why. Behind a count, some of the mentions are guesses."),
    (YOURS, "What you said."),
    (SUGGESTED, "What follows from what you said in other articles."),
    (ALONE, "In the gutter: what only this article says of a story that others tell, too."),
)
"""Each with what it means."""
