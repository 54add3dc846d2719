"""The export dialog: which annotations, in which format, into which file. Every line is one choice."""

from __future__ import annotations

from dataclasses import dataclass
from typing import TYPE_CHECKING, ClassVar

from textual.binding import Binding
from textual.containers import Vertical
from textual.content import Content
from textual.message import Message
from textual.screen import ModalScreen
from textual.widgets import Static

from newsreader.annotations.model import COLOURS, Kind
from newsreader.exports import registry
from newsreader.exports.saving import file_name
from newsreader.query.selection import Selection
from tui.base.bars import HintLine
from tui.base.path_input import PathInput

if TYPE_CHECKING:
    from collections.abc import Callable, Sequence

    from textual.app import ComposeResult
    from textual.binding import BindingType

    from newsreader.annotations.model import Annotation
    from newsreader.exports.format import AnnotationFormat

KEYS = (("down", ""), ("up", "chooses"), ("left", ""), ("right", "changes"), ("enter", "writes"), ("escape", "closes"))
FILE_KEYS = (("up", "chooses"), ("tab", "completes a path"), ("enter", "writes"), ("escape", "closes"))
ALL = "all"
WHOSE = {ALL: "everybody", "person": "you", "import": "imported"}
"""Who wrote the annotations, and how the reader is told."""
NAMES = {"all": None, "yours": frozenset({"person", "gazetteer"}), "found": frozenset({"machine"})}
"""Whose names and dates are written, for the formats that have them, and `none`."""
NONE = "none"


@dataclass(frozen=True, slots=True)
class Export:
    """What is to be written, and where to."""

    format: AnnotationFormat
    selection: Selection
    names: bool
    """Whether names and dates are wanted, too."""
    provenance: frozenset[str] | None
    """Whose; None for everybody's."""
    path: str
    """As it was typed."""


class Row(Static, can_focus=True):
    """One choice: its name, and the value that the arrow keys change."""

    BINDINGS: ClassVar[list[BindingType]] = [
        Binding("right,l,space", "change(1)", "Next value"),
        Binding("left,h", "change(-1)", "Value before"),
        Binding("down,j", "app.focus_next", "Down", show=False),
        Binding("up,k", "app.focus_previous", "Up", show=False),
        Binding("enter", "screen.write", "Write"),
    ]

    class Changed(Message):
        """Another value was chosen."""

    def __init__(self, name: str, values: Sequence[str], label: Callable[[str], str] = str) -> None:
        super().__init__(id=f"export-{name}", classes="export--row", markup=False)
        self._name_shown = name
        self._values = values
        self._label = label
        self._index = 0

    @property
    def value(self) -> str:
        """The chosen value."""
        return self._values[self._index]

    @property
    def chosen(self) -> tuple[str, ...]:
        """The value as a filter takes it: nothing for all."""
        return () if self.value == ALL else (self.value,)

    def choose(self, value: str = ALL) -> None:
        """Choose a value, if it is one of these."""
        if value in self._values:
            self._index = self._values.index(value)
            self.refresh()

    def render(self) -> Content:
        """The name and the value, which stands between arrows while the row has the focus."""
        label = self._label(self.value)
        return Content(f"{self._name_shown:<8} {'‹ ' + label + ' ›' if self.has_focus else '  ' + label}")

    def action_change(self, step: int) -> None:
        """Choose the next value, or the one before."""
        self._index = (self._index + step) % len(self._values)
        self.refresh()
        self.post_message(self.Changed())


class ExportDialog(ModalScreen[Export | None]):
    """Asks what to export; returns that, or None when the reader would rather not."""

    AUTO_FOCUS = "#export-format"
    BINDINGS: ClassVar[list[BindingType]] = [
        Binding("escape", "cancel", "Cancel"),
        Binding("ctrl+s,f2", "write", "Write", priority=True),
        Binding("down", "app.focus_next", "Down", show=False),
        Binding("up", "app.focus_previous", "Up", show=False),
    ]

    def __init__(
        self, title: str, annotations: Sequence[Annotation], last: Export | None = None, articles: int | None = None
    ) -> None:
        """Choose among `annotations` of what has that title; `last` is what was asked for before.

        `articles` is how many are written, if also those without any.
        """
        super().__init__()
        self._articles = articles
        self._title = title
        self._annotations = annotations
        self._last = last
        self._suffix = ""
        """How the name of the file ends if it goes with the format."""
        colours = [each for each in COLOURS if any(one.colour == each for one in annotations)]
        tags = sorted({tag for each in annotations for tag in each.tags})
        self._rows = {
            "format": Row("format", registry.ANNOTATIONS.names, _label),
            "kind": Row("kind", [ALL, *Kind]),
            "colour": Row("colour", [ALL, *colours]),
            "tag": Row("tag", [ALL, *tags], lambda tag: tag if tag == ALL else f"#{tag}"),
            "from": Row("from", [*WHOSE], WHOSE.__getitem__),
            "names": Row("names", [*NAMES, NONE]),
        }
        self._file = PathInput(id="export-file", compact=True, select_on_focus=False)

    def compose(self) -> ComposeResult:
        """Put the choices above the name of the file."""
        with Vertical(id="export", classes="dialog"):
            yield Static(id="export-count", classes="dialog--title", markup=False)
            yield from self._rows.values()
            yield self._file
            yield Static(id="export-remedy", markup=False)
            yield HintLine(*KEYS)

    def on_mount(self) -> None:
        """Show what is chosen at first: what was asked for before, if anything."""
        if self._last is not None:
            self._restore(self._last)
        self._suffix = self.format.suffix
        self._file.value = self._last.path if self._last else file_name(self._title, self._suffix)
        self._show()

    def _restore(self, last: Export) -> None:
        wanted = last.selection
        names = next((name for name, whose in NAMES.items() if whose == last.provenance), ALL) if last.names else NONE
        chosen = [("kind", wanted.kinds), ("colour", wanted.colours), ("tag", wanted.tags), ("from", wanted.provenance)]
        for row, value in [("format", (last.format.name,)), *chosen, ("names", (names,))]:
            self._rows[row].choose(*value)

    @property
    def format(self) -> AnnotationFormat:
        """The chosen format."""
        return registry.ANNOTATIONS[self._rows["format"].value]

    @property
    def selection(self) -> Selection:
        """Which annotations are chosen."""
        kind, colour, tag, whose = (self._rows[name].chosen for name in ("kind", "colour", "tag", "from"))
        return Selection(kind, colour, tag, (), whose)

    def on_row_changed(self) -> None:
        """Show what is chosen now; a name that ended as the format wanted it ends as the new one does."""
        before, self._suffix = self._suffix, self.format.suffix
        if self._file.value.endswith(before):
            self._file.value = self._file.value.removesuffix(before) + self._suffix
        self._show()

    def on_descendant_focus(self) -> None:
        """Show the keys of the row or the line that has the focus now."""
        self.query_one(HintLine).show(*(FILE_KEYS if self._file.has_focus else KEYS))

    def on_path_input_candidates(self, message: PathInput.Candidates) -> None:
        """Show what the path may go on with."""
        self.query_one(HintLine).notice = message.words

    def on_input_changed(self) -> None:
        """Show the keys again."""
        self.query_one(HintLine).notice = ""

    def on_input_submitted(self) -> None:
        """Write."""
        self.action_write()

    def action_write(self) -> None:
        """Return what was chosen."""
        path, names = self._file.value.strip(), self._rows["names"].value
        if path:
            self.dismiss(Export(self.format, self.selection, names != NONE, NAMES.get(names), path))

    def action_cancel(self) -> None:
        """Return nothing."""
        self.dismiss(None)

    def _show(self) -> None:
        chosen = len(self.selection.of(self._annotations))
        self._rows["names"].display = self.format.mentions
        remedy = self.query_one("#export-remedy", Static)
        remedy.display = bool(self.format.missing)
        remedy.update(f"Install it with: {self.format.remedy}" if self.format.missing else "")
        articles = "" if self._articles is None else f"{self._articles:,} article{'s' * (self._articles != 1)} with "
        of = f"{chosen:,} of {len(self._annotations):,} annotations"
        self.query_one("#export-count", Static).update(f"Export {articles}{of}")


def _label(name: str) -> str:
    """A format with what it is, and what must be installed for it if that is missing."""
    form = registry.ANNOTATIONS[name]
    return f"{name}{f' (needs {form.missing})' if form.missing else ''}: {form.about}"
