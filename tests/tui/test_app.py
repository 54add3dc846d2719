"""The application: themes, keys of the reader's own, the palette, and what happens when something breaks."""

from __future__ import annotations

import subprocess
import sys
from functools import partial

import pytest
from library_screen import add, settle

from newsreader.config import Config
from newsreader.dossier.model import Subject
from newsreader.entity import Category
from newsreader.index.appearing import Thing
from newsreader.index.index import Index
from tui.base.command_palette import CommandProvider
from tui.base.commands import COMMANDS, command
from tui.base.other_words import OTHER_WORDS
from tui.base.themes import NAMES
from tui.dossier.comparing import ComparisonScreen
from tui.dossier.screen import DossierScreen
from tui.library.news_screen import NewsScreen
from tui.library.remarks_screen import RemarksScreen


@pytest.mark.parametrize("theme", NAMES)
async def test_every_theme_draws_every_screen(app_with, theme):
    app = app_with(config=Config(theme=theme))
    async with app.run_test(size=(100, 30)) as pilot:
        await pilot.pause()
        assert app.theme == theme
        for keys in (["1"], ["0", "]", "enter"], ["escape", "slash"], ["escape", "a"], ["escape", "question_mark"]):
            await pilot.press(*keys)
            await pilot.pause()
        await pilot.press("escape", "colon")
        await pilot.pause()
        assert app.is_running


async def test_themes_are_cycled(app):
    async with app.run_test(size=(100, 30)) as pilot:
        seen = []
        for _ in NAMES:
            seen.append(app.theme)
            await pilot.press("T")
        assert sorted(seen) == sorted(NAMES)
        assert app.theme == seen[0]


async def test_a_theme_of_textual_s_own_can_be_named(app_with):
    app = app_with(config=Config(theme="nord"))
    async with app.run_test(size=(100, 30)) as pilot:
        await pilot.press("1", "enter")
        assert app.theme == "nord"


async def test_a_theme_that_does_not_exist_is_said_and_reading_goes_on(app_with):
    app = app_with(config=Config(theme="sepia"))
    async with app.run_test(size=(100, 30), notifications=True) as pilot:
        await pilot.pause()
        assert app.theme in NAMES
        assert any("sepia" in notice.message for notice in app._notifications)


async def test_without_colour_there_is_none(app_with, monkeypatch):
    monkeypatch.setenv("NO_COLOR", "1")
    app = app_with()
    async with app.run_test(size=(100, 30)) as pilot:
        await pilot.press("]", "}", "H")
        assert app.theme == "ansi"
        styles = [
            segment.style for y in range(20) for segment in app.screen.context.view.render_line(y) if segment.style
        ]
        assert any(style.underline for style in styles)
        assert any(style.bold for style in styles)
        drawn = app.export_screenshot()
        assert len({part[:7] for part in drawn.split("fill: ")[1:]}) <= 4  # foreground, its dim form, reversed


async def test_keys_of_the_reader_s_own_run_commands_and_the_old_ones_do_not(app_with):
    app = app_with(config=Config(keys={"reader.zen": ("f9",), "article.page_down": ("x", "pagedown")}))
    async with app.run_test(size=(100, 20)) as pilot:
        await pilot.press("z")
        assert not app.screen.has_class("-zen")
        await pilot.press("f9")
        assert app.screen.has_class("-zen")
        await pilot.press("x")
        assert app.screen.context.view.viewport.top_offset > 0


async def test_keys_that_clash_and_settings_that_are_wrong_are_said(app_with):
    config = Config(keys={"reader.zen": ("n",), "reader.nonsense": ("x",)}, problems=("config.toml, line 3: no.",))
    app = app_with(config=config, notice="The library is damaged.")
    async with app.run_test(size=(100, 30), notifications=True) as pilot:
        await pilot.pause()
        said = " ".join(notice.message for notice in app._notifications)
        for word in ("reader.next_match", "reader.nonsense", "line 3", "damaged"):
            assert word in said
        await pilot.press("n")
        assert app.screen.has_class("-zen")


@pytest.mark.parametrize("words", ["only the text", "zen"])
async def test_the_palette_finds_a_command_by_its_title_or_name_and_runs_it(app, words):
    async with app.run_test(size=(100, 30)) as pilot:
        await pilot.press("colon")
        await pilot.press(*(("space" if letter == " " else letter) for letter in words))
        await app.workers.wait_for_complete()
        await pilot.pause()
        await pilot.press("enter")
        await pilot.pause()
        assert app.screen.has_class("-zen")


async def test_a_search_that_begins_when_the_palette_is_closed_ends_nothing_else(app):
    async with app.run_test(size=(100, 30)) as pilot:
        await pilot.press("colon", "z")
        await pilot.pause()
        palette = app.screen
        palette._gather_commands("help")
        palette.query("*").remove()
        await app.workers.wait_for_complete()
        palette._gather_commands("only")
        await app.workers.wait_for_complete()
        await pilot.press("escape")
        await pilot.pause()
        assert app.lifecycle.failure is None
        assert app.is_running
        assert not palette.is_attached


async def found(app, words):
    return await found_on(app.screen, words)


async def found_on(screen, words):
    hits = [hit async for hit in CommandProvider(screen).search(words)]
    return [hit.text for hit in sorted(hits, key=lambda hit: hit.score, reverse=True)]


WORDS = {
    "timeline": "Dates",
    "color": "Highlight",
    "bookmark": "Bookmark",
    "exit": "Quit",
    "dark": "Next theme",
    "sidebar": "Show or hide the panels",
    "clipboard": "Copy",
    "cite": "Copy as a quotation",
    "comment": "Write a note",
    "remove annotation": "Delete the annotation",
    "wikipedia": "Look up",
    "network": "Who appears with whom",
    "organizations": "Organisations",
    "csv": "Export",
    "markdown": "Export",
    "revert": "Undo",
    "find": "Search",
    "shortcuts": "Help",
    "outline": "Headings",
    "urls": "Links",
    "website": "Open in the browser",
    "fullscreen": "Only the text",
    "bigger": "Wider text",
    "duplicate": "Same as…",
    "order": "Sort",
    "unsure": "Show what is left out",
    "files": "Open articles",
    "LABELS on": "Letters on names",
    "date art": "Date the article",
    "dark mode": "Next theme",
    "table of contents": "Headings",
    "export as pdf": "Export",
}


async def test_the_palette_finds_commands_by_other_words(app):
    async with app.run_test(size=(100, 30)) as pilot:
        await pilot.pause()
        missed = {words: title for words, title in WORDS.items() if title not in (await found(app, words))[:5]}
        assert missed == {}


async def test_the_palette_finds_every_command_by_its_title_and_by_each_other_word(app, app_with, library):
    add(library, "One")
    start = app_with(locations=())
    async with app.run_test(size=(100, 30)) as pilot, start.run_test(size=(100, 30)) as other:
        await pilot.press("v")
        await pilot.pause()
        await settle(start, other)
        await other.press("1")  # a panel of the library has one command more than those of the reader
        await other.pause()
        session, things = start.session, [Thing(each, Category.PERSON, "Karin", 0, 0) for each in (1, 2)]
        screens = {"library": start.screen}
        for context, screen in {
            "remarks": RemarksScreen(session, library),
            "news": NewsScreen(session, library),
            "dossier": DossierScreen(session, library, Subject(Category.PERSON, "Karin")),
            "comparison": ComparisonScreen(session, library, partial(Index.in_memory, library), things),
        }.items():
            await start.push_screen(screen)
            await other.pause()
            screens[context] = screen
        missed = []
        for each in COMMANDS:
            here = screens["library"] if each.id == "panel.widen" else screens.get(each.context, app.screen)
            for words in (each.title, each.id.partition(".")[2], *OTHER_WORDS.get(each.id, "").split()):
                if each.title not in await found_on(here, words) and each.id != "app.palette":
                    missed.append((each.id, words))
        assert missed == []


async def test_the_palette_shows_keys_as_they_are_printed_on_keys_and_commands_without_any(app_with):
    app = app_with(config=Config(keys={"reader.zen": (), "reader.pipe": ("j",)}))
    async with app.run_test(size=(100, 30)) as pilot:
        await pilot.pause()
        labels = {hit.text: str(hit.prompt) async for hit in CommandProvider(app.screen).discover()}
        assert labels["Redo"] == "Redo  Ctrl+R"
        assert labels["Back"] == "Back  Ctrl+O, Backspace, Alt+←"
        assert labels["Line down"] == "Line down  j, ↓"
        assert labels["Page down"] == "Page down  Space, PgDn"
        assert labels["Previous pane"] == "Previous pane  Shift+Tab"
        assert labels["Only the text"].strip() == "Only the text"
        assert "Pipe" in labels  # the key that it was given is the article's there


async def test_a_command_of_a_panel_is_run_from_the_article_in_the_panel_that_was_in_front(app):
    async with app.run_test(size=(100, 30)) as pilot:
        await pilot.pause()
        await pilot.press("2", "0", "colon", *"sort", "enter")
        await app.workers.wait_for_complete()
        await pilot.pause()
        places = app.screen.context.sidebar.focused
        assert places.panel.name == "place"
        assert places.choices.order == "first"


def test_other_words_are_for_commands_that_there_are():
    assert all(command(each) for each in OTHER_WORDS)


async def test_the_palette_offers_what_applies_and_nothing_of_textual_s_own(app):
    async with app.run_test(size=(100, 30)) as pilot:
        await pilot.pause()
        titles = [hit.text async for hit in CommandProvider(app.screen).discover()]
        assert "Highlight" in titles
        assert "Next word" not in titles  # nothing is being selected
        assert len(titles) == len(set(titles)) or titles.count("Filter") == 1
        assert [*app.get_system_commands(app.screen)] == []


async def test_ctrl_c_says_how_to_leave(app):
    async with app.run_test(size=(100, 30), notifications=True) as pilot:
        await pilot.press("ctrl+c")
        await pilot.pause()
        assert app.is_running
        assert any("Q" in notice.message for notice in app._notifications)


@pytest.mark.parametrize("key", ["q", "Q", "ctrl+q"])
async def test_leaving(app, key):
    async with app.run_test(size=(100, 30)) as pilot:
        await pilot.press(key)
        await pilot.pause()
    assert app.return_code == 0


async def test_markup_in_titles_is_shown_and_never_obeyed(app_with, make_article, picture):
    hostile = "[bold]Title[/] [link='https://example.org']x[/] [/nothing]"
    app = app_with(load=lambda _: make_article(hostile, "Text with [red]markup[/red]."))
    async with app.run_test(size=(120, 30)) as pilot:
        await pilot.pause()
        assert hostile in picture(app)
        assert "[red]markup[/red]" in picture(app)


def test_the_interface_never_loads_spacy_nor_rare_widgets():
    code = (
        "import sys, tui.app, tui.reader.screen;"
        "rare = ('spacy', 'thinc', 'trafilatura', 'textual.widgets._data_table', 'textual.widgets._markdown',"
        " 'textual.widgets._text_area', 'tui.library.screen', 'tui.dialogs.help', 'tui.dialogs.entity_card');"
        "print([name for name in rare if name in sys.modules])"
    )
    done = subprocess.run([sys.executable, "-c", code], check=True, capture_output=True, text=True)
    assert done.stdout.strip() == "[]"


async def test_what_was_said_about_a_key_goes_with_the_next_one(app):
    async with app.run_test(size=(100, 30)) as pilot:
        await pilot.press("J")
        await pilot.pause()
        assert "the last article" in app.screen.context.status.notice
        await pilot.press("f9")
        assert app.screen.context.status.notice == ""
        await pilot.press("J", "J")
        await pilot.pause()
        assert "the last article" in app.screen.context.status.notice
        await pilot.press("question_mark", "j", "escape")
        assert app.screen.context.status.notice == ""


async def test_the_status_line_offers_a_key_only_where_it_works(app_with):
    app = app_with(config=Config(keys={"reader.search": ("d",), "reader.people": ("u", "f8")}))
    async with app.run_test(size=(140, 30)) as pilot:
        await pilot.pause()
        offered = {hint.does: hint.key for hint in app.screen.context.status.hints}
        assert "search" not in offered
        assert offered["people"] == "f8"
