"""The preferred name of an entity: the fullest natural one among those the article uses."""

from __future__ import annotations

from collections import Counter
from typing import TYPE_CHECKING

from newsreader.entity import Category
from newsreader.languages.english.names import key
from newsreader.languages.english.shapes import is_latin
from newsreader.languages.english.words.countries import COUNTRY_OF_NAME
from newsreader.languages.english.words.organisations import CORPORATE

if TYPE_CHECKING:
    from newsreader.languages.groups import Group

_SHORTEST_SHOUT = 5
"""Letters from which a name in capitals is taken for shouting, not for an acronym."""


def preferred(group: Group) -> str:
    """Return the name the reader is shown for a group."""
    counts = Counter(group.forms)
    usual = {COUNTRY_OF_NAME.get(form) for form in counts} if group.category is Category.PLACE else set()
    for form in counts:
        if form in usual:
            return form
    written_out = _without_codes(list(counts)) if group.category is Category.ORGANISATION else list(counts)
    best = max(written_out, key=lambda form: (_fullness(form, group.category), counts[form], -group.forms.index(form)))
    return _calm(best, group.category)


def _without_codes(forms: list[str]) -> list[str]:
    """Return the forms without acronyms and codes in capitals where another name is written out."""
    keys = {key(form) for form in forms if not form.isupper()}
    return [form for form in forms if not form.isupper() or keys <= {key(form)}]


def _fullness(form: str, category: Category) -> tuple[bool, int, bool, int, int]:
    """Return how full and natural a form is; legal forms and capitals count for nothing, other scripts for less."""
    words = key(form).split()
    if category is Category.ORGANISATION:
        while len(words) > 1 and words[-1] in CORPORATE - {"company", "group"}:
            words.pop()
    shout = form.isupper() and len(form) >= _SHORTEST_SHOUT
    return (
        is_latin(form[:1]),
        len(words),
        not shout,
        len(words) - len(key(form).split()),
        sum(len(word) for word in words),
    )


def _calm(form: str, category: Category) -> str:
    """Return a shouted name of a person or place as it would stand in a sentence."""
    if category is Category.ORGANISATION or not form.isupper() or len(form) < _SHORTEST_SHOUT or "." in form:
        return form
    return form.title()
