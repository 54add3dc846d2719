"""A JSON object whose values are looked at before they are believed: what was written may be damaged."""

from __future__ import annotations

import json
from typing import Any, Self


class JsonObject:
    """An object of JSON. Each method gives the value of a name, and raises ValueError if it is of another kind."""

    def __init__(self, value: object) -> None:
        if not isinstance(value, dict):
            raise ValueError("no JSON object")
        self._values: dict[str, Any] = value

    @classmethod
    def parse(cls, text: str) -> Self:
        """The object that is written there."""
        try:
            return cls(json.loads(text))
        except RecursionError as error:
            raise ValueError("nested too deep") from error

    def text(self, name: str, otherwise: str | None = None) -> str:
        """A text of Unicode; `otherwise`, if that is given, where there is nothing of the name."""
        value = self._values.get(name, otherwise)
        if not isinstance(value, str):
            raise ValueError(f"{name} is no text")
        value.encode("utf-8")  # half of a pair of surrogates is a ValueError
        return value

    def text_or_none(self, name: str) -> str | None:
        """A text of Unicode; None where there is none."""
        return None if self._values.get(name) is None else self.text(name)

    def number(self, name: str, otherwise: int | None = None) -> int:
        """A whole number of 64 bits; `otherwise`, if that is given, where there is nothing of the name."""
        value = self._values.get(name, otherwise)
        if not isinstance(value, int) or not -(2**63) <= value < 2**63:
            raise ValueError(f"{name} is no number")
        return value

    def part(self, name: str) -> JsonObject:
        """An object inside this one."""
        return JsonObject(self._values.get(name))

    def part_or_none(self, name: str) -> JsonObject | None:
        """An object inside this one; None where there is none."""
        return None if self._values.get(name) is None else self.part(name)

    def parts(self, name: str) -> tuple[JsonObject, ...]:
        """A list of objects; empty where there is none."""
        return tuple(map(JsonObject, self._list(name)))

    def texts(self, name: str) -> tuple[str, ...]:
        """A list of texts; empty where there is none."""
        return tuple(JsonObject({name: each}).text(name) for each in self._list(name))

    def numbers(self, name: str) -> tuple[int, ...]:
        """A list of whole numbers; empty where there is none."""
        return tuple(JsonObject({name: each}).number(name) for each in self._list(name))

    def _list(self, name: str) -> list[object]:
        value = self._values.get(name, [])
        if not isinstance(value, list):
            raise ValueError(f"{name} is no list")
        return value
