"""`newsreader refresh`: asks feeds for what is new."""

from __future__ import annotations

from contextlib import contextmanager, nullcontext
from typing import TYPE_CHECKING

from newsreader.cli import arguments
from newsreader.cli.problems import CommandError, complain
from newsreader.counting import counted

if TYPE_CHECKING:
    import argparse
    from collections.abc import Callable, Iterator, Sequence

    from newsreader.index.index import Index
    from newsreader.intake.feeds.fetching import FeedOutcome
    from newsreader.store.feeds import Feed
    from newsreader.store.library import Library

LOOK = 0.2
"""Seconds between two looks for what came, in which the index follows."""


def add_parser(subparsers: argparse._SubParsersAction[argparse.ArgumentParser]) -> None:
    """Add `refresh`."""
    parser = subparsers.add_parser(
        "refresh",
        help="ask feeds for new articles",
        description="Ask the feeds that are due for new articles, and take these into the library. What a server asks "
        "is obeyed: how long to wait, where a feed has moved to, that it is gone. Two at once share the work.",
        allow_abbrev=False,
    )
    parser.add_argument("--feed", action="append", metavar="FEED", help="only this one, whether it is due or not")
    parser.add_argument(
        "--since-hours",
        type=arguments.hours,
        metavar="N",
        help="all that were not asked within N hours, in place of the interval of each; 0: all",
    )
    parser.add_argument("--quiet", action="store_true", help="say nothing of how it goes, as for cron")


def run(args: argparse.Namespace) -> int:
    """Do it."""
    from newsreader.cli import indexed, ruled

    with indexed.opened_in_any_case() as (library, index):
        feeds = _feeds(args, library)
        ruled.begin(library)
        try:
            with _followed(library, index) as look:
                outcomes = _outcomes(library, feeds, look, quiet=args.quiet)
        finally:
            if index is not None:
                ruled.apply(library, index, args, quiet=args.quiet)
    failed = [each for each in outcomes if each.feed.state.failures]
    if not args.quiet:
        for each in failed:
            complain(f"{each.feed.called}: {each.feed.state.problem}")
        if outcomes or not args.feed:  # of those that were named and cannot be asked, it has been said why
            indexed.told(_sentence(outcomes, len(failed)))
    return 1 if failed and not args.quiet else 0


def _feeds(args: argparse.Namespace, library: Library) -> list[Feed]:
    from datetime import UTC, datetime, timedelta

    from newsreader.intake.feeds import schedule
    from newsreader.intake.feeds.choosing import ChoiceError, chosen

    with library.reading() as unit:
        feeds = unit.feeds.all()
    now = datetime.now(UTC)
    if not args.feed:
        within = None if args.since_hours is None else timedelta(hours=args.since_hours)
        return [each for each in feeds if schedule.is_due(each, now, within)]
    try:
        named = {each.id: each for each in (chosen(feeds, word) for word in args.feed)}.values()
    except ChoiceError as error:
        raise CommandError(str(error)) from error
    for each in named:
        if not schedule.may_be_asked(each, now):
            complain(
                f"{each.called}: its server asks to be left alone until {each.state.wait[:16].replace('T', ' ')} UTC."
            )
    return [each for each in named if schedule.may_be_asked(each, now)]


@contextmanager
def _followed(library: Library, index: Index | None) -> Iterator[Callable[[], object]]:
    """What has the index look for what came, if there is one; it knows all that did when the context is left."""
    from newsreader.index.beside import FollowingBeside
    from newsreader.intake.feeds.fetching import TAKING

    if index is None:
        yield lambda: None
        return
    with FollowingBeside(library, index, TAKING) as following:
        yield following.look


def _outcomes(library: Library, feeds: Sequence[Feed], look: Callable[[], object], *, quiet: bool) -> list[FeedOutcome]:
    """What came of all, with a `look` at it now and then."""
    from newsreader.cli.progress import Progress
    from newsreader.intake.feeds.refresh import Refresh

    outcomes = []
    refresh = Refresh(library, feeds)
    try:
        with nullcontext() if quiet else Progress("feeds", refresh.total) as progress:
            for outcome in refresh.outcomes(LOOK):
                if outcome is not None:
                    outcomes.append(outcome)
                if progress is not None:
                    progress.advance(outcome is not None)
                look()
    finally:
        refresh.stop()
    return outcomes


def _sentence(outcomes: Sequence[FeedOutcome], failed: int) -> str:
    if not outcomes:
        return "No feed is due."
    new, changed = sum(len(each.new) for each in outcomes), sum(each.changed for each in outcomes)
    more = f", {changed} with another text" if changed else ""
    fails = f"; {failed} of them failed" if failed else ""
    return f"{counted(new, 'new article')} from {counted(len(outcomes), 'feed')}{more}{fails}."
