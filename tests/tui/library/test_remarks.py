"""The list of what was written on all articles: reading it, filtering, going to a passage and coming back."""

from __future__ import annotations

import pytest
from library_screen import settle, until

from newsreader.annotations.notebook import Notebook
from newsreader.sources import from_text
from tui.library.remarks_screen import RemarksScreen
from tui.library.screen import LibraryScreen
from tui.panels.remark_face import RemarkRows, ShownRemark, spliced
from tui.reader.screen import ReaderScreen

FERRY = "Paragraph {} says that the ferry left the harbour late because of the wind."
COUNCIL = "Paragraph {} has what the council spent on schools, roads and a new library."
"""Texts that nobody takes for one."""


@pytest.fixture
def start(app_with):
    return app_with(locations=())


def text_of(sentence: str) -> str:
    return "\n\n".join(sentence.format(number) for number in range(60))


def notebook_on(library, title: str, sentence: str) -> Notebook:
    article = from_text(f"{title}\n\n{text_of(sentence)}", title=title)
    return Notebook(library, library.remember(article), article)


def rows(app) -> list[str]:
    """What the rows say, in words with single blanks."""
    shown = app.screen.panel.rows
    return [" ".join("".join(text for text, _ in shown.draw(row, 80)).split()) for row in range(len(shown))]


async def in_remarks(app, pilot) -> None:
    """Go to the list, and wait until all of it has been read."""
    await settle(app, pilot)
    await pilot.press("5")
    await until(pilot, lambda: isinstance(app.screen, RemarksScreen))
    await until(pilot, lambda: app.screen.panel.contents.remarks and app.screen.panel.contents.remarks.complete)


async def complete(app, pilot) -> None:
    await pilot.pause()
    await until(pilot, lambda: app.screen.panel.contents.remarks.complete)
    await pilot.pause()


@pytest.fixture
def written(library):
    """Two articles with a note, a highlight and a bookmark."""
    one, two = notebook_on(library, "One", FERRY), notebook_on(library, "Two", COUNCIL)
    head = len("One\n\n")
    at = head + text_of(FERRY).index("Paragraph 40")
    one.note("A doubt #ferry", start=at, end=at + 12)
    one.highlight(head, head + 11, "blue")
    two.bookmark(head, head + 11)
    return one, two


async def test_all_is_listed_under_its_article_the_one_written_on_last_first(start, written):
    async with start.run_test(size=(120, 40)) as pilot:
        await in_remarks(start, pilot)
        assert rows(start) == [
            "Two",
            "⚑ “Paragraph 0”",
            "One",
            "▍ “Paragraph 0”",
            "✎ “Paragraph 40”",
            "A doubt #ferry",
        ]
        assert start.screen.panel.face.total == "3"


async def test_it_is_filtered_by_the_query_language(start, written):
    async with start.run_test(size=(120, 40)) as pilot:
        await in_remarks(start, pilot)
        for query, left in (("tag:ferry", ["A doubt #ferry"]), ("kind:bookmark", ["Two"]), ("colour:blue", ["One"])):
            await pilot.press("slash", *query)
            await complete(start, pilot)
            await until(pilot, lambda left=left: len(rows(start)) in (2, 3) and set(left) <= set(rows(start)))
            await pilot.press("escape")
            await complete(start, pilot)
        await until(pilot, lambda: len(rows(start)) == 6)


async def test_a_wrong_query_is_said(start, written):
    async with start.run_test(size=(120, 40)) as pilot:
        await in_remarks(start, pilot)
        await pilot.press("slash", *"kind:nothing ")
        await complete(start, pilot)
        assert "kind:" in start.screen.status.detail


async def test_enter_goes_to_the_passage_and_ctrl_o_comes_back(start, written):
    async with start.run_test(size=(120, 40)) as pilot:
        await in_remarks(start, pilot)
        await pilot.press("j", "j")
        await pilot.press("enter")
        await until(pilot, lambda: isinstance(start.screen, ReaderScreen))
        await pilot.pause()
        viewport = start.screen.context.view.viewport
        assert start.screen.context.text[viewport.cursor :].startswith("Paragraph 40")
        assert "A doubt" in start.screen.context.status.detail
        await pilot.press("D", "ctrl+o")
        await until(pilot, lambda: isinstance(start.screen, RemarksScreen))
        await until(pilot, lambda: len(rows(start)) == 4)  # the deleted one is gone
        await pilot.press("q")
        await until(pilot, lambda: isinstance(start.screen, LibraryScreen))


async def test_what_is_listed_is_exported(start, written, tmp_path):
    file = tmp_path / "notes.md"
    async with start.run_test(size=(120, 40)) as pilot:
        await in_remarks(start, pilot)
        await pilot.press("slash", *"kind:note,bookmark", "enter", "S")
        await until(pilot, lambda: start.screen.query("#export-file"))
        start.screen.query_one("#export-format").choose("markdown")
        start.screen.query_one("#export-file").value = str(file)
        await pilot.press("f2")
        await until(pilot, lambda: isinstance(start.screen, RemarksScreen) and start.screen.status.notice)
        assert start.screen.status.notice.endswith(": 2 annotations.")
        text = file.read_text("utf-8")
        assert "A doubt" in text
        assert text.index("Two") < text.index("One")


async def test_a_correction_is_gone_to(start, library, article, analyse):
    notebook = Notebook(library, library.remember(article), article)
    dahl = next(each for each in analyse(article).entities if each.name == "Per Dahl")
    notebook.corrections.reject(dahl, dahl.mentions[1])
    async with start.run_test(size=(120, 40)) as pilot:
        await in_remarks(start, pilot)
        assert rows(start)[1].startswith("≠ “Dahl”")
        await pilot.press("enter")
        await until(pilot, lambda: isinstance(start.screen, ReaderScreen))
        await pilot.pause()
        assert start.screen.context.view.viewport.cursor == dahl.mentions[1].start


async def test_a_note_on_a_name_leads_to_its_first_mention(app_with, library, article, analyse):
    notebook = Notebook(library, library.remember(article), article)
    dahl = next(each for each in analyse(article).entities if each.name == "Per Dahl")
    notebook.note("Who is that?", entity=dahl.id)
    app = app_with(locations=(), known=analyse)
    async with app.run_test(size=(120, 20)) as pilot:
        await in_remarks(app, pilot)
        await pilot.press("enter")
        await until(pilot, lambda: isinstance(app.screen, ReaderScreen))
        await pilot.pause()
        assert app.screen.context.view.viewport.cursor == dahl.mentions[0].start
        assert app.screen.context.status.headline == "Per Dahl 1/3"


async def test_nothing_written_says_what_to_do(start):
    async with start.run_test(size=(40, 12)) as pilot:
        await in_remarks(start, pilot)
        assert "Nothing is written yet" in start.screen.panel.empty
        await pilot.press("escape")
        await until(pilot, lambda: isinstance(start.screen, LibraryScreen))


def shown(article: int, number: int) -> ShownRemark:
    return ShownRemark(article, f"Article {article}", "", f"r{number}", "▍", "blue", f"passage {number}", "")


def test_rows_grow_at_their_end_alone():
    rows = RemarkRows([shown(1, 1), shown(1, 2)])
    before = [rows.draw(row, 30) for row in range(len(rows))]
    rows.extend([shown(1, 3), shown(2, 4)])
    assert [rows.draw(row, 30) for row in range(len(before))] == before
    assert len(rows) == 6
    assert rows.number(rows.key(5)) == 5
    assert [rows.head_of(row) for row in range(6)] == [1, 1, 2, 3, 5, 5]
    assert [rows.after(row) for row in (1, 2, 3, 5)] == [2, 3, 5, 6]
    assert [rows.before(row) for row in (1, 2, 3, 5)] == [0, 1, 2, 3]


def test_the_remarks_of_one_article_are_put_in_place_of_others():
    before = [shown(1, 1), shown(2, 2), shown(2, 3), shown(3, 4)]
    now = spliced(before, 2, [shown(2, 5)]).remarks
    assert [each.id for each in now] == ["r1", "r5", "r4"]
    assert [each.id for each in spliced(before, 2, []).remarks] == ["r1", "r4"]


def test_a_hundred_thousand_of_them_are_quickly_in_rows():
    rows = RemarkRows(shown(number // 10, number) for number in range(100_000))
    assert len(rows) == 110_000
    assert rows.number(rows.key(109_999)) == 109_999


async def test_an_empty_list_can_be_walked(start):
    async with start.run_test(size=(100, 30)) as pilot:
        await in_remarks(start, pilot)
        await pilot.press("j", "k", "down", "up", "pagedown", "pageup", "home", "end", "G", "g", "enter", "d", "e", "S")
        await pilot.pause()
        assert start.is_running
        assert start.lifecycle.failure is None
