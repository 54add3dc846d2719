"""The commands that only move through the article, and what each does to the rows in sight.

They need no interface: the reader carries them out, and so does what answers keys before there is one.
"""

from __future__ import annotations

from typing import TYPE_CHECKING

if TYPE_CHECKING:
    from collections.abc import Callable

    from tui.article.viewport import Viewport

    Move = Callable[[Viewport], None]

STEPS: dict[str, Move] = {
    "article.line_down": lambda viewport: viewport.scroll_lines(1),
    "article.line_up": lambda viewport: viewport.scroll_lines(-1),
    "article.page_down": lambda viewport: viewport.scroll_pages(1),
    "article.page_up": lambda viewport: viewport.scroll_pages(-1),
    "article.half_page_down": lambda viewport: viewport.scroll_pages(0.5),
    "article.half_page_up": lambda viewport: viewport.scroll_pages(-0.5),
    "article.next_paragraph": lambda viewport: viewport.move_paragraph(1),
    "article.previous_paragraph": lambda viewport: viewport.move_paragraph(-1),
}
"""By the id of the command."""

LEAPS: dict[str, Move] = {
    "article.top": lambda viewport: viewport.go_to(0, align="top"),
    "article.bottom": lambda viewport: viewport.go_bottom(),
}
"""Those that one can come back from: the place that is left goes on the jump list."""
