"""The status line says what the pane with the focus is on, and offers keys that work there, which can be clicked."""

from __future__ import annotations

import re
from pathlib import Path

import pytest

import tui
from newsreader.analysis.client import Analysed
from newsreader.config import Config
from newsreader.entity import Analysis, Category, Entity, Mention, TimeValue
from tui.base.commands import command
from tui.base.key_names import key_label, key_name
from tui.dialogs.entity_card import EntityCard
from tui.dialogs.help import HelpScreen

SIZE = (160, 40)


def status_of(app):
    return app.screen.context.status


def says(app):
    return f"{status_of(app).headline} | {status_of(app).detail}"


def offered(app):
    return {hint.does: hint.key for hint in status_of(app).hints}


async def click_hint(pilot, bar, does):
    """Click the hint that says what it does, where it stands on the screen."""
    row = bar.render().plain
    await pilot.click(bar, offset=(bar.styles.padding.left + row.index(does), 0))
    await pilot.pause()


async def test_a_row_of_a_panel_is_described_while_the_panel_has_the_focus(app):
    async with app.run_test(size=SIZE) as pilot:
        await pilot.press("1")
        await pilot.pause()
        assert "Ingrid Solheim" in says(app)
        assert "14 mentions · also “Solheim”" in says(app)
        await pilot.press("j")
        await pilot.pause()
        assert says(app).startswith("Per Dahl")
        await pilot.press("l", "j", "j")
        await pilot.pause()
        assert "mention 2 of 3" in says(app)
        await pilot.press("0")
        await pilot.pause()
        assert "Per Dahl" not in says(app)


async def test_the_place_is_described_as_soon_as_names_are_found_there(app_with, make_analyst, analyse, article):
    analyst = make_analyst(waits=True)
    app = app_with(client=analyst)
    async with app.run_test(size=SIZE) as pilot:
        await pilot.press("j", "j")
        assert says(app) == " | "
        analyst.tell(Analysed(analyse(article, paragraphs=3)))
        await pilot.pause()
        assert "Kalvøy · place in this line" in says(app)


async def test_a_row_whose_mentions_are_the_matches_has_the_counter(app):
    async with app.run_test(size=SIZE) as pilot:
        await pilot.press("1", "space")
        await pilot.pause()
        assert says(app).startswith("Ingrid Solheim 1/14 | ")
        await pilot.press("j")
        await pilot.pause()
        assert says(app).startswith("Per Dahl | ")
        assert says(app).endswith("· Ingrid Solheim 1/14")


async def test_dates_and_the_article_s_own_are_described(app):
    async with app.run_test(size=SIZE) as pilot:
        await pilot.press("4", "g")
        await pilot.pause()
        found = set()
        for _ in range(4):
            found.add(says(app))
            await pilot.press("j")
            await pilot.pause()
        assert "Date of the article | 17 September 2024" in found
        assert any(each.startswith("Wednesday | 2024-09-18 · 1 mention") for each in found)


async def test_a_date_that_says_what_it_stands_for_is_said_once(app_with, make_analyst, make_article):
    article = make_article("It was built in 1996.")
    year = Mention(16, 20, "DATE", Category.DATE, time=TimeValue("DATE", "1996", "1996-01-01", granularity="year"))
    found = Entity("date:1996", Category.DATE, "1996", (), (year,))
    analyst = make_analyst(waits=True)
    app = app_with(client=analyst, load=lambda _: article)
    async with app.run_test(size=SIZE) as pilot:
        await pilot.pause()
        analyst.tell(Analysed(Analysis(article.sha256, "m", (found,), 1, 1)))
        await pilot.press("4", "g", "j")
        await pilot.pause()
        assert says(app) == "1996 | 1 mention"
        await pilot.press("space")
        await pilot.pause()
        assert says(app) == "1996 1/1 | 1 mention"


async def test_notes_are_described_in_their_panel(app):
    async with app.run_test(size=SIZE) as pilot:
        await pilot.press("}", "H", "5")
        await pilot.pause()
        assert "yellow highlight" in says(app)
        assert offered(app)["delete"] == "D"


async def test_a_filter_that_is_typed_is_what_the_line_is_about(app):
    async with app.run_test(size=SIZE) as pilot:
        await pilot.press("1", "slash")
        await pilot.pause()
        assert says(app) == " | People with a part of a name"
        await pilot.press("d", "a", "h")
        await pilot.pause()
        assert says(app) == " | People with “dah”: 1 of 2"
        assert offered(app) == {"go": "enter", "clear": "escape"}
        await click_hint(pilot, status_of(app), "clear")
        assert app.screen.context.sidebar.focused.choices.wanted == ""
        assert says(app).startswith("Ingrid Solheim")


async def test_a_filter_of_notes_says_what_can_be_typed(app):
    async with app.run_test(size=SIZE) as pilot:
        await pilot.press("}", "H", "}", "H", "5", "slash")
        await pilot.pause()
        assert "tag: colour: kind: name:" in says(app)


async def test_keys_without_a_meaning_for_the_row_are_not_offered(app):
    async with app.run_test(size=SIZE) as pilot:
        await pilot.press("1")
        await pilot.pause()
        assert offered(app)["mentions"] == "l"
        assert "hide" not in offered(app)
        await pilot.press("l")
        await pilot.pause()
        assert "mentions" not in offered(app)
        assert offered(app)["hide"] == "h"
        await pilot.press("5")
        await pilot.pause()
        assert set(offered(app)) == {"export", "help"}  # there are no notes


async def test_what_needs_a_library_is_not_offered_without_one(app_with):
    app = app_with(library=None)
    async with app.run_test(size=SIZE) as pilot:
        await pilot.pause()
        assert not {"highlight", "note", "correct"} & set(offered(app))
        await pilot.press("1")
        await pilot.pause()
        assert "correct" not in offered(app)


async def test_the_search_prompt_starts_clean_and_says_so(app):
    async with app.run_test(size=SIZE) as pilot:
        await pilot.press("1", "enter")
        await pilot.pause()
        assert says(app).startswith("Ingrid Solheim 1/14")
        await pilot.press("slash")
        await pilot.pause()
        assert says(app) == " | search the article"
        assert app.screen.context.reading.matches is None
        await pilot.press("alt+r", "m", ".", "y", "enter")
        await pilot.pause()
        await app.workers.wait_for_complete()
        await pilot.press("slash")
        await pilot.pause()
        bar = app.screen.query_one("SearchBar")
        assert (bar.pattern, bar.regex) == ("", False)
        assert str(app.screen.query_one("#search-note").render()) == ""
        await pilot.press("up")
        assert (bar.pattern, bar.regex) == ("m.y", True)
        await pilot.press("escape")
        await pilot.pause()
        assert says(app).startswith("/m.y/ ") or "m.y" in says(app)


KEYS = {
    "taken by another": {"reader.zen": ("n",)},
    "the same for two": {"reader.next_match": ("M",), "reader.previous_match": ("M",)},
    "swapped": {"reader.next_match": ("N",), "reader.previous_match": ("n",)},
    "no key": {"reader.search": ("hello",), "article.card": ("ctrl+foo", "f5")},
    "by another name": {"reader.search": ("question_mark",), "reader.people": ("PgDn", "f7")},
    "hidden by the article": {"reader.search": ("j",), "reader.clear": ("a",)},
    "hidden by the panel": {"reader.export": ("s",), "app.help": ("r", "f3")},
    "none": {"reader.search": (), "app.help": ()},
    "for typing": {"panel.choose": ("x",), "panel.leave": ("space", "f8")},
    "comma and plus": {"reader.search": (",",), "article.note": ("ctrl+plus",)},
}
PLACES = ([], ["1", "enter"], ["v"], ["1"], ["1", "l"], ["4", "g"], ["5"], ["1", "slash"], ["5", "slash"])


@pytest.mark.parametrize("own", KEYS.values(), ids=KEYS)
async def test_every_key_that_is_offered_runs_what_it_says_whatever_the_reader_rebound(app_with, own):
    app = app_with(config=Config(keys=own))
    async with app.run_test(size=(200, 40)) as pilot:
        await pilot.pause()
        for keys in PLACES:
            for command_id in ("reader.people", "reader.notes", "reader.article"):
                assert app.screen.context.commands.available(command_id)
            await to(app, pilot, keys)
            running = {key_name(key): each.binding for key, each in app.screen.active_bindings.items()}
            for hint in status_of(app).hints:
                assert hint.key in running, (keys, key_label(hint.key))
                assert names(running[hint.key].id).issuperset({hint.does}), (keys, hint)


async def to(app, pilot, keys):
    """Go where the usual keys lead, whatever runs those commands now."""
    usual = {"1": "reader.people", "4": "reader.dates", "5": "reader.notes"}
    view = app.screen.context.view
    view.selecting.clear()
    app.screen.controllers.panes.focus_article()
    for panel in app.screen.context.sidebar.panels:
        panel.filter_by("", typing=False)
    for key in keys:
        where = app.screen.context.sidebar.focused
        if key in usual:
            await app.screen.context.commands.run(usual[key])
        elif where is None:
            await app.screen.context.commands.run({"v": "article.select"}[key])
        else:
            run = {"enter": "choose", "l": "expand", "g": "top", "slash": "filter"}[key]
            await where.commands.run(f"panel.{run}")
        await pilot.pause()
        await pilot.pause()


def names(command_id):
    found = command(command_id)
    return {found.footer, found.title}


async def test_hints_can_be_clicked_in_the_article(app):
    async with app.run_test(size=SIZE) as pilot:
        await pilot.pause()
        await click_hint(pilot, status_of(app), "search")
        assert app.screen.context.searching
        await click_hint(pilot, status_of(app), "regex")
        assert app.screen.query_one("SearchBar").regex
        await click_hint(pilot, status_of(app), "give up")
        assert not app.screen.context.searching
        await click_hint(pilot, status_of(app), "people")
        assert app.screen.context.sidebar.focused is app.screen.context.sidebar.panels[0]
        await click_hint(pilot, status_of(app), "preview")
        assert app.screen.context.reading.current == 0
        await click_hint(pilot, status_of(app), "go")
        assert app.screen.context.view.has_focus
        await click_hint(pilot, status_of(app), "next")
        assert app.screen.context.reading.current == 1
        await click_hint(pilot, status_of(app), "help")
        assert isinstance(app.screen, HelpScreen)


async def test_a_click_beside_the_hints_does_nothing(app):
    async with app.run_test(size=SIZE) as pilot:
        await pilot.press("1", "enter")
        await pilot.pause()
        place = app.screen.context.here
        for x in (1, 12, SIZE[0] - 2):
            await pilot.click(status_of(app), offset=(x, 0))
            await pilot.pause()
        assert app.screen.context.here == place
        assert app.screen.context.view.has_focus


async def test_behind_a_dialog_no_key_is_offered(app):
    async with app.run_test(size=SIZE) as pilot:
        status = status_of(app)
        await pilot.press("1", "enter", "enter")
        await pilot.pause()
        assert isinstance(app.screen, EntityCard)
        assert status.hints == ()
        await pilot.press("escape")
        await pilot.pause()
        assert "next" in offered(app)


async def test_the_first_line_does_not_repeat_a_title_that_stands_below_it(app, picture):
    title = "Harbour town votes to keep its ferry"
    async with app.run_test(size=(100, 20)) as pilot:
        await pilot.pause()
        assert picture(app).count(title) == 1
        assert title not in picture(app).splitlines()[0]
        await pilot.press("space")
        await pilot.pause()
        assert title in picture(app).splitlines()[0]
        await pilot.press("g")
        await pilot.pause()
        assert picture(app).count(title) == 1


async def test_sentences_name_the_keys_that_are_in_force(app_with, article):
    app = app_with(config=Config(keys={"reader.undo": ("f6",), "reader.search": ()}))
    async with app.run_test(size=SIZE) as pilot:
        await pilot.press("n")
        assert "search with “Search”" in status_of(app).notice
        await pilot.press("B", "B")
        await pilot.pause()
        assert status_of(app).notice == "The bookmark is gone; F6 brings it back."
        await pilot.press("f6")
        await pilot.pause()
        assert len(app.screen.context.notebook.annotations) == 1


def test_every_command_that_a_sentence_names_is_one():
    """A placeholder for a key would else stand in the sentence as it is."""
    named = {
        (path.name, name)
        for path in Path(tui.__file__).parent.rglob("*.py")
        for name in re.findall(r"<((?:app|reader|article|panel|library|selection)\.\w+)>", path.read_text("utf-8"))
    }
    assert named
    assert {each for each in named if not command(each[1])} == set()
