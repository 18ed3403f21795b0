"""Contract of the audio input and output with the framework's base classes."""

import asyncio
from typing import Any

import pytest
from livekit import rtc

from sparring.adapters.agent_session.audio_io import (
    BLOCK_BYTES,
    MIC_QUEUE_FRAMES,
    SPEAKER_RATE_HZ,
    STOPPED_AFTER_S,
    UNHEARD_MS,
    CallAudioInput,
    CallAudioOutput,
)
from tests.virtual_time import VirtualClock, run_virtually


def frame(blocks: int, value: int = 1) -> rtc.AudioFrame:
    samples = blocks * BLOCK_BYTES // 2
    return rtc.AudioFrame(
        data=value.to_bytes(2, "little") * samples,
        sample_rate=SPEAKER_RATE_HZ,
        num_channels=1,
        samples_per_channel=samples,
    )


class Heard:
    """What the output reported."""

    def __init__(self) -> None:
        self.started = 0
        self.finished: list[tuple[int, bool]] = []
        self.output = CallAudioOutput(on_started=self._start, on_finished=lambda *end: self.finished.append(end))

    def _start(self) -> None:
        self.started += 1


def test_a_segment_that_plays_out_is_reported_once_with_its_length() -> None:
    """Two blocks captured and flushed are two blocks heard, and silence follows."""

    async def scenario() -> None:
        heard = Heard()
        await heard.output.capture_frame(frame(2))
        heard.output.flush()
        assert any(heard.output.pull())
        assert heard.finished == []
        heard.output.pull()
        assert heard.finished == [(40, False)]
        assert not any(heard.output.pull())
        assert heard.started == 1
        end = await heard.output.wait_for_playout()
        assert (end.playback_position, end.interrupted) == (0.04, False)

    run_virtually(scenario())


def test_an_interrupted_segment_reports_only_what_was_heard() -> None:
    """After one of five blocks the rep cuts in: 20 ms were heard."""

    async def scenario() -> None:
        heard = Heard()
        await heard.output.capture_frame(frame(5))
        heard.output.pull()
        heard.output.flush()
        heard.output.clear_buffer()
        heard.output.clear_buffer()
        assert heard.finished == [(20, True)]
        assert (await heard.output.wait_for_playout()).interrupted

    run_virtually(scenario())


def test_a_segment_cut_before_its_first_sound_still_reports() -> None:
    """Captured, flushed and cleared within one tick: heard for 0 ms, and nobody waits for ever."""

    async def scenario() -> None:
        heard = Heard()
        await heard.output.capture_frame(frame(1))
        heard.output.flush()
        heard.output.clear_buffer()
        assert heard.finished == [(0, True)]
        await asyncio.wait_for(heard.output.wait_for_playout(), 1)

    run_virtually(scenario())


def test_clearing_before_flushing_reports_once() -> None:
    """The framework may clear first and flush later: one segment, one report."""

    async def scenario() -> None:
        heard = Heard()
        await heard.output.capture_frame(frame(2))
        heard.output.clear_buffer()
        heard.output.flush()
        assert heard.finished == [(0, True)]
        await heard.output.capture_frame(frame(1))
        heard.output.flush()
        heard.output.pull()
        assert heard.finished == [(0, True), (20, False)]

    run_virtually(scenario())


def test_pause_holds_the_voice_and_resume_goes_on_where_it_was() -> None:
    """Pausing twice is pausing once, and no block is lost."""

    async def scenario() -> None:
        heard = Heard()
        await heard.output.capture_frame(frame(2))
        heard.output.flush()
        heard.output.pull()
        heard.output.pause()
        heard.output.pause()
        assert not any(heard.output.pull())
        assert not heard.output.speaking
        heard.output.resume()
        assert any(heard.output.pull())
        assert heard.finished == [(40, False)]

    run_virtually(scenario())


class Transport:
    """One that has pulled so much and not played it yet."""

    def __init__(self) -> None:
        self.queued_ms = self.dropped_ms = self.hurried = 0

    def pull(self, output: CallAudioOutput, blocks: int) -> bool:
        """Whether there was sound in the last of them."""
        sounds = [any(output.pull()) for _ in range(blocks)]
        self.queued_ms += 20 * blocks
        return sounds[-1]

    def plays(self, milliseconds: int) -> None:
        self.queued_ms -= milliseconds

    def held_ms(self) -> int:
        return self.queued_ms

    def drop(self) -> None:
        self.dropped_ms, self.queued_ms = self.dropped_ms + self.queued_ms, 0

    def hurry(self) -> None:
        self.hurried += 1


async def ahead_with(blocks: int) -> tuple[Heard, Transport]:
    """A transport that holds 100 ms of silence, and something to say."""
    heard, transport = Heard(), Transport()
    heard.output.ahead = transport
    assert not transport.pull(heard.output, 5)
    await heard.output.capture_frame(frame(blocks))
    heard.output.flush()
    return heard, transport


def test_silence_that_a_transport_holds_does_not_delay_the_voice() -> None:
    """It is told to hurry, and drops the silence before the first sound; nothing else is dropped."""

    async def scenario() -> None:
        heard, transport = await ahead_with(10)
        assert transport.hurried == 1
        assert transport.pull(heard.output, 5)
        assert (transport.dropped_ms, transport.held_ms()) == (100, 100)

    run_virtually(scenario())


def test_what_a_transport_holds_of_an_interrupted_voice_is_not_heard() -> None:
    """Of 200 ms that were pulled 120 were played."""

    async def scenario() -> None:
        heard, transport = await ahead_with(50)
        transport.pull(heard.output, 10)
        transport.plays(120)
        heard.output.clear_buffer()
        assert heard.finished == [(120, True)]
        assert (transport.held_ms(), heard.output.heard_share) == (0, 1.0)

    run_virtually(scenario())


def test_a_voice_that_is_held_falls_silent_at_once_and_goes_on_where_it_was_heard() -> None:
    """What was pulled and not played comes again, whether it is resumed or given up."""

    async def scenario() -> None:
        heard, transport = await ahead_with(10)
        transport.pull(heard.output, 8)
        transport.plays(60)
        heard.output.pause()
        heard.output.pause()
        assert transport.held_ms() == 0
        assert not transport.pull(heard.output, 5)
        heard.output.resume()
        assert transport.pull(heard.output, 1)
        assert transport.held_ms() == 20
        transport.pull(heard.output, 6)
        assert heard.finished == [(200, False)]

    run_virtually(scenario())


def test_the_end_of_one_answer_is_not_dropped_for_the_beginning_of_the_next() -> None:
    """There is sound among what is held: the next one waits behind it."""

    async def scenario() -> None:
        heard, transport = await ahead_with(5)
        transport.pull(heard.output, 5)
        transport.plays(20)
        transport.pull(heard.output, 1)
        dropped_ms = transport.dropped_ms
        await heard.output.capture_frame(frame(5))
        assert transport.pull(heard.output, 1)
        assert transport.dropped_ms == dropped_ms

    run_virtually(scenario())


def test_the_next_segment_waits_until_the_one_before_is_heard() -> None:
    """A second answer cannot run into the first."""

    async def scenario() -> None:
        heard = Heard()
        await heard.output.capture_frame(frame(1, value=1))
        heard.output.flush()
        second = asyncio.create_task(heard.output.capture_frame(frame(1, value=2)))
        await asyncio.sleep(0)
        assert not second.done()
        assert heard.output.pull()[0] == 1
        await second
        heard.output.flush()
        assert heard.output.pull()[0] == 2
        assert heard.finished == [(20, False), (20, False)]

    run_virtually(scenario())


def test_an_underrun_is_counted_only_in_the_middle_of_a_segment() -> None:
    """Silence before the first sound is waiting, silence within a segment is a fault."""

    async def scenario() -> None:
        heard = Heard()
        heard.output.pull()
        assert heard.output.underruns == 0
        await heard.output.capture_frame(frame(1))
        heard.output.pull()
        heard.output.pull()
        assert heard.output.underruns == 1
        heard.output.clear_buffer()

    run_virtually(scenario())


def test_a_microphone_that_outruns_the_session_loses_its_oldest_sound() -> None:
    """The queue is bounded: the newest frames are kept and the loss is counted."""

    async def scenario() -> None:
        microphone = CallAudioInput()
        for number in range(MIC_QUEUE_FRAMES + 3):
            microphone.push(number.to_bytes(2, "little") * 320)
        assert microphone.dropped_frames == 3
        first = await anext(microphone)
        assert first.data[0] == 3

    run_virtually(scenario())


def test_a_detached_microphone_is_deaf_and_an_ended_one_stops() -> None:
    """What is said while nobody listens is not kept."""

    async def scenario() -> None:
        microphone = CallAudioInput()
        microphone.on_detached()
        microphone.push(bytes(640))
        microphone.on_attached()
        microphone.end()
        assert [part async for part in microphone] == []

    run_virtually(scenario())


SOUND = b"\x01\x02" * 320


def test_silence_stands_in_for_a_microphone_that_stopped() -> None:
    """After a second the session is given the second that it missed, then silence at the pace of real time."""

    async def scenario() -> None:
        heard, clock = CallAudioInput(), VirtualClock()
        heard.push(SOUND)
        assert bytes((await anext(heard)).data.cast("b")) == SOUND
        began_s = clock.monotonic_s()
        missed = [await anext(heard) for _ in range(50)]
        assert clock.monotonic_s() - began_s == pytest.approx(STOPPED_AFTER_S, abs=0.01)
        assert sum(frame.duration for frame in missed) == pytest.approx(STOPPED_AFTER_S)
        for _ in range(10):
            assert not any((await anext(heard)).data.cast("b"))
        assert clock.monotonic_s() - began_s == pytest.approx(STOPPED_AFTER_S + 0.2, abs=0.02)
        heard.push(SOUND)
        assert bytes((await anext(heard)).data.cast("b")) == SOUND

    run_virtually(scenario())


def test_a_microphone_that_never_spoke_and_one_nobody_listens_to_are_waited_for() -> None:
    """There is nothing to hear out before the first sample, nor while the phone rings."""

    async def scenario() -> None:
        heard = CallAudioInput()
        with pytest.raises(TimeoutError):
            await asyncio.wait_for(anext(heard), 30)
        heard.push(SOUND)
        await anext(heard)
        heard.on_detached()
        with pytest.raises(TimeoutError):
            await asyncio.wait_for(anext(heard), 30)

    run_virtually(scenario())


def test_sound_that_comes_back_as_the_patience_ends_is_not_held_up() -> None:
    """Sample and timer in one turn of the loop: the sample is heard, and no second of silence comes before the rest."""

    async def scenario() -> list[bool]:
        microphone, heard = CallAudioInput(), list[bool]()

        async def listen() -> None:
            while True:
                heard.append(any((await microphone.__anext__()).data))

        listener = asyncio.create_task(listen())
        microphone.push(b"\x01" * 640)
        await asyncio.sleep(3.01)  # it stops, and silence stands in for it
        heard.clear()
        loop: Any = asyncio.get_running_loop()
        for _ in range(10):
            patience_ends_s = min(timer.when() for timer in loop._scheduled if not timer.cancelled())
            loop.call_at(patience_ends_s, microphone.push, b"\x01" * 640)
            await asyncio.sleep(patience_ends_s - loop.time() + 0.001)
        listener.cancel()
        return heard

    heard = run_virtually(scenario())
    assert sum(heard) == 10
    assert len(heard) <= 20


def test_what_was_played_into_an_outage_is_played_again() -> None:
    """Held, then on from where the rep's network went; what is reported meanwhile counts it as unheard."""

    async def scenario() -> None:
        heard = Heard()
        await heard.output.capture_frame(frame(100))
        heard.output.flush()
        for _ in range(90):
            heard.output.pull()
        assert heard.output.hold() == UNHEARD_MS
        assert not any(heard.output.pull())
        assert heard.output.heard_share == pytest.approx((90 - UNHEARD_MS / 20) / 90)
        assert heard.output.go_on()
        blocks = 0
        while any(heard.output.pull()):
            blocks += 1
        assert (blocks, heard.finished) == (10 + UNHEARD_MS // 20, [(2_000, False)])
        assert heard.output.heard_share == 1

    run_virtually(scenario())


def test_a_call_that_ends_in_an_outage_reports_what_was_heard_before_it() -> None:
    """Not what was said into it."""

    async def scenario() -> None:
        heard = Heard()
        await heard.output.capture_frame(frame(100))
        heard.output.flush()
        for _ in range(90):
            heard.output.pull()
        heard.output.hold()
        heard.output.clear_buffer()
        assert heard.finished == [(1_800 - UNHEARD_MS, True)]

    run_virtually(scenario())


def test_nothing_is_begun_in_an_outage() -> None:
    """An answer that is made meanwhile waits whole."""

    async def scenario() -> None:
        heard = Heard()
        assert heard.output.hold() == 0
        await heard.output.capture_frame(frame(2))
        heard.output.flush()
        assert not any(heard.output.pull())
        assert heard.started == 0
        assert heard.output.go_on()
        assert any(heard.output.pull())
        heard.output.pull()
        assert heard.finished == [(40, False)]

    run_virtually(scenario())


def test_an_outage_is_told_of_unless_the_rep_wants_it() -> None:
    """When it begins and when it ends; who mutes themselves in the middle of one ends it too."""

    async def scenario() -> list[str]:
        source, told = CallAudioInput(), list[str]()
        source.on_cut_off, source.on_back = lambda: told.append("gone"), lambda: told.append("back")
        for muted in (False, True):
            source.muted = muted
            source.push(bytes(640))
            for _ in range(3):
                await anext(source)
        source.push(bytes(640))
        source.muted = False
        for _ in range(60):
            await anext(source)
        source.muted = True
        return told

    assert run_virtually(scenario()) == ["gone", "back", "back", "gone", "back"]
