"""The bench beside Pipecat: what is compared, and what is said where Pipecat is missing."""

from pathlib import Path

import bench.pipecat as bench
import pytest
from bench.support.stubs import Talk, dumped, parsed

TALK = Talk([470.0, 490.0], configured_ms=450, cpu_percent=6.0, unanswered=0)


def test_overhead_is_what_the_delays_do_not_explain() -> None:
    """450 ms are asked for; what is beyond is the framework's."""
    assert TALK.overhead_ms == [20.0, 40.0]


def test_a_side_tells_the_comparing_process_by_its_last_line() -> None:
    """Whatever a framework prints before it."""
    assert parsed(f"hello\n{dumped(TALK)}\n") == TALK


def test_figures_are_over_every_turn_and_every_session() -> None:
    """Waits over turns, the processor's share over sessions, answers that never came apart."""
    found = bench.figures([TALK, Talk([500.0], configured_ms=450, cpu_percent=8.0, unanswered=1)])
    assert (found["overhead_ms"].p50, found["overhead_ms"].count) == (40.0, 3)
    assert (found["cpu_percent"].p50, found["unanswered"]) == (7.0, 1)


def test_where_pipecat_is_missing_the_bench_says_how_to_get_it(
    monkeypatch: pytest.MonkeyPatch, capsys: pytest.CaptureFixture[str], tmp_path: Path
) -> None:
    """Nothing is measured, and the sentence has the command."""
    monkeypatch.setattr(bench, "RIVALS", tmp_path / "python")
    assert bench.interpreter("sparring") is not None
    assert bench.main([]) == 1
    assert "uv sync --locked --group rivals" in capsys.readouterr().err
