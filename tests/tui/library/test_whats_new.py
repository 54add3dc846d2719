"""What is new since the last visit: marks beside names, searches and stories, and the list of all of it."""

from __future__ import annotations

from datetime import UTC, datetime, timedelta

import pytest
from library_screen import settle, until
from named import named

from newsreader.annotations.events import NameKnown
from newsreader.article import Origin, OriginKind
from newsreader.dossier import watching
from newsreader.entity import Category
from newsreader.index.index import Index
from newsreader.sources import from_text
from newsreader.store.records import LAST_VISIT
from tui.dossier.screen import DossierScreen
from tui.library.listing_rows import ListingRows
from tui.library.listings import Listing
from tui.library.news_screen import NewsScreen
from tui.panels.face import heading
from tui.reader.screen import ReaderScreen

TODAY = datetime.now(UTC).date()
VISIT = f"{TODAY}T00:00:00"
STORY = (
    "The harbour board of {place: Kalvøy} voted seven to two on Friday to close the old fish quay until late in March, "
    "after divers found that 41 of its 160 timber piles had rotted through. The repairs would cost 3.2 million crowns, "
    "and could not be done while boats were moored there"
)


class Shelf:
    """A library and its index, in which articles came in before the last visit or after it."""

    def __init__(self, library, folder):
        self.library, self.folder, self.count = library, folder, 0

    def open_index(self):
        return Index.open(self.folder / "library.db", self.folder)

    def add(self, written, days_ago, times=1):
        with self.open_index() as index:
            for _ in range(times):
                self.count += 1
                plain, analysis = named(f"{written}, they say {self.count}.")
                day, origin = TODAY - timedelta(days=days_ago), Origin(OriginKind.RECORD, f"r{self.count}")
                article = from_text(plain.text, published=day, origin=origin)
                with self.library.writing() as unit:
                    record = unit.articles.remember(article)
                index.follow(self.library)
                assert index.name(record, article, analysis, "rules")
                if days_ago:
                    index._connection.execute(
                        "UPDATE article SET added = '2001-01-01T00:00:00' WHERE id = ?", (record.id,)
                    )
            index.fold(self.library)


@pytest.fixture
def shelf(library, tmp_path):
    """Thirty articles of the weeks before, and what came in today."""
    shelf = Shelf(library, tmp_path)
    shelf.add("{place: Oslo} sleeps", 9, times=30)
    shelf.add("{person: Karin Ahlström} rows", 8)
    shelf.add(STORY, 2)
    shelf.add("{person: Karin Ahlström} and {person: Rolf Knowles} row in {place: Oslo}", 0, times=6)
    shelf.add(STORY, 0)
    with library.writing() as unit:
        unit.searches.save("Rowing", "row OR rows")
    watching.watch(library, NameKnown(Category.PLACE, "oslo", "", "Oslo"))
    return shelf


@pytest.fixture
def start(app_with, shelf):
    return app_with(locations=(), index=shelf.open_index)


def lines(panel, width=30):
    drawn = ("".join(text for text, _ in panel.rows.draw(row, width)) for row in range(len(panel.rows)))
    return [" ".join(each.split()) for each in drawn]


async def marked(app, pilot):
    await settle(app, pilot)
    panels = app.screen.context.panels
    await until(pilot, lambda: panels.contents.news is not None and panels.contents.listed is not None)
    return panels.panels


async def test_nothing_is_new_at_the_first_visit_but_watched_names_are_marked(start):
    async with start.run_test(size=(120, 40)) as pilot:
        people, places, *_ = await marked(start, pilot)
        assert lines(people) == ["Karin Ahlström 7", "Rolf Knowles 6"]
        assert lines(places) == ["Oslo ◎ 36", "Kalvøy 2"]


async def test_names_searches_and_stories_are_marked(start, library, picture):
    library.keep_setting(LAST_VISIT, VISIT)
    async with start.run_test(size=(120, 40)) as pilot:
        people, places, *_ = await marked(start, pilot)
        assert lines(people) == ["Karin Ahlström ▲ 7", "Rolf Knowles new 6"]
        assert lines(places) == ["Oslo ◎ 36", "Kalvøy 2"]
        drawn = picture(start)
        assert "1 new" in next(line for line in drawn.splitlines() if "1 ● People" in line)
        assert "▲ " in next(line for line in drawn.splitlines() if "Rowing" in line)
        assert "told by 2" in drawn
        assert "▲ 1 new" in drawn


async def test_a_heading_says_what_is_new_as_far_as_there_is_room(start, library):
    library.keep_setting(LAST_VISIT, VISIT)
    async with start.run_test(size=(120, 40)) as pilot:
        people, *_ = await marked(start, pilot)
        said = ["".join(text for text, _ in heading(people.face, width)) for width in (40, 30, 22)]
        assert [each.rstrip("─ 0123456789").split("─")[-1].strip() for each in said] == [
            "1 new · count",
            "1 new",
            "new",
        ]


async def test_marks_move_nothing(start, library):
    library.keep_setting(LAST_VISIT, VISIT)
    async with start.run_test(size=(120, 40)) as pilot:
        people, *_ = await marked(start, pilot)
        await pilot.press("1", "j")
        before = people.cursor, people.rows.draw(0, 30)[-1]
        start.screen.context.panels.set_news(type(people.contents.news)())
        await pilot.pause()
        assert (people.cursor, people.rows.draw(0, 30)[-1]) == before
        assert lines(people) == ["Karin Ahlström 7", "Rolf Knowles 6"]


async def test_all_that_is_new_is_listed_to_go_on_from_there(start, library, picture):
    library.keep_setting(LAST_VISIT, VISIT)
    async with start.run_test(size=(80, 24)) as pilot:
        await settle(start, pilot)
        await pilot.press("w")
        assert isinstance(start.screen, NewsScreen)
        await until(pilot, lambda: len(start.screen.list.rows))
        await pilot.pause()
        drawn = picture(start)
        assert f"7 articles came in since {TODAY}" in drawn
        heads = ("Watched", "Risen", "New names", "Searches that rose", "Stories that grew")
        assert [each for each in heads if each in drawn] == [*heads]
        assert "▲ Oslo" in drawn
        assert "6 articles" in drawn
        await pilot.press("enter")
        assert isinstance(start.screen, DossierScreen)
        await pilot.press("q", "G", "enter")
        await until(pilot, lambda: isinstance(start.screen, ReaderScreen))
        await pilot.press("q")
        await pilot.press("k", "enter")
        await until(pilot, lambda: start.screen is start.screen_stack[0])
        await settle(start, pilot)
        assert start.screen.context.line.value == "row OR rows"


async def test_where_nothing_came_in_it_says_so(start, library, picture):
    library.keep_setting(LAST_VISIT, "9998-01-01T00:00:00")
    async with start.run_test(size=(60, 20)) as pilot:
        await settle(start, pilot)
        await pilot.press("w")
        await until(pilot, lambda: "Nothing is new" in picture(start))
        await pilot.press("w")
        assert start.screen is start.screen_stack[0]


def test_a_search_that_rose_is_marked_before_its_count():
    search = Listing("search:1", "A long name of a search", "x", group="Searches")
    rows = ListingRows((search,), {"search:1": 31}, risen={"search:1"})
    assert "".join(text for text, _ in rows.draw(1, 20)) == " A long name…  ▲ 31 "
