"""The journal of one open article: acting, undoing, redoing, taking in what others did."""

from __future__ import annotations

from dataclasses import replace
from typing import TYPE_CHECKING

from newsreader.annotations.events import (
    Attached,
    Change,
    Created,
    Dated,
    Deleted,
    Edited,
    Imported,
    Joined,
    OnAnnotation,
    Recoloured,
    Redone,
    Removed,
    Undone,
    new_event,
)
from newsreader.annotations.fold import State, fold, follow
from newsreader.annotations.gazetteer import Suggestions, append
from newsreader.annotations.identity import joining
from newsreader.annotations.journal_entries import decode, encode
from newsreader.annotations.model import IMPORT, PERSON
from newsreader.annotations.wording import ALL, act_in_words, titled, unread_in_words
from newsreader.store.records import Stream

if TYPE_CHECKING:
    from collections.abc import Callable

    from newsreader.annotations.anchor import Standing
    from newsreader.annotations.events import Event
    from newsreader.article import Article
    from newsreader.store.library import Library
    from newsreader.store.protocols import Unit
    from newsreader.store.records import ArticleRecord


class ArticleJournal:
    """What was done to `article`, which the library knows as `record`; `standing` is shown each state it comes to.

    An act is made of what the journal says at that moment, while no other window can write, and is on the disk when
    the method returns.
    """

    def __init__(self, library: Library, record: ArticleRecord, article: Article, standing: Standing) -> None:
        self._library = library
        self.article = article
        self._standing = standing
        self.record = record
        """What the library knew the article by when it was last asked."""
        self.state = State({})
        self.suggestions = Suggestions()
        self._events: list[Event] = []
        self._latest = 0, ""
        """The number of the latest of the events, and its id as it is stored."""
        self._left: tuple[int, str] | None = None
        """The article that this one was a part of until that was undone, and what it is called."""

    @property
    def unread(self) -> tuple[str, ...]:
        """What cannot be read of what was done to the article, or to all, a sentence each."""
        said = unread_in_words(self.state.unread, titled(self.article)), unread_in_words(self.suggestions.unread, ALL)
        return tuple(filter(None, said))

    @property
    def stream(self) -> Stream:
        """Where the acts are written."""
        return Stream.of(self.record.id)

    def current_record(self) -> ArticleRecord:
        """What the library knows the article by now; noted anew if a copy that does not know it took its place."""
        with self._library.reading() as unit:
            if unit.articles.find(self.article) == self.record:
                return self.record
        with self._library.writing() as unit:
            return unit.articles.remember(self.article)

    def act(self, decide: Callable[[Unit], Change | None]) -> str | None:
        """Append what `decide` makes of the newest state, and say it in words; None if it makes nothing of it."""
        with self._library.writing(durable=True) as unit:
            if unit.articles.find(self.article) is None:
                unit.articles.remember(self.article)
            if self._read(unit):
                self._show(fold(self._events))
            change = decide(unit)
            if change is None:
                return None
            author = IMPORT if isinstance(change, Imported) else PERSON
            event = replace(new_event(change, author), private=self._is_private(change))
            after = follow(self._events, self.state, event)
            number = self._write(unit, event, after)
        before = self.state
        self._events.append(event)
        self._latest = number, event.id
        self._show(after)
        self._notice_leaving(change, before)
        return act_in_words(change, before, after)

    def _write(self, unit: Unit, event: Event, after: State) -> int:
        """Append the event, and let follow what follows from it."""
        number = unit.journal.append(self.stream, encode(event))
        unit.articles.count_annotations(self.record.id, len(after.annotations), private=event.private)
        if not isinstance(event.change, OnAnnotation | Dated):
            unit.gazetteer.follow(self.stream, after.everywhere)
        if isinstance(event.change, Joined | Undone | Redone):
            unit.joined.follow(self.record.id, after.joined)
        return number

    def _is_private(self, change: Change) -> bool:
        """Whether others with whom the library is shared are not to see an act.

        Notes are private unless they are to be shared; what is done to one, and with an act, is as that one.
        """
        match change:
            case Created() | Imported(annotations=(_, *_)):
                return not self._library.shares_notes
            case Edited(each) | Recoloured(each) | Attached(each) | Deleted(each):
                return any(event.private for event in self._events if each in _made_by(event.change))
            case Undone(act) | Redone(act):
                return any(event.private for event in self._events if event.id == act)
        # Which articles are read as one is of each person, with all that this person sees on them.
        return isinstance(change, Joined)

    def _notice_leaving(self, change: Change, before: State) -> None:
        """Go on with the article's own journal, if what was undone is that it was taken into another one."""
        if not isinstance(change, Undone | Redone):
            self._left = None
        elif before.joined != self.state.joined:
            home = self.record.id
            self.refresh()
            if home != self.record.id:
                self._left = home, self.article.metadata.title or "the other one"

    def join(self, other: int, title: str) -> str | None:
        """Take in the article with the number `other` and all that was written on it, and say so.

        From now on whoever opens the other one gets this one. None if it is part of this one already.
        """

        def decide(unit: Unit) -> Change | None:
            known = unit.joined.home(other) == self.record.id
            return None if known else joining(unit, other, title, self.state)

        done = self.act(decide)
        self.refresh()
        return done

    def undo(self) -> str | None:
        """Undo one's latest act on this article that is in effect, and say which; None when there is nothing to undo.

        Latest is by the journal: it may have been done in another window, or days ago. Undoing again goes further
        back, without limit.
        """
        undone = self.act(lambda unit: self._both(unit, Undone, act) if (act := self.state.to_undo) else None)
        self.refresh()
        return undone and f"undo: {undone}"

    def redo(self) -> str | None:
        """Do again what was undone last, and say what; None when there is nothing, or something was done since."""
        redone = self.act(self._redone) if self.state.to_redo or not self._left else self.join(*self._left)
        self.refresh()
        return redone and f"redo: {redone}"

    def _redone(self, unit: Unit) -> Change | None:
        act = self.state.to_redo
        if act is None:
            return None
        if isinstance(act.change, Joined) and unit.journal.last(Stream.of(act.change.article)) != act.change.seq:
            # More was written on the other article since.
            return joining(unit, act.change.article, act.change.title, self.state)
        return self._both(unit, Redone, act)

    def _both(self, unit: Unit, change: type[Undone | Redone], act: Event) -> Undone | Redone:
        """Undo or do again an act, and in the other stream, too, where it took something back."""
        if isinstance(act.change, Removed):
            other = unit.journal.stream_of(act.change.act)
            if other is not None:
                append(unit, other, [change(act.change.act)])
        return change(act.id)

    def refresh(self) -> bool:
        """Take in what other windows did to this article; whether there was anything. Cheap when there was not."""
        with self._library.reading() as unit:
            news = self._read(unit)
            others = self.suggestions.refresh(unit)
        if news:
            self._show(fold(self._events))
        return news or others

    def _read(self, unit: Unit) -> bool:
        """Read the events that came since the last look.

        All of them, if the article is part of another one since, or of none any more, or if a copy took the place of
        the library.
        """
        record = unit.articles.find(self.article) or self.record
        replaced = record.id != self.record.id
        replaced |= bool(self._events) and not unit.journal.holds(*self._latest)
        self.record = record
        if replaced:
            self._events, self._latest = [], (0, "")
            self.suggestions.forget()
        entries = unit.journal.after(self.stream, self._latest[0]) if unit.articles.holds(record) else []
        self._events.extend(decode(entry) for _, entry in entries)
        self._latest = (entries[-1][0], entries[-1][1].id) if entries else self._latest
        return bool(entries) or replaced

    def _show(self, state: State) -> None:
        self.state = state
        self._standing.show(state.annotations.values())


def _made_by(change: Change) -> tuple[str, ...]:
    """The ids of the annotations that an act made."""
    match change:
        case Created(annotation):
            return (annotation.id,)
        case Imported(annotations=several) | Joined(annotations=several):
            return tuple(each.id for each in several)
    return ()
