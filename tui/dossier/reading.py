"""Has a dossier read from the index and the library, part by part, in the thread that asks the index."""

from __future__ import annotations

import time
from dataclasses import dataclass, replace
from functools import partial
from typing import TYPE_CHECKING

from newsreader.dossier.circle import MOST as MOST_DRAWN
from newsreader.dossier.gathering import Gathering, Part
from newsreader.dossier.knowing import known
from newsreader.dossier.texts import Texts
from newsreader.dossier.windows import noted, overview
from newsreader.store.errors import LibraryError
from tui.base.library_queries import ARTICLES, COUNT, LISTS, NAMES, NEWS
from tui.dossier.wording import MOST_COMPANY, entries

if TYPE_CHECKING:
    from collections.abc import Callable, Sequence

    from newsreader.dossier.confirming import Confirmations
    from newsreader.dossier.model import Companion, Link, Subject
    from newsreader.dossier.windows import Overview
    from newsreader.index.appearing import Thing
    from newsreader.index.index import Index
    from newsreader.query.conditions import Condition
    from newsreader.store.library import Library
    from tui.base.library_queries import LibraryQueries
    from tui.dossier.entries import Entry

PIECE = 40
"""Articles that are read at once of what is not shown at first: about 20 milliseconds. Then others have their turn."""
FIRST = 80
"""Of so many articles, the newest, a part is shown at first."""
AT_ONCE = 20
"""Of so many the mentions are shown before anything else is read: they fill a screen.

Whatever is read is read so many at a time, between which something more urgent may be asked.
"""
REST_SECONDS = 0.05
"""How long the thread rests at most after a piece of what is not shown at first: as long as it worked, for the keys."""
MOST = 1000
"""Of so many it is shown in the end; mentions go on for as long as one reads them."""


@dataclass(frozen=True, slots=True)
class Shown:
    """A part of a dossier as far as it has been read."""

    entries: Sequence[Entry] = ()
    adds: bool = False
    """Whether these stand behind those that were shown before, and not in their place."""
    articles: int = 0
    """The newest ones of which this is."""
    of: int = 0
    """How many articles it could be of."""
    known: bool = False
    """Whether anything was read."""
    cut: bool = False
    """Whether there are more of these articles than are listed."""
    company: Sequence[Companion] = ()
    """Of company, those in most paragraphs."""
    links: Sequence[Link] = ()
    """Who of these meets whom."""

    def behind(self, before: Shown) -> Shown:
        """This and what was shown before."""
        return replace(self, entries=[*before.entries, *self.entries], adds=False)

    @property
    def whole(self) -> bool:
        """Whether there is no more."""
        return self.known and self.articles >= self.of and not self.cut


@dataclass(slots=True)
class _Run:
    """Reading one part, piece by piece."""

    part: Part
    thing: Thing
    documents: Sequence[int]
    texts: Texts
    """Those of the same articles, for all parts."""
    wanted: int
    """Articles after which to show what was read."""
    gathered: Gathering | None = None
    articles: int = 0
    entries: int = 0
    """Mentions that have been shown."""


class DossierReading:
    """Reads one query after the other; whoever looks is told of each part as it comes."""

    def __init__(
        self,
        library: Library,
        queries: LibraryQueries,
        subject: Subject,
        *,
        take_in: Callable[[int, Index], object],
        told: Callable[[Overview | None], object],
        shown: Callable[[Part, Shown], object],
        failed: Callable[[str], object],
    ) -> None:
        """`told` is given what the index says, None if nothing has the name; `shown` each part, again as it grows.

        These are called in the thread of the interface. In that of the index `take_in` has it know the article of that
        number, from which the dossier is asked for.
        """
        self._library = library
        self._queries = queries
        self._subject = subject
        self._take_in = take_in
        self._told = told
        self._shown = shown
        self._failed = failed
        self._documents: Sequence[int] = ()
        self._confirmed: Confirmations | None = None
        self._texts = Texts(library)
        self._runs: dict[Part, _Run] = {}
        self._reading: set[Part] = set()
        self._front: Part | None = None

    def begin(self, condition: Condition | None, mentions: int = 0, *, confirmed: bool = False) -> None:
        """Read all anew, of the articles that a condition finds, or of what was `confirmed` in them alone.

        Mentions are read of so many articles at least.
        """
        for part in Part:
            self._queries.forget(part.name)
        self._runs, self._reading, self._texts = {}, set(), Texts(self._library)
        question, answer = partial(self._overview, condition, confirmed), partial(self._begin, mentions)
        self._queries.ask("overview", question, answer, urgency=ARTICLES)

    def prefer(self, part: Part | None) -> None:
        """Read that part, which has come to the front, before the others; None is one that is not read here."""
        before, self._front = self._front, part
        for each in (before, part):
            run = self._runs.get(each) if each is not None and before is not part else None
            if run is not None and run.part in self._reading:
                self._ask(run)

    def read_on(self) -> None:
        """Read more mentions, if there are more and none are being read."""
        run = self._runs.get(Part.MENTIONS)
        if run is None or run.gathered is None or Part.MENTIONS in self._reading:
            return
        if run.articles < len(run.documents):
            run.wanted = run.articles + FIRST
            self._ask(run)

    def again(self, part: Part) -> None:
        """Read a part anew, since what it is of may have changed."""
        before = self._runs.get(part)
        if before is not None and before.gathered is not None:
            run = self._runs[part] = _Run(part, before.thing, self._documents, self._texts, FIRST)
            self._ask(run)

    def _overview(self, condition: Condition | None, confirmed: bool, index: Index) -> Overview | str | None:
        """In the thread: what the index says, and what is known from elsewhere; or why that cannot be told."""
        try:
            if self._subject.article is not None:
                self._take_in(self._subject.article, index)
            found = overview(self._library, index, self._subject, condition, only_confirmed=confirmed)
            if found is None or confirmed:
                return found
            return replace(found, known=known(self._library, index, found.thing, found.first))
        except LibraryError as error:
            return str(error)

    def _begin(self, mentions: int, found: Overview | str | None) -> None:
        if isinstance(found, str):
            self._failed(found)
            return
        self._told(found)
        if found is None:
            return
        self._documents, self._confirmed = found.documents, found.confirmed
        if not found.by_name:
            self._subject = replace(self._subject, bearer=found.names[0], article=None)
        for part in Part:
            wanted = max(AT_ONCE, mentions) if part is Part.MENTIONS else FIRST
            run = self._runs[part] = _Run(part, found.thing, found.documents, self._texts, wanted)
            self._ask(run)

    def _ask(self, run: _Run) -> None:
        self._reading.add(run.part)
        question, answer = partial(self._read, run), partial(self._take, run)
        self._queries.ask(run.part.name, question, answer, urgency=self._urgency(run))

    def _urgency(self, run: _Run) -> int:
        """What is in front goes first, and what a part is shown of at first before what it is in the end."""
        behind = run.part is not self._front
        if run.part is Part.MENTIONS or run.wanted <= FIRST:
            return NAMES if behind else COUNT
        return NEWS if behind else LISTS

    def _read(self, run: _Run, index: Index) -> Shown | str | None:
        """In the thread: read a piece; what there is to show now, None if that is not enough, or why it cannot be."""
        began = time.monotonic()
        try:
            gathered = self._read_piece(run, index)
        except LibraryError as error:
            return str(error)
        if run.articles < min(run.wanted, len(run.documents)):
            if run.wanted > FIRST:
                time.sleep(min(REST_SECONDS, time.monotonic() - began))
            return None
        found = Shown(entries(run.part, gathered, run.entries))
        if run.part is Part.COMPANY:
            return replace(found, company=gathered.company()[:MOST_DRAWN], links=gathered.links())
        return found

    def _read_piece(self, run: _Run, index: Index) -> Gathering:
        if run.gathered is None:
            run.documents = noted(self._library, run.documents) if run.part is Part.NOTES else run.documents
            run.gathered = Gathering(self._library, index, run.thing, {run.part}, self._confirmed, run.texts)
        end = min(len(run.documents), run.wanted if run.wanted <= FIRST else run.articles + PIECE)
        while run.articles < end:
            some = run.documents[run.articles : min(end, run.articles + AT_ONCE)]
            run.gathered.add(index.standings.appearances(run.thing.id, some))
            run.articles += len(some)
        return run.gathered

    def _take(self, run: _Run, found: Shown | str | None) -> None:
        if self._runs.get(run.part) is not run:
            return
        if isinstance(found, str):
            self._failed(found)
        elif found is None:
            self._ask(run)
        else:
            self._show(run, found)

    def _show(self, run: _Run, found: Shown) -> None:
        self._reading.discard(run.part)
        count = len(found.entries)
        adds, run.entries = run.entries > 0, run.entries + count if run.part is Part.MENTIONS else 0
        cut = run.part is Part.COMPANY and count >= MOST_COMPANY
        shown = replace(found, adds=adds, articles=run.articles, of=len(run.documents), known=True, cut=cut)
        self._shown(run.part, shown)
        if run.part is not Part.MENTIONS and run.articles < min(MOST, len(run.documents)):
            run.wanted = MOST
            self._ask(run)
