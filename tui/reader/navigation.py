"""Moving through the article: lines, pages, paragraphs, headings, jumps and marks."""

from __future__ import annotations

from typing import TYPE_CHECKING, Literal

from newsreader.article import ParagraphKind
from newsreader.store.errors import LibraryError
from tui.reader.base import ReaderBase
from tui.reader.jumps import Place

if TYPE_CHECKING:
    from textual import events

    from tui.article.messages import GutterClicked

LETTERS = frozenset("abcdefghijklmnopqrstuvwxyz")


class Navigation(ReaderBase):
    """Everything that changes which part of the article is on the screen."""

    _awaited: Literal["set", "go"] | None = None
    """What the next letter is for, after `m` or `'`."""

    def action_article_line_down(self) -> None:
        """Scroll one line down."""
        self.view.scroll_lines(1)

    def action_article_line_up(self) -> None:
        """Scroll one line up."""
        self.view.scroll_lines(-1)

    def action_article_page_down(self) -> None:
        """Scroll one screen down."""
        self.view.scroll_pages(1)

    def action_article_page_up(self) -> None:
        """Scroll one screen up."""
        self.view.scroll_pages(-1)

    def action_article_half_page_down(self) -> None:
        """Scroll half a screen down."""
        self.view.scroll_pages(0.5)

    def action_article_half_page_up(self) -> None:
        """Scroll half a screen up."""
        self.view.scroll_pages(-0.5)

    def action_article_top(self) -> None:
        """Go to the first line, so that one can come back."""
        self._leave_here()
        self.view.go_top()

    def action_article_bottom(self) -> None:
        """Go to the last line, so that one can come back."""
        self._leave_here()
        self.view.go_bottom()

    def action_article_next_paragraph(self) -> None:
        """Go to the next paragraph."""
        self.view.move_paragraph(1)

    def action_article_previous_paragraph(self) -> None:
        """Go to the paragraph before."""
        self.view.move_paragraph(-1)

    # Jumps

    def action_reader_back(self) -> None:
        """Go back to where the last jump began."""
        place = self.reading.jumps.back(self.here()) if self.reading else None
        if place is None:
            self.say("There is no jump to go back from.")
        else:
            self.return_to(place)

    def action_reader_forward(self) -> None:
        """Go forward to where the reader went back from."""
        place = self.reading.jumps.forward(self.here()) if self.reading else None
        if place is None:
            self.say("There is nothing to go forward to.")
        else:
            self.return_to(place)

    def on_gutter_clicked(self, event: GutterClicked) -> None:
        """Note where the reader came from; the view has gone there itself."""
        event.stop()
        reading = self.reading
        if reading is None:
            return
        reading.jumps.push(Place(event.origin, event.origin))
        if reading.matches is not None:
            reading.current = self.view.current = reading.matches.at(event.offset)
        self.refresh_status()

    def _leave_here(self) -> None:
        if self.reading is not None:
            self.reading.jumps.push(self.here())

    # Marks

    def action_article_set_mark(self) -> None:
        """Wait for the letter of the mark."""
        self._await("set", "Mark this place: a letter from a to z.")

    def action_article_go_to_mark(self) -> None:
        """Wait for the letter of the mark to go to."""
        self._await("go", f"Go to a mark: {' '.join(sorted(self._marks())) or 'none set yet'}, or ' for the last jump.")

    def on_key(self, event: events.Key) -> None:
        """Take the letter after `m` or `'`; any other key calls it off."""
        awaited, self._awaited = self._awaited, None
        if awaited is None:
            return
        event.stop()
        self.status.be_silent()
        if event.character in LETTERS:
            self._set_mark(event.character) if awaited == "set" else self._go_to_mark(event.character)
        elif awaited == "go" and event.character == "'":
            self._go_before_jump()

    def _await(self, what: Literal["set", "go"], sentence: str) -> None:
        self._awaited = what
        self.say(sentence)

    def _marks(self) -> dict[str, int]:
        library, notebook = self.session.library, self.notebook
        if library is None or notebook is None:
            return {}
        try:
            return library.marks(notebook.record)
        except LibraryError as error:
            self.say(str(error))
            return {}

    def _set_mark(self, letter: str) -> None:
        library, notebook = self.session.library, self.notebook
        if library is None or notebook is None:
            self.say("Marks cannot be kept without a library.")
            return
        try:
            library.set_mark(notebook.record, letter, self.view.top_offset)
        except LibraryError as error:
            self.say(str(error))
        else:
            self.say(f"Mark {letter} is set.")

    def _go_to_mark(self, letter: str) -> None:
        offset = self._marks().get(letter)
        if offset is None:
            self.say(f"There is no mark {letter}.")
            return
        self._leave_here()
        self.view.go_to(offset, align="top")

    def _go_before_jump(self) -> None:
        place = self.reading.jumps.before if self.reading else None
        if place is None:
            self.say("There was no jump yet.")
            return
        self._leave_here()
        self.return_to(place)

    # Headings

    def action_reader_headings(self) -> None:
        """List the title and the headings, to go to one."""
        if self.reading is None:
            return
        article = self.reading.article
        wanted = (ParagraphKind.TITLE, ParagraphKind.HEADING)
        found = [paragraph for paragraph in article.paragraphs if paragraph.kind in wanted]
        if not any(paragraph.kind is ParagraphKind.HEADING for paragraph in found):
            self.say("This article has no headings.")
            return
        from tui.dialogs.headings import HeadingsScreen

        rows = [(article.text[each.start : each.end], each.start) for each in found]
        self.app.push_screen(HeadingsScreen(rows, self.view.top_offset), self._go_to_heading)

    def _go_to_heading(self, offset: int | None) -> None:
        if offset is not None:
            self._leave_here()
            self.view.go_to(offset, align="top")
