"""Corrections and the gazetteer are in the index as soon as it follows the library, where an analysis is known."""

from __future__ import annotations

from typing import TYPE_CHECKING

import pytest

from newsreader.analysis.cache import AnalysisCache
from newsreader.analysis.rules import rules_version
from newsreader.annotations.corrections.model import Scope
from newsreader.annotations.notebook import Notebook
from newsreader.article import Article, Metadata, Origin, OriginKind, Paragraph
from newsreader.entity import Analysis, Category, Entity, Mention
from newsreader.index.found import Order
from newsreader.index.index import Index
from newsreader.query.parser import parse
from newsreader.store.library import Library

if TYPE_CHECKING:
    from collections.abc import Iterator
    from pathlib import Path

PIPELINE = "model 1"
TEXT = "Kim met Karin Ahlstrom in Norrfors. It was article {}."


class Shelf:
    """A library of three articles that were read for names, with their analyses in the cache."""

    def __init__(self, folder: Path) -> None:
        self.library = Library.open(folder / "library.db")
        self.index = Index.open(folder / "library.db", folder)
        self.rules = f"{PIPELINE} {rules_version()}"
        self.articles = [self._article(number) for number in (1, 2, 3)]
        self.index.follow(self.library)
        for article in self.articles:
            record = self.library.find(article)
            assert record is not None
            assert self.index.name(record, article, self.analysis(article), self.rules)

    def _article(self, number: int) -> Article:
        text = TEXT.format(number)
        origin = Origin(OriginKind.RECORD, str(number))
        article = Article(text, (Paragraph(0, len(text)),), Metadata(f"A {number}"), origin)
        self.library.remember(article)
        return article

    def analysis(self, article: Article) -> Analysis:
        people = (self.person("Kim", 0), self.person("Karin Ahlstrom", 8))
        place = Entity("place:norrfors", Category.PLACE, "Norrfors", (), (Mention(26, 34, "GPE", Category.PLACE),))
        return Analysis(article.sha256, "model", (*people, place), 1, 1)

    @staticmethod
    def person(name: str, start: int) -> Entity:
        mention = Mention(start, start + len(name), "PERSON", Category.PERSON)
        return Entity(f"person:{name.casefold()}", Category.PERSON, name, (), (mention,))

    def cache(self, *numbers: int) -> None:
        for article in (self.articles[each - 1] for each in numbers):
            AnalysisCache().put(article, PIPELINE, self.analysis(article))

    def notebook(self, number: int) -> Notebook:
        article = self.articles[number - 1]
        return Notebook(self.library, self.library.remember(article), article)

    def found(self, query: str) -> set[int]:
        """What a query finds once the index has followed."""
        self.index.follow(self.library)
        return {each.id for each in self.index.search.articles(parse(query).condition, Order.NEWEST, 10)}


@pytest.fixture
def shelf(tmp_path: Path) -> Iterator[Shelf]:
    made = Shelf(tmp_path)
    yield made
    made.index.close()
    made.library.close()


def test_a_note_makes_no_names_unknown(shelf: Shelf) -> None:
    shelf.notebook(1).note("Who is Kim? #check")
    assert shelf.found("note:kim") == {1}
    assert shelf.index.count_unnamed(shelf.rules) == 0


def test_a_correction_is_found_at_once_and_undoing_it_too(shelf: Shelf) -> None:
    shelf.cache(1)
    notebook = shelf.notebook(1)
    notebook.corrections.rename(shelf.person("Kim", 0), "Kim Larsson")
    assert (shelf.found("person:larsson"), shelf.found("has:correction")) == ({1}, {1})
    notebook.corrections.reject(shelf.person("Karin Ahlstrom", 8))
    assert shelf.found("person:ahlstrom") == {2, 3}
    assert shelf.index.count_unnamed(shelf.rules) == 0
    notebook.undo()
    notebook.undo()
    assert (shelf.found("person:larsson"), shelf.found("person:ahlstrom")) == (set(), {1, 2, 3})
    assert shelf.found("has:correction") == set()


def test_where_the_analysis_is_not_known_any_more_the_article_is_read_again(shelf: Shelf) -> None:
    shelf.notebook(1).corrections.reject(shelf.person("Kim", 0))
    assert shelf.found("person:kim") == {1, 2, 3}, "as it was until then"
    assert shelf.index.unnamed(shelf.rules, 10) == [1]
    assert shelf.index.count_unnamed() == 0, "it was read for names once"
    shelf.cache(1)
    assert shelf.found("person:kim") == {1, 2, 3}, "and it is not tried again"
    record = shelf.library.latest(1)
    assert record is not None
    assert shelf.index.name(record, shelf.articles[0], shelf.analysis(shelf.articles[0]), shelf.rules)
    assert shelf.index.unnamed(shelf.rules, 10) == []


def test_what_holds_everywhere_is_laid_over_all_articles_that_have_its_words(shelf: Shelf) -> None:
    shelf.cache(1, 2)
    notebook = shelf.notebook(1)
    notebook.corrections.reject(shelf.person("Karin Ahlstrom", 8), scope=Scope.EVERYWHERE)
    assert shelf.found("person:ahlstrom") == {3}
    assert shelf.index.unnamed(shelf.rules, 10) == [3]
    notebook.undo()
    assert shelf.found("person:ahlstrom") == {1, 2, 3}


def test_what_has_none_of_the_words_is_left_alone(shelf: Shelf) -> None:
    shelf.notebook(1).corrections.reject(shelf.person("Somebody Else", 0), scope=Scope.EVERYWHERE)
    shelf.found("")
    assert set(shelf.index.unnamed(shelf.rules, 10)) == {1}


def test_what_is_said_of_an_article_as_a_whole_is_taken_in_without_its_text(
    shelf: Shelf, monkeypatch: pytest.MonkeyPatch
) -> None:
    shelf.notebook(1).note("#mine")
    assert shelf.found("tag:mine") == {1}
    with shelf.library.writing() as unit:
        unit.states.star([1, 2], True)
        unit.states.tag([1, 3], "quay")
        unit.states.mark([2], True)
        articles = type(unit.articles)
        monkeypatch.setattr(articles, "stored", lambda *_: pytest.fail("a text was read"))
    assert (shelf.found("is:starred"), shelf.found("tag:quay"), shelf.found("is:read")) == ({1, 2}, {1, 3}, {2})
    assert (shelf.found("tag:mine"), shelf.found("is:saved")) == ({1}, {1, 2, 3})
    with shelf.library.writing() as unit:
        unit.states.star([1, 2], False)
        unit.states.untag([1, 3], "quay")
    assert (shelf.found("is:starred"), shelf.found("tag:quay"), shelf.found("is:saved")) == (set(), set(), {1})
