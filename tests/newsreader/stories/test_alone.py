"""What only one of several articles about one story says."""

from __future__ import annotations

from newsreader.stories.alone import alone

OURS = [
    "The board voted to close the old fish quay from November.",
    "Ahlstrom said the repairs would cost three million crowns.",
    "A seal has lived under the pier since last summer.",
    "So it goes.",
]


def test_a_sentence_that_another_tells_in_its_own_words_is_not_alone() -> None:
    theirs = ["The old quay for fish closes in November, the board has voted.", "Repairs cost three million crowns."]
    assert alone(OURS, [theirs]) == [2]


def test_what_another_says_in_two_sentences_is_told() -> None:
    assert alone([OURS[0]], [["The board voted.", "The old fish quay will close from November."]]) == []


def test_any_other_may_tell_it() -> None:
    assert alone(OURS, [[OURS[0]], [OURS[1], OURS[2]]]) == []


def test_of_a_sentence_with_hardly_a_word_nothing_is_said() -> None:
    assert alone(["So it goes.", "He left."], [["Nothing of the kind."]]) == []


def test_without_others_all_is_alone() -> None:
    assert alone(OURS, []) == [0, 1, 2]
