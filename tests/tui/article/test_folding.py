"""Lines that say no more than that there is a picture take no row; nothing else moves, and the text is as it was."""

from __future__ import annotations

import pytest

from newsreader.article import Metadata, Origin, OriginKind, ParagraphKind
from newsreader.sources.formats.plain import plain_article
from tui.article.layout import Layout, Shape

BODY, FURNITURE = ParagraphKind.BODY, ParagraphKind.FURNITURE
WORDS = "The ferry leaves the quay at noon, said the mayor, and nobody waits any longer than that."


def rows_of(article, width=40):
    layout = Layout(Shape(article), width)
    return [layout.line(row) for row in range(layout.rows)], layout


@pytest.mark.parametrize("label", ["Image", "PHOTO", "Photos:", "toggle caption", "Image 3 of 7", "2/9", "Slide show"])
def test_a_label_takes_no_row(article_of, label):
    folded, layout = rows_of(article_of(WORDS, (FURNITURE, label), WORDS))
    assert folded == rows_of(article_of(WORDS, WORDS))[0]
    assert label in layout.text
    hidden = layout.text.index(label)
    assert layout.line(layout.row_of(hidden)) == ""
    assert layout.starts.tolist() == sorted(set(layout.starts))


@pytest.mark.parametrize("line", ["Image of the day", "Photo: the ferry", "Advertisement", "Read more: Ferry late"])
def test_what_says_more_stays(article_of, line):
    assert line in rows_of(article_of(WORDS, (FURNITURE, line), WORDS))[0]


def test_a_word_of_the_text_stays(article_of):
    assert "Image" in rows_of(article_of(WORDS, "Image", WORDS))[0]


def test_labels_at_both_ends_and_one_after_another_are_folded(article_of):
    label = (FURNITURE, "Image")
    rows, layout = rows_of(article_of(label, label, WORDS, label, label, WORDS, label))
    assert rows == rows_of(article_of(WORDS, WORDS))[0]
    assert layout.column_of(0) == 0
    assert layout.row_of(len(layout.text)) == layout.rows - 1


def test_an_article_of_labels_alone_shows_them(article_of):
    assert "Image" in rows_of(article_of((FURNITURE, "Image"), (FURNITURE, "Video")))[0]


def test_every_offset_is_in_a_row_and_every_row_leads_back(article_of):
    _, layout = rows_of(article_of((FURNITURE, "Photo"), WORDS, (FURNITURE, "Image"), (ParagraphKind.CAPTION, WORDS)))
    for offset in range(len(layout.text) + 1):
        row = layout.row_of(offset)
        assert 0 <= row < layout.rows
        assert layout.column_of(offset) <= layout.width
    for row in range(layout.rows):
        assert layout.row_of(layout.start(row)) == row


def test_labels_are_those_of_the_language():
    text = "Der Fährmann legt ab, und es ist niemand auf der Insel.\n\nImage\n\nDie Fähre ist nicht mehr da.\n"
    article = plain_article(text, Metadata(language="de"), Origin(OriginKind.FILE, "/a.txt"))
    assert "Image" in rows_of(article)[0]


async def test_the_reader_goes_over_a_label_and_finds_it_by_searching(app_with, make_article, picture):
    article = make_article("Ferry", WORDS, "Image", WORDS, WORDS)
    kinds = tuple(
        type(each)(each.start, each.end, FURNITURE if article.text[each.start : each.end] == "Image" else each.kind)
        for each in article.paragraphs
    )
    app = app_with(load=lambda _: type(article)(article.text, kinds, article.metadata, article.origin))
    async with app.run_test(size=(80, 24)) as pilot:
        await pilot.pause()
        assert "Image" not in picture(app)
        await pilot.press("g", "}", "}")
        assert app.screen.context.view.viewport.cursor == article.paragraphs[3].start
        await pilot.press("{")
        assert app.screen.context.view.viewport.cursor == article.paragraphs[1].start
        await pilot.press("slash", *"image", "enter")
        await pilot.pause()
        assert app.screen.context.status.headline.endswith("1/1")
        for key in ("j", "k", "h", "l", "w", "b", "H"):
            await pilot.press(key)
        assert app.is_running
