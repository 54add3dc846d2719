"""What is new since a moment."""

from __future__ import annotations

import json
from dataclasses import replace
from datetime import UTC, datetime, timedelta
from typing import TYPE_CHECKING

import pytest
from named import named

from newsreader.annotations.events import NameKnown
from newsreader.article import Origin, OriginKind
from newsreader.cli import parser
from newsreader.cli.problems import CommandError
from newsreader.dossier import watching
from newsreader.dossier.news import Numbers, news, numbers
from newsreader.dossier.rising import Rise
from newsreader.entity import Category
from newsreader.index import file
from newsreader.index.index import Index
from newsreader.sources import from_text
from newsreader.store.library import Library, library_file
from newsreader.store.records import LAST_VISIT

if TYPE_CHECKING:
    from collections.abc import Iterator

TODAY = datetime.now(UTC).date()
Capture = pytest.CaptureFixture[str]


def command(*words: str) -> int:
    run, args = parser.parse(words)
    return run(args)


class Shelf:
    """The library with its index."""

    def __init__(self) -> None:
        self.library = Library.open()
        self.index = Index.open(library_file())
        self.count = 0

    def add(self, written: str, days_ago: int = 0, times: int = 1) -> None:
        """Take in articles with these names, of a day."""
        for _ in range(times):
            self.count += 1
            plain, analysis = named(f"{written} {self.count}.")
            day, origin = TODAY - timedelta(days=days_ago), Origin(OriginKind.RECORD, f"r{self.count}")
            article = from_text(plain.text, published=day, origin=origin)
            with self.library.writing() as unit:
                record = unit.articles.remember(article)
            self.index.follow(self.library)
            assert self.index.name(record, article, analysis, "rules")


@pytest.fixture
def shelf() -> Iterator[Shelf]:
    made = Shelf()
    yield made
    made.index.close()
    made.library.close()


def later(shelf: Shelf) -> str:
    """What was there came in long ago."""
    shelf.index._connection.execute("UPDATE article SET added = '2001-01-01T00:00:00'")
    moment = f"{TODAY}T00:00:00"
    shelf.library.keep_setting(LAST_VISIT, moment)
    return moment


def test_names_that_no_article_had_before_are_new(shelf: Shelf) -> None:
    shelf.add("{person: Karin Ahlström} rows", 3)
    since = later(shelf)
    shelf.add("{person: Karin Ahlström} and {person: Rolf Knowles} row", times=2)
    found = news(shelf.library, shelf.index, since)
    assert [(each.thing.name, each.articles) for each in found.new] == [("Rolf Knowles", 2)]
    assert found.articles == 2


def test_names_in_more_articles_than_usual_have_risen(shelf: Shelf) -> None:
    for day in range(2, 30):
        shelf.add("{place: Oslo} sleeps", day, times=2)
    shelf.add("{person: Karin Ahlström} rows", 9)
    since = later(shelf)
    shelf.add("{place: Oslo} wakes", times=2)
    shelf.add("{person: Karin Ahlström} wins", times=6)
    found = news(shelf.library, shelf.index, since)
    assert [each.counted.thing.name for each in found.risen] == ["Karin Ahlström"]
    assert found.risen[0].counted.articles == 6
    assert 0 < found.risen[0].rise.expected < 1


def test_a_search_that_somebody_removes_meanwhile_is_left_out(shelf: Shelf, monkeypatch: pytest.MonkeyPatch) -> None:
    def meanwhile(library: Library, index: Index, since: str) -> Numbers:
        return replace(numbers(library, index, since), searches={99: Rise(4, 0.5, 0.00001)})

    monkeypatch.setattr("newsreader.dossier.news.numbers", meanwhile)
    assert news(shelf.library, shelf.index, later(shelf)).searches == ()


def test_old_articles_that_come_in_late_are_no_rise(shelf: Shelf) -> None:
    for day in range(2, 30):
        shelf.add("{place: Oslo} sleeps", day, times=2)
    since = later(shelf)
    shelf.add("{person: Karin Ahlström} won", 400, times=6)
    assert news(shelf.library, shelf.index, since).risen == ()


def test_watched_names_are_told_under_any_of_their_names(shelf: Shelf) -> None:
    shelf.add("{organisation: Norrfors Quay Board} ({organisation: NQB = Norrfors Quay Board}) met", 3)
    (thing,) = shelf.index.things.called("NQB", 2)
    assert watching.watch(shelf.library, shelf.index.things.names(thing.id)[0])
    assert not watching.watch(shelf.library, shelf.index.things.names(thing.id)[0])
    since = later(shelf)
    assert news(shelf.library, shelf.index, since).watched == ()
    shelf.add("{organisation: NQB} met again")
    found = news(shelf.library, shelf.index, since)
    assert [(each.thing.name, each.articles) for each in found.watched] == [("Norrfors Quay Board", 1)]


def test_what_another_program_watched_meanwhile_stays_watched(shelf: Shelf, monkeypatch: pytest.MonkeyPatch) -> None:
    one, other = (NameKnown(Category.PERSON, each, "", each) for each in ("ann", "bob"))
    watching.watch(shelf.library, one)
    with monkeypatch.context() as patched:
        patched.setattr(watching, "watched", lambda _: [])  # as it was before the other program watched
        assert watching.watch(shelf.library, other)
        assert not watching.watch(shelf.library, one)
    assert watching.watched(shelf.library) == [one, other]


def test_watching_from_the_command_line(shelf: Shelf, capsys: Capture) -> None:
    shelf.add("{person: Karin Ahlström} rows")
    assert command("watch", "list") == 0
    assert command("watch", "add", "karin ahlström") == 0
    assert command("watch", "list") == 0
    assert capsys.readouterr().out == "No names are watched.\nperson\tKarin Ahlström\t1\n"
    assert command("watch", "remove", "Karin Ahlström") == 0
    assert watching.watched(shelf.library) == []
    with pytest.raises(CommandError, match="Say whom to add"):
        command("watch", "add")
    with pytest.raises(CommandError, match="There is no"):
        command("watch", "add", "Nobody")
    shelf.library.keep_setting(watching.SETTING, "[{]")
    assert command("watch", "list") == 0


def test_what_is_watched_is_listed_and_removed_where_no_article_has_been_read(shelf: Shelf, capsys: Capture) -> None:
    shelf.add("{person: Karin Ahlström} rows")
    assert command("watch", "add", "karin ahlström") == 0
    shelf.index.close()
    file.drop(library_file())
    capsys.readouterr()
    assert command("watch", "list") == 0
    assert capsys.readouterr().out == "person\tKarin Ahlström\t0\n"
    with pytest.raises(CommandError, match="There is no"):
        command("watch", "--category", "place", "remove", "karin ahlström")
    assert command("watch", "remove", "karin ahlström") == 0
    assert watching.watched(shelf.library) == []


def test_what_is_new_from_the_command_line(shelf: Shelf, capsys: Capture) -> None:
    shelf.add("{person: Karin Ahlström} rows", 3)
    later(shelf)
    shelf.add("{person: Rolf Knowles} rows")
    assert command("whatsnew") == 0
    assert capsys.readouterr().out == (f"1 article came in since {TODAY}.\n\nNew names\nRolf Knowles  1 article\n")
    assert command("whatsnew", "--format", "markdown") == 0
    assert "## New names\n\n- Rolf Knowles: 1 article\n" in capsys.readouterr().out
    assert command("whatsnew", "--since", "1990-01-01", "--format", "json") == 0
    assert [each["name"] for each in json.loads(capsys.readouterr().out)["new"]] == ["Karin Ahlström", "Rolf Knowles"]
    with pytest.raises(CommandError, match="Say since when"):
        command("whatsnew", "--since", "soon")


@pytest.mark.parametrize("since", ["0001-01-01", "9999-12-31", "9999y"])
def test_any_day_can_be_asked_for(shelf: Shelf, since: str, capsys: Capture) -> None:
    shelf.add("{person: Karin Ahlström} rows")
    assert command("whatsnew", "--since", since) == 0
    assert "came in" in capsys.readouterr().out


@pytest.mark.parametrize("visit", ["banana", "2024", "9999-12-31T23:59:59.999+00:00"])
def test_a_damaged_last_visit_is_as_none(shelf: Shelf, visit: str) -> None:
    shelf.library.keep_setting(LAST_VISIT, visit)
    assert command("whatsnew") == 0
