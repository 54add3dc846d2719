"""Which keys the status line of the library offers while the list has the focus. Nothing here needs Textual."""

from __future__ import annotations

from typing import TYPE_CHECKING

if TYPE_CHECKING:
    from newsreader.index.found import FoundArticle

OFFERED = (
    "library.open",
    "library.filter",
    "library.add",
    "library.star",
    "library.read",
    "library.take_off",
    "library.save_search",
    "library.refresh_feed",
    "library.undo",
    "library.quit",
    "app.help",
)
_ABOUT_ARTICLES = ("library.star", "library.read")


def offered(
    chosen: FoundArticle | None,
    *,
    asks: bool = False,
    of_samples: bool = False,
    of_feed: bool = False,
    can_undo: bool = False,
) -> tuple[str, ...]:
    """The ids of the commands that do something, to `chosen` or to a list of this kind that may ask a query."""
    idle = {
        *(["library.open", "library.take_off", *_ABOUT_ARTICLES] if chosen is None else []),
        *(_ABOUT_ARTICLES if of_samples else []),
        *(["library.refresh_feed"] if not of_feed else []),
        *(["library.undo"] if not can_undo else []),
        *(["library.save_search"] if not asks else []),
    }
    return tuple(each for each in OFFERED if each not in idle)
