"""A voice that fails is stood in for, once and for good; one that has nobody fails in time."""

import asyncio
from collections.abc import Sequence

import pytest

from sparring.adapters.voice.failover import HESITATION, FailoverVoice, StandBy, unsaid
from sparring.errors import VoiceFailed
from tests.fakes.broken_voices import BrokenVoice, Fault
from tests.fakes.phone import ToneSynthesiser
from tests.virtual_time import VirtualClock, run_virtually

LINE = "He fell in the kitchen, and he broke his hip. They operated the same night."
FIRST_AUDIO_S = 1.5


async def said(voice: FailoverVoice, text: str = LINE) -> tuple[int, float]:
    """Blocks, and after how long the first one came."""
    clock = VirtualClock()
    began_s, first_s, blocks = clock.monotonic_s(), 0.0, 0
    async for _ in voice.speak(text, voice_id="pinned"):
        first_s = first_s or clock.monotonic_s() - began_s
        blocks += 1
    return blocks, first_s


def stood_in(faults: Sequence[Fault]) -> tuple[BrokenVoice, ToneSynthesiser, FailoverVoice]:
    broken, stand_by = BrokenVoice(faults), ToneSynthesiser()
    return broken, stand_by, FailoverVoice(broken, VirtualClock(), stand_by=StandBy(stand_by, {"pinned": "ruth"}))


@pytest.mark.parametrize("fault", ["refused", "late", "silent", "odd"])
def test_a_voice_that_does_not_begin_is_stood_in_for_within_a_second_and_a_half(fault: Fault) -> None:
    """To the end of the call: the voice does not change back."""

    async def scenario() -> None:
        broken, stand_by, voice = stood_in([fault, fault])
        blocks, first_s = await said(voice)
        assert blocks == 10 * len(LINE.split())
        assert first_s <= FIRST_AUDIO_S
        assert voice.stand_in_for("pinned") == "ruth"
        tries = len(broken.spoken)
        await said(voice)
        await voice.prepare(LINE, voice_id="pinned")
        assert len(broken.spoken) == tries
        assert {(text, voice_id) for text, voice_id, _ in stand_by.spoken} == {(LINE, "ruth")}

    run_virtually(scenario())


def test_a_refusal_that_comes_at_once_costs_one_more_try() -> None:
    """And nobody stands in when that one is answered."""

    async def scenario() -> None:
        broken, stand_by, voice = stood_in(["refused", "good"])
        assert (await said(voice))[0]
        assert (len(broken.spoken), stand_by.spoken, voice.stand_in_for("pinned")) == (2, [], "pinned")

    run_virtually(scenario())


@pytest.mark.parametrize("fault", ["half", "stalled"])
def test_what_a_line_that_broke_off_left_unsaid_is_said_by_the_stand_in(fault: Fault) -> None:
    """From the beginning of the clause in which it broke off."""

    async def scenario() -> None:
        _, stand_by, voice = stood_in([fault])
        await said(voice)
        assert [text for text, *_ in stand_by.spoken] == [LINE]  # 0.4 s of sound: nowhere near the first comma

    run_virtually(scenario())


@pytest.mark.parametrize(
    ("made_s", "left"),
    [
        (0.0, LINE),
        (2.0, "and he broke his hip. They operated the same night."),
        (4.0, "They operated the same night."),
        (9.0, ""),
    ],
)
def test_a_stand_in_goes_on_at_a_clause(made_s: float, left: str) -> None:
    """Rather a word twice than one left out."""
    assert unsaid(LINE, made_s) == left


@pytest.mark.parametrize("fault", ["refused", "late", "stalled"])
def test_a_voice_that_has_nobody_fails_instead_of_hanging(fault: Fault) -> None:
    """With one sentence, also where the pinned voice is unknown to the stand-by."""

    async def scenario() -> None:
        for stand_by in (None, StandBy(ToneSynthesiser(), {"somebody else": "ruth"})):
            voice = FailoverVoice(BrokenVoice([fault, fault]), VirtualClock(), stand_by=stand_by)
            async with asyncio.timeout(10):
                with pytest.raises(VoiceFailed):
                    await said(voice)

    run_virtually(scenario())


def test_a_late_voice_that_has_nobody_hesitates_and_is_asked_once_more() -> None:
    """What it hesitates with was made ahead, and the line follows it whole."""

    async def scenario() -> None:
        broken = BrokenVoice(["late", "good"])
        voice = FailoverVoice(broken, VirtualClock())
        await voice.prepare("Hello.", voice_id="pinned")
        blocks, first_s = await said(voice)
        assert blocks == 10 * (len(HESITATION.split()) + len(LINE.split()))
        assert first_s <= FIRST_AUDIO_S
        assert [text for text, *_ in broken.spoken] == [LINE, HESITATION, LINE]

    run_virtually(scenario())


@pytest.mark.parametrize(("prepared", "within_s"), [(False, 1.5), (True, 3.0)])
def test_a_voice_that_stays_late_is_given_up_soon(*, prepared: bool, within_s: float) -> None:
    """Somebody reads what it would have said: sooner where not even a hesitation was heard."""

    async def scenario() -> None:
        clock, voice = VirtualClock(), FailoverVoice(BrokenVoice(["late", "late"]), VirtualClock())
        if prepared:
            await voice.prepare("Hello.", voice_id="pinned")
        began_s = clock.monotonic_s()
        with pytest.raises(VoiceFailed):
            await said(voice)
        assert clock.monotonic_s() - began_s <= within_s

    run_virtually(scenario())


def test_a_slow_listener_is_no_stall() -> None:
    """Time counts from what was made, not from when it is taken."""

    async def scenario() -> None:
        _, stand_by, voice = stood_in(["good"])
        async for _ in voice.speak("One two three.", voice_id="pinned"):
            await asyncio.sleep(0.02)
        assert stand_by.spoken == []

    run_virtually(scenario())
