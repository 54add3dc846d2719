"""Paragraphs that are set in, and those that stand right below the one before, as lists, code and quotations do."""

from __future__ import annotations

from newsreader.article import Article, Metadata, Origin, OriginKind, Paragraph
from tui.article.layers import Layers
from tui.article.layout import Layout, Shape
from tui.article.rows import Columns, row_line

TEXT = "Three words here.\n\n    A quotation that is long.\n• One\n• Two\n\nThe end."


def layout(width: int) -> Layout:
    quote, one, two, end = (TEXT.index(start) for start in ("A quo", "• One", "• Two", "The end"))
    paragraphs = (
        Paragraph(0, 17),
        Paragraph(quote, one - 1, indent=4),
        Paragraph(one, one + 5),
        Paragraph(two, two + 5, tight=True),
        Paragraph(end, len(TEXT)),
    )
    return Layout(Shape(Article(TEXT, paragraphs, Metadata(), Origin(OriginKind.RECORD))), width)


def drawn(laid: Layout) -> list[str]:
    columns = Columns(laid.width + 4, 2, laid.width, gutter=False)
    rows = (row_line(laid, columns, row, None, Layers()) for row in range(laid.rows))
    return ["".join(piece for piece, _ in row)[2:].rstrip() for row in rows]


def test_rows_of_a_quotation_are_set_in_and_items_stand_together() -> None:
    assert drawn(layout(20)) == [
        "Three words here.",
        "",
        "    A quotation that",
        "    is long.",
        "",
        "• One",
        "• Two",
        "",
        "The end.",
    ]


def test_columns_and_offsets_lead_to_each_other_where_the_text_is_set_in() -> None:
    laid = layout(20)
    for offset in range(TEXT.index("A quo"), TEXT.index("long.")):
        if TEXT[offset] != " ":
            assert laid.offset_at(laid.row_of(offset), laid.column_of(offset)) == offset
    assert laid.offset_at(2, 0) == laid.offset_at(2, 4) == TEXT.index("A quo")
    assert laid.column_of(TEXT.index("A quo")) == 4


def test_a_narrow_column_sets_in_less() -> None:
    assert drawn(layout(8))[3:6] == ["", "  A", "  quotat"]
