"""A language of which nothing is known: names are compared as they are written, and there are no rules of its own.

Its articles are signed and dated by the habits of the English-language press, whose agencies serve the world.
"""

from __future__ import annotations

from functools import cache
from typing import TYPE_CHECKING

from newsreader.languages.english import ENGLISH
from newsreader.languages.record import Aliases, Language, Names, Times

if TYPE_CHECKING:
    from collections.abc import Iterable
    from datetime import date

    from newsreader.languages.record import TimeMention


@cache
def _names() -> Names:
    from newsreader.languages.names import display, key, preferred

    return Names(display=display, key=key, preferred=preferred)


@cache
def _times() -> Times:
    return Times(find=_no_times, read_again=_no_times)


def _no_times(_text: str, _places: Iterable[object], _published: date | None) -> list[TimeMention]:
    return []


@cache
def _aliases() -> Aliases:
    from newsreader.languages.names import key

    return Aliases(key=lambda _text, _start, _category, form: key(form))


PLAIN = Language(
    code="",
    press=ENGLISH.press,
    sentences=ENGLISH.sentences,
    names=_names,
    times=_times,
    refinement=lambda: None,
    passes=lambda: (),
    aliases=_aliases,
)
