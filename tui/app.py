"""The Textual application: themes, keys, style sheets and the first screen. Everything else is in the screens."""

from __future__ import annotations

import gc
import os
import sys
from contextlib import contextmanager, suppress
from functools import partial
from typing import TYPE_CHECKING, ClassVar, Protocol, runtime_checkable

from textual import events
from textual.app import SuspendNotSupported
from textual.binding import Binding
from textual.worker import WorkerFailed

from newsreader.resources import styles_dir
from newsreader.sanitise import printable, sanitise
from tui.base import themes
from tui.base.commands import bindings
from tui.base.keymap import resolve
from tui.start import signals
from tui.start.typeahead import KeysInOrder

if TYPE_CHECKING:
    from collections.abc import Callable, Iterable, Iterator
    from pathlib import PurePath

    from rich.terminal_theme import TerminalTheme
    from textual.app import SystemCommand
    from textual.binding import BindingType
    from textual.command import Provider
    from textual.screen import Screen

    from tui.session import Session

PROBLEM_SECONDS = 15
"""How long what is wrong with the settings stays on the screen."""

LOOK_EVERY = 1.0
"""Seconds between two looks at whether the terminal is still there."""


def _commands() -> type[Provider]:
    from tui.base.palette import CommandProvider

    return CommandProvider


@runtime_checkable
class Keeps(Protocol):
    """A screen with something that is to be kept when the application ends."""

    def keep(self) -> None:
        """Keep it: the place in an article, the draft of a note."""


class NewsreaderApp(KeysInOrder, inherit_bindings=False):
    """Shows the articles of a session, or the start screen if there are none.

    Textual's own ctrl+q is not inherited: it would quit from within a note that is being written.
    """

    TITLE = "newsreader"
    BINDINGS: ClassVar[list[BindingType]] = [
        *bindings("app"),
        Binding("ctrl+c", "help_quit", show=False, system=True),
    ]
    COMMANDS: ClassVar[set[type[Provider] | Callable[[], type[Provider]]]] = {_commands}
    CSS_PATH: ClassVar[str | PurePath | list[str | PurePath] | None] = [
        str(sheet) for sheet in sorted(styles_dir().glob("*.tcss"))
    ]
    _ansi: tuple[str, TerminalTheme] | None = None
    """The theme for named colours, and of which theme it is."""
    ENABLE_COMMAND_PALETTE = True
    COMMAND_PALETTE_BINDING = "ctrl+backslash"

    def __init__(self, session: Session) -> None:
        """Take the session; nothing is opened before the application runs."""
        self.without_colour = "NO_COLOR" in os.environ
        super().__init__(ansi_color=self.without_colour or None)
        self.session = session
        if sys.platform != "win32" and (session.before is not None or signals.has_terminal()):
            from tui.start.takeover import TakeoverDriver

            self.driver_class = partial(TakeoverDriver, before=session.before)  # type: ignore[assignment]
        self.failure: Exception | None = None
        """What nobody handled, and ended the application."""
        self.away = False
        """Whether the terminal is somebody else's for the moment."""
        self.signals = signals.Signals(self)
        self.animation_level = "none"
        for theme in themes.THEMES:
            self.register_theme(theme)
        self.theme = self._chosen_theme()

    def _chosen_theme(self) -> str:
        wanted = "ansi" if self.without_colour else self.session.config.theme
        return wanted if wanted in self.available_themes else themes.suited_to(os.environ)

    def get_theme_variable_defaults(self) -> dict[str, str]:
        """Give themes that are not ours the colours of categories and highlights."""
        return themes.variables_for(dark=self.current_theme.dark)

    def on_mount(self) -> None:
        """Take the terminal's signals on and say what was wrong with the settings."""
        if not self.is_headless:
            self.signals.take_over()
            if self.session.before is not None or signals.has_terminal():
                self.set_interval(LOOK_EVERY, self._end_without_terminal)
        keymap = resolve(self.session.config.keys)
        self.set_keymap(keymap.for_textual())
        problems = (self.session.notice, *self.session.config.problems, *keymap.problems, self._theme_problem())
        if said := "\n".join(problem for problem in problems if problem):
            self.notify(said, severity="warning", timeout=PROBLEM_SECONDS, markup=False)

    def on_ready(self) -> None:
        """Let garbage be collected again, if that was put off; what was made on the way here stays."""
        if not gc.isenabled():
            gc.freeze()
            gc.enable()

    def refresh_css(self, animate: bool = True) -> None:
        """Before there is a screen only take in the theme's colours: the sheets are parsed when that is styled."""
        if self.screen_stack:
            super().refresh_css(animate)
        else:
            self.stylesheet.set_variables(self.get_css_variables())

    def get_default_screen(self) -> Screen[None]:
        """The screen that everything else opens above: the articles, or the start screen if there are none."""
        if self.session.locations:
            from tui.reader.screen import ReaderScreen

            return ReaderScreen(self.session)
        from tui.library.screen import LibraryScreen

        return LibraryScreen(self.session)

    @property
    def ansi_theme(self) -> TerminalTheme:
        """As Textual has it, but not looked up for each row painted, which takes a quarter of a frame (measured)."""
        if self._ansi is None or self._ansi[0] != self.theme:
            self._ansi = self.theme, super().ansi_theme
        return self._ansi[1]

    def _theme_problem(self) -> str | None:
        wanted = self.session.config.theme
        if wanted is None or wanted in self.available_themes:
            return None
        return f"There is no theme “{printable(wanted)}”; there are {', '.join(themes.NAMES)}."

    def get_system_commands(self, screen: Screen[object]) -> Iterable[SystemCommand]:
        """Leave Textual's own commands out of the palette."""
        return ()

    async def on_event(self, event: events.Event) -> None:
        """Let pasted text through the gate for text from outside before any widget shows it."""
        if isinstance(event, events.Paste):
            event.text = sanitise(event.text).text
        await super().on_event(event)

    # Commands

    def action_app_help(self) -> None:
        """Show the keys of what has the focus."""
        from tui.dialogs.help import HelpScreen

        if not isinstance(self.screen, HelpScreen):
            self.push_screen(HelpScreen.for_screen(self.screen, resolve(self.session.config.keys)))

    def action_app_palette(self) -> None:
        """Open the command palette."""
        self.action_command_palette()

    def action_app_theme(self) -> None:
        """Change to the next theme."""
        self.theme = themes.following(self.theme)

    async def action_app_quit(self) -> None:
        """Leave newsreader, every article at its place."""
        self.end()

    def end(self, code: int = 0) -> None:
        """Leave newsreader with an exit code; all that the screens have is kept."""
        self.keep()
        self.exit(return_code=code)

    def _end_without_terminal(self) -> None:
        """End when the terminal was closed without a word, of which the thread that reads keys takes no notice.

        At once: Textual would wait for ever for a thread to write what ends the full screen.
        """
        if not signals.has_terminal():
            self.keep()
            os._exit(signals.HUNG_UP)

    def keep(self) -> None:
        """Have every screen keep what it has, the draft of a note above the article's place."""
        for screen in reversed(self.screen_stack):
            if isinstance(screen, Keeps):
                screen.keep()

    def action_app_suspend(self) -> None:
        """Give the terminal back to the shell until it lets newsreader go on."""
        if not signals.can_stop():
            self.notify("There is no shell here that could take over.", markup=False)
            return
        with suppress(SuspendNotSupported), self.suspend():
            signals.stop()

    def go_on(self) -> None:
        """Set up the terminal anew after a stop that nobody announced; others may have used it meanwhile."""
        with suppress(SuspendNotSupported), self.suspend():
            pass

    @contextmanager
    def suspend(self) -> Iterator[None]:
        """Leave the terminal to others for the length of the block."""
        self.away = True
        try:
            with super().suspend():
                yield
        finally:
            self.away = False

    def action_help_quit(self) -> None:
        """Tell a reader who presses ctrl+c how to leave."""
        self.notify("Press q to go back or quit, Q to quit.", timeout=4, markup=False)

    def _handle_exception(self, error: Exception) -> None:
        """Keep an error that nobody handled for `run`, and restore the terminal without showing a traceback there.

        Textual has no public place for this. Without a terminal, which is in tests, its own way is the best.
        """
        if self.failure is None:
            cause = error.error if isinstance(error, WorkerFailed) else error
            self.failure = cause if isinstance(cause, Exception) else error
            with suppress(Exception):
                self.keep()
        super()._handle_exception(error if self.is_headless else _Silent())


class _Silent(Exception):  # noqa: N818
    """Stands in for an error that is shown elsewhere."""

    def __rich__(self) -> str:
        """Draw nothing."""
        return ""


def run(session: Session) -> int:
    """Run the interface until the reader leaves, and return the exit code.

    An error that nobody handled is raised again once the terminal is restored.
    """
    app = NewsreaderApp(session)
    with app.signals:
        app.run()
    if app.failure is not None:
        raise app.failure
    return app.return_code or 0
