"""From mentions to entities, by what a language says and no more."""

from __future__ import annotations

from dataclasses import replace

from newsreader.entities.resolve import resolve
from newsreader.entity import Category, Mention
from newsreader.languages import PLAIN
from newsreader.languages.groups import Group, parted
from newsreader.languages.record import Aliases

TEXT = "Ann Lee, Lee, ann lee, Lee"


def mentions() -> list[Mention]:
    places = ((0, 7), (9, 12), (14, 21), (23, 26))
    return [Mention(start, end, "PERSON", Category.PERSON) for start, end in reversed(places)]


def test_without_rules_the_same_string_is_the_same_entity() -> None:
    ann, lee = resolve(TEXT, mentions(), PLAIN)
    assert (ann.id, ann.name, ann.aliases) == ("person:ann-lee", "Ann Lee", ("ann lee",))
    assert (lee.name, [mention.start for mention in lee.mentions]) == ("Lee", [9, 23])


def test_the_same_string_in_two_categories_is_two_entities() -> None:
    place = Mention(9, 12, "GPE", Category.PLACE)
    found = resolve(TEXT, [place, Mention(23, 26, "PERSON", Category.PERSON)], PLAIN)
    assert [entity.id for entity in found] == ["place:lee", "person:lee"]


def test_the_rules_of_the_language_bring_groups_together() -> None:
    def all_people(_text: str, groups: list[Group]) -> list[Group]:
        (first, *rest), others = parted(groups, Category.PERSON)
        for group in rest:
            first.absorb(group, "They are one.")
        return [*others, first]

    aliases = Aliases(lambda _text, _start, _category, form: form, (all_people,))
    (whole,) = resolve(TEXT, mentions(), replace(PLAIN, aliases=lambda: aliases))
    assert len(whole.mentions) == 4
    assert whole.reasons == ("They are one.",)
