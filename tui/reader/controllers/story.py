"""The other articles that tell the same story: going to one of them, and through what this one alone says."""

from __future__ import annotations

from functools import partial
from typing import TYPE_CHECKING

from tui.article.active_matches import Matches, MatchKind
from tui.base.captions import about, headline
from tui.base.library_queries import ARTICLES
from tui.reader.ahead import Ready
from tui.reader.story import story_of

if TYPE_CHECKING:
    from tui.reader.controllers.articles import ArticleController
    from tui.reader.controllers.matches import MatchController
    from tui.reader.reader_context import ReaderContext
    from tui.reader.reading import Reading
    from tui.reader.story import Story

ALONE = "What only this one says"


class StoryController:
    """Asks the index for the others when they are wanted, and lists them."""

    def __init__(self, context: ReaderContext, articles: ArticleController, matches: MatchController) -> None:
        self._context = context
        self._articles = articles
        self._matches = matches
        context.commands.register({"reader.story": self.look})

    def look(self) -> None:
        """Look for the others, and list them once they are found."""
        context, reading = self._context, self._context.reading
        library = context.session.library
        if reading is None or reading.notebook is None or library is None:
            context.say("Without the library there are no other articles.")
            return
        article, number = reading.article, reading.notebook.record.id
        question = partial(story_of, library=library, article=article, number=number)
        context.queries.ask("story", question, partial(self._list, reading), urgency=ARTICLES)

    def _list(self, reading: Reading, story: Story) -> None:
        if reading is not self._context.reading:
            return
        if not story.versions:
            self._context.say("No other article tells this, as far as they were compared.")
            return
        from tui.dialogs.open_articles import OpenArticle, OpenArticlesDialog

        count = len(story.alone)
        first = f"{count} sentence{'' if count == 1 else 's'}; <reader.next_match> goes from one to the next"
        rows = [OpenArticle(ALONE, self._context.with_keys(first) if count else "nothing")]
        for each in story.versions:
            parts = (about(each.article), each.why)
            rows.append(OpenArticle(headline(each.article), " · ".join(filter(None, parts))))
        dialog = OpenArticlesDialog(rows, 0, f"Told by {len(story.versions) + 1}")
        self._context.ask(dialog, partial(self._choose, story))

    def _choose(self, story: Story, index: int | None) -> None:
        if index is None:
            return
        if index > 0:
            article = story.versions[index - 1].article
            session = self._context.session
            self._articles.show(self._articles.take(Ready(article, session.known(article)).open(session)))
        elif story.alone:
            starts, ends = [start for start, _ in story.alone], [end for _, end in story.alone]
            self._matches.show(Matches("Only here", starts, ends, MatchKind.SEARCH))
            self._matches.step(1)
