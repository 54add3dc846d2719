"""The ends of a mention move by words, never out of the paragraph and never past each other."""

from __future__ import annotations

import pytest

from tui.dialogs.boundary import moved

TEXT = "One.\n\nMr Kim’s aide, Kim Jong Un.\n\n習近平は"


def span(words: str) -> tuple[int, int]:
    start = TEXT.index(words)
    return start, start + len(words)


@pytest.mark.parametrize(
    ("words", "step", "then"),
    [
        ("Kim", "end_out", "Kim’s"),
        ("Kim’s", "end_in", "Kim"),
        ("Kim", "start_out", "Mr Kim"),
        ("Kim Jong Un", "start_in", "Jong Un"),
        ("Kim Jong Un", "end_in", "Kim Jong"),
        ("Kim Jong Un", "start_out", ", Kim Jong Un"),
        ("Mr Kim", "start_out", "Mr Kim"),
        ("Un.", "end_out", "Un."),
        ("aide", "end_in", "aide"),
        ("aide", "start_in", "aide"),
        ("One", "start_in", "One"),
        ("One.", "start_in", "."),
        ("近", "end_out", "近平"),
        ("近", "start_out", "習近"),
    ],
)
def test_one_end_moves_by_a_word(words, step, then):
    assert TEXT[slice(*moved(TEXT, *span(words), step))] == then
