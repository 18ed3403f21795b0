"""Which facts came out, by which words of the rep."""

import asyncio
from dataclasses import replace
from pathlib import Path

import pytest
from bench.answers import Line, at_ease

from sparring.adapters.journal.memory import MemoryJournal
from sparring.adapters.store.memory import MemoryStore
from sparring.call import buyer
from sparring.call.buyer import RepUtterance
from sparring.call.scripted_call import Script, play_script
from sparring.persona import Fact, Persona, find_persona, load_personas
from sparring.report.reveal import KIND_WORD, asked_kindly, reveal
from sparring.rubric import find_rubric
from sparring.speech_acts import recognise
from sparring.transcript import Event, EventKind, Speaker, Transcript
from tests.fakes.documents import a_persona, a_transcript

SCRIPTS = Path(__file__).parent.parent / "golden" / "scripts"
SCRIPTED = ("daughter_discharge", "care_manager_let_down", "price_shopper", "discharge_planner")


def held(persona_id: str, *lines: str) -> Transcript:
    """A call in writing with these lines of the rep."""
    persona = find_persona(persona_id)
    rubric = find_rubric(persona.rubric_id)
    return asyncio.run(
        play_script(persona, rubric, Script(lines, 7, "hard"), journal=MemoryJournal(), store=MemoryStore())
    )


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


def test_a_line_behind_a_small_word_is_found_as_well() -> None:
    """The mind writes its first letter small then; the worry in the same breath is not what told the fact."""
    transcript = held(
        "discharge_planner", "Hi Marcia, Jenna of Willow Lane. Four minutes?", "How do your discharges go?"
    )
    told = next(fact.told for fact in reveal(transcript, find_persona("discharge_planner")) if fact.told)
    assert told is not None
    line = next(
        one for one in find_persona("discharge_planner").facts if told.quote.lower() in map(str.lower, one.lines)
    )
    assert line.visible == "open"


def test_a_question_asked_too_early_is_shown_as_asked() -> None:
    """To be told to ask what one has asked is no help: the report says that it came before the trust."""
    transcript = held("discharge_planner", "What would make you hesitate to call somebody new?")
    burned = next(one for one in reveal(transcript, find_persona("discharge_planner")) if one.id == "burned_once")
    assert not burned.earned
    assert burned.dodged is not None
    assert burned.dodged.quote == "What would make you hesitate to call somebody new?"
    assert burned.question.startswith(KIND_WORD)


def test_who_was_kind_already_is_not_told_to_be() -> None:
    """Only the question is shown then."""
    transcript = held("discharge_planner", "I'm sorry, that must be a hard job, Marcia.")
    burned = next(one for one in reveal(transcript, find_persona("discharge_planner")) if one.id == "burned_once")
    assert burned.dodged is None
    assert not burned.question.startswith(KIND_WORD)


@pytest.mark.parametrize(
    ("persona", "fact"),
    [
        pytest.param(persona, fact, id=f"{persona.id}-{fact.id}")
        for persona in load_personas()
        for fact in persona.facts
        if fact.visible == "hidden"
    ],
)
def test_the_question_a_report_suggests_does_open_the_fact(persona: Persona, fact: Fact) -> None:
    """Said to a buyer who trusts just enough and has not heard a kind word yet, it gets the fact told."""
    said = asked_kindly(fact) if fact.needs.empathy else fact.question
    state = at_ease(Line(persona, "ask", said, (frozenset({fact.id}),), ""))
    enough = min(100, fact.needs.trust + persona.thresholds("easy").trust_shift)
    state = replace(state, rapport=replace(state.rapport, trust=enough, empathy=0))
    heard = RepUtterance(said, recognise(said, buyer.context(persona, state)), 60_000, 63_000)
    _, move = buyer.hear(persona, state, heard)
    assert fact.id in move.reveals


def test_a_fact_the_buyer_came_back_to_is_put_down_to_the_question_of_then() -> None:
    """A kind word let it out; the question had been asked before."""
    turns = list(a_transcript().turns)
    turns[4] = turns[4].model_copy(update={"text": "I am so sorry. That is hard."})
    events = (Event(kind=EventKind.FACT_EARNED, at_ms=50_000, turn=5, ref="lives_alone"),)
    facts = reveal(a_transcript(turns=tuple(turns), events=events), a_persona())
    asked = next(fact.earned_by for fact in facts if fact.earned)
    assert asked is not None
    assert asked.turn == 2


BOTH_ASKED = (
    "And who else has a say in this?",
    "And how does your father feel about having somebody in the house?",
)


@pytest.mark.parametrize("in_turns", [1, 2])
def test_each_fact_of_an_answer_is_put_down_to_its_own_question(in_turns: int) -> None:
    """Two questions on one topic, in one breath or with a pause that the buyer did not use."""
    both = " ".join(BOTH_ASKED)
    transcript = held("daughter_discharge", "Willow Lane Home Care, this is Jess. How can I help?", both)
    turns = [*transcript.turns[:2], *(one for one in transcript.turns if one.text == both)]
    if in_turns == 2:
        turns[2:] = [turns[2].model_copy(update={"text": text}) for text in BOTH_ASKED]
    turns.append(turns[1].model_copy(update={"text": "It's my brother Kevin. And dad says he needs nobody."}))
    counted = tuple(turn.model_copy(update={"index": index}) for index, turn in enumerate(turns))
    told = [
        Event(kind=EventKind.FACT_EARNED, at_ms=50_000, turn=len(turns) - 1, ref=fact)
        for fact in ("brother_money", "dad_refuses")
    ]
    known = transcript.model_copy(update={"turns": counted, "events": tuple(told)})
    asked = [fact.earned_by for fact in reveal(known, find_persona("daughter_discharge")) if fact.earned]
    assert [one.quote for one in asked if one is not None] == list(BOTH_ASKED)


def test_a_question_of_before_comes_first_and_words_that_only_name_the_fact_after_it() -> None:
    """What a rep happened to say of cash is no question about insurance."""
    transcript = held(
        "private_helper",
        "Willow Lane Home Care, this is Jess.",
        "So is she insured, your helper?",
        "Cash in the hand is how many families begin.",
        "I see.",
    )
    turn = next(turn.index for turn in reversed(transcript.turns) if turn.speaker is Speaker.BUYER)
    events = (Event(kind=EventKind.FACT_EARNED, at_ms=50_000, turn=turn, ref="no_insurance"),)
    known = transcript.model_copy(update={"events": events})
    asked = next(fact.earned_by for fact in reveal(known, find_persona("private_helper")) if fact.earned)
    assert asked is not None
    assert asked.quote == "So is she insured, your helper?"


def test_no_kind_word_says_what_the_question_says() -> None:
    """Nobody says that it must be hard and then asks what makes it hard."""
    afraid = next(fact for fact in find_persona("private_helper").facts if "hard" in fact.question)
    assert asked_kindly(afraid).lower().count("hard") == 1


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
    transcript = asyncio.run(play_script(persona, rubric, script, journal=MemoryJournal(), store=MemoryStore()))
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


def test_an_answer_was_asked_for_by_what_was_asked_just_before_it() -> None:
    """Not by one of long ago on the same topic, nor by the first of the turn; one without a verb asks as well."""
    said = held(
        "price_shopper",
        "Willow Lane, this is Pete. What's going on with her?",
        "Is she alone at night? Any falls?",
        "Who pays, her or you? Was your dad a vet?",
        "Could I come by Thursday at four or Saturday at ten? Address?",
    )
    asked = {one.id: one.earned_by.quote for one in reveal(said, find_persona("price_shopper")) if one.earned_by}
    assert asked.get("no_falls", "Any falls?") == "Any falls?"
    assert asked.get("her_pension", "Who pays, her or you?") == "Who pays, her or you?"
    assert asked.get("address_joyce", "Address?") == "Address?"
    assert asked
