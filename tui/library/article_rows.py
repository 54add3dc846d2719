"""How an article is written in the list, in two lines: title, source and age; then the names in it and what is known.

Nothing here needs Textual.
"""

from __future__ import annotations

from datetime import UTC, date, datetime
from pathlib import Path
from types import MappingProxyType
from typing import TYPE_CHECKING
from urllib.parse import urlsplit

from newsreader.entity import Category
from newsreader.languages.english.words.calendar import MONTH_NAMES
from newsreader.query.fields import READ
from tui.base.cell_text import cut, cut_line, one_line, pad, wrapped
from tui.base.marks import RISEN
from tui.base.widths import cell_len
from tui.panels.list_rows import thumb

if TYPE_CHECKING:
    from collections.abc import Mapping

    from newsreader.index.found import FoundArticle
    from tui.base.style_book import Line, Piece
    from tui.library.list_place import ListPlace

LINES = 2
"""Lines of an article."""
WIDE = 44
"""From so many cells on, the source stands beside the title."""
MOST_OF_SOURCE = 16
"""Cells of the source there, and a fifth of the line at most."""
DAYS_COUNTED = 14
"""So many days an age is given in days; what is older has its date."""

NONE_GREW: Mapping[int, int] = MappingProxyType({})
"""No story had more articles come to it."""

_QUIET = ("library--quiet",)
_MARK = ("library--mark",)
_STATES = {"unread": "●", "begun": "◐", "read": " "}
_SIGNS = {
    Category.PERSON: "panel--person",
    Category.PLACE: "panel--place",
    Category.ORGANISATION: "panel--organisation",
}


def article_line(
    place: ListPlace,
    y: int,
    width: int,
    height: int,
    now: datetime,
    *,
    focused: bool,
    empty: str = "",
    grown: Mapping[int, int] = NONE_GREW,
) -> Line:
    """Line `y` of a list of `height` lines, in `width` cells, of which the last is the scroll thumb's.

    `empty` are the words in place of an empty list; `grown` says how many articles came lately to which stories, which
    go by their fullest article.
    """
    sign = thumb(y, (place.before + place.top) * LINES, height, place.length * LINES)
    at = place.top + y // LINES
    if width > 1 and at < len(place.run):
        shown = _article_line(place, at, width - 1, now, grown, second=bool(y % LINES), focused=focused)
    else:
        shown = _empty_line(y, width - 1, "" if place.run else empty) if width > 1 else []
    return [*shown, (sign, ("panel--thumb",))]


def line_key(place: ListPlace, y: int, height: int, *, focused: bool) -> tuple[object, ...]:
    """What line `y` shows, besides what the list and the day are: with the same key it looks the same."""
    at = place.top + y // LINES
    shown = place.run.articles[at].id if at < len(place.run) else -y
    sign = thumb(y, (place.before + place.top) * LINES, height, place.length * LINES)
    return shown, y % LINES, sign, at == place.cursor and (focused,)


def _empty_line(y: int, width: int, empty: str) -> Line:
    words = ["", *wrapped(empty, max(2, width - 3))]
    return [(pad(f"  {words[y]}" if y < len(words) else "", width), _QUIET)]


def _article_line(
    place: ListPlace, at: int, width: int, now: datetime, grown: Mapping[int, int], *, second: bool, focused: bool
) -> Line:
    article = place.run.articles[at]
    line = facts_line(article, width, grown) if second else title_line(article, width, now)
    if at != place.cursor:
        return line
    return [(text, (*components, "panel--cursor" if focused else "library--here")) for text, components in line]


def title_line(article: FoundArticle, width: int, now: datetime) -> Line:
    """The first line, in exactly `width` cells."""
    read = article.state == "read"
    mark: Piece = (f"{_STATES[article.state]} ", _MARK)
    star: Line = [("★ ", ("library--star",))] if article.starred else []
    source = cut(one_line(article.source or ""), min(MOST_OF_SOURCE, width // 5)) if width >= WIDE else ""
    behind = "  ".join(filter(None, (source, age(article, now).rjust(6))))
    room = width - 2 - 2 * len(star) - cell_len(behind) - 2
    title = pad(called(article), max(0, room))
    style = "library--read" if read else "library--title"
    line: Line = [mark, *star, (f"{title}  ", (style,)), (behind, _QUIET)]
    return _filled(line, width)


def facts_line(article: FoundArticle, width: int, grown: Mapping[int, int] = NONE_GREW) -> Line:
    """The second line: the names that stand most in the article, tags, notes, how far it was read, what came to it."""
    names: Line = []
    for category, name in article.names:
        names += [*([(", ", _QUIET)] if names else []), (one_line(name), (_SIGNS[category],))]
    facts = " · ".join(_facts(article, named=bool(names), narrow=width < WIDE))
    between = " · " if names and facts else ""
    line: Line = [("  ", ()), *names, (f"{between}{facts}", _QUIET)]
    came = grown.get(article.twins[0].id, 0) if article.twins else 0
    mark = f"  {RISEN} {came} new" if came else ""
    return [*_filled(line, width - cell_len(mark)), *([(mark, _MARK)] if mark else [])]


def _facts(article: FoundArticle, *, named: bool, narrow: bool) -> list[str]:
    source = one_line(article.source or "") if narrow else ""
    where = "" if named or (article.source and not narrow) else site(article.location)
    told = f"told by {len(article.twins)}" if article.twins else ""
    share = f"{round(article.progress * 100)} %" if 0 < article.progress < READ else ""
    notes = f"{article.notes} note{'s' if article.notes > 1 else ''}" if article.notes else ""
    parts = [source or where, told, share, notes, " ".join(f"#{one_line(tag)}" for tag in article.tags)]
    return [each for each in parts if each]


def called(article: FoundArticle) -> str:
    """What the article is called: its title, else where it is from."""
    return one_line(article.title or "") or origin(article.location) or "Untitled"


def age(article: FoundArticle, now: datetime) -> str:
    """How old an article is: `24 min`, `2 h`, `3 d`, or its date; by when it came in if nothing says its day."""
    added = datetime.fromisoformat(article.added)
    day = date.fromisoformat(article.published[:10]) if article.published else added.astimezone(now.tzinfo).date()
    days = (now.date() - day).days
    if days == 0:
        minutes = int((now - added.astimezone(UTC)).total_seconds()) // 60
        return f"{max(0, minutes)} min" if minutes < 60 else f"{min(minutes // 60, 23)} h"
    if 0 < days <= DAYS_COUNTED:
        return f"{days} d"
    month = MONTH_NAMES[day.month - 1].capitalize()[:3]
    return f"{day.day} {month}" if day.year == now.year else f"{day.day} {month} {day.year}"


def origin(location: str) -> str:
    """Where an article is from: its address, or its path, from the home folder where it is in that."""
    home = str(Path.home())
    return one_line(f"~{location.removeprefix(home)}" if location.startswith(f"{home}/") else location)


def site(location: str) -> str:
    """The same, and of an address the site alone."""
    return one_line(urlsplit(location).hostname or location) if "://" in location else origin(location)


def _filled(line: Line, width: int) -> Line:
    shown = cut_line(line, width)
    return [*shown, (" " * (width - sum(cell_len(text) for text, _ in shown)), ())]
