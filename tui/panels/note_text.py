"""How an annotation reads on one line: its shape, and its note with links and tags apart from the words."""

from __future__ import annotations

import re
from typing import TYPE_CHECKING

from newsreader.annotations.model import LINK, OWN, TAG, Kind, tag_in
from newsreader.annotations.tagging import bare
from tui.base.cell_text import cut_line, one_line

if TYPE_CHECKING:
    from newsreader.annotations.corrections.model import Correction
    from newsreader.annotations.model import Annotation
    from tui.base.style_book import Line

NOTE = "✎"
HIGHLIGHT = "▍"
BOOKMARK = "⚑"

_LINK, _TAG = ("panel--link",), ("panel--tag",)
_SPECIAL = re.compile(f"{LINK.pattern}|{TAG.pattern}")


def first_line(text: str) -> str:
    """The first line of a note that has anything on it, ready to be drawn; tags that stand below follow it."""
    lines = [one_line(line) for line in text.strip().split("\n")]
    below = [word for line in lines[1:] for word in line.split() if word.startswith("#") and tag_in(word[1:])]
    return " ".join([lines[0], *below])


def note_line(line: str, width: int) -> Line:
    """The line in pieces that fit `width` cells together; tags are chips, with a blank of their own on both sides."""
    found: Line = []
    at = 0
    for match in _SPECIAL.finditer(line):
        if match[1] is None and not tag_in(match[2]):
            continue
        end = match.end() if match[1] is not None else match.start() + 1 + len(tag_in(match[2]))
        found += [
            (line[at : match.start()], ()),
            (match[1].strip(), _LINK) if match[1] is not None else (f" {line[match.start() : end]} ", _TAG),
        ]
        at = end
    return cut_line([*found, (line[at:], ())], width)


def by(said: Annotation | Correction) -> str:
    """Who wrote it, where that is somebody else, as it stands before what it is on."""
    return "" if said.author in OWN else f"{one_line(said.author)}: "


def describe(annotation: Annotation) -> str:
    """One line that says what an annotation is, for the status line: its kind in a word, its note and tags."""
    what = f"{annotation.colour} highlight" if annotation.kind is Kind.HIGHLIGHT else str(annotation.kind)
    words = one_line(bare(annotation.text))
    what = f"{sign_of(annotation)} {by(annotation)}{what}"
    said = f"{what}: {words}" if words else what
    return " · ".join((said, *([" ".join(f"#{tag}" for tag in annotation.tags)] if annotation.tags else [])))


def sign_of(annotation: Annotation) -> str:
    """The shape that stands for its kind; a highlight with a note counts as a note."""
    if annotation.kind is Kind.BOOKMARK:
        return BOOKMARK
    return NOTE if annotation.kind is Kind.NOTE or bare(annotation.text) else HIGHLIGHT
