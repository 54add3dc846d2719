"""The panel of the entities of one category."""

from __future__ import annotations

from typing import TYPE_CHECKING

from rich.cells import cell_len

from tui.panels.cells import pad
from tui.panels.list_panel import ListPanel
from tui.panels.listing import LOOKS, Listing, Part, Published, entity_row, landmark_row, orders
from tui.panels.messages import (
    CorrectionRequested,
    EntityChosen,
    EntityPreviewed,
    MentionChosen,
    MentionPreviewed,
    MergeRequested,
    NoteRequested,
    RejectionRequested,
)
from tui.panels.outline import Landmark, Row
from tui.panels.snippets import fit, snippet

if TYPE_CHECKING:
    from collections.abc import Mapping, Sequence

    from rich.segment import Segment

    from newsreader.entity import Category, Entity, Mention
    from tui.panels.outline import RowKey


class EntityPanel(ListPanel):
    """The entities of one category, with their counts; each can be expanded to its mentions in context."""

    def __init__(self, category: Category) -> None:
        key, sign, title = LOOKS[category]
        super().__init__(key, sign, title, id=f"panel-{category}", classes=f"-{category}")
        self.category = category
        self.order = orders(category)[0]
        self.active: str | None = None
        """The id of the entity whose mentions are the active matches."""
        self.status = ""
        """Why nothing is known yet, to be said in place of the list."""
        self.speaks = True
        """Whether this panel is the one that says how far the reading is, and why nothing is known."""
        self.known = False
        """Whether anything is known of the article; until then there is no saying that nothing was found."""
        self.show_doubtful = False
        self._progress = ""
        self._text = ""
        self._entities: Sequence[Entity] = ()
        self._signs: Mapping[str, str] = {}
        self.mention_signs: Mapping[int, str] = {}
        """What stands before mentions that are not just as the machine has them, by their starts."""
        self.published = Published()
        """The article's own date, which dates are listed with."""
        self._expanded: set[str] = set()
        self._listing = Listing()
        self._touched = False

    # What the screen tells

    def set_text(self, text: str) -> None:
        """Start with another article, whose text the contexts of mentions are taken from; nothing is known of it."""
        self._text = text
        self._entities, self._expanded, self._listing = (), set(), Listing()
        self.active, self.wanted, self.filtering, self.known = None, "", False, False
        self._progress, self._touched = "", False
        self.rows_changed()
        super().move_to(0)

    def set_entities(
        self, entities: Sequence[Entity], *, done: int, total: int, signs: Mapping[str, str] | None = None
    ) -> None:
        """Show these entities, by first appearance, of which `done` of `total` paragraphs know.

        `signs` maps their ids to what stands behind their names, for those that are not just as the machine has them.

        The cursor stays on its row's entity and that row where it is on the screen, if the reader has been here.
        """
        self._entities, self._signs = entities, signs or {}
        self._progress = f"{done}/{total}" if done < total else ""
        self.known = True
        self.rebuild(follow=self._touched or self.has_focus or self.scroll_offset.y > 0)

    def set_status(self, sentence: str) -> None:
        """Say why nothing is known, or what is being waited for; an empty sentence takes it back."""
        self.status = sentence
        self.refresh()

    def set_active(self, entity_id: str | None) -> None:
        """Mark the active entity; the cursor goes to it, unless the reader is in this panel."""
        before, self.active = self.active, entity_id
        left, row = (self._listing.outline.number(each) if each is not None else None for each in (before, entity_id))
        for each in (left, row):
            if each is not None:
                self.refresh_row(each)
        if row is not None and not self.has_focus:
            self._touched = True
            self.move_to(row)

    # What the list is

    @property
    def selected(self) -> Row | None:
        """The row of the cursor; None in an empty list, and on a landmark."""
        row = self._listing.outline.row(self.cursor) if len(self._listing.outline) else None
        return None if row is None or isinstance(row.entity, Landmark) else row

    @property
    def entities(self) -> Sequence[Entity]:
        """The entities of the list, in its order."""
        return self._listing.outline.entities

    @property
    def count(self) -> str:
        """How many entities the list has, a dash while nothing is known."""
        return self._listing.count if self.known else "–"

    @property
    def remarks(self) -> tuple[str, ...]:
        """How far the reading is, else how the list is sorted."""
        if self._progress and self.speaks and not self.status:
            return f"reading… {self._progress}", f"{self._progress}…"
        return (str(self.order),) if self._entities else ()

    @property
    def empty(self) -> str:
        """Why there is nothing."""
        if not self.known:
            return self.status if self.speaks else ""
        if self._progress:
            return ""
        return self._listing.empty

    @property
    def need(self) -> int:
        """The heading, all entities whatever the filter leaves of them, and the mentions of expanded ones."""
        return self._listing.need

    def shows(self, row: int) -> Entity | Landmark:
        """What the row of that number shows or belongs to."""
        return self._listing.outline.row(row).entity

    def row_count(self) -> int:
        """Entities and expanded mentions."""
        return len(self._listing.outline)

    def fill(self) -> None:
        """Choose and sort the entities anew."""
        self._listing = Listing.of(
            self.category,
            self._entities,
            self.order,
            published=self.published.day,
            wanted=self.wanted,
            doubtful=self.show_doubtful,
            expanded=self._expanded,
        )

    def rebuild(self, *, follow: bool) -> None:
        """Make the rows anew; with `follow`, the cursor stays on its entity and what is in sight where it is."""
        cursor, anchor = self._key_at(self.cursor), self._key_at(self._anchor)
        line = self._anchor - self.scroll_offset.y
        self.fill()
        self.rows_changed()
        if not follow:
            self.move_to(0)
            return
        anchor_row = self._row_of(anchor, self._anchor)
        self.put_cursor(self._row_of(cursor, self.cursor))
        self.scroll_list(anchor_row - line)

    @property
    def _anchor(self) -> int:
        """The row that is to stay where it is on the screen: the cursor's if it is in sight, else the first."""
        top = self.scroll_offset.y
        return self.cursor if top <= self.cursor < top + self.page else top

    def _key_at(self, row: int) -> RowKey | None:
        return self._listing.outline.row(row).key if row < len(self._listing.outline) else None

    def _row_of(self, key: RowKey | None, otherwise: int) -> int:
        row = self._listing.outline.number(*key) if key is not None else None
        return min(otherwise, max(0, len(self._listing.outline) - 1)) if row is None else row

    # Drawing

    def draw_row(self, row: int, width: int) -> list[Segment]:
        """An entity with its count or date, or a mention with the words around it."""
        shown = self._listing.outline.row(row)
        if isinstance(shown.entity, Landmark):
            return self.paint(row, landmark_row(shown.entity, self.published, width))
        if shown.mention is None:
            return self.paint(row, self._entity_row(shown.entity, width))
        return self.paint(row, self._mention_row(shown.entity.mentions[shown.mention], width))

    def _entity_row(self, entity: Entity, width: int) -> list[Part]:
        return entity_row(entity, width, sign=self._signs.get(entity.id, ""), active=entity.id == self.active)

    def _mention_row(self, mention: Mention, width: int) -> list[Part]:
        indent = min(3, width // 4)
        part = fit(snippet(self._text, mention.start, mention.end), width - indent)
        used = indent + cell_len(part.before) + cell_len(part.mention)
        return [
            (pad(self.mention_signs.get(mention.start, ""), indent) + part.before, "quiet"),
            (part.mention, "mention"),
            (pad(part.after, width - used), "quiet"),
        ]

    # Keys

    def choose(self) -> None:
        """Go to the entity, or to the mention, in the article."""
        self._touched = True
        entity_id, mention = self._listing.outline.row(self.cursor).key
        self.post_message(
            EntityChosen(entity_id) if mention is None else MentionChosen(entity_id, mention),
        )

    def preview(self) -> None:
        """Show it in the article while the reader stays here."""
        entity_id, mention = self._listing.outline.row(self.cursor).key
        self.post_message(
            EntityPreviewed(entity_id) if mention is None else MentionPreviewed(entity_id, mention),
        )

    def move_to(self, row: int) -> None:
        """Put the cursor on a row; from now on it stays with what that row shows."""
        self._touched = self._touched or self.has_focus
        super().move_to(row)

    def action_panel_expand(self) -> None:
        """List the mentions of the cursor's entity; again, go to the first of them."""
        if (row := self.selected) is None or row.mention is not None:
            return
        if row.entity.id in self._expanded:
            self.move_to(self.cursor + 1)
            return
        self._expanded.add(row.entity.id)
        self.rebuild(follow=True)
        self._show_mentions(len(row.entity.mentions))

    def action_panel_collapse(self) -> None:
        """Close the list of mentions the cursor is in; the cursor goes to their entity."""
        if (row := self.selected) is None or row.entity.id not in self._expanded:
            return
        self._expanded.discard(row.entity.id)
        if row.mention is not None:
            self.move_to(self.cursor - row.mention - 1)
        self.rebuild(follow=True)

    def action_panel_sort(self) -> None:
        """Sort by the next order."""
        choice = orders(self.category)
        self.order = choice[(choice.index(self.order) + 1) % len(choice)]
        self.rebuild(follow=True)
        self.show_cursor()

    def action_panel_show_doubtful(self) -> None:
        """Show or hide the entities of which every mention is doubtful."""
        self.show_doubtful = not self.show_doubtful
        self.rebuild(follow=True)
        self.show_cursor()

    def action_panel_note(self) -> None:
        """Ask for a note on the cursor's entity."""
        if (row := self.selected) is not None:
            self.post_message(NoteRequested(row.entity.id))

    def action_panel_correct(self) -> None:
        """Ask for a correction of what the cursor is on."""
        self._request(CorrectionRequested)

    def action_panel_reject(self) -> None:
        """Say that what the cursor is on is not an entity."""
        self._request(RejectionRequested)

    def action_panel_merge(self) -> None:
        """Ask which other entity it is."""
        self._request(MergeRequested)

    def _request(self, kind: type[CorrectionRequested | RejectionRequested | MergeRequested]) -> None:
        if (row := self.selected) is not None:
            self.post_message(kind(*row.key))

    def _show_mentions(self, mentions: int) -> None:
        """Bring as many of the mentions below the cursor into sight as fit with it."""
        last = self.cursor + min(mentions, self.page - 1)
        if last >= self.scroll_offset.y + self.page:
            self.scroll_list(last - self.page + 1)
