"""Finding a quote without the text it was taken from."""

from __future__ import annotations

from newsreader.alignment import Orphan, Placement, QuoteFinder, SpanChange, find_quote

TEXT = (
    "Rescuers reached the village of Ardal on Sunday after three days of heavy snow. The mayor thanked the crews. "
    "She said that nobody was missing. The mayor of the next village, Lom, said that the road would stay closed "
    "until the slopes above it had been inspected by geologists from the capital."
)
LONG = "the road would stay closed until the slopes above it had been inspected by geologists"


def at(found: Placement | Orphan, text: str = TEXT) -> str | None:
    return text[found.start : found.end] if isinstance(found, Placement) else None


def test_a_short_quote_is_found_by_its_context() -> None:
    found = find_quote(TEXT, "mayor", "was missing. The ", " of the next village, Lom")
    assert isinstance(found, Placement)
    assert found.start == TEXT.rindex("mayor")


def test_a_short_quote_without_its_context_is_an_orphan_with_candidates() -> None:
    for prefix, suffix in (("", ""), ("On television a ", " from abroad was asked")):
        found = find_quote(TEXT, "mayor", prefix, suffix)
        assert isinstance(found, Orphan)
        assert {TEXT[each.start : each.end] for each in found.candidates} == {"mayor"}


def test_a_short_quote_of_which_no_context_is_known_is_placed_where_its_words_stand_once() -> None:
    assert at(find_quote(TEXT, "village of Ardal")) == "village of Ardal"
    assert at(find_quote(TEXT, "she said that Nobody")) == "She said that nobody"
    assert at(find_quote(TEXT, "village of Ordal")) is None
    assert at(find_quote(f"{TEXT}\n\n{TEXT}", "village of Ardal")) is None
    assert at(find_quote(TEXT, "Ardal on")) is None


def test_a_long_quote_is_known_by_itself() -> None:
    assert at(find_quote(TEXT, LONG)) == LONG


def test_a_long_quote_is_found_though_it_was_edited_and_wrapped() -> None:
    text = TEXT.replace("slopes above it", "steep slopes\nabove it").replace("geologists", "geologits")
    found = find_quote(text, LONG, "Lom, said that ", " from the capital.")
    assert at(found, text) == LONG.replace("slopes above", "steep slopes\nabove").replace("geologists", "geologits")
    assert isinstance(found, Placement)
    assert found.change is SpanChange.EDITED


def test_a_quote_that_stands_twice_in_the_same_context_is_an_orphan() -> None:
    found = find_quote(f"{TEXT}\n\n{TEXT}", "Ardal", "reached the village of ", " on Sunday after")
    assert isinstance(found, Orphan)
    assert len(found.candidates) == 2


def test_a_quote_that_is_not_there_is_nowhere() -> None:
    finder = QuoteFinder(TEXT)
    assert at(finder.find("Parliament passed the budget late on Friday night", "", "")) is None
    assert at(finder.find("budget", "passed the ", " late on")) is None
    assert finder.find("") == Orphan()
    assert QuoteFinder("").find("budget") == Orphan()
