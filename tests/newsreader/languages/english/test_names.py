"""Names as strings: trimming, comparing, slugs."""

from __future__ import annotations

import pytest

from newsreader.languages import ENGLISH
from newsreader.languages.english import names


@pytest.mark.parametrize(
    ("text", "name"),
    [
        ("“Putin’s”", "Putin"),
        ("Trump 's", "Trump"),
        ("Reuters'", "Reuters"),
        ("U.S.", "U.S."),
        ("AT&T.", "AT&T"),
        ("Apple Inc.", "Apple Inc."),
        ("(Seoul),", "Seoul"),
        ("O’Neill", "O’Neill"),
        (" - ", ""),
    ],
)
def test_trim(text: str, name: str) -> None:
    start, end = names.trim(text, 0, len(text))
    assert text[start:end] == name


@pytest.mark.parametrize(
    ("one", "other"),
    [
        ("The Guardian", "guardian"),
        ("U.S.", "US"),
        ("Erdoğan", "ERDOGAN"),
        ("Jean-Yves  Le Drian", "Jean Yves Le Drian"),
        ("O’Neill", "O'Neill"),
    ],
)
def test_equal_names_have_one_key(one: str, other: str) -> None:
    assert names.key(one) == names.key(other)


def test_different_names_have_different_keys() -> None:
    assert names.key("AT&T") != names.key("AT T")
    assert names.key("Xi") != names.key("Xinhua")


def test_hyphen_end() -> None:
    assert names.hyphen_end("Prayuth Chan-ocha said", 0, 12) == len("Prayuth Chan-ocha")
    assert names.hyphen_end("the US-led force", 4, 6) == 6


def test_slug_is_ascii_words_and_never_empty() -> None:
    assert ENGLISH.names().slug("José Martí & Sons") == "jose-marti-and-sons"
    assert ENGLISH.names().slug("…") != ""


def test_what_was_is_no_part_of_a_name() -> None:
    assert names.trim("Ex-Nissan chairman", 0, 9) == (3, 9)
    assert names.trim("Exxon Mobil", 0, 11) == (0, 11)
