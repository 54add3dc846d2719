"""Random text through the real view: every cell shows what it should and leads back to its offset."""

from __future__ import annotations

import asyncio
from itertools import pairwise
from typing import TYPE_CHECKING

import pytest
from hypothesis import HealthCheck, example, given, settings
from hypothesis import strategies as st

from newsreader.entity import Category, Entity, Mention
from newsreader.sources import from_text
from tui.article.active_matches import Matches, MatchKind
from tui.article.mention_index import MentionIndex
from tui.base.clusters import BLANKS, clusters
from tui.base.widths import cell_len

if TYPE_CHECKING:
    from newsreader.article import Article

SAMPLES = [
    "👩‍👩‍👧‍👦", "🏳️‍🌈", "👍🏽", "🇩🇪", "❤️", "1️⃣", "é", "ạ̈̃", "漢字", "日本語。", "한국어", "각",
    "\u1112\u1161\u11ab", "\u1100" * 3,
    "ประเทศไทย", "हिन्दी", "العربيّة", "עִבְרִית", "\u200b", "\u200d", "\ufe0f", "\u2060", "\u3000", "\u00a0",
    "\u00ad", "\t",
    "\x1b[31m", "\u202e", "[bold]x[/]",
    "x" * 200, "漢" * 60, "e\u0301" * 50, "👍🏽" * 30, "\u0301", "🇩",
    "donaudampfschifffahrtsgesellschaft" * 3, "“quoted”", "…", "word", "post-Soviet", "\n", "\n\n", " ", "  ",
]  # fmt: skip
TEXTS = st.lists(
    st.one_of(st.sampled_from(SAMPLES), st.text(max_size=10), st.text("abc .,", max_size=20)), max_size=25
).map(" ".join) | st.lists(st.sampled_from(SAMPLES), max_size=25).map("".join)


SPANS = st.lists(st.tuples(st.integers(0, 600), st.integers(1, 90), st.integers(0, 3)), max_size=12)


def lay_over(view, article: Article, spans: list[tuple[int, int, int]]) -> None:
    """Lay entities, hits and a selection over the text, wherever their ends may fall."""
    inside = [(start, min(start + length, len(article.text)), n) for start, length, n in spans]
    inside = [each for each in inside if each[0] < each[1]]
    entities = [
        Entity(
            f"e{number}", category, "x", (), tuple(Mention(a, b, "X", category) for a, b, n in inside if n == number)
        )
        for number, category in enumerate(Category)
    ]
    view.text_layers.set_entities(MentionIndex(entities))
    hits = [(start, end) for start, end, _ in sorted(inside)]
    view.text_layers.set_matches(
        Matches("x", [start for start, _ in hits], [end for _, end in hits], MatchKind.ANNOTATION),
        current=0 if hits else None,
    )
    if hits:
        view.selecting.between(hits[-1][1] - 1, hits[0][0])


BAR = "▌"
"""Stands left of the present line, where there is a margin."""


async def read_back(app, width: int, height: int, measure: int, spans: list[tuple[int, int, int]]) -> None:
    """Scroll through the article and check every cell of every row, and of those below it."""
    async with app.run_test(size=(width, height)) as pilot:
        view, article = app.view, app.article
        view.measure = measure
        lay_over(view, article, spans)
        await pilot.pause()
        drawn: list[str] = []
        rows = view.viewport.layout.rows
        for row in range(rows):
            view.viewport.scroll_rows_to(row)
            y = row - view.scroll_offset.y
            drawn.append(check_row(view, article, y))
        for y in range(rows - view.scroll_offset.y, height):
            assert view.render_line(y).text.strip(" ┃┫╸◀") == ""
            assert {view.viewport.offset_at(x, y) for x in (0, width - 1)} == {view.viewport.layout.offset_at(rows, 0)}
        assert squeezed("".join(drawn)) == squeezed("".join(article.text[p.start : p.end] for p in article.paragraphs))


def squeezed(text: str) -> str:
    return "".join(character for character in text if character not in BLANKS)


def check_row(view, article: Article, y: int) -> str:
    """Check one row on the screen; returns its text."""
    strip = view.render_line(y)
    assert strip.cell_length == view.size.width == sum(cell_len(segment.text) for segment in strip)
    layout = view.viewport.layout
    row = view.scroll_offset.y + y
    line, start = layout.line(row), layout.start(row)
    # Not `cell_len`, which takes what follows a joiner at the start of a line for a part of nothing.
    if sum(clusters(line)[1]) > view.size.width == 1:
        assert strip.text == "…"
        assert start <= view.viewport.offset_at(0, y) < layout.end(row)
        return line
    columns = view.viewport.columns
    text = strip.text[: -1 if columns.is_gutter(view.size.width - 1) else None]
    here = columns.left - 1 if row == view.viewport.row else -1
    assert [x for x in range(columns.left) if text[x] == BAR] == [here] * (here >= 0)
    text = text[:here] + " " + text[here + 1 :] if here >= 0 else text
    left = len(text) - len(text.lstrip(" ")) if line[:1].strip(BLANKS) else text.index(line) if line else 0
    assert text.strip(" ") == line.strip(" ")
    assert all(view.viewport.offset_at(x, y) == start for x in range(left)) or not line
    column = left
    for begin, end in pairwise(clusters(line)[0]):
        width = cell_len(line[begin:end])
        assert all(view.viewport.offset_at(x, y) == start + begin for x in range(column, column + width))
        column += width
    assert all(view.viewport.offset_at(x, y) == layout.end(row) for x in range(column, view.size.width))
    return line


@settings(max_examples=30, suppress_health_check=[HealthCheck.function_scoped_fixture])
@example("\u200d🏳️\u200d🌈", 1, 1, 10, [])
@given(TEXTS, st.integers(1, 300) | st.integers(1, 12), st.integers(1, 80), st.integers(10, 300), SPANS)
def test_every_cell_leads_back_to_its_offset(article_app, text, width, height, measure, spans) -> None:
    asyncio.run(read_back(article_app(from_text(text)), width, height, measure, spans))


@pytest.mark.parametrize("size", [(20, 5), (40, 12), (300, 80), (1, 1), (3, 2)])
@pytest.mark.parametrize("text", ["", "word", "Image", "Image\n\nAlso read: this", "a b c\n\n" * 300])
async def test_it_draws_at_any_size(article_app, size: tuple[int, int], text: str) -> None:
    app = article_app(from_text(text))
    async with app.run_test(size=size) as pilot:
        app.view.moving.bottom()
        app.view.moving.pages(-1)
        app.view.selecting.start()
        app.view.selecting.move("down")
        await pilot.pause()
        assert len(app.view.render_line(0).text) == size[0]
