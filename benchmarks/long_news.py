"""News as long as one likes: paragraphs of given articles again and again, and in each a name of its own."""

from __future__ import annotations

import random
from itertools import cycle
from typing import TYPE_CHECKING

from newsreader import resources

if TYPE_CHECKING:
    from collections.abc import Iterator, Sequence
    from pathlib import Path

VOWELS, CONSONANTS = "aeiou", "bdfgklmnprstv"


def news(words: int, files: Sequence[Path] = ()) -> str:
    """Return about that many words, the same each time; the sample articles are read if no `files` are given."""
    return "\n\n".join(paragraphs(words, files))


def paragraphs(words: int, files: Sequence[Path] = ()) -> Iterator[str]:
    """Yield the paragraphs, each with a sentence about somebody whom only one of them knows."""
    chance = random.Random(words)
    texts = [file.read_text(encoding="utf-8").split("\n\n") for file in files or resources.samples()]
    for paragraph in cycle([" ".join(part.split()) for text in texts for part in text if len(part.split()) > 15]):
        if words <= 0:
            return
        together = f"{paragraph} {_sentence(chance)}"
        words -= len(together.split())
        yield together


def _sentence(chance: random.Random) -> str:
    first, last, town = (_name(chance) for _ in range(3))
    return f"{first} {last} of {town} had told the council of {town} so in {chance.randint(1950, 2020)}."


def _name(chance: random.Random) -> str:
    return "".join(chance.choice(CONSONANTS) + chance.choice(VOWELS) for _ in range(chance.randint(2, 4))).capitalize()
