"""Has the samples read for their names, one after the other, while they are listed and nothing is read."""

from __future__ import annotations

from functools import partial
from typing import TYPE_CHECKING

from newsreader.analysis.events import Analysed, AnalysisFailed
from tui.base.library_queries import COUNT
from tui.library.context import News

if TYPE_CHECKING:
    from newsreader.analysis.events import Event
    from newsreader.article import Article
    from tui.library.context import LibraryContext


class SampleNames:
    """Takes the analysis that the reader uses, as long as it does not: what is opened there goes before."""

    def __init__(self, context: LibraryContext) -> None:
        self._context = context
        self._asked: Article | None = None
        """The sample that is being read, unless another article was opened meanwhile."""
        context.when(News.SHOWN, self.begin)
        context.when(News.SAMPLES, self._follow)

    def begin(self) -> None:
        """Have those read that are listed now and whose names are not known."""
        if self._context.listing.is_samples and self._asked is None:
            self._follow()

    def go_on(self) -> None:
        """The same after something else was on the screen, for which the sample in hand may have been given up."""
        self._asked = None
        self.begin()

    def _follow(self) -> None:
        """Have what is known of them be in their index, and the next one be read."""
        self._context.list_queries.samples.ask("follow", self._context.samples.follow, self._followed, urgency=COUNT)

    def _followed(self, _: None) -> None:
        if self._context.listing.is_samples:
            self._context.tell(News.CHANGED)
            self._read_next()

    def _read_next(self) -> None:
        """Have the next one read, if names in what nobody opened are to be read at all."""
        session, screen = self._context.session, self._context.screen
        article = self._context.samples.next_unnamed()
        if article is None or session.behind is None or session.client is None or screen.app.screen is not screen:
            self._asked = None
        elif article is not self._asked:
            self._asked = article
            session.client.open(article, partial(self._hear, article))

    def _hear(self, article: Article, event: Event) -> None:
        """Be told of the analysis, in whatever thread."""
        if isinstance(event, AnalysisFailed):
            self._context.screen.call_later(self._context.say, event.sentence)
        elif isinstance(event, Analysed) and event.analysis.complete:
            self._context.samples.take_in(article, event.analysis)
            self._context.screen.call_later(self._follow)
