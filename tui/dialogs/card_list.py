"""The scrolling part of an entity's card."""

from __future__ import annotations

from bisect import bisect_right
from dataclasses import dataclass
from itertools import pairwise
from typing import TYPE_CHECKING, ClassVar

from rich.cells import cell_len
from rich.segment import Segment
from textual.binding import Binding
from textual.message import Message

from newsreader.entities.cooccurrence import sentence_of
from tui.article.wrap import wrap_clusters
from tui.base.commands import bindings
from tui.dialogs.card_facts import facts
from tui.panels.cells import pad, wrapped
from tui.panels.line_list import LineList
from tui.panels.outline import DOUBTFUL
from tui.panels.snippets import fit, snippet

if TYPE_CHECKING:
    from collections.abc import Mapping, Sequence

    from textual.binding import BindingType
    from textual.geometry import Size

    from newsreader.article import Article
    from newsreader.entity import Entity, Mention

WHOLE_SENTENCES = 400
"""Up to so many mentions stand in their whole sentences; of more, each gets one row, made when it is in sight."""
INDENT = 2
MIN_WIDTH = 8
FRAME = 5
"""Rows of the screen that are not for the list: the card's border, its hint and a row of air on each side."""

_COMMANDS = ("down", "up", "page_down", "page_up", "top", "bottom", "choose", "note", "correct")


@dataclass(frozen=True, slots=True)
class _Fact:
    """A row of the upper part: its text and the component that styles it."""

    text: str
    look: str


@dataclass(frozen=True, slots=True)
class _Sentence:
    """A row of a mention: the stretch of the article's text that it shows."""

    mention: int
    start: int
    end: int


class CardList(LineList):
    """What is known about an entity, and below it its mentions, among which the cursor moves."""

    COMPONENT_CLASSES: ClassVar[set[str]] = {"panel--heading", "panel--context"}
    BINDINGS: ClassVar[list[BindingType]] = [
        *(each for each in bindings("panel") if str(each.id).removeprefix("panel.") in _COMMANDS),
        Binding("c", "company", "Appears with"),
    ]

    class Chosen(Message):
        """A mention was chosen, by its index in `Entity.mentions`."""

        def __init__(self, index: int) -> None:
            super().__init__()
            self.index = index

    class NoteRequested(Message):
        """A note on the entity is wanted."""

    class CorrectionRequested(Message):
        """A correction is wanted, at the mention with this index."""

        def __init__(self, index: int) -> None:
            super().__init__()
            self.index = index

    class CompanyRequested(Message):
        """All that the entity appears with is wanted."""

    def __init__(
        self,
        article: Article,
        entity: Entity,
        notes: Sequence[str],
        mention: int,
        whose: str = "",
        signs: Mapping[int, str] | None = None,
        beside: Sequence[str] = (),
    ) -> None:
        super().__init__(id="card-list", classes=f"-{entity.category}")
        self._entity = entity
        self._article = article
        self._notes = notes
        self._mention = mention
        self._whose = whose
        self._beside = beside
        self._signs = signs or {}
        self._indent = INDENT + bool(signs)
        self._facts: list[_Fact] = []
        self._sentences: list[_Sentence] = []
        self._firsts: list[int] = []
        """The first row of each mention, counted from the first mention's, when whole sentences are shown."""

    # Rows

    @property
    def empty(self) -> str:
        """Never seen: an entity has a name."""
        return ""

    @property
    def _short(self) -> bool:
        return len(self._entity.mentions) <= WHOLE_SENTENCES

    def row_count(self) -> int:
        """The facts and the rows of all mentions."""
        return len(self._facts) + (len(self._sentences) if self._short else len(self._entity.mentions))

    def mention_at(self, row: int) -> int:
        """The index of the mention that `row` belongs to; the first one for the facts."""
        below = max(0, row - len(self._facts))
        return bisect_right(self._firsts, below) - 1 if self._short else below

    def row_of(self, mention: int) -> int:
        """The first row of a mention; the one below the last row when there is no such mention."""
        if mention >= len(self._entity.mentions):
            return self.row_count()
        return len(self._facts) + (self._firsts[mention] if self._short else mention)

    def head_of(self, row: int) -> int:
        """The first row of the mention; the cursor never stands on a fact."""
        return self.row_of(self.mention_at(row))

    def after(self, row: int) -> int:
        """The first row of the next mention."""
        return self.row_of(self.mention_at(row) + 1)

    def before(self, row: int) -> int:
        """The first row of the mention before."""
        return self.row_of(max(0, self.mention_at(row) - 1))

    def get_content_height(self, container: Size, viewport: Size, width: int) -> int:
        """As many rows as all of it takes at that width, and no more than the screen has beside the frame."""
        self._lay_out(max(MIN_WIDTH, width - 1))
        return min(self.row_count(), max(1, self.screen.size.height - FRAME))

    def on_resize(self) -> None:
        """Wrap to the new width; the cursor stays on its mention."""
        self._lay_out(max(MIN_WIDTH, self.size.width - 1))
        self.rows_changed()
        super().move_to(self.row_of(self._mention))

    def move_to(self, row: int) -> None:
        """Put the cursor on the mention that `row` belongs to."""
        super().move_to(row)
        self._mention = self.mention_at(self.cursor)

    def _lay_out(self, width: int) -> None:
        known = facts(self._entity, self._notes, self._whose, self._beside)
        self._facts = [_Fact(line, look) for text, look in known for line in wrapped(text, width - 1)]
        self._firsts, self._sentences = [], []
        for index, mention in enumerate(self._entity.mentions if self._short else ()):
            self._firsts.append(len(self._sentences))
            start, end = sentence_of(self._article, mention)
            lines = wrap_clusters(self._article.text, start, end, width - self._indent)
            self._sentences += [_Sentence(index, *line) for line in pairwise(lines)]

    # Drawing

    def draw_row(self, row: int, width: int) -> list[Segment]:
        """A fact, or a row of a mention's sentence."""
        if row < len(self._facts):
            fact = self._facts[row]
            return [Segment(pad(f" {fact.text}", width), self.get_component_rich_style(f"panel--{fact.look}"))]
        if self._short:
            return self._draw_sentence(row, self._sentences[row - len(self._facts)], width)
        mention = self._entity.mentions[row - len(self._facts)]
        part = fit(snippet(self._article.text, mention.start, mention.end), width - self._indent)
        return self._emphasised(row, self._margin(mention), (part.before, part.mention, part.after), width)

    def _draw_sentence(self, row: int, line: _Sentence, width: int) -> list[Segment]:
        mention = self._entity.mentions[line.mention]
        start, end = (min(max(offset, line.start), line.end) for offset in (mention.start, mention.end))
        parts = tuple(
            self._article.text[a:b].replace("\n", " ") for a, b in pairwise((line.start, start, end, line.end))
        )
        first = row == self.head_of(row)
        return self._emphasised(row, self._margin(mention) if first else " " * self._indent, parts, width)

    def _margin(self, mention: Mention) -> str:
        """Whose word the mention is, else whether the machine was sure."""
        return pad(self._signs.get(mention.start) or ("?" if mention.confidence < DOUBTFUL else "·"), self._indent)

    def _emphasised(self, row: int, margin: str, parts: tuple[str, ...], width: int) -> list[Segment]:
        before, mention, after = parts
        used = cell_len(margin + before) + cell_len(mention)
        return [
            Segment(margin + before, self.piece(row, "context")),
            Segment(mention, self.piece(row, "mention")),
            Segment(pad(after.rstrip(), width - used), self.piece(row, "context")),
        ]

    # Keys

    def choose(self) -> None:
        """Return the mention of the cursor."""
        self.post_message(self.Chosen(self.mention_at(self.cursor)))

    def action_panel_up(self) -> None:
        """Go to the mention before; above the first one, scroll what is known into sight."""
        if self.mention_at(self.cursor) == 0:
            self.scroll_list(self.scroll_offset.y - 1)
        else:
            super().action_panel_up()

    def action_panel_top(self) -> None:
        """Go to the first mention, and to the top of the card."""
        super().action_panel_top()
        self.scroll_list(0)

    def action_panel_note(self) -> None:
        """Ask for a note on the entity."""
        self.post_message(self.NoteRequested())

    def action_company(self) -> None:
        """Ask with whom the entity appears."""
        self.post_message(self.CompanyRequested())

    def action_panel_correct(self) -> None:
        """Ask for a correction at the cursor's mention."""
        self.post_message(self.CorrectionRequested(self.mention_at(self.cursor)))
