"""Stages between the rep's last sample and the buyer's first."""

from sparring.call.latency import Stopwatch
from sparring.transcript import TurnLatency


def test_moments_become_stages_in_whole_milliseconds() -> None:
    """Each stage is the difference of its two moments."""
    watch = Stopwatch(
        last_sample_s=10.0,
        closed_s=10.2,
        text_s=10.2344,
        decided_s=10.24,
        synthesised_s=10.28,
        handed_over_s=10.283,
        sent_s=10.3,
    )
    stages = {"endpointing_ms": 200, "hearing_ms": 34, "mind_ms": 6, "voice_ms": 40, "handover_ms": 3}
    assert watch.latency() == TurnLatency.model_validate({**stages, "server_ms": 300})


def test_a_moment_that_did_not_happen_leaves_its_stages_unmeasured() -> None:
    """Unknown is None, never 0."""
    assert Stopwatch(closed_s=1.0).latency() == TurnLatency()


def test_a_stage_is_never_negative() -> None:
    """Text that was known before the turn closed cost nothing."""
    assert Stopwatch(closed_s=2.0, text_s=1.9).latency().hearing_ms == 0
