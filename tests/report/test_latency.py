"""How fast the buyer answered."""

from collections.abc import Sequence

import pytest

from sparring.report.document import LinkShown, Spread
from sparring.report.latency import latency_of
from sparring.transcript import LinkQuality, Speaker, Turn, TurnLatency


def turns(*server_ms: int | None) -> list[Turn]:
    return [
        Turn(
            index=index,
            speaker=Speaker.BUYER,
            text="yes",
            start_ms=0,
            end_ms=1,
            channel="voice",
            latency=TurnLatency(server_ms=value),
        )
        for index, value in enumerate(server_ms)
    ]


@pytest.mark.parametrize(
    ("values", "p50", "p95"),
    [
        ([7], 7, 7),
        ([1, 9], 1, 9),
        ([3, 1, 2], 2, 3),
        (range(1, 21), 10, 19),
        (range(1, 101), 50, 95),
    ],
)
def test_percentiles_are_by_nearest_rank(values: Sequence[int], p50: int, p95: int) -> None:
    """A percentile is a value that was measured, whatever the order of the turns."""
    assert latency_of(turns(*reversed(list(values)))).stages["server_ms"] == Spread(p50=p50, p95=p95, n=len(values))


def test_what_was_not_measured_is_not_counted() -> None:
    """Turns and stages without a figure are left out, not counted as zero."""
    latency = latency_of([*turns(10, None, 30), turns(None)[0].model_copy(update={"latency": None})])
    assert latency.stages == {"server_ms": Spread(p50=10, p95=30, n=2)}
    assert latency.glass_to_glass_ms is None


def test_a_typed_call_has_none() -> None:
    """No turn was timed, so there is nothing to show."""
    assert latency_of([]).stages == {}
    assert latency_of([]).link is None


def test_the_line_is_summed_up_over_the_turns_whose_page_told_of_it() -> None:
    """Spreads of both waits; of what was lost the mean share, in percent."""
    links = [LinkQuality(round_trip_ms=20, lost=0.0), LinkQuality(round_trip_ms=40, jitter_buffer_ms=60, lost=0.05)]
    measured = turns(300, 300, 300)
    told = [
        turn.model_copy(update={"latency": TurnLatency(link=link)}) for turn, link in zip(measured, links, strict=False)
    ]
    assert latency_of([*told, measured[2]]).link == LinkShown(
        jitter_buffer_ms=Spread(p50=60, p95=60, n=1), round_trip_ms=Spread(p50=20, p95=40, n=2), lost_percent=2.5
    )
