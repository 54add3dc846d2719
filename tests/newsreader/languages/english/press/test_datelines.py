"""Datelines of agencies and newspapers give place, agency and the day as written."""

from __future__ import annotations

import pytest

from newsreader.languages.english.press.datelines import as_written, read_dateline
from newsreader.sources import from_text

SHAPES = [
    ("SEOUL: (Reuters) Leaders met", "Seoul", "Reuters", None),
    ("SEOUL, June 19 (Reuters) - Leaders met", "Seoul", "Reuters", "June 19"),
    ("SEOUL (Reuters) - Leaders met", "Seoul", "Reuters", None),
    ("WASHINGTON (AP) — The Senate", "Washington", "AP", None),
    ("WASHINGTON, D.C. (AP) — The Senate", "Washington, D.C.", "AP", None),
    ("KANSAS CITY, Mo. (AP) — A court", "Kansas City, Mo.", "AP", None),
    ("LONDON — The government", "London", None, None),
    ("NEW DELHI: The government", "New Delhi", None, None),
    ("PARIS/BERLIN, 5 March (AFP) – Ministers", "Paris/Berlin", "AFP", "5 March"),
    ("(Reuters) - Shares fell", None, "Reuters", None),
    ("Seoul, South Korea (CNN) — Leaders", "Seoul, South Korea", "CNN", None),
    ("New Delhi, June 19 (PTI) The government", "New Delhi", "PTI", "June 19"),
    ("RIO DE JANEIRO, July 4 (Xinhua) -- Brazil", "Rio de Janeiro", "Xinhua", "July 4"),
    ("PORT-AU-PRINCE, Haiti — Gangs", "Port-au-Prince, Haiti", None, None),
    ("MOSCOW, June 19. /TASS/. The president", "Moscow", "TASS", "June 19"),
    ("SÃO PAULO, 5 March 2024 (Reuters) - Coffee", "São Paulo", "Reuters", "5 March 2024"),
    ("N'DJAMENA (AFP) - Chad", "N'Djamena", "AFP", None),
    ("MCALLEN, Texas (AP) — Officials", "McAllen, Texas", "AP", None),
    ("NEW YORK (WABC) -- The mayor", "New York", "WABC", None),
    ("UNITED NATIONS, March 3 (Reuters) - The council", "United Nations", "Reuters", "March 3"),
]


@pytest.mark.parametrize(("paragraph", "place", "agency", "day"), SHAPES)
def test_every_usual_shape_is_read(paragraph: str, place: str | None, agency: str | None, day: str | None) -> None:
    dateline = read_dateline(paragraph)
    assert dateline is not None
    assert (as_written(dateline.written) if dateline.written else None, dateline.agency, dateline.day) == (
        place,
        agency,
        day,
    )


@pytest.mark.parametrize(
    "paragraph",
    [
        "EXCLUSIVE: The minister resigned",
        "BREAKING — The minister resigned",
        "WHO: virus spreads",
        "NATO — the alliance — met on Tuesday",
        "The president — who is 70 — said",
        "Kyiv — it was a long night",
        "Officials (AP) said so",
        "CIA director (right) leaves",
        "In June (Reuters reported) the bank",
        "JOHNSON'S bill — the first — failed",
        "",
    ],
)
def test_what_only_looks_like_a_dateline_is_none(paragraph: str) -> None:
    assert read_dateline(paragraph) is None


def test_the_end_of_the_dateline_is_where_the_story_begins() -> None:
    paragraph = "SEOUL, June 19 (Reuters) - Leaders met"
    dateline = read_dateline(paragraph)
    assert dateline is not None
    assert paragraph[dateline.end :] == "Leaders met"


def test_a_place_is_written_as_the_article_writes_it() -> None:
    article = from_text("DEMOISELLE-SUR-MER (AFP) - Fire broke out.\n\nDemoiselle-sur-Mer is small.")
    assert article.metadata.place == "Demoiselle-sur-Mer"


def test_the_article_gets_place_and_agency_and_no_date_without_a_year() -> None:
    metadata = from_text("SEOUL, June 19 (Reuters) - Leaders met on Wednesday.\n\nThey signed a pact.").metadata
    assert (metadata.place, metadata.agency, metadata.published) == ("Seoul", "Reuters", None)


def test_a_summary_may_stand_before_the_dateline() -> None:
    text = "Leaders sign pact\n\nThe two countries will help each other.\n\nSEOUL (Reuters) - Leaders met on Wednesday."
    assert from_text(text).metadata.place == "Seoul"
