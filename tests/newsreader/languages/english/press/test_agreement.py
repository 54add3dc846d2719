"""A weekday and a day that agree in one year only date the text that names the year."""

from __future__ import annotations

from datetime import date

import pytest

from newsreader.languages.english.press.agreement import find_agreement

THE_DAY = date(2024, 6, 19)


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
