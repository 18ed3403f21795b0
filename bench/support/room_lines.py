"""A real room over bad lines: lost and late packets each way, 32 kbit/s, and no network for a while.

Flows in: a house with a real livekit-server, and a line. Flows out: how soon the rep is in, how long the buyer lets
them wait, how much of the sound either side had to make up, whether the page ever took the link for lost, and whether
the transcript is whole. The rep speaks aloud.
"""

import asyncio
import signal
from collections.abc import Callable, Mapping
from contextlib import suppress
from dataclasses import dataclass, field
from functools import partial
from typing import Any, Final

from bench.support.bad_line import BadLine, Way, bad_line
from bench.support.handset import microphone_in, taken
from bench.support.handset import spoken as speak_into
from bench.support.room_calls import token
from bench.support.room_page import GIVE_UP_S, LOOK_S, Page, now_s
from bench.support.spread import Spread, percent, spread_of
from bench.support.stubs import is_loud, tone
from livekit import rtc

from sparring.ids import new_call_id
from tests.e2e.speech import spoken
from tests.e2e.test_rooms import GREETING, QUESTION, REP_VOICE, SILENCE_S, UNBROKEN, House

RATE_HZ: Final = 48_000
TONE_S: Final = 10.0
SETTLED_S: Final = 2.0
TURNS: Final = 3
ANSWERED_WITHIN_S: Final = 25.0
ANSWER_WRITTEN_WITHIN_S: Final = 60.0
INTO_THE_ANSWER_S: Final = 0.5
WARMED_S: Final = 10.0
SLOW_BYTES_S: Final = 32_000 / 8


Gone = Callable[[House, BadLine, bool], None]
"""Makes a fault, or ends it."""


@dataclass(frozen=True, slots=True)
class Network:
    """What happens to packets, each way unless only one is named."""

    lost: float = 0.0
    run: float = 1.0
    jitter_ms: float = 0.0
    bytes_s: float = float("inf")
    up: bool = True
    down: bool = True

    def ways(self) -> tuple[Way, Way]:
        """To the server, and back."""
        bad = [Way(self.lost, self.run, self.jitter_ms, self.bytes_s) for _ in range(2)]
        return bad[0] if self.up else Way(), bad[1] if self.down else Way()


NETWORKS: Final[Mapping[str, Network]] = {
    "good": Network(),
    "10%_lost_to_the_rep": Network(0.1, up=False),
    "10%_lost_in_runs_to_the_rep": Network(0.1, run=3, up=False),
    "30%_lost_to_the_rep": Network(0.3, up=False),
    "10%_lost_to_us": Network(0.1, down=False),
    "10%_lost": Network(0.1),
    "30%_lost_to_us": Network(0.3, down=False),
    "jitter_30_ms": Network(jitter_ms=30),
    "jitter_100_ms": Network(jitter_ms=100),
    "128_kbit_s": Network(bytes_s=4 * SLOW_BYTES_S),
    "64_kbit_s_to_the_rep": Network(bytes_s=2 * SLOW_BYTES_S, up=False),
    "64_kbit_s": Network(bytes_s=2 * SLOW_BYTES_S),
    "32_kbit_s": Network(bytes_s=SLOW_BYTES_S),
}


@dataclass(frozen=True, slots=True)
class Sound:
    """Of a tone that never stops. `made_up`: by the client, in percent; `buffered_ms`: what its jitter buffer holds."""

    heard_percent: float | None
    made_up_percent: float | None
    buffered_ms: float | None
    kbit_s: float


@dataclass
class Held:
    """A call over a line. `silences`: how often the page took the link for lost; `longest_s`: between two signs."""

    connected_s: float | None = None
    waits_s: Spread | None = None
    answered: int = 0
    buyer_made_up_percent: float | None = None
    silences: int = 0
    longest_s: float = 0.0
    complete: bool = False
    turns: list[str] = field(default_factory=list)


@dataclass(frozen=True, slots=True)
class Outage:
    """In seconds: from its beginning to the page's word; from its end to being let in, and to the buyer being heard."""

    told_s: float | None
    let_in_s: float | None
    heard_s: float | None
    turns: int
    ended: str
    complete: bool


async def sound_over(url: str, network: Network) -> dict[str, Sound]:
    """A tone each way at once, of which one end has the bad line."""
    up, down = network.ways()
    async with bad_line(url, up=up, down=down) as line:
        name, ours, theirs = new_call_id(), rtc.Room(), rtc.Room()
        ears = {"to_us": _Ear(ours), "to_the_rep": _Ear(theirs)}
        await ours.connect(url, token(name, "buyer"))
        await theirs.connect(line.url, token(name, "rep"))
        speaking = [asyncio.create_task(_hum(room)) for room in (ours, theirs)]
        await asyncio.sleep(SETTLED_S)
        for ear in ears.values():
            await ear.begin()
        began = (up.came_bytes, down.came_bytes)
        await asyncio.sleep(TONE_S)
        sent = {"to_us": up.came_bytes - began[0], "to_the_rep": down.came_bytes - began[1]}
        found = {way: await ear.heard(sent[way]) for way, ear in ears.items()}
        for task in speaking:
            task.cancel()
        await asyncio.gather(*speaking, ours.disconnect(), theirs.disconnect(), return_exceptions=True)
    return found


class _Ear:
    """Hears the other one in a room."""

    def __init__(self, room: rtc.Room) -> None:
        self._loud, self._track, self._before = 0, None, {}  # type: ignore[var-annotated]
        room.on("track_subscribed", self._listen)

    def _listen(self, track: Any, *_: Any) -> None:
        self._track = track
        self._task = asyncio.create_task(self._hear(track))

    async def _hear(self, track: rtc.Track) -> None:
        async for event in rtc.AudioStream.from_track(track=track, sample_rate=RATE_HZ, num_channels=1):
            self._loud += is_loud(bytes(event.frame.data.cast("b")))

    async def begin(self) -> None:
        """From now on it counts."""
        self._before, self._loud = await counts(self._track), 0

    async def heard(self, sent_bytes: int) -> Sound:
        """Since then."""
        loud, after = self._loud, await counts(self._track)
        since = {name: after.get(name, 0.0) - self._before.get(name, 0.0) for name in after}
        emitted = since.get("emitted", 0.0)
        return Sound(
            heard_percent=percent(loud / 100, TONE_S),
            made_up_percent=percent(since.get("made_up", 0.0), since.get("samples", 0.0)),
            buffered_ms=round(1000 * since["delay_s"] / emitted, 1) if emitted else None,
            kbit_s=round(8 * sent_bytes / TONE_S / 1000, 1),
        )


async def counts(track: rtc.Track | None) -> dict[str, float]:
    """What a client has counted of a track that it hears."""
    if track is None:
        return {}
    for one in await track.get_stats():
        if one.HasField("inbound_rtp"):
            told = one.inbound_rtp.inbound
            return {
                "samples": told.total_samples_received,
                "made_up": told.concealed_samples,
                "emitted": told.jitter_buffer_emitted_count,
                "delay_s": told.jitter_buffer_delay,
            }
    return {}


async def _hum(room: rtc.Room) -> None:
    sound = bytearray(tone(TONE_S + 5 * SETTLED_S, RATE_HZ))
    await speak_into(await microphone_in(room), lambda: taken(sound))


async def held_over(house: House, network: Network) -> Held:
    """A call in which the rep says a few things aloud."""
    up, down = network.ways()
    found, waits = Held(), []
    (sound,) = await spoken([UNBROKEN], REP_VOICE, engine="flite")
    async with bad_line(house.livekit.url, up=up, down=down) as line, house.rep() as rep:
        await rep.place()
        rep.line, page, began_s = line, Page(rep), now_s()
        if not await page.enter() and not await page.come_back():
            return found
        found.connected_s = round(now_s() - began_s, 2)
        await page.send(type="pick_up")
        for place in range(TURNS):
            wait_s = await _answered(page, sound, turns=2 * (place + 1))
            waits += [] if wait_s is None else [wait_s]
        found.waits_s, found.answered = spread_of(waits, digits=2), len(waits)
        await _measured(page, found)
        await page.send(type="hang_up")
        report = await rep.graded()
        await page.leave()
    found.complete = report["ending"]["complete"]
    found.turns = [turn["speaker"] for turn in report["turns"]]
    await asyncio.sleep(WARMED_S)
    return found


async def _answered(page: Page, sound: bytes, *, turns: int) -> float | None:
    """From the end of what the rep says to the buyer's first sound; the buyer is heard out."""
    phone = page.phone
    assert phone is not None
    phone.say(sound)
    ended_s = await phone.said()
    with suppress(TimeoutError):
        async with asyncio.timeout(ANSWERED_WITHIN_S):
            while len(phone.turns()) < turns or phone.turns()[-1]["speaker"] != "buyer":  # noqa: ASYNC110
                await asyncio.sleep(LOOK_S)
    return next((at_s - ended_s for at_s in phone.loud_s if at_s > ended_s), None)


async def _measured(page: Page, found: Held) -> None:
    phone = page.phone
    assert phone is not None
    gaps = [later - earlier for earlier, later in zip(phone.arrived_s, phone.arrived_s[1:], strict=False)]
    found.silences, found.longest_s = sum(gap >= SILENCE_S for gap in gaps), round(max(gaps, default=0.0), 2)
    counted = await counts(phone.buyer)
    found.buyer_made_up_percent = percent(counted.get("made_up", 0.0), counted.get("samples", 0.0))


def no_network(_: House, line: BadLine, gone: bool) -> None:  # noqa: FBT001 - the shape of a fault
    """Neither way."""
    line.gone(is_gone=gone)


def no_media_server(house: House, _: BadLine, gone: bool) -> None:  # noqa: FBT001
    """It answers nobody."""
    house.livekit.process.send_signal(signal.SIGSTOP if gone else signal.SIGCONT)


async def gone_for(house: House, seconds: float, gone: Gone = no_network) -> Outage:
    """From the middle of an answer."""
    async with bad_line(house.livekit.url) as line, house.rep() as rep:
        await rep.place()
        rep.line, page = line, Page(rep)
        assert await page.enter()
        await page.send(type="pick_up")
        await page.send(type="say", text=GREETING)
        await page.hears(within_s=ANSWERED_WITHIN_S)
        await asyncio.sleep(INTO_THE_ANSWER_S)
        found = await _gone_through(page, seconds, partial(gone, house, line))
        report = await rep.graded()
        await page.leave()
    await asyncio.sleep(WARMED_S)
    ending = report["ending"]
    return Outage(*found, len(report["turns"]), ending["by"], ending["complete"])


async def _gone_through(
    page: Page, seconds: float, gone: Callable[[bool], None]
) -> tuple[float | None, float | None, float | None]:
    began_s, back_s = now_s(), now_s() + seconds
    gone(True)
    asyncio.get_running_loop().call_later(seconds, gone, False)
    if not await page.fall_silent(since_s=began_s, within_s=seconds + SILENCE_S):
        heard_s = now_s()  # never noticed
    elif not await page.come_back():
        return _after(page.noticed_s, began_s), None, None
    else:
        heard_s = await page.hears(within_s=GIVE_UP_S) or float("nan")
    await page.exchange(QUESTION, within_s=ANSWER_WRITTEN_WITHIN_S)
    await page.send(type="hang_up")
    return _after(page.noticed_s, began_s), _after(page.let_in_s, back_s), _after(heard_s, back_s)


def _after(at_s: float | None, since_s: float) -> float | None:
    return None if at_s is None else round(at_s - since_s, 2)
