"""What each verdict does to the working copy of an analysis."""

from __future__ import annotations

from dataclasses import replace
from typing import TYPE_CHECKING

from newsreader.annotations.corrections.model import Correction, Rejected, Scope, Verdict
from newsreader.annotations.corrections.occurrences import occurrences
from newsreader.annotations.corrections.working_copy import EntityDraft, recategorised
from newsreader.entities.timeline import calendar_id
from newsreader.entity import LABEL_OF, Category, Entity, Mention, TimeValue

if TYPE_CHECKING:
    from collections.abc import Iterable

    from newsreader.annotations.anchor import Span
    from newsreader.annotations.corrections.working_copy import WorkingCopy


class Applier:
    """Carries out corrections one by one."""

    def __init__(self, copy: WorkingCopy) -> None:
        self._copy, self._names = copy, copy.names
        self.rejected: list[Rejected] = []
        self._verdicts = {
            Verdict.NOT_AN_ENTITY: self._reject,
            Verdict.IS_A: self._categorise,
            Verdict.IS_NAMED: self._name,
            Verdict.SAME_AS: self._merge,
            Verdict.NOT_SAME_AS: self._split,
            Verdict.BOUNDARY: self._bound,
            Verdict.IS_DATED: self._date,
        }

    def apply(self, correction: Correction) -> bool:
        """Carry one out; whether there was something to do."""
        if correction.verdict is Verdict.MISSED:
            return self._add(correction)
        found = self._find(correction)
        return found is not None and self._verdicts[correction.verdict](correction, *found)

    def _find(self, correction: Correction) -> tuple[EntityDraft, int | None] | None:
        """The entity that is meant, and the start of its mention if one alone is."""
        copy = self._copy
        if not correction.here:
            return self._suggested(correction)
        at = None
        if correction.start is not None and correction.end is not None:
            at = next(iter(copy.overlapping(correction.start, correction.end)), None)
        if correction.scope is Scope.MENTION:
            return (copy.draft(at[0].id), at[1]) if at else None
        entity = copy.subject(correction.subject) or (at and at[0])
        return (copy.draft(entity.id), None) if entity else None

    def _suggested(self, correction: Correction) -> tuple[EntityDraft, int | None] | None:
        """What is meant in another article: only what goes by one of the names there, in the same category."""
        subject = correction.subject
        for form in dict.fromkeys((subject.name, *subject.forms)):
            entity = self._copy.named(form, subject.category)
            if entity is not None and (subject.category or entity.category is not Category.DATE):
                return self._copy.draft(entity.id), None
        return None

    def _reject(self, correction: Correction, draft: EntityDraft, start: int | None) -> bool:
        starts = list(draft.mentions) if start is None else [start]
        gone = EntityDraft(draft.id, draft.category, draft.name, (), {at: draft.mentions[at] for at in starts}, [])
        self.rejected.append(Rejected(gone.finished(self._copy.text, self._names), (*draft.by, correction.id)))
        self._copy.take(draft, starts)
        return True

    def _categorise(self, correction: Correction, draft: EntityDraft, start: int | None) -> bool:
        category = correction.category
        if category is None or (draft.category is category and start is None):
            return False
        if start is not None:
            return self._move(correction, draft, start, category, None)
        draft.category = category
        draft.mentions = {at: recategorised(mention, category) for at, mention in draft.mentions.items()}
        draft.by[correction.id] = None
        self._join_namesake(draft)
        return True

    def _name(self, correction: Correction, draft: EntityDraft, start: int | None) -> bool:
        if not correction.name or (start is None and draft.name == correction.name):
            return False
        if start is not None:
            return self._move(correction, draft, start, draft.category, correction.name)
        self._copy.rename(draft, correction.name)
        draft.by[correction.id] = None
        self._join_namesake(draft)
        return True

    def _join_namesake(self, draft: EntityDraft) -> None:
        """Merge into `draft` what has its name and category by now."""
        key = self._names.key(draft.name)
        for entity in self._copy.with_form(draft.name):
            if entity.id != draft.id and entity.category is draft.category and self._names.key(entity.name) == key:
                self._copy.absorb(draft, self._copy.draft(entity.id))

    def _move(
        self, correction: Correction, draft: EntityDraft, start: int, category: Category, name: str | None
    ) -> bool:
        """Give one mention to the entity of that category and name, or to a new one."""
        (mention,) = self._copy.take(draft, [start])
        form = name or self._names.display(self._copy.text[mention.start : mention.end])
        owner = self._owner(form, category)
        if name:
            self._copy.rename(owner, name)
        owner.by[correction.id] = None
        self._copy.give(owner, [mention], correction.id)
        return True

    def _owner(self, form: str, category: Category) -> EntityDraft:
        """The entity of the category that goes by this form, or a new one."""
        known = self._copy.named(form, category) or next(
            (each for each in self._copy.with_form(form) if each.category is category), None
        )
        return self._copy.draft(known.id) if known else self._copy.new(category, form)

    def _merge(self, correction: Correction, draft: EntityDraft, start: int | None) -> bool:
        if correction.other is None:
            return False
        other = correction.other
        found = self._copy.subject(other) if correction.here else self._copy.named(other.name, other.category)
        if start is not None:
            return self._move_into(correction, draft, start, found)
        if found is None:
            # In another article only the alias occurs: it goes by the name that the person knows.
            self._copy.rename(draft, other.name)
            draft.by[correction.id] = None
            return True
        if found.id == draft.id:
            return False
        owner = self._copy.draft(found.id)
        self._copy.absorb(owner, draft)
        owner.by[correction.id] = None
        owner.reasons.append(f"You said that {correction.subject.name} is {owner.name}.")
        return True

    def _move_into(
        self, correction: Correction, draft: EntityDraft, start: int, found: Entity | EntityDraft | None
    ) -> bool:
        if found is None or found.id == draft.id:
            return False
        owner = self._copy.draft(found.id)
        self._copy.give(owner, self._copy.take(draft, [start]), correction.id)
        return True

    def _split(self, correction: Correction, draft: EntityDraft, start: int | None) -> bool:
        text = self._copy.text
        starts = [start] if start is not None else self._with_form(draft, correction.quote)
        if not starts or len(starts) == len(draft.mentions):
            return False
        mentions = self._copy.take(draft, starts)
        name = self._names.display(text[mentions[0].start : mentions[0].end])
        own = self._copy.new(draft.category, name)
        own.by[correction.id] = None
        draft.by[correction.id] = None
        self._copy.give(own, mentions, correction.id)
        return True

    def _with_form(self, draft: EntityDraft, form: str) -> list[int]:
        key, text = self._key(form), self._copy.text
        return [at for at, each in draft.mentions.items() if self._key(text[at : each.end]) == key]

    def _key(self, form: str) -> str:
        return self._names.key(self._names.display(form))

    def _bound(self, correction: Correction, draft: EntityDraft, start: int | None) -> bool:
        """Move the ends of one mention, or of all that read the same with the same words around."""
        text, done = self._copy.text, False
        starts = list(draft.mentions) if start is None else [start]
        for at in starts:
            mention = draft.mentions.get(at)
            if mention is None:
                continue
            new = at + correction.lead, at + correction.lead + len(correction.new_quote)
            reads = _alike(text[at : mention.end], correction.quote)
            reads = reads and _alike(text[max(0, new[0]) : new[1]], correction.new_quote)
            if reads and correction.new_quote and new[0] >= 0:
                done = self._set_span(correction, draft, mention, new, certain=at == correction.start) or done
        return done

    def _set_span(
        self, correction: Correction, draft: EntityDraft, mention: Mention, span: tuple[int, int], *, certain: bool
    ) -> bool:
        """Give a mention another extent; what else is there goes if it is `certain`, and else nothing happens."""
        others = [(entity, at) for entity, at in self._copy.overlapping(*span) if at != mention.start]
        if others and not certain:
            return False
        for entity, at in others:
            self._copy.take(self._copy.draft(entity.id), [at])
        self._copy.take(draft, [mention.start])
        form = self._names.display(self._copy.text[span[0] : span[1]])
        moved = Mention(*span, mention.label, mention.category, mention.confidence)
        if self._names.key(form) in {self._names.key(each) for each in (draft.name, *draft.aliases)}:
            owner = draft
        else:
            known = self._copy.named(form, draft.category)
            owner = self._copy.draft(known.id) if known else draft
        owner.by.setdefault(correction.id)
        self._copy.give(owner, [moved], correction.id)
        return True

    def _date(self, correction: Correction, draft: EntityDraft, start: int | None) -> bool:
        """Give a date, or one mention of it, its value; what stands for that already takes it in."""
        time = correction.time
        if time is None or draft.category is not Category.DATE or not correction.here:
            return False
        known = self._copy.entities.get(calendar_id(time))
        owner = self._copy.draft(known.id) if known is not None else None
        if start is not None and len(draft.mentions) > 1:
            mention = self._copy.take(draft, [start])[0]
            form = self._names.display(self._copy.text[mention.start : mention.end])
            owner = owner or self._copy.new(Category.DATE, form)
            self._copy.give(owner, [_dated(mention, time)], correction.id)
        else:
            draft.mentions = {at: _dated(mention, time) for at, mention in draft.mentions.items()}
            draft.reasons = []
            if owner is not None and owner is not draft:
                self._copy.absorb(owner, draft)
            owner = owner or draft
        owner.by[correction.id] = None
        owner.reasons = list(dict.fromkeys((*owner.reasons, time.reason)))
        return True

    def _add(self, correction: Correction) -> bool:
        """Mark a missed mention and the same strings; what is marked otherwise gives way only at the place itself."""
        category, name = correction.category, correction.name or correction.subject.name
        if category is None:
            return False
        done = not correction.here and self._retype(correction, category, name)
        if correction.here and correction.start is not None and correction.end is not None:
            self._make_room(correction.start, correction.end)
            done = self._mark(correction, [(correction.start, correction.end)], category, name) or done
        if correction.scope is not Scope.MENTION:
            forms = (correction.quote,) if correction.here else (correction.subject.name, *correction.subject.forms)
            for form in dict.fromkeys(forms):
                done = self._mark(correction, occurrences(self._copy.text, form), category, name) or done
        return done

    def _make_room(self, start: int, end: int) -> None:
        for entity, at in self._copy.overlapping(start, end):
            self._copy.take(self._copy.draft(entity.id), [at])

    def _retype(self, correction: Correction, category: Category, name: str) -> bool:
        """Let what goes by the name in another article be what the gazetteer says it is."""
        done = False
        for form in dict.fromkeys((correction.subject.name, *correction.subject.forms)):
            found = self._copy.named(form, None)
            if found is None or found.category is Category.DATE or (found.category, found.name) == (category, name):
                continue
            draft = self._copy.draft(found.id)
            draft.category = category
            draft.mentions = {at: recategorised(each, category) for at, each in draft.mentions.items()}
            draft.by[correction.id] = None
            self._copy.rename(draft, name)
            self._join_namesake(draft)
            done = True
        return done

    def _mark(self, correction: Correction, spans: Iterable[Span], category: Category, name: str) -> bool:
        """Mark those of the spans, none of which overlap, where nothing is marked."""
        free = [Mention(*span, LABEL_OF[category], category) for span in spans if not self._copy.overlapping(*span)]
        if not free:
            return False
        owner = self._owner(name, category)
        owner.by[correction.id] = None
        if correction.name:
            self._copy.rename(owner, correction.name)
        self._copy.give(owner, free, correction.id)
        return True


def _dated(mention: Mention, time: TimeValue) -> Mention:
    """The mention of a date with the person's value, of which there is no doubt."""
    return replace(mention, time=time, doubt="", confidence=1.0)


def _alike(one: str, other: str) -> bool:
    """Whether both have the same words; in another article a name may be wrapped elsewhere."""
    return one == other or one.split() == other.split()
