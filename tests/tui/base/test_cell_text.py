"""Cutting, padding and folding text by cells."""

from __future__ import annotations

import pytest
from hypothesis import given
from hypothesis import strategies as st

from tui.base.cell_text import cut, cut_start, fold, one_line, pad, wrapped
from tui.base.widths import cell_len

FAMILY = "👨‍👩‍👧"


def test_a_text_that_fits_is_left_alone() -> None:
    assert cut("Kim Jong Un", 11) == "Kim Jong Un"


@pytest.mark.parametrize(("width", "expected"), [(10, "Kim Jong…"), (4, "Kim…"), (1, "…"), (0, "")])
def test_what_is_cut_ends_with_an_ellipsis(width: int, expected: str) -> None:
    assert cut("Kim Jong Un", width) == expected


def test_a_wide_character_is_never_cut_in_two() -> None:
    assert cut("习近平主席", 6) == "习近…"


def test_an_emoji_of_several_code_points_is_kept_whole() -> None:
    assert cut(f"a{FAMILY}bcd", 4) == f"a{FAMILY}…"
    assert cut(f"a{FAMILY}bcd", 3) == "a…"


def test_the_start_is_cut_at_a_word() -> None:
    assert cut_start("signed a deal with ", 12) == "…deal with "
    assert cut_start("signed a deal with ", 10) == "…with "
    assert cut_start("the President ", 5) == "… "


def test_padding_counts_cells() -> None:
    assert pad("李克强", 8) == "李克强  "


def test_a_name_over_two_lines_is_one() -> None:
    assert one_line("North\n Korea") == "North Korea"


def test_control_characters_never_get_through() -> None:
    assert "\x1b" not in one_line("a\x1b[31mb")


def test_folding_forgets_case_and_accents() -> None:
    assert fold("Muñoz\nPÉREZ") == "munoz perez"


def test_wrapping_breaks_at_words_and_keeps_an_empty_line() -> None:
    assert wrapped("one two three", 7) == ["one two", "three"]
    assert wrapped("", 7) == [""]


@given(st.text(), st.integers(0, 30))
def test_padded_text_has_its_width(text: str, width: int) -> None:
    assert cell_len(pad(one_line(text), width)) == width


@given(st.text(), st.integers(0, 30))
def test_text_cut_at_its_start_fits(text: str, width: int) -> None:
    assert cell_len(cut_start(one_line(text), width)) <= width
