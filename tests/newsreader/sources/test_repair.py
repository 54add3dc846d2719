"""Texts that programs on the way have damaged are read as they were written; others stay as they are."""

from __future__ import annotations

import pytest

from newsreader.sources import SourceError, from_bytes
from newsreader.sources.repair import looks_like_mac_roman

LINE = "The ferry was late again on Tuesday, the mayor said, and nobody on the islands knew why."


def text_of(data: bytes, name: str = "a.txt") -> str:
    return from_bytes(data, name=name).text


@pytest.mark.parametrize(
    "data",
    [
        LINE.encode() + b"\x00" * 4000,
        LINE.replace("again", "aga\x00in").encode(),
        b"<html><body><p>" + LINE.encode().replace(b"late", b"\x00\x00la\x00te") + b"</p></body></html>",
        LINE.replace("ferry", "f\bfe\ber\brr\bry\by").encode(),
        LINE.replace("ferry", "_\bf_\be_\br_\br_\by").encode(),
        LINE.replace("late", "l\b_a\b_t\b_e\b_").encode(),
    ],
)
def test_stray_zeros_and_overstrikes_are_left_out(data: bytes) -> None:
    assert text_of(data, "a.html" if data.startswith(b"<") else "a.txt").strip() == LINE


def test_a_soft_hyphen_at_the_end_of_a_line_is_one_for_the_eye() -> None:
    assert text_of("Librarian Hugh Castel\u00ad\nlan told the so\u00adcial board.".encode()) == (
        "Librarian Hugh Castellan told the social board."
    )


def test_letters_that_were_set_as_one_are_two() -> None:
    assert text_of("The oﬃce of the ﬁrst ﬂoor.".encode()) == "The office of the first floor."


@pytest.mark.parametrize("data", [b"\x00" * 5000, bytes(range(1, 255)) * 20, b"\x00\x01\x02abc" * 900, b"a\x00b" * 99])
def test_what_is_binary_is_refused_all_the_same(data: bytes) -> None:
    with pytest.raises(SourceError, match=r"binary data|cannot be told"):
        text_of(data)


def test_utf8_that_was_read_as_windows_1252_is_read_again() -> None:
    damaged = "The mayorâ€™s cafÃ© was â€œlateâ€\x9d â€” naÃ¯ve."
    assert text_of(damaged.encode()) == "The mayor’s café was “late” — naïve."


@pytest.mark.parametrize(
    "text",
    [
        "The café’s naïve owner wrote “Ã©” where an é should be, he said; São Paulo is fine.",
        "PARIS — À l’été, Âge d’or, Ângela.",
        "Ð¢ is a letter.",
    ],
)
def test_what_is_right_or_speaks_of_it_stays(text: str) -> None:
    assert text_of(text.encode()) == text


def test_mac_roman_is_told_from_windows_1252() -> None:
    text = "“It’s late,” said the café’s naïve owner — Ångström didn’t wait for the Führer’s crème brûlée."
    assert text_of(text.encode("mac_roman")) == text
    assert text_of(text.encode("cp1252")) == text
    assert text_of("Ça va — l’été à Nîmes, où l’œuvre est née".encode("cp1252")).startswith("Ça va — l’été à Nîmes")


@pytest.mark.parametrize(
    ("encoding", "text"),
    [
        ("cp1250", "Gęślą jaźń: słowo prawdy o promie na wyspy, powiedział burmistrz miasta."),
        ("cp1254", "Şehrin belediye başkanı İstanbul'da gemi gecikti dedi."),
        ("cp1252", "NÃO ÀS MÁQUINAS, disse São João à população."),
    ],
)
def test_other_encodings_are_not_taken_for_mac_roman(encoding: str, text: str) -> None:
    assert not looks_like_mac_roman(text.encode(encoding))
    assert looks_like_mac_roman("Grüße aus Köln, Straße, Öl, Äpfel für alle.".encode("mac_roman"))


def test_a_text_with_references_in_its_words_is_read_as_it_was_before() -> None:
    damaged = b"Board&#039;s plan &amp; the quay\n\nThe board&rsquo;s chair &mdash; AT&amp;T agreed, said Str&ouml;m."
    assert text_of(damaged) == "Board's plan & the quay\n\nThe board’s chair — AT&T agreed, said Ström."
    about = "Write &amp; for R&D & such, and &lt; for the sign <, in it&apos;s place."
    assert text_of(about.encode()) == about
    assert text_of(b"Write &amp; or &lt; for these.") == "Write &amp; or &lt; for these."
