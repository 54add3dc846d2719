"""Says where a span of the old text is in the new one, from their alignment: in its place, or nowhere."""

from __future__ import annotations

from bisect import bisect_left, bisect_right
from typing import TYPE_CHECKING

from newsreader.alignment.candidates import candidates
from newsreader.alignment.model import Orphan, Placement, SpanChange

if TYPE_CHECKING:
    from collections.abc import Iterator

    from newsreader.alignment.model import Alignment

ENOUGH = 0.4
"""The share of its characters, white space aside, that a span must keep in one place to be that span edited."""
_MOST_BETWEEN = 40
"""How many tokens may come in between two of a span, besides as many as it has."""
NEAR = 8
"""How many tokens on each side of a span are looked at for the confidence."""


def place(alignment: Alignment, start: int, end: int) -> Placement | Orphan:
    """Where the span of the old text is in the new one; an orphan, if too little of it is left at its place.

    A like text elsewhere is at most a candidate. Raises ValueError for an empty span or one outside of the old text.
    """
    if not 0 <= start < end <= len(alignment.old):
        raise ValueError(f"no span of a text of {len(alignment.old)} code points: {start} to {end}")
    if alignment.old == alignment.new:
        return Placement(start, end, SpanChange.UNCHANGED, 1.0)
    tokens = tokens_of(alignment, start, end)
    cluster = _best_cluster(alignment, tokens)
    survives = _length(alignment, cluster) / _length(alignment, list(tokens)) if cluster else 0.0
    if survives < ENOUGH:
        return Orphan(candidates(alignment, tokens, cluster))
    first, last = _snapped(alignment, tokens, *_extent(alignment, tokens, cluster))
    one, other = _edges(alignment, start, end, tokens, first, last)
    return Placement(
        one, other, _change(alignment, tokens, cluster, first, last), _confidence(alignment, tokens, survives)
    )


def tokens_of(alignment: Alignment, start: int, end: int) -> range:
    """The tokens of the old text that the span touches."""
    old = alignment.old_tokens
    return range(bisect_right(old.ends, start), bisect_left(old.starts, end))


def _length(alignment: Alignment, tokens: list[int]) -> int:
    return sum(alignment.old_tokens.ends[token] - alignment.old_tokens.starts[token] for token in tokens)


def _best_cluster(alignment: Alignment, tokens: range) -> list[int]:
    """The matched tokens of the span that stand together in the new text; of several such groups, the longest."""
    matched = sorted((token for token in tokens if alignment.matches[token] >= 0), key=alignment.matches.__getitem__)
    clusters: list[list[int]] = [[]]
    for token in matched:
        if clusters[-1] and _apart(alignment, tokens, clusters[-1][-1], token):
            clusters.append([])
        clusters[-1].append(token)
    return max(clusters, key=lambda cluster: _length(alignment, cluster))


def _apart(alignment: Alignment, tokens: range, one: int, other: int) -> bool:
    """Whether text that stood outside of the span, and was not moved here, now stands between two of its tokens."""
    between = alignment.origins[alignment.matches[one] + 1 : alignment.matches[other]]
    return len(between) > _MOST_BETWEEN + len(tokens) or any(
        origin >= 0 and origin not in tokens and not alignment.moved[origin] for origin in between
    )


def _extent(alignment: Alignment, tokens: range, cluster: list[int]) -> tuple[int, int]:
    """The first and last token of the new text: those of the cluster, and what replaced the span's own ends."""
    first, last = alignment.matches[cluster[0]], alignment.matches[cluster[-1]]
    return first - _replaced(alignment, tokens, cluster[0], -1), last + _replaced(alignment, tokens, cluster[-1], 1)


def _replaced(alignment: Alignment, tokens: range, token: int, step: int) -> int:
    """How many tokens of the new text, from the match of `token` outwards, stand for unmatched tokens of the span."""
    inside = _unmatched(alignment, token, step, within=tokens)
    if not inside:
        return 0
    facing = _added(alignment, alignment.matches[token], step)
    beyond = token + step * (inside + 1)
    closed = _match(alignment, beyond) == alignment.matches[token] + step * (facing + 1)
    return facing if closed and beyond not in tokens else min(inside, facing)


def _unmatched(alignment: Alignment, token: int, step: int, within: range) -> int:
    count = 0
    while token + step * (count + 1) in within and alignment.matches[token + step * (count + 1)] < 0:
        count += 1
    return count


def _added(alignment: Alignment, token: int, step: int) -> int:
    """How many tokens next to `token` of the new text, in its sentence, are not of the old one."""
    new, count = alignment.new_tokens, 0
    while 0 <= (at := token + step * (count + 1)) < len(new) and alignment.origins[at] < 0:
        if new.sentences[at] != new.sentences[token]:
            break
        count += 1
    return count


def _match(alignment: Alignment, token: int) -> int | None:
    return alignment.matches[token] if 0 <= token < len(alignment.matches) else None


def _snapped(alignment: Alignment, tokens: range, first: int, last: int) -> tuple[int, int]:
    """The exact words of the span, if they stand at the place and are nobody else's."""
    wanted = alignment.old_tokens.keys[tokens.start : tokens.stop]
    size, new = len(wanted), alignment.new_tokens.keys
    if new[first : last + 1] == wanted:
        return first, last
    for at in _nearest(first, max(0, first - size), min(last, len(new) - size)):
        origins = alignment.origins[at : at + size]
        if new[at : at + size] == wanted and at + size > first and all(o < 0 or o in tokens for o in origins):
            return at, at + size - 1
    return first, last


def _nearest(middle: int, low: int, high: int) -> Iterator[int]:
    return iter(sorted(range(low, high + 1), key=lambda at: abs(at - middle)))


def _edges(alignment: Alignment, start: int, end: int, tokens: range, first: int, last: int) -> tuple[int, int]:
    """The span in code points; it may begin or end inside of a token, or with white space."""
    old, new = alignment.old_tokens, alignment.new_tokens
    one, other = new.starts[first], new.ends[last]
    before, after = start - old.starts[tokens.start], old.ends[tokens[-1]] - end
    if before > 0 and old.keys[tokens.start] == new.keys[first]:
        one = min(one + before, new.ends[first] - 1)
    if after > 0 and old.keys[tokens[-1]] == new.keys[last]:
        other = max(other - after, one + 1)
    return _blanks_before(alignment.new, one, -before), _blanks_after(alignment.new, other, -after)


def _blanks_before(text: str, offset: int, most: int) -> int:
    while most > 0 and offset and text[offset - 1].isspace():
        offset, most = offset - 1, most - 1
    return offset


def _blanks_after(text: str, offset: int, most: int) -> int:
    while most > 0 and offset < len(text) and text[offset].isspace():
        offset, most = offset + 1, most - 1
    return offset


def _change(alignment: Alignment, tokens: range, cluster: list[int], first: int, last: int) -> SpanChange:
    if alignment.new_tokens.keys[first : last + 1] != alignment.old_tokens.keys[tokens.start : tokens.stop]:
        return SpanChange.EDITED
    return SpanChange.MOVED if any(alignment.moved[token] for token in cluster) else SpanChange.UNCHANGED


def _confidence(alignment: Alignment, tokens: range, survives: float) -> float:
    """The share of the span that is left, less where its surroundings are not."""
    near = [*range(max(0, tokens.start - NEAR), tokens.start), *range(tokens.stop, tokens.stop + NEAR)]
    around = [alignment.matches[token] >= 0 for token in near if token < len(alignment.matches)]
    share = sum(around) / len(around) if around else 1.0
    return min(1.0, survives) * (1 + share) / 2
