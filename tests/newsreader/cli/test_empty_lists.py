"""A list of nothing says so, and nothing on standard output, which may be read by a program."""

from __future__ import annotations

import pytest

from newsreader import cli


@pytest.mark.parametrize("what", ["feeds", "annotations", "gazetteer", "entry"])
def test_it_is_said(what: str, capsys: pytest.CaptureFixture[str]) -> None:
    assert cli.main([what, "list"]) == 0
    said = capsys.readouterr()
    assert (said.out, said.err.split()[0]) == ("", "No")
