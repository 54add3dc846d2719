"""The library screen: lists and their articles, the samples of the first start, going on reading, by path."""

from __future__ import annotations

from datetime import date

import papers
import pytest
from library_screen import add, settle, titles, until
from textual.events import MouseScrollDown

from newsreader import resources, sources
from newsreader.annotations.notebook import Notebook
from newsreader.article import Origin, OriginKind
from newsreader.config import Config
from newsreader.sources import from_text
from tui.base.themes import NAMES
from tui.library.listings import ALL
from tui.library.screen import LibraryScreen
from tui.reader.screen import ReaderScreen


def chosen(app):
    return app.screen.context.articles.chosen


def offered(app):
    return {hint.does: hint.key for hint in app.screen.context.status.hints}


async def test_on_the_first_run_the_sample_articles_are_offered(start, picture):
    async with start.run_test(size=(120, 40)) as pilot:
        await settle(start, pilot)
        assert isinstance(start.screen, LibraryScreen)
        assert start.screen.context.listing.title == "Samples"
        assert len(titles(start)) >= 8
        drawn = picture(start)
        assert "Samples" in drawn
        assert "Samples to begin with" in drawn
        assert "enter read" in drawn
        assert "names were not looked for" in drawn


async def test_the_first_words_are_read_whole_in_80_columns(start, picture):
    async with start.run_test(size=(80, 24)) as pilot:
        await settle(start, pilot)
        await until(pilot, lambda: "enter read" in picture(start).splitlines()[-1])
        assert "a adds articles of your own. " in picture(start).splitlines()[-1]


async def test_the_unread_are_listed_at_first_the_newest_on_top(start, library):
    add(library, "One", "Two", "Three")
    async with start.run_test(size=(120, 40)) as pilot:
        await settle(start, pilot)
        await until(pilot, lambda: len(titles(start)) == 3)
        assert start.screen.context.listing.title == "Unread"
        assert titles(start) == ["Three", "Two", "One"]
        await until(pilot, lambda: start.screen.controllers.status.header.about == "3 unread")
        assert start.screen.context.status.position == "1/3"


@pytest.mark.parametrize(("width", "offers"), [(120, "a add"), (80, "/ search"), (60, "enter read")])
async def test_a_long_address_leaves_the_keys_room(start, library, width, offers, picture):
    address = f"https://news.example/{'how-the-ferry-came-to-be-late-' * 6}"
    with library.writing() as unit:
        unit.articles.remember(from_text("The ferry is late.", origin=Origin(OriginKind.URL, address)))
    async with start.run_test(size=(200, 24)) as pilot:
        await settle(start, pilot)
        await until(pilot, lambda: titles(start))
        await pilot.resize_terminal(width, 24)
        await until(pilot, lambda: offers in picture(start).splitlines()[-1])
        assert "https://news.example/h" in picture(start).splitlines()[-1]


async def test_an_article_is_read_and_q_comes_back_to_its_row(start, library):
    add(library, "One", "Two", "Three")
    async with start.run_test(size=(120, 40)) as pilot:
        await settle(start, pilot)
        await until(pilot, lambda: len(titles(start)) == 3)
        await pilot.press("j", "enter")
        await until(pilot, lambda: isinstance(start.screen, ReaderScreen))
        assert start.screen.context.header.headline == "Two"
        await pilot.press("G", "q")
        await settle(start, pilot)
        assert isinstance(start.screen, LibraryScreen)
        await until(pilot, lambda: start.screen.context.lists.rows.counts.get("unread") == 2)
        assert titles(start) == ["Three", "Two", "One"]  # it stays in the list that it was opened from
        assert chosen(start).title == "Two"


async def test_reading_goes_on_with_the_article_that_was_left(start, app_with, article):
    async with app_with().run_test(size=(80, 20)) as pilot:
        await pilot.press("space")
        await pilot.press("q")
    async with start.run_test(size=(100, 40)) as pilot:
        await settle(start, pilot)
        await until(pilot, lambda: titles(start) == [article.metadata.title])
        assert start.screen.context.listing.title == "Continue"
        await pilot.press("c")
        await until(pilot, lambda: isinstance(start.screen, ReaderScreen))
        assert start.screen.context.reading.article.text == article.text  # kept by the library; the file never was
        assert start.screen.context.here.top > 0


async def test_there_may_be_nothing_to_go_on_with(start):
    async with start.run_test(size=(100, 40)) as pilot:
        await settle(start, pilot)
        await pilot.press("c")
        assert "No article was left" in start.screen.context.status.notice


async def test_all_articles_of_a_file_are_walked_and_each_is_in_the_library(start, tmp_path, monkeypatch):
    papers.register(monkeypatch)
    file = tmp_path / "week.papers"
    file.write_bytes(papers.papers(one="Mayor opens bridge\n\nIt is new.\n", two="Ferry is late\n\nIt left at noon.\n"))
    async with start.run_test(size=(100, 40)) as pilot:
        await settle(start, pilot)
        await pilot.press("o", *str(file), "enter")
        await until(pilot, lambda: isinstance(start.screen, ReaderScreen))
        assert start.screen.context.status.position.startswith("1 of 2")
        await pilot.press("J")
        await settle(start, pilot)
        assert start.screen.context.header.headline == "Ferry is late"
        await pilot.press("q")
        await settle(start, pilot)
        await until(pilot, lambda: {"Ferry is late", "Mayor opens bridge"} <= set(titles(start)))


async def test_a_path_that_leads_nowhere_is_said(start):
    async with start.run_test(size=(100, 40)) as pilot:
        await settle(start, pilot)
        await pilot.press("o", *"/no/such/file.txt", "enter")
        await settle(start, pilot)
        assert isinstance(start.screen, LibraryScreen)
        assert "/no/such/file.txt" in start.screen.context.status.notice


async def test_letters_that_are_typed_run_no_commands(start):
    async with start.run_test(size=(100, 40)) as pilot:
        await settle(start, pilot)
        await pilot.press("o", "q", "q")
        assert start.is_running
        assert start.screen.controllers.opening.line.field.value == "qq"
        await pilot.press("escape", "slash", "q", "s")
        assert start.screen.context.line.value == "qs"


@pytest.mark.parametrize("size", [(20, 5), (40, 12), (60, 20), (80, 24), (200, 60)])
async def test_it_works_without_a_library_and_at_every_size(app_with, size):
    app = app_with(locations=(), library=None, index=None)
    async with app.run_test(size=size) as pilot:
        await settle(app, pilot)
        await until(pilot, lambda: titles(app))
        await pilot.press("j", "k", "space", "b", "G", "g", "h", "j", "enter", "l", "0")
        await pilot.press("o", "escape", "slash", "escape")
        assert app.is_running


async def test_q_quits(start):
    async with start.run_test(size=(100, 40)) as pilot:
        await settle(start, pilot)
        await pilot.press("q")
        await pilot.pause()
    assert start.return_code == 0


async def test_what_is_typed_stays_when_another_list_comes_meanwhile(start, library):
    add(library, "The ferry is late", "Quay closes")
    async with start.run_test(size=(120, 40)) as pilot:
        await settle(start, pilot)
        await pilot.press("slash", *"quay")
        start.screen.context.show(ALL)
        await until(pilot, lambda: titles(start) == ["Quay closes"])
        assert start.screen.context.line.value == "quay"


async def test_what_cannot_be_meant_is_said(start):
    async with start.run_test(size=(100, 40)) as pilot:
        await settle(start, pilot)
        await pilot.press("slash", *"published:soon ")
        await until(pilot, lambda: "2024-06" in start.screen.context.status.detail)


async def test_a_query_lists_what_it_finds_as_it_is_typed_and_escape_clears_it(start, library):
    add(library, "The ferry is late", "Quay closes", "Ferries are sold")
    async with start.run_test(size=(120, 40)) as pilot:
        await settle(start, pilot)
        await until(pilot, lambda: len(titles(start)) == 3)
        await pilot.press("slash", *"ferr")
        await until(pilot, lambda: titles(start) == ["Ferries are sold", "The ferry is late"])
        assert start.screen.context.status.detail.startswith("2 articles with “ferr…”")
        await pilot.press("y", "enter")
        await until(pilot, lambda: titles(start) == ["The ferry is late"])
        assert start.screen.context.articles.has_focus
        assert start.screen.context.line.display
        await pilot.press("escape")
        await until(pilot, lambda: len(titles(start)) == 3)
        assert not start.screen.context.line.display


async def test_what_finds_nothing_and_empty_lists_say_what_to_do(start, library, picture):
    add(library, "The ferry is late")
    async with start.run_test(size=(180, 40)) as pilot:
        await settle(start, pilot)
        await until(pilot, lambda: titles(start))
        await pilot.press("slash", *"zebra", "enter")
        await until(pilot, lambda: "Nothing is found. esc clears the query." in picture(start))
        await pilot.press("escape", "]", "]")
        await until(pilot, lambda: "No article has a star. s gives one." in picture(start))


async def test_lists_are_gone_through_and_chosen(start, library):
    numbers = add(library, "One", "Two", "Three")
    with library.writing() as unit:
        unit.states.star(numbers[:1], True)
        unit.searches.save("Pairs", "two OR three")
    async with start.run_test(size=(120, 40)) as pilot:
        await settle(start, pilot)
        await until(pilot, lambda: len(titles(start)) == 3)
        await until(pilot, lambda: len(start.screen.context.lists.rows.counts) >= 8)
        rows = start.screen.context.lists.rows
        counts = {each.title: rows.counts[each.key] for each in rows.listings}
        assert (counts["Unread"], counts["Starred"], counts["Pairs"], counts["Continue"]) == (3, 1, 2, 0)
        await pilot.press("h", "j", "j")
        await until(pilot, lambda: titles(start) == ["One"])
        assert start.screen.context.listing.title == "Starred"
        await pilot.press("G", "k", "enter")
        await until(pilot, lambda: titles(start) == ["Three", "Two"])
        assert start.screen.context.articles.has_focus
        await pilot.press("[", "[", "[")
        await until(pilot, lambda: titles(start) == ["One"])


async def test_a_sample_that_is_taken_off_stays_off_until_it_is_put_back(app_with):
    app = app_with(locations=())
    async with app.run_test(size=(120, 50)) as pilot:
        await settle(app, pilot)
        first, *others = titles(app)
        await pilot.press("x")
        await until(pilot, lambda: titles(app) == others)
    app = app_with(locations=())
    async with app.run_test(size=(120, 50)) as pilot:
        await settle(app, pilot)
        assert titles(app) == others
        await pilot.press("x")
        await until(pilot, lambda: titles(app) == others[1:])
        await pilot.press("U")
        await until(pilot, lambda: titles(app) == others)
        assert first not in titles(app)


async def test_a_sample_that_was_opened_from_wherever_is_offered_no_more(start, library, tmp_path):
    path = resources.samples()[0]
    copy = tmp_path / path.name
    copy.write_bytes(path.read_bytes())
    library.remember(sources.load(str(copy)))
    async with start.run_test(size=(120, 50)) as pilot:
        await settle(start, pilot)
        await until(pilot, lambda: start.screen.context.lists.rows.counts.get("samples"))
        assert start.screen.context.lists.rows.counts["samples"] == len(resources.samples()) - 1


async def test_the_date_that_the_person_gave_is_in_the_list(start, library, article, picture):
    Notebook(library, library.remember(article), article).date_article(date(2020, 3, 4))
    async with start.run_test(size=(160, 40)) as pilot:
        await settle(start, pilot)
        await until(pilot, lambda: titles(start))
        await pilot.pause()
        assert "Harbour News" in picture(start)
        assert "4 Mar 2020" in picture(start)


async def test_the_keys_of_the_library_can_be_clicked(start):
    async with start.run_test(size=(160, 50)) as pilot:
        await settle(start, pilot)
        status = start.screen.context.status

        async def click(does):
            await pilot.click(status, offset=(1 + status.render().plain.index(does), 0))
            await settle(start, pilot)

        await click("/ search")
        assert start.screen.context.line.has_focus
        await click("clear")
        assert start.screen.context.articles.has_focus
        await click("enter read")
        await until(pilot, lambda: isinstance(start.screen, ReaderScreen))


async def test_an_article_that_only_the_library_has_is_opened_from_there(start, library, tmp_path, monkeypatch):
    monkeypatch.chdir(tmp_path)
    (tmp_path / "one").write_text("Another article\n\nIts file has the name of the record.\n")
    origin = Origin(OriginKind.RECORD, "one")
    with library.writing() as unit:
        unit.articles.remember(from_text("The ferry is late. It left at noon.", title="Ferry is late", origin=origin))
    async with start.run_test(size=(100, 40)) as pilot:
        await settle(start, pilot)
        await until(pilot, lambda: titles(start))
        await pilot.press("enter")
        await until(pilot, lambda: isinstance(start.screen, ReaderScreen))
        assert start.screen.context.reading.article.metadata.title == "Ferry is late"


async def test_what_is_added_by_its_path_is_in_the_list(start, tmp_path):
    for name in ("one", "two"):
        (tmp_path / "news").mkdir(exist_ok=True)
        (tmp_path / "news" / f"{name}.txt").write_text(f"The {name}\n\nIt is text.\n", "utf-8")
    (tmp_path / "news" / "broken.pdf").write_bytes(b"%PDF-1.4 nothing")
    async with start.run_test(size=(100, 40)) as pilot:
        await settle(start, pilot)
        await pilot.press("a", *str(tmp_path / "news"), "enter")
        await until(pilot, lambda: {"The one", "The two"} <= set(titles(start)))
        assert start.screen.context.listing.title == "Unread"
        assert start.screen.context.articles.has_focus


async def test_tab_completes_a_query_by_what_there_is(start, library):
    numbers = add(library, "One", "Two")
    with library.writing() as unit:
        unit.states.tag(numbers, "quay")
        unit.states.tag(numbers[:1], "quarry")
    async with start.run_test(size=(120, 40)) as pilot:
        await settle(start, pilot)
        await until(pilot, lambda: len(titles(start)) == 2)
        line = start.screen.context.line
        await pilot.press("slash", *"ta", "tab")
        await until(pilot, lambda: line.value == "tag:")
        await pilot.press(*"qu", "tab")
        await until(pilot, lambda: line.value == "tag:quay")
        assert "quarry (1)" in start.screen.context.status.notice
        await pilot.press("tab")
        await until(pilot, lambda: line.value == "tag:quarry" and titles(start) == ["One"])
        await pilot.press("ctrl+u", *"zzz", "tab")
        await until(pilot, lambda: "Nothing begins like this" in start.screen.context.status.notice)


async def test_the_order_is_chosen_or_typed(start, library):
    add(library, "Beta", "Alpha", "Gamma")
    async with start.run_test(size=(120, 40)) as pilot:
        await settle(start, pilot)
        await until(pilot, lambda: titles(start) == ["Gamma", "Alpha", "Beta"])
        await pilot.press("O")
        await until(pilot, lambda: titles(start) == ["Beta", "Alpha", "Gamma"])
        await pilot.press("slash", *"sort:title", "enter")
        await pilot.press("O", "O")
        await until(pilot, lambda: titles(start) == ["Alpha", "Beta", "Gamma"])


@pytest.mark.parametrize("theme", NAMES)
@pytest.mark.parametrize("size", [(120, 40), (80, 24)])
async def test_every_theme_draws_lists_articles_and_panels(app_with, library, theme, size, picture):
    add(library, "One", "Two")
    app = app_with(locations=(), config=Config(theme=theme))
    async with app.run_test(size=size) as pilot:
        await settle(app, pilot)
        await until(pilot, lambda: titles(app) == ["Two", "One"])
        assert "Two" in picture(app)
        await pilot.press("h")
        await pilot.pause()
        assert "Starred" in picture(app)
        await pilot.press("1")
        await pilot.pause()
        assert "People" in picture(app)
        await pilot.press("0")
        assert app.screen.context.articles.has_focus


async def test_without_colours_the_cursor_can_be_seen(app_with, library, monkeypatch):
    monkeypatch.setenv("NO_COLOR", "1")
    add(library, "One", "Two")
    app = app_with(locations=())
    async with app.run_test(size=(100, 30)) as pilot:
        await settle(app, pilot)
        await until(pilot, lambda: len(titles(app)) == 2)
        articles = app.screen.context.articles
        first, _, third, *_ = articles.render_lines(articles.size.region)
        assert any(segment.style and segment.style.reverse for segment in first)
        assert not any(segment.style and segment.style.reverse for segment in third)


async def test_the_mouse_chooses_opens_and_scrolls(start, library):
    add(library, *(f"Article {number}" for number in range(40)))
    async with start.run_test(size=(120, 24)) as pilot:
        await settle(start, pilot)
        await until(pilot, lambda: len(titles(start)) == 40)
        articles = start.screen.context.articles
        await pilot.click(articles, offset=(5, 5))
        assert articles.chosen.title == "Article 37"
        articles.post_message(MouseScrollDown(articles, 5, 5, 0, 1, 0, False, False, False))
        await until(pilot, lambda: articles.place.top == 2)
        assert articles.chosen.title == "Article 37"
        await pilot.click(articles, offset=(5, 2), times=2)
        await until(pilot, lambda: isinstance(start.screen, ReaderScreen))
        assert start.screen.context.header.headline == "Article 36"
