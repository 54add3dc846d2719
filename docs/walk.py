"""Draws the walk through correcting, noting and exporting that docs/walk.md shows: `python docs/walk.py`.

The real reader is driven by keys on a sample article, with the model that is installed, a library in memory and a
folder of its own for the export; each picture shows the screen after some more keys. The same sample gives the same
pictures.
"""

from __future__ import annotations

import asyncio
import contextlib
import importlib.util
import os
import tempfile
from pathlib import Path
from typing import TYPE_CHECKING

from newsreader import analysis, resources, sources
from newsreader.config import Config
from newsreader.store.library import Library
from tui.app import NewsreaderApp
from tui.reader.session import Session

if TYPE_CHECKING:
    from collections.abc import Iterator
    from types import ModuleType

    from textual.pilot import Pilot

HERE = Path(__file__).parent
SIZE = (100, 30)


STEPS = {
    "walk-1": ("1", "j", "r"),
    "walk-2": ("x", "R"),
    "walk-3": ("x", "0", "}", "}", "H", "a", "(Who says so? Ask [[Kim Jong Un]]. #treaty)"),
    "walk-4": ("f2", "}", "B", "S", "up", "ctrl+u", "(pact.md)"),
    "walk-5": ("enter", "5"),
}
"""The pictures by name, each with the keys that lead to it from the one before. What stands in brackets is typed."""


def path_of(name: str) -> Path:
    """Where the picture of that name is."""
    return HERE / f"{name}.svg"


def pictures() -> dict[str, str]:
    """Read and analyse the sample, walk, and return the SVG of each step by its name."""
    reader = _script("picture")
    path = next(path for path in resources.samples() if path.name == reader.SAMPLE)
    article = sources.load(str(path))
    client = reader.Known(analysis.analyse(article))
    with _elsewhere(), Library.in_memory() as library:
        session = Session((reader.SAMPLE,), lambda _: article, library, None, client, Config(theme="dark"))
        return asyncio.run(_walk(NewsreaderApp(session)))


async def _walk(app: NewsreaderApp) -> dict[str, str]:
    drawn = {}
    async with app.run_test(size=SIZE) as pilot:
        await pilot.pause()
        for name, keys in STEPS.items():
            await _press(pilot, keys)
            await app.workers.wait_for_complete()
            await pilot.pause()
            drawn[name] = app.export_screenshot(title="newsreader", simplify=True)
    return drawn


async def _press(pilot: Pilot[None], keys: tuple[str, ...]) -> None:
    for key in keys:
        typed = key[1:-1] if key.startswith("(") else ""
        await pilot.press(*(typed or (key,)))
        await pilot.pause()


@contextlib.contextmanager
def _elsewhere() -> Iterator[None]:
    """A folder for the export that is gone afterwards, and is the home meanwhile."""
    with tempfile.TemporaryDirectory() as folder, contextlib.chdir(folder):
        home, os.environ["HOME"] = os.environ.get("HOME"), str(Path(folder).resolve())
        try:
            yield
        finally:
            os.environ.pop("HOME")
            if home is not None:
                os.environ["HOME"] = home


def _script(name: str) -> ModuleType:
    spec = importlib.util.spec_from_file_location(f"docs_{name}", HERE / f"{name}.py")
    assert spec is not None
    assert spec.loader is not None
    module = importlib.util.module_from_spec(spec)
    spec.loader.exec_module(module)
    return module


if __name__ == "__main__":
    for name, svg in pictures().items():
        path_of(name).write_text(svg, encoding="utf-8")
        print(f"{name}.svg has been drawn.")
