"""Aligns two versions of a text: token by token, with moved sentences and paragraphs."""

from __future__ import annotations

from collections import defaultdict
from itertools import pairwise
from typing import TYPE_CHECKING

from newsreader.alignment.fill import Filler
from newsreader.alignment.model import Alignment
from newsreader.alignment.runs import Run, common_runs, heaviest_chain
from newsreader.alignment.similar import likeness_of_tokens
from newsreader.alignment.tokens import Tokens, tokenise
from newsreader.alignment.weights import weigh

if TYPE_CHECKING:
    from collections.abc import Iterator

Pair = tuple[int, int]
Cell = tuple[int, int]

STRANGE = 0.1
"""Below this likeness the texts are two articles, and what they share is the language."""
KEPT = 0.35
"""The share of its words by weight that a sentence must keep to be the same one edited."""
MOVED = 0.6
"""The same for a sentence out of order, for which its place says nothing, or against one of another length."""
UNLIKE = 3.0
"""From this ratio of weights on, a short sentence has half of its words in a long one by chance."""
TELLING = 6.0
"""The weight of the words that a sentence out of order must share."""
FREE = 0.3
"""A sentence with less of its weight matched is looked for elsewhere."""
RARE = 6
"""In how many sentences a word may be that leads to a sentence out of order."""


def realign(old: str, new: str) -> Alignment:
    """Align two versions of a text. Two different articles share nothing, whatever phrases both use.

    Takes about 2 ms for 1,000 words, more where much was changed, and memory in proportion to the length.
    """
    return _Aligner(tokenise(old), tokenise(new)).alignment(old, new)


class _Aligner:
    """Collects the matches between two token sequences, in order of how certain they are."""

    def __init__(self, old: Tokens, new: Tokens) -> None:
        self._old = old
        self._new = new
        self._weights = weigh(old.keys, new.keys)
        self._filler = Filler(old, new, self._weights)
        self._matches = [-1] * len(old)
        self._origins = [-1] * len(new)
        self._sentences = (_ranges(old.sentences), _ranges(new.sentences))
        self._weight_old = [self._weight(old.keys, each) for each in self._sentences[0]]
        self._weight_new = [self._weight(new.keys, each) for each in self._sentences[1]]

    def alignment(self, old: str, new: str) -> Alignment:
        if old == new:
            self._match_all(zip(range(len(self._old)), range(len(self._new)), strict=True))
        elif likeness_of_tokens(self._old.keys, self._new.keys) >= STRANGE:
            self._align()
        blocks = self._blocks()
        moved = [False] * len(self._old)
        chain = set(self._chain(blocks))
        for number, block in enumerate(blocks):
            if number not in chain:
                moved[block.old : block.old + block.length] = [True] * block.length
        return Alignment(old, new, self._old, self._new, self._matches, self._origins, moved, _places(self._new.keys))

    def _align(self) -> None:
        runs = common_runs(self._old.keys, self._new.keys)
        for run in runs:
            self._match_all((run.old + step, run.new + step) for step in range(run.length))
        self._fill_between([runs[index] for index in self._chain(runs)])
        self._drop_unsupported()
        self._find_moved_sentences()
        for cell in self._cells():
            self._fill_cell(cell)
        self._drop_unsupported()

    def _chain(self, runs: list[Run]) -> list[int]:
        weights = [self._weight(self._old.keys, range(run.old, run.old + run.length)) for run in runs]
        return heaviest_chain(runs, weights)

    def _weight(self, keys: list[str], tokens: range) -> float:
        return sum(self._weights[keys[token]] for token in tokens)

    def _match_all(self, pairs: Iterator[Pair]) -> None:
        for one, other in pairs:
            self._matches[one] = other
            self._origins[other] = one

    def _fill_between(self, runs: list[Run]) -> None:
        """Pair what is left between neighbouring runs, before the first and after the last."""
        bounds = [Run(0, 0, 0), *runs, Run(len(self._old), len(self._new), 0)]
        for one, other in pairwise(bounds):
            self._fill(range(one.old + one.length, other.old), range(one.new + one.length, other.new))

    def _fill(self, old: range, new: range) -> None:
        left_old = [token for token in old if self._matches[token] < 0]
        left_new = [token for token in new if self._origins[token] < 0]
        if left_old and left_new:
            self._match_all(self._filler.pairs(left_old, left_new))

    def _fill_cell(self, cell: Cell) -> None:
        """Pair what is left of two sentences between what is paired already."""
        old, new = self._sentences[0][cell[0]], self._sentences[1][cell[1]]
        last_old, last_new = old.start - 1, new.start - 1
        for token in [*old, old.stop]:
            match = self._matches[token] if token < old.stop else new.stop
            if match > last_new and (match in new or match == new.stop):
                self._fill(range(last_old + 1, token), range(last_new + 1, match))
                last_old, last_new = token, match

    def _cells(self) -> dict[Cell, list[int]]:
        """The matched tokens of the old text, by the sentences they are in on both sides."""
        cells: dict[Cell, list[int]] = defaultdict(list)
        for token, match in enumerate(self._matches):
            if match >= 0:
                cells[self._old.sentences[token], self._new.sentences[match]].append(token)
        return cells

    def _drop_unsupported(self) -> None:
        """Unpair words that two sentences share by chance."""
        cells = self._cells()
        tokens = sorted(cells, key=lambda cell: cells[cell][0])
        in_order = self._cells_in_order(cells, tokens)
        for cell, members in cells.items():
            if not self._supported(cell, members, cell in in_order):
                for token in members:
                    self._origins[self._matches[token]] = -1
                    self._matches[token] = -1

    def _cells_in_order(self, cells: dict[Cell, list[int]], order: list[Cell]) -> set[Cell]:
        runs = [Run(cells[cell][0], self._matches[cells[cell][0]], 1) for cell in order]
        weights = [sum(self._weights[self._old.keys[token]] for token in cells[cell]) for cell in order]
        return {order[index] for index in heaviest_chain(runs, weights)}

    def _supported(self, cell: Cell, members: list[int], in_order: bool) -> bool:
        shared = sum(self._weights[self._old.keys[token]] for token in members)
        least, most = sorted((self._weight_old[cell[0]], self._weight_new[cell[1]]))
        if in_order and most < UNLIKE * least:
            return shared >= KEPT * least
        return shared >= MOVED * least and (in_order or shared >= TELLING)

    def _find_moved_sentences(self) -> None:
        """Pair sentences that are hardly matched with like ones elsewhere, the most alike first."""
        of_word: dict[str, list[int]] = defaultdict(list)
        for number in self._free(1):
            for key in {self._new.keys[token] for token in self._sentences[1][number]}:
                of_word[key].append(number)
        found = []
        for number in self._free(0):
            shared: dict[int, float] = defaultdict(float)
            for key in {self._old.keys[token] for token in self._sentences[0][number]}:
                if len(of_word[key]) <= RARE:
                    for other in of_word[key]:
                        shared[other] += self._weights[key]
            found += [(weight, number, other) for other, weight in shared.items() if weight >= TELLING]
        taken: set[tuple[int, int]] = set()
        for _, number, other in sorted(found, reverse=True):
            if (0, number) not in taken and (1, other) not in taken and self._try_moved((number, other)):
                taken |= {(0, number), (1, other)}

    def _try_moved(self, cell: Cell) -> bool:
        old = [token for token in self._sentences[0][cell[0]] if self._matches[token] < 0]
        new = [token for token in self._sentences[1][cell[1]] if self._origins[token] < 0]
        pairs = list(self._filler.pairs(old, new))
        if not self._supported(cell, [one for one, _ in pairs], in_order=False):
            return False
        self._match_all(iter(pairs))
        return True

    def _free(self, side: int) -> list[int]:
        """The numbers of the sentences of the old (0) or new (1) text of which little is matched."""
        tokens, matches = ((self._old, self._matches), (self._new, self._origins))[side]
        whole = (self._weight_old, self._weight_new)[side]
        return [
            number
            for number, each in enumerate(self._sentences[side])
            if sum(self._weights[tokens.keys[t]] for t in each if matches[t] >= 0) < FREE * whole[number]
        ]

    def _blocks(self) -> list[Run]:
        """The matches as maximal runs."""
        blocks: list[Run] = []
        for token, match in enumerate(self._matches):
            if match < 0:
                continue
            last = blocks[-1] if blocks else None
            if last and token == last.old + last.length and match == last.new + last.length:
                blocks[-1] = Run(last.old, last.new, last.length + 1)
            else:
                blocks.append(Run(token, match, 1))
        return blocks


def _ranges(numbers: list[int]) -> list[range]:
    """The tokens of each sentence."""
    starts = [token for token, number in enumerate(numbers) if not token or number != numbers[token - 1]]
    return [range(one, other) for one, other in pairwise([*starts, len(numbers)])]


def _places(keys: list[str]) -> dict[str, list[int]]:
    places: dict[str, list[int]] = defaultdict(list)
    for place, key in enumerate(keys):
        places[key].append(place)
    return dict(places)
