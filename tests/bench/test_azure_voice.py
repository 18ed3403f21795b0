"""The bench of Azure's voice: when a target is missed, and what is said where the stock plugin is not installed."""

import sys

import bench.azure_voice as bench
import pytest
from bench.support.azure_voice_stock import MISSING, stock_figures
from bench.support.spread import Spread


def a_spread(p50: float, p95: float) -> Spread:
    return Spread(40, p50, p95, p50, p95)


FINE = {
    "of that ours, ms": a_spread(8, 20),
    "first byte, ms": a_spread(128, 140),
    "first byte after a barge-in, ms": a_spread(130, 150),
    "player dry between clauses, ms": a_spread(0, 0),
    "token renewed in mid-call": True,
}


@pytest.mark.parametrize(
    ("changed", "missed"),
    [
        ({}, []),
        ({"of that ours, ms": a_spread(8, 31)}, ["ours p95 <= 30 ms"]),
        ({"first byte after a barge-in, ms": a_spread(210, 230)}, ["after a barge-in within 10% of steady"]),
        ({"player dry between clauses, ms": a_spread(0, 60)}, ["no player runs dry"]),
        ({"token renewed in mid-call": False}, ["the token is renewed"]),
    ],
)
def test_each_target_is_missed_by_its_own_figure(changed: dict[str, object], missed: list[str]) -> None:
    """And by no other."""
    assert bench.missed(FINE | changed) == missed


async def test_without_the_stock_plugin_the_bench_says_so(monkeypatch: pytest.MonkeyPatch) -> None:
    """It is no dependency; our figures stand without it."""
    monkeypatch.setitem(sys.modules, "livekit.plugins", None)
    assert await stock_figures(lines=1, first_byte_ms=1, open_ms=1) == MISSING
