"""The person says what a date stands for."""

from __future__ import annotations

import json
from dataclasses import replace
from datetime import UTC, datetime
from datetime import date as date_type
from typing import TYPE_CHECKING

import pytest

from newsreader.annotations.correcting import SAID
from newsreader.annotations.corrections import Corrected, Correction, Provenance, Scope, Subject, Verdict, apply
from newsreader.annotations.corrections import occurrences as found_in
from newsreader.annotations.events import CorrectionMade, Unknown, new_event, this_moment
from newsreader.annotations.journal_entries import decode, encode
from newsreader.annotations.notebook import Notebook
from newsreader.annotations.wording import correction_in_words
from newsreader.article import Metadata
from newsreader.cli.analysed import _result
from newsreader.cli.inputs import Input
from newsreader.entity import Analysis, Category, Entity, Mention, TimeValue
from newsreader.exports.timeline.chronology import chronology
from newsreader.sources import from_text
from newsreader.store.library import Library

if TYPE_CHECKING:
    from pathlib import Path

TEXT = "They met on Tuesday. On 19 June they parted. Tuesday was long."


def date(form: str, day: str) -> Entity:
    time = TimeValue("DATE", day, day, granularity="day", reason="Counted.")
    mentions = tuple(Mention(*span, "DATE", Category.DATE, time=time) for span in found_in(TEXT, form))
    return Entity(f"date:{day}", Category.DATE, form, (), mentions, ("Counted.",))


DATES = (date("Tuesday", "2024-06-18"), date("19 June", "2024-06-19"))


def value(start: str, end: str, granularity: str = "day") -> TimeValue:
    return TimeValue("DATE", start, start, end, granularity, reason=SAID)


JULY_2, JUNE_19 = value("2024-07-02", "2024-07-03"), value("2024-06-19", "2024-06-20")


def dated(
    time: TimeValue | None, scope: Scope = Scope.ARTICLE, *, here: bool = True, dates: tuple[Entity, ...] = DATES
) -> Corrected:
    """The first Tuesday, or both, given a value."""
    start, end = found_in(TEXT, "Tuesday")[0]
    moment = datetime(2024, 6, 19, tzinfo=UTC)
    subject = Subject.of(DATES[0])
    said = Correction("c", Verdict.IS_DATED, scope, subject, moment, "Tuesday", start, end, time=time, here=here)
    return apply(Analysis("0" * 64, "test 1", dates, 1, 1), [said], TEXT)


def days(result: Corrected) -> dict[str, list[str | None]]:
    return {each.name: [one.time and one.time.start for one in each.mentions] for each in result.analysis.entities}


def test_every_mention_has_the_day_and_the_reason_is_the_person_s() -> None:
    result = dated(JULY_2)
    assert days(result) == {"Tuesday": ["2024-07-02"] * 2, "19 June": ["2024-06-19"]}
    tuesday = result.analysis.entities[0]
    assert (tuesday.id, tuesday.reasons) == ("date:2024-06-18", (SAID,))
    assert tuesday.mentions[0].time == JULY_2
    assert result.provenance(tuesday.id) is Provenance.PERSON


def test_one_mention_alone_becomes_a_date_of_its_own() -> None:
    result = dated(JULY_2, Scope.MENTION)
    mentions = [one for each in result.analysis.entities for one in each.mentions]
    starts = {one.start: one.time and one.time.start for one in mentions}
    assert starts == {12: "2024-07-02", 24: "2024-06-19", 45: "2024-06-18"}
    assert len(result.analysis.entities) == 3
    assert result.mention_provenance(TEXT.index("Tuesday")) is Provenance.PERSON


@pytest.mark.parametrize(("scope", "left"), [(Scope.ARTICLE, 1), (Scope.MENTION, 2)])
def test_what_stands_for_the_day_already_takes_it_in(scope: Scope, left: int) -> None:
    result = dated(JUNE_19, scope)
    assert len(result.analysis.entities) == left
    taken_in = next(each for each in result.analysis.entities if each.id == "date:2024-06-19")
    assert {each.time.start for each in taken_in.mentions if each.time} == {"2024-06-19"}


@pytest.mark.parametrize(("time", "here"), [(None, True), (JULY_2, False)])
def test_what_is_no_value_or_comes_from_elsewhere_changes_nothing(time: TimeValue | None, here: bool) -> None:
    assert dated(time, here=here).idle == ("c",)


def test_the_value_may_be_any_stretch_of_the_calendar_and_several_days_are_another_date_than_their_first() -> None:
    result = dated(value("2024-06-19", "2024-06-22"))
    assert len(result.analysis.entities) == 2
    assert dated(value("2024-Q2", "2024-07-01", "quarter")).analysis.entities[0].mentions[0].time is not None


def test_a_value_is_kept_with_all_that_belongs_to_it(tmp_path: Path) -> None:
    article, entity = from_text(TEXT), DATES[0]
    given = TimeValue(
        "DATE", "2024-05", "2024-05-01", "2024-06-01", "month", "START", "dct", "counted", 0.7, ("2023-05",)
    )
    with Library.open(tmp_path / "library.db") as library:
        notebook = Notebook(library, library.remember(article), article)
        notebook.corrections.date(entity, given)
        (kept,) = Notebook(library, library.remember(article), article).corrections.all
        with pytest.raises(ValueError, match="no place on a calendar"):
            notebook.corrections.date(entity, TimeValue("DURATION", "P2D"))
        with pytest.raises(ValueError, match="its own article"):
            notebook.corrections.date(entity, given, scope=Scope.EVERYWHERE)
    assert kept.time == TimeValue("DATE", "2024-05", "2024-05-01", "2024-06-01", "month", "START", reason=SAID)
    assert correction_in_words(kept) == "dated Tuesday 2024-05"


@pytest.mark.parametrize(
    "damage", [{"start": None}, {"start": "soon"}, {"end": "2024-07-02"}, {"end": "2024-07-03T00:00:00"}, {"type": 1}]
)
def test_a_damaged_value_is_passed_over(damage: dict[str, object]) -> None:
    said = Correction("c", Verdict.IS_DATED, Scope.ARTICLE, Subject.of(DATES[0]), this_moment(), time=JULY_2)
    entry = encode(new_event(CorrectionMade(said)))
    assert decode(entry).change == CorrectionMade(said)
    body = json.loads(entry.body)
    assert isinstance(
        decode(replace(entry, body=json.dumps({**body, "time": {**body["time"], **damage}}))).change, Unknown
    )


def test_a_given_value_moves_the_timeline_and_is_exported_as_the_person_s_word(tmp_path: Path) -> None:
    article = from_text(TEXT)
    with Library.open(tmp_path / "library.db") as library:
        Notebook(library, library.remember(article), article).corrections.date(DATES[0], JULY_2)
        result = _result(Input("met.txt", article), Analysis(article.sha256, "test 1", DATES, 1, 1), library, [])
    tuesday = next(each for each in result.record()["entities"] if each["name"] == "Tuesday")
    assert (tuesday["by"], tuesday["mentions"][0]["time"]["value"]) == ("person", "2024-07-02")
    placed = chronology(result.article, result.analysis, "met.txt").placed
    assert [(each.words, each.time.start, each.time.reason) for each in placed if each.time.reason == SAID] == [
        ("Tuesday", "2024-07-02", SAID)
    ] * 2


def test_of_what_the_person_said_there_is_no_doubt() -> None:
    mentions = tuple(replace(each, doubt="a guess", confidence=0.6) for each in DATES[0].mentions)
    doubtful = replace(DATES[0], mentions=mentions)
    for scope in (Scope.ARTICLE, Scope.MENTION):
        given = dated(JULY_2, scope, dates=(doubtful,)).analysis.entities
        said = [one for each in given for one in each.mentions if one.time == JULY_2]
        assert {(one.doubt, one.confidence) for one in said} == {("", 1.0)}


def missed(form: str, published: date_type | None, published_from: str | None = None) -> Mention:
    """The mention of a date that the person found in an article of that day."""
    start, end = found_in(TEXT, form)[0]
    subject = Subject(None, Category.DATE, form, (form,))
    moment = datetime(2024, 6, 19, tzinfo=UTC)
    said = Correction("c", Verdict.MISSED, Scope.MENTION, subject, moment, form, start, end, category=Category.DATE)
    known = Metadata(published=published, published_from=published_from)
    (entity,) = apply(Analysis("0" * 64, "test 1", (), 1, 1), [said], TEXT, known).analysis.entities
    return entity.mentions[0]


def test_a_date_that_the_person_found_has_its_value_if_it_can_be_read() -> None:
    tuesday = missed("Tuesday", date_type(2024, 6, 19))
    assert tuesday.time is not None
    assert (tuesday.time.value, tuesday.doubt) == ("2024-06-18", "")
    assert missed("Tuesday", None).time is None
    assert missed("parted", date_type(2024, 6, 19)).time is None


def test_where_the_day_is_a_guess_so_is_what_is_counted_from_it() -> None:
    tuesday = missed("Tuesday", date_type(2024, 6, 19), "a guess from “it”")
    assert tuesday.doubt == "the article’s date is a guess from “it”"
