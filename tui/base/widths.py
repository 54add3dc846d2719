"""How many cells a terminal gives to text; Rich and Textual measure by the same once this is imported.

Their table has no room for the vowel signs that stand beside their consonant (the category Mc: கா, की, កា), as a font
might have it. Terminals move on by a cell for each, tmux, xterm and all that go by `wcwidth` do, and a line that is
thought to be narrower than it is loses its last letters.
"""

from __future__ import annotations

import unicodedata
from functools import lru_cache
from itertools import groupby
from typing import TYPE_CHECKING

from rich import cells
from rich._unicode_data import load as load_cell_table
from rich.cells import get_character_cell_size as character_width

if TYPE_CHECKING:
    from collections.abc import Callable, Iterator

    from rich.cells import CellSpan, CellTable

__all__ = ["cell_len", "character_width"]


def cell_len(text: str) -> int:
    """The cells of a text; what most texts are made of takes one each, and need not be looked up."""
    return len(text) if text.isascii() and text.isprintable() else cells.cell_len(text)


def _as_terminals_count(load: Callable[[str], CellTable]) -> Callable[[str], CellTable]:
    """Give the table that `load` gives, with a cell for each spacing mark."""

    @lru_cache(maxsize=4)
    def loaded(unicode_version: str = "auto") -> CellTable:
        table = load(unicode_version)
        return table._replace(widths=tuple(part for span in table.widths for part in _parts(*span)))

    return loaded


def _parts(start: int, end: int, width: int) -> Iterator[CellSpan]:
    """The span of code points from `start` to `end`, both within, in spans of one width."""
    if width:
        yield start, end, width
        return
    for spacing, run in groupby(range(start, end + 1), lambda each: unicodedata.category(chr(each)) == "Mc"):
        first, *others = run
        yield first, others[-1] if others else first, int(spacing)


setattr(cells, "load_cell_table", _as_terminals_count(load_cell_table))  # noqa: B010
cells.get_character_cell_size.cache_clear()
cells.cached_cell_len.cache_clear()
