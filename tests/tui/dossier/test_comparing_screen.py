"""Names beside each other on the screen: where they meet, where each is alone, and on to the articles."""

from __future__ import annotations

import csv
import io

from dossier_screen import ARTICLES, analysed, in_dossier, rows
from library_screen import until

from newsreader.index import file
from tui.dossier.comparing import ComparisonScreen
from tui.reader.screen import ReaderScreen


async def shown(app, pilot) -> None:
    """Wait until all of a comparison is shown."""
    await until(pilot, lambda: isinstance(app.screen, ComparisonScreen))
    await until(pilot, lambda: not app.screen.context.queries.busy)
    await pilot.pause()


async def compared(app, pilot, name="Rolf") -> None:
    await in_dossier(app, pilot)
    await pilot.press("C", *name, "enter")
    await shown(app, pilot)


def counts(app) -> list[tuple[str, str]]:
    return [(tab.title, tab.count) for tab in app.screen.context.head.tabs]


async def test_where_they_meet_and_where_each_is_alone(start):
    async with start.run_test(size=(120, 40)) as pilot:
        await compared(start, pilot, "Norrfors")
        assert counts(start) == [("Together", "1"), ("only Karin Ahlström", "1"), ("only Norrfors", "0")]
        assert rows(start) == [
            "Quay to close 1 paragraph with all · 2024-03-05",
            "· Karin Ahlström met Rolf Knowles in Norrfors on 3 March.",
            "3 March 2024 2024-03-05",
            "· Karin Ahlström met Rolf Knowles in Norrfors on 3 March.",
        ]
        await pilot.press("tab")
        assert rows(start) == ["A race 2024-03-20"]
        await pilot.press("tab")
        assert start.screen.context.list.empty == "no article"


async def test_a_row_opens_its_article_and_q_comes_back(start):
    async with start.run_test(size=(120, 40)) as pilot:
        await compared(start, pilot)
        await pilot.press("G", "enter")
        await until(pilot, lambda: isinstance(start.screen, ReaderScreen))
        await until(pilot, lambda: start.screen.context.reading.matches is not None)
        assert start.screen.context.status.headline.startswith("Karin Ahlström")
        await pilot.press("q")
        await shown(start, pilot)
        await pilot.press("q")
        await pilot.pause()
        assert not isinstance(start.screen, ComparisonScreen)


async def test_a_query_leaves_articles_out_and_one_more_name_can_be_added(start):
    async with start.run_test(size=(120, 40)) as pilot:
        await compared(start, pilot)
        assert counts(start)[0] == ("Together", "2")
        await pilot.press("C", *"Quay Board", "enter")
        await until(pilot, lambda: len(start.screen.context.things) == 3)
        await shown(start, pilot)
        assert [count for _, count in counts(start)] == ["1", "0", "0", "0"]
        await pilot.press("q")
        await shown(start, pilot)
        await pilot.press("slash", *"race", "enter")
        await shown(start, pilot)
        assert counts(start)[0] == ("Together", "1")


def make_anew(library, open_index, folder) -> None:
    """Make the index anew, with other numbers for the things in it."""
    file.drop(folder / "library.db", folder)
    with open_index() as index:
        index.follow(library)
        for title, day, text in reversed(ARTICLES):
            article, analysis = analysed(text, title, day)
            with library.reading() as unit:
                record = unit.articles.find(article)
            assert index.name(record, article, analysis, "rules")


async def test_they_are_the_same_ones_once_the_index_was_made_anew(start, library, open_index, tmp_path):
    async with start.run_test(size=(120, 40)) as pilot:
        await compared(start, pilot, "Norrfors")
        reading, before = start.screen.context.reading, (counts(start), rows(start))
        known, numbers = reading._comparing, [each.id for each in start.screen.context.things]
        make_anew(library, open_index, tmp_path)
        with open_index() as index:
            now = [index.things.called(each.name, 1)[0].id for each in start.screen.context.things]
        assert now != numbers
        start.screen.context.queries.look()
        await until(pilot, lambda: reading._comparing is not known)
        await shown(start, pilot)
        assert (counts(start), rows(start)) == before


async def test_it_is_written_into_a_file_with_the_query(start, tmp_path):
    file = tmp_path / "both.csv"
    async with start.run_test(size=(120, 40)) as pilot:
        await compared(start, pilot)
        await pilot.press("slash", *"race", "enter")
        await shown(start, pilot)
        await pilot.press("S")
        await until(pilot, lambda: start.screen.query("#export-file"))
        assert start.screen.query_one("#export-file").value == "karin-ahlstrom-and-rolf-knowles.md"
        start.screen.query_one("#export-format").choose("csv")
        start.screen.query_one("#export-file").value = str(file)
        await pilot.press("f2")
        await until(pilot, lambda: isinstance(start.screen, ComparisonScreen))
        await until(pilot, lambda: start.screen.context.below.status.notice.startswith("Wrote"))
        written = [*csv.DictReader(io.StringIO(file.read_text("utf-8")))]
        assert [(each["title"], each["paragraphs"]) for each in written] == [("A race", "1")]


async def test_whoever_is_not_there_is_said(start):
    async with start.run_test(size=(120, 40)) as pilot:
        await in_dossier(start, pilot)
        await pilot.press("C", *"Nobody", "enter")
        await until(pilot, lambda: "No other" in start.screen.context.below.status.notice)
