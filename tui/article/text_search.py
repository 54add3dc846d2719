"""Searching the text of an article: smart case, across line wraps, first hit first, and no key waits for it.

Words are searched for a slice of the text at a time. A regular expression may take for ever, and nothing in the
process can stop it; so it is looked for in a process of its own.
"""

from __future__ import annotations

import re
from array import array
from typing import TYPE_CHECKING

from tui.article.active_matches import Matches, MatchKind

if TYPE_CHECKING:
    from collections.abc import Iterator

SLICE = 200_000
"""Code points that are searched at a time; letters that stand everywhere take 5 ms (measured)."""
REACH = 2_000
"""How far a hit may reach beyond the slice it starts in, in code points: more white space than that parts words."""


class SearchError(Exception):
    """The pattern cannot be searched for; its text is one sentence for the reader."""


def compile_pattern(pattern: str, *, regex: bool = False) -> re.Pattern[str]:
    """Compile what the reader typed; raises `SearchError` for a regular expression that is none.

    Small letters find capitals too, until the pattern has a capital (smart case). Blanks find any white space, so
    that a phrase is found wherever a line was wrapped.
    """
    source = pattern if regex else r"\s+".join(map(re.escape, re.split(r"\s+", pattern)))
    flags = re.IGNORECASE if _letters(pattern, regex=regex).islower() else re.NOFLAG
    try:
        return re.compile(source, flags | re.MULTILINE)
    except (re.error, OverflowError, RecursionError) as error:
        raise SearchError(f"This is not a regular expression: {error}.") from error


def _letters(pattern: str, *, regex: bool) -> str:
    """Pick the characters that decide on smart case; an escape of a regular expression is none of them."""
    return "a" + (re.sub(r"\\.", "", pattern) if regex else pattern)


def search(text: str, words: str, origin: int) -> Iterator[Matches | None]:
    """Search for `words`, of which there must be some; yield after each slice, for the caller to look around.

    It goes from code point `origin` to the end and then from the start to there. What is found is yielded as it grows,
    not `counted`, or None if there is nothing new to step to; the last thing yielded is all hits.
    """
    compiled = compile_pattern(words)
    behind, before = _Hits(), _Hits()
    for part in _slices(text, compiled, origin, len(text)):
        behind.extend(part)
        yield behind.matches(words, counted=False) if part[0] else None
    for part in _slices(text, compiled, 0, origin):
        before.extend(part)
        yield before.matches(words, counted=False) if part[0] and not behind.starts else None
    if before.ends and before.ends[-1] > origin:
        # A hit that reaches over the origin may overlap one that was found from there: those behind it count anew.
        behind = _Hits()
        for part in _slices(text, compiled, before.ends[-1], len(text)):
            behind.extend(part)
            yield None
    before.extend((behind.starts, behind.ends))
    yield before.matches(words, counted=True)


class _Hits:
    """Starts and ends of hits, as they become more."""

    def __init__(self) -> None:
        self.starts, self.ends = array("q"), array("q")

    def extend(self, more: tuple[array[int], array[int]]) -> None:
        """Add hits behind those that there are."""
        self.starts.extend(more[0])
        self.ends.extend(more[1])

    def matches(self, words: str, *, counted: bool) -> Matches:
        """Those that there are now."""
        return _hits(words, self.starts[:], self.ends[:], counted=counted)


def _slices(text: str, compiled: re.Pattern[str], start: int, end: int) -> Iterator[tuple[array[int], array[int]]]:
    """Yield starts and ends of the hits that start in these code points, slice by slice."""
    position = start
    while position < end:
        limit = min(position + SLICE, end)
        found = [match.span() for match in compiled.finditer(text, position, limit + REACH) if match.start() < limit]
        yield array("q", [span[0] for span in found]), array("q", [span[1] for span in found])
        position = max(limit, found[-1][1] if found else 0)


async def search_expression(text: str, expression: str) -> Matches:
    """Search for a regular expression; empty hits are left out, as there is nothing to show.

    Raises `SearchError` for one that is none, or that takes too long. If this is cancelled, the search ends.
    """
    from tui.article import regex_process

    try:
        found = await regex_process.find(text, compile_pattern(expression, regex=True))
    except OSError as error:
        raise SearchError(f"The search could not be started: {error.strerror}.") from error
    if found is None:
        raise SearchError("This expression takes too long here: make it more exact.")
    return _hits(expression, found[::2], found[1::2])


def _hits(pattern: str, starts: array[int], ends: array[int], *, counted: bool = True) -> Matches:
    return Matches(f"/{pattern}", starts, ends, MatchKind.SEARCH, counted=counted)
