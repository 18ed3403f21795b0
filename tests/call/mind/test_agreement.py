"""Agreeing, being put through, and leaving."""

from dataclasses import replace

import pytest

from sparring.call.buyer import MoveKind, RepUtterance, begin
from sparring.call.mind.agreement import limit_of, missing, on_the_table
from sparring.call.mind.decision import PartKind
from sparring.call.mind.heard.understanding import understood
from sparring.call.mind.state import Concern, Rapport
from sparring.persona import HangUpCause, Persona, find_persona
from sparring.speech_acts import ActKind, recognise
from tests.fakes.personas import a_fact, an_objection, lines_about, raw_persona, small_persona
from tests.fakes.reps import Practice, opened, practise, saying

PROPOSAL = (ActKind.PROPOSES_NEXT_STEP, ActKind.NAMES_TIME)
SENTENCE = "Could we meet on Monday?"
DAUGHTER = find_persona("daughter_discharge")
HOLD_ME_TO_IT = "So hold me to it: you call me at six in the morning to test it. Would that do?"


def proposing(practice: Practice) -> None:
    """Propose a visit on Monday, the day being all that names a time."""
    practice.say(SENTENCE, *PROPOSAL)


def test_the_buyer_agrees_when_nothing_is_missing() -> None:
    """Enough trust and a time are enough for this one."""
    practice = opened(small_persona(), difficulty="easy")
    move = practice.say(SENTENCE, *PROPOSAL)
    assert move.agrees
    assert move.kind is MoveKind.AGREES


def test_without_a_time_the_buyer_asks_when() -> None:
    """The answer to that may be a time and nothing else."""
    practice = opened(small_persona(), difficulty="easy")
    assert practice.say("We could come by.", ActKind.PROPOSES_NEXT_STEP).kind is MoveKind.DECLINES
    assert practice.state.last[0].kind is PartKind.NO_TIME
    assert practice.say("On Monday.", ActKind.NAMES_TIME).agrees


def test_an_open_concern_stands_before_the_next_step() -> None:
    """It is repeated, and once it is settled the proposal still stands."""
    persona = small_persona(objections=[an_objection("stranger", {"before_agreeing": True})])
    practice = opened(persona, difficulty="easy")
    assert practice.say(SENTENCE, *PROPOSAL).raises == ("stranger",)
    move = practice.say("You meet her first.", ActKind.ANSWERS_OBJECTION)
    assert move.settles == ("stranger",)
    assert move.agrees


def test_a_proposal_that_came_too_early_has_to_be_made_again() -> None:
    """A refusal for want of trust takes it off the table."""
    level = {"trust_start": 30, "trust_to_agree": 40, "patience": 100, "settles_when": "answered"}
    persona = small_persona(levels={"easy": level, "normal": dict(level), "hard": dict(level)})
    practice = opened(persona, difficulty="easy")
    assert practice.say(SENTENCE, *PROPOSAL).kind is MoveKind.DECLINES
    for _ in range(4):
        practice.say("That must be hard. I see how it is.", ActKind.EMPATHY, ActKind.REFLECTION)
    assert not practice.agreed
    proposing(practice)
    assert practice.agreed


@pytest.mark.parametrize(
    ("rapport", "lacking"),
    [
        (Rapport(60, 90, times=("Monday",)), ()),
        (Rapport(60, 90), ("time",)),
        (Rapport(10, 90, times=("Monday",)), ("trust",)),
        (Rapport(10, 90, concerns=(Concern("price"),)), ("concern:price", "trust", "time")),
    ],
)
def test_what_is_missing_is_named_the_most_pressing_first(rapport: Rapport, lacking: tuple[str, ...]) -> None:
    """Concerns come before trust, trust before the time."""
    assert missing(small_persona(), "easy", rapport) == lacking


def test_facts_and_objections_can_be_required() -> None:
    """Nobody buys from a stranger to their case."""
    raw = raw_persona()["agrees_when"] | {"facts": ["place"], "facts_at_least": 2, "objections": ["price"]}
    persona = small_persona(agrees_when=raw)
    rapport = Rapport(60, 90, told=("needs",), times=("Monday",))
    assert missing(persona, "easy", rapport) == ("objection:price", "fact:place", "facts")


def test_to_know_of_a_cat_is_not_to_know_the_case() -> None:
    """A fact about nothing in particular counts for half of one that the case turns on."""
    persona = small_persona(
        facts=[a_fact("needs", "care_needs"), a_fact("cat", "other"), a_fact("yard", "other")],
        agrees_when={**raw_persona()["agrees_when"], "facts": [], "facts_at_least": 1, "objections": []},
        objections=[],
    )
    assert "facts" in missing(persona, "easy", Rapport(90, 90, told=("cat",)))
    assert "facts" not in missing(persona, "easy", Rapport(90, 90, told=("cat", "yard")))
    assert "facts" not in missing(persona, "easy", Rapport(90, 90, told=("needs",)))


def test_after_agreeing_goodbye_ends_the_call() -> None:
    """The buyer confirms what is summed up, then says farewell."""
    practice = opened(small_persona(), difficulty="easy")
    proposing(practice)
    assert practice.say("So that is Monday, then.", ActKind.SUMMARISES).kind is MoveKind.CONFIRMS
    move = practice.say("Goodbye.", ActKind.GOODBYE)
    assert (move.kind, move.hangs_up) == (MoveKind.PARTS, True)


def test_a_buyer_who_has_agreed_does_not_wait_for_ever() -> None:
    """After a while they say goodbye by themselves."""
    practice = opened(small_persona(), difficulty="easy")
    proposing(practice)
    for turn in range(8):
        if not practice.state.over:
            practice.say(f"And another thing, number {turn}.")
    assert practice.state.over
    assert practice.moves[-1].kind is MoveKind.PARTS


def test_a_step_that_cannot_wait_ends_the_call_at_once() -> None:
    """Told to call 911, he hangs up to do it."""
    practice = opened("emergency_in_progress", difficulty="easy")
    move = practice.say("Hang up and call 911 now.", ActKind.CALL_911)
    assert move.agrees
    assert move.hangs_up


@pytest.mark.parametrize("line", ["can you call 911 right now please", "Could you hang up and call 911?"])
def test_who_is_asked_to_call_for_help_does_it(line: str) -> None:
    """However politely it is put, nobody answers "on a good day, yes"."""
    practice = opened("emergency_in_progress", difficulty="easy")
    assert practice.speak(line).agrees


def test_a_rep_who_says_goodbye_is_let_go() -> None:
    """Without an agreement the buyer parts politely."""
    practice = opened(small_persona())
    move = practice.say("Thank you, goodbye.", ActKind.THANKS, ActKind.GOODBYE)
    assert (move.kind, move.agrees, move.hangs_up) == (MoveKind.PARTS, False, True)


def test_who_takes_a_refusal_for_a_day_hears_it_again() -> None:
    """A "sure" to "Wednesday at four it is" would be a yes."""
    level = {"trust_start": 10, "trust_to_agree": 60, "patience": 100, "settles_when": "answered"}
    persona = small_persona(levels={"easy": level, "normal": dict(level), "hard": dict(level)})
    practice = opened(persona, difficulty="normal")
    assert practice.speak("Could we meet on Wednesday at four?").kind is MoveKind.DECLINES
    assert practice.speak("Wednesday at four it is. Thank you for your time.").kind is MoveKind.DECLINES


def test_abuse_is_warned_of_once() -> None:
    """The second time the buyer hangs up."""
    practice = opened(small_persona(), difficulty="normal")
    assert practice.say("You are an idiot.", ActKind.ABUSE).kind is MoveKind.WARNS
    assert practice.say("An idiot, I say.", ActKind.ABUSE).kind is MoveKind.HANGS_UP


def test_who_leaves_over_an_insult_says_nothing_of_what_else_was_enough() -> None:
    """Patience was gone in the same breath."""
    practice = opened(small_persona(), difficulty="normal")
    practice.state = replace(practice.state, rapport=replace(practice.state.rapport, patience=1))
    practice.say("You cheap idiot.", ActKind.ABUSE)
    assert practice.state.rapport.left == "abuse"


def test_pressure_drives_a_buyer_away_sooner_on_harder_settings() -> None:
    """The file's number, one more on easy, one less on hard."""
    persona = find_persona("daughter_discharge")
    limits = [limit_of(persona, level, HangUpCause.PRESSURE) for level in ("easy", "normal", "hard")]
    assert limits == [4, 3, 2]


def test_time_runs_out_with_a_warning() -> None:
    """A buyer with four minutes says so at three, and leaves at four."""
    practice = opened("discharge_planner", difficulty="hard")
    limit_s = practice.persona.thresholds("hard").time_limit_s
    assert limit_s is not None
    practice.hear(saying("Well, I see.", at_ms=int(limit_s * 1_000 * 0.8)))
    assert practice.state.warned
    move = practice.hear(saying("Then let me say.", at_ms=limit_s * 1_000))
    assert move.kind is MoveKind.HANGS_UP


def test_patience_runs_out() -> None:
    """Talk that leads nowhere ends the call."""
    practice = opened(small_persona(), difficulty="easy")
    for turn in range(60):
        if not practice.state.over:
            practice.say(f"Well, you know, that is the way of things, number {turn}.")
    assert practice.moves[-1].kind is MoveKind.HANGS_UP
    assert practice.state.rapport.left == HangUpCause.PATIENCE


def front_desk(gate: int) -> Persona:
    """Brenda, letting through who meets this many of her wishes."""
    return find_persona("front_desk_block").model_copy(
        update={"levels": find_persona("front_desk_block").levels.model_copy(update={"easy": _with_gate(gate)})}
    )


def _with_gate(gate: int) -> object:
    return find_persona("front_desk_block").levels.easy.model_copy(update={"gate": gate})


def test_a_front_desk_puts_through_who_says_who_they_are_and_why() -> None:
    """Another person in another voice picks up."""
    practice = practise(front_desk(2), difficulty="easy")
    blocked = practice.say("Hello there.", ActKind.GREETING)
    assert blocked.stage == "front_desk"
    practice.say("Dana from Willow Lane.", ActKind.GIVES_NAME, ActKind.GIVES_AGENCY)
    assert [(part.kind, part.ref) for part in practice.state.last] == [(PartKind.BLOCK, "why")]
    move = practice.say("It's for people who need help at home.", ActKind.STATES_PURPOSE)
    assert (move.kind, move.stage) == (MoveKind.TRANSFERS, "front_desk")
    assert (practice.moves[-1].kind, practice.moves[-1].stage) == (MoveKind.OPENS, "coordinator")


def test_nothing_is_sold_to_the_front_desk() -> None:
    """A proposal made there is not remembered further up."""
    practice = practise(front_desk(4), difficulty="easy")
    proposing(practice)
    assert not practice.state.rapport.proposed


def test_own_lines_are_used_for_leaving() -> None:
    """A persona's own last words come first."""
    leaving = [{"cause": "abuse", "times": 1, "lines": lines_about("leaving")}]
    practice = opened(small_persona(hangs_up_when=leaving), difficulty="normal")
    assert practice.say("You idiot.", ActKind.ABUSE).text in lines_about("leaving")


def test_of_two_days_the_one_agreed_on_is_said_back() -> None:
    """Asked "Thursday at one then, or Friday?", nobody says yes, nor takes the other day."""
    practice = practise("rehab_social_worker", seed=508, difficulty="normal")
    agreed = replace(practice.state.rapport, agreed=True, proposed=True, times=("Friday",))
    practice.state = replace(practice.state, rapport=agreed, turn=3)
    answer = practice.speak("Right. Thursday at one then, or Friday?").text
    assert "Friday" in answer
    assert "Thursday" not in answer
    assert practice.state.rapport.times == ("Friday",)


@pytest.mark.parametrize(
    ("agreed", "line", "said"),
    [
        ("Friday at ten", "And what time should I come by?", "kept:Friday at ten"),
        ("Friday", "What time works?", "any_hour"),
        ("Friday", "what time works for you on friday", "any_hour"),
        ("Friday", "What time does he get up?", ""),
    ],
)
def test_the_hour_of_the_day_agreed_on_is_said_or_left_to_the_rep(agreed: str, line: str, said: str) -> None:
    """Nothing else is told in answer to "what time?"."""
    practice = opened(DAUGHTER)
    rapport = replace(practice.state.rapport, agreed=True, proposed=True, times=(agreed,))
    practice.state = replace(practice.state, rapport=rapport)
    practice.speak(line)
    assert next((part.ref for part in practice.state.last if part.kind is PartKind.CONFIRM), "") == said


def test_another_day_after_agreement_is_written_down() -> None:
    """Nobody says "correct" to a day that was not agreed on."""
    practice = at_the_end("price_shopper")
    practice.speak("Could I come by on Thursday at ten?")
    assert practice.state.rapport.agreed
    practice.speak("No, I said Tuesday.")
    assert [(part.kind, part.ref) for part in practice.state.last] == [(PartKind.CONFIRM, "Tuesday")]
    assert practice.state.rapport.times == ("Tuesday",)


@pytest.mark.parametrize("persona", ["price_shopper", "kickback_bait"])
def test_asked_for_a_day_the_buyer_leaves_it_to_the_rep(persona: str) -> None:
    """And agrees to the one that is named."""
    practice = at_the_end(persona)
    practice.speak("When could I come by?")
    assert [(part.kind, part.ref) for part in practice.state.last] == [(PartKind.NO_TIME, "asked")]
    practice.speak("Wednesday at ten is good.")
    assert practice.state.rapport.agreed


def test_a_day_that_the_buyer_knows_to_be_good_is_told_and_can_be_taken() -> None:
    """Asked when they meet, a partner proposes nothing and puts nothing off: the day is a fact."""
    practice = at_the_end("discharge_planner")
    practice.speak("When do you all meet as a team?")
    assert [(part.kind, part.ref) for part in practice.state.last] == [(PartKind.RECALL, "huddle")]
    assert not practice.state.rapport.proposed
    practice.speak("Tuesday at eight thirty is good for me.")
    assert practice.state.rapport.agreed


def at_the_end(persona_id: str) -> Practice:
    """A buyer who has told everything, trusts, and has no worry left."""
    practice = practise(persona_id, difficulty="easy")
    practice.speak("Willow Lane, this is Dana.")
    persona = practice.persona
    rapport = replace(
        practice.state.rapport,
        trust=100,
        told=tuple(one.id for one in persona.facts),
        settled=tuple(one.id for one in persona.objections),
        concerns=(),
    )
    wondered = tuple(one.id for one in persona.questions)
    practice.state = replace(practice.state, rapport=rapport, wondered=wondered)
    return practice


def test_looking_for_work_is_agreed_to_when_nothing_else_is_asked() -> None:
    """To have said that one is hiring proposes nothing while a question waits for its answer."""
    practice = opened("job_seeker", difficulty="easy")
    practice.speak("Thanks for calling, I'm Megan. Are you looking for work yourself?")
    practice.speak("Oh wonderful, we're hiring. Are you a certified nurse aide?")
    assert not practice.agreed
    practice.speak("Then please apply on our careers page tonight.")
    assert practice.agreed


@pytest.mark.parametrize(
    "said",
    [
        "Hi Brenda, my name is Rob Keller with Willow Lane, and it's about patients who go home without help.",
        "Hi Brenda, this is Rob Keller from Willow Lane. I'd like to talk to Alan Pierce about patients alone at home.",
        "Hi Brenda, Rob Keller from Willow Lane Home Care. I'd like to learn how Alan's patients find help at home.",
        "Rob Keller from Willow Lane Home Care. I'd love two minutes with Alan Pierce about patients alone at home.",
        "Rob Keller from Willow Lane Home Care. I'd like two minutes with Alan to ask who helps at home. Is he in?",
        "Rob Keller from Willow Lane Home Care. I'd like to ask Alan Pierce two questions about your agency list.",
    ],
)
def test_what_it_is_about_is_a_reason_to_be_put_through(said: str) -> None:
    """In whatever words it is said."""
    practice = practise("front_desk_block")
    practice.speak(said)
    assert PartKind.BLOCK not in practice.kinds or practice.state.last[0].ref != "why"


def test_an_agency_that_is_asked_about_says_nothing_of_who_calls() -> None:
    """One that the rep calls from does, also where a question follows."""
    practice = practise("front_desk_block")
    practice.speak("Do you know Willow Lane Home Care?")
    assert practice.state.rapport.wishes_met == ()
    practice.speak("Keller, from Willow Lane Home Care. Is Alan in?")
    assert practice.state.rapport.wishes_met != ()


def test_a_refusal_says_what_is_missing_when_it_is_trust_alone() -> None:
    """Nothing is left to object, and nothing to ask: "not yet" alone would be a riddle."""
    practice = opened(small_persona(), difficulty="easy")
    practice.state = replace(practice.state, rapport=replace(practice.state.rapport, trust=0))
    proposing(practice)
    (said,) = [part for part in practice.state.last if part.kind is PartKind.NOT_YET]
    assert (said.ref, said.group) == ("trust", "not_yet.trust")


def test_an_hour_that_tests_a_promise_is_not_the_one_agreed_on() -> None:
    """The day that was proposed stays on the table."""
    reading = understood(DAUGHTER, RepUtterance(HOLD_ME_TO_IT, recognise(HOLD_ME_TO_IT), 0, 0))
    state, _ = begin(DAUGHTER, seed=1, difficulty="easy")
    rapport = replace(state.rapport, proposed=True, times=("Friday at four",))
    state = replace(state, rapport=rapport)
    assert on_the_table(DAUGHTER, state, rapport, reading).times == ("Friday at four",)


def test_an_interview_on_a_day_is_the_next_step_of_who_looks_for_work() -> None:
    """Though it is put as a question."""
    practice = practise("job_seeker", difficulty="easy")
    practice.speak("Willow Lane Home Care, this is Joy.")
    practice.speak("Are you looking for work?")
    assert practice.speak("Could you come to an interview tomorrow at nine?").agrees


def test_a_name_and_an_agency_in_any_form_are_who_is_calling() -> None:
    """Nobody is asked a second time who they are who has said it without a verb."""
    practice = opened("front_desk_block", difficulty="normal")
    practice.speak("It's about patients over seventy five who live alone. Can you put me through?")
    assert [part.ref for part in practice.state.last if part.kind is PartKind.BLOCK] == ["who"]
    practice.speak("Hal Burke, from Willow Lane Home Care.")
    assert "who" not in [part.ref for part in practice.state.last if part.kind is PartKind.BLOCK]


def test_nothing_is_objected_to_after_a_yes() -> None:
    """What would have stood before the step has no place behind it."""
    objection = an_objection("stranger", {"cues": ["buzzer"]})
    practice = opened(small_persona(objections=[objection]), difficulty="easy")
    assert practice.say(SENTENCE, *PROPOSAL).agrees
    practice.say("And does the buzzer work?", ActKind.CLOSED_QUESTION)
    assert PartKind.OBJECT not in practice.kinds


def test_who_declines_with_no_reason_says_what_is_missing() -> None:
    """As long as the rep has not found out enough; who has just been met declines with a "but"."""
    practice = opened(find_persona("kickback_bait"), difficulty="easy")
    rapport = replace(practice.state.rapport, proposed=False, settled=("the_bait",))
    practice.state = replace(practice.state, rapport=rapport, turn=3)
    practice.speak("Could I come by on Thursday at nine?")
    (said,) = [part for part in practice.state.last if part.kind is PartKind.NOT_YET]
    assert (said.ref, "not_yet.facts" in said.group) == ("facts", True)


@pytest.mark.parametrize(
    ("said", "kept"),
    [
        ("See you Saturday at ten, then.", ("Saturday at ten",)),
        ("Two twelve, over the door.", ("Friday at four", "Saturday morning at ten")),
        ("Not on Monday at nine, I know.", ("Friday at four", "Saturday morning at ten")),
    ],
)
def test_of_two_days_the_one_named_alone_afterwards_is_meant(said: str, kept: tuple[str, ...]) -> None:
    """Whoever agrees then does not take the other one."""
    reading = understood(DAUGHTER, RepUtterance(said, recognise(said), 0, 0))
    state, _ = begin(DAUGHTER, seed=1, difficulty="easy")
    rapport = replace(state.rapport, proposed=True, times=("Friday at four", "Saturday morning at ten"))
    assert on_the_table(DAUGHTER, replace(state, rapport=rapport), rapport, reading).times == kept
