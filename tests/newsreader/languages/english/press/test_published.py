"""The day that a line of its own or an address states, and nothing that could be another day."""

from __future__ import annotations

from datetime import date

import pytest

from newsreader.languages.english.press.published import day_in_url, stated_day

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
