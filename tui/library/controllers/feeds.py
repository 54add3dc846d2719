"""Feeds in the library: asked for what is new while one reads on, changed, and followed no more."""

from __future__ import annotations

from dataclasses import dataclass
from datetime import UTC, datetime, timedelta
from functools import partial
from time import monotonic
from typing import TYPE_CHECKING

from newsreader.aside import aside
from newsreader.counting import counted
from newsreader.intake.feeds import schedule
from newsreader.intake.feeds.choosing import ChoiceError, decided, kept
from newsreader.store.errors import LibraryError
from tui.base.keeping import ON_SERVER
from tui.dialogs.feed_dialog import REMOVE, FeedDialog, FeedField
from tui.dialogs.question import Answer, Question
from tui.library.context import News

if TYPE_CHECKING:
    from collections.abc import Callable, Mapping, Sequence

    from newsreader.intake.feeds.fetching import FeedOutcome
    from newsreader.intake.feeds.refresh import Refresh
    from newsreader.store.feeds import Feed, FeedSettings
    from newsreader.store.library import Library
    from tui.library.context import LibraryContext


FOLLOW_SECONDS = 2.0
"""Between two times that the index takes in what came, while feeds are refreshed."""
AGAIN = timedelta(minutes=5)
"""How long a feed is left alone that was just asked, when all are."""

_NO_FEED = "This list is no feed: go to one with <library.next_list>, or refresh all with <library.refresh_all>."


@dataclass(slots=True)
class _Tally:
    """How far a refresh is."""

    total: int
    done: int = 0
    new: int = 0
    failed: int = 0

    def count(self, outcome: FeedOutcome) -> None:
        self.done += 1
        self.new += len(outcome.new)
        self.failed += bool(outcome.feed.state.failures)

    @property
    def sentence(self) -> str:
        failed = f"; {self.failed} failed, their lists say why" if self.failed else ""
        return f"{counted(self.new, 'new article')} from {counted(self.total, 'feed')}{failed}."


class FeedsController:
    """Refreshes feeds in threads, one refresh at a time, and has them edited."""

    def __init__(self, context: LibraryContext) -> None:
        self._context = context
        self._tally: _Tally | None = None
        self._refresh: Refresh | None = None
        self._followed = 0.0
        """When the index was last told to follow."""
        context.commands.register(
            {
                "library.refresh_feed": self.refresh_shown,
                "library.refresh_all": self.refresh_all,
                "library.edit_feed": self.edit,
            }
        )

    @property
    def progress(self) -> str:
        """How far the refresh is; empty without one."""
        return f"⟳ {self._tally.done:,} of {self._tally.total:,} feeds" if self._tally else ""

    def _with_shown(self, then: Callable[[Feed], object]) -> None:
        """Do something with the feed whose articles are listed, if there is one."""
        library, number = self._context.library, self._context.listing.feed

        def found(feed: Feed | None) -> None:
            if feed is None:
                self._context.say(_NO_FEED)
            else:
                then(feed)

        if number is None:
            found(None)
        else:
            self._context.keeping.do(partial(_feed, library, number), found)

    # Refreshing

    def refresh_shown(self) -> None:
        """Ask the feed that is shown, unless its server wants to be left alone."""
        self._with_shown(self._refresh_one)

    def _refresh_one(self, feed: Feed) -> None:
        if not schedule.may_be_asked(feed, datetime.now(UTC)):
            self._context.say(f"Its server asks to be left alone until {feed.state.wait[:16].replace('T', ' ')} UTC.")
        else:
            self._begin([feed])

    def refresh_all(self) -> None:
        """Ask all feeds that were not just asked."""
        self._context.keeping.do(partial(_feeds, self._context.library), self._refresh_due)

    def _refresh_due(self, known: Sequence[Feed]) -> None:
        now = datetime.now(UTC)
        feeds = [each for each in known if schedule.is_due(each, now, AGAIN)]
        if feeds:
            self._begin(feeds)
        else:
            self._context.say("No feed is to be asked now: <library.add> follows one by its address.")

    def stop(self) -> None:
        """Begin nothing new."""
        if self._refresh is not None:
            aside(self._refresh.stop)

    def _begin(self, feeds: Sequence[Feed]) -> None:
        if self._tally is not None:
            self._context.say("Feeds are being refreshed already.")
            return
        self._tally = _Tally(len(feeds))
        self._context.tell(News.SAID)
        aside(partial(self._run, feeds))

    def _run(self, feeds: Sequence[Feed]) -> None:
        """In a thread: ask them, and hand on what comes."""
        from newsreader.intake.feeds.refresh import Refresh

        deliver = self._context.screen.call_later
        said = ""
        try:
            self._refresh = Refresh(self._context.library, feeds)
            for outcome in self._refresh.outcomes():
                if outcome is not None:
                    deliver(partial(self._came, outcome))
        except LibraryError as error:
            said = str(error)
        deliver(partial(self._ended, said))

    def _came(self, outcome: FeedOutcome) -> None:
        if self._tally is not None:
            self._tally.count(outcome)
        if (outcome.new or outcome.changed or outcome.completed) and monotonic() - self._followed > FOLLOW_SECONDS:
            self._followed = monotonic()
            self._context.follow()
        self._context.tell(News.SAID)

    def _ended(self, said: str) -> None:
        tally, self._tally, self._refresh = self._tally, None, None
        self._context.follow()
        self._context.tell(News.CHANGED)
        self._context.say(said or (tally.sentence if tally else ""))

    # Editing

    def edit(self) -> None:
        """Have the feed that is shown changed, or followed no more."""
        self._with_shown(self._edit)

    def _edit(self, feed: Feed) -> None:
        dialog = FeedDialog(feed.called, feed.address, fields_of(feed), partial(_trouble, feed.settings))
        self._context.ask(dialog, partial(self._edited, feed))

    def _edited(self, feed: Feed, given: Mapping[str, str] | None) -> None:
        if given is REMOVE:
            answers = (Answer("yes", "y", "yes"), Answer("no", "n", "no"))
            sentence = f"Follow {feed.called} no more? Its articles stay in the library."
            self._context.ask(Question(sentence, answers), partial(self._removed, feed))
        elif given is not None:
            settings = decided(feed.settings, given)
            self._write(partial(_change, self._context.library, feed, settings), f"{feed.called} is changed.")

    def _removed(self, feed: Feed, answer: str | None) -> None:
        if answer == "yes":
            self._write(partial(_remove, self._context.library, feed), f"{feed.called} is followed no more.")

    def _write(self, act: Callable[[], object], sentence: str) -> None:
        def done(_: object) -> None:
            self._context.follow()
            self._context.tell(News.CHANGED)
            self._context.say(sentence)

        self._context.keeping.do(act, done, meanwhile=ON_SERVER)


def fields_of(feed: Feed) -> tuple[FeedField, ...]:
    """The lines of the dialog, as `decided` takes them."""
    settings = feed.settings
    interval = str(settings.interval) if settings.interval else ""
    return (
        FeedField("name", "name", settings.name, feed.state.title or "as it calls itself"),
        FeedField("folder", "folder", settings.folder, "none; News/Local is one within another"),
        FeedField("tags", "tags", ", ".join(settings.tags), "none; with commas between"),
        FeedField("full_article", "full article", settings.full_article, "auto, always or never"),
        FeedField("interval", "every", interval, "60 minutes"),
        FeedField("keep", "keep", kept(settings), "all, a number of articles, or of days: 30d"),
        FeedField("muted", "muted", "yes" if settings.muted else "no", "yes or no"),
    )


def _trouble(settings: FeedSettings, given: Mapping[str, str]) -> str:
    try:
        decided(settings, given)
    except ChoiceError as error:
        return str(error)
    return ""


def _feed(library: Library, number: int) -> Feed | None:
    with library.reading() as unit:
        return unit.feeds.find(number)


def _feeds(library: Library) -> Sequence[Feed]:
    with library.reading() as unit:
        return unit.feeds.all()


def _change(library: Library, feed: Feed, settings: FeedSettings) -> None:
    from newsreader.intake.feeds.taking import take_out_old

    with library.writing(durable=True) as unit:
        unit.feeds.change(feed.id, settings)
        if (changed := unit.feeds.find(feed.id)) is not None:
            take_out_old(unit, changed)


def _remove(library: Library, feed: Feed) -> None:
    with library.writing(durable=True) as unit:
        unit.feeds.remove(feed.id)
