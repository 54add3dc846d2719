"""Whatever is said to be an export of another program: what can be taken, or one sentence that says why nothing can."""

from __future__ import annotations

import json
import random
from contextlib import suppress
from typing import TYPE_CHECKING

import others
import pytest
from fuzzing import assert_printable, fuzzed
from fuzzing import mutated as mutated_document
from hypothesis import given
from hypothesis import strategies as st

from newsreader.annotations.journal_check import check_journals
from newsreader.intake.elsewhere import registry
from newsreader.intake.elsewhere.bundle import Bundle
from newsreader.intake.elsewhere.items import SavedArticle
from newsreader.intake.elsewhere.registry import PROGRAMS
from newsreader.intake.taken_in_words import sentences
from newsreader.intake.taking import Taken, take
from newsreader.sources.errors import SourceError
from newsreader.store.library import Library

if TYPE_CHECKING:
    from collections.abc import Callable
    from pathlib import Path

MAKERS: dict[str, Callable[[Path], Path]] = {
    "opml": lambda path: others.kept(path.parent, others.OPML["FreshRSS"], path.name),
    "newsboat-urls": lambda path: others.kept(path.parent, others.URLS, path.name),
    "newsboat-cache": others.cache_db,
    "pocket": lambda path: others.zipped(
        path, {"part_000000.csv": others.POCKET, "annotations/part_000000.json": others.POCKET_HIGHLIGHTS}
    ),
    "instapaper": lambda path: others.kept(path.parent, others.INSTAPAPER, path.name),
    "wallabag": lambda path: others.kept(path.parent, others.WALLABAG, path.name),
    "web-annotations": lambda path: others.kept(path.parent, others.HYPOTHESIS, path.name),
    "omnivore": lambda path: others.zipped(path, others.OMNIVORE),
    "readwise": lambda path: others.kept(path.parent, others.READWISE, path.name),
}


def mutated(data: bytes, chance: random.Random) -> bytes:
    """Bytes of which some are others, gone, there twice, or cut off."""
    changed = bytearray(data)
    for _ in range(chance.randint(1, 12)):
        start = chance.randrange(len(changed) + 1)
        end = min(len(changed), start + chance.randint(0, 40))
        kind = chance.randrange(5)
        if kind == 0:
            changed[start:end] = chance.randbytes(end - start)
        elif kind == 1:
            del changed[start:end]
        elif kind == 2:
            changed[start:start] = changed[start:end] * chance.randint(1, 30)
        elif kind == 3:
            changed[start:end] = chance.choice([b"\0", b"\xff\xfe", b"\x1b]52;", b'"', b"<", b"{", b"\r", b","])
        elif changed and chance.random() < 0.3:
            del changed[start:]
    return bytes(changed)


def test_every_program_is_tried() -> None:
    assert sorted(MAKERS) == sorted(PROGRAMS)


@pytest.mark.parametrize("program", PROGRAMS)
@fuzzed
@given(seed=st.integers(0, 2**32))
def test_what_was_changed_gives_items_or_a_sentence(tmp_path: Path, program: str, seed: int) -> None:
    path = tmp_path / "export"
    path.unlink(missing_ok=True)
    data = MAKERS[program](path).read_bytes()
    path.write_bytes(mutated(data, random.Random(seed)))
    for named in (program, None):
        try:
            found = others.items(path, named)
        except SourceError as error:
            assert_printable(str(error))
        else:
            for each in others.articles(found):
                assert_printable(f"{each.title}{each.address}{each.byline}{''.join(each.tags)}")
            for said in others.left_out(found):
                assert_printable(said)


@pytest.mark.parametrize(
    ("program", "name", "document"),
    [
        ("wallabag", "export.json", json.loads(others.WALLABAG)),
        ("web-annotations", "export.json", json.loads(others.HYPOTHESIS)),
        ("omnivore", "metadata_0_to_20.json", json.loads(others.OMNIVORE["metadata_0_to_20.json"])),
        ("pocket", "annotations/part.json", json.loads(others.POCKET_HIGHLIGHTS)),
    ],
)
@fuzzed
@given(data=st.data())
def test_json_of_another_form_is_taken_as_far_as_it_says_anything(
    tmp_path: Path, program: str, name: str, document: object, data: st.DataObject
) -> None:
    text = json.dumps(data.draw(mutated_document(document)))
    folder = tmp_path / "export"
    files = {"part_000000.csv": others.POCKET, name: text} if program == "pocket" else {name: text}
    others.unpacked(folder, files)
    path = folder / name if name == "export.json" else folder
    with Library.in_memory() as library:
        taken = Taken()
        with suppress(SourceError):
            take(library, path.name, registry.read(Bundle(path), program), taken)
        for sentence in sentences(taken):
            assert_printable(sentence)
        assert check_journals(library) == []


@pytest.mark.parametrize("program", PROGRAMS)
@fuzzed
@given(seed=st.integers(0, 2**32))
def test_what_can_be_taken_of_it_is_in_the_library_once(tmp_path: Path, program: str, seed: int) -> None:
    path = tmp_path / "export"
    path.unlink(missing_ok=True)
    path.write_bytes(mutated(MAKERS[program](path).read_bytes(), random.Random(seed)))
    with Library.in_memory() as library:
        for _ in range(2):
            taken = Taken()
            with suppress(SourceError):
                take(library, path.name, registry.read(Bundle(path), program), taken)
            for sentence in sentences(taken):
                assert_printable(sentence)
            with library.reading() as unit:
                assert unit.articles.count() <= taken.new[SavedArticle] + taken.known[SavedArticle]
        assert not taken.new
        assert taken.annotations == 0
        assert check_journals(library) == []
