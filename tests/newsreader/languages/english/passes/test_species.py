"""Names of species, by the look of two words or of one."""

from __future__ import annotations

import pytest

from newsreader.languages.english.passes.species import is_genus, is_species


@pytest.mark.parametrize(
    ("genus", "epithet"),
    [("Panthera", "leo"), ("Notorhynchus", "cepedianus"), ("Laminaria", "hyperborea"), ("Varanus", "komodoensis")],
)
def test_two_latin_words_are_a_species(genus: str, epithet: str) -> None:
    assert is_species(genus, epithet)


@pytest.mark.parametrize(
    ("first", "second"),
    [
        ("Macron", "status"),
        ("Corriere", "della"),
        ("Maria", "focus"),
        ("Paris", "museum"),
        ("Zorp", "said"),
        ("Davis", "circus"),
        ("Zorp", "opens"),
    ],
)
def test_other_words_are_none(first: str, second: str) -> None:
    assert not is_species(first, second)


def test_some_genera_are_known_by_their_ending() -> None:
    assert is_genus("Gorgosaurus")
    assert is_genus("Pleopsidium")
    assert not is_genus("Zorp")
