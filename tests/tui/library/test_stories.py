"""One story is one row of the list; in the reader, the others that tell it, and what only this one says."""

from __future__ import annotations

from threading import Event

from library_screen import settle, until

from newsreader.article import Origin, OriginKind
from newsreader.sources import from_text
from tui.dialogs.open_articles import OpenArticlesDialog
from tui.library.article_rows import facts_line
from tui.reader.controllers import story
from tui.reader.screen import ReaderScreen

LEAD = (
    "The harbour board of Norrfors voted seven to two on Friday to close the old fish quay until the end of March,"
    " after divers found that 41 of its 160 timber piles had rotted through."
)
COST = (
    "Karin Ahlstrom, who has chaired the board since 2019, said the repairs would cost 3.2 million crowns and could not"
    " be done while boats were moored there."
)
SEAL = "A seal called Ivar has lived under the pier since 2021, and nobody knows where he will go, said Rolf Knowles."
WHALE = "A whale was seen off Vadso in June, as it was in each of the three years before, and it left the same night."


def add(library, *articles: tuple[str, ...]) -> list[int]:
    """Take articles in, of the same day; the numbers that they have."""
    with library.writing() as unit:
        return [
            unit.articles.remember(
                from_text("\n\n".join(each), title=each[0][:12], origin=Origin(OriginKind.RECORD, str(number)))
            ).id
            for number, each in enumerate(articles)
        ]


def listed(app) -> list[int]:
    return [each.id for each in app.screen.context.articles.run.articles]


def states(library) -> list[bool | None]:
    with library.reading() as unit:
        return [each.read for _, each in sorted(unit.states.of([1, 2, 3]).items())]


async def test_a_story_is_one_row_and_read_as_one(start, library):
    short, whole, other = add(library, (LEAD, COST), (LEAD, COST, SEAL), ("The library of Vadso opens on Monday.",))
    async with start.run_test(size=(140, 40)) as pilot:
        await settle(start, pilot)
        await until(pilot, lambda: listed(start) == [other, whole])
        await pilot.press("j")
        chosen = start.screen.context.articles.chosen
        assert [each.id for each in chosen.twins] == [whole, short]
        assert "told by 2" in "".join(text for text, _ in facts_line(chosen, 80))
        await pilot.press("u")
        await until(pilot, lambda: states(library) == [True, True, None])
        await pilot.press("U")
        await until(pilot, lambda: states(library) == [None, None, None])


async def test_the_others_are_listed_and_what_only_this_one_says_is_walked(start, library):
    short, whole = add(library, (LEAD, COST), (LEAD, COST, SEAL))
    async with start.run_test(size=(140, 40)) as pilot:
        await settle(start, pilot)
        await until(pilot, lambda: listed(start) == [whole])
        await pilot.press("enter")
        await until(pilot, lambda: isinstance(start.screen, ReaderScreen))
        await pilot.press("i")
        await until(pilot, lambda: isinstance(start.screen, OpenArticlesDialog))
        await pilot.press("enter")
        await until(pilot, lambda: isinstance(start.screen, ReaderScreen))
        reading = start.screen.context.reading
        assert reading.matches.title == "Only here"
        spans = zip(reading.matches.starts, reading.matches.ends, strict=True)
        assert [reading.article.text[start:end] for start, end in spans] == [SEAL]
        await pilot.press("i")
        await until(pilot, lambda: isinstance(start.screen, OpenArticlesDialog))
        await pilot.press("down", "enter")
        await until(pilot, lambda: start.screen.context.reading.notebook.record.id == short)


async def test_each_step_that_is_asked_for_is_taken_once_the_story_is_found(start, library, monkeypatch):
    add(library, (LEAD, COST), (LEAD, SEAL, COST, WHALE))
    found, gate = story._found, Event()
    monkeypatch.setattr(story, "_found", lambda *asked: gate.wait(60) and found(*asked))
    async with start.run_test(size=(140, 40)) as pilot:
        await settle(start, pilot)
        await until(pilot, lambda: len(listed(start)) == 1)
        start.screen.controllers.opening.open_chosen()
        await until(pilot, lambda: isinstance(start.screen, ReaderScreen) and start.screen.context.reading)
        for _ in range(2):
            await start.screen.context.commands.run("reader.next_alone")
        gate.set()
        await settle(start, pilot)
        reading = start.screen.context.reading
        start, end = reading.matches.starts[reading.current], reading.matches.ends[reading.current]
        assert reading.article.text[start:end] == WHALE


async def test_an_article_that_nobody_else_tells_says_so(start, library):
    add(library, (LEAD, COST))
    async with start.run_test(size=(140, 40)) as pilot:
        await settle(start, pilot)
        await until(pilot, lambda: len(listed(start)) == 1)
        await pilot.press("enter")
        await until(pilot, lambda: isinstance(start.screen, ReaderScreen))
        await pilot.press("i")
        await until(pilot, lambda: "No other article" in start.screen.context.status.notice)


def about(app) -> str:
    return app.screen.context.header.about


def number(app) -> int:
    return app.screen.context.reading.number


def rows(app):
    return app.screen.context.articles.run.articles


async def opened(app, pilot, first: int) -> None:
    """Open the first row of the list, which is a story of which the article of that number is the fullest."""
    await settle(app, pilot)
    await until(
        pilot, lambda: [each.id for each in app.screen.context.articles.run.articles[:1] if each.twins] == [first]
    )
    await pilot.press("enter")
    await until(pilot, lambda: isinstance(app.screen, ReaderScreen))
    await settle(app, pilot)


async def test_the_tellings_of_a_story_come_before_the_next_row_and_back_the_same_way(start, library):
    other, short, whole = add(library, ("The library of Vadso opens on Monday.",), (LEAD, COST), (LEAD, COST, SEAL))
    async with start.run_test(size=(140, 40)) as pilot:
        await opened(start, pilot, whole)
        assert about(start).endswith("1 of 2 tellings")
        await pilot.press("J")
        await until(pilot, lambda: number(start) == short)
        assert about(start).endswith("2 of 2 tellings")
        await settle(start, pilot)
        await pilot.press("J")
        await until(pilot, lambda: number(start) == other)
        assert "tellings" not in about(start)
        await settle(start, pilot)
        await pilot.press("K")
        await until(pilot, lambda: number(start) == short)
        await pilot.press("K")
        await until(pilot, lambda: number(start) == whole)
        await pilot.press("J", "J", "K", "K", "J")
        await until(pilot, lambda: number(start) == short)


async def test_what_only_one_says_is_marked_and_gone_through(start, library):
    short, whole = add(library, (LEAD, COST), (LEAD, COST, SEAL))
    async with start.run_test(size=(140, 40)) as pilot:
        await opened(start, pilot, whole)
        layers, text = start.screen.context.view.text_layers, start.screen.context.text
        await until(pilot, lambda: len(layers.alone))
        assert [text[begin:end] for begin, end in zip(layers.alone.starts, layers.alone.ends, strict=True)] == [SEAL]
        await pilot.pause()
        view = start.screen.context.view

        def marked():
            rows = [view.render_line(y).text for y in range(30)]
            return [row.split()[:2] for row in rows if row.rstrip().endswith("+")][:1]

        await until(pilot, lambda: marked() == [["A", "seal"]])
        await pilot.press(">")
        await until(pilot, lambda: view.viewport.cursor == text.index(SEAL))
        assert start.screen.context.reading.matches.title == "Only here"
        await pilot.press("J")
        await until(pilot, lambda: number(start) == short)
        await settle(start, pilot)
        await until(pilot, lambda: not len(start.screen.context.view.text_layers.alone))
        await pilot.press("<")
        await until(pilot, lambda: "told by others, too" in start.screen.context.status.notice)


async def test_an_article_taken_out_of_its_story_in_the_reader_stands_by_itself_until_that_is_undone(start, library):
    short, whole = add(library, (LEAD, COST), (LEAD, COST, SEAL))
    async with start.run_test(size=(140, 40)) as pilot:
        await opened(start, pilot, whole)
        await pilot.press("M")
        await until(pilot, lambda: "stands by itself" in start.screen.context.status.notice)
        await until(pilot, lambda: "tellings" not in about(start))
        with library.reading() as unit:
            assert unit.states.of([whole])[whole].apart
        await pilot.press("U")
        await until(pilot, lambda: start.screen.context.status.notice.startswith("Undone"))
        await until(pilot, lambda: about(start).endswith("1 of 2 tellings"))
        with library.reading() as unit:
            assert not unit.states.of([whole])[whole].apart
        await pilot.press("M", "q")
        await until(pilot, lambda: not isinstance(start.screen, ReaderScreen))
        await until(pilot, lambda: sorted(listed(start)) == [short, whole])


async def test_a_row_taken_out_of_its_story_leaves_the_others_and_comes_back(start, library):
    short, whole = add(library, (LEAD, COST), (LEAD, COST, SEAL))
    async with start.run_test(size=(140, 40)) as pilot:
        await settle(start, pilot)
        await until(pilot, lambda: listed(start) == [whole])
        await pilot.press("M")
        await until(pilot, lambda: sorted(listed(start)) == [short, whole])
        await pilot.press("U")
        await until(pilot, lambda: [each.twins for each in start.screen.context.articles.run.articles if each.twins])


async def test_of_an_article_that_nobody_else_tells_nothing_is_taken_apart(start, library):
    add(library, (LEAD, COST))
    async with start.run_test(size=(140, 40)) as pilot:
        await settle(start, pilot)
        await until(pilot, lambda: len(listed(start)) == 1)
        await pilot.press("M")
        await until(pilot, lambda: "No other article" in start.screen.context.status.notice)
