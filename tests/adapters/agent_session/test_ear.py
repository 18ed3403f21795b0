"""The ear: what is recorded, recognised and kept."""

import asyncio
from dataclasses import dataclass, field

import numpy as np

from sparring.adapters.agent_session.ear import Ear
from sparring.adapters.agent_session.listener import Utterance
from sparring.call.turn_taking.turn import Action, TurnTiming
from tests.fakes.phone import WORD_MS, CodedRecogniser, spoken
from tests.virtual_time import VirtualClock, run_virtually

STEP = 640  # bytes of 20 ms at 16 kHz
TEXTS = ("He lives alone in that house.", "And I would like to", "What happened?")


@dataclass
class Listening:
    """An ear and everything it did."""

    ear: Ear
    guesses: list[str] = field(default_factory=list)
    actions: list[Action] = field(default_factory=list)

    async def hear(self, pcm: bytes) -> None:
        """Sound in 20 ms steps, in real time."""
        for start in range(0, len(pcm), STEP):
            block = pcm[start : start + STEP].ljust(STEP, b"\0")
            self.ear.detector_says(speech=bool(np.frombuffer(block, np.int16).any()))
            self.actions += self.ear.feed(block)
            await asyncio.sleep(0.02)

    async def silence(self, ms: int) -> None:
        """Nothing."""
        await self.hear(bytes(32 * ms))


def an_ear(recogniser: CodedRecogniser) -> Listening:
    captions: list[str] = []
    guesses: list[str] = []
    ear = Ear(
        recogniser,
        TurnTiming(),
        hint="Laura",
        clock=VirtualClock(),
        on_caption=captions.append,
        on_utterance=lambda: None,
    )
    ear.on_guess = guesses.append
    return Listening(ear, guesses)


def words(number: int) -> bytes:
    return spoken(number, len(TEXTS[number].split()))


def test_an_utterance_holds_its_words_and_how_long_ago_it_ended() -> None:
    """Text, length without the silence, and the stopwatch's first moments."""

    async def scenario() -> Utterance | None:
        listening = an_ear(CodedRecogniser(TEXTS))
        await listening.silence(1_000)
        await listening.hear(words(0))
        await listening.silence(600)
        return await listening.ear.closed_turn()

    utterance = run_virtually(scenario())
    assert utterance is not None
    assert utterance.text == TEXTS[0]
    assert abs(utterance.length_ms - (6 * WORD_MS + 400)) <= 40  # with what came just before
    assert utterance.stopwatch.closed_s is not None
    assert utterance.stopwatch.last_sample_s is not None
    assert 0.25 <= utterance.stopwatch.closed_s - utterance.stopwatch.last_sample_s <= 0.4


def test_what_a_turn_will_be_is_guessed_while_its_silence_runs() -> None:
    """A statement leaves time to prepare; a question is answered as soon as its text is there, and nobody guesses."""

    async def guesses_of(number: int) -> list[str]:
        listening = an_ear(CodedRecogniser(TEXTS, takes_s=0.16))
        await listening.silence(1_000)
        await listening.hear(words(number))
        await listening.silence(600)
        await listening.ear.closed_turn()
        return listening.guesses

    assert run_virtually(guesses_of(0)) == [TEXTS[0]]
    assert run_virtually(guesses_of(2)) == []


def test_a_long_turn_is_recognised_in_parts_at_its_pauses() -> None:
    """Four seconds are kept at a pause; only the rest is recognised at the end, and both are said once."""

    async def scenario() -> tuple[Utterance | None, list[Action]]:
        listening = an_ear(CodedRecogniser(TEXTS))
        await listening.hear(spoken(0, 16))
        await listening.silence(260)
        await listening.hear(words(2))
        await listening.silence(600)
        return await listening.ear.closed_turn(), listening.actions

    utterance, actions = run_virtually(scenario())
    assert Action.KEEP_PART in actions
    assert utterance is not None
    assert utterance.text == f"{TEXTS[0]} {TEXTS[2]}"


def test_a_turn_cut_short_and_what_follows_it_are_read_as_one_sentence() -> None:
    """'Before he went home' after a question that closed too soon is the rest of that question."""
    texts = ("What did a day look like for him?", "Before he went home on Friday.")

    async def scenario(pause_ms: int) -> int:
        listening = an_ear(CodedRecogniser(texts))
        await listening.hear(spoken(0, 8))
        await listening.silence(pause_ms)
        await listening.hear(spoken(1, 6))
        await listening.silence(500)
        return len(listening.ear.utterances)

    assert run_virtually(scenario(500)) == 2
    assert run_virtually(scenario(2_000)) == 1  # by itself it breaks off


def test_a_turn_under_way_can_be_asked_for() -> None:
    """At a hang-up in mid-sentence the words so far are recognised; afterwards there are none."""

    async def scenario() -> tuple[Utterance | None, Utterance | None]:
        listening = an_ear(CodedRecogniser(TEXTS))
        await listening.hear(words(1))
        return await listening.ear.closed_turn(), await listening.ear.closed_turn()

    utterance, nothing = run_virtually(scenario())
    assert utterance is not None
    assert utterance.text == TEXTS[1]
    assert nothing is None


def test_recognition_that_fails_is_an_unsure_utterance() -> None:
    """Nothing said is dropped in silence."""

    async def scenario() -> Utterance | None:
        listening = an_ear(CodedRecogniser(TEXTS, fails={0}))
        await listening.hear(words(0))
        await listening.silence(1_000)
        return await listening.ear.closed_turn()

    utterance = run_virtually(scenario())
    assert utterance is not None
    assert (utterance.text, utterance.unsure) == ("", True)


def test_speaking_on_costs_no_second_turn_and_no_leftover_task() -> None:
    """A breath in the middle of a sentence drops its speculation."""

    async def scenario() -> tuple[Utterance | None, list[Action]]:
        listening = an_ear(CodedRecogniser(TEXTS))
        await listening.hear(words(1))
        await listening.silence(120)
        await listening.hear(words(1))
        await listening.silence(1_000)
        await listening.ear.close()
        return None, listening.actions

    _, actions = run_virtually(scenario())
    assert actions.count(Action.BEGIN) == 1
    assert Action.DROP_SPECULATION in actions
