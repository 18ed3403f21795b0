"""One call from ring to transcript."""

import asyncio
from collections.abc import Callable, Coroutine, Sequence
from dataclasses import dataclass
from typing import Any

import pytest

from sparring.adapters.journal.memory import MemoryJournal
from sparring.adapters.store.memory import MemoryStore
from sparring.call.diary.handover import hand_over, sweep
from sparring.call.exchange import mark
from sparring.call.mind import meaning
from sparring.call.mind.facts import nearness
from sparring.call.replay import branch_at, first_difference
from sparring.call.session import CallSession, RepSaid
from sparring.errors import CallOver, JournalFailed, StoreUnavailable
from sparring.grade.actor.voices import changed_voice
from sparring.ids import CallId
from sparring.transcript import Attempt, EventKind, Speaker, Transcript, object_name, parse_transcript
from sparring.usage import Charge
from tests.fakes.calls import Onlooker, a_caller, an_opening

GREETING = "Thank you for calling Willow Lane Home Care, this is Dana. How can I help you?"


@dataclass
class Setting:
    """A session with everything around it."""

    session: CallSession
    journal: MemoryJournal
    store: MemoryStore
    page: Onlooker
    now_ms: int = 0


def a_setting(journal: MemoryJournal | None = None) -> Setting:
    """A call that is open and not picked up."""
    held: list[Setting] = []
    journal, store, page = journal or MemoryJournal(), MemoryStore(), Onlooker()
    session = CallSession(
        an_opening(),
        a_caller(),
        journal=journal,
        store=store,
        watcher=page,
        clock_ms=lambda: held[0].now_ms,
    )
    held.append(Setting(session, journal, store, page))
    return held[0]


def run(scenario: Callable[[Setting], Coroutine[Any, Any, None]], journal: MemoryJournal | None = None) -> None:
    """Run `scenario` on a call that was picked up."""

    async def whole() -> None:
        setting = a_setting(journal)
        await setting.session.open()
        await setting.session.pick_up(ring_ms=1_500)
        await scenario(setting)

    asyncio.run(whole())


async def exchange(setting: Setting, text: str) -> str:
    """The rep says something and hears the whole answer."""
    start_ms = setting.now_ms
    setting.now_ms += 2_000
    said = RepSaid(text=text, start_ms=start_ms, end_ms=setting.now_ms, channel="voice", confidence=0.9)
    move = await setting.session.rep_said(said)
    start_ms, setting.now_ms = setting.now_ms, setting.now_ms + 1_500
    await setting.session.buyer_heard(move.text, start_ms=start_ms, end_ms=setting.now_ms)
    return move.text


def test_a_persona_is_read_before_anybody_speaks() -> None:
    """No question waits for what is the same for all of them."""
    nearness._known.cache_clear()
    meaning._told.cache_clear()
    asyncio.run(a_setting().session.open())
    assert nearness._known.cache_info().currsize == 1
    assert meaning._told.cache_info().currsize == 1


def test_a_turn_is_durable_before_the_buyer_answers() -> None:
    """When the move is known, the diary already holds the rep's words."""

    async def scenario(setting: Setting) -> None:
        await setting.session.rep_said(RepSaid(text=GREETING, start_ms=0, end_ms=2_000, channel="voice"))
        transcript = await setting.session.transcript()
        assert [turn.text for turn in transcript.turns] == [GREETING]

    run(scenario)


def test_reading_ahead_is_forgotten() -> None:
    """What the rep only seemed to say leaves no trace, and the buyer answers what they did say."""
    marks, answers = list[str](), list[str]()

    async def scenario(setting: Setting, *, ahead: bool) -> None:
        if ahead:
            setting.session.read_ahead("You are wasting my time, sign here now.")
            setting.session.read_ahead(GREETING)
        answers.append(await exchange(setting, GREETING))
        marks.append(mark(setting.session.state))
        assert len(setting.page.turns) == 2

    run(lambda setting: scenario(setting, ahead=False))
    run(lambda setting: scenario(setting, ahead=True))
    assert answers[0] == answers[1]
    assert marks[0] == marks[1]


def test_a_turn_that_cannot_be_written_is_not_heard() -> None:
    """The buyer's state does not move when the diary refuses."""

    class FullDisk(MemoryJournal):
        full = False

        async def append(self, call_id: CallId, *lines: bytes) -> None:
            if self.full:
                raise JournalFailed("full")
            await super().append(call_id, *lines)

    journal = FullDisk()

    async def scenario(setting: Setting) -> None:
        before = setting.session.state
        journal.full = True
        with pytest.raises(JournalFailed):
            await setting.session.rep_said(RepSaid(text=GREETING, start_ms=0, end_ms=1, channel="voice"))
        assert setting.session.state == before
        assert setting.session.turns == ()

    run(scenario, journal)


def test_only_what_was_heard_is_said() -> None:
    """A line cut short stands as far as it was heard, and what it would have told is not told."""

    async def scenario(setting: Setting) -> None:
        await exchange(setting, GREETING)
        move = await setting.session.rep_said(
            RepSaid(text="Who is with him during the day?", start_ms=4_000, end_ms=5_000, channel="voice")
        )
        assert move.reveals
        heard = " ".join(move.text.split()[:2])
        turn = await setting.session.buyer_heard(heard, start_ms=5_000, end_ms=5_400, interrupted=True)
        assert turn is not None
        assert (turn.text, turn.interrupted) == (heard, True)
        events = (await setting.session.transcript()).events
        assert not [event for event in events if event.kind is EventKind.FACT_EARNED and event.turn == turn.index]
        assert [event.ref for event in events if event.kind is EventKind.INTERRUPTION] == ["rep"]
        await setting.session.rep_said(RepSaid(text="And at night?", start_ms=5_400, end_ms=7_000, channel="voice"))
        overlaps = [event for event in (await setting.session.transcript()).events if event.kind is EventKind.OVERLAP]
        assert [(event.ref, event.duration_ms, event.at_ms) for event in overlaps] == [("rep", 1_600, 5_400)]

    run(scenario)


def test_a_rep_who_was_cut_short_by_the_answer_had_not_finished() -> None:
    """Who goes on as the buyer begins did not talk over them: both parts are answered as one, and a replay agrees."""

    async def scenario(setting: Setting) -> None:
        await exchange(setting, GREETING)
        before = setting.session.state
        first = RepSaid(text="Who is with him during the day?", start_ms=4_000, end_ms=5_000, channel="voice")
        move = await setting.session.rep_said(first)
        heard = " ".join(move.text.split()[:2])
        await setting.session.buyer_heard(heard, start_ms=5_280, end_ms=5_600, interrupted=True)
        rest = RepSaid(text="And at night?", start_ms=5_200, end_ms=6_000, channel="voice")
        answer = await setting.session.rep_said(rest)
        assert setting.session.state.turn == before.turn + 1
        await setting.session.buyer_heard(answer.text, start_ms=6_300, end_ms=9_000)
        transcript = await setting.session.transcript()
        assert EventKind.OVERLAP not in [event.kind for event in transcript.events]
        assert first_difference(a_caller(), transcript) is None

    run(scenario)


def test_an_answer_that_was_never_heard_leaves_no_turn() -> None:
    """The rep speaks again before the first sound of the answer: the transcript has two turns of the rep."""

    async def scenario(setting: Setting) -> None:
        await setting.session.rep_said(RepSaid(text=GREETING, start_ms=0, end_ms=1_000, channel="voice"))
        await setting.session.rep_said(RepSaid(text="Hello?", start_ms=1_200, end_ms=1_500, channel="voice"))
        assert [turn.speaker for turn in setting.session.turns] == [Speaker.REP, Speaker.REP]

    run(scenario)


def test_a_rep_who_speaks_on_before_the_answer_had_not_finished() -> None:
    """The buyer answers both parts as one utterance, as if there had been no pause."""

    async def scenario(setting: Setting) -> None:
        first, second = "Thank you for calling Willow Lane.", "Who is with him at the house during the day?"
        await exchange(setting, GREETING)
        before = setting.session.state
        await setting.session.rep_said(RepSaid(text=first, start_ms=3_500, end_ms=4_000, channel="voice"))
        await setting.session.rep_said(RepSaid(text=second, start_ms=4_300, end_ms=5_000, channel="voice"))
        assert setting.session.state.turn == before.turn + 1
        assert [turn.text for turn in setting.session.turns[-2:]] == [first, second]

    run(scenario)


def test_facts_and_objections_are_noted_at_the_turn_that_tells_them() -> None:
    """An earned fact names the buyer's turn in which it was heard."""

    async def scenario(setting: Setting) -> None:
        await exchange(setting, GREETING)
        await exchange(setting, "Who is with him at the house during the day?")
        transcript = await setting.session.transcript()
        earned = [event for event in transcript.events if event.kind is EventKind.FACT_EARNED]
        assert earned
        assert all(transcript.turns[event.turn or 0].speaker is Speaker.BUYER for event in earned)

    run(scenario)


def test_a_correction_keeps_what_the_recogniser_heard() -> None:
    """The corrected words stand, the heard ones beside them, and buyer turns cannot be corrected."""

    async def scenario(setting: Setting) -> None:
        await exchange(setting, "Thank you for calling Pillow Lane.")
        await setting.session.correct(0, "Thank you for calling Willow Lane.")
        await setting.session.correct(1, "I love you.")
        await setting.session.correct(99, "Nothing.")
        turns = (await setting.session.transcript()).turns
        assert turns[0].text == "Thank you for calling Willow Lane."
        assert turns[0].corrected_from == "Thank you for calling Pillow Lane."
        assert turns[1].corrected_from is None
        assert setting.page.turns[0] == turns[0]

    run(scenario)


def test_the_first_end_counts() -> None:
    """Hanging up twice ends the call once, and nobody can speak afterwards."""

    async def scenario(setting: Setting) -> None:
        await exchange(setting, GREETING)
        await setting.session.end("rep", reason="The rep hung up.")
        await setting.session.end("buyer", reason="The buyer hung up.")
        assert setting.page.ending is not None
        assert setting.page.ending.by == "rep"
        with pytest.raises(CallOver):
            await exchange(setting, "One more thing.")

    run(scenario)


def test_the_transcript_is_written_once_and_the_diary_closed() -> None:
    """Handing over twice leaves one object with the same bytes."""

    async def scenario(setting: Setting) -> None:
        await exchange(setting, GREETING)
        await setting.session.end("rep", reason="The rep hung up.")
        name = await setting.session.write_transcript()
        assert name == object_name(setting.session.opened)
        data = await setting.store.get(name, max_bytes=1_000_000)
        assert len(parse_transcript(data, source=name).turns) == 2
        assert not await setting.journal.lines(setting.session.call_id)

    run(scenario)


def test_a_store_that_is_down_leaves_the_diary_for_the_sweeper() -> None:
    """Nothing is lost: when the store is back, the sweeper hands the call over."""

    class Down(MemoryStore):
        down = True

        async def put_once(self, name: str, data: bytes) -> None:
            if self.down:
                raise StoreUnavailable("down")
            await super().put_once(name, data)

    class Abandoned(MemoryJournal):
        async def abandoned(self, *, idle_s: float) -> Sequence[CallId]:
            return tuple(self._lines)

    async def whole() -> None:
        setting = a_setting(Abandoned())
        store = Down()
        setting.session._store = store
        await setting.session.open()
        await setting.session.pick_up(ring_ms=0)
        await exchange(setting, GREETING)
        await setting.session.end("rep", reason="The rep hung up.")
        with pytest.raises(StoreUnavailable):
            await setting.session.write_transcript()
        store.down = False
        assert await sweep(setting.journal, store, idle_s=30) == (setting.session.call_id,)
        name = object_name(setting.session.opened)
        assert parse_transcript(await store.get(name, max_bytes=1_000_000), source=name).ending.complete

    asyncio.run(whole())


def test_what_becomes_known_after_the_hand_over_opens_no_new_diary() -> None:
    """A late measurement is dropped and a late correction refused: the coach has the call."""

    async def scenario(setting: Setting) -> None:
        await exchange(setting, GREETING)
        await setting.session.end("rep", reason="The rep hung up.")
        await setting.session.write_transcript()
        await setting.session.measured(0, confidence=0.5)
        with pytest.raises(CallOver):
            await setting.session.correct(0, "Thank you for calling.")
        assert not await setting.journal.lines(setting.session.call_id)

    run(scenario)


def test_a_pasted_control_character_does_not_cost_the_grade() -> None:
    """What no transcript may hold is left out of turn and correction: the one that is handed over can be read."""

    async def scenario(setting: Setting) -> None:
        await exchange(setting, GREETING)
        await exchange(setting, "I\u200e am\x00 so sorry\ud800.")
        await setting.session.correct(0, GREETING + "\u202e Really.")
        await setting.session.end("rep", reason="The rep hung up.")
        name = await setting.session.write_transcript()
        turns = parse_transcript(await setting.store.get(name, max_bytes=1_000_000), source=name).turns
        assert (turns[0].text, turns[2].text) == (GREETING + " Really.", "I am so sorry?.")

    run(scenario)


async def a_held_call() -> tuple[Transcript, Setting]:
    """Three exchanges, then the rep hangs up."""
    setting = a_setting()
    await setting.session.open()
    await setting.session.pick_up(ring_ms=1_500)
    for text in (GREETING, "What happened to your father?", "Who is with him at night?"):
        await exchange(setting, text)
    await setting.session.end("rep", reason="The rep hung up.")
    return await setting.session.transcript(), setting


async def a_fork(parent: Transcript, turn: int, journal: MemoryJournal | None = None) -> Setting:
    """The same call from `turn` on, opened and picked up."""
    setting, branch = a_setting(journal), branch_at(a_caller(), parent, turn)
    attempt = Attempt(fork_of=parent.call_id, fork_turn=branch.turn)
    setting.session.opened = setting.session.opened.model_copy(update={"attempt": attempt, "seed": parent.seed})
    setting.session.go_on_from(branch)
    await setting.session.open()
    return setting


def test_a_fork_goes_on_from_the_very_state() -> None:
    """The same words again lead to the same call, under its own id, with its origin in the transcript."""

    async def scenario() -> None:
        parent, first = await a_held_call()
        setting = await a_fork(parent, 4)
        cue = await setting.session.pick_up(ring_ms=400)
        assert cue is not None
        assert cue.text == parent.turns[3].text
        await exchange(setting, "Who is with him at night?")
        assert setting.session.state == first.session.state
        await setting.session.end("rep", reason="The rep hung up.")
        fork = await setting.session.transcript()
        assert [turn.text for turn in fork.turns] == [turn.text for turn in parent.turns]
        assert (fork.attempt.fork_of, fork.attempt.fork_turn) == (parent.call_id, 4)
        assert first_difference(a_caller(), fork) is None

    asyncio.run(scenario())


def test_the_cue_is_no_turn_and_changes_nothing() -> None:
    """The buyer's last words are heard once more, whole or cut short; the record does not say them twice."""

    async def scenario() -> None:
        parent, _ = await a_held_call()
        setting = await a_fork(parent, 2)
        before = setting.session.state
        assert await setting.session.pick_up(ring_ms=400) is not None
        assert await setting.session.buyer_heard("Well", start_ms=0, end_ms=300, interrupted=True) is None
        assert (setting.session.state, setting.session.turns) == (before, parent.turns[:2])

    asyncio.run(scenario())


def test_the_clock_of_a_fork_goes_on() -> None:
    """What is said anew comes after what was taken over, in turns, words and events."""

    async def scenario() -> None:
        parent, _ = await a_held_call()
        setting = await a_fork(parent, 2)
        await setting.session.pick_up(ring_ms=400)
        await exchange(setting, "What happened?")
        await setting.session.end("rep", reason="The rep hung up.")
        fork = await setting.session.transcript()
        starts = [turn.start_ms for turn in fork.turns]
        assert starts == sorted(starts)
        assert fork.turns[2].start_ms >= parent.turns[1].end_ms
        assert fork.duration_ms >= fork.turns[-1].end_ms
        assert [event.kind for event in fork.events].count(EventKind.PICK_UP) == 1

    asyncio.run(scenario())


def test_what_was_taken_over_cannot_be_corrected() -> None:
    """It belongs to the other call."""

    async def scenario() -> None:
        parent, _ = await a_held_call()
        setting = await a_fork(parent, 2)
        await setting.session.correct(0, "Something else entirely.")
        assert setting.session.turns == parent.turns[:2]
        assert setting.session.own_turns == ()

    asyncio.run(scenario())


def test_a_fork_whose_process_dies_is_whole_up_to_there() -> None:
    """The diary of the fork holds what it took over."""

    async def scenario() -> None:
        parent, _ = await a_held_call()
        journal = MemoryJournal()
        setting = await a_fork(parent, 4, journal)
        name = await hand_over(journal, setting.store, setting.session.call_id)
        data = await setting.store.get(name, max_bytes=1_000_000)
        written = parse_transcript(data, source="store")
        assert written.turns == parent.turns[:4]
        assert not written.ending.complete

    asyncio.run(scenario())


def test_the_mind_leaves_a_trace_of_every_input() -> None:
    """One step for what the rep said and one for how much of the answer was heard."""

    async def scenario() -> None:
        parent, _ = await a_held_call()
        assert parent.trace is not None
        assert [(step.kind.value, step.turn) for step in parent.trace.steps] == [
            (kind, turn) for index in range(3) for kind, turn in (("said", 2 * index), ("heard", 2 * index + 1))
        ]

    asyncio.run(scenario())


def test_a_stand_in_for_a_refused_voice_is_written_down_once() -> None:
    """From its first turn on the stand-in is whose voice it was; the event says since when."""

    async def scenario(setting: Setting) -> None:
        pinned = setting.session.voices.pinned(setting.session.persona.stages[0].id)
        setting.session.voices.refused(pinned, pinned)
        setting.session.voices.refused(pinned, "en-US-JennyNeural")
        await exchange(setting, GREETING)
        setting.session.voices.refused(pinned, "en-US-JennyNeural")
        await exchange(setting, "What happened?")
        transcript = await setting.session.transcript()
        assert {turn.voice_id for turn in transcript.turns if turn.speaker is Speaker.BUYER} == {"en-US-JennyNeural"}
        assert [event.turn for event in transcript.events if event.kind is EventKind.VOICE_FALLBACK] == [1]
        assert first_difference(setting.session.persona, transcript) is None

    run(scenario)


def test_what_was_used_stands_in_the_transcript() -> None:
    """Usage is written with the end."""

    async def scenario(setting: Setting) -> None:
        await exchange(setting, GREETING)
        setting.session.meter.add(Charge("voice", "hibari", "hibari", "characters"), 42)
        await setting.session.end("rep", reason="The rep hung up.")
        transcript = await setting.session.transcript()
        assert transcript.usage is not None
        assert transcript.usage[0].amount == 42

    run(scenario)


def test_a_voice_swapped_on_purpose_is_written_down_as_drift() -> None:
    """The turns have their pitch; the events are what the audit of the actor reads, and two make a change."""

    async def scenario(setting: Setting) -> None:
        for pitch_hz, text in ((196.0, GREETING), (110.0, "What happened?"), (112.0, "Who is with him?")):
            start_ms = setting.now_ms
            setting.now_ms += 3_000
            said = RepSaid(text=text, start_ms=start_ms, end_ms=setting.now_ms, channel="voice")
            move = await setting.session.rep_said(said)
            setting.session.voices.pitch.line_sounded(move.text, pitch_hz)
            await setting.session.buyer_heard(move.text, start_ms=setting.now_ms, end_ms=setting.now_ms + 1_000)
        transcript = await setting.session.transcript()
        assert [turn.pitch_hz for turn in transcript.turns if turn.speaker is Speaker.BUYER] == [196.0, 110.0, 112.0]
        assert [event.turn for event in transcript.events if event.kind is EventKind.VOICE_DRIFT] == [3, 5]
        assert [one.evidence.turn for one in changed_voice(transcript, setting.session.persona)] == [5]

    run(scenario)
