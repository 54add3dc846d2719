"""The panels that are drawn before Textual is there are those that it draws then."""

from __future__ import annotations

from typing import TYPE_CHECKING

import pytest
from sidebar_app import EVERYBODY, STORY, PanelApp, analysis, article, entity, invented, lines

from newsreader.annotations.notebook import Notebook
from newsreader.entity import Category
from newsreader.store.library import Library
from tui.panels.all_panels import faces
from tui.panels.sidebar import Sidebar
from tui.panels.sidebar_layout import sidebar_lines
from tui.reader.opened import take_in
from tui.reader.provenance import mention_signs, signs_of
from tui.reader.reading import Reading
from tui.start.first_frame import contents_of

if TYPE_CHECKING:
    from collections.abc import Iterator
    from pathlib import Path

    from newsreader.entity import Entity

SIZES = [(28, 30), (45, 43), (46, 58), (30, 15), (33, 10), (60, 8), (80, 5), (99, 3), (28, 16)]
FOUND: dict[str, tuple[Entity, ...]] = {
    "some": EVERYBODY,
    "none": (),
    "many": (*invented(40), *invented(12, Category.PLACE, mentions=3), entity("Reuters", Category.ORGANISATION)),
    "doubtful": (entity("Putin", confidence=0.2), entity("Wednesday", Category.DATE, confidence=0.3)),
}


@pytest.fixture
def notebook(tmp_path: Path) -> Iterator[Notebook]:
    story = article()
    with Library.open(tmp_path / "library.db") as library:
        yield Notebook(library, library.remember(story), story)


def opened(notebook: Notebook, found: tuple[Entity, ...]) -> Reading:
    reading = Reading(0, article(), notebook)
    take_in(reading, analysis(found))
    return reading


def words(reading: Reading, size: tuple[int, int]) -> list[str]:
    shown = sidebar_lines(faces(contents_of(reading, colour_words=False)), *size)
    return ["".join(text for text, _ in line).rstrip() for line in shown]


async def drawn(reading: Reading, size: tuple[int, int]) -> list[str]:
    """What the sidebar shows of the same."""
    app = PanelApp(Sidebar())
    assert reading.corrected is not None
    assert reading.notebook is not None
    async with app.run_test(size=size) as pilot:
        app.sidebar.set_article(reading.article)
        app.sidebar.set_annotations((*reading.notebook.annotations, *reading.notebook.orphans))
        app.sidebar.set_published(reading.dated.metadata.published)
        app.sidebar.set_analysis(
            reading.corrected.analysis, signs_of(reading.corrected), mention_signs(reading.corrected)
        )
        await pilot.pause()
        tabs = ["".join(segment.text for segment in app.query_one("#tabs").render_line(0)).rstrip()]
        shown = [line for panel in app.sidebar.panels if panel.display for line in lines(panel)]
        return [*tabs, *shown] if app.query_one("#tabs").display else shown


@pytest.mark.parametrize("size", SIZES)
@pytest.mark.parametrize("found", FOUND)
async def test_the_same_rows_at_every_size(found: str, size: tuple[int, int], notebook: Notebook) -> None:
    reading = opened(notebook, FOUND[found])
    assert words(reading, size) == await drawn(reading, size)


@pytest.mark.parametrize("size", SIZES)
async def test_notes_and_corrections_are_among_them(size: tuple[int, int], notebook: Notebook) -> None:
    notebook.highlight(0, 8, "blue")
    notebook.note("Why *now*? #treaty [[Kim Jong Un]]", start=19, end=30)
    notebook.note("On him", entity=EVERYBODY[0].id)
    notebook.bookmark(STORY.index("Reuters"), STORY.index("Reuters") + 7)
    notebook.corrections.rename(EVERYBODY[0], "President Putin")
    reading = opened(notebook, EVERYBODY)
    assert words(reading, size) == await drawn(reading, size)
    assert "President Putin ✓" in "\n".join(words(reading, size)) or size[1] < 5
