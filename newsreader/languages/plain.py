"""A language of which nothing is known: names are compared as they are written, and there are no rules of its own.

Of the habits of the press only those hold that need no words: rules between lines, days in figures, and the days that
machines write in English whatever the language of the article is.
"""

from __future__ import annotations

from functools import cache
from typing import TYPE_CHECKING

from newsreader.languages.english import ENGLISH
from newsreader.languages.lines import is_rule
from newsreader.languages.record import Across, Aliases, Language, Names, Press, Times

if TYPE_CHECKING:
    from collections.abc import Iterable
    from datetime import date

    from newsreader.languages.record import TimeMention
    from newsreader.languages.sentences import Sentences

_SHORT = 3


@cache
def _press() -> Press:
    english = ENGLISH.press()
    return Press(
        agencies={},
        is_furniture=is_rule,
        is_picture_label=_never,
        is_byline=_never,
        is_credit=_never,
        byline=_nothing,
        writer=_as_it_is,
        is_desk=english.is_desk,
        credited=_nothing,
        names_source=_never,
        source=_nothing,
        dateline=_nothing,
        place_as_written=lambda place, _text: place,
        is_release_label=_never,
        opens_contacts=_never,
        opens_boilerplate=_never,
        hyphen_between=_no_hyphen,
        day=english.day,
        day_in_address=english.day_in_address,
        stated_day=english.stated_day,
        agreement=_nothing,
    )


def _never(_line: str) -> bool:
    return False


def _no_hyphen(_first: str, second: str) -> str:
    """Short words after a hyphen are no parts of a word in most languages, but words for “and”."""
    return "" if second.islower() and len(second) > _SHORT else " "


def _as_it_is(line: str) -> str:
    return line


def _nothing(_line: str) -> None:
    return None


@cache
def _sentences() -> Sentences:
    from newsreader.languages.sentences import Sentences

    return Sentences(guess=True)


@cache
def _names() -> Names:
    from newsreader.languages.names import display, key, preferred

    return Names(display=display, key=key, preferred=preferred)


@cache
def _times() -> Times:
    return Times(find=_no_times, read_again=_no_times)


def _no_times(_text: str, _places: Iterable[object], _published: date | None) -> list[TimeMention]:
    return []


def _unchanged(text: str) -> str:
    return text


@cache
def _aliases() -> Aliases:
    from newsreader.languages.names import key

    return Aliases(key=lambda _text, _start, _category, form: key(form))


@cache
def _across() -> Across:
    from newsreader.entity import Category
    from newsreader.languages.names import key

    return Across(
        setting=lambda _text: "",
        key=lambda _category, form, _setting: key(form),
        mark=lambda _text, _entity, _setting: {},
        same=lambda _category, _name: (),
        short=lambda category, name: name.split()[-1:] if category is Category.PERSON and " " in name else (),
        is_vague=lambda category, name: category is Category.PERSON and " " not in name,
        country=lambda _name: "",
    )


PLAIN = Language(
    code="",
    press=_press,
    sentences=_sentences,
    names=_names,
    times=_times,
    printed=lambda: _unchanged,
    refinement=lambda: None,
    passes=lambda: (),
    aliases=_aliases,
    across=_across,
)
