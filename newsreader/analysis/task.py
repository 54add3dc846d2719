"""One article as the client works through it: what to ask next, what was found, what to do when a worker is lost.

No threads and no processes here: `conductor` calls in, and messages and events go out through two functions.
"""

from __future__ import annotations

from typing import TYPE_CHECKING

from newsreader import paths
from newsreader.analysis.events import Analysed, AnalysisFailed, AnalysisNotice
from newsreader.analysis.paragraphs import LARGEST_CHUNK, LARGEST_VISIBLE_CHUNK, Plan
from newsreader.analysis.picture import Picture
from newsreader.analysis.protocol import Ask, Found, Message, Notice, Preview, ProtocolError, Snapshot
from newsreader.analysis.transfer import parts

if TYPE_CHECKING:
    from collections.abc import Iterator

    from newsreader.analysis.events import Listener
    from newsreader.article import Article
    from newsreader.entity import Analysis

MOST_LOSSES = 5
"""Workers that may die of single paragraphs, each of which is then left out, before one article is given up."""


class Task:
    """The state of one article. Not safe for use from several threads."""

    def __init__(self, job: int, article: Article, listener: Listener) -> None:
        """Plan `article` under the number `job`; `listener` gets the events."""
        self.job = job
        self.article = article
        self.listener = listener
        self.over = False
        """Whether there is nothing more to do: all was found, or it was given up."""
        self.answered = False
        """Whether a worker has answered anything yet."""
        self._plan = Plan(article)
        self._picture = Picture(article)
        self._known: dict[int, object] = {}
        self._asked: tuple[int, ...] = ()
        self._showing = False
        self._suspects: frozenset[int] = frozenset()
        self._idle = False
        self._losses = 0

    @property
    def empty(self) -> bool:
        """Whether the article has nothing to analyse."""
        return self._plan.empty

    def look_at(self, start: int, end: int) -> list[Message]:
        """Ask for the paragraphs in these code points next; return what to ask at once, if nothing else is asked."""
        self._plan.look_at(start, end)
        return self._next() if self._idle and not self.over else []

    def begin(self) -> Iterator[Message]:
        """Yield what to tell a new worker: the article, and what is known of it."""
        self._idle = False
        # What another worker was asked and has not answered is to be asked again.
        self._plan.give_back(self._asked)
        self._asked = ()
        self._picture.begin_anew()
        yield from parts(self.job, self.article)
        known = list(self._known.items())
        for start in range(0, len(known), LARGEST_CHUNK):
            yield Found(self.job, dict(known[start : start + LARGEST_CHUNK]))

    def first(self) -> Message:
        """Return what to ask a worker first; asked when it can answer, so that it is about what is visible then."""
        return self._ask() or Ask(self.job, (), show=True)

    def hear(self, message: Message) -> list[Message]:
        """Take a worker's message and return what to answer. Raises `ProtocolError` if it makes no sense."""
        if isinstance(message, Found) and message.job == self.job:
            return self._take(message)
        if isinstance(message, Snapshot | Preview) and message.job == self.job:
            analysis = self._picture.add(message)
            if analysis is not None:
                self.show(analysis)
        elif isinstance(message, Notice) and message.job == self.job:
            self.listener(AnalysisNotice(message.sentence))
        return []

    def lose(self, *, loaded: bool) -> bool:
        """The worker died, `loaded` or before: tell the listener, and return whether to go on with a new one.

        The first time all goes on, with the paragraphs it died over one at a time. A paragraph that kills a worker
        all by itself is left out.
        """
        self._losses += 1
        culprit = self._asked if loaded and len(self._asked) == 1 and set(self._asked) <= self._suspects else ()
        if self._losses > MOST_LOSSES or (self._losses > 1 and not culprit):
            self.give_up(f"The analysis stopped twice and was given up; {paths.log_file()} may say why.")
            return False
        if culprit:
            self._known[culprit[0]] = []
            self.listener(AnalysisNotice(f"Paragraph {culprit[0] + 1} could not be analysed and shows no entities."))
        else:
            self._suspects = frozenset(self._asked)
            self._plan.give_back(self._asked)
            self.listener(AnalysisNotice("The analysis stopped unexpectedly and was started again."))
        self._asked = ()
        return True

    def show(self, analysis: Analysis) -> None:
        """Tell the listener what is known."""
        if analysis.text_sha256 != self.article.sha256:
            raise ProtocolError("the analysis of another text")
        self.over = analysis.complete
        self.listener(Analysed(analysis))

    def give_up(self, sentence: str) -> None:
        """Tell the listener why there will be no more."""
        self.over = True
        self.listener(AnalysisFailed(sentence))

    def _take(self, found: Found) -> list[Message]:
        if set(found.mentions) != set(self._asked):
            raise ProtocolError("the worker answered something else than what was asked")
        self.answered = True
        self._known.update(found.mentions)
        self._picture.answered(self._asked, shown=self._showing)
        self._asked = ()
        return self._next()

    def _next(self) -> list[Message]:
        ask = self._ask()
        self._idle = ask is None
        return [ask] if ask else []

    def _ask(self) -> Ask | None:
        """Return the next question, about what is visible and not shown first, whether it was recognised or not."""
        unseen = self._picture.unseen(self._plan.visible, LARGEST_VISIBLE_CHUNK)
        self._showing = bool(unseen) or self._plan.sees_missing
        self._asked = tuple(unseen) or self._plan.take(alone=self._suspects)
        return Ask(self.job, self._asked, self._showing) if self._asked else None
