"""The runner of the independent client says in words what it lacks."""

from __future__ import annotations

import shutil

import pytest

from .__main__ import main


def test_without_node_it_says_so(monkeypatch: pytest.MonkeyPatch, capsys: pytest.CaptureFixture[str]) -> None:
    monkeypatch.setattr(shutil, "which", lambda name: None)
    assert main() == 2
    assert "thiếu node và npm" in capsys.readouterr().out
