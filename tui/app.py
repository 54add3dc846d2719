"""The Textual application: themes, keys, style sheets and the first screen. Everything else is in the screens."""

from __future__ import annotations

import gc
import os
import sys
from contextlib import contextmanager
from dataclasses import replace
from functools import partial
from typing import TYPE_CHECKING, ClassVar, cast

from textual.binding import Binding
from textual.events import Paste

from newsreader.resources import styles_dir
from newsreader.sanitise import printable, sanitise
from tui.base import themes
from tui.base.bars import StatusLine
from tui.base.command_registry import CommandRegistry
from tui.base.commands import bindings
from tui.base.keymap import resolve, with_keys
from tui.reader.drafts import keep_the_rest
from tui.start import signals
from tui.start.lifecycle import Lifecycle
from tui.start.typeahead import KeysInOrder

if TYPE_CHECKING:
    from collections.abc import Callable, Iterable, Iterator
    from pathlib import PurePath

    from rich.terminal_theme import TerminalTheme
    from textual.app import SystemCommand
    from textual.binding import BindingType
    from textual.command import Provider
    from textual.driver import Driver
    from textual.events import Event
    from textual.screen import Screen

    from newsreader.config import Config
    from newsreader.store.library import Library
    from tui.library.asked import FirstList
    from tui.reader.elsewhere import DossierWanted, LibraryWanted
    from tui.reader.session import Session

LONGEST = 30.0
"""Seconds for which it is waited at the end until everything is kept."""
PROBLEM_SECONDS = 15
"""How long what is wrong with the settings stays on the screen."""


def _commands() -> type[Provider]:
    from tui.base.command_palette import CommandProvider

    return CommandProvider


class NewsreaderApp(KeysInOrder, inherit_bindings=False):
    """Shows the articles of a session, or the library if there are none.

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
    COMMAND_PALETTE_BINDING = "ctrl+backslash"
    _ansi: tuple[str, TerminalTheme] | None = None
    """The theme for named colours, and of which theme it is."""

    def __init__(self, session: Session, listed: FirstList | None = None) -> None:
        """Take the session, and what the library begins with if it has been asked for already.

        Nothing is opened before the application runs.
        """
        without_colour = "NO_COLOR" in os.environ
        super().__init__(driver_class=_driver(session), ansi_color=without_colour or None)
        self.session = session
        self.listed = listed
        self.lifecycle = Lifecycle(self, partial(_finished, session.library))
        self.commands = CommandRegistry()
        self.commands.register(
            {
                "app.help": partial(_show_help, self),
                "app.palette": self.action_command_palette,
                "app.theme": partial(_change_theme, self),
                "app.suspend": self.lifecycle.stop,
                "app.quit": self.lifecycle.end,
            }
        )
        self.animation_level = "none"
        for theme in themes.THEMES:
            self.register_theme(theme)
        wanted = "ansi" if without_colour else session.config.theme
        self.theme = wanted if wanted in self.available_themes else themes.suited_to(os.environ)

    def get_theme_variable_defaults(self) -> dict[str, str]:
        """Give themes that are not ours the colours of categories and highlights."""
        return themes.variables_for(dark=self.current_theme.dark)

    def action_command_palette(self) -> None:
        """Show the commands, unless they are shown."""
        from tui.base.command_palette import Palette

        if not isinstance(self.screen, Palette):
            self.push_screen(Palette(id="--command-palette"))

    def on_mount(self) -> None:
        """Take the terminal's signals on and say what was wrong with the settings."""
        if not self.is_headless:
            self.lifecycle.begin(has_terminal=self.session.before is not None or signals.has_terminal())
        keymap = resolve(self.session.config.keys)
        self.set_keymap(keymap.for_textual())
        theme = _theme_problem(self.session.config, self.available_themes)
        problems = (self.session.notice, *self.session.config.problems, *keymap.problems, theme)
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
        """The screen that everything else opens above: the articles, or the library if there are none."""
        if self.session.locations:
            from tui.reader.screen import ReaderScreen

            return ReaderScreen(self.session)
        from tui.library.screen import LibraryScreen

        return LibraryScreen(self.session, self.listed)

    def on_library_wanted(self, message: LibraryWanted) -> None:
        """Go back to the library that the reader was opened from, or open it, and show what the query finds there."""
        from tui.library.screen import LibraryScreen

        below = next((each for each in reversed(self.screen_stack) if isinstance(each, LibraryScreen)), None)
        while below is not None and self.screen is not below:
            self.screen.dismiss()
        if below is None:
            below = LibraryScreen(replace(self.session, locations=(), first=None))
            self.push_screen(below)
        below.call_later(below.find, message.query)

    def on_dossier_wanted(self, message: DossierWanted) -> None:
        """Show the dossier above what is on the screen."""
        from tui.dossier.screen import DossierScreen

        if self.session.library is not None:
            self.push_screen(DossierScreen(self.session, self.session.library, message.subject))

    @property
    def ansi_theme(self) -> TerminalTheme:
        """As Textual has it, but not looked up for each row painted, which takes a quarter of a frame (measured)."""
        if self._ansi is None or self._ansi[0] != self.theme:
            self._ansi = self.theme, super().ansi_theme
        return self._ansi[1]

    def get_system_commands(self, screen: Screen[object]) -> Iterable[SystemCommand]:
        """Leave Textual's own commands out of the palette."""
        return ()

    async def on_event(self, event: Event) -> None:
        """Let pasted text through the gate for text from outside before any widget shows it."""
        if isinstance(event, Paste):
            event.text = sanitise(event.text).text
        await super().on_event(event)

    def before_key(self) -> None:
        """Take away what was said about the key before; while a dialog is open, the line behind it stays."""
        for line in self.screen.query_children(StatusLine):
            line.be_silent()

    # Commands

    def check_action(self, action: str, parameters: tuple[object, ...]) -> bool | None:
        """Let the keys of a command through only where it can be carried out."""
        return self.commands.allows(action, parameters)

    async def action_run(self, command_id: str) -> None:
        """Carry a command out."""
        await self.commands.run(command_id)

    def action_help_quit(self) -> None:
        """Tell a reader who presses ctrl+c how to leave."""
        leaving = "Press <reader.leave> to go back or quit, <app.quit> to quit."
        self.notify(with_keys(leaving, resolve(self.session.config.keys)), timeout=4, markup=False)

    # The terminal

    @contextmanager
    def suspend(self) -> Iterator[None]:
        """Leave the terminal to others for the length of the block."""
        with self.lifecycle.absence(), super().suspend():
            yield

    def _handle_exception(self, error: Exception) -> None:
        """Keep an error that nobody handled for `run`, and restore the terminal without showing a traceback there.

        Textual has no public place for this. Without a terminal, which is in tests, its own way is the best.
        """
        self.lifecycle.fail(error)
        super()._handle_exception(error if self.is_headless else _Silent())


class _Silent(Exception):  # noqa: N818
    """Stands in for an error that is shown elsewhere."""

    def __rich__(self) -> str:
        """Draw nothing."""
        return ""


def _show_help(app: NewsreaderApp) -> None:
    """Show the keys of what has the focus."""
    from tui.dialogs.help import HelpScreen

    if not isinstance(app.screen, HelpScreen):
        app.push_screen(HelpScreen.for_screen(app.screen, resolve(app.session.config.keys)))


def _change_theme(app: NewsreaderApp) -> None:
    """Change to the next theme."""
    app.theme = themes.following(app.theme)


def _driver(session: Session) -> type[Driver] | None:
    """What reads keys from the terminal and draws on it; None leaves it to Textual."""
    if sys.platform != "win32" and (session.before is not None or signals.has_terminal()):
        from tui.start.takeover import TakeoverDriver

        return cast("type[Driver]", partial(TakeoverDriver, before=session.before, early=session.early))
    return None


def _theme_problem(config: Config, known: Iterable[str]) -> str | None:
    if config.theme is None or config.theme in known:
        return None
    return f"There is no theme “{printable(config.theme)}”; choose one of {', '.join(themes.NAMES)}."


def _finished(library: Library | None) -> None:
    """Wait until the library has done what it was told."""
    if library is not None:
        library.queue.finish(LONGEST)


def unfinished(library: Library | None) -> Iterator[str]:
    """Wait until the library has done what it was told, and say so; on a server that may take a while."""
    if library is None or not library.queue.busy:
        return
    yield "The library is still being told what you did…"
    for sentence in dict.fromkeys(map(str, library.queue.finish(LONGEST))):
        yield f"Something you did was not kept: {printable(sentence)}"
    if library.queue.busy:
        yield "What you did last may not have been kept: the library does not answer."


def run(session: Session, listed: FirstList | None = None) -> int:
    """Run the interface until the reader leaves, and return the exit code.

    An error that nobody handled is raised again once the terminal is restored.
    """
    app = NewsreaderApp(session, listed)
    with app.lifecycle.signals:
        app.run()
        for sentence in unfinished(session.library):
            print(f"newsreader: {sentence}", file=sys.stderr)
    for text in keep_the_rest(session.library):
        print(f"newsreader: A note could not be kept. It was:\n\n{sanitise(text).text}\n", file=sys.stderr)
    if app.lifecycle.failure is not None:
        raise app.lifecycle.failure
    return app.return_code or 0
