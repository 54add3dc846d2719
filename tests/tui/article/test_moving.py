"""Moving the place: it is never off the screen, and the text moves only where it must."""

from __future__ import annotations

from typing import TYPE_CHECKING

import pytest
from hypothesis import example, given, settings
from hypothesis import strategies as st

from newsreader.article import Article, Metadata, Origin, OriginKind, Paragraph, ParagraphKind
from newsreader.sources import from_text
from tui.article.moving import SCROLL_OFF, Moving
from tui.article.viewport import Viewport

if TYPE_CHECKING:
    from collections.abc import Callable

WORDS = "The minister met the envoy in the capital on a cold and windy day. " * 4


def article_of(*paragraphs: str) -> Article:
    """The first paragraph is the title."""
    found, start = [], 0
    for number, words in enumerate(paragraphs):
        kind = ParagraphKind.BODY if number else ParagraphKind.TITLE
        found.append(Paragraph(start, start + len(words), kind))
        start += len(words) + 2
    return Article("\n\n".join(paragraphs), tuple(found), Metadata(), Origin(OriginKind.RECORD))


ARTICLE = article_of("A headline", *(f"Paragraph {number}. {WORDS}".strip() for number in range(40)))


class Reader:
    """A viewport and what moves its cursor, and what both tell."""

    def __init__(self, article: Article = ARTICLE, width: int = 60, height: int = 20) -> None:
        self.told = 0
        self.viewport = Viewport(self._tell)
        self.viewport.open(article)
        self.viewport.fit(width, height, 72)
        self.moving = Moving(self.viewport)

    def _tell(self) -> None:
        self.told += 1

    @property
    def y(self) -> int:
        """The line of the room that the place is in."""
        return self.viewport.row - self.viewport.top


def test_a_line_down_moves_the_place_and_not_the_text() -> None:
    reader = Reader()
    rows = []
    for _ in range(4):
        reader.moving.lines(1)
        rows.append(reader.viewport.row)
    assert rows == [3, 4, 5, 6], "blank rows are passed over"
    assert reader.viewport.top == 0
    assert reader.told == 4
    reader.moving.lines(-4)
    assert reader.viewport.row == 0


@pytest.mark.parametrize("height", [4, 5, 12, 20, 60])
def test_near_an_edge_the_text_goes_along_by_no_more_than_the_place(height: int) -> None:
    reader = Reader(height=height)
    viewport = reader.viewport
    kept = min(SCROLL_OFF, (height - 1) // 4)
    for step, last in ((1, viewport.layout.rows - 1), (-1, 0)):
        while viewport.row != last:
            row, top = viewport.row, viewport.top
            reader.moving.lines(step)
            assert 0 < step * (viewport.row - row) <= 3
            assert 0 <= step * (viewport.top - top) <= step * (viewport.row - row)
            assert reader.y >= kept or viewport.top == 0 or step > 0
            assert reader.y < height - kept or viewport.top == viewport.last_top or step < 0
        told = reader.told
        reader.moving.lines(step)
        assert (viewport.row, reader.told) == (last, told)


def test_lines_keep_to_their_column_where_a_line_is_shorter() -> None:
    reader = Reader(article_of("Title", "A line that is long enough.", "Short.", "Another line that is long."))
    viewport = reader.viewport
    viewport.point_at(viewport.layout.text.index("long enough"))
    column = viewport.layout.column_of(viewport.cursor)
    reader.moving.lines(1)
    assert viewport.layout.text[viewport.cursor :].startswith(".\n")
    reader.moving.lines(1)
    assert viewport.layout.column_of(viewport.cursor) == column
    reader.moving.lines(-1)
    reader.moving.by("left")
    reader.moving.lines(1)
    assert viewport.layout.column_of(viewport.cursor) == len("Short"[:-1])


def test_a_page_goes_to_the_first_line_that_was_not_in_sight() -> None:
    reader = Reader()
    viewport = reader.viewport
    while viewport.top < viewport.last_top:
        bottom = viewport.top + viewport.height
        reader.moving.pages(1)
        unseen = next(row for row in range(bottom, viewport.layout.rows) if viewport.layout.line(row))
        assert viewport.row == unseen
        assert viewport.cursor == viewport.layout.start(unseen)
    reader.moving.pages(1)
    assert viewport.row == viewport.layout.rows - 1
    while viewport.top:
        reader.moving.pages(-1)
        assert reader.y <= 1
    reader.moving.pages(-1)
    assert viewport.row == 0


def test_half_a_page_leaves_the_place_in_its_row_of_the_screen() -> None:
    reader = Reader()
    reader.moving.lines(4)
    reader.moving.by("word")
    y, column = reader.y, reader.viewport.layout.column_of(reader.viewport.cursor)
    for step in (1, 1, 1, -1, -1):
        reader.moving.half_pages(step)
        assert 0 <= reader.y - y <= 1, "or below a blank row there"
        y = reader.y
        assert reader.viewport.layout.column_of(reader.viewport.cursor) == column
    for _ in range(60):
        reader.moving.half_pages(1)
    assert reader.viewport.row == reader.viewport.layout.rows - 1
    for _ in range(60):
        reader.moving.half_pages(-1)
    assert reader.viewport.row == 0


def test_a_smaller_room_keeps_the_place_in_sight_and_a_larger_one_has_the_text_where_it_was() -> None:
    reader = Reader(height=30)
    viewport = reader.viewport
    reader.moving.lines(20)
    place, top = viewport.cursor, viewport.top
    for width, height in ((60, 10), (30, 10), (60, 1), (60, 30)):
        viewport.fit(width, height, 72)
        viewport.place()
        assert viewport.cursor == place
        assert 0 <= reader.y < height
    assert viewport.top == top


ACTS: dict[str, Callable[[Reader, int], object]] = {
    "lines": lambda reader, n: reader.moving.lines(n % 9 - 4),
    "pages": lambda reader, n: reader.moving.pages(1 if n % 2 else -1),
    "half": lambda reader, n: reader.moving.half_pages(1 if n % 2 else -1),
    "paragraph": lambda reader, n: reader.moving.paragraph(1 if n % 2 else -1),
    "bottom": lambda reader, n: reader.moving.bottom(),
    "left": lambda reader, n: reader.moving.by("left"),
    "word": lambda reader, n: reader.moving.by("word"),
    "wheel": lambda reader, n: reader.viewport.scroll_lines(3 if n % 2 else -3),
    "gutter": lambda reader, n: reader.viewport.scroll_rows_to(n),
    "click": lambda reader, n: reader.viewport.point_near(
        reader.viewport.offset_at(n % 90, n % reader.viewport.height)
    ),
    "search": lambda reader, n: reader.viewport.go_to(n, end=n + n % 300),
    "top": lambda reader, n: reader.viewport.go_to(n, align="top"),
    "middle": lambda reader, n: reader.viewport.go_to(n, align="center"),
    "resize": lambda reader, n: (reader.viewport.fit(1 + n % 130, 1 + n % 50, 72), reader.viewport.place()),
}
TEXTS = ["", "word", "Image\n\nAlso read: this", "a\n\n" * 90, ("漢字 e\u0301 👩‍👩‍👧 " * 30 + "\n\n") * 5]


@settings(max_examples=200)
@example(None, [("bottom", 0), ("resize", 0), ("click", 1)])
@given(st.sampled_from([None, *TEXTS]), st.lists(st.tuples(st.sampled_from(sorted(ACTS)), st.integers(0, 9000))))
def test_the_place_is_never_off_the_screen(text: str | None, acts: list[tuple[str, int]]) -> None:
    reader = Reader(ARTICLE if text is None else from_text(text))
    viewport = reader.viewport
    for name, number in acts:
        ACTS[name](reader, number)
        assert 0 <= reader.y < viewport.height, name
        assert 0 <= viewport.top <= viewport.last_top
        assert 0 <= viewport.cursor <= len(viewport.layout.text)
