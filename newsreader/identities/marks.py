"""Marks: what an article says of a bearer of a name, in one short string, and when two cannot be of one bearer."""

from __future__ import annotations

from typing import TYPE_CHECKING

if TYPE_CHECKING:
    from collections.abc import Mapping

_ERA = 40
"""Years that make an era: whoever is two eras later another thing, or from elsewhere, is somebody else."""
_UNKNOWN = "*"
_TOLD = ("as", "from", "sex", "in")
"""The kinds that a reader is told of, in this order."""


def written(values: Mapping[str, str], year: int | None) -> str:
    """Return what an article of a year says, as parts `kind=value` in order of the alphabet, separated by `;`."""
    era = {"era": str(year // _ERA)} if year and {"as", "from"} & values.keys() else {}
    return ";".join(f"{kind}={value}" for kind, value in sorted({**values, **era}.items()))


def are_apart(one: str, other: str) -> bool:
    """Whether what two marks say cannot be said of one bearer: what is not said decides nothing.

    A person may change office, country or live long, but not two of these, and nobody is Mr and Mrs. A place is not in
    two others unless one of them is in the other.
    """
    first, second = said(one), said(other)
    differ = {kind for kind in first.keys() & second.keys() if first[kind] != second[kind]}
    if "in" in differ and _are_elsewhere(first["in"], second["in"]):
        return True
    if "era" in differ and abs(int(first["era"]) - int(second["era"])) < 2:
        differ.discard("era")
    return "sex" in differ or len(differ - {"in"}) > 1


def why_apart(one: str, other: str) -> str:
    """What two marks say that cannot be of one bearer, in words: `forces, Ireland – science, United States`."""
    first, second = said(one), said(other)
    differ = [kind for kind in _TOLD if kind in first and kind in second and first[kind] != second[kind]]
    sides = (", ".join(_in_words(kind, values[kind]) for kind in differ) for values in (first, second))
    return " – ".join(sides) if differ else ""


def _in_words(kind: str, value: str) -> str:
    place = value.split("/")[-1]
    return {"as": value, "sex": value}.get(kind, place.title())


def said(mark: str) -> dict[str, str]:
    """What a mark says, by kind."""
    return dict(part.split("=", 1) for part in mark.split(";")) if mark else {}


def _are_elsewhere(one: str, other: str) -> bool:
    steps = zip(one.split("/"), other.split("/"), strict=False)
    return any(a != b and _UNKNOWN not in (a, b) for a, b in steps)
