"""Draws the pictures of the real reader that the README shows: `python docs/picture.py`.

The reader runs without a terminal on a sample article, with the model that is installed and a library in memory; what
it shows is exported as SVG. The same sample gives the same picture.
"""

from __future__ import annotations

import asyncio
from pathlib import Path
from typing import TYPE_CHECKING

from newsreader import analysis, resources, sources
from newsreader.analysis.events import Analysed
from newsreader.config import Config
from newsreader.store.library import Library
from tui.app import NewsreaderApp
from tui.reader.session import Session

if TYPE_CHECKING:
    from collections.abc import Callable

    from newsreader.analysis.events import Event
    from newsreader.article import Article
    from newsreader.entity import Analysis

SAMPLE = "pyongyang-pact.txt"
SIZE = (120, 38)
PICTURE = Path(__file__).parent / "reader.svg"


class Known:
    """An analyst that has the analysis already."""

    def __init__(self, known: Analysis) -> None:
        self._known = known

    def open(self, article: Article, listener: Callable[[Event], None]) -> None:
        """Hand over the analysis."""
        listener(Analysed(self._known))

    def look_at(self, start: int, end: int) -> None:
        """Everything has been looked at."""

    def close(self) -> None:
        """There is nothing to stop."""


async def draw(article: Article, known: Analysis) -> str:
    """The SVG of the reader after choosing the first person and going to the third mention."""
    library = Library.in_memory()
    session = Session((SAMPLE,), lambda _: article, library, None, Known(known), Config(theme="dark"))
    app = NewsreaderApp(session)
    async with app.run_test(size=SIZE) as pilot:
        await pilot.pause()
        await pilot.press("1", "enter", "n", "n")
        await pilot.pause()
        return app.export_screenshot(title="newsreader", simplify=True)


def picture() -> str:
    """Read and analyse the sample and draw the reader."""
    path = next(path for path in resources.samples() if path.name == SAMPLE)
    article = sources.load(str(path))
    return asyncio.run(draw(article, analysis.analyse(article)))


if __name__ == "__main__":
    PICTURE.write_text(picture(), encoding="utf-8")
    print(f"{PICTURE.name} has been drawn.")
