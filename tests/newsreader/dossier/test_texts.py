"""Sentences of the articles that dossiers are gathered from."""

from __future__ import annotations

from newsreader.dossier.texts import LONGEST, Text
from newsreader.sources import from_text
from newsreader.store.records import ArticleRecord


def text_of(text: str) -> Text:
    return Text(ArticleRecord(1, 1, ""), from_text(text))


def sentence(text: Text, word: str, nth: int = 0) -> str:
    start = -1
    for _ in range(nth + 1):
        start = text.article.text.index(word, start + 1)
    first, last = text.sentence(start, start + len(word))
    return text.article.text[first:last]


def test_each_place_has_the_sentence_of_its_paragraph_in_whatever_order_they_are_asked_for() -> None:
    text = text_of("Mr. Ahl came. He saw the quay. It closed.\n\nThe board of the quay met. Nobody spoke.")
    assert sentence(text, "Nobody") == "Nobody spoke."
    assert sentence(text, "quay") == "He saw the quay."
    assert sentence(text, "Ahl") == "Mr. Ahl came."
    assert sentence(text, "quay", 1) == "The board of the quay met."
    assert sentence(text, "closed") == "It closed."


def test_of_a_sentence_without_an_end_only_what_is_around_the_place_is_shown() -> None:
    text = text_of(f"{'and on ' * 400}quay {'and on ' * 400}")
    assert len(sentence(text, "quay")) == LONGEST + len("quay") + LONGEST


def test_a_name_that_goes_on_over_a_full_stop_is_whole() -> None:
    text = text_of("They saw St. Olaf. Quay there. Then they left.")
    assert sentence(text, "Olaf. Quay") == "They saw St. Olaf. Quay"
