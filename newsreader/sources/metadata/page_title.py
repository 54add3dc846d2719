"""The headline of a page: among what its data, tags and headings give, and without the name of the site."""

from __future__ import annotations

import re
from typing import TYPE_CHECKING

from newsreader.sources.metadata.page_text import clean, is_hidden, line_of
from newsreader.sources.paragraphs.kinds import same_words

if TYPE_CHECKING:
    from collections.abc import Iterable

    from lxml.html import HtmlElement  # type: ignore[import-untyped]

_PARTS = re.compile(r"\s+[|–—·•»«:/\\-]+\s+|\s*[|»]\s*")
_CUT = re.compile(r"\s*(?:\.\.\.|…|\[[….]+\])$")
_AROUND = ("nav", "aside", "footer")


def headings_of(tree: HtmlElement, *tags: str) -> list[str]:
    """Return what the headings with these tags say that are shown; not a link to the front page, which names it."""
    elements = (each for each in tree.iter(*tags) if not _is_about_the_site(each))
    return [line for element in elements if (line := heading(element))]


def heading(element: HtmlElement) -> str:
    """Return what a heading says, its parts apart: some hold a kicker and a summary in elements of their own."""
    return " ".join(filter(None, (clean(text) for text in element.itertext())))


def parts_of(element: HtmlElement) -> list[str]:
    """Return what stands in each element of a heading by itself."""
    return [line_of(child) for child in element.iterdescendants() if isinstance(child.tag, str)]


def agrees(headline: str, others: Iterable[str]) -> bool:
    """Whether a headline is one of others, but for the end of either and for case and punctuation."""
    wanted = _words(headline)
    return bool(wanted) and any(wanted in _words(other) or _words(other) in wanted for other in others if _words(other))


def headline(tree: HtmlElement, stated: str | None, sites: Iterable[str]) -> str | None:
    """Return the headline: what `stated` says, without the names of the site; or a heading that says it in full.

    Without anything stated it is the one heading of the highest level that the page has.
    """
    headings = headings_of(tree, "h1")
    if stated is None:
        return headings[0] if len(headings) == 1 else None
    title = _without_site(stated, [*sites], [*headings, *headings_of(tree, "h2", "h3")])
    if any(same_words(part, title) for element in tree.iter("h1") for part in parts_of(element)):
        return title
    return next((line for line in headings if _says_it_in_full(line, title)), title)


def _says_it_in_full(line: str, title: str) -> bool:
    """Whether a heading is the title with more, or as much of it as makes a headline; punctuation may differ."""
    cut = _CUT.search(title) is not None
    line, title = _plain(line), _plain(_CUT.sub("", title))
    if line.startswith(title):
        return True
    return not cut and title.startswith(line) and len(line) > len(title) // 3


def _begins(heading: str, piece: str) -> bool:
    """Whether a heading is a piece of a title, or begins with it, if that is no single word."""
    return same_words(piece, heading) or (" " in piece and _plain(heading).startswith(_plain(piece) + " "))


def _plain(text: str) -> str:
    return text.translate(str.maketrans("’‘“”–—\xa0", "''\"\"-- ")).casefold()


def _words(text: str) -> str:
    return " ".join(re.findall(r"\w+", text.casefold()))


def _is_about_the_site(element: HtmlElement) -> bool:
    """Whether a heading is hidden, beside the article, or nothing but a link to the front page."""
    if any(each.tag in _AROUND or is_hidden(each) for each in (element, *element.iterancestors())):
        return True
    links = [link for link in element.iter("a") if line_of(link) == line_of(element)]
    return any(re.fullmatch(r"/?|https?://[^/]+/?", link.get("href") or "-") for link in links)


def _without_site(title: str, sites: list[str], headings: list[str]) -> str:
    """Return a title without the site's name before or behind a bar or dash: `Tram line agreed | The Daily`."""
    parts = [(match.start(), match.end()) for match in _PARTS.finditer(title)]
    if not parts:
        return title
    starts, ends = [0, *(end for _, end in parts)], [*(start for start, _ in parts), len(title)]
    pieces = [title[start:end] for start in starts for end in ends if start < end]
    shorter = [piece for piece in pieces if piece != title]
    if found := [piece for piece in shorter if any(_begins(line, piece) for line in headings)]:
        return max(found, key=len)
    for site in sites:
        if same_words(title[starts[-1] :], site):
            return title[: ends[-2]]
        if same_words(title[: ends[0]], site):
            return title[starts[1] :]
    last = title[slice(*parts[-1])]
    return title[: parts[-1][0]] if "|" in last and " " in title[: parts[-1][0]] else title
