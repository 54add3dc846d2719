"""The line below the article: the active match or what the cursor is on, the keys that help, how far one has read."""

from __future__ import annotations

from typing import TYPE_CHECKING

from tui.article.active_matches import MatchKind
from tui.base.keymap import resolve
from tui.panels.note_text import describe
from tui.reader import under_cursor
from tui.reader.hints import OFFERED, PLACES, SEARCHING, Situation, hints_for
from tui.reader.provenance import about_mention

if TYPE_CHECKING:
    from collections.abc import Sequence

    from newsreader.annotations.model import Annotation
    from tui.base.bar_lines import Hint
    from tui.reader.reader_context import ReaderContext
    from tui.reader.reading import Reading


class StatusController:
    """Keeps the status line in line with everything else."""

    def __init__(self, context: ReaderContext) -> None:
        self._context = context
        self._keymap = resolve(context.session.config.keys)
        self._offered: dict[Situation, Sequence[Hint]] = {}
        """The hints of each situation that there has been."""

    def refresh(self) -> None:
        """Show the active matches and the keys that help now, once there is a screen."""
        if self._context.screen.is_mounted:
            self.show()

    def show(self) -> None:
        """Show all of it."""
        self._context.status.hints = self._hints()
        self.show_position()

    def show_position(self) -> None:
        """Show how far the article has been read, and what the cursor is on."""
        reading, view, status = self._context.reading, self._context.view, self._context.status
        articles = len(self._context.session.locations)
        which = f"{reading.index + 1} of {articles} · " if reading and articles > 1 else ""
        progress = view.viewport.progress if view.size or reading is None else reading.progress
        status.position = f"{which}{round(progress * 100)} %"
        status.headline, status.detail = self._counter(reading) if reading else ("", "")

    def _counter(self, reading: Reading) -> tuple[str, str]:
        matches, current = reading.matches, reading.current
        if matches is None:
            return "", under_cursor.words(reading, self._context.view.viewport.cursor, self._annotation_here())
        count = f"{current + 1}/{len(matches)}" if current is not None else str(len(matches))
        count = count if matches.counted else "…"
        details = [matches.detail]
        if matches.kind is MatchKind.ANNOTATION:
            here = self._annotation_here()
            details.append(describe(here) if here else "")
        elif current is not None and reading.entity_id is not None and reading.corrected is not None:
            details.insert(0, about_mention(reading.corrected, reading.entity_id, matches.starts[current]))
        return f"{matches.title} {count}", " · ".join(filter(None, details))

    def _annotation_here(self) -> Annotation | None:
        """The annotation at the cursor. The view is asked first, which is quick: this runs at every step."""
        view = self._context.view
        return self._context.annotation_here if view.text_layers.annotation_at(view.viewport.cursor) else None

    def _hints(self) -> Sequence[Hint]:
        if self._context.screen.has_class("-zen"):
            return ()
        if self._context.searching:
            return SEARCHING
        situation = self._situation
        if situation not in self._offered:
            self._offered[situation] = hints_for(OFFERED[situation], self._keymap, PLACES[situation])
        return self._offered[situation]

    @property
    def _situation(self) -> Situation:
        reading, sidebar = self._context.reading, self._context.sidebar
        if self._context.selecting:
            return "selection"
        if sidebar.has_focus_within:
            return "notes" if sidebar.notes.has_focus else "panel"
        return "matches" if reading is not None and reading.matches is not None else "reading"
