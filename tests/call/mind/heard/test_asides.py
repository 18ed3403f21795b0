"""Short sentences that mean something on any call."""

import pytest

from sparring.call.mind.heard.asides import asides
from sparring.call.mind.heard.sentences import spoken
from sparring.call.mind.heard.whole_asides import Aside
from sparring.speech_acts import stops


def found(text: str) -> dict[Aside, str]:
    """The asides of an utterance."""
    return asides(spoken(text, stops(text)).sentences)


@pytest.mark.parametrize(
    ("text", "aside"),
    [
        ("why", Aside.ASKS_ON),
        ("And then?", Aside.ASKS_ON),
        ("I see. What do you mean by that?", Aside.ASKS_ON),
        ("Why do you ask?", Aside.WHY_ASK),
        ("sorry what", Aside.REPEAT),
        ("Huh?", Aside.REPEAT),
        ("Do you have any questions for me?", Aside.ANYTHING_ELSE),
        ("what would you want to know about us", Aside.ANYTHING_ELSE),
        ("Hello? Are you still there?", Aside.STILL_THERE),
        ("one sec", Aside.HOLD),
        ("are you a robot?", Aside.ROBOT),
        ("anything else on your mind", Aside.ANYTHING_ELSE),
        ("is that still in the running", Aside.USEFUL),
        ("Would you like me to explain?", Aside.OFFERS_MORE),
        ("shall I tell you how that works", Aside.OFFERS_MORE),
        ("no I mean are you a real person", Aside.ROBOT),
        ("am I talking to a human or a machine?", Aside.ROBOT),
        ("is there anything else you want to know?", Aside.ANYTHING_ELSE),
        ("have you been doing this long", Aside.TENURE),
        ("how old are you if you don't mind", Aside.AGE),
        ("so he's 81 and you're how old?", Aside.AGE),
        ("what day is it today", Aside.DATE),
        ("okay thanks maria", Aside.OTHER_NAME),
        ("does that work for you", Aside.SUITS),
        ("hi can I speak to the doctor", Aside.PUT_THROUGH),
        ("okey dokey talk tomorrow", Aside.SEE_YOU),
        ("When was that, roughly?", Aside.ASKS_ON),
        ("Beautiful weather today, isn't it?", Aside.CHAT),
        ("can i just ask you a couple things", Aside.ASKS_LEAVE),
        ("May I ask you something?", Aside.ASKS_LEAVE),
        ("Could I ask you about that?", Aside.ASKS_LEAVE),
        ("Would it be okay to ask you about your work for a minute?", Aside.ASKS_LEAVE),
        ("Two questions and I'm gone, okay?", Aside.ASKS_LEAVE),
        ("Cold enough for you?", Aside.CHAT),
        ("Would that save you a call?", Aside.USEFUL),
        ("Is it worth a try?", Aside.USEFUL),
        ("Is that any good?", Aside.USEFUL),
        ("Could I ask you two questions?", Aside.ASKS_LEAVE),
        ("hi is this steven", Aside.IS_THIS),
        ("How long have you been doing this?", Aside.TENURE),
        ("do you like your job", Aside.LIKES_IT),
        ("do you like football", Aside.PRIVATE),
        ("what did you do before that", Aside.BEFORE),
        ("do you have kids", Aside.PRIVATE),
        ("are you recording this", Aside.RECORDING),
        ("How often does that come up?", Aside.ASKS_ON),
        ("Do you have any question for me?", Aside.ANYTHING_ELSE),
        ("do you need anything else from me", Aside.ANYTHING_ELSE),
        ("Is it okay if I follow up next week?", Aside.FOLLOWS_UP),
        ("May I check in with you?", Aside.FOLLOWS_UP),
        ("Is that any use to you?", Aside.USEFUL),
        ("Would that be enough to talk?", Aside.USEFUL),
        ("Isn't that worth one hour of your time?", Aside.USEFUL),
    ],
)
def test_a_short_sentence_is_taken_for_what_it_is(text: str, aside: Aside) -> None:
    """With or without its mark, alone or after another."""
    assert aside in found(text)


@pytest.mark.parametrize(
    "text",
    [
        "Why do you ask about the nights when she sleeps?",
        "What happened to your father in March?",
        "I would wait for the doctor to tell you that.",
        "I hope to see you and your brother at the house on Tuesday at two.",
        "when can i see you",
        "How long have you been waiting for us?",
        "Would it help if I came by tomorrow?",
        "Could we follow up on the two falls you had?",
    ],
)
def test_a_sentence_of_its_own_is_no_aside(text: str) -> None:
    """More words say something else."""
    assert found(text) == {}


def test_the_sentence_is_kept() -> None:
    """So that the question in it can be told apart from others."""
    assert found("He fell. How come?") == {Aside.ASKS_ON: "how come"}


@pytest.mark.parametrize(
    "text",
    [
        "can you just transfer me",
        "could you please connect me",
        "put me through",
        "could you ask him",
        "would you try his line",
        "or if he happens to be free this minute would you put me through for two minutes instead",
    ],
)
def test_a_wish_to_be_put_through_is_one_however_politely(text: str) -> None:
    """With or without a "please" in the middle, or a condition before it."""
    assert Aside.PUT_THROUGH in found(text)


@pytest.mark.parametrize(
    "text", ["okay so what was it then", "which ones, if you don't mind me asking", "why exactly?"]
)
def test_a_word_at_the_end_changes_nothing(text: str) -> None:
    """It still asks on from what was said last."""
    assert Aside.ASKS_ON in found(text)


@pytest.mark.parametrize(
    "text",
    [
        "May I?",
        "Can I ask you something about your patients?",
        "Is it okay if I ask you a couple of questions about discharges?",
        "Can I ask you some things?",
        "I'd like to understand something.",
    ],
)
def test_leave_to_ask_is_asked_about_something(text: str) -> None:
    """And wants no answer yet."""
    assert Aside.ASKS_LEAVE in found(text)


@pytest.mark.parametrize(
    "text",
    [
        "this is kyle from willow lane i know your busy can i ask",
        "hello this is sam i wont take long can i ask you a question or two",
        "hi dana here im with willow lane just wondered if i could ask you a couple of things",
        "um i was hoping i could pick your brain for a minute",
        "hi tom calling willow lane um got time for one quick question",
        "my name is omar from willow lane do you mind a quick question",
        "sure um this is jen i'll need to ask a few questions is that okay",
        "happy to help my names omar let me ask you a couple of quick questions first",
        "hi this is dana is it ok if we go through a few questions",
        "oh hello this is kyle would you mind if i asked you a thing or two",
    ],
)
def test_leave_to_ask_is_heard_at_the_end_of_an_unmarked_opening(text: str) -> None:
    """Whatever is said before it in one breath."""
    assert Aside.ASKS_LEAVE in found(text)


@pytest.mark.parametrize("text", ["we have time for one visit", "i have one aide in town", "i'd mind one thing less"])
def test_what_only_sounds_like_asking_leave_is_none(text: str) -> None:
    """Nothing is asked there."""
    assert Aside.ASKS_LEAVE not in found(text)


def test_what_would_you_like_to_know_before_asks_for_a_question() -> None:
    """A word that only says when changes nothing."""
    assert Aside.ANYTHING_ELSE in found("Take your time. What would you like to know before?")
    assert Aside.ANYTHING_ELSE in found("Of course. What would you like to know of us?")
