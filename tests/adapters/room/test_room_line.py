"""The line in a room: when the rep counts as gone, and what muting means."""

from types import SimpleNamespace
from typing import Any

import pytest

from sparring.adapters.agent_session.audio_io import CallAudioInput, CallAudioOutput
from sparring.adapters.agent_session.spoken_line import SampleClock
from sparring.adapters.room.room_line import RoomLine
from sparring.errors import MediaFailed
from tests.fakes.clock import FakeClock


def line_at(clock: FakeClock) -> RoomLine:
    output = CallAudioOutput(on_started=lambda: None, on_finished=lambda *_: None)
    spoken: Any = SimpleNamespace(input=CallAudioInput(), output=output)
    room: Any = object()
    return RoomLine(spoken, SampleClock(), room, clock)


async def test_a_line_that_nobody_has_joined_is_not_silent() -> None:
    """Silence is counted from the rep's first track on."""
    clock = FakeClock()
    line = line_at(clock)
    clock.advance(60)
    assert line.silent_for_s() == 0.0


async def test_frames_that_stop_are_silence_unless_the_rep_wants_it_so() -> None:
    """A muted microphone sends nothing and is no lost connection; switched on again it counts."""
    clock = FakeClock()
    line = line_at(clock)
    line._peer._microphone.heard_s = clock.monotonic_s()
    clock.advance(15)
    assert line.silent_for_s() == 15
    line.mute(muted=True)
    assert line.silent_for_s() == 0.0
    line.mute(muted=False)
    assert line.silent_for_s() == 15


async def test_a_new_track_is_not_muted(monkeypatch: pytest.MonkeyPatch) -> None:
    """A page that was muted and comes back is heard again."""
    clock, listened = FakeClock(), []
    line = line_at(clock)

    async def listen(track: Any) -> None:
        listened.append(track)

    monkeypatch.setattr(line._peer, "listen", listen)
    line.mute(muted=True)
    track: Any = object()
    await line.hear(track)
    assert listened == [track]
    assert not line._spoken.input.muted


async def test_an_offer_is_refused() -> None:
    """A room's sound does not travel by one."""
    with pytest.raises(MediaFailed):
        await line_at(FakeClock()).offer("v=0")


async def test_what_the_room_holds_is_dropped_and_no_time_of_the_call() -> None:
    """The buyer's output knows of it, and the clock goes on where the rep is."""
    line = line_at(FakeClock())
    source: Any = SimpleNamespace(queued_duration=0.08)
    source.clear_queue = lambda: setattr(source, "queued_duration", 0.0)
    line._peer._source = source
    samples = line._samples
    samples.begin()
    for _ in range(5):
        line.pull()
    ahead = line._spoken.output.ahead
    assert ahead is not None
    before_ms = samples()
    assert ahead.held_ms() == 80
    ahead.drop()
    assert (ahead.held_ms(), samples()) == (0, before_ms)


async def test_a_track_that_cannot_be_closed_leaves_no_call_open() -> None:
    """What hears and speaks is let go of whatever becomes of the room's side."""
    line, closed = line_at(FakeClock()), []

    async def close() -> None:
        closed.append("spoken")

    async def fail() -> None:
        raise ConnectionError

    spoken: Any = line._spoken
    spoken.close = close
    source: Any = SimpleNamespace(aclose=fail)
    line._peer._source = source
    with pytest.raises(ConnectionError):
        await line.close()
    assert closed == ["spoken"]
