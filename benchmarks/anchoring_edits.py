"""Edited versions of a text by seeded mutation, with the gold place of every span known by construction.

An article is taken apart into paragraphs, sentences and pieces (words, punctuation, white space); each piece knows the
code points it came from. Whatever an edit does to the pieces, they still say where a span of the old text went.
"""

from __future__ import annotations

import re
from dataclasses import dataclass, replace
from itertools import pairwise
from typing import TYPE_CHECKING

if TYPE_CHECKING:
    import random
    from collections.abc import Callable

_PIECE = re.compile(r"\d[\d.,]*\d|\w+|\s+|[^\w\s]")
_SENTENCE_END = re.compile(r"(?<=[.!?][\"'”’)])\s+(?=[\"“‘'(]?[A-Z0-9])|(?<=\w\w[.!?])\s+(?=[\"“‘'(]?[A-Z0-9])")
_CAPITAL = re.compile(r"[A-Z][a-z]{2,}$")
_WORD = re.compile(r"[^\W\d_]{2,}$")
_LETTERS = "abcdefghijklmnopqrstuvwxyz"

FURNITURE = (
    "Advertisement",
    "Share this article on social media",
    "Sign up for our newsletter and get the stories of the day in your inbox.",
    "Also read: five things to know this morning",
    "This article is more than a year old.",
    "Image: file picture",
    "Reporting by our correspondents; editing by the night desk.",
    "Copyright. All rights reserved. No part may be reproduced without permission.",
    "Related topics",
    "Follow us for more.",
)


@dataclass(frozen=True, slots=True)
class Piece:
    """A word, a mark or white space, and the span of the old text it stands for.

    `start` is -1 for what was added. `kept` is whether it is the old text (a typo is) or stands in its place.
    """

    text: str
    start: int = -1
    end: int = -1
    kept: bool = False
    moved: bool = False


Sentence = list[Piece]
Paragraph = list[Sentence]
Document = list[Paragraph]


@dataclass(frozen=True, slots=True)
class Pool:
    """What an edit may take from other articles: their words, names and sentences, and whole texts."""

    words: list[str]
    names: list[str]
    sentences: list[str]
    texts: list[str]


def take_apart(text: str) -> Document:
    """Divide a text; the pieces joined are the text. White space belongs to the sentence before it."""
    document, start = [], 0
    for match in [*re.finditer(r"\s*\n\s*\n\s*", text), None]:
        end = match.end() if match else len(text)
        if end > start:
            document.append(_sentences(text, start, end))
        start = end
    return document


def join(document: Document) -> tuple[str, list[Piece]]:
    """The text and the pieces it is made of."""
    pieces = [piece for paragraph in document for sentence in paragraph for piece in sentence]
    return "".join(piece.text for piece in pieces), pieces


def _sentences(text: str, start: int, end: int) -> Paragraph:
    cuts = [start + match.end() for match in _SENTENCE_END.finditer(text[start:end])]
    bounds = [start, *[cut for cut in cuts if cut < end], end]
    return [_pieces(text, one, other) for one, other in pairwise(bounds)]


def _pieces(text: str, start: int, end: int) -> Sentence:
    return [Piece(m.group(), m.start(), m.end(), kept=True) for m in _PIECE.finditer(text, start, end)]


def _added(text: str) -> Sentence:
    return [Piece(found) for found in _PIECE.findall(text)]


def _blank_at_end(sentence: Sentence) -> str:
    return sentence[-1].text if sentence and sentence[-1].text.isspace() else ""


def _spaced(chance: random.Random, pool: Pool, blank: str) -> Sentence:
    return _added(chance.choice(pool.sentences) + (blank or " "))


def _words(document: Document, wanted: re.Pattern[str] = _WORD) -> list[tuple[int, int, int]]:
    return [
        (p, s, w)
        for p, paragraph in enumerate(document)
        for s, sentence in enumerate(paragraph)
        for w, piece in enumerate(sentence)
        if piece.kept and wanted.match(piece.text)
    ]


def _some(chance: random.Random, items: list, low: float, high: float) -> list:
    """A share of the items between `low` and `high`, at least one if there is any."""
    count = max(1, round(len(items) * chance.uniform(low, high)))
    return chance.sample(items, min(count, len(items)))


def typos(document: Document, chance: random.Random, pool: Pool) -> None:
    """Slips of the finger in 1 to 8 % of the words: a letter dropped, doubled, changed, swapped, or a blank lost."""
    for p, s, w in _some(chance, _words(document), 0.01, 0.08):
        sentence = document[p][s]
        piece = sentence[w]
        if chance.random() < 0.05 and w + 1 < len(sentence) - 1 and sentence[w + 1].text.isspace():
            sentence[w + 1] = replace(sentence[w + 1], text="")
        elif len(piece.text) > 3:
            sentence[w] = replace(piece, text=_slip(piece.text, chance))


def _slip(word: str, chance: random.Random) -> str:
    at = chance.randrange(1, len(word) - 1)
    letter = chance.choice(_LETTERS)
    return chance.choice(
        (
            word[:at] + word[at + 1 :],
            word[:at] + word[at] + word[at:],
            word[:at] + letter + word[at + 1 :],
            word[:at] + word[at + 1] + word[at] + word[at + 2 :],
        )
    )


def substitution(document: Document, chance: random.Random, pool: Pool) -> None:
    """Other words in place of 3 to 15 % of them."""
    for p, s, w in _some(chance, _words(document), 0.03, 0.15):
        _substitute(document[p][s], w, chance.choice(pool.words))


def _substitute(sentence: Sentence, at: int, text: str) -> None:
    piece = sentence[at]
    if piece.text.lower() != text.lower():
        sentence[at] = replace(piece, text=text, kept=False)


def deletion(document: Document, chance: random.Random, pool: Pool) -> None:
    """5 to 30 % of the sentences are gone, now and then a paragraph."""
    places = [(p, s) for p, paragraph in enumerate(document) for s in range(len(paragraph))]
    for p, s in sorted(_some(chance, places, 0.05, 0.3), reverse=True):
        _delete(document[p], s)
    if len(document) > 3 and chance.random() < 0.3:
        document.pop(chance.randrange(len(document)))
    document[:] = [paragraph for paragraph in document if paragraph]


def _delete(paragraph: Paragraph, at: int) -> None:
    """The last sentence leaves the break between paragraphs to the one before it."""
    gone = paragraph.pop(at)
    if at == len(paragraph) and paragraph and _blank_at_end(gone):
        _end_with(paragraph[-1], _blank_at_end(gone))


def _end_with(sentence: Sentence, blank: str) -> None:
    if _blank_at_end(sentence):
        sentence.pop()
    sentence.append(Piece(blank))


def insertion(document: Document, chance: random.Random, pool: Pool) -> None:
    """Sentences of other articles come in, half of them with names of this one; now and then a paragraph."""
    places = [(p, s) for p, paragraph in enumerate(document) for s in range(len(paragraph))]
    names = _names(document)
    for p, s in sorted(_some(chance, places, 0.05, 0.3), reverse=True):
        document[p].insert(s, _with_names(_spaced(chance, pool, " "), names, chance))
    if chance.random() < 0.3:
        document.insert(chance.randrange(len(document)), [_spaced(chance, pool, "\n\n")])


def _names(document: Document) -> list[str]:
    return [document[p][s][w].text for p, s, w in _words(document, _CAPITAL) if w] or ["Nobody"]


def _with_names(sentence: Sentence, names: list[str], chance: random.Random) -> Sentence:
    if chance.random() < 0.5:
        return sentence
    return [
        replace(piece, text=chance.choice(names)) if w and _CAPITAL.match(piece.text) else piece
        for w, piece in enumerate(sentence)
    ]


def moves(document: Document, chance: random.Random, pool: Pool) -> None:
    """One to three paragraphs or sentences stand elsewhere."""
    for _ in range(chance.randint(1, 3)):
        if len(document) > 2 and chance.random() < 0.5:
            _move_paragraph(document, chance)
        else:
            _move_sentence(document, chance)


def _move_paragraph(document: Document, chance: random.Random) -> None:
    """All but the last, whose end is the end of the text."""
    moving = document.pop(chance.randrange(len(document) - 1))
    document.insert(chance.randrange(len(document)), [_in_motion(sentence) for sentence in moving])


def _move_sentence(document: Document, chance: random.Random) -> None:
    places = [(p, s) for p, paragraph in enumerate(document) for s in range(len(paragraph)) if len(paragraph) > 1]
    if not places:
        return
    p, s = chance.choice(places)
    moving = list(document[p][s])
    _delete(document[p], s)
    _end_with(moving, " ")
    target = document[chance.randrange(len(document))]
    target.insert(chance.randrange(len(target)), _in_motion(moving))


def _in_motion(sentence: Sentence) -> Sentence:
    return [replace(piece, moved=True) for piece in sentence]


def reflow(document: Document, chance: random.Random, pool: Pool) -> None:
    """Lines are wrapped anew and quotes and dashes set in another style; the words are the same."""
    width, column, style = chance.randint(40, 90), 0, _quotes(chance)
    for paragraph in document:
        for s, sentence in enumerate(paragraph):
            last = s == len(paragraph) - 1
            for w, piece in enumerate(sentence):
                text = style.get(piece.text, piece.text)
                if text.isspace():
                    ends = last and w == len(sentence) - 1
                    text = text if ends else "\n" if column > width else " "
                column = 0 if "\n" in text else column + len(text)
                sentence[w] = replace(piece, text=text)


def _quotes(chance: random.Random) -> dict[str, str]:
    straight = {"“": '"', "”": '"', "‘": "'", "’": "'", "—": "-", "–": "-", "…": "..."}
    return chance.choice((straight, {'"': chance.choice("“”"), "'": "’", "-": "–"}))


def boilerplate(document: Document, chance: random.Random, pool: Pool) -> None:
    """What a page has around its article comes in between the paragraphs."""
    for _ in range(chance.randint(2, 6)):
        document.insert(chance.randrange(len(document)), [_added(chance.choice(FURNITURE) + "\n\n")])


def renames(document: Document, chance: random.Random, pool: Pool) -> None:
    """One to three names are another throughout."""
    for name in _some(chance, sorted(set(_names(document))), 0.0, 0.15)[:3]:
        other = chance.choice(pool.names)
        for p, s, w in _words(document, _CAPITAL):
            if document[p][s][w].text == name:
                _substitute(document[p][s], w, other)


def updates(document: Document, chance: random.Random, pool: Pool) -> None:
    """Half of the numbers and some names are corrected."""
    for p, s, w in _some(chance, _words(document, re.compile(r"\d")), 0.3, 0.7):
        _substitute(document[p][s], w, re.sub(r"\d", lambda _: chance.choice("0123456789"), document[p][s][w].text))
    for p, s, w in _some(chance, _words(document, _CAPITAL), 0.02, 0.1):
        _substitute(document[p][s], w, chance.choice(pool.names))


def rewrites(document: Document, chance: random.Random, pool: Pool) -> None:
    """10 to 40 % of the sentences: half keep 30 to 70 % of their words, half become another with the same names."""
    places = [(p, s) for p, paragraph in enumerate(document) for s in range(len(paragraph))]
    for p, s in _some(chance, places, 0.1, 0.4):
        sentence = document[p][s]
        if chance.random() < 0.5:
            document[p][s] = _reword(sentence, chance, pool)
        else:
            names = [piece.text for piece in sentence if _CAPITAL.match(piece.text)] or ["Somebody"]
            other = _with_names(_spaced(chance, pool, _blank_at_end(sentence)), names, chance)
            document[p][s] = other


def _reword(sentence: Sentence, chance: random.Random, pool: Pool) -> Sentence:
    """Words are replaced, dropped or added."""
    share, reworded = chance.uniform(0.3, 0.7), []
    for piece in sentence:
        fate = chance.random()
        if not _WORD.match(piece.text) or fate < share:
            reworded.append(piece)
        elif fate < share + 0.7 * (1 - share):
            reworded.append(replace(piece, text=chance.choice(pool.words), kept=False))
        elif fate < share + 0.85 * (1 - share):
            reworded += [piece, Piece(" "), Piece(chance.choice(pool.words))]
    return reworded


def another(document: Document, chance: random.Random, pool: Pool) -> None:
    """Another article altogether stands at the address."""
    document[:] = [[_added(chance.choice(pool.texts))]]


def mixture(document: Document, chance: random.Random, pool: Pool) -> None:
    """Three to five of the other kinds, one after the other."""
    kinds = [kind for kind in KINDS.values() if kind not in (another, mixture)]
    for kind in sorted(chance.sample(kinds, chance.randint(3, 5)), key=kinds.index):
        kind(document, chance, pool)


KINDS: dict[str, Callable[[Document, random.Random, Pool], None]] = {
    "typos": typos,
    "word substitution": substitution,
    "deletion": deletion,
    "insertion": insertion,
    "moves": moves,
    "reflow, quote style": reflow,
    "boilerplate": boilerplate,
    "renames": renames,
    "updates": updates,
    "rewrites": rewrites,
    "another article": another,
    "mixture": mixture,
}


@dataclass(frozen=True, slots=True)
class Gold:
    """Where a span went: its extent in the new text, and how much of it is still there, 0 to 1."""

    start: int
    end: int
    survives: float


class Truth:
    """Answers, from the pieces of an edited text, where the spans of the old one went."""

    def __init__(self, pieces: list[Piece]) -> None:
        self._pieces = pieces
        self._starts = [0]
        for piece in pieces:
            self._starts.append(self._starts[-1] + len(piece.text))

    def gold(self, old: str, start: int, end: int) -> Gold:
        """The best cluster of the span's pieces: one with nothing between them but what was added or moved there."""
        clusters: list[list[int]] = [[]]
        for number, piece in enumerate(self._pieces):
            if piece.start >= start and piece.end <= end:
                clusters[-1].append(number)
            elif piece.start >= 0 and not piece.moved and clusters[-1] and not piece.text.isspace():
                clusters.append([])
        best = max(clusters, key=self._weight)
        best = [number for number in best if self._pieces[number].text.strip()]
        whole = len("".join(old[start:end].split()))
        if not best:
            return Gold(0, 0, 0.0)
        return Gold(self._starts[best[0]], self._starts[best[-1] + 1], self._weight(best) / whole)

    def _weight(self, cluster: list[int]) -> int:
        pieces = [self._pieces[number] for number in cluster]
        return sum(p.end - p.start for p in pieces if p.kept and not p.text.isspace())
