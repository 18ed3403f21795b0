"""What there is room for in one move."""

from dataclasses import replace
from typing import Any

import pytest

from sparring.call.mind.decision import Part, PartKind
from sparring.call.mind.state import Concern
from sparring.speech_acts import ActKind, Topic
from tests.fakes.personas import a_fact, a_secret, an_objection, lines_about, small_persona
from tests.fakes.reps import opened, practise


@pytest.mark.parametrize(
    ("fact", "kinds"),
    [
        (a_fact("money", "payment"), [PartKind.TELL, PartKind.WONDER]),
        (a_secret("money", "payment"), [PartKind.TELL]),
    ],
    ids=["open", "hidden"],
)
def test_nothing_follows_a_confession_in_the_same_breath(fact: dict[str, Any], kinds: list[PartKind]) -> None:
    """A question of one's own comes after an answer, and not after a hidden fact."""
    question = {"id": "cost", "from_turn": 3, "lines": lines_about("the cost")}
    practice = opened(small_persona(facts=[fact], questions=[question]), difficulty="easy")
    while practice.state.turn < 2:
        practice.say("Our people are so kind.", ActKind.CAPABILITY)
    practice.say("Who pays?", ActKind.OPEN_QUESTION, topic=Topic.PAYMENT)
    assert practice.kinds == kinds


def test_what_calls_for_nothing_keeps_the_call_going() -> None:
    """Nobody to put through to, nothing asked: go on."""
    practice = opened(small_persona())
    practice.say("Well, as I said.")
    assert [(part.kind, part.ref) for part in practice.state.last] == [(PartKind.NUDGE, "go_on")]


def test_what_is_known_is_told_without_what_is_not() -> None:
    """Of two questions the one that has an answer gets it, and nobody keeps a list of what they do not know."""
    practice = opened("daughter_discharge")
    practice.speak("What brand is his kettle?")
    assert practice.kinds == [PartKind.UNKNOWN]
    practice.speak("What brand is his toaster, and what happened to your father?")
    assert practice.kinds[0] is PartKind.TELL
    assert PartKind.UNKNOWN not in practice.kinds


def test_a_question_without_an_answer_is_not_lost_beside_a_worry() -> None:
    """The "I don't know" comes before what the rep's other words set off."""
    practice = opened("daughter_discharge")
    practice.speak("We charge thirty dollars an hour. What brand is his kettle?")
    assert practice.kinds == [PartKind.UNKNOWN, PartKind.OBJECT]


@pytest.mark.parametrize(
    ("opens", "kinds"), [("place", "OBJECT TELL"), ("needs", "TELL OBJECT"), (None, "TELL OBJECT")]
)
def test_what_one_has_against_the_caller_comes_before_its_reason(opens: str | None, kinds: str) -> None:
    """At the first turn; any other worry follows the answer."""
    worry = an_objection("price", {"acts": ["price"]}, opens=opens)
    for turns, expected in ((0, kinds), (1, "TELL OBJECT")):
        practice = opened(small_persona(objections=[worry]), difficulty="easy")
        for _ in range(turns):
            practice.say("Our people are so kind.", ActKind.CAPABILITY)
        practice.say("Thirty an hour. And where is it?", ActKind.PRICE, ActKind.OPEN_QUESTION, topic=Topic.LOCATION)
        assert [kind.name for kind in practice.kinds] == expected.split()


def test_a_question_beside_an_answered_worry_is_not_passed_over() -> None:
    """It is gone, and what was asked is not known."""
    doubt = an_objection("price", {"acts": ["price"]}, settled_by=["service_promise"])
    practice = opened(small_persona(objections=[doubt]), difficulty="easy")
    practice.say("Thirty an hour.", ActKind.PRICE)
    practice.say("The same person each day. What brand is his lamp?", ActKind.SERVICE_PROMISE, ActKind.OPEN_QUESTION)
    assert practice.kinds == [PartKind.SETTLE, PartKind.UNKNOWN]


def test_what_is_fair_is_called_so() -> None:
    """A worry that is still open is not gone by it."""
    practice = opened("rehab_social_worker")
    every = tuple(one.id for one in practice.persona.objections)
    practice.state = replace(practice.state, rapport=replace(practice.state.rapport, settled=every))
    practice.speak("Our caregivers write a note after every visit. Is that fair?")
    assert ("nudge", "fair") in [(part.kind.value, part.ref) for part in practice.state.last]
    concerns = (Concern("have_three"),)
    practice.state = replace(practice.state, rapport=replace(practice.state.rapport, settled=(), concerns=concerns))
    practice.speak("We have a nurse on call at night. Does that sound fair?")
    assert ("nudge", "fair") not in [(part.kind.value, part.ref) for part in practice.state.last]


def test_a_goodbye_in_one_breath_with_the_next_step_is_agreed_to_first() -> None:
    """The buyer says yes to the time before they say goodbye."""
    practice = opened(small_persona(), difficulty="easy")
    practice.state = replace(practice.state, rapport=replace(practice.state.rapport, trust=100))
    practice.speak("Could I come by on Tuesday at ten? Goodbye for now.")
    assert practice.kinds == [PartKind.AGREE]
    practice.speak("Goodbye, then.")
    assert practice.kinds == [PartKind.FAREWELL]


@pytest.mark.parametrize(
    ("act", "kind"),
    [
        (ActKind.ASKS_NAME, PartKind.NAME),
        (ActKind.ASKS_CONTACT, PartKind.CONTACT),
        (ActKind.ASKS_FOR_TIME, PartKind.GIVE_TIME),
    ],
)
def test_manners_are_answered(act: ActKind, kind: PartKind) -> None:
    """Name, number and time are given when asked for."""
    practice = opened(small_persona())
    practice.say("May I have your name and number, and a minute?", act)
    assert kind in practice.kinds


def test_the_number_is_not_given_twice() -> None:
    """The second time the buyer says that it was given."""
    practice = opened(small_persona())
    first = practice.say("What is your number?", ActKind.ASKS_CONTACT)
    second = practice.say("And your number, please?", ActKind.ASKS_CONTACT)
    assert "five five five" in first.text
    assert "five five five" not in second.text


def test_how_are_you_is_answered_at_the_beginning_of_a_call() -> None:
    """Small talk gets small talk."""
    practice = practise("discharge_planner")
    practice.say("Hi Marcia, how are you today?", ActKind.GREETING)
    assert PartKind.PLEASANTRY in practice.kinds


def test_one_remark_is_enough() -> None:
    """A wrong word is put right before anything else is remarked on."""
    correction = {"cues": ["your mother"], "lines": lines_about("father")}
    reaction = {"acts": ["capability"], "lines": lines_about("reaction")}
    practice = opened(small_persona(corrections=[correction], reactions=[reaction]))
    practice.say("We are so good with your mother.", ActKind.CAPABILITY)
    assert practice.kinds[0] is PartKind.CORRECT
    assert PartKind.REACT not in practice.kinds


@pytest.mark.parametrize(("once", "times"), [(True, 1), (False, 3)])
def test_a_reaction_is_shown_once_or_each_time(once: bool, times: int) -> None:  # noqa: FBT001
    """As the file says."""
    practice = opened(small_persona(reactions=[{"acts": ["capability"], "once": once, "lines": lines_about("it")}]))
    shown = 0
    for word in ("kind", "quick", "near"):
        practice.say(f"Our people are so {word}.", ActKind.CAPABILITY)
        shown += PartKind.REACT in practice.kinds
    assert shown == times


def test_a_buyer_who_is_talked_over_says_so_once_it_is_too_much() -> None:
    """And then begins to count anew."""
    practice = opened(small_persona())
    practice.state = replace(practice.state, talked_over=4)
    practice.say("Well, as I said.")
    assert practice.state.last[0].ref == "talked_over"
    assert practice.state.talked_over == 0


def test_good_news_gets_more_than_a_nod_and_less_from_who_does_not_trust() -> None:
    """A promise is welcome or doubted."""
    trusting, wary = opened(small_persona()), opened(small_persona())
    trusting.state = replace(trusting.state, rapport=replace(trusting.state.rapport, trust=70), easier=None)
    wary.state = replace(wary.state, rapport=replace(wary.state.rapport, trust=5), easier=None)
    for practice, group in ((trusting, "pleased"), (wary, "doubtful")):
        practice.say("I answer my phone on Sundays, too.", ActKind.SERVICE_PROMISE)
        assert practice.state.last[0].ref == group


def test_a_greeting_gets_to_the_point() -> None:
    """Who is called asks what it is about."""
    practice = practise("care_manager_let_down")
    practice.persona = practice.persona.model_copy(update={"questions": (), "objections": ()})
    assert "?" in practice.say("Good morning, this is Dana.", ActKind.GREETING, ActKind.GIVES_NAME).text


def test_a_proposed_time_is_not_answered_with_what_was_told_before() -> None:
    """Whatever word of the case it names."""
    practice = opened("daughter_discharge")
    practice.speak("What happened to your father?")
    practice.speak("I could come to the hospital tomorrow at ten before he leaves, would that help?")
    assert not any(part.kind in (PartKind.RECALL, PartKind.UNKNOWN) for part in practice.state.last)


def test_being_asked_for_time_again_is_answered_again() -> None:
    """In fewer words."""
    practice = opened("discharge_planner")
    practice.speak("Do you have a minute?")
    assert PartKind.GIVE_TIME in practice.kinds
    practice.speak("So do you have a minute right now?")
    assert practice.state.last[0].ref == "again"


def test_how_are_you_is_answered_once() -> None:
    """At the end of an introduction it is manners and no question about feelings."""
    practice = practise("kickback_bait")
    practice.speak("Hi, this is Dana from Willow Lane, how are you today?")
    assert practice.kinds == [PartKind.PLEASANTRY]


def test_talk_about_the_weather_is_not_a_question_of_fact() -> None:
    """Nobody has to look it up."""
    practice = opened("husband_dementia")
    practice.speak("Beautiful weather today, isn't it?")
    assert practice.state.last[0].ref == "chat"


@pytest.mark.parametrize(
    ("text", "part"),
    [
        ("Can I ask you something?", "ask_away"),
        ("hi is this steven", "speaking"),
        ("how long have you been doing this", "tenure"),
        ("Since when have you been there?", "tenure"),
        ("How long have you worked there?", "tenure"),
        ("Do you like your job?", "likes_it"),
        ("Steven Cho?", "speaking"),
        ("Could you spell your last name for me?", "spelled"),
        ("how much do you make", "private"),
        ("Are you recording this?", "recording"),
        ("is it always this busy", "busy"),
    ],
)
def test_what_strangers_ask_each_other_gets_the_answer_strangers_give(text: str, part: str) -> None:
    """And never an "I couldn't tell you yes or no"."""
    practice = practise("rehab_social_worker", difficulty="easy")
    practice.speak(text)
    assert part in [one.ref for one in practice.state.last]
    assert PartKind.UNKNOWN not in practice.kinds


def test_a_kind_word_after_a_confession_is_taken_in() -> None:
    """No question of one's own follows, and nothing that was on the list."""
    practice = practise("care_manager_let_down", difficulty="easy")
    for line in (
        "Hi Caroline, this is Dana from Willow Lane. I'm sorry we let you down.",
        "What happened in the spring?",
    ):
        practice.speak(line)
    practice.speak("That must have been awful for her.")
    assert [(part.kind, part.ref) for part in practice.state.last] == [(PartKind.NUDGE, "felt")]


def test_listening_and_answering_something_else_is_not_brushing_aside() -> None:
    """Only a rep who goes on as if nothing had been said is told so."""
    practice = practise("assisted_living_director", difficulty="easy")
    practice.speak("Hello, this is Tom from Willow Lane Home Care.")
    practice.speak("Fair enough, I'd think the same.")
    practice.speak("The family pays for it, it doesn't cost the house a dime.")
    assert practice.state.rapport.brushed_aside == 0


def test_what_a_suggestion_is_about_is_no_time_for_a_meeting() -> None:
    """Somebody there by Saturday morning is an offer of care, and not of a visit."""
    practice = practise("discharge_planner", difficulty="easy")
    practice.speak("What if you had one number and somebody is there by Saturday morning?")
    assert not practice.state.rapport.times
    practice.speak("Could I come by on Tuesday at ten?")
    assert practice.state.rapport.times == ("Tuesday at ten",)


@pytest.mark.parametrize("line", ["okay thanks maria", "Thank you, Maria.", "Sorry, Maria."])
def test_somebody_else_s_name_is_put_right(line: str) -> None:
    """Nobody lets themselves be called Maria who is not."""
    practice = practise("burnt_by_no_show")
    practice.speak("Good afternoon, Willow Lane, this is Grace.")
    assert "Monica" in practice.speak(line).text


@pytest.mark.parametrize("line", ["okay thanks monica", "Thanks, Grace here.", "Okay, thank you."])
def test_one_s_own_name_and_the_rep_s_are_let_be(line: str) -> None:
    """Thanks are thanks."""
    practice = practise("burnt_by_no_show")
    practice.speak("Good afternoon, Willow Lane, this is Grace.")
    assert PartKind.NAME not in {part.kind for part in (practice.speak(line), practice.state)[1].last}


def test_a_question_is_not_passed_over_for_a_worry() -> None:
    """What the buyer does not know is said before the worry comes back."""
    practice = practise("burnt_by_no_show")
    for line in ("Willow Lane, this is Grace.", "So she was alone."):
        practice.speak(line)
    practice.speak("does she play the trumpet")
    kinds = [part.kind for part in practice.state.last]
    assert kinds[0] is PartKind.UNKNOWN


def test_a_name_is_spelled_letter_by_letter() -> None:
    """The last name is the one that is hard to write."""
    assert "S, T, E, R, N" in practise("elder_law_attorney").speak("How do you spell your name?").text


def test_good_news_is_taken_in_before_the_question_is_answered() -> None:
    """The rep met the worry first and asked then."""
    practice = practise("kickback_bait")
    practice.speak("Good morning, is this Ray Dalton?")
    practice.speak("Kevin from Willow Lane Home Care, I was hoping to learn how your discharges work.")
    practice.speak("We do nothing for referrals, and we can't. What is hard for your patients when they go home?")
    assert practice.kinds == [PartKind.SETTLE, PartKind.TELL]


def test_lunch_is_turned_down_and_the_visit_is_not() -> None:
    """A reaction of the persona is not lost because it agrees to something else."""
    practice = practise("discharge_planner", difficulty="easy")
    for line in (
        "Marcia, this is Dan from Willow Lane Home Care, do you have four minutes?",
        "When do your discharges go wrong, which day is hardest?",
        "We start on weekends within four hours, and if an aide can't make it I come myself.",
        "Has an agency ever let you down?",
        "I'm sorry, that must have been awful. We answer the phone day and night and never leave a shift open.",
        "Could I bring your team lunch on Tuesday at eight thirty?",
    ):
        practice.speak(line)
    assert PartKind.REACT in practice.kinds


def test_a_next_step_declined_can_be_asked_about() -> None:
    """Not yet has a reason, and "that's all I meant" is none."""
    practice = practise("discharge_planner")
    practice.speak("Hi Marcia, this is Dan from Willow Lane Home Care. Could I come by on Tuesday at ten?")
    while PartKind.NOT_YET not in practice.kinds:
        practice.speak("Could we meet on Tuesday at ten, then?")
    practice.speak("Why's that?")
    assert practice.state.last[0].ref == "why_not_yet"


def test_a_goodbye_waits_for_what_is_still_asked() -> None:
    """A rep who thanks and asks what to bring is answered, however the question is put."""
    practice = opened(small_persona(), difficulty="easy")
    agreed = replace(practice.state.rapport, agreed=True, times=("Tuesday at ten",))
    practice.state = replace(practice.state, rapport=agreed, closing_turns=1)
    practice.speak("Thank you. Can I call you the day before?")
    assert PartKind.FAREWELL not in practice.kinds
    practice.speak("Thank you so much.")
    assert practice.kinds == [PartKind.FAREWELL]


def test_nobody_offers_time_that_is_not_theirs() -> None:
    """Asked for a good moment for the coordinator, whoever is at the desk does not give a minute of their own."""
    practice = opened("front_desk_block")
    practice.speak("When would be a good moment to talk to him, do you have five minutes?")
    assert PartKind.GIVE_TIME not in practice.kinds


def test_time_given_is_not_given_again_beside_a_question() -> None:
    """The question is answered, and that is that."""
    practice = opened("home_health_nurse")
    practice.speak("Do you have two minutes while you drive?")
    assert practice.kinds == [PartKind.GIVE_TIME]
    practice.speak("Do you have a minute then? How many patients do you see?")
    assert PartKind.GIVE_TIME not in practice.kinds


def test_whoever_picks_up_asks_what_a_stranger_calls_about() -> None:
    """A rep who only says who they are is not left with a nod."""
    practice = practise("home_health_nurse")
    practice.speak("hi theresa its dora from willow lane home care we met at the clinic once")
    assert [(part.kind, part.ref) for part in practice.state.last][-1] == (PartKind.NUDGE, "greeted")


def test_an_answered_question_about_cases_is_no_next_step() -> None:
    """Asked which patient worries them, whoever tells of one does not decline a meeting in the same breath."""
    practice = opened("home_health_nurse")
    practice.speak("What do you see in the homes once you close a case?")
    practice.speak("Which of your patients worries you tonight?")
    assert PartKind.NOT_YET not in practice.kinds


def test_what_is_missing_is_said_to_a_rep_who_asks_after_a_refusal() -> None:
    """Nobody who has just said "not yet" has nothing left to know."""
    practice = practise("home_health_nurse", difficulty="easy")
    practice.speak("Hi Theresa, this is Neil from Willow Lane Home Care.")
    practice.state = replace(
        practice.state, last=(Part(PartKind.NOT_YET),), wondered=tuple(one.id for one in practice.persona.questions)
    )
    practice.speak("Ask me anything, what would you like to know?")
    assert practice.state.last[-1].ref == "why_not_yet"


def test_a_goodbye_that_promises_a_call_is_a_goodbye() -> None:
    """It puts no meeting forward, and nobody declines one."""
    practice = opened("long_distance_son")
    practice.speak("Sorry, my other line's ringing, I'll have to call you back, bye.")
    assert practice.kinds == [PartKind.UNAGREED_GOODBYE]


def test_nothing_is_said_of_having_meant_it_beside_an_answer() -> None:
    """As after "what was it", which asks for a fact as well."""
    practice = opened("husband_dementia", difficulty="easy")
    trusting = replace(practice.state.rapport, trust=100, empathy=1)
    practice.state = replace(practice.state, rapport=trusting, last=())
    practice.speak("Sounds like you made her a promise, what was it")
    assert practice.state.last[-1].ref == "the_promise"
    assert "just_that" not in [part.ref for part in practice.state.last]


def test_a_worry_that_an_offer_raises_does_not_pass_the_offer_over() -> None:
    """That something comes first is said before it; who only asks leave to come some day hears the worry alone."""
    persona = small_persona(objections=[an_objection("stranger", {"before_agreeing": True})])
    practice = opened(persona, difficulty="easy")
    practice.speak("Could I come by on Thursday at ten to see the house?")
    assert [(part.kind, part.ref) for part in practice.state.last] == [
        (PartKind.NUDGE, "first"),
        (PartKind.OBJECT, "stranger"),
    ]


def test_a_question_and_an_offer_both_get_their_answer() -> None:
    """What stands before the next step is said after what was asked."""
    persona = small_persona(objections=[an_objection("stranger", {"before_agreeing": True})])
    practice = opened(persona, difficulty="easy")
    practice.say("Shall we meet?", ActKind.PROPOSES_NEXT_STEP)
    practice.speak("What does he need help with? And could I come by on Thursday at ten?")
    assert practice.kinds == [PartKind.TELL, PartKind.OBJECT_FIRST]


def test_an_offer_to_explain_is_taken() -> None:
    """And nothing else is asked in the same breath, by a caller whose turn it is to listen."""
    practice = opened("veterans_wife")
    practice.speak("There are ways to pay for this. Would you like me to explain?")
    assert practice.state.last[-1].ref == "please_do"


def test_a_caller_grants_no_minutes_for_what_takes_some() -> None:
    """As in "it takes ten minutes", which asks them for nothing."""
    practice = opened("job_seeker", difficulty="easy")
    practice.speak("Fill in the application on our site. It takes ten minutes.")
    assert PartKind.GIVE_TIME not in practice.kinds


def test_that_one_thing_comes_after_another_is_said_once_a_call() -> None:
    """However many questions a rep rattles off later."""
    practice = opened("husband_dementia", difficulty="easy")
    noticed = []
    for text in (
        "What is her name, does she walk, and who cooks for you?",
        "Where do you live, how does she sleep, and what does she eat?",
    ):
        practice.speak(text)
        noticed.append(PartKind.NOTICE in practice.kinds)
    assert noticed == [True, False]


def test_that_one_takes_questions_one_by_one_is_said_once() -> None:
    """A speech is remarked on each time; three questions at once are not."""
    many = (
        "Where does he live? What does he eat? When did he fall?",
        "Who pays for it? How does he sleep? Which doctor has he got?",
    )
    speeches = ("Our people are kind and always were. " * 20, "You will never find anybody like them here. " * 20)
    for lines, remarks in ((many, [True, False]), (speeches, [True, True])):
        practice = opened("daughter_discharge", difficulty="easy")
        noticed = []
        for line in lines:
            practice.speak(line)
            noticed.append(PartKind.NOTICE in practice.kinds)
        assert noticed == remarks


def test_nobody_who_was_asked_says_that_nothing_was_asked() -> None:
    """A long beginning that ends on a question is a question."""
    practice = practise("elder_law_attorney")
    practice.speak(
        "Good morning, Ms. Stern, Mike Alvarez, Willow Lane Home Care. I help families keep an older parent at home, "
        "and I wanted to ask how often that comes up in your cases."
    )
    assert PartKind.NOTICE not in practice.kinds


def test_a_worry_that_was_just_met_makes_no_room_for_the_next_one() -> None:
    """What stands before a day is told without one."""
    practice = practise("rehab_social_worker")
    practice.speak("Hi, this is Mike Alvarez from Willow Lane Home Care. Who do you send people home with?")
    practice.speak("I'd like you to recommend us.")
    practice.speak("I wouldn't ask you to send anybody, the family picks. Could I come by Thursday at noon?")
    assert PartKind.SETTLE not in practice.kinds or PartKind.OBJECT not in practice.kinds


def test_whoever_says_why_they_do_not_agree_asks_for_nothing_in_the_same_breath() -> None:
    """A question of one's own would pass over what was asked."""
    practice = practise("assisted_living_director")
    practice.speak("Good morning, Mr. Vance, this is Dana Price from Willow Lane Home Care.")
    practice.speak("Could I come by on Friday at ten and show you around what we do?")
    practice.speak("Why not?")
    assert PartKind.WONDER not in practice.kinds


def test_who_agrees_to_a_day_answers_what_else_is_asked() -> None:
    """A yes is no reason to let "and who else should be there?" pass."""
    there = a_fact("there", "other", cues=["who else should be there"])
    practice = opened(small_persona(facts=[there]), difficulty="easy")
    practice.state = replace(practice.state, rapport=replace(practice.state.rapport, trust=100), turn=4)
    practice.speak("Could I come by tomorrow at four, and who else should be there?")
    assert practice.kinds == [PartKind.AGREE, PartKind.TELL]


def test_whoever_asks_may_use_the_first_name() -> None:
    """It is a request, and no question for the name."""
    practice = opened(small_persona(), difficulty="easy")
    practice.speak("May I call you by your first name?")
    assert [(part.kind, part.ref) for part in practice.state.last] == [(PartKind.NUDGE, "of_course")]


def test_who_chats_at_length_in_greeting_gets_a_pleasantry_and_no_answer() -> None:
    """What sounds like a question among it is none."""
    practice = opened("rehab_social_worker")
    practice.speak(
        "Steven, hello, it's Bridget O'Dea from Willow Lane, how are you, isn't it a grand day, I said to my husband"
        " this morning that you could leave the coat at home, and of course I froze at the bus stop."
    )
    assert practice.kinds == [PartKind.PLEASANTRY]


def test_who_is_asked_whether_they_are_from_here_says_so_in_a_word() -> None:
    """And tells nothing that a persona does not know."""
    practice = opened("rehab_social_worker")
    practice.speak("Are you from around here yourself, Steven?")
    assert practice.state.last[0].ref == "from_here"


def test_who_has_thanked_for_what_was_said_does_not_ask_what_was_meant() -> None:
    """To own up and to say that one would like to understand it is clear enough."""
    practice = opened("care_manager_let_down", difficulty="normal")
    practice.speak(
        "Hello Ms. Mercer, this is Joan Hill from Willow Lane. I've heard that we let you down once, "
        "and I'd like to understand it."
    )
    assert PartKind.UNKNOWN not in practice.kinds
