"""Tells what a hyphen at the end of a line is: a sign of the line's end, or a part of the word."""

from __future__ import annotations

_WORDS = """
    self non mid ex half cross all great vice semi quasi well ill pro anti post pre multi co neo pan sub under so then
    would still much long short high low full part hard soft old new open close free far near left right north south
    east west north-east twenty thirty forty fifty sixty seventy eighty ninety one two three four five six seven eight
    nine ten first second third mother father sister brother son daughter attorney secretary editor commander by on in
    up down off over out run check build set make break take
"""
_STAY = frozenset(_WORDS.split())
"""Words that a hyphen joins to what follows: `self-service`, `twenty-five`, `well-known`."""

_BEFORE_NAMES = frozenset({"non", "mid", "anti", "pro", "pre", "post", "ex", "pan", "neo", "trans", "inter", "sub"})
"""Those that stand before a name with a capital: `mid-June`."""

_NOT_THE_SAME_WORD = frozenset({"and", "or", "to", "nor", "but"})
"""What follows a hyphen that stands for a word to come: `pre- and post-war`."""


def hyphen_between(first: str, second: str) -> str:
    """Return what belongs between two parts of a word on two lines: nothing, a hyphen, or a blank for no one word."""
    if second.lower() in _NOT_THE_SAME_WORD:
        return " "
    if second[:1].isupper():
        return "-" if first.lower() in _BEFORE_NAMES else " "
    return "-" if first.lower() in _STAY else ""
