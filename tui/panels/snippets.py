"""A mention with the words around it, on one line of a given width."""

from __future__ import annotations

from dataclasses import dataclass

from tui.base.cell_text import cut, cut_start, one_line
from tui.base.widths import cell_len

REACH = 40
"""Code points of context on each side of a mention."""


@dataclass(frozen=True, slots=True)
class Snippet:
    """A mention and its context, each on one line; blanks between them belong to the context."""

    before: str
    mention: str
    after: str


def snippet(text: str, start: int, end: int, reach: int = REACH) -> Snippet:
    """The mention at `start` to `end` (code points, end exclusive) of `text`, with `reach` code points around it.

    The context ends at the paragraph: a blank line is not crossed.
    """
    before = text[max(0, start - reach) : start].rpartition("\n\n")[2]
    after = text[end : end + reach].partition("\n\n")[0]
    cut_before, cut_after = start > reach and len(before) == reach, len(after) == reach and end + reach < len(text)
    return Snippet(
        ("…" if cut_before else "") + _inner(before, at_end=True),
        one_line(text[start:end]),
        _inner(after, at_end=False) + ("…" if cut_after else ""),
    )


def fit(whole: Snippet, width: int) -> Snippet:
    """Cut a snippet to `width` cells: the mention stays in sight, the text after it gets most of the room."""
    mention = cut(whole.mention, width)
    room = width - cell_len(mention)
    before_room = max(room // 3, room - cell_len(whole.after))
    before = cut_start(whole.before, min(before_room, room))
    return Snippet(before, mention, cut(whole.after, room - cell_len(before)))


def _inner(context: str, *, at_end: bool) -> str:
    """The context on one line, keeping one blank on the side of the mention if there was any."""
    line = one_line(context)
    if at_end:
        return line + " " if line and context[-1].isspace() else line
    return " " + line if line and context[0].isspace() else line
