"""Asks in which format something is to be written, and into which file."""

from __future__ import annotations

from dataclasses import dataclass
from typing import TYPE_CHECKING, ClassVar

from textual import on
from textual.binding import Binding
from textual.containers import Vertical
from textual.screen import ModalScreen
from textual.widgets import Input, Static

from newsreader.exports.saving import file_name
from tui.base.bars import HintLine
from tui.base.path_input import PathInput
from tui.dialogs.export_dialog import FILE_KEYS, KEYS, Row

if TYPE_CHECKING:
    from textual.app import ComposeResult
    from textual.binding import BindingType

    from newsreader.exports.format import ComparisonFormat, DossierFormat
    from newsreader.exports.registry import Formats

    AnyFormats = Formats[DossierFormat] | Formats[ComparisonFormat]


@dataclass(frozen=True, slots=True)
class WantedFile:
    """What is to be written, and where to."""

    format: str
    """The name of the format."""
    path: str
    """As it was typed."""


class FileDialog(ModalScreen["WantedFile | None"]):
    """Returns what was chosen, or None when the reader would rather not."""

    AUTO_FOCUS = "#export-format"
    BINDINGS: ClassVar[list[BindingType]] = [
        Binding("escape", "cancel", "Cancel"),
        Binding("ctrl+s,f2", "write", "Write", priority=True),
        Binding("down", "app.focus_next", "Down", show=False),
        Binding("up", "app.focus_previous", "Up", show=False),
    ]

    def __init__(self, what: str, stem: str, formats: AnyFormats, last: WantedFile | None = None) -> None:
        """Say `what` is written in one of the formats; a name for the file is made of `stem`.

        `last` is what was asked for before and could not be written.
        """
        super().__init__()
        self._what = what
        self._stem = stem
        self._formats = formats
        self._last = last
        self._format = Row("format", formats.names, self._label)
        self._file = PathInput(id="export-file", compact=True, select_on_focus=False)
        self._suffix = ""
        """How the name of the file ends if it goes with the format."""

    def compose(self) -> ComposeResult:
        """Put the format above the name of the file."""
        with Vertical(id="export", classes="dialog"):
            yield Static(f"Export {self._what}", classes="dialog--title", markup=False)
            yield self._format
            yield self._file
            yield HintLine(*KEYS)

    def on_mount(self) -> None:
        """Show what is chosen at first."""
        if self._last is not None:
            self._format.choose(self._last.format)
        self._suffix = self._formats[self._format.value].suffix
        self._file.value = self._last.path if self._last else file_name(self._stem, self._suffix)

    @on(Row.Changed)
    def name_file(self) -> None:
        """Have a name that ended as the format wanted it end as the new one does."""
        before, self._suffix = self._suffix, self._formats[self._format.value].suffix
        if self._file.value.endswith(before):
            self._file.value = self._file.value.removesuffix(before) + self._suffix

    def on_descendant_focus(self) -> None:
        """Show the keys of what has the focus now."""
        self.query_one(HintLine).show(*(FILE_KEYS if self._file.has_focus else KEYS))

    def on_path_input_candidates(self, message: PathInput.Candidates) -> None:
        """Show what the path may go on with."""
        self.query_one(HintLine).notice = message.words

    @on(Input.Changed)
    def show_keys(self) -> None:
        """Show the keys again."""
        self.query_one(HintLine).notice = ""

    @on(Input.Submitted)
    def action_write(self) -> None:
        """Return what was chosen."""
        path = self._file.value.strip()
        if path:
            self.dismiss(WantedFile(self._format.value, path))

    def action_cancel(self) -> None:
        """Return nothing."""
        self.dismiss(None)

    def _label(self, name: str) -> str:
        return f"{name}: {self._formats[name].about}"
