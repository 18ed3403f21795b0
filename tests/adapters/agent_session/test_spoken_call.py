"""A spoken call through the real `AgentSession`, in virtual time, with a coded rep and a buyer of tone."""

import asyncio
from collections.abc import AsyncIterator, Awaitable, Callable
from contextlib import asynccontextmanager
from dataclasses import dataclass
from functools import partial
from typing import Any

import pytest
from livekit.agents import vad

from sparring.adapters.agent_session.ear import Ear
from sparring.adapters.agent_session.speech import Speech
from sparring.adapters.agent_session.spoken_call import HEARING_GONE, SpokenCall
from sparring.adapters.agent_session.spoken_line import SampleClock
from sparring.adapters.journal.memory import MemoryJournal
from sparring.adapters.store.memory import MemoryStore
from sparring.call.replay import branch_at, first_difference
from sparring.call.session import CallSession
from sparring.errors import JournalFailed
from sparring.ids import CallId
from sparring.persona import Persona, find_persona
from sparring.ports import Uplink
from sparring.transcript import EventKind, Speaker
from tests.call.test_scripted_call import played
from tests.fakes.calls import Onlooker, an_opening
from tests.fakes.phone import CodedRecogniser, LoudnessDetector, Phone, ToneSynthesiser, spoken
from tests.virtual_time import VirtualClock, run_virtually

GREETING = "Thank you for calling Willow Lane Home Care, this is Dana."
QUESTION = "What happened that brought your father to the hospital?"
BROKEN_OFF = "And who is at home with him and"
TEXTS = (GREETING, QUESTION, BROKEN_OFF, "Yes.")


def said(number: int) -> bytes:
    """Utterance `number` as sound."""
    return spoken(number, len(TEXTS[number].split()))


@dataclass
class Stage:
    """Everything of one call under test."""

    call: SpokenCall
    session: CallSession
    phone: Phone
    shown: Onlooker
    recogniser: CodedRecogniser
    voice: ToneSynthesiser

    async def until(self, happened: Callable[[], bool], within_s: float = 30.0) -> None:
        async with asyncio.timeout(within_s):
            while not happened():
                await asyncio.sleep(0.02)

    async def answered(self, turns: int) -> None:
        """So many turns stand, and the buyer has finished."""
        await self.until(lambda: len(self.shown.turns) >= turns and self.phone.buyer_silent_for_ms() > 300)


class TornJournal(MemoryJournal):
    """A disk that takes nothing for a while, or one entry less."""

    def __init__(self, *, refuses_one_with: bytes = b"\0") -> None:
        super().__init__()
        self.down, self.refused, self._refuses = False, 0, refuses_one_with

    async def append(self, call_id: CallId, *lines: bytes) -> None:
        if self.down or any(self._refuses in line for line in lines):
            self._refuses, self.refused = b"\0", self.refused + 1
            raise JournalFailed("The disk is full.")
        await super().append(call_id, *lines)


class SlowJournal(MemoryJournal):
    """A disk that takes its time."""

    async def append(self, call_id: CallId, *lines: bytes) -> None:
        await asyncio.sleep(1)
        await super().append(call_id, *lines)


@asynccontextmanager
async def on_stage(
    persona_id: str = "daughter_discharge",
    *,
    journal: MemoryJournal | None = None,
    uplink: Uplink | None = None,
    detector: vad.VAD | None = None,
    **recogniser: Any,
) -> AsyncIterator[Stage]:
    """A call that has been picked up. `uplink`: hears in the place of the recogniser."""
    persona = find_persona(persona_id)
    hears = CodedRecogniser(TEXTS, **recogniser)
    stage = _staged(persona, hears, journal or MemoryJournal(), uplink=uplink, detector=detector)
    await stage.session.open()
    await stage.call.start()
    async with stage.phone:
        await stage.call.pick_up(ring_ms=1_000)
        yield stage
    await stage.call.close()


def _staged(
    persona: Persona,
    recogniser: CodedRecogniser,
    journal: MemoryJournal,
    *,
    uplink: Uplink | None = None,
    detector: vad.VAD | None = None,
) -> Stage:
    shown, voice, samples = Onlooker(), ToneSynthesiser(), SampleClock()
    samples.begin()
    session = CallSession(
        an_opening(persona), persona, journal=journal, store=MemoryStore(), watcher=shown, clock_ms=samples
    )
    call = SpokenCall(
        session,
        speech=Speech(None if uplink else recogniser, voice, detector or LoudnessDetector(), uplink=uplink),
        watcher=shown,
        clock=VirtualClock(),
        clock_ms=samples,
    )
    return Stage(call, session, Phone(call.input, call.output, samples), shown, recogniser, voice)


def play(scenario: Callable[[Stage], Awaitable[None]], **setting: Any) -> None:
    """Run one scenario in virtual time; a task left behind fails it."""

    async def run() -> None:
        async with on_stage(**setting) as stage:
            await scenario(stage)

    run_virtually(run())


def test_a_turn_is_heard_written_down_and_answered() -> None:
    """The rep greets; the buyer answers with the opening line, in its pinned voice."""

    async def scenario(stage: Stage) -> None:
        await stage.phone.say(said(0))
        await stage.answered(2)
        rep, buyer = stage.shown.turns[0], stage.shown.turns[1]
        assert (rep.speaker, rep.text, rep.channel) == (Speaker.REP, GREETING, "voice")
        assert buyer.text == stage.session.persona.opening_line
        assert buyer.voice_id == stage.session.persona.voice.local == stage.voice.spoken[0][1]
        assert rep.start_ms < rep.end_ms <= buyer.start_ms < buyer.end_ms

    play(scenario)


def test_a_finished_sentence_is_answered_sooner_than_one_that_breaks_off() -> None:
    """The wait after 'and' is longer by the difference that the timing sets."""

    async def scenario(stage: Stage) -> None:
        await stage.phone.say(said(0))
        await stage.answered(2)
        waits = []
        for number in (1, 2):
            end_ms = await stage.phone.say(said(number))
            turns = len(stage.shown.turns)
            await stage.answered(turns + 2)
            waits.append(stage.phone.buyer_began_after(end_ms))
        finished_ms, broken_off_ms = waits
        assert finished_ms <= 300
        assert broken_off_ms >= finished_ms + 400

    play(scenario)


def test_a_pause_inside_a_turn_does_not_cut_it() -> None:
    """Half a second of thinking after 'and' leaves one turn of the rep."""

    async def scenario(stage: Stage) -> None:
        await stage.phone.say(said(2), said(1), pause_ms=500)
        await stage.answered(2)
        assert [turn.speaker for turn in stage.shown.turns.values()].count(Speaker.REP) == 1

    play(scenario)


def test_words_of_a_rep_who_speaks_on_while_the_buyer_thinks_are_kept() -> None:
    """The framework gives the answer up; what was said before it is in the transcript all the same."""

    async def scenario(stage: Stage) -> None:
        await stage.phone.say(said(0))
        await stage.until(lambda: "thinking" in stage.shown.states)
        await stage.phone.say(said(1))
        await stage.until(lambda: Speaker.BUYER in [turn.speaker for turn in stage.shown.turns.values()])
        said_by_rep = [turn.text for turn in stage.shown.turns.values() if turn.speaker is Speaker.REP]
        assert said_by_rep == [GREETING, QUESTION]

    play(scenario, journal=SlowJournal())


def test_an_answer_that_was_given_up_is_said_after_a_silence() -> None:
    """The rep hears it within three seconds, and not "Are you still there?" after eight."""

    async def scenario(stage: Stage) -> None:
        await stage.phone.say(said(0))
        await stage.until(lambda: "thinking" in stage.shown.states)
        await stage.call._agent_session.interrupt()
        given_up_ms = stage.phone.now_ms
        await stage.answered(2)
        assert stage.shown.turns[1].text == stage.session.persona.opening_line
        assert stage.phone.buyer_began_after(given_up_ms) <= 3_500

    play(scenario, journal=SlowJournal())


def test_words_that_cannot_be_written_down_are_kept_until_they_can() -> None:
    """Nothing the rep said is lost, and the buyer answers it as soon as it stands."""
    journal = TornJournal()

    async def scenario(stage: Stage) -> None:
        journal.down = True
        await stage.phone.say(said(0))
        await stage.until(lambda: journal.refused > 1)
        assert not stage.shown.turns
        journal.down = False
        await stage.answered(2)
        assert [turn.text for turn in stage.shown.turns.values()] == [GREETING, stage.session.persona.opening_line]

    play(scenario, journal=journal)


def test_a_hang_up_that_could_not_be_written_down_takes_the_last_words_along_the_next_time() -> None:
    """The rep presses again, and the transcript is whole."""
    journal = TornJournal()

    async def scenario(stage: Stage) -> None:
        journal.down = True
        await stage.phone.say(said(0))
        with pytest.raises(JournalFailed):
            await stage.call.hang_up("rep", reason="The rep hung up.")
        journal.down = False
        await stage.call.hang_up("rep", reason="The rep hung up.")
        assert [turn.text for turn in (await stage.session.transcript()).turns] == [GREETING]

    play(scenario, journal=journal)


def test_barging_in_stops_the_buyer_and_keeps_only_what_was_heard() -> None:
    """The buyer falls silent within half a second; the transcript holds a part of the line, marked as interrupted."""

    async def scenario(stage: Stage) -> None:
        await stage.phone.say(said(0))
        await stage.until(lambda: len(stage.phone.buyer_spoke_ms) > 60)
        began_ms = stage.phone.now_ms
        await stage.phone.say(said(1))
        stopped = [at_ms for at_ms in stage.phone.buyer_spoke_ms if at_ms < began_ms + 2_000][-1]
        assert stopped - began_ms <= 450
        await stage.answered(4)
        cut = stage.shown.turns[1]
        assert cut.interrupted
        assert stage.session.persona.opening_line.startswith(cut.text)
        assert 0 < len(cut.text) < len(stage.session.persona.opening_line)
        kinds = [event.kind for event in (await stage.session.transcript()).events]
        assert EventKind.INTERRUPTION in kinds

    play(scenario)


def test_an_answer_cut_before_its_first_word_costs_the_rep_no_wait() -> None:
    """The framework reports nothing of it; the next answer comes as soon as any, and the words were never said."""

    async def scenario(stage: Stage) -> None:
        await stage.phone.say(said(0))
        await stage.until(lambda: "speaking" in stage.shown.states)
        await stage.call._agent_session.interrupt()
        end_ms = await stage.phone.say(said(1))
        await stage.until(lambda: stage.phone.buyer_spoke_after(end_ms))
        assert stage.phone.buyer_began_after(end_ms) <= 400
        assert [turn.speaker for turn in stage.shown.turns.values()] == [Speaker.REP, Speaker.REP]

    play(scenario)


def test_a_noise_without_words_does_not_end_the_buyers_turn() -> None:
    """A cough pauses the buyer, who then goes on to the end of the sentence; it is counted."""

    async def scenario(stage: Stage) -> None:
        stage.recogniser.texts = (GREETING, "", "", "")
        await stage.phone.say(said(0))
        await stage.until(lambda: len(stage.phone.buyer_spoke_ms) > 60)
        await stage.phone.say(spoken(1, 1, word_ms=400))
        await stage.answered(2)
        assert stage.shown.turns[1].text == stage.session.persona.opening_line
        assert not stage.shown.turns[1].interrupted
        kinds = [event.kind for event in (await stage.session.transcript()).events]
        assert kinds.count(EventKind.FALSE_INTERRUPTION) == 1

    play(scenario)


def test_speech_nobody_can_make_out_is_asked_about_and_kept() -> None:
    """An unsure turn stands in the transcript as unsure, and the buyer asks again."""

    async def scenario(stage: Stage) -> None:
        await stage.phone.say(said(0))
        await stage.answered(2)
        await stage.phone.say(said(1))
        await stage.answered(4)
        kinds = [event.kind for event in (await stage.session.transcript()).events]
        assert EventKind.UNSURE_HEARING in kinds
        assert len(stage.voice.spoken) == 2

    play(scenario, unsure={1})


def test_a_recogniser_that_fails_costs_a_turn_and_not_the_call() -> None:
    """The buyer asks again, and the next turn is heard."""

    async def scenario(stage: Stage) -> None:
        await stage.phone.say(said(0))
        await stage.answered(2)
        await stage.phone.say(said(3))
        await stage.answered(4)
        await stage.phone.say(said(1))
        await stage.answered(6)
        assert stage.shown.turns[4].text == QUESTION

    play(scenario, fails={3})


def test_the_last_words_before_a_hang_up_are_kept() -> None:
    """The rep hangs up in the middle of a sentence: what was said of it stands in the transcript."""

    async def scenario(stage: Stage) -> None:
        await stage.phone.say(said(0))
        await stage.answered(2)
        await stage.phone.say(said(1))
        await stage.call.hang_up("rep", reason="The rep hung up.")
        assert stage.shown.turns[2].text == QUESTION
        assert stage.shown.ending is not None
        assert stage.shown.ending.complete

    play(scenario)


def test_a_silent_rep_is_spoken_to_and_finally_left() -> None:
    """The caller begins by themselves after 2.5 s, asks whether anybody is there, and hangs up."""

    async def scenario(stage: Stage) -> None:
        await stage.until(lambda: stage.shown.ending is not None, within_s=120)
        assert stage.shown.ending is not None
        assert stage.shown.ending.by == "buyer"
        assert stage.shown.turns[0].text == stage.session.persona.opening_line
        assert 2_400 <= stage.phone.buyer_spoke_ms[0] <= 3_200
        assert len(stage.shown.turns) >= 3

    play(scenario)


def test_a_silence_that_cannot_be_written_down_is_broken_all_the_same() -> None:
    """And so is the next one: the buyer asks whether anybody is there, and hangs up in the end."""

    async def scenario(stage: Stage) -> None:
        await stage.until(lambda: stage.shown.ending is not None, within_s=120)
        assert stage.shown.ending is not None
        assert stage.shown.ending.by == "buyer"

    journal = TornJournal(refuses_one_with=b"dead_air")
    play(scenario, journal=journal)
    assert journal.refused == 1


class FailingDetector(LoudnessDetector):
    """Breaks after half a second of sound."""

    def stream(self) -> vad.VADStream:
        return FailingStream(self)


class FailingStream(vad.VADStream):
    """Breaks as nobody foresaw."""

    async def _main_task(self) -> None:
        for _ in range(25):
            await anext(self._input_ch)
        raise KeyError("what was heard")


def test_an_ear_that_breaks_ends_the_call_with_a_word(caplog: pytest.LogCaptureFixture) -> None:
    """The buyer says goodbye instead of being deaf for the rest of the call; the log says why and quotes nothing."""

    async def scenario(stage: Stage) -> None:
        await stage.until(lambda: stage.shown.ending is not None)
        assert stage.shown.ending is not None
        assert (stage.shown.ending.by, stage.shown.ending.reason) == ("connection_lost", HEARING_GONE)
        assert stage.phone.buyer_spoke_ms

    play(scenario, detector=FailingDetector())
    assert "nobody hears the rep: KeyError" in caplog.text


def test_typing_into_a_spoken_call_is_answered_by_voice() -> None:
    """A typed turn stands as typed, and the answer is heard."""

    async def scenario(stage: Stage) -> None:
        await stage.call.type_text(GREETING)
        await stage.answered(2)
        assert stage.shown.turns[0].channel == "typed"
        assert stage.shown.turns[1].text == stage.session.persona.opening_line
        assert stage.phone.buyer_spoke_ms

    play(scenario)


def test_every_answer_carries_its_stages() -> None:
    """Endpointing, mind, voice and the server's whole share are measured for an answer to speech."""

    async def scenario(stage: Stage) -> None:
        await stage.phone.say(said(0))
        await stage.answered(2)
        latency = stage.shown.turns[1].latency
        assert latency is not None
        assert latency.endpointing_ms is not None
        assert 100 <= latency.endpointing_ms <= 700
        assert latency.server_ms is not None
        assert latency.server_ms >= latency.endpointing_ms
        assert latency.voice_ms is not None

    play(scenario)


def test_captions_follow_both_voices() -> None:
    """What is being understood and what is being said are shown while they happen."""

    async def scenario(stage: Stage) -> None:
        await stage.phone.say(said(0))
        await stage.answered(2)
        assert ("rep", GREETING) in stage.shown.captions
        buyer = [text for speaker, text in stage.shown.captions if speaker == "buyer"]
        assert len(buyer) > 2
        assert buyer[-1] == stage.session.persona.opening_line

    play(scenario)


def test_sentences_with_breaths_between_them_are_answered_in_the_end() -> None:
    """However the pauses fall between the rep's sentences, the last one gets its answer."""

    async def scenario(stage: Stage) -> None:
        for pause_ms in range(200, 1_400, 120):
            end_ms = await stage.phone.say(said(0), said(1), said(1), pause_ms=pause_ms)
            await stage.until(partial(stage.phone.buyer_spoke_after, end_ms))
            await stage.until(lambda: stage.phone.buyer_silent_for_ms() > 600 or stage.shown.ending is not None)
            if stage.shown.ending is not None:
                return

    play(scenario, takes_s=0.15)


def test_nobody_hears_the_rep_while_the_phone_still_rings() -> None:
    """What is said before the phone is picked up is neither written down nor answered."""

    async def run() -> None:
        stage = _staged(find_persona("daughter_discharge"), CodedRecogniser(TEXTS), MemoryJournal())
        await stage.session.open()
        await stage.call.start()
        async with stage.phone:
            await stage.phone.say(said(1))
            await asyncio.sleep(2)
            assert stage.shown.turns == {}
            await stage.call.pick_up(ring_ms=1_000)
            await stage.phone.say(said(0))
            await stage.answered(2)
            assert stage.shown.turns[0].text == GREETING
        await stage.call.close()

    run_virtually(run())


def test_words_that_were_heard_before_the_sound_stopped_are_a_turn() -> None:
    """The network goes in mid-sentence: two seconds later its words stand; they are answered when the rep is back."""

    async def scenario(stage: Stage) -> None:
        await stage.phone.say(said(0))
        await stage.answered(2)
        saying = asyncio.create_task(stage.phone.say(said(1)))
        await asyncio.sleep(1.5)
        stage.phone.microphone_works = False
        await stage.until(lambda: len(stage.shown.turns) > 2, within_s=2.5)
        heard = stage.shown.turns[2].text
        assert heard
        assert QUESTION.startswith(heard)
        assert stage.shown.turns[2].end_ms - stage.shown.turns[2].start_ms < 2_500
        await saying
        stage.phone.microphone_works = True
        await stage.answered(4)
        await stage.phone.say(said(3))
        await stage.answered(6)
        assert stage.shown.turns[4].text == TEXTS[3]

    play(scenario)


def test_a_spoken_call_replays_the_same() -> None:
    """What was heard, and how much of it, is enough to go through the call again, state by state."""

    async def scenario(stage: Stage) -> None:
        await stage.phone.say(said(0))
        await stage.answered(2)
        await stage.phone.say(said(1))
        await stage.answered(4)
        await stage.call.hang_up("rep", reason="The rep hung up.")
        transcript = await stage.session.transcript()
        assert transcript.trace is not None
        assert transcript.trace.steps
        assert first_difference(stage.session.persona, transcript) is None

    play(scenario)


def test_a_spoken_fork_begins_with_the_buyers_last_words() -> None:
    """They are heard once more in the buyer's voice, are no turn, and what the rep says next is answered as ever."""
    parent = played((GREETING, QUESTION), persona_id="daughter_discharge")

    async def run() -> None:
        persona = find_persona("daughter_discharge")
        stage = _staged(persona, CodedRecogniser(TEXTS), MemoryJournal())
        stage.session.go_on_from(branch_at(persona, parent, 2))
        await stage.session.open()
        await stage.call.start()
        async with stage.phone:
            await stage.call.pick_up(ring_ms=1_000)
            await stage.until(lambda: bool(stage.voice.spoken))
            await stage.until(lambda: stage.phone.buyer_silent_for_ms() > 300)
            assert stage.session.turns == parent.turns[:2]
            await stage.phone.say(said(1))
            await stage.until(lambda: len(stage.session.turns) == 4)
            assert stage.session.turns[3].text == parent.turns[3].text
        await stage.call.close()

    run_virtually(run())


def test_the_reps_own_name_is_among_what_is_likely_to_be_said() -> None:
    """Beside the persona's names; a rep without a name adds nothing."""

    async def scenario() -> tuple[str, str]:
        persona, hints = find_persona("daughter_discharge"), []
        for rep_name in ("", "Dana"):
            speech = Speech(CodedRecogniser(TEXTS), ToneSynthesiser(), LoudnessDetector(), rep_name=rep_name)
            session = CallSession(
                an_opening(persona),
                persona,
                journal=MemoryJournal(),
                store=MemoryStore(),
                watcher=Onlooker(),
                clock_ms=SampleClock(),
            )
            call = SpokenCall(session, speech=speech, watcher=Onlooker(), clock=VirtualClock(), clock_ms=SampleClock())
            assert isinstance(call.ear, Ear)
            hints.append(call.ear.hint)
            await call.close()
        return hints[0], hints[1]

    without, with_name = run_virtually(scenario())
    assert with_name == f"{without}, Dana"
