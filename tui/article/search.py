"""Searching the text of an article: smart case, across line wraps, first hit first."""

from __future__ import annotations

import re
from array import array
from typing import TYPE_CHECKING

from tui.article.matches import Matches, MatchKind

if TYPE_CHECKING:
    from collections.abc import Iterator


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


def hits(text: str, compiled: re.Pattern[str], start: int = 0) -> Iterator[tuple[int, int]]:
    """Find the hits from code point `start` on, one by one, so that the first can be shown before all are counted.

    Empty hits are left out, as there is nothing to show.
    """
    return (match.span() for match in compiled.finditer(text, start) if match.end() > match.start())


def search_from(text: str, pattern: str, offset: int, *, regex: bool = False) -> Iterator[tuple[int, int]]:
    """Find the hits at or behind `offset`, then those before it; raises `SearchError` at once for a bad pattern."""
    compiled = compile_pattern(pattern, regex=regex)

    def around() -> Iterator[tuple[int, int]]:
        yield from hits(text, compiled, offset)
        for start, end in hits(text, compiled):
            if start >= offset:
                return
            yield start, end

    return around() if pattern else iter(())


def find_all(text: str, pattern: str, *, regex: bool = False) -> Matches:
    """Find every hit in `text`; raises `SearchError` for a regular expression that is none."""
    compiled = compile_pattern(pattern, regex=regex)
    starts, ends = array("l"), array("l")
    for start, end in hits(text, compiled) if pattern else ():
        starts.append(start)
        ends.append(end)
    return Matches(f"/{pattern}", starts, ends, MatchKind.SEARCH)
