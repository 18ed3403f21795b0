"""Which days and hours are named, and whether they are offered."""

import pytest

from sparring.call.mind.heard.offered_times import asks_when_to_meet
from sparring.call.mind.heard.understanding import understood
from sparring.call.mind.heard.utterance import RepUtterance
from sparring.persona import find_persona
from sparring.speech_acts import Act, ActKind, recognise
from tests.fakes.reps import opened, saying

DAUGHTER = find_persona("daughter_discharge")
PLANNER = find_persona("discharge_planner")


def test_day_and_hour_side_by_side_are_one_time() -> None:
    """Two offers stay two, each with its day and hour."""
    text = "Would Thursday at two or Friday at ten be better?"
    spans = [(text.index(word), text.index(word) + len(word)) for word in ("Thursday", "two", "Friday", "ten")]
    acts = tuple(Act(ActKind.NAMES_TIME, start, end) for start, end in spans)
    reading = understood(DAUGHTER, RepUtterance(text, acts, 0, 1_000))
    assert reading.times == ("Thursday at two", "Friday at ten")
    assert reading.offers_time


@pytest.mark.parametrize(("text", "times"), [("Around ten?", ("ten",)), ("so two?", ("two",)), ("Two.", ())])
def test_an_hour_alone_is_a_time_when_it_is_asked(text: str, times: tuple[str, ...]) -> None:
    """A number that answers something else is none."""
    assert understood(DAUGHTER, saying(text)).times == times


@pytest.mark.parametrize(("text", "offers"), [("Is Friday bad?", False), ("Friday at two?", True)])
def test_a_day_that_is_judged_is_not_offered(text: str, *, offers: bool) -> None:
    """Asking which day is the worst proposes none."""
    reading = understood(PLANNER, RepUtterance(text, recognise(text), 0, 2_000))
    assert reading.proposes is offers


@pytest.mark.parametrize(
    ("text", "times"),
    [
        ("That sounds like a lonely Friday. Would you try us on one of those?", ()),
        ("What we'd do is start on Saturday with a named caregiver. Would that help your Saturdays?", ()),
        ("What we'd do is come by on Saturday at ten. Would that help?", ("Saturday at ten",)),
    ],
)
def test_a_day_of_a_story_or_a_plan_is_offered_to_nobody(text: str, times: tuple[str, ...]) -> None:
    """Whoever agrees to the rest of it has to be asked for a day."""
    reading = understood(PLANNER, RepUtterance(text, recognise(text), 0, 2_000))
    assert (reading.times, reading.offers_time) == (times, bool(times))


@pytest.mark.parametrize(
    ("text", "proposes"),
    [
        ("What do the families do until Monday?", False),
        ("You'd have my cell, and I'd call you before the family hears it.", False),
        ("I'd like to set up a visit for Tuesday at two.", True),
        ("How's four o'clock?", True),
        ("When are you free on Tuesday for a quick visit?", True),
    ],
)
def test_a_question_about_a_day_and_a_promise_propose_nothing(text: str, *, proposes: bool) -> None:
    """A next step is offered: it is neither asked about nor what would be."""
    reading = understood(PLANNER, RepUtterance(text, recognise(text), 0, 2_000))
    assert reading.proposes is proposes


def test_two_days_to_choose_from_are_offered() -> None:
    """Whatever else is said of them; which of two days was the worse one is not."""
    offered = "would it help to look at it together thursday at four or friday at four"
    assert understood(DAUGHTER, RepUtterance(offered, recognise(offered), 0, 2_000)).offers_time
    judged = "how was it on thursday at four or friday at four"
    assert not understood(DAUGHTER, RepUtterance(judged, recognise(judged), 0, 2_000)).offers_time


@pytest.mark.parametrize(
    "line", ["And if nobody comes by Monday?", "When's your next last visit?", "If she falls on Sunday?"]
)
def test_what_may_come_and_what_is_theirs_is_no_offer(line: str) -> None:
    """A day in it is asked about."""
    reading = understood(PLANNER, RepUtterance(line, recognise(line), 0, 2_000))
    assert not reading.offers_time
    assert not reading.proposes


@pytest.mark.parametrize(
    ("line", "times"),
    [
        ("I pick up at six myself. Could I come and meet you on Saturday at ten?", ("Saturday at ten",)),
        ("We start on Saturday as well. Could I come by on Wednesday at ten?", ("Wednesday at ten",)),
        ("Thursday at four. Would that work?", ("Thursday at four",)),
    ],
)
def test_where_a_sentence_proposes_its_times_count(line: str, times: tuple[str, ...]) -> None:
    """The hour at which somebody picks up is not offered for a meeting."""
    assert understood(PLANNER, RepUtterance(line, recognise(line), 0, 2_000)).times == times


@pytest.mark.parametrize(
    ("line", "proposes"),
    [
        ("I'd come Friday at four with the agreement. Shall I?", True),
        ("Then Friday at four, and bring your red pen for all of it?", True),
        ("I mean, is it every Friday or now and then?", False),
    ],
)
def test_a_day_is_offered_in_many_ways(line: str, *, proposes: bool) -> None:
    """Coming on a day is offered, however it is put; how regular it is, is asked."""
    assert understood(PLANNER, RepUtterance(line, recognise(line), 0, 2_000)).proposes is proposes


@pytest.mark.parametrize(
    "line", ["should i bring anything when we meet", "when does your team meet", "who will be there when we come"]
)
def test_when_somebody_meets_anyway_leaves_no_day_open(line: str) -> None:
    """Only "when can we meet" has the other one choose."""
    assert not asks_when_to_meet(line, spoken_of=True)
    assert asks_when_to_meet("when can we meet", spoken_of=False)


@pytest.mark.parametrize(
    ("text", "proposes"),
    [
        ("Would it help if I came by the hospital tomorrow at eleven?", True),
        ("Then I bring you the names on Thursday at nine. Is it okay?", True),
        ("We might come and say hello on Wednesday at two, what do you think?", True),
        ("Let me come Thursday at eight and do the first shift with her.", True),
        ("Why don't I stop over Saturday at ten?", True),
        ("so we keep our hands off the fridge. friday at two ok", True),
        ("Ha, noted, no coffee. Would eight thirty at your place be okay?", True),
        ("We come every Thursday at eight, and it is the same person.", False),
        ("If we came at eight, would he be up?", False),
        ("So he gets home on Thursday?", False),
    ],
)
def test_whoever_would_come_on_a_day_offers_it(text: str, *, proposes: bool) -> None:
    """And is not answered with what is known of the place; a habit and an hour alone offer nothing."""
    reading = understood(DAUGHTER, RepUtterance(text, recognise(text), 0, 2_000))
    assert reading.proposes is proposes
    assert not (proposes and reading.asked)


def test_a_leave_to_follow_up_is_no_meeting() -> None:
    """Whoever is called gives it, and raises nothing."""
    practice = opened("rehab_social_worker")
    practice.speak("Is it okay if I follow up next week?")
    assert practice.state.last[0].ref == "follow_up"
    assert not practice.state.rapport.proposed


def test_a_habit_is_no_time_for_a_meeting() -> None:
    """Asked about afternoons, nobody has been offered one."""
    line = "What about Friday afternoons?"
    assert not understood(PLANNER, RepUtterance(line, recognise(line), 0, 0)).proposes


def test_asked_for_something_else_with_a_leave_one_gives_the_leave() -> None:
    """Neither a worry nor an answer comes before the question has been put."""
    practice = opened("assisted_living_director", difficulty="easy")
    practice.speak("I have read about Laurel Court. Can I ask you some things?")
    assert practice.state.last[-1].ref == "ask_away"


@pytest.mark.parametrize(
    ("line", "times", "offers"),
    [
        (
            "I'd answer the phone Friday at four, and tell you yes or no within half an hour.",
            ("Friday at four",),
            False,
        ),
        ("Can I buy fifteen minutes of your time on Friday around noon?", ("friday around noon",), True),
    ],
)
def test_an_hour_that_is_promised_is_no_offer_and_a_rough_one_is(
    line: str, times: tuple[str, ...], *, offers: bool
) -> None:
    """As in "within half an hour", which asks for none of the buyer's time; "around noon" does."""
    reading = understood(PLANNER, RepUtterance(line, recognise(line), 0, 0))
    assert (reading.times, reading.offers_time) == (times, offers)


@pytest.mark.parametrize(
    ("text", "offers"),
    [
        ("They say Monday. We start at once, also Friday, and I say no in half an hour. Would it help?", False),
        ("Oh, on Sunday, and you carry on. There's nothing to sign today, the first visit is free.", False),
        ("We say by six who comes, or that nobody does. What do the three do at six?", False),
        ("Could you come in Tuesday at ten and we talk face to face?", True),
        ("Could I come by on Tuesday at ten for half an hour?", True),
        ("How about Thursday at two. Would that work?", True),
        ("Thursday at three, I come quiet, with one page. Yes?", True),
    ],
)
def test_a_day_out_of_a_story_or_a_promise_is_offered_to_nobody(text: str, *, offers: bool) -> None:
    """A word of meeting elsewhere in the utterance makes no offer of it."""
    assert understood(PLANNER, RepUtterance(text, recognise(text), 0, 4_000)).offers_time is offers


def test_a_question_beside_an_offered_day_is_heard() -> None:
    """One that asks more than whether the day will do."""
    both, alone = (
        understood(PLANNER, RepUtterance(text, recognise(text), 0, 4_000))
        for text in ("Wednesday at ten. What does Mrs. Okafor want to hear from me?", "Wednesday at ten. Is it good?")
    )
    assert (both.offers_time, len(both.asked)) == (True, 1)
    assert (alone.offers_time, alone.asked) == (True, ())


def test_a_day_on_which_somebody_else_would_be_there_is_offered_to_nobody() -> None:
    """It is asked who would; "who'd you like to meet on Thursday" is about a meeting."""
    text = "We come out and make a plan before he's on his own. Who'd be with him once he's home tomorrow?"
    reading = understood(DAUGHTER, RepUtterance(text, recognise(text), 0, 2_000))
    assert not reading.proposes
    assert [one.text for one in reading.asked] == ["who'd be with him once he's home tomorrow"]
