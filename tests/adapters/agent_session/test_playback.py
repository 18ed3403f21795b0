"""One answer after the other in the rep's ear."""

from livekit.agents.voice import SpeechHandle

from sparring.adapters.agent_session.playback import SETTLES_WITHIN_S, Playback, heard_of
from tests.virtual_time import VirtualClock, run_virtually


def test_an_answer_is_open_from_its_first_sound_until_it_is_written_down() -> None:
    """Only then is it known what the rep answers."""

    async def scenario() -> list[bool]:
        playback, seen = Playback(), list[bool]()
        seen.append(playback.open)
        playback.take_up()
        seen.append(playback.open)
        playback.begin(SpeechHandle.create(), at_ms=1_200)
        seen.append(playback.open)
        playback.report()
        seen.append(playback.open)
        playback.settle()
        return [*seen, playback.open]

    assert run_virtually(scenario()) == [False, False, True, True, False]


def test_words_over_an_answer_stop_it() -> None:
    """And no other one: what has not sounded yet, or is over, is left alone."""

    async def scenario() -> tuple[bool, bool, bool]:
        playback, sounding, over = Playback(), SpeechHandle.create(), SpeechHandle.create()
        playback.stop()
        playback.take_up()
        playback.begin(sounding, at_ms=0)
        before = sounding.interrupted
        playback.stop()
        playback.settle()
        playback.take_up()
        playback.begin(over, at_ms=0)
        playback.settle()
        playback.stop()
        playback.take_up()
        playback.stop()
        return before, sounding.interrupted, over.interrupted

    assert run_virtually(scenario()) == (False, True, False)


def test_an_answer_of_which_nothing_is_reported_is_settled_when_it_is_over() -> None:
    """One that is being written down waits for that, and another answer's end says nothing of this one."""

    async def scenario() -> list[bool]:
        playback, answer, seen = Playback(), SpeechHandle.create(), list[bool]()
        for reported in (False, True):
            playback.take_up()
            playback.begin(answer, at_ms=0)
            playback.over(SpeechHandle.create())
            seen.append(playback.open)
            if reported:
                playback.report()
            playback.over(answer)
            seen.append(playback.open)
        return seen

    assert run_virtually(scenario()) == [True, False, True, True]


def test_a_report_that_never_comes_costs_a_second() -> None:
    """And not the call."""

    async def scenario() -> float:
        playback, clock = Playback(), VirtualClock()
        await playback.until_settled()
        began_s = clock.monotonic_s()
        playback.take_up()
        playback.begin(SpeechHandle.create(), at_ms=0)
        await playback.until_settled()
        return clock.monotonic_s() - began_s

    assert run_virtually(scenario()) == SETTLES_WITHIN_S


def test_only_words_that_were_heard_whole_are_kept() -> None:
    """Of what was played, to the share that reached the rep."""
    text = "He  can't be alone at night."
    assert [heard_of(text, share) for share in (1.0, 0.5, 0.1, 0.0)] == [text, "He can't be", "", ""]
