"""English: its words, dates, refinements, document passes, alias rules, press habits and sentences.

`ENGLISH` is the door; what it returns is imported when it is asked for.
"""

from __future__ import annotations

from functools import cache
from typing import TYPE_CHECKING

from newsreader.languages.record import Across, Aliases, Language, Names, Press, Times

if TYPE_CHECKING:
    from collections.abc import Callable

    from newsreader.languages.record import Agreement, Pass, Refinement
    from newsreader.languages.sentences import Sentences


@cache
def _press() -> Press:
    from newsreader.languages.english.press import bylines, datelines, days, furniture, hyphens, published, releases
    from newsreader.languages.english.words.agencies import CALLED

    return Press(
        agencies=CALLED,
        is_furniture=furniture.is_furniture,
        is_picture_label=furniture.is_picture_label,
        is_byline=bylines.is_byline,
        is_credit=bylines.is_credit,
        byline=bylines.byline,
        writer=bylines.writer,
        is_desk=bylines.is_desk,
        credited=bylines.credited,
        names_source=bylines.names_source,
        source=bylines.source,
        dateline=datelines.read_dateline,
        place_as_written=datelines.as_written,
        is_release_label=releases.is_release_label,
        opens_contacts=releases.opens_contacts,
        opens_boilerplate=releases.opens_boilerplate,
        hyphen_between=hyphens.hyphen_between,
        day=days.parse_day,
        day_in_address=published.day_in_url,
        stated_day=published.stated_day,
        agreement=_agreement,
    )


def _agreement(text: str) -> Agreement | None:
    """Only a text of which nothing else says the day is looked through for one."""
    from newsreader.languages.english.press.agreement import find_agreement

    return find_agreement(text)


@cache
def _sentences() -> Sentences:
    from newsreader.languages.english.sentences import SENTENCES

    return SENTENCES


@cache
def _names() -> Names:
    from newsreader.languages.english.names import display, key
    from newsreader.languages.english.preferred import preferred

    return Names(display=display, key=key, preferred=preferred)


@cache
def _times() -> Times:
    from newsreader.languages.english.dates import find_times, read_again

    return Times(find=find_times, read_again=read_again)


@cache
def _printed() -> Callable[[str], str]:
    from newsreader.languages.english.capitals import recased

    return recased


@cache
def _refinement() -> Refinement:
    from newsreader.languages.english.refine import refined

    return refined


@cache
def _passes() -> tuple[Pass, ...]:
    from newsreader.languages.english.passes import PASSES

    return PASSES


@cache
def _aliases() -> Aliases:
    from newsreader.languages.english.aliases import ALIASES

    return ALIASES


@cache
def _across() -> Across:
    from newsreader.languages.english.across import ACROSS

    return ACROSS


ENGLISH = Language(
    code="en",
    press=_press,
    sentences=_sentences,
    names=_names,
    times=_times,
    printed=_printed,
    refinement=_refinement,
    passes=_passes,
    aliases=_aliases,
    across=_across,
)
