"""The article view against itself on a short text and against Textual's own widgets on the same long text.

Run `python benchmarks/view.py [--words 1000000] [--runs 5]`. Every figure is a ratio of medians of one interleaved run:
*first frame* is from making the widget to its first refresh, *page down* is one scroll and painting what is in view.
"""

from __future__ import annotations

import argparse
import asyncio
from collections import defaultdict
from statistics import median
from time import perf_counter
from typing import TYPE_CHECKING

import made_up
from textual.app import App
from textual.containers import VerticalScroll
from textual.widgets import Static, TextArea

from newsreader.resources import styles_dir
from newsreader.sources import from_text
from tui.article.mention_index import MentionIndex
from tui.article.view import ArticleView
from tui.base.themes import THEMES

if TYPE_CHECKING:
    from collections.abc import Callable

    from textual.widget import Widget

    from newsreader.article import Article
    from newsreader.entity import Analysis

SIZE = (120, 45)
SHORT = 10_000
PAGES = 20


class Bench(App[None]):
    """An empty app with the styles of the article view."""

    CSS_PATH = styles_dir() / "article.tcss"

    def __init__(self) -> None:
        """Use the dark theme."""
        super().__init__()
        self.register_theme(THEMES[0])
        self.theme = THEMES[0].name


def paint(app: App[None], widget: Widget) -> None:
    """Paint what is in view, down to the escape sequences."""
    region = widget.size.region
    if isinstance(widget, VerticalScroll):
        region, widget = region.translate(widget.scroll_offset), widget.children[0]
    for strip in widget.render_lines(region):
        strip.render(app.console)


async def first_frame(app: App[None], make: Callable[[], Widget]) -> tuple[float, Widget]:
    """Seconds from making a widget to its first refresh, and the widget."""
    drawn = asyncio.Event()
    began = perf_counter()
    widget = make()
    await app.mount(widget)
    widget.call_after_refresh(drawn.set)
    await drawn.wait()
    return perf_counter() - began, widget


def page_down(app: App[None], widget: Widget) -> float:
    """Seconds to scroll by a page and paint it, as a median of several."""
    times = []
    for _ in range(PAGES):
        began = perf_counter()
        if isinstance(widget, ArticleView):
            widget.moving.pages(1)
        elif isinstance(widget, TextArea):
            widget.action_cursor_page_down()
        else:
            widget.scroll_relative(y=SIZE[1] - 1, animate=False, immediate=True)
        paint(app, widget)
        times.append(perf_counter() - began)
    return median(times)


async def measure(make: Callable[[], Widget]) -> tuple[float, float]:
    """Seconds to the first frame and for a page down, in a fresh app."""
    app = Bench()
    async with app.run_test(size=SIZE):
        first, widget = await first_frame(app, make)
        return first, page_down(app, widget)


def our_view(article: Article, analysis: Analysis) -> Callable[[], Widget]:
    """Make our view with entities over it."""

    def make() -> Widget:
        view = ArticleView(article)
        view.text_layers.set_entities(MentionIndex(analysis.entities))
        return view

    return make


async def run(words: int, runs: int) -> dict[str, tuple[float, float]]:
    """Measure everything in turn, several times; medians by name."""
    short, long = from_text(made_up.text(SHORT)), from_text(made_up.text(words))
    makers: dict[str, Callable[[], Widget]] = {
        "short": our_view(short, made_up.analysis(short, SHORT // 100)),
        "long": our_view(long, made_up.analysis(long, words // 100)),
        "TextArea": lambda: TextArea(long.text, read_only=True, soft_wrap=True),
        "Static": lambda: VerticalScroll(Static(long.text, markup=False)),
    }
    times: dict[str, list[tuple[float, float]]] = defaultdict(list)
    for _ in range(runs):
        for name, make in makers.items():
            times[name].append(await measure(make))
    return {name: (median(t[0] for t in each), median(t[1] for t in each)) for name, each in times.items()}


def report(words: int, medians: dict[str, tuple[float, float]]) -> str:
    """Write the ratios as a Markdown table."""
    rows = [
        f"| ratio at {words:,} words, 1 mention in 100 words, {SIZE[0]}×{SIZE[1]} | first frame | page down |",
        "|---|---|---|",
    ]
    ours = medians["long"]
    pairs = [(f"article view / the same at {SHORT:,} words", ours, medians["short"])]
    pairs += [(f"Textual’s {name} / article view", medians[name], ours) for name in ("TextArea", "Static")]
    rows += [f"| {name} | {a[0] / b[0]:.2f} | {a[1] / b[1]:.2f} |" for name, a, b in pairs]
    return "\n".join(rows)


def main() -> None:
    """Read the options, measure and print."""
    parser = argparse.ArgumentParser(description=__doc__.splitlines()[0] if __doc__ else None)
    parser.add_argument("--words", type=int, default=1_000_000, help="length of the long text (1,000,000)")
    parser.add_argument("--runs", type=int, default=5, help="runs of each, interleaved (5)")
    parser.add_argument("--short", action="store_true", help="only show that it works")
    options = parser.parse_args()
    words, runs = (20_000, 1) if options.short else (options.words, options.runs)
    print(report(words, asyncio.run(run(words, runs))))


if __name__ == "__main__":
    main()
