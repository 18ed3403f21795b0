"""Exams in SQL; what every store promises of them is in tests/contracts/test_exams.py."""

from dataclasses import replace
from pathlib import Path

from sparring.adapters.results.sql.sqlite import SqliteResults
from tests.contracts.test_exams import EXAM
from tests.fakes.clock import FakeClock


async def test_setting_an_exam_anew_moves_its_end_and_nothing_else(tmp_path: Path) -> None:
    """Whoever sat it sat this buyer, as hard as it was."""
    results = SqliteResults(tmp_path / "results.db", FakeClock())
    try:
        await results.put_exam(EXAM)
        await results.put_exam(
            replace(EXAM, closes_at=None, difficulty="hard" if EXAM.difficulty != "hard" else "easy")
        )
        assert await results.get_exam(EXAM.exam_id) == replace(EXAM, closes_at=None)
    finally:
        await results.close()
