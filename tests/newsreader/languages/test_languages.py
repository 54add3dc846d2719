"""The records of the languages: who has one, and what asking for a part of it costs."""

from __future__ import annotations

import subprocess
import sys
from dataclasses import replace

import pytest

from newsreader import languages
from newsreader.sources import from_text


@pytest.mark.parametrize("code", ["en", "en-GB", "EN_us", " en "])
def test_english_has_a_record_under_all_its_tags(code: str) -> None:
    assert languages.of(code) is languages.ENGLISH


@pytest.mark.parametrize("code", [None, "", "de", "fr-CA", "eng-land", "english", "2"])
def test_what_has_no_record_is_plain(code: str | None) -> None:
    assert languages.of(code) is languages.PLAIN


@pytest.mark.parametrize("stated", [None, "English", "x-default"])
def test_an_article_that_states_no_tag_is_of_the_language_that_its_words_show(stated: str | None) -> None:
    german = "Der Rat hat beschlossen, dass die Bahn nicht mit dem Bus zu der Schule fährt und auch nicht zum Hafen."
    article = from_text(german)
    article = replace(article, metadata=replace(article.metadata, language=stated))
    assert languages.code_of(article, "en") == "de"
    assert languages.press_of(stated) is languages.ENGLISH.press()


def test_the_first_text_pays_for_press_and_sentences_alone() -> None:
    code = (
        "import sys; from newsreader import languages; english = languages.of('en')\n"
        "english.press(), english.sentences()\n"
        "print(*(name.removeprefix('newsreader.languages.english.') for name in sys.modules))"
    )
    loaded = subprocess.run([sys.executable, "-c", code], check=True, capture_output=True, text=True).stdout.split()
    rooms = {name.partition(".")[0] for name in loaded}
    assert {"press", "sentences"} <= rooms
    assert not {"dates", "passes", "refine", "aliases", "spacy", "numpy"} & rooms
    assert {name for name in loaded if name.startswith("words.")} <= {"words.agencies", "words.calendar"}


def test_a_name_in_a_plain_language_keeps_what_english_would_cut_off() -> None:
    names = languages.PLAIN.names()
    assert names.display("A Coruña’s\n Hafen") == "A Coruña’s Hafen"
    assert names.key("A Coruña") == "a coruna"
    assert names.slug("Müller & Söhne") == "muller-and-sohne"


def test_a_plain_language_has_no_times() -> None:
    text = "Am Montag, 3 March 2024."
    assert languages.PLAIN.times().find(text, [(0, len(text))], None) == []
