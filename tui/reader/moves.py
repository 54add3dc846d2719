"""The commands that only move through the article, and what each does to the place.

They need no interface: the reader carries them out, and so does what answers keys before there is one.
"""

from __future__ import annotations

from typing import TYPE_CHECKING

if TYPE_CHECKING:
    from collections.abc import Callable

    from tui.article.moving import Moving

    Move = Callable[[Moving], None]

STEPS: dict[str, Move] = {
    "article.line_down": lambda moving: moving.lines(1),
    "article.line_up": lambda moving: moving.lines(-1),
    "article.left": lambda moving: moving.by("left"),
    "article.right": lambda moving: moving.by("right"),
    "article.next_word": lambda moving: moving.by("word"),
    "article.previous_word": lambda moving: moving.by("back_word"),
    "article.page_down": lambda moving: moving.pages(1),
    "article.page_up": lambda moving: moving.pages(-1),
    "article.half_page_down": lambda moving: moving.half_pages(1),
    "article.half_page_up": lambda moving: moving.half_pages(-1),
    "article.next_paragraph": lambda moving: moving.paragraph(1),
    "article.previous_paragraph": lambda moving: moving.paragraph(-1),
}
"""By the id of the command."""

LEAPS: dict[str, Move] = {
    "article.top": lambda moving: moving.top(),
    "article.bottom": lambda moving: moving.bottom(),
}
"""Those that one can come back from: the place that is left goes on the jump list."""
