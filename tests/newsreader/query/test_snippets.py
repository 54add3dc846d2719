"""The piece of a text that shows what was found."""

from __future__ import annotations

from hypothesis import given
from hypothesis import strategies as st

from newsreader.query.fields import ARTICLES
from newsreader.query.parser import parse
from newsreader.query.places import first_place, places
from newsreader.query.snippets import AROUND, Snippet, snippet

FILLER = "Nothing of the kind is said here. "


def asked(query: str, text: str) -> Snippet | None:
    return snippet(parse(query, ARTICLES).condition, text)


def test_the_words_are_marked_in_their_surroundings() -> None:
    text = f"{FILLER * 9}The quay is\nclosed; a quay elsewhere is not. {FILLER * 9}The quay."
    found = asked("quay", text)
    assert found is not None
    assert found.text == " ".join(text[found.start : found.start + len(found.text)].split("\n"))
    assert [text[start:end] for start, end in found.marks] == ["quay", "quay"]
    assert len(found.text) <= 2 * AROUND + len("quay")


def test_far_down_in_a_text_and_across_where_it_is_cut() -> None:
    for before in (40, 43, 44, 60, 900):
        text = f"{FILLER * before}Then the fish quay closed. {FILLER}"
        found = asked('"fish quay"', text)
        assert found is not None
        assert [text[start:end] for start, end in found.marks] == ["fish quay"]


def test_without_words_and_where_only_the_title_has_them() -> None:
    assert asked("is:unread", FILLER) is None
    assert asked("quay", FILLER) is None


@given(st.lists(st.sampled_from(["quay", "fish ", "Fischkäi ", "“", "\n", "東", "x" * 40, " é "]), max_size=200))
def test_the_first_place_is_the_first_of_all(parts: list[str]) -> None:
    text = "".join(parts)
    for query in ("quay", "fish quay", "fischk*"):
        condition = parse(query, ARTICLES).condition
        found, first = first_place(condition, text), next(places(condition, text), None)
        assert (found and found[0]) == (first and first[0])


def test_words_that_stand_on_two_lines() -> None:
    assert asked('"fish quay"', "The old fish\nquay.") == Snippet("The old fish quay.", 0, ((8, 17),))
