"""What is a guess, and why; nothing hangs on itself."""

from __future__ import annotations

from datetime import date
from typing import TYPE_CHECKING

import pytest

from newsreader.entities.doubts import GIVEN_AWAY
from newsreader.entities.redating import redated
from newsreader.entities.understand import understand
from newsreader.entity import Analysis, Category, Mention, doubt_of
from newsreader.sources import from_text

if TYPE_CHECKING:
    from newsreader.article import Article

GUESSED = (
    "It was his first visit in 24 years, since July 2000, and crowds cheered on Wednesday (June 19).\n\n"
    "He flew on to Hanoi on Thursday. The next day he slept. The treaty is of 1961. On 3 May 1999 it rained, and the "
    "following day, too."
)
STATED = f"19 June 2024\n\n{GUESSED}"


def found(text: str, published: date | None = None) -> tuple[Article, Analysis]:
    article = from_text(text, published=published)
    return article, understand(article, {index: () for index, _ in enumerate(article.paragraphs)}, model="none 1")


def doubts(analysis: Analysis, text: str) -> dict[str, str]:
    mentions = [each for entity in analysis.entities for each in entity.mentions]
    return {text[each.start : each.end]: doubt_of(each) for each in sorted(mentions, key=lambda each: each.start)}


def test_what_is_counted_from_a_guessed_day_is_a_guess_and_what_the_text_states_is_none() -> None:
    article, analysis = found(GUESSED)
    assert (article.metadata.published, bool(article.metadata.published_doubt)) == (date(2024, 6, 19), True)
    why = f"the article’s date is {article.metadata.published_doubt}"
    assert doubts(analysis, GUESSED) == {
        "24 years": "",
        "July 2000": "",
        "Wednesday (June 19)": GIVEN_AWAY,
        "Thursday": why,
        "The next day": why,
        "1961": "",
        "3 May 1999": "",
        "the following day": "",
    }


def test_the_day_that_gave_the_date_away_is_not_counted_from_it() -> None:
    _, analysis = found(GUESSED)
    (wednesday,) = next(each for each in analysis.entities if each.name.startswith("Wednesday")).mentions
    assert wednesday.time is not None
    assert (wednesday.time.value, wednesday.time.anchor, wednesday.time.reason) == ("2024-06-19", None, "")


@pytest.mark.parametrize(("text", "published"), [(STATED, None), (GUESSED, date(2024, 6, 19))])
def test_nothing_is_a_guess_where_something_states_the_day(text: str, published: date | None) -> None:
    assert not any(doubts(found(text, published)[1], text).values())


def test_the_person_s_day_is_certain() -> None:
    article, analysis = found(GUESSED)
    given = redated(analysis, article, date(2024, 6, 19))
    assert not any(doubts(given, GUESSED).values())


def test_a_day_whose_parts_disagree_or_that_can_be_read_in_two_ways_is_a_guess() -> None:
    text = "They met on Monday, June 19, 2024, and again on 03/04/2020."
    known = doubts(found(text, date(2024, 6, 20))[1], text)
    assert known["Monday, June 19, 2024"].endswith("that day is not a Monday")
    assert known["03/04/2020"] == "the order of day and month is not known"


def test_a_short_name_of_two_people_is_a_guess_and_one_of_a_single_person_is_none() -> None:
    text = "Kim Jong Un met Kim Yo Jong and Vladimir Putin. Kim smiled at Putin."
    names = ("Kim Jong Un", "Kim Yo Jong", "Vladimir Putin", "Kim smiled", "Putin.")
    mentions = [
        Mention(at, at + len(name.removesuffix(" smiled").rstrip(".")), "PERSON", Category.PERSON)
        for name in names
        for at in [text.rindex(name)]
    ]
    article = from_text(text, published=date(2024, 6, 19))
    analysis = understand(article, {0: mentions}, model="none 1")
    assert {entity.name: [bool(each.doubt) for each in entity.mentions] for entity in analysis.entities} == {
        "Kim Jong Un": [False],
        "Kim Yo Jong": [False, True],
        "Vladimir Putin": [False, False],
    }
    assert doubts(analysis, text)["Kim"] == "“Kim” may be Kim Jong Un as well as Kim Yo Jong"


def test_a_short_name_is_that_of_the_only_bearer_who_was_named_before_it() -> None:
    text = "Kim Jong Un came. Kim smiled. Kim Yo Jong came, too."
    spans = [(0, 11), (18, 21), (text.index("Kim Yo"), text.index(" came, too"))]
    article = from_text(text, published=date(2024, 6, 19))
    mentions = [Mention(*span, "PERSON", Category.PERSON) for span in spans]
    assert not any(doubts(understand(article, {0: mentions}, model="none 1"), text).values())


def test_a_mention_that_is_hardly_certain_is_a_guess() -> None:
    assert doubt_of(Mention(0, 3, "PERSON", Category.PERSON, 0.4)) == (
        "it is not sure that this is a name or date of this kind"
    )
    assert not doubt_of(Mention(0, 3, "PERSON", Category.PERSON, 0.5))
