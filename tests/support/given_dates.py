"""The days of articles as the person has them, for tests of what the person said of them."""

from __future__ import annotations

from typing import TYPE_CHECKING

from newsreader.annotations.notebook import overlay_of

if TYPE_CHECKING:
    from newsreader.article import Metadata
    from newsreader.store.library import Library


def given_dates(library: Library) -> list[Metadata]:
    """What is known of the articles opened last, with the day that the person gave each, if there is one."""
    found = []
    for each in library.recent():
        record = library.latest(each.article_id)
        assert record is not None
        article = library.stored(record)
        found.append(overlay_of(library, article).dated(article).metadata)
    return found
