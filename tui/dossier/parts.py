"""The parts of a dossier, each with the command that brings it to the front."""

from __future__ import annotations

from dataclasses import dataclass
from typing import TYPE_CHECKING

from newsreader.dossier.gathering import Part
from tui.base.commands import command
from tui.panels.note_text import NOTE
from tui.panels.tab_row import Tab

if TYPE_CHECKING:
    from tui.dossier.reading import Shown


@dataclass(frozen=True, slots=True)
class Declared:
    """The declaration of a part."""

    part: Part | None
    """What is read for it; None for names, which the index has."""
    command: str
    sign: str
    title: str
    nothing: str
    """The words in place of an empty list."""

    def tab(self, shown: Shown, count: int | None = None) -> Tab:
        """Its tab; `count` is how many there are, if that is known besides."""
        more = "" if shown.whole else "+"
        figure = f"{count:,}" if count is not None else f"{len(shown.entries):,}{more}" if shown.known else "–"
        remarks: tuple[str, ...] = ()
        if shown.known and shown.articles < shown.of:
            of = f"of the newest {shown.articles:,}"
            remarks = (f"{of} of {shown.of:,} articles", of)
        return Tab(command(self.command).keys[0], self.sign, self.title, figure, remarks)


PARTS = (
    Declared(Part.MENTIONS, "dossier.mentions", "¶", "Mentions", "no mention in these articles"),
    Declared(Part.TIMELINE, "dossier.timeline", "◆", "Timeline", "no dates in the same sentences"),
    Declared(Part.COMPANY, "dossier.company", "&", "Company", "nobody in the same paragraphs"),
    Declared(Part.NOTES, "dossier.notes", NOTE, "Notes", "nothing of yours on it"),
    Declared(None, "dossier.names", "=", "Names", ""),
)
