"""A spoken call: one `AgentSession` around one `CallSession`, the same on every transport.

Flows in: microphone samples and the page's commands. Flows out: blocks of the buyer's voice, captions, states. The
framework carries turns, interruptions and playback; what is said, and what counts as said, is decided by the session.
"""

import asyncio
import logging
from collections.abc import Callable
from typing import Any

from livekit import rtc
from livekit.agents import AgentSession, ConversationItemAddedEvent, llm

from sparring.adapters.agent_session.assembly import ONLY_PRESENCE, BuyerAgent, agent_session
from sparring.adapters.agent_session.audio_io import CallAudioInput, CallAudioOutput
from sparring.adapters.agent_session.captions import CaptionSynchroniser
from sparring.adapters.agent_session.ear_plugins import silero
from sparring.adapters.agent_session.listener import Utterance
from sparring.adapters.agent_session.mouth import Mouth, VoiceAndMood
from sparring.adapters.agent_session.outage import wait_out
from sparring.adapters.agent_session.playback import Playback, heard_of
from sparring.adapters.agent_session.speech import Speech, ear_of
from sparring.adapters.agent_session.word_times import WordTimes
from sparring.adapters.background_tasks import CallTasks
from sparring.call.buyer import Move
from sparring.call.latency import Stopwatch
from sparring.call.line import LineWatcher
from sparring.call.saying import Saying
from sparring.call.session import CallSession, EndedBy, RepSaid
from sparring.call.turn_taking.detection import DETECTION
from sparring.call.turn_taking.turn import SENSITIVITY
from sparring.errors import CallOver, SparringError, VoiceChanged, VoiceFailed
from sparring.ports import Clock, StandIns

log = logging.getLogger(__name__)


REHEARSED = ("Hello, how can I help you?", "I'm so sorry, what happened?")  # the first turn finds every table built
SILENCE_TICK_S = 0.25
GIVEN_UP_AFTER_MS = 2_000  # of silence with an answer that nobody asks for
AFTER_LAST_WORD_S = 0.4  # before the buyer's hang-up is final
LAST_WORDS_WITHIN_S = 3.0  # to understand what was being said at a hang-up
LOST_AFTER_MS = 3_000  # as the page: an outage this long was noticed
BACK_FOR_MS = 1_000  # then the buyer says their last words again, unless the rep speaks
PARTS_WITHIN_S = 8.0  # a sentence, where a voice can still say it
HEARING_GONE = "The service that hears the rep was lost and could not be reached again."


class SpokenCall:
    """Runs one call by voice.

    Args:
        session: the call itself.
        speech: hears the rep and speaks for the buyer.
        watcher: told of states and captions.
        clock: for the stages' stopwatch.
        clock_ms: the call's audio clock.
    """

    def __init__(
        self,
        session: CallSession,
        *,
        speech: Speech,
        watcher: LineWatcher,
        clock: Clock,
        clock_ms: Callable[[], int],
    ) -> None:
        persona = session.persona
        self._session, self._watcher, self._clock, self._clock_ms = session, watcher, clock, clock_ms
        self._move: Move | None = None
        self._unasked: Saying | None = None  # decided before the framework asked for an answer
        self._stopwatch = Stopwatch()
        self._playback = Playback()
        self._typed: list[RepSaid] = []
        self._word_times = WordTimes(session, speech)
        self._quiet_since_ms = 0
        self._tasks = CallTasks(session.call_id)
        self._deciding = asyncio.Lock()
        self.ear = ear_of(
            speech,
            persona,
            clock=clock,
            on_caption=lambda text: watcher.caption("rep", text),
            on_utterance=self._utterance_came,
        )
        self.ear.on_guess = self._read_ahead
        self.ear.on_deaf = self._rep_unheard
        self._speech = speech
        self._delivery = VoiceAndMood(session.voices.pinned(persona.stages[0].id))
        self._mouth = self._mouth_of(speech)
        self.input = CallAudioInput()
        self.output = CallAudioOutput(
            on_ready=self._sound_ready, on_started=self._playback_started, on_finished=self._playback_finished
        )
        self._synchroniser = CaptionSynchroniser(self.output, on_caption=lambda text: watcher.caption("buyer", text))
        wait_out(self.input, self.output, self._synchroniser)
        self._agent_session = self._assembled(speech)

    def _mouth_of(self, speech: Speech) -> Mouth:
        return Mouth(
            speech.synthesiser,
            self._delivery,
            on_first_sound=self._first_sound,
            on_silence=self._no_sound,
            on_failure=self._voice_failed,
            own_pauses=speech.own_pauses,
        )

    def _assembled(self, speech: Speech) -> "AgentSession[None]":
        persona = self._session.persona
        detection = DETECTION[persona.call_type, persona.interrupt_sensitivity]
        detector = speech.detector or silero()
        return agent_session(self.ear, detector, interrupt_after_ms=detection.interrupt_after_ms)

    # -- life ----------------------------------------------------------------------------------------------------

    async def start(self, room: rtc.Room | None = None) -> None:
        """Ready to hear; nobody speaks before `pick_up`. In a `room` the framework shows who has the word there.

        Raises: MediaFailed.
        """
        self._connect()
        place: dict[str, Any] = {} if room is None else {"room": room, "room_options": ONLY_PRESENCE}
        await self._agent_session.start(BuyerAgent(self._answer, self._mouth), record=False, **place)
        self._tasks.spawn(self._prepare_opening(), "prepare-opening")

    def _connect(self) -> None:
        session = self._agent_session
        session.input.audio = self.input
        session.input.set_audio_enabled(False)  # nobody hears the rep while the phone rings
        session.output.audio = self._synchroniser.audio_output
        session.output.transcription = self._synchroniser.text_output
        session.on("conversation_item_added", self._item_added)
        session.on("speech_created", lambda event: event.speech_handle.add_done_callback(self._playback.over))
        session.on("agent_state_changed", lambda event: self._state_changed(event.new_state))
        session.on("agent_false_interruption", lambda event: self._false_alarm(resumed=event.resumed))
        session.on("error", lambda event: log.error("engine error: %s", type(event.error).__name__))

    async def pick_up(self, *, ring_ms: int) -> None:
        """The phone is picked up: the call's clock starts, and the buyer speaks if it is theirs to begin."""
        self._agent_session.input.set_audio_enabled(True)
        self._quiet_since_ms = self._clock_ms()
        move = await self._session.pick_up(ring_ms=ring_ms)
        self._tasks.spawn(self._watch_silence(), "silence")
        if move is not None:
            self._say(move)
        else:
            self._watcher.state_changed("listening")

    async def type_text(self, text: str) -> None:
        """The rep types instead of speaking; interrupts the buyer as speaking would."""
        now_ms = self._clock_ms()
        self._typed.append(RepSaid(text=text, start_ms=now_ms, end_ms=now_ms, channel="typed"))
        await self._agent_session.interrupt()
        self._agent_session.generate_reply(user_input=text)

    async def hang_up(self, by: EndedBy, *, reason: str) -> None:
        """End the call: the last words are heard out first, then nobody speaks any more."""
        self.ear.last_words(within_s=LAST_WORDS_WITHIN_S)
        self.input.end()
        await self._agent_session.aclose()
        await self._keep_last_words()
        await self._session.end(by, reason=reason)
        self._watcher.state_changed("ended")

    async def close(self) -> None:
        """Let go of everything; safe to call twice."""
        await self._tasks.cancel()
        await self._agent_session.aclose()
        await self._synchroniser.aclose()
        self._mouth.give_up()
        await self.ear.close()

    async def _prepare_opening(self) -> None:
        """While the phone rings: the mind has answered once, and the opening line exists."""
        for text in REHEARSED:
            await asyncio.to_thread(self._session.read_ahead, text)
        persona, voice = self._session.persona, self._delivery.voice_id
        await self._speech.synthesiser.prepare(persona.opening_line, voice_id=voice, mood=persona.mood_at_start)

    # -- the buyer answers ---------------------------------------------------------------------------------------

    def _read_ahead(self, text: str) -> None:
        """While the silence runs: the buyer then knows every sentence of a turn by the time it closes."""
        self._playback.stop()
        self._tasks.spawn(asyncio.to_thread(self._session.read_ahead, text), "read-ahead")

    def _utterance_came(self) -> None:
        """The buyer decides, and the voice begins, while the framework is still on its way to ask for an answer."""
        self.input.cut_off_ms = 0
        if self._playback.open:
            self._playback.stop()
        else:
            self._tasks.spawn(self._decide_ahead(), "decide-ahead")

    async def _decide_ahead(self) -> None:
        async with self._deciding:
            self._unasked = await self._decided() or self._unasked

    async def _answer(self) -> Saying | None:
        """What the buyer says. The framework gives an answer up when the rep speaks on; their words are kept anyway."""
        return await asyncio.shield(self._tasks.spawn(self._decide(), "answer"))

    async def _decide(self) -> Saying | None:
        async with self._deciding:
            saying, self._unasked = await self._decided() or self._unasked, None
        return saying

    async def _decided(self) -> Saying | None:
        """Everything the rep said since the last answer becomes durable; returns what the buyer makes of it, if new."""
        if not (self.ear.utterances or self._typed):
            return None
        await self._playback.until_settled()
        try:
            move = await self._write_down(self._get_ready)
        except CallOver:
            return None
        return None if move is None else self._take_up(move)

    async def _write_down(self, on_move: Callable[[Saying], None]) -> Move | None:
        """The rep's turns, oldest first; what could not be written stays for the next try. Raises: JournalFailed."""
        move = None
        for said, utterance in self._rep_turns():
            self._stopwatch = utterance.stopwatch if utterance else Stopwatch()
            move = await self._session.rep_said(said, on_move=on_move)
            if utterance is None:
                del self._typed[0]
            else:
                del self.ear.utterances[0]
                self._word_times.keep(self._session.turns[-1].index, utterance)
        return move

    def _get_ready(self, saying: Saying) -> None:
        """The voice makes the answer while the turn becomes durable; nobody hears it before."""
        self._stopwatch.decided_s = self._clock.monotonic_s()
        if not saying.text:
            self._tasks.spawn(self._note_first_words(saying, self._stopwatch), "first-words")
        self._delivery.mood = saying.move.mood
        self._delivery.voice_id = self._session.voices.pinned(saying.move.stage)
        self._mouth.begin(saying)

    async def _note_first_words(self, saying: Saying, stopwatch: Stopwatch) -> None:
        """With a model the buyer knows what to say once its first words are there."""
        async for _ in saying.pieces():
            stopwatch.decided_s = self._clock.monotonic_s()
            return

    def _rep_turns(self) -> list[tuple[RepSaid, Utterance | None]]:
        return [*((self._said(one), one) for one in self.ear.utterances), *((one, None) for one in self._typed)]

    def _said(self, utterance: Utterance) -> RepSaid:
        heard_ago_ms = round((self._clock.monotonic_s() - (utterance.stopwatch.last_sample_s or 0.0)) * 1000)
        end_ms = max(0, self._clock_ms() - heard_ago_ms)
        return RepSaid(
            text=utterance.text,
            start_ms=max(0, end_ms - utterance.length_ms + utterance.lead_ms),
            end_ms=end_ms,
            channel="voice",
            confidence=utterance.confidence,
            unsure=utterance.unsure,
        )

    def _take_up(self, move: Move) -> Saying:
        self._move = move
        self._playback.take_up()
        return self._session.say(move)

    def _say(self, move: Move) -> None:
        self._stopwatch = Stopwatch()
        saying = self._take_up(move)
        self._get_ready(saying)
        self._agent_session.say(saying.pieces(), audio=self._mouth.frames(saying.pieces()), allow_interruptions=True)

    def _item_added(self, event: ConversationItemAddedEvent) -> None:
        item = event.item
        late = not self._playback.began  # a report on an answer that was given up: the one under way is still silent
        if isinstance(item, llm.ChatMessage) and item.role == "assistant" and not late:
            self._playback.report()
            text = item.text_content or ""
            heard = heard_of(text, self._playback.heard_share) if item.interrupted else text
            self._tasks.spawn(self._heard(heard, interrupted=item.interrupted), "settle")

    async def _heard(self, text: str, *, interrupted: bool) -> None:
        move, self._move = self._move, None
        try:
            await self._session.buyer_heard(
                text,
                start_ms=self._playback.started_ms,
                end_ms=self._playback.ended_ms,
                interrupted=interrupted,
                channel="typed" if self._playback.silent else "voice",
                latency=self._stopwatch.latency() if self._stopwatch.last_sample_s else None,
            )
        finally:
            self._playback.settle()
        if self.ear.utterances:  # said over the end of the answer, and perhaps not asked about
            self._utterance_came()
        self._quiet_since_ms = self._clock_ms()
        if move is not None and move.hangs_up and not interrupted:
            await asyncio.sleep(AFTER_LAST_WORD_S)
            self._tasks.spawn(self.hang_up("buyer", reason="The buyer hung up."), "buyer-hangs-up")

    async def _keep_last_words(self) -> None:
        await self.ear.finish(within_s=LAST_WORDS_WITHIN_S)
        async with self._deciding:  # an answer under way writes down what it has taken up
            await self._write_down(lambda _: None)

    # -- silence -------------------------------------------------------------------------------------------------

    async def _watch_silence(self) -> None:
        while self._session.ending is None:
            await asyncio.sleep(SILENCE_TICK_S)
            if self._somebody_speaks() or self.input.cut_off:  # the network's silence is not the rep's
                self._quiet_since_ms = self._clock_ms()
                continue
            try:
                if move := await self._due(silence_ms=self._clock_ms() - self._quiet_since_ms):
                    self._say(move)
            except SparringError as error:  # nothing could be written: looked at again after another silence
                log.warning("call %s: silence: %s", self._session.call_id, error.code)
                self._quiet_since_ms = self._clock_ms()

    async def _due(self, *, silence_ms: int) -> Move | None:
        """What the buyer says into a silence, first an answer that was given up for good. Raises: JournalFailed."""
        if silence_ms >= GIVEN_UP_AFTER_MS and (self.ear.utterances or self._typed):
            await self._decide()  # it could not be written down before
        if self._session.unheard is not None:
            return self._session.unheard if silence_ms >= GIVEN_UP_AFTER_MS else None
        if silence_ms >= BACK_FOR_MS and self.input.cut_off_ms >= LOST_AFTER_MS:
            self.input.cut_off_ms = 0
            return self._session.last_words()
        return await self._session.rep_silent(silence_ms=silence_ms)

    def _somebody_speaks(self) -> bool:
        states = self._agent_session.agent_state, self._agent_session.user_state
        return self.output.speaking or states[0] in ("speaking", "thinking") or states[1] == "speaking"

    # -- moments -------------------------------------------------------------------------------------------------

    def _first_sound(self) -> None:
        synthesiser, pinned = self._speech.synthesiser, self._delivery.voice_id
        if isinstance(synthesiser, StandIns):
            self._session.voices.refused(pinned, synthesiser.stand_in_for(pinned))
        if self._stopwatch.synthesised_s is None:
            self._stopwatch.synthesised_s = self._clock.monotonic_s()

    def _no_sound(self) -> None:
        self._playback.silent = True

    def _voice_failed(self, failure: VoiceFailed) -> None:
        """Nobody goes on with somebody else's voice; after any other failure the next line is tried."""
        if isinstance(failure, VoiceChanged):
            log.error("call %s: %s", self._session.call_id, failure.code)
            self._tasks.spawn(self.hang_up("connection_lost", reason=failure.sentence), "voice-changed")

    def _rep_unheard(self) -> None:
        """Nobody hears the rep any more: the buyer says so, and the call ends."""
        self._tasks.spawn(self._part(), "part")

    async def _part(self) -> None:
        self._say(self._session.parting())
        await self._playback.settled(within_s=PARTS_WITHIN_S)
        await self.hang_up("connection_lost", reason=HEARING_GONE)

    def _sound_ready(self) -> None:
        self._stopwatch.handed_over_s = self._clock.monotonic_s()

    def _playback_started(self) -> None:
        self._playback.begin(self._agent_session.current_speech, at_ms=self._clock_ms())
        self.ear.timing = SENSITIVITY[self._session.persona.interrupt_sensitivity]
        self._stopwatch.sent_s = self._clock.monotonic_s()
        self._tasks.spawn(self._word_times.find(), "word-times")

    def _false_alarm(self, *, resumed: bool) -> None:
        if resumed:
            self._tasks.spawn(self._session.false_interruption(), "false-interruption")

    def _playback_finished(self, heard_ms: int, interrupted: bool) -> None:  # noqa: FBT001
        self._speech.on_heard(heard_ms, interrupted)
        self._playback.heard_share = self.output.heard_share
        self._playback.ended_ms = self._playback.started_ms + heard_ms

    def _state_changed(self, new_state: str) -> None:
        if new_state in ("listening", "thinking", "speaking"):
            self._watcher.state_changed(new_state)  # type: ignore[arg-type]
