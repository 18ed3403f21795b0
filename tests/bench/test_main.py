"""`./run bench`: which benches there are."""

from pathlib import Path

import pytest
from bench.__main__ import NAMES, main

BENCH = Path(__file__).parents[2] / "bench"


def test_every_file_of_the_folder_is_a_bench_by_its_name() -> None:
    """What only serves benches lies in `support/`, so that whoever lists the folder sees what can be run."""
    assert sorted(NAMES) == sorted(file.stem for file in BENCH.glob("*.py") if not file.stem.startswith("__"))


def test_a_name_there_is_none_of_is_answered_with_those_there_are(capsys: pytest.CaptureFixture[str]) -> None:
    """Exit status 2, and nothing ran."""
    assert main(["nonsense"]) == 2
    assert "There are evidence, grader" in capsys.readouterr().err
