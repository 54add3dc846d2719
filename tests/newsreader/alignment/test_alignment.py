"""Aligning two versions of a text: what is the same, what moved, and what two texts share by chance."""

from __future__ import annotations

from hypothesis import given
from hypothesis import strategies as st

from newsreader.alignment import Alignment, realign, same_article
from newsreader.alignment.fill import is_slip
from newsreader.alignment.runs import Run, common_runs, heaviest_chain
from newsreader.alignment.tokens import tokenise

ONE = "Rescuers reached the village of Ardal on Sunday after three days of heavy snow."
TWO = "The mayor, Ingrid Solberg, thanked the crews and said that nobody was missing any more."
THREE = "Power had been restored to most houses by the evening, the network operator reported."
FOUR = "A spokesman for the railway expected trains to run again from Tuesday morning."

words = st.lists(st.sampled_from("the a storm Ardal snow “said” Solberg ran . , \n\n".split(" ")), max_size=60)
texts = words.map(" ".join)


def kept(alignment: Alignment) -> set[str]:
    """The words of the old text that are matched."""
    old = alignment.old_tokens
    return {key for key, match in zip(old.keys, alignment.matches, strict=True) if match >= 0}


def test_the_same_text_is_matched_token_by_token() -> None:
    alignment = realign(ONE, ONE)
    assert list(alignment.matches) == list(range(len(alignment.old_tokens)))
    assert not any(alignment.moved)


def test_white_space_and_the_style_of_quotes_and_dashes_are_invisible() -> None:
    plain = "He said: 'It's over' -- \"for good\"... and\nleft."
    curly = "He  said: ‘It’s over’ — “for good”… and left."
    assert tokenise(plain).keys == tokenise(curly).keys


def test_a_number_is_one_token() -> None:
    assert tokenise("from 1,200 to 3.5 on the 19th").keys == ["from", "1,200", "to", "3.5", "on", "the", "19th"]


def test_scripts_without_blanks_are_divided_by_sign() -> None:
    assert tokenise("東京で会談 held").keys == ["東", "京", "で", "会", "談", "held"]


def test_an_abbreviation_ends_no_sentence() -> None:
    tokens = tokenise("Mr. Smith met J. Doe. They left.\n\nA heading\n\nMore")
    sentence_of = dict(zip(tokens.keys, tokens.sentences, strict=True))
    assert sentence_of["mr"] == sentence_of["doe"]
    assert sentence_of["doe"] < sentence_of["they"] < sentence_of["heading"] < sentence_of["more"]


def test_a_moved_sentence_is_matched_out_of_order() -> None:
    alignment = realign(" ".join((ONE, TWO, THREE, FOUR)), " ".join((ONE, THREE, FOUR, TWO)))
    assert min(alignment.matches) >= 0
    moved = {key for key, moved in zip(alignment.old_tokens.keys, alignment.moved, strict=True) if moved}
    assert "solberg" in moved
    assert not moved & {"rescuers", "railway", "operator"}


def test_a_moved_sentence_is_matched_though_it_was_edited() -> None:
    edited = TWO.replace("thanked the crews", "praised all the crews").replace("missing", "mising")
    alignment = realign(" ".join((ONE, TWO, THREE, FOUR)), " ".join((ONE, THREE, FOUR, edited)))
    assert {"solberg", "nobody", "missing"} <= kept(alignment)


def test_a_sentence_replaced_by_another_shares_nothing_with_it() -> None:
    other = "The mayor, Ingrid Solberg, opened an exhibition of paintings by schoolchildren in the new library."
    alignment = realign(" ".join((ONE, TWO, THREE, FOUR)), " ".join((ONE, other, THREE, FOUR)))
    assert "solberg" not in kept(alignment)
    assert {"rescuers", "operator", "railway"} <= kept(alignment)


def test_another_article_shares_nothing() -> None:
    other = "The mayor of Bergen said on Sunday that the railway was late. Nobody was surprised by the snow."
    assert kept(realign(" ".join((ONE, TWO, THREE, FOUR)), other)) == set()


def test_likeness_tells_an_edited_version_from_another_article() -> None:
    old = " ".join((ONE, TWO, THREE, FOUR))
    assert same_article(old, old.replace(" ", "\n")) == 1.0
    assert same_article(old, " ".join((TWO, "Updated.", ONE.replace("three", "four"), FOUR))) > 0.5
    assert same_article(old, "The mayor of Bergen said on Sunday that the railway was late again this winter.") < 0.1
    assert same_article("", "") == 1.0
    assert same_article("", ONE) == 0.0


def test_a_slip_of_the_finger_is_told_from_another_word() -> None:
    assert is_slip("president", "presdent")
    assert is_slip("president", "presidnet")
    assert not is_slip("president", "resident of")
    assert not is_slip("houses", "homes")
    assert not is_slip("2019", "2018")
    assert not is_slip("said", "paid on")
    assert not is_slip("the", "teh")


def test_runs_share_no_token_and_the_heaviest_chain_goes_up() -> None:
    runs = common_runs("a b c d e f g h i j".split(), "f g h i j a b c d e".split())
    assert runs == [Run(0, 5, 5), Run(5, 0, 5)]
    assert heaviest_chain(runs, [1.0, 2.0]) == [1]
    assert heaviest_chain([], []) == []


@given(texts, texts)
def test_no_token_is_matched_twice_and_both_directions_agree(old: str, new: str) -> None:
    alignment = realign(old, new)
    matches = [match for match in alignment.matches if match >= 0]
    assert len(set(matches)) == len(matches)
    for token, match in enumerate(alignment.matches):
        assert match < 0 or alignment.origins[match] == token


@given(st.text(max_size=200))
def test_tokens_are_in_order_and_leave_out_nothing_but_white_space(text: str) -> None:
    tokens = tokenise(text)
    last = 0
    for start, end in zip(tokens.starts, tokens.ends, strict=True):
        assert last <= start < end
        assert not text[last:start].strip()
        last = end
    assert not text[last:].strip()
