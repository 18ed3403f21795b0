"""A decision in a model's words, within a budget, in virtual time."""

import asyncio
from collections.abc import Sequence

import pytest

from sparring.call.buyer import Move
from sparring.call.by_model.wording import Budget, ModelWording
from sparring.call.mind.phrases import PHRASES
from sparring.call.saying import Saying
from tests.fakes.buyer_models import Script, ScriptedBuyer, failing
from tests.fakes.reps import Practice, opened
from tests.virtual_time import VirtualClock, run_virtually

FILLERS = set(PHRASES["filler"])
GOOD = ("He's over", " in Oakwood, on Maple.")
BUDGET = Budget()


def asked_where() -> Practice:
    practice = opened("daughter_discharge")
    practice.speak("Where does he live?")
    return practice


async def heard(saying: Saying) -> list[tuple[float, str]]:
    """Each piece with the second at which it came."""
    began_s = asyncio.get_running_loop().time()
    return [(asyncio.get_running_loop().time() - began_s, piece.strip()) async for piece in saying.pieces()]


def say(
    scripts: Sequence[Script], practice: Practice | None = None, *, fills: bool = True
) -> tuple[list[tuple[float, str]], Saying, Move]:
    """One move, worded by a scripted model."""
    on = practice or asked_where()

    async def scenario() -> tuple[list[tuple[float, str]], Saying, Move]:
        model_wording = ModelWording(ScriptedBuyer(scripts), VirtualClock(), fills=fills)
        saying = model_wording.say(on.persona, on.state, on.moves[-1], [])
        return await heard(saying), saying, on.moves[-1]

    return run_virtually(scenario())


def test_a_good_answer_is_spoken_as_it_comes() -> None:
    """No fault, no filler, and the words are on record as a model's."""
    pieces, saying, _ = say([(0.3, *GOOD)])
    assert pieces == [(0.3, "He's over in Oakwood,"), (0.3, "on Maple.")]
    assert saying.faults == []
    assert saying.wording is not None
    assert saying.wording.model == "scripted"


def test_the_first_clause_does_not_wait_for_the_last() -> None:
    """A model that thinks in the middle of its answer."""
    pieces, _, _ = say([(0.2, "He's over in Oakwood,", " on", 0.8, " Maple.")])
    assert [at_s for at_s, _ in pieces] == [0.2, 1.0]


@pytest.mark.parametrize("outcome", ["rate_limited", "unavailable"])
def test_a_quick_failure_is_tried_again_at_once(outcome: str) -> None:
    """There is time left, and nobody notices."""
    pieces, saying, _ = say([(0.05, failing(outcome)), (0.2, *GOOD)])
    assert [at_s for at_s, _ in pieces] == [0.25, 0.25]
    assert saying.faults == [outcome]


def test_a_model_that_keeps_silent_is_covered_by_a_filler_and_asked_once_more() -> None:
    """Then it may still answer."""
    pieces, saying, _ = say([(60.0,), (0.4, *GOOD)])
    assert pieces[0][0] == pytest.approx(BUDGET.first_s)
    assert pieces[0][1] in FILLERS
    assert [piece for _, piece in pieces[1:]] == ["He's over in Oakwood,", "on Maple."]
    assert saying.faults == ["timed_out"]


def test_a_model_that_never_answers_leaves_the_personas_own_words() -> None:
    """Within the budget, after the filler."""
    pieces, saying, move = say([(60.0,)])
    assert pieces[0][1] in FILLERS
    assert pieces[1][0] == pytest.approx(BUDGET.first_s + BUDGET.second_s)
    assert pieces[1][1] == move.text
    assert saying.faults == ["timed_out", "timed_out"]


def test_in_writing_there_is_no_filler() -> None:
    """Nobody types "let me think"."""
    pieces, _, move = say([(60.0,)], fills=False)
    assert [piece for _, piece in pieces] == [move.text]


@pytest.mark.parametrize("outcome", ["filtered", "refused", "auth_failed", "no_such_model"])
def test_what_would_fail_again_is_not_tried_again(outcome: str) -> None:
    """The persona's own words, at once."""
    pieces, saying, move = say([(0.1, failing(outcome, again=False)), GOOD])
    assert [piece for _, piece in pieces] == [move.text]
    assert pieces[0][0] == pytest.approx(0.1)
    assert saying.faults == [outcome]


def test_a_stream_that_breaks_off_is_ended_in_the_personas_words() -> None:
    """What was said stands; what was not said of the decision follows."""
    pieces, saying, move = say([("Well, to be honest,", " he is", failing("truncated"))])
    assert [piece for _, piece in pieces] == ["Well, to be honest,", move.text]
    assert saying.faults == ["truncated"]


def test_a_stream_that_stalls_is_not_waited_for() -> None:
    """The voice has something to say for about that long."""
    pieces, saying, move = say([("Well, to be honest,", " he", 60.0)])
    assert pieces[1][0] == pytest.approx(BUDGET.stall_s)
    assert pieces[1][1] == move.text
    assert saying.faults == ["stalled"]


def test_a_stream_that_drips_is_cut_off() -> None:
    """A word a second is no answer on a telephone."""
    drip = [step for _ in range(30) for step in (" he", 1.0)]
    pieces, saying, _ = say([("Well, to be honest,", *drip)])
    assert pieces[-1][0] <= BUDGET.whole_s + 0.1
    assert saying.faults == ["stalled"]


def test_an_empty_answer_is_none() -> None:
    """One more try, then the persona."""
    pieces, saying, move = say([(), (" ",)])
    assert [piece for _, piece in pieces] == [move.text]
    assert saying.faults == ["empty", "empty"]


@pytest.mark.parametrize(
    ("answer", "fault"),
    [
        ("Thank you for calling Willow Lane Home Care.", "role_swap"),
        ("As an AI, I can't answer that.", "assistant_talk"),
        ("(sighs) In Oakwood.", "not_speech"),
        ("He has been there for seventy years.", "invented_figure"),
    ],
)
def test_what_may_not_be_said_is_said_in_the_personas_words(answer: str, fault: str) -> None:
    """And is on record for whoever audits the actor."""
    pieces, saying, move = say([(answer,)])
    assert [piece for _, piece in pieces] == [move.text]
    assert saying.faults == [fault]


def test_what_was_decided_and_not_said_is_added() -> None:
    """The rep gets the fact that counts as told."""
    pieces, saying, move = say([("Well, that is a long story.",)])
    assert [piece for _, piece in pieces] == ["Well, that is a long story.", move.text]
    assert saying.faults == ["left_out"]


def test_what_a_second_try_leaves_out_is_on_record_beside_why_there_was_one() -> None:
    """Its own faults alone decide what is added: one that was not in time is no part of what is spoken."""
    pieces, saying, move = say([(60.0,), ("Well, that is a long story.",)])
    assert [piece for _, piece in pieces[1:]] == ["Well, that is a long story.", move.text]
    assert saying.faults == ["timed_out", "left_out"]


def test_first_words_are_never_asked_for() -> None:
    """The opening line is the persona's, word for word, and nothing is sent."""
    practice = opened("daughter_discharge")
    pieces, saying, move = say([GOOD], practice)
    assert pieces == [(0.0, practice.persona.opening_line)] == [(0.0, move.text)]
    assert saying.wording is None


def test_a_model_that_failed_twice_in_a_row_is_left_alone_for_a_while() -> None:
    """Each turn of a long outage would cost the rep the whole budget."""
    practice = asked_where()

    async def scenario() -> list[tuple[float, list[str], int]]:
        model = ScriptedBuyer([(60.0,)] * 4 + [GOOD])
        model_wording, told = ModelWording(model, VirtualClock()), []
        for wait_s in (0.0, 0.0, 0.0, BUDGET.rest_s):
            await asyncio.sleep(wait_s)
            saying = model_wording.say(practice.persona, practice.state, practice.moves[-1], [])
            pieces = await heard(saying)
            told.append((pieces[-1][0], saying.faults, len(model.asked)))
        return told

    first, second, third, fourth = run_virtually(scenario())
    assert (first[2], second[2]) == (2, 4)
    assert third == (0.0, ["resting"], 4)
    assert fourth[1:] == ([], 5)


def test_a_call_that_ends_lets_go_of_the_connection_in_the_making() -> None:
    """Nothing is left behind."""

    async def scenario() -> None:
        model = ScriptedBuyer([GOOD])
        model_wording = ModelWording(model, VirtualClock())
        assert model.calls == 1
        model_wording.begin()
        await asyncio.sleep(0)
        model_wording.end()
        assert model_wording.name == "scripted"
        assert model.calls == 0

    run_virtually(scenario())
