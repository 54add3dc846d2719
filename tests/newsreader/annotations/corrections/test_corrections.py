"""Corrections laid over an analysis: each verdict, its reach, and whose word the result is."""

from __future__ import annotations

from datetime import UTC, datetime
from itertools import count, pairwise
from typing import Any

import pytest

from newsreader.annotations.corrections import Corrected, Correction, Provenance, Scope, Subject, Verdict, apply
from newsreader.annotations.corrections import occurrences as found_in
from newsreader.entities.resolve import resolve
from newsreader.entity import Analysis, Category, Mention
from newsreader.languages import ENGLISH

TEXT = (
    "Vladimir Putin met Kim Jong Un in May. Putin praised Monday Bank. Later May Lee and Ann Lee spoke. "
    "Putin left Paris. Paris cheered, and Zed Corp cheered. Zed\nCorp fell. Ann Lee Monday wept."
)
FOUND = (
    ("Vladimir Putin", "PERSON"),
    ("Kim Jong", "PERSON"),
    ("Putin", "PERSON"),
    ("Monday Bank", "PERSON"),
    ("May Lee", "PERSON"),
    ("Ann Lee", "PERSON"),
    ("Paris", "PERSON"),
)
NUMBERS = count()


def analysis(text: str = TEXT, found: tuple[tuple[str, str], ...] = FOUND) -> Analysis:
    mentions: dict[int, Mention] = {}
    for form, label in found:
        for start, end in found_in(text, form):
            if not any(start < mention.end and mention.start < end for mention in mentions.values()):
                category = Category.PERSON if label == "PERSON" else Category.PLACE
                mentions[start] = Mention(start, end, label, category)
    entities = resolve(text, mentions.values(), ENGLISH)
    return Analysis("0" * 64, "test 1", tuple(entities), 1, 1)


def says(
    verdict: Verdict, of: str, at: str = "", *, nth: int = 0, scope: Scope = Scope.ARTICLE, **more: Any
) -> Correction:
    """A correction of the entity of that name, made on the `nth` place where `at` stands."""
    entity = next((each for each in analysis().entities if each.name == of), None)
    subject = Subject.of(entity) if entity else Subject(None, None, of, (of,))
    start, end = found_in(TEXT, at)[nth] if at else (None, None)
    moment = datetime(2024, 6, 19, tzinfo=UTC)
    return Correction(f"c{next(NUMBERS)}", verdict, scope, subject, moment, at, start, end, **more)


def corrected(*corrections: Correction, text: str = TEXT) -> Corrected:
    return apply(analysis(text), corrections, text)


def names(result: Corrected) -> dict[str, list[str]]:
    """The texts of the mentions of each entity by its name."""
    return {each.name: [TEXT[m.start : m.end] for m in each.mentions] for each in result.analysis.entities}


def entity(result: Corrected, name: str) -> Any:
    return next(each for each in result.analysis.entities if each.name == name)


def test_without_corrections_it_is_the_machines_own_analysis() -> None:
    machine = analysis()
    assert apply(machine, (), TEXT).analysis is machine


def test_the_machines_analysis_is_never_changed() -> None:
    machine, before = analysis(), analysis()
    result = apply(machine, [says(Verdict.NOT_AN_ENTITY, "Paris")], TEXT)
    assert machine == before
    assert result.machine is machine


def test_not_an_entity_takes_it_away_and_keeps_it_among_the_rejected() -> None:
    wrong = says(Verdict.NOT_AN_ENTITY, "Monday Bank")
    result = corrected(wrong)
    assert "Monday Bank" not in names(result)
    assert [(each.entity.name, each.corrections) for each in result.rejected] == [("Monday Bank", (wrong.id,))]
    assert result.touching("person:monday-bank") == (wrong.id,)


def test_not_an_entity_for_one_mention_leaves_the_others() -> None:
    result = corrected(says(Verdict.NOT_AN_ENTITY, "Paris", "Paris", nth=1, scope=Scope.MENTION))
    (left,) = entity(result, "Paris").mentions
    assert left.start == found_in(TEXT, "Paris")[0][0]


def test_is_a_changes_the_category_of_all_mentions_and_keeps_the_id() -> None:
    paris = entity(corrected(says(Verdict.IS_A, "Paris", category=Category.PLACE)), "Paris")
    assert (paris.category, paris.id) == (Category.PLACE, "person:paris")
    assert {(mention.category, mention.label) for mention in paris.mentions} == {(Category.PLACE, "GPE")}


def test_is_a_for_one_mention_makes_an_entity_of_its_own() -> None:
    result = corrected(says(Verdict.IS_A, "Paris", "Paris", nth=1, scope=Scope.MENTION, category=Category.PLACE))
    kinds = [(each.id, len(each.mentions)) for each in result.analysis.entities if each.name == "Paris"]
    assert kinds == [("person:paris", 1), ("place:paris", 1)]
    assert result.provenance("place:paris") is Provenance.PERSON
    assert result.provenance("person:paris") is Provenance.MACHINE


def test_is_named_gives_a_name_that_the_text_need_not_have() -> None:
    result = corrected(says(Verdict.IS_NAMED, "Vladimir Putin", name="Vladimir Vladimirovich Putin"))
    putin = entity(result, "Vladimir Vladimirovich Putin")
    assert putin.aliases == ("Putin", "Vladimir Putin")
    assert result.provenance(putin.id) is Provenance.PERSON


def test_same_as_merges_and_says_where_the_id_went() -> None:
    result = corrected(says(Verdict.SAME_AS, "May Lee", other=Subject.of(entity(corrected(), "Ann Lee"))))
    assert names(result)["Ann Lee"] == ["May Lee", "Ann Lee", "Ann Lee"]
    assert result.entity_id("person:may-lee") == "person:ann-lee"
    assert entity(result, "Ann Lee").aliases == ("May Lee",)
    assert "You said that May Lee is Ann Lee." in entity(result, "Ann Lee").reasons


def test_not_the_same_splits_a_form_off() -> None:
    result = corrected(says(Verdict.NOT_SAME_AS, "Vladimir Putin", "Putin", nth=1))
    assert names(result)["Vladimir Putin"] == ["Vladimir Putin"]
    assert names(result)["Putin"] == ["Putin", "Putin"]


def test_not_the_same_splits_one_mention_off() -> None:
    result = corrected(says(Verdict.NOT_SAME_AS, "Vladimir Putin", "Putin", nth=1, scope=Scope.MENTION))
    assert names(result)["Vladimir Putin"] == ["Vladimir Putin", "Putin"]
    assert names(result)["Putin"] == ["Putin"]


def test_a_mention_grows() -> None:
    result = corrected(says(Verdict.BOUNDARY, "Kim Jong", "Kim Jong", new_quote="Kim Jong Un"))
    assert names(result)["Kim Jong Un"] == ["Kim Jong Un"]
    assert result.mention_provenance(TEXT.index("Kim")) is Provenance.PERSON


def test_a_mention_that_grows_takes_the_place_of_what_it_covers() -> None:
    result = corrected(says(Verdict.BOUNDARY, "Ann Lee", "Ann Lee", lead=-12, new_quote="May Lee and Ann Lee"))
    assert "May Lee" not in names(result)


def test_a_mention_shrinks_at_the_front() -> None:
    result = corrected(says(Verdict.BOUNDARY, "Monday Bank", "Monday Bank", lead=7, new_quote="Bank"))
    assert names(result)["Bank"] == ["Bank"]


def test_a_missed_mention_takes_the_same_strings_along_across_line_wraps() -> None:
    added = says(Verdict.MISSED, "Zed Corp", "Zed Corp", category=Category.ORGANISATION)
    result = corrected(added)
    assert names(result)["Zed Corp"] == ["Zed Corp", "Zed\nCorp"]
    assert entity(result, "Zed Corp").id == "organisation:zed-corp"
    assert result.mentions == {start: (added.id,) for start, _ in found_in(TEXT, "Zed Corp")}


def test_a_missed_mention_alone() -> None:
    result = corrected(
        says(Verdict.MISSED, "Zed Corp", "Zed Corp", scope=Scope.MENTION, category=Category.ORGANISATION)
    )
    assert names(result)["Zed Corp"] == ["Zed Corp"]


def test_a_missed_mention_of_a_known_entity_joins_it() -> None:
    machine = analysis(found=(("Vladimir Putin", "PERSON"),))
    added = says(Verdict.MISSED, "Vladimir Putin", "Putin", nth=1, category=Category.PERSON, name="Vladimir Putin")
    (putin,) = apply(machine, [added], TEXT).analysis.entities
    assert [TEXT[m.start : m.end] for m in putin.mentions] == ["Vladimir Putin", "Putin", "Putin"]


def test_a_correction_finds_its_entity_when_another_analysis_gave_it_another_id() -> None:
    renamed = says(Verdict.IS_NAMED, "Paris", "Paris", name="Paris Hilton")
    machine = analysis(found=(("Paris", "GPE"),))
    assert [each.name for each in apply(machine, [renamed], TEXT).analysis.entities] == ["Paris Hilton"]


def test_corrections_build_on_each_other() -> None:
    grown = says(Verdict.BOUNDARY, "Kim Jong", "Kim Jong", new_quote="Kim Jong Un")
    subject = Subject.of(entity(corrected(grown), "Kim Jong Un"))
    moment = datetime(2024, 6, 19, tzinfo=UTC)
    named = Correction("named", Verdict.IS_NAMED, Scope.ARTICLE, subject, moment, name="Kim the Third")
    assert names(corrected(grown, named))["Kim the Third"] == ["Kim Jong Un"]


def test_what_finds_nothing_is_idle() -> None:
    lost = says(Verdict.NOT_AN_ENTITY, "Nobody Here")
    result = corrected(lost)
    assert result.idle == (lost.id,)
    assert result.analysis is result.machine


@pytest.mark.parametrize("verdict", list(Verdict))
def test_every_verdict_applied_twice_does_no_harm(verdict: Verdict) -> None:
    other = Subject.of(entity(corrected(), "Ann Lee"))
    one = says(verdict, "May Lee", "May Lee", category=Category.PLACE, name="May", other=other, lead=4, new_quote="Lee")
    result = corrected(one, one)
    spans = sorted((m.start, m.end) for each in result.analysis.entities for m in each.mentions)
    assert all(before[1] <= after[0] for before, after in pairwise(spans))
    assert [each.mentions[0].start for each in result.analysis.entities] == sorted(
        each.mentions[0].start for each in result.analysis.entities
    )


def elsewhere(correction: Correction) -> Correction:
    """The same as it comes from the gazetteer."""
    subject = Subject(None, correction.subject.category, correction.subject.name, correction.subject.forms)
    return Correction(
        correction.id, correction.verdict, Scope.EVERYWHERE, subject, correction.created, correction.quote,
        category=correction.category, name=correction.name, other=correction.other, here=False,
    )  # fmt: skip


def test_what_comes_from_the_gazetteer_is_marked_as_a_suggestion() -> None:
    result = corrected(elsewhere(says(Verdict.IS_A, "Paris", category=Category.PLACE)))
    paris = entity(result, "Paris")
    assert paris.category is Category.PLACE
    assert result.provenance(paris.id) is Provenance.GAZETTEER


def test_the_gazetteer_means_what_goes_by_the_name_and_not_who_shares_a_part_of_it() -> None:
    lee = Correction(
        "c", Verdict.IS_NAMED, Scope.EVERYWHERE, Subject(None, None, "Lee", ("Lee",)),
        datetime(2024, 6, 19, tzinfo=UTC), name="Lee Kuan Yew", here=False,
    )  # fmt: skip
    assert corrected(lee).idle == ("c",)


def test_an_alias_of_the_gazetteer_gives_the_known_name() -> None:
    merged = elsewhere(says(Verdict.SAME_AS, "Paris", other=Subject(None, Category.PERSON, "Paris Hilton", ())))
    assert names(corrected(merged))["Paris Hilton"] == ["Paris", "Paris"]


def test_a_string_of_the_gazetteer_is_marked_where_nothing_is() -> None:
    known = elsewhere(says(Verdict.MISSED, "Zed Corp", category=Category.ORGANISATION))
    result = corrected(known)
    assert names(result)["Zed Corp"] == ["Zed Corp", "Zed\nCorp"]
    assert result.mention_provenance(TEXT.index("Zed")) is Provenance.GAZETTEER


def test_strings_are_whole_words_but_where_no_blanks_are_written() -> None:
    assert found_in("Paris, Parisian and Paris.", "Paris") == ((0, 5), (20, 25))
    assert found_in("在北京大学", "北京") == ((1, 3),)
