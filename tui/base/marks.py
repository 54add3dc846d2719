"""The marks that stand beside names, dates, lists and in the gutter, and what they say."""

from __future__ import annotations

from newsreader.entity import MARK

ALONE = "+"
YOURS, SUGGESTED = "✓", f"✓{MARK}"
NEW, RISEN, WATCHED = "new", "▲", "◎"

MARKS = (
    (MARK, "A guess: the card says why. Behind a count, some of the mentions are guesses."),
    (YOURS, "What you said."),
    (SUGGESTED, "What follows from what you said in other articles."),
    (ALONE, "In the gutter: what only this article says of a story that others tell, too."),
    (WATCHED, "In the library: a name that you watch."),
    (NEW, "In the library: no article had the name before your last visit."),
    (RISEN, "In the library: in more articles than usual since your last visit. On a story: how many came to it."),
)
"""Each with what it means."""
