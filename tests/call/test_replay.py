"""A finished call gone through once more: the same states, or the turn at which it differs."""

import asyncio
from pathlib import Path
from typing import Any

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from sparring.adapters.journal.memory import MemoryJournal
from sparring.adapters.store.memory import MemoryStore
from sparring.call import exchange
from sparring.call.replay import branch_at, first_difference, walk
from sparring.call.scripted_call import Script, play_script
from sparring.call.session import CallSession, RepSaid
from sparring.errors import ForkRefused
from sparring.persona import Persona, find_persona
from sparring.rubric import find_rubric
from sparring.transcript import Ending, EventKind, Speaker, StepKind, Transcript
from tests.fakes.calls import Onlooker, a_caller, an_opening

SCRIPTS = sorted((Path(__file__).parent.parent / "golden" / "scripts").glob("*_excellent.txt"))
LINES = (
    "Thank you for calling Willow Lane Home Care, this is Dana. Who am I speaking with?",
    "That sounds frightening. What happened to your father?",
    "Who is with him at night?",
    "Could our nurse come by on Thursday at ten?",
)


def held(persona: Persona, lines: tuple[str, ...] = LINES, *, seed: int = 3) -> Transcript:
    """A call by script."""
    rubric, script = find_rubric(persona.rubric_id), Script(lines, seed, "normal")
    return asyncio.run(play_script(persona, rubric, script, journal=MemoryJournal(), store=MemoryStore()))


class Talk:
    """A spoken call on a clock of its own, and the mind's state after each turn of the rep."""

    def __init__(self) -> None:
        self.now_ms, self.states = 0, list[str]()
        self.session = CallSession(
            an_opening(),
            a_caller(),
            journal=MemoryJournal(),
            store=MemoryStore(),
            watcher=Onlooker(),
            clock_ms=lambda: self.now_ms,
        )

    async def say(self, text: str, *, unsure: bool = False) -> str:
        """The rep speaks for two seconds; returns the answer, still unheard."""
        self.now_ms += 2_000
        said = RepSaid(text, self.now_ms - 2_000, self.now_ms, "voice", confidence=0.9, unsure=unsure)
        move = await self.session.rep_said(said)
        self.states.append(exchange.mark(self.session.state))
        return move.text

    async def hear(self, text: str, *, interrupted: bool = False) -> None:
        """The rep hears this much of it."""
        self.now_ms += 1_500
        began_ms = self.now_ms - 1_500
        await self.session.buyer_heard(text, start_ms=began_ms, end_ms=self.now_ms, interrupted=interrupted)

    async def wait(self, silence_ms: int) -> None:
        """Nobody speaks, until the buyer does."""
        move = await self.session.rep_silent(silence_ms=silence_ms)
        assert move is not None
        await self.hear(move.text)


async def everything_that_can_happen(talk: Talk) -> Transcript:
    """Silence, speaking on, an interruption, an answer nobody heard, unsure hearing, a correction, a hang-up."""
    await talk.session.open()
    await talk.session.pick_up(ring_ms=900)
    await talk.wait(2_700)
    await talk.hear(await talk.say("I am sorry to hear that. What happened to your father?"))
    await talk.say("Who is with him")
    await talk.hear(await talk.say("during the day?"))
    answer = await talk.say("And at night?")
    await talk.hear(" ".join(answer.split()[:3]), interrupted=True)
    await talk.hear(await talk.say("mumble mumble", unsure=True))
    await talk.say("What worries you most?")
    await talk.hear("", interrupted=True)
    await talk.hear(await talk.say("What would help you most right now?"))
    await talk.wait(9_000)
    await talk.session.correct(1, "I'm so sorry. What happened to your dad?")
    await talk.say("Goodbye then.")
    await talk.session.end("rep", reason="The rep hung up.")
    return await talk.session.transcript()


def eventful() -> tuple[Transcript, list[str]]:
    """Such a call, and the states it went through."""
    talk = Talk()
    return asyncio.run(everything_that_can_happen(talk)), talk.states


@pytest.mark.parametrize("path", SCRIPTS, ids=lambda path: path.stem)
def test_every_golden_call_replays_the_same(path: Path) -> None:
    """Words, moods, events and every state."""
    persona = find_persona(path.stem.rpartition("_")[0])
    lines = tuple(line for line in path.read_text().splitlines() if line.strip())
    assert first_difference(persona, held(persona, lines)) is None


def test_an_eventful_spoken_call_replays_the_same() -> None:
    """Everything that can happen between two people leaves a trace that leads to the same states."""
    transcript, _ = eventful()
    assert transcript.trace is not None
    assert {step.kind for step in transcript.trace.steps} == set(StepKind)
    assert first_difference(a_caller(), transcript) is None


def test_the_states_are_those_of_the_live_call() -> None:
    """After each turn of the rep the rebuilt mind is the one that answered, to the last field."""
    transcript, states = eventful()
    rebuilt = [
        exchange.mark(one.after.state)
        for one in walk(a_caller(), transcript)
        if one.told.kind in (StepKind.SAID, StepKind.SPOKE_ON)
    ]
    assert rebuilt == states


def test_a_transcript_without_a_trace_is_replayed_by_its_turns() -> None:
    """Calls from before there was a trace are no loss."""
    transcript = held(a_caller()).model_copy(update={"trace": None, "schema_version": "1"})
    assert first_difference(a_caller(), transcript) is None


@pytest.mark.parametrize(
    ("change", "what"),
    [
        ({"text": "I will think about it and call you back."}, "words"),
        ({"mood": "annoyed"}, "mood"),
        ({"stage": "front_desk"}, "stage"),
        ({"voice_id": "walter"}, "voice"),
    ],
)
def test_a_changed_turn_is_found_where_it_stands(change: dict[str, Any], what: str) -> None:
    """The record says another thing than the mind would have said."""
    transcript = held(a_caller())
    turns = list(transcript.turns)
    turns[5] = turns[5].model_copy(update=change)
    difference = first_difference(a_caller(), transcript.model_copy(update={"turns": tuple(turns)}))
    assert difference is not None
    assert (difference.turn, difference.what) == (5, what)


def test_a_changed_word_of_the_rep_shows_in_the_answer_or_the_state() -> None:
    """Nobody can put better words into the rep's mouth afterwards."""
    transcript = held(a_caller())
    turns = list(transcript.turns)
    turns[4] = turns[4].model_copy(update={"text": "What does he do all day, and who cooks for him?"})
    difference = first_difference(a_caller(), transcript.model_copy(update={"turns": tuple(turns)}))
    assert difference is not None
    assert difference.turn in (4, 5)


def test_a_changed_state_is_found() -> None:
    """A trace that was written by another mind does not pass."""
    transcript = held(a_caller())
    assert transcript.trace is not None
    steps = list(transcript.trace.steps)
    steps[4] = steps[4].model_copy(update={"state": "0" * 32})
    forged = transcript.trace.model_copy(update={"steps": tuple(steps)})
    difference = first_difference(a_caller(), transcript.model_copy(update={"trace": forged}))
    assert difference is not None
    assert (difference.turn, difference.what) == (steps[4].turn, "state")


def test_an_event_that_was_slipped_in_is_found() -> None:
    """A fact that the buyer did not tell there."""
    transcript = held(a_caller())
    events = tuple(event for event in transcript.events if event.kind is not EventKind.FACT_EARNED)
    difference = first_difference(a_caller(), transcript.model_copy(update={"events": events}))
    assert difference is not None
    assert difference.what == "events"


def test_a_hang_up_that_the_mind_did_not_decide_is_found() -> None:
    """The record says that the buyer left, the mind would have stayed."""
    ending = Ending(by="buyer", complete=True, reason="The buyer hung up.")
    transcript = held(a_caller(), LINES[:2]).model_copy(update={"ending": ending})
    difference = first_difference(a_caller(), transcript)
    assert difference is not None
    assert difference.what == "ending"


def test_a_branch_has_the_exact_state_of_its_moment() -> None:
    """Said the same again, every later state is the same as on the first call."""
    transcript, persona = held(a_caller()), a_caller()
    for turn in transcript.turns:
        if turn.speaker is not Speaker.REP:
            continue
        branch = branch_at(persona, transcript, turn.index)
        assert (branch.turn, branch.turns) == (turn.index, transcript.turns[: turn.index])
        again = exchange.said(persona, branch.exchange, RepSaid(turn.text, turn.start_ms, turn.end_ms, turn.channel))
        assert transcript.trace is not None
        recorded = [step.state for step in transcript.trace.steps if step.turn == turn.index]
        assert exchange.mark(again.state) == recorded[0]


def test_a_turn_of_the_buyer_is_kept_and_answered_anew() -> None:
    """Going back to what the buyer said means answering it again."""
    assert branch_at(a_caller(), held(a_caller()), 3).turn == 4


def test_the_second_half_of_one_utterance_goes_back_to_its_first() -> None:
    """Between the two there is no moment at which the buyer waited."""
    transcript, _ = eventful()
    second = next(one.told.turn for one in walk(a_caller(), transcript) if one.told.kind is StepKind.SPOKE_ON)
    assert second is not None
    assert branch_at(a_caller(), transcript, second).turn == second - 1


def test_events_after_the_moment_stay_behind() -> None:
    """What was earned later is not earned yet; how the phone rang is."""
    transcript = held(a_caller())
    branch = branch_at(a_caller(), transcript, 4)
    kinds = [event.kind for event in branch.events]
    assert kinds[:2] == [EventKind.RING, EventKind.PICK_UP]
    assert EventKind.HANG_UP not in kinds
    assert all(event.turn is None or event.turn < 4 for event in branch.events)


def test_the_first_turn_again_is_the_whole_call_again() -> None:
    """Nothing is taken over."""
    branch = branch_at(a_caller(), held(a_caller()), 0)
    assert (branch.turn, branch.turns, branch.steps) == (0, (), ())


@pytest.mark.parametrize("turn", [-1, 99])
def test_a_turn_that_is_not_there_is_refused(turn: int) -> None:
    """In a sentence."""
    with pytest.raises(ForkRefused, match="no such turn"):
        branch_at(a_caller(), held(a_caller()), turn)


def test_a_buyer_who_was_rewritten_since_is_not_rewound() -> None:
    """The state of another wording would be another state."""
    changed = Persona.model_validate_json(a_caller().model_copy(update={"goal": "Another."}).model_dump_json())
    with pytest.raises(ForkRefused, match="changed since"):
        branch_at(changed, held(a_caller()), 2)


def test_a_mind_that_decides_otherwise_today_is_not_rewound() -> None:
    """A state that cannot be proven to be the old one is not passed off as it."""
    transcript = held(a_caller())
    assert transcript.trace is not None
    steps = tuple(step.model_copy(update={"state": "0" * 32}) for step in transcript.trace.steps)
    forged = transcript.model_copy(update={"trace": transcript.trace.model_copy(update={"steps": steps})})
    with pytest.raises(ForkRefused, match="decides otherwise"):
        branch_at(a_caller(), forged, 2)


def test_nobody_is_called_back_to_a_phone_they_hung_up() -> None:
    """After the buyer has left there is nothing to answer."""
    abused = held(a_caller(), (LINES[0], "You are an idiot.", "You stupid idiot, shut up.", "Shut up, idiot."))
    assert abused.ending.by == "buyer"
    with pytest.raises(ForkRefused, match="hung up"):
        branch_at(a_caller(), abused, len(abused.turns) - 1)


@settings(max_examples=20, deadline=None)
@given(st.lists(st.sampled_from((*LINES, "Hm.", "How much does it cost? It costs 35 dollars an hour.")), max_size=9))
def test_any_call_replays_and_forks_anywhere(lines: list[str]) -> None:
    """Whatever was said: the same again, and every turn of the rep can be taken again."""
    transcript, persona = held(a_caller(), tuple(lines)), a_caller()
    assert first_difference(persona, transcript) is None
    for turn in transcript.turns:
        if turn.speaker is Speaker.REP:
            assert branch_at(persona, transcript, turn.index).turn == turn.index
