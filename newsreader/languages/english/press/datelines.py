"""Reads datelines: `SEOUL, June 19 (Reuters) - `, `WASHINGTON (AP) — `, `SEOUL: (Reuters) `, `LONDON — `."""

from __future__ import annotations

import re

from newsreader.languages.english.press.days import DAY, MONTH, find_day
from newsreader.languages.english.press.rule import LineRule, first_answer
from newsreader.languages.english.words.agencies import CALLED
from newsreader.languages.record import Dateline

_UPPER = r"[A-ZÀ-ÖØ-ÞŁŚŞĞİČŽŠŻŐŰĀĒĪŌŪ]"
_CAPITALS = rf"(?:{_UPPER}[A-Za-zÀ-ž.]?|(?:D|L)['’])?{_UPPER}[{_UPPER[1:-1]}.'’ʼ-]+"
_CAPITAL_PLACE = rf"{_CAPITALS}(?:[ /]{_CAPITALS}){{0,4}}"
_WRITTEN = rf"{_UPPER}[\w.'’ʼ-]+"
_WRITTEN_PLACE = rf"{_WRITTEN}(?:[ /](?:{_WRITTEN}|de|la|del|of|upon|sur)){{0,4}}"
_REGION = rf"(?:,\s(?!{MONTH}){_WRITTEN}(?:\s{_WRITTEN}){{0,2}})"
_PLACE = rf"(?:{_CAPITAL_PLACE}|{_WRITTEN_PLACE}){_REGION}?"
_AGENCY = r"(?:\((?P<agency>[A-Za-z][\w /&.-]{0,38})\)|/(?P<slashed>[A-Z][\w ]{1,20})/\.?)"
_DAY = rf",?\s(?:on\s)?(?P<day>{DAY})"
_DASH = r"(?:\s*[–—―]|\s[-_]{1,2}(?!\w)|--)\s*"

_WITH_AGENCY = re.compile(
    rf"(?:(?P<place>{_PLACE})(?:{_DAY})?\s?[:,.–—-]?\s)?"
    rf"{_AGENCY}(?P<mark>{_DASH}|\s?:\s?|\s)"
)
_WITH_DAY = re.compile(rf"(?P<place>{_PLACE}){_DAY}(?P<mark>{_DASH}|\s?:\s|\.\s?[–—-]{{1,2}}\s)")
_BARE = re.compile(rf"(?P<place>{_CAPITAL_PLACE}{_REGION}?)(?P<mark>{_DASH}|\s?:\s)")

_LABELS = """
    advertisement alert analysis background breaking bulletin by column comment correction corrected developing
    editorial exclusive explainer factbox fact feature file flash focus from here how image insight interview just
    latest letter live more news note notice obituary opinion photo photos poll preview profile question quote read
    recap related report review sidebar special sport sports summary timeline top translation update updated updates
    urgent video warning watch weather what when where who why wrapup wrap answer tv
    nato nasa fifa uefa opec asean unesco unicef
"""
_NO_PLACES = frozenset(_LABELS.split())
"""Words in capitals that open a story as a label or a name and are no place."""

_SMALL_WORDS = "of upon on sur de del la las los el al da do dos du des le les en am an au aux der in the"
_SMALL = frozenset(_SMALL_WORDS.split())


def _signed(head: str) -> Dateline | None:
    """With an agency, before which the place may be written in any letters."""
    match = _WITH_AGENCY.match(head)
    agency = match and _agency(match["agency"] or match["slashed"], match["place"], match["mark"])
    return _dateline(match, agency) if match and agency else None


def _dated(head: str) -> Dateline | None:
    """With a day, before which the place may be written in any letters."""
    match = _WITH_DAY.match(head)
    return _dateline(match, None) if match else None


def _bare(head: str) -> Dateline | None:
    """A place in capitals alone, unless it is a label such as `EXCLUSIVE:` or an initialism."""
    match = _BARE.match(head)
    return _dateline(match, None) if match and _is_place(match["place"], match["mark"]) else None


def _dateline(match: re.Match[str], agency: str | None) -> Dateline | None:
    groups = match.groupdict()
    place = groups.get("place")
    if place is not None and (_is_label(place) or _is_subject(place, groups)):
        return None
    return Dateline(place, agency, groups.get("day"), match.end())


def _agency(written: str, place: str | None, mark: str) -> str | None:
    """Return the name of the agency in brackets; an unknown one counts after capitals and before a dash."""
    words = written.strip()
    first = re.split(r"\s?/\s?|\sand\s", words)[0]
    if known := CALLED.get(words.lower()) or CALLED.get(first.lower()):
        return known
    takes_unknown = place is not None and place.isupper() and bool(re.search(r"[-–—―]", mark))
    return words if takes_unknown and words[0].isupper() else None


def _is_label(place: str) -> bool:
    words = re.findall(r"[^\W\d_]+", place.lower())
    return not words or words[0] in _NO_PLACES or words[-1] in _NO_PLACES or bool(find_day(place))


def _is_subject(place: str, groups: dict[str, str | None]) -> bool:
    """Whether a place in ordinary letters is one of the words of a sentence: no day and no mark set it apart."""
    return not place.partition(",")[0].isupper() and not groups["day"] and not (groups["mark"] or "").strip()


def _is_place(place: str, mark: str) -> bool:
    """Whether capitals without agency and day are a place: initialisms are none, and before a colon it needs a word."""
    name = place.partition(",")[0]
    longest = max(re.findall(r"[^\W\d_]+", name), key=len, default="")
    return len(longest) >= (5 if ":" in mark else 4)


RULES: tuple[LineRule[Dateline], ...] = (
    LineRule("with an agency", "Seoul, June 19 (Reuters) - ", _signed),
    LineRule("with a day", "Seoul, June 19 - ", _dated),
    LineRule("a place alone", "SEOUL - ", _bare),
)
"""The kinds of datelines."""


def read_dateline(paragraph: str) -> Dateline | None:
    """Return the dateline that `paragraph` begins with, or None."""
    return first_answer(RULES, paragraph[:200])


def as_written(place: str, text: str = "") -> str:
    """Return a place in capitals as a reader would write it: `SEOUL` as `Seoul`, `RIO DE JANEIRO` as `Rio de Janeiro`.

    If `text` has the same letters in another case than capitals, that is how it is written.
    """
    if not any(word.isupper() and len(word) > 1 for word in re.findall(r"[^\W\d_]+", place)):
        return place
    for match in re.finditer(rf"(?<!\w){re.escape(place)}(?!\w)", text, re.IGNORECASE):
        if not match[0].partition(",")[0].isupper() and match[0][0].isupper():
            return match[0]
    name, comma, region = place.partition(",")
    words = re.split(r"([ /-])", name)
    written = "".join(_word_as_written(word, first=index == 0) for index, word in enumerate(words))
    return written + comma + (_region_as_written(region) if comma else "")


def _region_as_written(region: str) -> str:
    """Return a region behind the comma: initialisms (`D.C.`, `UK`) and what is written with small letters stay."""
    if "." in region or not region.isupper() or len(region.strip()) <= 3:
        return region
    return " ".join(_word_as_written(word, first=False) for word in region.split(" "))


def _word_as_written(word: str, *, first: bool) -> str:
    if not word.isupper() or re.fullmatch(r"(?:[^\W\d_]\.){2,}", word):
        return word
    lower = word.lower()
    if lower in _SMALL and not first:
        return lower
    if lower.startswith("mc") and len(lower) > 4:
        return f"Mc{lower[2:].capitalize()}"
    start, mark, rest = re.fullmatch(r"([^'’ʼ]*)(['’ʼ]?)(.*)", lower, re.DOTALL).groups()  # type: ignore[union-attr]
    if not mark:
        return lower.capitalize()
    start = start if start in {"d", "l"} and not first else start.capitalize()
    return start + mark + (rest.capitalize() if len(rest) > 2 else rest)
