"""The language of a text, guessed from its small words."""

from __future__ import annotations

import pytest

from newsreader.languages.spoken import spoken


@pytest.mark.parametrize(
    ("code", "text"),
    [
        ("en", "The mayor said that the bridge would be open by the end of the week."),
        ("de", "Der Bürgermeister sagte, dass die Brücke bis zum Ende der Woche wieder für den Verkehr offen ist."),
        ("fr", "Le maire a dit que le pont sera ouvert dans la semaine, mais pas avant les travaux sur les quais."),
        (
            "es",
            "El alcalde dijo que el puente estará abierto por la tarde, según los vecinos, pero no más que hoy.",
        ),
        ("it", "Il sindaco ha detto che il ponte della città sarà aperto più tardi, ma gli abitanti non ci credono."),
        (
            "nl",
            "Het bestuur zegt dat een brug niet voor het einde van de week open wordt, maar door werk ook later.",
        ),
        ("pt", "O autarca disse que não há uma data para a abertura das pontes, mas a obra foi paga pela cidade."),
        ("sv", "Det är inte för sent att öppna bron, och den har stått på plats med stöd av staden till i dag."),
        ("pl", "Burmistrz mówi, że most nie jest jeszcze otwarty, a prace na brzegu przez cały rok się przedłużają."),
        ("ru", "Мэр сказал, что мост не откроют до конца недели, и это было как раз в день города на реке."),
    ],
)
def test_prose_shows_its_language(code: str, text: str) -> None:
    assert spoken(text) == code


@pytest.mark.parametrize(
    "text", ["", "2024", "Berlin", "Angela Merkel, Emmanuel Macron, Joe Biden", "Die Zeit", "Le Monde and El País"]
)
def test_names_and_headlines_do_not(text: str) -> None:
    assert spoken(text) is None


def test_a_foreign_phrase_does_not_make_a_text_foreign() -> None:
    assert spoken("He said “das ist nicht der Punkt” and that it was for the best of the people who had come.") == "en"


def test_two_languages_in_equal_parts_are_not_decided() -> None:
    assert spoken("The mayor of the town said that it is. Der und das ist nicht für den auf dem.") is None
