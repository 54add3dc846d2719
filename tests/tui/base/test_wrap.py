"""Wrapping and measuring: nothing is lost, nothing is too wide, clusters stay whole."""

from __future__ import annotations

import sys
from itertools import pairwise

import pytest
from hypothesis import given
from hypothesis import strategies as st
from rich.cells import split_graphemes

from tui.base.clusters import BLANKS, NOT_PLAIN, NOT_SEPARATE, cell_of, cluster_around, clusters, index_at
from tui.base.widths import cell_len, character_width
from tui.base.wrap import wrap_clusters, wrap_plain

ODD = [
    "👩‍👩‍👧‍👦",
    "🏳️‍🌈",
    "👍🏽",
    "🇩🇪",
    "🇺🇦🇵🇱",
    "❤️",
    "1️⃣",
    "é",
    "ạ̈̃",
    "漢字かな",
    "日本語。「引用」、",
    "한국어",
    "각",
    "ประเทศไทยกำลัง",
    "हिन्दी",
    "क्षेत्रीय",
    "கோவையில்",
    "বাংলাদেশের",
    "రాష్ట్రాల",
    "កម្ពុជា",
    "မြန်မာနိုင်ငံ",
    "ເສດຖະກິດ",
    "العربيّة",
    "עִבְרִית",
    "\u200b",
    "\u200d",
    "\ufe0f",
    "\u2060",
    "a\u0301\u0302\u0303",
    "\u3000",
    "\u00a0",
    "\u00ad",
    "post-Soviet",
    "donaudampfschifffahrt" * 5,
    "https://example.org/a/very/long/path?with=query",
    "“quoted”",
    "…",
]
WORDS = st.one_of(
    st.text(alphabet="abcdefghij,.'", min_size=1, max_size=12),
    st.sampled_from(ODD),
    st.text(st.characters(exclude_categories=["Cs", "Cc", "Zl", "Zp"]), min_size=1, max_size=8),
)
PARAGRAPHS = st.lists(WORDS, min_size=1, max_size=30).flatmap(
    lambda words: st.lists(st.sampled_from([" ", "", "\n", "  "]), min_size=len(words), max_size=len(words)).map(
        lambda blanks: "".join(word + blank for word, blank in zip(words, blanks, strict=True)).strip()
    )
)


def lines(text: str, width: int, wrap=wrap_clusters) -> list[str]:
    """The lines of `text` as drawn."""
    return [text[a:b].rstrip(BLANKS).replace("\n", " ") for a, b in pairwise(wrap(text, 0, len(text), width))]


def squeezed(text: str) -> str:
    return "".join(character for character in text if character not in BLANKS)


def test_the_short_cuts_hold_for_every_character_they_are_taken_for() -> None:
    characters = [chr(code) for code in range(sys.maxunicode + 1) if chr(code) != "\n"]
    plain = "".join(character for character in characters if not NOT_PLAIN.match(character))
    separate = "".join(character for character in characters if not NOT_SEPARATE.match(character))
    assert {"a", "—", "я"} <= set(plain)
    assert {character_width(character) for character in plain} == {1}
    assert {"漢", "か", "한", "。", "a"} <= set(separate)
    # A combining mark at the end turns the short cut off.
    starts, widths = clusters(separate + "\u0301")
    assert starts == [*range(len(separate)), len(separate) + 1]
    assert widths == clusters(separate)[1]


@pytest.mark.parametrize(
    ("text", "expected"),
    [
        ("👩‍👩‍👧‍👦!", ["👩‍👩‍👧‍👦", "!"]),
        ("🇩🇪🇫🇷🇩", ["🇩🇪", "🇫🇷", "🇩"]),
        ("e\u0301a", ["e\u0301", "a"]),
        ("กำ", ["กำ"]),
        ("हिन्दी", ["हि", "न्दी"]),
        ("கோவை", ["கோ", "வை"]),
        ("ক্ষমতা", ["ক্ষ", "ম", "তা"]),
        ("ខ្មែរ", ["ខ្មែ", "រ"]),
        ("မြန်မာ", ["မြ", "န်", "မာ"]),
        ("เดินไป", ["เดิ", "น", "ไป"]),
        ("각x", ["각", "x"]),
        ("👍🏽👍", ["👍🏽", "👍"]),
        ("\u0301ab", ["\u0301", "a", "b"]),
        ("a\u200db", ["a\u200d", "b"]),
        ("\u200d👩", ["\u200d", "👩"]),
    ],
)
def test_clusters_are_kept_together(text: str, expected: list[str]) -> None:
    assert [text[a:b] for a, b in pairwise(clusters(text)[0])] == expected


@given(PARAGRAPHS)
def test_clusters_are_as_wide_as_the_library_says(text: str) -> None:
    line = text.replace("\n", " ")
    starts, widths = clusters(line)
    assert widths[:-1] == [cell_len(line[begin:end]) for begin, end in pairwise(starts)]
    if "\u200d" not in line:
        assert sum(widths) == cell_len(line)
        assert set(starts) <= {span[0] for span in split_graphemes(line)[0]} | {len(line)}


@given(PARAGRAPHS, st.integers(2, 300))
def test_no_line_is_too_wide_and_no_text_is_lost(text: str, width: int) -> None:
    wrapped = lines(text, width)
    assert squeezed("".join(wrapped)) == squeezed(text)
    assert all(sum(clusters(line)[1]) <= width for line in wrapped)


@given(st.text(alphabet="ab cd-éя—,.\n", min_size=1).map(str.strip).filter(bool), st.integers(1, 40))
def test_plain_text_is_wrapped_the_same_both_ways(text: str, width: int) -> None:
    assert lines(text, width, wrap_plain) == lines(text, width)


@given(PARAGRAPHS, st.integers(8, 80))
def test_lines_break_between_clusters(text: str, width: int) -> None:
    starts, widths = clusters(text.replace("\n", " "))
    breaks = list(wrap_clusters(text, 0, len(text), width))
    if max(widths) <= width:
        assert set(breaks) <= set(starts)


@pytest.mark.parametrize(
    "text",
    [
        "கோவை மாநகராட்சி மேயர் கூட்டத்தில் கலந்து கொண்டார்",
        "सरकार की नई योजना से करोड़ों किसानों को लाभ होगा",
        "বাংলাদেশের প্রধানমন্ত্রী ঢাকায় বলেছেন যে দেশের অর্থনীতি",
        "రాష్ట్రాల ముఖ్యమంత్రులు హైదరాబాదులో సమావేశమయ్యారు",
        "ប្រទេស កំពុង រីកចម្រើន យ៉ាង ឆាប់រហ័ស",
    ],
)
def test_words_with_signs_beside_their_letters_are_not_parted(text: str) -> None:
    words = text.split()
    widest = max(map(cell_len, words))
    for width in range(widest, 3 * widest):
        assert [word for line in lines(text, width) for word in line.split()] == words


def test_a_line_is_as_full_as_it_can_be() -> None:
    assert lines("one two three four", 9, wrap_plain) == ["one two", "three", "four"]
    assert lines("one two three four", 13, wrap_plain) == ["one two three", "four"]


def test_a_word_that_is_too_long_is_cut() -> None:
    assert lines("x" * 25 + " end", 10, wrap_plain) == ["x" * 10, "x" * 10, "xxxxx end"]


def test_words_break_behind_a_dash_but_numbers_do_not() -> None:
    assert lines("the post-Soviet era", 10, wrap_plain) == ["the post-", "Soviet era"]
    assert lines("lost by 3-2 on 2024-06-19", 12, wrap_plain) == ["lost by 3-2", "on", "2024-06-19"]


def test_a_newline_in_a_paragraph_reads_as_a_space() -> None:
    assert lines("one\ntwo three", 40, wrap_plain) == ["one two three"]


def test_wide_text_keeps_closing_marks_with_their_words() -> None:
    assert lines("日本語。中文", 6) == ["日本", "語。中", "文"]
    assert lines("日本「語」", 6) == ["日本", "「語」"]


def test_a_no_break_space_does_not_break() -> None:
    assert lines("aa bb\u00a0cc", 6, wrap_plain) == ["aa", "bb\u00a0cc"]


@given(PARAGRAPHS)
def test_cells_and_offsets_agree(text: str) -> None:
    line = text.replace("\n", " ")
    starts, widths = clusters(line)
    edge = 0
    for start, width in zip(starts[:-1], widths[:-1], strict=True):
        assert cell_of(line, start) == edge
        for cell in range(edge, edge + width):
            assert index_at(line, cell) == start
        assert cluster_around(line, start)[0] == start
        edge += width
    assert index_at(line, edge) == len(line)
    assert index_at(line, -1) == 0
