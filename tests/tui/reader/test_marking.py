"""Bookmarks, tags, links, the filter that `n` walks by, and new places for orphans: all by keys."""

from __future__ import annotations

import pytest

from newsreader.annotations.model import COLOURS, Kind
from newsreader.annotations.notebook import Notebook
from tui.dialogs.choice import Choice
from tui.dialogs.prompt import Prompt

MAYOR = "person:ingrid-solheim"
SIZES = pytest.mark.parametrize("size", [(100, 30), (80, 24), (60, 20)])


def kept(app, library, article):
    """Read the annotations from the library as another window would."""
    return Notebook(library, app.screen.context.notebook.record, article).annotations


async def press(pilot, *keys: str) -> None:
    for key in keys:
        await pilot.press(key)
        await pilot.pause()


async def type_in(pilot, text: str) -> None:
    await press(pilot, *("space" if letter == " " else letter for letter in text))


@SIZES
async def test_a_sentence_is_bookmarked_shown_by_a_shape_and_the_same_key_takes_it_away(
    app, size, library, article, picture
):
    async with app.run_test(size=size) as pilot:
        await press(pilot, "}", "B")
        (mark,) = kept(app, library, article)
        assert (mark.kind, mark.quote[:12]) == (Kind.BOOKMARK, "OSLO: Mayor ")
        assert app.screen.context.status.notice.startswith("Bookmarked “OSLO")
        await press(pilot, "5")
        assert "⚑ “OSLO: Mayor" in picture(app)
        await press(pilot, "0", "B")
        assert kept(app, library, article) == ()
        await press(pilot, "U")
        assert app.screen.context.status.notice.startswith("undo: deleted bookmark")
        assert len(kept(app, library, article)) == 1


async def test_a_bookmark_has_a_sign_beside_the_text(app, picture):
    async with app.run_test(size=(100, 30)) as pilot:
        await press(pilot, "}", "B")
        assert "⚑▌OSLO: Mayor" in picture(app)
        await press(pilot, "k")
        assert "⚑ OSLO: Mayor" in picture(app)


async def test_tags_are_typed_on_one_line_and_taken_away_there(app, library, article):
    async with app.run_test(size=(80, 24)) as pilot:
        await press(pilot, "}", "H", "L")
        assert isinstance(app.screen, Prompt)
        await type_in(pilot, "ferry Vote")
        await press(pilot, "enter")
        (tagged,) = kept(app, library, article)
        assert (tagged.kind, tagged.tags) == (Kind.HIGHLIGHT, ("ferry", "vote"))
        assert app.screen.context.status.notice == "Tagged #ferry #vote."
        await press(pilot, "5", "L", *["backspace"] * 5, "enter")
        assert kept(app, library, article)[0].tags == ("ferry",)
        await press(pilot, "L")
        await type_in(pilot, "sea")
        await press(pilot, "enter")
        assert kept(app, library, article)[0].tags == ("ferry", "sea")
        await press(pilot, "U", "L", "ctrl+u", "enter")
        assert kept(app, library, article)[0].text == ""
        await press(pilot, "U")
        assert app.screen.context.status.notice.startswith("undo: changed the tags of highlight")
        assert kept(app, library, article)[0].tags == ("ferry",)


async def test_what_can_be_no_tag_is_said_and_stays_to_be_mended(app, library, article):
    async with app.run_test(size=(80, 24)) as pilot:
        await press(pilot, "L")
        assert "no annotation here" in app.screen.context.status.notice
        await press(pilot, "}", "B", "L")
        await type_in(pilot, "2024")
        await press(pilot, "enter")
        assert "2024 can be no tag" in str(app.screen.query_one(".dialog--hint").render())
        await press(pilot, "home", "y", "enter")
        assert kept(app, library, article)[0].tags == ("y2024",)


async def test_n_walks_through_what_the_filter_of_the_panel_leaves(app, article):
    async with app.run_test(size=(100, 30)) as pilot:
        await press(pilot, "}", "H", "}", "B", "}", "}", "B", "5", "slash")
        await type_in(pilot, "kind:book")
        await press(pilot, "enter", "0", "g", ")")
        matches = app.screen.context.reading.matches
        assert len(matches) == 2
        assert app.screen.context.status.headline == "Notes /kind:book 1/2"
        await press(pilot, "n")
        assert app.screen.context.reading.current == 1
        await press(pilot, "5", "escape", "0", ")")
        assert len(app.screen.context.reading.matches) == 3


async def test_a_filter_that_leaves_nothing_says_so(app):
    async with app.run_test(size=(100, 30)) as pilot:
        await press(pilot, "}", "H", "5", "slash")
        await type_in(pilot, "tag:x")
        await press(pilot, "enter", "0", ")")
        assert "“tag:x”" in app.screen.context.status.notice


async def test_a_link_in_a_note_leads_to_the_entity_from_the_panel_and_from_the_text(app, article):
    async with app.run_test(size=(100, 30)) as pilot:
        await pilot.pause()
        start = article.text.index("Harbour News on")
        app.screen.context.notebook.note("See [[ingrid  solheim]]", start=start, end=start + 7)
        app.screen.controllers.annotations.show()
        await press(pilot, "5", "F")
        assert app.screen.context.reading.entity_id == MAYOR
        assert app.screen.context.view.has_focus
        app.screen.context.view.viewport.go_to(start)
        await press(pilot, "escape", "F")
        assert app.screen.context.reading.entity_id == MAYOR


async def test_of_several_links_one_is_chosen_and_a_note_is_found_by_its_first_line(app, article):
    async with app.run_test(size=(60, 20)) as pilot:
        await pilot.pause()
        start = article.text.index("Harbour News on")
        app.screen.context.notebook.note("# Sources\nAll of them", start=start, end=start + 7)
        app.screen.context.notebook.note("[[Per Dahl]] or [[sources]] or [[nobody]]")
        app.screen.controllers.annotations.show()
        await press(pilot, "5", "F")
        assert isinstance(app.screen, Choice)
        await press(pilot, "j", "enter")
        assert app.screen.context.view.viewport.cursor == start
        await press(pilot, "5", "g", "F", "j", "j", "enter")
        assert app.screen.context.status.notice == "Nothing in this article is called nobody."


@pytest.fixture
def edited(library, make_article):
    """An article with a note whose words an edit took away, and the article before."""
    before = make_article("Ferry late", "The ferry was late again on Monday.", "The mayor promised boats by spring.")
    after = make_article("Ferry late", "The ferry was cancelled on Monday.", "The mayor promised boats by spring.")
    notebook = Notebook(library, library.remember(before), before)
    start = before.text.index("late again")
    notebook.note("Again?", start=start, end=start + len("late again"))
    notebook.highlight(before.text.index("mayor"), before.text.index(" promised"), COLOURS[0])
    return after


@SIZES
async def test_an_orphan_gets_the_place_that_is_chosen_and_undo_makes_it_one_again(app_with, edited, size, picture):
    app = app_with(load=lambda _: edited)
    async with app.run_test(size=size) as pilot:
        await pilot.pause()
        (orphan,) = app.screen.context.notebook.orphans
        await press(pilot, "5", "G")
        assert "orphaned" in picture(app)
        await press(pilot, "enter")
        assert isinstance(app.screen, Choice)
        shown = picture(app)
        assert "late again" in shown
        assert "%" in shown
        await press(pilot, "enter")
        assert app.screen.context.notebook.orphans == ()
        (placed,) = (each for each in app.screen.context.notebook.annotations if each.id == orphan.id)
        assert edited.text[placed.start : placed.end] == "cancelled"
        assert app.screen.context.status.notice.startswith("Attached to “cancelled”")
        await press(pilot, "U")
        assert [each.id for each in app.screen.context.notebook.orphans] == [orphan.id]
        assert app.screen.context.status.notice.startswith("undo: attached note")


async def test_an_orphan_is_kept_or_deleted_or_put_on_what_is_selected(app_with, edited):
    app = app_with(load=lambda _: edited)
    async with app.run_test(size=(80, 24)) as pilot:
        await press(pilot, "5", "G", "enter", "G", "up", "enter")
        assert len(app.screen.context.notebook.orphans) == 1
        await press(pilot, "enter", "end", "enter")
        assert app.screen.context.notebook.orphans == ()
        await press(pilot, "U")
        app.screen.context.view.selecting.between(edited.text.index("Monday"), edited.text.index("Monday") + 5)
        await press(pilot, "5", "G", "enter", "enter")
        assert [each.quote for each in app.screen.context.notebook.annotations if each.text] == ["Monday"]


async def test_the_place_that_is_offered_is_shown_in_the_article_behind_the_list(
    app_with, edited, picture, monkeypatch
):
    monkeypatch.setenv("NO_COLOR", "1")
    app = app_with(load=lambda _: edited)
    async with app.run_test(size=(80, 24)) as pilot:
        await press(pilot, "5", "G", "enter")
        reader = app.screen_stack[-2]
        start, end = reader.context.view.selecting.span
        assert edited.text[start:end] == "cancelled"
        assert "The ferry was cancelled on Monday." in picture(app)
        await press(pilot, "escape")
        assert reader.context.view.selecting.span is None
        assert len(reader.context.notebook.orphans) == 1
