"""Calls by voice and in writing: builds each call's session and line, on the engines there are."""

from collections.abc import Callable, Sequence
from dataclasses import replace
from typing import Any, Literal

from sparring.bootstrap.buyer import buyer_engine, open_buyer
from sparring.bootstrap.realtime import InSession, call_in_session
from sparring.bootstrap.recipients import outside
from sparring.bootstrap.speech_engines import SpeechEngines
from sparring.call.active_call import ActiveCall, CallMaker
from sparring.call.by_model.wording import ModelWording
from sparring.call.diary.entries import CallOpened
from sparring.call.line import TYPED_ENGINES, CallClock, Line, TypedLine
from sparring.call.session import CallSession
from sparring.call.telemetry import CallTelemetry
from sparring.config import Config
from sparring.persona import Persona
from sparring.ports import Clock, Journal, Telemetry, TranscriptStore
from sparring.telemetry import Silent
from sparring.transcript import Engines

DIRECT, IN_ROOM = "webrtc-direct", "livekit-room"
Colour = Callable[[bytes], bytes]
"""Changes 20 ms of the buyer's voice on its way out."""
LineOf = Callable[[Any, Any, Colour], Line]
"""The way a spoken call's sound travels: given the call, the clock its blocks drive, and the colour of its voice."""


class CallLines:
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
        self.speech = SpeechEngines(config, clock)
        self.hearing, self.voice = self.speech.hearing, self.speech.voice
        self.outside: Sequence[str] = outside(config)
        self._buyer = open_buyer(config)

    async def close(self) -> None:
        """Stop both engines, and let go of the buyer's model."""
        await self.speech.close()
        if self._buyer is not None:
            await self._buyer.close()

    def engines(self, channel: Literal["voice", "typed"], *, transport: str | None = None) -> Engines:
        """What carries a call of this kind."""
        buyer = buyer_engine(self._buyer)
        if channel == "typed":
            return TYPED_ENGINES.model_copy(update={"buyer": buyer})
        transport = transport or (IN_ROOM if self.speech.in_rooms else DIRECT)
        return Engines(transport=transport, hearing=self.hearing.name, buyer=buyer, voice=self.voice.name)

    def maker(
        self, opened: CallOpened, persona: Persona, channel: Literal["voice", "typed"], *, rep_name: str = ""
    ) -> CallMaker:
        """`rep_name` is likely to be said too. Raises: NoRoomForCall while speech is not ready."""
        if channel == "typed":
            return lambda watcher: self._typed(opened, persona, watcher)
        return self.spoken_maker(opened, persona, self._direct, rep_name=rep_name)

    def spoken_maker(
        self,
        opened: CallOpened,
        persona: Persona,
        line_of: LineOf,
        prepare: Callable[[CallSession], None] = lambda _: None,
        *,
        rep_name: str = "",
    ) -> CallMaker:
        """A call by voice on any transport; `prepare` is given the session first. Raises: NoRoomForCall."""
        self.speech.refuse_when_not_ready()
        parts = self.speech.parts
        speech = parts.Speech(self.speech.recogniser, self.speech.synthesiser, rep_name=rep_name)

        def made(watcher: ActiveCall, /) -> tuple[CallSession, Line]:
            samples = parts.SampleClock()
            session, told = self._session(opened, persona, watcher, samples)
            prepare(session)
            spoken = self._spoken(session, watcher, samples, speech)
            colour = parts.TelephoneBand(48_000).colour if persona.telephone else bytes
            line = line_of(spoken, samples, colour)
            told.gaps, told.rep_heard = line.gaps, line.rep_heard
            return session, line

        return made

    def _direct(self, spoken: Any, samples: Any, colour: Colour) -> Line:
        line: Line = self.speech.parts.DirectLine(spoken, samples, self._clock, colour=colour)
        return line

    def _typed(self, opened: CallOpened, persona: Persona, watcher: ActiveCall) -> tuple[CallSession, Line]:
        clock_ms = CallClock(self._clock)
        session, _ = self._session(opened, persona, watcher, clock_ms)
        if self._buyer is not None:
            session.word_with(ModelWording(self._buyer, self._clock, fills=False, meter=session.meter))
        return session, TypedLine(session, watcher=watcher, clock_ms=clock_ms)

    def _spoken(self, session: CallSession, watcher: ActiveCall, samples: Any, speech: Any) -> Any:
        carried = self._carried(session, speech)
        pitch = session.voices.pitch.line_sounded
        listened_to = replace(carried, synthesiser=self.speech.parts.PitchListener(carried.synthesiser, pitch))
        return self.speech.parts.SpokenCall(
            session, speech=listened_to, watcher=watcher, clock=self._clock, clock_ms=samples
        )

    def _carried(self, session: CallSession, speech: Any) -> Any:
        """Who words, hears and speaks on one call: engines and services of their own, or one session that does more."""
        parts, persona, in_session = self.speech.parts, session.persona, self.speech.in_session
        if in_session == InSession():
            if self._buyer is not None:
                session.word_with(ModelWording(self._buyer, self._clock, meter=session.meter))
        else:
            one = call_in_session(self._buyer, self._config, persona, speech.likely_names(persona))
            session.word_with(ModelWording(one.model, self._clock, meter=session.meter))
            speech = replace(speech, uplink=one.uplink)
            if one.voice is not None:
                speech = replace(speech, synthesiser=one.voice, own_pauses=True, on_heard=one.voice.was_heard)
        if speech.uplink is None:
            speech = replace(speech, recogniser=parts.MeteredHearing(speech.recogniser, session.meter))
        if not in_session.speaks:
            metered = parts.MeteredVoice(speech.synthesiser, session.meter)
            dependable = parts.FailoverVoice(metered, self._clock, stand_by=self._stands_by(persona))
            speech = replace(speech, synthesiser=parts.PronouncedNames(dependable, persona.lexicon))
        return speech

    def _stands_by(self, persona: Persona) -> Any:
        """Everybody on the line has a voice on this machine too, of the same gender."""
        if self.speech.stand_by is None:
            return None
        pinned = [persona.voice_of(stage.id) for stage in persona.stages]
        return self.speech.parts.StandBy(self.speech.stand_by, {one.on(self.voice.name): one.local for one in pinned})

    def _session(
        self, opened: CallOpened, persona: Persona, watcher: ActiveCall, clock_ms: Callable[[], int]
    ) -> tuple[CallSession, CallTelemetry]:
        told = CallTelemetry(opened, watcher, telemetry=self._telemetry, clock=self._clock)
        session = CallSession(
            opened, persona, journal=self._journal, store=self._store, watcher=told, clock_ms=clock_ms
        )
        told.meter = session.meter
        return session, told
