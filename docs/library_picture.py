"""Draws the picture of the library that the README shows: `python docs/library_picture.py`.

The library has the sample articles in it, read for names by the model that is installed; one has a star, and one search
is saved. The same samples give the same picture.
"""

from __future__ import annotations

import asyncio
import tempfile
from dataclasses import replace
from pathlib import Path
from typing import TYPE_CHECKING

from newsreader import analysis, resources, sources
from newsreader.article import Origin, OriginKind
from newsreader.config import Config
from newsreader.index.index import Index
from newsreader.store.library import Library
from tui.app import NewsreaderApp
from tui.library.screen import LibraryScreen
from tui.reader.session import Session

if TYPE_CHECKING:
    from collections.abc import Callable

    from textual.pilot import Pilot

SIZE = (120, 30)
PICTURE = Path(__file__).parent / "library.svg"
SECONDS = 60


async def draw(library: Library, opened: Callable[[], Index]) -> str:
    """The SVG of the library as it begins."""
    session = Session((), lambda _: sources.from_text(""), library, None, None, Config(theme="dark"), index=opened)
    app = NewsreaderApp(session)
    async with app.run_test(size=SIZE) as pilot:
        await _until(pilot, lambda: isinstance(app.screen, LibraryScreen) and app.screen.context.articles.run)
        await app.workers.wait_for_complete()
        await _until(pilot, lambda: not app.screen.context.queries.busy)
        return app.export_screenshot(title="newsreader", simplify=True)


async def _until(pilot: Pilot[int], holds: Callable[[], object]) -> None:
    async with asyncio.timeout(SECONDS):
        while not holds():
            await asyncio.sleep(0.01)
            await pilot.pause()


def fill(library: Library, index: Index) -> None:
    """Take the samples in, with the names in them."""
    samples = ((path.name, sources.load(str(path))) for path in resources.samples())
    articles = [replace(each, origin=Origin(OriginKind.FILE, f"~/news/{name}")) for name, each in samples]
    with library.writing() as unit:
        records = [unit.articles.remember(each) for each in articles]
        unit.states.star([records[1].id], True)
        unit.states.tag([records[2].id], "space")
        unit.searches.save("Summits", "treaty OR pact OR summit")
    index.follow(library)
    for record, article in zip(records, articles, strict=True):
        index.name(record, article, analysis.analyse(article), "picture")


def picture() -> str:
    """Make a library, and draw it."""
    with tempfile.TemporaryDirectory() as name:
        folder = Path(name)

        def opened() -> Index:
            return Index.open(folder / "library.db", folder)

        with Library.open(folder / "library.db") as library:
            with opened() as index:
                fill(library, index)
            return asyncio.run(draw(library, opened))


if __name__ == "__main__":
    PICTURE.write_text(picture(), encoding="utf-8")
    print(f"{PICTURE.name} has been drawn.")
