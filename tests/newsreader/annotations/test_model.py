"""Tags and what an annotation says about itself."""

from __future__ import annotations

import pytest

from newsreader.annotations.model import tags


@pytest.mark.parametrize(
    ("text", "expected"),
    [
        ("check this #follow-up", ("follow-up",)),
        ("#Energy and #energy, #GAS.", ("energy", "gas")),
        ("#Überraschung, #北京 and #covid19", ("überraschung", "北京", "covid19")),
        ("(#bracketed) “#quoted”", ("bracketed", "quoted")),
        ("#हिन्दी and #cafe\u0301", ("हिन्दी", "cafe\u0301")),
        ("#snake_case, #-, #trailing- and #a#b", ("snake_case", "trailing", "a")),
        ("# A heading\n## Another", ()),
        ("the #1 team of page#part, C# and &#39;", ()),
        ("https://example.org/#top and https://example.org/a#b", ()),
        ("##double", ()),
        ("", ()),
    ],
)
def test_tags(text: str, expected: tuple[str, ...]) -> None:
    assert tags(text) == expected
