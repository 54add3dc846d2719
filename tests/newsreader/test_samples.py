"""The sample articles against what a reader of each would mark: every name, every date, title, place and day.

`tests/gold/samples/NAME.json` has under `names` the entities with all forms in which the article has them. A form
stands for itself wherever it is a word of its own and no part of a longer one, among them those that are no names
(`no_names`) and those on which readers differ (`open`), which may be found or not. A list of categories names equally
right ones. Under `times` it has every time expression in reading order with its TIMEX3 value, that of an unknown day
(`XXXX-XX-XX`) where only an event says when; under `article` what is said of the article.
"""

from __future__ import annotations

import json
import re
from dataclasses import dataclass
from datetime import date
from pathlib import Path
from typing import TYPE_CHECKING, Any

import pytest

from newsreader import resources
from newsreader.analysis.in_process import Analyser
from newsreader.dossier.gather import Wanted, gather
from newsreader.entity import Category
from newsreader.index.index import Index
from newsreader.sources import load
from newsreader.store.library import Library

if TYPE_CHECKING:
    from newsreader.article import Article
    from newsreader.entity import Analysis

GOLD = Path(__file__).parent.parent / "gold" / "samples"
SAMPLES = {path.stem: path for path in resources.samples()}

Span = tuple[int, int]


@dataclass(frozen=True)
class Sample:
    """A sample with what is annotated in it and what was found."""

    article: Article
    analysis: Analysis
    gold: dict[str, Any]

    def shown(self, span: Span) -> str:
        return f"{span[0]} {self.article.text[max(0, span[0] - 20) : span[1] + 20]!r}"


@pytest.fixture(scope="module")
def analyser() -> Analyser:
    return Analyser()


@pytest.fixture(scope="module", params=sorted(SAMPLES))
def sample(request: pytest.FixtureRequest, analyser: Analyser) -> Sample:
    article = load(str(SAMPLES[request.param]))
    gold = json.loads((GOLD / f"{request.param}.json").read_text("utf-8"))
    return Sample(article, analyser.analyse(article), gold)


def annotated(sample: Sample) -> dict[Span, int | str]:
    """Where each form stands: the number of its entity, or the list of those that are none."""
    names = sample.gold["names"]
    owners: dict[str, int | str] = {form: kind for kind in ("no_names", "open") for form in names[kind]}
    owners |= {form: index for index, entity in enumerate(names["entities"]) for form in entity["forms"]}
    longest = sorted(owners, key=len, reverse=True)
    pattern = re.compile(rf"(?<![\w’'-])(?:{'|'.join(map(re.escape, longest))})(?![\w-])")
    return {match.span(): owners[match[0]] for match in pattern.finditer(sample.article.text)}


def found(sample: Sample) -> dict[Span, tuple[str, str]]:
    """Where names were found, with the category and the entity."""
    return {
        (mention.start, mention.end): (entity.category.value, entity.id)
        for entity in sample.analysis.entities
        if entity.category is not Category.DATE
        for mention in entity.mentions
    }


def test_every_name_is_found_and_nothing_else(sample: Sample) -> None:
    names, entities = found(sample), sample.gold["names"]["entities"]
    gold = annotated(sample)
    unsure = [span for span, owner in gold.items() if owner == "open"]
    missed = [
        (sample.shown(span), entities[owner]["category"], names.get(span, ("nothing", ""))[0])
        for span, owner in gold.items()
        if isinstance(owner, int) and names.get(span, ("", ""))[0] not in entities[owner]["category"]
    ]
    spurious = [
        (sample.shown(span), category)
        for span, (category, _) in names.items()
        if not isinstance(gold.get(span), int) and not any(start < span[1] and span[0] < end for start, end in unsure)
    ]
    assert (missed, spurious) == ([], [])


def test_one_thing_is_one_entity(sample: Sample) -> None:
    names, entities = found(sample), sample.gold["names"]["entities"]
    pairs = {
        (owner, names[span][1]) for span, owner in annotated(sample).items() if isinstance(owner, int) and span in names
    }
    split = [entities[owner]["forms"] for owner in {a for a, _ in pairs} if sum(a == owner for a, _ in pairs) > 1]
    mixed = [name for name in {b for _, b in pairs} if sum(b == name for _, b in pairs) > 1]
    assert (split, mixed) == ([], [])


def test_every_date_is_found_with_its_value_and_nothing_else(sample: Sample) -> None:
    text, at = sample.article.text, 0
    gold: list[tuple[int, int, str]] = []
    for words, value in sample.gold["times"]:
        start = re.compile(rf"(?<!\w){re.escape(words)}(?!\w)").search(text, at)
        assert start, words
        at = start.end()
        gold.append((start.start(), at, value))
    times = sorted(
        (mention.start, mention.end, mention.time.value)
        for entity in sample.analysis.entities
        for mention in entity.mentions
        if mention.time
    )
    missed = [
        (sample.shown((start, end)), value)
        for start, end, value in gold
        if not any(a < end and start < b and found == value for a, b, found in times)
    ]
    spurious = [
        (sample.shown((start, end)), value)
        for start, end, value in times
        if not any(a < end and start < b and found == value for a, b, found in gold)
    ]
    assert (missed, spurious) == ([], [])
    assert len(times) == len(gold)


def test_what_is_said_of_the_article(sample: Sample) -> None:
    metadata, gold = sample.article.metadata, sample.gold["article"]
    assert {name: getattr(metadata, name) for name in gold} == gold | {
        "published": date.fromisoformat(gold["published"])
    }


def test_two_of_one_name_are_apart_and_each_has_a_dossier_that_says_so(analyser: Analyser, tmp_path: Path) -> None:
    with Library.open(tmp_path / "library.db") as library, Index.open(tmp_path / "library.db", tmp_path) as index:
        for path in (SAMPLES["collins-apollo"], SAMPLES["collins-centenary"]):
            article = load(str(path))
            with library.writing() as unit:
                record = unit.articles.remember(article)
            index.follow(library)
            assert index.name(record, article, analyser.analyse(article), "rules")
        both = index.things.called("Michael Collins", 5)
        dossiers = {gather(library, index, Wanted(each)).mentions[0].source.title: each for each in both}
        one, other = (dossiers[title(which)] for which in ("collins-apollo", "collins-centenary"))
        assert len(both) == 2
        why = f"({other.id}: science, United States – forces, Ireland)"
        assert gather(library, index, Wanted(one)).namesakes == (f"Michael Collins {why}",)
        why = f"({one.id}: forces, Ireland – science, United States)"
        assert gather(library, index, Wanted(other)).namesakes == (f"Michael Collins {why}",)


def title(sample: str) -> str:
    return str(json.loads((GOLD / f"{sample}.json").read_text("utf-8"))["article"]["title"])
