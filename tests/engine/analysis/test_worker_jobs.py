"""One article in the worker: what is answered, and when a snapshot is made of it."""

from __future__ import annotations

from typing import TYPE_CHECKING

import pytest

from newsreader.analysis import jobs
from newsreader.analysis.cache import AnalysisCache
from newsreader.analysis.encoding import analysis_from_lines, mentions_to_json
from newsreader.analysis.jobs import Job
from newsreader.analysis.protocol import Ask, Found, Message, Notice, Snapshot
from newsreader.entities.model import Analysis, Category, Mention

if TYPE_CHECKING:
    from collections.abc import Callable
    from pathlib import Path

    from newsreader.article import Article


class Recogniser:
    """Finds the first word; fails at what starts with `FAIL`."""

    name = "fake 1.0"
    key = "fake 1.0 key"

    def recognise(
        self, texts: list[str], failed: Callable[[int, Exception], None], progress: Callable[[], None]
    ) -> list[list[Mention]]:
        return [self._one(index, text, failed) for index, text in enumerate(texts)]

    @staticmethod
    def _one(index: int, text: str, failed: Callable[[int, Exception], None]) -> list[Mention]:
        if text.startswith("FAIL"):
            failed(index, ValueError("told to"))
            return []
        return [Mention(0, text.index(" "), "PERSON", Category.PERSON)]


class Desk:
    """A job and what it sent."""

    def __init__(self, article: Article, *, known: dict[int, object] | None = None, cache: Path | None = None) -> None:
        self.article = article
        self.sent: list[Message] = []
        self.job = Job(1, article, Recogniser(), self.sent.append, cache)  # type: ignore[arg-type]
        self.job.hear(Found(1, known or {}))

    def ask(self, *paragraphs: int, show: bool = False) -> list[type]:
        """Ask for paragraphs and return the kinds of the answers, one for all lines of a snapshot."""
        self.sent.clear()
        self.job.hear(Ask(1, paragraphs, show))
        return list(dict.fromkeys(map(type, self.sent)))

    @property
    def analysis(self) -> Analysis:
        lines = [message.line for message in self.sent if isinstance(message, Snapshot)]
        return analysis_from_lines(lines, length=len(self.article.text))


@pytest.fixture
def clock(monkeypatch: pytest.MonkeyPatch) -> list[float]:
    """The time, which only a test moves."""
    now = [1000.0]
    monkeypatch.setattr(jobs, "monotonic", lambda: now[0])
    return now


NAMES = ["Alice runs.", "Bob walks.", "Carol sits.", "Dora sings.", "Emil reads."]


def test_the_first_and_the_last_answer_come_with_a_snapshot(article_of, clock) -> None:
    desk = Desk(article_of(*NAMES))
    assert desk.ask(0, 1) == [Found, Snapshot]
    assert [entity.name for entity in desk.analysis.entities] == ["Alice", "Bob"]
    assert desk.ask(2) == [Found]
    assert desk.ask(3) == [Found]
    assert desk.ask(4) == [Found, Snapshot]
    assert desk.analysis.complete


def test_others_come_now_and_then_and_less_often_the_more_they_cost(article_of, clock, monkeypatch) -> None:
    understand = jobs.understand

    def slow(*arguments: object, **named: object) -> Analysis:
        clock[0] += 1
        return understand(*arguments, **named)

    monkeypatch.setattr(jobs, "understand", slow)
    desk = Desk(article_of(*NAMES))
    assert desk.ask(0) == [Found, Snapshot]
    clock[0] += 3.9
    assert desk.ask(1) == [Found]
    clock[0] += 0.2
    assert desk.ask(2) == [Found, Snapshot]


def test_what_is_visible_is_shown_at_once_or_when_it_costs_much_soon(article_of, clock, monkeypatch) -> None:
    desk = Desk(article_of(*NAMES))
    desk.ask(0)
    assert desk.ask(1, show=True) == [Found, Snapshot]
    desk.job._cost = 1.0
    assert desk.ask(2, show=True) == [Found]
    clock[0] += 1.1
    assert desk.ask(3) == [Found, Snapshot]


def test_a_paragraph_that_fails_is_noticed_and_counts_as_done(article_of) -> None:
    desk = Desk(article_of("Alice runs.", "FAIL here."))
    assert desk.ask(0, 1) == [Notice, Found, Snapshot]
    assert Notice(1, "Paragraph 2 could not be analysed and shows no entities.") in desk.sent
    assert desk.analysis.complete


def test_what_an_earlier_worker_found_is_not_lost(article_of) -> None:
    known = {
        0: mentions_to_json([Mention(0, 5, "PERSON", Category.PERSON)]),
        1: [["damaged"]],
        2: mentions_to_json([Mention(0, 5_000, "PERSON", Category.PERSON)]),
    }
    desk = Desk(article_of(*NAMES), known=known)
    desk.ask(4)
    assert [entity.name for entity in desk.analysis.entities] == ["Alice", "Emil"]
    assert desk.analysis.paragraphs_done == 2


def test_with_all_known_an_empty_question_is_answered_with_the_whole(article_of) -> None:
    known = {0: mentions_to_json([Mention(0, 5, "PERSON", Category.PERSON)])}
    desk = Desk(article_of("Alice runs."), known=known)
    assert desk.ask(show=True) == [Found, Snapshot]
    assert desk.analysis.complete


def test_furniture_and_what_does_not_exist_are_not_analysed(article_of) -> None:
    desk = Desk(article_of("Image of Bob", "Alice runs."))
    assert desk.ask(0, 7, -1) == [Found, Snapshot]
    assert desk.analysis.paragraphs_done == 0


def test_the_whole_is_in_the_cache_before_it_is_sent(article_of, tmp_path: Path) -> None:
    desk = Desk(article_of("Alice runs."), cache=tmp_path)
    seen: list[Analysis | None] = []
    cache = AnalysisCache(tmp_path)
    desk.job._send = lambda message: seen.append(cache.get(desk.article, Recogniser.key))
    desk.job.hear(Ask(1, (0,)))
    assert seen[0] is None, "found comes first"
    assert seen[-1] is not None
    assert seen[1] == seen[-1]
