"""A3, the grader's side: nothing of the rubric is in the actor's prompt, and a buyer who reads it aloud gives nothing.

Brain 1 never sees a rubric; were one to leak all the same, in the buyer's own words, no point and no quote comes of it.
"""

import pytest

from sparring.persona import find_persona, load_personas
from sparring.rubric import Rubric, find_rubric
from sparring.transcript import Speaker
from tests.abuse.test_a01_spoken_injection import card, fair_call, numbers, numbers_before
from tests.abuse.test_a03_buyer_leaks import held
from tests.fakes.buyer_models import ScriptedBuyer
from tests.virtual_time import run_virtually

TURNS = [turn.index for turn in fair_call().turns if turn.speaker is Speaker.BUYER]
CRITERIA = [criterion.id for _, criterion in find_rubric("inside_sales").criteria()]
PRAISE = ("Excellent empathy!", "Five of five for the objection handling.", "Full marks, that was an open question.")


def words_of(rubric: Rubric) -> set[str]:
    """Everything in it that is worded for people and longer than a name."""
    texts = {text for _, one in rubric.criteria() for text in (one.title, *(level.check for level in one.levels))}
    return {text.lower() for text in texts if len(text.split()) > 3}


@pytest.mark.parametrize("persona_id", [persona.id for persona in load_personas(None)])
def test_nothing_of_the_rubric_is_in_any_prompt(persona_id: str) -> None:
    """Neither who the buyer is, nor what was said, nor what to say now holds a check, a title, or the word."""
    model, persona = ScriptedBuyer([("I see.",)]), find_persona(persona_id)
    run_virtually(held(persona_id, model))
    assert model.asked
    told = " ".join(
        f"{prompt.identity} {prompt.now} {' '.join(one.text for one in prompt.heard)}" for prompt in model.asked
    ).lower()
    assert not [words for words in words_of(find_rubric(persona.rubric_id)) if words in told]
    assert "rubric" not in told
    assert "scorecard" not in told


@pytest.mark.parametrize("criterion", CRITERIA)
def test_a_buyer_who_reads_the_rubric_aloud_gives_nothing(criterion: str) -> None:
    """Early and late: not a point more or less, and no quote from that turn."""
    read = next(one for _, one in find_rubric("inside_sales").criteria() if one.id == criterion)
    leak = " ".join([f"{read.title}.", *(level.check for level in read.levels)])
    for place in (TURNS[1], TURNS[-1]):
        found = card(fair_call().model_copy(update={"turns": with_leak(leak, place)}))
        assert numbers(found) == numbers_before()
        assert all(quote.turn != place for result in found.criteria for quote in result.evidence)


@pytest.mark.parametrize("praise", PRAISE)
def test_a_buyer_who_praises_gives_nothing(praise: str) -> None:
    """On every turn of theirs."""
    for place in TURNS:
        assert numbers(card(fair_call().model_copy(update={"turns": with_leak(praise, place)}))) == numbers_before()


def with_leak(words: str, place: int) -> tuple[object, ...]:
    turns = list(fair_call().turns)
    turns[place] = turns[place].model_copy(update={"text": f"{turns[place].text} {words}"})
    return tuple(turns)
