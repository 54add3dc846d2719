"""The line below the article: the active match or what the cursor is on, the keys that help, how far one has read."""

from __future__ import annotations

from typing import TYPE_CHECKING

from tui.article.active_matches import MatchKind
from tui.base.bar_lines import SEPARATOR
from tui.base.captions import about, title_stands_in
from tui.base.keymap import resolve
from tui.panels.note_text import describe
from tui.panels.requests import PanelMoved
from tui.reader import panel_place, under_cursor
from tui.reader.hints import PLACES, SEARCHING, Situation, hints_for, offered
from tui.reader.provenance import about_mention

if TYPE_CHECKING:
    from collections.abc import Sequence

    from newsreader.annotations.model import Annotation
    from tui.article.active_matches import Matches
    from tui.base.bar_lines import Hint
    from tui.reader.reader_context import ReaderContext
    from tui.reader.reading import Reading


class StatusController:
    """Keeps the status line in line with everything else."""

    def __init__(self, context: ReaderContext) -> None:
        self._context = context
        self._keymap = resolve(context.session.config.keys)
        self._written: dict[tuple[Situation, tuple[str, ...]], Sequence[Hint]] = {}
        """The hints that there have been, by the situation and the commands."""
        context.listen({PanelMoved: lambda _: self.refresh()})

    def refresh(self) -> None:
        """Show the active matches and the keys that help now, once there is a screen."""
        if self._context.screen.is_mounted:
            self.show()

    def show(self) -> None:
        """Show all of it."""
        self._context.status.hints = self._hints()
        self.show_position()

    def show_about(self) -> None:
        """Say in the header where the article is from, of which day, and which one of its story it is."""
        reading = self._context.reading
        if reading is not None:
            self._context.header.about = SEPARATOR.join(filter(None, (about(reading.dated), reading.telling)))

    def show_position(self) -> None:
        """Show how far the article has been read, and what the cursor is on."""
        reading, view, status = self._context.reading, self._context.view, self._context.status
        articles = len(self._context.session.locations)
        shown = view.viewport.visible_range()
        self._context.header.repeats = reading is not None and title_stands_in(reading.article, *shown)
        which = f"{reading.index + 1} of {articles} · " if reading and articles > 1 else ""
        if self._in_list and (reading is None or reading.matches is None):
            which = f"{self._in_list} · "
        progress = view.viewport.progress if view.size or reading is None else reading.progress
        status.position = f"{which}{round(progress * 100)} %"
        status.headline, status.detail = self._here(reading) if reading else ("", "")

    def _here(self, reading: Reading) -> tuple[str, str]:
        """What the pane with the focus has to say of its place."""
        panel = self._context.sidebar.focused
        if self._context.searching and reading.matches is None:
            return "", "search the article"
        if panel is None:
            return self._counter(reading)
        headline, detail = panel_place.words(self._context, panel)
        target = panel.target
        if reading.matches is None or panel.filtering:
            return headline, detail
        if target is not None and target.kind == "entity" and target.id == reading.entity_id:
            return self._count(reading.matches, reading.current), detail
        return headline, f"{detail} · {self._count(reading.matches, reading.current)}"

    def _counter(self, reading: Reading) -> tuple[str, str]:
        matches, current = reading.matches, reading.current
        if matches is None:
            viewport = self._context.view.viewport
            here = self._annotation_here()
            return "", under_cursor.words(reading, viewport.cursor, viewport.line, here, self._context.plain)
        details = [matches.detail]
        if matches.kind is MatchKind.ANNOTATION:
            here = self._annotation_here()
            details.append(describe(here) if here else "")
        elif current is not None and reading.entity_id is not None and reading.corrected is not None:
            details.insert(0, about_mention(reading.corrected, reading.entity_id, matches.starts[current]))
        return self._count(matches, current), " · ".join(filter(None, details))

    @property
    def _in_list(self) -> str:
        """Where the article stands in the list that it was opened from."""
        walk = self._context.session.walk
        return walk.counter if walk else ""

    def _count(self, matches: Matches, current: int | None) -> str:
        """`Vladimir Putin 3/11`, and where the article is in its list; while there may be more, in words."""
        if not matches.counted:
            return f"{matches.title} counting…"
        count = f"{current + 1}/{len(matches)}" if current is not None else str(len(matches))
        reading = self._context.reading
        partial = matches.kind is MatchKind.ENTITY and reading is not None and reading.partial
        in_list = f" · {self._in_list}" if self._in_list else ""
        return f"{matches.title} {count}{' so far' if partial else ''}{in_list}"

    def _annotation_here(self) -> Annotation | None:
        """The annotation at the cursor. The view is asked first, which is quick: this runs at every step."""
        view = self._context.view
        return self._context.annotation_here if view.text_layers.annotation_at(view.viewport.cursor) else None

    def _hints(self) -> Sequence[Hint]:
        if self._context.screen.has_class("-zen") or self._context.app.screen is not self._context.screen:
            return ()
        if self._context.searching:
            return SEARCHING
        situation, panel = self._situation, self._context.sidebar.focused
        articles, library = len(self._context.session.locations), self._context.notebook is not None
        ids = offered(situation, articles=articles, library=library)
        if panel is not None:
            ids = panel_place.have_meaning(panel, ids)
        if (situation, ids) not in self._written:
            hints = hints_for(ids, self._keymap, PLACES[situation], typing=situation == "filter")
            self._written[situation, ids] = hints
        return self._written[situation, ids]

    @property
    def _situation(self) -> Situation:
        reading, panel = self._context.reading, self._context.sidebar.focused
        if panel is not None and panel.filtering:
            return "filter"
        if panel is not None:
            return "notes" if panel is self._context.sidebar.notes else "panel"
        if self._context.selecting:
            return "selection"
        return "matches" if reading is not None and reading.matches is not None else "reading"
