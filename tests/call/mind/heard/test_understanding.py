"""What one utterance says, whatever the buyer makes of it."""

import pytest

from sparring.call.mind.heard.sentences import hits, normalised
from sparring.call.mind.heard.understanding import understood
from sparring.call.mind.heard.utterance import RepUtterance
from sparring.call.mind.heard.whole_asides import Aside
from sparring.persona import find_persona
from sparring.speech_acts import Act, ActKind, Topic, recognise, recognise_and_part
from tests.fakes.personas import a_fact, small_persona
from tests.fakes.reps import saying

DAUGHTER = find_persona("daughter_discharge")
PLANNER = find_persona("discharge_planner")


def test_words_are_compared_without_case_and_punctuation() -> None:
    """Apostrophes stay, typographic ones become plain."""
    assert normalised("Hi -- I\u2019m Dana!") == "hi i'm dana"


@pytest.mark.parametrize(
    ("text", "cue", "found"),
    [
        ("what about bathing", "bath", True),
        ("in a care home", "car", False),
        ("no cars please", "car", True),
        ("the calling is late", "all", False),
        ("his long term care policy", "long term care", True),
    ],
)
def test_a_cue_is_the_beginning_of_a_word(text: str, cue: str, *, found: bool) -> None:
    """Very short cues have to be whole words, give or take an ending."""
    assert bool(hits(text, [cue])) is found


def test_a_question_carries_its_sentence_and_the_cues_in_it() -> None:
    """Only words of the question's own sentence point at facts."""
    text = "He fell on the stairs. Who helps him with the shower?"
    start = text.index("Who")
    act = Act(ActKind.CLOSED_QUESTION, start, len(text), Topic.CARE_NEEDS)
    reading = understood(DAUGHTER, RepUtterance(text, (act,), 0, 1_000))
    assert [asked.text for asked in reading.asked] == ["who helps him with the shower"]
    assert "shower" in reading.asked[0].found
    assert "stairs" not in reading.asked[0].found


def test_a_statement_with_a_question_word_asks_nothing() -> None:
    """A sentence that ends in a full stop does not ask, even if a recogniser says so."""
    reading = understood(DAUGHTER, saying("It depends on what she needs.", ActKind.OPEN_QUESTION, topic=Topic.OTHER))
    assert reading.asked == ()


def test_an_invitation_that_ends_in_a_full_stop_is_a_question() -> None:
    """Telling somebody to tell is asking."""
    reading = understood(DAUGHTER, saying("Tell me about your father.", ActKind.OPEN_QUESTION, topic=Topic.WHO))
    assert [asked.topic for asked in reading.asked] == [Topic.WHO]


def test_unpunctuated_speech_keeps_its_questions() -> None:
    """Recognisers without punctuation leave nothing to go by, so the act is believed."""
    reading = understood(DAUGHTER, saying("and who is with him at night", ActKind.OPEN_QUESTION, topic=Topic.SAFETY))
    assert [asked.topic for asked in reading.asked] == [Topic.SAFETY]


def test_a_question_mark_that_no_act_explains_still_asks() -> None:
    """Missed questions get an answer, too."""
    reading = understood(DAUGHTER, saying("And the stairs?"))
    assert [asked.topic for asked in reading.asked] == [None]


def test_asking_for_a_name_asks_nothing_else() -> None:
    """Manners are not questions about the case."""
    acts = (ActKind.ASKS_NAME, ActKind.CLOSED_QUESTION)
    reading = understood(DAUGHTER, saying("May I ask your name?", *acts, topic=Topic.OTHER))
    assert reading.asked == ()
    assert reading.is_question


def test_how_are_you_today_is_small_talk_and_how_are_you_holding_up_is_not() -> None:
    """The one is a manner, the other a question."""
    manner = understood(PLANNER, saying("How are you today?", ActKind.OPEN_QUESTION, topic=Topic.FEELINGS))
    question = understood(DAUGHTER, saying("How are you holding up?", ActKind.OPEN_QUESTION, topic=Topic.FEELINGS))
    assert manner.small_talk
    assert manner.asked == ()
    assert not question.small_talk
    assert [asked.topic for asked in question.asked] == [Topic.FEELINGS]


def test_a_vague_question_includes_the_sentence_it_points_back_to() -> None:
    """A question after "anything like that" is about what was said before it."""
    text = "Some families find a policy in a drawer. Could there be anything like that?"
    start = text.index("Could")
    act = Act(ActKind.CLOSED_QUESTION, start, len(text), Topic.OTHER)
    reading = understood(find_persona("price_shopper"), RepUtterance(text, (act,), 0, 1_000))
    assert "policy" in reading.asked[0].found


def test_how_can_i_help_asks_what_happened() -> None:
    """An offer of help invites the caller to tell."""
    reading = understood(DAUGHTER, saying("How can I help you?", ActKind.OFFERS_HELP))
    assert [(asked.topic, asked.is_open) for asked in reading.asked] == [(Topic.WHAT_HAPPENED, True)]


def test_acts_that_belong_to_the_other_type_of_call_do_not_count() -> None:
    """Nobody offers a family something for referrals."""
    said = saying("What would make it worth your time?", ActKind.OFFERS_VALUE_FOR_REFERRALS)
    assert ActKind.OFFERS_VALUE_FOR_REFERRALS not in understood(DAUGHTER, said).kinds
    assert ActKind.OFFERS_VALUE_FOR_REFERRALS in understood(PLANNER, said).kinds


def test_saying_that_it_sounds_like_a_stroke_is_no_medical_advice_when_911_follows() -> None:
    """Naming the danger belongs to sending for help."""
    said = saying("That sounds like a stroke, call 911.", ActKind.CALL_911, ActKind.MEDICAL_ADVICE)
    assert understood(DAUGHTER, said).kinds == {ActKind.CALL_911}


def test_calling_her_father_your_mother_is_noticed() -> None:
    """The index of the persona's correction is found."""
    assert understood(DAUGHTER, saying("So your mother fell?")).correction == 0
    assert understood(DAUGHTER, saying("So your father fell?")).correction == -1


def test_the_reps_name_is_kept_only_if_it_can_be_one() -> None:
    """A first name is taken over, anything odd is not repeated aloud."""
    good = RepUtterance("I'm dana", (Act(ActKind.GIVES_NAME, 4, 8, about="dana smith"),), 0, 1)
    odd = RepUtterance("I'm x", (Act(ActKind.GIVES_NAME, 4, 5, about="4711"),), 0, 1)
    assert understood(DAUGHTER, good).rep_name == "Dana"
    assert understood(DAUGHTER, odd).rep_name == ""


def test_nothing_audible_is_unsure() -> None:
    """An empty text cannot be understood."""
    assert understood(DAUGHTER, saying("...")).unsure


@pytest.mark.parametrize(
    ("text", "polar"),
    [("And does he live alone?", True), ("Which cases are hardest?", False), ("So, any falls?", True)],
)
def test_only_some_questions_want_a_yes_or_a_no(text: str, *, polar: bool) -> None:
    """To those alone "not that I know of" is an answer."""
    reading = understood(DAUGHTER, saying(text, ActKind.CLOSED_QUESTION, topic=Topic.SAFETY))
    assert reading.asked[0].wants_yes_or_no is polar


def test_being_glad_to_meet_somebody_is_no_meeting() -> None:
    """Her worry about strangers is not answered by manners."""
    assert "meet" not in understood(DAUGHTER, saying("Nice to meet you, Laura.", ActKind.GREETING)).found
    assert "meet" in understood(DAUGHTER, saying("He would meet her first.", ActKind.SERVICE_PROMISE)).found


def test_speaking_of_the_dead_is_no_mistake() -> None:
    """Her mother was there once; asking about her is not taking her for the father."""
    assert understood(DAUGHTER, saying("How old is your mother?")).correction == 0
    assert understood(DAUGHTER, saying("And when your mother was alive, did she cook?")).correction == -1


@pytest.mark.parametrize("line", ["Good. Number?", "And your phone number?", "and the best number is"])
def test_a_number_alone_is_asked_for(line: str) -> None:
    """Whoever says "number?" wants to be able to call."""
    persona = find_persona("husband_dementia")
    assert ActKind.ASKS_CONTACT in understood(persona, RepUtterance(line, recognise(line), 0, 0)).kinds


@pytest.mark.parametrize("text", ["Four minutes okay?", "do you have a couple of minutes"])
def test_minutes_are_asked_for_in_many_ways(text: str) -> None:
    """It is about the call, and asks for nothing else."""
    reading = understood(PLANNER, RepUtterance(text, recognise(text), 0, 2_000))
    assert ActKind.ASKS_FOR_TIME in reading.kinds
    assert not reading.asked


def test_the_name_of_somebody_else_is_asked_for_beside_ones_own() -> None:
    """Both are told: the buyer's by manners, the other one as what the call is about."""
    line = "May I have your name and the name of the person who needs care?"
    reading = understood(DAUGHTER, RepUtterance(line, recognise(line), 0, 2_000))
    assert ActKind.ASKS_NAME in reading.kinds
    assert [(asked.topic, asked.text) for asked in reading.asked] == [(Topic.WHO, "who needs the care")]


def test_a_number_of_the_buyers_is_no_question_about_the_case() -> None:
    """Where the house is and how to call are two things."""
    line = "Where is the house, and what's the best number for you?"
    reading = understood(DAUGHTER, RepUtterance(line, recognise(line), 0, 2_000))
    assert ActKind.ASKS_CONTACT in reading.kinds
    assert [asked.topic for asked in reading.asked] == [Topic.LOCATION]


@pytest.mark.parametrize("line", ["whats his address and your cell", "His address, and your best cell?"])
def test_an_address_and_a_number_are_two_questions(line: str) -> None:
    """Named by one word each."""
    reading = understood(DAUGHTER, saying(line))
    assert ActKind.ASKS_CONTACT in reading.kinds
    assert any("address" in asked.text for asked in reading.asked)


@pytest.mark.parametrize(
    ("line", "topic"), [("Should I bring one page?", None), ("Could I stop by with one page?", "none")]
)
def test_a_suggestion_that_names_what_is_known_is_a_question(line: str, topic: str | None) -> None:
    """Only a meeting is offered; everything else that one might do is asked about."""
    reading = understood(PLANNER, RepUtterance(line, recognise(line), 0, 2_000))
    assert bool(reading.asked) is (topic is None)


def test_what_stands_as_a_way_to_ask_is_a_question_whatever_its_form() -> None:
    """Neither a mark nor a verb in front says so."""
    ways = ["that garden of yours then"]
    persona = small_persona(facts=[a_fact("garden", "care_needs", asked_as=ways, cues=["roses"])])
    line = "that garden of yours then"
    written = understood(persona, saying(line)).as_written
    assert written is not None
    assert [(asked.text, asked.written) for asked in written.asked] == [(line, frozenset({0}))]
    assert understood(persona, saying("that garden of yours is big")).as_written is None


def test_a_way_to_ask_is_no_offer_and_no_manners_beside_what_else_is_said() -> None:
    """The rest of the utterance is read as ever."""
    persona = small_persona(facts=[a_fact("meets", "process", asked_as=["When could we sit down on Friday?"])])
    said = "I'm Ann. When could we sit down on Friday? I can do nine on Monday."
    acts = (
        Act(ActKind.GIVES_NAME, 0, 8, about="Ann"),
        Act(ActKind.PROPOSES_NEXT_STEP, 9, 42),
        Act(ActKind.NAMES_TIME, 35, 41),
        Act(ActKind.NAMES_TIME, 52, 66),
    )
    written = understood(persona, RepUtterance(said, acts, 0, 0)).as_written
    assert written is not None
    assert (written.rep_name, written.times) == ("Ann", ("nine on Monday",))
    assert ActKind.PROPOSES_NEXT_STEP not in written.kinds
    assert [asked.written for asked in written.asked] == [frozenset({0})]


def test_a_name_that_is_praised_is_somebodys() -> None:
    """The buyer says thank you for their own."""
    of_her = understood(find_persona("husband_dementia"), saying("Evelyn, that's a beautiful name."))
    of_his = understood(find_persona("husband_dementia"), saying("Harold, that's a beautiful name."))
    assert [Aside.PRAISE in one.asides for one in (of_her, of_his)] == [False, True]


@pytest.mark.parametrize(
    ("line", "asks"), [("How often do you have a patient like that?", False), ("Who do you have for me?", True)]
)
def test_how_often_there_is_a_case_asks_for_none(line: str, *, asks: bool) -> None:
    """It wants to know something before anything is wanted."""
    acts = (Act(ActKind.ASKS_FOR_CASE, 0, len(line)),)
    assert (ActKind.ASKS_FOR_CASE in understood(PLANNER, RepUtterance(line, acts, 0, 2_000)).kinds) is asks


@pytest.mark.parametrize(
    ("line", "asks"),
    [("And your cell number, Laura? I'll send you her picture.", True), ("My number is on the card.", False)],
)
def test_a_number_is_asked_for_in_a_sentence_of_its_own(line: str, *, asks: bool) -> None:
    """Whatever is said after it."""
    reading = understood(DAUGHTER, RepUtterance(line, recognise(line), 0, 2_000))
    assert (ActKind.ASKS_CONTACT in reading.kinds) is asks


@pytest.mark.parametrize(
    ("line", "asks"),
    [("They asked you to spell your name.", False), ("May I ask your name?", True)],
)
def test_a_name_that_others_asked_for_is_not_asked_for(line: str, *, asks: bool) -> None:
    """What is told of others is no question."""
    assert (ActKind.ASKS_NAME in understood(DAUGHTER, RepUtterance(line, recognise(line), 0, 0)).kinds) is asks


def test_his_name_is_asked_for_beside_ones_own() -> None:
    """As in "whats your name and whats his"."""
    line = "whats your name and whats his"
    reading = understood(DAUGHTER, RepUtterance(line, recognise(line), 0, 0))
    assert ActKind.ASKS_NAME in reading.kinds
    assert Topic.WHO in [one.topic for one in reading.asked]


@pytest.mark.parametrize(
    ("line", "asks"),
    [
        ("What is the name of your father, please?", False),
        ("And whom do I ask for at the door?", False),
        ("May I know your name, and the name of your father?", True),
        ("Of course, sir. With whom do I have the pleasure, and for whom would the help be?", True),
    ],
)
def test_the_buyers_own_name_is_asked_for_or_another(line: str, *, asks: bool) -> None:
    """Whoever is asked for, the question is not lost."""
    reading = understood(DAUGHTER, RepUtterance(line, recognise(line), 0, 0))
    assert (ActKind.ASKS_NAME in reading.kinds) is asks
    assert reading.asked


@pytest.mark.parametrize(
    ("line", "useful"),
    [
        ("You'd have my own cell, day and night. Is that any use to you?", True),
        ("He eats once a day. Is that enough?", False),
        ("We'd text you the same day. Would something like that take a load off?", True),
    ],
)
def test_what_one_makes_of_an_offer_is_no_question_of_fact(line: str, *, useful: bool) -> None:
    """Nobody answers it with what they know; of what was told it is a question."""
    reading = understood(DAUGHTER, RepUtterance(line, recognise(line), 0, 0))
    assert (Aside.USEFUL in reading.asides) is useful
    assert not (useful and reading.asked)


def test_a_name_is_no_other_word_that_follows_this_is() -> None:
    """Whoever reads out what to say is not called Reading."""
    line = "this is uh reading from my sheet uh my name is Kyle and i'm with Willow Lane"
    assert understood(PLANNER, RepUtterance(line, recognise(line), 0, 0)).rep_name == "Kyle"


@pytest.mark.parametrize(
    ("line", "here"), [("Is this Mr. Lowe's office?", True), ("Is this the bank's office?", False)]
)
def test_a_house_is_asked_for_by_whose_it_is(line: str, *, here: bool) -> None:
    """By a name that whoever picked up has said."""
    lawyer = find_persona("elder_law_attorney")
    assert (Aside.IS_THIS in understood(lawyer, RepUtterance(line, recognise(line), 0, 0)).asides) is here


def test_questions_stand_in_the_order_in_which_they_are_asked() -> None:
    """One that only its form gives away is answered in its place."""
    text = "What happened to him, what does he need help with, and who's there at night?"
    acts, stops = recognise_and_part(text)
    asked = understood(DAUGHTER, RepUtterance(text, acts, 0, 4_000, stops=stops)).asked
    places = [text.lower().find(one.text.split()[0]) for one in asked]
    assert len(asked) > 1
    assert places == sorted(places)


@pytest.mark.parametrize(
    ("text", "checked"),
    [
        ("Anything else, Laura is it?", True),
        ("And you're Laura, right?", True),
        ("So your dad is Frank, right?", False),
    ],
)
def test_a_name_with_a_tag_asks_whether_it_is_them(text: str, *, checked: bool) -> None:
    """The buyer's own name only."""
    acts, stops = recognise_and_part(text)
    asides = understood(DAUGHTER, RepUtterance(text, acts, 0, 4_000, stops=stops)).asides
    assert (Aside.IS_THIS in asides) is checked


def test_what_stands_before_a_name_with_a_tag_asks_nothing() -> None:
    """As in "slow down, Laura, is it?"."""
    text = "Slow down, Laura, is it? What happened?"
    acts, stops = recognise_and_part(text)
    asked = understood(DAUGHTER, RepUtterance(text, acts, 0, 4_000, stops=stops)).asked
    assert [one.text for one in asked] == ["what happened"]


def test_a_kind_question_with_more_behind_it_is_no_small_talk() -> None:
    """It is asked, and not answered with "fine, thanks"."""
    text = "And how are you doing, because that kind of thing doesn't leave you?"
    acts, stops = recognise_and_part(text)
    reading = understood(DAUGHTER, RepUtterance(text, acts, 0, 4_000, stops=stops))
    assert reading.asked
    assert not reading.small_talk


def test_to_be_told_to_call_for_help_is_no_question() -> None:
    """Whatever little word it ends on."""
    grandson = find_persona("emergency_in_progress")
    text = "ok so its important yes. call 911 ok? right now"
    acts, stops = recognise_and_part(text)
    assert understood(grandson, RepUtterance(text, acts, 0, 4_000, stops=stops)).asked == ()


def test_a_name_asked_for_beside_a_question_is_no_question_of_its_own() -> None:
    """It is manners, whatever the question beside it is about."""
    text = "What's your name, and what is it about your father that worries you?"
    acts, stops = recognise_and_part(text)
    reading = understood(DAUGHTER, RepUtterance(text, acts, 0, 4_000, stops=stops))
    assert ActKind.ASKS_NAME in reading.kinds
    assert [one.text for one in reading.asked] == ["what is it about your father that worries you"]
