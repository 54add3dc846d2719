"""Glimpses over what is known: merged, kept until a snapshot knows them, and never taken for the end."""

from __future__ import annotations

from typing import TYPE_CHECKING

from newsreader.analysis.encoding import analysis_to_lines
from newsreader.analysis.events import Analysed
from newsreader.analysis.glimpses import merged
from newsreader.analysis.protocol import Ask, Glimpse, Snapshot
from newsreader.analysis.session import Session
from newsreader.entities.model import Analysis, Category, Entity, Mention

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


def test_however_much_is_glimpsed_it_is_never_complete() -> None:
    assert not merged(analysis(done=3), analysis(done=2)).complete


class Talk:
    """A session and what its listener was told."""

    def __init__(self, article: Article) -> None:
        self.article = article
        self.told: list[list[str]] = []
        self.session = Session(1, article, self._listen)

    def _listen(self, event: object) -> None:
        assert isinstance(event, Analysed)
        self.told.append([entity.name for entity in event.analysis.entities])

    def snapshot(self, *entities: Entity, done: int, glimpses: int = 0) -> None:
        lines = list(analysis_to_lines(analysis(*entities, done=done, sha256=self.article.sha256)))
        for place, line in enumerate(lines, 1):
            self.session.hear(Snapshot(1, line, place == len(lines), glimpses))

    def glimpse(self, number: int, *entities: Entity) -> None:
        lines = analysis_to_lines(analysis(*entities, done=1, sha256=self.article.sha256))
        self.session.hear(Glimpse(1, number, tuple(lines)))


def test_a_glimpse_lasts_until_a_snapshot_knows_it(article_of) -> None:
    talk = Talk(article_of("Ann Bob", "Cy", "Di", "Ed"))
    ann, bob, cy, di = (entity(name, start) for start, name in enumerate(("Ann", "Bob", "Cy", "Di")))
    talk.glimpse(1, ann)
    talk.snapshot(bob, done=1)
    talk.glimpse(2, cy)
    talk.snapshot(ann, bob, di, done=3, glimpses=1)
    assert talk.told == [["Ann"], ["Ann", "Bob"], ["Ann", "Bob", "Cy"], ["Ann", "Bob", "Cy", "Di"]]
    assert not talk.session.over
    talk.snapshot(ann, bob, di, done=4, glimpses=2)
    assert talk.told[-1] == ["Ann", "Bob", "Di"]
    assert talk.session.over


def test_glimpses_of_a_worker_that_died_last_until_the_first_snapshot_of_the_next(article_of) -> None:
    talk = Talk(article_of("Ann Bob", "Cy", "Di", "Ed"))
    ann, bob = (entity(name, start) for start, name in enumerate(("Ann", "Bob")))
    talk.glimpse(5, ann)
    list(talk.session.begin())
    talk.glimpse(1, bob)
    assert talk.told[-1] == ["Ann", "Bob"]
    talk.snapshot(bob, done=1, glimpses=0)
    assert talk.told[-1] == ["Bob"]


def test_a_worker_is_first_asked_for_what_is_visible_when_it_can_answer(article_of) -> None:
    article = article_of(*["Ann."] * 20)
    session = Session(1, article, print)
    assert not any(isinstance(message, Ask) for message in session.begin())
    session.look_at(article.paragraphs[15].start, article.paragraphs[16].end)
    assert session.first() == Ask(1, (15, 16), show=True)
