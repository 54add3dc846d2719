"""A page line by line as its readers see it: paragraphs, items, rows, code, quotations and captions, with their links.

Everything that is written comes, whether it is part of the article or not; `page_choice` says what is.
"""

from __future__ import annotations

import re
from dataclasses import dataclass
from typing import TYPE_CHECKING
from urllib.parse import urljoin

from newsreader.article import ParagraphKind
from newsreader.sanitise import printable, sanitise
from newsreader.sources.paragraphs.blocks import Block, BlockLink
from newsreader.sources.paragraphs.kinds import same_words
from newsreader.sources.paragraphs.line_text import LineText
from newsreader.sources.paragraphs.tables import table_rows

if TYPE_CHECKING:
    from collections.abc import Iterator

    from lxml.html import HtmlElement  # type: ignore[import-untyped]

_UNWRITTEN = frozenset(
    "script style noscript template svg math head title iframe object embed audio video canvas button select textarea "
    "input dialog".split()
)
_OWN_LINE = frozenset(
    "address article aside blockquote body caption center dd details div dl dt fieldset figcaption figure footer form "
    "h1 h2 h3 h4 h5 h6 header hr li main menu nav ol p pre section summary table tbody td tfoot th thead tr ul".split()
)
_VERSE = frozenset({"p", "blockquote", "li", "dd", "td", "address"})
"""In these a line break goes on right below, as in an address or a poem."""

_PARTS = ("span", "small", "div", "p", "em", "strong")
_QUOTED, _IN_LIST = 4, 2
"""Cells that quotations, and lists in lists, are set in."""

_ANCHORS = ("#", "¶", "§", "🔗")
"""Links that headings have to themselves."""

_HEADINGS = frozenset({"h1", "h2", "h3", "h4", "h5", "h6"})

_NO_FACTS = ("table", "ul", "ol", "pre", "h1", "h2")
"""What stands in no table of facts, but in one that lays out a page."""

_WIDEST_CELL = 60


@dataclass(frozen=True, slots=True)
class Line:
    """A line of a page, and the element that it is the text of."""

    block: Block
    element: HtmlElement
    group: HtmlElement | None = None
    """The table, list or code that it is a line of, which is one thing."""
    mark: str = ""
    """What the text begins with that is not written on the page: a bullet or a number."""


def page_lines(tree: HtmlElement, url: str | None, title: str | None) -> list[Line]:
    """Return the lines of a page that came from `url`; a heading of which the `title` is a part comes in parts."""
    base = next((element.get("href") for element in tree.iter("base")), None)
    walk = _Walk(urljoin(url or "", base or ""), title)
    walk.inside(tree)
    walk.end(tree)
    return walk.lines


class _Walk:
    """Goes through the elements of a page and writes down lines."""

    def __init__(self, base: str, title: str | None) -> None:
        self.lines: list[Line] = []
        self._base = base
        self._title = title
        self._line = LineText()
        self._indent = 0
        self._mark = ""
        self._tight = False
        self._kind = ParagraphKind.BODY
        self._lists: list[HtmlElement] = []
        self._marks: dict[HtmlElement, str] = {}

    def inside(self, element: HtmlElement) -> None:
        """Write down what is in an element."""
        self._line.write(element.text)
        for child in element:
            if isinstance(child.tag, str) and child.tag not in _UNWRITTEN:
                self._child(child, element)
            self._line.write(child.tail)

    def _child(self, child: HtmlElement, parent: HtmlElement) -> None:
        if child.tag == "br" and self._kind is ParagraphKind.HEADING:
            self._line.write(" ")
        elif child.tag == "br":
            self._break(child, parent)
        elif child.tag == "q":
            self._line.write("“")
            self.inside(child)
            self._line.write("”")
        elif child.tag == "a":
            self._link(child)
        elif child.tag in _OWN_LINE:
            self.end(parent)
            self._block(child)
            self.end(child)
        else:
            self.inside(child)

    def _block(self, element: HtmlElement) -> None:
        """Write down an element that stands on lines of its own."""
        tag = element.tag
        if tag == "pre":
            self._code(element)
        elif tag == "table" and (rows := _cells(element)):
            self._table(element, rows)
        elif tag in ("ul", "ol", "menu"):
            self._list(element)
        elif tag == "li":
            self._item(element)
        elif tag in ("blockquote", "dd"):
            self._set_in(element, _QUOTED)
        elif tag == "h1" and self._title and (parts := _parts(element, self._title)):
            for part in parts:
                self._of_kind(part, ParagraphKind.HEADING)
        elif tag in _HEADINGS:
            self._of_kind(element, ParagraphKind.HEADING)
        elif tag == "figcaption":
            self._of_kind(element, ParagraphKind.CAPTION)
        else:
            self.inside(element)

    def _of_kind(self, element: HtmlElement, kind: ParagraphKind) -> None:
        before, self._kind = self._kind, kind
        self.inside(element)
        self.end(element)
        self._kind = before

    def _set_in(self, element: HtmlElement, cells: int) -> None:
        self._indent += cells
        self.inside(element)
        self.end(element)
        self._indent -= cells

    def _list(self, element: HtmlElement) -> None:
        self._lists.append(element)
        self._marks |= dict(_marks(element))
        self._tight = len(self._lists) > 1
        self._set_in(element, _IN_LIST if len(self._lists) > 1 else 0)
        self._lists.pop()
        self._tight = bool(self._lists)

    def _item(self, element: HtmlElement) -> None:
        self._mark = self._marks.pop(element, "• ")
        self._tight = self._tight or element.getprevious() is not None
        self.inside(element)
        self.end(element)
        self._mark = ""
        self._tight = True

    def _code(self, element: HtmlElement) -> None:
        """Write down each line with its blanks; what is in the margin of all is none of them."""
        tight = False
        for line in sanitise(_as_it_is(element)).text.expandtabs(8).split("\n"):
            if line.strip():
                indent = self._indent + _QUOTED + len(line) - len(line.lstrip())
                self._add(Block(line.strip(), tight=tight, indent=indent, exact=True), element, element)
            tight = bool(line.strip())

    def _table(self, element: HtmlElement, rows: list[list[HtmlElement]]) -> None:
        """Write down a table of facts in columns, below what stands above it."""
        above = next((line for each in element.iterchildren("caption") if (line := printable(each.text_content()))), "")
        if above:
            self._add(Block(above, ParagraphKind.CAPTION), element, element)
        cells = [[self._cell(cell) for cell in row] for row in rows]
        for number, block in enumerate(table_rows(cells)):
            self._add(
                Block(block.text, ParagraphKind.BODY, number > 0, self._indent, block.links, exact=True),
                element,
                element,
            )

    def _cell(self, cell: HtmlElement) -> Block:
        own = _Walk(self._base, None)
        own.inside(cell)
        own.end(cell)
        return _joined([line.block for line in own.lines])

    def _link(self, element: HtmlElement) -> None:
        if element.text_content().strip() in _ANCHORS:
            return
        around = self._line.open(_address(self._base, element.get("href")))
        self.inside(element)
        self._line.close(around)

    def _break(self, element: HtmlElement, parent: HtmlElement) -> None:
        following = element.getnext()
        twice = following is not None and following.tag == "br" and not (element.tail or "").strip()
        wrote = self.end(parent)
        if wrote and not twice and parent.tag in _VERSE:
            self._tight = True

    def end(self, element: HtmlElement) -> bool:
        """End the line, if there is any; whether there was."""
        if self._line.is_empty:
            return False
        text, links = self._line.take(self._mark)
        if not text:
            return False
        indent = self._indent + (_IN_LIST if self._lists and not self._mark else 0)
        block = Block(text, self._kind, self._tight, indent, links)
        self._add(block, element, self._lists[0] if self._lists else None, self._mark)
        self._mark, self._tight = "", False
        return True

    def _add(self, block: Block, element: HtmlElement, group: HtmlElement | None, mark: str = "") -> None:
        self.lines.append(Line(block, element, group, mark))


def _as_it_is(element: HtmlElement) -> str:
    """Return the text of an element with its blanks and line breaks."""
    parts = [element.text or ""]
    for child in element:
        parts += [
            "\n" if child.tag == "br" else _as_it_is(child) if isinstance(child.tag, str) else "",
            child.tail or "",
        ]
    return "".join(parts)


def _joined(blocks: list[Block]) -> Block:
    """Return the lines in a cell as one."""
    text, links = "", []
    for block in blocks:
        text += " " if text else ""
        links += [BlockLink(len(text) + one.start, len(text) + one.end, one.address) for one in block.links]
        text += block.text
    return Block(text, links=tuple(links))


def _marks(element: HtmlElement) -> Iterator[tuple[HtmlElement, str]]:
    """Yield what stands before each item of a list: a bullet, or its number, which the list or the item may set."""
    number = _number(element.get("start")) or 1
    for item in element.iterchildren("li"):
        number = _number(item.get("value")) or number
        yield item, f"{number}. " if element.tag == "ol" else "• "
        number += 1


def _number(written: str | None) -> int | None:
    return int(written) if written and re.fullmatch(r"[0-9]{1,9}", written) else None


def _parts(heading: HtmlElement, title: str) -> list[HtmlElement]:
    """Return the parts of a heading of which one is the title; nothing for a heading that is in one piece."""
    parts = [child for child in heading if child.tag in _PARTS and printable(child.text_content())]
    return parts if len(parts) > 1 and any(same_words(part.text_content(), title) for part in parts) else []


def _address(base: str, written: str | None) -> str | None:
    """Return where a link leads, if not to a place on the same page."""
    if not written or written.strip().startswith("#"):
        return None
    try:
        return printable(urljoin(base, written.strip()))
    except ValueError:
        return None


def _cells(table: HtmlElement) -> list[list[HtmlElement]]:
    """Return the cells of a table of facts by rows; nothing for a table that only lays out the page."""
    rows = [[cell for cell in row if cell.tag in ("td", "th")] for row in table.iter("tr")]
    cells = [cell for row in rows for cell in row]
    fewest = 1 if any(cell.tag == "th" for cell in cells) else 2
    if (
        len(rows) < fewest
        or max(map(len, rows), default=0) < 2
        or next(table.iterdescendants(*_NO_FACTS), None) is not None
    ):
        return []
    lengths = [len(printable(cell.text_content())) for cell in cells]
    long = sum(length > _WIDEST_CELL for length in lengths)
    return [row for row in rows if any(map(_has_text, row))] if long * 4 <= len(lengths) else []


def _has_text(cell: HtmlElement) -> bool:
    return bool(printable(cell.text_content()))
