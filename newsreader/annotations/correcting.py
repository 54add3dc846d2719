"""The part of the notebook that corrects the machine. Each method has its correction on disk when it returns."""

from __future__ import annotations

from typing import TYPE_CHECKING

from newsreader import languages
from newsreader.annotations.corrections.model import Correction, Scope, Subject, Verdict
from newsreader.annotations.events import Change, Corrects, Event, Withdrawn, decode, new_id
from newsreader.sanitise import printable
from newsreader.store import gazetteer
from newsreader.store.journal import Entry

if TYPE_CHECKING:
    import sqlite3
    from collections.abc import Callable, Iterable

    from newsreader.annotations.anchor import Placer, Span
    from newsreader.annotations.fold import State
    from newsreader.annotations.model import Anchor
    from newsreader.article import Article
    from newsreader.entity import Category, Entity, Mention
    from newsreader.store.records import ArticleRecord


def holding_everywhere(state: State) -> dict[str, str]:
    """The corrections of an article that hold for all articles, with the ids of their events."""
    found = ((each, event, event.change) for each, event in state.corrections.items())
    return {
        each: event.id
        for each, event, change in found
        if isinstance(change, Corrects) and change.scope is Scope.EVERYWHERE
    }


def read_gazetteer(connection: sqlite3.Connection) -> list[tuple[int, Correction]]:
    """All corrections that hold everywhere, with the article each was made on, in order."""
    found = []
    for row in gazetteer.rows(connection):
        event = decode(Entry(row.entry_id, row.kind, row.body, row.at, row.author, row.app))
        if isinstance(event.change, Corrects):
            found.append((row.article_id, shown(event, event.change, None, here=False)))
    return found


def shown(event: Event, change: Corrects, span: Span | None, *, here: bool) -> Correction:
    """The correction of an event, with its mention at `span`."""
    return Correction(
        id=change.correction,
        verdict=change.verdict,
        scope=change.scope,
        subject=change.subject,
        created=event.at,
        quote=change.quote,
        start=span[0] if span else None,
        end=span[1] if span else None,
        category=change.category,
        name=change.name,
        other=change.other,
        lead=change.lead,
        new_quote=change.new_quote,
        author=event.author,
        here=here,
    )


class Correcting:
    """Corrects what was found in the open article. `Scope.MENTION` needs a mention; raises ValueError without."""

    _state: State
    _article: Article
    _record: ArticleRecord
    _placer: Placer

    def __init__(self) -> None:
        self._gazetteer: list[tuple[int, Correction]] = []
        self._gazetteer_version: tuple[int, int] | None = None
        self._correction_spans: dict[str, Span | None] = {}

    @property
    def corrections(self) -> tuple[Correction, ...]:
        """What `corrections.apply` takes: first what the gazetteer suggests, then what was said of this article."""
        suggested = [
            each
            for article_id, each in self._gazetteer
            if article_id != self._record.id and each.id not in self._state.declined
        ]
        return (*suggested, *self._own())

    def reject(self, entity: Entity, mention: Mention | None = None, *, scope: Scope = Scope.ARTICLE) -> Correction:
        """Say that it is not an entity."""
        return self._say(Verdict.NOT_AN_ENTITY, scope, entity, mention)

    def recategorise(
        self, entity: Entity, category: Category, mention: Mention | None = None, *, scope: Scope = Scope.ARTICLE
    ) -> Correction:
        """Say of which category it is."""
        return self._say(Verdict.IS_A, scope, entity, mention, category=category)

    def rename(
        self, entity: Entity, name: str, mention: Mention | None = None, *, scope: Scope = Scope.ARTICLE
    ) -> Correction:
        """Say what it is called; raises ValueError for an empty name."""
        return self._say(Verdict.IS_NAMED, scope, entity, mention, name=_name(name))

    def merge(
        self, entity: Entity, into: Entity, mention: Mention | None = None, *, scope: Scope = Scope.ARTICLE
    ) -> Correction:
        """Say that `entity`, or one mention of it, is `into`."""
        return self._say(Verdict.SAME_AS, scope, entity, mention, other=Subject.of(into))

    def split(self, entity: Entity, mention: Mention, *, scope: Scope = Scope.ARTICLE) -> Correction:
        """Say that what the mention names is not the entity: this mention, or all that read as it does."""
        return self._say(Verdict.NOT_SAME_AS, scope, entity, mention)

    def bound(
        self, entity: Entity, mention: Mention, start: int, end: int, *, scope: Scope = Scope.ARTICLE
    ) -> Correction:
        """Say where the mention starts and ends; raises ValueError for a span that has nothing in common with it."""
        if not (max(start, mention.start) < min(end, mention.end) and end <= len(self._article.text) and start >= 0):
            raise ValueError(f"no extent of the mention at {mention.start}: {start} to {end}")
        quote = self._article.text[start:end]
        return self._say(Verdict.BOUNDARY, scope, entity, mention, lead=start - mention.start, new_quote=quote)

    def add(
        self, start: int, end: int, category: Category, *, name: str | None = None, scope: Scope = Scope.ARTICLE
    ) -> Correction:
        """Say that the span is a missed mention, with all the same strings unless the scope is the mention."""
        anchor = self._anchor(start, end)
        form = languages.of_article(self._article).names().display(anchor.quote)
        subject = Subject(None, category, _name(name) if name else form, (form,))
        change = Corrects(
            new_id(), Verdict.MISSED, scope, subject, anchor, anchor.quote, category, name and _name(name)
        )
        return self._keep(change)

    def back_to_machine(self, corrections: Iterable[str]) -> None:
        """Take back corrections by their ids (`Corrected.touching`), in one act.

        What the gazetteer suggests is declined for this article alone.
        """
        ids = tuple(dict.fromkeys(corrections))
        self._act(lambda: Withdrawn(ids) if ids else None)

    def _say(
        self,
        verdict: Verdict,
        scope: Scope,
        entity: Entity,
        mention: Mention | None,
        *,
        category: Category | None = None,
        name: str | None = None,
        other: Subject | None = None,
        lead: int = 0,
        new_quote: str = "",
    ) -> Correction:
        if mention is None and scope is Scope.MENTION:
            raise ValueError("a correction of one mention needs the mention")
        anchor = self._anchor(mention.start, mention.end) if mention else None
        quote = anchor.quote if anchor else ""
        subject = Subject.of(entity)
        return self._keep(
            Corrects(new_id(), verdict, scope, subject, anchor, quote, category, name, other, lead, new_quote)
        )

    def _keep(self, change: Corrects) -> Correction:
        self._act(lambda: change)
        return shown(self._state.corrections[change.correction], change, self._place(change), here=True)

    def _own(self) -> list[Correction]:
        return [
            shown(event, event.change, self._place(event.change), here=True)
            for event in self._state.corrections.values()
            if isinstance(event.change, Corrects)
        ]

    def _place(self, change: Corrects) -> Span | None:
        if change.anchor is None:
            return None
        if change.correction not in self._correction_spans:
            self._correction_spans[change.correction] = self._placer.place(change.anchor)
        return self._correction_spans[change.correction]

    def _read_gazetteer(self, connection: sqlite3.Connection) -> bool:
        """Read what holds everywhere if it has changed since the last look; whether it had."""
        version = gazetteer.version(connection)
        if version == self._gazetteer_version:
            return False
        first = self._gazetteer_version is None
        self._gazetteer_version = version
        self._gazetteer = read_gazetteer(connection)
        return not first

    def _anchor(self, start: int, end: int) -> Anchor:
        raise NotImplementedError

    def _act(self, decide: Callable[[], Change | None]) -> str | None:
        raise NotImplementedError


def _name(name: str) -> str:
    clean = " ".join(printable(name).split())
    if not clean:
        raise ValueError("a name cannot be empty")
    return clean
