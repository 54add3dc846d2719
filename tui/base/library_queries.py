"""Asks the index in a thread with a connection of its own, so that no key waits for an answer.

Of the questions about one topic only the newest matters: an older one is stopped, or never begun. What is urgent goes
before what may come later, and stops it; it is asked again afterwards.
"""

from __future__ import annotations

from dataclasses import dataclass
from threading import Condition, Thread
from time import monotonic
from typing import TYPE_CHECKING, Any, TypeVar

from newsreader.index.errors import IndexFileError, Interrupted

if TYPE_CHECKING:
    from collections.abc import Callable

    from newsreader.index.index import Index

_Answer = TypeVar("_Answer")

LOOK_SECONDS = 1.0
"""How often it is looked whether somebody changed the index, while nothing is asked."""

REST_SECONDS = 5.0
"""How long nothing more is told of changes after one was, so that what comes in all the time costs little."""

ARTICLES, COUNT, NAMES, LISTS, NEWS = range(5)
"""How urgent a question is: the less the more so."""


@dataclass(frozen=True, slots=True, eq=False)
class _Question:
    topic: str
    urgency: int
    ask: Callable[[Index], Any]
    answer: Callable[[Any], object]


class LibraryQueries:
    """Questions that wait, and the thread that asks them one after the other."""

    def __init__(
        self,
        index: Callable[[], Index],
        deliver: Callable[[Callable[[], object]], object],
        *,
        changed: Callable[[], object] = lambda: None,
        failed: Callable[[str], object] = lambda _: None,
    ) -> None:
        """Open the index with `index` in the thread, once something is asked.

        `deliver` runs what it is given in the thread of the interface. There, `changed` is told that somebody changed
        the index, and `failed` in one sentence why it cannot be asked.
        """
        self._open = index
        self._deliver = deliver
        self._changed = changed
        self._failed = failed
        self._news = Condition()
        self._waiting: dict[str, _Question] = {}
        self._asked: _Question | None = None
        self._wanted: dict[str, _Question] = {}
        """Of each topic the question whose answer is still to be given."""
        self._stop = False
        """Whether the question that is being answered is to end."""
        self._outdated = False
        """Whether somebody changed the index, and it has not been told."""
        self._told_at = -REST_SECONDS
        self._in_haste = False
        """Whether a change is to be told as soon as there is one."""
        self._thread: Thread | None = None
        self._closed = False

    def ask(
        self,
        topic: str,
        question: Callable[[Index], _Answer],
        answer: Callable[[_Answer], object],
        *,
        urgency: int = NAMES,
    ) -> None:
        """Have a question answered, in place of all earlier ones about the topic; `answer` is not called for those."""
        asked = _Question(topic, urgency, question, answer)
        with self._news:
            self._waiting[topic] = self._wanted[topic] = asked
            if self._asked is not None and (self._asked.topic == topic or urgency < self._asked.urgency):
                self._stop = True
            self._news.notify()
            if self._thread is None:
                self._thread = Thread(target=self._run, name="newsreader-library", daemon=True)
                self._thread.start()

    def forget(self, topic: str) -> None:
        """Want no answer about a topic any more."""
        with self._news:
            self._waiting.pop(topic, None)
            self._wanted.pop(topic, None)
            if self._asked is not None and self._asked.topic == topic:
                self._stop = True

    def look(self) -> None:
        """Look at once whether somebody changed the index, since one has done so oneself."""
        with self._news:
            self._in_haste = True
            self._news.notify()

    def awaits(self, topic: str) -> bool:
        """Whether there is a question about a topic whose answer has not been given."""
        with self._news:
            return topic in self._wanted

    @property
    def busy(self) -> bool:
        """Whether there is a question whose answer has not been given."""
        with self._news:
            return bool(self._wanted)

    def close(self) -> None:
        """Ask nothing any more."""
        with self._news:
            self._closed = True
            self._waiting.clear()
            self._wanted.clear()
            self._stop = True
            self._news.notify()

    # In the thread

    def _run(self) -> None:
        try:
            while not self._closed:
                with self._open() as index:
                    self._answer_with(index)
        except IndexFileError as error:
            sentence = str(error)
            with self._news:
                self._waiting.clear()
                self._wanted.clear()
                self._asked = None
                # What is asked next may find the trouble gone.
                self._thread = None
            self._hand_over(lambda: self._failed(sentence))

    def _answer_with(self, index: Index) -> None:
        """Answer until nobody asks any more, or the index is made anew, and then is to be opened again."""
        index.stop_when(lambda: self._stop)
        while not self._closed and not index.is_replaced():
            self._answer_next(index)
        self._outdated = True

    def _answer_next(self, index: Index) -> None:
        question = self._take()
        if question is None:
            self._look(index)
            return
        try:
            found = question.ask(index)
        except Interrupted:
            self._ask_again(question)
            return
        with self._news:
            self._asked = None
            wanted = self._is_wanted(question)
        if wanted:
            self._hand_over(lambda: self._give(question, found))

    def _look(self, index: Index) -> None:
        with self._news:
            # Taken first: whose haste comes while it is looked may have made a change that this look does not see.
            in_haste, self._in_haste = self._in_haste, False
        self._outdated |= not self._closed and index.has_changed()
        if self._outdated and (in_haste or monotonic() - self._told_at >= REST_SECONDS):
            self._outdated, self._told_at = False, monotonic()
            self._hand_over(self._changed)

    def _take(self) -> _Question | None:
        """The most urgent question, if there comes one before it is time to look at the index."""
        with self._news:
            self._news.wait_for(lambda: self._waiting or self._closed or self._in_haste, LOOK_SECONDS)
            if self._closed or not self._waiting:
                return None
            question = min(self._waiting.values(), key=lambda each: each.urgency)
            del self._waiting[question.topic]
            self._asked, self._stop = question, False
            return question

    def _ask_again(self, question: _Question) -> None:
        """Put back a question that had to make room, unless it is wanted no more."""
        with self._news:
            self._asked = None
            if self._is_wanted(question):
                self._waiting[question.topic] = question

    def _is_wanted(self, question: _Question) -> bool:
        return self._wanted.get(question.topic) is question

    def _give(self, question: _Question, found: Any) -> None:
        with self._news:
            wanted = self._is_wanted(question)
            if wanted:
                del self._wanted[question.topic]
        if wanted:
            question.answer(found)

    def _hand_over(self, told: Callable[[], object]) -> None:
        if not self._closed:
            self._deliver(told)
