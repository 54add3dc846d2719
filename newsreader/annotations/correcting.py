"""The part of the notebook that corrects the machine. Each method has its correction on disk when it returns."""

from __future__ import annotations

from dataclasses import replace
from typing import TYPE_CHECKING

from newsreader import languages
from newsreader.annotations.corrections.model import Correction, Scope, Subject, Verdict
from newsreader.annotations.events import CorrectionMade, Withdrawn, new_id, this_moment
from newsreader.annotations.gazetteer import withdrawal
from newsreader.sanitise import printable

if TYPE_CHECKING:
    from collections.abc import Iterable

    from newsreader.annotations.anchor import Placer, Span
    from newsreader.annotations.journal import ArticleJournal
    from newsreader.annotations.model import Anchor
    from newsreader.entity import Category, Entity, Mention, TimeValue


SAID = "You said when it is."
"""The reason of a value that the person gave."""


class Corrections:
    """Corrects what was found in the open article. `Scope.MENTION` needs a mention; raises ValueError without."""

    def __init__(self, journal: ArticleJournal, placer: Placer) -> None:
        self._journal = journal
        self._placer = placer
        self._spans: dict[str, Span | None] = {}
        self.meanwhile: tuple[Correction, ...] = ()
        """What was said of the same name elsewhere since this was looked at, when something was last said here."""

    @property
    def all(self) -> tuple[Correction, ...]:
        """What `corrections.apply` takes: first what the gazetteer suggests, then what was said of this article."""
        state = self._journal.state
        suggested = self._journal.suggestions.others(self._journal.stream, state.declined)
        return (*suggested, *self.own)

    @property
    def own(self) -> tuple[Correction, ...]:
        """What was said of this article itself."""
        return tuple(map(self._placed, self._journal.state.corrections.values()))

    @property
    def declined(self) -> frozenset[str]:
        """The ids of those of the gazetteer that do not hold for this article."""
        return frozenset(self._journal.state.declined)

    def reject(self, entity: Entity, mention: Mention | None = None, *, scope: Scope = Scope.ARTICLE) -> Correction:
        """Say that it is not an entity."""
        return self._keep(self._of(Verdict.NOT_AN_ENTITY, scope, entity, mention))

    def recategorise(
        self, entity: Entity, category: Category, mention: Mention | None = None, *, scope: Scope = Scope.ARTICLE
    ) -> Correction:
        """Say of which category it is."""
        return self._keep(replace(self._of(Verdict.IS_A, scope, entity, mention), category=category))

    def rename(
        self, entity: Entity, name: str, mention: Mention | None = None, *, scope: Scope = Scope.ARTICLE
    ) -> Correction:
        """Say what it is called; raises ValueError for an empty name."""
        return self._keep(replace(self._of(Verdict.IS_NAMED, scope, entity, mention), name=_name(name)))

    def date(
        self, entity: Entity, time: TimeValue, mention: Mention | None = None, *, scope: Scope = Scope.ARTICLE
    ) -> Correction:
        """Say what a date stands for on the calendar, which never holds in other articles; else raises ValueError."""
        if scope is Scope.EVERYWHERE:
            raise ValueError("what a date stands for holds in its own article only")
        if time.start is None or time.end is None:
            raise ValueError(f"no place on a calendar: {time.value}")
        said = replace(time, anchor=None, reason=SAID, confidence=1.0, alternatives=())
        return self._keep(replace(self._of(Verdict.IS_DATED, scope, entity, mention), time=said))

    def merge(
        self, entity: Entity, into: Entity, mention: Mention | None = None, *, scope: Scope = Scope.ARTICLE
    ) -> Correction:
        """Say that `entity`, or one mention of it, is `into`."""
        return self._keep(replace(self._of(Verdict.SAME_AS, scope, entity, mention), other=Subject.of(into)))

    def split(self, entity: Entity, mention: Mention, *, scope: Scope = Scope.ARTICLE) -> Correction:
        """Say that what the mention names is not the entity: this mention, or all that read as it does."""
        return self._keep(self._of(Verdict.NOT_SAME_AS, scope, entity, mention))

    def bound(
        self, entity: Entity, mention: Mention, start: int, end: int, *, scope: Scope = Scope.ARTICLE
    ) -> Correction:
        """Say where the mention starts and ends; raises ValueError for a span that has nothing in common with it."""
        if max(start, mention.start) >= min(end, mention.end):
            raise ValueError(f"no extent of the mention at {mention.start}: {start} to {end}")
        quote = self._placer.anchor(start, end).quote
        made = self._of(Verdict.BOUNDARY, scope, entity, mention)
        return self._keep(replace(made, lead=start - mention.start, new_quote=quote))

    def add(
        self, start: int, end: int, category: Category, *, name: str | None = None, scope: Scope = Scope.ARTICLE
    ) -> Correction:
        """Say that the span is a missed mention, with all the same strings unless the scope is the mention."""
        span, name = self._placer.anchor(start, end), name and _name(name)
        form = languages.of_article(self._journal.article).names().display(span.quote)
        subject = Subject(None, category, name or form, (form,))
        return self._keep(self._made(Verdict.MISSED, scope, subject, span, category=category, name=name))

    def back_to_machine(self, corrections: Iterable[str]) -> None:
        """Take back corrections by their ids (`Corrected.touching`), in one act.

        What the gazetteer suggests is declined for this article alone.
        """
        ids = tuple(dict.fromkeys(corrections))
        self._journal.act(lambda _: Withdrawn(ids) if ids else None)

    def remove_everywhere(self, correction: str) -> str | None:
        """Take the correction with that id out of the gazetteer, and say so; None if it is not there any more.

        It may have been made on another article, and is gone from that one, too, until this is undone.
        """
        done = self._journal.act(lambda unit: withdrawal(unit, correction, self._journal.stream))
        self._journal.refresh()
        return done

    def _of(self, verdict: Verdict, scope: Scope, entity: Entity, mention: Mention | None) -> Correction:
        if mention is None and scope is Scope.MENTION:
            raise ValueError("a correction of one mention needs the mention")
        span = self._placer.anchor(mention.start, mention.end) if mention else None
        return self._made(verdict, scope, Subject.of(entity), span)

    def _made(
        self,
        verdict: Verdict,
        scope: Scope,
        subject: Subject,
        span: Anchor | None,
        *,
        category: Category | None = None,
        name: str | None = None,
    ) -> Correction:
        quote = span.quote if span else ""
        return Correction(
            new_id(), verdict, scope, subject, this_moment(), quote, anchor=span, category=category, name=name
        )

    def _keep(self, correction: Correction) -> Correction:
        seen = self._journal.state.corrections.keys()

        def decide(_: object) -> CorrectionMade:
            now = self._journal.state.corrections.items()
            others = (each for name, each in now if name not in seen)
            self.meanwhile = tuple(each for each in others if each.subject.shares_name_with(correction.subject))
            return CorrectionMade(correction)

        self._journal.act(decide)
        return self._placed(correction)

    def _placed(self, correction: Correction) -> Correction:
        """The correction with its mention where that stands in the open text; it is looked for once."""
        if correction.anchor is None:
            return correction
        if correction.id not in self._spans:
            self._spans[correction.id] = self._placer.place(correction.anchor)
        span = self._spans[correction.id]
        return replace(correction, start=span[0], end=span[1]) if span else correction


def _name(name: str) -> str:
    clean = " ".join(printable(name).split())
    if not clean:
        raise ValueError("a name cannot be empty")
    return clean
