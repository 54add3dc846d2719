"""The day the person gives an article goes before what the article says, and all its dates are counted from it."""

from __future__ import annotations

import json
from datetime import date
from typing import TYPE_CHECKING

import pytest
from given_dates import given_dates

from newsreader import cli
from newsreader.analysis.in_process import Analyser
from newsreader.annotations.corrections import Overlay
from newsreader.annotations.events import Dated, Unknown, new_event
from newsreader.annotations.journal_entries import decode, encode
from newsreader.annotations.notebook import Notebook, overlay_of
from newsreader.entities.redating import redated
from newsreader.entity import Category
from newsreader.sources import from_text, load
from newsreader.store.library import Library
from newsreader.store.records import JournalEntry

if TYPE_CHECKING:
    from pathlib import Path

    from newsreader.entity import Analysis

TEXT = """Mayor opens bridge in Lyon

Angela Merkel opened a bridge in Lyon on Wednesday. The Sunday Times had announced it last month.

On 3 May 2011, the old bridge fell; it was rebuilt two years later. Merkel returns next week.
"""
GIVEN = date(2024, 6, 19)


@pytest.fixture(scope="module")
def analyser() -> Analyser:
    return Analyser()


def values(analysis: Analysis) -> list[str]:
    dates = (entity for entity in analysis.entities if entity.category is Category.DATE)
    found = sorted((mention for entity in dates for mention in entity.mentions), key=lambda mention: mention.start)
    return [mention.time.value for mention in found if mention.time]


def test_counting_anew_is_the_same_as_reading_the_article_with_that_date(analyser: Analyser) -> None:
    article = from_text(TEXT)
    read = analyser.analyse(article)
    assert values(read) == ["XXXX-WXX-3", "XXXX-XX", "2011-05-03", "2013", "XXXX-WXX"]
    counted = redated(read, article, GIVEN)
    assert values(counted) == ["2024-06-19", "2024-05", "2011-05-03", "2013", "2024-W26"]
    assert counted == analyser.analyse(Overlay(published=GIVEN).dated(article))
    assert redated(counted, article, None) == read


def test_names_stay_as_they_are(analyser: Analyser) -> None:
    article = from_text(TEXT)
    read = analyser.analyse(article)
    counted = redated(read, article, GIVEN)
    names = [[each for each in an.entities if each.category is not Category.DATE] for an in (read, counted)]
    assert names[0] == names[1] != []


def test_a_date_is_kept_undone_and_put_back() -> None:
    article = from_text(TEXT)
    with Library.open() as library:
        record = library.remember(article)
        notebook = Notebook(library, record, article)
        assert notebook.overlay.published is None
        notebook.date_article(GIVEN)
        assert notebook.overlay.published == overlay_of(library, article).published == GIVEN
        assert Notebook(library, record, article).overlay.published == GIVEN
        notebook.date_article(date(2020, 1, 2))
        assert notebook.undo() == "undo: dated the article 2020-01-02"
        assert notebook.overlay.published == GIVEN
        notebook.date_article(None)
        assert notebook.overlay.published is None
        assert notebook.undo() == "undo: put back the article’s own date"
        assert notebook.overlay.published == GIVEN
        assert notebook.redo() == "redo: put back the article’s own date"
        assert notebook.overlay.published is None


def test_saying_the_same_again_is_no_act() -> None:
    article = from_text(TEXT)
    with Library.open() as library:
        notebook = Notebook(library, library.remember(article), article)
        notebook.date_article(GIVEN)
        notebook.date_article(GIVEN)
        notebook.undo()
        assert notebook.overlay.published is None
        notebook.date_article(None)
        assert notebook.undo() is None


def test_the_event_survives_being_written_down_and_a_bad_one_harms_nothing() -> None:
    event = new_event(Dated(date(2024, 6, 19)))
    assert decode(encode(event)) == event
    stored = encode(event)
    for body in ('{"published": "someday"}', '{"published": 5}'):
        bad = JournalEntry(stored.id, stored.kind, body, stored.at, stored.author, stored.app)
        assert isinstance(decode(bad).change, Unknown)


def test_entities_are_printed_with_the_persons_date_unless_only_the_machine_is_asked(
    tmp_path: Path, capsys: pytest.CaptureFixture[str]
) -> None:
    path = tmp_path / "bridge.txt"
    path.write_text(TEXT, encoding="utf-8")
    article = load(str(path))
    with Library.open() as library:
        Notebook(library, library.remember(article), article).date_article(GIVEN)
    assert cli.main(["entities", "--format", "json", str(path)]) == 0
    printed = json.loads(capsys.readouterr().out)
    assert (printed["published"], printed["published_from"]) == ("2024-06-19", "you")
    assert "date:2024-06-19" in [each["id"] for each in printed["entities"]]
    assert cli.main(["entities", "--format", "json", "--no-corrections", str(path)]) == 0
    printed = json.loads(capsys.readouterr().out)
    assert (printed["published"], printed["published_from"]) == (None, None)
    assert "date:wednesday" in [each["id"] for each in printed["entities"]]


def test_exported_notes_quote_the_persons_date(tmp_path: Path, capsys: pytest.CaptureFixture[str]) -> None:
    path = tmp_path / "bridge.txt"
    path.write_text(TEXT, encoding="utf-8")
    article = load(str(path))
    with Library.open() as library:
        notebook = Notebook(library, library.remember(article), article)
        notebook.note("Check this.", start=0, end=5)
        notebook.date_article(GIVEN)
    assert cli.main(["annotations", "export", "--format", "markdown", str(path)]) == 0
    assert "19 June 2024" in capsys.readouterr().out
    assert cli.main(["annotations", "export", "--format", "json", str(path)]) == 0
    assert '"published": "2024-06-19"' in capsys.readouterr().out


def test_lists_of_articles_have_the_persons_date(tmp_path: Path) -> None:
    article, other = from_text(TEXT), from_text("Another\n\nOf no date.")
    with Library.open() as library:
        notebook = Notebook(library, library.remember(article), article)
        library.remember(other)
        notebook.date_article(GIVEN)
        assert [each.published for each in given_dates(library)] == [None, GIVEN]
        notebook.undo()
        assert [each.published for each in given_dates(library)] == [None, None]
