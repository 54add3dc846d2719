"""How what the library is asked takes longer the more articles there are.

    python benchmarks/growing_library.py [FOLDER LARGER] [--rounds 3] [--short]

The folders have libraries as `very_many.py` makes them of one and the same; without any, small ones are made. Both are
asked by turns what the screen asks; the milliseconds are those of the processor, the least of the rounds, so that a
busy machine counts little.
"""

from __future__ import annotations

import argparse
import tempfile
import time
from contextlib import ExitStack
from functools import partial
from pathlib import Path
from typing import TYPE_CHECKING

from made_up_news import News, library_file, name_all, take_in

from newsreader.index.index import Index
from newsreader.query.fields import ARTICLES
from newsreader.query.parser import parse
from newsreader.store.standing import standing
from tui.library import asked
from tui.library.controllers.panels import MOST, NEWEST
from tui.library.listings import ALL, UNREAD

if TYPE_CHECKING:
    from collections.abc import Callable, Mapping

    from tui.library.listings import ListedQuery, Listing


COUNTS = (2_000, 20_000)
"""Articles of the libraries that are made."""
SHORT = (60, 180)


def listed(listing: Listing, query: str) -> ListedQuery:
    """What is listed of a list when something is typed."""
    return listing.narrowed(parse(query, ARTICLES), query)


def from_far(question: Callable[..., object], what: ListedQuery, index: Index) -> object:
    """Ask something about the end of a list."""
    return question(what, asked.from_end(what, index).articles[0], index)


def questions(file: Path) -> Mapping[str, Callable[[Index], object]]:
    """What is asked, by what it is."""
    unread, titled = listed(UNREAD, ""), listed(ALL, "sort:title")
    found: dict[str, Callable[[Index], object]] = {
        "the first list": asked.first_list,
        "whether the index knows all": partial(_is_current, file),
        "what has no names yet": lambda index: (index.unnamed("made up", 20), index.count_unnamed("made up")),
        "the end of the unread": partial(asked.from_end, unread),
        "200 more from there": partial(from_far, partial(asked.beyond, backwards=True), unread),
        "how many there are, and how many before": partial(from_far, asked.standing, unread),
        "around one, by title": partial(from_far, asked.around, titled),
    }
    for query in ("the", "council", "norrfors", "-the", "is:story", "published:2019-03"):
        what = listed(ALL, query)
        found[f"`{query}`: the list"] = partial(asked.from_start, what)
        found[f"`{query}`: how many"] = partial(asked.standing, what, None)
        found[f"`{query}`: panels, the newest"] = partial(_panels, what, NEWEST)
    for query in (
        "",
        "is:unread",
        "published:2019",
        "the",
        "published:2019 the",
        "is:unread published:2017..",
        "on:2020",
    ):
        found[f"`{query or 'all'}`: panels, all counted"] = partial(_panels, listed(ALL, query), None)
    return found


def _is_current(file: Path, index: Index) -> bool:
    there = standing(file)
    return there is not None and index.is_current(there)


def _panels(what: ListedQuery, newest: int | None, index: Index) -> object:
    return index.search.panels(what.condition, MOST, newest=newest)


def milliseconds(question: Callable[[Index], object], index: Index) -> float:
    """Time of the processor that an answer takes."""
    start = time.process_time()
    question(index)
    return 1000 * (time.process_time() - start)


def compare(folders: list[Path], rounds: int) -> None:
    """Print the table."""
    with ExitStack() as stack:
        files = [*map(library_file, folders)]
        indexes = [
            stack.enter_context(Index.open(file, folder / "cache")) for file, folder in zip(files, folders, strict=True)
        ]
        counts = [f"{index.search.count(None):,} articles, ms" for index in indexes]
        print(f"| | {' | '.join(counts)} | times |\n|---|--:|--:|--:|", flush=True)
        each = [questions(file) for file in files]
        for what in each[0]:
            least = [
                min(milliseconds(asks[what], index) for _ in range(rounds))
                for asks, index in zip(each, indexes, strict=True)
            ]
            print(f"| {what} | {' | '.join(f'{one:.1f}' for one in least)} | {least[1] / least[0]:.1f} |", flush=True)


def main() -> None:
    """Read the options, and compare."""
    parser = argparse.ArgumentParser(description=__doc__, formatter_class=argparse.RawDescriptionHelpFormatter)
    parser.add_argument("folders", type=Path, nargs="*")
    parser.add_argument("--rounds", type=int, default=3)
    parser.add_argument("--short", action="store_true", help="only show that it works")
    args = parser.parse_args()
    with tempfile.TemporaryDirectory() as made:
        folders = args.folders
        if args.short or len(folders) != 2:
            folders = [Path(made) / "small", Path(made) / "larger"]
            for folder, count in zip(folders, SHORT if args.short else COUNTS, strict=True):
                take_in(News([], count), folder)
                name_all(News([], count), folder)
        compare(folders, args.rounds)


if __name__ == "__main__":
    main()
