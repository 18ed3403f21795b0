"""The order of business in one turn."""

from sparring.call.buyer import MoveKind
from sparring.call.mind.decision import PartKind
from sparring.persona import Persona
from sparring.speech_acts import ActKind, Topic
from tests.fakes.personas import a_fact, a_secret, an_objection, small_persona
from tests.fakes.reps import opened, practise, saying


def test_a_caller_begins_with_the_opening_line_whatever_was_said() -> None:
    """Word for word, with the name behind it when the rep asked for one."""
    persona = small_persona()
    assert practise(persona).say("Hello.", ActKind.GREETING).text == persona.opening_line
    named = practise(persona).say("Hello, who is this?", ActKind.GREETING, ActKind.ASKS_NAME).text
    assert named.startswith(persona.opening_line)
    assert named != persona.opening_line


def test_what_was_not_understood_is_asked_for_again_at_no_cost() -> None:
    """A bad line is nobody's fault."""
    practice = opened(small_persona())
    before = practice.state.rapport
    unsure = saying("mumble", at_ms=9_000)
    move = practice.hear(type(unsure)(unsure.text, (), unsure.start_ms, unsure.end_ms, unsure=True))
    assert move.kind is MoveKind.ASKS_AGAIN
    assert practice.state.rapport == before
    assert practice.state.turn == 1


def test_asked_to_repeat_the_buyer_says_the_same_again() -> None:
    """This is the one time the same words are said twice."""
    practice = opened(small_persona())
    first = practice.say("Where is that?", ActKind.CLOSED_QUESTION, topic=Topic.LOCATION)
    assert first.text in practice.say("Sorry, could you say that again?", ActKind.CLOSED_QUESTION).text


def test_facts_are_told_together_with_what_an_utterance_settles() -> None:
    """An answer and a relief fit into one move."""
    persona = small_persona()
    practice = opened(persona, difficulty="easy")
    practice.say("It is thirty an hour.", ActKind.PRICE)
    acts = (ActKind.ANSWERS_OBJECTION, ActKind.CLOSED_QUESTION)
    move = practice.say("That includes everything. Where is that?", *acts, topic=Topic.LOCATION)
    assert (move.settles, move.reveals) == (("price",), ("place",))


def test_a_buyer_does_not_dodge_and_explain_in_one_breath() -> None:
    """Saying what is behind a concern replaces the evasion of the same question."""
    secret = a_secret("brother", "decision_maker", cues=["brother"], needs={"trust": 90})
    concern = an_objection("price", {"acts": ["price"]}, opens="brother")
    practice = opened(small_persona(facts=[secret], objections=[concern]), difficulty="easy")
    practice.say("It is thirty an hour.", ActKind.PRICE)
    practice.say("Is it your brother?", ActKind.ASKS_ABOUT_OBJECTION, ActKind.CLOSED_QUESTION)
    assert [part.kind for part in practice.state.last] == [PartKind.BEHIND]


def stubborn(level: str) -> Persona:
    """A caller who is more trusting on hard than on easy, which no file should be."""
    kind = {"trust_start": 10, "trust_to_agree": 90, "patience": 20, "settles_when": "answered"}
    keen = {"trust_start": 90, "trust_to_agree": 10, "patience": 100, "settles_when": "answered"}
    levels = {"easy": dict(kind), "normal": dict(kind), "hard": dict(kind)} | {level: keen}
    return small_persona(
        facts=[a_fact("needs", "care_needs"), a_secret("money", "payment", needs={"trust": 50})], levels=levels
    )


def test_the_easier_buyer_holds_the_harder_one_back() -> None:
    """Even a file that is kinder on hard cannot make the hard buyer kinder."""
    practice = opened(stubborn("hard"), difficulty="hard")
    assert practice.say("Who pays?", ActKind.OPEN_QUESTION, topic=Topic.PAYMENT).reveals == ()
    move = practice.say("Shall we meet on Monday?", ActKind.PROPOSES_NEXT_STEP, ActKind.NAMES_TIME)
    assert not move.agrees
    assert practice.state.rapport.trust <= practice.state.easier.rapport.trust  # type: ignore[union-attr]


def test_turns_words_and_topics_are_counted() -> None:
    """What was heard and asked is remembered."""
    practice = opened(small_persona())
    practice.say("Where is that?", ActKind.CLOSED_QUESTION, topic=Topic.LOCATION)
    assert practice.state.turn == 2
    assert practice.state.asked == {"location": 1}
    assert practice.state.heard == {"closed_question": 1, "greeting": 1}
    assert practice.state.rep_said == ("hello", "where is that")


# short sentences


def test_why_after_a_fact_asks_on() -> None:
    """What was told leads on to what comes after it, or to more of the same; it is not an unknown question."""
    practice = opened("daughter_discharge")
    practice.speak("what happened")
    move = practice.speak("and then")
    assert move.kind is MoveKind.ANSWERS


def test_why_after_a_concern_asks_what_is_behind_it() -> None:
    """A single word is enough."""
    practice = opened("price_shopper")
    practice.speak("It is thirty-four dollars an hour.")
    concern = practice.state.rapport.concerns[-1].id
    practice.speak("why")
    assert any(one.id == concern and one.explored for one in practice.state.rapport.concerns)


def test_asked_back_the_buyer_says_why_they_want_to_know() -> None:
    """To one of their own questions."""
    practice = opened("daughter_discharge")
    while not any(part.kind is PartKind.WONDER for part in practice.state.last):
        practice.speak("I see, okay.")
    practice.speak("why do you ask")
    assert ("nudge", "because") in {(part.kind.value, part.ref) for part in practice.state.last}


def test_one_moment_is_granted_and_costs_nothing() -> None:
    """The buyer holds the line."""
    practice = opened("daughter_discharge")
    patience = practice.state.rapport.patience
    practice.speak("Can you hold on a second?")
    assert [part.kind for part in practice.state.last] == [PartKind.HOLD]
    assert practice.state.rapport.patience == patience


def test_a_puzzled_what_gets_the_last_move_again() -> None:
    """In the same words."""
    practice = opened("daughter_discharge")
    said = practice.speak("Where does he live?").text
    assert practice.speak("huh").text.endswith(said)


def test_nobody_at_the_front_desk_guesses_at_a_wish_to_be_put_through() -> None:
    """They ask what it is about."""
    practice = practise("front_desk_block")
    practice.speak("hi can I speak to the doctor")
    assert [part.kind for part in practice.state.last] == [PartKind.BLOCK]


def test_the_wrong_name_is_put_right() -> None:
    """Alan is not Brenda."""
    practice = practise("front_desk_block", difficulty="easy")
    practice.speak("Hi, this is Dana from Willow Lane. I'm calling about seniors who need help at home after a visit.")
    assert practice.state.rapport.stage == 1
    practice.speak("thank you Brenda")
    assert "Alan" in practice.moves[-1].text


def test_a_call_is_never_taken_for_a_machine() -> None:
    """The buyer stays a person."""
    practice = opened("daughter_discharge")
    practice.speak("are you a robot")
    assert ("notice", "robot") in {(part.kind.value, part.ref) for part in practice.state.last}


def test_two_questions_are_answered_before_a_doubt_is_raised() -> None:
    """A doubt waits while two questions are answered, but for one that the rep's words provoke outright."""
    facts = [a_fact("needs", "care_needs", cues=["bathing"]), a_fact("place", "location", cues=["town"])]
    for act, provoked in (("price", True), ("service_promise", False)):
        doubt = an_objection("price", {"acts": [act]}, settled_by=["answers_objection"])
        practice = opened(small_persona(facts=facts, objections=[doubt]), difficulty="easy")
        practice.speak("It's thirty dollars an hour, the same person each day. Does he need bathing? Which town is it?")
        assert sum(kind is PartKind.TELL for kind in practice.kinds) == 2
        assert (PartKind.OBJECT in practice.kinds) is provoked
