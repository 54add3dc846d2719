"""Changing annotations that are there, and never unseen over what another window did to them meanwhile."""

from __future__ import annotations

from dataclasses import replace
from enum import StrEnum
from typing import TYPE_CHECKING

from newsreader.annotations.events import Attached, Created, Deleted, Edited, Recoloured, new_id, this_moment
from newsreader.annotations.model import GONE, AnnotationError, EditConflict
from newsreader.annotations.tagging import as_tag, with_tags

if TYPE_CHECKING:
    from collections.abc import Callable, Iterable

    from newsreader.annotations.anchor import Standing
    from newsreader.annotations.events import Change
    from newsreader.annotations.journal import ArticleJournal
    from newsreader.annotations.model import Anchor, Annotation

CHANGED = "This annotation was changed in another window meanwhile: look at it, and do this again if you still want to."


class Choice(StrEnum):
    """Which of two texts of a note is to hold."""

    MINE = "mine"
    THEIRS = "theirs"
    BOTH = "both"


class Editing:
    """Changes what is on the article of `journal`; `standing` says where it stands.

    Each method takes what the person saw, by default what this notebook showed last, and raises AnnotationError if that
    is not what the journal has by now.
    """

    def __init__(self, journal: ArticleJournal, standing: Standing) -> None:
        self._journal = journal
        self._standing = standing

    def edit(self, annotation: str, text: str, seen: Annotation | None = None) -> Annotation:
        """Replace the note; AnnotationError with the conflict, for `settle`, if another window did so, too."""

        def change(before: Annotation, now: Annotation | None) -> Change:
            if now is None or now.text not in (before.text, text):
                raise _conflict(EditConflict(before, text, now, _both(now.text, text) if now else text))
            return Edited(annotation, text)

        return self._act(annotation, change, seen)

    def retag(self, annotation: str, words: Iterable[str], seen: Annotation | None = None) -> Annotation:
        """Have just these tags in the note; AnnotationError with the conflict if another window gave it others."""
        wanted = tuple(words)

        def change(before: Annotation, now: Annotation | None) -> Change:
            if now is None:
                raise _conflict(EditConflict(before, mine := with_tags(before.text, wanted), None, mine))
            mine = with_tags(now.text, wanted)
            if {*now.tags} not in ({*before.tags}, {*filter(None, map(as_tag, wanted))}):
                raise _conflict(EditConflict(before, mine, now, with_tags(now.text, (*now.tags, *wanted))))
            return Edited(annotation, mine)

        return self._act(annotation, change, seen)

    def recolour(self, annotation: str, colour: str) -> Annotation:
        """Give it another colour."""

        def change(before: Annotation, now: Annotation | None) -> Change:
            _require(now, now is not None and now.colour in (before.colour, colour))
            return Recoloured(annotation, colour)

        return self._act(annotation, change)

    def attach(self, annotation: str, span: Anchor) -> Annotation:
        """Put it on a span."""

        def change(before: Annotation, now: Annotation | None) -> Change:
            _require(now, now is not None and now.anchor in (before.anchor, span))
            return Attached(annotation, span)

        return self._act(annotation, change)

    def delete(self, annotation: str, seen: Annotation | None = None) -> None:
        """Remove it."""

        def change(before: Annotation, now: Annotation | None) -> Change:
            _require(now, now is not None and (now.text, now.colour) == (before.text, before.colour))
            return Deleted(annotation)

        self._journal.act(self._decision(annotation, change, seen))

    def settle(self, conflict: EditConflict, choice: Choice) -> Annotation | None:
        """Do what was chosen, and return the annotation, None if it stays deleted. What is not chosen can be undone to.

        Raises AnnotationError with another conflict if another window was quicker again.
        """
        if conflict.theirs is None:
            return self._settle_deleted(conflict, choice)
        if choice is Choice.THEIRS:
            # Mine is written first, so that undoing brings it back.
            mine = self.edit(conflict.seen.id, conflict.mine, conflict.theirs)
            return self.edit(conflict.seen.id, conflict.theirs.text, mine)
        return self.edit(conflict.seen.id, conflict.both if choice is Choice.BOTH else conflict.mine, conflict.theirs)

    def _settle_deleted(self, conflict: EditConflict, choice: Choice) -> Annotation | None:
        """Keep my text in a new annotation, as the one that was deleted; it is deleted again if that was chosen."""
        made = replace(conflict.seen, id=new_id(), text=conflict.mine, modified=this_moment())
        self._journal.act(lambda _: Created(made))
        if choice is not Choice.THEIRS:
            return self._standing.find(made.id)
        self.delete(made.id)
        return None

    def _act(
        self,
        annotation: str,
        change: Callable[[Annotation, Annotation | None], Change],
        seen: Annotation | None = None,
    ) -> Annotation:
        self._journal.act(self._decision(annotation, change, seen))
        return self._standing.find(annotation)

    def _decision(
        self, annotation: str, change: Callable[[Annotation, Annotation | None], Change], seen: Annotation | None
    ) -> Callable[[object], Change]:
        """What is to be done to the annotation as it is then, given what it was when it was seen."""
        before = seen or self._standing.find(annotation)
        return lambda _: change(before, self._journal.state.annotations.get(annotation))


def _conflict(conflict: EditConflict) -> AnnotationError:
    return AnnotationError("This note was changed in another window meanwhile." if conflict.theirs else GONE, conflict)


def _require(now: Annotation | None, as_seen: bool) -> None:
    if now is None:
        raise AnnotationError(GONE)
    if not as_seen:
        raise AnnotationError(CHANGED)


def _both(theirs: str, mine: str) -> str:
    """One text with all that both have: theirs, and mine behind it, unless one of them has the other."""
    if mine in theirs or theirs in mine:
        return max(theirs, mine, key=len)
    return f"{theirs}\n\n{mine}"
