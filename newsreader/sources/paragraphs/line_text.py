"""A line of text as it is written down piece by piece: its blanks as one each, and the links in it."""

from __future__ import annotations

import re

from newsreader.sanitise import sanitise
from newsreader.sources.paragraphs.blocks import BlockLink

_WEB = re.compile(r"https?://[^/\s]", re.IGNORECASE)


def _with_single_blanks(text: str) -> str:
    """A text with a space for each run of blanks, also at its ends."""
    if "  " not in text and text.isprintable():
        return text
    words = " ".join(text.split())
    before, behind = text[0].isspace(), words and text[-1].isspace()
    return f"{' ' if before else ''}{words}{' ' if behind else ''}"


class LineText:
    """Text that is safe, and the stretches of it that lead to pages of the web."""

    def __init__(self) -> None:
        self._text = ""
        self._links: list[BlockLink] = []
        self._start = 0
        self.address: str | None = None
        """Where the link leads that is open."""

    @property
    def is_empty(self) -> bool:
        """Whether nothing is written, and no link is open."""
        return not self._text and self.address is None

    def write(self, text: str | None) -> None:
        """Add text; blanks at the beginning, or behind another, are left out."""
        if text:
            # The whole has been sanitised, but the parser may have made characters of references since; none is ASCII.
            safe = _with_single_blanks(text if text.isascii() else sanitise(text).text)
            self._text += safe.lstrip() if not self._text or self._text.endswith(" ") else safe

    def open(self, address: str | None) -> str | None:
        """Begin a link to an address, if it is one of the web; returns where the link around it leads."""
        self._close()
        around, self.address = self.address, address if address and _WEB.match(address) else None
        self._start = len(self._text)
        return around

    def close(self, around: str | None = None) -> None:
        """End the link, and go on with that `around` it."""
        self._close()
        self.address, self._start = around, len(self._text)

    def _close(self) -> None:
        inside = self._text[self._start :]
        if self.address and inside.strip():
            start = self._start + inside.startswith(" ")
            self._links.append(BlockLink(start, len(self._text.rstrip()), self.address))

    def take(self, mark: str = "") -> tuple[str, tuple[BlockLink, ...]]:
        """Return the line with a mark before it, and begin another; a link that is open goes on there."""
        self._close()
        text, links = self._text.rstrip(), self._links
        self._text, self._links, self._start = "", [], 0
        shift = len(mark)
        return (
            (mark + text, tuple(BlockLink(one.start + shift, one.end + shift, one.address) for one in links))
            if text
            else ("", ())
        )
