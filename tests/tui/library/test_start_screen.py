"""The start screen: continue, open again, sample articles, open by path, filter."""

from __future__ import annotations

from dataclasses import replace
from datetime import date
from pathlib import Path

import papers
import pytest

from newsreader import resources, sources
from newsreader.annotations.notebook import Notebook
from newsreader.article import Origin, OriginKind
from newsreader.query.parser import parse
from newsreader.sources import from_text
from tui.library.library_status import WELCOME
from tui.library.screen import LibraryScreen
from tui.library.shelf import ShelfEntry, shelves, site
from tui.reader.screen import ReaderScreen


@pytest.fixture
def start(app_with):
    return app_with(locations=())


async def settle(app, pilot) -> None:
    await app.workers.wait_for_complete()
    await pilot.pause()


async def test_on_the_first_run_the_sample_articles_are_offered(start, picture):
    async with start.run_test(size=(100, 40)) as pilot:
        await settle(start, pilot)
        assert isinstance(start.screen, LibraryScreen)
        assert len(start.screen.articles.entries) >= 8
        assert all(key.startswith("sample-") for key in start.screen.articles.entries)
        drawn = picture(start)
        assert "Sample articles" in drawn
        assert WELCOME[:30] in drawn
        assert "enter read" in drawn


async def test_an_article_is_read_and_q_comes_back(start):
    async with start.run_test(size=(100, 40)) as pilot:
        await settle(start, pilot)
        await pilot.press("j", "enter")
        await settle(start, pilot)
        assert isinstance(start.screen, ReaderScreen)
        title = start.screen.context.header.headline
        await pilot.press("G", "q")
        await settle(start, pilot)
        assert isinstance(start.screen, LibraryScreen)
        entry = next(entry for entry in start.screen.articles.entries.values() if entry.title == title)
        assert entry.key.startswith("recent-")
        assert entry.progress > 0


async def test_reading_goes_on_with_the_article_that_was_left(start, app_with, article, library):
    async with app_with().run_test(size=(80, 20)) as pilot:
        await pilot.press("space")
        await pilot.press("q")
    async with start.run_test(size=(100, 40)) as pilot:
        await settle(start, pilot)
        await pilot.press("g")
        option = start.screen.query_one("ArticleList").highlighted_option
        assert start.screen.articles.entries[option.id].title == article.metadata.title
        await pilot.press("enter")
        await settle(start, pilot)
        assert start.screen.context.reading.article.text == article.text  # kept by the library; the file never was
        assert start.screen.context.here.top > 0


async def test_all_articles_of_a_file_are_walked_and_one_that_was_read_is_opened_alone(start, tmp_path, monkeypatch):
    papers.register(monkeypatch)
    file = tmp_path / "week.papers"
    file.write_bytes(papers.papers(one="Mayor opens bridge\n\nIt is new.\n", two="Ferry is late\n\nIt left at noon.\n"))
    async with start.run_test(size=(100, 40)) as pilot:
        await settle(start, pilot)
        await pilot.press("o", *str(file), "enter")
        await settle(start, pilot)
        assert start.screen.context.status.position.startswith("1 of 2")
        await pilot.press("J")
        await settle(start, pilot)
        assert start.screen.context.header.headline == "Ferry is late"
        await pilot.press("q")
        await settle(start, pilot)
        recent = [each for each in start.screen.articles.entries.values() if each.location == str(file)]
        assert [(each.title, each.part) for each in recent] == [("Ferry is late", "two"), ("Mayor opens bridge", "one")]
        await pilot.press("g", "enter")
        await settle(start, pilot)
        assert start.screen.context.reading.article.metadata.title == "Ferry is late"
        assert " of " not in start.screen.context.status.position


async def test_the_date_that_the_person_gave_is_in_the_list(start, library, article, picture):
    Notebook(library, library.remember(article), article).date_article(date(2020, 3, 4))
    async with start.run_test(size=(100, 40)) as pilot:
        await settle(start, pilot)
        assert "Harbour News · 4 March 2020" in picture(start)


async def test_a_path_is_typed_and_opened(start, tmp_path):
    file = tmp_path / "typed.txt"
    file.write_text("A typed title\n\nAnd some text.\n", "utf-8")
    async with start.run_test(size=(100, 40)) as pilot:
        await settle(start, pilot)
        await pilot.press("o")
        start.screen.query_one("Input").value = str(file)
        await pilot.press("enter")
        await settle(start, pilot)
        assert isinstance(start.screen, ReaderScreen)
        assert start.screen.context.header.headline == "A typed title"


async def test_a_path_that_leads_nowhere_is_said(start):
    async with start.run_test(size=(100, 40)) as pilot:
        await settle(start, pilot)
        await pilot.press("o")
        start.screen.query_one("Input").value = "/no/such/file.txt"
        await pilot.press("enter")
        await settle(start, pilot)
        assert isinstance(start.screen, LibraryScreen)
        assert "/no/such/file.txt" in start.screen.query_one("StatusLine").notice


async def test_the_list_is_filtered_while_typing(start):
    async with start.run_test(size=(100, 40)) as pilot:
        await settle(start, pilot)
        everything = len(start.screen.articles.entries)
        await pilot.press("slash", *"pyongyang")
        await pilot.pause()
        assert 0 < len(start.screen.articles.entries) < everything
        await pilot.press("enter", "escape")
        await pilot.pause()
        assert len(start.screen.articles.entries) == everything


async def test_letters_that_are_typed_run_no_commands(start):
    async with start.run_test(size=(100, 40)) as pilot:
        await settle(start, pilot)
        await pilot.press("o", "q", "q")
        assert start.is_running
        assert start.screen.query_one("Input").value == "qq"


async def test_it_works_without_a_library_and_on_tiny_screens(app_with):
    app = app_with(locations=(), library=None)
    async with app.run_test(size=(20, 5)) as pilot:
        await settle(app, pilot)
        await pilot.press("j", "k", "space", "b", "G", "g", "o", "escape")
        assert app.is_running


async def test_q_quits(start):
    async with start.run_test(size=(100, 40)) as pilot:
        await settle(start, pilot)
        await pilot.press("q")
        await pilot.pause()
    assert start.return_code == 0


def entry(key: str, progress: float | None = None, location: str = "") -> ShelfEntry:
    return ShelfEntry(key, f"Title {key}", "Source", location or f"/{key}", progress=progress)


def test_the_last_unfinished_article_is_the_one_to_continue():
    found = shelves([entry("a", 1.0), entry("b", 0.4), entry("c", 0.2)], [], [])
    assert [(shelf.title, [each.key for each in shelf.entries]) for shelf in found] == [
        ("Continue reading", ["b"]),
        ("Recently opened", ["a", "c"]),
    ]


def test_a_sample_that_was_opened_stands_only_once():
    found = shelves([entry("a", 0.5, "/same")], [], [entry("s", location="/same"), entry("t")])
    assert [each.key for shelf in found for each in shelf.entries] == ["a", "t"]


def test_a_filter_takes_words_in_any_order():
    found = shelves([], [], [entry("one"), entry("two")], parse("source TWO").condition)
    assert [each.key for shelf in found for each in shelf.entries] == ["two"]


def test_progress_is_drawn_and_what_is_finished_says_so():
    assert "━━━━━━────── 50 %" in str(entry("a", 0.5).prompt())
    assert str(entry("a", 1.0).prompt()).endswith("read")


def test_a_filter_knows_days_sources_notes_and_states():
    entries = [
        replace(entry("old", 1.0), published=date(2023, 5, 1), source="Harbour News", notes=2),
        replace(entry("new", 0.3), published=date(2024, 6, 19), source="Reuters"),
        entry("bare"),
    ]
    found = {
        query: [each.key for shelf in shelves([], [], entries, parse(query).condition) for each in shelf.entries]
        for query in ("published:2024", "source:harbour", "has:note", "-is:read", "is:unread", "title:new OR is:read")
    }
    assert found == {
        "published:2024": ["new"],
        "source:harbour": ["old"],
        "has:note": ["old"],
        "-is:read": ["new", "bare"],
        "is:unread": ["bare"],
        "title:new OR is:read": ["old", "new"],
    }


async def test_what_cannot_be_meant_is_said(start):
    async with start.run_test(size=(100, 40)) as pilot:
        await settle(start, pilot)
        await pilot.press("slash", *"published:soon ")
        await pilot.pause()
        assert "2024-06" in start.screen.status.detail


def shown(app) -> list[str]:
    return [entry.title for entry in app.screen.articles.entries.values()]


async def test_an_article_is_taken_off_the_list_and_put_back(start, library, article, make_article):
    record = library.remember(article)
    Notebook(library, record, article).highlight(0, 7, "green")
    library.remember(make_article("A bridge", "It is new."))
    async with start.run_test(size=(140, 50)) as pilot:
        await settle(start, pilot)
        before = shown(start)
        assert before[:2] == ["A bridge", article.metadata.title]
        await pilot.press("j", "x")
        await pilot.pause()
        assert shown(start) == [before[0], *before[2:]]
        assert "Its notes and your place in it are kept" in start.screen.status.notice
        assert start.screen.articles.chosen.title == before[2]
        await pilot.press("U")
        await pilot.pause()
        assert shown(start) == before
        await pilot.press("U")
        assert "Nothing was taken off" in start.screen.status.notice
        await pilot.press("g", "j", "delete")
    assert [each.title for each in library.recent()] == ["A bridge"]
    assert [each.id for each in library.annotated()] == [record.id]
    library.remember(article)
    assert [each.title for each in library.recent()] == [article.metadata.title, "A bridge"]


async def test_a_sample_that_is_taken_off_stays_off_until_it_is_put_back(app_with, library):
    app = app_with(locations=())
    async with app.run_test(size=(120, 50)) as pilot:
        await settle(app, pilot)
        first, *others = shown(app)
        await pilot.press("x")
        await pilot.pause()
        assert shown(app) == others
    app = app_with(locations=())
    async with app.run_test(size=(120, 50)) as pilot:
        await settle(app, pilot)
        assert shown(app) == others
        await pilot.press("x", "U")
        await pilot.pause()
        assert shown(app) == others
        assert first not in shown(app)


async def test_a_sample_that_was_opened_from_wherever_is_offered_no_more(start, library, tmp_path):
    path = resources.samples()[0]
    copy = tmp_path / path.name
    copy.write_bytes(path.read_bytes())
    record = library.remember(sources.load(str(copy)))
    with library.writing() as unit:
        unit.reading.take_off(record.id)
    async with start.run_test(size=(120, 50)) as pilot:
        await settle(start, pilot)
        assert shown(start)
        assert f"sample-{path.name}" not in start.screen.articles.entries


async def test_the_second_line_says_where_from_when_how_far_and_how_many_words(start, library, make_article, picture):
    library.remember(make_article("A", "Text.", location="/news/plain.txt"))
    library.remember(make_article("B", "Text.", location="https://example.org/a/b"))
    async with start.run_test(size=(120, 50)) as pilot:
        await settle(start, pilot)
        drawn = picture(start)
        assert "/news/plain.txt · not begun" in drawn
        assert " words" in drawn


def test_of_an_address_the_second_line_names_the_site():
    assert site("https://example.org/a/b?c") == "example.org"
    assert site(str(Path.home() / "news" / "a.txt")) == "~/news/a.txt"


async def test_the_status_line_says_what_the_cursor_or_the_line_is_on_and_what_works(start, library, article):
    library.remember(article)

    def offered():
        return {hint.does: hint.key for hint in start.screen.status.hints}

    async with start.run_test(size=(160, 50)) as pilot:
        await settle(start, pilot)
        assert start.screen.status.detail == "/articles/ferry.txt"
        assert offered()["take off"] == "x"
        assert "put back" not in offered()
        await pilot.press("x")
        await pilot.pause()
        assert offered()["put back"] == "U"
        await pilot.press("slash", *"zzzzz")
        await pilot.pause()
        assert start.screen.status.detail == "0 articles"
        assert offered() == {"to the list": "enter", "clear": "escape"}
        await pilot.press("escape", "o")
        await pilot.pause()
        assert offered()["open"] == "enter"
        await pilot.press("escape")
        await pilot.pause()
        assert offered()["filter"] == "/"


async def test_the_keys_of_the_start_screen_can_be_clicked(start):
    async with start.run_test(size=(160, 50)) as pilot:
        await settle(start, pilot)
        status = start.screen.status

        async def click(does):
            await pilot.click(status, offset=(1 + status.render().plain.index(does), 0))
            await settle(start, pilot)

        await click("filter")
        assert start.screen.line.field.has_focus
        await click("clear")
        assert start.screen.articles.has_focus
        await click("enter read")
        assert isinstance(start.screen, ReaderScreen)


async def test_what_was_added_is_listed_opened_from_the_library_and_taken_off(start, library, tmp_path, monkeypatch):
    monkeypatch.chdir(tmp_path)
    (tmp_path / "one").write_text("Another article\n\nIts file has the name of the record.\n")
    origin = Origin(OriginKind.RECORD, "one")
    with library.writing() as unit:
        unit.articles.remember(from_text("The ferry is late. It left at noon.", title="Ferry is late", origin=origin))
        unit.articles.remember(from_text("The quay is closed.", title="Quay closes"))
    async with start.run_test(size=(100, 40)) as pilot:
        await settle(start, pilot)
        shown = [entry.title for entry in start.screen.articles.entries.values()]
        assert shown[:2] == ["Quay closes", "Ferry is late"]
        await pilot.press("g", "x")
        await settle(start, pilot)
        assert "Quay closes" not in [entry.title for entry in start.screen.articles.entries.values()]
        await pilot.press("U")
        await settle(start, pilot)
        assert [entry.title for entry in start.screen.articles.entries.values()][:2] == shown[:2]
        await pilot.press("g", "j", "enter")
        await settle(start, pilot)
        assert start.screen.context.reading.article.metadata.title == "Ferry is late"
        await pilot.press("q")
        await settle(start, pilot)
        assert [entry.title for entry in start.screen.articles.entries.values()][:2] == ["Ferry is late", "Quay closes"]
