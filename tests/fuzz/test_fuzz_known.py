"""Whatever is said to be a file of known things: what can be known from it, and nothing that commands a terminal."""

from __future__ import annotations

import io
import json
import random
from typing import TYPE_CHECKING

from fuzzing import assert_printable, fuzzed, raw, values
from hypothesis import given
from hypothesis import strategies as st

from newsreader.identities.known import keys_of
from newsreader.intake.known.reading import FORMATS, LINES, MONEY, TABLE, Damaged, read, recognised
from newsreader.intake.known.taking import take
from newsreader.store.known import KnownThing
from newsreader.store.library import Library

if TYPE_CHECKING:
    from pathlib import Path

WHOLE = {
    TABLE: 'id,name,aliases,category,country\n1,"Ahlström, Karin",K|A,person,se\n2,Norrfors,,place,\n',
    LINES: '{"id": "1", "name": "Karin Ahlström", "category": "person", "aliases": ["K", "A"], "birth": "1962"}\n' * 2,
    MONEY: '{"id": "1", "schema": "Person", "properties": {"name": ["Karin"], "nationality": ["se"]}}\n' * 2,
}
FIELDS = ("id", "name", "aliases", "category", "country", "birth", "note", "address", "schema", "properties")


def things_in(data: bytes, form: str) -> list[KnownThing]:
    """The things in a file; each record is one, damaged, or another."""
    found = [*read(io.BytesIO(data), form)]
    assert all(each is None or isinstance(each, Damaged | KnownThing) for each in found)
    things = [each for each in found if isinstance(each, KnownThing)]
    for each in things:
        assert each.id
        assert each.name
        keys_of(each)
        for text in (each.id, each.name, *each.aliases, *each.countries, each.birth, each.note, each.address):
            assert_printable(text)
            assert "\n" not in text
    return things


@fuzzed
@given(raw(*WHOLE.values(), "\n", '"', ",", '{"', "\xff", "name,category\n"), st.sampled_from(FORMATS))
def test_any_bytes(data: bytes, form: str) -> None:
    recognised(io.BytesIO(data))
    things_in(data, form)


@fuzzed
@given(st.dictionaries(st.sampled_from(FIELDS), values | st.just("person")), st.sampled_from((LINES, MONEY)))
def test_any_record(record: dict[str, object], form: str) -> None:
    whole = WHOLE[form].encode()
    found = things_in(json.dumps(record).encode() + b"\n" + whole, form)
    assert found[-1] == things_in(whole, form)[-1]


@fuzzed
@given(st.sampled_from(FORMATS), st.integers())
def test_damaged_files_are_kept_as_what_is_whole_of_them(tmp_path: Path, form: str, seed: int) -> None:
    chance = random.Random(seed)
    data = bytearray(WHOLE[form].encode() * 3)
    for _ in range(chance.randint(1, 6)):
        start = chance.randrange(len(data))
        data[start : start + chance.randint(0, 5)] = chance.randbytes(chance.randint(0, 3))
    things = things_in(bytes(data), form)
    with Library.open(tmp_path / "library.db") as library:
        taken = take(library, "it", io.BytesIO(bytes(data)), form)
        assert taken.things == len({each.id for each in things})
        with library.reading() as unit:
            for each in {each.id: each for each in reversed(things)}.values():
                found = [thing for _, thing in unit.known.with_keys(keys_of(each))]
                assert each in found or not keys_of(each)
