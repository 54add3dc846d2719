"""What a word is does not hang on what else stands in the text, nor on who takes it apart."""

from __future__ import annotations

import sqlite3
from contextlib import closing

import pytest
from hypothesis import example, given
from hypothesis import strategies as st

from newsreader.query.wording import folded_in_place, searchable, words


@pytest.mark.parametrize(
    ("text", "expected"),
    [
        ("E-mail, naïve “Ålesund” — 5 €!", ["e", "mail", "naive", "alesund", "5"]),
        ("Øresund, Łódź, encyclopædia, Straße", ["oresund", "lodz", "encyclopaedia", "strasse"]),
        ("東京 £5 snake_case", ["東", "京", "5", "snake", "case"]),
        ("Ελλάδα • हिन्दी", ["ελλαδα", "हिन्दी"]),
        ("one…two‑three", ["one", "two", "three"]),
    ],
)
def test_words(text: str, expected: list[str]) -> None:
    assert words(text) == expected


@given(st.lists(st.text(st.characters(exclude_categories=("Cs", "Cc")), max_size=12), max_size=4))
@example(["Straße", "東京", "a_b"])
@example(["€", "é"])
def test_words_are_those_of_the_parts_and_of_the_full_text_index(parts: list[str]) -> None:
    text = " ".join(parts)
    assert words(text) == [word for part in parts for word in words(part)]
    assert words(searchable(text)) == words(text)
    with closing(sqlite3.connect(":memory:")) as database:
        database.execute("CREATE VIRTUAL TABLE word USING fts5(text, tokenize='ascii')")
        database.execute("CREATE VIRTUAL TABLE term USING fts5vocab(word, instance)")
        database.execute("INSERT INTO word VALUES (?)", (searchable(text),))
        assert [term for (term,) in database.execute("SELECT term FROM term ORDER BY offset")] == words(text)


@given(st.text(st.characters(min_codepoint=32, max_codepoint=0x24F), max_size=30))
@example("naïve “Ålesund” 5€ ½ x² º Ł ß ﬁ")
def test_what_is_folded_in_place_has_the_same_words_sign_for_sign(text: str) -> None:
    folded = folded_in_place(text)
    if folded is not None:
        assert len(folded) == len(text)
        assert folded.isascii()
        assert words(folded) == words(text) == [word for part in text.split() for word in words(part)]
