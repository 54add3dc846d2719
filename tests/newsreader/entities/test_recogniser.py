"""The recogniser with the real pipeline: the same entities as plain spaCy, at a third of the loading time."""

from __future__ import annotations

import re
import sys
import warnings
from typing import TYPE_CHECKING

import pytest
from hypothesis import given
from hypothesis import strategies as st

from newsreader import resources
from newsreader.entities import pipeline, pipeline_loading
from newsreader.entities.recogniser import ModelError, Recogniser, pieces
from newsreader.entity import LABELS

if TYPE_CHECKING:
    from pathlib import Path

    from spacy.language import Language

AGENCY = "SEOUL (Reuters) - President Vladimir Putin met Kim Jong Un in Pyongyang on Wednesday."

VARIED = [
    AGENCY,
    "",
    " ",
    "€1.2bn (£980m) for Société Générale’s Zürich unit, said José-María Núñez; 株式会社ソニー also bid.",
    "Президент Владимир Путин 👩‍👩‍👧‍👦 🇰🇷 met 김정은 … at 10:45 GMT, 24 June 2024!!!",
    "http://www.example.com/a?b=c user@example.org #tag @handle $NVDA +14.2% Q2 2024",
    "THE FEDERAL RESERVE RAISED RATES IN WASHINGTON. the fed did it again on tuesday",
    "((((((([[[[[{{{{{'''''\"\"\"\"\"----......,,,,,;;;;;)))))))",
    "An unbelievablylongword" + "x" * 3000 + " in London.",
    "Mr. O’Neill’s don’t-can’t won’t’ve U.S.-led N.A.T.O. A.I. i.e. e.g. 5,000km/h",
]


def samples() -> list[str]:
    texts = [path.read_text(encoding="utf-8").split("\n\n") for path in resources.samples()]
    return [paragraph.replace("\n", " ") for text in texts for paragraph in text if paragraph.strip()]


@pytest.fixture(scope="module")
def plain() -> Language:
    """The whole pipeline as spaCy itself loads it, with the components that find no entities switched off."""
    import spacy

    with warnings.catch_warnings():
        warnings.simplefilter("ignore")
        nlp = spacy.load(pipeline.find().path)
    nlp.select_pipes(enable=["tok2vec", "ner"])
    return nlp


def test_the_quick_loading_finds_the_same_entities_as_plain_spacy(plain: Language) -> None:
    quick = pipeline_loading.load(pipeline.find())
    quick.select_pipes(enable=["ner"])
    texts = VARIED + samples()

    def found(nlp: Language) -> list[list[tuple[int, int, str]]]:
        return [[(e.start_char, e.end_char, e.label_) for e in doc.ents] for doc in nlp.pipe(texts)]

    expected = found(plain)
    assert sum(map(len, expected)) > 300
    assert found(quick) == expected


def test_mentions_have_offsets_into_their_paragraph_and_known_labels(recogniser: Recogniser) -> None:
    mentions = recogniser.recognise([AGENCY])[0]
    found = [(AGENCY[mention.start : mention.end], mention.label) for mention in mentions]
    assert ("Vladimir Putin", "PERSON") in found
    assert ("Pyongyang", "GPE") in found
    assert ("Wednesday", "DATE") in found
    assert recogniser.name == "en_core_web_md 3.7.1"


def test_only_labels_of_the_four_categories_are_given(recogniser: Recogniser) -> None:
    found = recogniser.recognise([*VARIED, *samples()])
    mentions = [mention for each in found for mention in each]
    assert {mention.label for mention in mentions} <= set(LABELS)
    assert all(mention.category is LABELS[mention.label] for mention in mentions)


def test_a_line_wrap_inside_a_name_reads_as_a_space(recogniser: Recogniser) -> None:
    wrapped = AGENCY.replace(" ", "\n")
    assert recogniser.recognise([wrapped]) == recogniser.recognise([AGENCY])


@pytest.mark.parametrize("size", [1, 7, 16])
def test_the_mentions_do_not_depend_on_what_is_asked_together(recogniser: Recogniser, size: int) -> None:
    texts = VARIED + samples()
    asked = [texts[start : start + size] for start in range(0, len(texts), size)]
    assert [each for some in asked for each in recogniser.recognise(some)] == recogniser.recognise(texts)


def test_a_text_that_spacy_cannot_take_is_left_out_alone(recogniser: Recogniser) -> None:
    failures: list[int] = []
    found = recogniser.recognise(
        [AGENCY, "a lone surrogate \ud800 in Paris", AGENCY], lambda index, _: failures.append(index)
    )
    assert failures == [1]
    assert found[1] == []
    assert found[0] == found[2] != []


def test_a_failure_far_into_a_document_is_told_by_its_index(
    recogniser: Recogniser, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setattr("newsreader.entities.recogniser.TOGETHER", 2)
    told: list[int] = []
    found = recogniser.recognise([AGENCY, AGENCY, AGENCY, "\ud800", AGENCY], lambda index, _: told.append(index))
    assert told == [3]
    assert [bool(mentions) for mentions in found] == [True, True, True, False, True]


def test_a_very_long_paragraph_is_read_in_pieces_with_the_right_offsets(recogniser: Recogniser) -> None:
    text = f"{AGENCY} " * 1000
    alive: list[None] = []
    mentions = recogniser.recognise([text], progress=lambda: alive.append(None))[0]
    putins = [mention.start for mention in mentions if "Vladimir Putin" in text[mention.start : mention.end]]
    assert putins == [number * (len(AGENCY) + 1) + AGENCY.index("Vladimir Putin") for number in range(1000)]
    assert alive == [None] * (len(text) // 10_000 // 16)


@pytest.mark.parametrize("marks", ['"', ",", "(", "_", "*", "—", "…", "<", "&", "🇫🇷", "=", "“”", "'s", "12,", "#a"])
def test_a_run_of_marks_is_read_in_linear_time_and_the_names_around_it_keep_their_offsets(
    recogniser: Recogniser, marks: str
) -> None:
    text = f"{AGENCY} {marks * 3_000} {AGENCY}"
    asked: list[str] = []
    tokenise = recogniser._nlp.tokenizer
    with pytest.MonkeyPatch.context() as patch:
        patch.setattr(recogniser._nlp, "tokenizer", lambda piece: asked.append(piece) or tokenise(piece))
        mentions = recogniser.recognise([text])[0]
    putins = [mention.start for mention in mentions if text[mention.start : mention.end] == "Vladimir Putin"]
    assert putins == [AGENCY.index("Vladimir Putin"), text.rindex("Vladimir Putin")]
    # What is quadratic in the tokeniser is the length of what has no blank and many marks.
    crowded = [word for piece in asked for word in piece.split() if len(re.findall(r"[^\w\s]|_", word)) > 250]
    assert crowded == []


def test_new_words_do_not_stay_in_memory(recogniser: Recogniser) -> None:
    strings = recogniser._nlp.vocab.strings
    recogniser.recognise([AGENCY])
    before = len(strings)
    recogniser.recognise([" ".join(f"neverseenword{number}" for number in range(500))])
    assert len(strings) == before


def test_loading_says_nothing_to_the_person(capfd: pytest.CaptureFixture[str]) -> None:
    with warnings.catch_warnings(record=True) as caught:
        warnings.simplefilter("always")
        Recogniser()
    assert not caught
    assert capfd.readouterr() == ("", "")


def test_any_pipeline_can_be_named_by_its_folder(tmp_path: Path) -> None:
    import spacy

    nlp = spacy.blank("de")
    nlp.add_pipe("entity_ruler").add_patterns([{"label": "PER", "pattern": "Angela Merkel"}])
    nlp.to_disk(tmp_path / "model")
    recogniser = Recogniser(str(tmp_path / "model"))
    assert [(m.start, m.end, m.label) for m in recogniser.recognise(["Kanzlerin Angela Merkel"])[0]] == [
        (10, 23, "PER")
    ]


def test_a_pipeline_without_entities_is_refused(tmp_path: Path) -> None:
    import spacy

    spacy.blank("en").to_disk(tmp_path / "model")
    with pytest.raises(ModelError, match="no component that finds entities"):
        Recogniser(str(tmp_path / "model"))


def test_a_pipeline_that_cannot_be_loaded_is_refused_with_a_sentence(tmp_path: Path) -> None:
    import spacy

    nlp = spacy.blank("en")
    nlp.add_pipe("entity_ruler")
    nlp.to_disk(tmp_path)
    (tmp_path / "tokenizer").write_bytes(b"damaged \x1b[31m")
    with pytest.raises(ModelError, match="cannot be loaded") as caught:
        Recogniser(str(tmp_path))
    assert "\x1b" not in str(caught.value)


def test_without_spacy_the_sentence_says_what_to_install(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setitem(sys.modules, "spacy", None)
    with pytest.raises(ModelError, match="pip install spacy"):
        Recogniser()


class TestUnneeded:
    @staticmethod
    def config(**factories: str) -> dict[str, object]:
        return {"components": {name: {"factory": factory} for name, factory in factories.items()}}

    def test_everything_but_the_recogniser_is_left_out(self) -> None:
        config = self.config(tok2vec="tok2vec", tagger="tagger", ner="ner", lemmatizer="lemmatizer")
        assert pipeline_loading.unneeded(config) == ("tok2vec", "tagger", "lemmatizer")

    def test_what_the_recogniser_listens_to_stays(self) -> None:
        config = self.config(tok2vec="tok2vec", parser="parser", ner="ner")
        listener = {"@architectures": "spacy.Tok2VecListener.v1"}
        config["components"]["ner"]["model"] = {"@architectures": "spacy.TransitionBasedParser.v2", "tok2vec": listener}
        assert pipeline_loading.unneeded(config) == ("parser",)

    def test_components_of_others_keep_everything(self) -> None:
        assert pipeline_loading.unneeded(self.config(tagger="tagger", ner="ner", mine="my_component")) == ()


class TestPieces:
    @given(st.text(st.sampled_from("ab .!?\n"), max_size=200), st.integers(1, 40))
    def test_they_are_the_text(self, text: str, longest: int) -> None:
        cut = list(pieces(text, longest))
        assert "".join(piece for _, piece in cut) == text
        assert all(text.startswith(piece, start) for start, piece in cut)
        assert all(len(piece) <= longest for _, piece in cut)
        assert text == "" or all(piece for _, piece in cut)

    def test_they_end_with_a_sentence_if_they_can(self) -> None:
        assert list(pieces("One two. Three four five.", 14)) == [(0, "One two. "), (9, "Three four "), (20, "five.")]

    def test_a_word_without_end_is_cut_anywhere(self) -> None:
        assert list(pieces("x" * 25, 10)) == [(0, "x" * 10), (10, "x" * 10), (20, "x" * 5)]
