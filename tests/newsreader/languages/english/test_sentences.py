"""Sentences of news text."""

from __future__ import annotations

import pytest
from hypothesis import given
from hypothesis import strategies as st

from newsreader.languages.english.sentences import SENTENCES

CASES = [
    ["Mr. Smith met Dr. J. K. Rowling and Gov. Lee.", "They talked."],
    ["The U.S. President spoke.", "He left."],
    ["It happened in the U.S.", "The president left."],
    ["Shares rose 3.5 per cent on Jan. 5 to $1.20.", "That is a record."],
    ["He arrived in Jan.", "Then he left."],
    ["George W. Bush won.", "Al Gore lost."],
    ["“We will go.”", "“When?”", "He did not say."],
    ["“Will it hold?” he asked.", "Nobody knew!"],
    ["Reuters Inc. said on Wednesday it would.", "It did."],
    ["They moved to Acme Corp.", "The rest stayed."],
    ["At 5 p.m. Mr Kim left…", "Nobody saw him."],
    ["See No. 10 and p. 4, vs. Smith.", "I said no.", "You did."],
    ["Was it I?", "It was I.", "So be it."],
    ["Wait... what?", "Yes."],
    ["今日は晴れ。", "明日は雨？", "はい"],
    ["Prices fell 2.5%.", "45 people left (all of them).", "No one stayed."],
    ["One\nline wraps here.", "Two\nlines."],
    ["No full stop at all"],
    ["4. Dredge the channel.", "It is too shallow."],
    ["b. The quay is built."],
    ["It sank in 1994.", "The rest is known."],
]


@pytest.mark.parametrize("expected", CASES, ids=lambda expected: expected[0][:20])
def test_sentences_of_news(expected: list[str]) -> None:
    text = "".join(expected) if "。" in expected[0] else " ".join(expected)
    assert [text[start:end] for start, end in SENTENCES.split(text, 0, len(text))] == expected


@given(st.text(alphabet='ab A.!?"” \n。1', max_size=80))
def test_sentences_cover_all_but_white_space(text: str) -> None:
    text = text.strip()
    found = list(SENTENCES.split(text, 0, len(text)))
    assert "".join("".join(text[start:end] for start, end in found).split()) == "".join(text.split())
    assert all(start < end for start, end in found)


def test_a_sentence_is_found_by_any_offset_in_it() -> None:
    text = "One here.  Two there."
    assert {SENTENCES.at(text, offset, 0, len(text)) for offset in range(9)} == {(0, 9)}
    assert {SENTENCES.at(text, offset, 0, len(text)) for offset in range(9, 22)} == {(11, 21)}


def test_only_the_paragraph_is_looked_at() -> None:
    text = "Before. Here it is. After."
    assert list(SENTENCES.split(text, 8, 19)) == [(8, 19)]


def test_a_sentence_far_into_a_long_paragraph_is_the_same() -> None:
    text = " ".join(f"Sentence number {number} is here." for number in range(3000))
    offset = text.index("number 2500")
    start, end = SENTENCES.at(text, offset, 0, len(text))
    assert text[start:end] == "Sentence number 2500 is here."
