"""Two other ways to find a span again, written from their published rules, to compare with.

*Offsets only* trusts the numbers. *Quote with context* is the rule of the best-known web annotator: the exact quote if
it occurs, else the least different text with up to half as many errors as the quote has characters; of several the one
whose quote (50), text before (20) and after (20) and position (2) fit best; there is no minimum.
"""

from __future__ import annotations

CONTEXT = 32
"""Code points of context on each side, as that annotator keeps them."""

Span = tuple[int, int]


def offsets_only(new: str, start: int, end: int) -> Span | None:
    """The same numbers, if the text is long enough."""
    return (start, end) if end <= len(new) else None


def quote_with_context(old: str, new: str, start: int, end: int) -> Span | None:
    """The best match of the quote in its context, however bad; None if nothing has less than half of errors."""
    quote = old[start:end]
    if new[start:end] == quote:
        return start, end
    before, after = old[max(0, start - CONTEXT) : start], old[end : end + CONTEXT]
    matches = _matches(new, quote, min(256, len(quote) // 2))

    def score(match: tuple[int, int, int]) -> float:
        one, other, errors = match
        prefix = _likeness(new[max(0, one - len(before)) : one], before)
        suffix = _likeness(new[other : other + len(after)], after)
        place = 1 - abs(one - start) / len(new)
        return 50 * (1 - errors / len(quote)) + 20 * prefix + 20 * suffix + 2 * place

    best = max(matches, key=score, default=None)
    return best and best[:2]


def _likeness(text: str, wanted: str) -> float:
    if not wanted:
        return 1.0
    if not text:
        return 0.0
    return 1 - _matches(text, wanted, len(wanted))[0][2] / len(wanted)


def _matches(text: str, quote: str, most: int) -> list[tuple[int, int, int]]:
    """All exact occurrences as (start, end, errors); if there is none, all with the fewest errors, at most `most`."""
    exact, at = [], text.find(quote)
    while at >= 0:
        exact.append((at, at + len(quote), 0))
        at = text.find(quote, at + 1)
    if exact:
        return exact
    found = []
    for end, errors in _ends(text, quote, most):
        # Backwards from the end, the longest match with as many errors begins where the reversed quote ends.
        window = text[max(0, end - len(quote) - errors) : end][::-1]
        lengths = [length for length, worst in _ends(window, quote[::-1], errors, anchored=True) if worst == errors]
        found.append((end - max(lengths, default=len(quote)), end, errors))
    return found


def _ends(text: str, quote: str, most: int, *, anchored: bool = False) -> list[tuple[int, int]]:
    """Ends of the least different matches and their errors, by Myers' bit vectors (J. ACM 46, 1999)."""
    masks: dict[str, int] = {}
    for bit, character in enumerate(quote):
        masks[character] = masks.get(character, 0) | 1 << bit
    full, top = (1 << len(quote)) - 1, 1 << len(quote) - 1
    plus, minus, errors = full, 0, len(quote)
    found: list[tuple[int, int]] = []
    for position, character in enumerate(text, 1):
        equal = masks.get(character, 0)
        diagonal = equal | minus
        equal |= ((equal & plus) + plus) ^ plus
        up = minus | ~(equal | plus) & full
        down = plus & equal
        errors += bool(up & top) - bool(down & top)
        up = up << 1 | anchored
        down <<= 1
        plus = (down | ~(diagonal | up)) & full
        minus = up & diagonal & full
        if errors <= most:
            if errors < most:
                found.clear()
            most = errors
            found.append((position, errors))
    return found
