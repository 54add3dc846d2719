"""Made-up articles of any length, the same each time, and made-up mentions in them."""

from __future__ import annotations

import random
import re
from collections import defaultdict
from typing import TYPE_CHECKING

from newsreader.entity import Analysis, Category, Entity, Mention

if TYPE_CHECKING:
    from newsreader.article import Article

COMMON = "bo"
"""Letters that stand in one word of ten."""
MENTIONS_EACH = 10
"""Mentions per entity, on average; some have one, some many times as many."""
VOWELS, CONSONANTS = "aeiou", "bcdfghklmnprstvw"


def text(words: int) -> str:
    """Make up that many words in paragraphs of 20 to 80, with a blank line between them."""
    chance = random.Random(words)
    lexicon = ["".join(chance.choice(CONSONANTS) + chance.choice(VOWELS) for _ in range(n % 4 + 1)) for n in range(900)]
    paragraphs = []
    while words > 0:
        count = min(words, chance.randint(20, 80))
        paragraphs.append(" ".join(chance.choices(lexicon, k=count)).capitalize() + ".")
        words -= count
    return "\n\n".join(paragraphs)


def analysis(article: Article, mentions: int) -> Analysis:
    """Make up that many mentions, spread evenly over an article; as in news a few entities have most of them."""
    chance = random.Random(mentions)
    categories = list(Category)
    entities = max(1, mentions // MENTIONS_EACH)
    words = [match.span() for match in re.finditer(r"\w{5,}", article.text)]
    found: dict[int, list[Mention]] = defaultdict(list)
    for start, end in words[:: max(1, len(words) // mentions)][:mentions]:
        number = min(int(chance.expovariate(3 / entities)), entities)
        found[number].append(Mention(start, end, "X", categories[number % 4]))
    paragraphs = len(article.paragraphs)
    made = [Entity(f"e{n}", each[0].category, f"Name {n}", (), tuple(each)) for n, each in found.items()]
    return Analysis(article.sha256, "made up", tuple(made), paragraphs, paragraphs)
