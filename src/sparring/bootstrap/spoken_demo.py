"""A whole spoken call inside one process: a rep made of samples, a WebRTC call on this machine, then the grade.

Leaves nothing behind: diary and transcript stay in memory.
"""

import asyncio
from collections.abc import Callable, Sequence
from contextlib import suppress
from dataclasses import dataclass, field

import numpy as np
from scipy.signal import resample_poly

from sparring.adapters.clock import SystemClock
from sparring.adapters.journal.memory import MemoryJournal
from sparring.adapters.media.rep_phone import RepPhone
from sparring.adapters.store.memory import MemoryStore
from sparring.bootstrap.lines import CallLines
from sparring.bootstrap.speech_engines import SpeechEngines
from sparring.call.active_call import ActiveCall
from sparring.call.active_calls import ActiveCalls
from sparring.call.diary.entries import Booking, Whose, opened
from sparring.call.lifecycle import CallLimits
from sparring.call.line import LineState
from sparring.config import Config
from sparring.documents import digest_of, dump_document
from sparring.errors import HearingFailed, VoiceFailed
from sparring.grade.rules.grader import grade
from sparring.ids import new_call_id, new_rep_id
from sparring.persona import Persona, find_persona, load_personas
from sparring.ports import Progress, Synthesiser
from sparring.report.build import build_report
from sparring.report.document import Report
from sparring.rubric import find_rubric
from sparring.transcript import Attempt, Ending, Transcript, Turn, TurnLatency

PHONE_RATE_HZ = 48_000
ANSWER_WITHIN_S = 8.0
BETWEEN_TURNS_S = 0.7
SEED = 7
Show = Callable[[str, str], None]


@dataclass(frozen=True, slots=True)
class SpokenDemo:
    """What came of it."""

    report: Report
    transcript: Transcript
    glass_to_glass_ms: tuple[int, ...]


@dataclass(slots=True)
class _DemoPage:
    """The page of a call that nobody looks at."""

    show: Show
    shown: set[int] = field(default_factory=set)
    last_buyer_turn: int = -1
    over: bool = False

    def turn_committed(self, turn: Turn) -> None:
        if turn.speaker == "buyer":
            self.last_buyer_turn = turn.index
        if turn.index not in self.shown:
            self.shown.add(turn.index)
            self.show(turn.speaker.value, turn.text)

    def call_ended(self, ending: Ending, *, review_s: float) -> None:
        del ending, review_s
        self.over = True

    def written(self) -> None:
        """Nobody waits."""

    def replaced(self) -> None:
        """There is no other page."""

    def state_changed(self, state: LineState) -> None:
        """Turns are shown when they stand."""

    def caption(self, speaker: str, text: str) -> None:
        """Turns are shown when they stand."""


async def speak_demo(
    config: Config, persona_id: str, said: Sequence[str], *, progress: Progress, show: Show
) -> SpokenDemo:
    """Speak what is to be `said` to a buyer. Raises: HearingFailed, VoiceFailed, PersonaUnknown."""
    clock, journal, store = SystemClock(), MemoryJournal(), MemoryStore()
    persona = find_persona(persona_id, config.personas_dir)
    lines = CallLines(config, journal, store, clock)
    progress(0.0, "Opening hearing and voice")
    await lines.speech.load()
    try:
        voice = _both_or_raise(lines.speech)
        active_calls = ActiveCalls(journal, store, clock, limits=CallLimits())
        first = opened(persona, find_rubric(persona.rubric_id), _booking(config, lines, clock))
        call = await active_calls.open(lines.maker(first, persona, "voice"))
        keeper = asyncio.create_task(active_calls.run())
        try:
            measured = await _converse(call, persona, said, voice=voice, show=show)
            return _graded(await call.session.transcript(), persona, measured)
        finally:
            keeper.cancel()
            await active_calls.close()
    finally:
        await lines.close()


def _both_or_raise(speech: SpeechEngines) -> Synthesiser:
    if speech.recogniser is None:
        raise HearingFailed(speech.hearing.sentence)
    if speech.synthesiser is None:
        raise VoiceFailed(speech.voice.sentence)
    return speech.synthesiser


def _booking(config: Config, lines: CallLines, clock: SystemClock) -> Booking:
    return Booking(
        call_id=new_call_id(),
        whose=Whose(config.tenant, config.location, new_rep_id()),
        difficulty="normal",
        seed=SEED,
        attempt=Attempt(),
        engines=lines.engines("voice"),
        started_at=clock.now(),
    )


async def _converse(
    call: ActiveCall, persona: Persona, lines: Sequence[str], *, voice: Synthesiser, show: Show
) -> tuple[int, ...]:
    listener, phone = _DemoPage(show), RepPhone(SystemClock())
    rep_voice = _other_voice(voice, persona)
    await call.attach(listener)
    try:
        await phone.call(call.line.offer)
        call.ring()
        await call.pick_up()
        measured = []
        for text in lines:
            if listener.over:
                break
            measured += await _turn(phone, call, listener, await render(voice, text, rep_voice))
        await call.hang_up("rep", reason="The rep hung up.")
        return tuple(measured)
    finally:
        await phone.close()


async def _turn(phone: RepPhone, call: ActiveCall, listener: _DemoPage, pcm: bytes) -> list[int]:
    """The rep says one thing and hears the answer out; the wait for it by sound, if an answer came."""
    await phone.say(pcm)
    exchange = await phone.answer_to_what_was_said(within_s=ANSWER_WITHIN_S)
    await phone.until_quiet(quiet_s=BETWEEN_TURNS_S)
    if exchange is None:
        return []
    latency = TurnLatency(glass_to_glass_ms=exchange.glass_to_glass_ms)
    with suppress(ValueError):
        await call.session.measured(listener.last_buyer_turn, latency=latency)
    return [exchange.glass_to_glass_ms]


def _other_voice(voice: Synthesiser, persona: Persona) -> str:
    """A voice for the rep that nobody takes for the buyer's."""
    cards = {card.id: card for card in voice.voices()}
    buyer = cards.get(persona.voice.local)
    others = [card.id for card in voice.voices() if buyer is None or card.gender != buyer.gender]
    return others[0] if others else persona.voice.local


async def render(voice: Synthesiser, text: str, voice_id: str) -> bytes:
    """`text` as s16le mono 48 kHz."""
    pcm = b"".join([block async for block in voice.speak(text, voice_id=voice_id)])
    samples = np.frombuffer(pcm, np.int16).astype(np.float32)
    resampled = resample_poly(samples, PHONE_RATE_HZ, voice.sample_rate_hz)
    return bytes(np.clip(resampled, -32768, 32767).astype(np.int16).tobytes())


def _graded(transcript: Transcript, persona: Persona, measured: tuple[int, ...]) -> SpokenDemo:
    rubric, digest = find_rubric(persona.rubric_id), digest_of(dump_document(transcript))
    scorecard = grade(transcript, rubric, transcript_digest=digest, graded_at=transcript.started_at)
    report = build_report(scorecard, transcript, persona, rubric, personas=load_personas())
    return SpokenDemo(report, transcript, measured)
