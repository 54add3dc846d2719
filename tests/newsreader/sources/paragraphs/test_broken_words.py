"""Words broken at the ends of lines are whole in the text, and every offset leads back to the text as it was given."""

from __future__ import annotations

import pytest
from hypothesis import given
from hypothesis import strategies as st

from newsreader.sanitise import sanitise
from newsreader.sources import from_text

WRAPPED = """Library lends rods

Readers of the harbour may keep a rod for a week, librarian Hugh Castel-
lan told the Harbour Post. The scheme starts in Sep-
tember 2023 with self-
service desks, pre-
and post-war books, and ends by mid-
June, he said, after a re-elec-
tion of the board."""


def test_words_are_joined_as_they_are_written() -> None:
    text = from_text(WRAPPED).text
    for whole in (
        "Hugh Castellan told",
        "September 2023",
        "self-service desks",
        "pre-\nand post",
        "mid-June",
        "re-election",
    ):
        assert whole in text


@pytest.mark.parametrize("hyphen", ["-", "\u2010", "¬", "- "])
def test_hyphens_of_all_kinds_end_lines(hyphen: str) -> None:
    assert "Hugh Castellan" in from_text(f"Readers may keep a rod, said Hugh Castel{hyphen}\nlan on Tuesday.").text


def test_how_a_word_is_written_elsewhere_decides() -> None:
    assert "the Ana-lytica" in from_text("Ana-lytica is here, and so is the whole board of the Ana-\nlytica firm.").text
    assert "selfless" in from_text("It was selfless of them, said the mayor, and very self-\nless indeed it was.").text


@pytest.mark.parametrize("line", ["A list of things -\nand more", "- one\n- two", "1990-\n1995", "Tea-\n\nCoffee"])
def test_other_hyphens_stay(line: str) -> None:
    assert from_text(line).text == line


def test_offsets_lead_back() -> None:
    given_text = f"---\r\ntitle: Rods\r\n---\r\n{WRAPPED}".replace("\n", "\r\n").replace("\r\r", "\r")
    article = from_text(given_text)
    start = article.text.index("Castellan")
    first, last = article.original.span_to_original(start, start + len("Castellan"))
    assert given_text[first:last] == "Castel-\r\nlan"
    for offset, character in enumerate(article.text):
        assert given_text[article.original.to_original(offset)] in (character, "\r")
    assert article.original.to_sanitised(given_text.index("Castel-")) == start


@given(st.text("ab-\n\r \u200b", max_size=60), st.lists(st.integers(0, 60), max_size=8))
def test_maps_with_cuts_lead_there_and_back(text: str, edges: list[int]) -> None:
    sanitised = sanitise(text)
    edges = sorted({each for each in edges if each < len(sanitised.text)})[: len(edges) // 2 * 2]
    cuts = list(zip(edges[::2], edges[1::2], strict=False))
    kept = [i for i in range(len(sanitised.text)) if not any(start <= i < end for start, end in cuts)]
    offsets = sanitised.offsets.without(cuts)
    for now, before in enumerate(kept):
        assert offsets.to_original(now) == sanitised.offsets.to_original(before)
        assert offsets.to_sanitised(sanitised.offsets.to_original(before)) <= now
