"""A concern by its form: how people hold back, whatever about."""

import pytest

from sparring.grade.heard.hesitation import ConcernContext, as_taken, held_back, is_no_concern
from sparring.speech_acts.text.words import sentences


def holds_back(text: str, standing: ConcernContext) -> bool:
    """Whether any sentence does."""
    return any(held_back(words, standing) for words in sentences(text))


@pytest.mark.parametrize(
    "text",
    [
        "I'm not convinced your people would know what to do.",
        "My only hesitation is the parking.",
        "The last thing my nurses need is one more password.",
        "I can't see how you'd get past the gate.",
        "She would never go for a man in the kitchen.",
        "I'm not sure our board would like that.",
        "That's all very nice, but we close at four.",
        "We tried that once before, with a church group.",
        "She says over her dead body.",
        "My brother thinks it's a waste of good money.",
        "We had a lady two years ago and it was a nightmare.",
        "I'm scared she would lock you out.",
    ],
)
def test_a_stated_doubt_is_one_anywhere(text: str) -> None:
    """A worry by name, a refusal and a "but" hold back whatever they are about."""
    assert holds_back(text, ConcernContext.TELLING)


@pytest.mark.parametrize(
    "text",
    [
        "The thing is, everybody here signs in on a tablet.",
        "It's just that he's got a big dog.",
        "Why would I change a thing?",
        "And what if she doesn't get on with her?",
        "Most of my people can't read a contract.",
        "I'm a little worried whoever comes won't understand him.",
        "It feels like an awful lot of people in the house.",
        "Won't she get mixed up?",
        "He insists he's fine on his own.",
        "I don't know if we could swing that.",
        "My dad's real private.",
    ],
)
def test_what_may_be_part_of_a_story_holds_back_after_an_offer_only(text: str) -> None:
    """Before anything was offered these tell what is going on."""
    assert not holds_back(text, ConcernContext.TELLING)
    assert holds_back(text, ConcernContext.ASKED)


@pytest.mark.parametrize(
    "text", ["I don't do lunches.", "You can't count on that here.", "This isn't a decision for one."]
)
def test_a_plain_denial_holds_back_right_after_an_offer(text: str) -> None:
    """As the answer to a question of another kind it is an answer."""
    assert not holds_back(text, ConcernContext.ASKED)
    assert holds_back(text, ConcernContext.OFFERED)


@pytest.mark.parametrize(
    "text",
    [
        "I'm worried about her falling while I'm out.",
        "I can't do Thursday, could it be Friday?",
        "We don't have a ramp, should we?",
        "No problem at all.",
        "I don't know the exact date.",
        "Nobody ever told me that.",
        "I don't understand what you're asking.",
        "She can't be there, I can't lift him alone.",
        "I wouldn't mind that.",
        "I'd rather not say which one.",
        "Not that I can think of right now.",
        "I'm not sure I'm calling the right place.",
        "We can't staff the aides, so people who need baths wait.",
        "Tuesday at ten works for me.",
    ],
)
def test_what_only_sounds_so_is_no_concern(text: str) -> None:
    """Agreement, ignorance, thanks and a need all have a "not" in them."""
    assert not holds_back(text, ConcernContext.OFFERED)


def test_who_agrees_first_has_given_way() -> None:
    """What is denied behind "all right" is the doubt itself."""
    agreed, denied = (list(sentences(text)) for text in ("All right. I wasn't sure.", "That isn't how we do it."))
    assert as_taken(agreed, ConcernContext.OFFERED) is ConcernContext.ASKED
    assert as_taken(agreed, ConcernContext.TELLING) is ConcernContext.TELLING
    assert as_taken(denied, ConcernContext.OFFERED) is ConcernContext.OFFERED


@pytest.mark.parametrize(
    "text",
    [
        "Steep.",
        "Oh, that's pricey.",
        "Ouch.",
        "Not interested.",
        "No, thank you.",
        "So does everybody.",
        "I've got my list.",
        "My sister won't like it.",
        "My mom's kind of done with agencies.",
    ],
)
def test_a_word_or_two_after_an_offer_hold_back(text: str) -> None:
    """A price, an offer and a request are held back from shortly; in a story the same words say nothing."""
    assert holds_back(text, ConcernContext.OFFERED)


@pytest.mark.parametrize("text", ["You've answered it.", "That's what it is.", "Who's the one?", "That covers it."])
def test_an_answer_to_a_check_and_a_short_question_hold_nothing_back(text: str) -> None:
    """They are looked at by no head either."""
    assert all(is_no_concern(words) for words in sentences(text))


def test_what_the_last_one_did_is_a_concern_from_the_start() -> None:
    """Who tells it is afraid of more of the same."""
    assert holds_back("The last agency we had, they slept on the couch.", ConcernContext.TELLING)
    assert not holds_back("The stairs are steep.", ConcernContext.OFFERED)
