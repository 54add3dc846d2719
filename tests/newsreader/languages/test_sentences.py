"""Sentences of text in a language of which no abbreviations are known."""

from __future__ import annotations

import pytest

from newsreader.languages import PLAIN, of_text


@pytest.mark.parametrize(
    "sentences",
    [
        ("Am 3. Mai kam Dr. Meier nach Bonn.", "Er blieb bis zum Abend!", "Warum?"),
        ("Vgl. die Nr. 7 der z. B. von A. Schmidt genannten Liste.", "Die EU schweigt."),
        ("M. Dupont est parti.", "Mme Dupont est restée."),
        ("12. Abril é o mês.", "Chove."),
        ("El 5. Congreso terminó.", "¿Quién ganó?", "Nadie."),
        ("首相は辞任した。", "後任は未定だ。"),
    ],
)
def test_full_stops_end_sentences_but_for_initials_ordinals_and_what_has_no_vowel(sentences: tuple[str, ...]) -> None:
    text = "".join(sentences) if "。" in sentences[0] else " ".join(sentences)
    split = PLAIN.sentences().split(text, 0, len(text))
    assert [text[start:end] for start, end in split] == list(sentences)


def test_a_german_text_is_split_as_german_is() -> None:
    text = "Der Kanzler ist am 3. Mai nicht mit dem Zug und nicht mit dem Auto gekommen. Er ging zu Fuß."
    assert of_text(text).sentences().at(text, text.index("Er"), 0, len(text)) == (text.index("Er"), len(text))


@pytest.mark.parametrize(
    ("text", "sentences"),
    [
        (f"It said {'x' * 200_000}. Then it ended.", 2),
        (f"Contents {'.' * 100_000}7", 1),
        (f"Contents {'.)' * 50_000}7", 1),
        ("One two three. " * 50_000, 50_000),
    ],
    ids=["a long word", "dots", "dots and brackets", "a long paragraph"],
)
def test_no_text_takes_longer_than_its_length(text: str, sentences: int) -> None:
    assert sum(1 for _ in PLAIN.sentences().split(text, 0, len(text))) == sentences
