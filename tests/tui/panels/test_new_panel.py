"""A panel that is added as CONTRIBUTING.md says is in the first frame and in the sidebar, drawn alike."""

from __future__ import annotations

from typing import TYPE_CHECKING

import pytest
from recipes import Recipe
from sidebar_app import KIM, PanelApp, analysis, article, lines

from tui import panels
from tui.base import commands, component_styles
from tui.base.component_styles import ComponentStyle
from tui.panels import all_panels
from tui.panels.face import Contents, Panel
from tui.panels.sidebar import Sidebar
from tui.panels.sidebar_layout import sidebar_lines

if TYPE_CHECKING:
    from pathlib import Path


@pytest.fixture
def added(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> tuple[Panel, ...]:
    """All panels and that of words."""
    recipe = Recipe("A panel")
    words: Panel = recipe.module("words_face", panels, tmp_path, monkeypatch).WORDS
    style, row = recipe.lines
    (command,) = commands.commands_of("reader", "Panels", *eval(f"[{row}]"))
    styles = eval(f"{{{style}}}", {"ComponentStyle": ComponentStyle})
    monkeypatch.setitem(commands._BY_ID, command.id, command)
    for component, declared in styles.items():
        monkeypatch.setitem(component_styles.STYLES, component, declared)
    monkeypatch.setattr(all_panels, "PANELS", (*all_panels.PANELS, words))
    return all_panels.PANELS


@pytest.mark.parametrize(("size", "shown"), [((30, 40), "6 ¶ Words ─"), ((80, 5), "│ 6¶26")])
async def test_it_is_drawn_alike_before_and_after_textual_is_there(
    added: tuple[Panel, ...], size: tuple[int, int], shown: str
) -> None:
    story = article()
    faces = all_panels.faces(Contents(story.text, analysis()))
    before = ["".join(text for text, _ in line).rstrip() for line in sidebar_lines(faces, *size)]
    assert shown in "\n".join(before)
    app = PanelApp(Sidebar(panels=added))
    async with app.run_test(size=size) as pilot:
        app.sidebar.set_article(story)
        app.sidebar.set_analysis(analysis())
        await pilot.pause()
        tabs = lines(app.query_one("#tabs"))[:1] if app.query_one("#tabs").display else []
        assert before == [*tabs, *(line for panel in app.sidebar.panels if panel.display for line in lines(panel))]


async def test_its_heading_has_its_colour_and_its_keys_work(added: tuple[Panel, ...]) -> None:
    app = PanelApp(Sidebar(panels=added))
    async with app.run_test(size=(30, 60)) as pilot:
        app.sidebar.set_article(article())
        app.sidebar.set_analysis(analysis())
        app.sidebar.focus_panel("6")
        await pilot.pause()
        panel, people = app.sidebar.front, app.sidebar.panels[0]
        headings = [next(iter(each.render_line(0))).style for each in (panel, people)]
        assert headings[0].color != headings[1].color  # type: ignore[union-attr]
        await pilot.press("s", "slash", *"Pu", "enter")
        title, wanted, word = lines(panel)[:3]
        assert title.startswith("6 ¶ Words ─")
        assert title.endswith(" a–z ─ 1")
        assert (wanted, word) == ("/Pu▏", " Putin 3")
        assert app.heard == []
        app.sidebar.set_active(KIM.id)
        assert len(panel.rows) == 1
