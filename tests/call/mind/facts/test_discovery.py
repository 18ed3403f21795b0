"""Which facts a question reaches, and which of them are earned."""

from collections.abc import Iterator
from dataclasses import replace

import pytest

from sparring.call.mind.decision import MoveKind, Part, PartKind
from sparring.call.mind.facts.discovery import with_told
from sparring.call.mind.not_known.groups import TURN
from sparring.call.mind.state import Rapport
from sparring.persona import Fact, Persona, load_personas, spoken_words
from sparring.speech_acts import ActKind, Topic
from tests.fakes.personas import a_fact, a_secret, small_persona
from tests.fakes.reps import Practice, opened, practise

_EVERY = 13  # of a persona's ways to ask one is put to it: all are in `tests/call/mind/heard/test_examples.py`
_MOST_ASTRAY = 1  # of a persona: two facts may share one
_OF_FACTS = frozenset({PartKind.TELL, PartKind.GUARD, PartKind.RECALL, PartKind.TELL_MORE, PartKind.UNKNOWN})
OPEN, CLOSED = ActKind.OPEN_QUESTION, ActKind.CLOSED_QUESTION


def caller(*facts: dict[str, object], trust: int = 30, **changes: object) -> Practice:
    """An opened call with somebody who knows these facts and trusts this much."""
    level = {"trust_start": trust, "trust_to_agree": 30, "patience": 100, "settles_when": "answered"}
    levels = {"easy": level, "normal": dict(level), "hard": dict(level)}
    return opened(small_persona(facts=list(facts), levels=levels, **changes), difficulty="easy")


def test_a_question_gets_the_fact_it_is_about() -> None:
    """The topic decides."""
    practice = caller(a_fact("needs", "care_needs"), a_fact("place", "location"))
    assert practice.say("Where is that?", CLOSED, topic=Topic.LOCATION).reveals == ("place",)


def test_words_of_the_question_win_over_its_topic() -> None:
    """Asked about the shower, nobody talks about meals."""
    practice = caller(a_fact("meals", "care_needs"), a_fact("bathing", "care_needs", cues=["shower"]))
    assert practice.say("Does he shower alone?", CLOSED, topic=Topic.CARE_NEEDS).reveals == ("bathing",)


@pytest.mark.parametrize("persona", load_personas(), ids=lambda one: one.id)
def test_what_an_author_wrote_as_a_way_to_ask_gets_its_fact(persona: Persona) -> None:
    """Told, or dodged if it is not earned, with nothing else told or not known beside it."""
    ways = [(way, fact) for fact in persona.facts for way in (fact.question, *fact.asked_as)]
    astray = [way for way, fact in ways[::_EVERY] if not _gets(persona, way, fact)]
    assert len(astray) <= _MOST_ASTRAY


def _gets(persona: Persona, way: str, fact: Fact) -> bool:
    practice = opened(persona, difficulty="easy")
    before = tuple(_told_before(persona, fact))
    stages = [one.id for one in persona.stages]
    stage = stages.index(fact.stage) if fact.stage else len(stages) - 1
    last = tuple(Part(PartKind.TELL, one) for one in fact.needs.after[-1:])
    rapport = replace(practice.state.rapport, told=before, stage=stage, trust=88, empathy=1)
    practice.state = replace(practice.state, rapport=rapport, last=last, turn=4)
    practice.speak(way)
    facts = [part for part in practice.state.last if part.kind in _OF_FACTS]
    return [part.ref for part in facts] == [fact.id]


def _told_before(persona: Persona, fact: Fact) -> Iterator[str]:
    for one in fact.needs.after:
        yield from _told_before(persona, persona.facts_by_id[one])
        yield one


def test_words_reach_a_fact_even_without_a_topic() -> None:
    """A recogniser that misses the topic does not cost the answer."""
    practice = caller(a_fact("bathing", "care_needs", cues=["shower"]))
    assert practice.say("And the shower?").reveals == ("bathing",)


def test_an_open_question_is_worth_two_facts_to_a_buyer_who_trusts() -> None:
    """Trust makes talkative, a closed question does not."""
    elsewhere = [a_fact(one, "location") for one in ("street", "town", "stairs")]
    needed = (a_fact(one, "care_needs", question="What does he need?") for one in ("meals", "bathing"))
    facts = (*needed, *elsewhere)
    assert len(caller(*facts, trust=60).say("What is needed?", OPEN, topic=Topic.CARE_NEEDS).reveals) == 2
    assert len(caller(*facts, trust=20).say("What is needed?", OPEN, topic=Topic.CARE_NEEDS).reveals) == 1
    assert len(caller(*facts, trust=60).say("Is much needed?", CLOSED, topic=Topic.CARE_NEEDS).reveals) == 1


def test_two_questions_get_two_answers() -> None:
    """A compound turn is answered in full."""
    practice = caller(a_fact("meals", "care_needs", cues=["meals"]), a_fact("bathing", "care_needs", cues=["bath"]))
    move = practice.say("Does he need help with the bath and with meals?", CLOSED, topic=Topic.CARE_NEEDS)
    assert set(move.reveals) == {"meals", "bathing"}


def test_a_hidden_fact_is_guarded_until_there_is_trust() -> None:
    """The same question gets the fact later in the call."""
    practice = caller(a_secret("money", "payment", needs={"trust": 40}))
    first = practice.say("Who pays?", CLOSED, topic=Topic.PAYMENT)
    assert first.kind is MoveKind.DEFLECTS
    assert first.reveals == ()
    practice.say("So that is what it is.", ActKind.REFLECTION)
    practice.say("You carry the whole house by yourself.", ActKind.REFLECTION)
    assert practice.state.revealed == ("money",)  # the buyer comes back to it by themselves
    assert practice.state.last[0].kind is PartKind.COME_BACK


def test_nothing_comes_back_that_was_not_asked_for() -> None:
    """Trust alone opens nothing."""
    practice = caller(a_secret("money", "payment", needs={"trust": 10}))
    for _ in range(8):
        practice.say("That must be hard. So that is what it is.", ActKind.EMPATHY, ActKind.REFLECTION)
    assert practice.state.revealed == ()


@pytest.mark.parametrize(
    ("needs", "without", "with_it"),
    [
        ({"empathy": True}, (OPEN,), (OPEN, ActKind.EMPATHY)),
        ({"open_question": True}, (CLOSED,), (OPEN,)),
    ],
)
def test_some_facts_need_more_than_trust(
    needs: dict[str, object], without: tuple[ActKind, ...], with_it: tuple[ActKind, ...]
) -> None:
    """Empathy shown, or an open question."""
    secret = a_secret("money", "payment", needs=needs)
    assert caller(secret).say("Is it paid for?", *without, topic=Topic.PAYMENT).reveals == ()
    assert caller(secret).say("Is it paid for?", *with_it, topic=Topic.PAYMENT).reveals == ("money",)


def test_a_question_that_cannot_be_answered_with_yes_is_open_enough() -> None:
    """Who, where and when leave the answer to the buyer, whatever a recogniser calls them."""
    secret = a_secret("money", "payment", needs={"open_question": True})
    assert caller(secret).say("Who pays for it?", CLOSED, topic=Topic.PAYMENT).reveals == ("money",)


def test_some_facts_come_only_after_others() -> None:
    """What follows from a fact is not told before it."""
    practice = caller(a_fact("fall", "safety"), a_secret("shame", "feelings", needs={"after": ["fall"]}))
    assert practice.say("How do you feel?", OPEN, topic=Topic.FEELINGS).reveals == ()
    practice.say("Has he fallen?", CLOSED, topic=Topic.SAFETY)
    assert practice.say("And what does that do to you?", OPEN, topic=Topic.FEELINGS).reveals == ("shame",)


def test_a_told_fact_is_told_again_in_other_words() -> None:
    """Asked again, the buyer adds to what they said and does not recite it."""
    practice = caller(a_fact("needs", "care_needs", cues=["help"]))
    first = practice.say("What help is needed?", OPEN, topic=Topic.CARE_NEEDS)
    again = practice.say("And what kind of help exactly?", OPEN, topic=Topic.CARE_NEEDS)
    assert again.reveals == ()
    assert again.text != first.text
    assert practice.state.last[0].kind is PartKind.RECALL


def test_a_new_question_on_an_old_topic_is_not_answered_with_old_news() -> None:
    """Asked about a dog, nobody talks about the stairs once more."""
    practice = caller(a_fact("stairs", "safety", cues=["stairs"]))
    practice.say("What about the stairs?", OPEN, topic=Topic.SAFETY)
    practice.say("Does he have a dog?", CLOSED, topic=Topic.SAFETY)
    assert practice.state.last[0].kind is PartKind.UNKNOWN


def test_being_listened_to_the_buyer_goes_on() -> None:
    """A reflection gets one more open fact on the same subject."""
    practice = caller(a_fact("meals", "care_needs"), a_fact("bathing", "care_needs"))
    practice.say("What is needed?", CLOSED, topic=Topic.CARE_NEEDS)
    assert practice.say("So meals are the trouble.", ActKind.REFLECTION).reveals == ("bathing",)


def test_what_nobody_knows_is_answered_as_such() -> None:
    """A question without a fact gets an honest answer."""
    practice = caller(a_fact("needs", "care_needs"))
    assert practice.say("Which doctor is it?", CLOSED, topic=Topic.OTHER).kind is MoveKind.DEFLECTS


def test_harder_settings_ask_for_more_trust() -> None:
    """`trust_shift` is added to what each hidden fact needs."""
    base = {"trust_start": 30, "trust_to_agree": 30, "patience": 100, "settles_when": "answered"}
    levels = {"easy": base, "normal": {**base, "trust_shift": 20}, "hard": {**base, "trust_shift": 40}}
    persona: Persona = small_persona(facts=[a_secret("money", "payment", needs={"trust": 30})], levels=levels)
    told = [
        opened(persona, difficulty=level).say("Who pays?", OPEN, topic=Topic.PAYMENT).reveals
        for level in ("easy", "normal", "hard")
    ]
    assert told == [("money",), (), ()]


def test_what_came_of_a_thing_begins_with_the_thing() -> None:
    """Asked by name what it cost her, a buyer who trusts tells first what happened."""
    facts = (
        a_secret("no_show", "what_happened"),
        a_secret("cost", "concern", cues=["cost you"], needs={"after": ["no_show"]}),
    )
    practice = caller(*facts)
    assert practice.say("What did that cost you?", OPEN, topic=Topic.OTHER).reveals == ("no_show",)
    assert practice.say("And what did it cost you, all in all?", OPEN, topic=Topic.OTHER).reveals == ("cost",)


def test_an_open_question_brings_no_secret_along() -> None:
    """Of what was not asked for by a word of its own, only what is open is added."""
    practice = caller(a_fact("needs", "care_needs"), a_secret("shame", "care_needs"), trust=60)
    assert practice.say("What does he need?", OPEN, topic=Topic.CARE_NEEDS).reveals == ("needs",)


def spoken_to(persona: str, *lines: str) -> Practice:
    """A call in which the rep has said these lines after greeting."""
    practice = practise(persona)
    for line in ("Willow Lane, this is Dana.", *lines):
        practice.speak(line)
    return practice


def parts(practice: Practice) -> set[tuple[PartKind, str]]:
    """What the last move did, and about what."""
    return {(part.kind, part.ref) for part in practice.state.last}


def test_was_anybody_hurt_is_not_answered_with_where_she_lives() -> None:
    """A caller to whom nothing of the kind has happened says so."""
    practice = spoken_to("long_distance_son", "Was anybody hurt?")
    assert PartKind.UNKNOWN in practice.kinds


@pytest.mark.parametrize(
    ("persona", "fact"),
    [("daughter_discharge", "the_fall"), ("price_shopper", "the_stove"), ("burnt_by_no_show", "eleven_hours")],
)
def test_was_anybody_hurt_gets_what_happened(persona: str, fact: str) -> None:
    """Where something has happened, the question is about that."""
    assert fact in {ref for _, ref in parts(spoken_to(persona, "Was anybody hurt?"))}


@pytest.mark.parametrize(
    ("persona", "line", "fact"),
    [
        ("husband_dementia", "Ok. Who for?", "wife_evelyn"),
        ("veterans_wife", "okay dorothy and your address is", "beavercreek"),
        ("kickback_bait", "who picks the agency", "choice_form"),
        ("assisted_living_director", "how many residents do you have", "eighty_apartments"),
        ("husband_dementia", "You alone with her?", "alone_with_it"),
    ],
)
def test_a_question_is_answered_with_what_it_asks_for(persona: str, line: str, fact: str) -> None:
    """Elliptic, half asked or without a mark: a person hears what is meant."""
    assert fact in spoken_to(persona, line).moves[-1].reveals


@pytest.mark.parametrize(
    ("persona", "line", "ref"),
    [
        ("veterans_wife", "how long does the bread take", "how_long"),
        ("daughter_discharge", "Does he have a boat?", "about.closed:a boat"),
        ("veterans_wife", "do you knit", ""),
        ("private_helper", "how's your brother now", "their_health"),
        ("long_distance_son", "So do you want it or not?", "closed.want"),
        ("daughter_discharge", "He paints?", ""),
    ],
)
def test_not_knowing_fits_the_question(persona: str, line: str, ref: str) -> None:
    """A date, a number, a thing asked after or a feeling: each has its own way of not being known."""
    assert (PartKind.UNKNOWN, ref) in parts(spoken_to(persona, line))


@pytest.mark.parametrize(
    ("persona", "lines", "part"),
    [
        ("home_health_nurse", ["Who do they have when you've gone?"], (PartKind.TELL, "alone")),
        (
            "elder_law_attorney",
            ["When does the lack of care hold up a case?", "What happens then at the hearing?"],
            (PartKind.GUARD, "emergency_hearing"),
        ),
    ],
)
def test_a_near_fact_is_said_or_dodged_whatever_the_form(
    persona: str, lines: list[str], part: tuple[PartKind, str]
) -> None:
    """A "who?" needs no name in what is near; what comes after a hidden fact is dodged with it, twice if need be."""
    assert parts(spoken_to(persona, *lines)) >= {part}


def test_a_fact_that_is_an_answer_and_a_reason_is_told_once() -> None:
    """What is behind a worry may be asked for in so many words."""
    twice = (Part(PartKind.TELL, "no_fuss"), Part(PartKind.TELL, "no_fuss"))
    assert with_told(Rapport(trust=30, patience=50), twice).told == ("no_fuss",)


def test_who_turns_to_a_question_of_their_own_asks_it() -> None:
    """Two questions running that reach nothing: then it is the buyer's turn, if they have anything to ask."""
    practice = spoken_to("elder_law_attorney", "What's the wallpaper like?", "What color are the curtains?")
    refs = [part.ref for part in practice.state.last if part.kind is PartKind.UNKNOWN]
    assert (TURN in refs) is (PartKind.WONDER in practice.kinds)


def test_what_has_just_been_told_is_confirmed_and_not_told_again() -> None:
    """Whoever asks "she gets out of the house?" wants a yes."""
    practice = spoken_to("husband_dementia", "Has she ever left the house by herself?", "She gets out of the house?")
    told_once = (PartKind.NUDGE, "heard") in parts(practice)
    assert told_once or (PartKind.GUARD, "got_out") in parts(practice)


def test_thanks_alone_opens_nothing() -> None:
    """An "okay, thanks" is no "go on"."""
    practice = spoken_to("veterans_wife", "What happened to your husband?", "okay thanks dorothy")
    assert practice.moves[-1].reveals == ()


def test_which_three_is_about_the_three() -> None:
    """A word of the buyer's own points back at what they told."""
    practice = practise("rehab_social_worker")
    practice.speak("Hi Steven, this is Kate from Willow Lane. Who do you use now?")
    practice.speak("which three")
    assert {ref for _, ref in parts(practice)} & {"the_three"}


def said_to(persona_id: str, *lines: str) -> Practice:
    """A call in which these lines have been said."""
    practice = practise(persona_id)
    for line in lines:
        practice.speak(line)
    return practice


def test_what_the_buyer_has_just_said_is_simply_true() -> None:
    """Theresa picks up with "I'm driving"."""
    practice = said_to("home_health_nurse", "Hi Theresa, this is Megan from Willow Lane.", "Are you driving right now?")
    assert ("nudge", "said_so") in [(part.kind.value, part.ref) for part in practice.state.last]


def test_a_choice_is_not_what_the_buyer_has_just_said() -> None:
    """Harold has said "a little help", not for whom."""
    practice = said_to(
        "husband_dementia", "Willow Lane, how can I help?", "A little help, for you or for someone else?"
    )
    assert ("nudge", "said_so") not in [(part.kind.value, part.ref) for part in practice.state.last]


def test_why_is_not_answered_with_something_else() -> None:
    """An explanation stays with the fact that was told."""
    hello = "Hi, this is Dan from Willow Lane Home Care."
    practice = said_to("discharge_planner", hello, "Is there a list of agencies you give out?", "why")
    assert (practice.state.last[0].kind, practice.state.last[0].ref) == (PartKind.TELL_MORE, "the_list")


def test_nobody_is_coy_about_what_it_cost_before_having_said_what_happened() -> None:
    """The guarded line is that of the first fact of the chain."""
    practice = said_to("care_manager_let_down", "Hi, this is Josh.", "Did it cost you clients over there?")
    assert "the_no_show" in [part.ref for part in practice.state.last]


def test_one_word_in_common_is_no_repetition() -> None:
    """That he drove there and kept it from his boss does not say whether he likes the building."""
    practice = caller(a_fact("sunday", "hardest_cases", lines=["I kept it from my boss."] * 4))
    practice.say("What is hard?", OPEN, topic=Topic.HARDEST_CASES)
    practice.speak("do you have a boss")
    assert practice.state.last[0].kind is PartKind.UNKNOWN


def test_callers_know_their_own_lives() -> None:
    """Their job, their family and their pets are facts like others."""
    practice = practise("burnt_by_no_show")
    practice.speak("Willow Lane, this is Dana.")
    assert "only_daughter" in practice.speak("Do you have any brothers or sisters?").reveals
    assert practice.speak("Does she have a dog or a cat?").reveals == ("no_pets",)


def test_a_caller_who_is_asked_what_happened_tells_it() -> None:
    """Even in words that name nothing they know: an open question on the subject is enough."""
    happened = a_fact("the_day", "what_happened", text="He fell on the stairs.", question="What happened?")
    practice = opened(small_persona(facts=[happened, a_fact("place", "location")]))
    practice.say("Tell me how it ended up like that.", ActKind.OPEN_QUESTION, topic=Topic.WHAT_HAPPENED)
    first = practice.state.last[0]
    assert (first.kind, first.ref) == (PartKind.TELL, "the_day")


@pytest.mark.parametrize("line", ["So tell me, what's been going on with your dad?", "What happened?"])
def test_the_first_question_for_the_whole_story_gets_what_happened(line: str) -> None:
    """Whatever else is near to "your dad"."""
    practice = said_to("daughter_discharge", "Hi, this is Dan from Willow Lane.", line)
    assert "the_fall" in [part.ref for part in practice.state.last]


def test_a_second_fact_is_told_only_when_it_is_asked_for() -> None:
    """A word that two facts share asks for one of them."""
    facts = (a_fact("cook", "care_needs", cues=["eat", "cook"]), a_fact("stove", "care_needs", cues=["eat", "stove"]))
    assert len(caller(*facts, trust=60).say("Does she eat?", CLOSED, topic=Topic.CARE_NEEDS).reveals) == 1
    asked = caller(*facts, trust=60).say("Does she cook and use the stove?", CLOSED, topic=Topic.CARE_NEEDS)
    assert set(asked.reveals) == {"cook", "stove"}


def test_an_invitation_without_a_word_of_its_own_touches_on_nothing_hidden() -> None:
    """To "tell me all about it" nobody dodges what was not asked for."""
    practice = opened("veterans_wife", difficulty="easy")
    practice.speak("I'd love to help you two. Tell me all about it, what's been going on with your husband?")
    assert PartKind.GUARD not in practice.kinds
    assert PartKind.TELL in practice.kinds


def test_what_was_dodged_is_dodged_again_when_asked_on() -> None:
    """As in "and nobody called you?", which is no question of its own."""
    practice = opened("care_manager_let_down", difficulty="hard")
    practice.speak("Would you tell me what happened?")
    practice.speak("And nobody called you?")
    assert [(part.kind, part.ref) for part in practice.state.last] == [(PartKind.GUARD, "the_no_show")]


def test_what_only_makes_sense_after_a_secret_is_dodged_as_the_secret() -> None:
    """Nobody says what they tried against a thing they have not owned to."""
    practice = opened("assisted_living_director", difficulty="hard")
    practice.speak("What have you tried to cover them?")
    assert (practice.state.last[0].kind, practice.state.last[0].ref) == (PartKind.GUARD, "loses_to_nursing")


def test_a_plain_question_is_answered_before_anything_else_comes_back() -> None:
    """What was dodged waits for a pause."""
    persona = small_persona(facts=[a_fact("meals", "care_needs", cues=["meals"]), a_secret("money", "payment")])
    practice = opened(persona, difficulty="easy")
    practice.state = replace(practice.state, dodged=("money",))
    practice.say("That must be hard. And the kettle?", ActKind.EMPATHY, CLOSED)
    assert PartKind.COME_BACK not in practice.kinds
    practice.say("That must be hard.", ActKind.EMPATHY)
    assert practice.kinds[0] is PartKind.COME_BACK


def test_an_it_in_a_second_question_stands_for_the_first() -> None:
    """And is not answered with what was told before either was put."""
    practice = opened("price_shopper", difficulty="easy")
    practice.speak("Was anybody hurt?")
    practice.speak("Is it a house or an apartment, does she own it?")
    assert [part.ref for part in practice.state.last] == ["house_kind"]


def test_a_yes_does_not_stand_for_two_answers() -> None:
    """Whoever is asked two things does not leave it at having said one of them already."""
    practice = opened("kickback_bait", difficulty="easy")
    practice.speak("Who decides which agency a patient gets?")
    practice.speak("On paper, sure. And off paper? Who do the patients really listen to?")
    assert not any(part.kind is PartKind.NUDGE for part in practice.state.last)


def test_an_invitation_only_leads_up_to_the_questions_beside_it() -> None:
    """Two answers go to the two things that were asked for."""
    practice = opened("burnt_by_no_show", difficulty="easy")
    practice.speak("Now tell me about your mom, what's she like and what does she need in the morning?")
    assert [part.ref for part in practice.state.last if part.kind is PartKind.TELL] == [
        "gloria_as_a_person",
        "day_needs",
    ]


def test_two_things_that_a_question_names_are_both_told() -> None:
    """Whatever the subject is that was heard in it."""
    practice = opened("private_helper", difficulty="easy")
    practice.speak("How many hours a week are we talking about and on which days?")
    assert [part.ref for part in practice.state.last if part.kind is PartKind.TELL] == ["twelve_hours", "which_days"]


def test_two_questions_are_answered_whole_whatever_has_to_be_told_before() -> None:
    """What had to be told first is not all that is told."""
    practice = caller(
        a_fact("fall", "what_happened", cues=["fall"]),
        a_fact("cost", "payment", cues=["ambulance"], needs={"after": ["fall"]}),
        a_fact("move", "location", cues=["moved"]),
        a_fact("town", "location", cues=["which town"], needs={"after": ["move"]}),
    )
    practice.speak("What did the ambulance cost? And which town did he go to?")
    assert [part.ref for part in practice.state.last if part.kind is PartKind.TELL] == ["fall", "cost", "move", "town"]


def test_nobody_answers_for_another_with_when_they_meet() -> None:
    """Whether a colleague would come is theirs to say."""
    practice = opened("home_health_nurse", difficulty="easy")
    practice.speak("Hi, this is Dana with Willow Lane. Is now okay?")
    practice.speak("Would he come to a meeting?")
    assert practice.kinds[0] is PartKind.UNKNOWN


def test_a_secret_that_two_questions_reach_is_not_dodged_by_the_first_and_told_by_the_second() -> None:
    """What one of them gets is what is said."""
    practice = practise("job_seeker")
    practice.speak("Willow Lane Home Care, Sara speaking. How can I help you?")
    practice.speak("Tell me a little more about that, are you looking for a job?")
    assert practice.kinds == [PartKind.TELL]


def test_a_word_said_back_before_a_question_asks_for_nothing() -> None:
    """The question after it is the one, and is about what was just told."""
    practice = practise("private_helper")
    practice.speak("Willow Lane Home Care, this is Amy.")
    practice.speak("What does your aunt need help with?")
    told = [part.ref for part in practice.state.last]
    word = spoken_words(practice.state.said[-1]).split()[-1]
    practice.speak(f"Only {word}? How long has that been going on?")
    assert told
    assert PartKind.TELL not in practice.kinds


def test_whoever_says_what_they_meant_has_nothing_wrong() -> None:
    """They put right how they were taken, and say nothing back."""
    practice = practise("discharge_planner")
    practice.speak("Hi Marcia, Dana Price from Willow Lane Home Care.")
    practice.speak("Which patients are the hardest for you to get out the door safely?")
    practice.speak("Who is it that backs off, the agencies on your list?")
    practice.speak("I meant the two-person cases. When nobody will take one, what happens to that patient?")
    assert PartKind.PUT_RIGHT not in practice.kinds


@pytest.mark.parametrize(
    ("persona", "part"),
    [
        ("daughter_discharge", (PartKind.TELL, "the_fall")),
        ("veterans_wife", (PartKind.TELL, "the_stroke")),
        ("emergency_in_progress", (PartKind.TELL, "how_acting")),
        ("discharge_planner", (PartKind.UNKNOWN, "work.you_called")),
        ("home_health_nurse", (PartKind.UNKNOWN, "work.you_called")),
    ],
)
def test_an_offer_of_help_is_answered_with_what_a_caller_calls_about(persona: str, part: tuple[PartKind, str]) -> None:
    """The first sentence of the trade asks for no address; who is called wonders what the caller wants."""
    offer = "Thank you for calling Willow Lane Home Care, this is Dana. How may I help you?"
    assert part in parts(spoken_to(persona, offer))
