"""Text in terminal cells: cleaned, measured, cut and padded. Nothing here parses markup.

Widths are cells; a wide character or an emoji of several code points is never split.
"""

from __future__ import annotations

import unicodedata
from bisect import bisect_right
from itertools import accumulate, pairwise
from typing import TYPE_CHECKING

from newsreader.sanitise import printable
from tui.base.clusters import clusters
from tui.base.widths import cell_len
from tui.base.wrap import wrap_clusters

if TYPE_CHECKING:
    from collections.abc import Iterable

    from tui.base.style_book import Line, Piece

ELLIPSIS = "…"
NEAR = 12
"""Code points up to which a word that is cut at its start is left out rather than shown in part."""


def one_line(text: str) -> str:
    """`text` on one line, safe to draw: every run of white space becomes one blank, none is left at the ends."""
    return " ".join(printable(text).split())


def cut(text: str, width: int) -> str:
    """`text` in at most `width` cells, with an ellipsis for what is missing at its end."""
    if width <= 0:
        return ""
    if len(text) <= width * 8 and cell_len(text) <= width:
        return text
    return _head(text, width - 1) + ELLIPSIS


def cut_start(text: str, width: int) -> str:
    """`text` in at most `width` cells, with an ellipsis for what is missing at its start, at a word if one is near."""
    if width <= 0:
        return ""
    if cell_len(text) <= width:
        return text
    tail = _tail(text, width - 1)
    if not text[: len(text) - len(tail)].endswith(" "):
        word = tail.find(" ") + 1
        tail = tail[word:] if 0 < word < NEAR else tail
    return ELLIPSIS + (tail or " " * (width > 1 and text.endswith(" ")))


def cut_line(line: Iterable[Piece], width: int) -> Line:
    """The pieces of a line in at most `width` cells together, with an ellipsis for what is missing at its end."""
    shown: Line = []
    for text, components in line:
        part = cut(text, width)
        if part:
            shown.append((part, components))
        width -= cell_len(part)
        if part != text:
            break
    return shown


def pad(text: str, width: int) -> str:
    """`text` cut or filled with blanks to exactly `width` cells."""
    text = cut(text, width)
    return text + " " * (width - cell_len(text))


def wrapped(text: str, width: int) -> list[str]:
    """`text`, which has no newline, in lines of at most `width` cells; one empty line if it is empty."""
    if not text:
        return [""]
    return [text[start:end].rstrip() for start, end in pairwise(wrap_clusters(text, 0, len(text), width))]


def blank_behind(texts: Iterable[str]) -> int:
    """How many blanks stand at the end of a row."""
    row = "".join(texts)
    return len(row) - len(row.rstrip(" "))


def fold(text: str) -> str:
    """`text` as filters compare it: without case, accents and differences of white space."""
    decomposed = unicodedata.normalize("NFKD", one_line(text))
    return "".join(each for each in decomposed if not unicodedata.combining(each)).casefold()


def _head(text: str, width: int) -> str:
    starts, widths = clusters(text[: max(64, width * 8)])
    fitting = bisect_right(list(accumulate(widths)), width)
    return text[: starts[min(fitting, len(starts) - 1)]].rstrip()


def _tail(text: str, width: int) -> str:
    starts, widths = clusters(text)
    fitting = bisect_right(list(accumulate(reversed(widths))), width)
    return text[starts[len(starts) - fitting] :].lstrip()
