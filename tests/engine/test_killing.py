"""A program killed at any moment leaves nothing half done; `make kills` does the same at more moments."""

import os
from pathlib import Path

import pytest

from engine import killing
from rasad.engine.staging import PREFIX, staging

MOMENTS = 8


@pytest.mark.skipif(not hasattr(os, "fork"), reason="processes cannot be forked here")
def test_a_program_that_is_killed_leaves_nothing_half_done() -> None:
    told = list(killing.killed(MOMENTS, seed=1))
    assert len(told) == 4


def test_what_a_killed_export_left_is_cleared_away(tmp_path: Path) -> None:
    left = tmp_path / f"{PREFIX}left"
    left.mkdir()
    (left / "half").write_text("…")
    with staging(tmp_path) as one, staging(tmp_path) as other:
        assert not left.exists()
        assert one.is_dir()  # the other one is at work, and keeps its own
        assert other.is_dir()
    assert not list(tmp_path.iterdir())
