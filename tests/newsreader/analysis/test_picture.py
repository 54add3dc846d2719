"""Previews over what is known: merged, kept until a snapshot knows them, and never taken for the end."""

from __future__ import annotations

from typing import TYPE_CHECKING

from newsreader.analysis.encoding import analysis_to_lines
from newsreader.analysis.events import Analysed
from newsreader.analysis.picture import merged
from newsreader.analysis.protocol import Ask, Found, Preview, Snapshot
from newsreader.analysis.task import Task
from newsreader.entity import Analysis, Category, Entity, Mention

if TYPE_CHECKING:
    from newsreader.article import Article


def entity(name: str, *starts: int, aliases: tuple[str, ...] = ()) -> Entity:
    mentions = tuple(Mention(start, start + 1, "PERSON", Category.PERSON) for start in starts)
    return Entity(f"person:{name.lower()}", Category.PERSON, name, aliases, mentions)


def analysis(*entities: Entity, done: int, sha256: str = "x") -> Analysis:
    return Analysis(sha256, "fake 1.0", entities, done, 4)


def test_entities_of_one_identifier_are_one_and_all_are_in_order() -> None:
    known = analysis(entity("Ann", 2, 30, aliases=("A",)), entity("Bob", 5), done=2)
    both = merged(known, analysis(entity("Cy", 1), entity("Ann", 10, aliases=("A", "An")), done=1))
    assert both.entities == (entity("Cy", 1), entity("Ann", 2, 10, 30, aliases=("A", "An")), entity("Bob", 5))
    assert both.paragraphs_done == 3


def test_however_much_is_previewed_it_is_never_complete() -> None:
    assert not merged(analysis(done=3), analysis(done=2)).complete


class Talk:
    """A task and what its listener was told."""

    def __init__(self, article: Article) -> None:
        self.article = article
        self.told: list[list[str]] = []
        self.task = Task(1, article, self._listen)

    def _listen(self, event: object) -> None:
        assert isinstance(event, Analysed)
        self.told.append([entity.name for entity in event.analysis.entities])

    def snapshot(self, *entities: Entity, done: int, answers: int = 0) -> None:
        lines = list(analysis_to_lines(analysis(*entities, done=done, sha256=self.article.sha256)))
        for place, line in enumerate(lines, 1):
            self.task.hear(Snapshot(1, line, place == len(lines), answers))

    def preview(self, answer: int, *entities: Entity) -> None:
        lines = analysis_to_lines(analysis(*entities, done=1, sha256=self.article.sha256))
        self.task.hear(Preview(1, answer, tuple(lines)))


def test_a_preview_lasts_until_a_snapshot_knows_it(article_of) -> None:
    talk = Talk(article_of("Ann Bob", "Cy", "Di", "Ed"))
    ann, bob, cy, di = (entity(name, start) for start, name in enumerate(("Ann", "Bob", "Cy", "Di")))
    talk.preview(1, ann)
    talk.snapshot(bob, done=1)
    talk.preview(2, cy)
    talk.snapshot(ann, bob, di, done=3, answers=1)
    assert talk.told == [["Ann"], ["Ann", "Bob"], ["Ann", "Bob", "Cy"], ["Ann", "Bob", "Cy", "Di"]]
    assert not talk.task.over
    talk.snapshot(ann, bob, di, done=4, answers=2)
    assert talk.told[-1] == ["Ann", "Bob", "Di"]
    assert talk.task.over


def test_previews_of_a_worker_that_died_last_until_the_first_snapshot_of_the_next(article_of) -> None:
    talk = Talk(article_of("Ann Bob", "Cy", "Di", "Ed"))
    ann, bob = (entity(name, start) for start, name in enumerate(("Ann", "Bob")))
    talk.preview(5, ann)
    list(talk.task.begin())
    talk.preview(1, bob)
    assert talk.told[-1] == ["Ann", "Bob"]
    talk.snapshot(bob, done=1, answers=0)
    assert talk.told[-1] == ["Bob"]


def test_a_worker_is_first_asked_for_what_is_visible_when_it_can_answer(article_of) -> None:
    article = article_of(*["Ann."] * 20)
    task = Task(1, article, print)
    assert not any(isinstance(message, Ask) for message in task.begin())
    task.look_at(article.paragraphs[15].start, article.paragraphs[16].end)
    assert task.first() == Ask(1, (15, 16), show=True)


def recognised(*indices: int) -> Found:
    return Found(1, {index: [] for index in indices})


def test_what_comes_in_sight_is_asked_for_again_until_it_is_shown(article_of) -> None:
    article = article_of(*["Ann."] * 40)
    talk = Talk(article)
    task = talk.task
    task.look_at(0, 1)
    assert task.first() == Ask(1, (0,), show=True)
    (ask,) = task.hear(recognised(0))
    assert ask == Ask(1, tuple(range(1, 17)), show=False)
    task.look_at(article.paragraphs[9].start, article.paragraphs[9].end)
    assert task.hear(recognised(*range(1, 17))) == [Ask(1, (9,), show=True)]
    (ask,) = task.hear(recognised(9))
    assert 9 not in ask.paragraphs, "an answer with a preview is on its way"
    task.look_at(article.paragraphs[3].start, article.paragraphs[3].end)
    talk.snapshot(entity("Ann", 0), done=2, answers=2)
    (ask,) = task.hear(recognised(*ask.paragraphs))
    assert 3 not in ask.paragraphs, "the snapshot has shown it"


def test_with_all_recognised_what_comes_in_sight_is_asked_for_at_once(article_of) -> None:
    article = article_of(*["Ann."] * 12)
    task = Talk(article).task
    messages = [task.first()]
    while messages:
        messages = task.hear(recognised(*messages[0].paragraphs))
    last = article.paragraphs[-1]
    assert task.look_at(last.start, last.end) == [Ask(1, (11,), show=True)]
    assert task.look_at(last.start, last.end) == []
