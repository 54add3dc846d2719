"""How long it takes to lay corrections over the analysis of a very long article.

    python benchmarks/corrections.py [WORDS] [MENTIONS] [--short]

The text has a million words and 90,000 mentions of 9,000 entities. Laid over it are 200 corrections of every verdict,
then a name that was missed and stands 100,000 times. Prints Markdown; milliseconds, the median of the rounds and the
worst of them. `--short` takes a tenth of all.
"""

from __future__ import annotations

import argparse
import time
from datetime import UTC, datetime
from statistics import median

from newsreader.annotations.corrections import Correction, Scope, Subject, Verdict, apply
from newsreader.entity import Analysis, Category, Entity, Mention

ROUNDS = 7
NOW = datetime(2026, 1, 1, tzinfo=UTC)
VERDICTS = tuple(verdict for verdict in Verdict if verdict is not Verdict.MISSED)


def made(words: int, mentions: int) -> tuple[str, Analysis]:
    """A text of so many words, every tenth of them missed, and its analysis."""
    names = max(1, mentions // 10)
    step, parts, spans, at = words // mentions, [], list[tuple[int, int]](), 0
    for number in range(mentions):
        name = f"Name{number % names}"
        rest = " ".join("Missed" if (number * step + word) % 10 == 0 else "word" for word in range(step - 1))
        spans.append((at, at + len(name)))
        parts.append(f"{name} {rest}")
        at += len(parts[-1]) + 1
    found: dict[int, list[Mention]] = {}
    for number, (start, end) in enumerate(spans):
        found.setdefault(number % names, []).append(Mention(start, end, "PERSON", Category.PERSON))
    entities = [
        Entity(f"person:name{number}", Category.PERSON, f"Name{number}", (), tuple(its), ())
        for number, its in found.items()
    ]
    return " ".join(parts), Analysis("0" * 64, "benchmark", tuple(entities), 1, 1)


def corrections(analysis: Analysis, count: int) -> list[Correction]:
    """So many, each on another entity and of each verdict in turn."""
    return [
        _correction(VERDICTS[n % len(VERDICTS)], analysis.entities[n], analysis.entities[-n - 1]) for n in range(count)
    ]


def _correction(verdict: Verdict, entity: Entity, other: Entity) -> Correction:
    mention = entity.mentions[0]
    return Correction(
        id=f"{verdict}-{entity.id}",
        verdict=verdict,
        scope=Scope.ARTICLE,
        subject=Subject.of(entity),
        created=NOW,
        quote=entity.name,
        start=mention.start,
        end=mention.end,
        category=Category.PLACE if verdict is Verdict.IS_A else None,
        name="Another Name" if verdict is Verdict.IS_NAMED else None,
        other=Subject.of(other) if verdict is Verdict.SAME_AS else None,
        new_quote=f"{entity.name} word"[: len(entity.name) - 1],
    )


def missed(form: str) -> Correction:
    """All that read so are persons."""
    return Correction("missed", Verdict.MISSED, Scope.ARTICLE, Subject(None, Category.PERSON, form, (form,)), NOW, form,
                      category=Category.PERSON)  # fmt: skip


def main() -> None:
    """Measure and print."""
    parser = argparse.ArgumentParser(description=__doc__, formatter_class=argparse.RawDescriptionHelpFormatter)
    parser.add_argument("words", nargs="?", type=int, default=1_000_000)
    parser.add_argument("mentions", nargs="?", type=int, default=90_000)
    parser.add_argument("--short", action="store_true")
    options = parser.parse_args()
    part = 10 if options.short else 1
    text, analysis = made(options.words // part, options.mentions // part)
    several = corrections(analysis, 200)
    cases = {
        "1 correction": several[:1],
        "200 corrections": several,
        f"a missed name that stands {text.count('Missed'):,} times": [missed("Missed")],
    }
    print(f"{options.words // part:,} words, {options.mentions // part:,} mentions\n")
    print("| laid over it | ms | ms worst |\n|---|--:|--:|")
    for name, known in cases.items():
        seconds = []
        for number in range(ROUNDS):
            # Another text each time, since the places of a form in a text are kept.
            fresh = f"{text}{' ' * number}"
            began = time.perf_counter()
            apply(analysis, known, fresh)
            seconds.append(time.perf_counter() - began)
        print(f"| {name} | {1000 * median(seconds):.0f} | {1000 * max(seconds):.0f} |")


if __name__ == "__main__":
    main()
