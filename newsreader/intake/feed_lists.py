"""The feeds of the library as a list that other programs take in."""

from __future__ import annotations

from typing import TYPE_CHECKING

from newsreader.intake.elsewhere import opml
from newsreader.intake.elsewhere.items import Subscription

if TYPE_CHECKING:
    from newsreader.store.library import Library


def as_opml(library: Library) -> tuple[str, int]:
    """All feeds as OPML 2.0 with their folders and tags, and how many that are; neither has a password.

    Folders of this machine, which are looked at like feeds, are nothing for other programs.
    """
    with library.reading() as unit:
        feeds = [each for each in unit.feeds.all() if not each.address.startswith("file:")]
    listed = (
        Subscription(
            each.address,
            each.settings.name or each.state.title or None,
            each.state.site or None,
            each.settings.folder,
            each.settings.tags,
        )
        for each in feeds
    )
    return opml.written(listed), len(feeds)
