"""How much of the article on real pages is read, how much beside it, and whether title and byline are right.

    python benchmarks/page_text.py [--errors] FOLDER…

A folder is that of the test pages of mozilla/readability (`test/test-pages`: a folder for each page with `source.html`,
`expected.html` and `expected-metadata.json`), or the tests of adbar/trafilatura (`evaldata.json` with snippets that
the article has and has not, pages in `cache` and `eval`). Neither is part of this project. `docs/benchmarks.md` has the
table.
"""

from __future__ import annotations

import argparse
import json
import re
from collections import Counter
from dataclasses import dataclass
from pathlib import Path
from typing import TYPE_CHECKING

from lxml import html

from newsreader.sources import SourceError, from_bytes

if TYPE_CHECKING:
    from collections.abc import Iterator

_WORD = re.compile(r"[\u3040-\u9fff]|(?:(?![\u3040-\u9fff])\w)+")

ENOUGH = 0.9
"""The share of an article's words with which it counts as read."""


@dataclass(frozen=True, slots=True)
class Read:
    """One page: shares of the words that should be there and of those that are, and whether the rest is right."""

    name: str
    recall: float
    precision: float
    title: bool | None = None
    """None where the page says none."""
    byline: bool | None = None
    told: str = ""


def words(text: str) -> Counter[str]:
    """Return the words of a text, each as often as it stands there; of Chinese and Japanese the characters."""
    return Counter(_WORD.findall(text.casefold()))


def of_readability(folder: Path) -> Iterator[Read]:
    """Compare the pages of a folder with what another reader view is expected to make of them."""
    for source in sorted(folder.glob("*/source.html")):
        expected = html.fromstring(source.with_name("expected.html").read_text("utf-8"))
        told = json.loads(source.with_name("expected-metadata.json").read_text("utf-8"))
        wanted = words(" ".join(expected.itertext()))
        try:
            article = from_bytes(source.read_bytes(), name="source.html", charset="utf-8")
        except SourceError as error:
            yield Read(source.parent.name, 0.0, 1.0, False, False, str(error))
            continue
        found, known = words(article.text), article.metadata
        shared = sum((wanted & found).values())
        yield Read(
            source.parent.name,
            shared / max(1, sum(wanted.values())),
            shared / max(1, sum(found.values())),
            _same(known.title, told.get("title")),
            _same(known.byline, told.get("byline")),
            f"{known.title!r} for {told.get('title')!r}; {known.byline!r} for {told.get('byline')!r}",
        )


def _same(found: str | None, told: str | None) -> bool | None:
    """Whether what was found is what is told, but for words around either, such as a site's name or “By”."""
    if not told:
        return None
    one, other = words(found or ""), words(told)
    return bool(one) and (one <= other or other <= one)


def of_trafilatura(folder: Path) -> Iterator[Read]:
    """Look for the snippets that the articles of a folder have, and for those that stand beside them."""
    for told in json.loads((folder / "evaldata.json").read_text("utf-8")).values():
        path = next((path for each in ("cache", "eval") if (path := folder / each / told["file"]).exists()), None)
        if path is None:
            continue
        try:
            text = " ".join(from_bytes(path.read_bytes(), name=path.name).text.split())
        except SourceError:
            text = ""
        inside = [" ".join(each.split()) in text for each in told["with"]]
        outside = [" ".join(each.split()) in text for each in told["without"]]
        found = sum(inside)
        share = found / (found + sum(outside)) if found + sum(outside) else 1.0
        yield Read(path.name, found / max(1, len(inside)), share)


def _print_row(name: str, pages: list[Read]) -> None:
    poor = sum(page.recall < ENOUGH for page in pages)
    titles = [page.title for page in pages if page.title is not None]
    bylines = [page.byline for page in pages if page.byline is not None]
    recall, precision = (
        sum(values) / len(pages) for values in zip(*((p.recall, p.precision) for p in pages), strict=True)
    )
    right = (f"{sum(each)} of {len(each)}" if each else "" for each in (titles, bylines))
    print(f"| {name} | {len(pages)} | {recall:.3f} | {precision:.3f} | {poor} | {' | '.join(right)} |")


def main() -> None:
    """Read the pages of all folders."""
    parser = argparse.ArgumentParser(description=__doc__, formatter_class=argparse.RawDescriptionHelpFormatter)
    parser.add_argument("folders", nargs="+", type=Path, metavar="FOLDER")
    parser.add_argument("--errors", action="store_true", help="name the pages that are not right")
    args = parser.parse_args()
    print("| pages | number | of the words | of what is read | under 0.9 of the words | titles | bylines |")
    print("|---|--:|--:|--:|--:|--:|--:|")
    for folder in args.folders:
        pages = [*(of_trafilatura(folder) if (folder / "evaldata.json").exists() else of_readability(folder))]
        _print_row(folder.name, pages)
        for page in pages if args.errors else ():
            if page.recall < ENOUGH or False in (page.title, page.byline):
                print(f"  {page.name}: {page.recall:.2f} {page.precision:.2f} {page.told}")


if __name__ == "__main__":
    main()
