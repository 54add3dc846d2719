"""The scrolling part of an entity's card."""

from __future__ import annotations

from bisect import bisect_right
from dataclasses import dataclass, field, replace
from itertools import pairwise
from typing import TYPE_CHECKING, ClassVar

from textual.binding import Binding
from textual.message import Message

from newsreader.entities.cooccurrence import sentence_of
from newsreader.entity import MARK, Category, doubt_of
from tui.base.cell_text import cut, pad, wrapped
from tui.base.commands import bindings
from tui.base.widths import cell_len
from tui.base.wrap import wrap_clusters
from tui.dialogs.card_facts import facts
from tui.panels.line_list import LineList
from tui.panels.list_rows import Rows
from tui.panels.snippets import fit, snippet

if TYPE_CHECKING:
    from collections.abc import Mapping, Sequence

    from textual.binding import BindingType
    from textual.geometry import Size

    from newsreader.article import Article
    from newsreader.entity import Entity, Mention
    from tui.base.style_book import Components, Line

WHOLE_SENTENCES = 400
"""Up to so many mentions stand in their whole sentences; of more, each gets one row, made when it is in sight."""
INDENT = 2
MIN_WIDTH = 8
USUAL_WIDTH = 73
"""Cells of a row where the screen is wide enough for the whole card."""
FRAME = 5
"""Rows of the screen that are not for the list: the card's border, its hint and a row of air on each side."""

_COMMANDS = ("down", "up", "page_down", "page_up", "top", "bottom", "choose", "note", "correct")


@dataclass(frozen=True, slots=True)
class Card:
    """What a card shows of an entity."""

    article: Article
    entity: Entity
    notes: Sequence[str] = ()
    """What the reader wrote on it."""
    whose: str = ""
    """Whose word it is, if it is not the machine's alone."""
    signs: Mapping[int, str] = field(default_factory=dict)
    """The same of mentions in a sign, by their starts."""
    beside: Sequence[str] = ()
    """Whom and which dates it appears with."""
    elsewhere: str = ""
    """In how many other articles it is; empty where there is no library to ask."""
    known: str = ""
    """What is known of it from elsewhere, in one row; empty where there is nothing of the kind."""

    @property
    def indent(self) -> int:
        """Cells before the sentence of a mention."""
        return INDENT + bool(self.signs)

    def margin(self, mention: Mention) -> str:
        """Whose word the mention is, else whether the machine was sure."""
        return pad(self.signs.get(mention.start) or (MARK if doubt_of(mention) else "·"), self.indent)


@dataclass(frozen=True, slots=True)
class _Sentence:
    """A row of a mention: the stretch of the article's text that it shows."""

    mention: int
    start: int
    end: int


class CardRows(Rows):
    """What is known about an entity, and below it its mentions, wrapped to a width."""

    def __init__(self, card: Card, width: int) -> None:
        self._card = card
        self.width = width
        self._mentions = card.entity.mentions
        told = card.elsewhere, card.known and cut(card.known, width - 1)
        self._facts: list[tuple[str, Components]] = [
            (line, components)
            for text, components in facts(card.entity, card.notes, card.whose, card.beside, told)
            for line in wrapped(text, width - 1)
        ]
        self._whole = len(self._mentions) <= WHOLE_SENTENCES
        self._sentences: list[_Sentence] = []
        self._firsts: list[int] = []
        """The first row of each mention, counted from the first mention's, when whole sentences are shown."""
        for index, mention in enumerate(self._mentions if self._whole else ()):
            self._firsts.append(len(self._sentences))
            start, end = sentence_of(card.article, mention)
            lines = wrap_clusters(card.article.text, start, end, width - card.indent)
            self._sentences += [_Sentence(index, *line) for line in pairwise(lines)]

    def __len__(self) -> int:
        return len(self._facts) + (len(self._sentences) if self._whole else len(self._mentions))

    def mention_at(self, row: int) -> int:
        """The index of the mention that `row` belongs to; the first one for the facts."""
        below = max(0, row - len(self._facts))
        return bisect_right(self._firsts, below) - 1 if self._whole else below

    def row_of(self, mention: int) -> int:
        """The first row of a mention; the one below the last row when there is no such mention."""
        if mention >= len(self._mentions):
            return len(self)
        return len(self._facts) + (self._firsts[mention] if self._whole else mention)

    def head_of(self, row: int) -> int:
        """The first row of the mention; the cursor never stands on a fact."""
        return self.row_of(self.mention_at(row))

    def after(self, row: int) -> int:
        """The first row of the next mention."""
        return self.row_of(self.mention_at(row) + 1)

    def before(self, row: int) -> int:
        """The first row of the mention before."""
        return self.row_of(max(0, self.mention_at(row) - 1))

    def stands_out(self, row: int, cursor: int) -> bool:
        """The rows of the cursor's mention, and never a fact."""
        return row >= len(self._facts) and super().stands_out(row, cursor)

    def draw(self, row: int, width: int) -> Line:
        """A fact, or a row of a mention's sentence."""
        if row < len(self._facts):
            text, components = self._facts[row]
            return [(pad(f" {text}", width), components)]
        card, text = self._card, self._card.article.text
        if not self._whole:
            mention = self._mentions[row - len(self._facts)]
            part = fit(snippet(text, mention.start, mention.end), width - card.indent)
            return _emphasised(card.margin(mention), (part.before, part.mention, part.after), width)
        line = self._sentences[row - len(self._facts)]
        mention = self._mentions[line.mention]
        # The blank at which a full row was wrapped has no room in it.
        last = line.start + len(text[line.start : line.end].rstrip())
        start, end = (min(max(offset, line.start), last) for offset in (mention.start, mention.end))
        parts = tuple(text[a:b].replace("\n", " ") for a, b in pairwise((line.start, start, end, last)))
        margin = card.margin(mention) if row == self.head_of(row) else " " * card.indent
        return _emphasised(margin, parts, width)


def _emphasised(margin: str, parts: tuple[str, ...], width: int) -> Line:
    """A mention that stands out between what is before and after it."""
    before, mention, after = parts
    used = cell_len(margin + before) + cell_len(mention)
    return [(margin + before, ()), (mention, ("panel--mention",)), (pad(after.rstrip(), width - used), ())]


class CardList(LineList):
    """A card, in which the cursor moves among the mentions."""

    BINDINGS: ClassVar[list[BindingType]] = [
        *(each for each in bindings("panel") if str(each.id).removeprefix("panel.") in _COMMANDS),
        Binding("c", "company", "Appears with"),
        Binding("l", "library", "In the library"),
        Binding("d", "dossier", "Dossier"),
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

    class LibraryRequested(Message):
        """The articles of the library with the entity are wanted."""

    class DossierRequested(Message):
        """The dossier of the entity is wanted."""

    def __init__(self, card: Card, mention: int) -> None:
        """Show `card` with the cursor on the mention of that index."""
        self._card = card
        self._mention = mention
        self._rows = CardRows(card, USUAL_WIDTH)
        commands = {
            "panel.up": self._up,
            "panel.top": self._top,
            "panel.choose": lambda: self.post_message(self.Chosen(self._mention)),
            "panel.note": lambda: self.post_message(self.NoteRequested()),
            "panel.correct": lambda: self.post_message(self.CorrectionRequested(self._mention)),
        }
        super().__init__(self._rows, commands, id="card-list")

    def get_content_height(self, container: Size, viewport: Size, width: int) -> int:
        """As many rows as all of it takes at that width, and no more than the screen has beside the frame."""
        self._lay_out(max(MIN_WIDTH, width - 1))
        return min(len(self._rows), max(1, self.screen.size.height - FRAME))

    def on_resize(self) -> None:
        """Wrap to the new width; the cursor stays on its mention."""
        self._lay_out(max(MIN_WIDTH, self.size.width - 1))
        self.measure()
        self.move_to(self._rows.row_of(self._mention))

    def put_cursor(self, row: int) -> None:
        """Put the cursor on the mention that `row` belongs to."""
        super().put_cursor(row)
        self._mention = self._rows.mention_at(self.cursor)

    def _lay_out(self, width: int) -> None:
        if width != self._rows.width:
            self.rows = self._rows = CardRows(self._card, width)

    def action_company(self) -> None:
        """Ask with whom the entity appears."""
        self.post_message(self.CompanyRequested())

    def action_library(self) -> None:
        """Ask for the articles with the entity."""
        if self._card.elsewhere:
            self.post_message(self.LibraryRequested())

    def action_dossier(self) -> None:
        """Ask for the dossier of the entity."""
        if self._card.elsewhere and self._card.entity.category is not Category.DATE:
            self.post_message(self.DossierRequested())

    def tell_elsewhere(self, words: str, known: str) -> None:
        """Say in how many other articles the entity is, and what is known of it, in place of what stood there."""
        self._card = replace(self._card, elsewhere=words, known=known)
        self.rows = self._rows = CardRows(self._card, self._rows.width)
        self.refresh()

    def _up(self) -> None:
        """Go to the mention before; above the first one, scroll what is known into sight."""
        if self._mention == 0:
            self.scroll_list(self.scroll_offset.y - 1)
        else:
            self.move_to(self.rows.before(self.cursor))

    def _top(self) -> None:
        """Go to the first mention, and to the top of the card."""
        self.move_to(0)
        self.scroll_list(0)
