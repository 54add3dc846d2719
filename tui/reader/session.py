"""What the command line hands to the interface: the articles to read and the services that were opened for it."""

from __future__ import annotations

from dataclasses import dataclass, field
from typing import TYPE_CHECKING, Any, Protocol, TypeAlias

if TYPE_CHECKING:
    from collections.abc import Callable, Sequence

    from newsreader.analysis.client import Event
    from newsreader.article import Article
    from newsreader.config import Config
    from newsreader.entity import Analysis
    from newsreader.index.background import BackgroundIndexing
    from newsreader.index.index import Index
    from newsreader.store.library import Library
    from tui.reader.list_walk import ListWalk
    from tui.reader.opened import Opened

LineDiscipline: TypeAlias = list[Any]
"""The settings of a terminal, as `termios.tcgetattr` gives them."""


class Analyst(Protocol):
    """What the reader asks of whatever finds the entities; `newsreader.analysis.client.AnalysisClient` is one."""

    def open(self, article: Article, listener: Callable[[Event], None]) -> None:
        """Analyse `article` and tell `listener`, from any thread; an article that was open before is dropped."""

    def look_at(self, start: int, end: int) -> None:
        """Analyse the code points from `start` up to `end` (exclusive) next: they are on the screen."""

    def close(self) -> None:
        """Stop all work; safe to call twice."""


class EarlyKeys(Protocol):
    """What the reader asks of whatever answers keys before it does; `tui.start.early_keys` has it."""

    @property
    def left(self) -> bytes:
        """What was typed for the interface."""

    def answer(self) -> None:
        """Do what was typed so far."""


def nothing_known(_: Article) -> None:
    """What is known of an article where nothing is kept."""


@dataclass(frozen=True, slots=True)
class Session:
    """Everything one run of the interface needs from outside."""

    locations: Sequence[str]
    """Paths, URLs or `-`, with their parts; empty opens the library screen. A location that turns out, when it is
    loaded, to hold several articles gives way to them: the list grows."""
    load: Callable[[int], Article]
    """The article of that index in `locations`; called in a thread, raises `newsreader.sources.SourceError`."""
    library: Library | None
    """Where places, marks and annotations are kept; None when it could not be opened."""
    notice: str | None
    """One sentence to show when the interface opens, such as why there is no library."""
    client: Analyst | None
    """Finds the entities; None shows articles without any."""
    config: Config
    first: Opened | None = None
    """The first article, if it has been opened already."""
    before: LineDiscipline | None = None
    """What the terminal was like before the first frame was drawn on it; None if none was."""
    early: EarlyKeys | None = None
    """What answers keys on the first frame; None if there is none."""
    lesson: int | None = None
    """The step of the lesson to begin with; None if there is to be none."""
    unreadable: dict[str, str] = field(default_factory=dict)
    """Why some of `locations` could not be opened when that was last tried, a sentence each."""
    known: Callable[[Article], Analysis | None] = nothing_known
    """The whole analysis of an article, if it is at hand; any thread may ask."""
    index: Callable[[], Index] | None = None
    """Opens the index of the library, in the thread that asks it; None if there is no library to find anything in."""
    behind: BackgroundIndexing | None = None
    """What has the names in the library read while the reader is open; None if nothing does."""
    walk: ListWalk | None = None
    """The list that the article was opened from, if it was."""
    passage: str | None = None
    """The id of the annotation or correction at which to open the article, from the list of which it was chosen."""
