"""How fast the buyer answered on one call, stage by stage, and how good the line to the page was: over its turns."""

import math
from collections.abc import Iterable, Sequence
from typing import TypeVar

from sparring.report.document import LatencyShown, LinkShown, Spread
from sparring.transcript import LinkQuality, Turn, TurnLatency

Number = TypeVar("Number", int, float)
_STAGES = ("endpointing_ms", "hearing_ms", "mind_ms", "voice_ms", "handover_ms", "server_ms")


def latency_of(turns: Iterable[Turn]) -> LatencyShown:
    """Spreads over the turns on which each stage was measured."""
    measured = [turn.latency for turn in turns if turn.latency is not None]
    by_stage = {stage: _spread(measured, stage) for stage in _STAGES}
    links = [latency.link for latency in measured if latency.link is not None]
    return LatencyShown(
        glass_to_glass_ms=_spread(measured, "glass_to_glass_ms"),
        stages={stage: spread for stage, spread in by_stage.items() if spread is not None},
        link=_link(links) if links else None,
    )


def _link(links: Sequence[LinkQuality]) -> LinkShown:
    lost = [link.lost for link in links if link.lost is not None]
    return LinkShown(
        jitter_buffer_ms=_spread(links, "jitter_buffer_ms"),
        round_trip_ms=_spread(links, "round_trip_ms"),
        lost_percent=round(100 * sum(lost) / len(lost), 1) if lost else None,
    )


def _spread(measured: Sequence[TurnLatency | LinkQuality], figure: str) -> Spread | None:
    values = sorted(value for value in (getattr(one, figure) for one in measured) if value is not None)
    if not values:
        return None
    return Spread(p50=nearest_rank(values, 0.50), p95=nearest_rank(values, 0.95), n=len(values))


def nearest_rank(ordered: Sequence[Number], share: float) -> Number:
    """The least value that this share of the ordered ones does not exceed."""
    return ordered[math.ceil(share * len(ordered)) - 1]
