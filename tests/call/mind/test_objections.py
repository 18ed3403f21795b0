"""Concerns: raised, softened, settled, brushed aside and back again."""

from dataclasses import replace

import pytest

from sparring.call.mind.decision import Part, PartKind
from sparring.call.mind.state import Concern
from sparring.persona import DIFFICULTIES, Difficulty
from sparring.speech_acts import ActKind, Topic
from tests.fakes.personas import a_secret, an_objection, small_persona
from tests.fakes.reps import Practice, opened, practise

PRICE = "It is thirty dollars an hour."
NEEDED: dict[Difficulty, str] = {"easy": "answered", "normal": "acknowledged", "hard": "explored"}


def caller(*objections: dict[str, object], difficulty: Difficulty = "easy", **changes: object) -> Practice:
    """An opened call with somebody who has these objections."""
    level = {"trust_start": 40, "trust_to_agree": 30, "patience": 100}
    levels = {name: {**level, "settles_when": needed} for name, needed in NEEDED.items()}
    return opened(small_persona(objections=list(objections), levels=levels, **changes), difficulty=difficulty)


def pricey(**changes: object) -> dict[str, object]:
    """An objection to the price."""
    return an_objection("price", {"acts": ["price"]}, **changes)


def test_an_objection_is_raised_by_its_act() -> None:
    """Naming a price brings it up, once."""
    practice = caller(pricey())
    assert practice.say(PRICE, ActKind.PRICE).raises == ("price",)
    assert practice.say("As I said, thirty.", ActKind.PRICE).raises == ()


def test_an_objection_is_raised_by_topic_words_or_turn() -> None:
    """Three more ways to bring it up."""
    by_topic = caller(an_objection("family", {"topics": ["decision_maker"]}))
    assert by_topic.say("Who decides?", ActKind.CLOSED_QUESTION, topic=Topic.DECISION_MAKER).raises == ("family",)
    by_words = caller(an_objection("home", {"cues": ["nursing home"]}))
    assert by_words.say("Have you thought of a nursing home.").raises == ("home",)
    by_turn = caller(an_objection("hurry", {"at_turn": 3}))
    assert [by_turn.say(f"Well, number {turn}.").raises for turn in range(3)] == [(), ("hurry",), ()]


def test_what_waits_for_its_moment_does_not_cut_off_an_answer() -> None:
    """An objection due by turn lets a question be answered first."""
    practice = caller(an_objection("hurry", {"at_turn": 2}))
    assert practice.say("Where is that?", ActKind.CLOSED_QUESTION, topic=Topic.LOCATION).raises == ()
    assert practice.say("I see, so it is there.").raises == ("hurry",)


@pytest.mark.parametrize(
    ("difficulty", "kinds", "settled"),
    [
        ("easy", (ActKind.ANSWERS_OBJECTION,), True),
        ("normal", (ActKind.ANSWERS_OBJECTION,), False),
        ("normal", (ActKind.ACKNOWLEDGES, ActKind.ANSWERS_OBJECTION), True),
        ("hard", (ActKind.ACKNOWLEDGES, ActKind.ANSWERS_OBJECTION), False),
        ("hard", (ActKind.ASKS_ABOUT_OBJECTION, ActKind.ANSWERS_OBJECTION), True),
    ],
)
def test_each_setting_wants_more_before_a_concern_is_settled(
    difficulty: Difficulty, kinds: tuple[ActKind, ...], *, settled: bool
) -> None:
    """Answered; acknowledged and answered; explored as well."""
    practice = caller(pricey(), difficulty=difficulty)
    practice.say(PRICE, ActKind.PRICE)
    move = practice.say("I can see that, and here is why.", *kinds)
    assert (move.settles == ("price",)) is settled


def test_steps_towards_settling_add_up_over_turns() -> None:
    """What was acknowledged before need not be acknowledged again."""
    practice = caller(pricey(), difficulty="hard")
    practice.say(PRICE, ActKind.PRICE)
    assert practice.say("What makes you say that?", ActKind.ASKS_ABOUT_OBJECTION).settles == ()
    assert practice.say("Here is what is in it.", ActKind.ANSWERS_OBJECTION).settles == ("price",)


def test_words_that_answer_this_very_point_count_as_an_answer() -> None:
    """A recogniser that misses the answer does not cost it."""
    practice = caller(pricey(cues=["fewer hours"]))
    practice.say(PRICE, ActKind.PRICE)
    assert practice.say("We could begin with fewer hours.").settles == ("price",)


INSURED = "We keep everybody on our payroll and carry insurance for them."


@pytest.mark.parametrize(
    ("text", "kinds", "settled"),
    [
        (INSURED, (), ("price",)),
        ("So it's the payroll and the insurance that you ask yourself about.", (ActKind.REFLECTION,), ()),
        ("We have lovely people.", (), ()),
    ],
)
def test_two_words_of_an_answer_in_one_sentence_of_the_rep_s_own_are_one(
    text: str, kinds: tuple[ActKind, ...], settled: tuple[str, ...]
) -> None:
    """A cue need not stand there letter by letter; what is said back to the buyer answers nothing."""
    practice = caller(pricey(cues=["payroll taxes", "insurance is included"]))
    practice.say(PRICE, ActKind.PRICE)
    assert practice.say(text, *kinds).settles == settled


@pytest.mark.parametrize(("difficulty", "settled"), [("normal", ("price",)), ("hard", ())])
def test_what_is_answered_plainly_needs_no_kind_word_first(difficulty: Difficulty, settled: tuple[str, ...]) -> None:
    """Told exactly what was doubted, one is not deaf to it; who wants to be asked why still does."""
    practice = caller(pricey(cues=["payroll taxes", "insurance is included"]), difficulty=difficulty)
    practice.say(PRICE, ActKind.PRICE)
    assert practice.say(INSURED).settles == settled


def test_a_hard_buyer_hears_an_answer_in_the_very_turn_of_the_offer() -> None:
    """What is answered together with the next step is not raised against it."""
    stranger = an_objection("stranger", {"before_agreeing": True}, cues=["same person", "meet her first"])
    practice = caller(stranger, difficulty="hard")
    said = "We send the same person each time and you meet her first. Shall we say Monday at two?"
    assert practice.say(said, ActKind.PROPOSES_NEXT_STEP, ActKind.NAMES_TIME).raises == ()


def test_brushed_aside_it_comes_back_and_costs() -> None:
    """Going on as if nothing had been said costs trust and patience."""
    practice = caller(pricey())
    practice.say(PRICE, ActKind.PRICE)
    before = practice.state.rapport
    practice.say("Our caregivers are lovely.", ActKind.CAPABILITY)
    after = practice.state.rapport
    assert practice.state.last[0].kind is PartKind.OBJECT_AGAIN
    assert after.brushed_aside == 1
    assert after.trust < before.trust
    assert after.patience < before.patience - 2


def test_asking_something_else_first_is_tolerated_for_a_while() -> None:
    """A concern that is left alone comes back by itself, in a pause and without a grudge."""
    practice = caller(pricey())
    practice.say(PRICE, ActKind.PRICE)
    for _ in range(6):
        practice.say("And where is that?", ActKind.CLOSED_QUESTION, topic=Topic.LOCATION)
        assert not any(part.kind is PartKind.OBJECT_AGAIN for part in practice.state.last)
    practice.say("We work in that area.")
    assert any(part.kind is PartKind.OBJECT_AGAIN for part in practice.state.last)
    assert practice.state.rapport.brushed_aside == 0


def test_asked_why_the_buyer_says_what_is_behind_it() -> None:
    """With trust it is the hidden fact, without it the reason is hinted at."""
    secret = a_secret("brother", "decision_maker", needs={"trust": 60})
    hint = caller(pricey(opens="brother"), facts=[secret])
    hint.say(PRICE, ActKind.PRICE)
    assert hint.say("What makes you say that?", ActKind.ASKS_ABOUT_OBJECTION).reveals == ()
    assert hint.state.last[0].kind is PartKind.BEHIND
    trusting = caller(pricey(opens="brother"), facts=[a_secret("brother", "decision_maker", needs={"trust": 20})])
    trusting.say(PRICE, ActKind.PRICE)
    assert trusting.say("What makes you say that?", ActKind.ASKS_ABOUT_OBJECTION).reveals == ("brother",)


def test_a_rep_who_has_answered_already_does_not_hear_it() -> None:
    """A concern that was dealt with in advance is settled in silence, save by a hard buyer."""
    stranger = an_objection("stranger", {"before_agreeing": True}, cues=["same person"])
    for difficulty, heard in (("easy", ()), ("hard", ("stranger",))):
        practice = caller(stranger, difficulty=difficulty)  # type: ignore[arg-type]
        practice.say("It is always the same person.", ActKind.STAFFING)
        move = practice.say("Shall we meet on Monday at two?", ActKind.PROPOSES_NEXT_STEP, ActKind.NAMES_TIME)
        assert move.raises == heard


def test_what_has_been_ruled_out_is_not_asked_for_again() -> None:
    """As "no gifts" does, whatever the words: "I don't do gifts"; one who looks for gifts has ruled nothing out."""
    bait = an_objection("bait", {"before_agreeing": True}, cues=["no gifts"])
    for said, heard in (("I don't do gifts.", ()), ("Did they bring you gifts?", ("bait",))):
        practice = caller(bait, difficulty="normal")
        practice.say(said)
        practice.say("And what is it like there then?")
        move = practice.say("Shall we meet on Monday at two?", ActKind.PROPOSES_NEXT_STEP, ActKind.NAMES_TIME)
        assert move.raises == heard


def test_some_objections_exist_only_on_harder_settings() -> None:
    """`from_level` keeps them from an easy caller."""
    late = pricey(from_level="hard")
    assert caller(late).say(PRICE, ActKind.PRICE).raises == ()
    assert caller(late, difficulty="hard").say(PRICE, ActKind.PRICE).raises == ("price",)


def test_a_relieved_buyer_does_not_object_in_the_same_breath() -> None:
    """One worry at a time."""
    other = an_objection("trust", {"acts": ["staffing"]})
    practice = caller(pricey(), other)
    practice.say(PRICE, ActKind.PRICE)
    move = practice.say("They are trained, insured and yours.", ActKind.ANSWERS_OBJECTION, ActKind.STAFFING)
    assert (move.settles, move.raises) == (("price",), ())


def test_whoever_asks_if_that_is_fair_does_not_brush_a_worry_aside() -> None:
    """They want to hear how far it is met, and hear that."""
    practice = caller(pricey(), difficulty="hard")
    practice.say(PRICE, ActKind.PRICE)
    practice.speak("We only want to be one of several. Is that fair?")
    assert PartKind.OBJECT_AGAIN not in practice.kinds
    assert [part.ref for part in practice.state.last if part.kind is PartKind.NUDGE] == ["not_settled"]


@pytest.mark.parametrize(
    ("line", "told"),
    [
        ("Nobody's in your drawers. What is it about the government that bothers you?", "behind:not_charity"),
        ("What's holding you back?", "behind:not_charity"),
    ],
)
def test_asked_about_a_concern_one_says_what_is_behind_it(line: str, told: str) -> None:
    """Not what one knows of the money, nor what was dodged before."""
    practice = opened("veterans_wife", difficulty="hard")
    practice.speak("There's a VA benefit called Aid and Attendance that can help pay.")
    assert practice.state.last[-1].ref == "not_charity"
    practice.speak(line)
    assert [f"{part.kind.value}:{part.ref}" for part in practice.state.last] == [told]


def test_an_answer_in_the_same_breath_does_not_swallow_the_question() -> None:
    """What is behind comes first, and the concern is gone once the rep goes on."""
    practice = caller(pricey())
    practice.say(PRICE, ActKind.PRICE)
    practice.say("Here is why. What worries you about that?", ActKind.ANSWERS_OBJECTION, ActKind.OPEN_QUESTION)
    assert practice.kinds == [PartKind.BEHIND]
    assert practice.say("I see, that makes sense.", ActKind.ACKNOWLEDGES).settles == ("price",)


@pytest.mark.parametrize(
    "line",
    [
        "Well, what's behind it?",
        "What do you mean, you have three?",
        "What's the reason for that?",
        "Why does that bug you?",
    ],
)
def test_what_is_behind_a_worry_is_asked_for_in_many_words(line: str) -> None:
    """And nothing stands behind the garden centre."""
    practice = opened("rehab_social_worker", difficulty="hard")
    practice.state = replace(
        practice.state,
        turn=5,
        last=(Part(PartKind.OBJECT, "have_three"),),
        rapport=replace(practice.state.rapport, concerns=(Concern("have_three"),)),
    )
    practice.speak(line)
    assert [(part.kind, part.ref) for part in practice.state.last] == [(PartKind.BEHIND, "have_three")]


def test_whoever_presses_relieves_nobody() -> None:
    """An answer with "sign up today" behind it leaves the worry where it was."""
    doubt = an_objection("price", {"acts": ["price"]}, settled_by=["service_promise"])
    for acts, settles in (((), True), ((ActKind.PRESSURE,), False)):
        practice = opened(small_persona(objections=[doubt]), difficulty="easy")
        practice.say("Thirty an hour.", ActKind.PRICE)
        practice.say("The same person each day.", ActKind.SERVICE_PROMISE, *acts)
        assert (PartKind.SETTLE in practice.kinds) is settles
        assert PartKind.SOFTEN not in practice.kinds


@pytest.mark.parametrize(
    ("persona_id", "objection_id", "answer"),
    [
        ("private_helper", "bea_is_family", "Bea could come work for us, and then nothing changes for your aunt."),
        ("burnt_by_no_show", "they_said_that_too", "I give you the cell I carry to bed, and you can fire us by text."),
        ("long_distance_son", "she_will_refuse", "I'd come myself first, chat in Spanish, and let her be the boss."),
        ("care_manager_let_down", "why_now", "You had every right to stop. We should have been honest about it then."),
    ],
)
def test_an_answer_in_other_words_is_heard_by_what_it_is_like(persona_id: str, objection_id: str, answer: str) -> None:
    """Where the worry has just been voiced; a brochure is like none of its answers."""
    for said, heard in ((answer, True), ("We do meals, bathing, housekeeping and rides.", False)):
        practice = opened(persona_id, difficulty="hard")
        practice.state = replace(
            practice.state,
            turn=5,
            last=(Part(PartKind.OBJECT, objection_id),),
            rapport=replace(practice.state.rapport, concerns=(Concern(objection_id),)),
        )
        practice.speak(said)
        open_still = [one for one in practice.state.rapport.concerns if one.id == objection_id]
        assert all(one.answered for one in open_still) is heard


def test_an_answer_near_to_examples_of_answers_is_heard_where_cues_are_far() -> None:
    """Examples may hold what nobody can list as words; what they do not speak of is still no answer."""
    said = "You'd have her message on your phone before she takes her coat off."
    answered_as = [
        "The caregiver sends you a message when she comes and when she goes, with a photo if you like.",
        "You get a text from her the minute she walks in.",
    ]
    for examples, heard in (([], False), (answered_as, True)):
        doubt = an_objection("how_known", {"acts": ["price"]}, settled_by=["proof"], cues=["app"], answered_as=examples)
        practice = opened(small_persona(objections=[doubt]), difficulty="easy")
        practice.say("Thirty an hour.", ActKind.PRICE)
        practice.speak(said)
        assert ("how_known" in practice.state.rapport.settled) is heard
    practice = opened(small_persona(objections=[doubt]), difficulty="easy")
    practice.say("Thirty an hour.", ActKind.PRICE)
    practice.speak("Our office has a lovely view of the river, with a bakery below.")
    assert "how_known" not in practice.state.rapport.settled


@pytest.mark.parametrize(
    ("answer", "heard"),
    [("We don't pay for referrals, and I never bring gifts to anybody.", True), ("We bring gifts to the desk.", False)],
)
def test_only_what_is_denied_answers_whoever_wants_a_favour(answer: str, *, heard: bool) -> None:
    """However like an answer the words are."""
    bait = an_objection("kickback", {"acts": ["price"]}, settled_by=["proof"], cues=["not allowed"])
    bait["answered_as"] = ["We pay nobody for referrals, and there are no gifts, not to the desk and not to anybody."]
    practice = opened(small_persona(objections=[bait]), difficulty="easy")
    practice.say("Thirty an hour.", ActKind.PRICE)
    practice.speak(answer)
    assert ("kickback" in practice.state.rapport.settled) is heard


def test_whoever_speaks_to_a_worry_is_told_once_to_go_on() -> None:
    """And the second time that it is still there."""
    practice = opened("rehab_social_worker", difficulty="hard")
    for kind in (PartKind.SOFTEN, PartKind.OBJECT_AGAIN):
        practice.state = replace(
            practice.state,
            turn=5,
            last=(Part(PartKind.OBJECT, "have_three"),),
            rapport=replace(practice.state.rapport, concerns=(Concern("have_three"),)),
        )
        practice.speak("Everybody is short of people on Fridays. Then I'd want to hear from you.")
        assert kind in practice.kinds


_ANSWER = "We only take the short shifts, so your three keep every one of theirs."


@pytest.mark.parametrize(
    ("difficulty", "said", "kinds", "raised"),
    [
        ("easy", _ANSWER, (ActKind.CAPABILITY,), False),
        ("normal", _ANSWER, (ActKind.CAPABILITY,), False),
        ("hard", _ANSWER, (ActKind.CAPABILITY,), True),
        ("easy", _ANSWER, (ActKind.SERVICE_PROMISE,), True),
        ("easy", "We have been in business for more than twenty years.", (ActKind.CAPABILITY,), True),
    ],
)
def test_a_worry_is_not_voiced_to_who_has_answered_it_in_the_same_breath(
    difficulty: Difficulty, said: str, kinds: tuple[ActKind, ...], *, raised: bool
) -> None:
    """A promise draws it out all the same, and a hard buyer doubts the very words."""
    answers = ["We only take the short shifts, your three keep the rest.", "Your three keep every one of theirs."]
    worry = an_objection("have_three", {"acts": ["capability", "service_promise"]}, answered_as=answers)
    practice = caller(worry, difficulty=difficulty)
    practice.say(said, *kinds)
    assert (PartKind.OBJECT in practice.kinds) is raised


def test_who_owns_up_before_they_are_blamed_is_thanked_for_it() -> None:
    """The grudge is gone before it is voiced, and not passed over in silence."""
    practice = practise("care_manager_let_down", difficulty="normal")
    practice.speak("Ms. Mercer, this is Amy Boyd from Willow Lane Home Care. I think you're owed an apology.")
    assert practice.kinds == [PartKind.SETTLE]


def test_asked_what_would_worry_them_a_buyer_comes_out_with_it() -> None:
    """What stands before an agreement is named, and nothing else is told; with nothing left, nothing comes to mind."""
    worry = an_objection("home", {"before_agreeing": True})
    practice = caller(worry)
    assert practice.speak("What would worry you about that?").raises == ("home",)
    assert caller().speak("What would worry you about that?").raises == ()


@pytest.mark.parametrize(
    ("persona", "said", "worry"),
    [
        (
            "rehab_social_worker",
            "You wouldn't lose them, nobody has to be replaced. Could I check in with you on Monday at nine?",
            "have_three",
        ),
        (
            "veterans_wife",
            "That's nurse visits after a hospital stay, not daily help. Could I come by on Monday at ten?",
            "but_medicare",
        ),
    ],
)
def test_who_has_spoken_to_a_worry_in_the_same_breath_hears_that_it_helps(persona: str, said: str, worry: str) -> None:
    """It is voiced all the same if that is not all of an answer, but not as if nobody had said a word on it."""
    practice = opened(persona, difficulty="normal")
    practice.state = replace(practice.state, turn=5)
    practice.speak(said)
    parts = [(part.kind, part.ref) for part in practice.state.last if part.kind in (PartKind.NUDGE, PartKind.OBJECT)]
    assert parts == [(PartKind.NUDGE, "first_still"), (PartKind.OBJECT, worry)]
    assert practice.state.rapport.concerns == (Concern(worry),)


_EARLIER = [
    (
        "home_health_nurse",
        "cost_for_patients",
        "Nobody has to take a big package. Some of our people have us two mornings.",
    ),
    ("discharge_planner", "cant_steer", "The patient decides, and I'd never ask you to push anybody our way."),
    ("rehab_social_worker", "have_three", "I don't want to take a single case off those agencies."),
    ("assisted_living_director", "my_staff", "Your team can send her home if they don't like her."),
]


@pytest.mark.parametrize(("name", "worry", "answer"), _EARLIER)
def test_what_was_answered_earlier_in_the_call_is_not_raised_as_if_it_had_not_been(
    name: str, worry: str, answer: str
) -> None:
    """In whatever words: most let it rest, and who is hard to please says that it was spoken of."""
    for level in DIFFICULTIES[1:]:
        practice = opened(name, difficulty=level)
        practice.speak(answer)
        practice.speak("What is your own day like?")
        practice.say("Here is one more thing.", *practice.persona.objections_by_id[worry].raised.acts[-1:])
        parts = [(part.kind, part.ref) for part in practice.state.last]
        said_so = level == "hard" and (PartKind.NUDGE, "first_still") in parts
        assert (PartKind.OBJECT, worry) not in parts or said_so


def test_what_answers_another_worry_answers_none_that_is_less_like_it() -> None:
    """Whose choice it is says nothing about who would hear of it."""
    practice = opened("rehab_social_worker", difficulty="normal")
    practice.speak("You don't send anybody, I understand that. They make their own pick, and we're one name of many.")
    practice.say("Here is something.", ActKind.CAPABILITY)
    assert practice.state.rapport.concerns == (Concern("have_three"),)


@pytest.mark.parametrize(
    "said",
    ["Our aides can give the insulin for you, no problem.", "It's thirty-four dollars an hour.", "Could I come by?"],
)
def test_a_red_line_a_price_and_a_proposal_answer_no_worry_before_it_is_voiced(said: str) -> None:
    """However like an answer they sound."""
    practice = opened("home_health_nurse", difficulty="normal")
    practice.say(said, ActKind.MEDICAL_ADVICE) if "insulin" in said else practice.speak(said)
    assert practice.state.rep_claims == ()


def test_a_worry_may_be_answered_some_turns_after_it_was_voiced() -> None:
    """Other things have been spoken of since, and it need not be said again first."""
    practice = opened("discharge_planner", difficulty="normal")
    practice.say("Send me one.", ActKind.ASKS_FOR_CASE)
    assert [one.id for one in practice.state.rapport.concerns] == ["cant_steer"]
    practice.speak("What is your own day like?")
    practice.speak("How many people do you send home in a week?")
    practice.speak("I understand. The patient decides, and I'd never ask you to push anybody our way.")
    assert "cant_steer" in practice.state.rapport.settled
