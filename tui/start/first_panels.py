"""The panels as they stand beside the first screenful of an article that has been analysed before.

They are those of the sidebar, which Textual draws a moment later: the same lists, rows and rooms.
"""

from __future__ import annotations

from dataclasses import dataclass
from itertools import islice
from typing import TYPE_CHECKING

from newsreader.annotations.corrections.model import Provenance
from newsreader.entity import Category
from tui.panels import note_listing
from tui.panels.cells import pad, wrapped
from tui.panels.listing import LOOKS, Listing, Published, entity_row, heading, landmark_row, orders, thumb
from tui.panels.outline import Landmark
from tui.panels.rooms import share, tabbed
from tui.panels.tab_row import Tab, tab_row
from tui.reader.provenance import SIGNS, signs_of

if TYPE_CHECKING:
    from collections.abc import Callable, Iterator

    from newsreader.entity import Analysis
    from tui.article.paint import Names
    from tui.article.rows import Pieces
    from tui.panels.listing import Part
    from tui.reader.reading import Reading


@dataclass(frozen=True, slots=True)
class _Panel:
    """One panel, of which nothing is chosen or expanded."""

    name: str
    """Of its category, by which the style sheets know it."""
    look: tuple[str, str, str]
    count: str
    remarks: tuple[str, ...]
    need: int
    rows: int
    draw: Callable[[int, int], list[Part]]
    """Makes the row of a number for a width."""
    empty: str

    def lines(self, width: int, height: int, *, head: bool = True) -> Iterator[Pieces]:
        """The panel in `height` lines of `width` cells."""
        if head:
            yield [(text, self._names(part, ())) for text, part in heading(self.look, self.count, self.remarks, width)]
        page = height - head
        for row in range(page):
            bar = (thumb(row, 0, page, self.rows), ("panel--thumb",))
            yield [*((text, self._names(part, ("panel--row",))) for text, part in self._row(row, width - 1)), bar]

    def _row(self, row: int, width: int) -> list[Part]:
        if row < self.rows:
            return self.draw(row, width)
        words = wrapped(self.empty, max(2, width - 1)) if not self.rows else []
        return [(pad(f" {words[row]}" if row < len(words) else "", width), "quiet")]

    def _names(self, part: str, below: Names) -> Names:
        return (*below, f"panel--{part}", f"panel--{part}.-{self.name}") if part else below


def panel_lines(reading: Reading, width: int, height: int, *, colour_words: bool) -> Iterator[Pieces]:
    """What stands in each line of a sidebar of that size, when all is known that there is to find in the article.

    `colour_words` names the colours of highlights.
    """
    if reading.corrected is None:
        return
    analysis = reading.corrected.analysis
    panels = [_entities(reading, category) for category in Category]
    notes = _notes(reading, analysis, colour_words=colour_words)
    if tabbed(width, height, len(panels) + 1):
        first, others = panels[0], [*panels[1:], notes]
        tabs = [Tab(each.name, *each.look, each.count, each.remarks, each is first) for each in (first, *others)]
        yield [(text, (f"tabs--{part}",)) for text, part in tab_row(tabs, width)]
        yield from first.lines(width, height - 1, head=False)
        return
    shown = [*panels, notes] if notes.rows else panels
    for panel, rows in zip(shown, share(height, [each.need for each in shown]), strict=True):
        yield from islice(panel.lines(width, rows), rows)


def _entities(reading: Reading, category: Category) -> _Panel:
    signs = signs_of(reading.corrected) if reading.corrected else {}
    entities = [entity for entity in reading.entities if entity.category is category]
    day = reading.dated.metadata.published
    published = Published(day, SIGNS[Provenance.PERSON] if reading.dated is not reading.article else "")
    order = orders(category)[0]
    listing = Listing.of(category, entities, order, published=day)

    def draw(row: int, width: int) -> list[Part]:
        shown = listing.outline.row(row).entity
        if isinstance(shown, Landmark):
            return landmark_row(shown, published, width)
        return entity_row(shown, width, sign=signs.get(shown.id, ""))

    remarks = (str(order),) if entities else ()
    look, rows = LOOKS[category], len(listing.outline)
    return _Panel(category.value, look, listing.count, remarks, listing.need, rows, draw, listing.empty)


def _notes(reading: Reading, analysis: Analysis, *, colour_words: bool) -> _Panel:
    notebook = reading.notebook
    annotations = (*notebook.annotations, *notebook.orphans) if notebook else ()
    names = {entity.id: entity.name for entity in analysis.entities}
    order = note_listing.NoteOrder.PLACE
    lines = note_listing.listed(annotations, order, names)

    def draw(row: int, width: int) -> list[Part]:
        return note_listing.note_row(lines[row], names, width, colour_words=colour_words)

    count, remarks = str(len(annotations)), (str(order),) if annotations else ()
    need = note_listing.rows_needed(annotations)
    return _Panel("notes", note_listing.LOOK, count, remarks, need, len(lines), draw, "none yet")
