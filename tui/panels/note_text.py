"""How an annotation reads on one line: its shape, and its note with links and tags apart from the words."""

from __future__ import annotations

import re
from dataclasses import dataclass
from typing import TYPE_CHECKING, Literal

from rich.cells import cell_len

from newsreader.annotations.model import LINK, TAG, Kind, tag_in
from newsreader.annotations.tagging import bare
from tui.base.cell_text import cut, one_line

if TYPE_CHECKING:
    from newsreader.annotations.model import Annotation

NOTE = "✎"
HIGHLIGHT = "▍"
BOOKMARK = "⚑"

Look = Literal["words", "link", "tag"]

_SPECIAL = re.compile(f"{LINK.pattern}|{TAG.pattern}")


@dataclass(frozen=True, slots=True)
class Piece:
    """Some of the line and how it looks."""

    text: str
    look: Look = "words"


def first_line(text: str) -> str:
    """The first line of a note that has anything on it, ready to be drawn; tags that stand below follow it."""
    lines = [one_line(line) for line in text.strip().split("\n")]
    below = [word for line in lines[1:] for word in line.split() if word.startswith("#") and tag_in(word[1:])]
    return " ".join([lines[0], *below])


def pieces(line: str, width: int) -> list[Piece]:
    """The line in pieces that fit `width` cells together."""
    found, at = [], 0
    for match in _SPECIAL.finditer(line):
        if match[1] is None and not tag_in(match[2]):
            continue
        end = match.end() if match[1] is not None else match.start() + 1 + len(tag_in(match[2]))
        found += [
            Piece(line[at : match.start()]),
            Piece(match[1].strip(), "link") if match[1] is not None else Piece(line[match.start() : end], "tag"),
        ]
        at = end
    return _fitting([*found, Piece(line[at:])], width)


def _fitting(whole: list[Piece], width: int) -> list[Piece]:
    shown, room = [], width
    for piece in whole:
        text = cut(piece.text, room)
        if text:
            shown.append(Piece(text, piece.look))
        room -= cell_len(text)
        if text != piece.text:
            break
    return shown


def describe(annotation: Annotation) -> str:
    """One line that says what an annotation is, for the status line: its kind in a word, its note and tags."""
    what = f"{annotation.colour} highlight" if annotation.kind is Kind.HIGHLIGHT else str(annotation.kind)
    words = " ".join(one_line(annotation.text).split())
    return f"{sign_of(annotation)} {what}: {words}" if words else f"{sign_of(annotation)} {what}"


def sign_of(annotation: Annotation) -> str:
    """The shape that stands for its kind; a highlight with a note counts as a note."""
    if annotation.kind is Kind.BOOKMARK:
        return BOOKMARK
    return NOTE if annotation.kind is Kind.NOTE or bare(annotation.text) else HIGHLIGHT
