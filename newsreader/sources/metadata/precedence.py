"""Who may say what is known about an article, in which order: whoever says a thing first is believed.

Above all stands the person who reads it, whose word on the day is kept with the notes. Then comes what the article was
given with (a record, the address it was fetched from), then the front matter of its file or the data of its page. What
is still not known is asked of the text, of which each thing may be said by

    title      the headline
    byline     a byline, a credit
    source     a line that names it after a label
    agency     the dateline, a line that is the name of an agency and nothing else
    place      the dateline
    published  the address, a line that states it, the dateline, and, as a guess, a weekday and a date in the text that
               agree

The day on which the program runs says nothing, and neither do file times: what nobody says is not known.
"""

from __future__ import annotations

import re
from dataclasses import dataclass, replace
from itertools import islice
from typing import TYPE_CHECKING, NamedTuple

from newsreader.addresses import without_passwords
from newsreader.article import GUESS, Metadata, ParagraphKind
from newsreader.sanitise import in_one_line, printable

if TYPE_CHECKING:
    from collections.abc import Callable, Iterator, Sequence
    from datetime import date

    from newsreader.article import Paragraph
    from newsreader.languages import Press
    from newsreader.languages.record import Dateline

_LONGEST_LINE = 400
"""Code points of a line that may say something about the article."""

_FIRST = 3
"""Paragraphs of the body that may begin with the dateline; a summary may stand before it."""

_MOST_TURNS = 12
"""Paragraphs of the body that show whether people take turns in it."""

_SPEAKS = re.compile(r"[A-ZÀ-Þ][^\W\d_.]*(?:[ .'’-]+[^\W\d_]+){0,3}\.?:\s")
"""What a paragraph of a conversation begins with: `INTERVIEWER: What happened?`"""

_MOST_BODY = 200_000
"""Code points of an article in which a weekday and a date are looked for; books have thousands of them."""


class Said(NamedTuple):
    """A day of publication and who says it, as `Metadata.published_from` has it."""

    day: date
    by: str


def over(first: Metadata, second: Metadata) -> Metadata:
    """Return `first` with what it does not know taken from `second`, as safe single lines."""
    dated = first if first.published else second
    return Metadata(
        title=_line(first.title or second.title),
        byline=_line(first.byline or second.byline),
        source=_line(without_passwords(first.source or second.source or "")),
        agency=_line(first.agency or second.agency),
        place=_line(first.place or second.place),
        published=dated.published,
        published_from=dated.published_from,
        url=_line(without_passwords(first.url or second.url or "")),
        language=_line(first.language or second.language),
    )


def complete(known: Metadata, text: str, paragraphs: Sequence[Paragraph], press: Press) -> Metadata:
    """Return `known` with what is missing taken from the text, which `press` knows how to read."""
    article = _Article(known.url, text, tuple(_meta_lines(text, paragraphs)), _dateline(text, paragraphs, press), press)
    completed = replace(
        known,
        title=known.title or _headline(text, paragraphs),
        byline=known.byline or article.first(press.byline) or article.first(press.credited),
        source=known.source or article.first(press.source),
        agency=known.agency or _agency(article),
        place=known.place or _place(article),
    )
    if known.published:
        return completed
    said = next(filter(None, (who(article) for who in _PUBLISHED)), None)
    return replace(completed, published=said.day, published_from=said.by) if said else completed


@dataclass(frozen=True, slots=True)
class _Article:
    """What of an article may say something about it: `lines` are those around its body, each as one line."""

    url: str | None
    text: str
    lines: tuple[str, ...]
    dateline: Dateline | None
    press: Press

    def first(self, says: Callable[[str], str | None]) -> str | None:
        """Return what the first line says that says anything."""
        return next(filter(None, map(says, self.lines)), None)


def _headline(text: str, paragraphs: Sequence[Paragraph]) -> str | None:
    titles = (p for p in paragraphs if p.kind is ParagraphKind.TITLE)
    return next((in_one_line(text[p.start : p.end]) for p in titles), None)


def _agency(article: _Article) -> str | None:
    if article.dateline and article.dateline.agency:
        return article.dateline.agency
    return article.first(lambda line: article.press.agencies.get(line.lower().strip("()")))


def _place(article: _Article) -> str | None:
    written = article.dateline.written if article.dateline else None
    return article.press.place_as_written(written, article.text) if written else None


def _address(article: _Article) -> Said | None:
    day = article.press.day_in_address(article.url) if article.url else None
    return Said(day, "the address of the page") if day else None


def _stating_line(article: _Article) -> Said | None:
    """Return the day of the first line that states one, and only then that of a line that tells of an update."""
    stated = [(day, line) for line in article.lines if (day := article.press.stated_day(line))]
    if not stated:
        return None
    day, line = min(stated, key=lambda found: found[0].updated)
    return Said(day.date, f"the line “{line}”")


def _dated_dateline(article: _Article) -> Said | None:
    written = article.dateline.day if article.dateline else None
    day = article.press.day(written) if written else None
    return Said(day, f"the dateline ({written})") if day else None


def _agreeing_weekday(article: _Article) -> Said | None:
    found = article.press.agreement(article.text[:_MOST_BODY])
    if found is None:
        return None
    return Said(found.date, f"{GUESS}“{found.text}”, which is a day of no other year that the text speaks of")


_PUBLISHED: tuple[Callable[[_Article], Said | None], ...] = (
    _address,
    _stating_line,
    _dated_dateline,
    _agreeing_weekday,
)
"""Who may say when an article was published where nothing that came with it does."""


def _meta_lines(text: str, paragraphs: Sequence[Paragraph]) -> Iterator[str]:
    for paragraph in paragraphs:
        if paragraph.kind is ParagraphKind.META and paragraph.end - paragraph.start <= _LONGEST_LINE:
            yield in_one_line(text[paragraph.start : paragraph.end])


def _dateline(text: str, paragraphs: Sequence[Paragraph], press: Press) -> Dateline | None:
    """Return the dateline that one of the first paragraphs of the body begins with; who speaks in a talk is none."""
    body = [*islice((p for p in paragraphs if p.kind is ParagraphKind.BODY), _MOST_TURNS)]
    heads = (in_one_line(text[p.start : min(p.end, p.start + _LONGEST_LINE)]) for p in body)
    first = [*islice(heads, _FIRST)]
    found = next(((head, said) for head in first if (said := press.dateline(head))), None)
    if found is None:
        return None
    head, dateline = found
    is_name = not (dateline.agency or dateline.day) and ":" in head[: dateline.end]
    return None if is_name and sum(_SPEAKS.match(each) is not None for each in (*first, *heads)) > 1 else dateline


def _line(text: str | None) -> str | None:
    return printable(text) or None if text else None
