"""The company of a dossier, as a list or as a picture of whom a key says which; both have the same cursor."""

from __future__ import annotations

from typing import TYPE_CHECKING

from newsreader.dossier.gathering import Part
from tui.dossier.parts import PARTS
from tui.dossier.picture_view import CompanyPicture

if TYPE_CHECKING:
    from tui.base.command_registry import Handler
    from tui.dossier.screen import DossierContext

_AT = next(at for at, each in enumerate(PARTS) if each.part is Part.COMPANY)


class Company:
    """Has the picture in the place of the list wherever that is wanted."""

    def __init__(self, context: DossierContext, commands: dict[str, Handler]) -> None:
        """`commands` are what can be done with whoever is chosen, as in the list."""
        self._context = context
        self._as_picture = False
        self.picture = CompanyPicture(context.pages.drawn, commands, self._moved)

    @property
    def handlers(self) -> dict[str, Handler]:
        """Who carries out which command."""
        return {"dossier.picture": self.toggle}

    def toggle(self) -> None:
        """Draw the company, or list it; from another part, draw it."""
        in_front = self._context.pages.part is Part.COMPANY
        self._as_picture = not (self._as_picture and in_front)
        self._context.front(_AT)

    def look(self) -> None:
        """Show what is wanted of the part in front, as far as it has been read."""
        context, picture = self._context, self.picture
        shown = self._as_picture and context.pages.part is Part.COMPANY
        if shown:
            here = context.list.here
            picture.show(context.pages.drawn)
            picture.put_cursor(here.subject.number if here is not None and here.subject is not None else None)
        had_focus = picture.has_focus or context.list.has_focus
        picture.display, context.list.display = shown, not shown
        if had_focus:
            self.focus()

    def focus(self) -> None:
        """Go to what is shown."""
        (self.picture if self.picture.display else self._context.list).focus()

    def _moved(self, number: int) -> None:
        """Put the cursor of the list on the same one."""
        row = self._context.list.rows.number(("thing", number))
        if row is not None:
            self._context.list.put_cursor(row)
