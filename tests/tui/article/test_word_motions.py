"""Words of news text."""

from __future__ import annotations

import pytest

from tui.article.word_motions import next_word, previous_word, word_at, word_end


@pytest.mark.parametrize("word", ["Kim’s", "post-Soviet", "AT&T", "U.S", "Déjà", "2024", "don't"])
def test_a_word_holds_its_inner_marks(word: str) -> None:
    text = f"the ({word}), then"
    assert {word_at(text, offset) for offset in range(5, 5 + len(word))} == {(5, 5 + len(word))}
    assert word_at(text, 4) is None
    assert word_at(text, 3) is None


def test_steps_from_word_to_word() -> None:
    text = "One two, (three) four"
    assert [next_word(text, offset, len(text)) for offset in (0, 4, 10, 17)] == [4, 10, 17, 21]
    assert [word_end(text, offset, len(text)) for offset in (0, 2, 6, 14)] == [2, 6, 14, 20]
    assert [previous_word(text, offset, 0) for offset in (20, 17, 10, 4, 0)] == [17, 10, 4, 0, 0]


def test_the_word_before_is_found_however_far_back() -> None:
    text = "word " + "- " * 1000 + "end"
    assert previous_word(text, len(text) - 3, 0) == 0
    assert previous_word(text, len(text) - 3, 3) == 3
    assert previous_word("x" * 500 + " y", 501, 0) == 0
