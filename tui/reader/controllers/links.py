"""The links of an article: a list of them, and numbers in the text while it is open."""

from __future__ import annotations

from bisect import bisect_left
from typing import TYPE_CHECKING

if TYPE_CHECKING:
    from newsreader.article import Link
    from tui.reader.controllers.navigation import NavigationController
    from tui.reader.controllers.programs import ProgramController
    from tui.reader.reader_context import ReaderContext


class LinkController:
    """Lists the links and opens the one that is chosen."""

    def __init__(self, context: ReaderContext, navigation: NavigationController, programs: ProgramController) -> None:
        self._context = context
        self._navigation = navigation
        self._programs = programs
        context.commands.register({"reader.links": self.list_links})

    def list_links(self) -> None:
        """List the links, the first in sight chosen, to open one in the browser."""
        reading = self._context.reading
        links = reading.article.links if reading else ()
        if not links:
            self._context.say("This article has no links.")
            return
        from tui.dialogs.link_list import LinkList

        before, text = self._context.here, self._context.text
        first = bisect_left(links, before.top, key=lambda link: link.start)

        def show(row: int) -> None:
            self._context.view.viewport.go_to(links[row].start, end=links[row].end)
            self._number(links)

        def chosen(row: int | None) -> None:
            self._context.view.painter.set_hints({})
            self._navigation.return_to(before)
            if row is not None:
                self._programs.open_address(links[row].address)

        rows = [(text[link.start : link.end], link.address) for link in links]
        self._context.ask(LinkList(rows, min(first, len(links) - 1), show), chosen)

    def _number(self, links: tuple[Link, ...]) -> None:
        """Put its number on each link in sight."""
        start, end = self._context.view.viewport.visible_range()
        numbers = {link.start: str(number) for number, link in enumerate(links, 1) if start <= link.start < end}
        self._context.view.painter.set_hints(numbers)
