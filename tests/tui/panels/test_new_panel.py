"""A panel is added with a face, a component for its colour and a command, and is in the first frame and the sidebar."""

from __future__ import annotations

import re
from collections import Counter
from typing import TYPE_CHECKING

import pytest
from sidebar_app import KIM, PanelApp, analysis, article, lines

from tui.base import commands, component_styles
from tui.base.cell_text import pad
from tui.base.commands import Command
from tui.base.component_styles import ComponentStyle
from tui.panels import all_panels
from tui.panels.face import Choices, Contents, Panel, PanelFace
from tui.panels.list_rows import Rows
from tui.panels.sidebar import Sidebar
from tui.panels.sidebar_layout import sidebar_lines

if TYPE_CHECKING:
    from tui.base.style_book import Line


class WordRows(Rows):
    """A word and how often it stands in the article."""

    def __init__(self, words: list[str]) -> None:
        self.words = words

    def __len__(self) -> int:
        return len(self.words)

    def draw(self, row: int, width: int) -> Line:
        return [(pad(f" {self.words[row]}", width), ())]


def words_face(panel: Panel, contents: Contents, choices: Choices) -> PanelFace:
    """List the words of the article, the most frequent first or from a to z."""
    counted = Counter(re.findall(r"\w+", contents.text)).most_common()
    words = [f"{word} {count}" for word, count in counted if choices.wanted in word]
    rows = WordRows(sorted(words) if choices.order == "a–z" else words)
    return PanelFace(panel, rows, total=str(len(words)), order=choices.order, need=1 + len(words))


WORDS = Panel("words", "reader.words", "¶", "Words", ("count", "a–z"), words_face, shows=("text",))
COMMAND = Command("reader.words", "Words", ("6",), "reader", "Panels", "Go to the words.")


@pytest.fixture
def added(monkeypatch: pytest.MonkeyPatch) -> tuple[Panel, ...]:
    """All panels and that of words."""
    monkeypatch.setitem(commands._BY_ID, COMMAND.id, COMMAND)
    monkeypatch.setitem(component_styles.STYLES, "panel--words", ComponentStyle("accent"))
    panels = (*all_panels.PANELS, WORDS)
    monkeypatch.setattr(all_panels, "PANELS", panels)
    return panels


@pytest.mark.parametrize("size", [(30, 40), (80, 5)])
async def test_it_is_drawn_alike_before_and_after_textual_is_there(
    added: tuple[Panel, ...], size: tuple[int, int]
) -> None:
    story = article()
    faces = all_panels.faces(Contents(story.text, analysis()))
    before = ["".join(text for text, _ in line).rstrip() for line in sidebar_lines(faces, *size)]
    app = PanelApp(Sidebar(panels=added))
    async with app.run_test(size=size) as pilot:
        app.sidebar.set_article(story)
        app.sidebar.set_analysis(analysis())
        await pilot.pause()
        tabs = lines(app.query_one("#tabs"))[:1] if app.query_one("#tabs").display else []
        assert before == [*tabs, *(line for panel in app.sidebar.panels if panel.display for line in lines(panel))]
    assert "6 ¶ Words" in "\n".join(before) or "6¶" in before[0] or " 6 Words " in before[0]


async def test_its_heading_has_its_colour_and_its_keys_work(added: tuple[Panel, ...]) -> None:
    app = PanelApp(Sidebar(panels=added))
    async with app.run_test(size=(30, 60)) as pilot:
        app.sidebar.set_article(article())
        app.sidebar.set_analysis(analysis())
        app.sidebar.focus_panel("6")
        await pilot.pause()
        panel = app.sidebar.front
        people = app.sidebar.panels[0]
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
