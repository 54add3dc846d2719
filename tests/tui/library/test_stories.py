"""One story is one row of the list; in the reader, the others that tell it, and what only this one says."""

from __future__ import annotations

from library_screen import settle, until

from newsreader.article import Origin, OriginKind
from newsreader.sources import from_text
from tui.dialogs.open_articles import OpenArticlesDialog
from tui.library.article_rows import facts_line
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


async def test_an_article_that_nobody_else_tells_says_so(start, library):
    add(library, (LEAD, COST))
    async with start.run_test(size=(140, 40)) as pilot:
        await settle(start, pilot)
        await until(pilot, lambda: len(listed(start)) == 1)
        await pilot.press("enter")
        await until(pilot, lambda: isinstance(start.screen, ReaderScreen))
        await pilot.press("i")
        await until(pilot, lambda: "No other article" in start.screen.context.status.notice)
