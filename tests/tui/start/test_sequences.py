"""What terminals answer and report never becomes a key, wherever it is cut and however long the rest takes."""

from __future__ import annotations

import itertools
from typing import TYPE_CHECKING

import pytest
from hypothesis import given
from hypothesis import strategies as st
from textual import events

from tui.start.sequences import LONGEST_SEQUENCE, PATIENCE, Sequences
from tui.start.terminal_input import TerminalInput

if TYPE_CHECKING:
    from textual.message import Message

ST = "\x1b\\"
ANSWERS = {
    "xterm": (
        "\x1b[?64;1;2;6;9;15;16;17;18;21;22;28c",
        "\x1b[>41;390;0c",
        f"\x1bP!|00000000{ST}",
        f"\x1bP>|XTerm(390){ST}",
        f"\x1b]11;rgb:1c1c/1c1c/1c1c{ST}",
        "\x1b]10;rgb:ffff/ffff/dddd\x07",
        f"\x1b]4;1;rgb:cdcd/0000/0000{ST}",
        f"\x1b]52;c;cXJkUQ=={ST}",
        f"\x1b]lA title with r and d{ST}",
        f"\x1b]LAn icon{ST}",
        "\x1b[?2026;0$y",
        "\x1b[4;2$y",
        "\x1b[0n",
        "\x1b[24;80R",
        "\x1b[?24;80;1R",
        "\x1b[?13n",
        "\x1b[?27;1;0;0n",
        "\x1b[8;24;80t",
        "\x1b[4;384;640t",
        "\x1b[6;16;8t",
        "\x1b[3;10;20t",
        "\x1b[1t",
        "\x1b[?1;0;256S",
        f"\x1bP1$r0m{ST}",
        f"\x1bP1$r2 q{ST}",
        f"\x1bP0+r{ST}",
        f"\x1bP1+r524742=382F382F38{ST}",
        f"\x1bP1!~0000{ST}",
        f"\x1bP2$u9/17/25{ST}",
        "\x1b[2;1;1;128;128;1;0x",
        "\x1b[>4;2m",
        "\x1b[M !!",
        "\x1b[32;10;5M",
        "\x1b[<0;10;5M",
        "\x1b[<35;120;40m",
        "\x1b[I",
        "\x1b[O",
    ),
    "kitty": (
        "\x1b[?62;c",
        "\x1b[>1;4000;35c",
        f"\x1bP>|kitty(0.35.2){ST}",
        "\x1b[?1u",
        f"\x1b_Gi=31;OK{ST}",
        f"\x1b_Gi=31;ENOENT:r d q{ST}",
        f"\x1bP1+r4d73=5c{ST}",
        "\x1b[?997;1n",
        "\x1b[?2026;2$y",
        "\x1b[48;24;80;384;640t",
        f"\x1b]99;i=1:p=?;a=focus{ST}",
        f"\x1b]21;foreground=rgb:ff/ff/ff{ST}",
        "\x1b[<64;10;5M",
    ),
    "foot": (
        "\x1b[?62;4;22;28;29;52c",
        "\x1b[>1;011603;0c",
        f"\x1bP!|464f4f54{ST}",
        f"\x1bP>|foot(1.16.2){ST}",
        "\x1b]11;rgb:24/24/24\x1b\\",
        "\x1b[?2048;1$y",
    ),
    "iTerm2": (
        "\x1b[?65;1;2;4;6;17;18;22c",
        "\x1b[>41;2500;0c",
        f"\x1bP>|iTerm2 3.5.4{ST}",
        "\x1b]11;rgb:0000/0000/0000\x07",
        f"\x1b]1337;ReportCellSize=17.0;8.0;2.0{ST}",
        f"\x1b]1337;Capabilities=T2U16r{ST}",
        "\x1b[?1337;0$y",
    ),
    "WezTerm": (
        "\x1b[?65;4;6;18;22;52c",
        "\x1b[>1;277;0c",
        f"\x1bP!|00000000{ST}",
        f"\x1bP>|WezTerm 20240203-110809-5046fc22{ST}",
        f"\x1b]4;255;rgb:eeee/eeee/eeee{ST}",
        "\x1b[?0u",
    ),
    "tmux": (
        "\x1b[?1;2;4c",
        "\x1b[>84;0;0c",
        f"\x1bP>|tmux 3.4{ST}",
        "\x1b]11;rgb:2828/2828/2828\x1b\\",
        f"\x1b]52;;cXVpdA=={ST}",
    ),
    "Windows Terminal": (
        "\x1b[?61;4;6;7;14;21;22;23;24;28;32;42;52c",
        "\x1b[>0;10;1c",
        f"\x1bP!|00000000{ST}",
        f"\x1b]10;rgb:cccc/cccc/cccc{ST}",
        "\x1b[?2027;4$y",
    ),
}
"""What each is known to answer or to report by itself."""

ALL = sorted({answer for answers in ANSWERS.values() for answer in answers})
PAUSES = (0.0, 0.05, 0.6, 4.0)
UNKNOWN = (
    "\x1b[5;3z",
    "\x1b[=1;2q",
    "\x1b]r;d\x07",
    "\x1b^a message\x1b\\",
    "\x1bXr d q\x1b\\",
    "\x9b?1;2c",
    "\x9d11;r\x9c",
)


def messages_of(pieces: list[str], pause: float) -> list[Message]:
    """What comes of text that is read piece by piece, with a pause (seconds) after each and time enough at the end."""
    terminal, found = TerminalInput(), []
    for number, piece in enumerate(pieces):
        found += terminal.messages(piece, number * pause)
    return [*found, *terminal.messages("", len(pieces) * pause + 2 * PATIENCE)]


def keys_of(pieces: list[str], pause: float) -> list[str]:
    return [message.key for message in messages_of(pieces, pause) if isinstance(message, events.Key)]


@pytest.mark.parametrize("answer", [*ALL, *UNKNOWN])
def test_an_answer_becomes_no_key(answer: str) -> None:
    assert keys_of([answer], 0.0) == []
    assert keys_of([answer, "q"], 0.6) == ["q"]
    assert keys_of([f"j{answer}q"], 0.6) == ["j", "q"]


def test_no_answer_becomes_a_key_wherever_it_is_cut() -> None:
    tried = 0
    for answer, pause in itertools.product(ALL, PAUSES):
        for cut in range(1, len(answer)):
            # An ESC that stays alone is what the escape key sends; what comes of the rest is nothing all the same.
            alone = ["escape"] if cut == 1 and pause >= 0.1 else []
            assert keys_of([answer[:cut], answer[cut:]], pause) == alone, (answer, cut, pause)
            assert keys_of([answer[:cut], answer[cut:], "q"], pause) == [*alone, "q"], (answer, cut, pause)
            tried += 2
    assert tried > 8_000


def test_no_answer_becomes_a_key_byte_by_byte() -> None:
    for answer in ALL:
        assert keys_of([*answer, "q"], 0.05) == ["q"], answer


@given(st.lists(st.sampled_from([*ALL, *UNKNOWN]), max_size=5), st.data())
def test_several_answers_cut_anywhere_behind_their_escapes(answers: list[str], data: st.DataObject) -> None:
    text = "".join(answers)
    inside = [place for place in range(1, len(text)) if text[place - 1] != "\x1b"]
    cuts = sorted(data.draw(st.sets(st.sampled_from(inside), max_size=6))) if inside else []
    # Behind `ESC ]` or the like alone, only what answers are known to begin with is waited for.
    cuts = [cut for cut in cuts if not (text[cut - 2] == "\x1b" and text[cut - 1] in "]P_^X")]
    pieces = [text[start:end] for start, end in itertools.pairwise([0, *cuts, len(text)])]
    pause = data.draw(st.sampled_from([0.0, 0.05, 0.6]))
    assert keys_of([*pieces, "q"], pause) == ["q"]


@pytest.mark.parametrize("pause", [0.0, 0.6])
@pytest.mark.parametrize("cut", range(1, 9))
def test_a_mouse_report_in_two_pieces_is_one(cut: int, pause: float) -> None:
    report = "\x1b[<0;10;5M"
    found = messages_of([report[:cut], report[cut:]], pause)
    if cut > 1 or not pause:
        [click] = found
        assert isinstance(click, events.MouseDown)
        assert (click.x, click.y) == (9, 4)
    assert keys_of([report[:cut], report[cut:], "q"], pause)[-1] == "q"


@pytest.mark.parametrize("pause", [0.0, 0.6])
def test_a_paste_is_text_and_nothing_in_it_is_a_key(pause: float) -> None:
    inside = f"r\x1b[31md{ALL[0]}\x1b\nq" + "x" * 100
    paste = f"\x1b[200~{inside}\x1b[201~"
    for cut in range(2, len(paste)):
        found = messages_of([paste[:cut], paste[cut:]], pause)
        [pasted] = found
        assert isinstance(pasted, events.Paste)
        assert pasted.text == inside.replace("\x1b", "")


def test_a_paste_that_never_ends_is_pasted_after_a_while() -> None:
    [pasted] = messages_of(["\x1b[200~r d q"], 0.0)
    assert isinstance(pasted, events.Paste)
    assert pasted.text == "r d q"
    assert keys_of(["\x1b[200~r d q", "j"], PATIENCE + 1) == ["j"]


@pytest.mark.parametrize(
    ("sent", "key"),
    [
        ("\x1b", "escape"),
        ("\x1b[A", "up"),
        ("\x1bOA", "up"),
        ("\x1b[1;3D", "alt+left"),
        ("\x1b[5~", "pageup"),
        ("\x1b[Z", "shift+tab"),
        ("\x1bOP", "f1"),
        ("\x1b[[A", "f1"),
        ("\x1br", "alt+r"),
        ("\x1b[97;5u", "ctrl+a"),
        ("\t", "tab"),
        ("\r", "enter"),
        ("\x7f", "backspace"),
        ("é", "é"),
    ],
)
def test_keys_are_keys(sent: str, key: str) -> None:
    assert keys_of([sent], 0.0) == [key]
    assert keys_of([f"j{sent}"], 0.6) == ["j", key]
    assert keys_of([sent, "j"], 0.6) == [key, "j"]
    for cut in range(2, len(sent)):
        assert keys_of([sent[:cut], sent[cut:]], 0.6) == [key]


def test_keys_after_escape_are_keys() -> None:
    assert keys_of(["\x1b", "]"], 0.6) == ["escape", "right_square_bracket"]
    assert keys_of(["\x1b", "[", "q"], 0.6) == ["escape", "left_square_bracket", "q"]
    assert keys_of(["\x1b", "P", "1"], 0.6) == ["escape", "P", "1"]
    assert keys_of(["\x1b\x1b", "j"], 0.6) == ["escape", "escape", "j"]
    assert keys_of(["\x1b]", "q"], 0.6) == ["q"]


def test_what_lost_its_end_takes_no_more_than_it_must() -> None:
    assert keys_of(["\x1b]11;rgb:", "q"], PATIENCE + 1) == ["q"]
    assert keys_of(["\x1b]11;rgb:", "\x1b[A", "q"], 0.6) == ["up", "q"]
    assert keys_of(["\x1b]11;rgb:", "\r", "q"], 0.6) == ["enter", "q"]
    assert keys_of(["\x1b[<0;1", "\x1b[<0;10;5M", "q"], 0.6) == ["q"]


@pytest.mark.parametrize("answer", ["\x1b[9999999999999u", f"\x1b[{'1;' * LONGEST_SEQUENCE}u", "\x1b[1114112;2u"])
def test_a_key_that_cannot_be_is_none(answer: str) -> None:
    assert keys_of([answer, "q"], 0.6) == ["q"]


@given(st.lists(st.text(st.sampled_from("\x1b[]PO_^X\\\x07?<>=;0123456789mMcRnuty~ \x9b\x9c\x9dré€"), max_size=8)))
def test_anything_is_taken_and_nothing_is_stuck(pieces: list[str]) -> None:
    assert keys_of([*pieces, "q"], PATIENCE + 1)[-1] == "q"


@given(st.text(st.characters(exclude_characters="\x1b", exclude_categories=["Cc", "Cs"])))
def test_what_is_typed_comes_one_by_one(typed: str) -> None:
    assert Sequences().feed(typed, 0.0) == [*typed]
