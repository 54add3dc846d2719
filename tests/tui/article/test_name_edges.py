"""What of a selection is taken for a name."""

from __future__ import annotations

import pytest

from newsreader import languages
from tui.article.name_edges import name_in

ENGLISH = languages.of_text("The mayor said that the bridge was to be opened on Monday.").sentences()


@pytest.mark.parametrize(
    ("selected", "name"),
    [
        ("Putin", "Putin"),
        (" Putin, ", "Putin"),
        ("“Putin”", "Putin"),
        ("“Putin,”", "Putin"),
        ("'Putin'.", "Putin"),
        ("‘Seoul’?", "Seoul"),
        ("(Reuters) -", "Reuters"),
        ("(AFP)", "AFP"),
        ("[AFP];", "AFP"),
        ("Agence France-Presse (AFP)", "Agence France-Presse (AFP)"),
        ("Agence France-Presse (AFP),", "Agence France-Presse (AFP)"),
        ("(AFP", "AFP"),
        ("AFP)", "AFP"),
        ("(Young) Pioneers", "(Young) Pioneers"),
        ("— Kim Jong Un —", "Kim Jong Un"),
        ("Seoul.", "Seoul"),
        ("Apple Inc.", "Apple Inc."),
        ("Apple Inc.,", "Apple Inc."),
        ("the U.S.", "the U.S."),
        ("George W.", "George W."),
        ("…Seoul…", "Seoul"),
        ("Yahoo!", "Yahoo"),
        ("@kim", "@kim"),
        ("#MeToo:", "#MeToo"),
        ("$5", "$5"),
        ("5 %.", "5 %"),
        ("Disney+", "Disney+"),
        ("AT&T’s", "AT&T’s"),
        ("हिन्दी,", "हिन्दी"),
        ("cafe\u0301.", "cafe\u0301"),
        ("「東京」", "東京"),
        ("«Le Monde»", "Le Monde"),
        (" ,. ", None),
        ("", None),
        ("()", None),
    ],
)
def test_stray_marks_at_the_edges_are_no_part_of_a_name(selected: str, name: str | None) -> None:
    text = f"before {selected} behind"
    found = name_in(text, 7, 7 + len(selected), ENGLISH)
    assert (text[slice(*found)] if found else None) == name
