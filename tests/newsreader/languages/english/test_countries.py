"""Countries under their names and codes."""

from __future__ import annotations

import pytest

from newsreader.languages.english.across import ACROSS
from newsreader.languages.english.words.country_codes import COUNTRY_OF_CODE


@pytest.mark.parametrize(
    ("name", "country"),
    [
        ("se", "sweden"),
        (" SE ", "sweden"),
        ("Sweden", "sweden"),
        ("Swedish", "sweden"),
        ("Côte d'Ivoire", "ivory coast"),
        ("gb", "united kingdom"),
        ("UK", "united kingdom"),
        ("Norrfors", ""),
        ("", ""),
    ],
)
def test_a_country_has_names_and_a_code(name: str, country: str) -> None:
    assert ACROSS.country(name) == country


def test_no_code_is_the_name_of_another_country() -> None:
    for code, name in COUNTRY_OF_CODE.items():
        assert len(code) == 2
        assert ACROSS.country(code) == ACROSS.country(name) != ""
