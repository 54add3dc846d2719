"""The annotations of one open article: read them, change them, undo it all.

Every change is in the journal on disk when the method returns. Methods that change something raise LibraryError when
that could not be done, and then nothing has happened; AnnotationError, which is one, when the annotation is gone.
"""

from __future__ import annotations

from typing import TYPE_CHECKING

from newsreader.annotations.anchor import Placer, Standing
from newsreader.annotations.correcting import Corrections
from newsreader.annotations.corrections.overlay import Overlay
from newsreader.annotations.editing import Editing
from newsreader.annotations.events import Change, Created, Dated, Imported, new_id, this_moment
from newsreader.annotations.gazetteer import corrections_everywhere, unread
from newsreader.annotations.journal import ArticleJournal
from newsreader.annotations.model import COLOURS, Annotation, Kind
from newsreader.annotations.wording import ALL, unread_in_words
from newsreader.sanitise import printable, sanitise

if TYPE_CHECKING:
    from collections.abc import Iterable
    from datetime import date

    from newsreader.annotations.anchor import Reanchored
    from newsreader.annotations.corrections.model import Correction
    from newsreader.annotations.editing import Choice
    from newsreader.annotations.model import Anchor, EditConflict
    from newsreader.article import Article
    from newsreader.store.library import Library
    from newsreader.store.protocols import Unit
    from newsreader.store.records import ArticleRecord


class Notebook:
    """The annotations on `article`, which the library knows as `record`, and the corrections of what was found in it.

    Several notebooks, in one process or many, may be open on one article: a change is always made to what the
    journal then says, so none overwrites another's, and `refresh` shows what others did.
    """

    def __init__(self, library: Library, record: ArticleRecord, article: Article) -> None:
        placer = Placer(article.text, article.sha256, library.text)
        self._standing = Standing(placer)
        self._journal = ArticleJournal(library, record, article, self._standing)
        self._editing = Editing(self._journal, self._standing)
        self.corrections = Corrections(self._journal, placer)
        """What the machine found is corrected here."""
        self._journal.refresh()

    @property
    def record(self) -> ArticleRecord:
        """What the library knows the article by now; noted anew if a copy that does not know it took its place."""
        return self._journal.current_record()

    @property
    def number(self) -> int:
        """What the library knew the article by when it was last asked; 0 for one that could not be noted."""
        return self._journal.record.id

    @property
    def annotations(self) -> tuple[Annotation, ...]:
        """What has its place: first what is on the whole article or an entity, then by position in the text."""
        return self._standing.placed

    @property
    def orphans(self) -> tuple[Annotation, ...]:
        """What quotes something that the text no longer has, or has in several places; oldest first."""
        return self._standing.orphans

    @property
    def reanchored(self) -> Reanchored:
        """What became of the annotations that were made on an earlier version of the text."""
        return self._standing.reanchored()

    @property
    def overlay(self) -> Overlay:
        """All that the person says of the article against what was found in it, and against its own date."""
        return Overlay(self.corrections.all, self._journal.state.published, self.unread)

    @property
    def unread(self) -> tuple[str, ...]:
        """What cannot be read of what was done to the article, or to all, a sentence each; the rest is there."""
        return self._journal.unread

    def annotation_at(self, offset: int) -> Annotation | None:
        """The annotation whose span has the code point `offset`: the shortest, and of equals the latest made."""
        return self._standing.at(offset)

    def highlight(self, start: int, end: int, colour: str) -> Annotation:
        """Highlight the span in one of `COLOURS`; raises ValueError for another colour or an empty span."""
        return self._create(Kind.HIGHLIGHT, self._standing.anchor(start, end), colour=_known(colour))

    def note(
        self, text: str, *, start: int | None = None, end: int | None = None, entity: str | None = None
    ) -> Annotation:
        """Write a note on a span, an entity or both; on the article if on neither. ValueError for an empty span."""
        span = None if start is None or end is None else self._standing.anchor(start, end)
        return self._create(Kind.NOTE, span, text=text, entity=entity)

    def bookmark(self, start: int, end: int, text: str = "") -> Annotation:
        """Mark a place to come back to; raises ValueError for an empty span."""
        return self._create(Kind.BOOKMARK, self._standing.anchor(start, end), text=text)

    def take_in(self, source: str, annotations: Iterable[Annotation], corrections: Iterable[Correction] = ()) -> int:
        """Import annotations and corrections as one act, and return how many were new; known ids are passed over."""
        offered = {each.id: each for each in annotations}
        corrected = {each.id: each for each in corrections}
        new = 0

        def decide(_: Unit) -> Change | None:
            nonlocal new
            state = self._journal.state
            fresh = tuple(each for name, each in offered.items() if name not in state.annotations)
            more = tuple(each for name, each in corrected.items() if name not in state.corrections)
            new = len(fresh) + len(more)
            return Imported(printable(source), fresh, more) if new else None

        self._journal.act(decide)
        return new

    def edit(self, annotation_id: str, text: str, seen: Annotation | None = None) -> Annotation:
        """Replace the note of an annotation; a highlight may have one too.

        `seen` is the annotation as it was when the editing began, by default as this notebook showed it last. Raises
        AnnotationError with the conflict, for `settle`, if another window changed the note since.
        """
        return self._editing.edit(annotation_id, _clean(text), seen)

    def retag(self, annotation_id: str, words: Iterable[str], seen: Annotation | None = None) -> Annotation:
        """Have just these tags in the note; AnnotationError with the conflict if another window gave it others."""
        return self._editing.retag(annotation_id, words, seen)

    def settle(self, conflict: EditConflict, choice: Choice) -> Annotation | None:
        """Do what was chosen of two texts of a note, and return the annotation; None if it stays deleted."""
        return self._editing.settle(conflict, choice)

    def recolour(self, annotation_id: str, colour: str) -> Annotation:
        """Give an annotation another of the `COLOURS`; raises ValueError if it is none of them."""
        return self._editing.recolour(annotation_id, _known(colour))

    def attach(self, annotation_id: str, start: int, end: int) -> Annotation:
        """Put an annotation, such as an orphan, on the span that the reader chose; ValueError for an empty span."""
        return self._editing.attach(annotation_id, self._standing.anchor(start, end))

    def delete(self, annotation_id: str, seen: Annotation | None = None) -> Annotation:
        """Remove an annotation, placed or not, and return it as it was; AnnotationError if it was changed unseen."""
        before = self._standing.find(annotation_id)
        self._editing.delete(annotation_id, seen)
        return before

    def date_article(self, published: date | None) -> None:
        """Say when the article was published; None lets what it says itself hold again."""
        self._journal.act(lambda _: Dated(published) if published != self._journal.state.published else None)

    def join(self, other: int, title: str) -> str | None:
        """Take in the article with the number `other` and all that was written on it, and say so.

        From now on whoever opens the other one gets this one. None if it is part of this one already.
        """
        return self._journal.join(other, title)

    def undo(self) -> str | None:
        """Undo the latest act on this article, and say which; None when there is nothing to undo."""
        return self._journal.undo()

    def redo(self) -> str | None:
        """Do again what was undone last, and say what; None when there is nothing, or something was done since."""
        return self._journal.redo()

    def refresh(self) -> bool:
        """Take in what other windows did to this article; whether there was anything. Cheap when there was not."""
        return self._journal.refresh()

    def _create(
        self, kind: Kind, span: Anchor | None, *, colour: str | None = None, text: str = "", entity: str | None = None
    ) -> Annotation:
        now = this_moment()
        made = Annotation(new_id(), kind, span, colour, _clean(text), entity, now, now)
        self._journal.act(lambda _: Created(made))
        return self._standing.find(made.id)


def overlay_of(library: Library, article: Article) -> Overlay:
    """What was said of `article` if the library knows it, and what the gazetteer suggests; notes nothing."""
    record = library.find(article)
    if record is not None:
        return Notebook(library, record, article).overlay
    with library.reading() as unit:
        said = unread_in_words(unread(unit), ALL)
        return Overlay(tuple(each for _, each in corrections_everywhere(unit)), unread=(said,) if said else ())


def _known(colour: str) -> str:
    if colour not in COLOURS:
        raise ValueError(f"no colour of a highlight: {colour!r}")
    return colour


def _clean(text: str) -> str:
    """A note goes to the terminal like any text, and may have been pasted from anywhere."""
    return sanitise(text).text
