"""What stands out in the text: times only where they are on a calendar, and the categories that the reader wants."""

from __future__ import annotations

import re
from typing import TYPE_CHECKING

import pytest

from newsreader.analysis.client import Analysed
from newsreader.entity import Analysis, Category, Entity, Mention, TimeValue
from tui.reader import plain_categories

if TYPE_CHECKING:
    from collections.abc import Callable
    from typing import Any

    from newsreader.article import Article
    from tui.app import NewsreaderApp

TEXT = (
    "A title",
    "Kim came to Oslo on 3 May 2024 for years of talks, daily, said Norled now.",
    "Xi came on Monday at noon in summer.",
    "In the first quarter of fiscal 2025, after the 1990s.",
)
ON_CALENDAR = {
    "3 May 2024": TimeValue("DATE", "2024-05-03", "2024-05-03", "2024-05-04", "day"),
    "Monday": TimeValue("DATE", "XXXX-WXX-1", granularity="day"),
    "the first quarter of fiscal 2025": TimeValue("DATE", "FY2025-Q1", granularity="quarter"),
    "the 1990s": TimeValue("DATE", "199", "1990-01-01", "2000-01-01", "decade"),
}
NOT_ON_CALENDAR = {
    "years": TimeValue("DURATION", "PXY", granularity="year"),
    "daily": TimeValue("SET", "P1D", granularity="day"),
    "now": TimeValue("DATE", "PRESENT_REF"),
    "noon": TimeValue("TIME", "XXXX-XX-XXT12:00", granularity="hour"),
    "summer": TimeValue("DATE", "XXXX-SU", granularity="season"),
}
NAMES = {"Kim": Category.PERSON, "Xi": Category.PERSON, "Oslo": Category.PLACE, "Norled": Category.ORGANISATION}


def analysis_of(article: Article) -> Analysis:
    found = []
    times: dict[str, TimeValue | None] = {**ON_CALENDAR, **NOT_ON_CALENDAR, **dict.fromkeys(NAMES)}
    for words, time in times.items():
        start = article.text.index(words)
        category = NAMES.get(words, Category.DATE)
        mention = Mention(start, start + len(words), "X", category, time=time)
        found.append(Entity(f"{category}:{words}", category, words, (), (mention,)))
    entities = sorted(found, key=lambda entity: entity.mentions[0].start)
    return Analysis(article.sha256, "m", tuple(entities), 3, 3)


class Knows:
    """An analyst that knows what stands in the text."""

    def open(self, article: Article, listener: Callable[[Analysed], None]) -> None:
        listener(Analysed(analysis_of(article)))

    def look_at(self, start: int, end: int) -> None: ...

    def close(self) -> None: ...


@pytest.fixture
def app(app_with: Callable[..., NewsreaderApp], make_article: Callable[..., Article]) -> NewsreaderApp:
    article = make_article(*TEXT)
    return app_with(load=lambda _: article, client=Knows())


def standing_out(app: Any) -> list[str]:
    """The pieces of the text that look otherwise than what is around them, but for the caret."""
    view = app.screen.context.view
    rows = view.render_lines(view.size.region)[2:]
    plain = next(part.style for row in rows for part in row if "came to" in part.text)
    return [part.text for row in rows for part in row if re.search(r"\w", part.text) and not _alike(part.style, plain)]


def _alike(one: Any, other: Any) -> bool:
    return (one.color, one.italic, one.underline, one.bold) == (other.color, other.italic, other.underline, other.bold)


async def test_only_times_that_are_on_a_calendar_stand_out(app: Any) -> None:
    async with app.run_test(size=(140, 30)) as pilot:
        await pilot.pause()
        out = standing_out(app)
        assert {*ON_CALENDAR, *NAMES} == set(out)


async def test_the_panel_has_the_other_times_behind_a_key_and_counts_them(app: Any, picture: Any) -> None:
    async with app.run_test(size=(140, 40)) as pilot:
        await pilot.press("4")
        await pilot.pause()
        shown = picture(app)
        assert re.search(r"Dates .* 4 \+5\b", shown)
        assert "▏ Monday" in shown
        assert "▏ years" not in shown
        await pilot.press(".")
        await pilot.pause()
        assert "▏ years" in picture(app)


async def test_a_panel_with_nothing_else_says_how_to_see_it(
    app_with: Callable[..., Any], make_article: Any, picture: Any
) -> None:
    class KnowsYears(Knows):
        def open(self, article: Article, listener: Callable[[Analysed], None]) -> None:
            found = [each for each in analysis_of(article).entities if each.name == "years"]
            listener(Analysed(Analysis(article.sha256, "m", tuple(found), 3, 3)))

    article = make_article(*TEXT)
    app = app_with(load=lambda _: article, client=KnowsYears())
    async with app.run_test(size=(140, 40)) as pilot:
        await pilot.pause()
        assert "none; . shows what is left out" in picture(app)


async def test_stepping_passes_over_what_does_not_stand_out(app: Any) -> None:
    async with app.run_test(size=(140, 40)) as pilot:
        await pilot.pause()
        names = []
        for _ in range(20):
            await pilot.press("]")
            if "no further" in app.screen.context.status.notice:
                break
            names.append(app.screen.context.reading.matches.title)
        wanted = [*ON_CALENDAR, *NAMES]
        assert names == sorted(wanted, key=" ".join(TEXT).index)
        await pilot.press(",", "1", "g")
        names = []
        for _ in range(3):
            await pilot.press("]")
            names.append(app.screen.context.reading.matches.title)
        assert names == ["Oslo", "3 May 2024", "Norled"]
        await pilot.press("[")
        assert app.screen.context.reading.matches.title == "3 May 2024"


@pytest.mark.parametrize(
    ("number", "category", "gone", "said"),
    [
        ("1", "person", {"Kim", "Xi"}, "People no longer stand out in the text."),
        ("2", "place", {"Oslo"}, "Places no longer stand out in the text."),
        ("3", "organisation", {"Norled"}, "Organisations no longer stand out in the text."),
        ("4", "date", {*ON_CALENDAR}, "Dates no longer stand out in the text."),
    ],
)
async def test_a_category_is_switched_off_and_on_and_stays_so(
    app: Any, app_with: Any, library: Any, number: str, category: str, gone: set[str], said: str
) -> None:
    everything = {*ON_CALENDAR, *NAMES}
    async with app.run_test(size=(140, 40)) as pilot:
        await pilot.press(",")
        assert f"{number} " in app.screen.context.status.notice
        await pilot.press(number)
        await pilot.pause()
        assert app.screen.context.status.notice == said
        assert set(standing_out(app)) == everything - gone
    assert plain_categories.kept(library) == {Category(category)}
    again = app_with(load=app.session.load, client=Knows())
    async with again.run_test(size=(140, 40)) as pilot:
        await pilot.pause()
        assert set(standing_out(again)) == everything - gone
        await pilot.press(f"alt+{'plod'[int(number) - 1]}")
        await pilot.pause()
        assert set(standing_out(again)) == everything
    assert plain_categories.kept(library) == frozenset()


async def test_any_other_key_behind_the_comma_calls_it_off_and_runs_nothing(app: Any) -> None:
    async with app.run_test(size=(140, 40)) as pilot:
        await pilot.press(",", "q")
        assert app.is_running
        await pilot.press(",", "escape", "1")
        await pilot.pause()
        assert app.screen.context.plain == frozenset()


async def test_what_does_not_stand_out_is_still_known_under_the_caret(app: Any) -> None:
    async with app.run_test(size=(140, 40)) as pilot:
        await pilot.press(",", "1")
        context = app.screen.context
        context.view.viewport.go_to(context.text.index("Kim"))
        assert context.status.detail.startswith("Kim · person")
        context.view.viewport.go_to(context.text.index("came to"))
        assert context.status.detail.startswith("Oslo · place in this line")
        await pilot.press("*")
        assert context.reading.matches.title == "Oslo"


async def test_letters_are_put_on_what_stands_out_alone(app: Any) -> None:
    async with app.run_test(size=(140, 40)) as pilot:
        await pilot.press(",", "4", "f")
        assert len(app.screen.context.view.painter.hints) == len(NAMES)


def test_a_library_that_cannot_be_read_leaves_all_standing_out() -> None:
    class Broken:
        def setting(self, name: str) -> str:
            from newsreader.store.errors import LibraryError

            raise LibraryError("broken")

    assert plain_categories.kept(Broken()) == frozenset()
    assert plain_categories.kept(None) == frozenset()
