"""The dossier of a person, place or organisation: asked for, read part by part, filtered, and gone on from."""

from __future__ import annotations

import io
import time
from dataclasses import replace
from datetime import date

import pytest
from dossier_screen import analysed, head, in_dossier, read, rows
from library_screen import settle, until

from newsreader.annotations import identifying
from newsreader.annotations.notebook import Notebook
from newsreader.dossier.gathering import Part
from newsreader.dossier.model import Subject
from newsreader.dossier.watching import watched
from newsreader.entity import Category
from newsreader.intake.known.reading import TABLE
from newsreader.intake.known.taking import take
from tui.base.bars import HintLine
from tui.base.commands import commands_in
from tui.dossier.screen import BY_NAME, DossierScreen
from tui.library.screen import LibraryScreen
from tui.reader.elsewhere import DossierWanted
from tui.reader.screen import ReaderScreen


async def test_mentions_stand_in_their_sentences_under_their_articles_the_newest_first(start):
    async with start.run_test(size=(120, 40)) as pilot:
        await in_dossier(start, pilot)
        assert rows(start) == [
            "A race 2024-03-20",
            "· Karin Ahlström and Rolf Knowles won.",
            "Quay to close 2024-03-05",
            "· Karin Ahlström met Rolf Knowles in Norrfors on 3 March.",
            "· Ahlström left; Quay Board stayed.",
        ]


async def test_the_head_says_names_weeks_and_how_much_there_is(start):
    async with start.run_test(size=(120, 40)) as pilot:
        await in_dossier(start, pilot)
        names, bars, tabs = head(start)
        assert names == "● person · also “Ahlström”"
        assert bars == "March 2024 █ █ March 2024"
        assert [each.count for each in start.screen.context.pages.head.head.tabs] == ["3", "1", "3", "0", "2"]
        assert "Mentions 3" in tabs
        header = start.screen.context.header
        assert (header.headline, header.about) == (
            "Library · Karin Ahlström",
            "5 March 2024 – 20 March 2024 · 2 articles",
        )


async def test_the_parts_are_gone_through_by_tab_and_by_number(start):
    async with start.run_test(size=(120, 40)) as pilot:
        await in_dossier(start, pilot)
        await pilot.press("tab")
        assert rows(start) == ["3 March 2024 2024-03-05", "· Karin Ahlström met Rolf Knowles in Norrfors on 3 March."]
        await pilot.press("3")
        assert rows(start)[:2] == [
            "● Rolf Knowles 2 paragraphs in 2 articles",
            "· Karin Ahlström and Rolf Knowles won.",
        ]
        await pilot.press("4")
        assert start.screen.context.list.empty == "nothing of yours on it"
        await pilot.press("5")
        assert rows(start) == ["called", "· Karin Ahlström", "· Ahlström"]
        await pilot.press("tab")
        assert rows(start)[0] == "A race 2024-03-20"


async def test_names_say_what_is_known_from_elsewhere(start, library):
    data = b"id,name,category,note\nq1,Karin Ahlstrom,person,minister\nq2,K. A.,person,\n"
    take(library, "my \x1b[31m.csv", io.BytesIO(data), TABLE)
    async with start.run_test(size=(120, 40)) as pilot:
        await in_dossier(start, pilot)
        await pilot.press("5")
        assert rows(start)[-2:] == ["known from my \ufffd[31m.csv", "· Karin Ahlstrom; minister (q1)"]
        await pilot.press("end", "enter")
        await pilot.pause()
        assert isinstance(start.screen, DossierScreen)


async def test_enter_opens_the_article_at_the_mention_with_the_name_active_and_ctrl_o_comes_back(start):
    async with start.run_test(size=(120, 40)) as pilot:
        await in_dossier(start, pilot)
        await pilot.press("G", "enter")
        await until(pilot, lambda: isinstance(start.screen, ReaderScreen))
        await until(pilot, lambda: start.screen.context.reading.matches is not None)
        context = start.screen.context
        assert context.text[context.view.viewport.cursor :].startswith("Ahlström left")
        assert context.reading.current == 1
        assert context.status.headline.startswith("Karin Ahlström 2/2")
        await pilot.press("ctrl+o")
        await read(start, pilot)
        assert start.screen.context.list.here.text == "Ahlström left; Quay Board stayed."


async def test_enter_on_company_opens_its_dossier_and_q_comes_back(start):
    async with start.run_test(size=(120, 40)) as pilot:
        await in_dossier(start, pilot)
        await pilot.press("3", "enter")
        await until(pilot, lambda: "Rolf Knowles" in start.screen.context.header.headline)
        await read(start, pilot)
        assert "· Rolf Knowles rowed." in rows(start)
        await pilot.press("q")
        await read(start, pilot)
        assert rows(start)[0].startswith("● Rolf Knowles")
        await pilot.press("q")
        assert isinstance(start.screen, LibraryScreen)


async def test_a_query_leaves_articles_out_of_every_part(start):
    async with start.run_test(size=(120, 40)) as pilot:
        await in_dossier(start, pilot)
        await pilot.press("slash", *"quay", "enter")
        await read(start, pilot)
        assert rows(start)[0] == "Quay to close 2024-03-05"
        assert len(rows(start)) == 3
        await pilot.press("3")
        assert rows(start)[0] == "▲ Norrfors 1 paragraph in 1 article"
        await pilot.press("escape")
        await read(start, pilot)
        assert rows(start)[0] == "● Rolf Knowles 2 paragraphs in 2 articles"


async def test_a_wrong_query_is_said(start):
    async with start.run_test(size=(120, 40)) as pilot:
        await in_dossier(start, pilot)
        await pilot.press("slash", *"newer:never ")
        await read(start, pilot)
        assert "newer" in start.screen.context.below.status.detail


async def test_notes_are_those_on_it_and_a_note_written_meanwhile_is_there(start, library):
    async with start.run_test(size=(120, 40)) as pilot:
        await in_dossier(start, pilot)
        record = library.latest(1)
        article = library.stored(record)
        at = article.text.index("Norrfors")
        await pilot.press("4", "1", "G", "enter")
        await until(pilot, lambda: isinstance(start.screen, ReaderScreen))
        Notebook(library, record, article).note("Who was there?", start=at, end=at + 8)
        await pilot.press("q")
        await read(start, pilot)
        await pilot.press("4")
        assert rows(start) == ["Quay to close 2024-03-05", "· ✎ Who was there?"]
        await pilot.press("enter")
        await until(pilot, lambda: isinstance(start.screen, ReaderScreen))
        await pilot.pause()
        assert start.screen.context.view.viewport.cursor == at


async def test_what_no_article_has_is_said(start):
    async with start.run_test(size=(40, 12)) as pilot:
        await in_dossier(start, pilot, "Nobody At All")
        assert start.screen.context.list.empty.startswith("No article of the library")
        for key in "aWMXrxyCS":
            await pilot.press(key)
            assert start.screen.context.below.status.notice.startswith("No article of the library")
        await pilot.press("enter", "L", "3", "escape")
        assert isinstance(start.screen, LibraryScreen)


async def test_that_an_article_was_not_read_for_names_is_said_until_it_is(start, library, open_index):
    article, analysis = analysed("{person: Karin Ahlström} is a minister of Norway.", "Another", date(2024, 7, 1))
    with library.writing() as unit:
        record = unit.articles.remember(article)
    async with start.run_test(size=(120, 40)) as pilot:
        await settle(start, pilot)
        start.screen.post_message(DossierWanted(Subject(Category.PERSON, "Karin Ahlström", article=record.id)))
        await read(start, pilot)
        context = start.screen.context
        assert context.below.status.notice == BY_NAME
        with open_index() as index:
            index.follow(library)
            assert index.name(record, article, analysis, "rules")
        context.queries.look()
        await until(pilot, lambda: not context.pages.overview.by_name)


async def test_an_article_that_was_just_opened_is_in_it_if_its_names_are_known(start, library):
    article, analysis = analysed("{person: Nils Holm} is a minister of Norway.", "Another", date(2024, 7, 1))
    with library.writing() as unit:
        record = unit.articles.remember(article)
    start.session = replace(start.session, known=lambda _: analysis)
    async with start.run_test(size=(120, 40)) as pilot:
        await settle(start, pilot)
        start.screen.post_message(DossierWanted(Subject(Category.PERSON, "Nils Holm", article=record.id)))
        await read(start, pilot)
        assert rows(start)[0] == "Another 2024-07-01"
        assert start.screen.context.below.status.notice == ""


async def test_more_mentions_are_read_as_one_goes_on(start, library, open_index, monkeypatch):
    monkeypatch.setattr("tui.dossier.reading.PIECE", 2)
    monkeypatch.setattr("tui.dossier.reading.FIRST", 4)
    with open_index() as index:
        for number in range(60):
            article, analysis = analysed(
                f"{{person: Karin Ahlström}} spoke {number} times.", f"Speech {number}", date(2024, 4, 1)
            )
            with library.writing() as unit:
                record = unit.articles.remember(article)
            index.follow(library)
            assert index.name(record, article, analysis, "rules")
    async with start.run_test(size=(80, 12)) as pilot:
        await in_dossier(start, pilot)
        assert len(start.screen.context.list.rows) < 100
        while start.screen.context.pages.here.articles < 62:
            before = start.screen.context.list.here
            await read(start, pilot)
            assert start.screen.context.list.here == before  # nothing moves when more comes
            await pilot.press("G")
        await read(start, pilot)
        await pilot.press("G")
        assert start.screen.context.list.here.text == "Ahlström left; Quay Board stayed."
        assert start.screen.context.pages.here.whole
        keys = [each.key for each in start.screen.context.pages.here.entries]
        assert len(keys) == len({*keys}) == 63


async def test_it_is_asked_for_on_a_name_in_the_panels_of_the_library(start):
    async with start.run_test(size=(120, 40)) as pilot:
        await settle(start, pilot)
        await until(pilot, lambda: start.screen.context.panels.contents.listed is not None)
        await pilot.press("1", "d")
        await read(start, pilot)
        first = start.screen.context.header.headline
        await pilot.press("q")
        await settle(start, pilot)
        await pilot.press("enter")
        await settle(start, pilot)
        assert start.screen.context.line.value.startswith("person:=")
        await pilot.press("enter")
        await read(start, pilot)
        assert start.screen.context.header.headline == first
        await pilot.press("L")
        await until(pilot, lambda: isinstance(start.screen, LibraryScreen))


async def test_it_is_asked_for_on_the_card_and_in_the_panels_of_the_reader(start):
    async with start.run_test(size=(120, 40)) as pilot:
        await in_dossier(start, pilot)
        await pilot.press("enter")
        await until(pilot, lambda: isinstance(start.screen, ReaderScreen))
        await until(pilot, lambda: start.screen.context.reading.matches is not None)
        await pilot.press("enter")
        await until(pilot, lambda: start.screen.query("#card-list"))
        await pilot.press("d")
        await read(start, pilot)
        assert rows(start)[0] == "A race 2024-03-20"
        await pilot.press("q", "1", "d")
        await read(start, pilot)
        assert start.screen.context.pages.overview is not None


def lines_of_card(app) -> str:
    found = app.screen.query_one("#card-list").rows
    return "\n".join("".join(text for text, _ in found.draw(row, 60)) for row in range(len(found)))


async def test_a_card_says_in_one_row_what_is_known_from_elsewhere(start, library):
    take(library, "my.csv", io.BytesIO(b"id,name,category,note\nq1,Karin Ahlstrom,person,minister\n"), TABLE)
    async with start.run_test(size=(120, 40)) as pilot:
        await in_dossier(start, pilot)
        await pilot.press("enter")
        await until(pilot, lambda: isinstance(start.screen, ReaderScreen))
        await until(pilot, lambda: start.screen.context.reading.matches is not None)
        await pilot.press("enter")
        await until(pilot, lambda: start.screen.query("#card-list"))
        await until(pilot, lambda: "known from my.csv: Karin Ahlstrom; minister (q1)" in lines_of_card(start))
        assert "also in 1 article of the library" in lines_of_card(start)


@pytest.mark.parametrize("size", [(160, 50), (120, 40), (80, 24), (60, 20), (40, 12)])
async def test_it_stands_on_screens_of_all_sizes(start, picture, size):
    async with start.run_test(size=size) as pilot:
        await in_dossier(start, pilot)
        shown = picture(start).splitlines()
        assert "Karin Ahlström" in shown[0]
        assert "█" in shown[2]
        assert "1" in shown[3]
        assert "5" in shown[3]
        assert any("A race" in line for line in shown[4:])


async def test_every_command_has_somebody_who_carries_it_out(start):
    async with start.run_test() as pilot:
        await in_dossier(start, pilot)
        assert start.screen.context.commands.ids == {each.id for each in commands_in("dossier")}


async def test_an_interrupted_question_reads_nothing_twice(start):
    async with start.run_test(size=(120, 40)) as pilot:
        await in_dossier(start, pilot)
        for _ in range(5):
            start.screen.context.reading.begin(None)
        await read(start, pilot)
        assert len(start.screen.context.pages.here.entries) == 3
        assert start.screen.context.reading._runs[Part.COMPANY].articles == 2


async def said(app, pilot, words: str) -> None:
    """Wait until something is said that has these words, and the dossier has been read anew."""
    await until(pilot, lambda: words in app.screen.context.below.status.notice)
    await read(app, pilot)


async def test_a_name_is_watched_and_no_longer(start, library):
    async with start.run_test(size=(120, 40)) as pilot:
        await in_dossier(start, pilot)
        await pilot.press("W")
        await said(start, pilot, "is watched")
        assert head(start)[0].startswith("● person · watched")
        assert [each.shown for each in watched(library)] == ["Karin Ahlström"]
        await pilot.press("W")
        await said(start, pilot, "not watched")
        assert watched(library) == []


async def test_two_names_are_made_one_and_two_again(start):
    async with start.run_test(size=(120, 40)) as pilot:
        await in_dossier(start, pilot)
        await pilot.press("M")
        await until(pilot, lambda: start.screen.query("#prompt-line"))
        await pilot.press(*"Rolf Knowles", "enter")
        await read(start, pilot)
        await said(start, pilot, "Rolf Knowles")
        assert len(start.screen.context.pages.here.entries) == 6
        await pilot.press("U")
        await said(start, pilot, "Undo")
        assert len(start.screen.context.pages.here.entries) == 3


async def test_what_nobody_is_called_is_said(start):
    async with start.run_test(size=(120, 40)) as pilot:
        await in_dossier(start, pilot)
        await pilot.press("M")
        await until(pilot, lambda: start.screen.query("#prompt-line"))
        await pilot.press(*"Nobody", "enter")
        await read(start, pilot)
        await said(start, pilot, "No other that could be meant")


async def test_in_one_article_it_is_another_one(start):
    async with start.run_test(size=(120, 40)) as pilot:
        await in_dossier(start, pilot)
        await pilot.press("5", "X")
        await said(start, pilot, "Go to a mention")
        await pilot.press("1", "G", "X")
        await until(pilot, lambda: len(start.screen.context.pages.here.entries) == 1)
        await read(start, pilot)
        assert rows(start)[0] == "A race 2024-03-20"
        assert len(start.screen.context.pages.overview.namesakes) == 1


async def test_it_is_called_otherwise_or_no_name(start):
    async with start.run_test(size=(120, 40)) as pilot:
        await in_dossier(start, pilot)
        await pilot.press("r")
        await until(pilot, lambda: start.screen.query("#prompt-line"))
        await pilot.press("ctrl+u", *"??", "enter")
        assert start.screen.query_one(HintLine).notice == identifying.trouble_with("??")
        await pilot.press("ctrl+u", *"The mayor", "enter")
        await until(pilot, lambda: isinstance(start.screen, DossierScreen))
        await until(pilot, lambda: start.screen.context.header.headline == "Library · The mayor")
        await read(start, pilot)
        await pilot.press("x")
        await until(pilot, lambda: start.screen.context.list.empty.startswith("No article"))
        await pilot.press("U")
        await until(pilot, lambda: len(start.screen.context.pages.here.entries) == 3)
        await pilot.press("U")
        await until(pilot, lambda: start.screen.context.header.headline == "Library · Karin Ahlström")
        await pilot.press("ctrl+r")
        await until(pilot, lambda: start.screen.context.header.headline == "Library · The mayor")


async def test_it_is_written_into_a_file_with_the_query_and_nothing_is_overwritten_unasked(start, tmp_path):
    file = tmp_path / "karin.md"
    async with start.run_test(size=(120, 40)) as pilot:
        await in_dossier(start, pilot)
        await pilot.press("slash", *"race", "enter")
        await read(start, pilot)
        for answer in ("", "o"):
            await pilot.press("S")
            await until(pilot, lambda: start.screen.query("#export-file"))
            assert start.screen.query_one("#export-file").value == "karin-ahlstrom.md"
            start.screen.query_one("#export-file").value = str(file)
            await pilot.press("f2")
            if answer:
                await until(pilot, lambda: start.screen.query("Question, #question"))
                assert file.read_text("utf-8") == "changed"
                await pilot.press(answer)
            await until(pilot, lambda: isinstance(start.screen, DossierScreen))
            await said(start, pilot, "Wrote")
            text = file.read_text("utf-8")
            assert "A race" in text
            assert "Quay to close" not in text
            file.write_text("changed", "utf-8")


async def test_writing_says_how_far_it_is_and_escape_stops_it(start, tmp_path, monkeypatch):
    def never_done(library, index, wanted, progress):
        while True:
            progress(1200, 41000)
            time.sleep(0.001)

    monkeypatch.setattr("newsreader.dossier.gather.gather", never_done)
    monkeypatch.setattr("tui.dossier.exporting.EVERY", -1)
    async with start.run_test(size=(120, 40)) as pilot:
        await in_dossier(start, pilot)
        await pilot.press("S")
        await until(pilot, lambda: start.screen.query("#export-file"))
        start.screen.query_one("#export-file").value = str(tmp_path / "it.md")
        await pilot.press("ctrl+s")
        status = start.screen.context.below.status
        await until(pilot, lambda: status.notice == "Read 1,200 of 41,000 articles; escape stops.")
        await pilot.press("escape")
        await until(pilot, lambda: status.notice == "Stopped: nothing was written.")
        assert isinstance(start.screen, DossierScreen)
        assert not (tmp_path / "it.md").exists()


async def test_help_lists_what_has_a_meaning_here(start):
    async with start.run_test(size=(120, 40)) as pilot:
        await in_dossier(start, pilot)
        await pilot.press("question_mark")
        await pilot.pause()
        listed = {each.id for _, commands in start.screen.shown("") for each in commands}
        assert {"panel.choose", "panel.filter", "dossier.merge", "app.help"} <= listed
        assert listed.isdisjoint({"panel.sort", "panel.expand", "panel.preview", "panel.merge", "picture.left"})
