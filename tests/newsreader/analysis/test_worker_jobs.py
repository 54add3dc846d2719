"""One article in the worker: what is answered, and when a snapshot is made of it."""

from __future__ import annotations

import queue
import threading
from itertools import count
from typing import TYPE_CHECKING

import pytest

from newsreader.analysis import jobs, pass_schedule
from newsreader.analysis.cache import AnalysisCache
from newsreader.analysis.encoding import analysis_from_lines, mentions_to_json
from newsreader.analysis.jobs import Job
from newsreader.analysis.pass_schedule import PassSchedule
from newsreader.analysis.protocol import Ask, Failed, Found, Message, Notice, Preview, Snapshot
from newsreader.entity import Analysis, Category, Mention

if TYPE_CHECKING:
    from collections.abc import Callable
    from pathlib import Path

    from newsreader.article import Article


class Recogniser:
    """Finds the first word; fails at what starts with `FAIL`."""

    name = "fake 1.0"
    key = "fake 1.0 key"
    language = "en"

    def recognise(
        self,
        texts: list[str],
        failed: Callable[[int, Exception], None],
        progress: Callable[[], None],
        *,
        language: str,
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
    monkeypatch.setattr(pass_schedule, "monotonic", lambda: now[0])
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


@pytest.fixture
def slow(monkeypatch: pytest.MonkeyPatch, clock: list[float]) -> Callable[[float], None]:
    """Have each pass take so many seconds by that clock."""
    understand = jobs.understand

    def make_slow(seconds: float) -> None:
        def slowly(*arguments: object, **named: object) -> Analysis:
            clock[0] += seconds
            return understand(*arguments, **named)

        monkeypatch.setattr(jobs, "understand", slowly)

    return make_slow


def test_others_come_now_and_then_and_less_often_the_more_they_cost(article_of, clock, slow) -> None:
    slow(0.04)
    desk = Desk(article_of(*NAMES))
    assert desk.ask(0) == [Found, Snapshot]
    clock[0] += 0.31
    assert desk.ask(1) == [Found]
    clock[0] += 0.02
    assert desk.ask() == [Found, Snapshot]


def test_what_is_visible_is_shown_at_once(article_of, clock) -> None:
    desk = Desk(article_of(*NAMES))
    desk.ask(0)
    assert desk.ask(1, show=True) == [Found, Snapshot]
    assert [entity.name for entity in desk.analysis.entities] == ["Alice", "Bob"]


def test_what_is_visible_is_understood_alone_where_the_whole_takes_long(article_of, clock, slow) -> None:
    slow(1.0)
    desk = Desk(article_of(*NAMES))
    desk.ask(0)
    assert desk.ask(1, 2, show=True) == [Found, Preview]
    preview = desk.sent[-1]
    assert [entity.name for entity in analysis_from_lines(preview.lines, length=99).entities] == ["Bob", "Carol"]
    assert preview.answer == 2


class Gate:
    """Holds up every pass until it is opened, and says that one has come to it."""

    def __init__(self, monkeypatch: pytest.MonkeyPatch) -> None:
        self.reached, self.opened = threading.Event(), threading.Event()
        self._understand = jobs.understand
        monkeypatch.setattr(jobs, "understand", self._held)

    def _held(self, article: Article, found: dict[int, object], **named: object) -> Analysis:
        if len(found) > 2:
            self.reached.set()
            assert self.opened.wait(60)
        return self._understand(article, found, **named)


def test_a_long_pass_holds_up_no_answer_and_says_what_it_knows(article_of, clock, slow, monkeypatch) -> None:
    slow(1.0)
    desk = Desk(article_of(*NAMES))
    desk.ask(0)
    clock[0] += 100
    gate = Gate(monkeypatch)
    assert desk.ask(1, 2) == [Found]
    assert gate.reached.wait(60)
    assert desk.ask(3, show=True) == [Found, Preview]
    assert desk.ask(4) == [Found]
    snapshots: queue.SimpleQueue[Message] = queue.SimpleQueue()
    desk.job._send = snapshots.put
    gate.opened.set()
    first, last = (lines_of(snapshots) for _ in range(2))
    assert (first[-1].answers, last[-1].answers) == (2, 4)
    analyses = [analysis_from_lines([each.line for each in lines], length=99) for lines in (first, last)]
    assert [analysis.paragraphs_done for analysis in analyses] == [3, 5]


def lines_of(snapshots: queue.SimpleQueue[Message]) -> list[Snapshot]:
    """The lines of the next snapshot."""
    lines = [snapshots.get(timeout=60)]
    while not lines[-1].last:
        lines.append(snapshots.get(timeout=60))
    return lines


def test_what_is_known_is_not_recognised_again_and_the_last_pass_is_made_once(article_of, clock, slow) -> None:
    slow(1.0)
    desk = Desk(article_of(*NAMES[:2]), known={0: mentions_to_json([Mention(0, 3, "ORG", Category.ORGANISATION)])})
    assert desk.ask(0, 1) == [Found, Snapshot]
    assert desk.ask(0, show=True) == [Found, Preview]
    assert desk.sent[0].mentions[0][0][:3] == [0, 3, "ORG"]


def test_during_a_long_pass_there_are_signs_of_life(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(pass_schedule, "HEARTBEAT", 0.001)
    beats = threading.Semaphore(0)

    def work() -> None:
        assert all(beats.acquire(timeout=60) for _ in range(3))

    PassSchedule(beats.release).make(work, 1)


def test_a_pass_that_never_ends_falls_silent(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(pass_schedule, "HEARTBEAT", 0.001)
    monkeypatch.setattr(pass_schedule, "monotonic", count(0, pass_schedule.LONGEST / 2).__next__)
    hearts: list[threading.Thread] = []
    begin = threading.Thread.start
    monkeypatch.setattr(threading.Thread, "start", lambda thread: hearts.append(thread) or begin(thread))
    beats: list[None] = []

    def work() -> None:
        (heart,) = hearts
        heart.join(60)
        assert not heart.is_alive()

    PassSchedule(lambda: beats.append(None)).make(work, 1)
    assert len(beats) <= 2


def test_rules_that_fail_end_the_analysis_with_a_sentence(article_of, monkeypatch: pytest.MonkeyPatch) -> None:
    def fail(*arguments: object, **named: object) -> Analysis:
        raise IndexError

    monkeypatch.setattr(jobs, "understand", fail)
    desk = Desk(article_of(*NAMES))
    assert desk.ask(0) == [Found, Failed]
    assert "IndexError" in desk.sent[-1].sentence


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
