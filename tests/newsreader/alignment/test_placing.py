"""Where spans go when an article is edited: to their text, or to the orphans."""

from __future__ import annotations

import pytest
from hypothesis import given
from hypothesis import strategies as st

from newsreader.alignment import Orphan, Placement, SpanChange, place, realign

TEXT = """Snow cuts off a valley

Rescuers reached the village of Ardal on Sunday after three days of heavy snow. The mayor, Ingrid Solberg, thanked \
the crews. She said that nobody was missing any more.

Power had been restored to most houses by the evening, the network operator reported. “We worked through the night,” \
Solberg said of the engineers. Some 1,200 people had been without heating since Thursday.

A spokesman for the railway expected trains to run again from Tuesday morning. The road over the pass stays closed."""

words = st.lists(st.sampled_from("the a storm Ardal snow “said” Solberg ran . , \n\n".split(" ")), min_size=1)
texts = words.map(" ".join).filter(bool)


def placed(new: str, quote: str, *, nth: int = 0, old: str = TEXT) -> Placement | Orphan:
    start = -1
    for _ in range(nth + 1):
        start = old.index(quote, start + 1)
    return place(realign(old, new), start, start + len(quote))


def words_at(new: str, quote: str, *, nth: int = 0) -> tuple[str, SpanChange]:
    found = placed(new, quote, nth=nth)
    assert isinstance(found, Placement)
    return new[found.start : found.end], found.change


@pytest.mark.parametrize("quote", ["Ardal", "three days of heavy snow", "She said that nobody was missing any more."])
def test_text_that_came_in_before_changes_nothing_but_the_offset(quote: str) -> None:
    new = f"Advertisement\n\n{TEXT}"
    assert words_at(new, quote) == (quote, SpanChange.UNCHANGED)


def test_a_moved_paragraph_takes_its_spans_along() -> None:
    first, *rest, last = TEXT.split("\n\n")
    new = "\n\n".join((first, last, *rest))
    assert words_at(new, "the railway") == ("the railway", SpanChange.MOVED)
    assert words_at(new, "the engineers") == ("the engineers", SpanChange.UNCHANGED)


def test_wrapping_and_the_style_of_quotes_are_no_change() -> None:
    new = TEXT.replace("“", '"').replace("”", '"').replace("worked through", "worked\nthrough")
    found = words_at(new, "“We worked through the night,”")
    assert found == ('"We worked\nthrough the night,"', SpanChange.UNCHANGED)


def test_an_edited_span_gets_its_new_extent() -> None:
    new = TEXT.replace("thanked the crews", "praised the brave crews")
    assert words_at(new, "thanked the crews.") == ("praised the brave crews.", SpanChange.EDITED)


def test_a_slip_in_a_name_is_that_name() -> None:
    assert words_at(TEXT.replace("Ingrid Solberg", "Ingrid Solbreg"), "Solberg") == ("Solbreg", SpanChange.EDITED)


def test_what_comes_in_beside_a_span_stays_outside() -> None:
    new = TEXT.replace("Ingrid Solberg, thanked", "Ingrid Solberg, who is 41, warmly thanked")
    assert words_at(new, "Ingrid Solberg") == ("Ingrid Solberg", SpanChange.UNCHANGED)
    assert words_at(new, "thanked the crews") == ("thanked the crews", SpanChange.UNCHANGED)


def test_a_deleted_name_is_an_orphan_though_the_name_is_elsewhere() -> None:
    new = TEXT.replace("“We worked through the night,” Solberg said of the engineers. ", "")
    found = placed(new, "Solberg", nth=1)
    assert isinstance(found, Orphan)
    assert [new[each.start : each.end] for each in found.candidates] == ["Solberg"]
    assert isinstance(placed(new, "Solberg", nth=0), Placement)


def test_a_name_that_was_replaced_is_an_orphan_with_its_successor_as_candidate() -> None:
    new = TEXT.replace("Ingrid Solberg", "Kari Nordmann")
    found = placed(new, "Ingrid Solberg")
    assert isinstance(found, Orphan)
    best = found.candidates[0]
    assert new[best.start : best.end] == "Kari Nordmann"


def test_a_number_that_was_corrected_is_an_orphan_and_its_sentence_is_edited() -> None:
    new = TEXT.replace("1,200", "1,350")
    assert isinstance(placed(new, "1,200"), Orphan)
    sentence = "Some 1,200 people had been without heating since Thursday."
    assert words_at(new, sentence) == (sentence.replace("1,200", "1,350"), SpanChange.EDITED)


def test_of_a_divided_span_the_larger_part_is_kept() -> None:
    new = TEXT.replace("The road over the pass stays closed.", "")
    quote = TEXT.split("\n\n")[3]
    assert words_at(new, quote) == (quote.removesuffix(" The road over the pass stays closed."), SpanChange.EDITED)


def test_candidates_are_the_best_first_and_few() -> None:
    new = TEXT.replace("Ardal", "Dale") + " Ardal." * 9
    found = placed(new, "Ardal")
    assert isinstance(found, Orphan)
    scores = [each.score for each in found.candidates]
    assert scores == sorted(scores, reverse=True)
    assert len(scores) == 5


def test_certainty_is_less_where_less_is_left() -> None:
    whole, part = (
        placed(f"New. {TEXT}", "thanked the crews."),
        placed(TEXT.replace("thanked", "saw"), "thanked the crews."),
    )
    assert isinstance(whole, Placement)
    assert isinstance(part, Placement)
    assert 1.0 >= whole.confidence > part.confidence > 0.0


def test_a_span_may_begin_and_end_inside_a_word() -> None:
    start = TEXT.index("scuers")
    new = f"Hello. {TEXT}"
    found = place(realign(TEXT, new), start, start + len("scuers reach"))
    assert isinstance(found, Placement)
    assert new[found.start : found.end] == "scuers reach"


@pytest.mark.parametrize("span", [(3, 3), (4, 2), (-1, 2), (0, 10_000)])
def test_an_empty_span_or_one_outside_is_refused(span: tuple[int, int]) -> None:
    with pytest.raises(ValueError, match="no span"):
        place(realign(TEXT, TEXT), *span)


@given(st.text(min_size=1, max_size=100), st.data())
def test_in_the_same_text_every_span_is_where_it_was(text: str, data: st.DataObject) -> None:
    start = data.draw(st.integers(0, len(text) - 1))
    end = data.draw(st.integers(start + 1, len(text)))
    assert place(realign(text, text), start, end) == Placement(start, end, SpanChange.UNCHANGED, 1.0)


@given(texts, texts, st.data())
def test_a_place_is_never_outside_the_text_or_empty(old: str, new: str, data: st.DataObject) -> None:
    start = data.draw(st.integers(0, len(old) - 1))
    end = data.draw(st.integers(start + 1, len(old)))
    found = place(realign(old, new), start, end)
    places = [found] if isinstance(found, Placement) else found.candidates
    assert all(0 <= each.start < each.end <= len(new) for each in places)


@given(texts, texts, st.data())
def test_what_is_called_unchanged_has_the_same_words(old: str, new: str, data: st.DataObject) -> None:
    first = data.draw(st.integers(0, len(old) - 1))
    start, end = first, data.draw(st.integers(first + 1, len(old)))
    found = place(realign(old, new), start, end)
    if isinstance(found, Placement) and found.change is not SpanChange.EDITED:
        assert new[found.start : found.end].split() == old[start:end].split()


@given(st.data())
def test_between_texts_without_a_common_word_everything_is_an_orphan(data: st.DataObject) -> None:
    old = " ".join(data.draw(st.lists(st.sampled_from(["storm", "snow", "ran"]), min_size=1)))
    new = " ".join(data.draw(st.lists(st.sampled_from(["vote", "court", "goal"]), min_size=1)))
    start = data.draw(st.integers(0, len(old) - 1))
    end = data.draw(st.integers(start + 1, len(old)))
    assert isinstance(place(realign(old, new), start, end), Orphan)
