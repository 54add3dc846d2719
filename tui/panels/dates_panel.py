"""The panel of dates and times."""

from __future__ import annotations

from typing import TYPE_CHECKING

from newsreader.entity import Category
from tui.panels.entity_panel import EntityPanel
from tui.panels.listing import Published
from tui.panels.messages import ArticleDateRequested
from tui.panels.outline import ARTICLE, UNPLACED

if TYPE_CHECKING:
    from datetime import date


class DatesPanel(EntityPanel):
    """The dates and times as a timeline, the article's own among them: what each stands for at its right end."""

    def __init__(self) -> None:
        super().__init__(Category.DATE)

    def set_published(self, published: date | None, sign: str = "") -> None:
        """Say when the article was published, and by a sign whose word that is if it is not the article's own."""
        self.published = Published(published, sign)
        self.rebuild(follow=True)

    # Keys

    def head_of(self, row: int) -> int:
        """The cursor never stands on the heading of the unplaced."""
        return row + 1 if self.shows(row) is UNPLACED else row

    def before(self, row: int) -> int:
        """The row above, or the one above the heading."""
        return row - 2 if row > 1 and self.shows(row - 1) is UNPLACED else row - 1

    def choose(self) -> None:
        """Go to the date in the article; the article's own can be set."""
        if self.shows(self.cursor) is ARTICLE:
            self.post_message(ArticleDateRequested())
        else:
            super().choose()

    def preview(self) -> None:
        """Show the date in the article; the article's own stands nowhere."""
        if self.shows(self.cursor) is not ARTICLE:
            super().preview()
