"""The publication date is what is stated, in a fixed order of witnesses, and never the present day."""

from __future__ import annotations

from datetime import date

from newsreader.article import Origin, OriginKind
from newsreader.sources import from_text

BODY = "The council voted on Tuesday to build a tram line from the harbour to the university."
THE_DAY = date(2024, 6, 19)


def test_an_update_counts_only_where_nothing_else_is_stated() -> None:
    assert from_text(f"Updated June 20, 2024\n\n{BODY}").metadata.published == date(2024, 6, 20)
    assert from_text(f"Updated June 20, 2024\n\nPublished June 19, 2024\n\n{BODY}").metadata.published == THE_DAY


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
    assert metadata.published_from == (
        "a guess from “Wednesday (June 19)”, which is a day of no other year that the text speaks of"
    )
    assert metadata.published_doubt == metadata.published_from
    assert not from_text("Cheers\n\nCrowds cheered.", published=THE_DAY).metadata.published_doubt
