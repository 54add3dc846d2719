"""Names, entities and times against annotated documents: the figures of docs/figures.md, and what each rule is worth.

Run `python benchmarks/quality.py GOLD.jsonl … [--model PACKAGE] [--errors] [--only CLASS] [--without RULE …]`, or with
`--worth` for the table of rules. A line of GOLD is `{"id", "text", "published", "limit"?, "names"?, "times"?}`: names
are `{"start", "end", "type": PER|LOC|ORG|other, "entity"?}`, times `{"start", "end", "type", "value"}` (TIMEX3).
Offsets are code points into `text`, end exclusive; with `limit` only so many code points are annotated.

Printed for each file: names strict (span and category) and overlap (same category), the grouping of names into entities
as B-cubed and as pairs over the mentions both sides have, times relaxed and with the right value; F1 in per cent, and
in brackets precision and recall. `--errors` lists what is wrong, by class, and says how often names of each confidence
are right. `--capitals` reads the texts as if they were written in capitals throughout. `--without` leaves a pass, a
refinement, an alias rule, a pattern or a word list out; `--worth` leaves each out in turn and prints by how much every
score falls or rises.
"""

from __future__ import annotations

import argparse
from pathlib import Path
from typing import TYPE_CHECKING

from quality_errors import report
from quality_rules import chosen, leave_out, rules
from quality_scores import article_of, compared, in_capitals, read, scores
from quality_worth import Figures, Worth, recognised, worth

from newsreader.analysis.in_process import Analyser

if TYPE_CHECKING:
    from collections.abc import Iterator

COLUMNS = ("names, strict", "entities, B-cubed", "times, value")
"""The scores in the table of rules."""


def main() -> None:
    """Print the figures, and the errors if asked to, or the table of rules."""
    given = _options()
    if given.worth:
        for line in table(given.gold, given.model, given.only_rules, given.jobs):
            print(line, flush=True)
        return
    leave_out(given.without)
    analyser = Analyser(given.model)
    for path in given.gold:
        given_fields = (in_capitals(fields) if given.capitals else fields for fields in read(path))
        articles = [(fields, article_of(fields)) for fields in given_fields]
        documents = [compared(fields, article, analyser.analyse(article)) for fields, article in articles]
        print(f"\n{path.name}: {len(documents)} documents, {analyser.model}; F1 (precision/recall) in per cent")
        for name, score in scores(documents).items():
            print(f"  {name:22} {score}")
        if given.errors or given.only:
            for line in report(documents, given.only):
                print(f"  {line}")


def _options() -> argparse.Namespace:
    parser = argparse.ArgumentParser(description=(__doc__ or "").splitlines()[0])
    parser.add_argument("gold", nargs="+", type=Path)
    parser.add_argument("--model")
    parser.add_argument("--capitals", action="store_true", help="read the texts in capitals")
    parser.add_argument("--errors", action="store_true", help="list what is wrong, by class")
    parser.add_argument("--only", metavar="CLASS", help="list only the errors of this class")
    parser.add_argument("--without", action="append", default=[], metavar="RULE", help="leave this out; repeatable")
    parser.add_argument("--worth", action="store_true", help="print what each rule is worth")
    parser.add_argument(
        "--rules", dest="only_rules", action="append", help="only rules whose name has this in it; repeatable"
    )
    parser.add_argument("--jobs", type=int, default=1, help="processes for --worth")
    given = parser.parse_args()
    try:
        given.without = chosen(given.without)
    except ValueError as error:
        parser.error(str(error))
    return given


def table(gold: list[Path], model: str | None, only: list[str] | None, jobs: int) -> Iterator[str]:
    """Yield the lines of the table in Markdown: what each score loses, in points of F1, without a rule.

    A minus says that the score is better without it. Scores that stay the same are empty; `documents` are those in
    which anything at all is found, named, joined or rated otherwise.
    """
    raws = recognised(gold, model)
    asked = [None, *(rule for rule in rules() if not only or any(part in rule.name for part in only))]
    found = worth(raws, asked, jobs)
    whole = next(found)
    if whole.trouble:
        raise SystemExit(whole.trouble)
    columns = [(file, score) for file, figures in whole.figures.items() for score in COLUMNS if score in figures]
    titles = [f"{file}: {score.split(',')[0]}" for file, score in columns]
    yield f"| rule | {' | '.join(('documents', *titles))} | what it is for |"
    yield "|---|" + "--:|" * (len(columns) + 1) + "---|"
    yield _row("(all)", len(whole.outputs), [f"{whole.figures[file][score]:.2f}" for file, score in columns], "")
    for each in found:
        if each.rule:
            yield _row(f"`{each.rule.name}`", *_losses(whole, each, columns), each.rule.why.replace("|", "¦"))


def _losses(whole: Worth, each: Worth, columns: list[tuple[str, str]]) -> tuple[int | str, list[str]]:
    if each.trouble:
        return each.trouble, ["" for _ in columns]
    changed = sum(a != b for a, b in zip(whole.outputs, each.outputs, strict=True))
    return changed, [_loss(whole.figures[file], each.figures[file], score) for file, score in columns]


def _loss(whole: Figures, without: Figures, score: str) -> str:
    loss = round(whole[score] - without.get(score, 0.0), 2)
    return f"{loss:+.2f}" if loss else ""


def _row(name: str, documents: int | str, cells: list[str], why: str) -> str:
    return f"| {' | '.join((name, str(documents), *cells, why))} |"


if __name__ == "__main__":
    main()
