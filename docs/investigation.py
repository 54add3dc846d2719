"""Draws the pictures of docs/investigation.md: `python docs/investigation.py ARTICLES.jsonl`.

The file has articles as JSON lines (`text`, `title`, `date`, `url`), such as those of Wikinews that the pictures were
made with. All of them are read for names by the model that is installed, which takes some minutes; then the real
program is driven by keys, and each picture shows the screen after some more of them. The same articles give the same
pictures, but for the day on which something was written.
"""

from __future__ import annotations

import asyncio
import json
import sys
import tempfile
from datetime import date
from pathlib import Path
from typing import TYPE_CHECKING

from newsreader import analysis, sources
from newsreader.article import Origin, OriginKind
from newsreader.config import Config
from newsreader.index.index import Index
from newsreader.store.library import Library
from tui.app import NewsreaderApp
from tui.reader.session import Session

if TYPE_CHECKING:
    from collections.abc import Callable, Iterator, Mapping

    from textual.pilot import Pilot

    from newsreader.article import Article
    from newsreader.entity import Analysis

HERE = Path(__file__).parent
SIZE = (100, 26)
SECONDS = 240

STEPS = {
    "investigation-1": ("/", "(soleimani)", "enter", "1"),
    "investigation-2": ("d",),
    "investigation-3": ("G", "enter"),
    "investigation-4": ("a", "(Labelled by whom, and under which law?)", "ctrl+s"),
    "investigation-5": ("ctrl+o", "W", "a", "(7 january 2020)", "enter", "(Funeral in Kerman.)", "enter"),
    "investigation-6": ("v",),
    "investigation-7": ("C", "(Donald Trump)", "enter"),
    "investigation-8": ("q", "1", "S"),
    "investigation-9": (
        *("escape", "q", "0", "/", "ctrl+u", "(bolton)", "enter", "1", "/", "(bolton)", "enter", "d"),
        *("M", "(John R. Bolton)", "enter", "5"),
    ),
    "investigation-10": (
        *("q", "0", "/", "ctrl+u", "(person:=elizabeth)", "enter", "1", "/", "(elizabeth)", "enter", "d"),
    ),
    "investigation-11": ("X", "5"),
}
"""The pictures by name, each with the keys that lead to it from the one before. What stands in brackets is typed."""


def articles(file: Path) -> Iterator[Article]:
    """Those of the file."""
    for line in file.read_text(encoding="utf-8").splitlines():
        record = json.loads(line)
        day, origin = date.fromisoformat(record["date"]), Origin(OriginKind.RECORD, record["url"])
        yield sources.from_text(record["text"], title=record["title"], published=day, origin=origin)


def pictures(file: Path) -> dict[str, str]:
    """Make a library, walk through it, and return the SVG of each step by its name."""
    known: dict[str, Analysis] = {}
    with tempfile.TemporaryDirectory() as name:
        folder = Path(name)

        def opened() -> Index:
            return Index.open(folder / "library.db", folder)

        with Library.open(folder / "library.db") as library, opened() as index:
            for article in articles(file):
                with library.writing() as unit:
                    record = unit.articles.remember(article)
                index.follow(library)
                known[article.sha256] = analysis.analyse(article)
                index.name(record, article, known[article.sha256], "picture")
            index.fold(library)
            return asyncio.run(_walk(library, opened, known))


async def _walk(library: Library, opened: Callable[[], Index], known: Mapping[str, Analysis]) -> dict[str, str]:
    session = Session(
        (),
        lambda _: sources.from_text(""),
        library,
        None,
        None,
        Config(theme="dark"),
        index=opened,
        known=lambda article: known.get(article.sha256),
    )
    app, drawn = NewsreaderApp(session), {}
    async with app.run_test(size=SIZE) as pilot:
        await _settle(app, pilot)
        for name, keys in STEPS.items():
            for key in keys:
                typed = key[1:-1] if key.startswith("(") else ""
                await pilot.press(*(typed or (key,)))
                await _settle(app, pilot)
            drawn[name] = app.export_screenshot(title="newsreader", simplify=True)
    return drawn


async def _settle(app: NewsreaderApp, pilot: Pilot[None]) -> None:
    """Wait until all that was asked is answered."""
    await pilot.pause()
    context = getattr(app.screen, "context", None)
    async with asyncio.timeout(SECONDS):
        while context is not None and context.queries.busy:
            await asyncio.sleep(0.01)
            await pilot.pause()
    await app.workers.wait_for_complete()
    await pilot.pause()


if __name__ == "__main__":
    for name, svg in pictures(Path(sys.argv[1])).items():
        (HERE / f"{name}.svg").write_text(svg, encoding="utf-8")
        print(f"{name}.svg has been drawn.")
