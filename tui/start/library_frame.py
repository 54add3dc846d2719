"""The first screenful of the library, written straight to the terminal while Textual is still being imported.

It stands where and as the library screen will draw it, from the same rows and styles; counts and panels come later.
"""

from __future__ import annotations

from datetime import datetime
from typing import TYPE_CHECKING

from tui.base.bar_lines import beside_keys, header, status
from tui.base.keymap import resolve
from tui.library.article_rows import LINES, article_line, origin
from tui.library.list_place import ListPlace
from tui.library.listing_rows import ListingRows
from tui.library.listings import BUILT_IN, of_searches
from tui.library.offered import offered
from tui.library.regions import LibraryRegions
from tui.panels.list_rows import list_line
from tui.reader.hints import hints_for
from tui.start.first_frame import Painter, padded

if TYPE_CHECKING:
    from collections.abc import Iterator, Mapping, Sequence

    from newsreader.config import Config
    from newsreader.store.records import SavedSearch
    from tui.base.style_book import Line
    from tui.library.asked import FirstList


def library_frame(
    first: FirstList,
    searches: Sequence[SavedSearch],
    config: Config,
    environ: Mapping[str, str],
    size: tuple[int, int],
) -> str | None:
    """Write the library for a terminal of `size`; None where the theme is none of ours, whose colours Textual knows."""
    painter = Painter.of(config, environ)
    if painter is None:
        return None
    regions, room = LibraryRegions.fit(*size), size[0] - 2
    place = ListPlace()
    place.page = max(1, regions.height // LINES)
    place.show(first.run, 0)
    hints = hints_for(offered(first.run.articles[0]), resolve(config.keys), "library")
    left = [(beside_keys(origin(first.run.articles[0].location), room), ("status--detail",))]
    lines = [
        padded(header(f"Library · {first.listing.title}", "", room)),
        *_body(place, ListingRows((*BUILT_IN, *of_searches(searches)), {}, first.listing.key), regions),
        padded(status(left, hints, f"1/{place.length_said}", room)),
    ]
    return "".join(f"\x1b[{y};1H{painter.painted(line)}" for y, line in enumerate(lines[: size[1]], 1))


def _body(place: ListPlace, lists: ListingRows, regions: LibraryRegions) -> Iterator[Line]:
    now = datetime.now().astimezone()
    for y in range(regions.height):
        articles = article_line(place, y, regions.articles, regions.height, now, focused=True)
        if not regions.lists:
            yield articles
            continue
        edge = ("article--gutter",)
        beside = list_line(lists, y, regions.lists, page=regions.height)
        yield [*beside, ("▕", edge), *articles, ("▏", edge), (" " * regions.panels, ())]
