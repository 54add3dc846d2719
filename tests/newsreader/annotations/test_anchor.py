"""Finding annotated spans again after an edit: in the right place or not at all."""

from __future__ import annotations

import hashlib

import pytest
from hypothesis import given
from hypothesis import strategies as st

from newsreader.annotations.anchor import CONTEXT, Placer, anchor

TEXT = """Two countries sign a pact

SEOUL: The president signed a deal on Wednesday that included a mutual defence pledge. The pledge was called historic.

Diplomats in Geneva were cautious. The president said that the pact was peaceful. The minister said that it was not.

A spokesman for the alliance said it would study the text before it took a position on any of its articles.
"""


def digest(text: str) -> str:
    return hashlib.sha256(text.encode()).hexdigest()


def place(old: str, new: str, quote: str, *, known: bool = True, nth: int = 0) -> str | None:
    """Where the nth `quote` of `old` is put in `new`, marked by brackets with some text around; None if nowhere."""
    start = -1
    for _ in range(nth + 1):
        start = old.index(quote, start + 1)
    wanted = anchor(old, digest(old), start, start + len(quote))
    span = Placer(new, digest(new), {digest(old): old}.get if known else lambda _: None).place(wanted)
    if span is None:
        return None
    return f"{new[max(0, span[0] - 12) : span[0]]}[{new[slice(*span)]}]{new[span[1] : span[1] + 12]}"


def test_an_anchor_has_the_quote_and_its_surroundings() -> None:
    start = TEXT.index("Geneva")
    made = anchor(TEXT, digest(TEXT), start, start + 6)
    assert (made.quote, made.start, made.end) == ("Geneva", start, start + 6)
    assert TEXT[start - CONTEXT : start] == made.prefix
    assert TEXT[start + 6 : start + 6 + CONTEXT] == made.suffix
    assert 32 <= CONTEXT <= 64


def test_near_the_ends_there_is_less_context() -> None:
    made = anchor("abc", digest("abc"), 0, 3)
    assert (made.prefix, made.quote, made.suffix) == ("", "abc", "")


@pytest.mark.parametrize("span", [(3, 3), (4, 2), (-1, 2), (0, 10_000)])
def test_an_empty_span_or_one_outside_is_refused(span: tuple[int, int]) -> None:
    with pytest.raises(ValueError, match="no span"):
        anchor(TEXT, digest(TEXT), *span)


@pytest.mark.parametrize("known", [True, False])
@pytest.mark.parametrize(
    "quote", ["president", "said that", "mutual defence pledge", "The pledge was called historic."]
)
def test_text_added_before_and_after_moves_a_span(quote: str, known: bool) -> None:
    placed = place(TEXT, f"Updated at noon.\n\n{TEXT}\nMore follows.", quote, known=known)
    assert placed is not None
    assert placed == place(TEXT, TEXT, quote)


@pytest.mark.parametrize("nth", [0, 1])
def test_of_two_like_names_each_keeps_its_own_sentence(nth: int) -> None:
    edited = TEXT.replace("Diplomats in", "Envoys to").replace("Two countries", "Three countries")
    here = place(TEXT, TEXT, "president", nth=nth)
    assert here is not None
    assert place(TEXT, edited, "president", nth=nth, known=False) == here


@pytest.mark.parametrize("known", [True, False])
def test_a_deleted_sentence_is_not_found_in_the_next_that_begins_alike(known: bool) -> None:
    edited = TEXT.replace("The president said that the pact was peaceful. ", "")
    start = TEXT.index("The president said that")
    wanted = anchor(TEXT, digest(TEXT), start, start + len("The"))
    old_text = {digest(TEXT): TEXT}.get if known else lambda _: None
    assert Placer(edited, digest(edited), old_text).place(wanted) is None


@pytest.mark.parametrize("known", [True, False])
def test_a_deleted_name_is_not_found_elsewhere(known: bool) -> None:
    edited = TEXT.replace("The president said that the pact was peaceful. ", "")
    assert place(TEXT, edited, "president", nth=1, known=known) is None
    assert place(TEXT, edited, "president", nth=0, known=known) is not None


def test_a_quote_that_was_changed_is_placed_on_what_it_is_now() -> None:
    edited = TEXT.replace("mutual defence pledge", "mutual defense pledge")
    placed = place(TEXT, edited, "mutual defence pledge")
    assert placed is not None
    assert "[mutual defense pledge]" in placed


def test_a_long_quote_survives_a_rewritten_neighbour() -> None:
    quote = "The president said that the pact was peaceful."
    edited = TEXT.replace("Diplomats in Geneva were cautious.", "In Geneva, reactions were mixed.")
    assert place(TEXT, edited, quote, known=False) is not None


def test_a_long_quote_in_another_context_altogether_is_not_placed() -> None:
    quote = "The president said that the pact was peaceful."
    assert place(TEXT, f"Archive: {quote} (2019)", quote, known=False) is None


def test_a_name_beside_the_edit_is_placed_by_its_sentence_where_both_versions_are_known() -> None:
    edited = TEXT.replace("cautious", "very cautious indeed")
    assert place(TEXT, edited, "president", nth=1) == "indeed. The [president] said that t"


def test_a_span_that_could_be_in_two_places_is_not_placed() -> None:
    assert place(TEXT, f"{TEXT}\nUpdate\n\n{TEXT}x", "Geneva", known=False) is None
    line = "Also read: other news of the day from around the world. " * 3
    assert place(f"{line}Geneva. {line}", f"{line}Geneva. {line} - {line}Geneva. {line}", "Geneva", known=False) is None


def test_another_article_gets_nothing() -> None:
    other = "The president of the club said that the pledge was made on Wednesday in Geneva, at the annual meeting."
    for quote in ("president", "Geneva", "Wednesday", "The president said that the pact was peaceful."):
        assert place(TEXT, other, quote) is None


def test_emoji_and_combining_accents_are_counted_by_code_points() -> None:
    text = "Le café\u0301 👩‍👩‍👧‍👦 de l’Élysée a fermé ses portes mercredi soir à Paris, dit-on."
    placed = place(text, f"👍🏽 {text}", "Élysée", known=False)
    assert placed is not None
    assert "[Élysée]" in placed


@given(
    st.text("ab .", min_size=1, max_size=60),
    st.text("ab .", max_size=30),
    st.data(),
    st.booleans(),
)
def test_whatever_the_edit_a_span_is_placed_inside_the_text_or_nowhere(
    old: str, piece: str, data: st.DataObject, known: bool
) -> None:
    cut, until = sorted(data.draw(st.tuples(st.integers(0, len(old)), st.integers(0, len(old)))))
    new = old[:cut] + piece + old[until:]
    start = data.draw(st.integers(0, len(old) - 1))
    end = data.draw(st.integers(start + 1, len(old)))
    wanted = anchor(old, digest(old), start, end)
    span = Placer(new, digest(new), {digest(old): old}.get if known else lambda _: None).place(wanted)
    assert span is None or 0 <= span[0] < span[1] <= len(new)


@given(st.text(min_size=1, max_size=40), st.data())
def test_in_the_same_text_every_span_is_where_it_was(text: str, data: st.DataObject) -> None:
    start = data.draw(st.integers(0, len(text) - 1))
    end = data.draw(st.integers(start + 1, len(text)))
    name = "the same"
    assert Placer(text, name, lambda _: None).place(anchor(text, name, start, end)) == (start, end)
