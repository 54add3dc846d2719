"""The person says which day a date is."""

from __future__ import annotations

from datetime import UTC, datetime

import pytest

from newsreader.annotations.corrections import Corrected, Correction, Provenance, Scope, Subject, Verdict, apply
from newsreader.annotations.corrections import occurrences as found_in
from newsreader.entity import Analysis, Category, Entity, Mention, TimeValue

TEXT = "They met on Tuesday. On 19 June they parted. Tuesday was long."


def date(form: str, day: str) -> Entity:
    time = TimeValue("DATE", day, day, granularity="day", reason="Counted.")
    mentions = tuple(Mention(*span, "DATE", Category.DATE, time=time) for span in found_in(TEXT, form))
    return Entity(f"date:{day}", Category.DATE, form, (), mentions, ("Counted.",))


DATES = (date("Tuesday", "2024-06-18"), date("19 June", "2024-06-19"))


def dated(day: str | None, scope: Scope = Scope.ARTICLE, *, here: bool = True) -> Corrected:
    """The first Tuesday, or both, given a day."""
    start, end = found_in(TEXT, "Tuesday")[0]
    moment = datetime(2024, 6, 19, tzinfo=UTC)
    subject = Subject.of(DATES[0])
    said = Correction("c", Verdict.IS_DATED, scope, subject, moment, "Tuesday", start, end, name=day, here=here)
    return apply(Analysis("0" * 64, "test 1", DATES, 1, 1), [said], TEXT)


def days(result: Corrected) -> dict[str, list[str | None]]:
    return {each.name: [one.time and one.time.start for one in each.mentions] for each in result.analysis.entities}


def test_every_mention_has_the_day_and_the_reason_is_the_person_s() -> None:
    result = dated("2024-07-02")
    assert days(result) == {"Tuesday": ["2024-07-02"] * 2, "19 June": ["2024-06-19"]}
    tuesday = result.analysis.entities[0]
    assert (tuesday.id, tuesday.reasons) == ("date:2024-06-18", ("You said which day it is.",))
    assert tuesday.mentions[0].time == TimeValue(
        "DATE", "2024-07-02", "2024-07-02", "2024-07-03", "day", reason="You said which day it is."
    )
    assert result.provenance(tuesday.id) is Provenance.PERSON


def test_one_mention_alone_becomes_a_date_of_its_own() -> None:
    result = dated("2024-07-02", Scope.MENTION)
    mentions = [one for each in result.analysis.entities for one in each.mentions]
    starts = {one.start: one.time and one.time.start for one in mentions}
    assert starts == {12: "2024-07-02", 24: "2024-06-19", 45: "2024-06-18"}
    assert len(result.analysis.entities) == 3
    assert result.mention_provenance(TEXT.index("Tuesday")) is Provenance.PERSON


@pytest.mark.parametrize(("scope", "left"), [(Scope.ARTICLE, 1), (Scope.MENTION, 2)])
def test_what_stands_for_the_day_already_takes_it_in(scope: Scope, left: int) -> None:
    result = dated("2024-06-19", scope)
    assert len(result.analysis.entities) == left
    taken_in = next(each for each in result.analysis.entities if each.id == "date:2024-06-19")
    assert {each.time.start for each in taken_in.mentions if each.time} == {"2024-06-19"}


@pytest.mark.parametrize(("day", "here"), [("soon", True), (None, True), ("9999-12-31", True), ("2024-07-02", False)])
def test_what_is_no_day_or_comes_from_elsewhere_changes_nothing(day: str | None, here: bool) -> None:
    assert dated(day, here=here).idle == ("c",)
