"""What only this article says of a story that others tell, too: finding it, marking it, going through it."""

from __future__ import annotations

import asyncio
from functools import partial
from typing import TYPE_CHECKING

from newsreader.analysis.pacing import paced
from newsreader.counting import counted
from newsreader.index.errors import IndexFileError
from newsreader.store.errors import LibraryError
from tui.article.active_matches import Matches, MatchKind
from tui.base.captions import about, headline
from tui.reader.ahead import Ready
from tui.reader.story import Story, story_of

if TYPE_CHECKING:
    from collections.abc import Sequence

    from newsreader.article import Article
    from tui.reader.controllers.articles import ArticleController
    from tui.reader.controllers.matches import MatchController
    from tui.reader.controllers.tellings import TellingsController
    from tui.reader.opened import Opened
    from tui.reader.reader_context import ReaderContext
    from tui.reader.reading import Reading
    from tui.reader.session import Session

ALONE = "What only this one says"
ONLY_HERE = "Only here"
NOBODY_ELSE = "No other article tells this, as far as they were compared."


class StoryController:
    """Finds in a thread who else tells what is read, and marks what nobody else says."""

    def __init__(
        self,
        context: ReaderContext,
        articles: ArticleController,
        matches: MatchController,
        tellings: TellingsController,
    ) -> None:
        self._context = context
        self._articles = articles
        self._matches = matches
        self._tellings = tellings
        articles.shown.append(self._arrive)
        context.commands.register(
            {
                "reader.story": self.look,
                "reader.next_alone": partial(self.step, 1),
                "reader.previous_alone": partial(self.step, -1),
            }
        )

    # Finding it

    def _arrive(self, reading: Reading) -> None:
        """Mark what only this article says, if that is known, and else find it."""
        self._mark(reading)
        if reading.story is None and self._can_find(reading) and not _told_once(reading):
            self._context.work(self._find_unasked(reading), "story")

    async def _find_unasked(self, reading: Reading) -> None:
        await self._find(reading)

    def look_again(self) -> None:
        """Find it anew for the article on the screen, since its story is another one."""
        if self._context.reading is not None:
            self._arrive(self._context.reading)

    def _can_find(self, reading: Reading) -> bool:
        return reading.number is not None and self._context.session.index is not None

    async def _find(self, reading: Reading) -> str:
        """Find who else tells what an article tells; returns why that is not known, which is empty if it is."""
        try:
            others, story = await asyncio.to_thread(_found, self._context.session, reading.article, reading.number or 0)
        except (IndexFileError, LibraryError) as error:
            self._tellings.learn(reading, ())
            return str(error)
        reading.story = story
        if reading is self._context.reading:
            self._mark(reading)
        self._tellings.learn(reading, others)
        return ""

    def _mark(self, reading: Reading) -> None:
        self._context.view.text_layers.set_alone(reading.story.alone if reading.story else ())

    # By key

    def look(self) -> None:
        """List the others, once they are found."""
        reading = self._context.reading
        if reading is None or not self._can_find(reading):
            self._context.say("Without the library there are no other articles.")
        else:
            self._context.work(self._look(reading), "story")

    async def _look(self, reading: Reading) -> None:
        if await self._is_known(reading) and reading.story is not None:
            self._list(reading.story)

    async def _is_known(self, reading: Reading) -> bool:
        """Whether an article that is still on the screen has others that tell the same; else it is said why not."""
        trouble = await self._find(reading) if reading.story is None else ""
        if reading is not self._context.reading:
            return False
        if trouble or reading.story is None or not reading.story.versions:
            self._context.say(trouble or NOBODY_ELSE)
            return False
        return True

    def step(self, direction: int) -> None:
        """Go to the next passage that only this article has, or to the one before."""
        reading = self._context.reading
        if reading is None or not self._can_find(reading):
            self._context.say("Without the library there are no other articles.")
        elif reading.story is not None and reading.story.versions:
            self._step(reading.story, direction)
        else:
            # Each step is taken, however many are asked for before it is found.
            self._context.work(self._find_and_step(reading, direction), "story steps", exclusive=False)

    async def _find_and_step(self, reading: Reading, direction: int) -> None:
        if await self._is_known(reading) and reading.story is not None:
            self._step(reading.story, direction)

    def _step(self, story: Story, direction: int) -> None:
        if not story.alone:
            self._context.say("All that stands here is told by others, too.")
            return
        matches = self._context.reading.matches if self._context.reading else None
        if matches is None or matches.title != ONLY_HERE:
            starts, ends = [start for start, _ in story.alone], [end for _, end in story.alone]
            self._matches.show(Matches(ONLY_HERE, starts, ends, MatchKind.SEARCH))
        self._matches.step(direction)

    # The others

    def _list(self, story: Story) -> None:
        from tui.dialogs.open_articles import OpenArticle, OpenArticlesDialog

        count = len(story.alone)
        first = f"{counted(count, 'passage')}; <reader.next_alone> goes from one to the next"
        rows = [OpenArticle(ALONE, self._context.with_keys(first) if count else "nothing")]
        for each in story.versions:
            parts = (about(each.article), each.why)
            rows.append(OpenArticle(headline(each.article), " · ".join(filter(None, parts))))
        dialog = OpenArticlesDialog(rows, 0, f"Told by {len(story.versions) + 1}")
        self._context.ask(dialog, partial(self._choose, story))

    def _choose(self, story: Story, index: int | None) -> None:
        if index:
            self._show(story.versions[index - 1].article)
        elif index == 0:
            self._step(story, 1)

    def _show(self, article: Article) -> None:
        """Show one of the others, of the same story."""
        session, before = self._context.session, self._context.reading

        def show(opened: Opened) -> None:
            reading = self._articles.take(opened)
            reading.tellings = before.tellings if before is not None else None
            self._articles.show(reading)

        self._context.keeping.do(lambda: Ready(article, session.known(article), None).open(session), show)


def _told_once(reading: Reading) -> bool:
    """Whether it is known that nobody else tells it."""
    return reading.tellings is not None and len(reading.tellings.articles) == 1


def _found(session: Session, article: Article, number: int) -> tuple[Sequence[int], Story]:
    """The numbers of those that tell the same, and the story. Raises `IndexFileError`, `LibraryError`."""
    if session.index is None or session.library is None:
        return (), Story()
    with session.index() as index:
        told = index.told_with(number)
    return [each.article for each in told], story_of(session.library, article, told, paced)
