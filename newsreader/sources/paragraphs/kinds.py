"""Tells headline, byline, dated lines, headings and furniture from the body."""

from __future__ import annotations

import re
from typing import TYPE_CHECKING

from newsreader.article import Paragraph, ParagraphKind

if TYPE_CHECKING:
    from collections.abc import Sequence

    from newsreader.languages import Press

_WORD = re.compile(r"\w+")
_HEAD = 8
"""Paragraphs from the top, and half as many from the end, among which bylines and dated lines are looked for."""

_LONGEST_TITLE, _LONGEST_HEADING, _LONGEST_META = 180, 70, 240
_FEWEST_WORDS_BELOW_KICKER = 5
_MOST_WORDS_OF_TITLE, _MOST_WORDS_OF_HEADING = 28, 10
_TITLE_STARTS = "\"'“‘«„‹([$€£#@¿¡"
_MAIL_HEAD = re.compile(r"(?:from|to|cc|sent|subject|newsgroups|reply-to|message-id)\s?:\s\S.{0,120}", re.IGNORECASE)
"""A line of the head of a mail."""

_NO_TITLE_END = re.compile(r"(?:\.|,|;|:|\.[\"'”’)]|,[\"'”’])$")


def with_kinds(
    text: str,
    spans: list[tuple[int, int]],
    press: Press,
    title: str | None = None,
    fixed: Sequence[ParagraphKind | None] = (),
) -> tuple[Paragraph, ...]:
    """Return the paragraphs of plain text with their kinds; `title` is what is known to be the headline.

    `fixed` are the kinds of those of which they are known, None for others; it may be empty.
    """
    known = fixed or [None] * len(spans)
    kinds = [kind or _kind(text[start:end], press) for kind, (start, end) in zip(known, spans, strict=True)]
    _mark_release(kinds, text, spans, press)
    if ParagraphKind.TITLE not in kinds:
        _mark_title(kinds, text, spans, press, title)
    _mark_meta(kinds, text, spans, press)
    _mark_headings(kinds, text, spans)
    return tuple(Paragraph(start, end, kind) for (start, end), kind in zip(spans, kinds, strict=True))


def line_kind(line: str, press: Press) -> ParagraphKind:
    """Return the kind of a line near the head of an article, apart from title and heading: its words alone decide."""
    return ParagraphKind.META if _is_meta(line, press) else _kind(line, press)


def same_words(one: str, other: str) -> bool:
    """Whether two headlines are the same but for case, white space and punctuation."""
    one, other = one.casefold(), other.casefold()
    first, second = _WORD.search(one), _WORD.search(other)
    # Mostly a paragraph is compared with the headline, and the first words tell.
    if first is None or second is None or first[0] != second[0]:
        return first is second
    return _WORD.findall(one) == _WORD.findall(other)


def _kind(line: str, press: Press) -> ParagraphKind:
    if press.is_furniture(line):
        return ParagraphKind.FURNITURE
    return ParagraphKind.META if press.is_credit(line) else ParagraphKind.BODY


def _mark_release(kinds: list[ParagraphKind], text: str, spans: list[tuple[int, int]], press: Press) -> None:
    """Mark whom to ask about a press release, and the headings of what firms say of themselves, as furniture."""
    head = [_line(text, span) for span in spans[:_HEAD]]
    if not any(map(press.is_release_label, head)):
        return
    asked = False
    for index, span in enumerate(spans):
        line = _line(text, span)
        asked = press.opens_contacts(line) or (asked and "\n\n" not in text[spans[index - 1][1] : span[0]])
        if asked or press.opens_boilerplate(line):
            kinds[index] = ParagraphKind.FURNITURE


def _mark_title(
    kinds: list[ParagraphKind], text: str, spans: list[tuple[int, int]], press: Press, title: str | None
) -> None:
    """Mark the headline among the first paragraphs that are no furniture, and a kicker above it as meta."""
    above = {ParagraphKind.FURNITURE, ParagraphKind.META}
    head = [index for index, kind in enumerate(kinds[:_HEAD]) if kind not in above][:3]
    lines = [_line(text, spans[index]) for index in head]
    found = _title_index(lines, press, title)
    if found is None:
        return
    kinds[head[found]] = ParagraphKind.TITLE
    if found:
        kinds[head[0]] = ParagraphKind.META


def _title_index(lines: list[str], press: Press, title: str | None) -> int | None:
    """Return which of the first lines is the headline: the first, or the second below a kicker or a dated line."""
    if title:
        return next((index for index, line in enumerate(lines[:2]) if same_words(line, title)), None)
    if len(lines) > 2 and _may_stand_above(lines[0], lines[1], press) and _looks_like_a_title(lines[1], press):
        return 1
    return 0 if len(lines) > 1 and _looks_like_a_title(lines[0], press) else None


def _may_stand_above(line: str, headline: str, press: Press) -> bool:
    """Whether `line` is a dated line or byline, or the word or two above a headline that name the desk or the topic."""
    words = len(line.split())
    is_short = line[-1].isalnum() and (words <= 2 or (words == 3 and line.isupper()))
    return _is_meta(line, press) or (is_short and len(headline.split()) >= _FEWEST_WORDS_BELOW_KICKER)


def _looks_like_a_title(line: str, press: Press) -> bool:
    """Whether `line` reads as a headline: short, no sentence, no byline, no dateline, no date."""
    words = line.split()
    return (
        len(line) <= _LONGEST_TITLE
        and 1 < len(words) <= _MOST_WORDS_OF_TITLE
        and not _NO_TITLE_END.search(line)
        and any(character.isalpha() for character in line)
        and (line[0].isalnum() or line[0] in _TITLE_STARTS)
        and not line[0].islower()
        and not _is_meta(line, press)
        and press.dateline(line) is None
    )


def _mark_meta(kinds: list[ParagraphKind], text: str, spans: list[tuple[int, int]], press: Press) -> None:
    """Mark the lines around the body that carry byline, source or date."""
    edges = set(range(min(_HEAD, len(spans)))) | set(range(max(0, len(spans) - _HEAD // 2), len(spans)))
    for index in edges:
        if kinds[index] is ParagraphKind.BODY and _is_meta(_line(text, spans[index]), press):
            kinds[index] = ParagraphKind.META


def _is_meta(line: str, press: Press) -> bool:
    if len(line) > _LONGEST_META:
        return False
    return (
        line.lower().strip("()") in press.agencies
        or press.is_byline(line)
        or press.names_source(line)
        or _MAIL_HEAD.fullmatch(line) is not None
        or press.stated_day(line) is not None
    )


def _mark_headings(kinds: list[ParagraphKind], text: str, spans: list[tuple[int, int]]) -> None:
    """Mark short lines without an end of sentence that stand before a longer paragraph and after another."""
    for index in range(1, len(spans) - 1):
        start, end = spans[index]
        follower = spans[index + 1]
        if (
            end - start <= _LONGEST_HEADING
            and kinds[index] is kinds[index + 1] is ParagraphKind.BODY
            and follower[1] - follower[0] > 2 * (end - start)
            and kinds[index - 1] is not ParagraphKind.TITLE
            and _looks_like_a_heading(text[start:end])
        ):
            kinds[index] = ParagraphKind.HEADING


def _looks_like_a_heading(line: str) -> bool:
    return (
        "\n" not in line
        and line[-1].isalnum()
        and line[0].isalnum()
        and not line[0].islower()
        and len(line.split()) <= _MOST_WORDS_OF_HEADING
        and any(character.isalpha() for character in line)
    )


def _line(text: str, span: tuple[int, int]) -> str:
    """Return a paragraph as one line, cut off where it is longer than any line that is looked at."""
    start, end = span
    return " ".join(text[start : min(end, start + _LONGEST_META * 2)].split())
