"""In which order the parts of a dossier are read."""

from __future__ import annotations

from dataclasses import dataclass, field
from typing import TYPE_CHECKING, Any

import pytest
from dossier_screen import ARTICLES, analysed

from newsreader.dossier.gathering import Part
from newsreader.dossier.model import Subject
from newsreader.entity import Category
from newsreader.index.index import Index
from newsreader.store.library import Library
from tui.dossier.reading import DossierReading

if TYPE_CHECKING:
    from collections.abc import Callable, Iterator
    from pathlib import Path


@dataclass
class Queue:
    """Questions that are answered when a test says so, the most urgent first."""

    library: Library
    index: Index
    waiting: dict[str, tuple[int, Callable[[Index], Any], Callable[[Any], object]]] = field(default_factory=dict)

    def ask(self, topic: str, question, answer, *, urgency: int) -> None:
        self.waiting.pop(topic, None)
        self.waiting[topic] = urgency, question, answer

    def forget(self, topic: str) -> None:
        self.waiting.pop(topic, None)

    def answer_next(self) -> None:
        topic = min(self.waiting, key=lambda each: self.waiting[each][0])
        _, question, answer = self.waiting.pop(topic)
        answer(question(self.index))


@pytest.fixture
def queue(tmp_path: Path) -> Iterator[Queue]:
    with Library.open(tmp_path / "library.db") as library, Index.in_memory(library) as index:
        for title, day, text in ARTICLES:
            article, analysis = analysed(text, title, day)
            with library.writing() as unit:
                record = unit.articles.remember(article)
            index.follow(library)
            assert index.name(record, article, analysis, "rules")
        yield Queue(library, index)


def order(queue: Queue, *fronts: Part | None) -> list[Part]:
    """The parts as they are shown, where those come to the front before anything was read, the last one to stay."""
    shown: list[Part] = []
    reading = DossierReading(
        queue.library,
        queue,
        Subject(Category.PERSON, "Karin Ahlström"),
        take_in=lambda *_: None,
        told=lambda _: None,
        shown=lambda part, _: shown.append(part),
        failed=pytest.fail,
    )
    reading.prefer(Part.MENTIONS)
    reading.begin(None)
    queue.answer_next()
    for each in fronts:
        reading.prefer(each)
    while queue.waiting:
        queue.answer_next()
    return shown


def test_mentions_come_first_and_the_others_in_their_order(queue: Queue) -> None:
    assert order(queue) == [Part.MENTIONS, Part.TIMELINE, Part.COMPANY, Part.NOTES]


def test_the_part_that_is_gone_to_comes_before_those_that_were_asked_before(queue: Queue) -> None:
    assert order(queue, Part.COMPANY) == [Part.COMPANY, Part.TIMELINE, Part.NOTES, Part.MENTIONS]
    assert order(queue, Part.COMPANY, Part.NOTES)[0] is Part.NOTES


def test_names_need_no_reading_and_hold_up_nothing(queue: Queue) -> None:
    assert {*order(queue, None)} == {*Part}
