"""Calls by voice and in writing: opens both engines in the background and builds each call's session and line."""

import asyncio
import gc
import importlib
import logging
import sys
from collections.abc import Callable, Coroutine, Sequence
from dataclasses import replace
from typing import Any, Literal
from urllib.parse import urlsplit

from sparring.bootstrap.buyer import buyer_engine, open_buyer
from sparring.bootstrap.realtime import (
    IN_SESSION,
    WHY_IT_SPEAKS,
    InSession,
    call_in_session,
    hears_in_session,
    speaks_in_session,
    why_it_hears,
)
from sparring.bootstrap.recipients import outside
from sparring.call.by_model.wording import Voicing
from sparring.call.desk import ActiveCall, CallMaker
from sparring.call.diary.journal import Opened
from sparring.call.line import TYPED_ENGINES, CallClock, Line, TypedLine
from sparring.call.mind import meaning
from sparring.call.session import CallSession
from sparring.call.telemetry import CallTelemetry
from sparring.config import Config
from sparring.errors import NoRoomForCall, SparringError, code_of
from sparring.persona import Persona
from sparring.ports import Clock, Journal, Progress, Recogniser, Synthesiser, Telemetry, TranscriptStore
from sparring.speech_acts import load_all
from sparring.telemetry import Silent
from sparring.transcript import Engines
from sparring.web.services import EngineStatus

log = logging.getLogger(__name__)

THREADS_YIELD_AFTER_S = 0.001  # to the loop; at the usual 5 ms each of a turn's fifty steps may wait that long
OBJECTS_BEFORE_SWEEPING = 10_000  # at the usual 700 a turn in four is held up by 2 to 5 ms
WARM_UP = "Thank you for calling, this is Dana. I'm so sorry to hear that. Would Tuesday at two work for a visit?"
OFF = "none"
NOT_LOADED = "Speech could not be loaded. Tell whoever runs Sparring: its log names the error."
DIRECT, IN_ROOM = "webrtc-direct", "livekit-room"
Colour = Callable[[bytes], bytes]
"""Changes 20 ms of the buyer's voice on its way out."""
LineOf = Callable[[Any, Any, Colour], Line]
"""The way a spoken call's sound travels: given the call, the clock its blocks drive, and the colour of its voice."""


class SpeechLines:
    """`Lines`: calls by voice once both engines are ready, calls in writing always."""

    def __init__(
        self,
        config: Config,
        journal: Journal,
        store: TranscriptStore,
        clock: Clock,
        *,
        telemetry: Telemetry | None = None,
    ) -> None:
        self._config, self._journal, self._store, self._clock = config, journal, store, clock
        self._telemetry: Telemetry = telemetry or Silent()
        self._in_rooms, self._in_session = False, InSession()
        self._parts: Any = None  # `sparring.bootstrap.call_engine`, once it is imported
        self.hearing, self.voice = EngineStatus(), EngineStatus()
        self.outside: Sequence[str] = outside(config)
        self._buyer = open_buyer(config)
        self.recogniser: Recogniser | None = None
        self.synthesiser: Synthesiser | None = None
        self._stand_by: Synthesiser | None = None

    def leave_speech_to_rooms(self, url: str) -> None:
        """Calls by voice are held in LiveKit's rooms and carried by agents: nothing is opened here."""
        host = urlsplit(url).hostname or url
        self._in_rooms = True
        for status in (self.hearing, self.voice):
            status.name, status.state, status.progress = "agent", "ready", 1.0
            status.sentence = f"Calls by voice are held in LiveKit's rooms at {host}."

    async def load(self) -> None:
        """Open both engines side by side; a failure of any kind is shown, and typing still works."""
        try:
            await self._load()
        except Exception as error:  # noqa: BLE001 - the root of a task: nobody else would say that speech will not come
            log.error("speech not loaded: %s", code_of(error))  # noqa: TRY400 - a trace may quote what a service said
            for status in (self.hearing, self.voice):
                if status.state == "loading":
                    _switch_off(status, NOT_LOADED)

    async def _load(self) -> None:
        if self._in_rooms:
            await asyncio.to_thread(read_ahead)  # calls in writing are held here all the same
            return
        self._parts = await asyncio.to_thread(importlib.import_module, "sparring.bootstrap.call_engine")
        work = self._load_hearing(), self._load_voice(), self._load_stand_by(), asyncio.to_thread(read_ahead)
        await asyncio.gather(*work)
        await self._get_ready()

    async def use(
        self, recogniser: Recogniser | None, synthesiser: Synthesiser | None, *, stand_by: Synthesiser | None = None
    ) -> None:
        """Engines that are open already, in place of `load`; None where the buyer's session does it."""
        self._parts = await asyncio.to_thread(importlib.import_module, "sparring.bootstrap.call_engine")
        self.recogniser, self.synthesiser, self._stand_by = recogniser, synthesiser, stand_by
        if recogniser is None:
            await self._load_hearing()
        if synthesiser is None:
            await self._load_voice()
        for status, engine in ((self.hearing, recogniser), (self.voice, synthesiser)):
            if engine is not None:
                status.name, status.state = engine.name, "ready"

    async def _get_ready(self) -> None:
        """Nothing is loaded, built or swept up for the first time in somebody's call."""
        if self.synthesiser is not None:
            await self._parts.drill(self._parts.Speech(self.recogniser, self.synthesiser), self._clock)
        settle()

    async def close(self) -> None:
        """Stop both engines, and let go of the buyer's model."""
        for engine in (self.recogniser, self.synthesiser, self._stand_by, self._buyer):
            if engine is not None:
                await engine.close()

    def engines(self, channel: Literal["voice", "typed"], *, transport: str | None = None) -> Engines:
        """What carries a call of this kind."""
        buyer = buyer_engine(self._buyer)
        if channel == "typed":
            return TYPED_ENGINES.model_copy(update={"buyer": buyer})
        transport = transport or (IN_ROOM if self._in_rooms else DIRECT)
        return Engines(transport=transport, hearing=self.hearing.name, buyer=buyer, voice=self.voice.name)

    def maker(
        self, opened: Opened, persona: Persona, channel: Literal["voice", "typed"], *, rep_name: str = ""
    ) -> CallMaker:
        """`rep_name` is likely to be said too. Raises: NoRoomForCall while speech is not ready."""
        if channel == "typed":
            return lambda watcher: self._typed(opened, persona, watcher)
        return self.spoken_maker(opened, persona, self._direct, rep_name=rep_name)

    def spoken_maker(
        self,
        opened: Opened,
        persona: Persona,
        line_of: LineOf,
        prepare: Callable[[CallSession], None] = lambda _: None,
        *,
        rep_name: str = "",
    ) -> CallMaker:
        """A call by voice on any transport; `prepare` is given the session first. Raises: NoRoomForCall."""
        hears = self.recogniser is not None or self._in_session.hears
        if not hears or not (self.synthesiser is not None or self._in_session.speaks):
            raise NoRoomForCall(self._why_no_speech())
        speech = self._parts.Speech(self.recogniser, self.synthesiser, rep_name=rep_name)

        def made(watcher: ActiveCall, /) -> tuple[CallSession, Line]:
            samples = self._parts.SampleClock()
            session = self._session(opened, persona, watcher, samples)
            prepare(session)
            spoken = self._spoken(session, watcher, samples, speech)
            colour = self._parts.TelephoneBand(48_000).colour if persona.telephone else bytes
            return session, line_of(spoken, samples, colour)

        return made

    def _direct(self, spoken: Any, samples: Any, colour: Colour) -> Line:
        line: Line = self._parts.DirectLine(spoken, samples, self._clock, colour=colour)
        return line

    def _typed(self, opened: Opened, persona: Persona, watcher: ActiveCall) -> tuple[CallSession, Line]:
        clock_ms = CallClock(self._clock)
        session = self._session(opened, persona, watcher, clock_ms)
        if self._buyer is not None:
            session.word_with(Voicing(self._buyer, self._clock, fills=False, meter=session.meter))
        return session, TypedLine(session, watcher=watcher, clock_ms=clock_ms)

    def _spoken(self, session: CallSession, watcher: ActiveCall, samples: Any, speech: Any) -> Any:
        carried = self._carried(session, speech)
        pitch = session.voices.pitch.line_sounded
        listened_to = replace(carried, synthesiser=self._parts.PitchListener(carried.synthesiser, pitch))
        return self._parts.SpokenCall(session, speech=listened_to, watcher=watcher, clock=self._clock, clock_ms=samples)

    def _carried(self, session: CallSession, speech: Any) -> Any:
        """Who words, hears and speaks on one call: engines and services of their own, or one session that does more."""
        parts, persona = self._parts, session.persona
        if self._in_session == InSession():
            if self._buyer is not None:
                session.word_with(Voicing(self._buyer, self._clock, meter=session.meter))
        else:
            one = call_in_session(self._buyer, self._config, persona, speech.likely_names(persona))
            session.word_with(Voicing(one.model, self._clock, meter=session.meter))
            speech = replace(speech, uplink=one.uplink)
            if one.voice is not None:
                speech = replace(speech, synthesiser=one.voice, own_pauses=True, on_heard=one.voice.was_heard)
        if speech.uplink is None:
            speech = replace(speech, recogniser=parts.MeteredHearing(speech.recogniser, session.meter))
        if not self._in_session.speaks:
            metered = parts.MeteredVoice(speech.synthesiser, session.meter)
            dependable = parts.FailoverVoice(metered, self._clock, stand_by=self._stands_by(persona))
            speech = replace(speech, synthesiser=parts.PronouncedNames(dependable, persona.lexicon))
        return speech

    def _stands_by(self, persona: Persona) -> Any:
        """Everybody on the line has a voice on this machine too, of the same gender."""
        if self._stand_by is None:
            return None
        pinned = [persona.voice_of(stage.id) for stage in persona.stages]
        return self._parts.StandBy(self._stand_by, {one.on(self.voice.name): one.local for one in pinned})

    def _session(
        self, opened: Opened, persona: Persona, watcher: ActiveCall, clock_ms: Callable[[], int]
    ) -> CallSession:
        told = CallTelemetry(opened, watcher, telemetry=self._telemetry, clock=self._clock)
        session = CallSession(
            opened, persona, journal=self._journal, store=self._store, watcher=told, clock_ms=clock_ms
        )
        told.meter = session.meter
        return session

    async def _load_hearing(self) -> None:
        self.recogniser, hears = await self._part(
            self.hearing,
            setting=self._config.hearing,
            off="Hearing is switched off in the settings.",
            in_session=hears_in_session,
            why=why_it_hears(self._config),
            opener=self._parts.open_hearing,
        )
        self._in_session = replace(self._in_session, hears=hears)

    async def _load_voice(self) -> None:
        self.synthesiser, speaks = await self._part(
            self.voice,
            setting=self._config.voice,
            off="The voice is switched off in the settings.",
            in_session=speaks_in_session,
            why=WHY_IT_SPEAKS,
            opener=self._parts.open_voice,
        )
        self._in_session = replace(self._in_session, speaks=speaks)

    async def _part(
        self,
        status: EngineStatus,
        *,
        setting: str,
        off: str,
        in_session: Callable[[Config], bool],
        why: str,
        opener: Callable[[Config, Clock, Progress], Coroutine[Any, Any, tuple[Any, str]]],
    ) -> tuple[Any, bool]:
        """The engine that does it, and whether the buyer's realtime session does; neither where the status says why."""
        if setting == OFF:
            _switch_off(status, off)
            return None, False
        try:
            done = in_session(self._config)
        except SparringError as error:
            _switch_off(status, error.sentence)
            return None, False
        if done:
            status.name, status.state, status.progress, status.sentence = IN_SESSION, "ready", 1.0, why
            return None, True
        return await _load(lambda told: opener(self._config, self._clock, told), status), False

    async def _load_stand_by(self) -> None:
        self._stand_by = await self._parts.open_stand_by(self._config)

    def _why_no_speech(self) -> str:
        failed = [status.sentence for status in (self.hearing, self.voice) if status.state == "failed"]
        if failed:
            return f"{failed[0]} You can type the call instead."
        return "Hearing and voice are still getting ready. Wait a few seconds, or type the call instead."


def read_ahead() -> None:
    """What speech acts and the mind read of files at the first look is read now. Blocks for some 100 ms."""
    load_all()
    meaning.load()


def settle() -> None:
    """Everything is loaded: from now on nothing but calls takes the time of this process."""
    # what is loaded stays: a full collection over its 200,000 objects takes 150 ms of the loop, in mid-call
    gc.freeze()
    gc.set_threshold(OBJECTS_BEFORE_SWEEPING)
    sys.setswitchinterval(THREADS_YIELD_AFTER_S)


def _switch_off(status: EngineStatus, sentence: str) -> None:
    status.state, status.sentence = "failed", sentence


async def _load(opener: Callable[[Progress], Coroutine[Any, Any, tuple[Any, str]]], status: EngineStatus) -> Any:
    def progress(share: float, sentence: str) -> None:
        status.progress, status.sentence = share, sentence

    try:
        engine, why = await opener(progress)
    except SparringError as error:
        status.state, status.sentence = "failed", error.sentence
        log.warning("engine not opened: %s", error.code)
        return None
    status.name, status.state, status.progress, status.sentence = engine.name, "ready", 1.0, why
    return engine
