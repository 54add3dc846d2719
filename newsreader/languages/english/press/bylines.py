"""Recognises who an article is by and from: `By Jane Doe`, `(Reporting by …)` at its end, `Source: The Daily`."""

from __future__ import annotations

import re

from newsreader.languages.english.press.days import MONTH, WEEKDAY
from newsreader.languages.english.words.agencies import CREDITS
from newsreader.languages.english.words.calendar import MONTH_NAMES, WEEKDAY_NAMES

_LONGEST_BYLINE, _LONGEST_CREDIT, _MOST_WORDS = 140, 400, 16
_BY = re.compile(
    r"(?:(?:story|words|text|analysis|opinion|written|reported|reporting|posted|published|submitted"
    r"|(?:view\s)?(?:all|more)\s(?:posts|articles|stories))\s)?by:?\s+(?=\w)",
    re.IGNORECASE,
)
_AFTER_NAMES = re.compile(
    rf"\s*[|•·–—(]|\s-\s|,?\s(?=\d|(?:updated|published|posted)\b|{MONTH}\s\d|{WEEKDAY},)", re.IGNORECASE
)
_WORD = re.compile(r"[\w.'’-]+")
_CREDIT = re.compile(
    rf"\(?(?:additional\s)?(?:{'|'.join(sorted(CREDITS))})(?:\sand\s\w+)?\sby\s(?P<names>[^;)]+)[;)]?.*",
    re.IGNORECASE,
)
_OPENINGS = """
    the a an this that these those contrast comparison law now then his her its their our my your all far early late
    mid noon midnight
"""
_NO_NAMES = frozenset((*_OPENINGS.split(), *WEEKDAY_NAMES, *MONTH_NAMES))
"""Words after “by” that begin no name."""

_SMALL_WORDS = "and in for at with of de van von der den la le al bin ibn el da dos di the"
_SMALL = frozenset(_SMALL_WORDS.split())


_LABELLED = re.compile(r"(?:source|via|agency|publication)\s?:\s\S.{0,120}", re.IGNORECASE)
_SOURCE = re.compile(r"(?:source|via|publication)\s?:\s(?P<name>\S.*)", re.IGNORECASE)


def is_byline(line: str) -> bool:
    """Whether `line` is a byline or a credit."""
    return byline(line) is not None or is_credit(line)


def is_credit(line: str) -> bool:
    """Whether `line` is a credit of an agency story: `(Reporting by …; Editing by …)`."""
    return len(line) <= _LONGEST_CREDIT and _CREDIT.fullmatch(line) is not None


def byline(line: str) -> str | None:
    """Return the names that `line` gives as the writers, or None if it is not a byline.

    Names begin with capital letters and the line is no sentence: “By Monday the water had risen.” is none.
    """
    if len(line) > _LONGEST_BYLINE or line.endswith((".", "!", "?", ":", ",")) or not (by := _BY.match(line)):
        return None
    names = _AFTER_NAMES.split(line[by.end() :], maxsplit=1)[0].strip(" ,")
    words = _WORD.findall(names)
    if not words or len(words) > _MOST_WORDS or words[0].lower() in _NO_NAMES:
        return None
    return _as_written(names) if all(word[0].isupper() or word.lower() in _SMALL for word in words) else None


_AROUND_WRITERS = re.compile(r"(?:(?:author|writer|reporter|correspondent)s?:|about\sthe\sauthor:?)\s*", re.IGNORECASE)
_DESK = re.compile(
    r"(?:the\s|our\s|guest\s|web\s|news\s|online\s|digital\s|staff\s|editorial\s|wire\s|site\s)*"
    r"(?:admin(?:istrator)?|staff|editors?|editorial|newsroom|desk|team|board|webmaster|guest|authors?|writers?"
    r"|reporters?|correspondents?|contributors?|reports?|services?|agencies|anonymous|unknown|user|root)"
    r"|(?:[\w&-]+\s){1,4}(?:correspondent|reporter|editor|writer|columnist|producer|contributor|critic|photographer)",
    re.IGNORECASE,
)


def writer(line: str) -> str:
    """Return the names in what a page gives as its author: `Jane Doe` of `Author: Jane Doe`."""
    return _AROUND_WRITERS.sub("", line)


def is_desk(name: str) -> bool:
    """Whether `name` is nobody's: `Staff Writer`, `News desk`, `Transport Correspondent`, `admin`."""
    return _DESK.fullmatch(name) is not None


def credited(line: str) -> str | None:
    """Return the names of a credit: “Jane Doe and John Roe” of `(Reporting by Jane Doe and John Roe; Editing …)`."""
    if not is_credit(line) or not line.lstrip("(").lower().startswith("reporting"):
        return None
    match = _CREDIT.fullmatch(line)
    return match["names"].strip(" .") if match else None


def _as_written(names: str) -> str:
    """Return names set in capitals as they are written elsewhere: `JANE DOE` as `Jane Doe`."""
    if not names.isupper():
        return names
    return " ".join(word.lower() if word.lower() in _SMALL else word.title() for word in names.split())


def names_source(line: str) -> bool:
    """Whether `line` only says, after a label, which paper, site or agency the article is from."""
    return _LABELLED.fullmatch(line) is not None


def source(line: str) -> str | None:
    """Return the paper or site that `line` names after a label: “The Daily” of `Source: The Daily`."""
    match = _SOURCE.fullmatch(line)
    return match["name"] if match else None
