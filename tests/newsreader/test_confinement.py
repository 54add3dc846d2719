"""What a reader in a browser may touch of the files of this machine: the samples, and nothing else."""

from __future__ import annotations

import os
from typing import TYPE_CHECKING

import pytest

from newsreader import confinement, resources, sources
from newsreader.exports.saving import new_file, write_whole
from newsreader.sources.errors import SourceError
from tui.base.path_input import completion

if TYPE_CHECKING:
    from pathlib import Path


@pytest.fixture
def confined(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(confinement, "_confined", False)
    monkeypatch.setattr(confinement, "_allowed", [])
    confinement.confine(resources.samples())


def test_without_it_every_file_may_be_read(tmp_path: Path) -> None:
    assert not confinement.is_confined()
    assert confinement.may_read(tmp_path / "any.txt")


@pytest.mark.usefixtures("confined")
def test_no_file_but_a_sample_is_opened_by_whatever_way_it_is_named(tmp_path: Path) -> None:
    secret = tmp_path / "secret.txt"
    secret.write_text("The harbour board met in secret.")
    sample = resources.samples()[0]
    ways = [
        str(secret),
        str(tmp_path),
        os.path.relpath(secret),
        f"{secret}#1",
        "/dev/zero",
        "/etc/passwd",
        "~",
        "",
        "\0",
    ]
    ways += [f"{sample.parent}/../{sample.parent.name}/../README.md", str(sample.parent)]
    for way in ways:
        with pytest.raises(SourceError):
            sources.load(way)
    assert sources.load(str(sample)).paragraphs
    link = tmp_path / sample.name
    link.symlink_to(secret)
    with pytest.raises(SourceError, match="only the library and web addresses"):
        sources.load(str(link))


@pytest.mark.usefixtures("confined")
def test_no_file_is_written_and_no_folder_listed(tmp_path: Path) -> None:
    with pytest.raises(PermissionError):
        write_whole({tmp_path / "a.md": b"a"})
    with pytest.raises(PermissionError), new_file(tmp_path / "b.zip"):
        pass
    assert [*tmp_path.iterdir()] == []
    assert completion(f"{tmp_path.parent}/") is None
