"""The panels beside the articles: what is in those that are listed, narrowing by it, walking from there."""

from __future__ import annotations

from dataclasses import replace
from datetime import date, timedelta
from threading import Event
from types import SimpleNamespace

import pytest
from library_screen import settle, titles, until

from newsreader.annotations import identifying
from newsreader.entity import Analysis, Category, Mention
from newsreader.index.found import FoundDays, FoundName
from newsreader.index.index import Index
from newsreader.query.parser import parse
from newsreader.sources import from_text
from tui.base.keymap import resolve
from tui.base.library_queries import ARTICLES
from tui.dossier.screen import DossierScreen
from tui.library.controllers import panels
from tui.library.panel_words import panel_hints
from tui.library.screen import LibraryScreen
from tui.panels.listed import narrowing, of_days, of_name
from tui.reader.screen import ReaderScreen

BODIES = (
    "Mayor Ingrid Solheim spoke in Norway on Tuesday. Later, Solheim left.",
    "Per Dahl stayed in Kalvøy. Norled said so in March 2026.",
    "Ingrid Solheim met Per Dahl in Kalvøy.",
    "Nobody is named.",
)


SPANS = {"2024-09-17": ("2024-09-17", "2024-09-18"), "2026-03": ("2026-03-01", "2026-04-01")}


def with_ends(analysis: Analysis) -> Analysis:
    """The same analysis with where its dates begin and end."""

    def ended(mention: Mention) -> Mention:
        if mention.time is None:
            return mention
        start, end = SPANS[mention.time.value]
        return replace(mention, time=replace(mention.time, start=start, end=end))

    entities = (replace(each, mentions=tuple(map(ended, each.mentions))) for each in analysis.entities)
    return replace(analysis, entities=tuple(entities))


@pytest.fixture
def start(app_with, library, analyse, tmp_path):
    """The library with an article for each of `BODIES`, read for names, the first one the oldest."""

    def open_index():
        return Index.open(tmp_path / "library.db", tmp_path)

    for number, body in enumerate(BODIES, 1):
        published = date(2024, 5, 1) + timedelta(days=number)
        with library.writing() as unit:
            unit.articles.remember(from_text(body, title=f"Number {number}", published=published))
    with open_index() as index:
        index.follow(library)
        for number in range(1, len(BODIES) + 1):
            record = library.latest(number)
            article = library.stored(record)
            assert index.name(record, article, with_ends(analyse(article)), "rules")
    return app_with(locations=(), index=open_index, known=analyse)


def rows(app, name: str) -> list[str]:
    """What the rows of a panel say, in words with single blanks."""
    panel = next(each for each in app.screen.context.panels.panels if each.panel.name == name)
    lines = (panel.rows.draw(row, 40) for row in range(len(panel.rows)))
    return [" ".join("".join(text for text, _ in line).split()) for line in lines]


def asked(panel) -> str:
    """What the row with the cursor asks for."""
    return panel.rows.item(panel.cursor).asks


async def ready(app, pilot) -> None:
    await settle(app, pilot)
    await until(pilot, lambda: app.screen.context.panels.contents.listed is not None)
    await settle(app, pilot)


async def test_they_say_in_how_many_articles_what_is_listed_has_each_name(start):
    async with start.run_test(size=(120, 40)) as pilot:
        await ready(start, pilot)
        assert rows(start, "person") == ["Ingrid Solheim 2", "Per Dahl 2"]
        assert rows(start, "place") == ["Kalvøy 2", "Norway 1"]
        assert rows(start, "organisation") == ["Norled 1"]
        assert rows(start, "date") == ["March 2026 1", "17 September 2024 1"]


async def test_in_a_narrow_terminal_the_status_line_still_says_what_enter_does(start, picture):
    async with start.run_test(size=(80, 24)) as pilot:
        await settle(start, pilot)
        await pilot.press("1")
        await until(pilot, lambda: "Ingrid Solheim · also" in picture(start).splitlines()[-1])
        assert "enter narrow" in picture(start).splitlines()[-1]


async def test_enter_narrows_the_list_by_a_name_and_backspace_no_longer(start):
    async with start.run_test(size=(120, 40)) as pilot:
        await ready(start, pilot)
        await pilot.press("1", "enter")
        await ready(start, pilot)
        assert start.screen.context.line.value == 'person:="Ingrid Solheim"'
        assert titles(start) == ["Number 3", "Number 1"]
        assert rows(start, "person") == ["▌Ingrid Solheim 2", "Per Dahl 1"]
        await pilot.press("2", "enter")
        await ready(start, pilot)
        assert start.screen.context.line.value == 'person:="Ingrid Solheim" place:=Kalvøy'
        assert titles(start) == ["Number 3"]
        await pilot.press("1", "backspace")
        await ready(start, pilot)
        assert start.screen.context.line.value == "place:=Kalvøy"
        assert titles(start) == ["Number 3", "Number 2"]


async def test_a_date_narrows_to_what_speaks_of_just_that(start):
    async with start.run_test(size=(120, 40)) as pilot:
        await ready(start, pilot)
        await pilot.press("4", "enter")
        await ready(start, pilot)
        assert start.screen.context.line.value == "on:=2026-03"
        assert titles(start) == ["Number 2"]


async def test_the_cursor_stays_on_its_name_when_others_come_above(start, library, analyse, tmp_path):
    async with start.run_test(size=(120, 40)) as pilot:
        await ready(start, pilot)
        await pilot.press("2", "j")
        panel = start.screen.context.panels.focused
        assert asked(panel) == "place:=Norway"
        with library.writing() as unit:
            record = unit.articles.remember(from_text("Oslo, Kalvøy and Norway. " * 2, title="More"))
        with Index.open(tmp_path / "library.db", tmp_path) as index:
            index.follow(library)
            article = library.stored(record)
            assert index.name(record, article, analyse(article), "rules")
        await until(pilot, lambda: rows(start, "place") == ["Kalvøy 3", "Norway 2"])
        assert asked(panel) == "place:=Norway"


async def test_each_of_two_of_a_name_keeps_the_cursor_and_has_its_own_dossier(start, library, tmp_path):
    with Index.open(tmp_path / "library.db", tmp_path) as index:
        (thing,) = index.things.called("Ingrid Solheim", 2)
        identifying.split(library, index.things.names(thing.id), [3])
        index.follow(library)
        both = {each.id for each in index.things.called("Ingrid Solheim", 3)}
    async with start.run_test(size=(120, 40)) as pilot:
        await ready(start, pilot)
        panel = next(each for each in start.screen.context.panels.panels if each.panel.name == "person")
        rows_of = [row for row in range(3) if panel.rows.item(row).label == "Ingrid Solheim"]
        assert [panel.rows.number(panel.rows.key(row)) for row in rows_of] == rows_of
        found = set()
        for row in rows_of:
            await pilot.press("1", "g", *"j" * row, "d")
            await until(pilot, lambda: isinstance(start.screen, DossierScreen) and start.screen.context.pages.thing)
            found.add(start.screen.context.pages.thing.id)
            await pilot.press("q")
            await until(pilot, lambda: isinstance(start.screen, LibraryScreen))
        assert found == both


async def test_a_panel_that_was_left_alone_stays_at_its_top(start, library, analyse, tmp_path):
    async with start.run_test(size=(120, 40)) as pilot:
        await ready(start, pilot)
        panel = next(each for each in start.screen.context.panels.panels if each.panel.name == "person")
        assert asked(panel) == 'person:="Ingrid Solheim"'
        with library.writing() as unit:
            record = unit.articles.remember(from_text("Per Dahl met Per Dahl.", title="More"))
        with Index.open(tmp_path / "library.db", tmp_path) as index:
            index.follow(library)
            article = library.stored(record)
            assert index.name(record, article, analyse(article), "rules")
        await until(pilot, lambda: rows(start, "person") == ["Per Dahl 3", "Ingrid Solheim 2"])
        assert asked(panel) == 'person:="Per Dahl"'
        assert panel.scroll_offset.y == 0


async def test_a_panel_is_filtered_and_sorted(start):
    async with start.run_test(size=(120, 40)) as pilot:
        await ready(start, pilot)
        await pilot.press("1", "s")
        assert start.screen.context.panels.focused.choices.order == "a–z"
        await pilot.press("/", *"dahl")
        assert rows(start, "person") == ["Per Dahl 2"]
        await pilot.press("enter")
        await ready(start, pilot)
        assert titles(start) == ["Number 3", "Number 2"]
        assert rows(start, "person") == ["Ingrid Solheim 1", "▌Per Dahl 2"]


async def test_a_filter_finds_names_behind_those_that_are_listed(start, monkeypatch):
    monkeypatch.setattr("tui.library.controllers.panels.MOST", 1)
    async with start.run_test(size=(120, 40)) as pilot:
        await ready(start, pilot)
        assert rows(start, "person") == ["Ingrid Solheim 2"]
        assert start.screen.context.panels.panels[0].face.total == "1+"
        await pilot.press("1", "/", *"dahl")
        await until(pilot, lambda: rows(start, "person") == ["Per Dahl 2"])


async def test_what_a_filter_finds_stays_when_a_long_list_has_been_counted(start, monkeypatch):
    monkeypatch.setattr("tui.library.controllers.panels.MOST", 1)
    async with start.run_test(size=(120, 40)) as pilot:
        await ready(start, pilot)
        await pilot.press("1", "/")
        gate, context = Event(), start.screen.context
        context.queries.ask("held", lambda _: gate.wait(60), lambda _: None, urgency=ARTICLES)
        start.screen.controllers.panels.look(newest=2)
        await pilot.press("p")
        gate.set()
        await settle(start, pilot)
        assert context.panels.contents.listed.whole
        assert rows(start, "person") == ["Per Dahl 2"]


async def test_a_long_list_is_counted_in_part_at_first_and_says_so(start, monkeypatch):
    monkeypatch.setattr("tui.library.controllers.panels.NEWEST", 2)
    asked = []
    real = panels._listed

    def listed(*question):
        asked.append(real(*question))
        return asked[-1]

    monkeypatch.setattr(panels, "_listed", listed)
    async with start.run_test(size=(120, 40)) as pilot:
        await ready(start, pilot)
        await until(pilot, lambda: start.screen.context.panels.contents.listed.whole)
        assert rows(start, "person") == ["Ingrid Solheim 2", "Per Dahl 2"]
        sidebar = start.screen.context.panels
        part = next(each for each in asked if not each.whole)
        # Whatever is answered meanwhile is what was answered first.
        monkeypatch.setattr(panels, "_listed", lambda *_: part)
        sidebar.set_listed(part)
        assert rows(start, "person") == ["Ingrid Solheim 1+", "Per Dahl 1+"]
        assert sidebar.panels[0].face.order == "counting…"


async def test_as_a_drawer_it_lies_over_the_articles_while_one_is_in_it(start, picture):
    async with start.run_test(size=(60, 20)) as pilot:
        await settle(start, pilot)
        assert not start.screen.context.panels.display
        await pilot.press("1")
        await ready(start, pilot)
        assert "Ingrid Solheim" in picture(start)
        await pilot.press("enter")
        await until(pilot, lambda: len(titles(start)) == 2)
        await pilot.press("escape")
        await pilot.pause()
        assert start.screen.context.articles.has_focus
        assert not start.screen.context.panels.display


async def test_the_name_is_walked_from_article_to_article_and_back_to_the_list(start):
    async with start.run_test(size=(120, 40)) as pilot:
        await ready(start, pilot)
        await pilot.press("1", "enter")
        await ready(start, pilot)
        await pilot.press("0", "enter")
        await until(pilot, lambda: isinstance(start.screen, ReaderScreen))
        await settle(start, pilot)
        assert start.screen.context.status.headline == "Ingrid Solheim 1/1 · article 1/2"
        await pilot.press("n")
        await settle(start, pilot)
        assert start.screen.context.status.headline == "Ingrid Solheim 1/2 · article 2/2"
        await pilot.press("ctrl+o")
        await ready(start, pilot)
        assert start.screen.context.articles.chosen.title == "Number 1"
        assert titles(start) == ["Number 3", "Number 1"]


async def test_a_card_says_in_how_many_other_articles_it_is_and_leads_to_them(start):
    async with start.run_test(size=(120, 40)) as pilot:
        await ready(start, pilot)
        await pilot.press("j", "j", "enter")  # Per Dahl stayed in Kalvøy.
        await until(pilot, lambda: isinstance(start.screen, ReaderScreen))
        await settle(start, pilot)
        await pilot.press("enter")
        await until(pilot, lambda: "also in 1 article of the library" in lines_of_card(start))
        await pilot.press("l")
        await until(pilot, lambda: isinstance(start.screen, LibraryScreen))
        await until(pilot, lambda: titles(start) == ["Number 3", "Number 2"])
        assert start.screen.context.line.value == 'person:="Per Dahl"'
        assert start.screen.context.listing.title == "All"


def lines_of_card(app) -> str:
    rows = app.screen.query_one("#card-list").rows
    return "\n".join("".join(text for text, _ in rows.draw(row, 60)) for row in range(len(rows)))


async def test_a_card_leads_to_the_library_from_an_article_that_was_opened_alone(start, app_with):
    app = app_with(index=start.session.index)
    async with app.run_test(size=(120, 40)) as pilot:
        await pilot.press("]", "enter")
        await until(pilot, lambda: "also in 2 articles of the library" in lines_of_card(app))
        await pilot.press("l")
        await until(pilot, lambda: isinstance(app.screen, LibraryScreen))
        await until(pilot, lambda: titles(app) == ["Number 3", "Number 1"])


async def test_that_names_are_not_known_yet_is_said(app_with, library, tmp_path):
    with library.writing() as unit:
        unit.articles.remember(from_text("Ingrid Solheim spoke.", title="One"))
    app = app_with(locations=(), index=lambda: Index.open(tmp_path / "library.db", tmp_path))
    async with app.run_test(size=(120, 40)) as pilot:
        await ready(app, pilot)
        await until(pilot, lambda: titles(app) == ["One"])
        await until(pilot, lambda: app.screen.context.panels.panels[0].empty == "names were not looked for")


async def test_a_row_is_clicked(start):
    async with start.run_test(size=(120, 40)) as pilot:
        await ready(start, pilot)
        panel = start.screen.context.panels.panels[0]
        await pilot.click(panel, offset=(3, 2))
        await ready(start, pilot)
        assert titles(start) == ["Number 3", "Number 2"]


@pytest.mark.parametrize(
    ("first", "last", "asks", "label"),
    [
        ("2024-06-19", "2024-06-19", "on:=2024-06-19", "19 June 2024"),
        ("2024-06-01", "2024-06-30", "on:=2024-06", "June 2024"),
        ("2024-12-01", "2024-12-31", "on:=2024-12", "December 2024"),
        ("2024-01-01", "2024-12-31", "on:=2024", "2024"),
        ("2024-06-19", "2024-06-21", "on:=2024-06-19..2024-06-21", "19 June 2024 – 21 June 2024"),
        ("9999-12-01", "9999-12-31", "on:=9999-12-01..9999-12-31", "1 December 9999 – 31 December 9999"),
    ],
)
def test_days_as_a_query_takes_them_and_as_people_write_them(first, last, asks, label):
    item = of_days(FoundDays(first, last, 3))
    assert (item.asks, item.label) == (asks, label)
    assert narrowing(parse(item.asks).condition) == {asks}


@pytest.mark.parametrize("name", ["Kim", "Karin Ahlstrom", 'The "Quay"', "O’Neill & Sons", "AND", "東京"])
def test_what_asks_for_a_name_is_read_as_that(name):
    item = of_name(FoundName(1, Category.PERSON, name, (), 1, 1, None, None))
    assert narrowing(parse(f"quay {item.asks}").condition) == {item.asks}


def test_an_empty_panel_offers_the_way_back_alone():
    keymap = resolve({})
    empty, full = (panel_hints(SimpleNamespace(filtering=False, rows=rows), keymap) for rows in ((), ("Oslo",)))
    assert [each.does for each in empty] == ["back", "help"]
    assert {"narrow", "dossier", "back"} < {each.does for each in full}
