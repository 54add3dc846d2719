"""What the start screen lists: articles that can be opened, and how each is written there."""

from __future__ import annotations

from dataclasses import dataclass, replace
from datetime import date
from pathlib import Path
from typing import TYPE_CHECKING
from urllib.parse import urlsplit

from textual.content import Content

from newsreader.addresses import without_password
from newsreader.article import OriginKind
from newsreader.query.days import Days
from newsreader.query.fields import READ, state_of
from newsreader.query.matching import Findable, holds
from newsreader.sanitise import printable
from tui.base.captions import about, headline, progress, published

if TYPE_CHECKING:
    from collections.abc import Sequence

    from newsreader.article import Article
    from newsreader.query.conditions import Condition
    from newsreader.store.library import Library
    from newsreader.store.records import RecentArticle


@dataclass(frozen=True, slots=True)
class ShelfEntry:
    """An article that can be opened."""

    key: str
    """Names the row of the list."""
    title: str
    about: str
    """Where it is from and of which day; may be empty."""
    location: str
    """Path or URL; empty for what came from standard input."""
    article_id: int | None = None
    """What the library knows it by."""
    progress: float | None = None
    """The share that has been read; None if it was never opened."""
    notes: int = 0
    """How many annotations it has."""
    part: str = ""
    """Which of several articles at the location."""
    source: str = ""
    """Who published it."""
    published: date | None = None
    sha256: str = ""
    """The digest of its text, if it has been read for this list."""

    @classmethod
    def of_location(cls, location: str) -> ShelfEntry:
        """Make an entry of a path or address that was typed; `~` is the home folder."""
        location = without_password(location)
        is_path = "://" not in location
        full = str(Path(location).expanduser()) if is_path and location.startswith("~") else location
        return cls("typed", printable(location), "", full)

    def load(self, library: Library | None) -> list[Article]:
        """Load the article; from the library if it is no longer where it was. Raises SourceError, LibraryError.

        What was typed, or never opened, may be several.
        """
        from newsreader import sources

        if self.article_id is None:
            return list(sources.load_all(self.location))
        try:
            return [sources.load(self.location, part=self.part)]
        except sources.SourceError:
            record = library.latest(self.article_id) if library else None
            if library is None or record is None:
                raise
            return [library.stored(record)]

    def prompt(self) -> Content:
        """Write the entry in two lines, the title and what is known about it."""
        return Content.assemble(self.title, "\n", Content.styled(self._below(), "dim"))

    def _below(self) -> str:
        notes = f"{self.notes} note{'s' if self.notes > 1 else ''}" if self.notes else ""
        parts = [self.about, progress(self.progress), notes]
        return " · ".join(part for part in parts if part) or printable(self.location)

    @property
    def findable(self) -> Findable:
        """What a query can find it by."""
        return Findable(
            texts=(self.title, self.about, self.location),
            values={
                "title": (self.title,),
                "source": (self.source,),
                "url": (self.location,),
                "has": ("note",) if self.notes else (),
                "is": (state_of(self.progress),),
            },
            days={"published": Days.of(self.published)},
        )


@dataclass(frozen=True, slots=True)
class Shelf:
    """Entries under a heading."""

    title: str
    entries: tuple[ShelfEntry, ...]

    def heading(self, *, first: bool) -> Content:
        """Write the heading, with a blank line before all but the first one."""
        return Content.styled(self.title if first else f"\n{self.title}", "bold")


def recent_entries(recent: Sequence[RecentArticle]) -> list[ShelfEntry]:
    """Make entries of what was opened lately."""
    return [
        ShelfEntry(
            key=f"recent-{each.article_id}",
            title=each.title,
            about=printable(" · ".join(filter(None, (each.source or site(each.location), published(each))))),
            # Only the library has what came as a record; its id may be the name of a file that is another article.
            location="" if each.kind is OriginKind.RECORD else each.location,
            article_id=each.article_id,
            progress=each.progress,
            notes=each.annotation_count,
            part=each.part,
            source=each.source or "",
            published=each.published,
        )
        for each in recent
    ]


def waiting_entries(waiting: Sequence[RecentArticle]) -> list[ShelfEntry]:
    """Make entries of what was added and never opened."""
    return [replace(each, progress=None) for each in recent_entries(waiting)]


def origin(location: str) -> str:
    """Where an article is from: its address, or its path, from the home folder where it is in that."""
    home = str(Path.home())
    return f"~{location.removeprefix(home)}" if location.startswith(f"{home}/") else location


def site(location: str) -> str:
    """The same, and of an address the site alone."""
    return urlsplit(location).hostname or location if "://" in location else origin(location)


def sample_entries() -> list[ShelfEntry]:
    """Make entries of the sample articles, which are read for their titles; one that cannot be read is left out."""
    from newsreader import resources, sources

    entries = []
    for path in resources.samples():
        try:
            article = sources.load(str(path))
        except sources.SourceError:
            continue
        data = article.metadata
        entries.append(
            ShelfEntry(
                f"sample-{path.name}",
                headline(article),
                " · ".join(filter(None, (about(article), f"{len(article.text.split()):,} words"))),
                str(path),
                source=data.source or data.agency or "",
                published=data.published,
                sha256=article.sha256,
            )
        )
    return entries


def shelves(
    recent: Sequence[ShelfEntry],
    waiting: Sequence[ShelfEntry],
    samples: Sequence[ShelfEntry],
    wanted: Condition | None = None,
) -> list[Shelf]:
    """Arrange the entries that are wanted: the last one that is not finished first, no article twice."""
    unfinished = next((entry for entry in recent if entry.progress is not None and entry.progress < READ), None)
    opened = {entry.location for entry in recent}
    arranged = [
        Shelf("Continue reading", (unfinished,) if unfinished else ()),
        Shelf("Recently opened", tuple(entry for entry in recent if entry is not unfinished)),
        Shelf("Added, not opened yet", tuple(waiting)),
        Shelf("Sample articles", tuple(entry for entry in samples if entry.location not in opened)),
    ]
    today = date.today()
    found = [
        replace(shelf, entries=tuple(each for each in shelf.entries if holds(wanted, each.findable, today)))
        for shelf in arranged
    ]
    return [shelf for shelf in found if shelf.entries]
