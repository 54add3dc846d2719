"""How names in different scripts are compared."""

from __future__ import annotations

import pytest

from newsreader.identities.scripts import sound
from newsreader.languages.names import key


@pytest.mark.parametrize(
    ("one", "other"),
    [
        ("Владимир Путин", "Vladimir Putin"),
        ("Сергей Шойгу", "Sergey Shoygu"),
        ("Sergei Shoigu", "Sergey Shoygu"),
        ("习近平", "Xi Jinping"),
        ("Volodymyr Zelensky", "Volodymyr Zelenskyy"),
    ],
)
def test_transcriptions_sound_alike(one: str, other: str) -> None:
    assert sound(key(one)) == sound(key(other)) != ""


@pytest.mark.parametrize("short", ["Kim", "Li Na", "Norrfors", "金"])
def test_what_is_short_or_latin_and_one_word_has_no_sound(short: str) -> None:
    assert sound(key(short)) == ""


def test_other_names_sound_otherwise() -> None:
    assert sound("karin ahlstrom") != sound("kerstin ahlstrom")
