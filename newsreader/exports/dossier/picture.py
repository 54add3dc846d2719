"""The company of a thing as a picture (SVG): lines as wide as paragraphs are shared often."""

from __future__ import annotations

from html import escape
from typing import TYPE_CHECKING

from newsreader.dossier.circle import LINES, MOST, around, between
from newsreader.sanitise import printable

if TYPE_CHECKING:
    from collections.abc import Iterator, Sequence

    from newsreader.dossier.circle import Placed
    from newsreader.dossier.model import Companion, Link

_WIDTH, _HEIGHT = 720, 420
_ACROSS, _UP = 190, 195
"""From the middle to the names, in either direction."""
_THICK, _THIN = 6.0, 1.0
_ABOUT = "In how many paragraphs it stands with each of them; dashed lines are between those that share some of these"


def picture(name: str, company: Sequence[Companion], links: Sequence[Link]) -> Iterator[str]:
    """The thing of that name in the middle, its company around it, and who of that meets whom in dashed lines."""
    drawn = company[:MOST]
    x, y = _WIDTH / 2, _HEIGHT / 2
    placed = around(drawn, links)
    at = {each.companion.id: (x + _ACROSS * each.x, y + _UP * each.y) for each in placed}
    most = max(each.paragraphs for each in drawn)
    yield f'<figure><svg viewBox="0 0 {_WIDTH} {_HEIGHT}" role="img" aria-label="Company of {_text(name)}">'
    for link in between(placed, links)[:LINES]:
        yield _line(at[link.one], at[link.other], link.paragraphs, most, ' class="link"')
    for each in placed:
        yield _line((x, y), at[each.companion.id], each.companion.paragraphs, most)
    for each in placed:
        yield from _node(each, at[each.companion.id])
    yield f'<circle cx="{x}" cy="{y}" r="5"/><text x="{x}" y="{y - 9}" text-anchor="middle">{_text(name)}</text>'
    yield f"</svg><figcaption>{_ABOUT}</figcaption></figure>"


def _line(one: tuple[float, float], other: tuple[float, float], paragraphs: int, most: int, more: str = "") -> str:
    wide = _THIN + (_THICK - _THIN) * min(1, paragraphs / most)
    ends = f'x1="{one[0]:.1f}" y1="{one[1]:.1f}" x2="{other[0]:.1f}" y2="{other[1]:.1f}"'
    return f'<line{more} {ends} stroke-width="{wide:.1f}"><title>{paragraphs}</title></line>'


def _node(placed: Placed, at: tuple[float, float]) -> Iterator[str]:
    x, y = at
    side, anchor = (1, "start") if placed.x > 0 else (-1, "end")
    companion = placed.companion
    yield f'<circle cx="{x:.1f}" cy="{y:.1f}" r="4"/>'
    yield (
        f'<text x="{x + 8 * side:.1f}" y="{y + 4:.1f}" text-anchor="{anchor}">'
        f"{_text(companion.name)} {companion.paragraphs}</text>"
    )


def _text(text: str) -> str:
    return escape(printable(text))
