"""The picture of the company in a dossier: walked by arrows; its cursor is that of the list of company."""

from __future__ import annotations

from typing import TYPE_CHECKING, ClassVar

from textual.strip import Strip
from textual.widget import Widget

from tui.base.cell_text import one_line, pad
from tui.base.command_registry import CommandRegistry
from tui.base.commands import bindings
from tui.base.style_book import WidgetStyles, paint
from tui.dossier.entries import EntryRows
from tui.dossier.picture import LEAST_ROWS, picture
from tui.dossier.wording import companion as entry_of

if TYPE_CHECKING:
    from collections.abc import Callable

    from textual import events
    from textual.binding import BindingType

    from newsreader.dossier.circle import Placed
    from newsreader.dossier.model import Companion
    from tui.base.command_registry import Handler
    from tui.base.style_book import Line
    from tui.dossier.picture import Drawn

BELOW = 4
"""Rows below the picture, which tell of the one that is chosen."""
_COMMANDS = ("choose", "filter", "leave")


class CompanyPicture(Widget, can_focus=True):
    """Draws whoever there is room for, and below it what is known of the one with the cursor."""

    BINDINGS: ClassVar[list[BindingType]] = [
        *bindings("picture"),
        *(each for each in bindings("panel") if str(each.id).removeprefix("panel.") in _COMMANDS),
    ]

    def __init__(self, drawn: Drawn, commands: dict[str, Handler], moved: Callable[[int], object]) -> None:
        """`moved` is told the number of whoever the cursor is put on."""
        super().__init__(id="dossier-picture", classes="panel")
        self.display = False
        self._drawn = drawn
        self._here: int | None = None
        self._moved = moved
        self._lines: list[Line] | None = None
        self._styles = WidgetStyles(self)
        self.commands = CommandRegistry()
        self.commands.register(
            {
                "picture.up": lambda: self._step(-1),
                "picture.down": lambda: self._step(1),
                "picture.left": lambda: self._cross(left=True),
                "picture.right": lambda: self._cross(left=False),
                **commands,
            }
        )

    def show(self, drawn: Drawn) -> None:
        """Draw others; the cursor stays where it is if it can."""
        self._drawn = drawn
        self._draw()

    def put_cursor(self, number: int | None) -> None:
        """Put the cursor on one of them; on the first if that one is not drawn."""
        self._here = number
        self._draw()

    def _draw(self) -> None:
        self._lines = None
        self.refresh()

    def check_action(self, action: str, parameters: tuple[object, ...]) -> bool | None:
        """Leave alone the commands that have no meaning here."""
        return self.commands.allows(action, parameters)

    async def action_run(self, command_id: str) -> None:
        """Carry a command out."""
        await self.commands.run(command_id)

    # Who is where

    @property
    def _rows(self) -> int:
        return max(LEAST_ROWS, self.size.height - BELOW)

    @property
    def _placed(self) -> list[Placed]:
        return self._drawn.placed(self._rows)

    @property
    def here(self) -> Companion | None:
        """Whoever has the cursor."""
        drawn = {each.companion.id: each.companion for each in self._placed}
        first = next((each for each in self._drawn.company if each.id in drawn), None)
        return first if self._here is None else drawn.get(self._here, first)

    def _step(self, by: int) -> None:
        """Go up or down on the side of the cursor."""
        here = self._place
        side = sorted((each for each in self._placed if here and (each.x > 0) is (here.x > 0)), key=lambda each: each.y)
        if here is not None:
            at = side.index(here) + by
            self._go(side[max(0, min(at, len(side) - 1))])

    def _cross(self, *, left: bool) -> None:
        """Go to the nearest on the other side, if the cursor is not there."""
        here = self._place
        other = [each for each in self._placed if (each.x < 0) is left]
        if here is not None and other and (here.x < 0) is not left:
            self._go(min(other, key=lambda each: (abs(each.y - here.y), each.y)))

    @property
    def _place(self) -> Placed | None:
        here = self.here
        return next((each for each in self._placed if here is not None and each.companion.id == here.id), None)

    def _go(self, to: Placed) -> None:
        self.put_cursor(to.companion.id)
        self._moved(to.companion.id)

    # Drawing

    def notify_style_update(self) -> None:
        """Take the styles of the theme there is now."""
        super().notify_style_update()
        self._styles.clear()

    def on_resize(self) -> None:
        """Draw it anew in the new room."""
        self._draw()

    async def on_click(self, event: events.Click) -> None:
        """Choose whoever stands on the line that was clicked, on that side."""
        row, right = event.y, event.x >= self.size.width / 2
        heights = {min(self._rows - 1, int((each.y + 1) / 2 * self._rows)): each for each in self._placed
                   if (each.x > 0) is right}  # fmt: skip
        if row in heights:
            event.stop()
            self._go(heights[row])
            await self.commands.run("panel.choose")

    def render_line(self, y: int) -> Strip:
        """Draw line `y`."""
        width = self.size.width
        if self._lines is None:
            self._lines = self._drawing(width)
        line = self._lines[y] if y < len(self._lines) else [(" " * width, ())]
        return Strip(paint(line, self._styles), width)

    def _drawing(self, width: int) -> list[Line]:
        here = self.here
        if here is None:
            return [[(pad(" nobody in the same paragraphs", width), ("panel--quiet",))]]
        lines = picture(self._drawn, self._rows, width, here.id)
        met = ", ".join(f"{one_line(each.name)} {count:,}" for each, count in self._drawn.met_by(here.id))
        rows = EntryRows([entry_of(here)], width)
        told = [rows.draw(row, width) for row in range(min(len(rows), BELOW - 1))]
        beside = f" meets {met} there" if met else ""
        return [*lines, told[0], [(pad(beside, width), ("panel--quiet",))], *told[1:]]
