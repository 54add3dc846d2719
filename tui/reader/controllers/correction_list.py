"""The list of all corrections that hold for the article, to go to what one is about or to take it back."""

from __future__ import annotations

from functools import partial
from typing import TYPE_CHECKING

from newsreader.annotations.corrections import Scope
from newsreader.annotations.model import OWN
from newsreader.annotations.wording import correction_in_words
from tui.base.captions import excerpt
from tui.reader.provenance import sign_of

if TYPE_CHECKING:
    from collections.abc import Callable, Iterable

    from newsreader.annotations.corrections import Correction
    from newsreader.annotations.notebook import Notebook
    from tui.dialogs.choice import Changed
    from tui.reader.controllers.annotations import AnnotationController
    from tui.reader.controllers.mentions import MentionController
    from tui.reader.controllers.navigation import NavigationController
    from tui.reader.controllers.panes import PaneController
    from tui.reader.reader_context import ReaderContext


class CorrectionListController:
    """Shows the corrections one by one."""

    def __init__(
        self,
        context: ReaderContext,
        navigation: NavigationController,
        panes: PaneController,
        mentions: MentionController,
        annotations: AnnotationController,
    ) -> None:
        self._context = context
        self._navigation = navigation
        self._panes = panes
        self._mentions = mentions
        self._annotations = annotations
        context.commands.register({"reader.corrections": self.show})

    def show(self) -> None:
        """List what was corrected here, and what holds everywhere; the latest first."""
        known = self._known_corrections()
        if not known:
            self._context.say("Nothing has been corrected in this article; <article.correct> corrects a name.")
            return
        from tui.dialogs.choice import Choice

        def after(change: Callable[[Notebook, Correction], str], row: int, show: Changed) -> None:
            correction = known[row]

            def changed() -> None:
                known[:] = self._known_corrections()
                show(self._context.status.notice, self._rows(known))

            self._annotations.change(lambda notebook: change(notebook, correction), then=changed)

        here, everywhere = partial(after, _take_back), partial(after, _remove_everywhere)
        elsewhere = any(each.scope is Scope.EVERYWHERE for each in known)
        choice = Choice(
            "Corrections",
            self._rows(known),
            hints=[
                ("enter", "goes there"),
                ("x", "takes back"),
                *[("X", "everywhere")] * elsewhere,
                ("escape", "closes"),
            ],
            keys={"x": here, "D": here, "X": everywhere},
        )
        self._context.ask(choice, lambda row: None if row is None else self._go_to_correction(known[row]))

    def _known_corrections(self) -> list[Correction]:
        notebook = self._context.notebook
        return [*notebook.corrections.all[::-1]] if notebook else []

    def _rows(self, known: Iterable[Correction]) -> list[str]:
        reading = self._context.reading
        idle = reading.corrected.idle if reading and reading.corrected else ()
        return [_row(each, idle=each.id in idle) for each in known]

    def _go_to_correction(self, correction: Correction) -> None:
        """Go to the mention it was made on, else to the entity, else to where that was before it was taken away."""
        entity = self._context.entity(correction.subject.entity)
        span = (
            (correction.start, correction.end) if correction.start is not None else self._span_of_rejected(correction)
        )
        if span is not None and span[0] is not None:
            self._panes.focus_article()
            self._navigation.jump(span[0], end=span[1])
        elif entity is not None:
            self._mentions.choose(entity.id, 0)
        else:
            self._context.say(f"Nothing in this article is called {excerpt(correction.subject.name)}.")

    def _span_of_rejected(self, correction: Correction) -> tuple[int, int] | None:
        """Where the first mention is that a correction took away."""
        reading = self._context.reading
        rejected = reading.corrected.rejected if reading and reading.corrected else ()
        gone = (each.entity.mentions[0] for each in rejected if correction.id in each.corrections)
        return next(((each.start, each.end) for each in gone), None)


def _row(correction: Correction, *, idle: bool) -> str:
    sentence = correction_in_words(correction)
    remark = " (your gazetteer)" if not correction.here else " (finds nothing here)" if idle else ""
    author = "" if correction.author in OWN else f"{correction.author}: "
    return f"{sign_of(correction)} {author}{sentence[:1].upper()}{sentence[1:]}{remark}"


def _take_back(notebook: Notebook, correction: Correction) -> str:
    notebook.corrections.back_to_machine([correction.id])
    where = "" if correction.here else " in this article"
    return f"Taken back{where}: {correction_in_words(correction)}; <reader.undo> brings it back."


def _remove_everywhere(notebook: Notebook, correction: Correction) -> str:
    if correction.scope is not Scope.EVERYWHERE:
        return "That holds in this article alone; x takes it back."
    notebook.corrections.remove_everywhere(correction.id)
    return f"Removed for all articles: {correction_in_words(correction)}; <reader.undo> brings it back."
