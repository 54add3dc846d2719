"""English: its words, dates, refinements, document passes, alias rules, press habits and sentences.

`ENGLISH` is the door; what it returns is imported when it is asked for.
"""

from __future__ import annotations

from functools import cache

from newsreader.languages.record import Language, Names, Press, Sentences, Times


@cache
def _press() -> Press:
    from newsreader.languages.english.press import (
        agreement,
        bylines,
        datelines,
        days,
        furniture,
        published,
        typed_day,
    )
    from newsreader.languages.english.words.agencies import CALLED

    return Press(
        agencies=CALLED,
        is_furniture=furniture.is_furniture,
        is_byline=bylines.is_byline,
        is_credit=bylines.is_credit,
        byline=bylines.byline,
        credited=bylines.credited,
        dateline=datelines.read_dateline,
        place_as_written=datelines.as_written,
        day=days.parse_day,
        day_in_address=published.day_in_url,
        stated_day=published.stated_day,
        agreement=agreement.find_agreement,
        typed_day=typed_day.typed_day,
    )


@cache
def _sentences() -> Sentences:
    from newsreader.languages.english.sentences import sentence_at, sentences

    return Sentences(split=sentences, at=sentence_at)


@cache
def _names() -> Names:
    from newsreader.languages.english.aliases.preferred import preferred
    from newsreader.languages.english.names import display, key

    return Names(display=display, key=key, preferred=preferred)


@cache
def _times() -> Times:
    from newsreader.languages.english.dates.recognise import find_times, read_again

    return Times(find=find_times, read_again=read_again)


ENGLISH = Language(
    code="en",
    press=_press,
    sentences=_sentences,
    names=_names,
    times=_times,
)
