"""The person’s own entries in the timeline of a dossier: written, changed, taken out."""

from __future__ import annotations

from datetime import date
from functools import partial
from typing import TYPE_CHECKING

from newsreader.annotations import timeline_entries
from newsreader.annotations.events import new_id
from newsreader.dossier.entering import as_typed, enter, typed_days
from newsreader.dossier.gathering import Part
from tui.base.cell_text import one_line
from tui.dossier import wording
from tui.dossier.parts import PARTS

if TYPE_CHECKING:
    from newsreader.annotations.events import NameKnown
    from newsreader.dossier.model import OwnEntry
    from tui.base.command_registry import Handler
    from tui.dialogs.entry_dialog import Typed
    from tui.dossier.acting import Acting
    from tui.dossier.screen import DossierContext

NOT_YOURS = "Go to an entry of yours in the timeline: it has the sign of a pencil."


class Entering:
    """Asks for entries, and has them kept."""

    def __init__(self, context: DossierContext, acting: Acting) -> None:
        self._context = context
        self._acting = acting

    @property
    def handlers(self) -> dict[str, Handler]:
        """Who carries out which command."""
        return {"dossier.entry": self.write, "dossier.remove_entry": self.remove}

    def write(self) -> None:
        """Ask for a new entry, and keep it."""
        if self._context.pages.overview is not None:
            self._context.front(next(at for at, each in enumerate(PARTS) if each.part is Part.TIMELINE))
            self._ask(None)
        else:
            self._context.say(self._context.pages.why_nothing)

    def change(self, entry: OwnEntry) -> None:
        """Ask what an entry is to say, and keep that."""
        self._ask(entry)

    def remove(self) -> None:
        """Take out the entry with the cursor."""
        here = self._context.list.here
        entry = here.own if here is not None else None
        if entry is None:
            self._context.say(NOT_YOURS)
        else:
            self._acting.do(lambda _: timeline_entries.remove(self._context.library, entry.id))

    def _ask(self, entry: OwnEntry | None) -> None:
        from tui.dialogs.entry_dialog import EntryDialog

        overview = self._context.pages.overview
        if overview is None:
            return
        name = overview.names[0]
        title = f"In the timeline of {one_line(overview.thing.name)}"
        read = partial(typed_days, today=date.today())
        typed = (as_typed(entry), entry.text) if entry else ("", "")
        self._context.screen.app.push_screen(EntryDialog(title, read, *typed), partial(self._keep, name, entry))

    def _keep(self, name: NameKnown, entry: OwnEntry | None, typed: Typed | None) -> None:
        if typed is not None:
            number = entry.id if entry else new_id()
            self._context.list.seek(wording.key_of_own(number))
            self._acting.do(lambda _: enter(self._context.library, name, typed.days, typed.text, number))
