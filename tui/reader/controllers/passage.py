"""Opens an article at a passage that was chosen in the list of all notes, and comes back to that."""

from __future__ import annotations

from typing import TYPE_CHECKING

from tui.reader.jumps import place_to_see
from tui.reader.opened import take_in
from tui.reader.reading import matches_of

if TYPE_CHECKING:
    from newsreader.annotations.notebook import Notebook
    from tui.reader.controllers.articles import ArticleController
    from tui.reader.controllers.navigation import NavigationController
    from tui.reader.reader_context import ReaderContext
    from tui.reader.reading import Reading


class PassageController:
    """Does nothing where no passage was chosen."""

    def __init__(self, context: ReaderContext, navigation: NavigationController, articles: ArticleController) -> None:
        self._context = context
        self._articles = articles
        if context.session.passage is not None:
            navigation.before_all = self._go_back

    def prepare(self) -> None:
        """Have the article, which is not shown yet, stand at the passage."""
        reading, passage = self._context.reading, self._context.session.passage
        if reading is None or reading.notebook is None or passage is None:
            return
        start = _start(reading.notebook, passage)
        if start is None:
            self._go_to_entity(reading, reading.notebook, passage)
        else:
            reading.place = place_to_see(reading.article, start)

    def _go_to_entity(self, reading: Reading, notebook: Notebook, passage: str) -> None:
        """Follow the entity that an annotation is on, which stands nowhere by itself, if it is known by now."""
        noted = next((each.entity for each in notebook.annotations if each.id == passage), None)
        analysis = self._context.session.known(reading.article) if noted and reading.analysis is None else None
        if analysis is not None:
            take_in(reading, analysis)
        entity = reading.entity(noted) if noted else None
        if entity is not None:
            reading.matches, reading.current, reading.entity_id = matches_of(entity), 0, entity.id
            reading.place = place_to_see(reading.article, entity.mentions[0].start)

    def _go_back(self) -> bool:
        self._articles.leave()
        return True


def _start(notebook: Notebook, passage: str) -> int | None:
    """Where an annotation or a correction stands, by its id; None for one that stands nowhere."""
    places = {each.id: each.start for each in notebook.annotations}
    places |= {each.id: each.start for each in notebook.corrections.own}
    return places.get(passage)
