"""What the buyer wants to know themselves."""

from dataclasses import replace

import pytest

from sparring.call.buyer import MoveKind
from sparring.call.mind.decision import Part, PartKind
from sparring.speech_acts import ActKind, Topic
from tests.fakes.personas import a_fact, lines_about, small_persona
from tests.fakes.reps import Practice, opened, practise


def wondering(**changes: object) -> Practice:
    """A caller who wants to know what it costs."""
    question = {"id": "cost", "from_turn": 2, "answered_by": ["price"], "lines": lines_about("the cost")}
    question |= {"thanks": lines_about("thanks")}
    return opened(small_persona(questions=[question | changes]))


def test_when_the_rep_asks_nothing_the_buyer_does() -> None:
    """A statement leaves room for a question of one's own."""
    practice = wondering()
    assert practice.say("Well, let me see.").kind is MoveKind.ASKS


def test_a_question_left_open_is_asked_once_more() -> None:
    """In other words, and not a third time."""
    practice = wondering()
    practice.say("Well, let me see.")
    practice.say("We have lovely people.", ActKind.CAPABILITY)
    assert practice.kinds == [PartKind.WONDER_AGAIN]
    practice.say("They are very kind.", ActKind.CAPABILITY)
    assert PartKind.WONDER_AGAIN not in practice.kinds


def test_an_answered_question_is_thanked_for() -> None:
    """And never asked again."""
    practice = wondering()
    practice.say("Well, let me see.")
    practice.say("Between thirty and forty.", ActKind.PRICE)
    assert PartKind.THANK in practice.kinds or PartKind.OBJECT in practice.kinds
    assert practice.state.wondered == ("cost",)


def test_a_question_answered_in_advance_is_never_asked() -> None:
    """Nobody asks for what was said already."""
    practice = wondering()
    practice.say("Between thirty and forty.", ActKind.PRICE)
    for turn in range(4):
        practice.say(f"Well, number {turn}.")
    assert practice.state.wondered == ()


def test_thanks_get_a_milder_reminder_than_a_question_passed_over() -> None:
    """An "okay thanks" did not try to answer: "that's not what I asked" would be rude."""
    practice = practise("discharge_planner")
    practice.speak("Hi Marcia, this is Jake from Willow Lane, how's your day going?")
    assert practice.state.last[-1].kind is PartKind.WONDER
    practice.speak("okay thanks marcia")
    assert "wonder_again.thanked" in practice.state.last[-1].group


def test_who_has_answered_a_question_on_their_work_knows_what_the_call_is_about() -> None:
    """Then nobody asks "what is it regarding?" any more."""
    practice = practise("elder_law_attorney", difficulty="easy")
    practice.speak("Hi Judith, Mark from Willow Lane Home Care. Who do you send families to?")
    practice.speak("Right.")
    practice.speak("I see.")
    assert practice.state.rapport.told
    assert "whats_the_matter" not in practice.state.wondered


def test_thanks_for_an_answer_come_before_a_nod_to_what_is_taken_for_granted() -> None:
    """After "do you do short ones?" a "we do two hours, you keep your three" is an answer, and no "that's it"."""
    practice = practise("rehab_social_worker", difficulty="easy")
    practice.speak("Hi, this is Dan from Willow Lane Home Care.")
    practice.state = replace(
        practice.state,
        turn=6,
        last=(Part(PartKind.WONDER, "minimum"),),
        wondered=("minimum",),
        rapport=replace(practice.state.rapport, settled=("have_three",), told=("the_three",)),
    )
    practice.speak("A two hour shift is fine. You keep your three.")
    assert PartKind.THANK in practice.kinds
    assert PartKind.NUDGE not in practice.kinds


@pytest.mark.parametrize(("topic", "asks"), [("location", True), ("feelings", False)])
def test_no_question_of_ones_own_passes_over_a_matter_of_the_heart(topic: str, *, asks: bool) -> None:
    """After a plain fact there is room for one."""
    question = {"id": "cost", "from_turn": 1, "answered_by": ["price"], "lines": lines_about("the cost")}
    practice = opened(small_persona(facts=[a_fact("told", topic)], questions=[question]))
    practice.say("Well.")
    state = replace(practice.state, turn=2, wondered=(), last=())
    practice = Practice(practice.persona, state)
    practice.say("And what about that?", ActKind.OPEN_QUESTION, topic=Topic(topic))
    assert PartKind.TELL in practice.kinds
    assert (PartKind.WONDER in practice.kinds) is asks
