"""Completes what is known about an article by what its own text says: title, byline, dateline and date."""

from __future__ import annotations

import re
from dataclasses import replace
from itertools import islice
from typing import TYPE_CHECKING

from newsreader.article import Metadata, Paragraph, ParagraphKind
from newsreader.languages.english.press.agreement import find_agreement
from newsreader.languages.english.press.bylines import byline, credited
from newsreader.languages.english.press.datelines import as_written, read_dateline
from newsreader.languages.english.press.days import parse_day
from newsreader.languages.english.press.published import day_in_url, stated_day
from newsreader.languages.english.words.agencies import CALLED
from newsreader.sanitise import printable

if TYPE_CHECKING:
    from collections.abc import Iterable, Iterator

    from newsreader.languages.record import Dateline

_LONGEST_LINE = 400
_FIRST = 3
_MOST_BODY = 200_000
"""Code points of an article in which a weekday and a date are looked for; books have thousands of them."""

_SOURCE = re.compile(r"(?:source|via|publication)\s?:\s(?P<name>\S.*)", re.IGNORECASE)


def complete(metadata: Metadata, text: str, paragraphs: tuple[Paragraph, ...]) -> Metadata:
    """Return `metadata` with what is missing taken from the text; what is known already is never replaced."""
    lines = list(_meta_lines(text, paragraphs))
    dateline = _dateline(text, paragraphs)
    found = Metadata(
        title=_title(text, paragraphs),
        byline=_byline(lines),
        source=next((match["name"] for line in lines if (match := _SOURCE.fullmatch(line))), None),
        agency=(dateline.agency if dateline else None) or _agency(lines),
        place=as_written(dateline.written, text) if dateline and dateline.written else None,
    )
    return _dated(_merged(metadata, found), text, lines, dateline)


def over(first: Metadata, second: Metadata) -> Metadata:
    """Return `first` with what it does not know taken from `second`, as safe single lines."""
    date_of = first if first.published else second
    return Metadata(
        title=_line(first.title or second.title),
        byline=_line(first.byline or second.byline),
        source=_line(first.source or second.source),
        agency=_line(first.agency or second.agency),
        place=_line(first.place or second.place),
        published=date_of.published,
        published_from=date_of.published_from,
        url=_line(first.url or second.url),
        language=_line(first.language or second.language),
    )


def _line(text: str | None) -> str | None:
    return printable(text) or None if text else None


def _merged(known: Metadata, found: Metadata) -> Metadata:
    return replace(
        known,
        title=known.title or found.title,
        byline=known.byline or found.byline,
        source=known.source or found.source,
        agency=known.agency or found.agency,
        place=known.place or found.place,
    )


def _dated(metadata: Metadata, text: str, lines: list[str], dateline: Dateline | None) -> Metadata:
    """Return `metadata` with the first date of: its own, the address, a line that states it, the dateline, the text."""
    if metadata.published:
        return metadata
    if metadata.url and (addressed := day_in_url(metadata.url)):
        return replace(metadata, published=addressed, published_from="the address of the page")
    stated = [(day, line) for line in lines if (day := stated_day(line))]
    if stated:
        first, line = min(stated, key=lambda found: found[0].updated)
        return replace(metadata, published=first.date, published_from=f"the line “{line}”")
    if dateline and dateline.day and (dated := parse_day(dateline.day)):
        return replace(metadata, published=dated, published_from=f"the dateline ({dateline.day})")
    if agreement := find_agreement(text[:_MOST_BODY]):
        words = f"a weekday and a date in the text that agree (“{agreement.text}”)"
        return replace(metadata, published=agreement.date, published_from=words)
    return metadata


def _meta_lines(text: str, paragraphs: Iterable[Paragraph]) -> Iterator[str]:
    for paragraph in paragraphs:
        if paragraph.kind is ParagraphKind.META and paragraph.end - paragraph.start <= _LONGEST_LINE:
            yield " ".join(text[paragraph.start : paragraph.end].split())


def _title(text: str, paragraphs: Iterable[Paragraph]) -> str | None:
    titles = (p for p in paragraphs if p.kind is ParagraphKind.TITLE)
    return next((" ".join(text[p.start : p.end].split()) for p in titles), None)


def _byline(lines: list[str]) -> str | None:
    names = (byline(line) for line in lines)
    credits_ = (credited(line) for line in lines)
    return next(filter(None, names), None) or next(filter(None, credits_), None)


def _agency(lines: list[str]) -> str | None:
    return next((CALLED[name] for line in lines if (name := line.lower().strip("()")) in CALLED), None)


def _dateline(text: str, paragraphs: Iterable[Paragraph]) -> Dateline | None:
    """Return the dateline that one of the first paragraphs of the body has; a summary may stand before it."""
    body = (p for p in paragraphs if p.kind is ParagraphKind.BODY)
    heads = (" ".join(text[p.start : min(p.end, p.start + _LONGEST_LINE)].split()) for p in islice(body, _FIRST))
    return next(filter(None, map(read_dateline, heads)), None)
