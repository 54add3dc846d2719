"""What real pages ask of the parser, beside the limits that are set to it.

    python benchmarks/pages.py FOLDER…

Every `*.html` below a folder is a page. `docs/safety.md` has the table for the test pages of mozilla/readability and
the evaluation pages of adbar/trafilatura, which are not part of this project.
"""

from __future__ import annotations

import argparse
from contextlib import suppress
from dataclasses import astuple, dataclass, fields
from pathlib import Path
from time import perf_counter

from lxml import etree, html

from newsreader.sources import SourceError, apart, from_bytes, reading_process
from newsreader.sources.formats.html import FORMAT

LIMITS = {
    "bytes": (apart.ORDINARY_BYTES, apart.MOST_BYTES),
    "marks": (apart.ORDINARY_MARKS, apart.MOST_MARKS),
    "milliseconds": ("", reading_process.SECONDS * 1000),
}
"""Up to where a page is read without a process of its own, and up to where at all."""


@dataclass(frozen=True, slots=True)
class Measured:
    """One page."""

    bytes: int
    marks: int
    nodes: int
    attributes: int
    depth: int
    longest_attribute: int
    milliseconds: int


def measured(path: Path) -> Measured | None:
    """Return what is in the page, and how long it took to become an article; None for no page."""
    data = path.read_bytes()
    try:
        tree = html.fromstring(data, parser=html.HTMLParser(huge_tree=True))
    except (etree.ParserError, ValueError):
        return None
    began = perf_counter()
    with suppress(SourceError):
        from_bytes(data, name=path.name)
    taken = round((perf_counter() - began) * 1000)
    elements = [each for each in tree.iter() if isinstance(each.tag, str)]
    attributes = [len(value) for each in elements for value in each.attrib.values()]
    marks = FORMAT.marks(data) or 0
    return Measured(len(data), marks, len(elements), len(attributes), _depth(tree), max(attributes, default=0), taken)


def _depth(tree: etree._Element) -> int:
    depth = deepest = 0
    for event, _ in etree.iterwalk(tree, events=("start", "end")):
        depth += 1 if event == "start" else -1
        deepest = max(deepest, depth)
    return deepest


def _print_table(pages: list[Measured]) -> None:
    columns = list(zip(*map(astuple, pages), strict=True))
    print(f"| {len(pages):,} pages | median | 99 of 100 | largest | read apart over | refused over |")
    print("|---|--:|--:|--:|--:|--:|")
    for each, values in zip(fields(Measured), columns, strict=True):
        ordered = sorted(values)
        shares = (ordered[len(ordered) // 2], ordered[len(ordered) * 99 // 100], ordered[-1])
        limits = LIMITS.get(each.name, ("", ""))
        cells = (f"{cell:,}" if isinstance(cell, int) else cell for cell in (*shares, *limits))
        print(f"| {each.name.replace('_', ' ')} | {' | '.join(cells)} |")


def main() -> None:
    """Measure the pages of all folders."""
    parser = argparse.ArgumentParser(description=__doc__, formatter_class=argparse.RawDescriptionHelpFormatter)
    parser.add_argument("folders", nargs="+", type=Path, metavar="FOLDER")
    found = (measured(path) for folder in parser.parse_args().folders for path in sorted(folder.rglob("*.html")))
    _print_table([page for page in found if page])


if __name__ == "__main__":
    main()
