"""What the buyer brought up."""

import pytest

from sparring.grade.heard.hesitation import ConcernContext
from sparring.grade.heard.moments import as_recorded, doubt_in, objection_events, raised_in
from sparring.signals import Moment
from sparring.transcript import Event, EventKind, Turn
from tests.fakes.scripted import Call


def turn(text: str) -> Turn:
    return Call(f"B: {text}").transcript().turns[0]


def moments(text: str) -> set[Moment]:
    return {raised.moment for raised in raised_in(turn(text))}


def objections(text: str) -> list[str]:
    found = raised_in(turn(text))
    return [raised.kind for raised in found if raised.moment is Moment.OBJECTION_RAISED]


@pytest.mark.parametrize(
    ("text", "kind"),
    [
        ("That's too expensive for us.", "price"),
        ("We can't really afford that.", "price"),
        ("That's more than I thought.", "price"),
        ("We already have three agencies.", "provider"),
        ("We're happy with who we have.", "provider"),
        ("She doesn't like strangers in the house.", "trust"),
        ("How do I know who's coming?", "trust"),
        ("The last aide never showed up.", "trust"),
        ("Mom won't accept any help.", "need"),
        ("I promised him I would never send him away.", "need"),
        ("I need to talk to my brother first.", "authority"),
        ("Families choose for themselves.", "authority"),
        ("I'd have to think about it.", "delay"),
        ("Just send me some information.", "delay"),
        ("That is rather more than I had hoped.", "price"),
        ("Mama'd have a fit about that kind of money.", "price"),
        ("I'd say we're pretty well set with the three we have.", "provider"),
        ("I was let down badly.", "trust"),
        ("I worry though that you come in and talk them into going home.", "trust"),
        ("We don't really give out recommendations. There's liability.", "authority"),
        ("Medicare pays for that, right?", "coverage"),
    ],
)
def test_an_objection_is_told_by_its_words(text: str, kind: str) -> None:
    """Doubts have few forms, and each names its kind."""
    assert kind in objections(text)


@pytest.mark.parametrize(
    "text",
    [
        "My father fell last week and he comes home tomorrow.",
        "He needs help with bathing and meals.",
        "Tuesday at ten works for me.",
        "Yes, she lives alone in Millbrook.",
        "We hand them the list and they call around.",
        "I worry about her at night.",
        "He's fine with it.",
        "One is good, the other sends a new face each time.",
    ],
)
def test_telling_is_no_objection(text: str) -> None:
    """A buyer who tells what is going on, and where, has raised nothing to answer."""
    assert moments(text) <= {Moment.STORY_TOLD, Moment.PLACE_NAMED, Moment.START_NAMED}


@pytest.mark.parametrize(
    "text",
    [
        "The other agency said twenty nine.",
        "The other place is cheaper.",
        "I have somebody private for my aunt.",
        "There's a lady from church who charges less.",
        "We use two agencies now.",
    ],
)
def test_a_competitor_is_told_by_its_words(text: str) -> None:
    """Whoever else could do it has been brought up."""
    assert Moment.COMPETITOR_RAISED in moments(text)


def test_a_question_about_price_is_one() -> None:
    """Asking what it costs raises the price and nothing else."""
    assert moments("And what does it cost?") == {Moment.PRICE_RAISED}


def test_a_moment_knows_its_place() -> None:
    """The span holds the words that raised it."""
    text = "Okay. Um, that's too expensive."
    found = next(one for one in raised_in(turn(text)) if one.kind == "price")
    assert text[found.start : found.end] == "too expensive"


def test_our_own_buyer_says_in_an_event_when_it_objects() -> None:
    """The event's turn is where the objection stands."""
    event = Event(kind=EventKind.OBJECTION_RAISED, at_ms=0, turn=1, ref="hours_too_long")
    call = Call("R: Hello.\nB: Four hours at a time?", events=(event,)).transcript()
    assert objection_events(call) == {1: "hours_too_long"}


def test_an_event_without_a_turn_belongs_to_the_buyer_turn_under_way() -> None:
    """The last buyer turn begun by then is the one that objected; before any, there is none."""
    event = Event(kind=EventKind.OBJECTION_RAISED, at_ms=3_000, ref="price")
    call = Call("R: Hello there.\nB: That is too expensive.\nR: I see.", channel="voice", events=(event,)).transcript()
    assert objection_events(call) == {1: "price"}
    early = call.model_copy(update={"events": (event.model_copy(update={"at_ms": 0}),)})
    assert objection_events(early) == {}


def test_a_recorded_objection_is_named_by_its_words_or_else_by_its_persona() -> None:
    """Without an event words raise none; with one they say which kind it is, if they can."""
    doubt, plain = turn("That's too expensive."), turn("Four hours at a time?")
    assert as_recorded(list(raised_in(doubt)), doubt, None) == []
    assert [one.kind for one in as_recorded(list(raised_in(doubt)), doubt, "cost")] == ["price"]
    answered = turn("It's for my mother to decide, Joyce. The other place is cheaper. What's different about yours?")
    assert [one.kind for one in as_recorded(list(raised_in(answered)), answered, "cost")[-1:]] == ["price"]
    recorded = as_recorded(list(raised_in(plain)), plain, "hours_too_long")
    assert [(one.kind, one.start, one.end) for one in recorded] == [("hours_too_long", 0, 21)]


def test_a_recorded_objection_in_other_words_is_what_the_turn_ends_with() -> None:
    """A buyer of ours answers first: its last two sentences are the concern, not the answer before them."""
    said = turn("I weigh a hundred pounds. That can't be so. I've paid in all my life.")
    [one] = as_recorded([], said, "medicare")
    assert said.text[one.start : one.end] == "That can't be so. I've paid in all my life."


def test_a_recorded_buyer_says_in_words_that_a_concern_still_stands() -> None:
    """No event is written for it; from there on it is what a rep answers."""
    said = turn("I hear you. It's just this: they've come through for me. I don't forget that.")
    [one] = as_recorded([], said, None)
    assert said.text[one.start : one.end] == "It's just this: they've come through for me. I don't forget that."


@pytest.mark.parametrize(
    "text", ["I'm a nurse aide, I'd like to work for you.", "I'm calling about a job.", "It's about the job, actually."]
)
def test_who_looks_for_work_says_so_in_many_ways(text: str) -> None:
    """A son who has a job is not looking for one."""
    assert Moment.JOB_SOUGHT in moments(text)
    assert Moment.JOB_SOUGHT not in moments("I'm calling because of my job I can't look after her.")
    assert Moment.JOB_SOUGHT not in moments("I'd like to work this out with you.")


def test_after_an_offer_a_turn_that_is_like_holding_back_raises_a_concern() -> None:
    """No phrase stands for it; and before anything was offered there is nothing to hold back from."""
    said = turn("Our families would balk at that figure.")
    assert not objections(said.text)
    found = doubt_in(said, ConcernContext.OFFERED)
    assert found
    assert found.kind == "doubt"
    assert said.text[found.start : found.end] == "Our families would balk at that figure"
    assert doubt_in(said, ConcernContext.TELLING) is None
