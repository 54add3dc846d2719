"""Help lists the keys of what has the focus, as they are in force."""

from __future__ import annotations

from newsreader.config import Config
from tui.base.commands import command
from tui.dialogs.help import HelpScreen


def ids(screen: HelpScreen, wanted: str = "") -> set[str]:
    return {each.id for _, commands in screen.shown(wanted) for each in commands}


async def test_it_lists_what_applies_where_the_focus_is(app):
    async with app.run_test(size=(120, 40)) as pilot:
        await pilot.press("question_mark")
        await pilot.pause()
        in_article = ids(app.screen)
        assert {"article.highlight", "reader.next_match", "app.help"} <= in_article
        assert not any(each.startswith(("panel.", "library.")) for each in in_article)
        await pilot.press("escape", "1", "question_mark")
        await pilot.pause()
        in_panel = ids(app.screen)
        assert {"panel.sort", "reader.next_match"} <= in_panel
        assert "article.highlight" not in in_panel


async def test_it_filters_scrolls_and_closes(app, picture):
    async with app.run_test(size=(80, 24)) as pilot:
        await pilot.press("question_mark", "j", "space", "G", "g", "k", "b")
        await pilot.press("slash", *"quotation")
        await pilot.pause()
        drawn = picture(app)
        assert command("article.copy_quotation").help[:30] in drawn
        assert "Scroll one line down." not in drawn
        await pilot.press("enter", "escape")
        await pilot.pause()
        assert isinstance(app.screen, HelpScreen)
        await pilot.press("q")
        await pilot.pause()
        assert not isinstance(app.screen, HelpScreen)


async def test_it_shows_the_reader_s_own_keys(app_with, picture):
    app = app_with(config=Config(keys={"app.theme": ("f9",)}))
    async with app.run_test(size=(100, 40)) as pilot:
        await pilot.press("question_mark", "slash", *"16-colour")
        await pilot.pause()
        assert "F9" in picture(app)
