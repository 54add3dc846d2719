"""Which lines of a page are its article: those in which the extractor's text stands, and what belongs to them.

The extractor says what the article is, the page how it is written: an extractor's own text has lost code's blanks,
captions, a paragraph that stands twice, and where lists and quotations begin.
"""

from __future__ import annotations

import re
from collections import Counter
from dataclasses import dataclass
from typing import TYPE_CHECKING

from newsreader.article import ParagraphKind
from newsreader.sources.metadata.page_text import marks_of, shown

if TYPE_CHECKING:
    from collections.abc import Sequence

    from lxml.html import HtmlElement  # type: ignore[import-untyped]

    from newsreader.sources.formats.page_lines import Line

_LONG = 25
"""Letters and digits of a line that does not stand by chance somewhere in an article."""

_MOST_COMPARED = 1_000_000_000
"""Code points that lines are held against which stand nowhere in the article; of real pages it is a thousandth."""

_ENOUGH = 0.9
"""The share of the extractor's text that the lines must have, or they are no account of it."""

_MOST_OF = 0.85
"""The share of the article that the element holds which it stands in."""

_PROSE = 60
"""Letters and digits of a paragraph that the extractor left out among others, as it does of one that is a link."""

_PROSE_TAGS = ("p", "blockquote")
_MOST_LINKED = 0.8
_FEW_LINKED = 0.4
"""Of a list that the extractor left out: one of more is a menu, or about other articles."""

_SUMMARY = re.compile(r"stand-?first|summary|\bdek\b|sub-?(?:title|head(?:line)?)|\bintro|\blede?\b|excerpt|\bstrap")


@dataclass(slots=True)
class _Candidate:
    """A line, its letters and digits, and where in the extractor's text they stand."""

    line: Line
    key: str
    place: int | None = None
    kept: bool = False


def article_lines(lines: Sequence[Line], extracted: str, tree: HtmlElement) -> list[Line]:
    """Return the lines of the article, given the extractor's text of it; none if they do not agree."""
    wanted = _key(extracted)
    candidates = [_Candidate(line, _key(line.block.text.removeprefix(line.mark))) for line in lines]
    if not wanted or not any(each.key for each in candidates):
        return []
    _place_long(candidates, wanted)
    _place_short(candidates, wanted)
    if sum(len(each.key) for each in candidates if each.place is not None) < _ENOUGH * len(wanted):
        return []
    _keep_what_belongs(candidates, {*shown(tree)})
    return [each.line for each in candidates if each.kept]


def _key(text: str) -> str:
    return "".join(re.findall(r"\w+", text.casefold()))


def _place_long(candidates: Sequence[_Candidate], wanted: str) -> None:
    """Find the long lines, those first that stand where most of the article does: teasers repeat its words."""
    long = _standing([each for each in candidates if len(each.key) >= _LONG], wanted)
    frame = _frame(long)
    taken: set[int] = set()
    for inside in (True, False):
        cursor = 0
        for each in long:
            if (frame is None or _is_in(each.line.element, frame)) is not inside:
                continue
            place = _free(wanted, each.key, cursor, taken)
            if place >= 0:
                each.place, cursor = place, place + len(each.key)
                taken.add(place)


def _standing(candidates: Sequence[_Candidate], wanted: str) -> list[_Candidate]:
    """Return those that stand anywhere in the extractor's text; most are found where the one before them ended."""
    cursor, misses = 0, _MOST_COMPARED // len(wanted)
    found = []
    for each in candidates:
        if misses > 0 and (place := _find(wanted, each.key, cursor)) >= 0:
            found.append(each)
            cursor = place + len(each.key)
        else:
            misses -= 1
    return found


def _find(wanted: str, key: str, cursor: int) -> int:
    place = wanted.find(key, cursor)
    return place if place >= 0 or not cursor else wanted.find(key)


def _free(wanted: str, key: str, cursor: int, taken: set[int]) -> int:
    """Return where `key` stands from the cursor on, or else anywhere that no line has taken; -1 for nowhere."""
    place = _find(wanted, key, cursor)
    while place in taken:
        place = wanted.find(key, place + 1)
    return place


def _frame(found: Sequence[_Candidate]) -> HtmlElement | None:
    """Return the innermost element that most of the article stands in."""
    held: Counter[HtmlElement] = Counter()
    for each in found:
        for element in (each.line.element, *each.line.element.iterancestors()):
            held[element] += len(each.key)
    whole = max(held.values(), default=0)
    frames = [element for element, size in held.items() if size >= _MOST_OF * whole]
    return max(frames, key=lambda element: sum(1 for _ in element.iterancestors()), default=None)


def _is_in(element: HtmlElement, frame: HtmlElement) -> bool:
    return element is frame or any(each is frame for each in element.iterancestors())


def _place_short(candidates: Sequence[_Candidate], wanted: str) -> None:
    """Find each short line between those of the long ones around it."""
    following = [len(wanted)] * (len(candidates) + 1)
    for index in range(len(candidates) - 1, -1, -1):
        place = candidates[index].place
        following[index] = following[index + 1] if place is None else place
    end = 0
    for each, limit in zip(candidates, following[1:], strict=True):
        if each.place is None and 0 < len(each.key) < _LONG:
            place = wanted.find(each.key, end, max(limit, end))
            each.place = place if place >= 0 else None
        if each.place is not None:
            end = each.place + len(each.key)


def _keep_what_belongs(candidates: Sequence[_Candidate], about: set[HtmlElement]) -> None:
    """Keep the lines that were found, and what stands among them and belongs to them."""
    placed = [index for index, each in enumerate(candidates) if each.place is not None]
    article = _Surroundings(
        _frame([candidates[index] for index in placed]),
        {candidates[index].line.element.getparent() for index in placed},
        _whole_groups(candidates, range(placed[0], placed[-1])),
        about,
    )
    seen: set[tuple[str, HtmlElement]] = set()
    for index, each in enumerate(candidates):
        twin = each.key, each.line.element.getparent()
        again = len(each.key) >= _LONG and twin in seen
        each.kept = each.place is not None or again or article.has(each, among=placed[0] < index < placed[-1])
        if each.kept:
            seen.add(twin)


def _whole_groups(candidates: Sequence[_Candidate], among: range) -> set[HtmlElement]:
    """Return the lists, tables and pieces of code of the article: of which most was found, or which are no links."""
    first: dict[HtmlElement, int] = {}
    size: Counter[HtmlElement] = Counter()
    found: Counter[HtmlElement] = Counter()
    linked: Counter[HtmlElement] = Counter()
    for index, each in enumerate(candidates):
        if (group := each.line.group) is not None:
            first.setdefault(group, index)
            size[group] += len(each.line.block.text)
            found[group] += len(each.line.block.text) * (each.place is not None)
            linked[group] += sum(one.end - one.start for one in each.line.block.links)
    return {
        group
        for group in size
        if found[group] * 2 > size[group]
        or (first[group] in among and linked[group] < (_FEW_LINKED * size[group] if size[group] > _PROSE else 1))
    }


@dataclass(frozen=True, slots=True)
class _Surroundings:
    """The article as far as it was found, and what else of the page may belong to it."""

    frame: HtmlElement | None
    parents: set[HtmlElement]
    """What its lines stand in."""
    groups: set[HtmlElement]
    about: set[HtmlElement]
    """Elements that are shown and not about something else."""

    def has(self, each: _Candidate, *, among: bool) -> bool:
        """Whether a line is one of a list, a table or code, a caption, a summary, or prose beside its paragraphs."""
        element = each.line.element
        if self.frame is None or element not in self.about or not (among or _is_in(element, self.frame)):
            return False
        if each.line.group is not None:
            return each.line.group in self.groups
        if each.line.block.kind is ParagraphKind.CAPTION or _SUMMARY.search(marks_of(element)):
            return True
        return among and element.getparent() in self.parents and element.tag in _PROSE_TAGS and _is_prose(each)


def _is_prose(each: _Candidate) -> bool:
    linked = sum(one.end - one.start for one in each.line.block.links)
    return len(each.key) >= _PROSE and linked <= _MOST_LINKED * len(each.line.block.text)
