"""Which facts came out, by which words of the rep."""

import asyncio
from pathlib import Path

import pytest

from sparring.adapters.journal.memory import MemoryJournal
from sparring.adapters.store.memory import MemoryStore
from sparring.call.rehearsal import Script, rehearse
from sparring.persona import find_persona
from sparring.report.reveal import reveal
from sparring.rubric import find_rubric
from sparring.transcript import Event, EventKind, Speaker
from tests.fakes.documents import a_persona, a_transcript

SCRIPTS = Path(__file__).parent.parent / "golden" / "scripts"
SCRIPTED = ("daughter_discharge", "care_manager_let_down", "price_shopper", "discharge_planner")


def test_an_earned_fact_carries_the_question_and_the_answer() -> None:
    """Both as verbatim spans of their turns."""
    facts = {fact.id: fact for fact in reveal(a_transcript(), a_persona())}
    asked, told = facts["lives_alone"].earned_by, facts["lives_alone"].told
    assert asked is not None
    assert told is not None
    assert (asked.turn, asked.quote) == (2, "What happened to your father?")
    assert (told.turn, told.quote) == (3, "He fell twice. He lives alone.")


def test_a_fact_that_was_not_earned_carries_only_its_question() -> None:
    """Nothing is quoted for it."""
    brother = next(fact for fact in reveal(a_transcript(), a_persona()) if fact.id == "brother")
    assert (brother.earned, brother.turn, brother.earned_by, brother.told) == (False, None, None, None)
    assert brother.question == "Who else in the family decides with you?"


def test_the_buyers_own_line_is_quoted_out_of_a_longer_turn() -> None:
    """The sentence that told it, not all the buyer said."""
    turns = list(a_transcript().turns)
    turns[3] = turns[3].model_copy(update={"text": "Oh. You see, he fell. And who are you?"})
    told = next(fact.told for fact in reveal(a_transcript(turns=tuple(turns)), a_persona()) if fact.earned)
    assert told is not None
    assert told.quote == "You see, he fell."


def test_a_fact_the_buyer_came_back_to_is_put_down_to_the_question_of_then() -> None:
    """A kind word let it out; the question had been asked before."""
    turns = list(a_transcript().turns)
    turns[4] = turns[4].model_copy(update={"text": "I am so sorry. That is hard."})
    events = (Event(kind=EventKind.FACT_EARNED, at_ms=50_000, turn=5, ref="lives_alone"),)
    facts = reveal(a_transcript(turns=tuple(turns), events=events), a_persona())
    asked = next(fact.earned_by for fact in facts if fact.earned)
    assert asked is not None
    assert asked.turn == 2


def test_a_buyer_who_speaks_first_was_asked_nothing() -> None:
    """A fact in the opening words has nobody to thank."""
    turns = (a_transcript().turns[1].model_copy(update={"index": 0}),)
    events = (Event(kind=EventKind.FACT_EARNED, at_ms=0, turn=0, ref="discharge"),)
    fact = reveal(a_transcript(turns=turns, events=events), a_persona())[0]
    assert (fact.earned, fact.earned_by) == (True, None)


@pytest.mark.parametrize("persona_id", SCRIPTED)
def test_every_fact_of_a_real_call_is_put_down_to_words_of_the_rep(persona_id: str) -> None:
    """Quotes are verbatim, of the right speaker, and the question comes before the answer."""
    persona = find_persona(persona_id)
    lines = (SCRIPTS / f"{persona_id}_excellent.txt").read_text().splitlines()
    script = Script(tuple(line for line in lines if line.strip()), 7, "normal")
    rubric = find_rubric(persona.rubric_id)
    transcript = asyncio.run(rehearse(persona, rubric, script, journal=MemoryJournal(), store=MemoryStore()))
    earned = [fact for fact in reveal(transcript, persona) if fact.earned]
    assert [fact for fact in earned if fact.hidden]
    for fact in earned:
        assert fact.told is not None
        assert fact.earned_by is not None
        assert fact.earned_by.turn < fact.told.turn
        for quote, speaker in ((fact.earned_by, Speaker.REP), (fact.told, Speaker.BUYER)):
            turn = transcript.turns[quote.turn]
            assert turn.speaker is speaker
            assert turn.text[quote.start : quote.end] == quote.quote
