"""The bench of rooms: what counts as overhead, what is compared, and when it holds."""

import asyncio
from pathlib import Path
from types import SimpleNamespace

import bench.room as bench
import pytest
from bench.support.room_calls import Handset, Threshold
from bench.support.spread import Spread
from bench.support.stub_call import ASKED_S, a_stub_call
from bench.support.stubs import BLOCK_S, LLM_S, TTS_S, tone

from sparring.adapters.clock import SystemClock
from sparring.adapters.journal.sqlite import SqliteJournal
from tests.virtual_time import run_virtually


def a_spread(p50: float, p95: float) -> Spread:
    return Spread(4, p50, p95, p50, p95)


def test_a_model_that_was_not_asked_takes_no_time(tmp_path: Path) -> None:
    """The opening line is the persona's own."""

    async def scenario() -> None:
        journal = SqliteJournal(tmp_path / "journal.db", SystemClock())
        call = a_stub_call(journal)
        assert call.configured_s(0) == pytest.approx(ASKED_S + TTS_S)
        call.model.asked.append(None)  # type: ignore[arg-type]
        assert call.configured_s(0) == pytest.approx(ASKED_S + LLM_S + TTS_S)
        assert call.configured_s(1) == pytest.approx(ASKED_S + TTS_S)
        await call.spoken.close()
        await journal.close()

    run_virtually(scenario())


def test_a_handset_follows_what_its_telephone_tells() -> None:
    """What the buyer still says while the rep cuts in is no answer."""
    handset = Handset(SimpleNamespace())  # type: ignore[arg-type]
    for told in ({"began_s": 1.0}, {"last_s": 1.5}, {"ended_s": 2.0}):
        handset._take(told)
    assert (handset.ended_s, handset.began_s, handset.last_s) == (2.0, None, 1.5)
    handset._take({"began_s": 2.5})
    assert handset.began_s == 2.5


def test_a_first_turn_is_compared_with_all_that_a_steady_one_waits_for() -> None:
    """40 ms more on top of 400 that the stubs take and 0 of our own are a tenth."""
    assert bench.slower(a_spread(40.0, 40.0), a_spread(0.0, 0.0)) == pytest.approx(1.1)
    assert bench.slower(None, a_spread(0.0, 0.0)) is None


def test_what_is_ours_lies_between_the_rep_s_last_frame_and_the_buyer_s_first() -> None:
    """A gap within the buyer's answer is no beginning; the ways up and down are told apart from it."""
    loud, quiet = tone(BLOCK_S, 16_000), bytes(640)

    async def scenario() -> tuple[Threshold, bench.Overhead | None]:
        threshold, said = Threshold(), asyncio.get_running_loop().time()
        call = SimpleNamespace(
            model=SimpleNamespace(asked=[]), ear=SimpleNamespace(text=""), configured_s=lambda _: 0.3
        )

        class Said:
            ended_s, began_s = said, said + 0.5

            def __init__(self) -> None:
                self.threshold = threshold

            async def say(self, _: float) -> None:
                threshold.came(loud)
                await asyncio.sleep(0.04)
                threshold.came(quiet)
                threshold.came(quiet)
                await asyncio.sleep(0.32)
                for _gap in range(2):
                    threshold.goes(loud)
                    threshold.goes(quiet)
                    await asyncio.sleep(0.05)

        return threshold, await bench.answered(call, Said(), "Where is he?")  # type: ignore[arg-type]

    threshold, overhead = run_virtually(scenario())
    assert threshold.loud_out_s - threshold.quiet_in_s == pytest.approx(0.32)
    assert overhead == bench.Overhead(up=40.0, ours=20.0, down=140.0)
    assert overhead.whole == pytest.approx(200.0)


@pytest.mark.parametrize(
    ("p95", "more_ms", "ratio", "density", "missed"),
    [
        (60.0, 40.0, 1.1, 2.0, None),
        (61.0, 40.0, 1.1, 2.0, "ours_p95"),
        (60.0, 41.0, 1.1, 2.0, "room_costs"),
        (60.0, None, 1.1, 2.0, "room_costs"),
        (60.0, 40.0, 1.11, 2.0, "other_turns"),
        (60.0, 40.0, 1.1, 1.9, "density"),
        (60.0, 40.0, 1.1, None, None),
    ],
)
def test_every_aim_counts(
    p95: float, more_ms: float | None, ratio: float, density: float | None, missed: str | None
) -> None:
    """Where Pipecat is missing, density is not judged."""
    room = {"ours_ms": a_spread(20.0, p95), "first_turn_ratio": ratio, "after_barge_in_ratio": 1.0}
    beside = None if density is None else {"ratio": density}
    held = bench.aims({"room": room, "room_costs_more_ms": more_ms, "sessions_per_core": beside})
    assert [aim for aim, reached in held.items() if not reached] == ([] if missed is None else [missed])
    assert ("density" in held) is (density is not None)


def test_what_a_room_costs_is_the_difference_of_two_medians() -> None:
    """Of one telephone on both ways; where one way had no answers there is none."""
    assert bench.more(a_spread(120.0, 150.0), a_spread(55.0, 68.0)) == 65.0
    assert bench.more(None, a_spread(55.0, 68.0)) is None
