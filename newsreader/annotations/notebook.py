"""The annotations of one open article: read them, change them, undo it all.

Every change is in the journal on disk when the method returns. Methods that change something raise LibraryError when
that could not be done, and then nothing has happened; AnnotationError, which is one, when the annotation is gone.
"""

from __future__ import annotations

from typing import TYPE_CHECKING

from newsreader.alignment import Candidate, Orphan, Placement
from newsreader.annotations.anchor import Placer, anchor
from newsreader.annotations.carried import Carried, sum_up
from newsreader.annotations.correcting import Correcting, holding_everywhere
from newsreader.annotations.deeds import deed
from newsreader.annotations.errors import AnnotationError
from newsreader.annotations.events import (
    Attached,
    Change,
    Corrects,
    Created,
    Dated,
    Deleted,
    Edited,
    Event,
    Imported,
    Joined,
    Recoloured,
    Redone,
    Removed,
    Undone,
    decode,
    encode,
    new_event,
    new_id,
)
from newsreader.annotations.fold import Kept, State, fold, follow
from newsreader.annotations.gazetteer import append, withdraw
from newsreader.annotations.joining import joined
from newsreader.annotations.model import COLOURS, IMPORT, PERSON, Anchor, Annotation, Kind
from newsreader.sanitise import printable, sanitise
from newsreader.store import articles, gazetteer, joining, journal

if TYPE_CHECKING:
    import sqlite3
    from collections.abc import Callable, Iterable
    from datetime import date, datetime

    from newsreader.article import Article
    from newsreader.store.library import ArticleRecord, Library


_GONE = "This annotation was deleted in another window."


class Notebook(Correcting):
    """The annotations on `article`, which the library knows as `record`, and the corrections of what was found in it.

    Several notebooks, in one process or many, may be open on one article: a change is always made to what the
    journal then says, so none overwrites another's, and `refresh` shows what others did.
    """

    def __init__(self, library: Library, record: ArticleRecord, article: Article) -> None:
        self._database = library.database
        self._record = record
        self._article = article
        self._placer = Placer(article.text, article.sha256, library.text)
        self._events: list[Event] = []
        self._seq = 0
        self._state = State({})
        self._found: dict[Anchor, Placement | Orphan] = {}
        self._shown: dict[str, tuple[Kept, Annotation]] = {}
        self._placed: tuple[Annotation, ...] = ()
        self._orphans: tuple[Annotation, ...] = ()
        self._left: tuple[int, str] | None = None
        super().__init__()
        self.refresh()

    @property
    def record(self) -> ArticleRecord:
        """What the library knows the article by now; noted anew if a copy that does not know it took its place."""
        with self._database.read() as connection:
            if articles.find(connection, self._article) == self._record:
                return self._record
        with self._database.write() as connection:
            return articles.remember(connection, self._article)

    @property
    def annotations(self) -> tuple[Annotation, ...]:
        """What has its place: first what is on the whole article or an entity, then by position in the text."""
        return self._placed

    @property
    def orphans(self) -> tuple[Annotation, ...]:
        """What quotes something that the text no longer has, or has in several places; oldest first."""
        return self._orphans

    @property
    def carried(self) -> Carried:
        """What became of the annotations that were made on an earlier version of the text."""
        anchors = [kept.anchor for kept in self._state.annotations.values() if kept.anchor]
        return sum_up(self._locate(each) for each in anchors if each.text_sha256 != self._article.sha256)

    def candidates(self, annotation_id: str) -> tuple[Candidate, ...]:
        """Where an orphan may belong, the best first, for the reader to choose; nothing for what has its place."""
        kept = self._state.annotations[self._present(annotation_id)]
        found = self._locate(kept.anchor) if kept.anchor else None
        return found.candidates if isinstance(found, Orphan) else ()

    def annotation_at(self, offset: int) -> Annotation | None:
        """The annotation whose span has the code point `offset`: the shortest, and of equals the latest made."""
        at = [a for a in self._placed if a.start is not None and a.end is not None and a.start <= offset < a.end]
        return max(at, key=lambda a: (-len(a.quote), a.created), default=None)

    def highlight(self, start: int, end: int, colour: str) -> Annotation:
        """Highlight the span in one of `COLOURS`; raises ValueError for another colour or an empty span."""
        made = Created(new_id(), Kind.HIGHLIGHT, self._anchor(start, end), _known(colour))
        return self._create(made)

    def note(
        self, text: str, *, start: int | None = None, end: int | None = None, entity: str | None = None
    ) -> Annotation:
        """Write a note on a span, an entity or both; on the article if on neither. ValueError for an empty span."""
        span = None if start is None or end is None else self._anchor(start, end)
        return self._create(Created(new_id(), Kind.NOTE, span, text=_clean(text), entity=entity))

    def bookmark(self, start: int, end: int, text: str = "") -> Annotation:
        """Mark a place to come back to; raises ValueError for an empty span."""
        return self._create(Created(new_id(), Kind.BOOKMARK, self._anchor(start, end), text=_clean(text)))

    def take_in(self, source: str, annotations: Iterable[Created], corrections: Iterable[Corrects] = ()) -> int:
        """Import annotations and corrections as one act, and return how many were new; known ids are passed over."""
        offered = {each.annotation: each for each in annotations}
        said = {each.correction: each for each in corrections}
        new = 0

        def decide() -> Change | None:
            nonlocal new
            fresh = tuple(each for name, each in offered.items() if name not in self._state.annotations)
            more = tuple(each for name, each in said.items() if name not in self._state.corrections)
            new = len(fresh) + len(more)
            return Imported(printable(source), fresh, more) if new else None

        self._act(decide)
        return new

    def edit(self, annotation_id: str, text: str) -> Annotation:
        """Replace the note of an annotation; a highlight may have one too."""
        self._act(lambda: Edited(self._present(annotation_id), _clean(text)))
        return self._annotation(annotation_id)

    def recolour(self, annotation_id: str, colour: str) -> Annotation:
        """Give an annotation another of the `COLOURS`; raises ValueError if it is none of them."""
        self._act(lambda: Recoloured(self._present(annotation_id), _known(colour)))
        return self._annotation(annotation_id)

    def attach(self, annotation_id: str, start: int, end: int) -> Annotation:
        """Put an annotation, such as an orphan, on the span that the reader chose; ValueError for an empty span."""
        chosen = self._anchor(start, end)
        self._act(lambda: Attached(self._present(annotation_id), chosen))
        return self._annotation(annotation_id)

    def delete(self, annotation_id: str) -> Annotation:
        """Remove an annotation, placed or not, and return it as it was."""
        before = self._annotation(annotation_id)
        self._act(lambda: Deleted(self._present(annotation_id)))
        return before

    @property
    def published(self) -> date | None:
        """The day on which the article was published, if the person says so; it goes before whatever else says."""
        return self._state.published

    def date_article(self, published: date | None) -> None:
        """Say when the article was published; None lets what it says itself hold again."""
        iso = published.isoformat() if published else None
        self._act(lambda: Dated(iso) if published != self.published else None)

    def join(self, other: int, title: str) -> str | None:
        """Take in the article with the number `other` and all that was written on it, and say so.

        From now on whoever opens the other one gets this one. None if it is part of this one already.
        """

        def decide() -> Change | None:
            with self._database.read() as connection:
                known = joining.home(connection, other) == self._record.id
                return None if known else joined(connection, other, title, self._state)

        said = self._act(decide)
        self.refresh()
        return said

    def remove_everywhere(self, correction: str) -> str | None:
        """Take the correction with that id out of the gazetteer, and say so; None if it is not there any more.

        It may have been made on another article, and is gone from that one, too, until this is undone.
        """

        def decide() -> Change | None:
            with self._database.read() as connection:
                return withdraw(connection, correction, self._record.id)

        said = self._act(decide)
        self.refresh()
        return said

    def undo(self) -> str | None:
        """Undo the latest act on this article that is in effect, and say which; None when there is nothing to undo.

        Latest is by the journal: it may have been done by another window, or days ago. Undoing again goes further
        back, without limit.
        """
        undone = self._act(lambda: self._there(Undone, self._state.done[-1]) if self._state.done else None)
        self.refresh()
        return undone and f"undo: {undone}"

    def redo(self) -> str | None:
        """Do again what was undone last, and say what; None when there is nothing, or something was done since."""
        redone = self._act(self._redone) if self._state.undone or not self._left else self.join(*self._left)
        self.refresh()
        return redone and f"redo: {redone}"

    def _redone(self) -> Change | None:
        if not self._state.undone:
            return None
        act = self._state.undone[-1]
        if isinstance(act.change, Joined):
            with self._database.read() as connection:
                if journal.last(connection, act.change.article) != act.change.seq:
                    # More was written on the other article since.
                    return joined(connection, act.change.article, act.change.title, self._state)
        return self._there(Redone, act)

    def _there(self, change: type[Undone | Redone], act: Event) -> Undone | Redone:
        """Undo or do again an act, on the other article, too, that it was done on."""
        if isinstance(act.change, Removed):
            with self._database.read() as connection:
                append(connection, act.change.article, change(act.change.act))
        return change(act.id)

    def refresh(self) -> bool:
        """Take in what other windows did to this article; whether there was anything. Cheap when there was not."""
        with self._database.read() as connection:
            news = self._news(connection)
            others = self._read_gazetteer(connection)
        if news:
            self._show(fold(self._events))
        return news or others

    def _create(self, made: Created) -> Annotation:
        self._act(lambda: made)
        return self._annotation(made.annotation)

    def _act(self, decide: Callable[[], Change | None]) -> str | None:
        """Let `decide` see the newest state and append what it makes of it; the deed in words, None if it made none.

        The write lock is held meanwhile, so no other window can come between.
        """
        event = None
        with self._database.write(durable=True) as connection:
            if articles.find(connection, self._article) is None:
                articles.remember(connection, self._article)
            if self._news(connection):
                self._show(fold(self._events))
            change = decide()
            if change is not None:
                event = new_event(change, IMPORT if isinstance(change, Imported) else PERSON)
                after = follow(self._events, self._state, event)
                seq = journal.append(connection, self._record.id, encode(event))
                journal.count_annotations(connection, self._record.id, len(after.annotations))
                gazetteer.follow(connection, self._record.id, holding_everywhere(after))
                if isinstance(change, Joined | Undone | Redone):
                    joining.follow(connection, self._record.id, after.joined)
        if event is None:
            return None
        before = self._state
        self._events.append(event)
        self._seq = seq
        self._show(after)
        said = deed(event.change, before, after)
        if not isinstance(event.change, Undone | Redone):
            self._left = None
        elif before.joined != after.joined:
            self._go_home()
        return said

    def _go_home(self) -> None:
        """Go on with the article's own journal, if what was undone is that it was taken into another one."""
        before = self._record.id
        self.refresh()
        if before != self._record.id:
            self._left = before, self._article.metadata.title or "the other one"

    def _news(self, connection: sqlite3.Connection) -> bool:
        """Read the events that came since the last look.

        All of them, if the article is part of another one since, or of none any more, or if a copy took the place of
        the library.
        """
        record = articles.find(connection, self._article) or self._record
        replaced = record.id != self._record.id
        replaced |= bool(self._events) and not journal.holds(connection, self._seq, self._events[-1].id)
        self._record = record
        if replaced:
            self._events, self._seq, self._gazetteer_version = [], 0, None
        known = articles.holds(connection, self._record)
        entries = journal.after(connection, self._record.id, self._seq) if known else []
        self._events.extend(decode(entry) for _, entry in entries)
        self._seq = entries[-1][0] if entries else self._seq
        return bool(entries) or replaced

    def _show(self, state: State) -> None:
        """Make the annotations of what has changed since the state before, and put all in order."""
        shown = {}
        for name, kept in state.annotations.items():
            known = self._shown.get(name)
            shown[name] = known if known and known[0] is kept else (kept, self._made(kept))
        self._state, self._shown = state, shown
        annotations = [annotation for _, annotation in shown.values()]
        self._placed = tuple(sorted((a for a in annotations if a.placed), key=_position))
        self._orphans = tuple(a for a in annotations if not a.placed)

    def _made(self, kept: Kept) -> Annotation:
        found = self._locate(kept.anchor) if kept.anchor else None
        placed = found if isinstance(found, Placement) else None
        return Annotation(
            id=kept.id,
            kind=kept.kind,
            start=placed.start if placed else None,
            end=placed.end if placed else None,
            quote=kept.anchor.quote if kept.anchor else "",
            prefix=kept.anchor.prefix if kept.anchor else "",
            suffix=kept.anchor.suffix if kept.anchor else "",
            colour=kept.colour,
            text=kept.text,
            entity=kept.entity,
            created=kept.created,
            modified=kept.modified,
            author=kept.author,
        )

    def _locate(self, wanted: Anchor) -> Placement | Orphan:
        """Where the anchored span is in the open article; found once, since neither it nor the text changes."""
        if wanted not in self._found:
            self._found[wanted] = self._placer.locate(wanted)
        return self._found[wanted]

    def _annotation(self, annotation_id: str) -> Annotation:
        return self._shown[self._present(annotation_id)][1]

    def _present(self, annotation_id: str) -> str:
        if annotation_id not in self._state.annotations:
            raise AnnotationError(_GONE)
        return annotation_id

    def _anchor(self, start: int, end: int) -> Anchor:
        return anchor(self._article.text, self._article.sha256, start, end)


def _position(annotation: Annotation) -> tuple[int, int, datetime, str]:
    start, end = (-1, -1) if annotation.start is None or annotation.end is None else (annotation.start, annotation.end)
    return start, end, annotation.created, annotation.id


def _known(colour: str) -> str:
    if colour not in COLOURS:
        raise ValueError(f"no colour of a highlight: {colour!r}")
    return colour


def _clean(text: str) -> str:
    """A note goes to the terminal like any text, and may have been pasted from anywhere."""
    return sanitise(text).text
