"""Which articles tell the same story: what is copied, cut and rewritten does, other events of the kind do not."""

from __future__ import annotations

from datetime import date, timedelta

import pytest

from newsreader.stories.likeness import Likeness, likeness
from newsreader.stories.sketch import ALL, FLOOR, PHRASE, Sketch, sketch_of, told

DAY = date(2024, 3, 15)

PARAGRAPHS = [
    "The harbour board of Norrfors voted seven to two on Friday to close the old fish quay from 1 November until the"
    " end of March, after divers found that 41 of its 160 timber piles had rotted through.",
    "Karin Ahlstrom, who has chaired the board since 2019, said the repairs would cost 3.2 million crowns and could"
    " not be done while boats were moored there. “Nobody wants this, least of all in the herring season,” she said.",
    "The fishermen's union, which has 212 members in the town, asked for a floating pontoon to be hired from Lulea for"
    " the winter. Its secretary Rolf Knowles said that eighteen boats would otherwise have to sail to Kalix to land"
    " their catch, four hours there and back.",
    "Two members of the board, Ingrid Falk and Petter Dahl, voted against the plan because the ferry terminal, which"
    " belongs to the same company, was repaired last year without being closed for a single day.",
    "The county of Norrbotten will decide in April whether to pay for half of the works.",
]
REWRITTEN = [
    "Norrfors is to shut its old fish quay for the winter. The harbour board decided by seven votes to two on Friday to"
    " close it from 1 November until the end of March, as 41 of its 160 timber piles had rotted.",
    "The repairs would cost 3.2 million crowns and could not be done while boats were moored there, according to Karin"
    " Ahlstrom, chair of the board since 2019.",
    "Rolf Knowles, secretary of the fishermen's union with its 212 members in the town, wants a floating pontoon to be"
    " hired from Lulea. Otherwise eighteen boats would have to sail to Kalix to land their catch.",
    "Ingrid Falk and Petter Dahl voted against the plan: the ferry terminal was repaired last year without being closed"
    " for a single day, they said.",
]
ANOTHER_EVENT = [
    "The harbour board of Vadso voted five to four on Monday to close the old coal pier from 12 May until the"
    " end of June, after divers found that 17 of its 88 timber piles had rotted through.",
    "Henrik Moe, who has chaired the board since 2021, said the repairs would cost 9.7 million crowns and could"
    " not be done while boats were moored there. “Nobody wants this, least of all in the tourist season,” he said.",
    "The pilots' union, which has 35 members in the town, asked for a floating pontoon to be hired from Tromso for"
    " the summer. Its secretary Liv Berg said that thirty boats would otherwise have to sail to Kirkenes to land"
    " their catch, nine hours there and back.",
]
NEXT_DAY = [
    "Karin Ahlstrom, who chairs the harbour board of Norrfors, was taken to hospital in Lulea on Saturday with a broken"
    " leg after a fall from her bicycle.",
    "She will not be able to attend the opening of the new library on Tuesday, a spokesman for the town said; Petter"
    " Dahl is to speak in her place.",
]


def sketch(paragraphs: list[str], days: int | None = 0) -> Sketch:
    return sketch_of(paragraphs, None if days is None else DAY + timedelta(days))


@pytest.mark.parametrize(
    "copy",
    [PARAGRAPHS, PARAGRAPHS[:2], PARAGRAPHS[1:], REWRITTEN, REWRITTEN[:3], [*NEXT_DAY[:1], *PARAGRAPHS]],
    ids=["the same", "cut", "without its lead", "rewritten", "rewritten and cut", "with more before it"],
)
@pytest.mark.parametrize("days", [0, 1, 3])
def test_copies_are_one_story(copy: list[str], days: int) -> None:
    found = likeness(sketch(PARAGRAPHS), sketch(copy, days))
    assert found is not None
    assert found == likeness(sketch(copy, days), sketch(PARAGRAPHS))


@pytest.mark.parametrize("other", [ANOTHER_EVENT, NEXT_DAY], ids=["another event of the kind", "the same people"])
@pytest.mark.parametrize("days", [0, None])
def test_other_events_are_not(other: list[str], days: int | None) -> None:
    assert likeness(sketch(PARAGRAPHS, days), sketch(other, days)) is None


def test_what_was_rewritten_is_so_for_some_days_and_what_was_reprinted_for_longer() -> None:
    assert likeness(sketch(PARAGRAPHS), sketch(REWRITTEN, 4)) is None
    assert likeness(sketch(PARAGRAPHS), sketch(PARAGRAPHS, 14)) is not None
    assert likeness(sketch(PARAGRAPHS), sketch(PARAGRAPHS, 15)) is None


def test_without_days_the_text_alone_says_it() -> None:
    found = likeness(sketch(PARAGRAPHS, None), sketch(PARAGRAPHS))
    assert found is not None
    assert found.days is None
    assert likeness(sketch(PARAGRAPHS, None), sketch(REWRITTEN, None)) is not None


def test_nothing_is_like_nothing() -> None:
    assert likeness(sketch([]), sketch([])) is None
    assert likeness(sketch([]), sketch(PARAGRAPHS)) is None
    assert likeness(sketch(["Too short"]), sketch(["Too short"])) is None


def test_a_likeness_says_why() -> None:
    assert (
        Likeness(0.5, 1.0, 0).sentence() == "shares 50% of its phrases and 100% of its names and numbers, the same day"
    )
    assert Likeness(0.5, 1.0, 1).sentence().endswith(", a day apart")
    assert Likeness(0.5, 1.0, 2).sentence().endswith(", 2 days apart")
    assert Likeness(0.5, 1.0, None).sentence().endswith("names and numbers")


def test_scripts_without_capitals_are_compared_by_their_words() -> None:
    text = ["東京都は金曜日、老朽化した魚市場の桟橋を十一月一日から三月末まで閉鎖すると発表した。" * 2]
    assert likeness(sketch(text), sketch(text, 1)) is not None
    assert likeness(sketch(text), sketch(["大阪府は新しい図書館を来年の春に開館する予定である。" * 2], 1)) is None


def test_a_sketch_is_small_and_comes_back_from_where_it_was_kept() -> None:
    long = sketch(
        [f"Paragraph {number} tells of {number * 7} boats in the harbour of Norrfors." for number in range(999)]
    )
    assert 0.15 < len(long.phrases) / (12 * 999 / PHRASE) < 1
    short = sketch(PARAGRAPHS[:1])
    assert len(short.phrases) == FLOOR
    assert short.ceiling == short.phrases[-1] + 1
    assert sketch(["Three words only"]).ceiling == ALL
    for each in (long, short):
        assert Sketch.unpacked(*each.packed(), each.day) == each


def test_names_and_numbers_are_what_has_capitals_and_digits() -> None:
    text = "The mayor of Norrfors, Karin Ahlstrom's aunt, paid 3,200 crowns.\nNobody else did. “Never,” said NATO."
    assert told(text) == {"norrfors", "karin", "ahlstrom", "3200", "nato"}


def test_what_was_brought_up_to_date_is_the_same_story_whatever_else_it_names():
    news = [
        "Anders Holm, Liv Berg, Henrik Moe and Petra Lund of the councils of Vadso, Kirkenes, Tromso and Hammerfest"
        " offered help on Sunday, as did the Kongsberg Group and the Hurtigruten line with 14 ships and 600 berths.",
        "In Helsinki, Minister Juhani Salo told the Yle channel that Finland and Estonia might lend divers from Turku.",
    ]
    updated = [*news, *PARAGRAPHS[:4]]
    assert likeness(sketch(PARAGRAPHS), sketch(updated, 1)) is not None


def test_a_name_is_never_written_small():
    assert told("He asked why “We” stood there, and we know. The Board of Norrfors met; the board of Vadso did.") == {
        "norrfors",
        "vadso",
    }


def test_phrases_with_a_name_or_a_number_have_odd_hashes():
    plain, named = sketch(["a boat was seen there"]), sketch(["a boat was seen, said Karin Ahlstrom of 12 boats"])
    assert not any(each & 1 for each in plain.phrases)
    assert sum(each & 1 for each in named.phrases) == 5
