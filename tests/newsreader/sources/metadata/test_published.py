"""The publication date is what is stated, in a fixed order of witnesses, and never the present day."""

from __future__ import annotations

from datetime import date

import pytest

from newsreader.article import Origin, OriginKind
from newsreader.languages.english.press.agreement import find_agreement
from newsreader.languages.english.press.published import day_in_url, stated_day
from newsreader.sources import from_text

BODY = "The council voted on Tuesday to build a tram line from the harbour to the university."
THE_DAY = date(2024, 6, 19)


@pytest.mark.parametrize(
    "line",
    [
        "Wednesday, June 19, 2024\xa0",
        "19 June 2024",
        "Published June 19, 2024 at 10:30 am ET",
        "Published: 19 June 2024",
        "Published Wed 19 Jun 2024 14.05 BST",
        "PUBLISHED JUNE 19, 2024",
        "First published on Wed 19 Jun 2024 14.05 BST",
        "Posted on June 19, 2024 by The Daily",
        "Published June 19, 2024 | Updated June 20, 2024",
        "Updated June 20, 2024; published 19 June 2024",
        "By Jane Doe | June 19, 2024",
        "London | 19 June 2024",
        "Date: 2024-06-19",
        "June 19, 2024, 10:30 a.m. GMT",
        "This article was originally published on June 19, 2024.",
    ],
)
def test_a_line_of_its_own_states_the_date(line: str) -> None:
    stated = stated_day(line)
    assert stated is not None
    assert (stated.date, stated.updated) == (THE_DAY, False)


@pytest.mark.parametrize(
    "line",
    [
        "The bridge was opened on June 19, 2024, after three years of work.",
        "On June 19, 2024, leaders met in Pyongyang.",
        "Posted to Kabul in 2003, he returned on June 19, 2024, and wrote a book about the war.",
        "June 19",
        "Published Wednesday",
        "03/04/2024",
        "Thursday, June 19, 2024",
    ],
)
def test_prose_and_half_dates_state_nothing(line: str) -> None:
    assert stated_day(line) is None


def test_an_update_counts_only_where_nothing_else_is_stated() -> None:
    assert from_text(f"Updated June 20, 2024\n\n{BODY}").metadata.published == date(2024, 6, 20)
    assert from_text(f"Updated June 20, 2024\n\nPublished June 19, 2024\n\n{BODY}").metadata.published == THE_DAY


@pytest.mark.parametrize(
    "url",
    [
        "https://example.org/2024/06/19/tram-line/",
        "https://example.org/news/2024/6/19/tram.html?x=1",
        "https://example.org/world/2024/jun/19/tram",
        "https://example.org/news/tram-line-2024-06-19/",
        "https://example.org/tram_20240619.html",
        "https://example.org/2024-06-19/tram",
    ],
)
def test_an_address_gives_the_day(url: str) -> None:
    assert day_in_url(url) == THE_DAY


@pytest.mark.parametrize(
    "url",
    [
        "https://example.org/2024/06/tram",
        "https://example.org/story-20241399",
        "https://example.org/2024/06/31/tram",
        "https://example.org/tram?date=2024-06-19",
        "https://example.org/id/120240619",
    ],
)
def test_an_address_without_a_day_gives_none(url: str) -> None:
    assert day_in_url(url) is None


def test_the_witnesses_come_in_order() -> None:
    origin = Origin(OriginKind.URL, "https://example.org/2024/06/19/tram")
    dated = f"Tram line agreed\n\nFriday, June 21, 2024\n\nOSLO, June 22, 2024 (AP) — {BODY}"
    front = f"---\ndate: 2024-06-18\n---\n{dated}"
    given = from_text(front, published=date(2024, 6, 17), origin=origin).metadata
    assert (given.published, given.published_from) == (date(2024, 6, 17), "the record")
    assert from_text(front, origin=origin).metadata.published_from == "the file’s front matter"
    assert from_text(dated, origin=origin).metadata.published_from == "the address of the page"
    assert from_text(dated).metadata.published == date(2024, 6, 21)
    assert from_text(dated).metadata.published_from == "the line “Friday, June 21, 2024”"
    bare = from_text(dated.replace("Friday, June 21, 2024\n\n", "")).metadata
    assert (bare.published, bare.published_from) == (date(2024, 6, 22), "the dateline (June 22, 2024)")


def test_without_any_witness_the_date_is_unknown() -> None:
    metadata = from_text(f"Tram line agreed\n\nOSLO, June 19 (AP) — {BODY}").metadata
    assert (metadata.published, metadata.published_from) == (None, None)


def test_a_weekday_and_a_day_that_agree_with_a_year_of_the_text_date_it() -> None:
    text = "It was his first visit since July 2000, and in 24 years.\n\nCrowds cheered on Wednesday (June 19)."
    metadata = from_text(text).metadata
    assert metadata.published == THE_DAY
    assert metadata.published_from == "a weekday and a date in the text that agree (“Wednesday (June 19)”)"


@pytest.mark.parametrize(
    "text",
    [
        "Crowds cheered on Wednesday (June 19).",
        "The 2023 summit was short. Crowds cheered on Wednesday (June 19).",
        "The 2024 summit will open on Wednesday, June 19.",
        "The 2024 summit: on Tuesday, June 18, they met; on Friday, June 19, they left.",
        "The bridge opened on Friday, January 4, 2019.",
        "About 2024 people met on Wednesday, June 19.",
    ],
)
def test_pairs_that_prove_no_year_or_lie_ahead_give_nothing(text: str) -> None:
    assert find_agreement(text) is None


def test_the_latest_of_several_past_pairs_counts() -> None:
    text = "In 2024 they met on Tuesday, June 18. They signed on Wednesday, June 19, and will meet on Friday, June 21."
    agreement = find_agreement(text)
    assert agreement is not None
    assert (agreement.date, agreement.text) == (THE_DAY, "Wednesday, June 19")
